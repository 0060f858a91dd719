"""Charts of detentions and armed groups."""

from __future__ import annotations

import altair as alt
import pandas as pd

from analysis import wording

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
        hedged.rows(frame, axis="people, 1930"),
        id="detentions-1930",
        title="Most were stopped on the way out; one number may be dead or held",
        alt="Numbers of people in 1930 as rows: "
        + "; ".join(f"{row.label}: {row.text}" for row in frame.itertuples())
        + ". The violators are a hollow bar, because the sentence can be read in two ways.",
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
    years = chosen["start"].dt.year
    frame["label"] = [f"{year}, {label}" for year, label in zip(years, frame["label"], strict=True)]
    least, most = (wording.number(chosen["best"].agg(end)) for end in ("min", "max"))
    return theme.finish(
        hedged.rows(frame, axis="people"),
        id="armed-groups",
        title=f"A group at one place had {least} to about {most} people",
        alt="Sizes of armed groups as rows, in order of time: "
        + "; ".join(f"{row.label}: {row.text}" for row in frame.itertuples())
        + ".",
        claims=list(frame.index),
    )
