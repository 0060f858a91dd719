"""Checks of the border zones: metres or kilometres, versts, which depth when, who lived where."""

from __future__ import annotations

from analysis import places
from analysis.accounts.model import (
    Check,
    Evidence,
    Figure,
    Line,
    Quote,
    Reading,
    Verdict,
    among,
    fits,
    rounded,
    step,
    that_hold,
    truth,
)
from analysis.hedges import Interval

TOWNS = ("jarkent", "lepsinsk", "zaysan", "bakhty")
_1918 = ("zones-1918-inner", "zones-1918-outer")
_1923 = ("zones-1923-first", "zones-1923-second", "zones-1923-third", "zones-1923-fourth")


def metres_or_kilometres(e: Evidence) -> Check:
    """Four metres against an outside account of the same strips."""
    strips = [e.claim("zones-1925-strip-4m"), e.claim("zones-1927-economic-ban-4m")]
    wide = e.claim("zones-1927-economic-ban-500m")
    zones = [e.claim("zones-1918-inner"), e.claim("zones-1923-first")]
    law = [e.outside("border-strip-felshtinsky"), e.outside("border-strip-dullin")]
    factor = Line(
        "the zone as a multiple of the strip",
        f"{zones[1].words} / {strips[0].words}",
        e.convert(zones[1], "m") / strips[0].value,
        "times",
    )
    part = Line(
        f"the strip as a share of the {wide.words} beside it",
        f"{strips[1].words} / {wide.words}",
        strips[1].value / wide.value * 100,
        "%",
        1,
    )
    same = [work.value == e.convert(strip, "m") for strip in strips for work in law]
    readings = [
        Reading(
            "metres, as printed",
            truth(all(same)),
            f"two outside works have {law[0].words}; one says that it was taken for border roads, "
            f"beside the {wide.words} of the border troops",
        ),
        Reading(
            "kilometres, as in 1918 and 1923",
            truth(any(work.value == e.convert(zones[1], "m") for work in law)),
            f"then the strip would be {factor.text} as wide as theirs",
        ),
    ]
    return e.check(
        "metres-or-kilometres",
        f"Was the inner strip {strips[0].words} or {strips[0].best:g} km deep?",
        verdict=among(readings) if all(same) else Verdict.CONTRADICT,
        condition="it is " + that_hold(readings),
        finding=f"Two outside works have a strip of {law[0].words}, one of them for roads; it is "
        f"{part.text} of the {wide.words} beside it.",
        lines=[factor, part],
        key=factor,
        readings=readings,
        quotes=[
            Quote(strips[0].id, law[0].words, f"Metres, by two works; beside the {wide.words}."),
            Quote(strips[1].id, law[0].words, "No outpost fits on it; it stands on the wider one."),
        ],
        settles=e.file("fn21"),
    )


def four_kilometres(e: Evidence) -> Check:
    """The 4 km of 1918 and 1923 against the strip of 4 m that outside works have."""
    first, old = e.claim("zones-1923-first"), e.claim("zones-1918-inner")
    later = e.claim("zones-1925-strip-4m")
    law = e.outside("border-strip-dullin")
    metres = e.convert(first, "m")
    factor = Line(
        "printed depth as a multiple of the strip",
        f"{first.words} / {law.words}",
        metres / law.value,
        "times",
    )
    readings = [
        Reading(
            "a zone of its own, beside the strip",
            Verdict.AGREE,
            f"{old.words} stands already under 1918",
        ),
        Reading(
            f"the strip of {later.words}, in the wrong unit",
            truth(first.best == law.best),
            f"one digit; the depth printed is {factor.text} that of the strip",
        ),
    ]
    return e.check(
        "four-kilometres",
        f"Is the {first.words} of 1923 a slip for the strip of {later.words}?",
        verdict=among(readings),
        condition="it is " + that_hold(readings),
        finding=f"Outside works have a strip of {law.words}. What was seen of them neither names "
        f"nor denies a zone of {first.words}.",
        lines=[factor],
        key=factor,
        readings=readings,
        quotes=[
            Quote(
                first.id,
                first.words,
                "The one depth of 1923 that no later act repeats in kilometres.",
            )
        ],
        settles="The text of the instruction of 28 March 1923.",
    )


