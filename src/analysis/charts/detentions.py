"""Charts of detentions and armed groups."""

from __future__ import annotations

import altair as alt
import pandas as pd

from analysis import wording
from analysis.words import say

from . import hedged, theme

_YEAR_1930 = (
    "detentions-outward-1930",
    "detentions-inward-1930",
    "detentions-violators-1930",
    "detentions-guards-killed-1930",
)

# what is counted over so much ground is no group
_WIDE = ("kazakhstan", "kazakh-xinjiang-section")


def year_1930(claims: pd.DataFrame) -> alt.LayerChart:
    """The four numbers of 1930; the group that may be killed or detained is a hollow bar.

    Args:
        claims: the frame of ``claims.load``.
    """
    frame = hedged.from_claims(claims, _YEAR_1930, disputed=["detentions-violators-1930"])
    return theme.finish(
        hedged.rows(frame, axis=say("chart-detentions-1930", "axis")),
        id="detentions-1930",
        title=say("chart-detentions-1930"),
        alt=say("chart-detentions-1930", "alt", rows=hedged.told(frame)),
        claims=list(frame.index),
    )


def armed_groups(claims: pd.DataFrame) -> alt.LayerChart:
    """Sizes of the groups that fought or crossed at one place, in order of time.

    What a report counts for the whole republic or section stands in no picture with six men.

    Args:
        claims: the frame of ``claims.load``.
    """
    chosen = claims[(claims["measure"] == "armed-group") & ~claims["place"].isin(_WIDE)]
    chosen = chosen.sort_values(["start", "best"])
    frame = hedged.from_claims(claims, list(chosen.index))
    frame["label"] = hedged.dated(frame["label"], chosen["start"].dt.year)
    least, most = (wording.number(chosen["best"].agg(end)) for end in ("min", "max"))
    return theme.finish(
        hedged.rows(frame, axis=say("chart-armed-groups", "axis")),
        id="armed-groups",
        title=say("chart-armed-groups", least=least, most=most),
        alt=say("chart-armed-groups", "alt", rows=hedged.told(frame)),
        claims=list(frame.index),
    )
