"""Expressions: arithmetic over figures that knows its interval, unit, formula and evidence.

>>> people = claim("migration-people-1930-1933")
>>> households = claim("migration-households-1930-1933")
>>> mean, world = people / households, World.load()
>>> print(mean.value(world), mean.measure(world))
[1.3986013986, 2.7972027972] people per households
>>> [figure.id for figure in mean.evidence()]
['migration-people-1930-1933', 'migration-households-1930-1933']

A figure is an id; nothing is read before ``value``, so a chapter names its figures once, at its
top. What only Python knows (dates, the map, columns compared, rows counted) goes in as a value with
its evidence: ``given`` and ``known``. ``json`` writes the same tree for the page, where one
evaluator, ``static/account.js``, does what ``_OPERATIONS`` does here.

Operands count as independent of each other, as in all interval arithmetic: an expression in which
one figure stands twice can come out too wide, never too narrow.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from importlib import import_module
from typing import Any, TypeAlias

from analysis.account.world import Kind, Verdict, World
from analysis.hedges import Interval
from analysis.units import Measure

Operand: TypeAlias = "Number | float"
Json: TypeAlias = "list[Any]"
Show: TypeAlias = "Callable[[Number, bool], str]"

exactly = Interval.exactly


class Node:
    """A step of a computation: an operation and its arguments."""

    def __init__(self, operation: str, *arguments: Node) -> None:
        self.operation, self.arguments = operation, arguments

    def value(self, world: World, likely: bool = False) -> Any:
        """What comes out; ``likely``: with every figure at its most likely value."""
        key = (self, likely)
        if key not in world.memory:
            world.memory[key] = self.reckon(world, likely)
        return world.memory[key]

    def reckon(self, world: World, likely: bool) -> Any:
        """``value`` without its memory."""
        return _OPERATIONS[self.operation](*_operands(self, world, likely))

    def json(self, world: World) -> Json:
        """The same tree for the page."""
        return [
            self.operation,
            *(
                each.json(world) if factor == 1 else ["*", each.json(world), ["convert", factor]]
                for each, factor in aligned(self, world)
            ),
        ]

    def evidence(self) -> Iterator[Figure]:
        """The figures it rests on, each as often as it stands there."""
        for argument in self.arguments:
            yield from argument.evidence()

    def walk(self) -> Iterator[Node]:
        """This node and all below it."""
        yield self
        for argument in self.arguments:
            yield from argument.walk()

    def __bool__(self) -> bool:
        raise TypeError(
            "an expression is neither true nor false before it meets the data; "
            "write & | ~ for and, or, not, and compare twice instead of in a chain"
        )


class Number(Node):
    """An expression whose value is an interval, in a measure."""

    def value(self, world: World, likely: bool = False) -> Interval:
        found: Interval = super().value(world, likely)
        return found

    def measure(self, world: World) -> Measure:
        """What its value is counted in.

        Raises:
            UnitError: it adds or compares what is not counted in one thing.
        """
        if self not in world.measures:
            numbers = [each for each in self.arguments if isinstance(each, Number)]
            if self.operation not in ("*", "/"):
                numbers = [each for each in numbers if not _nought(each)]
            found, *others = [each.measure(world) for each in numbers] or [Measure()]
            for other in others:
                found = _JOINED.get(self.operation, _same)(found, other)
            world.measures[self] = found
        return world.measures[self]

    def formula(self, show: Show, likely: bool = False, above: int = 0) -> str:
        """How it is reckoned, for a reader; ``above`` is the rank of what it stands in.

        Args:
            show: writes a figure or a value, at its most likely value or with its whole range.
            likely: whether the figures go in at their most likely values.
        """
        shown = [argument for argument in self.arguments if isinstance(argument, Number)]
        if self.operation not in _RANK:
            plain = len(shown) == 1 and self.operation not in _VALUES
            return shown[0].formula(show, likely, above) if plain else show(self, likely)
        rank, sign = _RANK[self.operation]
        left = shown[0].formula(show, likely, rank)
        right = shown[1].formula(show, likely, rank + (self.operation in "-/"))
        joined = f"{left} {sign} {right}"
        return f"({joined})" if rank < above else joined

    def __repr__(self) -> str:
        return str(_session().text(self))

    def _repr_html_(self) -> str:
        return str(_session().html(self))

    def __add__(self, other: Operand) -> Number:
        return Number("+", self, number(other))

    def __radd__(self, other: Operand) -> Number:
        return Number("+", number(other), self)

    def __sub__(self, other: Operand) -> Number:
        return Number("-", self, number(other))

    def __rsub__(self, other: Operand) -> Number:
        return Number("-", number(other), self)

    def __mul__(self, other: Operand) -> Number:
        return Number("*", self, number(other))

    def __rmul__(self, other: Operand) -> Number:
        return Number("*", number(other), self)

    def __truediv__(self, other: Operand) -> Number:
        return Number("/", self, number(other))

    def __rtruediv__(self, other: Operand) -> Number:
        return Number("/", number(other), self)

    def __lt__(self, other: Operand) -> Truth:
        return Truth("<", self, number(other))

    def __le__(self, other: Operand) -> Truth:
        return Truth("<=", self, number(other))

    def __gt__(self, other: Operand) -> Truth:
        return Truth("<", number(other), self)

    def __ge__(self, other: Operand) -> Truth:
        return Truth("<=", number(other), self)

    def same(self, other: Operand) -> Truth:
        """Whether both ends are equal; ``==`` stays what it is for every object."""
        return Truth("=", self, number(other))

    def contains(self, other: Operand) -> Truth:
        """Whether everything that the other can be lies in this."""
        return Truth("contains", self, number(other))

    def meets(self, other: Operand) -> Truth:
        """Whether the two can be one number."""
        return Truth("meets", self, number(other))

    @property
    def low(self) -> Number:
        """The lowest that it can be."""
        return End("low", self)

    @property
    def high(self) -> Number:
        """The highest that it can be."""
        return End("high", self)

    @property
    def best(self) -> Number:
        """Its most likely value."""
        return End("best", self)


class UnitError(ValueError):
    """Two numbers were added or compared that are not counted in one thing."""


class Figure(Number):
    """A claim, an assumption or a figure from outside, by its id."""

    def __init__(self, id: str, kind: Kind) -> None:
        super().__init__("figure")
        self.id, self.kind = id, kind

    def reckon(self, world: World, likely: bool) -> Interval:
        found = world.figure(self.id, self.kind)
        return exactly(found.best) if likely else found.value

    def measure(self, world: World) -> Measure:
        return world.measure(world.figure(self.id, self.kind).unit)

    def json(self, world: World) -> Json:
        return ["figure", self.id]

    def evidence(self) -> Iterator[Figure]:
        yield self


class Given(Number):
    """A number that Python found, with what it rests on; ``words`` stand for it in formulas."""

    def __init__(self, found: Interval, unit: str, rests: Sequence[Figure], words: str) -> None:
        super().__init__("number")
        self.found, self.unit, self.rests, self.words = found, unit, rests, words

    def reckon(self, world: World, likely: bool) -> Interval:
        return exactly((self.found.low + self.found.high) / 2) if likely else self.found

    def measure(self, world: World) -> Measure:
        return world.measure(self.unit)

    def formula(self, show: Show, likely: bool = False, above: int = 0) -> str:
        return self.words or show(self, likely)

    def json(self, world: World) -> Json:
        ends = (self.found.low, self.found.high)
        finite = (end if math.isfinite(end) else None for end in ends)
        return ["number", *finite, self.unit, self.words]

    def evidence(self) -> Iterator[Figure]:
        yield from self.rests


class End(Number):
    """The low or high end of a number, or its most likely value."""

    def __init__(self, end: str, of: Number) -> None:
        super().__init__(end, of)
        self.of = of

    def end(self, world: World) -> float:
        """The end itself; infinite if it is open."""
        found = self.of.value(world, self.operation == "best")
        return found.high if self.operation == "high" else found.low

    def reckon(self, world: World, likely: bool) -> Interval:
        end = self.end(world)
        if math.isinf(end):
            raise ValueError(
                f"the {self.operation} end of {self.of!r} is open: nothing to reckon with"
            )
        return exactly(end)


class Counted(Number):
    """A number taken for a count of something else: both figures are of households, say."""

    def __init__(self, of: Number, unit: str) -> None:
        super().__init__("counted", of)
        self.unit = unit

    def measure(self, world: World) -> Measure:
        return world.measure(self.unit)

    def json(self, world: World) -> Json:
        return self.arguments[0].json(world)


class Choice(Number):
    """One of several expressions: the one that a reader's reading of a sentence chooses."""

    def __init__(self, name: str, options: dict[str, Number]) -> None:
        super().__init__("choose", *options.values())
        self.name, self.options = name, options

    def chosen(self, world: World) -> Number:
        """The expression that stands; the first is the sentence as printed."""
        return self.options[world.reading(self.name, list(self.options))]

    def reckon(self, world: World, likely: bool) -> Interval:
        return self.chosen(world).value(world, likely)

    def json(self, world: World) -> Json:
        return [
            "choose",
            self.name,
            {name: each.json(world) for name, each in self.options.items()},
        ]