def _verst(e: Evidence) -> float:
    """Kilometres of one verst."""
    return e.convert(Figure("", Interval.exactly(1), 1, "versts", ""), "km").low


def versts_behind_kilometres(e: Evidence) -> Check:
    """Whole versts near the printed kilometres, and how often chance would do as well."""
    zones = [e.claim(id) for id in _1923]
    verst = _verst(e)
    lines, fit, chances = [], [], []
    for zone in zones:
        whole = max(1, round(zone.best / verst))
        back = whole * verst
        chance = min(1.0, step(zone.best) / verst)
        fit.append(rounded(zone).contains(back))
        chances.append(chance)
        lines.append(
            Line(
                f"{whole} versts, for the {zone.words}",
                f"{whole} × {verst} km; a depth taken at random would fit as well in "
                f"{chance * 100:.0f} % of cases",
                Interval.exactly(back),
                "km",
                2,
            )
        )
    telling = [zone.words for zone, chance in zip(zones, chances, strict=True) if chance < 0.5]
    return e.check(
        "versts-behind-kilometres",
        "Are the kilometres of the zones old versts?",
        verdict=(
            Verdict.CONTRADICT
            if not all(fit)
            else (Verdict.UNTESTED if not telling else Verdict.ONLY_IF)
        ),
        condition=f"one trusts {' and '.join(telling)}: whole kilometres fit whole versts nearly "
        "always, so the others prove nothing",
        finding=f"{sum(fit)} of {len(fit)} depths of 1923 round from whole versts, but only "
        f"{' and '.join(telling)} is printed finely enough to tell.",
        lines=lines,
        key=lines[1],
        quotes=[
            Quote(_1923[1], lines[1].words, "Kilometres are printed; the verst is our inference.")
        ],
        settles="The text of the decree of 1918 and of the instruction of 1923.",
    )


def twenty_one_versts(e: Evidence) -> Check:
    """One zone in two measures, if the versts round to the kilometres."""
    versts, km = e.claim("zones-1922-contraband-21-versts"), e.claim("zones-1923-fourth")
    reckoned = Line(
        "the versts in kilometres",
        f"{versts.words} × {_verst(e)}",
        e.convert(versts, "km"),
        "km",
        2,
    )
    apart = Line("difference", f"{reckoned.text} − {km.words}", reckoned.value - km.value, "km", 2)
    return e.check(
        "twenty-one-versts",
        f"Are the {versts.words} of 1922 the {km.words} of 1923?",
        verdict=fits(reckoned.value, rounded(km)),
        condition="the depth was rounded more coarsely",
        finding=f"{versts.words} are {reckoned.text}, {apart.text} from the {km.words}.",
        lines=[reckoned, apart],
        key=reckoned,
        quotes=[Quote(versts.id, reckoned.text, "Versts, not kilometres.")],
        settles="The directives of 1922.",
    )


def new_levels_1923(e: Evidence) -> Check:
    """Depths called additional that an older act already had."""
    old = {e.claim(id).best for id in _1918}
    new = [e.claim(id) for id in _1923]
    added = [zone for zone in new if zone.best not in old]
    known = Line(
        "depths of 1923 that stand under 1918",
        f"{len(new)} depths, {len(added)} of them new",
        Interval.exactly(len(new) - len(added)),
        "depths",
    )
    count = Line(
        "depths that were new",
        ", ".join(zone.words for zone in added) or "none",
        Interval.exactly(len(added)),
        "depths",
    )
    verdict = Verdict.AGREE if len(added) == len(new) else Verdict.ONLY_IF
    return e.check(
        "new-levels-1923",
        "Were the four levels of 1923 additional?",
        verdict=verdict if added else Verdict.CONTRADICT,
        condition=f"additional means {' and '.join(zone.words for zone in added)}",
        finding=f"{count.text} were: {known.text} of the four stand already under 1918.",
        lines=[known, count],
        key=count,
        quotes=[Quote(_1923[0], "not new", "Stands already under 1918.")],
        settles="The text of the instruction of 28 March 1923.",
    )


