"""Balancing against other ways to the same numbers, and against what must be true of any result."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from scipy import sparse
from scipy.optimize import minimize
from scipy.stats import kstest, norm

from analysis.reconcile import Balanced, Identity, Quantity, System, balance, identity


def network(seed: int, edges: int, nodes: int) -> np.ndarray:
    """Incidence of a random flow network: every edge leaves a node and enters another or none."""
    rng = np.random.default_rng(seed)
    matrix = np.zeros((nodes, edges))
    for edge in range(edges):
        start, end = rng.choice(nodes + 1, 2, replace=False)
        if start < nodes:
            matrix[start, edge] = -1
        if end < nodes:
            matrix[end, edge] = 1
    return matrix[np.abs(matrix).sum(axis=1) > 0]


def random_case(seed: int, edges: int = 14, nodes: int = 6) -> tuple[np.ndarray, ...]:
    rng = np.random.default_rng([seed, 1])
    values, errors = rng.normal(100, 20, edges), rng.uniform(0.5, 5, edges)
    return network(seed, edges, nodes), values, errors


def karush_kuhn_tucker(
    matrix: np.ndarray, right: np.ndarray, values: np.ndarray, covariance: np.ndarray
) -> np.ndarray:
    """The textbook solution, by the pseudo-inverse of the whole system of conditions."""
    m, n = matrix.shape
    top = np.hstack([np.linalg.inv(covariance), matrix.T])
    bottom = np.hstack([matrix, np.zeros((m, m))])
    goal = np.concatenate([np.linalg.solve(covariance, values), right])
    return (np.linalg.pinv(np.vstack([top, bottom]), rcond=1e-12) @ goal)[:n]


@given(st.integers(0, 10**6))
@settings(max_examples=30, deadline=None)
def test_same_as_the_conditions_of_the_textbook(seed: int) -> None:
    matrix, values, errors = random_case(seed)
    result = balance(values, errors, matrix)
    expected = karush_kuhn_tucker(matrix, np.zeros(len(matrix)), values, np.diag(errors**2))
    np.testing.assert_allclose(result.adjusted, expected, rtol=1e-8, atol=1e-8)
    np.testing.assert_allclose(matrix @ result.adjusted, 0, atol=1e-9)
    # what Stone, Champernowne and Meade print: x - V A' (A V A')^-1 A x, with its variances
    inverse = np.linalg.pinv(matrix @ np.diag(errors**2) @ matrix.T, rcond=1e-12)
    left = np.diag(errors**2) - (errors**2)[:, None] * (matrix.T @ inverse @ matrix) * errors**2
    np.testing.assert_allclose(result.adjusted_errors**2, np.diag(left), atol=1e-9)
    np.testing.assert_allclose(result.covariance, left, atol=1e-9)
    miss = matrix @ values
    assert result.statistic == pytest.approx(miss @ inverse @ miss, rel=1e-8)
    assert result.freedom == np.linalg.matrix_rank(matrix)
    assert (result.adjusted_errors <= errors).all()


@given(st.integers(0, 10**6))
@settings(max_examples=15, deadline=None)
def test_correlated_errors_and_a_right_hand_side(seed: int) -> None:
    matrix, values, _ = random_case(seed)
    rng = np.random.default_rng(seed)
    spread = rng.normal(size=(len(values), 30))
    covariance = spread @ spread.T / 10
    # a right-hand side in the range of the matrix, also where identities depend on each other
    right = matrix @ rng.normal(size=len(values))
    expected = karush_kuhn_tucker(matrix, right, values, covariance)
    deviations = np.sqrt(np.diag(covariance))
    correlation = covariance / np.outer(deviations, deviations)
    for uncertainties, more in ((covariance, {}), (deviations, {"correlation": correlation})):
        for solver in ("dense", "sparse"):
            result = balance(values, uncertainties, matrix, right, solver=solver, **more)
            np.testing.assert_allclose(result.adjusted, expected, rtol=1e-7, atol=1e-7)
            assert (result.adjusted_errors <= deviations * (1 + 1e-12)).all()


@given(st.integers(0, 10**6), st.floats(0, 0.6))
@example(200, 0.5625)  # nothing tests anything here, but for what rounding leaves
@settings(max_examples=25, deadline=None)
def test_unmeasured_quantities_against_projection_by_the_null_space(
    seed: int, share: float
) -> None:
    matrix, values, errors = random_case(seed, 16, 8)
    rng = np.random.default_rng([seed, 2])
    unknown = rng.random(16) < share
    values[unknown] = np.nan
    dense = balance(values, errors, matrix, solver="dense")
    sparse_ = balance(values, errors, matrix, solver="sparse")
    # independent: an orthonormal basis of the left null space of the unmeasured columns
    left, size, _ = np.linalg.svd(matrix[:, unknown])
    rank = int((size > 1e-9).sum())
    project = left[:, rank:].T @ matrix[:, ~unknown]
    known = karush_kuhn_tucker(
        project, np.zeros(len(project)), values[~unknown], np.diag(errors[~unknown] ** 2)
    )
    assert dense.freedom == sparse_.freedom == np.linalg.matrix_rank(project, tol=1e-9)
    assert list(dense.status) == list(sparse_.status)
    for result in (dense, sparse_):
        np.testing.assert_allclose(result.adjusted[~unknown], known, rtol=1e-7, atol=1e-7)
        assert result.statistic == pytest.approx(dense.statistic, rel=1e-6, abs=1e-9)
    np.testing.assert_allclose(dense.z, sparse_.z, rtol=1e-7, atol=1e-8)
    np.testing.assert_allclose(dense.adjusted_errors, sparse_.adjusted_errors, rtol=1e-7, atol=1e-5)
    # determined are the unmeasured quantities on which every solution agrees
    loose = np.zeros(16, dtype=bool)
    if unknown.any():
        _, size, right = np.linalg.svd(matrix[:, unknown])
        free = right[int((size > 1e-9).sum()) :]
        loose[unknown] = np.abs(free).max(axis=0, initial=0) > 1e-9
    np.testing.assert_array_equal(dense.status == "undetermined", loose)
    np.testing.assert_array_equal(np.isnan(dense.adjusted), loose)
    np.testing.assert_array_equal(np.isinf(dense.adjusted_errors), loose)
    # tested are the measured ones whose column survives the projection
    tested = np.zeros(16, dtype=bool)
    tested[~unknown] = np.abs(project).max(axis=0, initial=0) > 1e-9
    np.testing.assert_array_equal(dense.status == "redundant", tested)
    np.testing.assert_array_equal(np.isfinite(dense.z), tested)


@pytest.mark.parametrize("solver", ["dense", "sparse"])
def test_unmeasured_by_hand(solver: str) -> None:
    """b of a + b = c follows from a and c; e and f of d - e = f do not follow from d."""
    result = balance(
        {"a": 3, "b": None, "c": 10, "d": 5, "e": None, "f": None},
        {"a": 0.3, "c": 0.4, "d": 1},
        ["a + b = c", "d - e = f"],
        solver=solver,
    )
    assert list(result.status) == [
        *("free", "found", "free"),
        *("free", "undetermined", "undetermined"),
    ]
    assert result["b"] == pytest.approx(7)
    assert result.adjusted_errors[1] == pytest.approx(0.5)
    assert np.isnan(result["e"]) and result.adjusted_errors[4] == np.inf
    # b = c - a, so that it moves with c and against a
    np.testing.assert_allclose(
        result.covariance[:3, :3],
        [[0.09, -0.09, 0], [-0.09, 0.25, 0.16], [0, 0.16, 0.16]],
        atol=1e-15,
    )
    assert np.isnan(result.covariance[4:]).all() and np.isnan(result.covariance[:, 4:]).all()
    assert result.freedom == 0 and np.isnan(result.p_value)
    assert np.isnan(result.residuals).all()


@pytest.mark.parametrize("solver", ["dense", "sparse"])
def test_two_values_of_one_thing_by_hand(solver: str) -> None:
    """10 +- 1 and 13 +- 2 agree on 10.6 +- 0.894; z = 3/sqrt(5) for both, and so is the node's."""
    result = balance({"a": 10, "b": 13}, {"a": 1, "b": 2}, "a = b", solver=solver)
    np.testing.assert_allclose(result.adjusted, 10.6)
    np.testing.assert_allclose(result.adjusted_errors, np.sqrt(4 / 5))
    np.testing.assert_allclose(result.adjustments, [0.6, -2.4])
    np.testing.assert_allclose(result.relative, [0.6, -1.2])
    np.testing.assert_allclose(np.abs(result.z), 3 / np.sqrt(5))
    np.testing.assert_allclose(result.residuals, [-3])
    np.testing.assert_allclose(result.nodal, [-3 / np.sqrt(5)])
    assert result.statistic == pytest.approx(9 / 5)
    assert result.p_value == pytest.approx(2 * norm.sf(3 / np.sqrt(5)))
    np.testing.assert_allclose(result.covariance, np.full((2, 2), 0.8))
    assert result.critical == pytest.approx(1.959964, abs=1e-6)
    # two tests at 5 % together: each at 1 - sqrt(0.95)
    assert result.critical_sidak == pytest.approx(norm.isf((1 - 0.95**0.5) / 2))


