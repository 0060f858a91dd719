"""The whole account as one system for the engine: every line an identity, every bound a bound.

Nothing is set up by hand: quantities are the figures and the lines of the checks, under their own
ids; identities are the lines' expressions; bounds are what the rules of the verdicts demand. A
check whose readings decide demands nothing, since each reading would be another system.
"""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from analysis.account import checks
from analysis.account.case import AMONG, CONTRADICT, Case, Holds
from analysis.account.expressions import (
    Choice,
    Counted,
    End,
    Figure,
    Given,
    Judgement,
    Number,
    Truth,
    aligned,
)
from analysis.account.result import Result
from analysis.account.world import World
from analysis.hedges import Interval
from analysis.reconcile import (
    Conflict,
    Conflicts,
    Identity,
    Propagation,
    Quantity,
    System,
    conflicts,
    propagate,
)

Factors = tuple[tuple[str, float], ...]
Sum = dict[Factors, float]  # products of powers of quantities, each with its coefficient


_HOLDS = " holds"  # behind the id of a check: the name of what its verdict demands


class NotASum(ValueError):
    """An expression that the engine has no form for."""


@dataclass
class _Builder:
    world: World
    likely: bool
    quantities: dict[str, Quantity] = field(default_factory=dict)
    identities: list[Identity] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)

    def figure(self, figure: Figure) -> Sum:
        """A figure under its id; assumptions at their most likely values if that is asked."""
        likely = self.likely and figure.kind == "assumption"
        kind = "assumption" if figure.kind == "assumption" else "claim"
        return self.given(figure.id, figure.value(self.world, likely), kind)

    def given(self, name: str, value: Interval, kind: str) -> Sum:
        self.quantities[name] = Quantity(name, value.low, value.high, kind=kind)
        return {((name, 1.0),): 1.0}

    def sum(self, node: Number) -> Sum:
        """An expression as a sum of products.

        Raises:
            NotASum: it is none.
        """
        match node:
            case Figure():
                return self.figure(node)
            case Result():
                return self.line(node)
            case Choice():
                return self.sum(node.chosen(self.world))
            case Counted():
                return self.sum(_number(node.arguments[0]))
            case End() if node.operation == "best" or not isinstance(node.of, Figure):
                return {(): node.value(self.world).low}
            case End():
                return self.sum(node.of)
            case Given() if node.found.width == 0:
                return {(): node.found.low}
        if node.operation not in ("+", "-", "*", "/"):
            return self.other(node)
        left, right = (
            _scaled(self.sum(each), factor) for each, factor in aligned(node, self.world)
        )
        if node.operation in ("+", "-"):
            return _added(left, right, 1 if node.operation == "+" else -1)
        ((factors, x),) = self.single(left).items()
        ((more, y),) = self.single(right).items()
        if node.operation == "/":
            more, y = tuple((name, -power) for name, power in more), 1 / y
        return {_joined(factors + more): x * y}

    def other(self, node: Number) -> Sum:
        """What is no sum of products: a quantity of its own, named by what it rests on."""
        if node.operation not in ("grown", "yearly", "hull", "larger", "count", "number"):
            raise NotASum(node.operation)
        likely = self.likely and node.operation == "grown"
        value = node.value(self.world, likely)
        if value.width == 0:
            return {(): value.low}
        ids = list(dict.fromkeys(figure.id for figure in node.evidence()))
        kinds = {figure.kind for figure in node.evidence()}
        # the same expression, written twice, is one quantity
        key = json.dumps(node.json(self.world))
        if key not in self.names:
            name = f"{node.operation} of {', '.join(ids) or 'the map'}"
            number = sum(other.startswith(name) for other in self.names.values()) + 1
            self.names[key] = name if number == 1 else f"{name} ({number})"
        kind = "assumption" if kinds == {"assumption"} else "claim"
        return self.given(self.names[key], value, kind)

    def single(self, terms: Sum) -> Sum:
        """One product: a sum becomes a quantity of its own, for the engine narrows products.

        Multiplied out, ``people * (1 - returns)`` would name people twice.
        """
        if len(terms) == 1:
            return terms
        parts = (f"{x:+g}{''.join(f' {n}' for n, _ in factors)}" for factors, x in terms.items())
        name = " ".join(parts)
        own: Sum = {((name, 1.0),): 1.0}
        if name not in self.quantities:
            self.quantities[name] = Quantity(name, kind="unknown")
            self.equal(name, own, terms)
        return own

    def line(self, result: Result) -> Sum:
        """A line of a check: an unknown under its id, equal to its expression."""
        own: Sum = {((result.id, 1.0),): 1.0}
        if result.id not in self.quantities:
            self.quantities[result.id] = Quantity(result.id, kind="unknown")
            try:
                self.equal(result.id, own, self.sum(result.node))
            except NotASum as reason:
                self.left_out.append(f"{result.id}: {reason}")
        return own

    def equal(self, name: str, left: Sum, right: Sum, low: float = 0.0, high: float = 0.0) -> None:
        difference = _added(left, right, -1)
        terms = tuple((x, factors) for factors, x in difference.items() if x)
        if not any(factors for _, factors in terms):
            return  # says nothing of any quantity
        self.identities.append(Identity(name, terms, low, high))

    # ---------------------------------------------------------------- what verdicts demand

    def check(self, case: Case) -> None:
        for line in case.lines.values():
            self.line(line)
        for rule in case.rules:
            try:
                if not isinstance(rule, tuple):
                    self.demand(case.id, rule, True)
                elif rule[0] == CONTRADICT:
                    self.demand(case.id, rule[1], False)
                elif rule[1].value(self.world):
                    return  # decided for another reason: the figures are not compared
            except NotASum as reason:
                self.left_out.append(f"{case.id}: {reason}")

    def demand(self, name: str, holds: Holds, so: bool) -> None:
        """What must be so for a rule to hold, or not to hold."""
        operation = holds.operation
        if holds is AMONG or operation in ("known", "or", "count"):
            return
        if operation == "not":
            self.demand(name, _holds(holds.arguments[0]), not so)
            return
        if operation in ("and", "worst"):
            if so:
                for argument in holds.arguments:
                    self.demand(name, _holds(argument), True)
            return
        first, second = (operand for operand, _ in aligned(holds, self.world))
        factor = aligned(holds, self.world)[1][1]
        if operation in ("<", "<="):
            ends = (-math.inf, 0.0) if so else (0.0, math.inf)
        elif operation == "within" or (
            operation in ("fits", "likely-fits") and second.operation == "part"
        ):
            ends = (-math.inf, 0.0)
        elif second.operation == "at-least":
            ends = (0.0, math.inf)
        elif so and operation in ("fits", "=", "contains", "meets"):
            ends = (0.0, 0.0)
        else:
            return
        if second.operation in ("part", "at-least"):
            second = _number(second.arguments[0])
        self.equal(f"{name}{_HOLDS}", self.sum(first), _scaled(self.sum(second), factor), *ends)


