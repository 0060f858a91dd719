"""Names the minimal sets of figures that contradict each other, and what would mend each.

A set of figures (claims and assumptions) *contradicts* itself if no values for all quantities
satisfy every identity and lie in the intervals of the set. It is *minimal* if without any one of
its figures that is no longer so: whoever wants the others to stand has to give up that one. Parts
of a system that no identity ties together are looked at one by one.

Identities, and the ends of quantities of kind ``unknown``, are never given up. A figure that is
given up may be any number whatever; to keep it from being negative, say so in an identity
(``households >= 0``).

How they are found. A proof that figures contradict each other names the figures and identities that
it used, mostly a few of a large system; only these are tried one against the other. What is left
when a figure of each set found is given up either holds together, or leads to another set.

What is decided. Where all identities are linear, a linear programme (HiGHS) decides each set to
about seven digits. Otherwise a contradiction is proved by propagation, on pieces of the intervals
if need be, and its absence shown by values that satisfy everything to seven digits; where neither
comes about in reasonable time the set counts as free of contradiction and the result as not
``exact``. A result that is ``exact`` and ``complete`` holds all minimal sets and no others.
There may be very many, so a search also ends after so many sets or steps of work; it then says
among which figures there may be more. What a
repair allows is exact for linear identities; otherwise the figure has to move at least that far:
that is proved, and the distance is searched to about three digits.

Sources: U. Junker, QuickXplain, AAAI 2004 (one minimal set); R. Reiter, A theory of diagnosis from
first principles, Artificial Intelligence 32, 1987 (all of them, by hitting sets).
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse

from .search import Answer, Search
from .system import Floats, Quantity, System, interval_text, number_text
from .table import count, html_table

if TYPE_CHECKING:
    import pandas as pd
    from scipy import optimize

# halvings of what is left to a figure
_MOST_CUTS = 12
# of them, how often it may stay open whether anything is left
_MOST_DOUBTS = 2
# a linear programme takes as long as so many propagations
_PROGRAMME = 3
# conflicts that a notebook shows
_MOST_SHOWN = 10
# work that is done by default: some tens of seconds
_STEPS = 10_000


@dataclass(frozen=True)
class Repair:
    """How far one figure of a conflict would have to move.

    Attributes:
        quantity: the figure as given.
        low, high: what the other figures of the conflict leave it; an infinite end is open.
        rest_low, rest_high: what all other figures of the system leave it; both NaN if they
            contradict each other without it.
    """

    quantity: Quantity
    low: float
    high: float
    rest_low: float
    rest_high: float

    @property
    def move(self) -> float:
        """From the figure's nearer end to what the conflict leaves it; below zero is downwards.

        NaN where the two overlap: then values between the ends are ruled out, which an interval
        cannot say.
        """
        if self.high < self.quantity.low:
            return self.high - self.quantity.low
        if self.low > self.quantity.high:
            return self.low - self.quantity.high
        return math.nan

    @property
    def demand(self) -> str:
        """What the others of the conflict leave it, in words."""
        if self.high < self.quantity.low:
            return f"at most {number_text(self.high)}"
        if self.low > self.quantity.high:
            return f"at least {number_text(self.low)}"
        return f"another number in {interval_text(self.low, self.high)}"

    def __str__(self) -> str:
        given = interval_text(self.quantity.low, self.quantity.high)
        text = f"{self.quantity.name} ({self.quantity.kind} {given}) would have to be {self.demand}"
        if math.isnan(self.rest_low):
            text += ", which does not settle the other conflicts"
        elif interval_text(self.rest_low, self.rest_high) != interval_text(self.low, self.high):
            text += f", with all others in {interval_text(self.rest_low, self.rest_high)}"
        return text


@dataclass(frozen=True)
class Conflict:
    """A minimal set of figures that contradict each other.

    Attributes:
        repairs: one per figure, in the order of the system. None at all: the identities
            contradict each other whatever the figures.
        identities: names of identities that suffice for the contradiction, none of them idle.
    """

    repairs: tuple[Repair, ...]
    identities: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The quantities whose figures contradict each other."""
        return tuple(repair.quantity.name for repair in self.repairs)

    @property
    def claims(self) -> tuple[str, ...]:
        """Those of them that somebody states."""
        return tuple(r.quantity.name for r in self.repairs if r.quantity.kind == "claim")

    def __repr__(self) -> str:
        return (
            f"<Conflict: {', '.join(self.names) or 'no figures'} by {'; '.join(self.identities)}>"
        )

    def _repr_html_(self) -> str:
        by = "; ".join(self.identities)
        if not self.repairs:
            return html_table(str(self), (), ())
        rows = [
            (
                r.quantity.name,
                r.quantity.kind,
                interval_text(r.quantity.low, r.quantity.high),
                r.demand,
            )
            for r in self.repairs
        ]
        head = ("figure", "kind", "given", "would have to be")
        return html_table(f"Cannot hold together by {by}", head, rows)

    def __str__(self) -> str:
        by = "; ".join(self.identities)
        if not self.repairs:
            return f"no figures at all can satisfy: {by}"
        return "\n".join([f"cannot hold together by {by}:", *(f"  {r}" for r in self.repairs)])


