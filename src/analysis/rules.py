"""Checks between the columns of a row and between tables, beyond what Table Schema can say.

Each rule applies to every table that has its columns. A rule looks only at cells that are valid in
themselves, so that one fault is reported once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from analysis import derivation, periods
from analysis.package import Problem, Table, shown

Value = str | int | float | tuple[str, ...] | None


@dataclass
class Row:
    """One row of a file.

    Attributes:
        line: its line in the file, from 1.
        raw: its cells as they stand there, by column.
        values: the valid cells with their types: text, int, float, a tuple for a list, None for
            an empty cell.
    """

    line: int
    raw: dict[str, str] = field(default_factory=dict)
    values: dict[str, Value] = field(default_factory=dict)


Rows = Mapping[str, Sequence[Row]]
Found = Iterator[tuple[Row, str, str]]  # row, column, expected


def check(table: Table, rows: Rows) -> list[Problem]:
    """All problems that the rules find in one table.

    Args:
        table: the table to check.
        rows: the rows of all tables.
    """
    columns = {field.name for field in table.fields}
    return [
        Problem(table.file, row.line, column, row.raw.get(column, ""), expected)
        for needed, rule in _RULES
        if needed <= columns
        for row, column, expected in rule(table, rows)
    ] + [
        Problem(table.file, row.line, column, row.raw.get(column, ""), expected)
        for row, column, expected in _periods(table, rows)
    ]


def _valid(row: Row, *columns: str) -> bool:
    return all(column in row.values for column in columns)


def _by_id(rows: Sequence[Row]) -> dict[str, Row]:
    return {row.raw["id"]: row for row in rows if "id" in row.raw}


def _periods(table: Table, rows: Rows) -> Found:
    """A period is made of dates of the calendar and does not end before it starts."""
    names = [field.name for field in table.fields if field.is_period]
    for row in rows[table.name]:
        for name in names:
            if value := row.values.get(name):
                try:
                    periods.parse(str(value))
                except ValueError as error:
                    yield row, name, f"a period ({error})"


_VALUES = ("low", "high", "best")


def _ordered(table: Table, rows: Rows) -> Found:
    """The values are in order: low <= best <= high, as far as they are given."""
    if any(field.name == "hedge" for field in table.fields):
        return  # the hedge says more, see ``compared``
    for row in rows[table.name]:
        if not _valid(row, *_VALUES):
            continue
        given = [
            (name, row.values[name]) for name in ("low", "best", "high") if row.raw[name] != ""
        ]
        for (lower, x), (upper, y) in pairwise(given):
            if x > y:  # type: ignore[operator]
                yield row, lower, f"{lower} <= {upper}, which is {row.raw[upper]}"


def _footnote(table: Table, rows: Rows) -> Found:
    """A footnote goes with sources, and every source is one that this footnote names."""
    known = _by_id(rows.get("sources", ()))
    for row in rows[table.name]:
        if not _valid(row, "footnote", "sources"):
            continue
        footnote, named = row.values["footnote"], row.values["sources"]
        assert isinstance(named, tuple)
        if footnote is None and named:
            yield row, "footnote", f"the footnote that names {named[0]}"
        elif footnote is not None and not named:
            yield row, "sources", f"the sources that footnote {footnote} names"
        for name in named:
            if footnote is not None and name in known and _footnote_of(name) != footnote:
                yield row, "sources", f"sources of footnote {footnote}, and {name} is of another"


def _passage_note(table: Table, rows: Rows) -> Found:
    """A passage's note goes with its distance, stands where there is no footnote, and is known."""
    known = {row.values.get("footnote") for row in rows.get("sources", ())}
    for row in rows[table.name]:
        if not _valid(row, "footnote", "passage_note", "sentences_on"):
            continue
        note, distance = row.values["passage_note"], row.values["sentences_on"]
        if note is not None and row.values["footnote"] is not None:
            yield row, "passage_note", "nothing beside a footnote, which closes the sentence itself"
        elif (note is None) != (distance is None):
            empty = "passage_note" if note is None else "sentences_on"
            yield row, empty, "both passage_note and sentences_on, or neither"
        elif note is not None and known and note not in known:
            yield row, "passage_note", "a footnote of sources.csv"


