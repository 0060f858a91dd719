"""The hedge rules, and interval arithmetic against brute force."""

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import hedges
from analysis.hedges import Interval, interval

INF = math.inf
NAN = math.nan


class TestHedge:
    """Each hedge leaves the interval that its words mean."""

    @pytest.mark.parametrize(
        ("hedge", "low", "high", "best", "expected"),
        [
            ("exact", 526, 526, 526, (526, 526)),
            ("counted", 3, 3, 3, (3, 3)),
            ("nearly", None, 3400, 3400, (-INF, 3400)),
            ("over", 5600, None, 5600, (5600, INF)),
            ("no-less-than", 40000, None, 40000, (40000, INF)),
            ("at-most", None, 5, 5, (-INF, 5)),
            ("range", 15000, 20000, None, (15000, 20000)),
            ("about", None, None, 2000, (-INF, INF)),
            ("nearly", NAN, 3400.0, 3400.0, (-INF, 3400)),
            ("over", 5600.0, NAN, 5600.0, (5600, INF)),
            ("range", 1.0, 2.0, NAN, (1, 2)),
            ("exact", 0, 0, 0, (0, 0)),
        ],
    )
    def test_interval(self, hedge, low, high, best, expected):
        assert interval(hedge, low, high, best) == Interval(*expected)

    def test_about_is_as_wide_as_the_assumption_says(self):
        assert interval("about", best=400, about_width=0.25) == Interval(300, 500)
        assert interval("about", best=400, about_width=0) == Interval(400, 400)
        # a negative number has its ends the other way round
        assert interval("about", best=-400, about_width=0.25) == Interval(-500, -300)

    def test_the_width_of_about_does_not_touch_other_hedges(self):
        assert interval("nearly", high=400, best=400, about_width=0.25) == Interval(-INF, 400)
        assert interval("exact", 400, 400, 400, 0.25) == Interval(400, 400)

    @pytest.mark.parametrize("width", [-0.1, 1, 1.5, NAN])
    def test_a_senseless_width_is_refused(self, width):
        with pytest.raises(ValueError, match="about_width"):
            interval("about", best=400, about_width=width)

    @pytest.mark.parametrize(
        ("hedge", "low", "high", "best", "expected"),
        [
            ("exact", 1, 1, 2, "low = high = best"),
            ("exact", 1, 2, 1, "low = high = best"),
            ("exact", None, None, 1, "low = high = best"),
            ("exact", None, None, None, "low = high = best"),
            ("counted", 3, None, 3, "low = high = best"),
            ("about", 1, None, 1, "an empty low and high, and best"),
            ("about", None, 1, 1, "an empty low and high, and best"),
            ("about", None, None, None, "an empty low and high, and best"),
            ("nearly", 1, 2, 2, "an empty low and high = best"),
            ("nearly", None, 2, 1, "an empty low and high = best"),
            ("nearly", None, None, 2, "an empty low and high = best"),
            ("nearly", None, None, None, "an empty low and high = best"),
            ("at-most", 2, None, 2, "an empty low and high = best"),
            ("over", None, 2, 2, "low = best and an empty high"),
            ("over", 2, 2, 2, "low = best and an empty high"),
            ("no-less-than", 2, None, 3, "low = best and an empty high"),
            ("range", 1, 2, 1.5, "low < high and an empty best"),
            ("range", 2, 1, None, "low < high and an empty best"),
            ("range", 1, 1, None, "low < high and an empty best"),
            ("range", None, 2, None, "low < high and an empty best"),
            ("range", 1, None, None, "low < high and an empty best"),
            ("some", 1, 1, 1, "one of the hedges exact, counted, about"),
        ],
    )
    def test_values_that_do_not_fit_are_refused(self, hedge, low, high, best, expected):
        assert hedges.fault(hedge, low, high, best).startswith(expected)
        with pytest.raises(ValueError, match=expected.replace(",", ".")):
            interval(hedge, low, high, best)

    def test_values_that_fit_have_no_fault(self):
        assert hedges.fault("range", 1, 2, None) is None
        assert hedges.fault("over", 2, NAN, 2) is None


