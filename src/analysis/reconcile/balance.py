"""Balancing: the values nearest to the stated ones that satisfy the identities.

Generalised least squares after Stone, Champernowne and Meade (1942), as national accounts are
balanced and process measurements reconciled: each stated value moves the less, the smaller its
error, and the adjusted values satisfy every equation. The tests for gross errors are those of
process data reconciliation (Narasimhan and Jordache 2000): a global test of all adjustments, a
measurement test of each, a nodal test of each identity.

>>> b = balance({"men": 480, "outposts": 38, "per": 12}, {"men": 10, "outposts": 0, "per": 0.5},
...             "men = outposts * per")
>>> print(b.frame()[["quantity", "value", "adjusted", "z"]].round(2).to_string(index=False))
quantity  value  adjusted     z
     men  480.0    474.79 -1.12
outposts   38.0     38.00   NaN
     per   12.0     12.49  1.12

Sources:
    Stone, R., Champernowne, D. G., Meade, J. E. (1942), The precision of national income
    estimates, Review of Economic Studies 9(2), 111-125.
    Narasimhan, S., Jordache, C. (2000), Data reconciliation and gross error detection, Gulf.
    Britt, H. I., Luecke, R. H. (1973), The estimation of parameters in nonlinear, implicit
    models, Technometrics 15(2), 233-247 (repeated linearisation).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import ArrayLike
from scipy import sparse
from scipy.special import chdtrc, chdtri, ndtri

from .leastsquares import Adjustment, Covariance, Floats, Inconsistent, Problem, solve
from .parser import Factors
from .stated import Function, Task, correlated, read
from .system import Identity, System

if TYPE_CHECKING:
    import pandas as pd

_ROUNDS = 200
_STEADY = 1e-11


@dataclass(frozen=True)
class Balanced:
    """The outcome of :func:`balance`; arrays in the order of the quantities or identities.

    Attributes:
        names: of the quantities, ``(n,)``.
        values: as stated; NaN where not measured.
        errors: standard errors of the stated values; NaN where not measured.
        adjusted: balanced values; NaN where the identities do not determine them.
        adjusted_errors: their standard errors (of a linearisation at the adjusted values if an
            identity is not linear); infinite where undetermined, NaN if not asked for.
        adjustments: adjusted - stated; NaN where not measured.
        z: measurement test, each adjustment over its own standard error; standard normal if only
            the stated errors are at work. NaN where no identity tests the value.
        status: of each quantity: ``redundant`` (measured and tested by the others, itself or
            through an error it shares), ``free`` (measured, tested by nothing, stays as it is),
            ``fixed`` (error zero), ``found`` (not measured, follows from the others),
            ``undetermined`` (not measured, does not follow).
        identities: names of the balanced identities, ``(m,)``.
        residuals: of the identities at the stated values; NaN where something is not measured.
        nodal: nodal test, each residual over its standard error; NaN as before, or if the
            quantities are all fixed.
        statistic: global test, weighted sum of squares of the adjustments.
        freedom: its degrees of freedom, the number of independent identities that test; 0 if
            errors are not asked for.
        p_value: probability of a larger statistic if only the stated errors are at work; NaN
            without a degree of freedom.
        level: significance level of the critical values.
        critical: of ``|z|`` for one test.
        critical_sidak: of ``|z|`` for as many tests as there are redundant quantities.
        critical_statistic: of the global test.
        ignored: names of identities that are no equations; they take no part.
        violated: those of them, and quantities with an interval, that the adjusted values break.
        rounds: linearisations that were needed.
    """

    names: tuple[str, ...]
    values: Floats
    errors: Floats
    adjusted: Floats
    adjusted_errors: Floats
    adjustments: Floats
    z: Floats
    status: np.ndarray
    identities: tuple[str, ...]
    residuals: Floats
    nodal: Floats
    statistic: float
    freedom: int
    p_value: float
    level: float
    critical: float
    critical_sidak: float
    critical_statistic: float
    ignored: tuple[str, ...]
    violated: tuple[str, ...]
    rounds: int
    _covariance: Covariance = field(repr=False)

    @property
    def relative(self) -> Floats:
        """Each adjustment in units of the standard error of the stated value."""
        with np.errstate(invalid="ignore", divide="ignore"):
            return np.where(self.errors > 0, self.adjustments / self.errors, np.nan)

    @property
    def covariance(self) -> Floats:
        """Covariance matrix of the adjusted values, ``(n, n)``; NaN where undetermined."""
        return self._covariance.matrix

    @property
    def suspects(self) -> tuple[str, ...]:
        """Quantities whose ``|z|`` exceeds the critical value for all tests, the worst first."""
        size = np.nan_to_num(np.abs(self.z), nan=0.0)
        order = np.argsort(-size, kind="stable")
        return tuple(self.names[i] for i in order if size[i] > self.critical_sidak)

    def __getitem__(self, name: str) -> float:
        """The adjusted value of a quantity."""
        return float(self.adjusted[self.names.index(name)])

    def frame(self) -> pd.DataFrame:
        """One row per quantity."""
        import pandas as pd

        return pd.DataFrame(
            {
                "quantity": self.names,
                "value": self.values,
                "error": self.errors,
                "adjusted": self.adjusted,
                "adjusted_error": self.adjusted_errors,
                "adjustment": self.adjustments,
                "adjustment_in_errors": self.relative,
                "z": self.z,
                "status": self.status,
            }
        )

    def identity_frame(self) -> pd.DataFrame:
        """One row per identity: its residual at the stated values and the nodal test."""
        import pandas as pd

        return pd.DataFrame(
            {"identity": self.identities, "residual": self.residuals, "nodal": self.nodal}
        )


def balance(
    values: Any,
    uncertainties: Any = None,
    identities: Any = None,
    right: ArrayLike | None = None,
    *,
    coverage: float | str | None = None,
    correlation: Any = None,
    jacobian: Function | None = None,
    start: Any = None,
    names: Sequence[str] | None = None,
    logarithmic: bool = False,
    level: float = 0.05,
    errors: bool = True,
    solver: str = "auto",
) -> Balanced:
    """Balance stated values under identities.

    Args:
        values: a :class:`.System` (its ``best`` and ``error``; a quantity without an error is not
            measured); or a mapping, Series or ``(n,)`` array of values with NaN or None where
            nothing is measured; or a frame with the columns quantity, value and error. An array
            takes its names from the columns of ``identities`` or from ``names``, otherwise x1,
            x2 ...
        uncertainties: standard errors as a mapping, Series, ``(n,)`` array or one number for all,
            zero where a value is exact; or an ``(n, n)`` covariance matrix, dense, sparse or
            DataFrame. A value without an uncertainty is not measured.
        identities: an ``(m, n)`` coefficient matrix, dense, sparse or DataFrame, for
            ``identities @ x = right``; or identities as texts or :class:`.Identity`, one or
            several, linear or not; or a function of the ``(n,)`` values that returns ``(m,)``
            numbers to become zero. Bounds among them take no part: see ``ignored``.
        right: right-hand side of a coefficient matrix; zero if left out.
        coverage: left out, uncertainties are standard errors. A probability such as 0.95: half
            widths of a normal interval of that coverage, divided by 1.96 and so on. ``uniform`` or
            ``triangular``: half widths of such a distribution, divided by the root of 3 or 6.
        correlation: of the errors, as a matrix or a mapping of pairs of names to coefficients.
        jacobian: for a function, its ``(m, n)`` derivatives; central differences if left out.
        start: where the search begins for quantities that are not measured, as a mapping or
            array; otherwise the best value or middle of the interval, or 1. It matters only if an
            identity is not linear.
        names: of the quantities, for plain arrays.
        logarithmic: balance the logarithms, for identities of two products or a product and a
            constant: positive values whose errors are taken relative to them. The result agrees
            with that of repeated linearisation as far as errors are small.
        level: significance level of the critical values.
        errors: False leaves out standard errors, tests and status, which cost most at scale:
            seconds for 10,000 measured quantities in one block, minutes if errors are correlated
            or unmeasured quantities stand in several of its identities.
        solver: ``dense``, ``sparse``, or ``auto`` by the size of each connected block.

    Returns:
        The adjusted values with their errors and tests.

    Raises:
        ValueError: naming the quantity, the argument and what was expected; or the identities
            that cannot hold together; or that the search did not settle.

    >>> b = balance([101.91, 64.45, 34.65], 1.0, [[1, -1, -1]])
    >>> b.adjusted.round(3)
    array([100.973,  65.387,  35.587])
    """
    if not 0 < level < 1:
        raise ValueError(f"level {level!r} is not between 0 and 1")
    if solver not in ("auto", "dense", "sparse"):
        raise ValueError(f"solver {solver!r} is none of auto, dense, sparse")
    task = read(values, uncertainties, identities, right, jacobian, start, names, coverage)
    if correlation is not None:
        task.covariance = correlated(task, correlation)
    if logarithmic:
        return _logarithmic(task, level, errors, solver)
    return _report(task, *_search(task, solver, errors), level, errors)


def _search(task: Task, solver: str, errors: bool) -> tuple[Adjustment, Problem, int]:
    """Linearise, solve, step, until the values settle (Britt and Luecke 1973).

    A step is shortened until it lowers half the weighted sum of squares plus a penalty on the
    violated identities, so that the search cannot run away.
    """
    measured = task.measured
    point = np.where(measured, task.values, task.start)
    matrix = task.jacobian(point)
    pull = np.zeros(len(point))
    for rounds in range(1, _ROUNDS + 1):
        residual = task.residual(point)
        if not (np.isfinite(residual).all() and np.isfinite(matrix.data).all()):
            bad = np.flatnonzero(~np.isfinite(residual))
            which = ", ".join(task.identities[i] for i in bad[:5]) or "a derivative"
            raise ValueError(f"not defined at the values tried: {which}; give another start")
        constant = matrix @ point - residual
        origin = np.where(measured, task.values, point)
        problem = Problem(matrix, constant, origin, measured, task.covariance)
        try:
            if task.linear:
                return solve(problem, solver, errors), problem, rounds
            step = solve(problem, solver, variances=False)
        except Inconsistent as error:
            raise _contradiction(task, error) from None
        move = step.values - point
        scale = np.abs(step.values) + np.abs(point)
        if (np.abs(move) <= _STEADY * scale).all():
            return solve(problem, solver, errors), problem, rounds
        target = matrix.T @ step.multipliers
        point, pull = _step(task, point, move, pull, target, residual, step.multipliers)
        matrix = task.jacobian(point)
    worst = int(np.argmax(np.abs(task.residual(point))))
    raise ValueError(
        f"balancing did not settle in {_ROUNDS} rounds; identity {task.identities[worst]!r} is off "
        f"by {task.residual(point)[worst]:.6g}: give a start nearer to the solution"
    )


def _step(
    task: Task,
    point: Floats,
    move: Floats,
    pull: Floats,
    target: Floats,
    residual: Floats,
    multipliers: Floats,
) -> tuple[Floats, Floats]:
    """The longest of the steps 1, 1/2, 1/4 ... that makes the sum of squares and penalty less.

    The adjustment so far is ``covariance @ pull``, which gives its weighted sum of squares
    without an inverse of the covariance.
    """
    penalty = 2 * np.abs(multipliers) + 1e-12

    def merit(at: Floats, force: Floats, off: Floats) -> float:
        return float(0.5 * force @ (task.covariance @ force) + penalty @ np.abs(off))

    now = merit(point, pull, residual)
    length = 1.0
    for _ in range(40):
        there = point + length * move
        force = pull + length * (target - pull)
        off = task.residual(there)
        if np.isfinite(off).all():
            then = merit(there, force, off)
            if then <= now * (1 + 1e-12) + 1e-300:
                return there, force
        length /= 2
    return point + move, target


def _contradiction(task: Task, error: Inconsistent) -> ValueError:
    named = "; ".join(repr(task.identities[i]) for i in error.rows[:5])
    return ValueError(
        f"the identities contradict each other or the fixed values, beginning with {named}"
    )


def _report(
    task: Task, solved: Adjustment, problem: Problem, rounds: int, level: float, errors: bool
) -> Balanced:
    measured, stated = task.measured, np.where(task.measured, task.values, np.nan)
    prior = task.covariance.diagonal()
    adjusted = np.where(solved.observable, solved.values, np.nan)
    adjustments = adjusted - stated
    own = np.sqrt(prior)
    with np.errstate(invalid="ignore", divide="ignore"):
        z = adjustments / np.sqrt(solved.adjustment_variances)
    tested = measured & solved.redundant & (prior > 0) & (solved.adjustment_variances > 0)
    status = np.where(
        measured,
        np.where(prior == 0, "fixed", np.where(solved.redundant, "redundant", "free")),
        np.where(solved.observable, "found", "undetermined"),
    ).astype(object)
    residuals, nodal = _nodal(task)
    statistic = float(solved.multipliers @ (problem.matrix @ np.where(measured, adjustments, 0)))
    statistic = max(statistic, 0.0)
    freedom = solved.freedom if errors else 0
    tests = max(int(tested.sum()), 1)
    if not errors:
        z = np.full(len(z), np.nan)
        status[:] = "not asked for"
    return Balanced(
        names=task.names,
        values=stated,
        errors=np.where(measured, own, np.nan),
        adjusted=adjusted,
        adjusted_errors=np.sqrt(solved.variances) if errors else np.full(len(z), np.nan),
        adjustments=adjustments,
        z=np.where(tested, z, np.nan),
        status=status,
        identities=task.identities,
        residuals=residuals,
        nodal=nodal,
        statistic=statistic,
        freedom=freedom,
        p_value=float(chdtrc(freedom, statistic)) if freedom else math.nan,
        level=level,
        critical=float(-ndtri(level / 2)),
        critical_sidak=float(-ndtri(-math.expm1(math.log1p(-level) / tests) / 2)),
        critical_statistic=float(chdtri(freedom, level)) if freedom else math.nan,
        ignored=tuple(each.name for each in task.ignored),
        violated=_violated(task, adjusted),
        rounds=rounds,
        _covariance=Covariance(problem, solved.observable),
    )


def _nodal(task: Task) -> tuple[Floats, Floats]:
    point = np.where(task.measured, task.values, task.start)
    matrix = task.jacobian(point)
    residuals = task.residual(point)
    blind = (abs(matrix) @ (~task.measured).astype(float)) > 0
    variance = ((matrix @ task.covariance).multiply(matrix)).sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        nodal = np.where(variance > 0, residuals / np.sqrt(variance), np.nan)
    residuals = np.where(blind, np.nan, residuals)
    return residuals, np.where(blind, np.nan, nodal)


def _violated(task: Task, adjusted: Floats) -> tuple[str, ...]:
    if task.system is None:
        return ()
    slack = 1e-9 * np.abs(adjusted)
    outside = (adjusted < task.system.low - slack) | (adjusted > task.system.high + slack)
    broken = [task.names[i] for i in np.flatnonzero(outside)]
    if task.ignored:
        bounds = System(task.system.quantities, task.ignored)
        sums = bounds.sums(adjusted)
        room = 1e-9 * np.abs(sums)
        outside = (sums < bounds.flat.low - room) | (sums > bounds.flat.high + room)
        broken += [task.ignored[i].name for i in np.flatnonzero(outside)]
    return tuple(broken)


def _logarithmic(task: Task, level: float, errors: bool, solver: str) -> Balanced:
    """The same task in logarithms, where products are sums."""
    if task.system is None:
        raise ValueError("logarithmic balancing needs identities as texts or Identity")
    faults = [
        f"quantity {task.names[i]!r}: value {task.values[i]:.6g} has no logarithm"
        for i in np.flatnonzero(task.measured & (task.values <= 0))
    ]
    rows, right = [], []
    for each in task.system.identities:
        log = _log_row(each, task.system)
        if log is None:
            faults.append(f"identity {each.name!r} is not of two products or product and constant")
        else:
            rows.append(log[0])
            right.append(log[1])
    if faults:
        raise ValueError("\n".join(faults))
    matrix = sparse.csr_array(np.array(rows))
    constant = np.array(right)
    values = np.log(np.where(task.measured, task.values, 1.0))
    inverse = sparse.diags_array(1 / np.exp(values))
    logs = Task(
        task.names,
        values,
        task.measured,
        sparse.csr_array(inverse @ task.covariance @ inverse),
        np.zeros(len(values)),
        task.identities,
        lambda x: matrix @ x - constant,
        lambda x: matrix,
        True,
    )
    solved, problem, rounds = _search(logs, solver, errors)
    result = _report(logs, solved, problem, rounds, level, errors)
    adjusted = np.exp(result.adjusted)
    stated = np.where(task.measured, task.values, np.nan)
    back = sparse.diags_array(np.nan_to_num(adjusted))
    return Balanced(
        **{
            **result.__dict__,
            "values": stated,
            "errors": np.where(task.measured, np.sqrt(task.covariance.diagonal()), np.nan),
            "adjusted": adjusted,
            "adjusted_errors": np.where(
                np.isinf(result.adjusted_errors), np.inf, adjusted * result.adjusted_errors
            ),
            "adjustments": adjusted - stated,
            "violated": _violated(task, adjusted),
            "ignored": tuple(each.name for each in task.ignored),
            "_covariance": Covariance(
                Problem(
                    sparse.csr_array(
                        matrix @ sparse.diags_array(1 / np.nan_to_num(adjusted, nan=1.0))
                    ),
                    constant,
                    values,
                    task.measured,
                    sparse.csr_array(back @ logs.covariance @ back),
                ),
                solved.observable,
            ),
        }
    )


def _log_row(each: Identity, system: System) -> tuple[Floats, float] | None:
    terms = list(each.terms)
    other: Factors
    if len(terms) == 1 and each.low != 0:
        coefficient, factors = terms[0]
        ratio, other = each.low / coefficient, ()
    elif len(terms) == 2 and each.low == 0:
        (coefficient, factors), (opposite, other) = terms
        ratio = -opposite / coefficient
    else:
        return None
    if ratio <= 0:
        return None
    row = np.zeros(len(system.quantities))
    for sign, product in ((1.0, factors), (-1.0, other)):
        for name, power in product:
            row[system.index[name]] += sign * power
    return row, math.log(ratio)
