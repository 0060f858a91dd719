"""Checks of the flight of 1930–1933: people, households, destinations, returns."""

from __future__ import annotations

import math
from datetime import date

from analysis import periods, wording
from analysis.accounts.model import (
    Check,
    Evidence,
    Line,
    Quote,
    Reading,
    Verdict,
    among,
    at_most,
    fits,
    that_hold,
    truth,
)
from analysis.hedges import Interval

PEOPLE = "migration-people-1930-1933"
HOUSEHOLDS = "migration-households-1930-1933"
CHINA = "migration-households-western-china"
CHINA_MONGOLIA = "migration-households-china-mongolia"
RETURNS = "migration-return-share"
SIZE = "household-size"


def households_in_people(e: Evidence) -> Check:
    """People per household implied by the total, against the sizes that households had."""
    people, households = e.claim(PEOPLE), e.claim(HOUSEHOLDS)
    wider, size = e.claim(CHINA_MONGOLIA), e.assume(SIZE)
    farms = e.outside("kazakhstan-farms-departed", decides=False)
    reach = e.reach(people)
    implied = Line(
        "persons per household, if both figures stand",
        f"{people.words} / {households.words}",
        people.value / households.value,
        "persons per household",
        3,
    )
    limited = Line(
        "the same, if over reaches at most as far as assumed",
        f"{reach.low:,.0f} to {reach.high:,.0f} people / {households.words}",
        reach / households.value,
        "persons per household",
        2,
    )
    needed = Line(
        "people in that many households",
        f"{households.words} × {size.words}",
        households.value * size.value,
        "people",
    )
    filled = Line(
        "households that the people could fill",
        f"{reach.low:,.0f} to {reach.high:,.0f} people / {size.words}",
        reach / size.value,
        "households",
    )
    as_households = Line(
        "people, if the larger figure counts households too",
        f"{people.best:,.0f} or more households × {size.words}",
        people.value * size.value,
        "people",
    )
    as_people = Line(
        "households, if the smaller figure counts people",
        f"{households.best:,.0f} people / {size.words}",
        households.value / size.value,
        "households",
    )
    verdict = fits(limited.value, size.value)
    readings = [
        Reading(
            "as printed, households within people",
            verdict,
            f"{limited.text} against {size.words}",
        ),
        Reading(
            "both figures count households",
            truth(households.value.low <= people.value.high),
            f"then {as_households.text} left, and every sum in people is about "
            f"{size.best:.1f} times as large; an outside text without sources has about "
            f"{farms.words} for all who left",
        ),
        Reading(
            "both figures count people",
            truth(households.value.low <= people.value.high),
            f"then those were {as_people.text}, against {wider.words} to China and Mongolia alone",
        ),
        Reading(
            "the people are right and only a part of them moved as households",
            fits(households.value, at_most(filled.value)),
            f"then there were {filled.text}, not {households.words}",
        ),
    ]
    return e.check(
        "households-in-people",
        "Can the people who left have made up that many households?",
        verdict=verdict,
        condition=f"at least {needed.value.low:,.0f} people left, or no more than "
        f"{math.floor(filled.value.high):,} households",
        finding=f"The two figures leave {implied.text}; households of the time had {size.words}.",
        lines=[implied, limited, needed, filled, as_households, as_people],
        key=implied,
        readings=readings,
        quotes=[
            Quote(
                PEOPLE,
                f"{needed.text}, if the households stand",
                f"The same sentence has {households.words}: never the one without the other.",
            ),
            Quote(
                HOUSEHOLDS,
                f"{filled.text}, if the people stand",
                f"The same sentence has {people.words}: never the one without the other.",
            ),
        ],
        settles=f"The OGPU report of early spring 1934: {e.file('fn48')}; "
        "whether it has people or households in both places.",
    )


