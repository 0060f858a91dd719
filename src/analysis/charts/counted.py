"""Counts of rows as bars with their words above them."""

from __future__ import annotations

import altair as alt
import pandas as pd

from analysis import wording
from analysis.words import say

from . import theme


def of(kinds: pd.Series, names: str) -> pd.DataFrame:
    """How often each kind occurs, most frequent first: columns ``kind``, ``count``, ``words``.

    Args:
        kinds: the kinds, one for each row of the data.
        names: what the ids of the messages begin with that name the kinds.
    """
    counts = kinds.value_counts().rename_axis("kind").reset_index(name="count")
    counts = counts.sort_values(["count", "kind"], ascending=[False, True], ignore_index=True)
    counts["kind"] = [say(f"{names}-{kind}") for kind in counts["kind"]]
    words = [
        say("chart-row", what=kind, figure=wording.number(count))
        for kind, count in zip(counts["kind"], counts["count"], strict=True)
    ]
    return counts.assign(words=words)


def bars(counts: pd.DataFrame, axis: str) -> alt.LayerChart:
    """One bar per row of the frame that ``of`` gives.

    Args:
        counts: the frame.
        axis: title of the quantity axis: what is counted.
    """
    y = alt.Y("kind:N", sort=list(counts["kind"]), axis=None)
    base = alt.Chart(counts).encode(y=y)
    bar = base.mark_bar(height=12, yOffset=6, color=theme.ACCENT).encode(
        x=alt.X("count:Q", title=axis, axis=alt.Axis(tickCount=5, format="d"))
    )
    words = base.mark_text(align="left", baseline="bottom", dy=-3, fontSize=12).encode(
        x=alt.value(0), text="words:N", color=alt.value(theme.INK)
    )
    return (bar + words).properties(width="container", height=38 * len(counts))
