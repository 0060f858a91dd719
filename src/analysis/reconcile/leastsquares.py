"""Least-squares adjustment of measurements to linear identities, in plain arrays.

The measured quantities x come with values y and covariance V, the unmeasured ones u with nothing;
all of them satisfy ``A (x, u) = b``. Wanted is the x nearest to y in the metric of V (Stone,
Champernowne and Meade 1942), and what it says about u.

A small block of quantities is solved densely: a QR decomposition with column pivoting projects the
unmeasured quantities out (Crowe, Garcia Campos and Hrymak 1983), a second one finds the
independent identities. A large block is solved by sparse factors of the matrix of the normal
equations. Blocks that share no quantity are solved one by one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.linalg import qr, solve_triangular
from scipy.sparse.csgraph import connected_components
from scipy.sparse.linalg import SuperLU, splu

from .selected import quadratic_forms

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

DENSE_LIMIT = 600
"""Blocks with more quantities or identities than this are solved by sparse factors."""

_EPSILON = float(np.finfo(float).eps)
_CONSISTENT = 1e-8
_BATCH = 256


class Inconsistent(ValueError):
    """Identities that no values of the adjustable quantities satisfy.

    Attributes:
        rows: the identities that stay violated, the worst first.
    """

    def __init__(self, rows: list[int]) -> None:
        self.rows = rows


@dataclass(frozen=True)
class Problem:
    """Measurements and linear identities.

    Attributes:
        matrix, constant: the identities ``matrix @ values = constant``.
        values: ``(n,)``; where nothing is measured, the point that the solution of undetermined
            quantities stays close to.
        measured: ``(n,)``; whether a quantity is measured.
        covariance: ``(n, n)``; zero rows where nothing is measured or the value is exact.
    """

    matrix: sparse.csr_array
    constant: Floats
    values: Floats
    measured: Flags
    covariance: sparse.csr_array


@dataclass
class Adjustment:
    """Solution of a :class:`Problem`.

    Attributes:
        values: ``(n,)``; adjusted values; where undetermined, one of many possible values.
        multipliers: ``(m,)``; ``values - y = covariance @ matrix.T @ multipliers``.
        observable: ``(n,)``; whether the value is determined; True for what is measured.
        redundant: ``(n,)``; whether the identities say anything about a measured value, by
            itself or by one that shares its error.
        variances: ``(n,)``; of the adjusted values; infinite where undetermined.
        adjustment_variances: ``(n,)``; of the adjustments; zero where not measured.
        freedom: number of independent identities between measured quantities.
    """

    values: Floats
    multipliers: Floats
    observable: Flags
    redundant: Flags
    variances: Floats
    adjustment_variances: Floats
    freedom: int


def blocks(matrix: sparse.csr_array, covariance: sparse.csr_array) -> list[tuple[NDArray, NDArray]]:
    """Identities and quantities that hang together, as pairs of sorted indices."""
    m = matrix.shape[0]
    pattern = sparse.csr_array((np.ones(matrix.nnz), matrix.indices, matrix.indptr), matrix.shape)
    graph = sparse.block_array([[None, pattern], [pattern.T, covariance]])
    _, label = connected_components(graph)
    order = np.argsort(label, kind="stable")
    members = np.split(order, np.cumsum(np.bincount(label))[:-1])
    return [(each[each < m], each[each >= m] - m) for each in members]


def _parts(problem: Problem) -> Iterator[tuple[NDArray, NDArray, Problem]]:
    """Each block that has both identities and quantities, as a problem of its own."""
    for rows, columns in blocks(problem.matrix, problem.covariance):
        if len(rows) and len(columns):
            yield (
                rows,
                columns,
                Problem(
                    problem.matrix[rows][:, columns],
                    problem.constant[rows],
                    problem.values[columns],
                    problem.measured[columns],
                    problem.covariance[columns][:, columns],
                ),
            )


def solve(problem: Problem, solver: str, variances: bool) -> Adjustment:
    """The least-squares adjustment.

    Args:
        problem: measurements and identities.
        solver: ``dense`` or ``sparse`` for every block, ``auto`` by size.
        variances: False leaves out what costs most at scale: ``variances``,
            ``adjustment_variances``, ``redundant``, ``freedom`` and, in a sparse block,
            ``observable`` then say nothing.

    Raises:
        Inconsistent: no values satisfy the identities.
    """
    m, n = problem.matrix.shape
    result = Adjustment(
        values=problem.values.copy(),
        multipliers=np.zeros(m),
        observable=problem.measured.copy(),
        redundant=np.zeros(n, dtype=bool),
        variances=np.where(problem.measured, problem.covariance.diagonal(), np.inf),
        adjustment_variances=np.zeros(n),
        freedom=0,
    )
    empty = np.flatnonzero((np.diff(problem.matrix.indptr) == 0) & (problem.constant != 0))
    if len(empty):
        raise Inconsistent(empty.tolist())
    for rows, columns, part in _parts(problem):
        dense = solver == "dense" or (solver == "auto" and max(part.matrix.shape) <= DENSE_LIMIT)
        try:
            solved = _Dense(part).solve() if dense else _Sparse(part).solve(variances)
        except Inconsistent as error:
            raise Inconsistent([int(rows[i]) for i in error.rows]) from None
        result.values[columns] = solved.values
        result.multipliers[rows] = solved.multipliers
        result.observable[columns] = solved.observable
        result.redundant[columns] = solved.redundant
        result.variances[columns] = solved.variances
        result.adjustment_variances[columns] = solved.adjustment_variances
        result.freedom += solved.freedom
    return result


def _check(problem: Problem, values: Floats, unit: Floats) -> None:
    """Refuse values that leave an identity violated by more than rounding.

    Args:
        unit: per identity, what one standard error of its quantities comes to.
    """
    residual = np.abs(problem.matrix @ values - problem.constant)
    size = abs(problem.matrix) @ np.abs(values) + np.abs(problem.constant) + unit
    # what the adjustment started from counts too: differences of large numbers cancel
    size = size + abs(problem.matrix) @ np.abs(problem.values)
    bad = np.flatnonzero(residual > _CONSISTENT * size)
    if len(bad):
        worst = np.argsort(-residual[bad] / size[bad], kind="stable")
        raise Inconsistent([int(i) for i in bad[worst]])


def _scales(matrix: Floats, deviation: Floats, measured: Flags) -> tuple[Floats, Floats, Floats]:
    """Factors for rows and columns that make units irrelevant to the decisions on rank.

    Measured quantities bring a unit, their error; it passes through the identities to the
    unmeasured ones.

    Returns:
        Factors of the rows and of the columns, and what one error comes to in each row.
    """
    size = np.abs(matrix)
    row, column = np.zeros(matrix.shape[0]), deviation.copy()
    while True:
        height = (size * column).max(axis=1)
        fresh = (row == 0) & (height > 0)
        row[fresh] = 1 / height[fresh]
        waiting = ~measured & (column == 0)
        width = (size * row[:, None]).max(axis=0)
        reached = waiting & (width > 0)
        column[reached] = 1 / width[reached]
        if reached.any():
            continue
        cut_off = np.flatnonzero(waiting & (size.max(axis=0) > 0))
        if not len(cut_off):
            break
        column[cut_off[0]] = 1 / size[:, cut_off[0]].max()
    # a row of nothing but exact values decides nothing, whatever its factor
    return np.where(row > 0, row, 1.0), np.where(column > 0, column, 1.0), height


def _rank(r: Floats, origin: Floats) -> int:
    """Rank by the triangle of a pivoted QR decomposition.

    Args:
        origin: what was decomposed, or what that is a projection of: beside the longest of its
            columns, what rounding leaves of a projection to zero counts as nothing.
    """
    size = np.linalg.norm(origin, axis=0).max(initial=0)
    return int((np.abs(np.diagonal(r)) > size * max(r.shape) * 8 * _EPSILON).sum())


class _Dense:
    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        matrix = problem.matrix.toarray()
        measured = problem.measured
        self.covariance = problem.covariance.toarray()[np.ix_(measured, measured)]
        deviation = np.zeros(len(measured))
        deviation[measured] = np.sqrt(np.diagonal(self.covariance))
        self.row, column, self.unit = _scales(matrix, deviation, measured)
        matrix = matrix * self.row[:, None]
        self.known = matrix[:, measured]
        self.column = column[~measured]
        self.unknown = matrix[:, ~measured] * self.column
        self.deviation = deviation[measured]
        # covariance = root @ root.T
        self.root = _root(self.covariance, self.deviation)

    def solve(self) -> Adjustment:
        problem, known = self.problem, self.known
        measured, y = problem.measured, problem.values[problem.measured]
        origin = problem.values[~measured]
        target = problem.constant * self.row

        q, r, order = qr(self.unknown, pivoting=True)
        rank = _rank(r, self.unknown)
        project = q[:, rank:].T
        balance = project @ known
        spread = balance @ self.root
        ortho, upper, pick = qr(spread.T, mode="economic", pivoting=True)
        freedom = _rank(upper, (known @ self.root).T)
        space = ortho[:, :freedom]
        miss = (project @ target - balance @ y)[pick[:freedom]]
        upper = upper[:freedom, :freedom]
        along = solve_triangular(upper, miss, trans="T")
        force = np.zeros(len(pick))
        force[pick[:freedom]] = solve_triangular(upper, along)
        x = y + self.root @ (space @ along)

        left = q[:, :rank].T
        corner = r[:rank, :rank]
        basic = order[:rank]
        u = origin.copy()
        ahead = target - known @ x - self.unknown @ (origin / self.column)
        u[basic] += self.column[basic] * solve_triangular(corner, left @ ahead)
        loose = np.abs(solve_triangular(corner, r[:rank, rank:])).max(axis=1, initial=0) > 1e-9
        seen = np.zeros(len(u), dtype=bool)
        seen[basic] = ~loose

        values = problem.values.copy()
        values[measured], values[~measured] = x, u
        _check(problem, values, self.unit)

        # (I - space space') is what the identities leave of the errors
        left_over = self.root - (self.root @ space) @ space.T
        taken = self.root @ space
        variances = np.empty(len(values))
        of_x = np.minimum((left_over**2).sum(axis=1), self.deviation**2)
        variances[measured] = np.where(of_x > (1e-13 * self.deviation) ** 2, of_x, 0.0)
        inverse = solve_triangular(corner, left) * self.column[basic, None]
        of_u = np.empty(len(u))
        of_u[basic] = _square(inverse, known, left_over, self.root)
        of_u[~seen] = np.inf
        variances[~measured] = of_u
        adjustment_variances = np.zeros(len(values))
        adjustment_variances[measured] = np.minimum((taken**2).sum(axis=1), self.deviation**2)
        redundant = measured.copy()
        # a value that no identity tests still moves with one that shares its error
        reach = (np.abs(known) @ np.abs(self.covariance)).max(axis=0)
        moved = np.abs(balance @ self.covariance).max(axis=0, initial=0)
        redundant[measured] = moved > 1e-9 * reach
        observable = measured.copy()
        observable[~measured] = seen
        return Adjustment(
            values,
            (project.T @ force) * self.row,
            observable,
            redundant,
            variances,
            adjustment_variances,
            freedom,
        )


def _square(inverse: Floats, known: Floats, left_over: Floats, root: Floats) -> Floats:
    """Variances of what is carried over from measured values; rounding noise counts as nothing."""
    result = ((inverse @ known @ left_over) ** 2).sum(axis=1)
    noise = 1e-13 * (np.abs(inverse) @ np.abs(known) @ np.abs(root)).sum(axis=1)
    return np.where(result > noise**2, result, 0.0)


def _root(covariance: Floats, deviation: Floats) -> Floats:
    """A root of a covariance matrix: itself times its transpose."""
    if np.count_nonzero(covariance - np.diag(np.diagonal(covariance))) == 0:
        return np.diag(deviation)
    scale = np.where(deviation > 0, deviation, 1.0)
    value, vector = np.linalg.eigh(covariance / np.outer(scale, scale))
    return np.asarray(scale[:, None] * vector * np.sqrt(np.clip(value, 0, None)))


class _Sparse:
    """The normal equations ``(A V A') l + C u = b - A y, C' l = 0`` by sparse factors.

    A touch of regularisation lets dependent identities and undetermined quantities through;
    iterative refinement takes its effect out again.
    """

    _TOUCH = 1e-11

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        measured = problem.measured
        self.covariance = problem.covariance[measured][:, measured]
        matrix = problem.matrix
        normal = matrix[:, measured] @ self.covariance @ matrix[:, measured].T
        height = self.unit = np.sqrt(normal.diagonal())
        tall = abs(matrix).max(axis=1).toarray().ravel()
        height = np.where(height > 0, height, np.where(tall > 0, tall, 1.0))
        self.row = 1 / height
        scaled = sparse.diags_array(self.row) @ matrix
        self.known = sparse.csr_array(scaled[:, measured])
        unknown = sparse.csc_array(scaled[:, ~measured])
        largest = abs(unknown).max(axis=0).toarray().ravel()
        self.column = 1 / np.where(largest > 0, largest, 1.0)
        self.unknown = unknown @ sparse.diags_array(self.column)
        self.normal = self.known @ self.covariance @ self.known.T
        self.m, self.free = self.unknown.shape
        self.system = sparse.block_array(
            [[self.normal, self.unknown], [self.unknown.T, None]], format="csc"
        )
        signed = np.repeat([self._TOUCH, -self._TOUCH], [self.m, self.free])
        self.factors = _factor(self.system + sparse.diags_array(signed), exchange=0.01)

    def refined(self, right: Floats, rounds: int) -> Floats:
        result = self.factors.solve(right)
        for _ in range(rounds):
            result += self.factors.solve(right - self.system @ result)
        return np.asarray(result)

    def solve(self, variances: bool) -> Adjustment:
        problem = self.problem
        measured, y = problem.measured, problem.values[problem.measured]
        origin = problem.values[~measured]
        miss = problem.constant * self.row - self.known @ y
        miss = miss - self.unknown @ (origin / self.column)
        solved = self.refined(np.concatenate([miss, np.zeros(self.free)]), 6)
        force = solved[: self.m]
        values = problem.values.copy()
        values[measured] = y + self.covariance @ (self.known.T @ force)
        values[~measured] = origin + self.column * solved[self.m :]
        _check(problem, values, self.unit)
        n = len(values)
        result = Adjustment(
            values,
            force * self.row,
            np.ones(n, dtype=bool),
            measured.copy(),
            np.full(n, np.nan),
            np.zeros(n),
            0,
        )
        if variances:
            self.add_variances(result)
        return result

    def add_variances(self, result: Adjustment) -> None:
        """What the identities leave of the errors."""
        measured = self.problem.measured
        prior = self.covariance.diagonal()
        diagonal = self.covariance.nnz == np.count_nonzero(prior)
        rows = self.between_measured()
        if diagonal and rows is not None:
            taken, freedom = self.independent(rows)
        else:
            taken, freedom = self.one_by_one()
        tested, seen = self.probe()
        taken = np.where(tested, np.clip(taken, 0, prior), 0.0)
        left = prior - taken
        result.adjustment_variances[measured] = taken
        result.variances[measured] = np.where(left > 1e-12 * prior, left, 0.0)
        result.redundant[measured] = tested
        result.freedom = round(freedom)
        result.observable[~measured] = seen
        result.variances[~measured] = np.where(seen, self.of_unknown(), np.inf)

    def between_measured(self) -> Flags | None:
        """The identities left when those are given up that settle an unmeasured quantity.

        An unmeasured quantity that stands in one identity only makes that identity say nothing
        about the others, and so on. None if unmeasured quantities are left over.
        """
        pattern = sparse.csc_array(self.unknown != 0).astype(int)
        rows = np.ones(self.m, dtype=bool)
        while True:
            uses = pattern.T @ rows.astype(int)
            single = np.flatnonzero(uses == 1)
            if not len(single):
                return None if uses.any() else rows
            rows &= (pattern[:, single] @ np.ones(len(single), dtype=int)) == 0

    def independent(self, rows: Flags) -> tuple[Floats, float]:
        """Variances of the adjustments and degrees of freedom from identities between measured."""
        known, whole = self.known[rows], self.normal[rows][:, rows]
        if not whole.count_nonzero():
            return np.zeros(known.shape[1]), 0.0
        # identities that follow from earlier ones leave no pivot
        touched = _factor(whole + 1e-14 * sparse.eye_array(len(whole.indptr) - 1), exchange=0.0)
        keep = np.abs(touched.U.diagonal()[touched.perm_c]) > 1e-11
        normal = whole[keep][:, keep]
        carried = known[keep] @ self.covariance
        forms = quadratic_forms(_factor(normal, exchange=0.0), normal, carried)
        return forms, float(keep.sum())

    def one_by_one(self) -> tuple[Floats, float]:
        """The same with a solution per quantity, whatever is correlated or not measured."""
        carried = sparse.csc_array(self.known @ self.covariance)
        own = sparse.csc_array(self.known)
        count = carried.shape[1]
        taken, freedom = np.zeros(count), 0.0
        for first in range(0, count, _BATCH):
            some = slice(first, min(first + _BATCH, count))
            right = np.zeros((self.m + self.free, some.stop - first))
            right[: self.m] = carried[:, some].toarray()
            solved = self.refined(right, 1)[: self.m]
            taken[some] = (right[: self.m] * solved).sum(axis=0)
            freedom += float(own[:, some].multiply(solved).sum())
        return taken, freedom

    def of_unknown(self) -> Floats:
        """Variances of the unmeasured quantities; without meaning where they are undetermined."""
        result = np.zeros(self.free)
        for first in range(0, self.free, _BATCH):
            row = self.m + np.arange(first, min(first + _BATCH, self.free))
            column = np.arange(len(row))
            right = np.zeros((self.m + self.free, len(row)))
            right[row, column] = 1
            result[row - self.m] = -self.refined(right, 1)[row, column]
        return np.asarray(np.clip(result, 0, None) * self.column**2)

    def probe(self) -> tuple[Flags, Flags]:
        """Which measured quantities are tested, which unmeasured ones determined.

        Other measurements would move the adjustment of every tested quantity, and starting from
        elsewhere would move every undetermined one: one random vector finds them all.
        """
        random = np.random.default_rng(0)
        deviation = np.sqrt(self.covariance.diagonal())
        shift = random.uniform(1, 2, self.free)
        other = random.uniform(1, 2, len(deviation))
        right = np.zeros((self.m + self.free, 2))
        right[: self.m, 0] = self.known @ (deviation * other)
        right[: self.m, 1] = -(self.unknown @ shift)
        solved = self.refined(right, 6)
        moved = self.covariance @ (self.known.T @ solved[: self.m, 0])
        # in units of one error in each identity the multipliers are of the order of one
        reach = abs(self.covariance) @ (abs(self.known).T @ np.ones(self.m))
        tested = np.abs(moved) > 1e-9 * reach
        seen = np.abs(shift + solved[self.m :, 1]) < 1e-6
        return tested, seen


def _factor(matrix: sparse.sparray, exchange: float) -> SuperLU:
    return splu(
        sparse.csc_array(matrix),
        permc_spec="MMD_AT_PLUS_A",
        diag_pivot_thresh=exchange,
        options={"SymmetricMode": True},
    )


@dataclass(frozen=True)
class Covariance:
    """Covariance matrix of all adjusted values, made when it is asked for."""

    problem: Problem
    observable: Flags

    @cached_property
    def matrix(self) -> Floats:
        """``(n, n)``; NaN where a quantity is undetermined."""
        result = self.problem.covariance.toarray()
        for _, columns, part in _parts(self.problem):
            result[np.ix_(columns, columns)] = _covariance(part)
        result[~self.observable] = np.nan
        result[:, ~self.observable] = np.nan
        return result


def _covariance(problem: Problem) -> Floats:
    dense = _Dense(problem)
    measured = problem.measured
    q, r, order = qr(dense.unknown, pivoting=True)
    rank = _rank(r, dense.unknown)
    spread = q[:, rank:].T @ dense.known @ dense.root
    ortho, upper, _ = qr(spread.T, mode="economic", pivoting=True)
    space = ortho[:, : _rank(upper, (dense.known @ dense.root).T)]
    left_over = dense.root - (dense.root @ space) @ space.T
    basic = order[:rank]
    carry = np.zeros((len(order), dense.known.shape[1]))
    carry[basic] = -dense.column[basic, None] * solve_triangular(
        r[:rank, :rank], q[:, :rank].T @ dense.known
    )
    half = np.empty((len(measured), left_over.shape[1]))
    half[measured] = left_over
    half[~measured] = carry @ left_over
    return np.asarray(half @ half.T)
