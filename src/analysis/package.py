"""The description of the data: ``datapackage.json`` read into tables and fields.

The file is a Frictionless Data Package with Table Schemas. Beside the standard properties it says:

- ``mayBeEmpty`` on a resource: its file may hold nothing but a header;
- ``group`` on a resource: tables that belong together (the claim tables are the group "claims");
- ``separator`` and ``listOf`` on a field: the cell is a list, its items are keys of another table
  (or of any table of a ``group``, and of further ``resources``);
- ``bibliography`` on a field: the cell is a key of that BibTeX file;
- ``uniqueAcross``: a field whose values are unique over all tables of a group;
- ``forms``: what each pattern means in plain words.
"""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from analysis import documents

FILE = "datapackage.json"
_INSTALLED = Path(__file__).parent / "data"  # in a wheel; a clone has the data beside the code
DATA = _INSTALLED if _INSTALLED.is_dir() else Path(__file__).parents[2] / "data"
PERIOD = "http://id.loc.gov/datatypes/edtf"

_TYPES = ("string", "integer", "number")


@dataclass(frozen=True)
class Problem:
    """Something wrong in the data.

    Attributes:
        file: name of the file.
        row: line in the file, from 1; None if the file as a whole is meant.
        column: name of the column; empty if the row as a whole is meant.
        value: what stands there.
        expected: what should stand there.
    """

    file: str
    row: int | None
    column: str
    value: str
    expected: str

    def __str__(self) -> str:
        place = _escaped(self.file, whole=True)
        if self.row is not None:
            place += f", row {self.row}"
        if self.column:
            place += f", column {_escaped(self.column)}"
        # a cell's value is quoted, a remark on a row or a file is not
        found = shown(self.value) if self.column else _escaped(self.value)
        return f"{place}: found {found}, expected {self.expected}"