@pytest.mark.parametrize("correlated", [False, True])
def test_three_hundred_values_of_one_thing(correlated: bool) -> None:
    """Their mean has 1/300 of the variance; of two that share their error half as much counts.

    For each of them there is another quantity, not measured, which is its double.
    """
    n, shared = 300, 0.6 if correlated else 0.0
    values = np.concatenate([np.arange(n, dtype=float), np.full(n, np.nan)])
    names = [*(f"x{i}" for i in range(n)), *(f"double{i}" for i in range(n))]
    identities = [f"x{i} = x{i + 1}" for i in range(n - 1)]
    identities += [f"double{i} = 2*x{i}" for i in range(n)]
    more = {"correlation": {("x7", "x250"): shared}} if correlated else {}
    result = balance(values, 1.0, identities, names=names, solver="sparse", **more)
    weight = np.ones(n)
    weight[[7, 250]] = 1 / (1 + shared)
    mean, variance = weight @ values[:n] / weight.sum(), 1 / weight.sum()
    np.testing.assert_allclose(result.adjusted, [mean] * n + [2 * mean] * n)
    np.testing.assert_allclose(
        result.adjusted_errors, [variance**0.5] * n + [2 * variance**0.5] * n, rtol=1e-6
    )
    np.testing.assert_allclose(result.z[:n], (mean - values[:n]) / (1 - variance) ** 0.5, rtol=1e-6)
    assert result.freedom == n - 1
    assert list(result.status) == ["redundant"] * n + ["found"] * n


@pytest.mark.parametrize("solver", ["dense", "sparse"])
def test_fixed_values_stay_and_carry_no_test(solver: str) -> None:
    result = balance(
        {"a": 10, "b": 13, "c": 24}, {"a": 1, "b": 2, "c": 0}, "a + b = c", solver=solver
    )
    assert result["c"] == 24
    np.testing.assert_allclose(result.adjusted[:2], [10.2, 13.8])
    assert list(result.status) == ["redundant", "redundant", "fixed"]
    assert np.isnan(result.z[2]) and np.isnan(result.relative[2])
    known = balance({"a": 2, "b": 2, "c": None}, 0, ["a = b", "c = a + b"], solver=solver)
    np.testing.assert_allclose(known.adjusted, [2, 2, 4])
    np.testing.assert_allclose(known.adjusted_errors, 0, atol=1e-5)
    assert list(known.status) == ["fixed", "fixed", "found"]
    assert known.freedom == 0


def in_other_units(seed: int, unit: float, solver: str, rtol: float) -> None:
    """Some quantities and every second identity in another unit: the same results in that unit."""
    matrix, values, errors = random_case(seed)
    unmeasured = values.copy()
    unmeasured[::5] = np.nan
    scale = np.ones(len(values))
    scale[seed % 14 :] = unit
    before = balance(unmeasured, errors, matrix)
    rows = np.where(np.arange(len(matrix)) % 2, unit, 1.0)[:, None]
    after = balance(unmeasured * scale, errors * scale, rows * matrix / scale, solver=solver)
    np.testing.assert_allclose(after.adjusted / scale, before.adjusted, rtol=rtol, atol=rtol)
    np.testing.assert_allclose(after.z, before.z, rtol=10 * rtol, atol=rtol)
    assert list(after.status) == list(before.status)
    assert after.statistic == pytest.approx(before.statistic, rel=rtol)


@given(st.integers(0, 10**6), st.floats(1e-6, 1e6))
@settings(max_examples=20, deadline=None)
def test_units_do_not_matter(seed: int, unit: float) -> None:
    in_other_units(seed, unit, "dense", 1e-7)


@pytest.mark.parametrize("unit", [1e-3, 1e3])
def test_units_hardly_matter_to_sparse_factors(unit: float) -> None:
    for seed in range(8):
        in_other_units(seed, unit, "sparse", 1e-5)


@pytest.mark.parametrize("correlated", [False, True])
@pytest.mark.parametrize("solver", ["dense", "sparse"])
@pytest.mark.parametrize("seed", range(5))
def test_units_from_atoms_to_galaxies(seed: int, solver: str, correlated: bool) -> None:
    """Each quantity and each identity in a unit of its own, a power of two between 2^-100 and 2^99.

    Powers of two round nothing away, so that hardly a digit changes. The third of the quantities
    that is not measured leaves something measured in every identity.
    """
    rng = np.random.default_rng([seed, 3])
    matrix, values, errors = random_case(seed)
    values[::3] = np.nan
    more = {"correlation": {("x2", "x5"): 0.6}} if correlated else {}
    unit = 2.0 ** rng.integers(-100, 100, len(values))
    scaled = 2.0 ** rng.integers(-100, 100, (len(matrix), 1)) * matrix / unit
    before = balance(values, errors, matrix, start=90, solver=solver, **more)
    after = balance(values * unit, errors * unit, scaled, start=90 * unit, solver=solver, **more)
    assert list(after.status) == list(before.status)
    close = {"rtol": 1e-6, "atol": 1e-8}
    np.testing.assert_allclose(after.adjusted / unit, before.adjusted, **close)
    np.testing.assert_allclose(after.adjusted_errors / unit, before.adjusted_errors, **close)
    np.testing.assert_allclose(after.covariance / unit / unit[:, None], before.covariance, **close)
    np.testing.assert_allclose(after.z, before.z, **close)
    np.testing.assert_allclose(after.nodal, before.nodal, **close)
    assert after.statistic == pytest.approx(before.statistic)


