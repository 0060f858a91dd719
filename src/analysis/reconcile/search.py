"""Decides whether identities can be satisfied, where propagation alone cannot.

Propagation narrows first. What it leaves is taken apart: an identity that holds whatever the values
is left out; so is one that a quantity of its own can satisfy whatever the others are, such as a
ratio that nothing else mentions; and what then hangs together only by numbers that are settled is
looked at part by part. Of each part, either some values are found that satisfy it, or its intervals
are cut in two, again and again, until propagation proves every piece empty, or the search ends
undecided.

Values are looked for by fixing one quantity after the other, propagating each time: where few
identities tie many quantities, most choices leave the others room. Least squares is the second way,
since it sees all identities at once; it is slow to give up, so it is tried on the whole only, not
on its pieces.

Source: for the splitting, P. Van Hentenryck, D. McAllester and D. Kapur, Solving polynomial systems
using a branch and prune approach, SIAM Journal on Numerical Analysis 34, 1997.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .propagate import Narrowing
from .system import Floats, Indices, System

# pieces looked at before the question is left open; fewer, the more quantities hang together
_MOST_PIECES = 40
_MOST_CUT = 100
# how often quantities are left for later, with more identities looked at before
_MOST_HOPES = 5
# steps from where least squares ended to a solution nearby
_MOST_POLISHED = 5
# how often propagation works through all identities
_MOST_PASSES = 200
# quantities fixed one after the other; of more, least squares is the quicker way
_MOST_FIXED = 40
# breach of an identity, in parts of the sum of its terms, that counts as none
_FORGIVEN = 1e-7
# beyond this no values are looked for
_FAR = 1e25
# a slope beyond this would overflow in least squares
_STEEPEST = 1e100
# an interval narrower than this, in parts of its size, counts as a number
_NARROW = 1e-9


@dataclass(frozen=True)
class Answer:
    """Whether values between some ends satisfy some identities.

    Attributes:
        holds: True: ``values`` satisfy them to seven digits; False: it is proved that none do;
            None: not decided.
        values: ``(quantities,)``.
        ends, identities: where none do, the quantities whose ends, and the identities, by index,
            from which that follows.
    """

    holds: bool | None
    values: Floats | None = None
    ends: frozenset[int] = frozenset()
    identities: frozenset[int] = frozenset()


class Search:
    """Asks of one system whether values can be found, again and again with other ends.

    Attributes:
        steps: propagations, and steps of least squares, since the beginning.
    """

    def __init__(self, system: System) -> None:
        self.system = system
        self.flat = system.flat
        self.steps = 0
        self.pieces = 0
        at = system.index
        self.terms = [
            [(np.float64(c), [(at[name], p) for name, p in factors]) for c, factors in each.terms]
            for each in system.identities
        ]
        self.start = self.stated()

    def stated(self) -> Floats:
        """Where to look first: figures as they are stated, and what follows from them, if any."""
        system = self.system
        values = np.where(np.isnan(system.best), _middle(system.low, system.high), system.best)
        known = np.isfinite(system.low) | np.isfinite(system.high) | np.isfinite(system.best)
        moved = True
        while moved:
            moved = False
            for k, each in enumerate(self.flat.involved):
                missing = [i for i in each if not known[i]]
                if len(missing) == 1:
                    (i,) = missing
                    if i not in self.flat.bent[k]:
                        self.solve([(k, i)], values, system.low, system.high)
                    known[i] = moved = True
        return values

    def narrow(
        self,
        low: Floats,
        high: Floats,
        chosen: Indices | None = None,
        changed: Sequence[int] | None = None,
    ) -> Narrowing:
        """Propagation from these ends, of which only some changed since nothing moved."""
        left = Narrowing(self.system, low, high, chosen)
        left.run(max_passes=_MOST_PASSES, changed=changed)
        self.steps += 1 + int(left.passes)
        return left

    def decide(self, low: Floats, high: Floats, chosen: Iterable[int] | None = None) -> Answer:
        """Whether values between the ends satisfy the identities.

        Args:
            low, high: ``(quantities,)``, instead of the ends of the quantities.
            chosen: the identities that count; all if left out.
        """
        self.pieces = 0
        every = range(len(self.system.identities)) if chosen is None else sorted(chosen)
        return self._decide(low, high, np.array(every, dtype=np.intp), whole=True)

    def _decide(self, low: Floats, high: Floats, chosen: Indices, whole: bool) -> Answer:
        self.pieces += 1
        left = self.narrow(low, high, chosen)
        if left.infeasible:
            ends, identities = left.reason()
            return Answer(False, None, frozenset(ends), frozenset(identities))
        # an end at the edge of what a double holds is as good as open
        low_end = np.where(left.low < -_FAR, -np.inf, left.low)
        high_end = np.where(left.high > _FAR, np.inf, left.high)
        if (low_end > _FAR).any() or (high_end < -_FAR).any():
            return Answer(None)
        parts, later = self.parts(left)
        if whole:
            values = self.hoped(left, low_end, high_end, later)
            if values is not None:
                return Answer(True, values)
        values = _middle(low_end, high_end)
        undecided = False
        for part in parts:
            answer = self._part(low_end, high_end, part, whole)
            if answer.holds is False:
                ends, identities = left.trace(answer.ends)
                return Answer(False, None, frozenset(ends), answer.identities.union(identities))
            if answer.values is None:
                undecided = True
            else:
                here = self.quantities(part)
                values[here] = answer.values[here]
        if undecided:
            return Answer(None)
        self.solve(later, values, low_end, high_end)
        return Answer(True, values) if self.satisfied(values, chosen) else Answer(None)

    def hoped(
        self, left: Narrowing, low: Floats, high: Floats, certain: list[tuple[int, int]]
    ) -> Floats | None:
        """Values that satisfy all, if the quantities left for later find room between their ends.

        Where one does not, its identity is looked at before the others, and so again.
        """
        hard: set[int] = set()
        for _ in range(_MOST_HOPES):
            parts, later = self.parts(left, hopeful=True, hard=hard)
            if len(later) == len(certain):
                return None
            values = self.near(low, high)
            for part in parts:
                here = self.quantities(part)
                free = here[_width(low, high)[here] >= _NARROW]
                found = next(self.found(low, high, part, free, True), None)
                if found is None:
                    return None
                values[here] = found[here]
            self.solve(later, values, low, high)
            broken = left.chosen[~self.close(values)[left.chosen]]
            if not len(broken):
                return values
            hard.update(broken.tolist())
        return None

    def solve(
        self, later: list[tuple[int, int]], values: Floats, low: Floats, high: Floats
    ) -> None:
        """Give each quantity the value that satisfies its identity, as near as its ends allow."""
        for identity, quantity in later:
            value = self.solved(identity, quantity, values)
            if np.isfinite(value):
                values[quantity] = min(max(value, low[quantity]), high[quantity])

    def _part(self, low: Floats, high: Floats, part: Indices, whole: bool) -> Answer:
        """The same for identities that hang together, after propagation."""
        free = self.quantities(part)
        free = free[_width(low, high)[free] >= _NARROW]
        for values in self.found(low, high, part, free, whole):
            return Answer(True, values)
        halves = self.halves(low, high, part)
        most = min(_MOST_PIECES, _MOST_CUT // max(len(free), 1))
        if halves is None or self.pieces >= most:
            return Answer(None)
        undecided = False
        ends: set[int] = set()
        identities: set[int] = set()
        for piece_low, piece_high in halves:
            if self.pieces >= most:
                return Answer(None)
            answer = self._decide(piece_low, piece_high, part, whole=False)
            if answer.holds:
                return answer
            undecided |= answer.holds is None
            ends |= answer.ends
            identities |= answer.identities
        if undecided:
            return Answer(None)
        return Answer(False, None, frozenset(ends), frozenset(identities))

    def found(
        self, low: Floats, high: Floats, part: Indices, free: Indices, whole: bool
    ) -> Iterator[Floats]:
        """Values that satisfy a part, the cheapest way first."""
        for values in self.guesses(low, high, part, free, whole):
            if values is not None and self.satisfied(values, part):
                yield values

    def guesses(
        self, low: Floats, high: Floats, part: Indices, free: Indices, whole: bool
    ) -> Iterator[Floats | None]:
        """Values that may satisfy a part."""
        begin = self.near(low, high)
        yield begin
        few = len(free) <= _MOST_FIXED
        if few:
            yield self.fixed(low, high, part, free, _middle)
            yield self.fixed(low, high, part, free, self.near)
        if whole:
            yield self.fitted(low, high, part, free, begin)
            yield self.fitted(low, high, part, free, _middle(low, high))
            if not few:
                yield self.fixed(low, high, part, free, self.near)

    def near(self, low: Floats, high: Floats) -> Floats:
        """Numbers inside the intervals: as stated, if that may be, otherwise towards it."""
        start = self.start
        values = np.where((low < start) & (start < high), start, _middle(low, high))
        # with one end open, go a way from the other end that keeps the sign, if there is one
        below = np.isinf(low) & (start >= high)
        values = np.where(below, np.where(high > 0, high / 2, np.minimum(2 * high, -1.0)), values)
        above = np.isinf(high) & (start <= low)
        return np.where(above, np.where(low < 0, low / 2, np.maximum(2 * low, 1.0)), values)

    def quantities(self, identities: Indices) -> Indices:
        """The quantities of some identities, each once, in rising order."""
        found = {i for k in identities.tolist() for i in self.flat.involved[k]}
        return np.array(sorted(found), dtype=np.intp)

    def parts(
        self, left: Narrowing, hopeful: bool = False, hard: Collection[int] = ()
    ) -> tuple[list[Indices], list[tuple[int, int]]]:
        """What remains to be satisfied after propagation, as parts that have nothing in common.

        Args:
            left: the propagation.
            hopeful: do not look whether something that is divided by may be zero.
            hard: identities that are not left for later.

        Returns:
            The parts, each the identities that hang together; and pairs of an identity and the
            quantity that satisfies it, in the order in which they are to be solved.
        """
        settled = _width(left.low, left.high) < _NARROW
        certain = left.certain()
        open_ones = [k for k in left.chosen.tolist() if k not in certain]
        where: dict[int, set[int]] = {}
        for k in open_ones:
            for i in self.flat.involved[k]:
                if not settled[i]:
                    where.setdefault(i, set()).add(k)
        later: list[tuple[int, int]] = []
        remaining = dict.fromkeys(open_ones)
        alone = [i for i in sorted(where) if len(where[i]) == 1]
        while alone:
            i = alone.pop(0)
            if len(where[i]) != 1:
                continue
            (k,) = where[i]
            if k not in hard and left.solvable(k, i, hopeful):
                del remaining[k]
                later.append((k, i))
                for other in self.flat.involved[k]:
                    if not settled[other]:
                        where[other].discard(k)
                        if len(where[other]) == 1:
                            alone.append(other)
        parts = []
        while remaining:
            first = next(iter(remaining))
            waiting = [first]
            together = {first}
            while waiting:
                for i in self.flat.involved[waiting.pop()]:
                    if not settled[i]:
                        waiting += where[i] - together
                        together |= where[i]
            parts.append(np.array(sorted(together), dtype=np.intp))
            for k in together:
                del remaining[k]
        return parts, later[::-1]

    def solved(self, identity: int, quantity: int, values: Floats) -> float:
        """The value of a quantity, near the one it has, that satisfies an identity.

        The quantity stands there once, as it is or as a divisor. Not finite if there is none.
        """
        rest = product = 0.0
        power = 1.0
        with np.errstate(all="ignore"):
            for coefficient, factors in self.terms[identity]:
                others = coefficient
                here = False
                for i, exponent in factors:
                    if i == quantity:
                        here, power = True, exponent
                    else:
                        others *= values[i] ** exponent
                if here:
                    product = others
                else:
                    rest += others
            now = rest + product * values[quantity] ** power
            wanted = np.clip(now, self.flat.low[identity], self.flat.high[identity]) - rest
            return float(wanted / product if power == 1 else product / wanted)

    def fixed(
        self,
        low: Floats,
        high: Floats,
        part: Indices,
        free: Indices,
        inside: Callable[[Floats, Floats], Floats],
    ) -> Floats | None:
        """Values that satisfy the part, by fixing one quantity after the other inside its ends."""
        for _ in range(len(free)):
            width = _width(low, high)[free]
            if width.max(initial=0.0) < _NARROW:
                break
            widest = free[int(np.argmax(width))]
            low, high = low.copy(), high.copy()
            low[widest] = high[widest] = inside(low, high)[widest]
            left = self.narrow(low, high, part, [int(widest)])
            if left.infeasible:
                return None
            low, high = left.low, left.high
        return _middle(low, high)

    def fitted(
        self, low: Floats, high: Floats, part: Indices, free: Indices, x: Floats
    ) -> Floats | None:
        """Values that satisfy the part, by least squares from some values on."""
        system = self.system
        bound_low, bound_high = self.flat.low[part], self.flat.high[part]
        # closer together than this, least squares has no room between the ends
        near = 1e-12 * np.maximum(np.abs(low), np.abs(high))
        free = free[(np.isinf(near) | (high - low > near))[free]]
        if not len(free):
            return None  # the values have been looked at
        scale = self.sizes(x)[part]

        def filled(values: Floats) -> Floats:
            whole = x.copy()
            whole[free] = values
            return whole

        def breach(values: Floats) -> Floats:
            sums = system.sums(filled(values))[part]
            # where a power or quotient is not defined, far from satisfied
            wrong = np.nan_to_num((sums - np.clip(sums, bound_low, bound_high)) / scale, nan=1e6)
            return np.clip(wrong, -1e6, 1e6)

        def slope(values: Floats) -> Floats:
            sums = system.sums(filled(values))[part]
            outside = (sums < bound_low) | (sums > bound_high) | (bound_low == bound_high)
            with np.errstate(all="ignore"):
                rows = system.jacobian(filled(values)).toarray()[part][:, free]
                rows *= (outside / scale)[:, None]
            # where it is not defined, or too steep to reckon with, it gives no direction
            return np.asarray(np.where(np.abs(rows) < _STEEPEST, rows, 0.0))

        size = np.maximum(np.abs(x[free]), 1e-12)
        from scipy import optimize  # slow to import, and most systems never come here

        answer = optimize.least_squares(
            breach,
            x[free],
            slope,
            bounds=(low[free], high[free]),
            x_scale=size,
            ftol=1e-14,
            xtol=1e-14,
            gtol=1e-14,
            max_nfev=40,
        )
        self.steps += int(answer.nfev)
        # it comes near and then creeps along the ends; the shortest way to a solution is short now
        values = answer.x
        for _ in range(_MOST_POLISHED):
            if self.satisfied(filled(values), part):
                break
            rows = slope(values) * size
            values = values - size * np.linalg.lstsq(rows, breach(values), rcond=1e-12)[0]
            values = np.clip(values, low[free], high[free])
        return filled(values)

    def satisfied(self, values: Floats, identities: Indices) -> bool:
        """Whether values satisfy some identities."""
        return bool(self.close(values)[identities].all())

    def close(self, values: Floats) -> NDArray[np.bool_]:
        """Which identities values satisfy, to what is forgiven."""
        sums = self.system.sums(values)
        wrong = np.abs(sums - np.clip(sums, self.flat.low, self.flat.high))
        return np.asarray(wrong <= _FORGIVEN * self.sizes(values))

    def sizes(self, values: Floats) -> Floats:
        """``(identities,)``: the sums of the sizes of terms and bounds; 1 where no number."""
        flat = self.flat
        bounds = np.abs([flat.low, flat.high])
        bounds = np.where(np.isfinite(bounds), bounds, 0.0).max(axis=0)
        with np.errstate(all="ignore"):
            factors = np.abs(values[flat.quantity]) ** flat.power
            terms = np.multiply.reduceat(factors, flat.factor_start[:-1])
            terms = terms * np.abs(flat.coefficient)
            total = np.add.reduceat(terms, flat.term_start[:-1]) + bounds
        return np.asarray(np.where((total > 0) & np.isfinite(total), total, 1.0))

    def halves(
        self, low: Floats, high: Floats, part: Indices
    ) -> list[tuple[Floats, Floats]] | None:
        """The intervals with that of one quantity cut in two; None if none is wide enough.

        Cut is the quantity with the widest interval, in parts of its size, of those that stand in
        a product or under a power: the others propagation handles as well whole.
        """
        curved = [i for i in self.quantities(part).tolist() if i in self.curved(part)]
        width = _width(low, high)
        if not curved:
            return None
        widest = curved[int(np.argmax(width[curved]))]
        if width[widest] < 1e-6:
            return None
        middle = _middle(low, high)
        left, right = high.copy(), low.copy()
        left[widest] = right[widest] = middle[widest]
        return [(right, high), (low, left)]

    def curved(self, part: Indices) -> set[int]:
        """The quantities that stand in a product or under a power in some identities."""
        flat = self.flat
        per_term = np.diff(flat.factor_start)[flat.factor_term]
        there = np.isin(flat.term_identity[flat.factor_term], part)
        return set(flat.quantity[there & ((per_term > 1) | (flat.power != 1))].tolist())


def _middle(low: Floats, high: Floats) -> Floats:
    """A number inside each interval; by an open end, as far from the other end as that from 0."""
    step = np.maximum(np.where(np.isfinite(low), np.abs(low), np.abs(high)), 1.0)
    step = np.where(np.isfinite(step), step, 1.0)
    with np.errstate(all="ignore"):
        below = np.where(np.isfinite(low), low, np.where(np.isfinite(high), high - 2 * step, -1.0))
        above = np.where(np.isfinite(high), high, np.where(np.isfinite(low), low + 2 * step, 3.0))
    return np.asarray(below / 2 + above / 2)


def _width(low: Floats, high: Floats) -> Floats:
    """The widths of intervals in parts of their size: at most 2, and more with open ends."""
    with np.errstate(invalid="ignore"):
        width = (high - low) / np.maximum(np.maximum(np.abs(low), np.abs(high)), 1e-300)
    # one open end counts as wider than any, two as wider still
    return np.where(np.isinf(low) | np.isinf(high), 4.0 + (np.isinf(low) & np.isinf(high)), width)
