"""Sampling: what the figures come to when everything unknown is drawn from what is known of it.

Quantities that stand free are drawn, the others follow from the identities, and a draw is kept if
all identities hold and every quantity lies in its interval. The draws are quasi-random (Sobol',
scrambled): they fill the space more evenly than random ones, and the same seed gives the same
bytes.

>>> system = System(
...     [Quantity("people", low=400_000), Quantity("households", 90_000, 110_000),
...      Quantity("size", 3, 6, best=4.5, kind="assumption")],
...     ["people = households * size"])
>>> s = sample(system, 2**12)
>>> s.drawn, s.computed
(('households', 'size'), {'people': 'people = households * size'})
>>> round(s.acceptance, 2), round(float(s["size"].min()), 1)
(0.76, 3.6)

How a free quantity is drawn: from the normal distribution of its ``best`` and ``error`` within its
interval; from a triangle over low, best and high (or a PERT distribution); from a uniform between
low and high if there is no best value. A single open end is closed by the argument ``reach``. A
quantity with an error of zero is not drawn, it is its best value.

Sources:
    Joe, S., Kuo, F. Y. (2008), Constructing Sobol sequences with better two-dimensional
    projections, SIAM Journal on Scientific Computing 30(5), 2635-2654 (as in scipy.stats.qmc).
    Plischke, E., Borgonovo, E., Smith, C. L. (2013), Global sensitivity measures from given data,
    European Journal of Operational Research 226(3), 536-550.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.special import betaincinv, ndtr, ndtri

from .system import Floats, Identity, Quantity, System

if TYPE_CHECKING:
    import pandas as pd

_CLOSE = 1e-9
_RANKED = 2**16
_CENTRE = 2.0**-31
PROBABILITIES = (0.05, 0.25, 0.5, 0.75, 0.95)


@dataclass(frozen=True)
class Sample:
    """Kept draws of all quantities of a system.

    Attributes:
        names: of the quantities.
        values: ``(quantities, kept)``; each column satisfies all identities.
        drawn: names of the quantities that were drawn; the rest is fixed or computed.
        computed: for each computed quantity the identity it follows from.
        draws: how many were made.
        rejected: for each identity or interval that can fail, the share of the draws that it
            rejects (a draw may fail several).
        seed: of the scrambling.
    """

    names: tuple[str, ...]
    values: Floats
    drawn: tuple[str, ...]
    computed: Mapping[str, str]
    draws: int
    rejected: Mapping[str, float]
    seed: int

    @property
    def acceptance(self) -> float:
        """Share of the draws that were kept."""
        return self.values.shape[1] / self.draws

    def __getitem__(self, name: str) -> Floats:
        """The kept draws of a quantity, ``(kept,)``."""
        return np.asarray(self.values[self.names.index(name)])

    def quantiles(self, probabilities: Sequence[float] = PROBABILITIES) -> pd.DataFrame:
        """One row per quantity, one column per probability, and the mean."""
        import pandas as pd

        table = np.quantile(self.values, probabilities, axis=1).T
        frame = pd.DataFrame(table, columns=list(probabilities))
        frame.insert(0, "quantity", self.names)
        return frame.assign(mean=self.values.mean(axis=1))

    def sensitivity(self, target: str) -> pd.DataFrame:
        """How much each drawn quantity settles a target, the most important first.

        Returns:
            One row per drawn quantity: ``first_order``, the share of the target's variance that
            knowing this quantity would take away (its first-order Sobol' index, estimated from
            classes of equal size; slightly negative where there is nothing); and
            ``rank_correlation`` (Spearman), which gives the direction. Among the kept draws
            quantities may hang together, so that the shares need not add up to one. At most
            65,536 draws are used.
        """
        import pandas as pd
        from scipy.stats import rankdata

        y = self[target][:_RANKED]
        ranks = rankdata(y)
        rows = []
        for name in self.drawn:
            x = self[name][:_RANKED]
            rows.append((name, _first_order(x, y), _correlation(rankdata(x), ranks)))
        frame = pd.DataFrame(rows, columns=["quantity", "first_order", "rank_correlation"])
        return frame.sort_values("first_order", ascending=False, ignore_index=True, kind="stable")


def sample(
    system: System,
    draws: int = 2**16,
    *,
    seed: int = 0,
    shape: str = "triangular",
    reach: float | Mapping[str, float] | None = None,
) -> Sample:
    """Draw the free quantities of a system and keep what satisfies its identities.

    An identity is solved for a quantity that stands in one of its terms only: for one of which
    nothing is known if there is one, else for an open-ended claim, a claim, an assumption, in this
    order, and among equals for the first as it is written. Of a computed quantity only the
    interval counts, not its best value or error.

    Args:
        system: quantities and identities, equations and bounds.
        draws: rounded up to a power of two, as the sequence asks for.
        seed: of the scrambling.
        shape: how low, best and high are drawn: ``triangular`` or ``pert`` (a beta distribution
            with mean (low + 4 best + high) / 6).
        reach: how far beyond its closed end a drawn quantity with one open end may lie, as a share
            of that end's size: with 0.1, "over 400,000" is drawn up to 440,000. One number for
            all, or by name.

    Raises:
        ValueError: a quantity that can be neither drawn nor computed; or no draw is kept: naming
            the identity or interval that rejects most.
    """
    if shape not in ("triangular", "pert"):
        raise ValueError(f"shape {shape!r} is neither triangular nor pert")
    if draws < 1:
        raise ValueError(f"draws {draws!r}: expected a positive number")
    plan = _Plan(system)
    spans = {}
    faults = []
    for quantity in plan.free:
        try:
            spans[quantity.name] = _span(quantity, reach)
        except ValueError as error:
            faults.append(str(error))
    if faults:
        raise ValueError("\n".join(faults))

    count = 2 ** max(math.ceil(math.log2(draws)), 0)
    values = np.empty((len(system.quantities), count))
    if plan.free:
        # by itself as slow to import as all the rest, and only drawing needs it
        from scipy.stats import qmc

        sequence = qmc.Sobol(len(plan.free), scramble=True, seed=np.random.default_rng(seed))
        # the points lie on a grid of 2^-30; its middle never touches 0 or 1
        points = sequence.random_base2(int(math.log2(count)))
        for column, quantity in enumerate(plan.free):
            row = system.index[quantity.name]
            low, high = spans[quantity.name]
            values[row] = _draw(points[:, column] + _CENTRE, quantity, low, high, shape)
        del points
    for quantity in plan.fixed:
        exact = quantity.best if quantity.error == 0 else quantity.low
        values[system.index[quantity.name]] = exact

    keep = np.ones(count, dtype=bool)
    rejected: dict[str, float] = {}

    def reject(what: str, bad: np.ndarray) -> None:
        nonlocal keep
        rejected[what] = float(np.count_nonzero(bad) / count)
        keep &= ~bad

    with np.errstate(all="ignore"):
        for each, name in plan.steps:
            result = _solve(each, name, system, values)
            values[system.index[name]] = result
            quantity = system.quantities[system.index[name]]
            slack = _CLOSE * np.abs(result)
            bad = ~((result >= quantity.low - slack) & (result <= quantity.high + slack))
            reject(f"interval of {name}", bad)
        for each in plan.checks:
            reject(each.name, ~_holds(each, system, values))
    if not keep.any():
        worst = max(rejected, key=lambda name: rejected[name])
        raise ValueError(
            f"no draw of {count} is kept; {worst!r} rejects {rejected[worst]:.1%} of them"
        )
    return Sample(
        system.names,
        values if keep.all() else values[:, keep],
        tuple(quantity.name for quantity in plan.free),
        {name: each.name for each, name in plan.steps},
        count,
        rejected,
        seed,
    )


class _Plan:
    """What is drawn, what is computed from which identity and in which order, what is checked.

    A quantity that stands in a single one of the identities left can be computed from it after all
    others; so the identities are peeled off from the last to be worked out to the first.
    """

    def __init__(self, system: System) -> None:
        equations = [each for each in system.identities if each.low == each.high]
        self.checks = [each for each in system.identities if each.low != each.high]
        fixed = {q.name for q in system.quantities if q.low == q.high or q.error == 0}
        left = list(equations)
        self.steps: list[tuple[Identity, str]] = []
        while left:
            uses: dict[str, int] = {}
            for each in left:
                for name in each.quantities:
                    uses[name] = uses.get(name, 0) + 1
            choices = [
                (_rank(system.quantities[system.index[name]]), -i, j, name)
                for i, each in enumerate(left)
                for j, name in enumerate(each.quantities)
                if uses[name] == 1
                and name not in fixed
                and _solvable(each, system.quantities[system.index[name]])
            ]
            if choices:
                _, i, _, name = min(choices)
                self.steps.append((left.pop(-i), name))
            else:
                # in a loop no quantity stands alone: the last of the identities is checked instead
                self.checks.append(left.pop())
        self.steps.reverse()
        computed = {name for _, name in self.steps}
        self.fixed = [q for q in system.quantities if q.name in fixed]
        self.free = [q for q in system.quantities if q.name not in fixed and q.name not in computed]


def _rank(quantity: Quantity) -> int:
    """The smaller, the sooner it is computed rather than drawn."""
    open_ends = math.isinf(quantity.low) + math.isinf(quantity.high)
    if open_ends == 2 and quantity.error is None:
        return 0
    if quantity.kind == "assumption":
        return 4 - bool(open_ends)
    return 2 - bool(open_ends)


def _solvable(each: Identity, quantity: Quantity) -> bool:
    powers = [p for _, factors in each.terms for name, p in factors if name == quantity.name]
    if len(powers) != 1:
        return False
    return abs(powers[0]) == 1 or quantity.low >= 0


def _solve(each: Identity, name: str, system: System, values: Floats) -> Floats:
    """The quantity for which the identity holds; NaN or infinite where there is none."""
    rest = np.full(values.shape[1], each.low)
    around = np.ones(1)
    power = 1.0
    for coefficient, factors in each.terms:
        product: Floats = np.array([coefficient])
        mine = False
        for other, exponent in factors:
            if other == name:
                mine, power = True, exponent
            else:
                product = product * _power(values[system.index[other]], exponent)
        if mine:
            around = product
        else:
            rest -= product
    return _power(rest / around, 1 / power)


def _power(base: Floats, exponent: float) -> Floats:
    return base if exponent == 1 else np.asarray(base**exponent)


def _holds(each: Identity, system: System, values: Floats) -> np.ndarray:
    total = np.zeros(values.shape[1])
    size = np.zeros(values.shape[1])
    for coefficient, factors in each.terms:
        product: Floats = np.array([coefficient])
        for name, exponent in factors:
            product = product * _power(values[system.index[name]], exponent)
        total = total + product
        size = size + np.abs(product)
    slack = _CLOSE * size
    return (total >= each.low - slack) & (total <= each.high + slack)


def _span(quantity: Quantity, reach: float | Mapping[str, float] | None) -> tuple[float, float]:
    low, high = quantity.low, quantity.high
    if quantity.error is not None:
        return low, high
    if math.isfinite(low) and math.isfinite(high):
        return low, high
    if math.isinf(low) and math.isinf(high):
        raise ValueError(
            f"quantity {quantity.name!r} can be neither drawn (both ends are open) nor computed "
            "from an identity"
        )
    share = reach.get(quantity.name) if isinstance(reach, Mapping) else reach
    end = low if math.isfinite(low) else high
    width = abs(end) * share if share is not None else 0.0
    if not (width > 0 and math.isfinite(width)):
        raise ValueError(
            f"quantity {quantity.name!r} has an open end: say in reach how far beyond {end:.12g} "
            "it may lie, as a positive share of it, or give it both ends"
        )
    return (end, end + width) if math.isfinite(low) else (end - width, end)


def _draw(u: Floats, quantity: Quantity, low: float, high: float, shape: str) -> Floats:
    """The inverse of the distribution function of the quantity at u."""
    best = quantity.best
    if best is not None and quantity.error is not None:
        below = ndtr((low - best) / quantity.error)
        above = ndtr((high - best) / quantity.error)
        drawn = best + quantity.error * ndtri(below + u * (above - below))
        return np.clip(drawn, low, high)
    width = high - low
    if best is None:
        return low + width * u
    mode = (best - low) / width
    if shape == "pert":
        return np.asarray(low + width * betaincinv(1 + 4 * mode, 5 - 4 * mode, u))
    left = low + width * np.sqrt(u * mode)
    right = high - width * np.sqrt((1 - u) * (1 - mode))
    return np.where(u < mode, left, right)


def _first_order(x: Floats, y: Floats) -> float:
    """Variance of y between classes of x over its variance, free of the bias of few draws."""
    n = len(y)
    classes = min(max(n // 64, 2), 64)
    total = float(((y - y.mean()) ** 2).sum())
    if n < 4 * classes or total == 0:
        return math.nan
    order = np.argsort(x, kind="stable")
    edges = np.linspace(0, n, classes + 1).astype(int)
    sorted_y = y[order]
    sums = np.add.reduceat(sorted_y, edges[:-1])
    sizes = np.diff(edges)
    within = float(((sorted_y - np.repeat(sums / sizes, sizes)) ** 2).sum())
    return 1 - (within / (n - classes)) / (total / (n - 1))


def _correlation(x: Floats, y: Floats) -> float:
    x, y = x - x.mean(), y - y.mean()
    size = math.sqrt(float((x**2).sum()) * float((y**2).sum()))
    return float((x * y).sum()) / size if size else math.nan