@pytest.mark.parametrize("seed", range(10))
def test_exact_values_settle_others_in_any_unit(seed: int) -> None:
    """Of u + w = 5 and u - 2w = -1, both exact, u = 3 and w = 2 follow."""
    rng = np.random.default_rng(seed)
    unit = 2.0 ** rng.integers(-60, 60, 4)
    matrix = np.array([[1, 0, -1, -1], [0, 1, -1, 2]]) / unit * 2.0 ** rng.integers(-60, 60, (2, 1))
    values = np.array([5, -1, np.nan, np.nan]) * unit
    result = balance(values, 0.0, matrix, start=unit, solver="dense")
    np.testing.assert_allclose(result.adjusted / unit, [5, -1, 3, 2])
    assert list(result.status) == ["fixed", "fixed", "found", "found"]
    np.testing.assert_array_equal(result.adjusted_errors, 0)


def test_values_of_zero_with_errors_of_all_sizes_do_not_contradict() -> None:
    """Zero everywhere satisfies sums without a constant: what rounding leaves is no breach."""
    rng = np.random.default_rng(0)
    for _ in range(40):
        matrix = rng.choice([-1.0, 0, 0, 1], (4, 8))
        values = rng.choice([0.0, 0, 0, 1], 8)
        result = balance(values, 10.0 ** rng.uniform(-5, 5, 8), matrix, solver="dense")
        assert np.isfinite(result.adjusted).all()


@given(st.integers(0, 10**6))
@settings(max_examples=15, deadline=None)
def test_order_does_not_matter(seed: int) -> None:
    matrix, values, errors = random_case(seed)
    values[::6] = np.nan
    rng = np.random.default_rng(seed)
    columns, rows = rng.permutation(len(values)), rng.permutation(len(matrix))
    before = balance(values, errors, matrix)
    after = balance(values[columns], errors[columns], matrix[rows][:, columns])
    np.testing.assert_allclose(after.adjusted, before.adjusted[columns], rtol=1e-9, atol=1e-11)
    np.testing.assert_allclose(after.adjusted_errors, before.adjusted_errors[columns], atol=1e-9)
    np.testing.assert_allclose(after.nodal, before.nodal[rows], rtol=1e-9)


@pytest.mark.parametrize("solver", ["dense", "sparse"])
def test_errors_shared_across_identities_tie_them(solver: str) -> None:
    """10 and 12 of one thing, 20 and 20 of another; the 10 and the first 20 share half an error.

    The residuals -2 and 0 have the variance 2 and the covariance 0.5; the multipliers are those
    over 3.75: -4 and 1.
    """
    result = balance(
        {"a": 10, "b": 12, "c": 20, "d": 20},
        1.0,
        ["a = b", "c = d"],
        correlation={("a", "c"): 0.5},
        solver=solver,
    )
    first, second = 12 - 4 / 3.75, 20 + 1 / 3.75
    np.testing.assert_allclose(result.adjusted, [first, first, second, second])
    assert result.statistic == pytest.approx(8 / 3.75)


@pytest.mark.parametrize("solver", ["dense", "sparse"])
def test_a_value_moves_with_the_one_that_shares_its_error(solver: str) -> None:
    """a = d takes 4.5 from a = 10; b has the same error doubled and moves by 9, c by 13.5.

    No identity tests b and c by themselves: the sum m is not measured.
    """
    result = balance(
        {"a": 10, "b": 5, "c": 7, "d": 1, "m": None, "e": 3},
        {"a": 1, "b": 2, "c": 3, "d": 1, "e": 1},
        ["m = a + b + c + e", "d = a"],
        correlation={("a", "b"): 1.0, ("a", "c"): 1.0, ("b", "c"): 1.0},
        solver=solver,
    )
    np.testing.assert_allclose(result.adjusted, [5.5, -4, -6.5, 5.5, -2, 3])
    half = 0.5**0.5
    np.testing.assert_allclose(
        result.adjusted_errors, [half, 2 * half, 3 * half, half, (36 / 2 + 1) ** 0.5, 1]
    )
    assert list(result.status) == [*["redundant"] * 4, "found", "free"]
    # one test: 9 against an error of sqrt(2)
    z = 9 * half
    np.testing.assert_allclose(result.z, [-z, -z, -z, z, np.nan, np.nan])


@pytest.mark.parametrize("solver", ["dense", "sparse"])
def test_a_difference_of_values_with_one_error_is_exact(solver: str) -> None:
    result = balance(
        {"a": 10, "b": 5, "c": None, "d": 4},
        {"a": 1, "b": 1, "d": 1},
        ["a - b = c", "c = d"],
        correlation={("a", "b"): 1.0},
        solver=solver,
    )
    np.testing.assert_allclose(result.adjusted, [10, 5, 5, 5])
    np.testing.assert_allclose(result.adjusted_errors, [1, 1, 0, 0], atol=1e-9)
    assert list(result.status) == ["free", "free", "found", "redundant"]
    np.testing.assert_allclose(result.z, [np.nan, np.nan, np.nan, 1])


@pytest.mark.parametrize("solver", ["dense", "sparse"])
def test_identities_that_leave_no_room_leave_no_error(solver: str) -> None:
    """a - b = 7.1, a + b + c = 20 and a + 2b - c = 3.3 have one solution."""
    result = balance(
        {"a": 10, "b": 5, "c": 7},
        {"a": 1, "b": 2, "c": 3},
        ["a - b = 7.1", "a + b + c = 20", "a + 2*b - c = 3.3"],
        solver=solver,
    )
    np.testing.assert_allclose(result.adjusted, [8.92, 1.82, 9.26])
    np.testing.assert_array_equal(result.adjusted_errors, 0)
    np.testing.assert_allclose(result.z, [-1.08, -3.18 / 2, 2.26 / 3])
    assert result.freedom == 3


@pytest.mark.parametrize("solver", ["dense", "sparse"])
def test_a_factor_of_zero_takes_its_quantity_out(solver: str) -> None:
    """Of a + b y = c with b = 0 exactly, y learns nothing and tells nothing."""
    for y, error, status in ((7, 2, "free"), (None, np.inf, "undetermined")):
        result = balance(
            {"a": 3, "b": 0, "c": 5, "y": y},
            {"a": 1, "b": 0, "c": 1, "y": 2},
            "a + b*y = c",
            solver=solver,
        )
        np.testing.assert_allclose(result.adjusted, [4, 0, 4, np.nan if y is None else y])
        np.testing.assert_allclose(result.adjusted_errors, [0.5**0.5, 0, 0.5**0.5, error])
        assert list(result.status) == ["redundant", "fixed", "redundant", status]
        assert result.statistic == pytest.approx(2)


@pytest.mark.parametrize("solver", ["dense", "sparse"])
def test_identities_without_a_quantity_and_quantities_without_an_identity(solver: str) -> None:
    rows = [[0, 0, 0, 0, 0], [1, -1, 0, 0, 0], [0, 0, 1, -1, 0]]
    result = balance([1, 2, 4, 5, 9], 1, rows, solver=solver)
    np.testing.assert_allclose(result.adjusted, [1.5, 1.5, 4.5, 4.5, 9])
    half = 0.5**0.5
    np.testing.assert_allclose(result.adjusted_errors, [half, half, half, half, 1])
    np.testing.assert_allclose(np.diag(result.covariance), [0.5, 0.5, 0.5, 0.5, 1])
    with pytest.raises(ValueError, match=r"contradict .* beginning with 'identity 1'$"):
        balance([1, 2, 4, 5, 9], 1, rows, [3, 0, 0], solver=solver)
    alone = balance([1, 2], [0.5, 2], np.zeros((0, 2)), solver=solver)
    np.testing.assert_array_equal(alone.adjusted, [1, 2])
    np.testing.assert_array_equal(alone.covariance, [[0.25, 0], [0, 4]])
    assert list(alone.status) == ["free", "free"]