class TestInterval:
    """An interval is a set of numbers with a finite number in it."""

    @pytest.mark.parametrize("ends", [(NAN, 1), (1, NAN), (2, 1), (INF, INF), (-INF, -INF)])
    def test_no_such_interval(self, ends):
        with pytest.raises(ValueError, match="interval"):
            Interval(*ends)

    def test_zero_has_no_sign(self):
        assert str(Interval(-0.0, -0.0)) == "0"
        assert hash(Interval(-0.0, 1)) == hash(Interval(0.0, 1))
        assert math.copysign(1, Interval(-0.0, 1).low) == 1
        assert math.copysign(1, Interval(-1, -0.0).high) == 1

    def test_it_cannot_be_changed(self):
        with pytest.raises(AttributeError):
            Interval(1, 2).low = 0

    @pytest.mark.parametrize(
        ("one", "text"),
        [
            (Interval(4, 4), "4"),
            (Interval(4, 7.5), "[4, 7.5]"),
            (Interval(-INF, 3400), "(-∞, 3400]"),
            (Interval(400000, INF), "[400000, ∞)"),
            (Interval(-INF, INF), "(-∞, ∞)"),
        ],
    )
    def test_text(self, one, text):
        assert str(one) == text

    def test_width(self):
        assert Interval(3, 7.5).width == 4.5
        assert Interval(3, 3).width == 0
        assert Interval(3, INF).width == INF

    def test_contains_both_its_ends_and_what_lies_between(self):
        one = Interval(3, 7)
        assert [one.contains(x) for x in (2.9, 3, 5, 7, 7.1)] == [False, True, True, True, False]
        assert one.contains(Interval(3, 7))
        assert not one.contains(Interval(2, 7))
        assert not one.contains(Interval(3, 8))
        assert Interval(-INF, INF).contains(one)
        assert not one.contains(Interval(3, INF))

    def test_intersect(self):
        assert Interval(0, 4).intersect(Interval(3, 9)) == Interval(3, 4)
        assert Interval(3, 9).intersect(Interval(0, 4)) == Interval(3, 4)
        assert Interval(0, 4).intersect(Interval(4, INF)) == Interval(4, 4)
        assert Interval(0, 4).intersect(Interval(5, 9)) is None
        assert Interval(5, 9).intersect(Interval(0, 4)) is None
        assert Interval(0, 9).intersect(Interval(2, 3)) == Interval(2, 3)

    def test_scale(self):
        assert Interval(2, INF).scale(0.5) == Interval(1, INF)
        assert Interval(2, 3).scale(-2) == Interval(-6, -4)
        for factor in (INF, -INF, NAN):
            with pytest.raises(ValueError, match="finite"):
                Interval(2, 3).scale(factor)


