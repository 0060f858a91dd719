"""Charts of the border zone: its depth through time, and the terms that the law threatened."""

from __future__ import annotations

import altair as alt
import numpy as np
import pandas as pd

from analysis import units, wording
from analysis.hedges import Interval
from analysis.words import Quantity, decimals, say

from . import hedged, theme

_DISPUTED = ("zones-1925-strip-4m", "zones-1927-economic-ban-4m")
# what a zone was for, where it was not for entry, residence and work
_PURPOSES = {
    "zones-1922-contraband-21-versts": "trade",
    "zones-1923-search-7-5": "trade",
    "zones-1924-trade-50": "trade",
    "zones-1929-gold-100": "gold",
    "zones-passport-other-first": "passports",
    "zones-passport-other-then": "passports",
    "zones-passport-west": "passports",
}
_ENTRY = "entry"
_COLOURS = {
    _ENTRY: theme.ACCENT,
    "trade": theme.SECOND,
    "gold": theme.THIRD,
    "passports": theme.PALETTE[3],
}
_WEST = "western-border"
_DEPTHS, _TERMS = "chart-zone-depths", "chart-penalty-terms"
_DEEPEST = 128  # kilometres up to which the picture has room for words
_FOOT = -24  # and down to which, for the years


def depths(claims: pd.DataFrame) -> alt.LayerChart:
    """How far each zone and strip reached inland, act by act, coloured by what it was for.

    Acts follow each other in time; those without a year stand after them, and what concerns the
    western border apart.

    Args:
        claims: the frame of ``claims.load``.
    """
    chosen = claims[claims["measure"].isin(["zone-depth", "strip-depth"])]
    known = units.load()
    frame = pd.DataFrame(
        {
            "claim": chosen.index,
            "zone": chosen["subject"],
            "year": _years(chosen),
            "depth_m": [
                units.convert(float(depth), unit, "m", known)
                for depth, unit in zip(chosen["best"], chosen["unit"], strict=True)
            ],
            "printed": [wording.claim(row) for _, row in chosen.iterrows()],
            "disputed": chosen.index.isin(_DISPUTED),
            "purpose": [_purpose(_PURPOSES.get(str(id), _ENTRY)) for id in chosen.index],
            "west": chosen["place"] == _WEST,
            "begins": chosen["start"].dt.year,  # those without a year stand last
        }
    )
    frame.loc[frame["west"], "year"] = say(_DEPTHS, "west")
    frame = frame.sort_values(["west", "begins", "year", "depth_m", "claim"], ignore_index=True)
    # a gap before each year, and a wider one before what has none and before the west
    new = frame["year"].ne(frame["year"].shift())
    frame["from"] = np.arange(len(frame)) + 0.5 * new.cumsum()
    frame["to"] = frame["from"] + 0.8
    frame["centre"] = frame["from"] + 0.4
    frame["top"] = frame["depth_m"] / 1000
    frame["zero"] = 0
    x = alt.X(
        "from:Q",
        axis=None,
        scale=alt.Scale(domain=[0, float(frame["to"].max()) + 0.2], nice=False),
    )
    y = alt.Scale(domain=[_FOOT, _DEEPEST], nice=False)
    depth = alt.Y(
        "top:Q",
        title=say(_DEPTHS, "axis"),
        scale=y,
        axis=alt.Axis(values=[0, 25, 50, 75, 100]),
    )
    colour = alt.Color(
        "purpose:N",
        scale=alt.Scale(domain=list(map(_purpose, _COLOURS)), range=list(_COLOURS.values())),
        legend=alt.Legend(columns=2),
    )
    base = alt.Chart(frame)
    bars = base.mark_rect(opacity=0.85).encode(x=x, x2="to:Q", y=depth, y2="zero:Q", color=colour)
    # seen also where the zone is a few metres deep
    ends = base.mark_rule(strokeWidth=2.5).encode(x=x, x2="to:Q", y=depth, color=colour)
    said = base.mark_text(angle=270, align="left", dx=5, fontSize=11).encode(
        x=alt.X("centre:Q", axis=None), y=depth, text="printed:N", color=alt.value(theme.INK)
    )
    years = (
        base.transform_filter(alt.FieldOneOfPredicate("claim", list(frame.loc[new, "claim"])))
        .mark_text(angle=270, align="right", dx=-5, fontSize=11)
        .encode(
            x=alt.X("centre:Q", axis=None), y=alt.Y("zero:Q"), text="year:N",
            color=alt.value(theme.MUTED),
        )
    )  # fmt: skip
    deepest, least = frame["depth_m"].max(), frame["depth_m"].min()
    return theme.finish(
        (bars + ends + said + years).properties(width="container", height=380),
        id="zone-depths",
        title=say(_DEPTHS, least=wording.number(least), deepest=wording.number(deepest / 1000)),
        alt=say(
            _DEPTHS,
            "alt",
            rows="; ".join(
                say(_DEPTHS, "row", year=row.year, depth=row.printed, zone=row.zone)
                for row in frame.itertuples()
            ),
            disputed=wording.claim(claims.loc[_DISPUTED[0]]),
        ),
        claims=list(frame["claim"]),
        table=frame[["claim", "year", "zone", "purpose", "printed", "depth_m"]],
    )


def terms(claims: pd.DataFrame) -> alt.LayerChart:
    """Terms of prison, labour and expulsion, in months, as rows in order of time.

    Terms without a year stand last.

    Args:
        claims: the frame of ``claims.load``.
    """
    measures = ["prison-term", "forced-labour-term", "expulsion-term", "residence-term"]
    chosen = claims[claims["measure"].isin(measures)].sort_values(["start", "subject"])
    known = units.load()
    frame = hedged.from_claims(claims, list(chosen.index))
    frame["label"] = hedged.dated(frame["label"], _years(chosen))
    for column in ("lower", "upper", "best"):
        frame[column] = [
            units.convert(float(value), unit, "months", known)
            for value, unit in zip(frame[column], chosen["unit"], strict=True)
        ]
    longest = float(chosen.loc[frame["best"].idxmax(), "best"])
    term = Quantity("exact", Interval.exactly(longest), None, "years", decimals(longest))
    return theme.finish(
        hedged.rows(frame, axis=say(_TERMS, "axis")),
        id="penalty-terms",
        title=say(_TERMS, longest=term),
        alt=say(_TERMS, "alt", rows=hedged.told(frame)),
        claims=list(frame.index),
    )


def _years(claims: pd.DataFrame) -> list[str]:
    """The year of each act in words, or the years between which it lies."""
    return [
        say(_DEPTHS, "no-year")
        if pd.isna(start)
        else str(start.year)
        if pd.isna(end) or end.year == start.year
        else f"{start.year}–{end.year}"
        for start, end in zip(claims["start"], claims["end"], strict=True)
    ]


def _purpose(purpose: str) -> str:
    return say(f"chart-purpose-{purpose}")
