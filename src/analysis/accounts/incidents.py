"""Checks of gangs, escorts and single reports."""

from __future__ import annotations

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


def foreign_gangs_or_people(e: Evidence) -> Check:
    """Nine as a part of the gangs or of the people; both are parts."""
    gangs, people = e.claim("detentions-gangs-1927"), e.claim("detentions-gang-members-1927")
    foreign = e.claim("detentions-gangs-foreign-1927")
    mean = Line(
        "people in a gang, on average",
        f"{people.words} / {gangs.words}",
        people.value / gangs.value,
        "people",
        1,
    )
    of_gangs = Line(
        "foreign, of the gangs",
        f"{foreign.value} / {gangs.value}",
        foreign.value / gangs.value * 100,
        "%",
        1,
    )
    of_people = Line(
        "foreign, of the people",
        f"{foreign.value} / {people.words}",
        foreign.value / people.value * 100,
        "%",
        1,
    )
    in_them = Line(
        "people in the foreign gangs, if they were of average size",
        f"{foreign.value} × {mean.text}",
        foreign.value * mean.value,
        "people",
    )
    readings = [
        Reading(
            "foreign gangs",
            fits(foreign.value, at_most(gangs.value)),
            f"{of_gangs.text} of the gangs, about {in_them.text}",
        ),
        Reading(
            "foreign people",
            fits(foreign.value, at_most(people.value)),
            f"{of_people.text} of the people",
        ),
    ]
    return e.check(
        "foreign-gangs-or-people",
        "Were nine of the gangs foreign, or nine of the people?",
        verdict=among(readings),
        condition=that_hold(readings),
        finding=f"The sentence allows {of_gangs.text} of the gangs or {of_people.text} of the "
        "people.",
        lines=[mean, of_gangs, of_people, in_them],
        key=of_gangs,
        readings=readings,
        quotes=[
            Quote(foreign.id, of_gangs.text, "Gangs or people: the sentence does not say which."),
            Quote(people.id, f"{mean.text} to a gang", "From an OGPU report; gangs is its word."),
        ],
        settles=e.file("fn45"),
    )


def fifty_or_four_hundred(e: Evidence) -> Check:
    """The escort as a part of the helpers, or the same men told twice."""
    escort, helpers = e.claim("detentions-armed-escort-1927"), e.claim("detentions-helpers-1927")
    ratio = Line(
        "helpers for one man of the escort",
        f"{helpers.words} / {escort.words}",
        helpers.value / escort.value,
        "times",
        1,
    )
    armed = Line(
        "armed, most of the helpers being armed",
        f"more than half of {helpers.words}",
        Interval(helpers.value.low / 2, helpers.value.high),
        "people",
    )
    local = Line(
        "armed local people beside the escort",
        f"{armed.text} − {escort.words}",
        armed.value - escort.value,
        "people",
    )
    readings = [
        Reading(
            "the escort from abroad is a part of all who helped",
            fits(escort.value, at_most(helpers.value)),
            f"then {local.text} were armed on the Soviet side",
        ),
        Reading(
            "two figures for the same men",
            truth(helpers.value.contains(escort.value)),
            f"they differ by a factor of {ratio.number}",
        ),
    ]
    return e.check(
        "fifty-or-four-hundred",
        f"Did {escort.best:.0f} or {helpers.best:.0f} armed men help the crossing at Ush-Bulak?",
        verdict=among(readings),
        condition=that_hold(readings),
        finding=f"As part and whole they leave {local.text} with arms on the Soviet side; as two "
        f"figures for the same men they differ by a factor of {ratio.number}.",
        lines=[ratio, armed, local],
        key=local,
        readings=readings,
        quotes=[
            Quote(escort.id, f"one part of {helpers.words}", "The group from abroad only."),
            Quote(
                helpers.id,
                f"{armed.text} of them armed",
                f"From another file than the {escort.best:.0f}.",
            ),
        ],
        settles=f"{e.file('fn43')}; {e.file('fn44')}",
    )


