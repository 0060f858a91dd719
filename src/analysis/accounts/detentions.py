"""Checks of the detentions of 1930."""

from __future__ import annotations

from datetime import date

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

INWARD, OUTWARD = "detentions-inward-1930", "detentions-outward-1930"
VIOLATORS, GUARDS = "detentions-violators-1930", "detentions-guards-killed-1930"
REPORT = "1930-02-28-border-report"


def killed_or_detained(e: Evidence) -> Check:
    """Two readings of one verb; only a printed total could tell them apart."""
    inward, outward = e.claim(INWARD), e.claim(OUTWARD)
    violators, guards = e.claim(VIOLATORS), e.claim(GUARDS)
    dead = Line(
        "dead, if the violators were killed",
        f"{violators.words} + {guards.words}",
        violators.value + guards.value,
        "people",
    )
    ratio = Line(
        "violators killed for one guard, if so",
        f"{violators.words} / {guards.words}",
        violators.value / guards.value,
        "to one",
        1,
    )
    held = Line(
        "held, if the violators were detained",
        f"{inward.words} + {outward.words} + {violators.words}",
        inward.value + outward.value + violators.value,
        "people",
    )
    both = Line(
        "held in the two directions",
        f"{inward.words} + {outward.words}",
        inward.value + outward.value,
        "people",
    )
    share = Line(
        "violators for a hundred of those held in the two directions",
        f"{violators.words} / {both.text}",
        violators.value / both.value * 100,
        "to a hundred",
        1,
    )
    # a total for the republic and the year would be one of these sums
    totals = [
        e.tables.claims.loc[id, "best"]
        for id in e.printed(place="kazakhstan", period="1930")
        if id not in (INWARD, OUTWARD, VIOLATORS, GUARDS)
    ]
    told = {"killed": dead.value.low in totals, "held": held.value.low in totals}
    readings = [
        Reading(
            "killed, as it is punctuated",
            truth(told["killed"] or not told["held"]),
            f"{dead.text} died, {ratio.text}",
        ),
        Reading(
            "detained, like those before them",
            truth(told["held"] or not told["killed"]),
            f"{held.text} were held, and {guards.words} died",
        ),
    ]
    return e.check(
        "killed-or-detained",
        "Were the border violators of 1930 killed or held?",
        verdict=among(readings),
        condition=that_hold(readings),
        finding=f"The sentence reads both ways: {dead.text} dead, or {held.text} held.",
        lines=[dead, ratio, held, both, share],
        key=dead,
        readings=readings,
        quotes=[
            Quote(
                VIOLATORS,
                f"{dead.number} dead with the guards, or {held.number} held",
                "Killed as punctuated; the sentence can be read as detained.",
            )
        ],
        settles=e.file("fn47"),
    )


def report_before_year(e: Evidence) -> Check:
    """A paper cannot total a year that has not ended."""
    rows = {id: e.row(id) for id in (INWARD, OUTWARD, VIOLATORS, GUARDS)}
    day = date.fromisoformat(str(e.tables.events.loc[REPORT, "date"]))
    end = max(row["end"] for row in rows.values()).date()
    first = date(day.year, 1, 1)
    number = (day - first).days + 1
    days = (date(day.year, 12, 31) - first).days + 1
    passed = Line(
        "days of the year that had passed",
        f"{first} to {day}",
        Interval.exactly(number),
        "days",
    )
    share = Line(
        "part of the year",
        f"{number} / {days}",
        Interval.exactly(number / days * 100),
        "%",
        1,
    )
    outward = e.claim(OUTWARD)
    yearly = Line(
        "outward in a year, if the paper's figures are of these days",
        f"{outward.words} / {number} × {days}",
        outward.value / number * days,
        "people",
    )
    leaves = str(e.tables.sources.loc["fn47", "leaves"])
    run = [int(leaf) for leaf in leaves.split("–")]
    pages = Line("leaves in the note", leaves, Interval.exactly(run[-1] - run[0] + 1), "leaves")
    readings = [
        Reading("the totals are of the report itself", truth(day >= end), f"it is dated {day}"),
        Reading(
            "a later paper in the same run of leaves",
            truth(len(run) > 1),
            f"the note names {pages.text}",
        ),
        Reading(
            "the first weeks of the year only",
            truth(rows[OUTWARD]["period"] != str(day.year)),
            f"then a year would have had {yearly.text} outward; the sentence says the year",
        ),
    ]
    return e.check(
        "report-before-year",
        "Can the report of February 1930 hold the totals of 1930?",
        verdict=among(readings) if day < end else Verdict.AGREE,
        condition=that_hold(readings),
        finding=f"On the day of the report {passed.text} of the year had passed, {share.text}.",
        lines=[passed, share, yearly, pages],
        key=share,
        readings=readings,
        quotes=[
            Quote(
                OUTWARD,
                outward.words,
                "A total of a year beside a report of its February; the paper it comes from is "
                "not known.",
            )
        ],
        settles=e.file("fn47"),
    )


