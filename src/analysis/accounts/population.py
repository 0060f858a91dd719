"""Checks of populations: towns, the Zaysan district, the Kazakhs and the Russians of Xinjiang."""

from __future__ import annotations

from dataclasses import replace

from analysis import wording
from analysis.accounts import balance
from analysis.accounts.balance import Account
from analysis.accounts.model import (
    Check,
    Evidence,
    Figure,
    Line,
    Quote,
    Reading,
    Verdict,
    among,
    at_most,
    fits,
    rounded,
    that_hold,
    truth,
)
from analysis.hedges import Interval

ILI = "populations-ili-kazakhs-after-1916"
PROVINCE = "populations-xinjiang-kazakhs-late-1930s"
CHINA = "migration-households-western-china"
CHINA_MONGOLIA = "migration-households-china-mongolia"
RETURNS = "migration-return-share"

# terms of the account that are assumptions: name of the term -> id of the assumption
TERMS = {
    "size": "household-size",
    "losses": "loss-share",
    "growth": "natural-growth",
    "gone": "ili-gone-before-1930",
    "years": "years-since-1917",
    "years_since_flight": "years-since-flight",
}


def account(e: Evidence, households: Figure, mongolia: bool) -> tuple[Account, dict[str, Interval]]:
    """The account with its most likely terms, and the ranges of the terms.

    Args:
        e: the evidence.
        households: the emigrant households.
        mongolia: whether the households went to Mongolia as well.
    """
    ili, end, returned = e.claim(ILI), e.claim(PROVINCE), e.claim(RETURNS)
    assumed = {term: e.assume(id) for term, id in TERMS.items()}
    if mongolia:
        there = e.assume("mongolia-households")
    best = Account(
        households=households.best,
        elsewhere=0.0,
        returned=returned.best,
        ili=(ili.value.low + ili.value.high) / 2,
        end=end.best,
        **{term: figure.best for term, figure in assumed.items()},
    )
    ranges = {term: figure.value for term, figure in assumed.items()}
    if mongolia:
        best = replace(best, elsewhere=there.best / households.best)
        ranges["elsewhere"] = there.value / households.best
    ranges |= {"ili": ili.value, "end": end.value, "returned": returned.value}
    return best, ranges


def _balance(e: Evidence, id: str, claim: str, mongolia: bool, whom: str) -> Check:
    """Agree if the most likely terms leave somebody elsewhere, contradict if no terms do."""
    households = e.claim(claim)
    best, ranges = account(e, households, mongolia)
    exactly = Interval.exactly
    settled = Line(
        "settlers from the flight, with their growth",
        f"{best.households:,.0f} households × {1 - best.elsewhere:.2f} × {best.size:.1f} people × "
        f"{1 - best.losses:.2f} × {1 - best.returned:.2f} × {1 + best.growth:.3f}^"
        f"{best.years_since_flight:.0f}",
        exactly(balance.settlers_at_end(best)),
        "people",
        -3,
    )
    ili = Line(
        "Kazakhs of the Ili District who stayed, with their growth",
        f"{best.ili:,.0f} × {1 - best.gone:.2f} × {1 + best.growth:.3f}^{best.years:.0f}",
        exactly(balance.ili_at_end(best)),
        "people",
        -3,
    )
    rest = Line(
        "left for all other districts at the end",
        f"{best.end:,.0f} − {ili.number} − {settled.number}; in brackets, with every term anywhere "
        "in its range",
        balance.spread(best, ranges),
        "people",
        -3,
        balance.others_at_end(best),
    )
    # most settlers that the stock at the end leaves room for, with the most likely other terms
    room = best.end - balance.ili_at_end(best)
    each = balance.settlers_at_end(replace(best, households=1.0))
    fitting = Line(
        "most households that the end leaves room for, with the most likely terms",
        f"({best.end:,.0f} − {ili.number}) / {each:.2f} people for one household",
        exactly(room / each),
        "households",
        -3,
    )
    lines = [settled, ili, rest, fitting]
    lost = 1 - room / balance.settlers_at_end(replace(best, losses=0.0))
    if lost > 0:
        lines.append(
            Line(
                "losses with which nobody would be left for the other districts",
                f"1 − ({best.end:,.0f} − {ili.number}) / settlers without losses",
                exactly(lost * 100),
                "%",
                1,
            )
        )
    left = balance.others_at_end(best)
    verdict = Verdict.CONTRADICT
    if rest.value.high >= 0:
        verdict = Verdict.AGREE if left >= 0 else Verdict.ONLY_IF
    said = "leaves" if left >= 0 else "leaves fewer than nobody:"
    return e.check(
        id,
        f"Do the Kazakhs of Xinjiang add up with the households {whom}?",
        verdict=verdict,
        condition=f"at least {max(lost, 0) * 100:.0f} % of those who came were lost again, or no "
        f"more than {fitting.number} households came, or the Ili figure is of people who "
        "had gone home",
        finding=f"The figure {whom} {said} {rest.text} for the other districts.",
        lines=lines,
        key=rest,
        quotes=[
            Quote(
                claim,
                f"about {settled.text} among the Kazakhs of Xinjiang at the end of the 1930s",
                "An account with assumptions; the other districts are unknown, not empty.",
            ),
            Quote(
                PROVINCE,
                f"about {ili.number} from Ili and {settled.number} from the flight, by the figure "
                f"{whom}",
                "Three districts are named and the number of one is printed.",
            ),
        ],
        settles="A count of the Kazakhs of the Tarbagatai and Altay districts before 1930, and "
        f"{e.file('fn40')}.",
    )


