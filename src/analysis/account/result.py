"""Results: expressions that pages show, each with its id, unit and precision, chosen once.

>>> from analysis.account.expressions import claim
>>> found, people = claim("smuggling-1935-july-value"), claim("detentions-smugglers-1935")
>>> shown = Result("mean", found / people, 1, "rubles-per-person").shown(World.load())
>>> print(shown.value, shown.form, shown.unit, shown.digits)
36 exact rubles-per-person 0
"""

from __future__ import annotations

import math
from typing import Any, Literal, TypeAlias

from analysis.account.expressions import Figure, Json, Known, Number, Show, Truth, UnitError, known
from analysis.account.world import World
from analysis.hedges import Interval
from analysis.units import Measure
from analysis.words.quantity import Quantity, decimals, shape

Kind: TypeAlias = Literal["range", "likely", "estimate"]

_WRITTEN = {"fraction": (100.0, "percent"), "fraction-per-year": (100.0, "percent-per-year")}
RESULTS: dict[str, Result] = {}
ALWAYS: Known = known(True)


class Result(Number):
    """A number that pages show.

    Attributes:
        id: stable name; a line of a check is named after the check: ``check/line``.
        node: how it is reckoned.
        step: the step in which it is written, in its unit: 0.1, 1, 1000.
        unit: the unit in which it is written; what is reckoned must be counted in it.
        kind: ``range`` is all that the figures allow, ``likely`` what they come to at their most
            likely values, ``estimate`` both.
        when: whether it is shown.
        words: the message that says what it is, if several results share one; with its arguments.
    """

    def __init__(
        self,
        id: str,
        node: Number,
        step: float,
        unit: str = "",
        kind: Kind = "range",
        when: Truth = ALWAYS,
        words: str = "",
        **arguments: str | float,
    ) -> None:
        super().__init__("result", node)
        self.id, self.node, self.step, self.unit = id, node, step, unit
        self.kind, self.when = kind, when
        self.words = words or f"result-{id}"
        self.arguments_of_words: dict[str, Any] = arguments
        self.digits = round(-math.log10(step))

    def reckon(self, world: World, likely: bool) -> Interval:
        return self.node.value(world, likely)

    def measure(self, world: World) -> Measure:
        return self.node.measure(world)

    def factor(self, world: World) -> float:
        """By what its value is multiplied to stand in its unit.

        Raises:
            UnitError: what is reckoned is not counted in the unit of the result.
        """
        own, shown = self.node.measure(world), world.measure(self.unit)
        if (factor := own.into(shown)) is None:
            raise UnitError(f"{self.id}: reckoned in {own}, to be shown in {shown}")
        return factor

    def shown(self, world: World) -> Quantity:
        """The value as the book prints it."""
        value, best = self.value(world, self.kind == "likely"), None
        factor = self.factor(world)
        form = shape(value)
        if self.kind == "estimate" and value.width:
            form, best = "estimate", self.value(world, True).low * factor
        return Quantity(form, value * factor, best, self.unit, self.digits)

    def derivation(self, show: Show) -> str:
        """How it is reckoned from its figures."""
        return self.node.formula(show, self.kind == "likely")

    def json(self, world: World) -> Json:
        return ["result", self.id]

    def definition(self, world: World) -> dict[str, object]:
        """What ``json`` refers to."""
        return {
            "node": self.node.json(world),
            "when": self.when.json(world),
            "factor": self.factor(world),
            "digits": self.digits,
            "unit": self.unit,
            "kind": self.kind,
            "words": self.words,
            "arguments": self.arguments_of_words,
        }


def result(
    id: str, node: Number, step: float, unit: str = "", kind: Kind = "range", words: str = ""
) -> Result:
    """A result with a name of its own, which any page and check can show.

    Raises:
        ValueError: the id is taken.
    """
    if id in RESULTS:
        raise ValueError(f"there is a result {id!r} already")
    RESULTS[id] = Result(id, node, step, unit, kind, words=words)
    return RESULTS[id]


def shown_figure(figure: Figure, world: World) -> Quantity:
    """A figure as the book prints it: with its hedge, as finely as it is printed.

    Parts of one are written in per cent.
    """
    found = world.figure(figure.id, figure.kind)
    factor, unit = shown_factor(found.unit)
    digits = max(decimals(round(end * factor, 9)) for end in found.ends)
    return Quantity(found.hedge, found.value * factor, found.best * factor, unit, digits)


def shown_factor(unit: str) -> tuple[float, str]:
    """By what a figure in a unit is multiplied to be written, and the unit in which it then is."""
    return _WRITTEN.get(unit, (1.0, unit))
