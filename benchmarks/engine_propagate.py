"""Propagation from 100 to 10,000 quantities and as many identities, against plain Python.

Three systems: *accounts*, random sums of products in which every quantity stands in several
identities; *balances*, random sums of flows; *chain*, where one figure has to travel through all
the others, the worst case for working on all identities at once. The baseline does the same
narrowing one identity and one number at a time, without rounding outward. Both stop after at most
ten passes, so that the same work is compared.
"""

from __future__ import annotations

import math
import statistics
import time
from collections.abc import Callable
from typing import Any

import numpy as np

from analysis.reconcile import Identity, Quantity, System, propagate

SIZES = (100, 1_000, 10_000)
RUNS = 3
PASSES = 10
# up to this size both are run to their end and compared; beyond it plain Python takes minutes
CHECKED = 100
Ends = list[float]


def accounts(size: int) -> System:
    """Each identity is ``2 a b - c/d + 3 e`` with the value that it has at a point."""
    random = np.random.default_rng(size)
    point = random.uniform(1, 10, size)

    def terms(chosen: list[int]) -> tuple:
        a, b, c, d, e = (f"q{i}" for i in chosen)
        return ((2.0, ((a, 1.0), (b, 1.0))), (-1.0, ((c, 1.0), (d, -1.0))), (3.0, ((e, 1.0),)))

    return _around(random, point, terms, 5)


def balances(size: int) -> System:
    """Each identity is a balance of four flows."""
    random = np.random.default_rng(size)
    point = random.uniform(1, 10, size)

    def terms(chosen: list[int]) -> tuple:
        return tuple(((-1.0) ** k, ((f"q{i}", 1.0),)) for k, i in enumerate(chosen))

    return _around(random, point, terms, 4)


def _around(
    random: np.random.Generator,
    point: np.ndarray,
    terms: Callable[[list[int]], tuple],
    arity: int,
) -> System:
    """A system that is true at the point; seven quantities in ten are known to within a half."""
    size = len(point)
    spread = np.where(random.random((2, size)) < 0.7, random.uniform(0, 0.5, (2, size)), np.inf)
    quantities = [
        Quantity(f"q{i}", x * (1 - below) if below < 1 else 0.0, x * (1 + above))
        for i, (x, below, above) in enumerate(zip(point, *spread, strict=True))
    ]
    free = [Quantity(q.name) for q in quantities]
    drawn = [
        Identity(f"i{k}", terms(random.choice(size, arity, replace=False).tolist()))
        for k in range(size)
    ]
    values = System(free, drawn).sums(point)
    identities = [
        Identity(i.name, i.terms, v - 1e-9, v + 1e-9) for i, v in zip(drawn, values, strict=True)
    ]
    return System(quantities, identities)


def chain(size: int) -> System:
    """Each quantity is the one before it and one more; the first is known."""
    quantities = [Quantity("q0", 1, 2), *(Quantity(f"q{i}") for i in range(1, size))]
    links = [
        Identity(f"i{i}", ((1, ((f"q{i}", 1),)), (-1, ((f"q{i - 1}", 1),))), 1, 1)
        for i in range(1, size)
    ]
    return System(quantities, links)


