"""Figures in words: how a number, a hedge and a unit are written in a sentence.

>>> number(400000)
'400,000'
>>> quantity("over", 400000, None, 400000, "people")
'over 400,000 people'
>>> quantity("range", 500, 700, None, "people")
'500 to 700 people'
>>> quantity("exact", 1, 1, 1, "gangs")
'1 gang'
"""

from __future__ import annotations

import math

import pandas as pd

from analysis import periods, units

_HEDGES = {
    "exact": "",
    "counted": "",
    "range": "",
    "about": "about ",
    "nearly": "nearly ",
    "over": "over ",
    "no-less-than": "no less than ",
    "at-most": "at most ",
}
# Units whose symbol reads better than their name; "" stands for a bare number.
_SYMBOLS = {"km": "km", "m": "m", "ha": "ha", "percent": "%", "fraction": ""}
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def number(value: float) -> str:
    """A number with a comma between thousands and no empty decimals.

    >>> number(7.5), number(19.28), number(1636)
    ('7.5', '19.28', '1,636')
    """
    return f"{value:,.4f}".rstrip("0").rstrip(".")


def figure(hedge: str, low: float | None, high: float | None, best: float | None) -> str:
    """The number of a claim with its hedge and without its unit."""
    if hedge == "range":
        return f"{number(float(low or 0))} to {number(float(high or 0))}"
    return _HEDGES[hedge] + number(float(best or 0))


def quantity(
    hedge: str, low: float | None, high: float | None, best: float | None, unit: str
) -> str:
    """The number of a claim with its hedge and its unit.

    Raises:
        KeyError: the hedge or the unit is unknown.
    """
    largest = max(v for v in (low, high, best) if v is not None and not math.isnan(v))
    return with_unit(figure(hedge, low, high, best), unit, singular=largest == 1)


def with_unit(figure: str, unit: str, singular: bool = False) -> str:
    """A figure with the name or symbol of its unit behind it."""
    if unit in _SYMBOLS:
        return f"{figure}\N{NO-BREAK SPACE}{_SYMBOLS[unit]}" if _SYMBOLS[unit] else figure
    one, _, many = units.load()[unit].name.partition(" or ")
    return f"{figure} {one if singular else many or one}"


def claim(row: pd.Series) -> str:
    """The figure of a claim (a row of ``claims.load``) with hedge and unit."""
    return quantity(row["hedge"], row["low"], row["high"], row["best"], row["unit"])


def date(text: str) -> str:
    """A date or period of the data in words.

    >>> date("1927-06-15"), date("1925-06/1925-08"), date("1930/1933")
    ('15 June 1927', 'June 1925 to August 1925', '1930 to 1933')
    >>> date("1934~/1936~"), date("1929/.."), date("../1924-02")
    ('about 1934 to about 1936', 'from 1929', 'until February 1924')
    """
    if not text:
        return "no date"
    periods.parse(text)
    start, slash, end = text.partition("/")
    if not slash:
        return _day(start)
    if end == "..":
        return f"from {_day(start)}"
    if start == "..":
        return f"until {_day(end)}"
    return f"{_day(start)} to {_day(end)}"


def _day(text: str) -> str:
    about = "about " if text.endswith("~") else ""
    year, *rest = text.rstrip("~").split("-")
    words = [year]
    if rest:
        words.insert(0, _MONTHS[int(rest[0]) - 1])
    if len(rest) == 2:
        words.insert(0, str(int(rest[1])))
    return about + " ".join(words)


def period(row: pd.Series) -> str:
    """When a claim (a row of ``claims.load``) holds, in words."""
    return date(row["period"])