def enough_kazakhs(e: Evidence) -> Check:
    """Either total as a part of the Kazakhs counted in 1926: neither may exceed them."""
    people, households = e.claim(PEOPLE), e.claim(HOUSEHOLDS)
    size, kazakhs = e.assume(SIZE), e.outside("kazakhs-of-kazakhstan-1926")
    reach = e.reach(people)
    small = Line(
        "those who left as a share of the Kazakhs of 1926, by the people",
        f"{reach.low:,.0f} to {reach.high:,.0f} / {kazakhs.words}",
        reach / kazakhs.value * 100,
        "%",
        1,
    )
    large = Line(
        "the same, by the households",
        f"{households.words} × {size.words} / {kazakhs.words}",
        households.value * size.value / kazakhs.value * 100,
        "%",
        1,
    )
    whole = Interval(0, 100)
    return e.check(
        "enough-kazakhs",
        "Were there enough Kazakhs for either figure?",
        verdict=min(
            (fits(small.value, whole), fits(large.value, whole)), key=lambda v: v == Verdict.AGREE
        ),
        condition="fewer left than there were",
        finding=f"By the people {small.text} of them left, by the households {large.text}.",
        lines=[small, large],
        key=large,
        settles="The yearly figures for households of the republic, 1929 to 1934.",
    )


def two_household_figures(e: Evidence) -> Check:
    """A floor for a part against a figure for a whole: a clash only if the part is larger."""
    floor, both, size = e.claim(CHINA), e.claim(CHINA_MONGOLIA), e.assume(SIZE)
    scope = e.differ([CHINA, CHINA_MONGOLIA], ("place",))
    ratio = Line(
        "the wider figure as a multiple of the narrower",
        f"{both.words} / {floor.words}",
        both.value / floor.value,
        "times",
        3,
    )
    gap = Line(
        "households between the two",
        f"{both.words} − {floor.words}",
        both.value - floor.value,
        "households",
    )
    low = Line(
        "the narrower figure in people",
        f"{floor.words} × {size.words}",
        floor.value * size.value,
        "people",
    )
    high = Line(
        "the wider figure in people",
        f"{both.words} × {size.words}",
        both.value * size.value,
        "people",
    )
    if floor.value.low > both.value.high:
        verdict = Verdict.CONTRADICT
    else:
        verdict = Verdict.SCOPE if scope else fits(both.value, floor.value)
    return e.check(
        "two-household-figures",
        "Do the OGPU and the republic differ about the flight to China?",
        verdict=verdict,
        condition=f"the narrower figure was at most {both.value.high:,.0f}",
        finding=f"{floor.words} is a floor for Western China, {both.words} is for China and "
        "Mongolia.",
        lines=[ratio, gap, low, high],
        key=ratio,
        readings=[
            Reading(
                "a floor and a total for a wider area",
                truth(floor.value.low <= both.value.high),
                "both can be true",
            ),
            Reading(
                "two estimates of one flow",
                truth(both.value.low == floor.best),
                f"they are {gap.value.high:,.0f} households apart",
            ),
        ],
        quotes=[
            Quote(
                CHINA,
                low.text,
                "A floor, for Western China alone, by the OGPU. Never beside the republic's figure "
                "as a rival.",
            ),
            Quote(
                CHINA_MONGOLIA,
                high.text,
                "China and Mongolia together, by the republic; its years are not printed.",
            ),
        ],
        settles=f"The paper of the republic: {e.file('fn49')}; whether it divides the figure.",
    )


