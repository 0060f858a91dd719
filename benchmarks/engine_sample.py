"""Sampling from 1,000 to a million draws of ten quantities.

The baseline draws and computes one number at a time, and is timed on at most 10,000 draws.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable
from typing import Any

from analysis.reconcile import Quantity, System, sample

DRAWS = (1_000, 10_000, 100_000, 1_000_000)
LOOP_UP_TO = 10_000
RUNS = 3


def ten() -> System:
    """Ten quantities of a population that flees, as a stranger might put them."""
    quantities = [
        Quantity("people"),
        Quantity("households", 90_000, 110_000),
        Quantity("size", 3, 6, best=4.5, kind="assumption"),
        Quantity("returned"),
        Quantity("share", 0.05, 0.2, kind="assumption"),
        Quantity("arrived", low=200_000),
        Quantity("losses", 0.0, 0.3, kind="assumption"),
        Quantity("before", 50_000, 90_000, best=70_000),
        Quantity("growth", 1.0, 1.2, kind="assumption"),
        Quantity("after", 300_000, 500_000),
    ]
    identities = [
        "people = households * size",
        "returned = share * people",
        "arrived = people - returned - losses*people",
        "after = growth * (before + arrived)",
    ]
    return System(quantities, identities)


def loop(draws: int) -> list[float]:
    """The same ten quantities, drawn one after the other."""
    generator = random.Random(0)
    kept = []
    for _ in range(draws):
        households = generator.uniform(90_000, 110_000)
        size = generator.triangular(3, 6, 4.5)
        people = households * size
        returned = generator.uniform(0.05, 0.2) * people
        arrived = people - returned - generator.uniform(0.0, 0.3) * people
        before = generator.triangular(50_000, 90_000, 70_000)
        after = generator.uniform(1.0, 1.2) * (before + arrived)
        if arrived >= 200_000 and 300_000 <= after <= 500_000:
            kept.append(after)
    return kept


def _seconds(do: Callable[[], Any], runs: int = RUNS) -> float:
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        do()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def _row(what: str, size: int, seconds: float, baseline: float | None, note: str) -> dict[str, Any]:
    return {
        "what": what,
        "size": size,
        "seconds": seconds,
        "baseline_seconds": baseline,
        "note": note,
    }


def _sampling(draws: int, per_draw: float) -> dict[str, Any]:
    system = ten()
    result = sample(system, draws)
    seconds = _seconds(lambda: sample(system, draws))
    note = f"{result.draws} draws of ten quantities, {result.acceptance:.0%} kept"
    note += "; baseline: a loop over draws"
    if draws > LOOP_UP_TO:
        note += f", reckoned from {LOOP_UP_TO}"
    return _row("sampling", draws, seconds, per_draw * result.draws, note)


def run(draws: tuple[int, ...] = DRAWS) -> list[dict[str, Any]]:
    """Rows of what, size, seconds, baseline_seconds, note.

    Raises:
        ValueError: the baseline finds other values than ours.
    """
    ours = sample(ten(), 2**14)["after"].mean()
    theirs = statistics.fmean(loop(LOOP_UP_TO))
    if abs(ours - theirs) > 5_000:
        raise ValueError("the baseline draws from another distribution")
    per_draw = _seconds(lambda: loop(LOOP_UP_TO)) / LOOP_UP_TO
    return [_sampling(count, per_draw) for count in draws]


if __name__ == "__main__":
    for each in run():
        print(each)
