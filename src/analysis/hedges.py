"""From the printed hedge to an interval, and arithmetic with intervals.

A hedge says how firmly a number is printed. "Nearly 3,400" leaves 3,400 or less, "over 5,600"
leaves 5,600 or more; neither says how far, so that end is open:

>>> print(interval("nearly", high=3400, best=3400))
(-∞, 3400]
>>> print(interval("over", low=5600, best=5600) / Interval.exactly(1636))
[3.42298288509, ∞)

Arithmetic takes its two intervals as independent of each other, so ``x - x`` is not zero unless
``x`` is a single number. Quantities that stand in several places at once belong to ``reconcile``.
Ends are computed in ordinary floating point, not rounded outward: for any numbers picked from two
intervals the floating-point result lies in the resulting interval.

Source: R. E. Moore, R. B. Kearfott and M. J. Cloud, Introduction to Interval Analysis, SIAM 2009;
division by an interval that contains zero as in IEEE 1788-2015.
"""

from __future__ import annotations

import math
import sys
from dataclasses import dataclass

_HUGE = sys.float_info.max

# What each hedge says about low and high: equal to best, empty, or values of their own.
_BEST, _EMPTY, _OWN = "best", "empty", "own"
_RULES = {
    "exact": (_BEST, _BEST, "low = high = best"),
    "counted": (_BEST, _BEST, "low = high = best"),
    "about": (_EMPTY, _EMPTY, "an empty low and high, and best"),
    "nearly": (_EMPTY, _BEST, "an empty low and high = best"),
    "over": (_BEST, _EMPTY, "low = best and an empty high"),
    "no-less-than": (_BEST, _EMPTY, "low = best and an empty high"),
    "at-most": (_EMPTY, _BEST, "an empty low and high = best"),
    "range": (_OWN, _OWN, "low < high and an empty best"),
}
HEDGES = tuple(_RULES)


@dataclass(frozen=True)
class Interval:
    """All numbers from ``low`` to ``high``; an infinite end is open.

    Raises:
        ValueError: an end is not a number, the ends are reversed, or there is no finite number
            between them.
    """

    low: float
    high: float

    def __post_init__(self) -> None:
        if math.isnan(self.low) or math.isnan(self.high):
            raise ValueError("an end of an interval is not a number; an open end is infinite")
        if self.low > self.high:
            raise ValueError(f"reversed interval: low {self.low:.12g} > high {self.high:.12g}")
        if self.low == math.inf or self.high == -math.inf:
            raise ValueError("an interval needs a finite number between its ends")
        # one zero, so that equal intervals are equal in every respect
        object.__setattr__(self, "low", float(self.low) + 0.0)
        object.__setattr__(self, "high", float(self.high) + 0.0)

    @classmethod
    def exactly(cls, value: float) -> Interval:
        """The interval that holds one number."""
        return cls(value, value)

    @property
    def width(self) -> float:
        """Distance between the ends; infinite when one is open."""
        return self.high - self.low

    def contains(self, other: Interval | float) -> bool:
        """Whether a number, or the whole of another interval, lies in this one."""
        other = _interval(other)
        return self.low <= other.low and other.high <= self.high

    def intersect(self, other: Interval) -> Interval | None:
        """The numbers in both, None if there are none.

        >>> print(Interval(0, 4).intersect(Interval(3, 9)))
        [3, 4]
        """
        low, high = max(self.low, other.low), min(self.high, other.high)
        return Interval(low, high) if low <= high else None

    def scale(self, factor: float) -> Interval:
        """The interval in another unit: both ends times a finite factor."""
        if not math.isfinite(factor):
            raise ValueError(f"a factor must be a finite number, not {factor}")
        return self * factor

    def __neg__(self) -> Interval:
        return Interval(-self.high, -self.low)

    def __add__(self, other: Interval | float) -> Interval:
        other = _interval(other)
        return _from(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval | float) -> Interval:
        other = _interval(other)
        return _from(self.low - other.high, self.high - other.low)

    def __mul__(self, other: Interval | float) -> Interval:
        other = _interval(other)
        ends = [_times(x, y) for x in (self.low, self.high) for y in (other.low, other.high)]
        return _from(min(ends), max(ends))

    def __truediv__(self, other: Interval | float) -> Interval:
        """The quotients by all numbers of ``other`` except zero.

        >>> print(Interval(1, 2) / Interval(0, 4))
        [0.25, ∞)

        Raises:
            ZeroDivisionError: ``other`` holds nothing but zero.
        """
        other = _interval(other)
        if other.low == other.high == 0:
            raise ZeroDivisionError("division by an interval that holds nothing but zero")
        if self.low == self.high == 0:
            return Interval(0, 0)
        if other.low < 0 < other.high:
            return Interval(-math.inf, math.inf)
        # with no zero inside, `other` has one sign; a zero end is approached from that side
        sign = -1.0 if other.low < 0 else 1.0
        ends = [_over(x, y, sign) for x in (self.low, self.high) for y in (other.low, other.high)]
        return _from(min(ends), max(ends))

    def __radd__(self, other: float) -> Interval:
        return self + other

    def __rsub__(self, other: float) -> Interval:
        return -self + other

    def __rmul__(self, other: float) -> Interval:
        return self * other

    def __rtruediv__(self, other: float) -> Interval:
        return _interval(other) / self

    def __str__(self) -> str:
        if self.low == self.high:
            return f"{self.low:.12g}"
        low = "(-∞" if self.low == -math.inf else f"[{self.low:.12g}"
        high = "∞)" if self.high == math.inf else f"{self.high:.12g}]"
        return f"{low}, {high}"


