"""Checks of the data files against their description: every problem, in one pass.

Reading is lexical. A cell is its characters, and only what the description allows passes. The
public Frictionless tool does not do this work because by default it accepts, among others, Latin-1,
semicolons, invisible characters, ``1_2`` and thirty-digit integers.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from dataclasses import field as default
from itertools import pairwise
from pathlib import Path

from analysis import bibliography, compared, files, rules
from analysis import package as packages
from analysis.package import Field, Key, Package, Problem, Table
from analysis.rules import Row, Value

Report = Callable[[int | None, str, str, str], None]  # row, column, value, expected

_CSV = f"cells with commas between them, none over {csv.field_size_limit():,} characters"
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?")


@dataclass
class Content:
    """What a file holds.

    Attributes:
        rows: its rows.
        whole: whether all its keys are there, so that keys of other tables can be looked up.
    """

    rows: list[Row] = default(default_factory=list)
    whole: bool = True


@dataclass
class Checked:
    """The tables of a folder after checking; ``package`` is None if its description is broken."""

    package: Package | None
    contents: dict[str, Content]
    problems: list[Problem]


def check(data: Path) -> Checked:
    """Read and check all tables of a folder. Problems are in the order of the description."""
    try:
        package = packages.read(data)
    except packages.DataError as error:
        return Checked(None, {}, error.problems)
    contents: dict[str, Content] = {}
    problems = list(_strangers(package, data))
    for table in package.tables.values():
        contents[table.name] = read(table, data, problems)
    problems += _unique(package, contents)
    problems += _references(package, contents)
    problems += _citations(package, contents, data)
    rows = {name: content.rows for name, content in contents.items()}
    for table in package.tables.values():
        problems += rules.check(table, rows)
    whole = [name for name, content in contents.items() if content.whole]
    problems += compared.check(package, rows, whole, problems, _bibliographies(package, data))
    order = {table.file: i for i, table in enumerate(package.tables.values())}
    problems.sort(key=lambda problem: (order.get(problem.file, -1), problem.row or 0))
    return Checked(package, contents, problems)


def _strangers(package: Package, data: Path) -> Iterator[Problem]:
    known = {table.file for table in package.tables.values()}
    for path in files.inside(data):
        if path.suffix.lower() == ".csv" and path.name not in known:
            yield Problem(path.name, None, "", "a table", f"only tables that {packages.FILE} names")


def read(table: Table, data: Path, problems: list[Problem]) -> Content:
    """Read one file of a folder, adding what is wrong with its cells to ``problems``."""

    def report(line: int | None, column: str, value: str, expected: str) -> None:
        problems.append(Problem(table.file, line, column, value, expected))

    path = data / table.file
    if not path.is_file():
        report(None, "", "no such file", f"a file in {data}")
        return Content(whole=False)
    try:
        text = _decode(path.read_bytes(), report)
    except OSError as error:
        report(None, "", str(error.strerror), "a file that can be read")
        return Content(whole=False)
    if text is None:
        return Content(whole=False)
    records, broken = _records(text, report)
    header = records.pop(0)[1] if records else []
    columns = _columns(table, header, report)
    if columns is None:
        return Content(whole=False)
    rows = []
    for line, cells in records:
        if not any(cells):
            report(line, "", "an empty row", "a row with values")
            continue
        if len(cells) != len(header):
            report(line, "", f"{len(cells)} cells", f"{len(header)} cells, as in the header")
        row = Row(line)
        for column, cell in zip(columns, cells, strict=False):
            if column is not None:
                _cell(column, cell, row, report)
        rows.append(row)
    if not records and not broken and not table.may_be_empty:
        report(None, "", "nothing but a header", "at least one row")
    return Content(rows, whole=not broken and table.primary_key in header)


def _decode(data: bytes, report: Report) -> str | None:
    """The text of a file, with its line ends made LF; None if it is not UTF-8 or empty."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        report(None, "", "UTF-16", "UTF-8 without a byte order mark")
        return None
    if data.startswith(b"\xef\xbb\xbf"):
        report(1, "", "a byte order mark (BOM)", "UTF-8 without a byte order mark")
        data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        report(line, "", f"a byte that is not UTF-8: {data[error.start]:#04x}", "UTF-8")
        return None
    if not text.strip():
        report(None, "", "an empty file", "a header and rows")
        return None
    for name, end in (("CRLF", "\r\n"), ("CR", "\r")):
        if end in text:
            line = text[: text.index(end)].count("\n") + 1
            report(line, "", f"a line that ends in {name}", "lines that end in LF")
            text = text.replace(end, "\n")
    return text


def _records(text: str, report: Report) -> tuple[list[tuple[int, list[str]]], bool]:
    """The records with the line on which each starts, and whether reading broke off."""
    records: list[tuple[int, list[str]]] = []
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    start = 1
    try:
        for cells in reader:
            records.append((start, cells))
            start = reader.line_num + 1
    except csv.Error as error:
        report(start, "", f"no CSV: {error}", _CSV)
        return records, True
    return records, False


def _columns(table: Table, header: Sequence[str], report: Report) -> list[Field | None] | None:
    """The field of each column of the file; None if the header does not tell."""
    names = [field.name for field in table.fields]
    if list(header) == names:
        return list(table.fields)
    if not set(header) & set(names):
        report(1, "", ",".join(header), f"the header {','.join(names)}")
        return None
    for name in sorted(set(names) - set(header), key=names.index):
        report(1, name, "", f"this column; the columns are {','.join(names)}")
    for name in dict.fromkeys(header):
        if name not in names:
            report(1, name, name, f"only the columns {','.join(names)}")
        elif header.count(name) > 1:
            report(1, name, f"{header.count(name)} columns of this name", "one column")
            return None
    if sorted(header) == sorted(names):
        report(1, "", ",".join(header), f"the columns in the order {','.join(names)}")
    fields = {field.name: field for field in table.fields}
    return [fields.get(name) for name in header]


