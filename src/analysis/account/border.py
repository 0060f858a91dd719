"""The length of the border: by the article, today, and by the map."""

from __future__ import annotations

from analysis import places
from analysis.account.case import AMONG, UNTESTED, Case, Holds, Rule, check
from analysis.account.expressions import (
    at_least,
    claim,
    fits,
    given,
    hull,
    known,
    outside,
    part,
    within,
)
from analysis.account.garrison import district
from analysis.account.result import result

section = claim("distances-western-section")
states = claim("administration-modern-states")
kazakh = hull(
    outside("border-kazakhstan-china-1994"), outside("border-kazakhstan-china-demarcated")
)
kirgiz, tajik = outside("border-kyrgyzstan-china"), outside("border-tajikistan-china")
far, widest = claim("distances-tokhty-gmenovka"), claim("zones-1929-gold-100")

kazakh_stretch = result("kazakh-stretch-today", kazakh, 1, "km")
rest = result("western-rest-length", section - district, 1, "km")


@check
def district_in_section(c: Case) -> Holds:
    """The district as a part of the western section, by the article's own figures."""
    c.show("rest", rest)
    c.line("share", district / section, 1, "percent")
    c.quote(district)
    return within(district, section)


@check
def section_against_modern(c: Case) -> Holds:
    """The printed length of the section against the modern lengths of its three stretches."""
    modern = c.line("modern", kazakh_stretch + kirgiz + tajik, 1, "km")
    c.line("ratio", modern / section, 0.01, "times")
    c.show("without", kazakh_stretch)
    c.reading("whole", fits(modern, section))
    c.reading("kazakh", fits(kazakh_stretch, part(section)))
    c.quote(section)
    return fits(modern, section)


@check
def district_reaches_kyrgyzstan(c: Case) -> list[Rule]:
    """What the district's length leaves for a stretch beyond Kazakhstan."""
    beyond = c.line("beyond", district - kazakh_stretch, 1, "km")
    c.show("kazakh", kazakh_stretch)
    c.quote(district)
    many = c.world.figure(states.id, "claim").value.high > 1
    c.row(states)
    return [fits(beyond, at_least(0)) if many else fits(district, kazakh_stretch)]


@check
def length_by_scale(c: Case) -> Holds:
    """The printed length against those of the drawn border at several scales."""
    measured = places.lengths(places.SECTION, c.world.folder)
    law = places.scale_law(measured)
    c.mapped = True
    lengths = [given(km, "km") for km in measured["km"]]
    names = ("finest", "middle", "coarsest")
    for name, length, scale in zip(names, lengths, measured["scale"], strict=True):
        c.line(name, length, 1, "km")
        c.say(**{f"millions_{name}": f"{int(scale) // 10**6}"})
    c.line("excess", given(2**law.excess - 1), 0.1, "percent")
    printed = c.world.figure(district.id, "claim").best
    c.line("step", given(law.step(printed), "km", [district]), 0.1, "km")
    c.show("demarcated", kazakh_stretch)
    c.quote(district)
    return fits(district, hull(lengths[-1], kazakh_stretch))


@check
def opium_beyond_zones(c: Case) -> list[Rule]:
    """A distance from a village that cannot be placed, against the widest zone."""
    c.line("beyond", far - widest, 1, "km")
    # what a number grows by when the point before its last digit is lost
    c.line("tenth", far / given(10), 1, "km")
    c.reading("printed")
    c.reading("point-lost")
    c.quote(far)
    placed = all(c.distance(place) is not None for place in ("gmenovka", "tokhty"))
    return [(UNTESTED, known(not placed)), AMONG]
