"""What tables, columns, rows and units are called in the other languages of the book.

One row for each text: the language, the table, the row, the column and the text in its place. A row
without an id is of the column itself, one without a column of the table.
"""

from __future__ import annotations

from collections.abc import Iterator

from analysis import editions
from analysis.words import language

COLUMNS = (
    ("id", "Language, table, row and column, joined by points."),
    ("language", "The language of the text, a language tag."),
    ("table", "The table."),
    ("row", "The row, by its id; empty where a column or a table is described."),
    ("column", "The column; empty where a table is described."),
    ("text", "What stands there in this language."),
)


def rows() -> list[tuple[str, ...]]:
    """All texts in order; a text is as sure as the remark of its row says."""
    found = sorted(row for code in editions.codes()[1:] for row in _of(code))
    return [(".".join(row[:-1]), *row) for row in found]


def _of(code: str) -> Iterator[tuple[str, str, str, str, str]]:
    for path in sorted((editions.FOLDER / code / "tables").glob("*.csv")):
        if path.stem != editions.DESCRIBED:
            for column, texts in editions.texts(path.stem, code).items():
                for id, text in texts.items():
                    yield code, path.stem, id, column, text
    for id, text in editions.texts(editions.DESCRIBED, code).get("description", {}).items():
        table, _, column = id.partition(".")
        if column != ".title":
            yield code, table, "", column.removeprefix(".description"), text
    words = language(code)
    for id in words.beginning("unit-"):
        name = words.message(id, count="one", case="nom")
        yield code, "units", id.removeprefix("unit-"), "name", name