@pytest.mark.parametrize("solver", ["dense", "sparse"])
def test_exact_values_of_zero_agree(solver: str) -> None:
    result = balance({"a": 0, "b": 0}, 0, "a = b", solver=solver)
    np.testing.assert_array_equal(result.adjusted, [0, 0])
    assert list(result.status) == ["fixed", "fixed"]


def test_a_quantity_that_has_no_part_changes_nothing() -> None:
    matrix, values, errors = random_case(5)
    before = balance(values, errors, matrix)
    wider = np.hstack([matrix, np.zeros((len(matrix), 1))])
    after = balance(np.append(values, 77), np.append(errors, 3), wider)
    np.testing.assert_array_equal(after.adjusted[:-1], before.adjusted)
    np.testing.assert_array_equal(after.adjusted_errors[:-1], before.adjusted_errors)
    assert (after.adjusted[-1], after.adjusted_errors[-1], after.status[-1]) == (77, 3, "free")
    assert after.statistic == before.statistic


def test_identities_that_are_stated_twice_change_nothing() -> None:
    matrix, values, errors = random_case(6)
    before = balance(values, errors, matrix)
    twice = np.vstack([matrix, 3 * matrix[:4], matrix.sum(axis=0)])
    for solver in ("dense", "sparse"):
        after = balance(values, errors, twice, solver=solver)
        np.testing.assert_allclose(after.adjusted, before.adjusted, rtol=1e-10)
        np.testing.assert_allclose(after.adjusted_errors, before.adjusted_errors, rtol=1e-7)
        assert after.freedom == before.freedom


def test_the_variances_and_tests_are_those_of_repeated_measurements() -> None:
    """Measure a true state 800 times: the results scatter as they say they do."""
    matrix = network(3, 12, 5)
    rng = np.random.default_rng(8)
    errors = rng.uniform(1, 4, 12)
    truth = np.linalg.svd(matrix)[2][5:].T @ rng.normal(50, 10, 7)
    results = [balance(truth + errors * rng.normal(size=12), errors, matrix) for _ in range(800)]
    scatter = np.array([each.adjusted for each in results]).std(axis=0)
    np.testing.assert_allclose(scatter, results[0].adjusted_errors, rtol=0.1)
    z = np.array([each.z for each in results])
    nodal = np.array([each.nodal for each in results])
    for column in (*z[:, np.isfinite(z[0])].T, *nodal.T):
        assert kstest(column, "norm").pvalue > 1e-4
    assert kstest([each.p_value for each in results], "uniform").pvalue > 1e-4


def test_a_gross_error_is_found_where_it_was_put() -> None:
    matrix = network(3, 12, 5)
    truth = np.linalg.svd(matrix)[2][5:].T @ np.full(7, 40.0)
    errors = np.ones(12)
    clean = balance(truth, errors, matrix)
    assert clean.statistic == pytest.approx(0, abs=1e-9)
    assert clean.suspects == ()
    wrong = truth.copy()
    wrong[4] += 25
    found = balance(wrong, errors, matrix)
    assert found.p_value < 1e-4
    assert found.suspects[0] == "x5"
    # without it the rest is in order, and its place follows from the rest
    wrong[4] = np.nan
    repaired = balance(wrong, errors, matrix)
    assert repaired.suspects == ()
    assert repaired.adjusted[4] == pytest.approx(truth[4])


# identities that are not linear

HOUSEHOLDS = ["people = households * size", "left = people - back", "back = share * people"]
STATED = {"people": 400.0, "households": 90.0, "size": 4.8, "left": 350.0, "back": 45, "share": 0.1}
ERRORS = {"people": 30.0, "households": 10.0, "size": 0.4, "left": 40.0, "back": 10, "share": 0.02}


def residuals(x: np.ndarray) -> np.ndarray:
    people, households, size, left, back, share = x
    return np.array([people - households * size, left - people + back, back - share * people])


def test_products_against_an_independent_optimiser() -> None:
    result = balance(STATED, ERRORS, HOUSEHOLDS)
    y, e = np.array(list(STATED.values())), np.array(list(ERRORS.values()))
    best = minimize(
        lambda t: (t**2).sum(),
        np.zeros(6),
        method="SLSQP",
        constraints={"type": "eq", "fun": lambda t: residuals(y + e * t)},
        options={"ftol": 1e-14, "maxiter": 500},
    )
    np.testing.assert_allclose(result.adjusted, y + e * best.x, rtol=1e-6)
    assert result.statistic == pytest.approx(best.fun, rel=1e-8)
    np.testing.assert_allclose(residuals(result.adjusted), 0, atol=1e-8)


def test_function_text_and_derivatives_say_the_same() -> None:
    def slope(x: np.ndarray) -> np.ndarray:
        people, households, size, _, _, share = x
        return np.array(
            [
                [1, -size, -households, 0, 0, 0],
                [-1, 0, 0, 1, 1, 0],
                [-share, 0, 0, 0, 1, -people],
            ]
        )

    text = balance(STATED, ERRORS, HOUSEHOLDS)
    by_differences = balance(STATED, ERRORS, residuals)
    by_derivatives = balance(STATED, ERRORS, residuals, jacobian=slope)
    for other in (by_differences, by_derivatives):
        np.testing.assert_allclose(other.adjusted, text.adjusted, rtol=1e-8)
        np.testing.assert_allclose(other.adjusted_errors, text.adjusted_errors, rtol=1e-6)
        np.testing.assert_allclose(other.z, text.z, rtol=1e-6)


def test_logarithms_and_linearisation_agree_as_far_as_errors_are_small() -> None:
    """To first order they are the same; the difference shrinks with the square of the errors."""
    text = ["people = households * size", "back = share * people"]
    stated = {"people": 432.0, "households": 90.0, "size": 4.8, "back": 43.2, "share": 0.1}
    apart = []
    for width in (0.05, 0.005):
        values = {
            name: value * (1 + width * s)
            for (name, value), s in zip(stated.items(), (1, -1, 1, -0.5, 0.5), strict=True)
        }
        errors = {name: width * value for name, value in values.items()}
        straight = balance(values, errors, text)
        logs = balance(values, errors, text, logarithmic=True)
        assert logs["people"] == pytest.approx(logs["households"] * logs["size"], rel=1e-12)
        np.testing.assert_allclose(logs.z, straight.z, rtol=5 * width)
        np.testing.assert_allclose(logs.adjusted_errors, straight.adjusted_errors, rtol=5 * width)
        np.testing.assert_allclose(
            np.sqrt(np.diag(logs.covariance)), logs.adjusted_errors, rtol=1e-9
        )
        apart.append(np.abs(logs.adjusted / straight.adjusted - 1).max())
    assert apart[0] < 0.01
    assert apart[1] < apart[0] / 50


def test_logarithmic_by_hand() -> None:
    """p = a b with relative errors of 1, 1 and 2 %: a sixth, a sixth and four sixths give way."""
    result = balance(
        {"p": 110.0, "a": 10.0, "b": 10.0},
        {"p": 2.2, "a": 0.1, "b": 0.1},
        "p = a*b",
        logarithmic=True,
    )
    gap = np.log(110 / 100)
    expected = [110 * np.exp(-gap * 4 / 6), 10 * np.exp(gap / 6), 10 * np.exp(gap / 6)]
    np.testing.assert_allclose(result.adjusted, expected, rtol=1e-12)
    with pytest.raises(ValueError, match="is not of two products"):
        balance({"a": 1, "b": 2, "c": 3}, 1, "a + b = c", logarithmic=True)
    with pytest.raises(ValueError, match="'a': value -1 has no logarithm"):
        balance({"a": -1, "b": 2}, 1, "a = b", logarithmic=True)


