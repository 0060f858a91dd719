"""How far two persons who code the same article agree.

Two codings are paired row by row and compared field by field. Percent agreement counts how often
they say the same; Cohen's kappa and Krippendorff's alpha say how much better that is than chance:
1 is full agreement, 0 is chance, below 0 is worse than chance.

Sources: J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological
Measurement 20 (1960), 37-46; K. Krippendorff, Computing Krippendorff's alpha-reliability (2011).
The published library for alpha is under a licence (GPL) that would bind this one.

Whether two persons take the same words for claims is another question. What neither took cannot be
counted, so no chance can be reckoned; the share of all statements that both have, and F, are what
kappa comes to when the rest is many: G. Hripcsak, A. S. Rothschild, Agreement, the F-measure, and
reliability in information retrieval, Journal of the American Medical Informatics Association 12
(2005), 296-298.
"""

from __future__ import annotations

import csv
import datetime
import io
import math
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from dataclasses import field as default
from itertools import permutations
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.optimize import linear_sum_assignment

from analysis import claims, hedges, package, periods, tables, units, validation
from analysis.package import DataError, Field, Problem, Table

# The columns of another person's coding, each with the column of the claims that rules it.
COLUMNS = {
    "printed": "best",
    "low": "low",
    "high": "high",
    "unit": "unit",
    "period": "period",
    "footnote": "footnote",
    "passage_note": "passage_note",
}
# Where the claim stands: a coder may leave both columns out.
PLACE = {"section": "section", "paragraph": "paragraph"}
FIELDS = ("printed", "low", "high", "hedge", "unit", "period", "footnote", "passage_note")
_NUMBERS = ("printed", "low", "high")
# One hedge for each of the forms that three numbers can have.
_FORMS = ("exact", "over", "nearly", "about", "range")
# What a full difference costs; two rows that differ by LIMIT or more are not the same statement.
_VALUE, _UNIT, _PERIOD, _FOOTNOTE, _PARAGRAPH = 2.0, 1.0, 1.0, 0.1, 0.1
_LIMIT = 2.0
_PART = re.compile(r"(?P<section>[^:]+)(?::(?P<first>[1-9]\d{0,3})(?:-(?P<last>[1-9]\d{0,3}))?)?")
# A number with a decimal comma. Three digits behind the comma may as well be thousands.
_COMMA = re.compile(r"(?P<whole>-?\d+),(?P<part>\d+)")

Value = str | float | int | None


class PartError(ValueError):
    """A part of the article that there is not; the message says which there are."""


@dataclass(frozen=True)
class Part:
    """A section, or some of its paragraphs, that a second person coded.

    Attributes:
        section: its id.
        first, last: the paragraphs, both included; a section's numbers begin with 1.
    """

    section: str
    first: int
    last: int

    @classmethod
    def parse(cls, text: str, sections: Sequence[str]) -> Part:
        """A part as it is written: ``security``, ``security:3`` or ``crossings:5-9``.

        Raises:
            PartError: there is no such section, or the paragraphs are no numbers in order.
        """
        found = _PART.fullmatch(text)
        if found is None or found["section"] not in sections:
            raise PartError(
                f"{text}: no part of the article; expected a section ({', '.join(sections)}) "
                "or paragraphs of one, such as security:3 or crossings:5-9"
            )
        first = int(found["first"] or 1)
        last = int(found["last"] or found["first"] or 9999)
        if last < first:
            raise PartError(f"{text}: paragraph {last} comes before {first}")
        return cls(found["section"], first, last)

    def holds(self, section: str | None, paragraph: int | None) -> bool:
        """Whether a place lies in this part; a section without a paragraph may."""
        inside = paragraph is None or self.first <= paragraph <= self.last
        return section == self.section and inside


@dataclass(frozen=True)
class Coded:
    """One statement as one person coded it.

    Attributes:
        name: a claim's id, or the row of the file.
        printed, low, high: the number printed and the ends that its words allow, None if empty.
        unit, period, footnote, passage_note, section, paragraph: as in the claim tables, None if
            empty.
    """

    name: str
    printed: float | None
    low: float | None
    high: float | None
    unit: str
    period: str | None
    footnote: int | None
    passage_note: int | None = None
    section: str | None = None
    paragraph: int | None = None

    @property
    def hedge(self) -> str | None:
        """The form of the three numbers, named by one of its hedges; None if it is none of them."""
        fits = (h for h in _FORMS if hedges.fault(h, self.low, self.high, self.printed) is None)
        return next(fits, None)


