"""Charts of the garrison: outposts and border guards per kilometre."""

from __future__ import annotations

from collections.abc import Mapping

import altair as alt
import pandas as pd

from analysis import wording
from analysis.measures import Result

from . import hedged, theme

_YEARS = (1927, 1930, 1932)


def km_per_outpost(results: Mapping[str, Result]) -> alt.LayerChart:
    """Kilometres of border for one outpost of the Bakhty sector in three years.

    Args:
        results: the results of ``measures.results``.
    """
    chosen = [results[f"bakhty-km-per-outpost-{year}"] for year in _YEARS]
    frame = hedged.from_results(chosen)
    frame["label"] = [str(year) for year in _YEARS]
    first, last = chosen[0], chosen[-1]
    return theme.finish(
        hedged.rows(frame, axis="kilometres of border per outpost"),
        id="km-per-outpost",
        title=f"From {first.number} to {last.number} km of border per outpost at Bakhty",
        alt="Kilometres of border per outpost in the Bakhty sector. "
        + "; ".join(
            f"{year}: {r.text}, that is {r.formula}" for year, r in zip(_YEARS, chosen, strict=True)
        )
        + ".",
        claims=sorted({claim for result in chosen for claim in result.claims}),
    )


def personnel(claims: pd.DataFrame, results: Mapping[str, Result]) -> alt.LayerChart:
    """Border guards per kilometre of the district at two dates, with their open ends.

    Args:
        claims: the frame of ``claims.load``.
        results: the results of ``measures.results``.
    """
    chosen = [results[f"personnel-per-km-{period}"] for period in ("mid-1930s", "late-1930s")]
    frame = hedged.from_results(chosen)
    strengths = [wording.claim(claims.loc[result.claims[0]]) for result in chosen]
    dates = [claims.loc[result.claims[0], "period_printed"] for result in chosen]
    frame["label"] = [f"{date}, {s}" for date, s in zip(dates, strengths, strict=True)]
    return theme.finish(
        hedged.rows(frame, axis="border guards per kilometre"),
        id="personnel-per-km",
        title=f"The guard grew from {chosen[0].number} to {chosen[1].number} per kilometre",
        alt="Border guards per kilometre of the Kazakh border district. "
        + "; ".join(f"{d}: {r.text}" for d, r in zip(dates, chosen, strict=True))
        + ". The first has a ceiling and no floor, the second a floor and no ceiling.",
        claims=sorted({claim for result in chosen for claim in result.claims}),
    )