def mongolia_fills_gap(e: Evidence) -> Check:
    """What Mongolia would have had to take, against all Kazakh households it had in 1938."""
    floor, both = e.claim(CHINA), e.claim(CHINA_MONGOLIA)
    before, after = e.outside("mongolia-households-1923"), e.outside("mongolia-households-1938")
    gap = Line(
        "households that Mongolia took, if the wider figure is right",
        f"{both.words} − {floor.words}",
        Interval(0, max(both.value.high - floor.value.low, 0)),
        "households",
    )
    grown = Line(
        "Kazakh households that Mongolia gained from 1923 to 1938",
        f"{after.words} − {before.words}",
        after.value - before.value,
        "households",
    )
    left = Line(
        "households for China, with all of Mongolia's of 1938 taken off",
        f"{both.words} − {after.words}",
        both.value - after.value,
        "households",
    )
    multiple = Line(
        "that as a multiple of the OGPU's floor",
        f"{left.text} / {floor.best:,.0f}",
        left.value / floor.best,
        "times",
        2,
    )
    share = Line(
        "Mongolia's part at the most",
        f"{after.words} / {both.words}",
        after.value / both.value * 100,
        "%",
        1,
    )
    return e.check(
        "mongolia-fills-gap",
        "Does Mongolia explain the difference between the two household figures?",
        verdict=fits(gap.value, at_most(after.value)),
        condition=f"at least {left.value.low:,.0f} of the households went to China, "
        f"{multiple.number} times the OGPU's floor",
        finding=f"Mongolia had {after.words} of Kazakhs in 1938 in all, so it explains "
        f"{share.text} of the wider figure at the most.",
        lines=[gap, grown, share, left, multiple],
        key=left,
        quotes=[
            Quote(
                CHINA_MONGOLIA,
                f"{left.number} households for China alone",
                f"Mongolia can have taken at most {after.value.high:,.0f} of them.",
            )
        ],
        settles=f"{e.file('fn49')}, and the censuses of the Mongolian People's Republic.",
    )


def republic_figure_outside(e: Evidence) -> Check:
    """The republic's number as another work prints it: for China, with its people."""
    both, size = e.claim(CHINA_MONGOLIA), e.assume(SIZE)
    # the same count once more, so it may be set beside the claim and bears nothing out
    households, people = (
        e.outside(id, printing_of=CHINA_MONGOLIA)
        for id in ("china-households-commission", "china-people-commission")
    )
    implied = Line(
        "persons per household in the outside source",
        f"{people.words} / {households.words}",
        people.value / households.value,
        "persons per household",
        2,
    )
    difference = Line(
        "difference of the two household figures",
        f"{both.words} − {households.words}",
        both.value - households.value,
        "households",
    )
    same = difference.value.contains(0)
    place = e.row(CHINA_MONGOLIA)["place"]
    wider = e.tables.comparanda.loc[households.id, "place"]
    return e.check(
        "republic-figure-outside",
        "Is the republic's figure for China and Mongolia, or for China alone?",
        verdict=(
            Verdict.CONTRADICT
            if same and place != wider
            else (Verdict.AGREE if same else Verdict.SCOPE)
        ),
        condition="Mongolia's households were too few to change a number rounded to the thousand",
        finding="A later book reports an earlier work by one of the authors, with "
        f"{households.words} for China alone and {people.words}: {implied.text}.",
        lines=[difference, implied],
        key=implied,
        quotes=[
            Quote(
                CHINA_MONGOLIA,
                people.words,
                "By a later book, an earlier work by one of the authors has it for China alone.",
            )
        ],
        readings=[
            Reading(
                "the size of a household in that source is within the assumed range",
                fits(implied.value, size.value),
                f"{implied.text} against {size.words}",
            )
        ],
        settles=f"The paper of the commission on return: {e.file('fn49')}.",
    )


def early_estimate(e: Evidence) -> Check:
    """The first published estimate in people against both household figures."""
    floor, both, size = e.claim(CHINA), e.claim(CHINA_MONGOLIA), e.assume(SIZE)
    estimate = e.outside("emigration-losses-1980s")
    lines = [
        Line(
            f"people in the {base.best:,.0f} households {whose}",
            f"{base.best:,.0f} × {size.words}",
            size.value * base.best,
            "people",
        )
        for base, whose in ((floor, "of the OGPU"), (both, "of the republic"))
    ]
    implied = [
        Line(
            f"persons per household, if {estimate.words} went in {base.best:,.0f} households",
            f"{estimate.words} / {base.best:,.0f}",
            estimate.value / base.best,
            "persons per household",
            2,
        )
        for base in (floor, both)
    ]
    readings = [
        Reading(
            f"the households {whose}",
            fits(estimate.value, line.value),
            f"{each.text} against {size.words}",
        )
        for whose, line, each in zip(
            ("of the OGPU", "of the republic"), lines, implied, strict=True
        )
    ]
    return e.check(
        "early-estimate",
        "Which household figure does the first published estimate in people fit?",
        verdict=among(readings),
        condition=f"one takes {that_hold(readings)}",
        finding=f"The estimate of {estimate.words} gives {implied[0].text} with the OGPU's floor "
        f"and {implied[1].text} with the republic's figure.",
        lines=[*lines, *implied],
        key=implied[0],
        readings=readings,
        settles="What the estimate of the 1980s was made from; it may rest on the same floor.",
    )


