"""How far two persons who code the same article agree.

Two codings are paired row by row and compared field by field. Percent agreement counts how often
they say the same; Cohen's kappa and Krippendorff's alpha say how much better that is than chance:
1 is full agreement, 0 is chance, below 0 is worse than chance.

Sources: J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological
Measurement 20 (1960), 37-46; K. Krippendorff, Computing Krippendorff's alpha-reliability (2011).
The published library for alpha is under a licence (GPL) that would bind this one.
"""

from __future__ import annotations

import datetime
import math
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from dataclasses import field as default
from itertools import permutations
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.optimize import linear_sum_assignment

from analysis import claims, hedges, package, periods, units, validation
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
FIELDS = ("printed", "low", "high", "hedge", "unit", "period", "footnote", "passage_note")
_NUMBERS = ("printed", "low", "high")
# One hedge for each of the forms that three numbers can have.
_FORMS = ("exact", "over", "nearly", "about", "range")
# What a full difference costs; two rows that differ by LIMIT or more are not the same statement.
_VALUE, _UNIT, _PERIOD, _FOOTNOTE = 2.0, 1.0, 1.0, 0.1
_LIMIT = 2.0

Value = str | float | int | None


@dataclass(frozen=True)
class Coded:
    """One statement as one person coded it.

    Attributes:
        name: a claim's id, or the row of the file.
        printed, low, high: the number printed and the ends that its words allow, None if empty.
        unit, period, footnote, passage_note: as in the claim tables, None if empty.
    """

    name: str
    printed: float | None
    low: float | None
    high: float | None
    unit: str
    period: str | None
    footnote: int | None
    passage_note: int | None = None

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
    """Two codings compared: fields, differences, and the rows that found no partner."""

    pairs: list[tuple[str, str]]
    fields: list[FieldAgreement]
    disagreements: list[Disagreement]
    only_claims: list[str] = default(default_factory=list)
    only_other: list[str] = default(default_factory=list)


def compare(other: Path, data: Path = package.DATA) -> Agreement:
    """Compare the claims with another person's coding of the same article.

    Args:
        other: a CSV file with the columns ``COLUMNS``, written by the rules of ``CODING.md``.
        data: the folder of the claims.

    Raises:
        DataError: the file or the data have problems; all of them are in the message.
    """
    known = units.load(data)
    return pair_and_compare(curated(claims.load(data)), read(other, data), known)


def curated(frame: pd.DataFrame) -> list[Coded]:
    """The claims (the frame of ``claims.load``) as codings."""

    def number(value: float) -> float | None:
        return None if math.isnan(value) else float(value)

    return [
        Coded(
            str(id),
            number(row["best"]),
            number(row["low"]),
            number(row["high"]),
            row["unit"],
            row["period"] or None,
            *(None if pd.isna(row[n]) else int(row[n]) for n in ("footnote", "passage_note")),
        )
        for id, row in frame.iterrows()
    ]


def read(path: Path, data: Path = package.DATA) -> list[Coded]:
    """Read another person's coding; its cells follow the rules for the claim tables.

    Raises:
        DataError: the file has problems; all of them are in the message.
    """
    described = package.read(data)
    model = {field.name: field for field in described.group(claims.GROUP)[0].fields}
    fields = tuple(_renamed(model[column], name) for name, column in COLUMNS.items())
    table = Table(path.name, path.name, "", "", False, "", fields, primary_key="printed")
    problems: list[Problem] = []
    rows = validation.read(table, path.parent, problems).rows
    known = units.load(data)
    coded = []
    for row in rows:
        if (unit := row.values.get("unit")) and unit not in known:
            expected = f"one of {', '.join(sorted(known))}"
            problems.append(Problem(path.name, row.line, "unit", str(unit), expected))
        if period := row.values.get("period"):
            try:
                periods.parse(str(period))
            except ValueError as error:
                expected = f"a period ({error})"
                problems.append(Problem(path.name, row.line, "period", str(period), expected))
        if len(row.values) < len(fields):
            continue  # a cell is reported already
        one = Coded(f"row {row.line}", *(row.values[name] for name in COLUMNS))  # type: ignore[arg-type]
        if one.hedge is None:
            found = ", ".join(f"{name} {row.raw[name] or 'empty'}" for name in _NUMBERS)
            expected = "one of the five forms of printed, low and high in CODING.md"
            problems.append(Problem(path.name, row.line, "", found, expected))
        coded.append(one)
    if problems:
        raise DataError(sorted(problems, key=lambda problem: problem.row or 0))
    return coded


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
    return Agreement(
        pairs=[(a.name, b.name) for a, b in found],
        fields=[_field(name, found) for name in FIELDS],
        disagreements=[
            Disagreement(a.name, b.name, name, getattr(a, name), getattr(b, name))
            for a, b in found
            for name in FIELDS
            if getattr(a, name) != getattr(b, name)
        ],
        only_claims=sorted(one.name for one in first if one.name not in taken),
        only_other=[name for name in rows if name not in taken],
    )


def _key(coded: Coded) -> tuple[str, ...]:
    _, *content = astuple(coded)
    return (*map(str, content), coded.name)


def _difference(a: Coded, b: Coded, known: dict[str, units.Unit]) -> float:
    """From 0 for the same statement to 4.1 for two that share nothing."""
    one, two = known[a.unit], known[b.unit]
    unit = 0.0 if one == two else 0.5 if one.base == two.base else 1.0
    value = _relative(_size(a) * one.factor, _size(b) * two.factor)
    return (
        _VALUE * value
        + _UNIT * unit
        + _PERIOD * _apart(a.period, b.period)
        + _FOOTNOTE * (a.footnote != b.footnote or a.passage_note != b.passage_note)
    )


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
    categories = kappa(named) if name in ("hedge", "unit") else None
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
    """The comparison as lines of text: one per field, then everything to decide together."""
    yield (
        f"{len(result.pairs)} pairs; {len(result.only_claims)} claims and "
        f"{len(result.only_other)} rows without a partner"
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
