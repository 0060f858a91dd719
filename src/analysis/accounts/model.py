"""What a check is, how its verdict is found, and the evidence it reads.

A check never lists what it rests on: ``Evidence`` hands out claims, assumptions and outside
figures and remembers them, so the list is what was really read. It refuses evidence that was
derived from a claim of the same check: a figure is never evidence in a check of itself.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

import pandas as pd

from analysis import claims as claims_module
from analysis import derivation, places, tables, wording
from analysis import package as packages
from analysis import units as units_module
from analysis.accounts import sizes
from analysis.hedges import Interval
from analysis.package import DataError, Problem

ALONE = "the article alone"


class Verdict(StrEnum):
    """The fixed vocabulary of verdicts."""

    AGREE = "agree"
    ONLY_IF = "agree only if"
    SCOPE = "different scope"
    CONTRADICT = "contradict"
    UNTESTED = "cannot be tested"


@dataclass(frozen=True)
class Figure:
    """A number as a check reads it.

    Attributes:
        id: the claim, assumption or comparandum.
        value: the numbers it leaves possible, in its unit.
        best: its most likely value; NaN if it has none.
        unit: id of the unit.
        words: the number as it is written in a sentence.
    """

    id: str
    value: Interval
    best: float
    unit: str
    words: str


@dataclass(frozen=True)
class Line:
    """One step of the arithmetic: what it says, how it is reckoned, and what comes out.

    Attributes:
        words, formula: what is reckoned, and how, with the figures that go in.
        value: the result; an estimate has the whole range here and its most likely value in
            ``best``.
        unit: unit in words.
        digits: digits behind the point; negative for thousands (-3).
        best: the most likely value of an estimate.
    """

    words: str
    formula: str
    value: Interval
    unit: str = ""
    digits: int = 0
    best: float | None = None

    @property
    def number(self) -> str:
        """The result without its unit."""
        range_ = wording.span(self.value, self.digits)
        if self.best is None:
            return range_
        best = wording.span(Interval.exactly(self.best), self.digits)
        return f"about {best} ({range_})"

    @property
    def text(self) -> str:
        """The result with its unit."""
        return wording.with_words(self.number, self.unit)


@dataclass(frozen=True)
class Reading:
    """One way to read an ambiguous sentence, and what it comes to."""

    words: str
    verdict: Verdict
    because: str


@dataclass(frozen=True)
class Quote:
    """What becomes of a figure that a reader might quote.

    Attributes:
        claim: id of the claim.
        becomes: the figure after it has been confronted with the others.
        warning: the words that must travel with it.
    """

    claim: str
    becomes: str
    warning: str


@dataclass(frozen=True)
class Variant:
    """What a check comes to with other outside figures than those it takes.

    Attributes:
        words: with or without what.
        verdict: the verdict then; *cannot be tested* if nothing is left to reckon with.
        key: the key number then, with its unit; empty if there is none.
        same: whether the verdict is that of the check.
    """

    words: str
    verdict: Verdict
    key: str
    same: bool

    @property
    def text(self) -> str:
        """The variant as a sentence."""
        number = f"; the key number is then {self.key}" if self.key else ""
        return f"{self.words}: {'still ' if self.same else ''}{self.verdict}{number}."


@dataclass(frozen=True)
class Check:
    """A historian's question put as arithmetic, with what comes of it.

    Attributes:
        id: stable name, used by the ``{check}`` role and as address.
        question: the question.
        verdict: computed from the data, never stored.
        condition: the clause after "only if"; for a contradiction, what would have to be so.
        finding: the answer in one sentence.
        lines: the arithmetic.
        key: the line that a reader should take away.
        readings: the readings of an ambiguous sentence, with a verdict each.
        quotes: figures that may be quoted, and how.
        settles: what would decide it, as a place where one could look.
        claims, assumptions, comparanda: ids of what was read.
        mapped: whether a distance or length measured on the map was read.
        grade: the weakest grade among the outside figures it read and those behind its
            assumptions; empty if there are none.
        deciding: ids of the outside figures on which its verdict hangs, not only its lines.
        variants: what it comes to with rival figures, and without the weakest ones.
    """

    id: str
    question: str
    verdict: Verdict
    condition: str
    finding: str
    lines: tuple[Line, ...]
    key: Line
    readings: tuple[Reading, ...]
    quotes: tuple[Quote, ...]
    settles: str
    claims: tuple[str, ...]
    assumptions: tuple[str, ...]
    comparanda: tuple[str, ...]
    mapped: bool
    grade: str
    deciding: tuple[str, ...]
    variants: tuple[Variant, ...] = ()

    @property
    def verdict_text(self) -> str:
        """The verdict with its condition."""
        if self.condition and self.verdict == Verdict.ONLY_IF:
            return f"{self.verdict} {self.condition}"
        if self.condition and self.verdict == Verdict.CONTRADICT:
            return f"{self.verdict}, unless {self.condition}"
        return str(self.verdict)

    @property
    def rests_on(self) -> str:
        """Whether the article alone carries the verdict, or what else does."""
        parts = [
            _count(len(self.assumptions), "assumption", "assumptions"),
            _count(len(self.comparanda), "outside figure", "outside figures"),
            "the map" if self.mapped else "",
        ]
        said = [part for part in parts if part]
        weakest = f" (weakest: {self.grade})" if self.grade else ""
        return "the article, with " + " and ".join(said) + weakest if said else ALONE

    @property
    def hangs_on(self) -> tuple[Variant, ...]:
        """The variants that change the verdict."""
        return tuple(variant for variant in self.variants if not variant.same)


def _count(number: int, one: str, many: str) -> str:
    return "" if number == 0 else f"{number} {one if number == 1 else many}"


def fits(implied: Interval, allowed: Interval) -> Verdict:
    """Whether what the figures imply is what is allowed.

    Agree when all of it is, contradict when none is, agree only if when a part is.

    >>> str(fits(Interval(1.4, 2.8), Interval(3.8, 6)))
    'contradict'
    >>> str(fits(Interval(4.7, 7.0), Interval(3.8, 6)))
    'agree only if'
    """
    if allowed.contains(implied):
        return Verdict.AGREE
    return Verdict.CONTRADICT if implied.intersect(allowed) is None else Verdict.ONLY_IF


def among(readings: Sequence[Reading]) -> Verdict:
    """The verdict on a sentence from those on its readings.

    If every reading holds, nothing printed decides between them; if none does, it contradicts; if
    some do, it agrees only if read so.
    """
    hold = [reading.verdict != Verdict.CONTRADICT for reading in readings]
    if all(hold):
        return Verdict.UNTESTED
    return Verdict.ONLY_IF if any(hold) else Verdict.CONTRADICT


def that_hold(readings: Sequence[Reading]) -> str:
    """The readings that do not contradict, as the clause after "only if"."""
    return " or ".join(r.words for r in readings if r.verdict != Verdict.CONTRADICT)


def truth(holds: bool) -> Verdict:
    """Agree or contradict."""
    return Verdict.AGREE if holds else Verdict.CONTRADICT


def at_most(value: Interval) -> Interval:
    """Everything from nothing to the highest number of an interval: what a part of it may be."""
    return Interval(0, value.high)


def step(value: float) -> float:
    """The step in which a printed number is rounded, as its digits show.

    >>> step(22000), step(43500), step(7.5), step(526)
    (1000.0, 100.0, 0.1, 1.0)
    """
    text = f"{value:.12g}"
    if "." in text:
        return float(10.0 ** -len(text.partition(".")[2]))
    return float(10.0 ** (len(text) - len(text.rstrip("0"))))


def rounded(figure: Figure) -> Interval:
    """The numbers that round to a printed one, to the last digit that is not nought."""
    half = step(figure.best) / 2
    return Interval(figure.best - half, figure.best + half)


def between(first: Interval, second: Interval) -> Interval:
    """The smallest interval that holds both."""
    return Interval(min(first.low, second.low), max(first.high, second.high))


@dataclass(frozen=True)
class Tables:
    """The data a check reads, loaded once.

    Attributes:
        folder: where they lie.
        grades: the grades of outside figures, from the strongest to the weakest.
    """

    folder: Path
    claims: pd.DataFrame
    assumptions: pd.DataFrame
    comparanda: pd.DataFrame
    events: pd.DataFrame
    places: pd.DataFrame
    sources: pd.DataFrame
    grades: tuple[str, ...]

    @classmethod
    def load(cls, folder: Path) -> Tables:
        """All of them, checked.

        Raises:
            DataError: the data have problems; all of them are in the message.
        """
        frames = tables.load(folder)
        by_id = {
            name: frames[name].set_index("id")
            for name in ("assumptions", "comparanda", "events", "places", "sources")
        }
        fields = packages.read(folder).tables["comparanda"].fields
        grades = next(field.enum for field in fields if field.name == "grade")
        return cls(folder, claims_module.load(folder), **by_id, grades=grades)

    def origins(self, id: str) -> tuple[str, ...]:
        """All that an assumption or outside figure was derived from, over however many steps."""
        parents = {
            str(name): derived
            for frame in (self.assumptions, self.comparanda)
            for name, derived in frame["derived_from"].items()
        }
        return derivation.origins(id, parents)

    def grade(self, ids: Iterable[str]) -> str:
        """The weakest grade of outside figures, and of those that assumptions rest on."""
        outside = [
            name for id in ids for name in (id, *self.origins(id)) if name in self.comparanda.index
        ]
        found = {str(self.comparanda.loc[name, "grade"]) for name in outside}
        return max(found, key=self.grades.index, default="")

    def rivals(self, id: str) -> list[str]:
        """The other versions of an outside figure."""
        return [str(name) for name in self.comparanda.index[self.comparanda["rival_of"] == id]]

    def with_rival(self, id: str, rival: str) -> Tables:
        """The same, with the values of an outside figure taken from a rival."""
        frame = self.comparanda.copy()
        values = ["low", "high", "best"]
        frame.loc[id, values] = frame.loc[rival, values]
        return replace(self, comparanda=frame)

    def without_weakest(self) -> Tables:
        """The same, with the size of a household from all but the weakest outside figures."""
        firm = self.comparanda[self.comparanda["grade"] != self.grades[-1]]
        frame = self.assumptions.copy()
        frame.loc[sizes.SIZE, ["low", "best", "high"]] = sizes.spread(firm)
        return replace(self, assumptions=frame)


@dataclass
class Evidence:
    """Hands out the evidence for one check and remembers what it handed out."""

    tables: Tables
    _claims: dict[str, None] = field(default_factory=dict)
    _assumptions: dict[str, None] = field(default_factory=dict)
    _comparanda: dict[str, None] = field(default_factory=dict)
    _deciding: dict[str, None] = field(default_factory=dict)
    _printings: set[tuple[str, str]] = field(default_factory=set)
    _mapped: bool = False

    def claim(self, id: str) -> Figure:
        """A claim of the article.

        Raises:
            KeyError: there is no such claim.
            DataError: evidence that was already read was derived from it.
        """
        row = self.row(id)
        if row["hedge"] == "about":
            self._assumptions[claims_module.ABOUT_WIDTH] = None
        value = claims_module.interval(self.tables.claims, id)
        best = float(row["best"])
        return Figure(id, value, best, row["unit"], wording.claim(row))

    def row(self, id: str) -> pd.Series:
        """All that is known of a claim."""
        row = self.tables.claims.loc[id]
        self._claims[id] = None
        self._refuse_circles()
        return row

    def assume(self, id: str) -> Figure:
        """An assumption, from its low to its high value."""
        row = self.tables.assumptions.loc[id]
        self._assumptions[id] = None
        self._refuse_circles()
        low, high = float(row["low"]), float(row["high"])
        return Figure(
            id, Interval(low, high), float(row["best"]), row["unit"], _words(low, high, row["unit"])
        )

    def outside(self, id: str, *, decides: bool = True, printing_of: str = "") -> Figure:
        """A figure from outside the article: its range, or its best value if it has no range.

        Args:
            id: the outside figure.
            decides: whether the verdict hangs on it; otherwise it is only shown.
            printing_of: a claim of which it is another printing, so that the check sets the two
                printings side by side and takes neither as evidence for the other.

        Raises:
            KeyError: there is no such figure.
            DataError: it was derived from a claim that the check reads.
        """
        row = self.tables.comparanda.loc[id]
        self._comparanda[id] = None
        if decides:
            self._deciding[id] = None
        self._printings.add((id, printing_of))
        self._refuse_circles()
        best = float(row["best"])
        ends = [float(row["low"]), float(row["high"])]
        low, high = (best if math.isnan(end) else end for end in ends)
        return Figure(id, Interval(low, high), best, row["unit"], _words(low, high, row["unit"]))

    def _refuse_circles(self) -> None:
        read = {"assumptions.csv": self._assumptions, "comparanda.csv": self._comparanda}
        expected = "evidence that was not derived from {}, which the same check reads"
        problems = [
            Problem(file, None, "derived_from", id, expected.format(claim))
            for file, ids in read.items()
            for id in ids
            for claim in self.tables.origins(id)
            if claim in self._claims and (id, claim) not in self._printings
        ]
        if problems:
            raise DataError(problems)

    def reach(self, figure: Figure) -> Interval:
        """A figure hedged with over, up to where the hedge is taken to reach at the most."""
        if not math.isinf(figure.value.high):
            return figure.value
        far = self.assume("hedge-over-reach").value.high
        return Interval(figure.value.low, figure.value.low * (1 + far))

    def distance(self, place: str) -> places.Distance | None:
        """How far a place lies from the border by the map; None if the place has no position."""
        if pd.isna(self.tables.places.loc[place, "lat"]):
            return None
        self._mapped = True
        return places.distance_to_border(place, self.tables.folder)

    def lengths(self, names: Sequence[str]) -> pd.DataFrame:
        """Lengths of borders measured on maps of several scales, see ``places.lengths``."""
        self._mapped = True
        return places.lengths(names, self.tables.folder)

    def convert(self, figure: Figure, to: str) -> Interval:
        """A figure in another unit."""
        return units_module.convert(
            figure.value, figure.unit, to, units_module.load(self.tables.folder)
        )

    def differ(self, ids: Iterable[str], columns: Sequence[str]) -> tuple[str, ...]:
        """The columns in which claims are not the same, with their values; empty if none is."""
        rows = [self.row(id) for id in ids]
        said = []
        for column in columns:
            values = list(dict.fromkeys(str(row[column]) or "not stated" for row in rows))
            if len(values) > 1:
                said.append(f"{column}: {' / '.join(values)}")
        return tuple(said)

    def printed(self, **columns: str) -> list[str]:
        """Ids of the claims with given values in given columns: what the article does print."""
        frame = self.tables.claims
        for column, value in columns.items():
            frame = frame[frame[column] == value]
        return [str(id) for id in frame.index]

    def shelf(self, *notes: str) -> str:
        """The archive files or works behind notes, without the numbers of the notes."""
        return "; ".join(wording.source(self.tables.sources.loc[note]) for note in notes)

    def file(self, *notes: str) -> str:
        """The archive files or works behind notes, as places where one could look."""
        rows = [self.tables.sources.loc[note] for note in notes]
        return "; ".join(f"note {row['footnote']}: {wording.source(row)}" for row in rows)

    def check(
        self,
        id: str,
        question: str,
        *,
        verdict: Verdict,
        finding: str,
        lines: Sequence[Line],
        key: Line,
        settles: str,
        condition: str = "",
        readings: Sequence[Reading] = (),
        quotes: Sequence[Quote] = (),
    ) -> Check:
        """The check, with all that was read for it."""
        return Check(
            id,
            question,
            verdict,
            condition,
            finding[:1].upper() + finding[1:],
            tuple(lines),
            key,
            tuple(readings),
            tuple(quotes),
            settles,
            tuple(self._claims),
            tuple(self._assumptions),
            tuple(self._comparanda),
            self._mapped,
            self.tables.grade([*self._assumptions, *self._comparanda]),
            tuple(self._deciding),
        )


def _words(low: float, high: float, unit: str) -> str:
    figure = (
        wording.number(low) if low == high else f"{wording.number(low)} to {wording.number(high)}"
    )
    return wording.with_unit(figure, unit)