def balance_ogpu(e: Evidence) -> Check:
    """The account with the OGPU's floor; what is left for the other districts must be someone."""
    return _balance(e, "balance-ogpu", CHINA, False, "of the OGPU")


def balance_republic(e: Evidence) -> Check:
    """The account with the republic's figure, less Mongolia's part."""
    return _balance(e, "balance-republic", CHINA_MONGOLIA, True, "of the republic")


def emigrants_against_residents(e: Evidence) -> Check:
    """The outside count of emigrants and the Ili District against the whole province."""
    ili, end, returned = e.claim(ILI), e.claim(PROVINCE), e.claim(RETURNS)
    people = e.outside("china-people-commission")
    stayed = Line(
        "emigrants less returns",
        f"{people.words} less {returned.words}",
        people.value * (1 - returned.value),
        "people",
    )
    together = Line(
        "these and the Kazakhs of the Ili District, without growth or losses",
        f"{stayed.text} + {ili.words}",
        stayed.value + ili.value,
        "people",
    )
    excess = Line(
        "more than the whole province had",
        f"{together.text} − {end.words}",
        together.value - end.value,
        "people",
    )
    lost = Line(
        "part of the two groups that must have died or gone",
        f"1 − {end.words} / {together.text}",
        (1 - end.value / together.value) * 100,
        "%",
        0,
    )
    return e.check(
        "emigrants-against-residents",
        "Can Xinjiang have held both the Ili Kazakhs and all whom the commission counted?",
        verdict=fits(together.value, at_most(end.value)),
        condition=f"{lost.number} % of them had died or gone by the end of the 1930s",
        finding=f"Together they are {together.text}, the whole province had {end.words}: an excess "
        f"of {excess.text}.",
        lines=[stayed, together, excess, lost],
        key=excess,
        quotes=[
            Quote(
                PROVINCE,
                end.words,
                "Never beside the commission's emigrants without this excess.",
            )
        ],
        settles=f"{e.file('fn40')}: how the number was reached.",
    )


