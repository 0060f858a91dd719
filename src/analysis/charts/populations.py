"""Charts of populations: the towns of the borderland, and groups across the border."""

from __future__ import annotations

import altair as alt
import pandas as pd

from analysis import wording

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
    frame = pd.DataFrame(
        {
            "claim": chosen.index,
            "town": chosen["place"].str.capitalize(),
            "year": chosen["start"].dt.year,
            "people": chosen["best"],
        }
    ).reset_index(drop=True)
    frame["words"] = [
        f"{row.town} {wording.number(row.people)}"
        if row.year < 1930
        else wording.number(row.people)
        for row in frame.itertuples()
    ]
    twice = frame.loc[frame.duplicated("town", keep=False), "year"]
    x = alt.X("year:Q", title="year", scale=alt.Scale(domain=[1920, 1941], nice=False),
              axis=alt.Axis(format="d", values=sorted(set(frame["year"])), grid=False))  # fmt: skip
    y = alt.Y("people:Q", title="inhabitants", scale=alt.Scale(domain=[0, 13_000], nice=False))
    base = alt.Chart(frame).encode(x=x, y=y, detail="town:N")
    lines = base.mark_line(strokeWidth=2, color=theme.ACCENT)
    points = base.mark_point(filled=True, size=80, opacity=1, color=theme.ACCENT)
    words = base.mark_text(align="center", dy=-14).encode(
        text="words:N", color=alt.value(theme.INK)
    )
    return theme.finish(
        (lines + points + words).properties(width="container", height=320),
        id="towns",
        title=f"Two border towns hardly grew from {twice.min()} to {twice.max()}",
        alt="Inhabitants of three towns by year. "
        + "; ".join(f"{r.town} {r.year}: {wording.number(r.people)}" for r in frame.itertuples())
        + ". Jarkent and Zaysan have two points each, joined by an almost level line.",
        claims=list(frame["claim"]),
    )


def groups(claims: pd.DataFrame) -> alt.LayerChart:
    """Kazakhs and Russians in Xinjiang as rows with the intervals of their hedges.

    Args:
        claims: the frame of ``claims.load``.
    """
    frame = hedged.from_claims(claims, _GROUPS)
    dates = claims.loc[frame.index].apply(wording.period, axis=1)
    frame["label"] = [f"{label}, {date}" for label, date in zip(frame["label"], dates, strict=True)]
    return theme.finish(
        hedged.rows(frame, axis="people"),
        id="groups-in-xinjiang",
        title="Five figures for Xinjiang, five different groups",
        alt="Figures for groups in Xinjiang as rows: "
        + "; ".join(f"{row.label}: {row.text}" for row in frame.itertuples())
        + ". No line joins them, because each is of another group.",
        claims=list(frame.index),
    )
