"""Checks of the border guard: personnel, outposts, units."""

from __future__ import annotations

import pandas as pd

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

MID, LATE = "garrison-personnel-mid-1930s", "garrison-personnel-late-1930s"
DISTRICT, SECTOR = "distances-kazakh-district", "distances-bakhty-sector"
DETACHMENTS, OFFICES = "garrison-detachments-named", "garrison-commandants-offices-named"
OUTPOSTS = tuple(f"garrison-bakhty-outposts-{year}" for year in (1927, 1930, 1932))


def personnel_growth(e: Evidence) -> Check:
    """Nearly and over open outward, so the growth has a floor and no ceiling."""
    mid, late, length = e.claim(MID), e.claim(LATE), e.claim(DISTRICT)
    more = Line("more at the end", f"{late.words} − {mid.words}", late.value - mid.value, "people")
    factor = Line(
        "the later strength as a multiple",
        f"{late.words} / {mid.words}",
        late.value / mid.value,
        "times",
        2,
    )
    before = Line(
        "for one kilometre, mid-1930s",
        f"{mid.words} / {length.words}",
        mid.value / length.value,
        "people per km",
        2,
    )
    after = Line(
        "for one kilometre, end of the 1930s",
        f"{late.words} / {length.words}",
        late.value / length.value,
        "people per km",
        2,
    )
    return e.check(
        "personnel-growth",
        "By how much did the border guard grow in the 1930s?",
        verdict=truth(more.value.low > 0),
        condition="there were more at the end than before",
        finding=f"{more.text} and {factor.text} as many, because nearly lies below its number and "
        "over above it.",
        lines=[more, factor, before, after],
        key=more,
        quotes=[
            Quote(MID, before.text, "No date in years, no note; of the district, as read here."),
            Quote(LATE, after.text, "No ceiling: over leaves the upper end open."),
        ],
        settles="The rolls of the border district.",
    )


def personnel_whose(e: Evidence) -> Check:
    """Thousands of men against what a commandant's office with its outposts could hold."""
    mid, late = e.claim(MID), e.claim(LATE)
    district, sector = e.claim(DISTRICT), e.claim(SECTOR)
    posts, strength = e.claim(OUTPOSTS[2]), e.assume("outpost-strength")
    office = Line(
        "people of the office, by its outposts",
        f"{posts.words} × {strength.words}",
        posts.value * strength.value,
        "people",
    )
    each = Line(
        "for one outpost, if the men are of the office",
        f"{late.words} / {posts.words}",
        late.value / posts.value,
        "people",
    )
    scaled = Line(
        "outposts of the district, if all of it was like the Bakhty sector",
        f"{posts.words} × {district.words} / {sector.words}",
        posts.value * district.value / sector.value,
        "outposts",
        1,
    )
    whole = Line(
        "people of the district, by these",
        f"{scaled.text} × {strength.words}",
        scaled.value * strength.value,
        "people",
    )
    readings = [
        Reading(
            "of the whole border district",
            fits(mid.value, at_most(whole.value)),
            f"with outposts like Bakhty's it could have {whole.text}",
        ),
        Reading(
            "of the Bakhty commandant's office",
            truth(mid.best <= office.value.high),
            f"it could have {office.text}; {each.text} would come to one outpost",
        ),
    ]
    return e.check(
        "personnel-whose",
        f"Whose are the {mid.best:,.0f} and {late.best:,.0f} border guards?",
        verdict=among(readings),
        condition="they are " + that_hold(readings),
        finding=f"By its outposts the commandant's office, the subject just before, had "
        f"{office.text}, the whole district {whole.text}.",
        lines=[office, each, scaled, whole],
        key=each,
        readings=readings,
        quotes=[
            Quote(
                LATE,
                "the border district",
                "The sentence names no unit; the one before is on Bakhty, the one after on the "
                "district.",
            )
        ],
        settles=e.file("fn30"),
    )


def sector_in_district(e: Evidence) -> Check:
    """One unit's stretch as a part of the district, and what it leaves to the others."""
    sector, district = e.claim(SECTOR), e.claim(DISTRICT)
    detachments, offices = e.claim(DETACHMENTS), e.claim(OFFICES)
    units = detachments.value + offices.value
    share = Line(
        "the sector as a share of the district",
        f"{sector.words} / {district.words}",
        sector.value / district.value * 100,
        "%",
        1,
    )
    mean = Line(
        f"mean stretch of the {units} units named",
        f"{district.words} / ({detachments.value} + {offices.value})",
        district.value / units,
        "km",
        1,
    )
    rest = Line(
        f"mean stretch of the other {units - 1}",
        f"({district.words} − {sector.words}) / ({units} − 1)",
        (district.value - sector.value) / (units - 1),
        "km",
        1,
    )
    long = Line(
        "the sector as a multiple of theirs",
        f"{sector.words} / {rest.text}",
        sector.value / rest.value,
        "times",
        2,
    )
    return e.check(
        "sector-in-district",
        f"Can one commandant's office have held {sector.words}?",
        verdict=fits(sector.value, at_most(district.value)),
        condition="the district was longer",
        finding=f"It is {share.text} of the district, and {long.text} the stretch of each other "
        "named unit.",
        lines=[share, mean, rest, long],
        key=share,
        quotes=[
            Quote(
                SECTOR,
                f"{share.text} of the district",
                "Undated; perhaps of the later and larger detachment.",
            )
        ],
        settles=e.file("fn30"),
    )