@dataclass(frozen=True)
class FieldAgreement:
    """Agreement on one field.

    Attributes:
        name: the field.
        same, of: how many of the pairs agree.
        kappa: Cohen's kappa, None where it does not apply or is not defined.
        alpha: Krippendorff's alpha, None where it is not defined: with no pair, or one value only.
    """

    name: str
    same: int
    of: int
    kappa: float | None
    alpha: float | None


@dataclass(frozen=True)
class Disagreement:
    """A field of a pair on which the two codings differ."""

    claim: str
    other: str
    field: str
    curated: Value
    coded: Value

    def __str__(self) -> str:
        return (
            f"{self.claim} and {self.other}, {self.field}: "
            f"{_words(self.curated)} here, {_words(self.coded)} there"
        )


@dataclass(frozen=True)
class Agreement:
    """Two codings compared: fields, differences, and the rows that found no partner.

    Attributes:
        pairs: the claim and the row that say the same.
        fields: how far the pairs agree in each field.
        disagreements: every field of a pair in which they do not.
        only_claims, only_other: what only one of the two took for a claim.
        by_paragraph: alpha of how many claims each found in a paragraph, and in how many
            paragraphs either found one; None if the other coding does not say where.
    """

    pairs: list[tuple[str, str]]
    fields: list[FieldAgreement]
    disagreements: list[Disagreement]
    only_claims: list[str] = default(default_factory=list)
    only_other: list[str] = default(default_factory=list)
    by_paragraph: tuple[float | None, int] | None = None

    @property
    def shares(self) -> tuple[float, float, float, float] | None:
        """Agreement on what counts as a claim; None if neither found any.

        The part of the claims here that is there too, the part of theirs that is here, the part of
        all statements that both have, and F: twice the pairs by the claims of both.
        """
        both, here, there = len(self.pairs), len(self.only_claims), len(self.only_other)
        if not both + here + there:
            return None

        def part(of: int) -> float:
            return both / of if of else 0.0

        f = 2 * both / (2 * both + here + there)
        return part(both + here), part(both + there), part(both + here + there), f


def compare(other: Path, data: Path = package.DATA, parts: Sequence[str] = ()) -> Agreement:
    """Compare the claims with another person's coding of the same article, or of parts of it.

    Args:
        other: a CSV file with the columns ``COLUMNS``, and with those of ``PLACE`` if the coder
            noted where each claim stands, written by the rules of ``CODING.md``.
        data: the folder of the claims.
        parts: the parts that were coded, as ``Part.parse`` reads them; none for the whole article.
            Claims elsewhere are left out, and so are rows that say they stand elsewhere.

    Raises:
        PartError: there is no such part.
        DataError: the file or the data have problems; all of them are in the message.
    """
    frames = tables.load(data)
    sections = [str(id) for id in frames["sections"].sort_values("order", kind="stable")["id"]]
    wanted = [Part.parse(text, sections) for text in parts]
    known = units.load(data)
    first, second = curated(claims.load(data)), read(other, data)
    if wanted:
        first = [c for c in first if any(part.holds(c.section, c.paragraph) for part in wanted)]
        second = [
            c
            for c in second
            if c.section is None or any(part.holds(c.section, c.paragraph) for part in wanted)
        ]
    return pair_and_compare(first, second, known)


def curated(frame: pd.DataFrame) -> list[Coded]:
    """The claims (the frame of ``claims.load``) as codings."""

    def number(value: float) -> float | None:
        return None if math.isnan(value) else float(value)

    def note(value: int) -> int | None:
        return None if pd.isna(value) else int(value)

    return [
        Coded(
            str(id),
            number(row["best"]),
            number(row["low"]),
            number(row["high"]),
            row["unit"],
            row["period"] or None,
            note(row["footnote"]),
            note(row["passage_note"]),
            row["section"],
            int(row["paragraph"]),
        )
        for id, row in frame.iterrows()
    ]


