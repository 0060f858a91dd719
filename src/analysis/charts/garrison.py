"""Charts of the garrison: outposts and border guards per kilometre."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import altair as alt
import pandas as pd

from analysis import wording
from analysis.account import World, told
from analysis.account.expressions import Number
from analysis.words import say

from . import hedged, theme

_LINE = 16  # pixels of height of the border
_YEAR = 64  # and of the row of a year
_PER_OUTPOST = "chart-km-per-outpost"
_PER_KM = "chart-personnel-per-km"


def km_per_outpost(lengths: Mapping[int, Number], world: World | None = None) -> alt.LayerChart:
    """The border of the Bakhty sector as a line, cut into one stretch for each outpost.

    Args:
        lengths: the sector over its outposts, by year.
        world: the data and settings.
    """
    world = world or World.load()
    chosen = {year: told.number(each, world) for year, each in lengths.items()}
    stretches, words = [], []
    for row, (year, each) in enumerate(lengths.items()):
        sector, posts = (figure.value(world).low for figure in each.evidence())
        for first in range(int(posts)):
            stretches.append(
                {
                    "label": str(year),
                    "best": chosen[year].value.low,
                    "row": row,
                    "from": sector / posts * first,
                    "to": sector / posts * (first + 1),
                    "shade": first % 2,
                }
            )
        outposts = chosen[year].formula.partition(" / ")[2]
        said = say(_PER_OUTPOST, "line", year=str(year), outposts=outposts, each=chosen[year].text)
        words.append({"row": row, "from": 0, "words": said})
    y = alt.Y("row:O", axis=None, scale=alt.Scale(type="band", padding=0), bandPosition=0.62)
    line = (
        alt.Chart(pd.DataFrame(stretches))
        .mark_rule(strokeWidth=_LINE)
        .encode(
            x=alt.X("from:Q", title=say(_PER_OUTPOST, "axis"), scale=alt.Scale(nice=False)),
            x2="to:Q",
            y=y,
            color=alt.condition("datum.shade", alt.value(theme.SECOND), alt.value(theme.ACCENT)),
        )
    )
    names = (
        alt.Chart(pd.DataFrame(words))
        .mark_text(align="left", baseline="bottom", dy=-_LINE)
        .encode(x=alt.value(0), y=y, text="words:N", color=alt.value(theme.INK))
    )
    fewest, most = (chosen[year].formula.partition(" / ")[2] for year in (min(chosen), max(chosen)))
    return theme.finish(
        (line + names).properties(width="container", height=_YEAR * len(lengths)),
        id="km-per-outpost",
        title=say(_PER_OUTPOST, fewest=fewest, most=most),
        alt=say(
            _PER_OUTPOST,
            "alt",
            rows="; ".join(
                say(_PER_OUTPOST, "row", year=str(year), each=each.text, formula=each.formula)
                for year, each in chosen.items()
            ),
        ),
        claims=sorted({claim for result in chosen.values() for claim in result.claims}),
        table=hedged.from_results(list(chosen.values()))
        .reset_index()
        .assign(label=[*map(str, chosen)]),
    )


def personnel(densities: Sequence[Number], world: World | None = None) -> alt.LayerChart:
    """Border guards per kilometre of the district at two dates, with their open ends.

    Args:
        densities: the strength at each date over the length of the district.
        world: the data and settings.
    """
    world = world or World.load()
    chosen = [told.number(each, world) for each in densities]
    frame = hedged.from_results(chosen)
    dates = [wording.period(world.row(result.claims[0], "claim")) for result in chosen]
    strengths = [result.formula.partition(" / ")[0] for result in chosen]
    frame["label"] = hedged.dated(strengths, map(wording.upper, dates))
    return theme.finish(
        hedged.rows(frame, axis=say(_PER_KM, "axis")),
        id="personnel-per-km",
        title=say(_PER_KM, first=chosen[0].number, last=chosen[1].number),
        alt=say(_PER_KM, "alt", rows=wording.upper(hedged.told(frame.assign(label=dates)))),
        claims=sorted({claim for result in chosen for claim in result.claims}),
    )