def test_logarithmic_with_a_constant_and_an_unmeasured_factor() -> None:
    """2p = 3 a^2 b with p = 54 and a = 3 known to 1 % leaves b = 4 known to sqrt(1 + 4) %."""
    for solver in ("dense", "sparse"):
        result = balance(
            {"p": 54.0, "a": 3.0, "b": None},
            {"p": 0.54, "a": 0.03},
            "2*p = 3*a^2*b",
            logarithmic=True,
            solver=solver,
        )
        np.testing.assert_allclose(result.adjusted, [54, 3, 4])
        np.testing.assert_allclose(result.adjusted_errors, [0.54, 0.03, 0.04 * 5**0.5])
        np.testing.assert_array_equal(result.values, [54, 3, np.nan])
        np.testing.assert_allclose(result.errors, [0.54, 0.03, np.nan])
        np.testing.assert_allclose(result.adjustments, [0, 0, np.nan], atol=1e-12)
        assert list(result.status) == ["free", "free", "found"]
        assert result.identities == ("2*p = 3*a^2*b",)
        assert result.rounds == 1
        np.testing.assert_allclose(np.sqrt(np.diag(result.covariance)), result.adjusted_errors)


def test_logarithmic_against_a_constant_product() -> None:
    """2ab = 32 with a = 5 and b = 5, equally uncertain: both become 4; c stands apart."""
    result = balance(
        {"a": 5.0, "b": 5.0, "c": None},
        {"a": 0.5, "b": 0.5},
        ["2*a*b = 32", "a <= 10", "b >= 9"],
        logarithmic=True,
    )
    np.testing.assert_allclose(result.adjusted, [4, 4, np.nan])
    np.testing.assert_allclose(result.adjustments, [-1, -1, np.nan])
    # of logarithms: 0.1 each, of which half of the variance stays
    np.testing.assert_allclose(result.adjusted_errors, [0.4 / 2**0.5, 0.4 / 2**0.5, np.inf])
    assert list(result.status) == ["redundant", "redundant", "undetermined"]
    assert result.ignored == ("a <= 10", "b >= 9")
    assert result.violated == ("b >= 9",)


def test_logarithmic_with_like_factors_on_both_sides() -> None:
    """a^3 = a b asks for a^2 = b; stated as 3 and 9 nothing moves."""
    result = balance({"a": 3.0, "b": 9.0}, {"a": 0.3, "b": 0.9}, "a^3 = a*b", logarithmic=True)
    np.testing.assert_allclose(result.adjusted, [3, 9])
    inverse = balance({"a": 4.0, "b": 1.0}, {"a": 0.4, "b": 0.1}, "a*b = 1", logarithmic=True)
    np.testing.assert_allclose(inverse.adjusted, [2, 0.5])
    halved = balance({"a": 3.0, "b": 4.5}, {"a": 0.3, "b": 0.0}, "a^2 = 2*b", logarithmic=True)
    np.testing.assert_allclose(halved.adjusted, [3, 4.5])


@pytest.mark.parametrize(
    ("identities", "faults"),
    [
        (["x*y = 0"], ["identity 'x*y = 0' is not of two products or product and constant"]),
        (["x*y = -6"], ["identity 'x*y = -6' is not of two products or product and constant"]),
        (["x = -2*y"], ["identity 'x = -2*y' is not of two products or product and constant"]),
        (["x = y + 1"], ["identity 'x = y + 1' is not of two products or product and constant"]),
        (
            ["x*y = z", "x + y = 1"],
            [
                "quantity 'z': value 0 has no logarithm",
                "identity 'x + y = 1' is not of two products or product and constant",
            ],
        ),
    ],
)
def test_what_has_no_logarithm_is_named(identities: list[str], faults: list[str]) -> None:
    values = {"x": 2.0, "y": 3.0} | ({"z": 0.0} if "z" in identities[0] else {})
    with pytest.raises(ValueError) as error:
        balance(values, 1.0, identities, logarithmic=True)
    assert str(error.value).splitlines() == faults
    with pytest.raises(
        ValueError, match=r"^logarithmic balancing needs identities as texts or Identity$"
    ):
        balance([1, 2], 1, [[1, -1]], logarithmic=True)


@given(st.integers(0, 10**6))
@settings(max_examples=20, deadline=None)
def test_bilinear_mixers_settle_and_satisfy_everything(seed: int) -> None:
    """Two streams with a share each are mixed; half of the shares are not measured."""
    rng = np.random.default_rng(seed)
    a, b = rng.uniform(10, 100, 2)
    p, q = rng.uniform(0.05, 0.95, 2)
    truth = {"a": a, "b": b, "c": a + b, "p": p, "q": q, "r": (a * p + b * q) / (a + b)}
    errors = {"a": 2.0, "b": 2.0, "c": 2.0, "p": 0.02, "r": 0.02}
    stated = {n: v + errors.get(n, 0) * rng.normal() for n, v in truth.items()} | {"q": None}
    result = balance(stated, errors, ["a + b = c", "a*p + b*q = c*r"], start={"q": 0.5})
    assert result["a"] + result["b"] == pytest.approx(result["c"])
    mixed = result["a"] * result["p"] + result["b"] * result["q"]
    assert mixed == pytest.approx(result["c"] * result["r"], rel=1e-9)
    assert result.freedom == 1 and result.status[4] == "found"


def test_a_search_that_cannot_settle_says_so() -> None:
    told = (
        r"^balancing did not settle in 200 rounds; identity 'x\^2 \+ y\^2 = -1' is off "
        r"by \S+: give a start nearer to the solution$"
    )
    with pytest.raises(ValueError, match=told):
        balance({"x": 1.0, "y": 1.0, "z": 2, "w": 3}, 1.0, ["z = w", "x^2 + y^2 = -1"])


@pytest.mark.parametrize("solver", ["dense", "sparse"])
def test_products_have_errors_too(solver: str) -> None:
    """The area of 6 follows from 2 +- 0.02 and 3 +- 0.03: 1 % twice are sqrt(2) %."""
    result = balance(
        {"area": None, "a": 2, "b": 3}, {"a": 0.02, "b": 0.03}, "area = a*b", solver=solver
    )
    np.testing.assert_allclose(result.adjusted, [6, 2, 3])
    np.testing.assert_allclose(result.adjusted_errors, [0.06 * 2**0.5, 0.02, 0.03])
    assert list(result.status) == ["found", "free", "free"]


# the forms of the arguments


def as_tuple(result: Balanced) -> tuple:
    return (*np.round(result.adjusted, 9), *np.round(result.adjusted_errors, 9))