def china_within_people(e: Evidence) -> Check:
    """Each destination as a part of the total in people; a part may not exceed its whole."""
    people, floor, both = e.claim(PEOPLE), e.claim(CHINA), e.claim(CHINA_MONGOLIA)
    size = e.assume(SIZE)
    reach = e.reach(people)
    low = Line(
        "to Western China, in people",
        f"{floor.best:,.0f} × {size.words}",
        size.value * floor.best,
        "people",
    )
    high = Line(
        "to China and Mongolia, in people",
        f"{both.words} × {size.words}",
        both.value * size.value,
        "people",
    )
    share = Line(
        "China and Mongolia as a share of the printed total",
        f"{high.text} / {people.best:,.0f}",
        high.value / people.best * 100,
        "%",
        0,
    )
    largest = Line(
        "largest household with which the wider figure fits into the printed total",
        f"{people.best:,.0f} / {both.words}",
        Interval.exactly(people.best) / both.value,
        "persons per household",
        2,
    )
    printed = Interval(0, people.best)
    return e.check(
        "china-within-people",
        "Is the flight to China a part of the whole flight, counted in people?",
        verdict=max(
            (fits(low.value, printed), fits(high.value, printed)),
            key=[Verdict.AGREE, Verdict.ONLY_IF, Verdict.CONTRADICT].index,
        ),
        condition=f"a household had at most {largest.value.high:.2f} people, or the total was "
        f"well over {people.best:,.0f}",
        finding=f"The OGPU's floor is {low.text}; the republic's figure takes {share.text} of the "
        f"{people.best:,.0f}, which covers Siberia, the Volga and Central Asia as well.",
        lines=[
            low,
            high,
            share,
            largest,
            Line(
                "the printed total, as far as over may reach",
                people.words,
                reach,
                "people",
            ),
        ],
        key=share,
        quotes=[
            Quote(
                PEOPLE,
                f"{share.text} of it to China and Mongolia",
                "The total covers all destinations.",
            )
        ],
        settles=f"The report of the OGPU, whether it gives the destinations in people: "
        f"{e.file('fn48')}.",
    )


def china_within_households(e: Evidence) -> Check:
    """Each destination as a part of the total in households."""
    whole, floor, both = e.claim(HOUSEHOLDS), e.claim(CHINA), e.claim(CHINA_MONGOLIA)
    low = Line(
        "Western China's share of the households",
        f"{floor.words} / {whole.words}",
        floor.value / whole.value * 100,
        "%",
        1,
    )
    high = Line(
        "share of China and Mongolia",
        f"{both.words} / {whole.words}",
        both.value / whole.value * 100,
        "%",
        1,
    )
    rest = Line(
        "households for all other destinations, by the wider figure",
        f"{whole.words} − {both.words}",
        whole.value - both.value,
        "households",
    )
    holds = floor.value.low <= whole.value.high and both.value.low <= whole.value.high
    return e.check(
        "china-within-households",
        "Is the flight to China a part of the whole flight, counted in households?",
        verdict=truth(holds),
        condition="the parts were smaller or the whole larger",
        finding=f"{low.text} of them to Western China, {high.text} to China and Mongolia.",
        lines=[low, high, rest],
        key=high,
        quotes=[
            Quote(
                CHINA,
                f"{low.text} of all households",
                "A share of a total that clashes with the people of its own sentence.",
            )
        ],
        settles="The same file as for the total.",
    )


