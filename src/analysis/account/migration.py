"""The flight of 1930–1933: people, households, destinations, returns."""

from __future__ import annotations

from analysis.account.case import (
    AGREE,
    AMONG,
    CONTRADICT,
    SCOPE,
    UNTESTED,
    Case,
    Holds,
    Rule,
    check,
    check_as,
)
from analysis.account.expressions import (
    assumption,
    choose,
    claim,
    counted,
    fits,
    given,
    known,
    outside,
    part,
    within,
    worst,
)
from analysis.account.result import result
from analysis.hedges import Interval

SIZE_UNIT = "persons-per-household"

people = claim("migration-people-1930-1933")
households = claim("migration-households-1930-1933")
china = claim("migration-households-western-china")
wide = claim("migration-households-china-mongolia")
returned = claim("migration-return-share")
zaysan_group = claim("migration-households-zaysan-1931")
farms = claim("migration-bai-farms-1928")
escort = claim("detentions-armed-escort-1927")
outward = claim("detentions-outward-1930")
size = assumption("household-size")
commission = outside("china-households-commission")
commission_people = outside("china-people-commission")
mongolia_before = outside("mongolia-households-1923")
mongolia_after = outside("mongolia-households-1938")

# The totals as the reader reads them: as printed, both of households, or both of people.
people_left = choose(
    "households-in-people",
    printed=people,
    both_households=counted(people, "households") * size,
    both_people=people,
    a_part=people,
)
households_left = choose(
    "households-in-people",
    printed=households,
    both_households=households,
    both_people=counted(households, "people") / size,
    a_part=people / size,
)

persons_per_household = result("persons-per-household", people / households, 0.01, SIZE_UNIT)
people_in_households = result("people-in-households", households * size, 10_000, "people")
people_to_china = result("people-to-china", china * size, 1000, "people")
people_to_both = result("people-to-china-and-mongolia", wide * size, 1000, "people")
wide_to_china = result("china-mongolia-to-china", wide / china, 0.01, "times")
china_share = result("china-share-of-households", china / households, 0.1, "percent")
wide_share = result("china-mongolia-share-of-households", wide / households, 0.1, "percent")
zaysan_nights = result("zaysan-nights", counted(china / zaysan_group, "groups"), 1, "groups")
commission_size = result(
    "commission-household-size", commission_people / commission, 0.01, SIZE_UNIT
)


@check
def households_in_people(c: Case) -> Holds:
    """People per household implied by the totals, against the sizes that households had."""
    c.show("implied", persons_per_household, key=True)
    c.show("needed", people_in_households)
    filled = c.line("filled", people / size, 1000, "households")
    c.line("as-households", counted(people, "households") * size, 10_000, "people")
    c.line("as-people", counted(households, "people") / size, 1000, "households")
    c.reading("printed", fits(persons_per_household, size))
    c.reading("both-households", households.low <= counted(people, "households").high)
    c.reading("both-people", counted(households, "people").low <= people.high)
    c.reading("a-part", fits(households, part(filled)))
    c.say(wider=wide, elsewhere=outside("kazakhstan-farms-departed"))
    c.quote(people, households)
    return fits(persons_per_household, size)


@check
def enough_kazakhs(c: Case) -> Holds:
    """Either total as a part of the Kazakhs counted in 1926: neither may exceed them."""
    kazakhs = outside("kazakhs-of-kazakhstan-1926")
    small = c.line("small", people / kazakhs, 0.1, "percent")
    large = c.line("large", households * size / kazakhs, 0.1, "percent", key=True)
    return worst(within(small, 1), within(large, 1))


@check
def two_household_figures(c: Case) -> list[Rule]:
    """A floor for a part against a figure for a whole: a clash only if the part is larger."""
    c.show("ratio", wide_to_china)
    c.line("gap", wide - china, 1000, "households")
    c.show("low", people_to_china)
    c.show("high", people_to_both)
    c.reading("floor", china.low <= wide.high)
    c.reading("one-flow", wide.low.same(china.best))
    c.quote(china, wide)
    return [
        (CONTRADICT, wide.high < china.low),
        (SCOPE, c.differ("place", china, wide)),
        fits(wide, china),
    ]


@check
def mongolia_fills_gap(c: Case) -> Holds:
    """What Mongolia would have had to take, against all Kazakh households it had in 1938."""
    gap = c.line("gap", part(wide - china), 1000, "households")
    c.line("grown", mongolia_after - mongolia_before, 10, "households")
    c.line("share", mongolia_after / wide, 0.1, "percent")
    left = c.line("left", wide - mongolia_after, 100, "households", key=True)
    c.line("multiple", left / china.best, 0.01, "times")
    c.quote(wide)
    return fits(gap, part(mongolia_after))