def test_all_forms_of_the_same_question_give_the_same_answer() -> None:
    values, errors = {"a": 5.0, "b": 3.0, "c": 9.0}, {"a": 0.5, "b": 0.2, "c": 1.0}
    matrix = pd.DataFrame([[1, 1, -1]], columns=["a", "b", "c"], index=["sum"])
    expected = as_tuple(balance(values, errors, "a + b = c"))
    system = System(
        [Quantity(n, best=v, error=errors[n]) for n, v in values.items()], ["a + b = c"]
    )
    forms = [
        balance(system),
        balance(pd.Series(values), pd.Series(errors), ["a + b - c = 0"]),
        balance(values, errors, identity("a + b = c")),
        balance(
            values, errors, [Identity("s", ((1, (("a", 1),)), (1, (("b", 1),)), (-1, (("c", 1),))))]
        ),
        balance(list(values.values()), list(errors.values()), matrix),
        balance(list(values.values()), list(errors.values()), [[1, 1, -1]]),
        balance(np.array([5.0, 3, 9]), np.diag([0.25, 0.04, 1]), sparse.csr_matrix([[1, 1, -1]])),
        balance(values, pd.DataFrame(np.diag([0.25, 0.04, 1]), list("abc"), list("abc")), matrix),
        balance(
            values, {n: 1.959963984540054 * e for n, e in errors.items()}, matrix, coverage=0.95
        ),
        balance(values, {n: 3**0.5 * e for n, e in errors.items()}, matrix, coverage="uniform"),
        balance(values, {n: 6**0.5 * e for n, e in errors.items()}, matrix, coverage="triangular"),
        balance([5.0, 3, 9], [0.5, 0.2, 1], lambda x: x[0] + x[1] - x[2]),
        balance(
            pd.DataFrame({"quantity": list("abc"), "value": [5.0, 3, 9], "error": [0.5, 0.2, 1]}),
            identities="a + b = c",
        ),
    ]
    for result in forms:
        assert as_tuple(result) == pytest.approx(expected, abs=1e-7)
    assert forms[4].names == ("a", "b", "c") and forms[4].identities == ("sum",)
    assert forms[5].names == ("x1", "x2", "x3")
    frame = forms[0].frame()
    assert list(frame["quantity"]) == ["a", "b", "c"]
    np.testing.assert_array_equal(frame["adjusted"], forms[0].adjusted)
    assert forms[11].identities == ("identity 1",)


def test_frames_have_a_column_for_each_part_of_the_result() -> None:
    result = balance({"a": 10, "b": 13, "c": None}, {"a": 1, "b": 2}, ["a = b", "c = 2*a"])
    frame = result.frame()
    assert list(frame.columns) == [
        *("quantity", "value", "error", "adjusted", "adjusted_error", "adjustment"),
        *("adjustment_in_errors", "z", "status"),
    ]
    assert frame.loc[1].tolist() == [
        *("b", 13, 2, pytest.approx(10.6), pytest.approx(0.8**0.5), pytest.approx(-2.4)),
        *(pytest.approx(-1.2), pytest.approx(-3 / 5**0.5), "redundant"),
    ]
    nodes = result.identity_frame()
    assert list(nodes.columns) == ["identity", "residual", "nodal"]
    assert nodes.loc[0].tolist() == ["a = b", -3, pytest.approx(-3 / 5**0.5)]
    assert nodes.loc[1].isna().tolist() == [False, True, True]


def test_slopes_of_a_function_are_found_at_any_size() -> None:
    """Large, small, zero and negative values; the slopes of the text are those of calculus."""
    stated = {"a": 2e6, "b": 1e-3, "c": -4.0, "d": None, "e": 0.0}
    errors = {"a": 2e4, "b": 1e-5, "c": 0.1, "e": 0.2}

    def off(x: np.ndarray) -> list[float]:
        a, b, c, d, e = x
        return [a**2 * b**3 + c**3 - d + e, c**2 + d * 0 + e - 15]

    text = balance(stated, errors, ["a^2*b^3 + c^3 - d + e = 0", "c^2 + e = 15"])
    start = {"d": 0.0}
    by_function = balance(stated, errors, off, start=start)
    np.testing.assert_allclose(by_function.adjusted, text.adjusted, rtol=1e-8, atol=1e-9)
    np.testing.assert_allclose(by_function.adjusted_errors, text.adjusted_errors, rtol=1e-7)
    assert by_function.identities == ("identity 1", "identity 2")

    def slope(x: np.ndarray) -> sparse.csr_array:
        a, b, c, _, _ = x
        rows = [[2 * a * b**3, 3 * a**2 * b**2, 3 * c**2, -1, 1], [0, 0, 2 * c, 0, 1]]
        return sparse.csr_array(np.array(rows))

    by_slope = balance(stated, errors, off, jacobian=slope, start=start)
    np.testing.assert_allclose(by_slope.adjusted, text.adjusted, rtol=1e-9, atol=1e-9)
    dense = balance(stated, errors, off, jacobian=lambda x: slope(x).toarray(), start=start)
    np.testing.assert_allclose(dense.adjusted, text.adjusted, rtol=1e-9, atol=1e-9)
    with pytest.raises(ValueError, match=r"^jacobian: shape \(1, 5\), expected \(2, 5\)$"):
        balance(stated, errors, off, jacobian=lambda x: slope(x)[:1], start=start)


def test_contradictions_are_named_up_to_five() -> None:
    fixed = [f"x = {i}" for i in range(2, 8)]
    with pytest.raises(ValueError) as error:
        balance({"x": 1.0}, {"x": 0.0}, fixed)
    worst = "; ".join(repr(text) for text in fixed[:0:-1])
    assert str(error.value) == (
        "the identities contradict each other or the fixed values, beginning with " + worst
    )


@pytest.mark.parametrize(
    ("ends", "bound", "violated"),
    [
        # a becomes 6
        ((0, 5), "a >= 1", ("a",)),
        ((7, 9), "a >= 1", ("a",)),
        ((5, 7), "a >= 1", ()),
        ((6, 6), "6 <= a <= 6.5", ()),
        ((6.000001, 9), "a >= 6.000001", ("a", "a >= 6.000001")),
        ((0, 5.999999), "a <= 5.999999", ("a", "a <= 5.999999")),
        ((0, 9), "a <= 6", ()),
    ],
)
def test_what_the_result_breaks_is_named(ends: tuple, bound: str, violated: tuple) -> None:
    quantities = [Quantity("a", *ends, best=5, error=1), Quantity("b", -9, 99, best=3, error=1)]
    system = System([*quantities, Quantity("c", best=11, error=1)], ["a + b = c", bound])
    assert balance(system).violated == violated


def test_rounding_breaks_nothing() -> None:
    """0.1 + 0.2 comes to a little more than 0.3, and their opposites to a little less than -0.3."""
    system = System(
        [
            *(Quantity(name, best=best, error=0) for name, best in (("a", 0.1), ("b", 0.2))),
            Quantity("sum", high=0.3),
            Quantity("less", low=-0.3),
        ],
        ["sum = a + b", "less = -a - b", "sum <= 0.3", "-a - b >= -0.3", "sum - b <= 0.1"],
    )
    assert balance(system).violated == ()


def test_bounds_take_no_part_but_are_reported() -> None:
    system = System(
        [
            Quantity("a", 0, 6, best=5, error=1),
            Quantity("b", best=3, error=1),
            Quantity("c", best=11, error=1),
        ],
        ["a + b = c", "a <= 5", "b >= 1"],
    )
    result = balance(system)
    np.testing.assert_allclose(result.adjusted, [6, 4, 10])
    assert result.identities == ("a + b = c",)
    assert result.ignored == ("a <= 5", "b >= 1")
    assert result.violated == ("a <= 5",)


TWO = {"a": 1, "b": 2}
ONE = Identity("one", ((1, (("a", 1),)), (-1, (("b", 1),))))


