"""Charts for the chapter on how to read the book: what hedges leave possible, and their number."""

from __future__ import annotations

import altair as alt
import pandas as pd

from analysis import wording
from analysis.words import say

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
    frame["label"] = [
        say("chart-quoted", printed=printed) for printed in claims.loc[frame.index, "as_printed"]
    ]
    frame["text"] = [say(f"chart-hedge-{hedge}") for hedge in claims.loc[frame.index, "hedge"]]
    chart = hedged.rows(frame, axis=say("chart-hedges", "axis"))
    return theme.finish(
        chart,
        id="hedges",
        title=say("chart-hedges"),
        alt=say("chart-hedges", "alt", rows=_listed(claims, frame.index)),
        claims=list(frame.index),
    )


def hedges_by_table(claims: pd.DataFrame) -> alt.LayerChart:
    """How many claims of each hedge, over all tables.

    Args:
        claims: the frame of ``claims.load``.
    """
    counts = counted.of(claims["hedge"], names="chart-hedge")
    exact, all = (wording.number(n) for n in ((claims["hedge"] == "exact").sum(), len(claims)))
    return theme.finish(
        counted.bars(counts, axis=say("chart-hedges-by-kind", "axis")),
        id="hedges-by-kind",
        title=say("chart-hedges-by-kind", exact=exact, all=all),
        alt=say("chart-hedges-by-kind", "alt", rows="; ".join(counts["words"])),
        claims=[],
    )


def _listed(claims: pd.DataFrame, ids: pd.Index) -> str:
    return "; ".join(wording.claim(claims.loc[id]) for id in ids)
