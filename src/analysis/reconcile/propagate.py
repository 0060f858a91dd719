"""Narrows every quantity to what the others allow: interval constraint propagation.

Forward, the interval of every term is worked out from its quantities; backward, each term is cut
to what the bounds and the other terms of its identity leave it, and each quantity to what its term
leaves it. This is repeated, for the identities whose quantities changed, until nothing moves.

It is *sound*: no value that satisfies all identities is ever cut off. Every operation rounds
outward, by more than a double can err and than a decimal number loses when it becomes a double. So
an empty interval proves that the figures cannot hold together. The reverse does not hold: each
identity is looked at by itself, so an interval may be wider than it need be, and figures that
survive may still contradict each other.

Source: F. Benhamou, F. Goualard, L. Granvilliers and J.-F. Puget, Revising hull and box
consistency, ICLP 1999 (the algorithm HC4); division by an interval that holds zero as in IEEE
1788-2015.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from .system import Flat, Floats, Indices, System, interval_text
from .table import count, html_table

if TYPE_CHECKING:
    import pandas as pd

_EPS = sys.float_info.epsilon
_TINY = math.ulp(0.0)
_MAX = sys.float_info.max
# beyond this a term counts as open, so that no sum of terms overflows
_BIG = 1e300

CONVERGED, STOPPED, INFEASIBLE = "converged", "stopped", "infeasible"


@dataclass(frozen=True)
class Propagation:
    """What propagation leaves of a system.

    Attributes:
        system: what was propagated.
        low, high: ``(quantities,)``, the narrowed ends; when infeasible, those before the step
            that came out empty.
        low_by, high_by: ``(quantities,)``, index of the identity that set each end, -1 where the
            quantity's own end stands.
        status: ``converged``; ``stopped`` (sound, but the limit of passes came before the end); or
            ``infeasible`` (proof that not all can hold).
        identity: name of the identity that cannot be satisfied, None unless infeasible.
        quantity: name of the quantity for which nothing is left, None if it is not a single one.
        passes: identities worked through, in multiples of all identities.
    """

    system: System
    low: Floats
    high: Floats
    low_by: Indices
    high_by: Indices
    status: str
    identity: str | None
    quantity: str | None
    passes: float

    def interval(self, name: str) -> tuple[float, float]:
        """Both ends of a quantity.

        Raises:
            KeyError: no quantity bears the name.
        """
        i = self.system.index[name]
        return float(self.low[i]), float(self.high[i])

    def frame(self) -> pd.DataFrame:
        """One row per quantity: name, low, high, and the identities that set the ends, or ""."""
        import pandas as pd

        names = [*(each.name for each in self.system.identities), ""]
        return pd.DataFrame(
            {
                "name": self.system.names,
                "low": self.low,
                "high": self.high,
                "low_by": [names[i] for i in self.low_by],
                "high_by": [names[i] for i in self.high_by],
            }
        )

    @property
    def outcome(self) -> str:
        """The status in words, with what failed if anything did."""
        if self.identity is None:
            return self.status
        text = f"{self.status}: {self.identity}"
        return text if self.quantity is None else f"{text} (nothing is left for {self.quantity})"

    def _by(self, i: int) -> str:
        """The identities that set the ends of a quantity, in words."""
        found = dict.fromkeys(j for j in (self.low_by[i], self.high_by[i]) if j >= 0)
        return " and ".join(self.system.identities[j].name for j in found)

    def __repr__(self) -> str:
        narrowed = int(((self.low_by >= 0) | (self.high_by >= 0)).sum())
        return f"<Propagation: {self.outcome}; {narrowed} of {len(self.low)} quantities narrowed>"

    def _repr_html_(self) -> str:
        rows = [
            (q.name, interval_text(q.low, q.high), interval_text(self.low[i], self.high[i]), by)
            for i, q in enumerate(self.system.quantities)
            if (by := self._by(i))
        ]
        same = count(
            len(self.low) - len(rows), "quantity stays as it is", "quantities stay as they are"
        )
        return html_table(f"{self.outcome}; {same}", ("quantity", "given", "left", "by"), rows)

    def __str__(self) -> str:
        lines = [self.outcome]
        width = max(map(len, self.system.names), default=0)
        for i, quantity in enumerate(self.system.quantities):
            line = f"{quantity.name:<{width}}  {interval_text(self.low[i], self.high[i])}"
            if by := self._by(i):
                line += f"  by {by}"
            lines.append(line)
        return "\n".join(lines)


def propagate(system: System, *, tolerance: float = 1e-10, max_passes: float = 1000) -> Propagation:
    """Narrow every quantity of a system to what the others allow.

    >>> from .system import Quantity
    >>> print(propagate(System(
    ...     [Quantity("people", low=400_000), Quantity("households", 286_000, 286_000),
    ...      Quantity("size")],
    ...     ["people = households * size"])))
    converged
    people      [400,000, ∞)
    households  286,000
    size        [1.398601399, ∞)  by people = households * size

    Args:
        system: quantities and identities.
        tolerance: an end moves only by more than this part of the larger end (or when it reaches
            zero). A loop that creeps towards its limit is thereby cut short, soundly.
        max_passes: how often, on average, an identity is worked through before it stops.

    Raises:
        ValueError: a negative tolerance or limit.
    """
    if not (tolerance >= 0 and max_passes >= 0):
        raise ValueError("tolerance and max_passes are zero or more")
    narrowing = Narrowing(system, system.low, system.high)
    narrowing.run(tolerance, max_passes)
    identity, quantity = narrowing.identity, narrowing.quantity
    return Propagation(
        system,
        narrowing.low,
        narrowing.high,
        narrowing.low_by,
        narrowing.high_by,
        narrowing.status,
        None if identity is None else system.identities[identity].name,
        None if quantity is None else system.quantities[quantity].name,
        narrowing.passes,
    )


class Narrowing:
    """One propagation, which remembers what it did.

    Args:
        system: quantities and identities.
        low, high: ``(quantities,)``, instead of the ends of the quantities.
        chosen: the identities to work with, in rising order; all if left out.

    Attributes:
        low, high, low_by, high_by, status, passes: as in :class:`Propagation`.
        identity, quantity: as there, by index.
    """

    def __init__(
        self, system: System, low: Floats, high: Floats, chosen: Indices | None = None
    ) -> None:
        self.system = system
        self.flat = system.flat
        self.given = low, high
        self.low = np.array(low)
        self.high = np.array(high)
        self.low_by = np.full(len(low), -1, dtype=np.intp)
        self.high_by = np.full(len(low), -1, dtype=np.intp)
        self.chosen = np.arange(len(system.identities)) if chosen is None else chosen
        self.passes = 0.0
        self.status = CONVERGED
        self.identity: int | None = None
        self.quantity: int | None = None
        # identities of the last step, which left nothing
        self.failed: set[int] = set()
        # the ends that moved: pass by pass, and for each side, quantities and identities
        self.moves: list[tuple[tuple[Indices, Indices], tuple[Indices, Indices]]] = []

    @property
    def infeasible(self) -> bool:
        """Whether it is proved that not all can hold."""
        return self.status == INFEASIBLE

    def run(
        self,
        tolerance: float = 1e-10,
        max_passes: float = 1000,
        changed: Sequence[int] | None = None,
    ) -> Narrowing:
        """Narrow until nothing moves.

        Args:
            tolerance, max_passes: as in :func:`propagate`.
            changed: the quantities whose ends changed since nothing moved; all if left out.
        """
        total = len(self.chosen)
        active = self.chosen if changed is None else self.touched(np.array(changed))
        # infinities and zeros are met on purpose; every operation says what it makes of them
        with np.errstate(all="ignore"):
            while len(active):
                if self.passes + len(active) / total > max_passes:
                    self.status = STOPPED
                    break
                self.passes += len(active) / total
                part = self.everything if len(active) == total else _part(self.flat, active)
                self.identity, low, high = part.revise(self.low, self.high)
                if self.identity is not None:
                    self.status, self.failed = INFEASIBLE, {self.identity}
                    break
                moved, empty = self.apply(part, low, high, tolerance)
                if empty is not None:
                    self.status, (self.identity, self.quantity) = INFEASIBLE, empty
                    break
                active = self.touched(moved)
        return self

    def reason(self) -> tuple[set[int], set[int]]:
        """Quantities whose given ends, and identities, that led to nothing being left."""
        ends = {i for identity in self.failed for i in self.flat.involved[identity]}
        if self.quantity is not None:
            ends.add(self.quantity)
        quantities, identities = self.trace(ends)
        return quantities, identities.union(self.failed)

    def trace(self, quantities: Iterable[int]) -> tuple[set[int], set[int]]:
        """Which given ends, and which identities, the ends of these quantities come from."""
        history: dict[tuple[int, int], list[tuple[int, int]]] = {}
        for number, sides in enumerate(self.moves):
            for side, (moved, by) in enumerate(sides):
                for i, identity in zip(moved.tolist(), by.tolist(), strict=True):
                    history.setdefault((i, side), []).append((number, identity))
        waiting = [(i, len(self.moves)) for i in quantities]
        seen = set(waiting)
        given: set[int] = set()
        identities: set[int] = set()
        while waiting:
            i, before = waiting.pop()
            for side in (0, 1):
                steps = history.get((i, side), ())
                number, identity = max((s for s in steps if s[0] < before), default=(-1, -1))
                if number < 0:
                    if math.isfinite(self.given[side][i]):
                        given.add(i)
                    continue
                identities.add(identity)
                for other in self.flat.involved[identity]:
                    own = other == i and i not in self.flat.bent[identity]
                    if not own and (other, number) not in seen:
                        seen.add((other, number))
                        waiting.append((other, number))
        return given, identities

    def certain(self) -> set[int]:
        """The identities that hold whatever the values between the ends are."""
        with np.errstate(all="ignore"):
            low, high = self.everything.sums(self.low, self.high)
        holds = (low >= self.flat.low[self.chosen]) & (high <= self.flat.high[self.chosen])
        return set(self.chosen[holds].tolist())

    def solvable(self, identity: int, quantity: int, hopeful: bool) -> bool:
        """Whether some value of the quantity satisfies the identity whatever the others are.

        So it is if the quantity stands there once, as it is, by nothing that may be zero, and if
        its ends are those that this identity gave it. If hopeful, zeros are left out of account.
        """
        i = quantity
        if not (self.low_by[i] == identity or self.low[i] == -np.inf):
            return False
        if not (self.high_by[i] == identity or self.high[i] == np.inf):
            return False
        if i in self.flat.bent[identity]:
            return False
        if hopeful:
            return True
        index = self.system.index
        for _, factors in self.system.identities[identity].terms:
            here = any(index[name] == i for name, _ in factors)
            for name, power in factors:
                at = index[name]
                if at == i:
                    if power != 1:
                        return False
                elif (here or power < 0) and self.low[at] <= 0 <= self.high[at]:
                    return False
        return True

    @cached_property
    def everything(self) -> _Part:
        return _part(self.flat, self.chosen)

    def apply(
        self, part: _Part, low: Floats, high: Floats, tolerance: float
    ) -> tuple[Indices, tuple[int, int] | None]:
        """Take what each factor allows its quantity; which quantities changed, and any fault."""
        at = part.quantity
        better = np.flatnonzero((low > self.low[at]) | (high < self.high[at]))
        if not len(better):
            return better, None
        at, low, high = at[better], low[better], high[better]
        identities = part.identities[part.term_identity[part.factor_term[better]]]
        new_low, new_high = self.low.copy(), self.high.copy()
        np.maximum.at(new_low, at, low)
        np.minimum.at(new_high, at, high)
        empty = np.flatnonzero(new_low[at] > new_high[at])
        if len(empty):
            i = at[empty[0]]
            below = identities[(at == i) & (low == new_low[i])]
            above = identities[(at == i) & (high == new_high[i])]
            self.failed = {int(each.max()) for each in (below, above) if len(each)}
            return at, (max(self.failed), int(i))
        # inf - inf: an end that stays open has not moved
        size = np.maximum(_magnitude(new_low[at]), _magnitude(new_high[at]))
        up = (low == new_low[at]) & _moved(self.low[at], new_low[at], tolerance * size)
        down = (high == new_high[at]) & _moved(-self.high[at], -new_high[at], tolerance * size)
        # of several identities that say the same the first is named: the last one written stays
        moves = []
        for chosen, ends, new, by in (
            (np.flatnonzero(up)[::-1], self.low, new_low, self.low_by),
            (np.flatnonzero(down)[::-1], self.high, new_high, self.high_by),
        ):
            ends[at[chosen]] = new[at[chosen]]
            by[at[chosen]] = identities[chosen]
            moves.append((at[chosen], identities[chosen]))
        self.moves.append((moves[0], moves[1]))
        return at[up | down], None

    def touched(self, quantities: Indices) -> Indices:
        """The identities in which any of the quantities stands, each once."""
        start, identities = self.flat.incidence
        changed = _distinct(quantities, len(self.low))
        there = np.zeros(len(self.flat.low), dtype=bool)
        there[identities[_ranges(start[changed], start[changed + 1])]] = True
        return self.chosen[there[self.chosen]]


@dataclass(frozen=True)
class _Part:
    """Some identities of a system, numbered anew, as in :class:`Flat`.

    ``layers`` holds, for each position in a product, the factors that stand there; ``bounds``, for
    each term, the lower and the negated upper bound of its identity; ``neighbours``, for each term,
    how many its identity has.
    """

    identities: Indices
    coefficient: Floats
    term_identity: Indices
    term_first: Indices
    factor_term: Indices
    quantity: Indices
    power: Floats
    layers: Sequence[Indices]
    bounds: Floats
    neighbours: Indices
    linear: bool

    def revise(self, low: Floats, high: Floats) -> tuple[int | None, Floats, Floats]:
        """What each factor of each identity leaves to its quantity.

        Args:
            low, high: ``(quantities,)``.

        Returns:
            The first identity that cannot be satisfied, None if all can; and both ends
            ``(factors,)``.
        """
        x_low, x_high = low[self.quantity], high[self.quantity]
        if self.linear:
            positive = self.coefficient > 0
            term_low, term_high = _out(
                self.coefficient * np.where(positive, x_low, x_high),
                self.coefficient * np.where(positive, x_high, x_low),
                2,
            )
            failed, term_low, term_high = self.cut(term_low, term_high)
            new_low, new_high = _out(
                np.where(positive, term_low, term_high) / self.coefficient,
                np.where(positive, term_high, term_low) / self.coefficient,
                2,
            )
        else:
            z_low, z_high, defined = _raise(x_low, x_high, np.abs(self.power))
            inverse = self.power < 0
            v_low, v_high = _reciprocal(z_low, z_high, inverse)
            term_low, term_high, others_low, others_high = self.multiply(v_low, v_high)
            defined &= ~(inverse & (z_low == 0) & (z_high == 0))
            failed, term_low, term_high = self.cut(term_low, term_high)
            t_low, t_high = term_low[self.factor_term], term_high[self.factor_term]
            # z * others = term, or z * term = others where the power is negative
            z_low, z_high = _divide(
                np.where(inverse, others_low, t_low),
                np.where(inverse, others_high, t_high),
                np.where(inverse, t_low, others_low),
                np.where(inverse, t_high, others_high),
                z_low,
                z_high,
            )
            new_low, new_high = _root(z_low, z_high, np.abs(self.power), x_low, x_high)
            failed[self.term_identity[self.factor_term[~defined]]] = True
        new_low, new_high = np.maximum(new_low, x_low), np.minimum(new_high, x_high)
        failed[self.term_identity[self.factor_term[new_low > new_high]]] = True
        first = int(self.identities[np.argmax(failed)]) if failed.any() else None
        return first, new_low, new_high

    def sums(self, low: Floats, high: Floats) -> tuple[Floats, Floats]:
        """The interval of each sum; open where a power or quotient may not be defined.

        Args:
            low, high: ``(quantities,)``.

        Returns:
            Both ends ``(identities,)``.
        """
        x_low, x_high = low[self.quantity], high[self.quantity]
        z_low, z_high, _ = _raise(x_low, x_high, np.abs(self.power))
        v_low, v_high = _reciprocal(z_low, z_high, self.power < 0)
        term_low, term_high, _, _ = self.multiply(v_low, v_high)
        wild = ((self.power < 0) & (x_low <= 0) & (x_high >= 0)) | (
            (self.power % 1 != 0) & (x_low < 0)
        )
        term_low[self.factor_term[wild]], term_high[self.factor_term[wild]] = -np.inf, np.inf
        total_low = np.add.reduceat(term_low, self.term_first)
        total_high = np.add.reduceat(term_high, self.term_first)
        size = np.add.reduceat(
            np.maximum(_magnitude(term_low), _magnitude(term_high)), self.term_first
        )
        error = (3 + self.neighbours[self.term_first]) * _EPS * size
        return total_low - error, total_high + error

    def multiply(self, low: Floats, high: Floats) -> tuple[Floats, Floats, Floats, Floats]:
        """The interval of each term, and for each factor that of the rest of its term."""
        whole_low, whole_high = self.coefficient.copy(), self.coefficient.copy()
        others_low, others_high = np.empty_like(low), np.empty_like(high)
        for layer in self.layers:
            term = self.factor_term[layer]
            others_low[layer], others_high[layer] = whole_low[term], whole_high[term]
            whole_low[term], whole_high[term] = _multiply(
                whole_low[term], whole_high[term], low[layer], high[layer]
            )
        if len(self.layers) > 1:
            after_low = np.ones_like(self.coefficient)
            after_high = np.ones_like(self.coefficient)
            for layer in self.layers[::-1]:
                term = self.factor_term[layer]
                others_low[layer], others_high[layer] = _multiply(
                    others_low[layer], others_high[layer], after_low[term], after_high[term]
                )
                after_low[term], after_high[term] = _multiply(
                    after_low[term], after_high[term], low[layer], high[layer]
                )
        return whole_low, whole_high, others_low, others_high

    def cut(self, low: Floats, high: Floats) -> tuple[np.ndarray, Floats, Floats]:
        """Cut each term to what the bounds and the other terms leave; which identities fail."""
        # upper ends are negated, so that both rows hold lower ends and are treated alike
        ends = np.array([low, -high])
        ends = np.where(ends < -_BIG, -np.inf, np.minimum(ends, _BIG))
        others, error = self.without_own(ends)
        # low of this = low of all - high of the others, and the same with the rows exchanged
        left = self.bounds + others[::-1]
        left -= np.where(np.isinf(left), 0.0, error[::-1] + 2 * _EPS * np.abs(self.bounds))
        new = np.maximum(ends, left)
        failed = np.zeros(len(self.identities), dtype=bool)
        failed[self.term_identity[new[0] > -new[1]]] = True
        return failed, new[0], -new[1]

    def without_own(self, ends: Floats) -> tuple[Floats, Floats]:
        """For each term the sum of the ends of the other terms, and how far it may be off.

        Open ends are counted, not summed: the sum of the others is open unless the term's own end
        is the only open one. The largest term is left out of a sum of its own, since taking it
        away again would leave its rounding error behind.

        Args:
            ends: ``(2, terms)``; open ends are minus infinity.
        """
        identity = self.term_identity

        def total(values: np.ndarray) -> np.ndarray:
            sums = np.add.reduceat(values, self.term_first, axis=1, dtype=float)
            return np.asarray(sums[:, identity])

        is_open = np.isinf(ends)
        finite = np.where(is_open, 0.0, ends)
        size = np.abs(finite)
        largest = size == np.maximum.reduceat(size, self.term_first, axis=1)[:, identity]
        largest &= total(largest) == 1
        sums = np.where(largest, total(np.where(largest, 0.0, finite)), total(finite) - finite)
        sizes = np.where(largest, total(np.where(largest, 0.0, size)), total(size))
        error = np.asarray((3 + self.neighbours) * _EPS * sizes, dtype=float)
        return np.where(total(is_open) > is_open, -np.inf, sums), error


def _part(flat: Flat, identities: Indices) -> _Part:
    """The given identities of a system, in rising order."""
    terms = _ranges(flat.term_start[identities], flat.term_start[identities + 1])
    factors = _ranges(flat.factor_start[terms], flat.factor_start[terms + 1])
    per_identity = flat.term_start[identities + 1] - flat.term_start[identities]
    per_term = flat.factor_start[terms + 1] - flat.factor_start[terms]
    first = np.cumsum(per_term) - per_term
    deepest = int(per_term.max(initial=0))
    power = flat.power[factors]
    return _Part(
        identities=identities,
        coefficient=flat.coefficient[terms],
        term_identity=np.repeat(np.arange(len(identities)), per_identity),
        term_first=np.cumsum(per_identity) - per_identity,
        factor_term=np.repeat(np.arange(len(terms)), per_term),
        quantity=flat.quantity[factors],
        power=power,
        layers=[first[per_term > k] + k for k in range(deepest)],
        bounds=np.repeat([flat.low[identities], -flat.high[identities]], per_identity, axis=1),
        neighbours=np.repeat(per_identity, per_identity),
        linear=deepest <= 1 and bool((power == 1).all()),
    )


def _ranges(start: Indices, stop: Indices) -> Indices:
    """All numbers from each start up to its stop, one range after the other."""
    length = stop - start
    offset = np.cumsum(length) - length
    return np.repeat(start - offset, length) + np.arange(int(length.sum()))


def _distinct(numbers: Indices, size: int) -> Indices:
    """The numbers below the size that occur, each once, in rising order."""
    occurs = np.zeros(size, dtype=bool)
    occurs[numbers] = True
    return np.flatnonzero(occurs)


def _magnitude(end: Floats) -> Floats:
    return np.where(np.isinf(end), 0.0, np.abs(end))


def _moved(old: Floats, new: Floats, least: Floats) -> np.ndarray:
    """Where a lower end rose by more than the least, left infinity, or reached zero."""
    return (new > old) & (np.isinf(old) | (new - old > least) | ((old < 0) & (new >= 0)))


def _out(low: Floats, high: Floats, roundings: Floats | float) -> tuple[Floats, Floats]:
    """Both ends moved outward by so many roundings; zero stays, as only an exact zero is one.

    A lower end that overflowed comes back to the largest double, an upper one likewise.
    """
    low, high = np.minimum(low, _MAX), np.maximum(high, -_MAX)
    low_error = np.abs(low) * (roundings * _EPS) + _TINY * roundings * (low != 0)
    high_error = np.abs(high) * (roundings * _EPS) + _TINY * roundings * (high != 0)
    return low - low_error, high + high_error


def _hull(results: np.ndarray, exact_zero: np.ndarray) -> tuple[Floats, Floats]:
    """Least and greatest of the rows, rounded outward; a zero that is not exact is an underflow."""
    lows = highs = results
    under = (results == 0) & ~exact_zero
    if under.any():
        lows = np.where(under & np.signbit(results), -_TINY, results)
        highs = np.where(under & ~np.signbit(results), _TINY, results)
    return _out(lows.min(axis=0), highs.max(axis=0), 1)


def _multiply(
    a_low: Floats, a_high: Floats, b_low: Floats, b_high: Floats
) -> tuple[Floats, Floats]:
    """Products of all numbers of two intervals; zero times an open end is zero."""
    a = np.array([a_low, a_low, a_high, a_high])
    b = np.array([b_low, b_high, b_low, b_high])
    zero = (a == 0) | (b == 0)
    return _hull(np.where(zero, 0.0, a * b), zero)


def _reciprocal(low: Floats, high: Floats, where: np.ndarray) -> tuple[Floats, Floats]:
    """One over all numbers of an interval except zero, where asked; elsewhere the interval."""
    if not where.any():
        return low, high
    # 1/0 is the open end that belongs to the side on which the interval lies
    up = np.where(low >= 0, np.where(low == 0, np.inf, 1 / low), np.inf)
    down = np.where(high <= 0, np.where(high == 0, -np.inf, 1 / high), -np.inf)
    new_low = np.where(low >= 0, 1 / np.where(high == 0, np.inf, high), down)
    new_high = np.where(high <= 0, 1 / np.where(low == 0, np.inf, low), up)
    new_low, new_high = _out(new_low, new_high, 1)
    return np.where(where, new_low, low), np.where(where, new_high, high)


def _raise(low: Floats, high: Floats, power: Floats) -> tuple[Floats, Floats, np.ndarray]:
    """All numbers of an interval to a power above zero, and where any has one."""
    defined = np.ones(len(low), dtype=bool)
    new_low, new_high = low.copy(), high.copy()
    some = np.flatnonzero(power != 1)
    if len(some):
        lo, hi, p = low[some], high[some], power[some]
        odd = p % 2 == 1
        even = p % 2 == 0
        broken = ~odd & ~even
        defined[some[broken & (hi < 0)]] = False
        a, b = np.abs(lo), np.abs(hi)
        holds_zero = (lo <= 0) & (hi >= 0)
        near = np.where(even, np.where(holds_zero, 0.0, np.minimum(a, b)), np.maximum(lo, 0.0))
        far = np.where(even, np.maximum(a, b), np.maximum(hi, 0.0))
        near, far = _power(near, p)[0], _power(far, p)[1]
        odd_low, odd_high = _power(a, p), _power(b, p)
        new_low[some] = np.where(odd, np.where(lo < 0, -odd_low[1], odd_low[0]), near)
        new_high[some] = np.where(odd, np.where(hi < 0, -odd_high[0], odd_high[1]), far)
    return new_low, new_high, defined


def _power(base: Floats, power: Floats) -> tuple[Floats, Floats]:
    """A base of zero or more to a power above zero, rounded down and up."""
    value = np.where(power == 2, base * base, base**power)
    value = np.where((value == 0) & (base > 0), _TINY, value)
    # the platform's power function errs by up to four units in the last place
    low, high = _out(value, value, np.where(power == 2, 1.0, 6.0))
    return np.maximum(low, 0.0), high


def _root(
    z_low: Floats, z_high: Floats, power: Floats, x_low: Floats, x_high: Floats
) -> tuple[Floats, Floats]:
    """The numbers from x_low to x_high whose power lies from z_low to z_high; reversed if none."""
    new_low, new_high = z_low.copy(), z_high.copy()
    some = np.flatnonzero(power != 1)
    if len(some):
        lo, hi, p = z_low[some], z_high[some], power[some]
        left, right = x_low[some], x_high[some]
        odd = p % 2 == 1
        even = p % 2 == 0
        near, far = _inverse(np.maximum(lo, 0.0), p)[0], _inverse(np.maximum(hi, 0.0), p)[1]
        a, b = _inverse(np.abs(lo), p), _inverse(np.abs(hi), p)
        # even powers have a root on either side; hull of what lies between x_low and x_high
        has_right, has_left = right >= near, left <= -near
        has_right &= np.maximum(left, near) <= np.minimum(right, far)
        has_left &= np.maximum(left, -far) <= np.minimum(right, -near)
        even_low = np.where(has_left, np.maximum(left, -far), np.maximum(left, near))
        even_high = np.where(has_right, np.minimum(right, far), np.minimum(right, -near))
        neither = ~has_left & ~has_right
        even_low, even_high = np.where(neither, 1.0, even_low), np.where(neither, 0.0, even_high)
        new_low[some] = np.where(odd, np.where(lo < 0, -a[1], a[0]), np.where(even, even_low, near))
        new_high[some] = np.where(
            odd, np.where(hi < 0, -b[0], b[1]), np.where(even, even_high, far)
        )
        gone = some[~odd & (hi < 0)]
        new_low[gone], new_high[gone] = 1.0, 0.0
    return new_low, new_high


def _inverse(value: Floats, power: Floats) -> tuple[Floats, Floats]:
    """The root of a value of zero or more, rounded down and up."""
    root = np.where(power == 2, np.sqrt(value), value ** (1 / power))
    root = np.where((root == 0) & (value > 0), _TINY, root)
    # 1/power is rounded, which the power function carries to the result times log(value)
    steps = 6 + _magnitude(np.log(value)) / power
    low, high = _out(root, root, np.where(power == 2, 1.0, steps))
    return np.maximum(low, 0.0), high


def _divide(
    n_low: Floats, n_high: Floats, d_low: Floats, d_high: Floats, z_low: Floats, z_high: Floats
) -> tuple[Floats, Floats]:
    """The numbers z from z_low to z_high with z * d = n for some n and d; reversed if none."""
    n = np.array([n_low, n_low, n_high, n_high])
    d = np.array([d_low, d_high, d_low, d_high])
    quotient = n / d
    # inf/inf: the other ends already reach both zero and infinity
    quotient = np.where(np.isnan(quotient), 0.0, quotient)
    low, high = _hull(quotient, (n == 0) | np.isinf(d))
    zero_d = (d_low <= 0) & (d_high >= 0)
    zero_n = (n_low <= 0) & (n_high >= 0)
    low, high = np.where(zero_d, -np.inf, low), np.where(zero_d, np.inf, high)
    split = zero_d & ~zero_n
    if split.any():
        # two pieces, up to b and from a on, as far as the divisor reaches either side of zero
        positive = n_low > 0
        b = np.where(positive, n_low / d_low, n_high / d_high)
        a = np.where(positive, n_low / d_high, n_high / d_low)
        has_b = np.where(positive, d_low < 0, d_high > 0)
        has_a = np.where(positive, d_high > 0, d_low < 0)
        a, b = _out(np.where(has_a, a, np.inf), np.where(has_b, b, -np.inf), 1)
        has_a &= z_high >= a
        has_b &= z_low <= b
        split_low = np.where(has_b, z_low, np.where(has_a, np.maximum(a, z_low), 1.0))
        split_high = np.where(has_a, z_high, np.where(has_b, np.minimum(b, z_high), 0.0))
        low, high = np.where(split, split_low, low), np.where(split, split_high, high)
        empty = split & ~has_a & ~has_b
        low, high = np.where(empty, 1.0, low), np.where(empty, 0.0, high)
    keep = ~(split & (low > high))
    return np.where(keep, np.maximum(low, z_low), low), np.where(
        keep, np.minimum(high, z_high), high
    )