_FIRST = tuple(
    f"detentions-sarkand-{word}-1927" for word in ("detained", "fled", "killed", "escaped")
)
_SECOND = tuple(f"detentions-opium-{word}-1927" for word in ("found", "killed", "detained"))


def four_escaped(e: Evidence) -> Check:
    """Four escaped; of them one killed and three escaped: a sum."""
    fled, killed, escaped = (e.claim(id) for id in _FIRST[1:])
    total = Line(
        "killed and escaped",
        f"{killed.words} + {escaped.words}",
        killed.value + escaped.value,
        "people",
    )
    return e.check(
        "four-escaped",
        "Did four escape, or three?",
        verdict=truth(total.value.low == fled.value.low and total.value.high == fled.value.high),
        condition=f"{fled.words} were not all who ran",
        finding=f"{fled.words} ran, {killed.words} was killed and {escaped.words} got away: "
        f"{total.text}. The word escaped is used for both.",
        lines=[total],
        key=total,
        quotes=[Quote(fled.id, escaped.words, "Four ran; one of them was shot.")],
        settles="The report behind the first of the two accounts of August 1927.",
    )


def four_among_twelve(e: Evidence) -> Check:
    """The dead man was not deported, so the four cannot be among the twelve deported."""
    detained, fled = e.claim(_FIRST[0]), e.claim(_FIRST[1])
    apart = Line(
        "people, if the four are beyond the twelve",
        f"{detained.words} + {fled.words}",
        detained.value + fled.value,
        "people",
    )
    within = Line(
        "deported, if the four are among the twelve",
        f"{detained.words} − {fled.words}",
        detained.value - fled.value,
        "people",
    )
    readings = [
        Reading("the four are beyond the twelve", Verdict.AGREE, f"{apart.text} in all"),
        Reading(
            "the four are among the twelve",
            truth(within.value.contains(detained.value)),
            f"then {within.text} were deported, not {detained.words}",
        ),
    ]
    return e.check(
        "four-among-twelve",
        "Are the four who ran among the twelve who were detained?",
        verdict=among(readings),
        condition=that_hold(readings),
        finding=f"{apart.text} in all if they are beyond the {detained.words} deported, "
        f"{within.text} "
        "deported if they are among them.",
        lines=[apart, within],
        key=apart,
        readings=readings,
        quotes=[Quote(detained.id, f"{apart.text} in all", "The report names the four apart.")],
        settles="The report behind the first of the two accounts of August 1927.",
    )


def two_reports_one_event(e: Evidence) -> Check:
    """The same numbers in two reports: as two events they hold, as one the roles clash."""
    detained, fled, killed, escaped = (e.claim(id) for id in _FIRST)
    found, shot, held = (e.claim(id) for id in _SECOND)
    first = Line(
        "people in the first report",
        f"{detained.words} + {fled.words}",
        detained.value + fled.value,
        "people",
    )
    rest = Line(
        "escaped in the second report",
        f"{found.words} − {shot.words} − {held.words}",
        found.value - shot.value - held.value,
        "people",
    )
    numbers = [
        sorted((detained.value.low, killed.value.low, escaped.value.low)),
        sorted((held.value.low, shot.value.low, rest.value.low)),
    ]
    alike = Line(
        "numbers of one report that stand in the other",
        f"{', '.join(f'{n:.0f}' for n in numbers[0])} and "
        f"{', '.join(f'{n:.0f}' for n in numbers[1])}",
        Interval.exactly(sum(a == b for a, b in zip(*numbers, strict=True))),
        f"of {len(numbers[0])}",
    )
    scope = e.differ((_FIRST[0], _SECOND[2]), ("place",))
    readings = [
        Reading("two events", Verdict.AGREE, "; ".join(scope)),
        Reading(
            "one event, told twice",
            truth(detained.value == held.value and escaped.value == rest.value),
            f"then {detained.words} were detained and {escaped.words} escaped, or the reverse",
        ),
    ]
    same = numbers[0] == numbers[1] and first.value == found.value
    return e.check(
        "two-reports-one-event",
        "Are the two reports of August 1927 one event told twice?",
        verdict=among(readings) if same else Verdict.AGREE,
        condition=that_hold(readings),
        finding=f"{first.text} in the first, {found.words} in the second, and "
        f"{alike.text} numbers of one report stand in the other, in other roles.",
        lines=[first, rest, alike],
        key=alike,
        readings=readings,
        quotes=[
            Quote(
                detained.id,
                f"{detained.words} of {first.text}",
                "Perhaps the same event as the opium fields of that month; do not add the two.",
            ),
            Quote(
                held.id,
                f"{held.words} of {found.words}",
                "Perhaps the same event as the detention of August 18; do not add the two.",
            ),
        ],
        settles=f"{e.file('fn46')}; {e.file('fn62')}",
    )


