"""Balancing from 100 to 10,000 quantities, and sampling from 1,000 to a million draws.

Balancing: a network of flows between near places, every flow measured, with half as many balances
as flows and as many more that follow from them (each place together with the next). The baseline
is the formula as it stands in the textbooks, in dense numpy matrices with a pseudo-inverse; at
10,000 it would need 800 MB a matrix and many minutes, so it is left out there. OSQP, where it is
installed, solves for the values alone: it knows no errors and no tests.

Sampling: a system of ten quantities. The baseline draws and computes one number at a time, and is
timed on at most 10,000 draws.
"""

from __future__ import annotations

import importlib.util
import random
import statistics
import time
from collections.abc import Callable
from typing import Any

import numpy as np
from scipy import sparse

from analysis.reconcile import Quantity, System, balance, sample

SIZES = (100, 1_000, 10_000)
DENSE_UP_TO = 1_000
DRAWS = (1_000, 10_000, 100_000, 1_000_000)
LOOP_UP_TO = 10_000
RUNS = 3


def network(size: int) -> tuple[sparse.csr_array, np.ndarray, np.ndarray]:
    """Identities, stated values and errors of a network that holds water before the errors."""
    generator = np.random.default_rng(size)
    places = size // 2
    start = generator.integers(0, places, size)
    end = start + generator.integers(1, 20, size)
    flow = np.arange(size)
    inside = end < places
    data = np.concatenate([-np.ones(size), np.ones(inside.sum())])
    rows, columns = np.concatenate([start, end[inside]]), np.concatenate([flow, flow[inside]])
    balances = sparse.csr_array((data, (rows, columns)), shape=(places, size))
    pairs = sparse.diags_array([1.0, 1.0], offsets=[0, 1], shape=(places, places))
    identities = sparse.csr_array(sparse.vstack([balances, pairs @ balances]))
    errors = generator.uniform(1, 5, size)
    return identities, generator.normal(100, 20, size), errors


def textbook(
    matrix: np.ndarray, values: np.ndarray, errors: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Adjusted values and their errors: x - V A' (A V A')^-1 A x, dense."""
    spread = np.diag(errors**2) @ matrix.T
    gain = spread @ np.linalg.pinv(matrix @ spread, rcond=1e-11, hermitian=True)
    left = np.diag(errors**2) - gain @ spread.T
    return values - gain @ (matrix @ values), np.sqrt(np.clip(np.diag(left), 0, None))


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


def _balancing(size: int) -> list[dict[str, Any]]:
    matrix, values, errors = network(size)
    result = balance(values, errors, matrix)
    runs = RUNS if size <= DENSE_UP_TO else 1
    seconds = _seconds(lambda: balance(values, errors, matrix), runs)
    quick = _seconds(lambda: balance(values, errors, matrix, errors=False), runs)
    baseline = None
    note = f"{matrix.shape[0]} identities, {result.freedom} independent; values, errors, tests"
    if size <= DENSE_UP_TO:
        dense = matrix.toarray()
        adjusted, left = textbook(dense, values, errors)
        if not np.allclose(result.adjusted, adjusted, atol=1e-6):
            raise ValueError("the baseline finds other values")
        if not np.allclose(result.adjusted_errors, left, atol=1e-5):
            raise ValueError("the baseline finds other errors")
        baseline = _seconds(lambda: textbook(dense, values, errors), runs)
        note += "; baseline: dense textbook formula"
    rows = [
        _row("balancing", size, seconds, baseline, note),
        _row("balancing, values only", size, quick, baseline, "errors=False"),
    ]
    if importlib.util.find_spec("osqp"):
        rows.append(
            _row(
                "balancing, values only, against OSQP",
                size,
                quick,
                _seconds(lambda: _osqp(matrix, values, errors), runs),
                "to 1e-8",
            )
        )
    return rows


def _osqp(matrix: sparse.csr_array, values: np.ndarray, errors: np.ndarray) -> np.ndarray:
    import osqp

    solver = osqp.OSQP()
    zero = np.zeros(matrix.shape[0])
    weight = sparse.csc_matrix(sparse.diags_array(errors**-2.0))
    solver.setup(
        weight,
        -values / errors**2,
        sparse.csc_matrix(matrix),
        zero,
        zero,
        verbose=False,
        eps_abs=1e-8,
        eps_rel=1e-8,
        max_iter=100_000,
    )
    return np.asarray(solver.solve().x)


def _sampling(draws: int, per_draw: float) -> dict[str, Any]:
    system = ten()
    result = sample(system, draws)
    seconds = _seconds(lambda: sample(system, draws))
    note = f"{result.draws} draws of ten quantities, {result.acceptance:.0%} kept"
    note += "; baseline: a loop over draws"
    if draws > LOOP_UP_TO:
        note += f", reckoned from {LOOP_UP_TO}"
    return _row("sampling", draws, seconds, per_draw * result.draws, note)


def run(sizes: tuple[int, ...] = SIZES, draws: tuple[int, ...] = DRAWS) -> list[dict[str, Any]]:
    """Rows of what, size, seconds, baseline_seconds, note.

    Raises:
        ValueError: the baseline finds other values than ours.
    """
    rows = [row for size in sizes for row in _balancing(size)]
    ours = sample(ten(), 2**14)["after"].mean()
    theirs = statistics.fmean(loop(LOOP_UP_TO))
    if abs(ours - theirs) > 5_000:
        raise ValueError("the baseline draws from another distribution")
    per_draw = _seconds(lambda: loop(LOOP_UP_TO)) / LOOP_UP_TO
    return rows + [_sampling(count, per_draw) for count in draws]


if __name__ == "__main__":
    for each in run():
        print(each)
