"""Charts of the border zone: its depth through time, and the terms that the law threatened."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from analysis import units, wording

from . import hedged, theme

_DISPUTED = ("zones-1925-strip-4m", "zones-1927-economic-ban-4m")
_CLOSE = 2.5  # a deeper zone nearer than this, as a factor, leaves no room for words above
_LEVEL = 1.3  # depths nearer than this stand side by side
_PLACES: dict[str, dict[str, Any]] = {
    "above": {"dy": -12},
    "right": {"align": "left", "dx": 8},
    "left": {"align": "right", "dx": -8},
}
_TICKS = (1, 10, 100, 1_000, 10_000, 100_000)


def depths(claims: pd.DataFrame) -> alt.LayerChart:
    """Depths of all zones and strips on one logarithmic scale, by the year of the act.

    Args:
        claims: the frame of ``claims.load``.
    """
    chosen = claims[claims["measure"].isin(["zone-depth", "strip-depth"])]
    undated = [wording.claim(row) for _, row in chosen[chosen["start"].isna()].iterrows()]
    chosen = chosen[chosen["start"].notna()]
    known = units.load()
    frame = pd.DataFrame(
        {
            "claim": chosen.index,
            "zone": chosen["subject"],
            "year": chosen["start"].dt.year,
            "depth_m": [
                units.convert(float(depth), unit, "m", known)
                for depth, unit in zip(chosen["best"], chosen["unit"], strict=True)
            ],
            "printed": [wording.claim(row) for _, row in chosen.iterrows()],
            "disputed": chosen.index.isin(_DISPUTED),
        }
    ).reset_index(drop=True)
    frame["label"] = frame["printed"].where(~frame.duplicated("printed"), "")
    frame["place"] = [_place(row, frame) for row in frame.itertuples()]
    x = alt.X(
        "year:Q",
        title="year of the act",
        scale=alt.Scale(domain=[1916, 1938], nice=False),
        axis=alt.Axis(format="d", tickCount=6, grid=False),
    )
    y = alt.Y(
        "depth_m:Q",
        title="depth of the zone, metres",
        scale=alt.Scale(type="log", domain=[2, 200_000], nice=False),
        axis=alt.Axis(values=list(_TICKS), format=",d"),
    )
    base = alt.Chart(frame).encode(x=x, y=y)
    points = base.mark_point(size=80, strokeWidth=2, opacity=1).encode(
        stroke=alt.value(theme.ACCENT),
        fill=alt.condition("datum.disputed", alt.value(theme.PAPER), alt.value(theme.ACCENT)),
    )
    words = alt.LayerChart(
        layer=[
            base.transform_filter(f"datum.place == '{place}'")
            .mark_text(**mark)
            .encode(text="label:N", color=alt.value(theme.INK))
            for place, mark in _PLACES.items()
        ]
    )
    deepest, least = frame["depth_m"].max(), frame["depth_m"].min()
    in_order = frame.sort_values("year", kind="stable")
    return theme.finish(
        (points + words).properties(width="container", height=380),
        id="zone-depths",
        title=f"Depths run from {wording.number(least)} m to {wording.number(deepest / 1000)} km",
        alt="Depth of each border zone and strip by year, on a logarithmic scale. "
        + "; ".join(f"{row.year}: {row.printed}" for row in in_order.itertuples())
        + f". The strips of {wording.claim(claims.loc[_DISPUTED[0]])} are hollow, because their "
        f"unit is disputed. Not drawn, because the article gives no year: {', '.join(undated)}.",
        claims=list(frame["claim"]),
    )


def _place(row: Any, frame: pd.DataFrame) -> str:
    """Where the words of a point stand: where no point of its year or the next is in the way."""
    others = frame["depth_m"] / row.depth_m
    if ((others > 1) & (others < _CLOSE) & (frame["year"] == row.year)).any():
        return "right"
    level = others.between(1 / _LEVEL, _LEVEL)
    return "left" if (level & (frame["year"] == row.year + 1)).any() else "above"


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
    years = chosen["start"].dt.year.astype("Int64").astype("str").replace("<NA>", "no year")
    frame["label"] = [f"{year}, {label}" for year, label in zip(years, frame["label"], strict=True)]
    for column in ("lower", "upper", "best"):
        frame[column] = [
            units.convert(float(value), unit, "months", known)
            for value, unit in zip(frame[column], chosen["unit"], strict=True)
        ]
    longest = chosen.loc[frame["best"].idxmax()]
    return theme.finish(
        hedged.rows(frame, axis="months"),
        id="penalty-terms",
        title=f"No term on this border is printed above {wording.number(longest['best'])} years",
        alt="Terms as rows, in months, in order of time: "
        + "; ".join(f"{row.label}, {row.text}" for row in frame.itertuples())
        + ". A ceiling is a cap with an arrow to the left.",
        claims=list(frame.index),
    )