class DataError(ValueError):
    """The data cannot be used. ``problems`` holds every problem found."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


@dataclass(frozen=True)
class Key:
    """A reference: the values of a field are values of ``field`` in one of ``tables``."""

    tables: tuple[str, ...]
    field: str


@dataclass(frozen=True)
class Field:
    """One column: the properties of its Table Schema field that the checks need."""

    name: str
    type: str
    description: str
    required: bool
    unique: bool
    enum: tuple[str, ...]
    pattern: re.Pattern[str] | None
    form: str
    minimum: float
    maximum: float
    max_length: float
    separator: str
    is_period: bool
    key: Key | None
    bibliography: str


@dataclass(frozen=True)
class Table:
    """One table: a resource of the package."""

    name: str
    file: str
    title: str
    description: str
    may_be_empty: bool
    group: str
    fields: tuple[Field, ...]
    primary_key: str


@dataclass(frozen=True)
class Package:
    """All tables, and the fields that are unique over a group: (group, field)."""

    tables: dict[str, Table]
    unique_across: tuple[tuple[str, str], ...]

    def group(self, name: str) -> list[Table]:
        """The tables of a group, in the order of the package."""
        return [table for table in self.tables.values() if table.group == name]


def shown(value: str) -> str:
    r"""A value for a message: quoted, shortened, invisible characters as escapes.

    >>> print(shown("12\u200b"))
    '12\u200b'
    """
    return f"'{_escaped(value)}'" if value else "nothing"


def _escaped(text: str, whole: bool = False) -> str:
    if whole or len(text) <= 60:
        return repr(text)[1:-1]
    return f"{repr(text[:60])[1:-1]}… ({len(text):,} characters)"


def read(data: Path) -> Package:
    """Read ``datapackage.json`` in a folder.

    Raises:
        DataError: the folder or the file is missing or the file does not describe tables;
            one problem says what is wrong first.
    """
    path = data / FILE
    if not data.is_dir():
        raise DataError([Problem(str(data), None, "", "no such folder", f"a folder with {FILE}")])
    try:
        text = path.read_bytes().decode("utf-8")
        return _described(text)
    except FileNotFoundError:
        problem = Problem(FILE, None, "", "no such file", f"the description of the data in {data}")
    except OSError as error:
        problem = Problem(FILE, None, "", str(error.strerror), "a file that can be read")
    except UnicodeDecodeError as error:
        problem = Problem(FILE, None, "", f"a byte that is not UTF-8: {error.start}", "UTF-8 text")
    except RecursionError:
        problem = Problem(FILE, None, "", "brackets nested too deeply", "JSON")
    except documents.KeyTwiceError as error:
        problem = Problem(FILE, None, "", str(error), "every key once")
    except json.JSONDecodeError as error:
        problem = Problem(FILE, error.lineno, "", error.msg, "JSON")
    except _FaultError as fault:
        problem = Problem(FILE, None, "", fault.found, f"{fault.expected} at {fault.at}")
    raise DataError([problem])


@lru_cache(maxsize=4)
def _described(text: str) -> Package:
    """Whoever reads a table asks for its description."""
    return of(documents.json_of(text))


def of(described: Any) -> Package:
    """The tables that the content of a ``datapackage.json`` describes."""
    return _package(described)


class _FaultError(Exception):
    """The description is JSON but not a description: where, what was found, what was expected."""

    def __init__(self, at: str, found: object, expected: str) -> None:
        self.at, self.expected = at, expected
        self.found = found if isinstance(found, str) else json.dumps(found, ensure_ascii=False)


def _get(node: Any, key: str, kind: type | tuple[type, ...], at: str, default: Any = None) -> Any:
    """A property of a JSON object, of the type wanted; without a default it must be there."""
    if not isinstance(node, dict):
        raise _FaultError(at, node, "an object")
    if key not in node:
        if default is None:
            raise _FaultError(f"{at}.{key}", "", "a value")
        return default
    # to Python, JSON's true is a number
    if not isinstance(node[key], kind) or (kind is not bool and isinstance(node[key], bool)):
        raise _FaultError(f"{at}.{key}", node[key], "another type of value")
    return node[key]


def _package(root: Any) -> Package:
    resources = _get(root, "resources", list, "$")
    forms = {
        _get(form, "pattern", str, f"$.forms[{i}]"): _get(form, "means", str, f"$.forms[{i}]")
        for i, form in enumerate(_get(root, "forms", list, "$", default=[]))
    }
    groups: dict[str, list[str]] = {}
    for i, resource in enumerate(resources):
        name = _get(resource, "name", str, f"$.resources[{i}]")
        groups.setdefault(_get(resource, "group", str, name, default=""), []).append(name)
    tables: dict[str, Table] = {}
    for resource in resources:
        table = _table(resource, forms, groups)
        if table.name in tables:
            raise _FaultError("$.resources", table.name, "every name once")
        tables[table.name] = table
    unique = tuple(
        (_get(rule, "group", str, "$.uniqueAcross"), _get(rule, "field", str, "$.uniqueAcross"))
        for rule in _get(root, "uniqueAcross", list, "$", default=[])
    )
    package = Package(tables, unique)
    _check_keys(package)
    return package


def _table(resource: Any, forms: dict[str, str], groups: dict[str, list[str]]) -> Table:
    name = resource["name"]
    file = _get(resource, "path", str, name)
    if not re.fullmatch(r"[a-z][a-z0-9_-]*\.csv", file):
        raise _FaultError(f"{name}.path", file, "the name of a CSV file in the same folder")
    schema = _get(resource, "schema", dict, name)
    keys = _foreign_keys(schema, name)
    fields = tuple(
        _field(node, f"{name}.fields[{i}]", forms, groups, keys)
        for i, node in enumerate(_get(schema, "fields", list, f"{name}.schema"))
    )
    names = [field.name for field in fields]
    if not names or len(set(names)) < len(names):
        raise _FaultError(f"{name}.schema.fields", names, "fields with different names")
    primary_key = _get(schema, "primaryKey", str, f"{name}.schema")
    for key in (primary_key, *keys):
        if key not in names:
            raise _FaultError(f"{name}.schema", key, "a key that is one of the fields")
    return Table(
        name=name,
        file=file,
        title=_get(resource, "title", str, name),
        description=_get(resource, "description", str, name),
        may_be_empty=_get(resource, "mayBeEmpty", bool, name, default=False),
        group=_get(resource, "group", str, name, default=""),
        fields=fields,
        primary_key=primary_key,
    )


def _foreign_keys(schema: Any, name: str) -> dict[str, Key]:
    keys = {}
    for i, node in enumerate(_get(schema, "foreignKeys", list, f"{name}.schema", default=[])):
        at = f"{name}.schema.foreignKeys[{i}]"
        reference = _get(node, "reference", dict, at)
        # in Table Schema an empty resource is the table itself
        resource = _get(reference, "resource", str, at) or name
        keys[_get(node, "fields", str, at)] = Key((resource,), _get(reference, "fields", str, at))
    return keys


def _field(
    node: Any, at: str, forms: dict[str, str], groups: dict[str, list[str]], keys: dict[str, Key]
) -> Field:
    name = _get(node, "name", str, at)
    kind = _get(node, "type", str, at)
    if kind not in _TYPES:
        raise _FaultError(f"{at}.type", kind, f"one of {', '.join(_TYPES)}")
    constraints = _get(node, "constraints", dict, at)
    pattern = _get(constraints, "pattern", str, at, default="")
    try:
        compiled = re.compile(pattern) if pattern else None
    except re.error as error:
        raise _FaultError(f"{at}.constraints.pattern", pattern, f"a pattern ({error})") from error
    key = keys.get(name)
    if "listOf" in node:
        of = _get(node, "listOf", dict, at)
        if "group" in of:
            tables = (*groups.get(of["group"], ()), *_get(of, "resources", list, at, default=[]))
            key = Key(tables, _get(of, "field", str, at))
        else:
            key = Key((_get(of, "resource", str, at),), _get(of, "field", str, at))
    return Field(
        name=name,
        type=kind,
        description=_get(node, "description", str, at),
        required=_get(constraints, "required", bool, at, default=False),
        unique=_get(constraints, "unique", bool, at, default=False),
        enum=tuple(_get(constraints, "enum", list, at, default=[])),
        pattern=compiled,
        form=forms.get(pattern, f"text of the form {pattern}"),
        minimum=_get(constraints, "minimum", (int, float), at, default=-math.inf),
        maximum=_get(constraints, "maximum", (int, float), at, default=math.inf),
        max_length=_get(constraints, "maxLength", (int, float), at, default=math.inf),
        separator=_get(node, "separator", str, at, default=""),
        is_period=node.get("rdfType") == PERIOD,
        key=key,
        bibliography=_get(node, "bibliography", str, at, default=""),
    )


def _check_keys(package: Package) -> None:
    for table in package.tables.values():
        for field in table.fields:
            if field.key is None:
                continue
            for target in field.key.tables:
                known = package.tables.get(target)
                if not known or field.key.field not in [f.name for f in known.fields]:
                    name = f"{target}.{field.key.field}"
                    raise _FaultError(f"{table.name}.{field.name}", name, "a known field")