@pytest.mark.parametrize(
    ("arguments", "more", "message"),
    [
        # values and errors
        ((TWO, {"a": 1, "x": 1}, "a = b"), {}, "uncertainties: no such quantity: 'x'"),
        ((TWO, {"x": 1, "y": 1}, "a = b"), {}, "uncertainties: no such quantity: 'x', 'y'"),
        (
            (TWO, {"a": -1, "b": np.inf}, "a = b"),
            {},
            "uncertainties: negative or infinite for 'a', 'b'; leave out what is not measured",
        ),
        (
            ({"a": [1], "b": "two"}, 1, "a = b"),
            {},
            "values: a: [1] is not a number\nvalues: b: 'two' is not a number",
        ),
        (({"a": np.inf, "b": -np.inf}, 1, "a = b"), {}, "values: infinite for 'a', 'b'"),
        (
            (TWO, None, "a = b"),
            {},
            "uncertainties are missing: standard errors, half widths or a matrix",
        ),
        (
            (pd.DataFrame({"a": [1]}), 1, "a = 1"),
            {},
            "values: a frame needs the column value, and error unless given apart",
        ),
        (([1, 2], [1, 2, 3], [[1, 1]]), {}, "uncertainties: shape (3,), expected (2,)"),
        (([1, 2], 1, [[1, 1]]), {"names": ["a", "a"]}, "names: given more than once: 'a'"),
        (
            ([1, 2, 3, 4], 1, "a = b"),
            {"names": ["b", "a", "b", "a"]},
            "names: given more than once: 'b', 'a'",
        ),
        (([1, 2, 3], 1, "a = b"), {"names": ["a", "b"]}, "values: shape (3,), expected (2,)"),
        # covariance and correlation
        (
            ([1, 2], [[1, 2], [0, 1]], [[1, 1]]),
            {},
            "uncertainties: no covariance matrix (not symmetric, or negative)",
        ),
        (
            ([1, 2], [[1, 0.001], [0, 1]], [[1, 1]]),
            {},
            "uncertainties: no covariance matrix (not symmetric, or negative)",
        ),
        (
            ([1, 2], [[1, 0], [0, -1]], [[1, 1]]),
            {},
            "uncertainties: no covariance matrix (not symmetric, or negative)",
        ),
        (([1, 2], np.eye(3), [[1, 1]]), {}, "uncertainties: shape (3, 3), expected 2 columns"),
        (([1, 2], np.ones((3, 2)), [[1, 1]]), {}, "uncertainties: shape (3, 2), expected (2, 2)"),
        (
            ([1, 2], 1, [[1, 1]]),
            {"correlation": {("x1", "y"): 0.1, ("z", "x1"): 0.1}},
            "correlation: no such quantity: 'y', 'z'",
        ),
        *(
            (
                ([1, 2], 1, [[1, 1]]),
                {"correlation": wrong},
                "correlation: expected a symmetric 2 by 2 matrix within -1 and 1",
            )
            for wrong in (
                np.full((2, 2), 2),
                [[1, 0.5], [0.4, 1]],
                [[1, 0.5], [0.5 + 1e-6, 1]],
                [[1, -1.1], [-1.1, 1]],
                [[1, 0.5]],
                [[1, np.nan], [np.nan, 1]],
                {("x1", "x2"): 1.001},
            )
        ),
        (
            ([1, 2], 1, [[1, 1]]),
            {"correlation": np.eye(3)},
            "correlation: shape (3, 3), expected 2 columns",
        ),
        (
            (TWO, 1, "a = b"),
            {"correlation": pd.DataFrame(np.eye(2), list("az"), list("az"))},
            "correlation: no such quantity: 'z'",
        ),
        # identities
        ((TWO, 1, "a = c"), {}, "identity 'a = c' uses what is no quantity: 'c'"),
        (
            (TWO, 1, None),
            {},
            "identities are missing: a matrix, texts, Identity or a function",
        ),
        (([1, 2], 1, [[1, 1, 1]]), {}, "identities: shape (1, 3), expected 2 columns"),
        (([1, 2], 1, [1, 1]), {}, "identities: shape (2,), expected 2 columns"),
        (([1, 2], 1, [[1, np.nan]]), {}, "identities: a coefficient is not a finite number"),
        (([1, 2], 1, [[1, np.inf]]), {}, "identities: a coefficient is not a finite number"),
        (
            (TWO, 1, pd.DataFrame([[1, 1, 1]], columns=["a", "y", "z"])),
            {},
            "identities: no such quantity: 'y', 'z'",
        ),
        (([1, 2], 1, [[1, 1]], [1, 2]), {}, "right: expected 1 finite numbers"),
        (([1, 2], 1, [[1, 1]], [np.inf]), {}, "right: expected 1 finite numbers"),
        ((TWO, 1, "a = b", [1]), {}, "right belongs to a coefficient matrix"),
        ((TWO, 1, [ONE], [1]), {}, "right belongs to a coefficient matrix"),
        *(
            (
                (System([Quantity("a", best=1, error=1)], ["a = 2"]), *more),
                named,
                "a System brings its own uncertainties, identities and names",
            )
            for more, named in (
                ((1,), {}),
                ((None, "a = 1"), {}),
                ((None, None, [1]), {}),
                ((), {"names": ["a"]}),
            )
        ),
        # options
        (([1, 2], 1, [[1, 1]]), {"start": [1]}, "start: shape (1,), expected (2,)"),
        ((TWO, 1, "a = b"), {"start": {"q": 1}}, "start: no such quantity: 'q'"),
        *(
            (
                ([1, 2], 1, [[1, 1]]),
                {"coverage": wrong},
                f"coverage {wrong}: expected a probability between 0 and 1",
            )
            for wrong in (0, 1, 95)
        ),
        (
            ([1, 2], 1, [[1, 1]]),
            {"coverage": "normal"},
            "coverage 'normal': expected a probability, uniform, triangular",
        ),
        (
            ([1, 2], np.eye(2), [[1, 1]]),
            {"coverage": 0.95},
            "coverage belongs to half widths, not to a covariance matrix",
        ),
        *(
            (([1, 2], 1, [[1, 1]]), {"level": wrong}, f"level {wrong} is not between 0 and 1")
            for wrong in (0, 1, 5)
        ),
        (
            ([1, 2], 1, [[1, 1]]),
            {"solver": "fast"},
            "solver 'fast' is none of auto, dense, sparse",
        ),
        # what cannot be solved
        (
            ([1, 2], 1, [[1, 1], [1, 1]], [3, 4]),
            {},
            "the identities contradict each other or the fixed values, beginning with 'identity 2'",
        ),
        (
            (TWO, {"a": 0, "b": 0}, "a = b"),
            {},
            "the identities contradict each other or the fixed values, beginning with 'a = b'",
        ),
        (
            ({"x": 1}, 0, ["1000*x = 1100", "x = 1.5"]),
            {},
            "the identities contradict each other or the fixed values, beginning with "
            "'x = 1.5'; '1000*x = 1100'",
        ),
        (
            ({"a": 0, "b": 2}, 1, ["b = 2", *(f"{i}/a = b" for i in range(1, 7))]),
            {},
            "not defined at the values tried: 1/a = b, 2/a = b, 3/a = b, 4/a = b, 5/a = b; "
            "give another start",
        ),
        (
            ([1, 1], 1, lambda x: x[0] - x[1]),
            {"jacobian": lambda x: [[np.inf, -1]]},
            "not defined at the values tried: a derivative; give another start",
        ),
    ],
)
def test_wrong_arguments_are_named(arguments: tuple, more: dict, message: str) -> None:
    with pytest.raises(ValueError) as error:
        balance(*arguments, **more)
    assert str(error.value) == message


