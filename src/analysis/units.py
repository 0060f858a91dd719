"""Units as the article prints them, and their conversion with named, sourced factors.

The factors stand in ``data/units.csv``. Two units can be converted into each other if they share a
base unit: versts and metres can, households and people cannot.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from analysis import tables
from analysis.hedges import Interval

Quantity = TypeVar("Quantity", float, Interval)


@dataclass(frozen=True)
class Unit:
    """A unit.

    Attributes:
        id: its name in the claim tables.
        name: the unit written out.
        dimension: the kind of quantity.
        base: the unit to which ``factor`` leads.
        factor: how many base units one unit is.
        source: where the factor comes from; empty for a base unit.
    """

    id: str
    name: str
    dimension: str
    base: str
    factor: float
    source: str


def load(data: Path = tables.DATA) -> dict[str, Unit]:
    """All units by id.

    >>> load()["dessiatines"].base
    'ha'
    """
    return dict(_load(data, tables.stamp(data)))


@lru_cache(maxsize=4)
def _load(data: Path, stamp: tables.Stamp) -> dict[str, Unit]:
    frame = tables.read("units", data)
    columns = ["id", "name", "dimension", "base_unit", "factor", "source"]
    return {row[0]: Unit(*row) for row in frame[columns].itertuples(index=False, name=None)}


def convert(quantity: Quantity, unit: str, to: str, units: Mapping[str, Unit]) -> Quantity:
    """A quantity in another unit.

    Args:
        quantity: a number or an interval in ``unit``.
        unit, to: ids of units.
        units: the units, as ``load`` gives them.

    >>> print(convert(Interval(7, 21), "versts", "km", load()))
    [7.4676, 22.4028]

    Raises:
        ValueError: a unit is unknown, or the two have no base unit in common.
    """
    for name in (unit, to):
        if name not in units:
            raise ValueError(f"unknown unit {name!r}; known are {', '.join(sorted(units))}")
    source, target = units[unit], units[to]
    if source.base != target.base:
        raise ValueError(
            f"{unit} cannot be converted into {to}: "
            f"the base of {unit} is {source.base}, the base of {to} is {target.base}"
        )
    if unit == to:
        return quantity
    return quantity * source.factor / target.factor


@dataclass(frozen=True)
class Measure:
    """What a number is counted in: a factor, and base units with their powers.

    Measures multiply and divide with the numbers; numbers add, subtract and compare only where
    their powers are the same. "km per outpost" is km to the first power and outposts to the power
    of minus one; a share has no powers.

    Attributes:
        factor: how many base units one is.
        powers: base unit and power, sorted, none of them 0.
    """

    factor: float = 1.0
    powers: tuple[tuple[str, int], ...] = ()

    def __mul__(self, other: Measure) -> Measure:
        return Measure(self.factor * other.factor, _joined(self.powers, other.powers, 1))

    def __truediv__(self, other: Measure) -> Measure:
        return Measure(self.factor / other.factor, _joined(self.powers, other.powers, -1))

    def into(self, other: Measure) -> float | None:
        """By what a number in this measure is multiplied to stand in the other.

        None if the two are not counted in one thing.
        """
        return self.factor / other.factor if self.powers == other.powers else None

    def __str__(self) -> str:
        over = [
            name if power == 1 else f"{name}^{power}" for name, power in self.powers if power > 0
        ]
        under = [
            name if power == -1 else f"{name}^{-power}" for name, power in self.powers if power < 0
        ]
        text = " × ".join(over) or "a bare number"
        return f"{text} per {' and '.join(under)}" if under else text


# Units that count nothing by themselves, and how many ones they are.
_BARE = {
    "": 1.0,
    "times": 1.0,
    "to-one": 1.0,
    "to-a-hundred": 0.01,
    "fraction": 1.0,
    "percent": 0.01,
}
_WORDS = {"persons": "people", "person": "people"}


def measure(name: str, units: Mapping[str, Unit]) -> Measure:
    """The measure that the name of a unit stands for.

    A name that ``units`` does not have is a base unit of its own: whatever is counted can be named.

    Args:
        name: id of a unit, or two joined by ``-per-``, the second with a number before it or not.
        units: the units, as ``load`` gives them.

    >>> print(measure("outposts-per-100-km", load()).factor)
    0.01
    >>> print(measure("persons-per-household", load()))
    people per households
    """
    first, per, second = name.partition("-per-")
    if per:
        count, _, rest = second.partition("-")
        times, second = (float(count), rest) if count.isdigit() else (1.0, second)
        above, below = measure(first, units), measure(second, units)
        return Measure(1 / times) * above / below
    if name in _BARE:
        return Measure(_BARE[name])
    one = {unit.name.partition(" or ")[0].replace(" ", "-"): unit for unit in units.values()}
    unit = units.get(_WORDS.get(name, name)) or one.get(name)
    return Measure(unit.factor, ((unit.base, 1),)) if unit else Measure(1.0, ((name, 1),))


def _joined(
    first: tuple[tuple[str, int], ...], second: tuple[tuple[str, int], ...], sign: int
) -> tuple[tuple[str, int], ...]:
    powers = dict(first)
    for name, power in second:
        powers[name] = powers.get(name, 0) + sign * power
    return tuple(sorted((name, power) for name, power in powers.items() if power))
