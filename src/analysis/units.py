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
