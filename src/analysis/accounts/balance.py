"""The account of the Kazakhs of Xinjiang from about 1917 to the end of the 1930s.

Stock at the end = stock at the start + natural growth + arrivals − losses − returns, with each
group grown over the years it was there:

    end = (ili · (1 − gone) + others) · (1 + growth)^years
          + settlers · (1 + growth)^years_since_flight
    settlers = households · (1 − elsewhere) · size · (1 − losses) · (1 − returned)

The stock of the districts for which the article prints nothing (``others``) is what is left when
the printed stock at the end is put in. A negative rest says that the figures cannot all hold.

The terms are plain arithmetic, so floats and numpy arrays serve alike; the page of what-ifs
computes the same in the browser.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from itertools import product
from typing import Any

from analysis.hedges import Interval

# what nobody states, in words
UNKNOWN = {
    "to-mongolia": "households to Mongolia",
    "stayed": "part of the arrivals that did not return",
    "kept": "part of the arrivals that were not lost",
    "remained": "part of the Ili Kazakhs that had not left before the flight",
    "arrivals": "people who came to Xinjiang",
    "settlers": "arrivals who stayed and lived",
    "others": "Kazakhs of the other districts at the end of the 1930s",
    "growth-since-1917": "factor of natural growth since about 1917",
    "growth-since-flight": "factor of natural growth since the flight",
}


@dataclass(frozen=True)
class Account:
    """What the account starts from; floats or arrays of one shape.

    Attributes:
        households: emigrant households, of all destinations that the figure covers.
        size: people in one household.
        elsewhere: part of the households that did not go to Xinjiang.
        losses: part of the arrivals that died beyond the ordinary or went on.
        returned: part of the arrivals that went back to the USSR.
        growth: natural growth in a year.
        ili: Kazakhs of the Ili District after 1916.
        gone: part of these that had left again before the flight.
        end: Kazakhs of Xinjiang at the end.
        years: from the count in the Ili District to the end.
        years_since_flight: from the flight to the end.
    """

    households: Any
    size: Any
    elsewhere: Any
    losses: Any
    returned: Any
    growth: Any
    ili: Any
    gone: Any
    end: Any
    years: Any
    years_since_flight: Any


def arrivals(account: Account) -> Any:
    """People who came to Xinjiang with the flight."""
    return account.households * (1 - account.elsewhere) * account.size


def settlers(account: Account) -> Any:
    """Those of the arrivals who stayed and lived."""
    return arrivals(account) * (1 - account.losses) * (1 - account.returned)


def settlers_at_end(account: Account) -> Any:
    """The settlers with their natural growth, at the end."""
    return settlers(account) * (1 + account.growth) ** account.years_since_flight


def ili_at_end(account: Account) -> Any:
    """The Kazakhs of the Ili District who stayed, with their natural growth, at the end."""
    return account.ili * (1 - account.gone) * (1 + account.growth) ** account.years


def others_at_end(account: Account) -> Any:
    """Kazakhs of the other districts at the end: the rest; negative if the rest is not there."""
    return account.end - ili_at_end(account) - settlers_at_end(account)


def others(account: Account) -> Any:
    """Kazakhs of the other districts at the start, about 1917; negative as above."""
    return others_at_end(account) / (1 + account.growth) ** account.years


def spread(account: Account, ranges: dict[str, Interval]) -> Interval:
    """The rest at the end when some terms may lie anywhere in a closed interval.

    The rest falls or rises with each term over its whole range (all terms being positive and
    parts below one), so its ends lie at ends of the ranges.

    Args:
        account: the terms that have no range.
        ranges: names of terms, and the finite intervals they may lie in.

    Raises:
        ValueError: a range is open, or names no term.
    """
    known = {field.name for field in fields(Account)}
    for name, interval in ranges.items():
        if name not in known:
            raise ValueError(f"{name!r} is not a term of the account; terms are {sorted(known)}")
        if interval.width == float("inf"):
            raise ValueError(f"the range of {name!r} is open: {interval}")
    corners = product(*((interval.low, interval.high) for interval in ranges.values()))
    rests = [
        others_at_end(replace(account, **dict(zip(ranges, corner, strict=True))))
        for corner in corners
    ]
    return Interval(min(rests), max(rests))
