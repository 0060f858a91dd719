"""Quantities as intervals, identities between them, and the system they form.

A quantity is what a number is about, with the interval that is left to it. An identity is one sum
of products of powers that must lie between two bounds:

    low <= coefficient * quantity^power * quantity^power ... + ... <= high

With ``low == high`` it is an equation. That one form carries sums and differences, products and
ratios, shares, balances over time, bounds and polynomials.

>>> print(identity("people = households * size"))
people - households*size = 0
>>> print(identity("10 <= 2*(a + b)^2 / c <= 20"))
10 <= 2*a^2/c + 4*a*b/c + 2*b^2/c <= 20

Like products are gathered at once, so ``x - x`` is exactly nothing and ``x = x/2 + 1`` is
``0.5*x = 1``. A power that is not a whole number takes its quantity to be zero or more, a negative
power takes it to be other than zero.
"""

from __future__ import annotations

import csv
import math
import sys
import warnings
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from numbers import Real
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import sparse

from .parser import Factors, parse
from .table import count, html_table

if TYPE_CHECKING:
    import pandas as pd

Term = tuple[float, Factors]
Floats = NDArray[np.float64]
Indices = NDArray[np.intp]

KINDS = ("claim", "assumption", "unknown")
# what a row of a file has beyond its columns
_MORE = "\0"
COLUMNS = ("name", "low", "high", "best", "error", "kind")


@dataclass(frozen=True)
class Quantity:
    """What a number is about: an interval, and what is known inside it.

    Args:
        name: how identities call it; any text without a backtick or a line break.
        low, high: the ends of the interval; an infinite end is open.
        best: the stated or measured value, None if there is none. It lies in the interval unless
            it has an error: a measurement may fall beyond a bound, a statement may not.
        error: standard error of ``best`` in the same unit, for drawing samples. None: there is
            none. Zero: known exactly.
        kind: ``claim`` (somebody states it), ``assumption`` (we put it in) or ``unknown``.
            Left out: unknown if neither an end nor a best value is given, otherwise claim.

    Raises:
        ValueError: naming the quantity and all that is wrong with it.
    """

    name: str
    low: float = -math.inf
    high: float = math.inf
    best: float | None = None
    error: float | None = None
    kind: str = ""

    def __post_init__(self) -> None:
        if not isinstance(self.name, str):
            raise ValueError(f"quantity {self.name!r}: the name {self.name!r} is not text")
        faults = []
        for what in ("low", "high", "best", "error"):
            given = getattr(self, what)
            if given is None and what in ("best", "error"):
                continue
            value, fault = _number(given)
            object.__setattr__(self, what, value)
            if fault:
                faults.append(f"{what} {fault}")
        if faults:
            raise ValueError(f"quantity {self.name!r}: " + "; ".join(faults))
        if not self.name.strip() or "`" in self.name or len(self.name.splitlines()) > 1:
            faults.append("a name is one line of text without a backtick")
        ends = math.isnan(self.low) or math.isnan(self.high)
        if ends:
            broken = [what for what in ("low", "high") if math.isnan(getattr(self, what))]
            faults += [f"{what} nan is not a number (an open end is infinite)" for what in broken]
        elif self.low > self.high:
            faults.append(f"reversed interval: low {self.low:.12g} > high {self.high:.12g}")
        elif self.low == math.inf or self.high == -math.inf:
            faults.append(f"no finite number lies between low {self.low} and high {self.high}")
        if self.error is not None:
            if not 0 <= self.error < math.inf:
                faults.append(f"error {self.error} is not a finite number of zero or more")
            if self.best is None:
                faults.append("an error needs the best value that it belongs to")
        if self.best is not None:
            if not math.isfinite(self.best):
                faults.append(f"best {self.best} is not a finite number")
            elif self.error is None and not ends and not self.low <= self.best <= self.high:
                faults.append(
                    f"best {self.best:.12g} lies outside {interval_text(self.low, self.high)}"
                )
        if not self.kind:
            given = self.best is not None or math.isfinite(self.low) or math.isfinite(self.high)
            object.__setattr__(self, "kind", "claim" if given else "unknown")
        elif self.kind not in KINDS:
            faults.append(f"kind {self.kind!r} is none of {', '.join(KINDS)}")
        if faults:
            raise ValueError(f"quantity {self.name!r}: " + "; ".join(faults))

    def __str__(self) -> str:
        return f"{self.name} in {interval_text(self.low, self.high)}"


