"""Populations: the Kazakhs and the Russians of Xinjiang, towns, the Zaysan district.

The account of the Kazakhs of Xinjiang: those of the Ili District after 1916, less who had gone, and
the flight, less losses and returns, each grown over the years it was there, against the number of
the late 1930s. What is left must have lived in the districts for which nothing is printed.
"""

from __future__ import annotations

from analysis.account.case import AMONG, SCOPE, UNTESTED, Case, Holds, Rule, check, check_as
from analysis.account.expressions import (
    Figure,
    Number,
    assumption,
    at_least,
    choose,
    claim,
    counted,
    fits,
    given,
    grown,
    known,
    likely_fits,
    outside,
    solve,
    within,
    yearly,
)
from analysis.account.migration import china, commission_people, people_left, returned, size, wide
from analysis.account.result import Result, result

ili = claim("populations-ili-kazakhs-after-1916")
province = claim("populations-xinjiang-kazakhs-late-1930s")
growth = assumption("natural-growth")
lost, gone = assumption("loss-share"), assumption("ili-gone-before-1930")
to_mongolia = assumption("mongolia-households")
since_1917, since_flight = assumption("years-since-1917"), assumption("years-since-flight")
town, district = claim("populations-zaysan-1939"), claim("populations-zaysan-district-1939")
kazakhs = claim("populations-zaysan-district-kazakhs-1939")
lepsinsk = claim("populations-lepsinsk-1924")
migrants = claim("populations-russian-migrants-1914")
soldiers = claim("populations-russians-1920")
residents = claim("populations-xinjiang-russians-late-1930s")
villages = claim("administration-russian-settlements-altay")
largest = claim("administration-largest-settlements")
republic_before = outside("kazakhstan-people-1926")
republic_after = outside("kazakhstan-people-1939")

# the account of each flight, its running total after each step
BRIDGES: dict[str, tuple[Result, ...]] = {}

beyond_ili = result("kazakhs-outside-ili", province - ili, 1000, "people")
ili_stayed = ili * (1 - gone) * grown(growth, since_1917)
ili_at_end = result("ili-at-end", ili_stayed, 1000, "people", "likely")
majority = result("kazakh-share-zaysan-district", kazakhs / district, 0.1, "percent")
republic_growth = result("republic-growth", republic_after / republic_before - 1, 0.1, "percent")


def _balance(whose: str, flight: Figure, came: Number) -> None:
    arrivals = came * size
    # a return is counted on those who set out, a loss on those of them who did not return
    plain = arrivals * (1 - returned) * (1 - lost)
    of_all = (arrivals - people_left * returned) * (1 - lost)
    stayed = choose("returned-of-whom", ogpu=plain, republic=plain, all=of_all)
    settlers = result(
        f"settlers-{whose}", stayed * grown(growth, since_flight), 1000, "people", "likely"
    )
    rest = province - ili_at_end - plain * grown(growth, since_flight)
    steps = {
        "ili": ili,
        "gone": ili * (1 - gone),
        "grown": ili_stayed,
        "arrived": ili_stayed + arrivals,
        "returned": ili_stayed + arrivals * (1 - returned),
        "lost": ili_stayed + stayed,
        "explained": ili_stayed + stayed * grown(growth, since_flight),
    }
    BRIDGES[whose] = tuple(
        result(f"bridge-{whose}-{name}", total, 1000, "people", words=f"bridge-{name}")
        for name, total in steps.items()
    )

    @check_as(f"balance-{whose}")
    def balance(c: Case) -> Holds:
        """Agree if the most likely terms leave somebody elsewhere, contradict if no terms do."""
        c.show("settled", settlers)
        c.show("ili", ili_at_end)
        left = c.line(
            "rest", province - ili_at_end - settlers, 1000, "people", "estimate", key=True
        )
        c.line("fitting", solve(rest, flight, 0), 1000, "households", "likely")
        losses = solve(rest, lost, 0)
        c.line("lost", losses, 1, "percent", "likely", when=losses.best > 0)
        c.words = "balance"
        c.say(whose=whose, enough=left.best >= 0, short=losses.best > 0)
        c.quote(flight, province)
        return likely_fits(left, at_least(0))


_balance("ogpu", china, china)
_balance("republic", wide, wide - to_mongolia)