class Truth(Node):
    """An expression that holds or not."""

    def value(self, world: World, likely: bool = False) -> bool:
        return bool(super().value(world, likely))

    def __and__(self, other: Truth) -> Truth:
        return Truth("and", self, other)

    def __or__(self, other: Truth) -> Truth:
        return Truth("or", self, other)

    def __invert__(self) -> Truth:
        return Truth("not", self)


class Known(Truth):
    """What Python found to hold or not, with what it rests on."""

    def __init__(self, holds: bool, rests: Sequence[Figure] = ()) -> None:
        super().__init__("known")
        self.holds, self.rests = bool(holds), rests

    def reckon(self, world: World, likely: bool) -> bool:
        return self.holds

    def json(self, world: World) -> Json:
        return ["known", self.holds]

    def evidence(self) -> Iterator[Figure]:
        yield from self.rests


class Judgement(Node):
    """An expression whose value is a verdict."""

    def value(self, world: World, likely: bool = False) -> Verdict:
        found: Verdict = super().value(world, likely)
        return found

    def reckon(self, world: World, likely: bool) -> Verdict:
        verdict: Verdict = super().reckon(world, likely)
        if self.operation != "likely-fits" or verdict == Verdict.CONTRADICT:
            return verdict
        (most_likely, _), (_, allowed) = _operands(self, world, True), _operands(self, world, False)
        return Verdict.AGREE if allowed.contains(most_likely) else Verdict.ONLY_IF


