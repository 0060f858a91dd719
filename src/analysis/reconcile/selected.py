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


def quadratic_forms(factors: SuperLU, vectors: sparse.csc_array) -> Floats:
    """``v @ inverse @ v`` for each column v.

    Args:
        factors: of a symmetric matrix, without row exchanges of their own (``perm_r`` equals
            ``perm_c``).
        vectors: ``(n, k)``; all rows where a column is not zero must be neighbours in the matrix,
            as those of ``A`` are in ``A @ A.T``.

    Returns:
        ``(k,)``.

    Raises:
        LookupError: an entry is needed where the factors hold nothing.
    """
    place = factors.perm_c
    lower = sparse.csc_array(factors.L)
    lower.sort_indices()
    pivots = factors.U.diagonal()
    where, first = _supernodes(lower)
    vectors = sparse.csc_array(vectors)
    rows = place[vectors.indices]
    starts = vectors.indptr
    # each vector is settled where the first of its rows is eliminated: the others are in that front
    used = np.flatnonzero(np.diff(starts))
    head = np.minimum.reduceat(rows, starts[used]) if len(used) else np.zeros(0, dtype=int)
    node_of = np.repeat(np.arange(len(first) - 1), np.diff(first))
    asked: dict[int, list[int]] = {}
    for vector, home in zip(used, node_of[head], strict=True):
        asked.setdefault(int(home), []).append(int(vector))

    result = np.zeros(vectors.shape[1])
    fronts: dict[int, tuple[NDArray, Floats]] = {}
    front: Floats
    waiting = [0] * len(first)
    parents = [int(node_of[below[0]]) if len(below) else -1 for below in where]
    for parent in parents:
        if parent >= 0:
            waiting[parent] += 1
    for node in reversed(range(len(where))):
        begin, end = int(first[node]), int(first[node + 1])
        own, below = np.arange(begin, end), where[node]
        block = lower[:, begin:end].toarray() if end - begin > 8 else None
        if block is not None:
            triangle, under = block[begin:end], block[below]
        else:
            triangle, under = _columns(lower, begin, end, below)
        inverse = np.linalg.inv(triangle)
        corner = (inverse.T / pivots[begin:end]) @ inverse
        if len(below):
            outer, values = fronts[parents[node]]
            at = _find(below, outer)
            part = values[np.ix_(at, at)]
            carry = under @ inverse
            side = -part @ carry
            front = np.empty((len(own) + len(below),) * 2)
            k = len(own)
            front[k:, k:] = part
            front[k:, :k] = side
            front[:k, k:] = side.T
            front[:k, :k] = corner - carry.T @ side
            waiting[parents[node]] -= 1
            if not waiting[parents[node]]:
                del fronts[parents[node]]
        else:
            front = corner
        names = np.concatenate([own, below])
        for k in asked.get(node, ()):
            some = slice(starts[k], starts[k + 1])
            at = _find(rows[some], names)
            v = vectors.data[some]
            result[k] = v @ front[np.ix_(at, at)] @ v
        if waiting[node]:
            fronts[node] = (names, front)
    return result


def _find(wanted: NDArray, sorted_names: NDArray) -> NDArray:
    at = np.minimum(np.searchsorted(sorted_names, wanted), len(sorted_names) - 1)
    if (sorted_names[at] != wanted).any():
        raise LookupError("an entry of the inverse is needed where the factors hold nothing")
    return at


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


def _supernodes(lower: sparse.csc_array) -> tuple[list[NDArray], NDArray]:
    """Runs of columns that share a pattern: rows below each run, and where the runs begin."""
    n = lower.shape[0]
    counts = np.diff(lower.indptr)
    second = np.full(n, -1)
    tall = counts > 1
    second[tall] = lower.indices[lower.indptr[:-1][tall] + 1]
    same = (second[:-1] == np.arange(1, n)) & (counts[:-1] == counts[1:] + 1)
    first = np.concatenate([[0], np.flatnonzero(~same) + 1, [n]])
    last = first[1:] - 1
    where = [lower.indices[lower.indptr[j] + 1 : lower.indptr[j + 1]].astype(np.intp) for j in last]
    return where, first
