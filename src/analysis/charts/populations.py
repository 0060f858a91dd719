"""Charts of populations: the towns of the borderland, and groups across the border."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from analysis import tables, wording
from analysis.words import say

from . import hedged, theme

_TOWNS = ("jarkent", "zaysan", "lepsinsk")
_GROUPS = (
    "populations-ili-kazakhs-after-1916",
    "populations-xinjiang-kazakhs-late-1930s",
    "populations-russian-migrants-1914",
    "populations-russians-1920",
    "populations-xinjiang-russians-late-1930s",
)


def towns(claims: pd.DataFrame) -> alt.LayerChart:
    """Inhabitants of the towns by year, a line where a town has two figures.

    Args:
        claims: the frame of ``claims.load``.
    """
    chosen = claims[claims["place"].isin(_TOWNS) & (claims["measure"] == "population")]
    names = tables.read("places").set_index("id")["name"]
    frame = pd.DataFrame(
        {
            "claim": chosen.index,
            "town": chosen["place"].map(names),
            "year": chosen["start"].dt.year,
            "people": chosen["best"],
        }
    ).reset_index(drop=True)
    frame["words"] = [
        say("chart-towns", "point", town=row.town, people=wording.number(row.people))
        if row.year < 1930
        else wording.number(row.people)
        for row in frame.itertuples()
    ]
    twice = frame.loc[frame.duplicated("town", keep=False), "year"]
    x = alt.X("year:Q", title=say("chart-year"), scale=alt.Scale(domain=[1920, 1941], nice=False),
              axis=alt.Axis(format="d", values=sorted(set(frame["year"])), grid=False))  # fmt: skip
    y = alt.Y(
        "people:Q",
        title=say("chart-towns", "axis"),
        scale=alt.Scale(domain=[0, 13_000], nice=False),
    )
    base = alt.Chart(frame).encode(x=x, y=y, detail="town:N")
    lines = base.mark_line(strokeWidth=2, color=theme.ACCENT)
    points = base.mark_point(filled=True, size=80, opacity=1, color=theme.ACCENT)
    words = base.mark_text(align="center", dy=-14).encode(
        text="words:N", color=alt.value(theme.INK)
    )
    return theme.finish(
        (lines + points + words).properties(width="container", height=320),
        id="towns",
        title=say("chart-towns", first=str(twice.min()), last=str(twice.max())),
        alt=say("chart-towns", "alt", rows="; ".join(map(_inhabitants, frame.itertuples()))),
        claims=list(frame["claim"]),
    )


def groups(claims: pd.DataFrame) -> alt.LayerChart:
    """Kazakhs and Russians in Xinjiang as rows with the intervals of their hedges.

    Args:
        claims: the frame of ``claims.load``.
    """
    frame = hedged.from_claims(claims, _GROUPS)
    dates = claims.loc[frame.index].apply(wording.period, axis=1)
    frame["label"] = [
        say("chart-what-when", what=label, when=date)
        for label, date in zip(frame["label"], dates, strict=True)
    ]
    return theme.finish(
        hedged.rows(frame, axis=say("chart-groups-in-xinjiang", "axis")),
        id="groups-in-xinjiang",
        title=say("chart-groups-in-xinjiang"),
        alt=say("chart-groups-in-xinjiang", "alt", rows=hedged.told(frame)),
        claims=list(frame.index),
    )


def _inhabitants(row: Any) -> str:
    people = wording.number(row.people)
    return say("chart-towns", "row", town=row.town, year=str(row.year), people=people)
