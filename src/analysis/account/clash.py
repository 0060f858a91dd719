"""Two sides of a question on one scale: what figures come to, and what the others allow.

>>> from analysis.account import World, checks
>>> view, *_ = views(checks(World.load())["households-in-people"])
>>> view.reading, view.meeting, str(view.verdict), view.sides[1].value.low
('printed', 'apart', 'contradict', 4.3)
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from analysis.account.case import AMONG, Case, Holds
from analysis.account.expressions import End, Figure, Number, operands
from analysis.account.result import Result, shown_factor
from analysis.account.world import Verdict, World
from analysis.hedges import Interval

# Operations that set two numbers against each other; in these the second side is a ceiling: a part
# may be anything up to its whole.
OPPOSED = ("fits", "within", "likely-fits", "<", "<=", "contains", "meets")
_CEILING = ("<", "<=", "within")

Meeting = Literal["apart", "part", "inside"]


@dataclass(frozen=True)
class Side:
    """One side: the number as it is reckoned, and all that it can be, in the unit of the scale."""

    node: Number
    value: Interval


@dataclass(frozen=True)
class View:
    """A question, or one reading of its sentence, as two sides.

    Attributes:
        reading: name of the reading; empty for the question itself.
        sides: what is implied, and what is allowed.
        verdict: what the two come to.
        unit, factor: of the scale: its unit, and by what the sides are multiplied to stand in it.
    """

    reading: str
    sides: tuple[Side, Side]
    verdict: Verdict
    unit: str
    factor: float

    @property
    def meeting(self) -> Meeting:
        """Whether the sides do not meet, meet in part, or one lies within the other."""
        first, second = (side.value for side in self.sides)
        if first.intersect(second) is None:
            return "apart"
        return "inside" if first.contains(second) or second.contains(first) else "part"

    def ends(self) -> tuple[float, float]:
        """The ends of the scale: from nothing, or what is less, to a little more than the most."""
        ends = [end for side in self.sides for end in (side.value.low, side.value.high)]
        finite = [end for end in ends if math.isfinite(end)]
        return min(0.0, min(finite) * 1.1), max(0.0, max(finite)) * 1.1 or 1.0


def views(case: Case) -> list[View]:
    """The readings of a check that set two numbers against each other; else the question itself."""
    found = [view for name, holds in case.readings.items() for view in _view(case, name, holds)]
    if found:
        return found
    last = case.rules[-1] if case.rules else None
    return [] if last is None or isinstance(last, tuple) else list(_view(case, "", last))


def _view(case: Case, name: str, holds: Holds) -> Iterator[View]:
    if holds is AMONG or holds.operation not in OPPOSED:
        return
    nodes = [node for node in holds.arguments if isinstance(node, Number)]
    if any(isinstance(node, End) and math.isinf(node.end(case.world)) for node in nodes):
        return
    first, second = operands(holds, case.world)
    if holds.operation in _CEILING:
        second = Interval(-math.inf, second.high)
    sides = [Side(*pair) for pair in zip(nodes, (first, second), strict=True)]
    if holds.operation == "contains":  # the first is then what allows the second
        sides.reverse()
    implied, allowed = sides
    scales = [*(_scale(node, case) for node in nodes), _of_key(implied.node, case)]
    unit, factor = next(filter(None, scales), ("", 1.0))
    yield View(name, (implied, allowed), case.judge(holds), unit, factor)


def line(node: Number, case: Case) -> str:
    """The name of the line that shows a number, or the number of which it is an end; or nothing."""
    node = node.of if isinstance(node, End) else node
    names = (name for name, each in case.lines.items() if node in (each, each.node))
    return next(names, "")


def _scale(node: Number, case: Case) -> tuple[str, float] | None:
    """The unit in which a side is written, and its factor; None if nothing says so."""
    world: World = case.world
    node = node.of if isinstance(node, End) else node
    shown = node if isinstance(node, Result) else case.lines.get(line(node, case))
    if shown is not None:
        return shown.unit, shown.factor(world)
    if isinstance(node, Figure):
        factor, unit = shown_factor(world.figure(node.id, node.kind).unit)
        return unit, factor
    return None


def _of_key(node: Number, case: Case) -> tuple[str, float] | None:
    """The unit of the key line, where a side is counted in the same thing."""
    if case.key is None:
        return None
    own = node.measure(case.world)
    factor = own.into(case.world.measure(case.key.unit)) if own.powers else None
    return None if factor is None else (case.key.unit, factor)