def twenty_two_or_fifty(e: Evidence) -> Check:
    """Two depths of one zone hold together one after the other, not at one time."""
    first, then = e.claim("zones-passport-other-first"), e.claim("zones-passport-other-then")
    restricted, moved = e.claim("zones-restricted-22"), e.claim("zones-1935-resettlement")
    statute = e.outside("zone-statute-1927-wide", decides=False)
    ratio = Line(
        "the later depth as a multiple",
        f"{then.words} / {first.words}",
        then.value / first.value,
        "times",
        2,
    )
    start, later = e.row(then.id)["start"], e.row(restricted.id)["end"]
    overlap = not start > later  # without dates they may
    year = e.row(moved.id)["start"].year
    readings = [
        Reading(
            f"{first.words} first, {then.words} later",
            truth(first.value != then.value),
            "the order is printed, the year is not",
        ),
        Reading(
            f"one zone with one depth at a time, when the restricted zone was {restricted.words}",
            truth(not overlap or restricted.value == then.value),
            f"the {then.words} may have begun before the restricted zone of {restricted.words} "
            "was described",
        ),
        Reading(
            "two kinds of zone, passports and restricted entry",
            Verdict.AGREE,
            f"the statute of 1927 had {statute.words} as well",
        ),
    ]
    return e.check(
        "twenty-two-or-fifty",
        f"Was the border zone of the 1930s {first.best:.0f} or {then.words} deep?",
        verdict=among(readings),
        condition=that_hold(readings),
        finding=f"Both, {ratio.text} apart: {first.words} at first and for restricted entry, "
        f"{then.words} later for passports. In {year} people were moved from {moved.words}.",
        lines=[ratio],
        key=ratio,
        readings=readings,
        quotes=[
            Quote(
                then.id,
                then.words,
                f"Later than the {first.words} of its sentence; no year printed.",
            ),
            Quote(
                restricted.id, restricted.words, "Restricted entry; passports had another depth."
            ),
        ],
        settles=e.file("fn27"),
    )


def statute_1927(e: Evidence) -> Check:
    """The zones of 1927 against outside accounts: how deep they were, and who might enter."""
    narrow, wide = e.claim("zones-1927-permit-7-5"), e.claim("zones-1927-permit-22")
    law = [
        e.outside("zone-statute-1927-narrow", decides=False),
        e.outside("zone-statute-1927-wide", decides=False),
    ]
    closed = e.outside("zone-felshtinsky-closed")
    other = e.outside("zone-statute-1927-closed", decides=False)
    free = e.outside("zone-statute-1927-open", decides=False)
    apart = [
        Line(
            f"{zone.words} less the depth in the outside account",
            f"{zone.words} − {figure.words}",
            zone.value - figure.value,
            "km",
            1,
        )
        for zone, figure in zip((narrow, wide), law, strict=True)
    ]
    entry = Line(
        "closed by the article, open by the work of research outside the districts it closes",
        f"{wide.words} − {closed.value.low:g} km",
        wide.value - closed.value.low,
        "km",
        1,
    )
    readings = [
        Reading(
            "the depths",
            truth(all(line.value.contains(0) for line in apart)),
            f"a newspaper has {law[0].words} and {law[1].words}, of the same day",
        ),
        Reading(
            f"entry by leave to {narrow.words}",
            truth(narrow.value == other.value and closed.value.contains(narrow.best)),
            "both accounts close it",
        ),
        Reading(
            f"entry by leave to {wide.words}, by the work of research",
            fits(closed.value, wide.value),
            "it closes some districts only",
        ),
        Reading(
            f"entry by leave to {wide.words}, by the newspaper",
            fits(other.value, wide.value),
            f"it asks for no special document to travel or live in the {free.words}",
        ),
    ]
    return e.check(
        "statute-1927",
        "Do other accounts of the statute of 1927 have the same zones?",
        verdict=fits(closed.value, wide.value),
        condition="it means the districts that were closed; elsewhere entry was free beyond "
        f"{closed.value.low:g} km",
        finding=f"The depths agree. Entry does not: the article has leave for both zones, a work "
        f"of research closes {wide.words} in some districts only, and a newspaper asks for no "
        f"document in the {free.words} beyond the {other.words}.",
        lines=[*apart, entry],
        key=entry,
        readings=readings,
        quotes=[
            Quote(
                wide.id,
                f"{wide.words}, in some districts",
                "Two outside accounts leave most of the wider zone open.",
            )
        ],
        settles=f"The text of the statute; {e.file('fn21')}.",
    )