def read(path: Path, data: Path = package.DATA) -> list[Coded]:
    """Read another person's coding; its cells follow the rules for the claim tables.

    What spreadsheet programs do to a CSV file is undone: a byte order mark, UTF-16, line ends,
    semicolons or tabs for commas (then also commas for decimal points), blank rows and columns.

    Raises:
        DataError: the file has problems; all of them are in the message.
    """
    described = package.read(data)
    model = {field.name: field for field in described.group(claims.GROUP)[0].fields}
    problems: list[Problem] = []
    known, sections = units.load(data), set(tables.read("sections", data)["id"])
    text, columns = _plain(path, problems)
    if text is None:
        raise DataError(problems)
    fields = tuple(_renamed(model[column], name) for name, column in columns.items())
    table = Table(path.name, path.name, "", "", False, "", fields, primary_key="printed")
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / path.name).write_bytes(text)
        rows = validation.read(table, Path(folder), problems).rows
    # a spreadsheet leaves rows blank, and a row that is blank says nothing
    problems = [problem for problem in problems if problem.value != "an empty row"]
    coded = []
    for row in rows:
        for column, names in (("unit", known), ("section", sections)):
            if (name := row.values.get(column)) and name not in names:
                expected = f"one of {', '.join(sorted(names))}"
                problems.append(Problem(path.name, row.line, column, str(name), expected))
        if period := row.values.get("period"):
            try:
                periods.parse(str(period))
            except ValueError as error:
                expected = f"a period ({error})"
                problems.append(Problem(path.name, row.line, "period", str(period), expected))
        if len(row.values) < len(fields):
            continue  # a cell is reported already
        one = Coded(f"row {row.line}", **{name: row.values[name] for name in columns})  # type: ignore[arg-type]
        if one.hedge is None:
            found = ", ".join(f"{name} {row.raw[name] or 'empty'}" for name in _NUMBERS)
            expected = "one of the five forms of printed, low and high in CODING.md"
            problems.append(Problem(path.name, row.line, "", found, expected))
        coded.append(one)
    if problems:
        raise DataError(sorted(problems, key=lambda problem: problem.row or 0))
    return coded


