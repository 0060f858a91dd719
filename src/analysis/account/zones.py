"""The border zones: metres or kilometres, versts, which depth when, who lived where."""

from __future__ import annotations

from functools import reduce
from operator import add, and_

from analysis import units
from analysis.account.case import (
    AMONG,
    CONTRADICT,
    ONLY_IF,
    SCOPE,
    UNTESTED,
    Case,
    Holds,
    Rule,
    check,
    step,
)
from analysis.account.expressions import (
    Figure,
    Truth,
    claim,
    count,
    counted,
    fits,
    given,
    known,
    outside,
)
from analysis.account.populations import largest
from analysis.account.result import ALWAYS, result

COUNCILS = "village-councils"
TOWNS = ("jarkent", "lepsinsk", "zaysan", "bakhty")
# names on the list of border settlements that are no settlements
UNSETTLED = ("dararty", "arsaly", "chekert", "aity")

inner_1918, outer_1918 = claim("zones-1918-inner"), claim("zones-1918-outer")
first, second, third, fourth = (
    claim(f"zones-1923-{name}") for name in ("first", "second", "third", "fourth")
)
depths_1923 = {"first": first, "second": second, "third": third, "fourth": fourth}
strip_4m, ban_4m = claim("zones-1925-strip-4m"), claim("zones-1927-economic-ban-4m")
strip_500m, ban_500m = claim("zones-1925-strip-500m"), claim("zones-1927-economic-ban-500m")
mid_1920s = claim("zones-mid-1920s-500m")
versts = claim("zones-1922-contraband-21-versts")
passport_first = claim("zones-passport-other-first")
passport_then, passport_west = claim("zones-passport-other-then"), claim("zones-passport-west")
restricted, moved = claim("zones-restricted-22"), claim("zones-1935-resettlement")
permit_narrow, permit_wide = claim("zones-1927-permit-7-5"), claim("zones-1927-permit-22")
trade, gold = claim("zones-1924-trade-50"), claim("zones-1929-gold-100")
listed, listed_1929 = claim("zones-1927-list-7-5"), claim("zones-1929-settlement-list")
jetisu = claim("administration-listed-settlements-jetisu")
semipalatinsk = claim("administration-listed-settlements-semipalatinsk")
forbidden = [
    claim(f"administration-1940-forbidden-{region}")
    for region in ("alma-ata", "semipalatinsk", "east-kazakhstan")
]
adjacent = [
    claim(f"administration-1940-adjacent-{region}") for region in ("alma-ata", "semipalatinsk")
]
strip_felshtinsky = outside("border-strip-felshtinsky")
strip_dullin = outside("border-strip-dullin")
statute_narrow = outside("zone-statute-1927-narrow")
statute_wide = outside("zone-statute-1927-wide")

forbidden_all = result("forbidden-village-councils-1940", reduce(add, forbidden), 1, COUNCILS)
adjacent_all = result("adjacent-village-councils-1940", reduce(add, adjacent), 1, COUNCILS)
names_listed = result(
    "listed-settlements", counted(jetisu, "places") + counted(semipalatinsk, "places"), 1, "places"
)
versts_in_km = result("contraband-zone-km", versts, 0.01, "km")
result("inner-zone-versts", inner_1918, 0.01, "versts")
result("outer-zone-versts", outer_1918, 0.01, "versts")
result("third-strip-versts", third, 0.01, "versts")
result("fourth-strip-versts", fourth, 0.01, "versts")
result("barrier-distance-km", claim("distances-versts-bakhty"), 0.01, "km")


@check
def metres_or_kilometres(c: Case) -> Holds:
    """Four metres against outside accounts of the same strips."""
    c.line("factor", first / strip_4m, 1, "times")
    c.line("part", ban_4m / ban_500m, 0.1, "percent")
    works = (strip_felshtinsky, strip_dullin)
    same = reduce(and_, (work.same(strip) for work in works for strip in (strip_4m, ban_4m)))
    c.reading("metres", same)
    c.reading("kilometres", strip_felshtinsky.same(first) | strip_dullin.same(first))
    c.quote(strip_4m, ban_4m)
    return same


@check
def four_kilometres(c: Case) -> Holds:
    """The 4 km of 1918 and 1923 against the strip of 4 m that outside works have."""
    c.line("factor", first / strip_dullin, 1, "times")
    c.reading("own")
    c.reading("wrong-unit", counted(first, "depths").same(counted(strip_dullin, "depths")))
    c.say(old=inner_1918, strip=strip_4m)
    c.quote(first)
    return AMONG


@check
def versts_behind_kilometres(c: Case) -> list[Rule]:
    """Whole versts near the printed kilometres, and how often chance would do as well."""
    verst = units.convert(1.0, "versts", "km", c.world.units)
    fit: list[Truth] = []
    telling: list[Figure] = []
    for name, depth in depths_1923.items():
        best = c.world.figure(depth.id, "claim").best
        whole = max(1, round(best / verst))
        back = c.line(f"back-{name}", given(whole, "versts"), 0.01, "km", key=name == "second")
        fit.append(c.rounded(depth).contains(back))
        # a step below half a verst tells versts from chance
        if step(best) / verst < 0.5:
            telling.append(depth)
    c.say(fitting=count(fit), all=str(len(fit)), telling=telling)
    c.quote(second)
    return [(CONTRADICT, count(fit) < len(fit)), (UNTESTED, known(not telling)), (ONLY_IF, ALWAYS)]