@dataclass(frozen=True)
class Identity:
    """A sum of coefficient times product of powers that lies between two bounds.

    Args:
        name: how reports call it.
        terms: pairs of a coefficient and its ``(quantity, power)`` pairs. A term without
            quantities is a constant and moves into the bounds; like terms are gathered.
        low, high: the bounds of the sum; equal for an equation, one of them infinite for a
            one-sided bound.

    >>> Identity("floor", ((1, (("a", 1),)), (2, (("a", 1),)), (-5, ())), 0, float("inf"))
    Identity(name='floor', terms=((3.0, (('a', 1.0),)),), low=5.0, high=inf)

    Raises:
        ValueError: a coefficient, power or bound is no finite number where one is needed, the
            bounds are reversed or both open, or no quantity is left.
    """

    name: str
    terms: tuple[Term, ...]
    low: float = 0.0
    high: float = 0.0

    def __post_init__(self) -> None:
        if not isinstance(self.name, str) or not self.name.strip():
            raise ValueError("an identity needs a name")
        where = f"identity {self.name!r}"
        gathered: dict[Factors, tuple[float, float, Factors]] = {}
        for each, factors in self.terms:
            powers: dict[str, float] = {}
            coefficient, fault = _number(each)
            faults = [f"coefficient {fault}"] if fault else []
            for name, power in factors:
                if not isinstance(name, str):
                    faults.append(f"quantity {name!r} is not text")
                if fault := _number(power)[1]:
                    faults.append(f"power {fault}")
            if faults:
                raise ValueError(f"{where}: " + "; ".join(faults))
            for name, power in factors:
                powers[name] = powers.get(name, 0.0) + float(power)
            if not math.isfinite(coefficient) or not all(map(math.isfinite, powers.values())):
                raise ValueError(f"{where}: a coefficient or power is not a finite number")
            kept = tuple((name, power) for name, power in powers.items() if power != 0)
            key = tuple(sorted(kept))
            total, size, shown = gathered.get(key, (0.0, 0.0, kept))
            gathered[key] = (total + coefficient, size + abs(coefficient), shown)
        # 0.1x + 0.2x - 0.3x is nothing, although the three doubles leave 6e-17
        noise = 4 * sys.float_info.epsilon
        constant = gathered.pop((), (0.0, 0.0, ()))[0]
        terms = tuple(
            (float(total), shown)
            for total, size, shown in gathered.values()
            if abs(total) > noise * size
        )
        ends = [_number(end) for end in (self.low, self.high)]
        if any(fault for _, fault in ends):
            told = [f"{what} {end[1]}" for what, end in zip(("low", "high"), ends, strict=True)]
            raise ValueError(
                f"{where}: " + "; ".join(t for t, end in zip(told, ends, strict=True) if end[1])
            )
        low, high = ends[0][0] - constant, ends[1][0] - constant
        if math.isnan(low) or math.isnan(high) or low > high or low == math.inf:
            raise ValueError(f"{where}: low {self.low} and high {self.high} bound nothing")
        if high == -math.inf or (low == -math.inf and high == math.inf):
            raise ValueError(f"{where}: low {self.low} and high {self.high} bound nothing")
        if not terms:
            raise ValueError(f"{where}: no quantity is left in it")
        object.__setattr__(self, "terms", terms)
        object.__setattr__(self, "low", low + 0.0)
        object.__setattr__(self, "high", high + 0.0)

    @property
    def quantities(self) -> tuple[str, ...]:
        """Names of its quantities, in order of appearance, each once."""
        return tuple(dict.fromkeys(name for _, factors in self.terms for name, _ in factors))

    @property
    def linear(self) -> bool:
        """Whether every term is a coefficient times one quantity."""
        return all(len(factors) == 1 and factors[0][1] == 1 for _, factors in self.terms)

    def __str__(self) -> str:
        text = ""
        for coefficient, factors in self.terms:
            sign = "-" if coefficient < 0 else "+"
            text += f" {sign} " if text else "-" * (coefficient < 0)
            text += _product(abs(coefficient), factors)
        if self.low == self.high:
            return f"{text} = {self.low:.12g}"
        left = "" if self.low == -math.inf else f"{self.low:.12g} <= "
        return left + text + ("" if self.high == math.inf else f" <= {self.high:.12g}")