def ili_in_province(e: Evidence) -> Check:
    """A district as a part of its province: the rest may not be negative."""
    ili, end = e.claim(ILI), e.claim(PROVINCE)
    rest = Line(
        "Kazakhs of the province beyond the Ili figure",
        f"{end.words} − {ili.words}",
        end.value - ili.value,
        "people",
    )
    share = Line(
        "the Ili figure as a share of the province",
        f"{ili.words} / {end.words}",
        ili.value / end.value * 100,
        "%",
        0,
    )
    readings = [
        Reading(
            "all Kazakhs of the district", truth(rest.value.high >= 0), f"{rest.text} elsewhere"
        ),
        Reading(
            "only those who came after 1916",
            truth(rest.value.high >= 0),
            "then the older residents of the district are among the rest",
        ),
    ]
    return e.check(
        "ili-in-province",
        "Does the Ili District fit into the province?",
        verdict=fits(ili.value, at_most(end.value)),
        condition="the district had fewer",
        finding=f"Beyond the Ili figure {rest.text} are left. Many years lie between the two "
        "figures, so the rest is no count of anybody.",
        lines=[rest, share],
        key=rest,
        readings=readings,
        quotes=[
            Quote(ILI, ili.words, "Reached after 1916; residents and refugees are not told apart.")
        ],
        settles=e.file("fn38a", "fn38b"),
    )


def ili_gone_home(e: Evidence) -> Check:
    """The Ili figure beside those who had fled in 1916 and those who went home in 1917."""
    ili = e.claim(ILI)
    fled, home = e.outside("xinjiang-refugees-1916"), e.outside("xinjiang-returned-1917")
    share = Line(
        "part of those who had fled that went home in 1917",
        f"{home.words} / {fled.words}",
        home.value / fled.value * 100,
        "%",
        0,
    )
    rest = Line(
        "left of the Ili figure, if all who went home had been counted in it",
        f"{ili.words} − {home.words}",
        ili.value - home.value,
        "people",
    )
    readings = [
        Reading(
            "the Ili figure is of the refugees of 1916",
            truth(rest.value.high >= 0),
            "then it may be of those who went home, and nobody of them was there in 1930",
        ),
        Reading(
            "the Ili figure is of residents, or was counted after the return",
            Verdict.AGREE,
            "then those who went home were others",
        ),
    ]
    return e.check(
        "ili-gone-home",
        "Are the Ili Kazakhs those who went home in 1917?",
        verdict=among(readings),
        condition=that_hold(readings),
        finding=f"An outside text has about {home.words} who went home in 1917: as many as the "
        f"{ili.words} of the Ili District. It does not say that they are the same.",
        lines=[share, rest],
        key=rest,
        readings=readings,
        quotes=[
            Quote(ILI, ili.words, "As many are said to have gone home in 1917; no year is printed.")
        ],
        settles=e.file("fn38a", "fn38b"),
    )


def province_outside(e: Evidence) -> Check:
    """The article's number for the late 1930s against outside figures of the years around."""
    end, outside = e.claim(PROVINCE), e.outside("xinjiang-kazakhs-1940-1941")
    difference = Line(
        "the article's figure less that for 1940 and 1941",
        f"{end.words} − {outside.words}",
        end.value - outside.value,
        "people",
    )
    return e.check(
        "province-outside",
        "Does another figure bear out the number of Kazakhs in Xinjiang?",
        verdict=fits(outside.value, end.value),
        condition="about reaches further than assumed",
        finding=f"Another work has {outside.words} for 1940 and 1941, the article {end.words}.",
        lines=[difference],
        key=difference,
        quotes=[Quote(PROVINCE, end.words, "An estimate; the census of Xinjiang came later.")],
        settles="The police census of Xinjiang of the early 1940s.",
    )