def plain(system: System, most: float, tolerance: float = 1e-10) -> tuple[Ends, Ends]:
    """The same narrowing in plain Python; powers one and minus one, divisors above zero."""
    low, high = system.low.tolist(), system.high.tolist()
    index = system.index
    work = [
        (
            [(c, [(index[name], power) for name, power in factors]) for c, factors in each.terms],
            each.low,
            each.high,
        )
        for each in system.identities
    ]
    where: list[list[int]] = [[] for _ in low]
    for k, (terms, _, _) in enumerate(work):
        for _, factors in terms:
            for q, _ in factors:
                where[q].append(k)
    active, worked = list(range(len(work))), 0
    while active and worked + len(active) <= most * len(work):
        worked += len(active)
        found: dict[int, tuple[float, float]] = {}
        for k in active:
            terms, bound_low, bound_high = work[k]
            values = []
            for coefficient, factors in terms:
                a = b = coefficient
                for q, power in factors:
                    a, b = _times(a, b, *_to(low[q], high[q], power))
                values.append((a, b))
            for t, (coefficient, factors) in enumerate(terms):
                a = bound_low - sum(v[1] for s, v in enumerate(values) if s != t)
                b = bound_high - sum(v[0] for s, v in enumerate(values) if s != t)
                a, b = max(a, values[t][0]), min(b, values[t][1])
                for f, (q, power) in enumerate(factors):
                    c = d = coefficient
                    for g, (p, other) in enumerate(factors):
                        if g != f:
                            c, d = _times(c, d, *_to(low[p], high[p], other))
                    if c <= 0 <= d:
                        continue
                    x, y = _times(a, b, *_to(c, d, -1.0))
                    if power < 0:
                        if x <= 0:
                            continue
                        x, y = _to(x, y, -1.0)
                    before = found.get(q, (low[q], high[q]))
                    found[q] = max(before[0], x), min(before[1], y)
        changed = set()
        for q, (x, y) in found.items():
            least = tolerance * max(abs(e) if math.isfinite(e) else 0.0 for e in (x, y))
            if x > low[q] and (low[q] == -math.inf or x - low[q] > least):
                low[q] = x
                changed.add(q)
            if y < high[q] and (high[q] == math.inf or high[q] - y > least):
                high[q] = y
                changed.add(q)
        active = sorted({k for q in changed for k in where[q]})
    return low, high


def _to(low: float, high: float, power: float) -> tuple[float, float]:
    if power == 1:
        return low, high
    if low < 0 < high:
        return -math.inf, math.inf
    if low >= 0:
        return (1 / high if high else math.inf), (1 / low if low else math.inf)
    return (1 / high if high else -math.inf), 1 / low


def _times(a: float, b: float, c: float, d: float) -> tuple[float, float]:
    products = [x * y if x and y else 0.0 for x in (a, b) for y in (c, d)]
    return min(products), max(products)


def _median(work: dict[str, Callable[[], Any]]) -> dict[str, float]:
    """Median seconds of each, run in turn so that a slow moment of the machine hits all alike."""
    seconds: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(RUNS):
        for name, do in work.items():
            start = time.perf_counter()
            do()
            seconds[name].append(time.perf_counter() - start)
    return {name: statistics.median(each) for name, each in seconds.items()}


def _agree(system: System) -> None:
    result = propagate(system)
    for ours, theirs in zip((result.low, result.high), plain(system, 1000), strict=True):
        if not np.allclose(ours, theirs, rtol=1e-5, atol=1e-5):
            raise ValueError("the baseline finds other ends")


def run(sizes: tuple[int, ...] = SIZES) -> list[dict[str, Any]]:
    """A row per system and size: what, size, seconds, baseline_seconds, note.

    Raises:
        ValueError: the two ways do not find the same ends.
    """
    rows = []
    for build in (accounts, balances, chain):
        for size in sizes:
            system = build(size)
            _ = system.flat
            if size <= CHECKED:
                _agree(system)
            result = propagate(system, max_passes=PASSES)
            # bound as defaults: the loop goes on before they are called by another name
            seconds = _median(
                {
                    "ours": lambda system=system: propagate(system, max_passes=PASSES),
                    "baseline": lambda system=system: plain(system, PASSES),
                }
            )
            rows.append(
                {
                    "what": f"propagate: {build.__name__}",
                    "size": size,
                    "seconds": seconds["ours"],
                    "baseline_seconds": seconds["baseline"],
                    "note": f"{result.status} after {result.passes:.0f} passes",
                }
            )
    return rows


if __name__ == "__main__":
    for row in run():
        print(*(f"{v:.3g}" if isinstance(v, float) else v for v in row.values()), sep="\t")
