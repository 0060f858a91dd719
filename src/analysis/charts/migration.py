"""Charts of migration: households against people, and the figures for China."""

from __future__ import annotations

import altair as alt
import numpy as np
import pandas as pd

from analysis import wording

from . import hedged, theme

_PEOPLE, _HOUSEHOLDS = "migration-people-1930-1933", "migration-households-1930-1933"
_CHINA = ("migration-households-western-china", "migration-households-china-mongolia")
_FEWEST, _MOST = 1, 6  # persons in a household, the ends of the scale
_SHOWN = 4  # a size between them, for the words


def persons_per_household(claims: pd.DataFrame) -> alt.LayerChart:
    """People in the printed households at each size of household, against the printed people.

    Args:
        claims: the frame of ``claims.load``.
    """
    people, households = claims.loc[_PEOPLE, "best"], claims.loc[_HOUSEHOLDS, "best"]
    size = np.round(np.arange(_FEWEST, _MOST + 0.01, 0.1), 1)
    frame = pd.DataFrame({"persons_per_household": size, "people": size * households})
    implied = people / households
    sizes = alt.Scale(domain=[_FEWEST, _MOST], nice=False)
    axis = alt.Axis(format="d", tickCount=5)
    x = alt.X("persons_per_household:Q", title="persons per household", scale=sizes, axis=axis)
    top = float(frame["people"].max())
    y = alt.Y("people:Q", title="people", scale=alt.Scale(domain=[0, top], nice=False),
              axis=alt.Axis(format="~s", labelExpr=theme.SHORT))  # fmt: skip
    line = alt.Chart(frame).mark_line(strokeWidth=3, color=theme.ACCENT).encode(x=x, y=y)
    total = pd.DataFrame({"people": [people], "words": [wording.claim(claims.loc[_PEOPLE])]})
    level = alt.Chart(total).encode(y=y)
    rule = level.mark_rule(strokeWidth=2, color=theme.SECOND)
    total_words = level.mark_text(align="right", dy=12, color=theme.SECOND).encode(
        x=alt.value("width"), text="words:N"
    )
    meeting = pd.DataFrame(
        {"persons_per_household": [implied], "people": [people], "words": [f"{implied:.2f}"]}
    )
    crossing = alt.Chart(meeting).encode(x=x, y=y)
    point = crossing.mark_point(filled=True, size=110, opacity=1, color=theme.INK)
    point_words = crossing.mark_text(align="left", dx=8, dy=14, fontWeight="bold").encode(
        text="words:N", color=alt.value(theme.INK)
    )
    named = pd.DataFrame(
        {
            "persons_per_household": [4.2],
            "people": [4.2 * households],
            "words": [wording.claim(claims.loc[_HOUSEHOLDS])],
        }
    )
    line_words = (
        alt.Chart(named)
        .mark_text(align="right", dx=-14, dy=-4, color=theme.ACCENT)
        .encode(x=x, y=y, text="words:N")
    )
    layers = (line, rule, total_words, point, point_words, line_words)
    return theme.finish(
        alt.LayerChart(layer=list(layers)).properties(width="container", height=340),
        id="persons-per-household",
        title=f"The two totals meet at {implied:.2f} persons per household",
        alt="A rising line shows how many people "
        f"{wording.claim(claims.loc[_HOUSEHOLDS])} would be at {_FEWEST} to {_MOST} "
        "persons per household. A level line marks "
        f"{wording.claim(claims.loc[_PEOPLE])}. They cross at {implied:.2f} persons; "
        f"at {_SHOWN}, the households would be {wording.number(_SHOWN * households)} people.",
        claims=[_HOUSEHOLDS, _PEOPLE],
    )


def to_china(claims: pd.DataFrame) -> alt.LayerChart:
    """The two figures for households that left for China, beside the total.

    Args:
        claims: the frame of ``claims.load``.
    """
    ids = [*_CHINA, _HOUSEHOLDS]
    frame = hedged.from_claims(claims, ids, disputed=[_HOUSEHOLDS])
    return theme.finish(
        hedged.rows(frame, axis="households"),
        id="households-to-china",
        title="A floor for Western China, a larger figure for a larger area",
        alt="Figures as rows: "
        + "; ".join(f"{row.label}: {row.text}" for row in frame.itertuples())
        + ". The first is a floor with an arrow to the right, the last is hollow because it is "
        "disputed.",
        claims=ids,
    )
