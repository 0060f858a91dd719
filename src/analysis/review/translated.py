"""Finds numbers that a translation has and its original has not.

The original was asked for typed numbers; what passed there, a day, a section, the name of a
standard, may stand in a translation too. A message is held against the message of the same name, a
page against the page, a cell of a table against the cell. Of a number only the digits count, for
languages part them in different ways.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from analysis import editions, files
from analysis.review import drift
from analysis.review.typed import Typed

_NUMBER = re.compile(r"\d(?:[\d.,:\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]*\d)?")
# a message or term, with the lines below it that are indented, empty or of a choice
_ENTRY = re.compile(r"^(-?[a-zA-Z][\w-]*) *=.*(?:\n(?:[ \t}[*].*)?$)*", re.MULTILINE)
_APART = re.compile(r"[^\d]")
_INSTEAD = "let the data give it as in the original, or leave it out as there"


def typed_numbers(root: Path) -> list[Typed]:
    """Every number that only a translation has, in the order of languages, files and lines.

    Args:
        root: with ``book``, ``data`` and ``words``, which has a folder for each language.
    """
    words = root / "words"
    languages = [path for path in sorted(words.iterdir()) if path.name != editions.FIRST]
    return [
        found
        for language in languages
        for part in (
            _messages(language, words / editions.FIRST),
            _pages(language / "pages", root / "book"),
            _tables(language / "tables", root / "data"),
        )
        for file, line, number in part
        for found in [Typed(file.relative_to(root).as_posix(), line, number, _INSTEAD)]
    ]


Found = Iterator[tuple[Path, int, str]]  # of a number: file, line, itself


def _messages(folder: Path, first: Path) -> Found:
    original = {id: text for path in files.inside(first, ".ftl") for id, _, text in _entries(path)}
    for path in files.inside(folder, ".ftl"):
        for id, line, text in _entries(path):
            for below, number in _only(text, original.get(id, "")):
                yield path, line + below, number


def _entries(path: Path) -> Iterator[tuple[str, int, str]]:
    """Each message of a file: its name, its line, its text."""
    text = path.read_text("utf-8")
    for entry in _ENTRY.finditer(text):
        yield entry[1], text.count("\n", 0, entry.start()) + 1, entry[0]


def _pages(folder: Path, first: Path) -> Found:
    for path in files.inside(folder, ".md"):
        original = first / path.name
        known = original.read_text("utf-8") if original.exists() else ""
        for below, number in _only(path.read_text("utf-8"), known):
            yield path, below + 1, number


def _tables(folder: Path, first: Path) -> Found:
    for path in files.inside(folder, ".csv"):
        known = drift.original(first.parent, path.stem)
        for line, row in _rows(path):
            said, original = (
                " ".join(row.values()),
                " ".join([row["id"], *known.get(row["id"], {}).values()]),
            )
            for _, number in _only(said, original):
                yield path, line, number


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        for row in reader:
            yield reader.line_num, row


def _only(text: str, original: str) -> Iterator[tuple[int, str]]:
    """The numbers that only the text has, with how many lines stand before each."""
    known = {_APART.sub("", number) for number in _NUMBER.findall(original)}
    for match in _NUMBER.finditer(text):
        if _APART.sub("", match[0]) not in known:
            yield text.count("\n", 0, match.start()), match[0]
