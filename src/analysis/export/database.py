"""The data as one SQLite file, for those who prefer SQL.

The claim tables stand together in ``claims``, with a view for each. A column that holds a list is a
table of its own: ``claims_sources`` has one row for each source of each claim. ``works`` is the
bibliography; ``labels`` has the texts of other languages. ``dictionary`` says of every column of
every table and view, its own included, what it means. Foreign keys are declared and hold.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis import bibliography, package
from analysis.export import labels
from analysis.package import DataError, Field, Package, Table
from analysis.rules import Row
from analysis.validation import check

_CLAIMS, _WORKS = "claims", "works"
_TYPES = {"string": "TEXT", "integer": "INTEGER", "number": "REAL"}
# SQLite writes its own version here, and reads it nowhere
_VERSION_AT, _VERSION = 96, 3_037_000


@dataclass(frozen=True)
class _Column:
    """A column: its name, type and meaning, and what SQL says of it beside the type."""

    name: str
    type: str
    meaning: str
    more: str = ""


_DICTIONARY = (
    _Column("table_name", "TEXT", "The table or view.", "NOT NULL"),
    _Column("column_name", "TEXT", "The column.", "NOT NULL"),
    _Column("type", "TEXT", "Its type: TEXT, INTEGER or REAL.", "NOT NULL"),
    _Column("meaning", "TEXT", "What it means.", "NOT NULL"),
)


def build(data: Path = package.DATA) -> bytes:
    """The file.

    Raises:
        DataError: the data have problems; all of them are in the message.
    """
    checked = check(data)
    if checked.package is None or checked.problems:
        raise DataError(checked.problems)
    rows = {name: content.rows for name, content in checked.contents.items()}
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.execute("PRAGMA page_size = 4096")
        connection.execute("BEGIN")
        _Filling(connection, checked.package, data).fill(rows)
        connection.execute("COMMIT")
        content = bytearray(connection.serialize())
    finally:
        connection.close()
    content[_VERSION_AT : _VERSION_AT + 4] = _VERSION.to_bytes(4, "big")
    return bytes(content)


class _Filling:
    """A database being filled, which remembers for the dictionary what it has made."""

    def __init__(self, connection: sqlite3.Connection, described: Package, data: Path) -> None:
        self.connection, self.described, self.data = connection, described, data
        self.made: list[tuple[str, _Column]] = []

    def fill(self, rows: Mapping[str, list[Row]]) -> None:
        """Everything, the dictionary last."""
        claims = self.described.group(_CLAIMS)
        others = [table for table in self.described.tables.values() if table not in claims]
        if claims:
            # all claim tables have the same columns
            of = [(table.name, row) for table in claims for row in rows[table.name]]
            which = _Column(
                "claim_table", "TEXT", "The table in which the claim stands.", "NOT NULL"
            )
            self._table(_CLAIMS, claims[0], of, which)
        for table in others:
            self._table(table.name, table, [("", row) for row in rows[table.name]])
        for file in sorted({f.bibliography for t in others for f in t.fields} - {""}):
            self._works(file)
        for table in claims:
            columns = [_column(field) for field in table.fields if not field.separator]
            names = ", ".join(_name(column.name) for column in columns)
            self.connection.execute(
                f"CREATE VIEW {_name(table.name)} AS SELECT {names} FROM {_CLAIMS} "
                f"WHERE claim_table = '{table.name}'"
            )
            self.made += [(table.name, column) for column in columns]
        self._labels()
        self._create("dictionary", _DICTIONARY, ["PRIMARY KEY (table_name, column_name)"])
        made = sorted(self.made, key=lambda made: made[0])  # columns in the order of their table
        self._insert("dictionary", [[name, c.name, c.type, c.meaning] for name, c in made])

    def _table(
        self,
        name: str,
        table: Table,
        rows: Iterable[tuple[str, Row]],
        first: _Column | None = None,
    ) -> None:
        """One table and those of its lists; ``first`` is a column for the table a row is of."""
        rows = sorted(rows, key=lambda pair: pair[1].raw[table.primary_key])
        single = [field for field in table.fields if not field.separator]
        keys = [
            f"PRIMARY KEY ({_name(table.primary_key)})",
            *(
                f"FOREIGN KEY ({_name(field.name)}) REFERENCES {target}"
                for field in single
                if (target := self._target(field))
            ),
        ]
        self._create(name, [*([first] if first else []), *map(_column, single)], keys)
        self._insert(
            name,
            [([of] if first else []) + [row.values[f.name] for f in single] for of, row in rows],
        )
        for field in table.fields:
            if field.separator:
                self._list(name, table, field, [row for _, row in rows])

    def _list(self, name: str, table: Table, field: Field, rows: Sequence[Row]) -> None:
        """The table of a column that holds a list."""
        owner, item = f"{name}_id", f"{field.name}_id" if field.key else field.name
        target = self._target(field)
        columns = [
            _Column(owner, "TEXT", f"The row of {name}.", "NOT NULL"),
            _Column("position", "INTEGER", "The place of the item in the list.", "NOT NULL"),
            _Column(item, "TEXT", f"One item of the list: {field.description}", "NOT NULL"),
        ]
        keys = [
            f"PRIMARY KEY ({_name(owner)}, position)",
            f"FOREIGN KEY ({_name(owner)}) REFERENCES {_name(name)}",
            *([f"FOREIGN KEY ({_name(item)}) REFERENCES {target}"] if target else []),
        ]
        self._create(f"{name}_{field.name}", columns, keys)
        self._insert(
            f"{name}_{field.name}",
            [
                [row.raw[table.primary_key], position, value]
                for row in rows
                for position, value in enumerate(_items(row, field), 1)
            ],
        )

    def _labels(self) -> None:
        """What tables, columns, rows and units are called in the other languages."""
        columns = [
            _Column(f"{name}_name" if name == "table" else name, "TEXT", meaning, "NOT NULL")
            for name, meaning in labels.COLUMNS
        ]
        self._create("labels", columns, ["PRIMARY KEY (id)"])
        self._insert("labels", labels.rows())

    def _works(self, file: str) -> None:
        """The works of a bibliography, with those of BibTeX's fields that one of them has."""
        works, _ = bibliography.parse((self.data / file).read_text("utf-8"))
        used = [
            field
            for field in bibliography.FIELDS
            if any(field in work.fields for work in works.values())
        ]
        columns = [
            _Column("citekey", "TEXT", f"Key of the work in {file}.", "NOT NULL"),
            _Column("kind", "TEXT", "What it is, in the words of BibTeX.", "NOT NULL"),
            *(_Column(field, "TEXT", bibliography.FIELDS[field]) for field in used),
        ]
        self._create(_WORKS, columns, ["PRIMARY KEY (citekey)"])
        self._insert(
            _WORKS,
            [
                [key, work.kind, *(work.fields.get(field) for field in used)]
                for key, work in sorted(works.items())
            ],
        )

    def _create(self, name: str, columns: Sequence[_Column], keys: Sequence[str]) -> None:
        self.made += [(name, column) for column in columns]
        lines = [f"{_name(c.name)} {c.type} {c.more}".rstrip() for c in columns]
        self.connection.execute(
            f"CREATE TABLE {_name(name)} ({', '.join([*lines, *keys])}) WITHOUT ROWID"
        )

    def _insert(self, name: str, rows: Sequence[Sequence[object]]) -> None:
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            self.connection.executemany(f"INSERT INTO {_name(name)} VALUES ({marks})", rows)

    def _target(self, field: Field) -> str:
        """Where a key leads: a claim table to all claims; nothing if to none, or to any of several.

        SQL cannot declare a key into one of several tables.
        """
        if field.bibliography:
            return f"{_WORKS} (citekey)"
        tables = [self.described.tables[name] for name in field.key.tables] if field.key else []
        names = {_CLAIMS if table.group == _CLAIMS else table.name for table in tables}
        if field.key is None or len(names) != 1:
            return ""
        return f"{_name(names.pop())} ({_name(field.key.field)})"


def _items(row: Row, field: Field) -> tuple[str, ...]:
    value = row.values[field.name]
    assert isinstance(value, tuple)
    return value


def _column(field: Field) -> _Column:
    more = ["NOT NULL"] * field.required + ["UNIQUE"] * field.unique
    return _Column(field.name, _TYPES[field.type], field.description, " ".join(more))


def _name(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