def system(
    world: World | None = None, likely: bool = False, without: Collection[str] = ()
) -> System:
    """Every line and every demand of every check as one system.

    Args:
        world: the data and settings.
        likely: assumptions at their most likely values; otherwise anywhere in their ranges.
        without: checks to leave out.
    """
    world = world or World.load()
    builder = _Builder(world, likely)
    for id, case in checks(world).items():
        if id not in without:
            builder.check(case)
    named = {name for each in builder.identities for name in each.quantities}
    quantities = [q for name, q in builder.quantities.items() if name in named]
    return System(quantities, list(_distinct(builder.identities)))


def lines(id: str, world: World | None = None) -> System:
    """The lines of one check as a system, without what its verdict demands: for drawing samples."""
    world = world or World.load()
    builder = _Builder(world, likely=False)
    for line in checks(world)[id].lines.values():
        builder.line(line)
    return System(builder.quantities.values(), list(_distinct(builder.identities)))


@lru_cache(maxsize=4)
def contradictions(world: World, likely: bool = False) -> Conflicts:
    """The minimal sets of figures that cannot hold together, over all checks at once."""
    return conflicts(system(world, likely))


def asked(conflict: Conflict) -> tuple[str, ...]:
    """The checks whose demands a contradiction names."""
    named = (name.partition(_HOLDS) for name in conflict.identities)
    return tuple(dict.fromkeys(check for check, holds, _ in named if holds))


def narrowed(world: World, found: Conflicts) -> Propagation:
    """What the account leaves of each figure, with assumptions anywhere in their ranges.

    The checks whose figures cannot hold together are left out: they would leave nothing of any.

    Args:
        world: the data and settings.
        found: ``contradictions`` of the same.
    """
    clashing = {check for each in found.sets for check in asked(each)}
    return propagate(system(world, without=clashing))


def _distinct(identities: list[Identity]) -> Iterator[Identity]:
    """Identities under names of their own, the same one once."""
    seen: dict[tuple[object, ...], str] = {}
    names: dict[str, int] = {}
    for each in identities:
        key = (each.terms, each.low, each.high)
        if key in seen:
            continue
        names[each.name] = names.get(each.name, 0) + 1
        number = names[each.name]
        seen[key] = each.name if number == 1 else f"{each.name} ({number})"
        yield Identity(seen[key], each.terms, each.low, each.high)


def _number(node: object) -> Number:
    assert isinstance(node, Number)
    return node


def _holds(node: object) -> Holds:
    assert isinstance(node, Truth | Judgement)
    return node


def _scaled(terms: Sum, factor: float) -> Sum:
    return terms if factor == 1 else {factors: x * factor for factors, x in terms.items()}


def _added(left: Sum, right: Sum, sign: int) -> Sum:
    return {
        factors: left.get(factors, 0.0) + sign * right.get(factors, 0.0)
        for factors in {**left, **right}
    }


def _joined(factors: Factors) -> Factors:
    powers: dict[str, float] = {}
    for name, power in factors:
        powers[name] = powers.get(name, 0.0) + power
    return tuple(sorted((name, power) for name, power in powers.items() if power))
