"""Checks: a historian's question put as expressions and bounds, with the verdict that follows.

A check is a function of a ``Case``: it names lines and readings, and returns the rules of its
verdict. All its words stand apart, in ``words/``.

>>> from analysis.account.expressions import claim
>>> ran, shot, away = (claim(f"detentions-sarkand-{x}-1927") for x in ("fled", "killed", "escaped"))
>>> def all_four(c: Case) -> Holds:
...     return c.line("total", shot + away, 1, "people").same(ran)
>>> str(Check("all-four", all_four).case(World.load()).verdict())
'agree'
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from importlib import import_module
from typing import Any, TypeAlias

import pandas as pd

from analysis import periods, places
from analysis.account.expressions import (
    Figure,
    Given,
    Judgement,
    Node,
    Number,
    Truth,
    assumption,
    claim,
    given,
    hull,
    known,
    larger,
)
from analysis.account.result import ALWAYS, Kind, Result
from analysis.account.world import ABOUT, REACH, Verdict, World
from analysis.hedges import Interval

Holds: TypeAlias = Truth | Judgement
Rule: TypeAlias = "Holds | tuple[Verdict, Truth]"
Body: TypeAlias = "Callable[[Case], Holds | Sequence[Rule]]"
Fact: TypeAlias = "str | float | Number | Truth | list[Figure]"

CHECKS: dict[str, Check] = {}
# The verdict from the readings: none decides if all hold, none is left if none does.
AMONG = Judgement("among")

AGREE, ONLY_IF, SCOPE = Verdict.AGREE, Verdict.ONLY_IF, Verdict.SCOPE
CONTRADICT, UNTESTED = Verdict.CONTRADICT, Verdict.UNTESTED


class CircularError(ValueError):
    """A figure is evidence in a check of itself."""


@dataclass(frozen=True, repr=False)
class Check:
    """A question and the function that judges it.

    Attributes:
        id: stable name, used by the ``{check}`` role and as address.
        body: names the lines and readings of a case and returns the rules of its verdict.
    """

    id: str
    body: Body

    def case(self, world: World) -> Case:
        """The check put to the data.

        Raises:
            CircularError: a figure is evidence in a check of itself.
            KeyError: a figure that it needs is not in the data.
            UnitError: it adds, compares or shows what is not counted in one thing.
        """
        case = Case(self.id, world)
        said = self.body(case)
        case.rules = tuple(said) if isinstance(said, list | tuple) else (said,)  # type: ignore[assignment]
        if case.key is None and case.lines:
            case.key = next(iter(case.lines.values()))
        case.refuse_circles()
        return case

    def __repr__(self) -> str:
        return str(import_module("analysis.account.session").check_text(self))

    def _repr_html_(self) -> str:
        return str(import_module("analysis.account.session").check_html(self))


@dataclass
class Case:
    """A check put to the data.

    Attributes:
        words: the message that holds its sentences, if several checks share one.
        lines: the shown steps of the arithmetic, by name.
        readings: ways to read an ambiguous sentence, and whether each holds.
        facts: what the words need beside figures, lines and readings.
        quotes: the figures about which a reader who quotes them is warned.
        key: the line that a reader should take away; the first if none is chosen.
        rules: of the verdict; the first that holds decides, and without one it agrees.
        mapped: whether the map was measured.
    """

    id: str
    world: World
    words: str = ""
    lines: dict[str, Result] = field(default_factory=dict)
    readings: dict[str, Holds] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)
    quotes: list[Figure] = field(default_factory=list)
    key: Result | None = None
    rules: tuple[Rule, ...] = ()
    mapped: bool = False
    _read: dict[str, Figure] = field(default_factory=dict)
    _beside: set[tuple[str, str]] = field(default_factory=set)

    # ---------------------------------------------------------------- what a body says

    def line(
        self,
        name: str,
        node: Number,
        step: float,
        unit: str = "",
        kind: Kind = "range",
        when: Truth = ALWAYS,
        key: bool = False,
    ) -> Result:
        """A shown step of the arithmetic.

        Raises:
            ValueError: the name is taken.
        """
        return self.show(name, Result(f"{self.id}/{name}", node, step, unit, kind, when), key)

    def show(self, name: str, shown: Result, key: bool = False) -> Result:
        """A result that has a name of its own, as a line of this check."""
        if name in self.lines:
            raise ValueError(f"{self.id}: there is a line {name!r} already")
        self.lines[name] = shown
        if key:
            self.key = shown
        return shown

    def reading(self, name: str, holds: Holds = ALWAYS) -> None:
        """One way to read an ambiguous sentence."""
        self.readings[name] = holds

    def say(self, **facts: Fact) -> None:
        """What the words need beside figures, lines and readings; ``_`` in a name becomes ``-``."""
        self.facts |= {name.replace("_", "-"): fact for name, fact in facts.items()}

    def quote(self, *figures: Figure) -> None:
        """Figures about which a reader who quotes them is warned."""
        self.quotes.extend(figures)

    def beside(self, printing: Figure, claim: Figure) -> None:
        """Says that a figure is another printing of a claim: the two are set side by side.

        Neither is then evidence for the other, so that the one was derived from the other is no
        circle.
        """
        self._beside.add((printing.id, claim.id))

    # ---------------------------------------------------------------- what only Python knows

    def row(self, figure: Figure) -> pd.Series[Any]:
        """All that the tables know of a figure; the check then rests on it."""
        self._read[figure.id] = figure
        return self.world.row(figure.id, figure.kind)

    def differ(self, columns: str, *figures: Figure) -> Truth:
        """Whether figures differ in one of the columns, named with blanks between."""
        rows = [self.row(figure) for figure in figures]
        unlike = any(len({str(row[name]) for row in rows}) > 1 for name in columns.split())
        return known(unlike, figures)

    def printed(self, *apart: Figure, **columns: str) -> list[Figure]:
        """The claims with given values in given columns: what the article does print."""
        frame = self.world.claims
        for column, value in columns.items():
            frame = frame[frame[column] == value]
        left_out = {figure.id for figure in apart}
        return [claim(str(id)) for id in frame.index if id not in left_out]

    def rounded(self, figure: Figure) -> Given:
        """All numbers that round to a printed one, to its last digit that is not nought."""
        self._read[figure.id] = figure
        found = self.world.figure(figure.id, figure.kind)
        half = step(found.best) / 2
        return given(Interval(found.best - half, found.best + half), found.unit, [figure])

    def year(self, figure: Figure, end: str = "start") -> int:
        """The year in which the period of a claim starts or ends."""
        return int(self.row(figure)[end].year)

    def day(self, event: str) -> date:
        """The day of an event, or the first of its days."""
        start = periods.parse(str(self.world.frames["events"].loc[event, "date"])).start
        assert start is not None  # an event that a check reads has a day
        return start

    def shelf(self, figure: Figure) -> tuple[tuple[str, ...], ...]:
        """The shelf marks behind a claim, of its own note or of its passage's, for comparing."""
        columns = ["archive", "fond", "opis", "delo", "leaves", "citekey", "locator"]
        sources = self.world.frames["sources"]
        row = self.row(figure)
        notes = row["sources"] or row["passage_sources"]
        return tuple(tuple(str(sources.loc[note, name]) for name in columns) for note in notes)

    def distance(self, place: str) -> Number | None:
        """How far a place lies from the border by the map; None if it has no position."""
        row = self.world.frames["places"].loc[place]
        if pd.isna(row["lat"]):
            return None
        self.mapped = True
        error = assumption("map-error").high + assumption(f"position-error-{row['certainty']}").high
        middle = given(self._on_map(place).best, "km")
        return hull(larger(0, middle - error), middle + error)

    def inside(self, place: str, depth: Number) -> tuple[Truth, Truth]:
        """Whether a place lies in a zone for certain, and whether it certainly does not."""
        distance, found = self.distance(place), self._on_map(place)
        if distance is None or not found.point:
            return known(False), known(False)
        beyond = known(found.side == places.XINJIANG_SIDE)
        return ~beyond & (distance.high <= depth), beyond | (depth < distance.low)

    def _on_map(self, place: str) -> places.Distance:
        known = self.world.on_map
        if place not in known:
            known[place] = places.distance_to_border(place, self.world.folder)
        return known[place]

    # ---------------------------------------------------------------- what comes of it

    def verdict(self) -> Verdict:
        """The first rule that holds decides; without one the figures agree."""
        if not all(self.world.admitted(id) for id in self.deciding()):
            return UNTESTED
        chosen = self.world.settings.readings.get(self.id)
        if chosen is not None:
            return self.judge(self.readings[chosen])
        for rule in self.rules:
            if not isinstance(rule, tuple):
                return self.judge(rule)
            if rule[1].value(self.world):
                return rule[0]
        return AGREE

    def judge(self, holds: Holds) -> Verdict:
        """The verdict of one expression."""
        if holds is AMONG:
            stand = [self.judge(each) != CONTRADICT for each in self.readings.values()]
            if all(stand):
                return UNTESTED
            return ONLY_IF if any(stand) else CONTRADICT
        found = holds.value(self.world)
        if isinstance(found, Verdict):
            return found
        return AGREE if found else CONTRADICT

    def holding(self) -> list[str]:
        """The names of the readings that do not contradict."""
        return [name for name, each in self.readings.items() if self.judge(each) != CONTRADICT]

    def shown(self) -> dict[str, Result]:
        """The lines that are shown at these settings."""
        return {n: line for n, line in self.lines.items() if line.when.value(self.world)}

    def tests(self) -> list[Holds]:
        """The expressions of its rules."""
        return [rule[1] if isinstance(rule, tuple) else rule for rule in self.rules]

    def nodes(self) -> list[Node]:
        """All its expressions."""
        facts = [fact for fact in self.facts.values() if isinstance(fact, Node)]
        facts += [each for fact in self.facts.values() if isinstance(fact, list) for each in fact]
        return [*self.lines.values(), *self.readings.values(), *self.tests(), *facts]

    def evidence(self) -> dict[str, Figure]:
        """Every figure that was read, by id."""
        found = dict(self._read) | {figure.id: figure for figure in self.quotes}
        for node in self.nodes():
            found |= {figure.id: figure for figure in node.evidence()}
        # only a value that is reckoned with rests on how far its hedge reaches
        valued = (n for root in self.nodes() for n in root.walk() if isinstance(n, Figure))
        hedges = {self.world.figure(figure.id, figure.kind).hedge for figure in valued}
        for hedge, id in (("about", ABOUT), ("over", REACH)):
            if hedge in hedges:
                found[id] = assumption(id)
        return found

    def deciding(self) -> tuple[str, ...]:
        """The outside figures on which the verdict hangs, not only a line or a sentence."""
        tests = self.tests()
        if AMONG in tests:
            tests += self.readings.values()
        figures = (figure for test in tests for figure in test.evidence())
        return tuple(dict.fromkeys(figure.id for figure in figures if figure.kind == "outside"))

    def grade(self) -> str:
        """The weakest grade among its outside figures and those behind its assumptions."""
        outside = self.world.frames["comparanda"]
        ids = [id for id, figure in self.evidence().items() if figure.kind != "claim"]
        ids += [origin for id in ids for origin in self.world.origins(id)]
        found = {str(outside.loc[id, "grade"]) for id in ids if id in outside.index}
        return max(found, key=self.world.grades().index, default="")

    def ids(self, kind: str) -> tuple[str, ...]:
        """The ids of one kind of evidence."""
        return tuple(id for id, figure in self.evidence().items() if figure.kind == kind)

    def refuse_circles(self) -> None:
        """No figure is evidence in a check of itself.

        Raises:
            CircularError: an assumption or outside figure was derived from a claim read here.
        """
        claims = set(self.ids("claim"))
        for figure in self.evidence().values():
            if figure.kind == "claim":
                continue
            allowed = {claim for printing, claim in self._beside if printing == figure.id}
            circle = (claims & set(self.world.origins(figure.id))) - allowed
            if circle:
                raise CircularError(
                    f"check {self.id}: {figure.id} was derived from {', '.join(sorted(circle))}, "
                    "which is under test in the same check"
                )


def check(body: Body) -> Check:
    """Registers a check under the name of its function, with hyphens."""
    return check_as(body.__name__.replace("_", "-"))(body)


def check_as(id: str) -> Callable[[Body], Check]:
    """Registers a check under a name.

    Raises:
        ValueError: the name is taken.
    """

    def register(body: Body) -> Check:
        if id in CHECKS:
            raise ValueError(f"there is a check {id!r} already")
        CHECKS[id] = Check(id, body)
        return CHECKS[id]

    return register


def step(value: float) -> float:
    """The step in which a printed number is rounded, as its digits show.

    >>> step(22000), step(43500), step(7.5), step(526)
    (1000.0, 100.0, 0.1, 1.0)
    """
    text = f"{value:.12g}"
    if "." in text:
        return float(10.0 ** -len(text.partition(".")[2]))
    return float(10.0 ** (len(text) - len(text.rstrip("0"))))
