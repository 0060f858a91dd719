"""A value before it is put into words."""

from __future__ import annotations

import math
from dataclasses import dataclass

from analysis.hedges import Interval

# Forms whose ends are reckoned, and are rounded outward: they never promise too much.
OUTWARD = ("between", "least", "most")


@dataclass(frozen=True)
class Quantity:
    """A value, and how finely it is written.

    Attributes:
        form: how it is said: a hedge of the article (``over``, ``nearly`` …), or what was reckoned:
            ``exact``, ``between``, ``least``, ``most``, ``any``, ``estimate``.
        value: all that it can be, in its unit.
        best: its most likely value, with which an estimate and a hedge are said; None without one.
        unit: id of the unit; empty for a bare number.
        digits: digits behind the point; negative for tens (-1), thousands (-3).
    """

    form: str
    value: Interval
    best: float | None
    unit: str
    digits: int


def shape(value: Interval) -> str:
    """The form of what was reckoned.

    Nothing that the article counts is less than nothing, so a low end there, or an open one, says
    nothing.

    >>> [shape(Interval(*ends)) for ends in ((2, 2), (2, math.inf), (0, 2), (0, math.inf), (1, 2))]
    ['exact', 'least', 'most', 'any', 'between']
    """
    if value.low == value.high:
        return "exact"
    if math.isinf(value.high):
        return "least" if value.low > 0 else "any"
    return "most" if value.low == 0 or math.isinf(value.low) else "between"


def decimals(number: float) -> int:
    """Digits behind the point of a printed number.

    >>> decimals(7.5), decimals(286000)
    (1, 0)
    """
    return len(f"{number:.12g}".partition(".")[2])