class TestArithmetic:
    """Every result holds all that its operands allow, and with closed ends nothing more."""

    @pytest.mark.parametrize(
        ("result", "expected"),
        [
            (Interval(1, 2) + Interval(10, 20), Interval(11, 22)),
            (Interval(1, INF) + Interval(10, 20), Interval(11, INF)),
            (Interval(-INF, 2) + Interval(1, INF), Interval(-INF, INF)),
            (Interval(1, 2) - Interval(10, 20), Interval(-19, -8)),
            (Interval(1, INF) - Interval(10, INF), Interval(-INF, INF)),
            (Interval(1, 2) - Interval(0, INF), Interval(-INF, 2)),
            (-Interval(1, INF), Interval(-INF, -1)),
            (Interval(-2, 3) * Interval(-5, 7), Interval(-15, 21)),
            (Interval(0, 0) * Interval(-INF, INF), Interval(0, 0)),
            (Interval(0, 2) * Interval(3, INF), Interval(0, INF)),
            (Interval(-1, 2) * Interval(3, INF), Interval(-INF, INF)),
            (Interval(-INF, -1) * Interval(-INF, -1), Interval(1, INF)),
            (Interval(6, 12) / Interval(2, 3), Interval(2, 6)),
            (Interval(6, 12) / Interval(-3, -2), Interval(-6, -2)),
            (Interval(1, 2) / Interval(0, 4), Interval(0.25, INF)),
            (Interval(1, 2) / Interval(-4, 0), Interval(-INF, -0.25)),
            (Interval(-2, -1) / Interval(0, 4), Interval(-INF, -0.25)),
            (Interval(-2, -1) / Interval(-4, 0), Interval(0.25, INF)),
            (Interval(-1, 2) / Interval(0, 4), Interval(-INF, INF)),
            (Interval(0, 2) / Interval(0, 4), Interval(0, INF)),
            (Interval(1, 2) / Interval(-1, 4), Interval(-INF, INF)),
            (Interval(0, 0) / Interval(-1, 4), Interval(0, 0)),
            (Interval(0, 0) / Interval(0, 4), Interval(0, 0)),
            (Interval(1, 2) / Interval(4, INF), Interval(0, 0.5)),
            (Interval(-2, -1) / Interval(4, INF), Interval(-0.5, 0)),
            (Interval(1, INF) / Interval(4, INF), Interval(0, INF)),
            (Interval(1, 2) / Interval(-INF, -4), Interval(-0.5, 0)),
            (Interval(1, 2) / Interval(0, INF), Interval(0, INF)),
            (Interval(1, 2) + 3, Interval(4, 5)),
            (3 + Interval(1, 2), Interval(4, 5)),
            (Interval(1, 2) - 3, Interval(-2, -1)),
            (3 - Interval(1, 2), Interval(1, 2)),
            (Interval(1, 2) * -2, Interval(-4, -2)),
            (-2 * Interval(1, 2), Interval(-4, -2)),
            (Interval(1, 2) / 2, Interval(0.5, 1)),
            (2 / Interval(1, 2), Interval(1, 2)),
        ],
    )
    def test_worked_out_by_hand(self, result, expected):
        assert result == expected

    def test_nothing_can_be_divided_by_zero_alone(self):
        for zero in (Interval(0, 0), 0, -0.0):
            with pytest.raises(ZeroDivisionError):
                Interval(1, 2) / zero

    def test_too_large_for_floating_point_leaves_an_open_end(self):
        huge = Interval(1e308, 1.5e308)
        largest = 1.7976931348623157e308
        assert huge + huge == Interval(largest, INF)
        assert -huge - huge == Interval(-INF, -largest)
        assert huge * huge == Interval(largest, INF)
        assert huge / Interval(1e-10, 1e-9) == Interval(largest, INF)


numbers = st.integers(-20, 20).map(lambda n: n / 4)


@st.composite
def intervals(draw):
    low, high = sorted((draw(numbers), draw(numbers)))
    return Interval(
        draw(st.sampled_from([low, low, low, -INF])), draw(st.sampled_from([high, high, high, INF]))
    )


def points(one):
    """Numbers in an interval: its ends, some between them, far ones where it is open."""
    low = one.low if one.low > -INF else min(one.high, 0) - 1e9
    high = one.high if one.high < INF else max(one.low, 0) + 1e9
    inner = {low + (high - low) * k / 7 for k in range(8)} | {low, high, 0.0, 0.001, -0.001}
    return [x for x in inner if one.low <= x <= one.high]


@given(intervals(), intervals())
def test_no_possible_result_is_lost(a, b):
    for x in points(a):
        for y in points(b):
            assert (a + b).contains(x + y)
            assert (a - b).contains(x - y)
            assert (a * b).contains(x * y)
            if y:
                assert (a / b).contains(x / y)