@check
def emigrants_against_residents(c: Case) -> Holds:
    """The outside count of emigrants and the Ili District against the whole province."""
    stayed = c.line("stayed", commission_people * (1 - returned), 1000, "people")
    together = c.line("together", stayed + ili, 1000, "people")
    c.line("excess", together - province, 1000, "people", key=True)
    c.line("lost", 1 - province / together, 1, "percent")
    c.quote(province)
    return within(together, province)


@check
def ili_in_province(c: Case) -> Holds:
    """A district as a part of its province: the rest may not be negative."""
    c.show("rest", beyond_ili, key=True)
    c.line("share", ili / province, 1, "percent")
    c.reading("all", beyond_ili.high >= 0)
    c.reading("refugees", beyond_ili.high >= 0)
    c.quote(ili)
    return within(ili, province)


@check
def ili_gone_home(c: Case) -> Holds:
    """The Ili figure beside those who had fled in 1916 and those who went home in 1917."""
    fled, home = outside("xinjiang-refugees-1916"), outside("xinjiang-returned-1917")
    c.line("share", home / fled, 1, "percent")
    rest = c.line("rest", ili - home, 1000, "people", key=True)
    c.reading("refugees", rest.high >= 0)
    c.reading("residents")
    c.quote(ili)
    return AMONG


@check
def province_outside(c: Case) -> Holds:
    """The article's number for the late 1930s against an outside figure of the years after."""
    estimate = outside("xinjiang-kazakhs-1940-1941")
    c.line("difference", province - estimate, 1000, "people")
    c.quote(province)
    return fits(estimate, province)


def _growth(name: str) -> None:
    first, last = claim(f"populations-{name}-1926"), claim(f"populations-{name}-1939")
    factor = last / first
    grew = result(f"{name}-growth-1926-1939", factor - 1, 0.1, "percent")

    @check_as(f"{name}-growth")
    def grown_like(c: Case) -> list[Rule]:
        """Growth of the town against that of the republic, of which a town is no measure."""
        c.show("grown", grew)
        limits = c.line("limits", c.rounded(last) / c.rounded(first) - 1, 0.1, "percent")
        years = given(c.year(last) - c.year(first), "years", [first, last])
        c.line("yearly", yearly(factor, years), 0.01, "percent-per-year", "likely")
        c.show("republic", republic_growth)
        c.words = "town-growth"
        c.say(town=name, alike=limits.meets(republic_growth))
        c.quote(last)
        return [(SCOPE, known(True))]


_growth("jarkent")
_growth("zaysan")


@check
def town_in_district(c: Case) -> Holds:
    """The town as a part of the district; a part may not exceed its whole."""
    c.line("share", town / district, 0.1, "percent")
    rest = c.line("rest", district - town, 100, "people")
    c.line("together", district + town, 100, "people")
    c.reading("inside", rest.high >= 0)
    c.reading("apart")
    c.quote(district)
    return AMONG


@check
def kazakh_majority(c: Case) -> Holds:
    """A share that the hedge raises and the rounding may lower, against one half."""
    c.show("share", majority)
    limits = c.line("limits", c.rounded(kazakhs) / district, 0.1, "percent")
    c.line("half", district.high / 2, 10, "people")
    c.quote(kazakhs)
    return fits(limits, at_least(0.5))


@check
def one_date_only(c: Case) -> list[Rule]:
    """A growth needs two dates; Lepsinsk has one, Bakhty none."""
    towns = ("jarkent", "lepsinsk", "zaysan", "bakhty")
    dates = [len(c.printed(place=name, measure="population")) for name in towns]
    told = given(sum(count > 0 for count in dates), "settlements", [largest])
    c.line("told", told, 1, "settlements")
    c.quote(lepsinsk)
    return [(UNTESTED, known(min(dates) < 2))]


@check
def three_russian_groups(c: Case) -> list[Rule]:
    """Three counts of three groups: no line may be drawn through them."""
    c.line("came", soldiers - migrants, 1000, "people")
    c.line("went", soldiers - residents, 1000, "people", key=True)
    c.quote(migrants, soldiers, residents)
    return [(SCOPE, c.differ("subject", migrants, soldiers, residents))]


@check
def settlers_per_village(c: Case) -> list[Rule]:
    """Migrants of the province over villages of one district: two scopes."""
    c.line("mean", counted(migrants / villages, "people"), 10, "people")
    c.quote(villages)
    return [(SCOPE, c.differ("place period", villages, migrants))]