def identity(text: str, name: str | None = None) -> Identity:
    """Read an identity as it is written.

    Names are letters, digits and underscores; any other name stands in backticks. Numbers, ``+``,
    ``-``, ``*``, ``/``, a power by a number with ``^`` or ``**``, brackets, and ``=``, ``<=`` or
    ``>=``; a middle between two constants may be bounded on both sides. What is divided by, or
    raised to a power other than a small whole number, is a single product: give a sum a name of
    its own first.

    >>> print(identity("`personnel-1927` / 12 >= 38.5"))
    38.5 <= 0.0833333333333*`personnel-1927`

    Args:
        text: the identity.
        name: how reports call it; the text itself if left out.

    Raises:
        ValueError: with the text, the position (from 1) and what was expected there.
    """
    terms, low, high = parse(text)
    return Identity(text.strip() if name is None else name, terms, low, high)


def stock_balance(
    end: str,
    start: str,
    *,
    births: str | Sequence[str] = (),
    deaths: str | Sequence[str] = (),
    inflow: str | Sequence[str] = (),
    outflow: str | Sequence[str] = (),
    name: str | None = None,
) -> Identity:
    """The stock at the end = the stock at the start + births - deaths + in - out.

    >>> print(stock_balance("pop1939", "pop1926", births="born", outflow=["fled", "moved"]))
    pop1939 - pop1926 - born + fled + moved = 0

    Args:
        end, start: names of the two stocks.
        births, deaths, inflow, outflow: a name or several; what is left out is no part of it.
        name: how reports call it; "balance of (end)" if left out.
    """
    terms: list[Term] = [(1.0, ((end, 1.0),)), (-1.0, ((start, 1.0),))]
    for sign, names in ((-1.0, births), (1.0, deaths), (-1.0, inflow), (1.0, outflow)):
        for flow in [names] if isinstance(names, str) else names:
            terms.append((sign, ((flow, 1.0),)))
    return Identity(f"balance of {end}" if name is None else name, tuple(terms))


def share(part: str, whole: str, fraction: str, name: str | None = None) -> Identity:
    """The part = the fraction times the whole; the whole may be zero.

    >>> print(share("returned", "left", "share_returned"))
    returned - share_returned*left = 0
    """
    terms: tuple[Term, ...] = ((1.0, ((part, 1.0),)), (-1.0, ((fraction, 1.0), (whole, 1.0))))
    return Identity(f"share of {part} in {whole}" if name is None else name, terms)


def ratio(numerator: str, denominator: str, quotient: str, name: str | None = None) -> Identity:
    """The quotient = numerator / denominator; the denominator is not zero.

    >>> print(ratio("men", "outposts", "men_per_outpost"))
    men_per_outpost - men/outposts = 0
    """
    terms: tuple[Term, ...] = (
        (1.0, ((quotient, 1.0),)),
        (-1.0, ((numerator, 1.0), (denominator, -1.0))),
    )
    return Identity(f"{numerator} per {denominator}" if name is None else name, terms)


