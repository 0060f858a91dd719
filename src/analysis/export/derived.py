"""Tables that the archive holds beside those of ``data/``: what is computed from them.

They spare whoever works in R or in a spreadsheet the reading of periods, hedges and units. Each is
described as ``datapackage.json`` describes its own tables; the columns that come from there keep
their description.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd

from analysis import bibliography, claims, spreadsheet, tables, units, wording
from analysis.account import Verdict, told
from analysis.export import labels
from analysis.validation import Checked

WORKS = "references.bib"
_ID = {"pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$", "required": True}
_IDS = {"pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*(?:;[a-z0-9]+(?:-[a-z0-9]+)*)*$"}
_DAY = {"maxLength": len("YYYY-MM-DD")}
_NEEDED = {"required": True}


@dataclass(frozen=True)
class Derived:
    """A table: its description, a resource of a data package, and its file."""

    resource: Mapping[str, Any]
    content: bytes


def of(checked: Checked, described: Mapping[str, Any], data: Path) -> list[Derived]:
    """All tables that are computed from the data of a folder.

    Args:
        checked: the data, without problems.
        described: the content of their ``datapackage.json``.
        data: the folder.

    Raises:
        KeyError: a claim, assumption or comparandum that the results or checks need is not there.
    """
    return [_all_claims(checked, described, data), _results(data), _checks(data), _labels()]


def _labels() -> Derived:
    fields = [
        _field(name, meaning, _NEEDED if name in ("id", "language", "table", "text") else {})
        for name, meaning in labels.COLUMNS
    ]
    about = "What tables, columns, rows and units are called in the other languages of the book."
    return _derived("labels", "Labels", about, fields, labels.rows())


def _all_claims(checked: Checked, described: Mapping[str, Any], data: Path) -> Derived:
    """Every claim in one table: ends in base units, first and last day, the sources in words."""
    members = [table for table in described["resources"] if table.get("group") == claims.GROUP]
    schema = members[0]["schema"]
    own = [field["name"] for field in schema["fields"]]
    frame, known = claims.load(data), units.load(data)
    sources = tables.read("sources", data).set_index("id")
    works, _ = bibliography.parse((data / WORKS).read_text("utf-8"))
    raw = {
        row.raw["id"]: row.raw for table in members for row in checked.contents[table["name"]].rows
    }
    rows: list[tuple[str, ...]] = []
    for id, claim in frame.iterrows():
        unit = known[claim["unit"]]
        ends = [claim["lower"], claim["upper"]]
        rows.append(
            (
                *(raw[str(id)][name] for name in own),
                claim["table"],
                *map(_number, ends),
                unit.base,
                *(_number(value * unit.factor) for value in [*ends, claim["best"]]),
                *("" if pd.isna(day) else f"{day:%Y-%m-%d}" for day in claim[["start", "end"]]),
                "yes" if "~" in claim["period"] else "",
                "; ".join(_source(sources.loc[source], works) for source in claim["sources"]),
            )
        )
    fields = [
        *schema["fields"],
        _field("table", "The table in which the claim stands.", _NEEDED),
        _field("lower", "Lower end of what the hedge leaves, in the unit as printed; empty when "
               "open.", {}, "number"),
        _field("upper", "Upper end of it; empty when open.", {}, "number"),
        _field("base_unit", "The unit into which the unit as printed is converted.", _NEEDED),
        _field("lower_base", "Lower end in the base unit; empty when open.", {}, "number"),
        _field("upper_base", "Upper end in the base unit; empty when open.", {}, "number"),
        _field("best_base", "Most likely value in the base unit; empty if there is none.", {},
               "number"),
        _field("start", "First day of the period; empty where open or not stated.", _DAY),
        _field("end", "Last day of the period; empty where open or not stated.", _DAY),
        _field("approximate", "Whether a date of the period is approximate: yes, or empty.",
               {"enum": ["yes"]}),
        _field("sources_in_words", "The sources in words, separated by semicolons; empty when "
               "there is no footnote.", {}),
    ]  # fmt: skip
    return _derived(
        "all_claims",
        "All claims",
        "The claims of all claim tables, with what follows from their hedges, units and periods.",
        fields,
        rows,
        schema.get("foreignKeys", []),
    )


def _results(data: Path) -> Derived:
    fields = [
        _field("id", "Name of the result, the last part of its address in the book.", _ID),
        _field("label", "What the number says.", _NEEDED),
        _field("lower", "Its lower end; empty when open.", {}, "number"),
        _field("upper", "Its upper end; empty when open.", {}, "number"),
        _field("unit", "Its unit in words; empty for a bare number.", {}),
        _field("text", "The number with its unit, as the book writes it.", _NEEDED),
        _field("formula", "How it is reckoned, with the printed values.", _NEEDED),
        _list("claims", "The claims on which it rests; empty for a count of rows.", group="claims"),
    ]
    rows = [
        (
            *(r.id, r.label, _number(r.value.low), _number(r.value.high)),
            *(r.unit, r.text, r.formula, ";".join(r.claims)),
        )
        for r in told.results(data).values()
    ]
    about = "Every number that the book computes and the article does not print."
    return _derived("results", "Results", about, fields, rows)


def _checks(data: Path) -> Derived:
    verdicts = {"required": True, "enum": [str(verdict) for verdict in Verdict]}
    fields = [
        _field("id", "Name of the check, the last part of its address in the book.", _ID),
        _field("question", "What is asked.", _NEEDED),
        _field("verdict", "The verdict.", verdicts),
        _field("verdict_in_words", "The verdict with its condition.", _NEEDED),
        _field("finding", "The answer in a sentence.", _NEEDED),
        _field("key_words", "What its key number says.", _NEEDED),
        _field("key_formula", "How the key number is reckoned.", _NEEDED),
        _field("key_number", "The key number with its unit.", _NEEDED),
        _field("rests_on", "On what the verdict rests, beside the article.", _NEEDED),
        _field("settles", "What would settle it.", _NEEDED),
        _list("claims", "The claims that it reads.", group="claims"),
        _list("assumptions", "The assumptions that it reads.", resource="assumptions"),
        _list("comparanda", "The figures from outside the article that it reads.",
              resource="comparanda"),
    ]  # fmt: skip
    rows = [
        (
            *(c.id, c.question, str(c.verdict), c.verdict_text, c.finding),
            *(c.key.label, c.key.formula, c.key.text, c.rests_on, c.settles),
            *(";".join(ids) for ids in (c.claims, c.assumptions, c.comparanda)),
        )
        for c in told.checks(data).values()
    ]
    about = "Where figures bear on each other: a question each, and the verdict of the data."
    return _derived("checks", "Checks", about, fields, rows)


def _derived(
    name: str,
    title: str,
    description: str,
    fields: Sequence[Mapping[str, Any]],
    rows: Iterable[tuple[str, ...]],
    keys: Sequence[Mapping[str, Any]] = (),
) -> Derived:
    schema = {"fields": list(fields), "missingValues": [""], "primaryKey": "id"}
    resource = {
        "name": name,
        "path": f"{name}.csv",
        "title": title,
        "description": f"{description} Computed from the other tables.",
        "type": "table",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema | ({"foreignKeys": list(keys)} if keys else {}),
    }
    head = [field["name"] for field in fields]
    return Derived(resource, spreadsheet.csv_bytes(head, sorted(rows)))  # by id, the first cell


def _field(
    name: str, description: str, constraints: Mapping[str, Any], kind: str = "string"
) -> dict[str, Any]:
    return {
        "name": name,
        "type": kind,
        "description": description,
        "constraints": dict(constraints),
    }


def _list(name: str, description: str, **of: str) -> dict[str, Any]:
    """A list of keys of a table or of the tables of a group."""
    text = f"{description.removesuffix('.')}; ids separated by semicolons."
    return _field(name, text, _IDS) | {"separator": ";", "listOf": of | {"field": "id"}}


def _source(source: pd.Series, works: Mapping[str, bibliography.Work]) -> str:
    """A source in words: the archive and shelf mark, or the work that its key stands for."""
    if source["archive"] or not source["citekey"]:
        return wording.source(source)
    return ", ".join(filter(None, (works[source["citekey"]].words, source["locator"])))


def _number(value: float) -> str:
    """A number in plain digits, nothing for an open end: what floats add in the end goes."""
    return format(Decimal(f"{value:.12g}"), "f") if math.isfinite(value) else ""