def _footnote_of(source: str) -> int:
    """The footnote in a source's id: 9 for fn09a."""
    return int(source[2:4])


def _doubt(table: Table, rows: Rows) -> Found:
    """What shows a discrepancy is arithmetic, or words where there is none."""
    for row in rows[table.name]:
        if _valid(row, "arithmetic", "doubt") and not (row.raw["arithmetic"] or row.raw["doubt"]):
            yield row, "doubt", "in what the doubt lies, since there is no arithmetic"


def _dimension(table: Table, rows: Rows) -> Found:
    """A unit is the one in which its measure is counted, or at least of the same dimension."""
    measures, units = _by_id(rows.get("measures", ())), _by_id(rows.get("units", ()))
    for row in rows[table.name]:
        measure, unit = measures.get(row.raw.get("measure", "")), units.get(row.raw.get("unit", ""))
        if not measure or not unit:
            continue
        wanted, found = measure.values.get("dimension"), unit.values.get("dimension")
        if wanted and found and wanted != found:
            name = shown(measure.raw["id"])
            expected = f"a unit of {wanted}, as measure {name} has; this one is of {found}"
            yield row, "unit", expected
        elif (only := measure.values.get("unit")) and only != row.raw["unit"]:
            yield row, "unit", f"{only}, in which measure {shown(measure.raw['id'])} is counted"


def _position(table: Table, rows: Rows) -> Found:
    """Latitude and longitude go together, and with a basis; without them nothing is sure."""
    for row in rows[table.name]:
        if not _valid(row, "lat", "lon", "certainty"):
            continue
        lat, lon = row.values["lat"], row.values["lon"]
        known = row.values["certainty"] != "unknown"
        if (lat is None) != (lon is None):
            empty = "lat" if lat is None else "lon"
            yield row, empty, "both lat and lon, or neither"
        elif known != (lat is not None):
            yield row, "certainty", "unknown if lat and lon are empty, and only then"
        elif known and not row.raw.get("position_basis"):
            yield row, "position_basis", "how the position was established"


def _same_source(table: Table, rows: Rows) -> Found:
    """A source carries its footnote's number, and same_as leads back to an earlier one."""
    sources = _by_id(rows[table.name])
    for row in rows[table.name]:
        if not _valid(row, "id", "footnote"):
            continue
        if _footnote_of(row.raw["id"]) != row.values["footnote"]:
            yield row, "footnote", "the number in the id"
        target = sources.get(row.raw.get("same_as", ""))
        if target is row:
            yield row, "same_as", "another source"
        elif target and not target.raw["id"] < row.raw["id"]:
            # only backwards, so that following same_as comes to an end
            yield row, "same_as", "a source that is named earlier"


def _base_unit(table: Table, rows: Rows) -> Found:
    """A base unit is its own base, with factor 1, and of the dimension of its units."""
    units = _by_id(rows[table.name])
    for row in rows[table.name]:
        base = units.get(row.raw.get("base_unit", ""))
        if not base or not _valid(row, "dimension", "factor"):
            continue
        if base is row:
            if row.values["factor"] != 1:
                yield row, "factor", "1, because the unit is its own base"
        elif base.raw.get("base_unit") != base.raw["id"]:
            yield row, "base_unit", "a unit that is its own base"
        elif base.values.get("dimension") not in (None, row.values["dimension"]):
            yield row, "dimension", f"the dimension of its base, {base.values['dimension']}"


def _derived(table: Table, rows: Rows) -> Found:
    """No figure was derived from itself, over however many steps."""
    parents = {
        row.raw["id"]: row.values["derived_from"]
        for name in ("assumptions", "comparanda")
        for row in rows.get(name, ())
        if _valid(row, "id", "derived_from")
    }
    for row in rows[table.name]:
        id = row.raw.get("id", "")
        if id in derivation.origins(id, parents):  # type: ignore[arg-type]
            yield row, "derived_from", f"figures that were not themselves derived from {id}"