@check
def republic_figure_outside(c: Case) -> list[Rule]:
    """The republic's number as another work reports it: for China, with its people."""
    difference = c.line("difference", wide - commission, 1, "households")
    c.show("implied", commission_size, key=True)
    c.reading("size", fits(commission_size, size))
    # the same count once more, so it may be set beside the claim and bears nothing out
    c.beside(commission, wide)
    c.beside(commission_people, wide)
    c.quote(wide)
    return [(SCOPE, ~difference.contains(0)), (CONTRADICT, c.differ("place", wide, commission))]


@check
def early_estimate(c: Case) -> Holds:
    """The first published estimate in people against both household figures."""
    estimate = outside("emigration-losses-1980s")
    c.show("in-ogpu", people_to_china)
    c.show("in-republic", people_to_both)
    c.line("with-ogpu", estimate / china, 0.01, SIZE_UNIT, key=True)
    c.line("with-republic", estimate / wide, 0.01, SIZE_UNIT)
    c.reading("ogpu", fits(estimate, people_to_china))
    c.reading("republic", fits(estimate, people_to_both))
    return AMONG


@check
def china_within_people(c: Case) -> Holds:
    """Each destination as a part of the total in people; a part may not exceed its whole."""
    c.show("low", people_to_china)
    c.show("high", people_to_both)
    c.line("share", people_to_both / people, 1, "percent", key=True)
    c.line("largest", people.low / wide, 0.01, SIZE_UNIT)
    c.quote(people)
    return worst(within(people_to_china, people), within(people_to_both, people))


@check
def china_within_households(c: Case) -> Holds:
    """Each destination as a part of the total in households."""
    c.show("low", china_share)
    c.show("high", wide_share, key=True)
    c.line("rest", households - wide, 1000, "households")
    c.quote(china)
    return worst(within(china, households), within(wide, households))


@check
def first_years(c: Case) -> Holds:
    """What was counted of the first years, and what that leaves of the floor for the later ones."""
    year, three = outside("china-farms-1929"), outside("china-farms-1929-1931")
    c.line("size", outside("china-people-1929") / year, 0.01, SIZE_UNIT)
    early = c.line("early", three - year, 1, "households")
    c.line("share", early / china, 0.1, "percent")
    late = c.line("late", china - early, 100, "households", key=True)
    c.reading("late", late.high >= 0)
    c.reading("part")
    c.say(year=year, three=three, before=outside("semipalatinsk-farms-1928"))
    c.quote(china)
    return AMONG


@check
def returned_of_whom(c: Case) -> list[Rule]:
    """The returns by each base that the sentence could mean; none is printed."""
    bases = {"ogpu": china.best * size, "republic": wide * size, "all": people}
    for name, base in bases.items():
        c.line(name, part(returned * base), 1000, "people")
        c.reading(name)
    c.quote(returned)
    return [(AGREE, known(bool(c.printed(measure="people-returned")))), AMONG]


@check
def farms_and_flight(c: Case) -> list[Rule]:
    """The confiscated farms beside the households that left: another year and another thing."""
    c.line("share", farms / households, 0.01, "farms-per-100-households")
    c.quote(farms)
    return [(SCOPE, c.differ("period measure", farms, households))]


@check_as("zaysan-group")
def zaysan_group_in_year(c: Case) -> list[Rule]:
    """The households held in 1931 beside a year's detentions of the year before."""
    held = c.line("people", zaysan_group * size, 10, "people")
    c.line("groups", counted(outward / held, "groups"), 0.1, "groups")
    c.quote(zaysan_group)
    return [(SCOPE, c.differ("unit period place", zaysan_group, outward))]


@check
def same_leaf(c: Case) -> list[Rule]:
    """Two crossings years apart that rest on one leaf: only a summary can hold both."""
    first, last = c.year(escort, "end"), c.year(zaysan_group, "end")
    one = c.shelf(escort) == c.shelf(zaysan_group)
    c.line("years", given(last - first, "years", words=f"{last} − {first}"), 1, "years")
    c.reading("several")
    c.reading("one-date", known(not one or first == last))
    return [(AGREE, known(not one)), AMONG]


@check
def zaysan_night(c: Case) -> list[Rule]:
    """The planned night against the day of the summary: order, and days between."""
    planned, summary = c.day("1931-02-planned-crossing"), c.day("1931-03-13-summary")
    c.row(zaysan_group)
    days = (summary - planned).days
    c.line("later", given(Interval(days - 1, days), "days", [zaysan_group]), 1, "days")
    c.reading("planned")
    c.reading("later")
    return [(CONTRADICT, known(days < 0)), (UNTESTED, known(days > 0))]
