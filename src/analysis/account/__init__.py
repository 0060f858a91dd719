"""This article's account: every number reckoned from its figures, and what comes of each question.

>>> checks()["two-household-figures"].verdict()
<Verdict.SCOPE: 'different scope'>
>>> results()["bakhty-km-per-outpost-1927"].shown(World.load()).value
Interval(low=131.5, high=131.5)
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from analysis.account import (
    border,
    counts,
    detentions,
    garrison,
    migration,
    populations,
    smuggling,
    zones,
)
from analysis.account.case import CHECKS, Case, Check
from analysis.account.expressions import Number
from analysis.account.result import RESULTS, Result
from analysis.account.world import Settings, Verdict, World

CHAPTERS = (border, detentions, garrison, migration, populations, smuggling, zones)

__all__ = [
    "CHAPTERS",
    "Case",
    "Check",
    "Result",
    "Settings",
    "Verdict",
    "World",
    "checks",
    "covered",
    "published",
    "results",
]

# In the order in which a reader who wants to quote needs them; others follow by name.
_ORDER = (
    "households-in-people",
    "two-household-figures",
    "balance-ogpu",
    "balance-republic",
    "mongolia-fills-gap",
    "republic-figure-outside",
    "emigrants-against-residents",
    "killed-or-detained",
    "report-before-year",
    "section-against-modern",
    "metres-or-kilometres",
    "two-reports-one-event",
    "towns-in-zones",
    "twenty-two-or-fifty",
    "statute-1927",
    "returned-of-whom",
    "early-estimate",
    "china-within-people",
    "china-within-households",
    "first-years",
    "enough-kazakhs",
    "ili-in-province",
    "ili-gone-home",
    "province-outside",
    "detained-and-departed",
    "outward-against-inward",
    "personnel-growth",
    "personnel-whose",
    "sector-in-district",
    "outposts-per-km",
    "outposts-grew",
    "district-in-section",
    "district-reaches-kyrgyzstan",
    "length-by-scale",
    "foreign-gangs-or-people",
    "fifty-or-four-hundred",
    "three-russian-groups",
    "kazakh-majority",
    "town-in-district",
    "jarkent-growth",
    "zaysan-growth",
    "one-date-only",
    "settlers-per-village",
    "four-kilometres",
    "versts-behind-kilometres",
    "twenty-one-versts",
    "new-levels-1923",
    "fifty-twice",
    "hundred-twice",
    "half-kilometre-thrice",
    "listed-places",
    "forbidden-councils",
    "bakhty-twice",
    "three-kinds-of-detachment",
    "checkpoints-and-posts",
    "four-escaped",
    "four-among-twelve",
    "raiders-of-puchkov",
    "raid-and-arrests",
    "barriers-1932",
    "zaysan-group",
    "zaysan-night",
    "same-leaf",
    "arrests-near-border",
    "opium-beyond-zones",
    "bond-and-contraband",
    "smuggling-share-here",
    "penalty-eased",
    "charges-dropped",
    "farms-and-flight",
)


def checks(world: World | None = None) -> dict[str, Case]:
    """Every check put to the data, the most important first.

    Raises:
        DataError: the data have problems; all of them are in the message.
        KeyError: a figure that a check needs is not there.
        CircularError: a figure is evidence in a check of itself.
    """
    world = world or World.load()
    if world.cases is None and world.published:
        # the same expressions at other settings
        world.cases = {id: replace(c, world=world) for id, c in checks(world.published).items()}
    if world.cases is None:
        ids = [*(id for id in _ORDER if id in CHECKS), *sorted(set(CHECKS) - set(_ORDER))]
        world.cases = {id: CHECKS[id].case(world) for id in ids}
    return world.cases


def results(world: World | None = None) -> dict[str, Result]:
    """Every number that a page shows and the article does not print, by id."""
    world = world or World.load()
    if world.results is None:
        found = [*RESULTS.values(), *counts.rows(world), *counts.on_the_map(world)]
        world.results = {each.id: each for each in found}
    return world.results


def published(number: Number, world: World | None = None) -> Result | None:
    """The result that is reckoned in just this way: a quantity has one precision everywhere."""
    world = world or World.load()
    wanted = number.json(world)
    for result in results(world).values():
        if wanted in (result.json(world), result.node.json(world)):
            return result
    return None


def covered(world: World | None = None) -> dict[str, tuple[str, ...]]:
    """By discrepancy between two claims or more: the checks that read at least two of them."""
    return _covered(world or World.load())


@cache
def _covered(world: World) -> dict[str, tuple[str, ...]]:
    evidence = {case.id: set(case.ids("claim")) for case in checks(world).values()}
    found = {}
    for id, touched in world.frames["discrepancies"]["claims"].items():
        if len(touched) > 1:
            found[str(id)] = tuple(
                case for case, read in evidence.items() if len(read & set(touched)) > 1
            )
    return found
