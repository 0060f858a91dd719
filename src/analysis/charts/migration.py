"""The chart of migration: the figures for China."""

from __future__ import annotations

import altair as alt
import pandas as pd

from . import hedged, theme

_HOUSEHOLDS = "migration-households-1930-1933"
_CHINA = ("migration-households-western-china", "migration-households-china-mongolia")


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
