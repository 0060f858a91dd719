"""Decides whether non-linear identities can be satisfied, where propagation alone cannot.

Either some values are found that satisfy them, or the intervals are cut in two, again and again,
until propagation proves every piece empty, or the search ends undecided. Values are looked for by
fixing one quantity after the other, propagating each time: where few identities tie many
quantities, most choices leave the others room. Least squares is the second way, since it sees all
identities at once; it is slow to give up, so it is tried on the whole only, not on its pieces.

Source: for the splitting, P. Van Hentenryck, D. McAllester and D. Kapur, Solving polynomial systems
using a branch and prune approach, SIAM Journal on Numerical Analysis 34, 1997.
"""

from __future__ import annotations

import numpy as np
from scipy import optimize

from .propagate import INFEASIBLE, propagate_from
from .system import Floats, System

# pieces looked at before the question is left open
_MOST_PIECES = 40
# beyond this many quantities only propagation is tried
_MOST_QUANTITIES = 200
# breach of an identity, in parts of the sum of its terms, that counts as none
_FORGIVEN = 1e-7
# beyond this no values are looked for
_FAR = 1e25
# a slope beyond this would overflow in least squares
_STEEPEST = 1e100
# an interval narrower than this, in parts of its size, counts as a number
_NARROW = 1e-9


def satisfiable(system: System, low: Floats, high: Floats) -> bool | None:
    """Whether values between the ends satisfy the identities; None if that was not decided.

    ``False`` is proved; ``True`` rests on values that satisfy them to seven digits.

    Args:
        system: the identities, not all of them linear.
        low, high: ``(quantities,)``, instead of the ends of the quantities.
    """
    waiting = [(low, high)]
    doubtful = False
    for piece in range(_MOST_PIECES):
        if not waiting:
            break
        left = propagate_from(system, *waiting.pop())
        if left.status == INFEASIBLE:
            continue
        if len(low) > _MOST_QUANTITIES:
            return None
        # an end at the edge of what a double holds is as good as open
        low_end = np.where(left.low < -_FAR, -np.inf, left.low)
        high_end = np.where(left.high > _FAR, np.inf, left.high)
        halves = None
        if (low_end <= _FAR).all() and (high_end >= -_FAR).all():
            if _fixed(system, low_end, high_end):
                return True
            if piece == 0 and _fitted(system, low_end, high_end):
                return True
            halves = _halves(system, low_end, high_end)
        if halves is None:
            doubtful = True
        else:
            waiting += halves
    return None if waiting or doubtful else False


def _fixed(system: System, low: Floats, high: Floats) -> bool:
    """Whether fixing one quantity after the other in its middle ends in values that satisfy all."""
    for _ in range(len(low)):
        width = _width(low, high)
        widest = int(np.argmax(width))
        if width[widest] < _NARROW:
            break
        low, high = low.copy(), high.copy()
        low[widest] = high[widest] = _middle(low, high)[widest]
        left = propagate_from(system, low, high)
        if left.status == INFEASIBLE:
            return False
        low, high = left.low, left.high
    return _satisfies(system, _middle(low, high))


def _fitted(system: System, low: Floats, high: Floats) -> bool:
    """Whether least squares, from the middle of the intervals, finds values that satisfy all."""
    flat = system.flat
    x = _middle(low, high)
    # closer together than this, least squares has no room between the ends
    near = 1e-12 * np.maximum(np.abs(low), np.abs(high))
    free = np.flatnonzero(np.isinf(near) | (high - low > near))
    scale = _sizes(system, x)

    def filled(values: Floats) -> Floats:
        whole = x.copy()
        whole[free] = values
        return whole

    def breach(values: Floats) -> Floats:
        sums = system.sums(filled(values))
        # where a power or quotient is not defined, far from satisfied
        wrong = np.nan_to_num((sums - np.clip(sums, flat.low, flat.high)) / scale, nan=1e6)
        return np.clip(wrong, -1e6, 1e6)

    def slope(values: Floats) -> Floats:
        sums = system.sums(filled(values))
        outside = (sums < flat.low) | (sums > flat.high) | (flat.low == flat.high)
        with np.errstate(all="ignore"):
            rows = system.jacobian(filled(values)).toarray()[:, free] * (outside / scale)[:, None]
        # where it is not defined, or too steep to reckon with, it gives no direction
        return np.asarray(np.where(np.abs(rows) < _STEEPEST, rows, 0.0))

    if not len(free):
        return False  # the values have been looked at
    answer = optimize.least_squares(
        breach,
        x[free],
        slope,
        bounds=(low[free], high[free]),
        x_scale=np.maximum(np.abs(x[free]), 1e-12),
        ftol=1e-14,
        xtol=1e-14,
        gtol=1e-14,
        max_nfev=40,
    )
    return _satisfies(system, filled(answer.x))


def _satisfies(system: System, values: Floats) -> bool:
    """Whether values satisfy all identities, to what is forgiven."""
    sums = system.sums(values)
    wrong = np.abs(sums - np.clip(sums, system.flat.low, system.flat.high))
    return bool((wrong <= _FORGIVEN * _sizes(system, values)).all())


def _sizes(system: System, values: Floats) -> Floats:
    """``(identities,)``: the sums of the sizes of terms and bounds; 1 where that is no number."""
    flat = system.flat
    bounds = np.abs([flat.low, flat.high])
    bounds = np.where(np.isfinite(bounds), bounds, 0.0).max(axis=0)
    with np.errstate(all="ignore"):
        factors = np.abs(values[flat.quantity]) ** flat.power
        terms = np.multiply.reduceat(factors, flat.factor_start[:-1]) * np.abs(flat.coefficient)
        total = np.add.reduceat(terms, flat.term_start[:-1]) + bounds
    return np.asarray(np.where((total > 0) & np.isfinite(total), total, 1.0))


def _middle(low: Floats, high: Floats) -> Floats:
    """A number inside each interval; by an open end, as far from the other end as that from 0."""
    step = np.maximum(np.where(np.isfinite(low), np.abs(low), np.abs(high)), 1.0)
    step = np.where(np.isfinite(step), step, 1.0)
    below = np.where(np.isfinite(low), low, np.where(np.isfinite(high), high - 2 * step, -1.0))
    above = np.where(np.isfinite(high), high, np.where(np.isfinite(low), low + 2 * step, 3.0))
    return below / 2 + above / 2


def _width(low: Floats, high: Floats) -> Floats:
    """The widths of intervals in parts of their size: at most 2, and more with open ends."""
    with np.errstate(invalid="ignore"):
        width = (high - low) / np.maximum(np.maximum(np.abs(low), np.abs(high)), 1e-300)
    # one open end counts as wider than any, two as wider still
    return np.where(np.isinf(low) | np.isinf(high), 4.0 + (np.isinf(low) & np.isinf(high)), width)


def _halves(system: System, low: Floats, high: Floats) -> list[tuple[Floats, Floats]] | None:
    """The intervals with that of one quantity cut in two; None if none is wide enough.

    Cut is the quantity with the widest interval, in parts of its size, of those that stand in a
    product or under a power: the others propagation handles as well whole.
    """
    flat = system.flat
    per_term = np.diff(flat.factor_start)[flat.factor_term]
    curved = np.unique(flat.quantity[(per_term > 1) | (flat.power != 1)])
    middle = _middle(low, high)
    width = _width(low, high)
    widest = int(curved[np.argmax(width[curved])])
    if width[widest] < 1e-6:
        return None
    left, right = high.copy(), low.copy()
    left[widest] = right[widest] = middle[widest]
    return [(low, left), (right, high)]