def _plain(path: Path, problems: list[Problem]) -> tuple[bytes | None, dict[str, str]]:
    """A file as a spreadsheet saves it, as the validation reads it; and its columns.

    Every row stays on its line, so that a problem names the line of the file. None if there is no
    file that can be read; what is no table at all is left as it is, for the validation to refuse.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        why = (error.strerror or "no file").lower().removesuffix(" or directory")
        problems.append(Problem(path.name, None, "", why, "a CSV file"))
        return None, COLUMNS
    utf16 = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        text = content.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError:
        return content, COLUMNS
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    header = text.partition("\n")[0]
    comma = max(",;\t", key=header.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=comma, strict=True))
    except csv.Error:
        return text.encode(), COLUMNS
    rows = [[cell.strip() for cell in row] for row in rows]
    names = [name.lower() for name in rows[0]] if rows else []
    while names and not names[-1]:
        names.pop()
    rows[:1] = [names]
    for line, row in enumerate(rows[1:], 2):
        while len(row) > len(names) and not row[-1]:
            row.pop()
        if comma != ",":
            _with_points(path.name, line, row, names, problems)
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows([row if any(row) else [""] for row in rows])
    columns = COLUMNS | PLACE if set(PLACE) & set(names) else COLUMNS
    return out.getvalue().encode(), columns


def _with_points(
    file: str, line: int, row: list[str], names: Sequence[str], problems: list[Problem]
) -> None:
    """Decimal commas made points, in place."""
    for i, (name, cell) in enumerate(zip(names, row, strict=False)):
        if name not in _NUMBERS or not (found := _COMMA.fullmatch(cell)):
            continue
        whole, part = found["whole"], found["part"]
        if len(part) == 3:
            problems.append(Problem(file, line, name, cell, f"{whole}{part} or {whole}.{part}"))
        row[i] = f"{whole}.{part}"


def _renamed(field: Field, name: str) -> Field:
    # an empty footnote or period is a statement; so is an open end
    return Field(**{**vars(field), "name": name})


def pair_and_compare(
    first: Sequence[Coded], second: Sequence[Coded], known: dict[str, units.Unit]
) -> Agreement:
    """Pair the rows of two codings and compare them field by field.

    The pairing is the one whose rows differ least in all, in number, unit, period and note; it
    does not depend on the order of the rows. Rows that differ more than they agree stay alone.
    """
    # in one order, so that of two equally good pairings always the same one is found
    rows = [one.name for one in second]
    first, second = (sorted(coding, key=_key) for coding in (first, second))
    costs = np.array([[_difference(a, b, known) for b in second] for a in first])
    costs = np.minimum(costs.reshape(len(first), len(second)), _LIMIT)
    found = [
        (first[i], second[j])
        for i, j in zip(*linear_sum_assignment(costs), strict=True)
        if costs[i, j] < _LIMIT
    ]
    found.sort(key=lambda pair: pair[0].name)
    taken = {one.name for pair in found for one in pair}
    placed = bool(second) and all(one.section and one.paragraph for one in second)
    fields = (*FIELDS, *PLACE) if placed else FIELDS
    return Agreement(
        pairs=[(a.name, b.name) for a, b in found],
        fields=[_field(name, found) for name in fields],
        disagreements=[
            Disagreement(a.name, b.name, name, getattr(a, name), getattr(b, name))
            for a, b in found
            for name in fields
            if getattr(a, name) != getattr(b, name)
        ],
        only_claims=sorted(one.name for one in first if one.name not in taken),
        only_other=[name for name in rows if name not in taken],
        by_paragraph=_by_paragraph(first, second) if placed else None,
    )


def _by_paragraph(first: Sequence[Coded], second: Sequence[Coded]) -> tuple[float | None, int]:
    """Alpha of the numbers of claims in a paragraph, and how many paragraphs have any."""
    here, there = (Counter(map(_place, coding)) for coding in (first, second))
    paragraphs = here.keys() | there.keys()
    counts = sorted((float(here[place]), float(there[place])) for place in paragraphs)
    return alpha(counts, ratio), len(paragraphs)


def _key(coded: Coded) -> tuple[str, ...]:
    _, *content = astuple(coded)
    return (*map(str, content), coded.name)


def _difference(a: Coded, b: Coded, known: dict[str, units.Unit]) -> float:
    """From 0 for the same statement to 4.2 for two that share nothing."""
    one, two = known[a.unit], known[b.unit]
    unit = 0.0 if one == two else 0.5 if one.base == two.base else 1.0
    value = _relative(_size(a) * one.factor, _size(b) * two.factor)
    return (
        _VALUE * value
        + _UNIT * unit
        + _PERIOD * _apart(a.period, b.period)
        + _FOOTNOTE * (a.footnote != b.footnote or a.passage_note != b.passage_note)
        + _PARAGRAPH * (b.section is not None and _place(a) != _place(b))
    )


def _place(coded: Coded) -> tuple[str | None, int | None]:
    return coded.section, coded.paragraph


def _size(coded: Coded) -> float:
    """The number printed; for a range, its middle."""
    if coded.printed is not None:
        return coded.printed
    return ((coded.low or 0.0) + (coded.high or 0.0)) / 2


def _relative(x: float, y: float) -> float:
    return 0.0 if x == y else abs(x - y) / max(abs(x), abs(y))


def _apart(x: str | None, y: str | None) -> float:
    """The part of the days of two periods that they do not share."""
    if x == y:
        return 0.0
    if x is None or y is None:
        return 1.0
    (x1, x2), (y1, y2) = _days(x), _days(y)
    shared = min(x2, y2) - max(x1, y1)
    return 1.0 if shared <= 0 else 1.0 - shared / (max(x2, y2) - min(x1, y1))


def _days(text: str) -> tuple[int, int]:
    """First day and the day after the last; an open end reaches as far as the data can."""
    period = periods.parse(text)
    start = period.start or datetime.date(1800, 1, 1)
    end = period.end or datetime.date(2026, 12, 31)
    return start.toordinal(), end.toordinal() + 1


def _field(name: str, pairs: Sequence[tuple[Coded, Coded]]) -> FieldAgreement:
    values = [(getattr(a, name), getattr(b, name)) for a, b in pairs]
    same = sum(x == y for x, y in values)
    if name in _NUMBERS:
        # an open end is no number; whether an end is open is a question of the hedge
        return FieldAgreement(name, same, len(values), None, alpha(values, ratio))
    named = [(_words(x), _words(y)) for x, y in values]
    categories = kappa(named) if name in ("hedge", "unit", "section") else None
    return FieldAgreement(name, same, len(values), categories, alpha(named, nominal))


def _words(value: Value) -> str:
    if value is None:
        return "nothing"
    return f"{value:.12g}" if isinstance(value, float) else str(value)


def kappa(pairs: Iterable[tuple[Hashable, Hashable]]) -> float | None:
    """Cohen's kappa of two persons' categories; None if chance alone makes them agree always.

    >>> kappa([("a", "a"), ("a", "b"), ("b", "b"), ("b", "b")])
    0.5
    """
    pairs = list(pairs)
    n = len(pairs)
    first, second = (Counter(person) for person in zip(*pairs, strict=True)) if pairs else ({}, {})
    same = sum(x == y for x, y in pairs)
    chance = sum(count * second[category] for category, count in first.items())
    # both multiplied by n * n, so that whole numbers decide whether it is defined
    return None if chance == n * n else (same * n - chance) / (n * n - chance)


def nominal(x: Hashable, y: Hashable) -> float:
    """Krippendorff's difference between two categories."""
    return float(x != y)