def _growth(e: Evidence, town: str) -> Check:
    first = e.claim(f"populations-{town}-1926")
    last = e.claim(f"populations-{town}-1939")
    years = e.row(last.id)["start"].year - e.row(first.id)["start"].year
    before, after = e.outside("kazakhstan-people-1926"), e.outside("kazakhstan-people-1939")
    grown = Line(
        "growth from 1926 to 1939, as printed",
        f"{last.words} / {first.words} − 1",
        (last.value / first.value - 1) * 100,
        "%",
        1,
    )
    limits = Line(
        "the same, both figures being rounded to the hundred",
        f"{wording.span(rounded(last))} / {wording.span(rounded(first))} − 1",
        (rounded(last) / rounded(first) - 1) * 100,
        "%",
        1,
    )
    yearly = Line(
        "in a year",
        f"the root of {years} years",
        Interval.exactly(((last.best / first.best) ** (1 / years) - 1) * 100),
        "%",
        2,
    )
    republic = Line(
        "growth of the republic between the two censuses",
        f"{after.words} / {before.words} − 1",
        (after.value / before.value - 1) * 100,
        "%",
        1,
    )
    like = limits.value.intersect(republic.value) is not None
    return e.check(
        f"{town}-growth",
        f"Did {town.capitalize()} grow like the republic between the censuses?",
        verdict=truth(like) if like else Verdict.SCOPE,
        finding=f"{town.capitalize()} grew by {limits.text}, the republic by {republic.text}: "
        + ("alike, within the rounding." if like else "a town is no measure of the republic."),
        lines=[grown, limits, yearly, republic],
        key=grown,
        quotes=[
            Quote(
                last.id,
                f"{grown.text} more than in 1926",
                "No note in its sentence; rounded to the hundred.",
            )
        ],
        settles="The published volumes of the censuses of 1926 and 1939.",
    )


def jarkent_growth(e: Evidence) -> Check:
    """Growth of the town against that of the republic."""
    return _growth(e, "jarkent")


def zaysan_growth(e: Evidence) -> Check:
    """Growth of the town against that of the republic."""
    return _growth(e, "zaysan")


def town_in_district(e: Evidence) -> Check:
    """The town as a part of the district; a part may not exceed its whole."""
    town, district = e.claim("populations-zaysan-1939"), e.claim("populations-zaysan-district-1939")
    share = Line(
        "the town as a share of the district, if it is counted there",
        f"{town.words} / {district.words}",
        town.value / district.value * 100,
        "%",
        1,
    )
    rest = Line(
        "country people of the district, if so",
        f"{district.words} − {town.words}",
        district.value - town.value,
        "people",
    )
    together = Line(
        "town and district, if they are counted apart",
        f"{district.words} + {town.words}",
        district.value + town.value,
        "people",
    )
    readings = [
        Reading("the town is in the district", truth(rest.value.high >= 0), share.text),
        Reading("the town is counted apart", Verdict.AGREE, together.text),
    ]
    return e.check(
        "town-in-district",
        "Is the town of Zaysan counted in its district?",
        verdict=among(readings),
        condition=that_hold(readings),
        finding=f"If it is, it is {share.text} of the district; if not, the two are "
        f"{together.text}.",
        lines=[share, rest, together],
        key=share,
        readings=readings,
        quotes=[
            Quote(
                district.id,
                district.words,
                "Whether the town is in it is not said; never add the two.",
            )
        ],
        settles=e.file("fn32"),
    )


def kazakh_majority(e: Evidence) -> Check:
    """A share that the hedge raises and the rounding may lower, against one half."""
    kazakhs = e.claim("populations-zaysan-district-kazakhs-1939")
    district = e.claim("populations-zaysan-district-1939")
    share = Line(
        "Kazakhs in the district, as printed",
        f"{kazakhs.words} / {district.words}",
        kazakhs.value / district.value * 100,
        "%",
        2,
    )
    limits = Line(
        "the same, the Kazakhs being rounded to the thousand",
        f"{wording.span(rounded(kazakhs))} / {district.words}",
        rounded(kazakhs) / district.value * 100,
        "%",
        2,
    )
    half = Line(
        "Kazakhs that make a majority for certain",
        f"half of {district.words}",
        Interval.exactly(district.value.high / 2),
        "people",
    )
    majority = Interval(50, float("inf"))
    return e.check(
        "kazakh-majority",
        "Were the Kazakhs a majority of the Zaysan district in 1939?",
        verdict=fits(limits.value, majority),
        condition=f"the Kazakhs were at least {half.value.high:,.0f}, or the district had fewer "
        f"than {district.value.high:,.0f}",
        finding=f"As printed {share.text}; the rounding of the smaller number lowers it to "
        f"{limits.number} %.",
        lines=[share, limits, half],
        key=share,
        quotes=[
            Quote(
                kazakhs.id,
                share.text,
                "About half: the rounding of the number decides on which side.",
            )
        ],
        settles=e.file("fn32"),
    )


