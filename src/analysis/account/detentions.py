"""Detentions, arrests, gangs, escorts and single reports."""

from __future__ import annotations

from datetime import date

from analysis.account.case import AGREE, AMONG, SCOPE, UNTESTED, Case, Holds, Rule, check
from analysis.account.expressions import (
    choose,
    claim,
    counted,
    fits,
    given,
    hull,
    known,
    outside,
    part,
    within,
)
from analysis.account.migration import china, escort, households, outward, size
from analysis.account.result import result
from analysis.hedges import Interval

inward = claim("detentions-inward-1930")
violators = claim("detentions-violators-1930")
guards = claim("detentions-guards-killed-1930")
gangs, members = claim("detentions-gangs-1927"), claim("detentions-gang-members-1927")
foreign = claim("detentions-gangs-foreign-1927")
helpers = claim("detentions-helpers-1927")
detained = claim("detentions-sarkand-detained-1927")
ran, shot, away = (
    claim(f"detentions-sarkand-{word}-1927") for word in ("fled", "killed", "escaped")
)
found, killed_there, held_there = (
    claim(f"detentions-opium-{word}-1927") for word in ("found", "killed", "detained")
)
raiders = claim("detentions-emigre-group-1932")
puchkov = claim("detentions-emigres-puchkov-1932")
passes = claim("garrison-passes-barred-1932")
outposts_barred = claim("garrison-outposts-barred-1932")
july, december = claim("distances-1935-july-border"), claim("distances-1935-december-border")

both_ways = result("detained-both-ways-1930", inward + outward, 1, "people")
with_violators = result("detained-with-violators-1930", inward + outward + violators, 1, "people")
killed = result("killed-1930", violators + guards, 1, "people")
# what stands at the reading that a reader chooses
result(
    "detained-as-read-1930",
    choose("killed-or-detained", killed=both_ways, detained=with_violators),
    1,
    "people",
)
result(
    "killed-as-read-1930", choose("killed-or-detained", killed=killed, detained=guards), 1, "people"
)
per_inward = result("outward-per-inward-1930", outward / inward, 0.01, "to-one")
per_guard = result("violators-per-guard-1930", violators / guards, 0.1, "to-one")
gang_mean = result("gang-mean-1927", members / gangs, 0.1, "people-per-gang")
per_escort = result("helpers-per-escort-1927", helpers / escort, 0.1, "times")
first_report = result("sarkand-total-1927", detained + ran, 1, "people")
second_rest = result("opium-rest-1927", found - killed_there - held_there, 1, "people")


@check
def killed_or_detained(c: Case) -> Holds:
    """Two readings of one verb; only a printed total could tell them apart."""
    c.show("dead", killed)
    c.show("ratio", per_guard)
    c.show("held", with_violators)
    c.show("both", both_ways)
    c.line("share", violators / both_ways, 0.1, "to-a-hundred")
    # a total for the republic and the year would be one of these sums
    totals = c.printed(inward, outward, violators, guards, place="kazakhstan", period="1930")
    bests = {c.world.figure(total.id, "claim").best for total in totals}
    told = {each.id: each.value(c.world).low in bests for each in (killed, with_violators)}
    c.reading("killed", known(told[killed.id] or not told[with_violators.id], totals))
    c.reading("detained", known(told[with_violators.id] or not told[killed.id], totals))
    c.quote(violators)
    return AMONG


@check
def report_before_year(c: Case) -> list[Rule]:
    """A paper cannot total a year that has not ended."""
    day = c.day("1930-02-28-border-report")
    end = max(c.row(each)["end"] for each in (inward, outward, violators, guards)).date()
    passed = given(day.timetuple().tm_yday, "days")
    whole = given(date(day.year, 12, 31).timetuple().tm_yday, "days")
    c.line("passed", passed, 1, "days")
    c.line("share", passed / whole, 0.1, "percent", key=True)
    c.line("yearly", outward / passed * whole, 10, "people")
    leaves = str(c.world.frames["sources"].loc["fn47", "leaves"])
    run = [int(leaf) for leaf in leaves.split("–")]
    c.line("leaves", given(run[-1] - run[0] + 1, "leaves", words=leaves), 1, "leaves")
    c.reading("itself", known(day >= end))
    c.reading("later", known(len(run) > 1))
    c.reading("first-weeks", known(str(c.row(outward)["period"]) != str(day.year)))
    c.quote(outward)
    return [(AGREE, known(day >= end)), AMONG]


@check
def outward_against_inward(c: Case) -> Holds:
    """More out than in is what the article tells of that year."""
    c.show("ratio", per_inward)
    c.line("share", outward / both_ways, 0.1, "percent")
    c.quote(inward)
    return inward.high < outward.low


