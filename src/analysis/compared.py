"""What a row says twice agrees: in printed words and in columns, in an event and in its claims.

Three comparisons:

- the printed words of a claim with its hedge, numbers and unit, and those of a period or of an
  event's date with the date (``printed``);
- the notes and the place in the article of an event with those of its claims;
- the numbers in the register of discrepancies with the claims, events and sources that the entry
  names; its sums are reckoned again (``arithmetic``).

Where the article's words do not carry a value, ``exceptions.csv`` names the cell, the value and the
reason. An exception that is not needed is a problem itself.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from analysis import arithmetic, hedges, periods, printed
from analysis.package import Package, Problem, Table, shown
from analysis.rules import Row, Rows, Value

EXCEPTIONS = "exceptions"
_VALUES = ("best", "low", "high")
_FIGURE = ("hedge", "low", "high", "best")
_CLAIM = {"as_printed", "hedge", "low", "high", "best", "unit", "measure"}
_REGISTER = ("title", "arithmetic", "doubt", "readings", "used", "why")
_ONWARD = re.compile(r"\b(?:then on|later|subsequently)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Finding:
    """A disagreement.

    Attributes:
        table, row, column: the cell.
        item: what of it disagrees, and what an exception would have to name.
        expected: what should stand there.
        beside: the rows that it follows from: what is wrong with them is not said again.
    """

    table: Table
    row: Row
    column: str
    item: str
    expected: str
    beside: tuple[Row, ...] = ()

    @property
    def cell(self) -> str:
        """The name of the cell in ``exceptions.csv``."""
        return f"{self.row.raw.get('id', '')}:{self.column}"


def check(
    package: Package, rows: Rows, whole: Collection[str], reported: Sequence[Problem], works: str
) -> list[Problem]:
    """All disagreements that no exception accounts for, and all exceptions without need.

    Args:
        package: the description of the data.
        rows: the rows of all tables.
        whole: the tables whose rows are all there; what needs others is not compared.
        reported: problems found before; what stands in their cells is not compared.
        works: the bibliography, as text.
    """
    broken = {(problem.file, problem.row, problem.column) for problem in reported}
    lines = {(file, line) for file, line, _ in broken}
    rows = {name: [_valid(row) for row in of_table] for name, of_table in rows.items()}
    before = {
        id(row)
        for table in package.tables.values()
        for row in rows[table.name]
        if (table.file, row.line) in lines
    }
    spoilt = set(before)
    declared = {
        (row.raw.get("id", ""), item): row
        for row in rows.get(EXCEPTIONS, ())
        for item in _items(row, "values")
    }
    instead = {cell: (item, row.line) for (cell, item), row in declared.items()}
    problems: list[Problem] = []
    needed: set[tuple[str, str]] = set()
    for finding in _findings(package, rows, whole, works):
        file, line, column = finding.table.file, finding.row.line, finding.column
        key = (finding.cell, finding.item)
        # of the numbers of a row, one that is wrong is named for all
        cell = (file, line, "hedge" if column in _FIGURE else column)
        if key in declared:
            needed.add(key)
            problems += [problem for problem in _unfit(finding) if problem not in problems]
        elif finding.beside and (id(finding.row) in before or spoilt & {*map(id, finding.beside)}):
            continue
        elif (file, line, column) not in broken and (cell not in broken or finding.beside):
            spoilt.add(id(finding.row))
            if column in _FIGURE:
                broken.add(cell)
            expected = finding.expected
            if finding.cell in instead and not finding.beside:
                item, at = instead[finding.cell]
                expected += f", or {item} by exceptions.csv, row {at}"
            problems.append(Problem(file, line, column, finding.item, expected))
    if EXCEPTIONS in package.tables and not reported and not problems:
        file = package.tables[EXCEPTIONS].file
        expected = "only exceptions that are needed; no such cell disagrees"
        problems += [
            Problem(file, row.line, "values", item, expected)
            for (cell_id, item), row in declared.items()
            if (cell_id, item) not in needed
        ]
    return problems


def _unfit(excepted: Finding) -> list[Problem]:
    """What is wrong with numbers that are not those of the words, beside their hedge."""
    row = excepted.row
    if excepted.column not in _FIGURE:
        return []
    fault = hedges.fault(*(row.values[name] for name in _FIGURE))  # type: ignore[arg-type]
    if not fault:
        return []
    expected = f"{fault} with this hedge"
    return [Problem(excepted.table.file, row.line, "hedge", row.raw["hedge"], expected)]


def _findings(
    package: Package, rows: Rows, whole: Collection[str], works: str
) -> Iterator[Finding]:
    claims = _by_id(rows, [t for t in package.tables.values() if _has(t, _CLAIM)])
    of_events = [t for t in package.tables.values() if _has(t, {"date_printed"})]
    events = _by_id(rows, of_events)
    events_of: dict[str, list[Row]] = {}
    for _, event in events.values():
        for id in _items(event, "claims"):
            events_of.setdefault(id, []).append(event)
    dated = {table.name for table in of_events} <= set(whole)
    for table, row in claims.values():
        if {"units", "measures"} <= set(whole):
            yield from _figure(table, row, rows)
        if dated:
            others = events_of.get(row.raw["id"], ())
            yield from _date(table, row, "period", "period_printed", others)
    yield from _shared_words(claims.values())
    if len(whole) < len(package.tables):
        return
    for table, row in events.values():
        yield from _event(table, row, claims)
    for table in package.tables.values():
        if _has(table, {"arithmetic", "readings"}):
            yield from _register(table, rows, claims, events, works)


# ---------------------------------------------------------------- printed words


def _figure(table: Table, row: Row, rows: Rows) -> Iterator[Finding]:
    """Hedge, numbers and unit are those of the printed words."""
    if any(column not in row.values for column in _CLAIM):
        return
    words = row.raw["as_printed"]
    found = printed.figures(words, _spoken(rows))
    mine = {column: row.values[column] for column in ("hedge", *_VALUES)}

    def misses(figure: printed.Figure) -> list[str]:
        return [column for column in mine if not _same(mine[column], getattr(figure, column))]

    figure = min(found, key=lambda figure: len(misses(figure)))
    wrong = misses(figure)
    for column in wrong:
        if column == "hedge":
            fault = hedges.fault(*(mine[name] for name in _FIGURE))  # type: ignore[arg-type]
            expected = figure.hedge + (f" ({fault} with the hedge given)" if fault else "")
        elif len(found) > 1 and len(wrong) == len([name for name in _VALUES if row.raw[name]]):
            expected = " or ".join(dict.fromkeys(_shown(getattr(f, column)) for f in found))
        else:
            expected = _shown(getattr(figure, column))
            expected += f" in {', '.join(wrong)}" * (len(wrong) > 1)
        yield Finding(table, row, column, row.raw[column], f"{expected}, as {shown(words)} says")
    measure = next((m for m in rows["measures"] if m.raw.get("id") == row.raw["measure"]), None)
    counted = measure.raw.get("unit", "") if measure else ""
    unit = row.raw["unit"]
    if figure.unit and unit != figure.unit:
        yield Finding(table, row, "unit", unit, f"{figure.unit}, as {shown(words)} says")
    elif not figure.unit and not counted:
        expected = f"a unit that {shown(words)} names, or measure {row.raw['measure']}"
        yield Finding(table, row, "unit", unit, expected)


def _shared_words(claims: Iterable[tuple[Table, Row]]) -> Iterator[Finding]:
    """Two claims with the same words of the same paragraph are two numbers of these words."""
    seen: dict[tuple[str, ...], Row] = {}
    columns = ("section", "paragraph", "as_printed", "best", "low")
    for table, row in claims:
        words = row.raw.get("as_printed", "")
        if len(re.findall(r"\d[\d,.]*", words)) < 2 or row.raw.get("hedge") == "counted":
            continue
        first = seen.setdefault(tuple(row.raw.get(column, "") for column in columns), row)
        if first is not row:
            expected = f"another number of {shown(words)} than {first.raw['id']} has"
            yield Finding(table, row, "best", row.raw["best"], expected)


def _date(
    table: Table, row: Row, column: str, words_column: str, others: Sequence[Row]
) -> Iterator[Finding]:
    """A period is that of its words; what they leave open is as in the event, or in the claims."""
    if column not in row.values or words_column not in row.values:
        return
    words, value = row.raw[words_column], row.raw[column]
    beside = printed.years(row.raw.get("as_printed", ""))
    if beside - set(re.findall(r"\d{4}", value)):
        expected = f"{' or '.join(sorted(beside))}, as {shown(row.raw['as_printed'])} says"
        yield Finding(table, row, column, value, expected)
        return
    said = printed.date(words, deadline=column == "date")
    if re.search(r"\d", words) and not said.forms and not said.day:
        yield Finding(table, row, words_column, words, "the words of one date that can be read")
    elif said.forms:
        if value not in said.forms:
            expected = f"{' or '.join(said.forms)}, as {shown(words)} says"
            yield Finding(table, row, column, value, expected)
    elif said.day and not (value.endswith(said.day) and "/" not in value):
        expected = f"a date that ends in {said.day}, as {shown(words)} says"
        yield Finding(table, row, column, value, expected)
    elif value or words:
        other_column = "date" if column == "period" else "period"
        dates = {other.raw[other_column]: other for other in others if other.raw.get(other_column)}
        if _ONWARD.search(words):
            dates = {f"{date.split('/')[0]}/..": other for date, other in dates.items()}
        if value not in dates:
            given = [f"{date}, as {other.raw['id']} has" for date, other in dates.items()]
            expected = (
                " or ".join(given) or f"a date that its words give, and {shown(words)} does not"
            )
            yield Finding(table, row, column, value, expected)


# ---------------------------------------------------------------- events and their claims


def _event(table: Table, row: Row, claims: Mapping[str, tuple[Table, Row]]) -> Iterator[Finding]:
    """An event stands with its claims: same date, paragraph and notes."""
    mine = [claims[id] for id in _items(row, "claims") if id in claims]
    # those whose own words give the whole date know best
    dated = [claim for _, claim in mine if printed.date(claim.raw.get("period_printed", "")).forms]
    yield from _date(table, row, "date", "date_printed", dated or [claim for _, claim in mine])
    for claim_table, claim in mine:
        for column in ("section", "paragraph", "footnote", "sources"):
            if column not in row.values or column not in claim.values:
                continue
            if row.values[column] != claim.values[column]:
                expected = (
                    f"claims with its {column} {row.raw[column] or '(none)'}; "
                    f"{claim_table.file}, row {claim.line}, has {claim.raw[column] or 'none'}"
                )
                yield Finding(table, row, "claims", claim.raw["id"], expected, (claim,))
                break


# ---------------------------------------------------------------- the register


@dataclass(frozen=True)
class _Known:
    """The numbers that an entry of the register may use.

    Attributes:
        values: of its claims, of the titles of its events, of its works; the factors of units.
        years, days: of all dates.
        spans: days, months and years from one date to another.
        counts: how many claims, events, sources and notes it names.
        marks: of its notes and shelf marks, by the word for them.
    """

    values: set[float]
    years: set[float]
    days: set[float]
    spans: Mapping[str, set[float]]
    counts: set[float]
    marks: Mapping[str, set[float]]


def _register(
    table: Table,
    rows: Rows,
    claims: Mapping[str, tuple[Table, Row]],
    events: Mapping[str, tuple[Table, Row]],
    works: str,
) -> Iterator[Finding]:
    """Every number is one of the claims, events and sources named, or the result of a sum."""
    units = {
        unit.raw["id"]: (unit.raw.get("base_unit", ""), float(str(unit.values["factor"])))
        for unit in rows["units"]
        if {"id", "factor"} <= unit.values.keys()
    }
    words = {word: units[id] for word, id in _spoken(rows).items() if id in units}
    sources = {row.raw.get("id", ""): row for row in rows.get("sources", ())}
    for row in rows[table.name]:
        of_claims = [claims[id][1] for id in _items(row, "claims") if id in claims]
        of_events = [events[id][1] for id in _items(row, "events") if id in events]
        of_sources = [sources[id] for id in _items(row, "sources") if id in sources]
        known = _known(of_claims, of_events, of_sources, units, works)
        known.values.update(n.value for n in arithmetic.settled(row.raw.get("arithmetic", "")))
        for column in _REGISTER:
            # words that only discuss count up to three things of their own: "three readings"
            own = 2 if column in ("title", "arithmetic") else 3
            for item, expected in _numbers(row.raw.get(column, ""), known, words, own):
                beside = (*of_claims, *of_events, *of_sources)
                yield Finding(table, row, column, item, expected, beside)


def _numbers(
    text: str, known: _Known, units: Mapping[str, tuple[str, float]], own: int
) -> Iterator[tuple[str, str]]:
    """Each number of a text that is wrong or comes from nowhere, and what is expected instead."""
    for result, expected in arithmetic.wrong(text, units):
        yield result, f"{expected}, reckoned from {shown(text)}"
    settled = {number.start for number in arithmetic.settled(text)}
    marked = {
        digits.start() + match.start(2): match[1].lower()
        for match in _MARKED.finditer(text)
        for digits in re.finditer(r"\d+", match[2])
    }
    for number in arithmetic.numbers(text):
        if number.start in settled or (number.word and number.value <= own):
            continue
        if _comes_from(number, text, marked.get(number.start), known):
            continue
        yield (
            number.text,
            "a number of the claims, events and sources that the entry names, "
            f"or the result of a sum with =, in {shown(text)}",
        )


def _comes_from(number: arithmetic.Number, text: str, mark: str | None, known: _Known) -> bool:
    """Whether a number is known for what it stands for in its text."""
    before, behind = text[: number.start], text[number.end :]
    if mark is None and re.search(r"\b[A-Z]-$", before):
        mark = "fond"
    if mark:
        return number.value in known.marks[mark[:4]]
    if re.match(rf"(?:(?:–| to )\d+)? (?:{_MONTHS})", behind) or re.search(
        rf"(?:{_MONTHS}) $", before
    ):
        return number.value in (known.years if number.value > 31 else known.days)
    unit = re.match(r"(?: to \S+)? (day|month|year)s?\b", behind)
    if unit and any(number.says(span) for span in known.spans[unit[1]]):
        return True
    if number.word and number.value in known.counts:
        return True
    if re.match(r" (?:notes|volumes|works)\b", behind):
        return number.value in known.counts
    if re.match(r"s\b", behind):
        return any(0 <= year - number.value < 10 for year in known.years | known.values)  # a decade
    value = number.value / 100 if number.percent else number.value
    return value in known.values or value in known.years


_MARKED = re.compile(
    r"\b(fond|opis|delo|leaf|leaves|notes?|pages?) ((?:\d+(?:–|, | and | or )?)+)", re.IGNORECASE
)
_MONTHS = "|".join(calendar.month_name[1:])


def _known(
    claims: Sequence[Row],
    events: Sequence[Row],
    sources: Sequence[Row],
    units: Mapping[str, tuple[str, float]],
    works: str,
) -> _Known:
    values: set[float] = set()
    pages: set[float] = set()
    for claim in claims:
        numbers = {float(str(claim.values[c])) for c in _VALUES if claim.values.get(c)}
        values |= numbers if claim.raw.get("unit") != "percent" else {n / 100 for n in numbers}
        values |= _digits(claim.raw.get("as_printed", ""))
        _, factor = units.get(claim.raw.get("unit", ""), ("", 1.0))
        if factor != 1:
            values |= {factor, round(1 / factor, 9)}
    for event in events:
        values |= _digits(" ".join(event.raw.get(column, "") for column in ("title", "actor")))
    for source in sources:
        if key := source.raw.get("citekey"):
            entry = re.search(rf"@\w+\s*\{{\s*{re.escape(key)}\s*,.*?(?=^@|\Z)", works, re.M | re.S)
            pages |= _digits((entry[0] if entry else "") + " " + source.raw.get("locator", ""))
    values |= pages
    dates = [row.raw.get("period") or row.raw.get("date") or "" for row in (*claims, *events)]
    notes = {
        float(str(row.values[column]))
        for row in (*claims, *events, *sources)
        for column in ("footnote", "passage_note")
        if row.values.get(column)
    }
    named = {
        column: _digits(" ".join(source.raw.get(column, "") for source in sources))
        for column in ("fond", "opis", "delo", "leaves")
    }
    return _Known(
        values,
        years={float(year) for date in dates for year in re.findall(r"\b\d{4}\b", date)},
        days={float(day) for date in dates for day in re.findall(r"-\d\d-(\d\d)\b", date)},
        spans=_spans(dates),
        counts={
            float(len(items))
            for items in (claims, events, sources, {s.raw.get("footnote") for s in sources})
        },
        marks={
            **{"fond": named["fond"], "opis": named["opis"], "delo": named["delo"]},
            **{"leaf": named["leaves"], "leav": named["leaves"]},
            **{"page": pages, "note": notes},
        },
    )


def _digits(text: str) -> set[float]:
    return {float(run.replace(",", "")) for run in re.findall(r"\d+(?:,\d{3})*(?:\.\d+)?", text)}


def _spans(dates: Sequence[str]) -> dict[str, set[float]]:
    """The whole days, months and years between two ends of some dates."""
    ends = []
    for date in dates:
        try:
            period = periods.parse(date)
        except ValueError:
            continue
        ends += [end for end in (period.start, period.end) if end]
    spans: dict[str, set[float]] = {"day": set(), "month": set(), "year": set()}
    for a, b in product(ends, ends):
        if a < b:
            spans["day"].add((b - a).days)
            spans["month"].add((b.year - a.year) * 12 + b.month - a.month)
            spans["year"].add(b.year - a.year)
    return spans


# ---------------------------------------------------------------- rows


def _spoken(rows: Rows) -> dict[str, str]:
    return _words_of(tuple((u.raw.get("id", ""), u.raw.get("name", "")) for u in rows["units"]))


@lru_cache(maxsize=2)
def _words_of(units: tuple[tuple[str, str], ...]) -> dict[str, str]:
    return printed.spoken(dict(units))


def _valid(row: Row) -> Row:
    """The row without the cells that are no good: what is wrong with them is said already."""
    return Row(row.line, {name: row.raw[name] for name in row.values}, row.values)


def _has(table: Table, columns: set[str]) -> bool:
    return columns <= {field.name for field in table.fields}


def _by_id(rows: Rows, tables: Sequence[Table]) -> dict[str, tuple[Table, Row]]:
    return {
        row.raw["id"]: (table, row)
        for table in tables
        for row in rows[table.name]
        if row.raw.get("id")
    }


def _items(row: Row, column: str) -> tuple[str, ...]:
    value = row.values.get(column)
    return value if isinstance(value, tuple) else ()


def _same(cell: Value, said: str | float | None) -> bool:
    """Whether a cell holds what the words say; two thirds are 0.6667."""
    if isinstance(cell, float) and isinstance(said, float):
        return cell == said or (said < 1 and cell == round(said, 4))
    return cell == said


def _shown(value: float | None) -> str:
    return "an empty cell" if value is None else f"{value:.12g}"