def ratio(x: float, y: float) -> float:
    """Krippendorff's difference between two numbers with a zero, such as counts and lengths."""
    return 0.0 if x == y else ((x - y) / (x + y)) ** 2


def alpha(rows: Iterable[Sequence[object]], distance: Callable[..., float]) -> float | None:
    """Krippendorff's alpha.

    Args:
        rows: for each thing that was coded, the values that the persons gave; None for no value.
        distance: the difference between two values, from 0.

    >>> alpha([("a", "a"), ("a", "b"), ("b", "b"), ("b", "b")], nominal)
    0.5333333333333333

    Returns:
        None if it is not defined: no two values to compare, or all values alike.
    """
    coded = [[value for value in row if value is not None] for row in rows]
    coded = [row for row in coded if len(row) > 1]
    values = Counter(value for row in coded for value in row)
    n = sum(values.values())
    expected = sum(distance(x, y) * values[x] * values[y] for x in values for y in values)
    if not expected:
        return None
    observed = sum(
        sum(distance(x, y) for x, y in permutations(row, 2)) / (len(row) - 1) for row in coded
    )
    return 1 - (n - 1) * observed / expected


def report(result: Agreement) -> Iterator[str]:
    """The comparison as lines: what counts, each field, then everything to decide together."""
    yield (
        f"{len(result.pairs)} pairs; {len(result.only_claims)} claims and "
        f"{len(result.only_other)} rows without a partner"
    )
    if result.shares:
        here, there, all_of, f = result.shares
        yield (
            f"what counts as a claim: {here:.1%} of the claims here are there, {there:.1%} of the "
            f"rows there are here, both have {all_of:.1%} of all; F {f:.3f}"
        )
    if result.by_paragraph:
        value, of = result.by_paragraph
        yield (
            f"claims in a paragraph: alpha {_coefficient(value)} over {of} paragraphs in which "
            "either found one"
        )
    yield f"{'field':13}{'same':>6}{'of':>6}{'percent':>9}{'kappa':>8}{'alpha':>8}"
    for field in result.fields:
        percent = f"{100 * field.same / field.of:.1f}" if field.of else "-"
        yield (
            f"{field.name:13}{field.same:6}{field.of:6}{percent:>9}"
            f"{_coefficient(field.kappa):>8}{_coefficient(field.alpha):>8}"
        )
    yield "kappa: Cohen; alpha: Krippendorff, by ratio for numbers, by name for the rest;"
    yield "- where it does not apply or is not defined. Pairing favours agreement on numbers."
    yield f"to decide: {len(result.disagreements)} fields"
    yield from map(str, result.disagreements)
    yield from (f"{name}: no row there" for name in result.only_claims)
    yield from (f"{name}: no claim here" for name in result.only_other)


def _coefficient(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