def one_date_only(e: Evidence) -> Check:
    """A growth needs two dates; Lepsinsk has one, Bakhty none."""
    lepsinsk = e.claim("populations-lepsinsk-1924")
    jarkent, zaysan = e.claim("populations-jarkent-1926"), e.claim("populations-zaysan-1926")
    named = e.claim("administration-largest-settlements")
    dates = {
        place: len(e.printed(place=place, measure="population"))
        for place in ("jarkent", "lepsinsk", "zaysan", "bakhty")
    }
    with_none = [place for place, count in dates.items() if count == 0]
    counted = Line(
        "of the largest settlements, with a population printed",
        f"{named.words} named, without {', '.join(with_none)}",
        Interval.exactly(sum(count > 0 for count in dates.values())),
        "settlements",
    )
    sizes = Line(
        "people in the three towns, at different dates",
        f"{jarkent.words} + {zaysan.words} + {lepsinsk.words}",
        jarkent.value + zaysan.value + lepsinsk.value,
        "people",
    )
    return e.check(
        "one-date-only",
        "How did Lepsinsk and Bakhty grow?",
        verdict=Verdict.UNTESTED if min(dates.values()) < 2 else Verdict.AGREE,
        finding=f"{counted.text} have a population, Lepsinsk for one year only, and that a year "
        "without a census.",
        lines=[counted, sizes],
        key=counted,
        quotes=[Quote(lepsinsk.id, lepsinsk.words, "Of 1924, no census year; no second date.")],
        settles="The published volumes of the censuses of 1926 and 1939.",
    )


def three_russian_groups(e: Evidence) -> Check:
    """Three figures for three groups: no line may be drawn through them."""
    ids = (
        "populations-russian-migrants-1914",
        "populations-russians-1920",
        "populations-xinjiang-russians-late-1930s",
    )
    first, second, third = (e.claim(id) for id in ids)
    scope = e.differ(ids, ("subject",))
    came = Line(
        "more in 1920-1921 than before the war, if one group",
        f"{second.words} − {first.words}",
        second.value - first.value,
        "people",
    )
    went = Line(
        "fewer at the end, if one group",
        f"{second.words} − {third.words}",
        second.value - third.value,
        "people",
    )
    return e.check(
        "three-russian-groups",
        "Did the Russians of Xinjiang rise and fall?",
        verdict=Verdict.SCOPE if scope else truth(first.value.low <= second.value.high),
        finding="The three figures count farming migrants, soldiers with refugees, and residents; "
        f"a line through them would invent {went.text} who left.",
        lines=[came, went],
        key=went,
        quotes=[
            Quote(ids[0], first.words, "Farming migrants only."),
            Quote(ids[1], second.words, "Soldiers and refugees, not residents."),
            Quote(ids[2], third.words, "Residents; never beside the other two as a series."),
        ],
        settles=e.file("fn37", "fn39", "fn41"),
    )


def settlers_per_village(e: Evidence) -> Check:
    """Migrants of the province over villages of one district: two scopes."""
    villages = e.claim("administration-russian-settlements-altay")
    migrants = e.claim("populations-russian-migrants-1914")
    scope = e.differ([villages.id, migrants.id], ("place", "period"))
    mean = Line(
        "people for one village, if all of them had lived there",
        f"{migrants.words} / {villages.words}",
        migrants.value / villages.value,
        "people",
    )
    return e.check(
        "settlers-per-village",
        "How large were the Russian villages of the Altay District?",
        verdict=Verdict.SCOPE if scope else Verdict.AGREE,
        finding=f"{mean.text} each would follow only if all migrants of the province had lived in "
        "these villages of one district.",
        lines=[mean],
        key=mean,
        quotes=[
            Quote(villages.id, villages.words, "No year is printed; the work cited is of 1917.")
        ],
        settles=e.file("fn35", "fn37"),
    )
