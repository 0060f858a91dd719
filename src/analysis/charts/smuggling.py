"""Charts of smuggling and trade: distances, and the zones in which the rules held."""

from __future__ import annotations

import altair as alt
import pandas as pd

from analysis import units
from analysis.words import say

from . import hedged, theme

_RULES = (
    "zones-1922-contraband-21-versts",
    "zones-1923-search-7-5",
    "zones-1924-trade-50",
    "zones-1929-gold-100",
)


def distances(claims: pd.DataFrame) -> alt.LayerChart:
    """Distances that the article gives for incidents, in kilometres.

    Args:
        claims: the frame of ``claims.load``.
    """
    chosen = claims[claims["measure"] == "distance"].sort_values(["start", "best"])
    frame = _kilometres(hedged.from_claims(claims, list(chosen.index)), chosen["unit"])
    return theme.finish(
        hedged.rows(frame, axis=say("chart-distances", "axis")),
        id="distances",
        title=say("chart-distances"),
        alt=say("chart-distances", "alt", rows=hedged.told(frame)),
        claims=list(frame.index),
    )


def rules(claims: pd.DataFrame) -> alt.LayerChart:
    """Depths of the zones in which rules of trade and search held, in order of time.

    Args:
        claims: the frame of ``claims.load``.
    """
    chosen = claims.loc[list(_RULES)]
    frame = _kilometres(hedged.from_claims(claims, _RULES), chosen["unit"])
    frame["label"] = hedged.dated(frame["label"], chosen["start"].dt.year)
    return theme.finish(
        hedged.rows(frame, axis=say("chart-trade-rules", "axis")),
        id="trade-rules",
        title=say("chart-trade-rules"),
        alt=say("chart-trade-rules", "alt", rows=hedged.told(frame)),
        claims=list(frame.index),
    )


def _kilometres(frame: pd.DataFrame, printed: pd.Series) -> pd.DataFrame:
    """The rows with their figures in kilometres; their words keep the unit as printed."""
    known = units.load()
    for column in ("lower", "upper", "best"):
        frame[column] = [
            units.convert(float(value), unit, "km", known)
            for value, unit in zip(frame[column], printed, strict=True)
        ]
    return frame