@dataclass(frozen=True)
class Flat:
    """The identities of a system as flat arrays, for work without a loop over identities.

    Terms are numbered through all identities and factors through all terms, in order; ``start``
    arrays have one entry more than there are, as in compressed sparse rows.

    Attributes:
        coefficient: per term.
        term_identity: per term, the identity it stands in.
        term_start: per identity, its first term.
        factor_start: per term, its first factor.
        factor_term: per factor, the term it stands in.
        quantity: per factor, the index of its quantity.
        power: per factor.
        low, high: per identity.
    """

    coefficient: Floats
    term_identity: Indices
    term_start: Indices
    factor_start: Indices
    factor_term: Indices
    quantity: Indices
    power: Floats
    low: Floats
    high: Floats

    @cached_property
    def incidence(self) -> tuple[Indices, Indices]:
        """For each quantity where its identities start, and the identities."""
        order = np.argsort(self.quantity, kind="stable")
        count = np.bincount(self.quantity)
        # a quantity beyond the last that is used has none
        start = np.concatenate(([0], np.cumsum(count)))
        return start, self.term_identity[self.factor_term[order]]

    @cached_property
    def involved(self) -> list[list[int]]:
        """The quantities of each identity, each once, in rising order."""
        rows = self.term_identity[self.factor_term]
        return [np.unique(self.quantity[rows == k]).tolist() for k in range(len(self.low))]

    @cached_property
    def bent(self) -> list[set[int]]:
        """Of them, those that occur more than once, or under a power other than 1 and -1."""
        rows = self.term_identity[self.factor_term]
        found: list[set[int]] = []
        for k in range(len(self.low)):
            here = self.quantity[rows == k]
            names, count = np.unique(here, return_counts=True)
            powers = here[np.abs(self.power[rows == k]) != 1]
            found.append({*names[count > 1].tolist(), *powers.tolist()})
        return found