def interval(
    hedge: str,
    low: float | None = None,
    high: float | None = None,
    best: float | None = None,
    about_width: float | None = None,
) -> Interval:
    """The numbers that a printed form leaves possible.

    Args:
        hedge: one of ``HEDGES``.
        low, high, best: the three values of a claim, None or NaN where the cell is empty.
        about_width: for "about": how far the true value may lie from the printed one, as a part of
            the printed one (0.1 = ten per cent either way). None: both ends stay open.

    >>> print(interval("range", low=15000, high=20000))
    [15000, 20000]
    >>> print(interval("about", best=2000, about_width=0.1))
    [1800, 2200]

    Raises:
        ValueError: the hedge is unknown, the values do not fit it, or ``about_width`` is negative
            or not less than one.
    """
    expected = fault(hedge, low, high, best)
    if expected:
        raise ValueError(f"hedge {hedge!r} with low {low}, high {high}, best {best}: {expected}")
    low, high, best = _none(low), _none(high), _none(best)
    if hedge == "about" and about_width is not None and best is not None:
        if not 0 <= about_width < 1:
            raise ValueError(f"about_width must be at least 0 and less than 1, not {about_width}")
        ends = sorted((best * (1 - about_width), best * (1 + about_width)))
        return Interval(*ends)
    return Interval(-math.inf if low is None else low, math.inf if high is None else high)


def fault(hedge: str, low: float | None, high: float | None, best: float | None) -> str | None:
    """What the three values of a claim should be, if they do not fit its hedge; None if they do.

    >>> fault("nearly", 3000, 3400, 3400)
    'an empty low and high = best'
    """
    if hedge not in _RULES:
        return f"one of the hedges {', '.join(HEDGES)}"
    low_is, high_is, expected = _RULES[hedge]
    low, high, best = _none(low), _none(high), _none(best)
    if low_is == _OWN:
        fits = low is not None and high is not None and low < high and best is None
    else:
        ends = {_BEST: best, _EMPTY: None}
        fits = best is not None and (low, high) == (ends[low_is], ends[high_is])
    return None if fits else expected


def _none(value: float | None) -> float | None:
    return None if value is None or math.isnan(value) else value


def _interval(value: Interval | float) -> Interval:
    return value if isinstance(value, Interval) else Interval(value, value)


def _from(low: float, high: float) -> Interval:
    """An interval from computed ends: an end that overflowed inward is the largest number."""
    return Interval(min(low, _HUGE), max(high, -_HUGE))


def _times(x: float, y: float) -> float:
    # an open end stands for ever larger finite numbers, and nothing times any of them is nothing
    return 0.0 if x == 0 or y == 0 else x * y


def _over(x: float, y: float, sign: float) -> float:
    """Quotient of two ends: y may be open (infinite), or zero approached from the side ``sign``."""
    if math.isinf(y):
        return 0.0
    if y == 0:
        return 0.0 if x == 0 else math.copysign(math.inf, x) * sign
    return x / y
