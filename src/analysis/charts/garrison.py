"""Charts of the garrison: outposts and border guards per kilometre."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import altair as alt

from analysis.account import World, told
from analysis.account.expressions import Number

from . import hedged, theme


def km_per_outpost(lengths: Mapping[int, Number], world: World | None = None) -> alt.LayerChart:
    """Kilometres of border for one outpost of the Bakhty sector.

    Args:
        lengths: the sector over its outposts, by year.
        world: the data and settings.
    """
    chosen = [told.number(each, world) for each in lengths.values()]
    frame = hedged.from_results(chosen)
    frame["label"] = [str(year) for year in lengths]
    first, last = chosen[0], chosen[-1]
    return theme.finish(
        hedged.rows(frame, axis="kilometres of border per outpost"),
        id="km-per-outpost",
        title=f"From {first.number} to {last.number} km of border per outpost at Bakhty",
        alt="Kilometres of border per outpost in the Bakhty sector. "
        + "; ".join(
            f"{year}: {r.text}, that is {r.formula}"
            for year, r in zip(lengths, chosen, strict=True)
        )
        + ".",
        claims=sorted({claim for result in chosen for claim in result.claims}),
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
    dates = [str(world.row(result.claims[0], "claim")["period_printed"]) for result in chosen]
    strengths = [result.formula.partition(" / ")[0] for result in chosen]
    frame["label"] = [f"{date}, {s}" for date, s in zip(dates, strengths, strict=True)]
    return theme.finish(
        hedged.rows(frame, axis="border guards per kilometre"),
        id="personnel-per-km",
        title=f"The guard grew from {chosen[0].number} to {chosen[1].number} per kilometre",
        alt="Border guards per kilometre of the Kazakh border district. "
        + "; ".join(f"{d}: {r.text}" for d, r in zip(dates, chosen, strict=True))
        + ". The first has a ceiling and no floor; how far the second reaches is assumed.",
        claims=sorted({claim for result in chosen for claim in result.claims}),
    )