@check
def twenty_one_versts(c: Case) -> Holds:
    """One zone in two measures, if the versts round to the kilometres."""
    c.show("reckoned", versts_in_km)
    c.line("apart", versts - fourth, 0.01, "km")
    c.quote(versts)
    return fits(versts, c.rounded(fourth))


@check
def new_levels_1923(c: Case) -> list[Rule]:
    """Depths called additional that an older act already had."""
    before = {
        depth: depth.same(inner_1918) | depth.same(outer_1918) for depth in depths_1923.values()
    }
    new = [~known_before for known_before in before.values()]
    c.line("known", count(list(before.values()), "depths"), 1, "depths")
    c.line("new", count(new, "depths"), 1, "depths", key=True)
    added = [depth for depth, old in before.items() if not old.value(c.world)]
    c.say(all=str(len(new)), added=added)
    c.quote(first)
    return [(CONTRADICT, count(new) < 1), (ONLY_IF, count(new) < len(new))]


@check
def twenty_two_or_fifty(c: Case) -> Holds:
    """Two depths of one zone hold together one after the other, not at one time."""
    c.line("ratio", passport_then / passport_first, 0.01, "times")
    # without dates they may overlap
    overlap = not c.row(passport_then)["start"] > c.row(restricted)["end"]
    c.reading("in-turn", ~passport_first.same(passport_then))
    c.reading("one-depth", known(not overlap) | restricted.same(passport_then))
    c.reading("two-kinds")
    c.say(year=str(c.year(moved)), moved=moved, statute=statute_wide)
    c.quote(passport_then, restricted)
    return AMONG


@check
def statute_1927(c: Case) -> Holds:
    """The zones of 1927 against outside accounts: how deep they were, and who might enter."""
    closed, other = outside("zone-felshtinsky-closed"), outside("zone-statute-1927-closed")
    narrow = c.line("narrow", permit_narrow - statute_narrow, 0.1, "km")
    wide = c.line("wide", permit_wide - statute_wide, 0.1, "km")
    c.line("entry", permit_wide - closed.low, 0.1, "km", key=True)
    c.reading("depths", narrow.contains(0) & wide.contains(0))
    c.reading("narrow", permit_narrow.same(other) & closed.contains(permit_narrow))
    c.reading("wide-research", fits(closed, permit_wide))
    c.reading("wide-newspaper", fits(other, permit_wide))
    c.say(free=outside("zone-statute-1927-open"))
    c.quote(permit_wide)
    return fits(closed, permit_wide)


@check
def fifty_twice(c: Case) -> list[Rule]:
    """One number, trade allowed and residence limited: two zones."""
    c.line("ratio", trade / passport_then, 0.1, "times")
    c.quote(trade)
    return [(SCOPE, c.differ("subject period", trade, passport_then))]


@check
def hundred_twice(c: Case) -> list[Rule]:
    """One number, passports in the west and gold in the east."""
    c.line("ratio", passport_west / gold, 0.1, "times")
    c.quote(gold)
    return [(SCOPE, c.differ("subject period", passport_west, gold))]


@check
def half_kilometre_thrice(c: Case) -> list[Rule]:
    """Limits on one strip told three times: steps if each is later than the one before."""
    start, end = c.year(strip_500m), c.year(ban_500m)
    years = given(end - start, "years", [strip_500m, ban_500m], f"{end} \N{MINUS SIGN} {start}")
    c.line("years", years, 1, "years")
    c.quote(mid_1920s)
    alike = strip_500m.same(ban_500m) & strip_500m.same(mid_1920s)
    return [(SCOPE, ~alike), known(start < end)]


@check
def listed_places(c: Case) -> Holds:
    """Names on the list, with one pair that may be one place and four that are no settlements."""
    c.show("total", names_listed)
    c.line("fewer", names_listed - given(1, "places"), 1, "places")
    kinds = c.world.frames["places"]["kind"]
    unlike = sum(kinds[name] in ("mountains", "tract") for name in UNSETTLED)
    c.line("settled", names_listed - given(unlike, "places"), 1, "places")
    c.reading("two-lists", known(c.shelf(listed) != c.shelf(listed_1929), [listed, listed_1929]))
    c.reading("one-list")
    c.quote(jetisu)
    return AMONG


@check
def towns_in_zones(c: Case) -> list[Rule]:
    """The four towns by the map, against the depths of the zones."""
    zones = {"listed": listed, "restricted": restricted, "passports": passport_then}
    told = {name: [c.inside(town, depth.best) for town in TOWNS] for name, depth in zones.items()}
    located = 0
    for town in TOWNS:
        distance = c.distance(town)
        if distance is not None:
            located += 1
            c.line(town, distance, 1, "km")
    c.line("inside", count([inside for inside, _ in told["restricted"]], "towns"), 1, "towns")
    c.line(
        "beyond", count([beyond for _, beyond in told["restricted"]], "towns"), 1, "towns", key=True
    )
    for name in zones:
        beyond = count([outside_ for _, outside_ in told[name]])
        c.reading(name, beyond.same(0))
        c.say(**{f"beyond_{name}": beyond, f"depth_{name}": zones[name]})
    c.reading("region")
    c.say(all=str(len(TOWNS)), names=semipalatinsk)
    c.quote(largest)
    return [(UNTESTED, known(located < len(TOWNS))), AMONG]


@check
def forbidden_councils(c: Case) -> list[Rule]:
    """Two classes of village councils in 1940, summed by region; no total is printed."""
    c.show("forbidden", forbidden_all)
    c.show("adjacent", adjacent_all)
    c.quote(forbidden[0])
    total = c.printed(period="1940", place="kazakhstan")
    return [(UNTESTED, known(not total))]
