"""Charts for the chapter on how to read the book: what hedges leave possible, and their number."""

from __future__ import annotations

import altair as alt
import pandas as pd

from analysis import wording

from . import counted, hedged, theme

# One claim for each hedge, chosen to be of people so that they share an axis.
_EXAMPLES = (
    "detentions-outward-1930",
    "garrison-personnel-mid-1930s",
    "garrison-personnel-late-1930s",
    "detentions-helpers-1927",
    "detentions-emigres-puchkov-1932",
    "detentions-violators-1930",
)


def hedges(claims: pd.DataFrame) -> alt.LayerChart:
    """Example claims with the intervals of their hedges.

    Args:
        claims: the frame of ``claims.load``.
    """
    frame = hedged.from_claims(claims, _EXAMPLES, disputed=["detentions-violators-1930"])
    frame["label"] = [f"“{printed}”" for printed in claims.loc[frame.index, "as_printed"]]
    frame["text"] = claims.loc[frame.index, "hedge"].str.replace("-", " ")
    chart = hedged.rows(frame, axis="people")
    return theme.finish(
        chart,
        id="hedges",
        title="A hedge closes one end of a figure, both, or none",
        alt="Six figures from the article as rows. An exact figure is a full bar. "
        "A range and about are full up to their lower end and pale up to the upper one. Nearly is "
        "pale with an arrow to the left, over full and then pale with an arrow to the right. The "
        "disputed figure is a hollow bar. " + _listed(claims, frame.index),
        claims=list(frame.index),
    )


def hedges_by_table(claims: pd.DataFrame) -> alt.LayerChart:
    """How many claims of each hedge, over all tables.

    Args:
        claims: the frame of ``claims.load``.
    """
    counts = counted.of(claims["hedge"])
    exact = int(counts.set_index("kind")["count"].get("exact", 0))
    return theme.finish(
        counted.bars(counts, axis="claims"),
        id="hedges-by-kind",
        title=f"{exact} of {len(claims)} claims are printed without any hedge",
        alt="Bars with the number of claims for each hedge: " + "; ".join(counts["words"]) + ".",
        claims=[],
    )


def _listed(claims: pd.DataFrame, ids: pd.Index) -> str:
    return "; ".join(wording.claim(claims.loc[id]) for id in ids) + "."
