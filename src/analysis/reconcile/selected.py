"""Entries of the inverse of a sparse symmetric matrix where they are needed, and only there.

Takahashi, Fagan and Chen (1973): the inverse at the places where the factors are not zero follows
from the factors, from the last column to the first, without the rest of the inverse. Columns with
the same pattern are taken together.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse.linalg import SuperLU

Floats = NDArray[np.float64]


def quadratic_forms(factors: SuperLU, matrix: sparse.sparray, vectors: sparse.sparray) -> Floats:
    """``v @ inverse @ v`` for each column v.

    Args:
        factors: of the matrix, without row exchanges of their own (``perm_r`` equals ``perm_c``).
        matrix: ``(n, n)``, symmetric.
        vectors: ``(n, k)``, not all of them zero.

    Returns:
        ``(k,)``.
    """
    place = factors.perm_c
    lower = sparse.csc_array(factors.L)
    lower.sort_indices()
    pivots = factors.U.diagonal()
    where, first = _supernodes(_pattern(matrix, vectors, place))
    vectors = sparse.csc_array(vectors)
    rows = place[vectors.indices]
    starts = vectors.indptr
    # each vector is settled where the first of its rows is eliminated: the others are in that front
    used = np.flatnonzero(np.diff(starts))
    head = np.minimum.reduceat(rows, starts[used])
    node_of = np.repeat(np.arange(len(first) - 1), np.diff(first))
    asked: dict[int, list[int]] = {}
    for vector, home in zip(used, node_of[head], strict=True):
        asked.setdefault(int(home), []).append(int(vector))

    result = np.zeros(vectors.shape[1])
    fronts: dict[int, tuple[NDArray, Floats]] = {}
    front: Floats
    waiting = [0] * len(first)
    for below in where:
        if len(below):
            waiting[node_of[below[0]]] += 1
    for node in reversed(range(len(where))):
        begin, end = int(first[node]), int(first[node + 1])
        own, below = np.arange(begin, end), where[node]
        triangle, under = _columns(lower, begin, end, below)
        inverse = np.linalg.inv(triangle)
        corner = (inverse.T / pivots[begin:end]) @ inverse
        if len(below):
            parent = int(node_of[below[0]])
            outer, values = fronts[parent]
            at = np.searchsorted(outer, below)
            part = values[np.ix_(at, at)]
            carry = under @ inverse
            side = -part @ carry
            front = np.empty((len(own) + len(below),) * 2)
            k = len(own)
            front[k:, k:] = part
            front[k:, :k] = side
            front[:k, k:] = side.T
            front[:k, :k] = corner - carry.T @ side
            waiting[parent] -= 1
            if not waiting[parent]:
                del fronts[parent]
        else:
            front = corner
        names = np.concatenate([own, below])
        for k in asked.get(node, ()):
            some = slice(starts[k], starts[k + 1])
            at = np.searchsorted(names, rows[some])
            v = vectors.data[some]
            result[k] = v @ front[np.ix_(at, at)] @ v
        if waiting[node]:
            fronts[node] = (names, front)
    return result


def _columns(
    lower: sparse.csc_array, begin: int, end: int, below: NDArray
) -> tuple[Floats, Floats]:
    k = end - begin
    triangle, under = np.zeros((k, k)), np.zeros((len(below), k))
    for j in range(k):
        some = slice(lower.indptr[begin + j], lower.indptr[begin + j + 1])
        rows, data = lower.indices[some], lower.data[some]
        cut = np.searchsorted(rows, end)
        triangle[rows[:cut] - begin, j] = data[:cut]
        under[np.searchsorted(below, rows[cut:]), j] = data[cut:]
    return triangle, under


def _pattern(matrix: sparse.sparray, vectors: sparse.sparray, place: NDArray) -> list[NDArray]:
    """Rows below the diagonal that each column of the factors may fill, in order.

    The factors themselves do not tell: they leave out what happens to cancel.
    """
    reach = abs(sparse.csr_array(vectors))
    reach.data[:] = 1
    coupled = sparse.coo_array(abs(sparse.csr_array(matrix)) + reach @ reach.T)
    rows, columns = place[coupled.row], place[coupled.col]
    n = matrix.shape[0]
    below = sparse.coo_array(
        (np.ones(len(rows)), (np.maximum(rows, columns), np.minimum(rows, columns))), (n, n)
    ).tocsc()
    filled: list[NDArray] = []
    children: list[list[int]] = [[] for _ in range(n)]
    for j in range(n):
        own = below.indices[below.indptr[j] : below.indptr[j + 1]]
        parts = [own[own > j], *(filled[child][1:] for child in children[j])]
        rows_of_j = np.unique(np.concatenate(parts))
        filled.append(rows_of_j.astype(np.intp))
        if len(rows_of_j):
            children[int(rows_of_j[0])].append(j)
    return filled


def _supernodes(filled: list[NDArray]) -> tuple[list[NDArray], NDArray]:
    """Runs of columns that share a pattern: rows below each run, and where the runs begin."""
    n = len(filled)
    counts = np.array([len(rows) for rows in filled])
    parent = np.array([rows[0] if len(rows) else -1 for rows in filled])
    same = (parent[:-1] == np.arange(1, n)) & (counts[:-1] == counts[1:] + 1)
    first = np.concatenate([[0], np.flatnonzero(~same) + 1, [n]])
    return [filled[last - 1] for last in first[1:]], first
