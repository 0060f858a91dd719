"""Checks of the length of the border."""

from __future__ import annotations

from analysis import places
from analysis.accounts.model import (
    Check,
    Evidence,
    Line,
    Quote,
    Reading,
    Verdict,
    among,
    between,
    fits,
    that_hold,
    truth,
)
from analysis.hedges import Interval

WESTERN, DISTRICT = "distances-western-section", "distances-kazakh-district"
STATES = "administration-modern-states"
_POINT = 10  # what a number grows by when its decimal point, before the last digit, is lost


def _modern_kazakh(e: Evidence) -> Interval:
    return between(
        e.outside("border-kazakhstan-china-1994").value,
        e.outside("border-kazakhstan-china-demarcated").value,
    )


def district_in_section(e: Evidence) -> Check:
    """The district as a part of the western section, by the article's own figures."""
    section, district = e.claim(WESTERN), e.claim(DISTRICT)
    rest = Line(
        "left for the rest of the Kirgiz and the Tajik stretch",
        f"{section.words} − {district.words}",
        section.value - district.value,
        "km",
    )
    share = Line(
        "the district as a share of the section",
        f"{district.words} / {section.words}",
        district.value / section.value * 100,
        "%",
        0,
    )
    return e.check(
        "district-in-section",
        "Does the Kazakh district fit into the western section?",
        verdict=fits(district.value, Interval(0, section.value.low)),
        condition=f"the section was at least {district.value.high:,.0f} km",
        finding=f"By the article alone {rest.text} are left beyond the district.",
        lines=[rest, share],
        key=rest,
        quotes=[
            Quote(DISTRICT, f"{share.text} of the section", "Undated; reaches into Kyrgyzstan.")
        ],
        settles="A length with its map and scale; the article names none.",
    )


def section_against_modern(e: Evidence) -> Check:
    """The printed length of the section against the modern lengths of its three stretches."""
    section = e.claim(WESTERN)
    kazakh = _modern_kazakh(e)
    kirgiz, tajik = e.outside("border-kyrgyzstan-china"), e.outside("border-tajikistan-china")
    modern = Line(
        "the three stretches today",
        f"{kazakh.low:,.0f} to {kazakh.high:,.0f} + {kirgiz.words} + {tajik.words}",
        kazakh + kirgiz.value + tajik.value,
        "km",
    )
    ratio = Line(
        "today's length as a multiple of the printed one",
        f"{modern.text} / {section.words}",
        modern.value / section.value,
        "times",
        2,
    )
    without = Line(
        "without the Tajik and the Kirgiz stretch",
        "the Kazakh stretch alone",
        kazakh,
        "km",
    )
    readings = [
        Reading("the whole western section", fits(modern.value, section.value), modern.text),
        Reading(
            "the Kazakh stretch only, roughly",
            fits(kazakh, Interval(0, section.value.high)),
            without.text,
        ),
    ]
    return e.check(
        "section-against-modern",
        f"Was the western section about {section.best:,.0f} km long?",
        verdict=fits(modern.value, section.value),
        condition="the Kirgiz and Tajik stretches are left out, or the map was very small",
        finding=f"The three stretches measure {modern.text} today, the Kazakh stretch alone "
        f"{without.text}; printed is {section.words}.",
        lines=[modern, ratio, without],
        key=modern,
        readings=readings,
        quotes=[
            Quote(
                WESTERN,
                modern.text,
                "Too short for the three republics that the sentence names; no note.",
            )
        ],
        settles="The protocol of a demarcation; the border of the time was not demarcated.",
    )


def district_reaches_kyrgyzstan(e: Evidence) -> Check:
    """What the district's length leaves for a stretch beyond Kazakhstan."""
    district, states = e.claim(DISTRICT), e.claim(STATES)
    kazakh = _modern_kazakh(e)
    beyond = Line(
        "left for a stretch in Kyrgyzstan",
        f"{district.words} − {kazakh.low:,.0f} to {kazakh.high:,.0f} km",
        district.value - kazakh,
        "km",
    )
    return e.check(
        "district-reaches-kyrgyzstan",
        "Can the district have reached into Kyrgyzstan?",
        verdict=(
            fits(beyond.value, Interval(0, float("inf")))
            if states.value.high > 1
            else fits(district.value, kazakh)
        ),
        condition=f"the Kazakh stretch is reckoned short; then at most "
        f"{beyond.value.high:,.0f} km lay in Kyrgyzstan",
        finding=f"Khan Tengri to the Altai is the Kazakh stretch, {kazakh.low:,.0f} to "
        f"{kazakh.high:,.0f} km today; the printed length leaves {beyond.text} for a second state.",
        lines=[beyond],
        key=beyond,
        quotes=[
            Quote(
                DISTRICT,
                district.words,
                "About the length of Kazakhstan's own border with China.",
            )
        ],
        settles=e.file("fn30"),
    )