def _session() -> Any:
    # what a notebook shows needs words, which stand above; nothing else here does
    return import_module("analysis.account.session")


def fit(implied: Interval, allowed: Interval) -> Verdict:
    """Whether what figures imply is allowed: all of it, none of it, or a part.

    >>> str(fit(Interval(1.4, 2.8), Interval(3.8, 6))), str(fit(Interval(4.7, 7), Interval(3.8, 6)))
    ('contradict', 'agree only if')
    """
    if allowed.contains(implied):
        return Verdict.AGREE
    return Verdict.CONTRADICT if implied.intersect(allowed) is None else Verdict.ONLY_IF


def within_whole(part: Interval, whole: Interval) -> Verdict:
    """Whether a part is no larger than its whole: surely, surely not, or only if.

    Of a part that is open above, a floor, the low end alone speaks.

    >>> whole = Interval(400, 800)
    >>> [str(within_whole(Interval(*ends), whole)) for ends in ((148, math.inf), (307, 498))]
    ['agree', 'agree only if']
    """
    if part.low > whole.high:
        return Verdict.CONTRADICT
    most = part.high if math.isfinite(part.high) else part.low
    return Verdict.AGREE if most <= whole.low else Verdict.ONLY_IF


# ------------------------------------------------------------------ what a chapter writes


@cache
def claim(id: str) -> Figure:
    """A claim of the article. One object for one figure, so that it can be found in a tree."""
    return Figure(id, "claim")


@cache
def assumption(id: str) -> Figure:
    """A quantity that no claim gives."""
    return Figure(id, "assumption")


@cache
def outside(id: str) -> Figure:
    """A figure from outside the article."""
    return Figure(id, "outside")


def number(value: Operand, unit: str = "") -> Number:
    """A plain number as an expression."""
    return value if isinstance(value, Number) else given(value, unit)


def given(
    value: float | Interval, unit: str = "", rests: Iterable[Figure] = (), words: str = ""
) -> Given:
    """A number that Python found: days between dates, a distance on the map, rows counted.

    Args:
        value: the number, or all that it can be.
        unit: what it is counted in.
        rests: the figures whose rows were looked at.
        words: what stands for it in a formula, if the number itself says too little.
    """
    found = value if isinstance(value, Interval) else exactly(value)
    return Given(found, unit, tuple(rests), words)