@dataclass(frozen=True)
class Conflicts:
    """All minimal sets found.

    Attributes:
        sets: the smallest first.
        complete: whether the search came to its end.
        exact: whether each set in question was decided one way or the other.
        steps: how much work was done, see :func:`conflicts`.
        open: where it is not complete, the figures among which there may be more sets.
    """

    sets: tuple[Conflict, ...]
    complete: bool
    exact: bool
    steps: int = 0
    open: tuple[str, ...] = ()

    def frame(self) -> pd.DataFrame:
        """One row per conflict and figure.

        Columns: conflict (from 1), name, kind, low, high as given, allowed_low, allowed_high by
        the others of the conflict, rest_low, rest_high by all others, move, repair in words.
        """
        import pandas as pd

        columns = [
            *("conflict", "name", "kind", "low", "high", "allowed_low", "allowed_high"),
            *("rest_low", "rest_high", "move", "repair"),
        ]
        rows: list[tuple[object, ...]] = []
        for number, conflict in enumerate(self.sets, 1):
            for r in conflict.repairs:
                q = r.quantity
                given = (number, q.name, q.kind, q.low, q.high)
                rows.append((*given, r.low, r.high, r.rest_low, r.rest_high, r.move, str(r)))
        return pd.DataFrame(rows, columns=columns)

    @property
    def outcome(self) -> str:
        """In a line: how many sets, and whether these are all."""
        text = count(len(self.sets), "conflict", "conflicts") if self.sets else "no conflict"
        if not self.complete:
            return f"{text} found, and there may be more among {len(self.open)} figures"
        return text if self.exact else f"{text} found"

    def __repr__(self) -> str:
        return f"<Conflicts: {self.outcome}>"

    def _repr_html_(self) -> str:
        shown = "".join(each._repr_html_() for each in self.sets[:_MOST_SHOWN])
        more = len(self.sets) - _MOST_SHOWN
        rest = f"<p>and {more} more</p>" if more > 0 else ""
        return f"<p>{escape(self.outcome)}</p>{shown}{rest}"

    def __str__(self) -> str:
        if not self.sets and self.complete:
            return self.outcome
        text = "\n".join(map(str, self.sets)) or "no conflict found so far"
        return text if self.complete else text + "\nand there may be more"