def raiders_of_puchkov(e: Evidence) -> Check:
    """The raiders as a part of the émigrés across the border, or another group."""
    raid, all_men = (
        e.claim("detentions-emigre-group-1932"),
        e.claim("detentions-emigres-puchkov-1932"),
    )
    share = Line(
        "the raiders as a share",
        f"{raid.words} / {all_men.words}",
        raid.value / all_men.value * 100,
        "%",
        1,
    )
    together = Line(
        "armed men, if they are two groups",
        f"{raid.words} + {all_men.words}",
        raid.value + all_men.value,
        "people",
    )
    readings = [
        Reading("a part of them", fits(raid.value, at_most(all_men.value)), share.text),
        Reading("another group", Verdict.AGREE, together.text),
    ]
    return e.check(
        "raiders-of-puchkov",
        "Were the men who took the Matveyevka outpost Puchkov's?",
        verdict=among(readings),
        condition=that_hold(readings),
        finding=f"They may be {share.text} of them, or stand beside them: {together.text}.",
        lines=[share, together],
        key=share,
        readings=readings,
        quotes=[
            Quote(
                raid.id,
                f"{share.text} of Puchkov's men, if his",
                "Both are of one spring; that they are one group is not said.",
            ),
        ],
        settles=e.file("fn51"),
    )


def raid_and_arrests(e: Evidence) -> Check:
    """A cause before its consequence: the raid must precede the arrests for it."""
    raid = e.row("detentions-emigre-group-1932")
    arrests = e.tables.events.loc["1933-uryl-arrests", "date"]
    year = int(str(arrests)[:4])
    gap = Interval(
        (year - raid["end"].year) * 12 + 1 - raid["end"].month,
        (year - raid["start"].year) * 12 + 12 - raid["start"].month,
    )
    months = Line(
        "months from the raid to the arrests for it",
        f"{raid['start'].date()} to {raid['end'].date()}, and {arrests}",
        gap,
        "months",
    )
    return e.check(
        "raid-and-arrests",
        "Can the arrests of 1933 be for the raid of 1932?",
        verdict=truth(gap.low >= 0),
        condition="the raid was earlier",
        finding=f"{months.text} lie between. That the two accounts mean one raid rests "
        "on the name of the outpost.",
        lines=[months],
        key=months,
        settles=e.file("fn51", "fn52"),
    )


def barriers_1932(e: Evidence) -> Check:
    """Passes and outposts with barriers: as many of each, so perhaps the same."""
    passes, outposts = (
        e.claim("garrison-passes-barred-1932"),
        e.claim("garrison-outposts-barred-1932"),
    )
    total = Line(
        "barriers, if passes and outposts are different places",
        f"{passes.words} + {outposts.words}",
        passes.value + outposts.value,
        "barriers",
    )
    readings = [
        Reading("six barriers", Verdict.AGREE, total.text),
        Reading(
            "three barriers, named twice",
            truth(passes.value == outposts.value),
            f"{passes.words} and {outposts.words}",
        ),
    ]
    return e.check(
        "barriers-1932",
        "How many barriers were there in October 1932?",
        verdict=among(readings),
        condition=that_hold(readings),
        finding=f"{total.text} or {outposts.value}: the sentence joins passes and outposts.",
        lines=[total],
        key=total,
        readings=readings,
        settles=e.file("fn53"),
    )


