"""The editions of the book: one for each language that has a folder in ``words/``.

A process writes one edition. Which, its environment says: what is read from the data, and what is
said of it, is then in that language. Checking and exporting the data read them as they are.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from analysis.package import DATA

_INSTALLED = Path(__file__).parent / "data" / "words"  # in a wheel, beside the data
FOLDER = _INSTALLED if _INSTALLED.is_dir() else DATA.parent / "words"
FIRST = "en"  # the language in which the book is written; the others are made from it
CHOSEN = "ANALYSIS_LANGUAGE"  # names the edition, in the environment of a process
_KEY = "id"
DESCRIBED = "datapackage"  # the table with the descriptions of tables and columns


def code() -> str:
    """The language of this process: the first one, unless its environment names another."""
    return os.environ.get(CHOSEN, FIRST)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Within it this process speaks another language than that of its edition."""
    before = os.environ.get(CHOSEN)
    os.environ[CHOSEN] = language
    try:
        yield
    finally:
        if before is None:
            del os.environ[CHOSEN]
        else:
            os.environ[CHOSEN] = before


def codes() -> list[str]:
    """The languages that have pages, the first one first.

    >>> codes()[0]
    'en'
    """
    return [FIRST, *sorted(path.parent.name for path in FOLDER.glob("*/pages"))]


def place(language: str) -> str:
    """Where an edition stands in the book, seen from the first one: empty, or its folder.

    >>> place("en"), place("ru")
    ('', 'ru/')
    """
    return "" if language == FIRST else f"{language}/"


def table(name: str, language: str) -> Path:
    """The file with the texts of a table in a language; the first language has none."""
    return FOLDER / language / "tables" / f"{name}.csv"


def references(language: str) -> Path:
    """The works that the article cites, under the names that they have in a language."""
    own = FOLDER / language / "references.bib"
    return own if own.exists() else DATA / "references.bib"


def texts(name: str, language: str) -> dict[str, dict[str, str]]:
    """What stands in place of a table's own texts, by column and by the key of its row.

    Raises:
        ValueError: the file with the texts has no column of keys.
    """
    path = table(name, language)
    if language == FIRST or not path.exists():
        return {}
    about = path.stat()
    return _texts(path, about.st_mtime_ns, about.st_size)


def described(id: str, own: str) -> str:
    """What ``datapackage.json`` says of a table or column, in the language of this process.

    Args:
        id: of the description: ``name..description`` of a table, ``name.column`` of a column.
        own: what stands there in the first language.
    """
    return texts(DESCRIBED, code()).get("description", {}).get(id, own)


@lru_cache(maxsize=64)
def _texts(path: Path, time: int, size: int) -> dict[str, dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        table = csv.DictReader(file)
        rows, names = list(table), table.fieldnames or []
    if _KEY not in names:
        raise ValueError(f"{path}: the columns are {', '.join(names)}; expected {_KEY} among them")
    columns = [column for column in rows[0] if column != _KEY] if rows else []
    return {column: {row[_KEY]: row[column] for row in rows if row[column]} for column in columns}
