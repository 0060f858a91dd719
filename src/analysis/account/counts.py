"""Results that only Python knows: rows of the data counted, lengths and distances on the map."""

from __future__ import annotations

from collections.abc import Iterator

from analysis import places
from analysis.account.expressions import given
from analysis.account.garrison import district
from analysis.account.result import Result
from analysis.account.world import World
from analysis.hedges import Interval

_STRETCHES = {"section": places.SECTION, "western": places.WESTERN}


def rows(world: World) -> Iterator[Result]:
    """How much there is: claims, and rows of the tables that are not claims."""
    claims, frames = world.claims, world.frames

    def counted(id: str, number: int, unit: str) -> Result:
        return Result(f"count-{id}", given(number, unit), 1, unit)

    yield counted("claims", len(claims), "claims")
    own, later = claims["footnote"].notna(), claims["passage_note"].notna()
    yield counted("claims-with-note", int(own.sum()), "claims")
    yield counted("claims-with-later-note", int(later.sum()), "claims")
    yield counted("claims-without-note", int((~own & ~later).sum()), "claims")
    hedged = ~claims["hedge"].isin(["exact", "counted"])
    yield counted("claims-hedged", int(hedged.sum()), "claims")
    yield counted("claims-counted", int((claims["hedge"] == "counted").sum()), "claims")
    for table in ("events", "places", "discrepancies"):
        yield counted(table, len(frames[table]), table)
    yield counted("footnotes", frames["sources"]["footnote"].nunique(), "footnotes")


def on_the_map(world: World) -> Iterator[Result]:
    """Lengths and distances measured on the map of ``data/map``, with the errors of ``places``."""
    for stretch, names in _STRETCHES.items():
        measured = places.lengths(names, world.folder)
        for scale, km in zip(measured["scale"], measured["km"], strict=True):
            millions = f"{scale // 1_000_000}"
            yield Result(
                f"map-{stretch}-{millions}m",
                given(km, "km"),
                1,
                "km",
                words="map-length",
                stretch=stretch,
                millions=millions,
            )
    measured = places.lengths(places.SECTION, world.folder)
    law = places.scale_law(measured)
    for scale, step in zip(measured["scale"], measured["step_km"], strict=True):
        millions = f"{scale // 1_000_000}"
        id = f"map-step-{millions}m"
        yield Result(id, given(step, "km"), 0.1, "km", words="map-step", millions=millions)
    yield Result("map-halving", given(2**law.excess - 1), 0.1, "percent")
    printed = world.figure(district.id, "claim").best
    yield Result("map-printed-step", given(law.step(printed), "km", [district]), 0.1, "km")
    yield Result("map-section-excess", district - given(measured["km"].max(), "km"), 1, "km")
    distances = places.distances(world.folder)
    for row in distances[distances["point"]].itertuples():
        yield Result(
            f"border-distance-{row.Index}",
            given(Interval(row.low, row.high), "km"),
            1,
            "km",
            words="border-distance",
            place=str(row.name),
            certainty=str(row.certainty),
        )
    mapped = places.mapped(distances)
    yield Result("count-places-mapped", given(len(mapped), "places"), 1, "places")
    near = mapped[mapped["side"].ne(places.XINJIANG_SIDE)]
    yield Result("count-places-xinjiang", given(len(mapped) - len(near), "places"), 1, "places")
    kinds = {"inside": places.INSIDE, "outside": places.OUTSIDE, "untold": places.UNTOLD}
    for depth in places.DEPTHS:
        verdicts = near[f"in_{depth:g}_km"]
        for name, verdict in kinds.items():
            yield Result(
                f"zone-{depth:g}-{name}".replace(".", "-"),
                given(float((verdicts == verdict).sum()), "places"),
                1,
                "places",
                words="places-in-zone",
                depth=depth,
                where=name,
            )
