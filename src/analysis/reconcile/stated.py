"""What a caller states, in any of the forms that :func:`.balance.balance` takes, as one task."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike
from scipy import sparse
from scipy.special import ndtri

from .leastsquares import Flags, Floats
from .system import Identity, Quantity, System

Function = Callable[[Floats], ArrayLike]


@dataclass
class Task:
    """What all ways to call :func:`balance` come down to."""

    names: tuple[str, ...]
    values: Floats
    measured: Flags
    covariance: sparse.csr_array
    start: Floats
    identities: tuple[str, ...]
    residual: Callable[[Floats], Floats]
    jacobian: Callable[[Floats], sparse.csr_array]
    linear: bool
    system: System | None = None
    ignored: tuple[Identity, ...] = ()


def read(
    values: Any,
    uncertainties: Any,
    identities: Any,
    right: ArrayLike | None,
    jacobian: Function | None,
    start: Any,
    names: Sequence[str] | None,
    coverage: float | str | None,
) -> Task:
    """The task; arguments and errors as in :func:`.balance.balance`."""
    if isinstance(values, System):
        given = [what is not None for what in (uncertainties, identities, right, names)]
        if any(given):
            raise ValueError("a System brings its own uncertainties, identities and names")
        system = values
        labels = system.names
        stated = system.best
        covariance, known = _covariance(system.error, labels, coverage)
    else:
        if hasattr(values, "columns"):
            values, uncertainties = _columns(values, uncertainties)
        labels = _labels(values, identities, names)
        stated = _vector(values, labels, "values")
        if uncertainties is None:
            raise ValueError("uncertainties are missing: standard errors, half widths or a matrix")
        covariance, known = _covariance(uncertainties, labels, coverage)
        system = None
        if _spoken(identities):
            each = [identities] if isinstance(identities, str | Identity) else list(identities)
            system = System([Quantity(name) for name in labels], each)
        elif identities is None:
            raise ValueError("identities are missing: a matrix, texts, Identity or a function")
    measured = known & ~np.isnan(stated)
    if np.isinf(stated).any():
        bad = [name for name, value in zip(labels, stated, strict=True) if math.isinf(value)]
        raise ValueError(f"values: infinite for {', '.join(map(repr, bad))}")
    keep = sparse.diags_array(measured.astype(float))
    covariance = sparse.csr_array(keep @ covariance @ keep)
    covariance.eliminate_zeros()
    begin = np.ones(len(labels))
    if system is not None and isinstance(values, System):
        closed = np.isfinite(system.low) & np.isfinite(system.high)
        middle = np.ones(len(labels))
        middle[closed] = (system.low[closed] + system.high[closed]) / 2
        begin = np.where(np.isnan(stated), middle, stated)
    if start is not None:
        begin = _vector(start, labels, "start", begin)
    common: dict[str, Any] = {
        "names": labels,
        "values": stated,
        "measured": measured,
        "covariance": covariance,
        "start": begin,
    }
    if system is not None:
        if right is not None:
            raise ValueError("right belongs to a coefficient matrix")
        equations = tuple(each for each in system.identities if each.low == each.high)
        ignored = tuple(each for each in system.identities if each.low != each.high)
        equal = System(system.quantities, equations)
        return Task(
            **common,
            identities=tuple(each.name for each in equations),
            residual=lambda x: equal.sums(x) - equal.flat.low,
            jacobian=equal.jacobian,
            linear=equal.linear,
            system=equal,
            ignored=ignored,
        )
    if callable(identities):
        return _from_function(common, identities, jacobian)
    matrix = _matrix(identities, labels)
    constant = np.zeros(matrix.shape[0]) if right is None else np.asarray(right, dtype=float)
    if constant.shape != (matrix.shape[0],) or not np.isfinite(constant).all():
        raise ValueError(f"right: expected {matrix.shape[0]} finite numbers")
    framed = hasattr(identities, "columns")
    called = tuple(map(str, identities.index)) if framed else _numbered("identity ", len(constant))
    return Task(
        **common,
        identities=called,
        residual=lambda x: matrix @ x - constant,
        jacobian=lambda x: matrix,
        linear=True,
    )


def _columns(frame: Any, uncertainties: Any) -> tuple[Any, Any]:
    """Values and errors of a frame with the columns value, error, and quantity or an index."""
    if "value" not in frame.columns:
        raise ValueError("values: a frame needs the column value, and error unless given apart")
    if "quantity" in frame.columns:
        frame = frame.set_index("quantity")
    if uncertainties is None and "error" in frame.columns:
        uncertainties = frame["error"]
    return frame["value"], uncertainties


def _spoken(identities: Any) -> bool:
    if isinstance(identities, str | Identity):
        return True
    return isinstance(identities, list | tuple) and any(
        isinstance(each, str | Identity) for each in identities
    )


def _from_function(common: dict[str, Any], function: Function, jacobian: Function | None) -> Task:
    point = np.where(common["measured"], common["values"], common["start"])
    deviation = np.sqrt(common["covariance"].diagonal())
    count = len(np.atleast_1d(np.asarray(function(point), dtype=float)))

    def residual(x: Floats) -> Floats:
        return np.atleast_1d(np.asarray(function(x), dtype=float))

    def slope(x: Floats) -> sparse.csr_array:
        if jacobian is not None:
            given: Any = jacobian(x)
            if not sparse.issparse(given):
                given = np.atleast_2d(np.asarray(given, dtype=float))
            matrix = sparse.csr_array(given)
            if matrix.shape != (count, len(x)):
                raise ValueError(f"jacobian: shape {matrix.shape}, expected {(count, len(x))}")
            return matrix
        size = np.maximum(np.abs(x), deviation)
        width = np.cbrt(np.finfo(float).eps) * np.where(size > 0, size, 1.0)
        columns = []
        for i, h in enumerate(width):
            ahead, back = x.copy(), x.copy()
            ahead[i] += h
            back[i] -= h
            columns.append((residual(ahead) - residual(back)) / (ahead[i] - back[i]))
        return sparse.csr_array(np.array(columns).T.reshape(count, len(x)))

    return Task(
        **common,
        identities=_numbered("identity ", count),
        residual=residual,
        jacobian=slope,
        linear=False,
    )


def _numbered(word: str, count: int) -> tuple[str, ...]:
    return tuple(f"{word}{i + 1}" for i in range(count))


def _labels(values: Any, identities: Any, names: Sequence[str] | None) -> tuple[str, ...]:
    if names is not None:
        labels = tuple(map(str, names))
    elif isinstance(values, Mapping):
        labels = tuple(map(str, values))
    elif hasattr(values, "to_dict"):
        labels = tuple(map(str, values.index))
    else:
        count = len(np.atleast_1d(np.asarray(values, dtype=float)))
        columns = getattr(identities, "columns", None)
        labels = tuple(map(str, columns)) if columns is not None else _numbered("x", count)
    twice = [name for name, times in Counter(labels).items() if times > 1]
    if twice:
        raise ValueError(f"names: given more than once: {', '.join(map(repr, twice))}")
    return labels


def _vector(given: Any, labels: tuple[str, ...], what: str, default: Any = None) -> Floats:
    if hasattr(given, "to_dict"):
        given = {str(name): value for name, value in given.to_dict().items()}
    if isinstance(given, Mapping):
        unknown = [str(name) for name in given if str(name) not in set(labels)]
        if unknown:
            raise ValueError(f"{what}: no such quantity: {', '.join(map(repr, unknown))}")
        base = np.full(len(labels), np.nan) if default is None else np.array(default, dtype=float)
        faults = []
        for i, name in enumerate(labels):
            value = given.get(name)
            if value is None:
                continue
            try:
                base[i] = float(value)
            except (TypeError, ValueError):
                faults.append(f"{what}: {name}: {value!r} is not a number")
        if faults:
            raise ValueError("\n".join(faults))
        return base
    array = np.asarray(given, dtype=float)
    if array.ndim == 0:
        return np.full(len(labels), float(array))
    if array.shape != (len(labels),):
        raise ValueError(f"{what}: shape {array.shape}, expected ({len(labels)},)")
    return array.copy()


def _divisor(coverage: float | str | None) -> float:
    if coverage is None:
        return 1.0
    if isinstance(coverage, str):
        known = {"uniform": math.sqrt(3), "triangular": math.sqrt(6)}
        if coverage not in known:
            raise ValueError(f"coverage {coverage!r}: expected a probability, uniform, triangular")
        return known[coverage]
    if not 0 < coverage < 1:
        raise ValueError(f"coverage {coverage!r}: expected a probability between 0 and 1")
    return float(ndtri((1 + coverage) / 2))


def _covariance(
    given: Any, labels: tuple[str, ...], coverage: float | str | None
) -> tuple[sparse.csr_array, Flags]:
    """Covariance matrix, and which quantities have an uncertainty."""
    n = len(labels)
    if getattr(given, "ndim", 0) == 2 or (
        isinstance(given, list | tuple) and np.asarray(given, dtype=object).ndim == 2
    ):
        if coverage is not None:
            raise ValueError("coverage belongs to half widths, not to a covariance matrix")
        matrix = _matrix(given, labels, "uncertainties")
        if matrix.shape[0] != n:
            raise ValueError(f"uncertainties: shape {matrix.shape}, expected {(n, n)}")
        known = ~np.isnan(matrix.diagonal())
        matrix.data = np.nan_to_num(matrix.data)
        largest = abs(matrix).max() if matrix.nnz else 0.0
        if abs(matrix - matrix.T).max() > 1e-9 * largest or (matrix.diagonal() < 0).any():
            raise ValueError("uncertainties: no covariance matrix (not symmetric, or negative)")
        return matrix, known
    error = _vector(given, labels, "uncertainties")
    known = ~np.isnan(error)
    bad = [labels[i] for i in np.flatnonzero(known & ~((error >= 0) & np.isfinite(error)))]
    if bad:
        raise ValueError(
            f"uncertainties: negative or infinite for {', '.join(map(repr, bad))}; leave out what "
            "is not measured"
        )
    error = np.where(known, error, 0.0) / _divisor(coverage)
    return sparse.csr_array(sparse.diags_array(error**2)), known


def correlated(task: Task, given: Any) -> sparse.csr_array:
    n = len(task.names)
    if isinstance(given, Mapping):
        index = {name: i for i, name in enumerate(task.names)}
        unknown = [name for pair in given for name in pair if name not in index]
        if unknown:
            raise ValueError(f"correlation: no such quantity: {', '.join(map(repr, unknown))}")
        pairs = [(index[a], index[b], r) for (a, b), r in given.items()]
        rows = [i for i, _, _ in pairs] + [j for _, j, _ in pairs]
        columns = [j for _, j, _ in pairs] + [i for i, _, _ in pairs]
        numbers = [float(r) for _, _, r in pairs] * 2
        matrix = sparse.coo_array((numbers, (rows, columns)), shape=(n, n)).tocsr()
        matrix = matrix + sparse.eye_array(n)
    else:
        matrix = _matrix(given, task.names, "correlation")
        if hasattr(given, "columns"):
            # what a frame leaves out is correlated with nothing
            dense, absent = matrix.toarray(), np.isnan(matrix.diagonal())
            dense[absent], dense[:, absent] = 0.0, 0.0
            dense[absent, absent] = 1.0
            matrix = sparse.csr_array(dense)
    if (
        matrix.shape != (n, n)
        or not abs(matrix - matrix.T).max() <= 1e-9
        or not abs(matrix).max() <= 1 + 1e-9
    ):
        raise ValueError(f"correlation: expected a symmetric {n} by {n} matrix within -1 and 1")
    deviation = sparse.diags_array(np.sqrt(task.covariance.diagonal()))
    return sparse.csr_array(deviation @ matrix @ deviation)


def _matrix(given: Any, labels: tuple[str, ...], what: str = "identities") -> sparse.csr_array:
    if hasattr(given, "columns") and hasattr(given, "reindex"):
        unknown = [str(c) for c in given.columns if str(c) not in set(labels)]
        if unknown:
            raise ValueError(f"{what}: no such quantity: {', '.join(map(repr, unknown))}")
        named = given.rename(columns=str)
        if what == "identities":
            named = named.reindex(columns=list(labels), fill_value=0.0)
        else:
            named = named.rename(index=str).reindex(index=list(labels), columns=list(labels))
        given = named.to_numpy(dtype=float)
    matrix = sparse.csr_array(given if sparse.issparse(given) else np.asarray(given, dtype=float))
    if matrix.ndim != 2 or matrix.shape[1] != len(labels):
        raise ValueError(f"{what}: shape {matrix.shape}, expected {len(labels)} columns")
    matrix = matrix.astype(float)
    matrix.eliminate_zeros()
    if what == "identities" and not np.isfinite(matrix.data).all():
        raise ValueError("identities: a coefficient is not a finite number")
    return matrix