@dataclass(frozen=True)
class System:
    """Quantities and the identities that tie them together.

    Identities may also be given as text, see :func:`identity`.

    >>> system = System(
    ...     [Quantity("people", low=400_000), Quantity("households", 286_000, 286_000),
    ...      Quantity("size", 3, 6, kind="assumption")],
    ...     ["people = households * size"])
    >>> system.sums([858_000, 286_000, 3])
    array([0.])

    Raises:
        ValueError: with every name that is used twice or that no quantity bears.
    """

    quantities: tuple[Quantity, ...]
    identities: tuple[Identity, ...]

    def __init__(
        self, quantities: Iterable[Quantity], identities: Iterable[Identity | str] = ()
    ) -> None:
        faults = []
        read = []
        # a single text is meant as one identity, not as its letters
        identities = [identities] if isinstance(identities, str) else identities
        for number, item in enumerate(identities):
            try:
                known = identity(item) if isinstance(item, str) else item
            except ValueError as error:
                faults.append(str(error))
                continue
            if isinstance(known, Identity):
                read.append(known)
            else:
                faults.append(f"identity {number}: {item!r} is neither text nor an Identity")
        quantities = tuple(quantities)
        strange = [
            f"quantity {number}: {item!r} is no Quantity"
            for number, item in enumerate(quantities)
            if not isinstance(item, Quantity)
        ]
        if strange:
            raise ValueError("\n".join(faults + strange))
        object.__setattr__(self, "quantities", quantities)
        object.__setattr__(self, "identities", tuple(read))
        for what, named in (("quantity", self.quantities), ("identity", self.identities)):
            seen: dict[str, int] = {}
            for each in named:
                seen[each.name] = seen.get(each.name, 0) + 1
            faults += [f"{what} {name!r} is given {n} times" for name, n in seen.items() if n > 1]
        for each in self.identities:
            unknown = [name for name in each.quantities if name not in self.index]
            if unknown:
                listed = ", ".join(map(repr, unknown))
                faults.append(f"identity {each.name!r} uses what is no quantity: {listed}")
        if faults:
            raise ValueError("\n".join(faults))

    def __repr__(self) -> str:
        ours = count(len(self.quantities), "quantity", "quantities")
        return f"<System: {ours}, {count(len(self.identities), 'identity', 'identities')}>"

    def __str__(self) -> str:
        width = max(map(len, self.names), default=0)
        lines = [
            f"{q.name:<{width}}  {q.kind:<10}  {interval_text(q.low, q.high)}"
            for q in self.quantities
        ]
        return "\n".join([*lines, *(each.name for each in self.identities)])

    def _repr_html_(self) -> str:
        rows = [(q.name, q.kind, interval_text(q.low, q.high)) for q in self.quantities]
        tied = [(each.name, str(each)) for each in self.identities]
        return html_table("Quantities", ("quantity", "kind", "interval"), rows) + html_table(
            "Identities", ("identity", "as read"), tied
        )

    @cached_property
    def index(self) -> Mapping[str, int]:
        """Where each quantity stands in the arrays."""
        return {quantity.name: i for i, quantity in enumerate(self.quantities)}

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the quantities, in order."""
        return tuple(quantity.name for quantity in self.quantities)

    @cached_property
    def low(self) -> Floats:
        """Lower ends, ``(quantities,)``; read-only."""
        return _column(quantity.low for quantity in self.quantities)

    @cached_property
    def high(self) -> Floats:
        """Upper ends, ``(quantities,)``; read-only."""
        return _column(quantity.high for quantity in self.quantities)

    @cached_property
    def best(self) -> Floats:
        """Best values, NaN where there is none, ``(quantities,)``; read-only."""
        return _column(math.nan if q.best is None else q.best for q in self.quantities)

    @cached_property
    def error(self) -> Floats:
        """Standard errors, NaN where there is none, ``(quantities,)``; read-only."""
        return _column(math.nan if q.error is None else q.error for q in self.quantities)

    @cached_property
    def linear(self) -> bool:
        """Whether every identity is linear."""
        return all(each.linear for each in self.identities)

    @cached_property
    def flat(self) -> Flat:
        """The identities as flat arrays."""
        terms = [term for each in self.identities for term in each.terms]
        factors = [factor for _, product in terms for factor in product]
        per_identity = np.array([len(each.terms) for each in self.identities], dtype=np.intp)
        per_term = np.array([len(product) for _, product in terms], dtype=np.intp)
        return Flat(
            coefficient=_column(coefficient for coefficient, _ in terms),
            term_identity=np.repeat(np.arange(len(per_identity)), per_identity),
            term_start=np.concatenate(([0], np.cumsum(per_identity))).astype(np.intp),
            factor_start=np.concatenate(([0], np.cumsum(per_term))).astype(np.intp),
            factor_term=np.repeat(np.arange(len(per_term)), per_term),
            quantity=np.array([self.index[name] for name, _ in factors], dtype=np.intp),
            power=_column(power for _, power in factors),
            low=_column(each.low for each in self.identities),
            high=_column(each.high for each in self.identities),
        )

    def sums(self, values: ArrayLike) -> Floats:
        """The sum of each identity at the given values; it satisfies one within its low and high.

        Args:
            values: ``(quantities,)``, or ``(draws, quantities)`` for many at once.

        Returns:
            ``(identities,)`` or ``(draws, identities)``. NaN or infinite where a power or a
            quotient is not defined.
        """
        flat, x = self.flat, np.asarray(values, dtype=float)
        if not self.identities:
            return np.zeros((*x.shape[:-1], 0))
        with np.errstate(all="ignore"):
            factor = x[..., flat.quantity] ** flat.power
            product = np.multiply.reduceat(factor, flat.factor_start[:-1], axis=-1)
            total = np.add.reduceat(product * flat.coefficient, flat.term_start[:-1], axis=-1)
        return np.asarray(total)

    def jacobian(self, values: ArrayLike) -> sparse.csr_array:
        """Derivatives of the sums by the quantities at the given values.

        For a linear system it is the same matrix everywhere.

        Args:
            values: ``(quantities,)``.

        Returns:
            Sparse ``(identities, quantities)``.
        """
        flat, x = self.flat, np.asarray(values, dtype=float)
        shape = (len(self.identities), len(self.quantities))
        if not self.identities:
            return sparse.csr_array(shape)
        base = x[flat.quantity]
        with np.errstate(all="ignore"):
            factor = base**flat.power
            slope = flat.power * base ** (flat.power - 1)
            # the product of the other factors of the term, without dividing by this one
            others = np.ones_like(factor)
            first = flat.factor_start[:-1]
            size = np.diff(flat.factor_start)
            ahead = np.ones(len(first))
            behind = np.ones(len(first))
            for k in range(int(size.max())):
                terms = np.flatnonzero(size > k)
                others[first[terms] + k] *= ahead[terms]
                ahead[terms] *= factor[first[terms] + k]
                last = first[terms] + size[terms] - 1 - k
                others[last] *= behind[terms]
                behind[terms] *= factor[last]
            entry = flat.coefficient[flat.factor_term] * slope * others
        rows = flat.term_identity[flat.factor_term]
        return sparse.coo_array((entry, (rows, flat.quantity)), shape=shape).tocsr()

    def replace(self, *quantities: Quantity) -> System:
        """The same system with some quantities replaced by others of the same name.

        Raises:
            ValueError: a name that no quantity bears.
        """
        new = {quantity.name: quantity for quantity in quantities}
        unknown = [name for name in new if name not in self.index]
        if unknown:
            raise ValueError(f"no such quantity: {', '.join(map(repr, unknown))}")
        changed = System.__new__(System)
        kept = tuple(new.get(quantity.name, quantity) for quantity in self.quantities)
        object.__setattr__(changed, "quantities", kept)
        object.__setattr__(changed, "identities", self.identities)
        # what depends on names and identities alone stays as it was reckoned
        for shared in ("index", "flat", "linear"):
            if shared in self.__dict__:
                changed.__dict__[shared] = self.__dict__[shared]
        return changed

    def to_frame(self) -> pd.DataFrame:
        """One row per quantity: name, low, high, best, error, kind; NaN where not given."""
        import pandas as pd

        kinds = [quantity.kind for quantity in self.quantities]
        columns = (self.names, self.low, self.high, self.best, self.error, kinds)
        return pd.DataFrame(dict(zip(COLUMNS, columns, strict=True)))

    @classmethod
    def from_frame(cls, frame: pd.DataFrame, identities: Iterable[Identity | str] = ()) -> System:
        """A system from a frame with the column name and any of low, high, best, error, kind.

        A missing value is an open end, no best value, no error. Another column is ignored, with a
        warning that names it.

        Raises:
            ValueError: every fault of the rows at once, each with its row (from 0).
        """
        _columns(list(frame.columns), "frame")
        given = frame.notna().to_numpy()
        rows = [
            (f"row {i}", {key: row[key] for key, here in zip(row, given[i], strict=True) if here})
            for i, row in enumerate(frame.to_dict("records"))
        ]
        return cls(_quantities(rows, "frame"), identities)

    @classmethod
    def read_csv(cls, path: str | Path, identities: Iterable[Identity | str] = ()) -> System:
        """A system from a CSV file with the columns name, low, high, best, error, and kind if any.

        Fields as in :class:`Quantity`; an empty field is an open end, no best value, no error.
        Another column is ignored, with a warning that names it.

        Raises:
            ValueError: every fault of the file at once, each with its line.
        """
        with Path(path).open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, restkey=_MORE, restval="", strict=True)
            rows: list[tuple[str, dict[str, Any]]] = []
            faults = []
            try:
                for row in reader:
                    where = f"line {reader.line_num}"
                    if row.pop(_MORE, None):
                        faults.append(f"{path}: {where}: more fields than columns")
                    fields = {key: value.strip() for key, value in row.items()}
                    rows.append((where, {key: value for key, value in fields.items() if value}))
            except csv.Error as error:
                faults.append(f"{path}: line {reader.line_num + 1}: {error}")
            if faults:
                raise ValueError("\n".join(faults))
            _columns(list(reader.fieldnames or []), str(path))
            return cls(_quantities(rows, str(path)), identities)


def interval_text(low: float, high: float) -> str:
    """An interval as readers know it.

    >>> interval_text(-math.inf, 3400), interval_text(2, 2)
    ('(-∞, 3,400]', '2')
    """
    if number_text(low) == number_text(high):
        return number_text(low)
    left = "(-∞" if low == -math.inf else f"[{number_text(low)}"
    right = "∞)" if high == math.inf else f"{number_text(high)}]"
    return f"{left}, {right}"


def number_text(value: float) -> str:
    """A number to ten significant digits, thousands set off."""
    text = f"{value:,.10g}"
    return text if "e" in text else f"{float(f'{value:.10g}'):,.{_places(value)}f}"


def _places(value: float) -> int:
    """Decimal places that ten significant digits of the value need."""
    _, _, decimals = f"{value:.10g}".partition(".")
    return len(decimals)


def _number(given: object) -> tuple[float, str]:
    """The number that is given, and what is wrong if it is none."""
    if isinstance(given, bool | np.bool_) or not isinstance(given, Real):
        return math.nan, f"{given!r} is {type(given).__name__}, not a number"
    try:
        return float(given), ""
    except OverflowError:
        return math.nan, "is too large for a number"


def _column(values: Iterable[float]) -> Floats:
    column = np.array(list(values), dtype=float)
    column.flags.writeable = False
    return column


def _quote(name: str) -> str:
    return name if name.isidentifier() else f"`{name}`"


def _product(coefficient: float, factors: Factors) -> str:
    above = [] if coefficient == 1 else [f"{coefficient:.12g}"]
    below = ""
    for name, power in factors:
        exponent = "" if abs(power) == 1 else f"^{abs(power):.12g}"
        if power < 0:
            below += f"/{_quote(name)}{exponent}"
        else:
            above.append(_quote(name) + exponent)
    return ("*".join(above) or "1") + below


def _columns(columns: list[str], source: str) -> None:
    """Refuse columns that say nothing clear, and warn of those that say nothing here."""
    faults = [
        f"{source}: column {column!r} is given {n} times"
        for column, n in Counter(columns).items()
        if n > 1
    ]
    if "name" not in columns:
        faults.append(f"{source}: there is no column 'name'")
    if faults:
        raise ValueError("\n".join(faults))
    for column in columns:
        if column not in COLUMNS:
            told = f"{source}: column {column!r} is ignored: it is none of {', '.join(COLUMNS)}"
            warnings.warn(told, stacklevel=3)


def _quantities(rows: list[tuple[str, dict[str, Any]]], source: str) -> list[Quantity]:
    """Quantities from rows of fields; all faults in one error."""
    faults: list[str] = []
    quantities = []
    for where, row in rows:
        fields: dict[str, Any] = {}
        before = len(faults)
        for column, value in row.items():
            if column not in COLUMNS:
                continue
            if column in ("name", "kind"):
                fields[column] = str(value)
                continue
            try:
                fields[column] = float(value)
                if "_" in str(value) or not str(value).isascii():
                    raise ValueError
            except (TypeError, ValueError):
                faults.append(f"{source}: {where}: {column}: {value!r} is not a number")
        if "name" not in row:
            faults.append(f"{source}: {where}: name: is empty")
        if len(faults) > before:
            continue
        try:
            quantities.append(Quantity(**fields))
        except ValueError as error:
            faults.append(f"{source}: {where}: {error}")
    if faults:
        raise ValueError("\n".join(faults))
    return quantities