def _rival(table: Table, rows: Rows) -> Found:
    """A rival is of another figure, which is not a rival itself and counts the same."""
    known = _by_id(rows[table.name])
    for row in rows[table.name]:
        target = known.get(row.raw.get("rival_of", ""))
        if target and (target is row or target.raw.get("rival_of")):
            yield row, "rival_of", "a figure that is no rival itself"
        elif target and any(row.raw[name] != target.raw[name] for name in ("measure", "unit")):
            yield row, "rival_of", "a figure of the same measure and unit"


def _in_the_article(table: Table, rows: Rows) -> Found:
    """A place in the article is one of its paragraphs, and its footnote has its mark there."""
    known = {
        (row.raw["section"], row.raw["paragraph"]): row
        for row in rows.get("paragraphs", ())
        if _valid(row, "section", "paragraph", "first_note", "last_note")
    }
    for row in rows[table.name] if known else ():
        if not _valid(row, "section", "paragraph", "footnote") or row.raw["section"] == "notes":
            continue
        paragraph = known.get((row.raw["section"], row.raw["paragraph"]))
        note = row.values["footnote"]
        if paragraph is None:
            yield row, "paragraph", "a paragraph of the section in paragraphs.csv"
        elif isinstance(note, int):
            first, last = paragraph.values["first_note"], paragraph.values["last_note"]
            if not (isinstance(first, int) and isinstance(last, int) and first <= note <= last):
                yield row, "footnote", "a note between the first and the last of its paragraph"


def _notes_in_order(table: Table, rows: Rows) -> Found:
    """There is a first and a last footnote or none, and the last is not before the first."""
    for row in rows[table.name]:
        if _valid(row, "first_note", "last_note"):
            first, last = row.values["first_note"], row.values["last_note"]
            if (first is None) != (last is None):
                yield row, "last_note", "the first and the last note, or none"
            elif isinstance(first, int) and isinstance(last, int) and last < first:
                yield row, "last_note", "a note not before the first"


def _listed(table: Table, rows: Rows) -> Found:
    """The claims of a paragraph stand in it, each once, and overleaf only if it goes on there."""
    places = {
        row.raw["id"]: (row.raw["section"], row.raw["paragraph"])
        for found in rows.values()
        for row in found
        if {"id", "as_printed", "section", "paragraph"} <= row.raw.keys()
    }
    for row in rows[table.name]:
        if not _valid(row, "section", "paragraph", "turns", "claims", "overleaf"):
            continue
        here = (row.raw["section"], row.raw["paragraph"])
        claims, overleaf = row.values["claims"], row.values["overleaf"]
        assert isinstance(claims, tuple) and isinstance(overleaf, tuple)
        if overleaf and row.raw["turns"] == "no":
            yield row, "overleaf", "nothing, for the paragraph ends on its page"
        elif set(claims) & set(overleaf):
            yield row, "overleaf", "claims that do not stand on the page before"
        for column, listed in (("claims", claims), ("overleaf", overleaf)):
            if any(places.get(claim, here) != here for claim in listed):
                yield row, column, "claims of this paragraph"


Rule = Callable[[Table, Rows], Found]
_RULES: tuple[tuple[set[str], Rule], ...] = (
    (set(_VALUES), _ordered),
    ({"footnote", "sources"}, _footnote),
    ({"footnote", "passage_note", "sentences_on"}, _passage_note),
    ({"arithmetic", "doubt"}, _doubt),
    ({"measure", "unit"}, _dimension),
    ({"lat", "lon", "certainty", "position_basis"}, _position),
    ({"id", "footnote", "same_as"}, _same_source),
    ({"id", "base_unit", "factor", "dimension"}, _base_unit),
    ({"id", "derived_from"}, _derived),
    ({"id", "rival_of", "measure", "unit"}, _rival),
    ({"section", "paragraph", "footnote"}, _in_the_article),
    ({"first_note", "last_note"}, _notes_in_order),
    ({"section", "paragraph", "claims", "overleaf"}, _listed),
)
