"""The data as one SQLite file, for those who prefer SQL.

The claim tables stand together in ``claims``, with a view for each. A column that holds a list is a
table of its own: ``claims_sources`` has one row for each source of each claim. ``dictionary`` says
what the columns mean. Foreign keys are declared and hold.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path

from analysis import package
from analysis.package import DataError, Field, Package, Table
from analysis.rules import Row
from analysis.validation import check

_CLAIMS = "claims"
_TYPES = {"string": "TEXT", "integer": "INTEGER", "number": "REAL"}
# SQLite writes its own version here, and reads it nowhere
_VERSION_AT, _VERSION = 96, 3_037_000


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
        _fill(connection, checked.package, rows)
        connection.execute("COMMIT")
        content = bytearray(connection.serialize())
    finally:
        connection.close()
    content[_VERSION_AT : _VERSION_AT + 4] = _VERSION.to_bytes(4, "big")
    return bytes(content)


def _fill(
    connection: sqlite3.Connection, described: Package, rows: Mapping[str, list[Row]]
) -> None:
    claims = described.group(_CLAIMS)
    others = [table for table in described.tables.values() if table not in claims]
    if claims:
        # all claim tables have the same columns
        of = [(table.name, row) for table in claims for row in rows[table.name]]
        _table(connection, described, _CLAIMS, claims[0], of, first="claim_table")
    for table in others:
        of = [("", row) for row in rows[table.name]]
        _table(connection, described, table.name, table, of)
    for table in claims:
        columns = ", ".join(_name(f.name) for f in table.fields if not f.separator)
        connection.execute(
            f"CREATE VIEW {_name(table.name)} AS SELECT {columns} FROM {_CLAIMS} "
            f"WHERE claim_table = '{table.name}'"
        )
    connection.execute(
        "CREATE TABLE dictionary (table_name TEXT, column_name TEXT, type TEXT, meaning TEXT)"
    )
    connection.executemany(
        "INSERT INTO dictionary VALUES (?, ?, ?, ?)",
        [
            (table.name, field.name, field.type, field.description)
            for table in described.tables.values()
            for field in table.fields
        ],
    )


def _table(
    connection: sqlite3.Connection,
    described: Package,
    name: str,
    table: Table,
    rows: Iterable[tuple[str, Row]],
    first: str = "",
) -> None:
    """One table and those of its list columns; ``first`` is a column for the table a row is of."""
    rows = sorted(rows, key=lambda pair: pair[1].raw[table.primary_key])
    single = [field for field in table.fields if not field.separator]
    columns = [f"{_name(first)} TEXT NOT NULL"] if first else []
    columns += [_column(field, field.name == table.primary_key) for field in single]
    columns += [
        f"FOREIGN KEY ({_name(field.name)}) REFERENCES {_target(described, field)}"
        for field in single
        if field.key
    ]
    connection.execute(f"CREATE TABLE {_name(name)} ({', '.join(columns)}) WITHOUT ROWID")
    _insert(
        connection,
        name,
        [([of] if first else []) + [row.values[f.name] for f in single] for of, row in rows],
    )
    for field in table.fields:
        if not field.separator:
            continue
        items = f"{name}_{field.name}"
        target = f" REFERENCES {_target(described, field)}" if _one_table(described, field) else ""
        item = f"{field.name}_id" if field.key else field.name
        connection.execute(
            f"CREATE TABLE {_name(items)} ("
            f"{_name(name + '_id')} TEXT NOT NULL REFERENCES {_name(name)}, "
            f"position INTEGER NOT NULL, {_name(item)} TEXT NOT NULL{target}, "
            f"PRIMARY KEY ({_name(name + '_id')}, position)) WITHOUT ROWID"
        )
        _insert(
            connection,
            items,
            [
                [row.raw[table.primary_key], position, value]
                for _, row in rows
                for position, value in enumerate(_items(row, field), 1)
            ],
        )


def _insert(connection: sqlite3.Connection, name: str, rows: list[list[object]]) -> None:
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        connection.executemany(f"INSERT INTO {_name(name)} VALUES ({marks})", rows)


def _items(row: Row, field: Field) -> tuple[str, ...]:
    value = row.values[field.name]
    assert isinstance(value, tuple)
    return value


def _column(field: Field, key: bool) -> str:
    suffix = " PRIMARY KEY" if key else " NOT NULL" if field.required else ""
    return f"{_name(field.name)} {_TYPES[field.type]}{suffix}"


def _one_table(described: Package, field: Field) -> bool:
    """Whether a key leads to one table; a key of several tables cannot be declared in SQL."""
    names = [described.tables[name].group or name for name in field.key.tables] if field.key else []
    return len(set(names)) == 1


def _target(described: Package, field: Field) -> str:
    """The table to which a key leads; a key of any claim table leads to all claims."""
    assert field.key is not None
    table = described.tables[field.key.tables[0]]
    name = _CLAIMS if table.group == _CLAIMS else table.name
    return f"{_name(name)} ({_name(field.key.field)})"


def _name(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