def fifty_twice(e: Evidence) -> Check:
    """One number, trade allowed and residence limited: two zones."""
    trade, passports = e.claim("zones-1924-trade-50"), e.claim("zones-passport-other-then")
    scope = e.differ([trade.id, passports.id], ("subject", "period"))
    ratio = Line(
        "one depth as a multiple of the other",
        f"{trade.words} / {passports.words}",
        trade.value / passports.value,
        "times",
        1,
    )
    return e.check(
        "fifty-twice",
        "Is the zone of border trade the zone of passports?",
        verdict=Verdict.SCOPE if scope else truth(trade.value == passports.value),
        finding="The depth is the same, the purpose the opposite: one allowed trade, the other "
        "limited residence, years apart.",
        lines=[ratio],
        key=ratio,
        quotes=[Quote(trade.id, trade.words, "A zone of permission, of 1924.")],
        settles=e.file("fn55", "fn27"),
    )


def hundred_twice(e: Evidence) -> Check:
    """One number, passports in the west and gold in the east."""
    west, gold = e.claim("zones-passport-west"), e.claim("zones-1929-gold-100")
    scope = e.differ([west.id, gold.id], ("subject", "period"))
    ratio = Line(
        "one depth as a multiple of the other",
        f"{west.words} / {gold.words}",
        west.value / gold.value,
        "times",
        1,
    )
    return e.check(
        "hundred-twice",
        "Is the hundred-kilometre zone one zone?",
        verdict=Verdict.SCOPE if scope else truth(west.value == gold.value),
        finding="One is for passports on the western border, the other for gold in the east.",
        lines=[ratio],
        key=ratio,
        quotes=[Quote(gold.id, gold.words, "For gold only.")],
        settles="The acts of 1929 and 1932.",
    )


def half_kilometre_thrice(e: Evidence) -> Check:
    """Limits on one strip told three times: steps if each is later than the one before."""
    ids = ("zones-1925-strip-500m", "zones-1927-economic-ban-500m", "zones-mid-1920s-500m")
    figures = [e.claim(id) for id in ids]
    starts = [e.row(id)["start"].year for id in ids[:2]]
    years = Line(
        "years from the rules of movement to the ban on economic activity",
        f"{starts[1]} − {starts[0]}",
        Interval.exactly(starts[1] - starts[0]),
        "years",
    )
    alike = len({figure.best for figure in figures}) == 1
    return e.check(
        "half-kilometre-thrice",
        f"Is one ban on the {figures[0].words} told {len(ids)} times?",
        verdict=truth(starts[0] < starts[1]) if alike else Verdict.SCOPE,
        condition="each step were later than the one before",
        finding=f"Rules of movement, then {years.text} later a ban on economic "
        "activity; the account of the mid-1920s sums them up.",
        lines=[years],
        key=years,
        quotes=[Quote(ids[2], figures[2].words, "Called a zone here and a strip elsewhere.")],
        settles=e.file("fn21"),
    )


def listed_places(e: Evidence) -> Check:
    """Names on the list, with one pair that may be one place and four that are no settlements."""
    jetisu = e.claim("administration-listed-settlements-jetisu")
    semipalatinsk = e.claim("administration-listed-settlements-semipalatinsk")
    depth, other = e.row("zones-1927-list-7-5"), e.row("zones-1929-settlement-list")
    total = Line(
        "names on the list",
        f"{jetisu.words} + {semipalatinsk.words}",
        jetisu.value + semipalatinsk.value,
        "places",
    )
    fewer = Line("places, if Buduty is one", f"{total.text} − 1", total.value - 1, "places")
    kinds = e.tables.places["kind"]
    named = ("dararty", "arsaly", "chekert", "aity")
    unlike = sum(kinds[place] in ("mountains", "tract") for place in named)
    settled = Line(
        "settlements among them",
        f"{total.text} − {unlike} mountains and tracts",
        total.value - unlike,
        "places",
    )
    files = [e.shelf(*row["sources"]) for row in (depth, other)]
    readings = [
        Reading("a list of 1927 and one of 1929", truth(files[0] != files[1]), "; ".join(files)),
        Reading("one list, dated twice", truth(True), "one file, leaves close to each other"),
    ]
    return e.check(
        "listed-places",
        "How many border settlements were on the list?",
        verdict=among(readings),
        condition=that_hold(readings),
        finding=f"{total.text} by name, {settled.text} if mountains and a tract are left out; the "
        "list has two dates.",
        lines=[total, fewer, settled],
        key=total,
        readings=readings,
        quotes=[Quote(jetisu.id, f"{total.text} in both provinces", "Names, counted by us.")],
        settles="; ".join(files),
    )