@given(numbers, numbers, numbers, numbers)
def test_nothing_is_added_where_all_ends_are_closed(p, q, r, s):
    a, b = Interval(min(p, q), max(p, q)), Interval(min(r, s), max(r, s))
    corners = [(Fraction(x), Fraction(y)) for x in (p, q) for y in (r, s)]
    exact = {
        a + b: [x + y for x, y in corners],
        a - b: [x - y for x, y in corners],
        a * b: [x * y for x, y in corners],
    }
    if b.low > 0 or b.high < 0:
        exact[a / b] = [x / y for x, y in corners]
    for result, values in exact.items():
        # sums and products of quarters are exact; a quotient is rounded once
        assert (result.low, result.high) == (float(min(values)), float(max(values)))


@given(intervals(), intervals())
def test_intersection_is_what_both_hold(a, b):
    both = a.intersect(b)
    for x in points(a) + points(b):
        assert (both is not None and both.contains(x)) == (a.contains(x) and b.contains(x))


@given(st.sampled_from(hedges.HEDGES), *[st.none() | st.just(NAN) | st.integers(-9, 9)] * 3)
def test_a_hedge_gives_an_interval_or_says_why_not(hedge, low, high, best):
    if hedges.fault(hedge, low, high, best):
        with pytest.raises(ValueError, match=hedge):
            interval(hedge, low, high, best)
    else:
        result = interval(hedge, low, high, best)
        for value in (low, high, best):
            if value is not None and not math.isnan(value):
                assert result.contains(value)


class TestBothSides:
    """A number may stand on either side; a zero end is approached, never reached."""

    def test_a_number_on_the_left(self):
        assert 1 + Interval(2, 3) == Interval(3, 4)
        assert 10 - Interval(2, 3) == Interval(7, 8)
        assert 2 * Interval(2, 3) == Interval(4, 6)
        assert 6 / Interval(2, 3) == Interval(2, 3)

    def test_exactly_holds_one_number(self):
        assert Interval.exactly(4) == Interval(4, 4)

    def test_division_by_an_interval_that_starts_or_ends_at_zero(self):
        # by hand: 1/4 is the smallest quotient, and there is no largest
        assert Interval(1, 2) / Interval(0, 4) == Interval(0.25, INF)
        assert Interval(1, 2) / Interval(-4, 0) == Interval(-INF, -0.25)
        assert Interval(-2, -1) / Interval(0, 4) == Interval(-INF, -0.25)
        assert Interval(-2, -1) / Interval(-4, 0) == Interval(0.25, INF)
        assert Interval(-2, 0) / Interval(0, 4) == Interval(-INF, 0)
        assert Interval(0, 2) / Interval(0, 4) == Interval(0, INF)
        assert Interval(0, 2) / Interval(-4, 0) == Interval(-INF, 0)
        assert Interval(-1, 2) / Interval(0, 4) == Interval(-INF, INF)

    def test_division_by_an_interval_round_zero(self):
        assert Interval(1, 2) / Interval(-1, 1) == Interval(-INF, INF)

    def test_nothing_divided_is_nothing(self):
        assert Interval(0, 0) / Interval(0, 4) == Interval(0, 0)
        assert Interval(0, 0) / Interval(-1, 1) == Interval(0, 0)

    def test_nothing_times_an_open_end_is_nothing(self):
        assert Interval(0, 1) * Interval(0, INF) == Interval(0, INF)
        assert Interval(0, 0) * Interval(-INF, INF) == Interval(0, 0)
        assert Interval(-1, 0) * Interval(2, INF) == Interval(-INF, 0)


def test_refusals_say_why():
    for ends, said in (
        ((NAN, 1), "an end of an interval is not a number; an open end is infinite"),
        ((INF, INF), "an interval needs a finite number between its ends"),
        ((2, 1), "reversed interval: low 2 > high 1"),
    ):
        with pytest.raises(ValueError) as error:
            Interval(*ends)
        assert str(error.value) == said
    with pytest.raises(ZeroDivisionError) as division:
        Interval(1, 2) / Interval(0, 0)
    assert str(division.value) == "division by an interval that holds nothing but zero"
