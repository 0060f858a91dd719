"""The claims of the article: every quantitative statement, with the interval its hedge leaves."""

from __future__ import annotations

import math
from pathlib import Path

import pandas as pd

from analysis import hedges, periods, reads, tables
from analysis.hedges import Interval

GROUP = "claims"
ABOUT_WIDTH = "hedge-about-width"


def load(data: Path = tables.DATA) -> pd.DataFrame:
    """All claims of all claim tables, one row each, indexed by id.

    The columns are those of the claim tables and:

    - ``table``: the table in which the claim stands;
    - ``lower``, ``upper``: the ends of the interval that the hedge leaves, in the unit as printed;
      NaN for an open end, also where the number cannot be negative. For "about" they need the
      assumption ``hedge-about-width`` (its best value); without it both ends are open;
    - ``start``, ``end``: first and last day of the period; NaT where open or not stated;
    - ``passage_sources``: the sources that the ``passage_note`` names.

    Raises:
        DataError: the data have problems; all of them are in the message.
    """
    with reads.unnoted():
        return tables.handed_out(_load(data), GROUP, data)


def _load(data: Path) -> pd.DataFrame:
    frames = tables.load(data)
    members = [table.name for table in tables.package(data).group(GROUP)]
    claims = pd.concat(
        [frames[name].assign(table=name) for name in members], ignore_index=True
    ).set_index("id")
    claims = claims.sort_index()
    assumptions = frames["assumptions"].set_index("id")["best"]
    about_width = assumptions.get(ABOUT_WIDTH)
    cited = tables.cited(frames["sources"])
    claims["passage_sources"] = [cited.get(note, ()) for note in claims["passage_note"]]
    return claims.pipe(_with_ends, about_width).pipe(_with_days)


def interval(claims: pd.DataFrame, id: str) -> Interval:
    """The numbers that a claim leaves possible, in the unit as printed.

    None of the article's quantities can be negative, so an open low end is 0 here.

    Args:
        claims: the frame that ``load`` gives, or some of its rows.
        id: the claim.

    Raises:
        KeyError: there is no such claim.
    """
    lower, upper = (float(claims.at[id, end]) for end in ("lower", "upper"))
    return Interval(
        0.0 if math.isnan(lower) else lower,
        math.inf if math.isnan(upper) else upper,
    )


def _with_ends(claims: pd.DataFrame, about_width: float | None) -> pd.DataFrame:
    """Ends by the rules of ``hedges``, infinite ones as NaN."""
    intervals = [
        hedges.interval(hedge, low, high, best, about_width)
        for hedge, low, high, best in zip(
            claims["hedge"], claims["low"], claims["high"], claims["best"], strict=True
        )
    ]
    ends = pd.DataFrame(
        {"lower": [i.low for i in intervals], "upper": [i.high for i in intervals]},
        index=claims.index,
        dtype="float64",
    )
    return claims.join(ends.replace([-math.inf, math.inf], math.nan))


def _with_days(claims: pd.DataFrame) -> pd.DataFrame:
    """First and last day of the period."""
    parsed = [periods.parse(text) if text else None for text in claims["period"]]
    starts = [period.start if period else None for period in parsed]
    ends = [period.end if period else None for period in parsed]
    return claims.assign(
        start=pd.Series(starts, index=claims.index, dtype="datetime64[s]"),
        end=pd.Series(ends, index=claims.index, dtype="datetime64[s]"),
    )