def first_years(e: Evidence) -> Check:
    """What was counted of the first years, and what that leaves of the floor for the later ones."""
    floor = e.claim(CHINA)
    year, three = e.outside("china-farms-1929"), e.outside("china-farms-1929-1931")
    people = e.outside("china-people-1929", decides=False)
    before = e.outside("semipalatinsk-farms-1928", decides=False)
    size = Line(
        "persons per household of those who went in 1929",
        f"{people.words} / {year.words}",
        people.value / year.value,
        "persons per household",
        2,
    )
    early = Line(
        "households of 1930 and 1931, if the longer count holds that of 1929",
        f"{three.words} − {year.words}",
        three.value - year.value,
        "households",
    )
    share = Line(
        "as a share of the floor",
        f"{early.text} / {floor.words}",
        early.value / floor.value * 100,
        "%",
        1,
    )
    late = Line(
        "left of the floor for 1932 and 1933, and for districts not counted",
        f"{floor.words} − {early.text}",
        floor.value - early.value,
        "households",
    )
    readings = [
        Reading("most went in 1932 and 1933", truth(late.value.high >= 0), late.text),
        Reading(
            "the border guards counted only a part of those who went",
            Verdict.AGREE,
            f"the counts then say nothing of the floor; in 1928 {before.words} had gone from one "
            "district alone",
        ),
    ]
    return e.check(
        "first-years",
        "Do the counts of the first years bear out the OGPU's floor?",
        verdict=among(readings),
        condition=that_hold(readings),
        finding=f"In 1929 {year.words} were counted, of {size.text}; from 1929 to 1931 "
        f"{three.words}. That leaves {late.text} of the floor for the years after.",
        lines=[size, early, share, late],
        key=late,
        readings=readings,
        quotes=[Quote(CHINA, floor.words, f"Counted of 1930 and 1931 are {early.text}.")],
        settles=f"The yearly reports of the OGPU on those who crossed: {e.file('fn48')}.",
    )


def returned_of_whom(e: Evidence) -> Check:
    """The returns by each base that the sentence could mean; none is printed."""
    share, size = e.claim(RETURNS), e.assume(SIZE)
    bases = [
        ("those who went to Western China, by the OGPU's floor", e.claim(CHINA), True),
        ("those who went to China and Mongolia, by the republic", e.claim(CHINA_MONGOLIA), True),
        ("all who left the republic, in people", e.claim(PEOPLE), False),
    ]
    lines = [
        Line(
            f"returned, of {words}",
            f"{share.words} of {base.words}" + (f" × {size.words}" if households else ""),
            at_most(share.value * base.best * (size.value if households else Interval.exactly(1))),
            "people",
        )
        for words, base, households in bases
    ]
    counted = [id for id in e.printed(measure="people-returned")]
    most = wording.measured(at_most(share.value * 100), 0, "%")
    readings = [
        Reading(f"{most} of {words}", Verdict.AGREE, line.text)
        for (words, _, _), line in zip(bases, lines, strict=True)
    ]
    return e.check(
        "returned-of-whom",
        "How many came back?",
        verdict=among(readings) if not counted else Verdict.AGREE,
        finding=f"Nothing but a ceiling is printed, and not of whom: {lines[0].text} by the OGPU's "
        f"floor, {lines[1].text} by the republic's figure.",
        lines=lines,
        key=lines[0],
        readings=readings,
        quotes=[
            Quote(
                RETURNS,
                f"{lines[0].text}, or {lines[1].text}",
                "A ceiling on a share of an unnamed number; the years are not printed.",
            )
        ],
        settles="The lists of the commission on return.",
    )


def farms_and_flight(e: Evidence) -> Check:
    """The confiscated farms beside the households that left: another year and another thing."""
    farms, households = e.claim("migration-bai-farms-1928"), e.claim(HOUSEHOLDS)
    scope = e.differ([farms.id, households.id], ("period", "measure"))
    share = Line(
        "farms for a hundred households that left later",
        f"{farms.words} / {households.words}",
        farms.value / households.value * 100,
        "farms",
        2,
    )
    return e.check(
        "farms-and-flight",
        "Do the confiscated farms belong to the households that left?",
        verdict=Verdict.SCOPE if scope else fits(farms.value, at_most(households.value)),
        finding=f"They are other people of another year: {share.text} of 1928 for a hundred "
        "households of 1930 to 1933.",
        lines=[share],
        key=share,
        quotes=[
            Quote(
                farms.id,
                "one campaign of 1928",
                "The campaign's figure for the republic; whether each was confiscated, deported or "
                "both is not said.",
            )
        ],
        settles="The reports on the confiscation of 1928.",
    )