def towns_in_zones(e: Evidence) -> Check:
    """The four towns by the map, against the depths of the zones."""
    named = e.claim("administration-largest-settlements")
    listed = e.claim("administration-listed-settlements-semipalatinsk")
    zones = [
        e.claim("zones-1927-list-7-5"),
        e.claim("zones-restricted-22"),
        e.claim("zones-passport-other-then"),
    ]
    lines: list[Line] = []
    told: dict[str, list[str]] = {zone.id: [] for zone in zones}
    for town in TOWNS:
        distance = e.distance(town)
        if distance is None:
            continue
        where = [places.zone_of(distance, zone.best) for zone in zones]
        for zone, place in zip(zones, where, strict=True):
            told[zone.id].append(place)
        said = "; ".join(f"{zone.words} {place}" for zone, place in zip(zones, where, strict=True))
        lines.append(
            Line(f"{town.capitalize()} to the border, by the map", said, distance.km, "km")
        )
    narrow, restricted, wide = (told[zone.id] for zone in zones)
    inside = Line(
        "of the four towns, inside the restricted zone for certain",
        f"{zones[1].words}",
        Interval.exactly(restricted.count(places.INSIDE)),
        "",
    )
    beyond = Line(
        "outside it for certain",
        f"{zones[1].words}",
        Interval.exactly(restricted.count(places.OUTSIDE)),
        "",
    )
    readings = [
        Reading(
            f"the zone of {zone.words}",
            truth(places.OUTSIDE not in where),
            f"{where.count(places.OUTSIDE)} of {len(where)} lie outside for certain",
        )
        for zone, where in zip(zones, (narrow, restricted, wide), strict=True)
    ] + [Reading("the border districts, as a region", Verdict.AGREE, "no depth")]
    complete = len(lines) == len(TOWNS)
    return e.check(
        "towns-in-zones",
        "In which zone do the largest settlements of the border zone lie?",
        verdict=among(readings) if complete else Verdict.UNTESTED,
        condition=f"border zone means {that_hold(readings)}",
        finding=f"{beyond.number} of {named.value} lie outside the restricted zone for certain; "
        f"only Bakhty is on the list for {zones[0].words}, with {listed.words} of its province.",
        lines=[*lines, inside, beyond],
        key=beyond,
        readings=readings,
        quotes=[
            Quote(
                named.id,
                f"{beyond.number} of {named.value} outside the {zones[1].words}",
                "Distances from a modern map, with its errors.",
            )
        ],
        settles="The lists of settlements of the restricted zone.",
    )


def forbidden_councils(e: Evidence) -> Check:
    """Two classes of village councils in 1940, summed by region; no total is printed."""
    ids = tuple(
        f"administration-1940-forbidden-{region}"
        for region in ("alma-ata", "semipalatinsk", "east-kazakhstan")
    )
    others = tuple(
        f"administration-1940-adjacent-{region}" for region in ("alma-ata", "semipalatinsk")
    )
    forbidden, adjacent = [e.claim(id) for id in ids], [e.claim(id) for id in others]
    first = Line(
        "forbidden",
        " + ".join(str(f.value) for f in forbidden),
        forbidden[0].value + forbidden[1].value + forbidden[2].value,
        "village councils",
    )
    second = Line(
        "partly adjacent",
        " + ".join(str(f.value) for f in adjacent),
        adjacent[0].value + adjacent[1].value,
        "village councils",
    )
    total = [id for id in e.printed(period="1940", place="kazakhstan")]
    return e.check(
        "forbidden-councils",
        "How many village councils were closed off in 1940?",
        verdict=Verdict.UNTESTED if not total else Verdict.AGREE,
        finding=f"{first.text} were forbidden and {second.text} partly adjacent, if no council is "
        "in both classes; no total is printed.",
        lines=[first, second],
        key=first,
        quotes=[Quote(ids[0], f"{first.text} in three regions", "Two bodies decided; our sum.")],
        settles=e.file("fn34"),
    )