@check
def detained_and_departed(c: Case) -> list[Rule]:
    """People of one year over households of four is no rate, whatever the quotient."""
    years = c.year(china, "end") - c.year(china) + 1
    gone = c.line("gone", china * size / given(years), 1000, "people")
    c.line("quotient", outward / gone, 0.1, "to-a-hundred", key=True)
    stopped, passed = outside("china-farms-stopped-1929"), outside("china-farms-1929")
    c.line("year", stopped / (stopped + passed), 0.1, "percent")
    c.say(years=str(years), stopped=stopped, passed=passed)
    c.quote(outward)
    return [(SCOPE, c.differ("unit period place", outward, households))]


@check
def foreign_gangs_or_people(c: Case) -> Holds:
    """Nine as a part of the gangs or of the people; both are parts."""
    c.show("mean", gang_mean)
    c.line("of-gangs", foreign / gangs, 0.1, "percent", key=True)
    c.line("of-people", counted(foreign, "people") / members, 0.1, "percent")
    c.line("in-them", foreign * (members / gangs), 1, "people")
    c.reading("gangs", within(foreign, gangs))
    c.reading("people", within(counted(foreign, "people"), members))
    c.quote(foreign, members)
    return AMONG


@check
def fifty_or_four_hundred(c: Case) -> Holds:
    """The escort as a part of the helpers, or the same men told twice."""
    c.show("ratio", per_escort)
    armed = c.line("armed", hull(helpers / 2, helpers), 1, "people")
    c.line("local", armed - escort, 1, "people", key=True)
    c.reading("part", within(escort, helpers))
    c.reading("same", helpers.contains(escort))
    c.quote(escort, helpers)
    return AMONG


@check
def four_escaped(c: Case) -> Holds:
    """Four escaped; of them one killed and three escaped: a sum."""
    total = c.line("total", shot + away, 1, "people")
    c.quote(ran)
    return total.same(ran)


@check
def four_among_twelve(c: Case) -> Holds:
    """The dead man was not deported, so the four cannot be among the twelve deported."""
    c.show("apart", first_report)
    among = c.line("within", detained - ran, 1, "people")
    c.reading("beyond")
    c.reading("among", among.contains(detained))
    c.quote(detained)
    return AMONG


@check
def two_reports_one_event(c: Case) -> list[Rule]:
    """The same numbers in two reports: as two events they hold, as one the roles clash."""
    first, second = (detained, shot, away), (held_there, killed_there, second_rest)
    c.show("first", first_report)
    c.show("rest", second_rest)
    pairs = [sorted(each.value(c.world).low for each in report) for report in (first, second)]
    alike = given(sum(a == b for a, b in zip(*pairs, strict=True)), "numbers", first + second[:2])
    c.line("alike", alike, 1, "numbers", key=True)
    c.reading("two")
    c.reading("one", detained.same(held_there) & away.same(second_rest))
    c.say(all=str(len(first)))
    c.quote(detained, held_there)
    same = known(pairs[0] == pairs[1]) & first_report.same(found)
    return [(AGREE, ~same), AMONG]


@check
def raiders_of_puchkov(c: Case) -> Holds:
    """The raiders as a part of Puchkov's men, or another group."""
    c.line("share", raiders / puchkov, 0.1, "percent")
    c.line("together", raiders + puchkov, 1, "people")
    c.reading("part", within(raiders, puchkov))
    c.reading("apart")
    c.quote(raiders)
    return AMONG


@check
def raid_and_arrests(c: Case) -> Holds:
    """A cause before its consequence: the raid must precede the arrests for it."""
    raid = c.row(raiders)
    year = int(str(c.world.frames["events"].loc["1933-uryl-arrests", "date"])[:4])
    gap = Interval(
        (year - raid["end"].year) * 12 + 1 - raid["end"].month,
        (year - raid["start"].year) * 12 + 12 - raid["start"].month,
    )
    months = c.line("months", given(gap, "months", [raiders]), 1, "months")
    return months.low >= 0


@check
def barriers_1932(c: Case) -> Holds:
    """Passes and outposts with barriers: as many of each, so perhaps the same."""
    total = counted(passes, "barriers") + counted(outposts_barred, "barriers")
    c.line("total", total, 1, "barriers")
    c.reading("six")
    c.reading("three", counted(passes, "barriers").same(counted(outposts_barred, "barriers")))
    return AMONG


@check
def arrests_near_border(c: Case) -> list[Rule]:
    """Two printed distances of arrests near Bakhty from the border, and the place by the map."""
    c.line("apart", december - july, 0.1, "km")
    village = c.distance("bakhty")
    c.quote(july)
    if village is None:
        return [(UNTESTED, known(True))]
    c.line("village", village, 0.1, "km", key=True)
    return [fits(hull(december, july), part(village))]