def zaysan_group(e: Evidence) -> Check:
    """The households held in 1931 as a part of a year's detentions of the year before."""
    group, size = e.claim("migration-households-zaysan-1931"), e.assume(SIZE)
    outward = e.claim("detentions-outward-1930")
    scope = e.differ([group.id, outward.id], ("unit", "period", "place"))
    people = Line(
        "people in the group",
        f"{group.words} × {size.words}",
        group.value * size.value,
        "people",
    )
    groups = Line(
        "such groups in the detained of 1930",
        f"{outward.words} / {people.text}",
        outward.value / people.value,
        "groups",
        1,
    )
    return e.check(
        "zaysan-group",
        "How large was the group of February 1931 beside a year's detentions?",
        verdict=Verdict.SCOPE if scope else fits(group.value, at_most(outward.value)),
        finding=f"It was {people.text}; {groups.text} of that size make the outward detentions of "
        "1930. One counts households, the other people.",
        lines=[people, groups],
        key=people,
        quotes=[Quote(group.id, people.text, "Households, not people; one group of 1931.")],
        settles=e.file("fn50"),
    )


def same_leaf(e: Evidence) -> Check:
    """Two crossings years apart that rest on one leaf: only a summary can hold both."""
    first, second = "detentions-armed-escort-1927", "migration-households-zaysan-1931"
    rows = [e.row(first), e.row(second)]
    leaves = [e.shelf(*(row["sources"] or row["passage_sources"])) for row in rows]
    years = rows[1]["end"].year - rows[0]["end"].year
    apart = Line(
        "years between the two crossings",
        f"{rows[1]['end'].year} − {rows[0]['end'].year}",
        Interval.exactly(years),
        "years",
    )
    readings = [
        Reading(
            "the leaf sums up several years",
            Verdict.AGREE,
            "then both notes can be right",
        ),
        Reading(
            "the leaf is a report of one date",
            truth(leaves[0] != leaves[1] or years == 0),
            f"then one of the two notes to {leaves[0]} is a slip",
        ),
    ]
    one = leaves[0] == leaves[1]
    return e.check(
        "same-leaf",
        "Can one leaf hold the crossing of 1927 and that of 1931?",
        verdict=among(readings) if one else Verdict.AGREE,
        condition=that_hold(readings),
        finding=f"The notes lead to {len(set(leaves))} leaf or leaves, and the crossings lie "
        f"{apart.text} apart.",
        lines=[apart],
        key=apart,
        readings=readings,
        quotes=[],
        settles=leaves[0],
    )


def zaysan_night(e: Evidence) -> Check:
    """The planned night against the day of the summary: order, and days between."""
    e.row("migration-households-zaysan-1931")
    summary = e.tables.events.loc["1931-03-13-summary", "date"]
    planned = periods.parse(str(e.tables.events.loc["1931-02-planned-crossing", "date"])).start
    assert planned is not None  # a night has a day
    days = date.fromisoformat(str(summary)) - planned
    later = Line(
        "days from the planned night to the summary",
        f"{summary} − {planned}",
        Interval(days.days - 1, days.days),
        "days",
    )
    return e.check(
        "zaysan-night",
        "Were the households held on the planned night?",
        verdict=truth(days.days >= 0) if days.days <= 0 else Verdict.UNTESTED,
        finding=f"The plan names the night, the summary is {later.text} younger; the day of the "
        "arrest is not printed.",
        lines=[later],
        key=later,
        readings=[
            Reading("on the planned night", Verdict.AGREE, "the ambush was set for it"),
            Reading("later, before the summary", Verdict.AGREE, f"within {later.text}"),
        ],
        settles=e.file("fn50"),
    )