def known(holds: bool, rests: Iterable[Figure] = ()) -> Known:
    """What Python found to hold or not: columns compared, dates in order."""
    return Known(holds, tuple(rests))


def choose(name: str, **options: Number) -> Choice:
    """A reading of a sentence that a reader may choose; the first option is as printed."""
    return Choice(name, {key.replace("_", "-"): option for key, option in options.items()})


def counted(of: Number, unit: str) -> Number:
    """A number taken for a count of something else."""
    return Counted(of, unit)


def part(of: Operand) -> Number:
    """Everything from nothing to the most that a number can be."""
    return Number("part", number(of))


def at_least(value: Operand) -> Number:
    """Everything from a number upward."""
    return Number("at-least", number(value))


def hull(first: Number, second: Number) -> Number:
    """The smallest interval that holds both."""
    return Number("hull", first, second)


def larger(first: Operand, second: Operand) -> Number:
    """The larger of two numbers."""
    return Number("larger", number(first), number(second))


class _Grown(Number):
    """``grown`` and ``yearly``: years count as bare numbers in an exponent."""

    def measure(self, world: World) -> Measure:
        first, years = (argument.measure(world) for argument in self.arguments)  # type: ignore[attr-defined]
        _same(world.measure("years"), years)
        if self.operation == "grown":
            _same(world.measure("fraction-per-year"), first)
            return Measure()
        _same(Measure(), first)
        return world.measure("fraction-per-year")

    def formula(self, show: Show, likely: bool = False, above: int = 0) -> str:
        first, years = (argument.formula(show, likely) for argument in self.arguments)  # type: ignore[attr-defined]
        if self.operation == "grown":
            rate = f"({first})" if first.startswith("\N{MINUS SIGN}") else first
            return f"(1 + {rate})^{years if years.isdecimal() else f'({years})'}"
        return f"({first})^(1 / {years}) \N{MINUS SIGN} 1"


def grown(rate: Number, years: Number) -> Number:
    """The factor by which a population grows at a yearly rate in so many years."""
    return _Grown("grown", rate, years)


def yearly(factor: Number, years: Number) -> Number:
    """The yearly rate that makes a factor in so many years."""
    return _Grown("yearly", factor, years)


def count(truths: Sequence[Truth], unit: str = "") -> Number:
    """How many of some expressions hold."""
    return _Count(truths, unit)


class _Count(Number):
    def __init__(self, truths: Sequence[Truth], unit: str) -> None:
        super().__init__("count", *truths)
        self.unit = unit

    def measure(self, world: World) -> Measure:
        return world.measure(self.unit)


def fits(implied: Operand, allowed: Operand) -> Judgement:
    """Agree when all that is implied is allowed, contradict when none is, else agree only if."""
    return Judgement("fits", number(implied), number(allowed))


def likely_fits(estimate: Number, allowed: Operand) -> Judgement:
    """``fits`` for an estimate: agrees when its most likely value does."""
    return Judgement("likely-fits", estimate, number(allowed))


def within(part: Operand, whole: Operand) -> Judgement:
    """Whether a part is no larger than its whole."""
    return Judgement("within", number(part), number(whole))


def worst(*judgements: Judgement) -> Judgement:
    """The verdict that leaves the least standing."""
    return Judgement("worst", *judgements)


def solve(node: Node, unknown: Figure, result: Operand) -> Number:
    """What a figure would have to be for an expression to come to ``result``.

    Raises:
        ValueError: the figure does not stand in the expression just once, or stands where its
            operation cannot be undone.
    """
    found = number(result)
    undo = {"+": "-", "-": "+", "*": "/", "/": "*"}
    while node is not unknown:
        operation, on = node.operation, [unknown in each.evidence() for each in node.arguments]
        if sum(on) != 1 or (len(on) != 1 and operation not in undo):
            raise ValueError(f"cannot solve for {unknown.id}: it stands at {on} of {operation}")
        if len(on) != 1:
            kept = node.arguments[on.index(False)]
            assert isinstance(kept, Number)
            if operation == "-" and _nought(found):
                found = kept  # what exceeds something by nought is that something
            elif on[1] and operation in "-/":
                found = Number(operation, kept, found)
            else:
                found = Number(undo[operation], found, kept)
        node = node.arguments[on.index(True)]
    return found