def bond_and_contraband(e: Evidence) -> Check:
    """Sums of money of different years and kinds."""
    bond, found = e.claim("smuggling-masanov-bond"), e.claim("smuggling-1935-july-value")
    cash = e.claim("smuggling-kaldybayev-cash")
    people = e.claim("detentions-smugglers-1935")
    scope = e.differ([bond.id, found.id, cash.id], ("measure", "period"))
    each = Line(
        "contraband for each of the group",
        f"{found.words} / {people.words}",
        found.value / people.value,
        "rubles",
    )
    ratio = Line(
        "the bond as a multiple of the contraband",
        f"{bond.words} / {found.words}",
        bond.value / found.value,
        "times",
        2,
    )
    small = Line(
        "Kaldybayev's money beside that share",
        f"{cash.words} / {each.text}",
        cash.value / each.value,
        "times",
        2,
    )
    return e.check(
        "bond-and-contraband",
        "How large was smuggling in a single case?",
        verdict=Verdict.SCOPE if scope else Verdict.AGREE,
        finding=f"{each.text} a head in July 1935. The bond of 1928 is {ratio.text} the whole "
        "find, in rubles of another year.",
        lines=[each, ratio, small],
        key=each,
        quotes=[Quote(found.id, f"{each.text} a head", "Rubles of 1935; one group.")],
        settles=e.file("fn57", "fn59", "fn60"),
    )


def smuggling_share_here(e: Evidence) -> Check:
    """A share for the whole Union; one for this border is not printed."""
    share = e.claim("smuggling-share-of-crimes")
    here = e.printed(measure="smuggling-share", place="kazakhstan")
    line = Line("of all border crimes of the Union", share.words, share.value, "%")
    return e.check(
        "smuggling-share-here",
        "Was smuggling nine tenths of the crimes on this border?",
        verdict=Verdict.UNTESTED if not here else Verdict.AGREE,
        finding=f"{line.text} is said of border crimes, and the work cited is on the OGPU as a "
        "whole; no share for this border is printed.",
        lines=[line],
        key=line,
        quotes=[Quote(share.id, line.text, "For the Union, it seems; not for this border.")],
        settles=e.file("fn56"),
    )


def penalty_eased(e: Evidence) -> Check:
    """The code of 1922 is called milder; its term must be shorter."""
    before, after = (
        e.claim("penalties-1921-crossing-prison"),
        e.claim("penalties-1922-crossing-labour"),
    )
    later = e.claim("penalties-1923-crossing-prison")
    first, second = e.convert(before, "months"), e.convert(after, "months")
    ratio = Line(
        "the longest term of 1921 as a multiple of that of 1922",
        f"{before.words} / {after.words}",
        Interval.exactly(first.high) / second.high,
        "times",
        0,
    )
    return e.check(
        "penalty-eased",
        "Did the code of 1922 make crossing a lighter crime?",
        verdict=truth(second.high < first.high and later.value.high <= second.high),
        condition="the terms after 1921 were shorter",
        finding=f"The longest term of 1921 was {ratio.text} that of 1922, and prison came "
        f"back in 1923 for {later.words}.",
        lines=[ratio],
        key=ratio,
        quotes=[Quote(before.id, before.words, "A ceiling, lowered in the next year.")],
        settles="The codes themselves.",
    )


def charges_dropped(e: Evidence) -> Check:
    """One charge of four was kept; the kept one must be among those made."""
    made, kept = e.claim("penalties-makulbayev-charges"), e.claim("penalties-makulbayev-prosecuted")
    term = e.claim("penalties-makulbayev-residence")
    dropped = Line(
        "charges that were dropped",
        f"{made.words} − {kept.words}",
        made.value - kept.value,
        "articles",
    )
    return e.check(
        "charges-dropped",
        "Was Makulbayev prosecuted for what he was charged with?",
        verdict=fits(kept.value, at_most(made.value)),
        condition="he was charged with more",
        finding=f"For {kept.value} of {made.value} articles; {dropped.text} were dropped, and the "
        f"outcome was a residence imposed for {term.words}.",
        lines=[dropped],
        key=dropped,
        settles=e.file("fn58"),
    )