def test_errors_with_labels_find_their_quantities() -> None:
    """A frame in another order, or without a quantity; pairs in either order."""
    values = {"a": 5.0, "b": 3.0, "c": 9.0}
    covariance = pd.DataFrame(
        [[0.25, 0.05, 0], [0.05, 0.04, 0], [0, 0, 1]], list("abc"), list("abc")
    )
    expected = as_tuple(balance(values, covariance.to_numpy(), "a + b = c"))
    turned = covariance.loc[list("cab"), list("bca")]
    assert as_tuple(balance(values, turned, "a + b = c")) == pytest.approx(expected)
    errors = {"a": 0.5, "b": 0.2, "c": 1.0}
    for pair in (("a", "b"), ("b", "a")):
        paired = balance(values, errors, "a + b = c", correlation={pair: 0.5})
        assert as_tuple(paired) == pytest.approx(expected)
    frame = pd.DataFrame([[1, 0.5], [0.5, 1]], list("ba"), list("ba"))
    framed = balance(values, errors, "a + b = c", correlation=frame)
    assert as_tuple(framed) == pytest.approx(expected)
    # without c in the frame, or without its variance, c is not measured and follows
    without = covariance.loc[list("ab"), list("ab")]
    holed = covariance.to_numpy().copy()
    holed[2, 2] = np.nan
    for uncertainties in (without, holed, holed.tolist()):
        found = balance(values, uncertainties, "a + b = c")
        assert list(found.status) == ["free", "free", "found"]
        assert found["c"] == pytest.approx(8)
        assert found.adjusted_errors[2] == pytest.approx((0.25 + 0.04 + 0.1) ** 0.5)
    # a last digit that differs is no asymmetry
    near = covariance.to_numpy() + np.triu(np.full((3, 3), 1e-12), 1)
    assert as_tuple(balance(values, near, "a + b = c")) == pytest.approx(expected)


def test_what_a_frame_of_identities_leaves_out_has_no_part() -> None:
    frame = pd.DataFrame([[1, -1]], columns=["a", "b"])
    result = balance({"c": 7, "a": 10, "b": 12}, 1, frame)
    np.testing.assert_allclose(result.adjusted, [7, 11, 11])
    assert list(result.status) == ["free", "redundant", "redundant"]


def test_half_widths_of_a_system_are_divided_too() -> None:
    """At 95 % the half widths 1.96 and 3.92 are the errors 1 and 2."""
    wide = norm.isf(0.025)
    system = System(
        [Quantity("a", best=10, error=wide), Quantity("b", best=13, error=2 * wide)], ["a = b"]
    )
    result = balance(system, coverage=0.95)
    np.testing.assert_allclose(result.errors, [1, 2])
    np.testing.assert_allclose(result.adjusted, 10.6)


def test_frames_of_values_and_identities() -> None:
    frame = pd.DataFrame({"value": [10, 13], "error": [1, 2]}, index=["a", "b"])
    assert balance(frame, identities="a = b")["a"] == pytest.approx(10.6)
    # errors given apart go before those of the frame
    assert balance(frame, {"a": 2, "b": 1}, "a = b")["a"] == pytest.approx(12.4)
    assert balance(frame[["value"]], 1, "a = b")["a"] == pytest.approx(11.5)
    matrix = pd.DataFrame([[-1, 1]], columns=["b", "a"], index=[1927])
    result = balance(frame, identities=matrix, right=[1])
    assert result.identities == ("1927",)
    # a = b + 1: the gap of 4 is shared out 1 to 4
    assert result["a"] == pytest.approx(10.8)
    named = balance([10, 13], [1, 2], (ONE,), names=["a", "b"])
    assert (named.names, named.identities) == (("a", "b"), ("one",))
    assert named["a"] == pytest.approx(10.6)
    numbered = balance([10, 13], [1, 2], [[1, -1], [2, -2]])
    assert numbered.identities == ("identity 1", "identity 2")


@pytest.mark.parametrize(
    ("quantity", "more", "root"),
    [
        (Quantity("x", -3, -1), {}, -2),
        (Quantity("x", -1, 4), {}, 2),
        (Quantity("x", low=-9), {}, 2),
        (Quantity("x", -9, 9, best=-5), {}, -2),
        (Quantity("x", 1, 3), {"start": {"x": -1}}, -2),
        (Quantity("x", 1, 3), {"start": [-1]}, -2),
        (Quantity("x", 1, 3), {"start": -1}, -2),
    ],
)
def test_the_search_begins_where_it_is_told(quantity: Quantity, more: dict, root: float) -> None:
    """x^2 = 4 has two roots; the nearer one is found."""
    assert balance(System([quantity], ["x^2 = 4"]), **more)["x"] == pytest.approx(root)


def test_contradiction_in_a_large_block_is_named_too() -> None:
    matrix = network(1, 30, 10)
    with pytest.raises(ValueError, match=r"contradict .*'identity 1'"):
        balance(
            np.full(30, 5.0),
            1.0,
            np.vstack([matrix, matrix[:1]]),
            np.append(np.zeros(len(matrix)), 1.0),
            solver="sparse",
        )


def test_critical_values_are_those_of_the_level_asked_for() -> None:
    """One measured value is tested by one identity: all tests are that test."""
    result = balance({"a": 10.0, "b": None}, {"a": 0.5}, ["a = 9", "b = 2*a"], level=0.1)
    assert result.level == 0.1
    assert result.critical == pytest.approx(norm.isf(0.05))
    assert result.critical_sidak == pytest.approx(result.critical)
    assert result.critical_statistic == pytest.approx(norm.isf(0.05) ** 2)
    np.testing.assert_allclose(result.nodal, [2, np.nan])
    np.testing.assert_allclose(result.z, [-2, np.nan])
    assert result.suspects == ("a",)


def test_errors_left_out_leave_the_values() -> None:
    matrix, values, errors = random_case(9)
    for solver in ("dense", "sparse"):
        quick = balance(values, errors, matrix, errors=False, solver=solver)
        np.testing.assert_allclose(
            quick.adjusted, balance(values, errors, matrix).adjusted, atol=1e-9
        )
        assert np.isnan(quick.z).all() and np.isnan(quick.adjusted_errors).all()
        assert set(quick.status) == {"not asked for"}
        assert quick.freedom == 0 and np.isnan(quick.p_value) and np.isnan(quick.critical_statistic)


def test_a_large_block_against_the_same_network_cut_in_pieces() -> None:
    """Ten copies of a small network, tied into one block, agree with the small one.

    The ties are bought out: each is an identity with a quantity of its own that is not measured.
    """
    matrix, values, errors = random_case(11, 90, 30)
    small = balance(values, errors, matrix)
    copies = 10
    large = sparse.block_diag([matrix] * copies, format="csr")
    ties = sparse.csr_array(
        (np.ones(copies - 1), (range(copies - 1), range(0, 90 * (copies - 1), 90))),
        shape=(copies - 1, 90 * copies),
    )
    ties = ties + sparse.csr_array(
        (np.ones(copies - 1), (range(copies - 1), range(90, 90 * copies, 90))), shape=ties.shape
    )
    whole = sparse.block_array([[large, None], [ties, sparse.eye_array(copies - 1)]], format="csr")
    result = balance(
        np.concatenate([np.tile(values, copies), np.full(copies - 1, np.nan)]),
        np.concatenate([np.tile(errors, copies), np.ones(copies - 1)]),
        whole,
    )
    np.testing.assert_allclose(result.adjusted[: 90 * copies], np.tile(small.adjusted, copies))
    np.testing.assert_allclose(
        result.adjusted_errors[: 90 * copies], np.tile(small.adjusted_errors, copies), rtol=1e-4
    )
    assert result.freedom == copies * small.freedom
    assert set(result.status[90 * copies :]) == {"found"}
