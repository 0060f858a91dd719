"""The data as frames: reads the tables of a folder, typed as ``datapackage.json`` says.

Text columns hold text, with "" for an empty cell; lists are tuples; whole numbers are ``Int64`` and
numbers ``float64``, with NA or NaN for an empty cell. Rows are in the order of their key, whatever
their order in the file. Texts are in the language of the edition that is written.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd

from analysis import editions, files, reads, traces
from analysis.package import DATA, DataError, Package, Problem, Table
from analysis.package import read as package
from analysis.rules import Row
from analysis.validation import Checked, check

__all__ = [
    "DATA",
    "DataError",
    "Package",
    "Problem",
    "Stamp",
    "load",
    "package",
    "problems",
    "read",
    "stamp",
]

Stamp = tuple[tuple[str, int, int, int], ...]  # of each file: name, inode, time, size


def problems(data: Path = DATA) -> list[Problem]:
    """Everything that is wrong in the data of a folder; an empty list if nothing is."""
    return _check(data, stamp(data)).problems


def load(data: Path = DATA) -> dict[str, pd.DataFrame]:
    """All tables by name, in the order of the description.

    Raises:
        DataError: the data have problems; all of them are in the message.
    """
    checked = _check(data, stamp(data))
    if checked.package is None or checked.problems:
        raise DataError(checked.problems)
    return {
        name: handed_out(_frame(table, checked.contents[name].rows), name, data)
        for name, table in checked.package.tables.items()
    }


def read(name: str, data: Path = DATA) -> pd.DataFrame:
    """One table. Problems in other tables are left to ``load`` and ``problems``.

    >>> read("units").set_index("id").loc["versts", "base_unit"]
    'km'

    Raises:
        DataError: the table has problems; all of them are in the message.
        KeyError: there is no such table.
    """
    checked = _check(data, stamp(data))
    if checked.package is None:
        raise DataError(checked.problems)
    table = checked.package.tables[name]
    if own := [problem for problem in checked.problems if problem.file == table.file]:
        raise DataError(own)
    return handed_out(_frame(table, checked.contents[name].rows), name, data)


def handed_out(frame: pd.DataFrame, name: str, data: Path) -> pd.DataFrame:
    """A frame made from a folder: if this is the book's, what is read of it is noted."""
    return reads.handed_out(frame, name) if data == DATA else frame


def cited(sources: pd.DataFrame) -> dict[int, tuple[str, ...]]:
    """The sources that each footnote names, by its number; from the table ``sources``."""
    return {int(note): tuple(ids) for note, ids in sources.groupby("footnote")["id"]}


def stamp(data: Path) -> Stamp:
    """What tells whether a folder of data has changed: a key for what was computed from it."""
    # thousands of times in a build: not by files.inside, which asks for each file twice
    folders = [(data, "")]
    if editions.code() != editions.FIRST:
        folders.append((editions.FOLDER / editions.code() / "tables", editions.code()))
    found = []
    for folder, edition in folders:
        try:
            with os.scandir(folder) as entries:
                kept = [e for e in entries if files.belongs(e.name) and e.is_file()]
                found += [(f"{edition} {e.name}".strip(), e.stat()) for e in kept]
        except (FileNotFoundError, NotADirectoryError):
            continue
    return tuple(sorted((name, s.st_ino, s.st_mtime_ns, s.st_size) for name, s in found))


@lru_cache(maxsize=4)
def _check(data: Path, stamp: Stamp) -> Checked:
    """The check takes longer than all else in a chapter: once for each state of the files."""
    # of the book's own tables it is noted what is read of the frames
    with traces.noted_elsewhere(files.inside(data, ".csv") if data == DATA else ()):
        return check(data)


def _frame(table: Table, rows: Sequence[Row]) -> pd.DataFrame:
    rows = sorted(rows, key=lambda row: row.raw[table.primary_key])
    columns = {}
    texts = editions.texts(Path(table.file).stem, editions.code())
    for field in table.fields:
        values = [row.values[field.name] for row in rows]
        if field.name in texts:
            own: dict[str, Any] = dict(texts[field.name])
            if field.separator:
                own = {id: tuple(text.split(field.separator)) for id, text in own.items()}
            values = [own.get(row.raw[table.primary_key], row.values[field.name]) for row in rows]
        if field.type == "integer":
            columns[field.name] = pd.Series(values, dtype="Int64")
        elif field.type == "number":
            columns[field.name] = pd.Series(values, dtype="float64")
        elif field.separator:
            columns[field.name] = pd.Series(values, dtype="object")
        else:
            columns[field.name] = pd.Series([value or "" for value in values], dtype="str")
    return pd.DataFrame(columns)