def _cell(field: Field, cell: str, row: Row, report: Report) -> None:
    """Check one cell, and add it to its row."""
    row.raw[field.name] = cell
    value, expected = _value(field, cell)
    if expected:
        report(row.line, field.name, cell, expected)
    else:
        row.values[field.name] = value


def _value(field: Field, cell: str) -> tuple[Value, str]:
    """The typed value of a cell and, if it is not allowed, what is expected instead."""
    if cell == "":
        empty = () if field.separator else None
        return empty, "a value" if field.required else ""
    if cell != cell.strip():
        return None, "no blanks at the start or the end"
    if field.type != "string":
        return _numeric(field, cell)
    if field.enum and cell not in field.enum:
        return None, f"one of {', '.join(field.enum)}"
    if len(cell) > field.max_length:
        return None, f"at most {field.max_length} characters"
    if field.pattern and not field.pattern.fullmatch(cell):
        return None, _decomposed(cell) or field.form
    if not field.separator:
        return cell, ""
    items = tuple(cell.split(field.separator))
    twice = [item for item in items if items.count(item) > 1]
    return items, f"every item once, and {twice[0]} is there twice" if twice else ""


def _decomposed(cell: str) -> str:
    """What is expected in place of a letter that is written as a letter and a mark of its own."""
    for letter, mark in pairwise(cell):
        whole = unicodedata.normalize("NFC", letter + mark)
        if unicodedata.combining(mark) and len(whole) == 1:
            return (
                f"composed letters (Unicode NFC), and {whole} is written as {letter} with "
                f"U+{ord(mark):04X} after it; it is U+{ord(whole):04X}"
            )
    return ""


def _numeric(field: Field, cell: str) -> tuple[Value, str]:
    whole = field.type == "integer"
    if not (_INTEGER if whole else _NUMBER).fullmatch(cell):
        return (
            None,
            f"a {'whole ' * whole}number in plain digits, such as 1093{' or 7.5' * (not whole)}",
        )
    value = int(cell) if whole else float(cell)
    if not field.minimum <= value <= field.maximum or (value == 0 and cell.startswith("-")):
        return None, f"a number from {field.minimum:,} to {field.maximum:,}"
    return value, ""


def _unique(package: Package, contents: dict[str, Content]) -> Iterator[Problem]:
    """Keys and other unique columns have no value twice, whatever its case."""
    for table in package.tables.values():
        for field in table.fields:
            if field.unique or field.name == table.primary_key:
                yield from _twice([table], field.name, contents, across=False)
    for group, name in package.unique_across:
        yield from _twice(package.group(group), name, contents, across=True)


def _twice(
    tables: list[Table], column: str, contents: dict[str, Content], *, across: bool
) -> Iterator[Problem]:
    seen: dict[str, tuple[Table, Row]] = {}
    for table in tables:
        for row in contents[table.name].rows:
            value = row.raw.get(column, "")
            if not value:
                continue
            first, other = seen.setdefault(value.casefold(), (table, row))
            # repeats inside one table are reported with its own key
            if other is row or (across and first is table):
                continue
            case = "" if other.raw[column] == value else " but for its case"
            yield Problem(
                table.file,
                row.line,
                column,
                value,
                f"a value used once; {first.file}, row {other.line} has it too{case}",
            )


def _references(package: Package, contents: dict[str, Content]) -> Iterator[Problem]:
    """Keys of other tables are there; nothing is looked up in a table that could not be read."""
    for table in package.tables.values():
        for field in table.fields:
            key = field.key
            if key is None or not all(contents[name].whole for name in key.tables):
                continue
            known = {row.raw.get(key.field) for name in key.tables for row in contents[name].rows}
            for row in contents[table.name].rows:
                value = row.values.get(field.name)
                items = value if isinstance(value, tuple) else (value,) if value else ()
                for item in items:
                    if item not in known:
                        yield Problem(
                            table.file, row.line, field.name, str(item), _where(package, key)
                        )


def _where(package: Package, key: Key) -> str:
    files = [package.tables[name].file for name in key.tables]
    if len(files) == 1:
        return f"a value of {key.field} in {files[0]}"
    return f"a value of {key.field} in one of {', '.join(files)}"


def _bibliographies(package: Package, data: Path) -> str:
    """The text of all bibliographies; what is wrong with them, ``_citations`` says."""
    files = {f.bibliography for table in package.tables.values() for f in table.fields} - {""}
    paths = [data / file for file in sorted(files) if (data / file).is_file()]
    return "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in paths)


def _citations(package: Package, contents: dict[str, Content], data: Path) -> Iterator[Problem]:
    """Keys of works are in the bibliography."""
    for table in package.tables.values():
        for field in table.fields:
            cited = [row for row in contents[table.name].rows if row.values.get(field.name)]
            if not field.bibliography or not cited:
                continue
            try:
                text = (data / field.bibliography).read_bytes().decode("utf-8")
            except (OSError, UnicodeDecodeError):
                yield Problem(
                    field.bibliography, None, "", "no readable file", f"BibTeX in UTF-8 in {data}"
                )
                continue
            works, faults = bibliography.parse(text)
            for fault in faults:
                yield Problem(
                    field.bibliography, None, "", fault, "BibTeX with its own fields, once each"
                )
            for row in cited:
                if row.raw[field.name] not in works:
                    yield Problem(
                        table.file,
                        row.line,
                        field.name,
                        row.raw[field.name],
                        f"a key of {field.bibliography}",
                    )