# ------------------------------------------------------------------ what the operations do


def _same(first: Measure, second: Measure) -> Measure:
    if first.powers != second.powers:
        raise UnitError(f"{first} and {second} are not counted in one thing")
    return first


def _nought(node: Node) -> bool:
    """Whether it is a plain nought, which is the same in every measure."""
    if node.operation in ("part", "at-least"):
        return _nought(node.arguments[0])
    return isinstance(node, Given) and not node.unit and node.found == exactly(0)


def aligned(node: Node, world: World) -> list[tuple[Any, float]]:
    """The arguments of a node, each with the factor that brings it into the measure of the first.

    Raises:
        UnitError: they are not counted in one thing.
    """
    numbers = [each for each in node.arguments if isinstance(each, Number) and not _nought(each)]
    if node.operation in _UNLIKE or not numbers:
        return [(each, 1.0) for each in node.arguments]
    first = numbers[0].measure(world)
    for number in numbers[1:]:
        _same(first, number.measure(world))
    return [
        (each, each.measure(world).factor / first.factor if each in numbers else 1.0)
        for each in node.arguments
    ]


def operands(node: Node, world: World) -> tuple[Interval, Interval]:
    """The two numbers that a comparison or judgement sets against each other, in one unit.

    An end stands for itself.
    """
    first, second = (
        exactly(each) if isinstance(each, float) else each for each in _operands(node, world, False)
    )
    return first, second


def _operands(node: Node, world: World, likely: bool) -> list[Any]:
    found: list[Any] = []
    for operand, factor in aligned(node, world):
        open_end = node.operation in _COMPARED and isinstance(operand, End)
        value = operand.end(world) if open_end else operand.value(world, likely)
        found.append(value if factor == 1 else value * factor)
    return found


def _single(value: Interval | float) -> float:
    if isinstance(value, float):
        return value
    if value.width:
        raise ValueError(f"{value} is a range: say .low, .high or .best to compare it")
    return value.low


def _ends(value: Interval | float) -> tuple[float, float]:
    return (value, value) if isinstance(value, float) else (value.low, value.high)


def _over_ends(f: Callable[[float, float], float], a: Interval, b: Interval) -> Interval:
    ends = [f(x, y) for x in (a.low, a.high) for y in (b.low, b.high)]
    return Interval(min(ends), max(ends))


_RANK = {"hull": (0, "…"), "+": (1, "+"), "-": (1, "\N{MINUS SIGN}"), "*": (2, "×"), "/": (2, "/")}
# these are shown as what comes out, not as what goes in
_VALUES = {"low", "high", "best", "result"}
# their arguments need not be counted in one thing
_UNLIKE = {"*", "/", "grown", "yearly", "counted"}
_JOINED = {"*": operator.mul, "/": operator.truediv}
_COMPARED = {"<", "<=", "="}
_ORDER = (Verdict.AGREE, Verdict.UNTESTED, Verdict.SCOPE, Verdict.ONLY_IF, Verdict.CONTRADICT)
_OPERATIONS: dict[str, Callable[..., Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "grown": lambda a, b: _over_ends(lambda rate, years: (1 + rate) ** years, a, b),
    "yearly": lambda a, b: _over_ends(lambda factor, years: factor ** (1 / years) - 1, a, b),
    "counted": lambda x: x,
    "part": lambda x: Interval(0, max(x.high, 0)),
    "at-least": lambda x: Interval(x.low, math.inf),
    "larger": lambda a, b: Interval(max(a.low, b.low), max(a.high, b.high)),
    "hull": lambda a, b: Interval(min(a.low, b.low), max(a.high, b.high)),
    "<": lambda a, b: _single(a) < _single(b),
    "<=": lambda a, b: _single(a) <= _single(b),
    "=": lambda a, b: _ends(a) == _ends(b),
    "contains": Interval.contains,
    "meets": lambda a, b: a.intersect(b) is not None,
    "and": operator.and_,
    "or": operator.or_,
    "not": operator.not_,
    "count": lambda *truths: exactly(float(sum(truths))),
    "fits": fit,
    "likely-fits": fit,
    "within": within_whole,
    "worst": lambda *verdicts: max(verdicts, key=_ORDER.index),
}