def conflicts(
    system: System,
    limit: int = 100,
    *,
    steps: int = _STEPS,
    progress: Callable[[int, int], None] | None = None,
) -> Conflicts:
    """The minimal sets of figures of a system that contradict each other.

    >>> print(conflicts(System(
    ...     [Quantity("people", 400_000, 450_000), Quantity("households", 286_000, 286_000),
    ...      Quantity("size", 3, 6, kind="assumption")],
    ...     ["people = households * size"])))
    cannot hold together by people = households * size:
      people (claim [400,000, 450,000]) would have to be at least 858,000
      households (claim 286,000) would have to be at most 150,000
      size (assumption [3, 6]) would have to be at most 1.573426573

    Args:
        system: quantities and identities.
        limit: how many sets at most.
        steps: how much work at most, about. It is counted in steps, not in seconds, so that the
            result is the same on a slow machine: a step is one pass of propagation through the
            identities, a millisecond or so for a hundred. When they are used up, what was found is
            returned, with ``complete`` false and what was left open in ``open``.
        progress: called now and then with the number of sets found and of steps done.

    Raises:
        ValueError: a limit or a number of steps below one.
    """
    if limit < 1:
        raise ValueError("limit is one or more")
    if steps < 1:
        raise ValueError("steps is one or more")
    found: list[Conflict] = []
    left: list[str] = []
    exact = True
    done = 0

    def tell(more: int, more_steps: int) -> None:
        if progress is not None:
            progress(len(found) + more, done + more_steps)

    # the small parts first: what they leave of their share of the steps goes to the large ones
    parts = sorted(_connected(system), key=lambda part: len(part.identities))
    for number, part in enumerate(parts):
        oracle = _Oracle(part, (steps - done) // (len(parts) - number))
        sets, ended = _minimal_sets(oracle, limit - len(found), tell)
        found += [oracle.explain(members) for members in sets]
        done += oracle.search.steps
        exact = exact and not oracle.undecided
        if not ended:
            left += [part.names[i] for i in oracle.figures]
    place = system.index
    found.sort(key=lambda c: (len(c.repairs), [place[name] for name in c.names]))
    left.sort(key=place.__getitem__)
    return Conflicts(tuple(found), not left, exact, done, tuple(left))


class _Oracle:
    """Whether some figures of a system can hold together, the others being given up."""

    def __init__(self, system: System, most: int) -> None:
        self.system = system
        self.search = Search(system)
        self.most = most
        self.figures = tuple(
            i
            for i, quantity in enumerate(system.quantities)
            if quantity.kind != "unknown"
            and (math.isfinite(quantity.low) or math.isfinite(quantity.high))
        )
        self.undecided = False
        # sets of figures for which values have been found
        self.together: list[frozenset[int]] = []
        self.left: dict[int, tuple[float, float]] = {}

    @property
    def spent(self) -> bool:
        """Whether more steps were done than should be."""
        return self.search.steps > self.most

    def ends(self, kept: Iterable[int]) -> tuple[Floats, Floats]:
        """Ends of all quantities when only these figures are kept."""
        low, high = self.system.low.copy(), self.system.high.copy()
        given_up = sorted(set(self.figures).difference(kept))
        low[given_up], high[given_up] = -np.inf, np.inf
        return low, high

    def ask(self, kept: Iterable[int], chosen: Sequence[int] | None = None) -> Answer:
        """Whether these figures can hold together, as far as it can be decided.

        Args:
            kept: the figures.
            chosen: the identities that count; all if left out.
        """
        kept = frozenset(kept)
        if any(kept <= known for known in self.together):
            return Answer(True)
        low, high = self.ends(kept)
        if self.system.linear:
            answer = self.programme.ask(low, high)
            self.search.steps += _PROGRAMME
        else:
            answer = self.search.decide(low, high, chosen)
        if chosen is None:
            self.undecided |= answer.holds is None
            if answer.values is not None:
                x = answer.values
                inside = (self.system.low <= x) & (x <= self.system.high)
                self.together.append(kept.union(i for i in self.figures if inside[i]))
        return answer

    def smallest(self, kept: Iterable[int], answer: Answer) -> list[int]:
        """A minimal part of these figures, which were found to contradict each other."""
        items = sorted(answer.ends.intersection(kept, self.figures))
        identities = sorted(answer.identities)
        chosen: list[int] | None = identities
        holds = self.unrefuted(identities)
        if holds(items):
            # it takes more than propagation
            def holds(part: Iterable[int]) -> bool:
                return self.ask(part, chosen).holds is not False

            if holds(items):
                items, chosen = sorted(kept), None
        if not holds([]):
            return []
        members = _shrink(items, holds)
        # with the other identities, less may suffice
        for figure in members if chosen is not None else ():
            others = [i for i in members if i != figure]
            without = self.ask(others)
            if without.holds is False:
                return self.smallest(others, without)
        return members

    def unrefuted(self, chosen: Sequence[int]) -> Callable[[Iterable[int]], bool]:
        """Whether propagation through some identities does not refute that figures fit."""
        if self.system.linear:
            return lambda part: self.ask(part).holds is not False
        identities = np.array(chosen, dtype=np.intp)
        return lambda part: not self.search.narrow(*self.ends(part), identities).infeasible

    def allowed(self, kept: Iterable[int], figure: int) -> tuple[float, float]:
        """What these figures, which fit, leave to another."""
        low, high = self.ends(kept)
        left = self.search.narrow(low, high)
        ends = float(left.low[figure]), float(left.high[figure])
        if not self.system.linear:
            given = self.system.quantities[figure]
            return (
                -self.cut(low, high, figure, -1, (-ends[1], -ends[0]), -given.high),
                self.cut(low, high, figure, 1, ends, given.low),
            )
        least, most = self.programme.extent(low, high, figure)
        # to the precision of the programme as narrow: then propagation's ends are the better ones
        return (
            least if least - ends[0] > 1e-7 * abs(least) else ends[0],
            most if ends[1] - most > 1e-7 * abs(most) else ends[1],
        )

    def cut(
        self,
        low: Floats,
        high: Floats,
        figure: int,
        sign: int,
        ends: tuple[float, float],
        given: float,
    ) -> float:
        """The upper end of what is left to a figure, lowered as far as the search can prove.

        Args:
            low, high: ends of the quantities, the figure's own open.
            sign: -1 to do the same for the lower end; ``ends`` and ``given`` are negated then.
            ends: what propagation leaves.
            given: where the figure's own interval starts.
        """

        doubts = 0

        def empty(start: float, stop: float) -> bool:
            nonlocal doubts
            part_low, part_high = low.copy(), high.copy()
            part_low[figure], part_high[figure] = sorted((sign * start, sign * stop))
            holds = self.search.decide(part_low, part_high).holds
            doubts += holds is None
            return holds is False

        bottom, top = ends
        if not bottom < given < top or not empty(given, top):
            return top
        top = given
        for _ in range(_MOST_CUTS):
            middle = top - max(abs(top), 1.0) if math.isinf(bottom) else bottom / 2 + top / 2
            if empty(middle, top):
                top = middle
            else:
                bottom = middle
            if top - bottom < 1e-3 * abs(top) or doubts > _MOST_DOUBTS or self.spent:
                break
        return top

    def explain(self, members: Sequence[int]) -> Conflict:
        """A minimal set with the identities behind it and the repair of each member."""
        repairs = []
        for figure in members:
            low, high = self.allowed([i for i in members if i != figure], figure)
            repairs.append(Repair(self.system.quantities[figure], low, high, *self.rest(figure)))
        return Conflict(tuple(repairs), self.identities(members))

    def rest(self, figure: int) -> tuple[float, float]:
        """What all other figures of the system leave to this one."""
        if figure not in self.left:
            others = [i for i in self.figures if i != figure]
            fits = self.ask(others).holds is not False
            self.left[figure] = self.allowed(others, figure) if fits else (math.nan, math.nan)
        return self.left[figure]

    def identities(self, members: Sequence[int]) -> tuple[str, ...]:
        """Names of identities that suffice for the contradiction, none of them idle."""
        low, high = self.ends(members)
        answer = self.ask(members)
        enough = sorted(answer.identities)
        if not self.system.linear or not enough:

            def fits(chosen: Iterable[int]) -> bool:
                return self.search.decide(low, high, chosen).holds is not False

            if fits(enough):
                enough = list(range(len(self.system.identities)))
            enough = sorted(_shrink(enough, fits))
        return tuple(self.system.identities[i].name for i in enough)

    @cached_property
    def programme(self) -> _Programme:
        return _Programme(self.system)


class _Programme:
    """The linear identities of a system as a linear programme.

    HiGHS works to an absolute tolerance, so quantities are measured in units of their own size and
    rows in units of their largest coefficient.
    """

    def __init__(self, system: System) -> None:
        matrix = system.jacobian(np.zeros(len(system.quantities)))
        ends = np.abs([system.low, system.high])
        size = np.where(np.isfinite(ends), ends, 0.0).max(axis=0, initial=0.0)
        self.unit = np.where(size > 0, size, 1.0)
        matrix = sparse.csr_array(matrix @ sparse.diags_array(self.unit))
        row = 1 / abs(matrix).max(axis=1).toarray().ravel()
        matrix = sparse.csr_array(sparse.diags_array(row) @ matrix)
        low, high = system.flat.low * row, system.flat.high * row
        self.matrix, self.low, self.high = matrix, low, high
        equal = low == high
        above, below = ~equal & np.isfinite(high), ~equal & np.isfinite(low)
        self.constraints = {
            "A_eq": matrix[equal],
            "b_eq": low[equal],
            "A_ub": sparse.vstack([matrix[above], -matrix[below]]),
            "b_ub": np.concatenate([high[above], -low[below]]),
        }

    def solve(self, low: Floats, high: Floats, goal: Floats) -> optimize.OptimizeResult:
        bounds = np.column_stack([low / self.unit, high / self.unit])
        from scipy import optimize  # slow to import, and most books ask for no conflict

        return optimize.linprog(goal, bounds=bounds, method="highs", **self.constraints)

    def ask(self, low: Floats, high: Floats) -> Answer:
        """Whether values between these ends satisfy the identities; in doubt, yes."""
        answer = self.solve(low, high, np.zeros(len(low)))
        if answer.status == 2:
            return self.reason(low, high)
        return Answer(True, answer.x * self.unit if answer.status == 0 else None)

    def extent(self, low: Floats, high: Floats, quantity: int) -> tuple[float, float]:
        """Least and greatest value of a quantity; open where there is none."""
        ends = []
        for sign in (1.0, -1.0):
            goal = np.zeros(len(low))
            goal[quantity] = sign
            answer = self.solve(low, high, goal)
            reached = answer.fun * self.unit[quantity] if answer.status == 0 else -math.inf
            ends.append(sign * float(reached))
        return ends[0], ends[1]

    def reason(self, low: Floats, high: Floats) -> Answer:
        """Ends and identities that already have no solution; none of them idle.

        By Farkas' lemma a contradiction is a sum of the identities, each with a weight, in which
        no quantity is left and the bounds exclude each other. The vertices of the set of such
        weights use no more than they need (J. Gleeson and J. Ryan, Identifying minimally
        infeasible subsystems of inequalities, ORSA Journal on Computing 2, 1990).
        """
        low, high = low / self.unit, high / self.unit
        sides = []
        for sign, rows, ends in (
            (1, self.matrix, self.high),
            (-1, self.matrix, -self.low),
            (1, sparse.eye_array(len(low), format="csr"), high),
            (-1, sparse.eye_array(len(low), format="csr"), -low),
        ):
            bounded = np.flatnonzero(np.isfinite(ends))
            sides.append((sign * rows[bounded], ends[bounded], bounded))
        rows = sparse.vstack([side[0] for side in sides])
        ends = np.concatenate([side[1] for side in sides])
        from scipy import optimize

        answer = optimize.linprog(
            np.ones(len(ends)),
            A_eq=sparse.vstack([rows.T, sparse.csr_array(ends[None, :])]),
            b_eq=[*np.zeros(len(low)), -1.0],
            method="highs-ds",
        )
        if answer.status != 0:
            return Answer(False)
        found = []
        for a, b, size in ((0, 1, len(self.low)), (2, 3, len(low))):
            weights = np.zeros(size)
            split = np.cumsum([len(side[1]) for side in sides])[:-1]
            parts = np.split(answer.x, split)
            for k in (a, b):
                np.add.at(weights, sides[k][2], parts[k])
            found.append(frozenset(np.flatnonzero(weights > 1e-9 * weights.max()).tolist()))
        return Answer(False, None, found[1], found[0])


def _connected(system: System) -> list[System]:
    """The parts of a system that no identity ties together; quantities in none are left out."""
    flat = system.flat
    rows = flat.term_identity[flat.factor_term]
    size = len(system.identities) + len(system.quantities)
    graph = sparse.coo_array(
        (np.ones(len(rows)), (rows, len(system.identities) + flat.quantity)), shape=(size, size)
    )
    _, label = sparse.csgraph.connected_components(graph, directed=False)
    of_identity, of_quantity = np.split(label, [len(system.identities)])
    return [
        System(
            [system.quantities[i] for i in np.flatnonzero(of_quantity == part)],
            [system.identities[i] for i in np.flatnonzero(of_identity == part)],
        )
        for part in dict.fromkeys(of_identity)
    ]


def _shrink(items: Sequence[int], fits: Callable[[Iterable[int]], bool]) -> list[int]:
    """A minimal part of the items that does not fit (QuickXplain); all do not fit, none does."""

    def search(ground: list[int], grown: bool, items: Sequence[int]) -> list[int]:
        if grown and not fits(ground):
            return []
        if len(items) == 1:
            return list(items)
        half = len(items) // 2
        first, second = list(items[:half]), list(items[half:])
        right = search(ground + first, bool(first), second)
        left = search(ground + right, bool(right), first)
        return left + right

    return search([], False, items)


def _minimal_sets(
    oracle: _Oracle, limit: int, tell: Callable[[int, int], None]
) -> tuple[list[list[int]], bool]:
    """All minimal sets of figures that do not fit, and whether the search came to its end.

    A tree of what is given up: whoever gives up one figure of each set found so far either has
    figures that fit, or meets another set.
    """
    found: list[frozenset[int]] = []
    settled: list[frozenset[int]] = []
    waiting = deque([frozenset[int]()])
    seen = set(waiting)
    while waiting:
        given_up = waiting.popleft()
        if any(enough <= given_up for enough in settled):
            continue
        conflict = next((known for known in found if not known & given_up), None)
        if conflict is None:
            tell(len(found), oracle.search.steps)
            if oracle.spent:
                return [sorted(each) for each in found], False
            rest = [i for i in oracle.figures if i not in given_up]
            answer = oracle.ask(rest)
            if answer.holds is not False:
                settled.append(given_up)
                continue
            if len(found) >= limit:
                return [sorted(each) for each in found], False
            conflict = frozenset(oracle.smallest(rest, answer))
            found.append(conflict)
        for item in sorted(conflict):
            child = given_up | {item}
            if child not in seen:
                seen.add(child)
                waiting.append(child)
    return [sorted(each) for each in found], True