def outward_against_inward(e: Evidence) -> Check:
    """More out than in is what the article tells of that year."""
    inward, outward = e.claim(INWARD), e.claim(OUTWARD)
    ratio = Line(
        "held on the way out for one on the way in",
        f"{outward.words} / {inward.words}",
        outward.value / inward.value,
        "to one",
        2,
    )
    share = Line(
        "of those held, on the way out",
        f"{outward.words} / ({inward.words} + {outward.words})",
        outward.value / (inward.value + outward.value) * 100,
        "%",
        1,
    )
    return e.check(
        "outward-against-inward",
        "Do the detentions show the flight that the article tells of?",
        verdict=truth(ratio.value.low > 1),
        condition="more were held on the way out",
        finding=f"{ratio.text}: {share.text} of those held were leaving. But "
        f"{inward.words} were coming in, and the article says little of them.",
        lines=[ratio, share],
        key=ratio,
        quotes=[
            Quote(INWARD, f"1 to {ratio.number} outward", "People stopped, not people who crossed.")
        ],
        settles=e.file("fn47"),
    )


def detained_and_departed(e: Evidence) -> Check:
    """People of one year over households of four is no rate, whatever the quotient."""
    outward, households = e.claim(OUTWARD), e.claim("migration-households-1930-1933")
    china, size = e.claim("migration-households-western-china"), e.assume("household-size")
    scope = e.differ([outward.id, households.id], ("unit", "period", "place"))
    years = e.row(china.id)
    span = years["end"].year - years["start"].year + 1
    gone = Line(
        "people who left for Western China in a year, on average",
        f"{china.best:,.0f} × {size.words} / {span}",
        size.value * china.best / span,
        "people",
    )
    quotient = Line(
        "held for a hundred of these, which is no rate",
        f"{outward.words} / {gone.text}",
        outward.value / gone.value * 100,
        "to a hundred",
        1,
    )
    stopped, passed = (
        e.outside(id, decides=False) for id in ("china-farms-stopped-1929", "china-farms-1929")
    )
    year = Line(
        "stopped, of all farms that the OGPU counted in 1929",
        f"{stopped.words} / ({stopped.words} + {passed.words})",
        stopped.value / (stopped.value + passed.value) * 100,
        "%",
        1,
    )
    return e.check(
        "detained-and-departed",
        "What part of those who fled was caught?",
        verdict=Verdict.SCOPE if scope else fits(outward.value, at_most(households.value)),
        finding=f"It cannot be said. The quotient is {quotient.text}, but one figure is of people "
        f"in a year, the other of households in {span}. For 1929 an outside text has both: "
        f"{stopped.words} stopped and {passed.words} gone.",
        lines=[gone, quotient, year],
        key=quotient,
        quotes=[
            Quote(
                OUTWARD,
                "no rate of detection",
                "Some may have been stopped twice or have left later; attempts are not printed.",
            )
        ],
        settles="Reports of the OGPU for the later years like that for 1929, which has those "
        "stopped beside those gone.",
    )