def outposts_per_km(e: Evidence) -> Check:
    """Three dated numbers of outposts over one undated length."""
    sector = e.claim(SECTOR)
    posts = [e.claim(id) for id in OUTPOSTS]
    years = [e.row(id)["end"].year for id in OUTPOSTS]
    dated = [not pd.isna(e.row(id)["start"]) for id in (SECTOR, DISTRICT)]
    lines = [
        Line(
            f"km for one outpost, {year}",
            f"{sector.words} / {figure.words}",
            sector.value / figure.value,
            "km",
            1,
        )
        for year, figure in zip(years, posts, strict=True)
    ]
    return e.check(
        "outposts-per-km",
        "How dense were the outposts of the Bakhty sector?",
        verdict=Verdict.AGREE if all(dated) else Verdict.ONLY_IF,
        condition=f"the {sector.words} held in each of these years: the length has no date",
        finding=f"An outpost for every {lines[0].text} in {years[0]}, {lines[1].text} in "
        f"{years[1]}, {lines[2].text} in {years[2]}.",
        lines=lines,
        key=lines[2],
        quotes=[
            Quote(id, line.text + " for one outpost", "If the sector had the same length then.")
            for id, line in zip(OUTPOSTS, lines, strict=True)
        ],
        settles=e.file("fn30"),
    )


def outposts_grew(e: Evidence) -> Check:
    """The article says the number grew constantly; the three numbers must rise."""
    first, second, third = (e.claim(id).value for id in OUTPOSTS)
    years = [e.row(id)["end"].year for id in OUTPOSTS]
    to_second, to_third = years[1] - years[0], years[2] - years[1]
    early = Line(
        f"more a year, {years[0]} to {years[1]}",
        f"({second} − {first}) / {to_second}",
        (second - first) / to_second,
        "outposts",
        2,
    )
    late = Line(
        f"more a year, {years[1]} to {years[2]}",
        f"({third} − {second}) / {to_third}, or faster if earlier",
        Interval(((third - second) / to_third).low, float("inf")),
        "outposts",
        2,
    )
    factor = Line(
        "the last as a multiple of the first", f"{third} / {first}", third / first, "times", 1
    )
    return e.check(
        "outposts-grew",
        "Did the number of outposts grow constantly?",
        verdict=truth(first.high < second.low and second.high < third.low),
        condition="each number were larger than the one before",
        finding=f"In one sector {first}, {second} and {third} outposts: {factor.text} as many at "
        "the end.",
        lines=[early, late, factor],
        key=factor,
        quotes=[
            Quote(
                OUTPOSTS[2], f"{factor.text} the number of {years[0]}", "By 1932, perhaps earlier."
            )
        ],
        settles=e.file("fn30"),
    )


def bakhty_twice(e: Evidence) -> Check:
    """One name among the offices and among the detachments: a growth, or two units."""
    posts, detachments, offices = e.claim(OUTPOSTS[2]), e.claim(DETACHMENTS), e.claim(OFFICES)
    dated = not pd.isna(e.row(DETACHMENTS)["start"])
    units = Line(
        "units named by number",
        f"{detachments.words} + {offices.words}",
        detachments.value + offices.value,
        "units",
    )
    readings = [
        Reading(
            "the office grew into the 30th detachment after 1932",
            Verdict.AGREE,
            "the list of units has no date" if not dated else "the list is dated",
        ),
        Reading("two units", Verdict.AGREE, "the list of offices leaves Bakhty out"),
    ]
    return e.check(
        "bakhty-twice",
        "Was Bakhty a commandant's office or a detachment?",
        verdict=among(readings) if not dated else Verdict.AGREE,
        finding=f"An office with {posts.words} in 1932, a detachment in an undated list of "
        f"{units.text}; nothing says when it changed.",
        lines=[units],
        key=units,
        readings=readings,
        settles=e.file("fn30"),
    )


def three_kinds_of_detachment(e: Evidence) -> Check:
    """One word for three kinds of unit: a sum would add unlike things."""
    ids = (DETACHMENTS, "garrison-ogpu-detachments-1932", "garrison-air-detachments-1934")
    figures = [e.claim(id) for id in ids]
    scope = e.differ(ids, ("subject", "measure"))
    wrong = Line(
        "detachments, if they were added, which they must not be",
        " + ".join(str(f.value) for f in figures),
        figures[0].value + figures[1].value + figures[2].value,
        "detachments",
    )
    return e.check(
        "three-kinds-of-detachment",
        "How many detachments were there?",
        verdict=Verdict.SCOPE if scope else Verdict.AGREE,
        finding=f"{wrong.text} would add border, district and air detachments: one word, three "
        "kinds of unit.",
        lines=[wrong],
        key=wrong,
        quotes=[Quote(DETACHMENTS, figures[0].words, "Border detachments, named by number.")],
        settles=e.file("fn30", "fn53"),
    )


def checkpoints_and_posts(e: Evidence) -> Check:
    """Fewer lawful crossings than customs posts: another thing, or another time."""
    points, posts = e.claim("garrison-checkpoints"), e.claim("smuggling-customs-posts")
    offices = e.claim("smuggling-customs-offices")
    scope = e.differ([points.id, posts.id], ("measure",))
    more = Line(
        "customs posts and offices beyond the checkpoints",
        f"{posts.words} + {offices.words} − {points.words}",
        posts.value + offices.value - points.value,
        "places",
    )
    fit = fits(posts.value, at_most(points.value))
    return e.check(
        "checkpoints-and-posts",
        "Could one cross at the customs posts?",
        verdict=Verdict.SCOPE if scope and fit == Verdict.CONTRADICT else fit,
        condition="there were as many checkpoints as posts",
        finding=f"{points.words} for lawful crossing against {posts.words} "
        f"and {offices.words}, neither dated.",
        lines=[more],
        key=more,
        quotes=[Quote(points.id, points.words, "Undated; the customs posts named are more.")],
        settles="The lists of customs posts of the 1920s.",
    )
