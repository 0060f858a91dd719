"""The guard: outposts, units, sectors, personnel, checkpoints."""

from __future__ import annotations

from itertools import pairwise

import pandas as pd

from analysis.account.case import AMONG, CONTRADICT, ONLY_IF, SCOPE, Case, Holds, Rule, check
from analysis.account.expressions import (
    assumption,
    at_least,
    claim,
    counted,
    fits,
    given,
    known,
    part,
    within,
)
from analysis.account.result import result

PER_KM = "people-per-km"
YEARS = (1927, 1930, 1932)

mid, late = claim("garrison-personnel-mid-1930s"), claim("garrison-personnel-late-1930s")
district, sector = claim("distances-kazakh-district"), claim("distances-bakhty-sector")
detachments = claim("garrison-detachments-named")
offices = claim("garrison-commandants-offices-named")
outposts = {year: claim(f"garrison-bakhty-outposts-{year}") for year in YEARS}
strength = assumption("outpost-strength")
ogpu_detachments = claim("garrison-ogpu-detachments-1932")
air_detachments = claim("garrison-air-detachments-1934")
checkpoints = claim("garrison-checkpoints")
customs_posts = claim("smuggling-customs-posts")
customs_offices = claim("smuggling-customs-offices")

km_per_outpost = {
    year: result(f"bakhty-km-per-outpost-{year}", sector / posts, 0.1, "km-per-outpost")
    for year, posts in outposts.items()
}
for year, posts in outposts.items():
    result(f"bakhty-outposts-per-100-km-{year}", posts / sector, 0.01, "outposts-per-100-km")
per_km_mid = result("personnel-per-km-mid-1930s", mid / district, 0.01, PER_KM)
per_km_late = result("personnel-per-km-late-1930s", late / district, 0.01, PER_KM)
more = result("personnel-growth", late - mid, 100, "people")
factor = result("personnel-growth-factor", late / mid, 0.01, "times")
outposts_factor = result("bakhty-outposts-factor", outposts[1932] / outposts[1927], 0.1, "times")
sector_share = result("bakhty-share-of-district", sector / district, 0.1, "percent")
result("district-rest-length", district - sector, 1, "km")
result("personnel-per-km-at-bakhty", mid / sector, 0.01, PER_KM)


@check
def personnel_growth(c: Case) -> Holds:
    """Nearly and over open apart, so the growth has a floor."""
    c.show("more", more)
    c.show("factor", factor)
    c.show("before", per_km_mid)
    c.show("after", per_km_late)
    c.quote(mid, late)
    return mid.high < late.low


@check
def personnel_whose(c: Case) -> Holds:
    """Thousands of men against what a commandant's office with its outposts could hold."""
    posts = outposts[1932]
    office = c.line("office", posts * strength, 10, "people")
    c.line("each", late / posts, 1, "people-per-outpost", key=True)
    scaled = c.line("scaled", posts * district / sector, 1, "outposts")
    whole = c.line("whole", scaled * strength, 10, "people")
    c.reading("district", fits(mid, part(whole)))
    c.reading("office", mid.best <= office.high)
    c.quote(late)
    return AMONG


@check
def sector_in_district(c: Case) -> Holds:
    """One unit's stretch as a part of the district, and what it leaves to the others."""
    units = counted(detachments, "units") + counted(offices, "units")
    c.show("share", sector_share)
    c.line("mean", district / units, 1, "km-per-unit")
    rest = c.line("rest", (district - sector) / (units - given(1, "units")), 1, "km-per-unit")
    c.line("long", counted(sector / rest, "times"), 0.1, "times")
    c.quote(sector)
    return within(sector, district)


@check
def outposts_per_km(c: Case) -> list[Rule]:
    """Three dated numbers of outposts over one undated length."""
    for year, each in km_per_outpost.items():
        c.show(f"in-{year}", each, key=True)
    undated = [pd.isna(c.row(each)["start"]) for each in (sector, district)]
    c.quote(*outposts.values())
    return [(ONLY_IF, known(any(undated), [sector, district]))]


@check
def outposts_grew(c: Case) -> Holds:
    """The article says the number grew constantly; the three numbers must rise."""
    first, second, third = outposts.values()
    years = [c.year(posts, "end") for posts in outposts.values()]
    early, later = (given(end - start, "years") for start, end in pairwise(years))
    c.line("early", (second - first) / early, 0.01, "outposts-per-year")
    c.line("late", at_least((third - second) / later), 0.01, "outposts-per-year")
    c.show("factor", outposts_factor, key=True)
    c.quote(third)
    return (first.high < second.low) & (second.high < third.low)


@check
def bakhty_twice(c: Case) -> list[Rule]:
    """One name among the offices and among the detachments: a growth, or two units."""
    c.line("units", counted(detachments, "units") + counted(offices, "units"), 1, "units")
    c.reading("grew")
    c.reading("two")
    dated = not pd.isna(c.row(detachments)["start"])
    c.say(dated=known(dated), posts=outposts[1932])
    return [(ONLY_IF, known(dated)), AMONG]


@check
def three_kinds_of_detachment(c: Case) -> list[Rule]:
    """One word for three kinds of unit: a sum would add unlike things."""
    kinds = (detachments, ogpu_detachments, air_detachments)
    c.line("wrong", detachments + ogpu_detachments + air_detachments, 1, "detachments")
    c.quote(detachments)
    return [(SCOPE, c.differ("subject measure", *kinds))]


@check
def checkpoints_and_posts(c: Case) -> list[Rule]:
    """Fewer lawful crossings than customs posts: another thing, or another time."""
    posts, points = counted(customs_posts, "places"), counted(checkpoints, "places")
    c.line("more", posts + counted(customs_offices, "places") - points, 1, "places")
    c.quote(checkpoints)
    apart = c.differ("measure", checkpoints, customs_posts) & (points.high < posts.low)
    return [(SCOPE, apart), (CONTRADICT, points.high < posts.low)]