def length_by_scale(e: Evidence) -> Check:
    """The printed length against those of the drawn border at several scales."""
    district = e.claim(DISTRICT)
    measured = e.lengths(places.SECTION)
    law = places.scale_law(measured)
    kazakh = _modern_kazakh(e)
    lines = [
        Line(
            f"measured on a map of 1 : {row.scale:,}",
            f"{row.segments} steps of {row.step_km:.1f} km on average",
            Interval.exactly(row.km),
            "km",
        )
        for row in measured.itertuples()
    ]
    excess = Line(
        "longer, for every halving of the step",
        "the power law that fits the scales best",
        Interval.exactly((2**law.excess - 1) * 100),
        "%",
        1,
    )
    finer = Line(
        "step with which the border would measure the printed length",
        f"{district.words}, by that law",
        Interval.exactly(law.step(district.best)),
        "km",
        1,
    )
    lengths = Interval(float(measured["km"].min()), kazakh.high)
    return e.check(
        "length-by-scale",
        "Which map gives the printed length of the district?",
        verdict=fits(district.value, lengths),
        condition="it was measured on a finer map than any used here",
        finding=f"The same line measures {lines[-1].text} on the coarsest map and {lines[0].text} "
        f"on the finest, and {kazakh.high:,.0f} km as demarcated; the printed length needs "
        f"steps of {finer.text}.",
        lines=[*lines, excess, finer],
        key=lines[0],
        quotes=[
            Quote(
                DISTRICT,
                f"{lines[0].text} on a map of 1 : {measured['scale'].min():,}",
                "A length without its scale is no measurement.",
            )
        ],
        settles="The map from which the border troops took their lengths.",
    )


def arrests_near_border(e: Evidence) -> Check:
    """Two printed distances of arrests near Bakhty from the border, and the place by the map."""
    july, december = (
        e.claim("distances-1935-july-border"),
        e.claim("distances-1935-december-border"),
    )
    bakhty = e.distance("bakhty")
    near = e.convert(july, "km")
    apart = Line(
        "the second arrest was farther by",
        f"{december.words} − {july.words}",
        december.value - near,
        "km",
        1,
    )
    lines = [apart]
    verdict = Verdict.UNTESTED
    said = "Bakhty has no position."
    if bakhty is not None:
        village = Line(
            "Bakhty to the border, by the map", "nearest point of the border", bakhty.km, "km", 1
        )
        lines.append(village)
        verdict = fits(between(near, december.value), Interval(0, bakhty.km.high))
        said = f"The village itself lies {village.text} from the border on the map."
    return e.check(
        "arrests-near-border",
        "Can the arrests of 1935 have been at Bakhty?",
        verdict=verdict,
        condition="they were farther out than the village",
        finding=f"{july.words} and {december.words} from the border. {said}",
        lines=lines,
        key=lines[-1],
        quotes=[Quote(july.id, july.words, "The place of arrest, not Bakhty.")],
        settles=e.file("fn59", "fn60"),
    )


def opium_beyond_zones(e: Evidence) -> Check:
    """A distance from a village that cannot be placed, against the widest zone."""
    far, widest = e.claim("distances-tokhty-gmenovka"), e.claim("zones-1929-gold-100")
    village, tract = e.distance("gmenovka"), e.distance("tokhty")
    beyond = Line(
        "more than the widest zone of the article",
        f"{far.words} − {widest.words}",
        far.value - widest.value,
        "km",
    )
    tenth = Line("with a lost point", f"{far.words} / {_POINT}", far.value / _POINT, "km")
    readings = [
        Reading("as printed", truth(True), "a distance from a village, not from the border"),
        Reading("with a lost decimal point", truth(True), tenth.text),
    ]
    return e.check(
        "opium-beyond-zones",
        f"Can opium fields lie {far.words} from a border village?",
        verdict=among(readings) if village is None or tract is None else Verdict.AGREE,
        condition=that_hold(readings),
        finding=f"{far.words} is {beyond.text} more than any zone, but neither Tokhty nor Gmenovka "
        "can be placed.",
        lines=[beyond, tenth],
        key=beyond,
        readings=readings,
        quotes=[Quote(far.id, far.words, "From a village that no gazetteer has.")],
        settles=e.file("fn62"),
    )
