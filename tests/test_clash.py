"""The picture of two sides: what stands on them, against sums worked by hand."""

import math

import pytest
from bs4 import BeautifulSoup

from analysis.account import World, checks
from analysis.account.clash import views
from analysis.book import clash


def _case(check):
    return checks(World.load())[check]


PRINTED, PART, BOTH = (
    ("households-in-people", reading) for reading in ("printed", "a-part", "both-people")
)
EMIGRANTS, DISTRICT = ("emigrants-against-residents", ""), ("district-in-section", "")


def _view(check, reading=""):
    return next(view for view in views(_case(check)) if view.reading == reading)


@pytest.mark.parametrize(
    ("which", "implied", "allowed", "meeting", "verdict"),
    [
        # over 400,000, at most twice that, in 286,000 households; households of 4.3 to 6
        (PRINTED, (400 / 286, 800 / 286), (4.3, 6), "apart", "contradict"),
        # as many households as there may be people of the smallest household
        (PART, (286_000, 286_000), (0, 800_000 / 4.3), "apart", "contradict"),
        # a ceiling leaves all below it open
        (BOTH, (286_000, 286_000), (-math.inf, 800_000), "inside", "agree"),
        (EMIGRANTS, (433_500, 510_000), (-math.inf, 385_000), "apart", "contradict"),
        # the whole of the district fits into the section, whatever "about" leaves of it
        (DISTRICT, (1_636, 1_636), (-math.inf, 2_200), "inside", "agree"),
    ],
)
def test_sides_are_those_of_a_sum_by_hand(which, implied, allowed, meeting, verdict):
    view = _view(*which)
    for side, ends in zip(view.sides, (implied, allowed), strict=True):
        assert (side.value.low, side.value.high) == pytest.approx(ends)
    assert (view.meeting, str(view.verdict)) == (meeting, verdict)


@pytest.mark.parametrize(
    ("check", "said"),
    [
        # of the arrests of 1935, one 500 m from the border and one 4 km
        ("arrests-near-border", "what is told: 0.5 to 4.0 km"),
        # from the coarsest map, 1,235.05 km, to the longer of two measurements, 1,782.75 km
        ("length-by-scale", "allowed: 1,235 to 1,783 km"),
        # the smallest rest that is none
        ("ili-gone-home", "allowed: 0"),
    ],
)
def test_a_side_without_a_name_says_what_it_comes_to(check, said):
    labels = BeautifulSoup(clash.figure(check), "html.parser").select(".clash-label")
    assert said in [label.get_text().replace("\N{NO-BREAK SPACE}", " ").strip() for label in labels]


def test_no_side_lies_off_its_scale_and_none_that_clashes_meets():
    drawn = [view for case in checks(World.load()).values() for view in views(case)]
    assert len(drawn) > 30
    for view in drawn:
        low, high = view.ends()
        for side in view.sides:
            ends = (side.value.low, side.value.high)
            assert all(low <= end <= high for end in ends if math.isfinite(end))
        if str(view.verdict) == "contradict":
            assert view.meeting == "apart", view.reading
