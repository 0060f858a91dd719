"""Periods: what is read, what is refused, and the days that they span."""

import calendar
import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import periods
from analysis.periods import Date, Period


def day(text):
    return text and datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "start", "end", "approximate"),
    [
        ("1927", "1927-01-01", "1927-12-31", False),
        ("1927-06", "1927-06-01", "1927-06-30", False),
        ("1924-02", "1924-02-01", "1924-02-29", False),
        ("1900-02", "1900-02-01", "1900-02-28", False),
        ("1928-12", "1928-12-01", "1928-12-31", False),
        ("1927-08-18", "1927-08-18", "1927-08-18", False),
        ("1930/1933", "1930-01-01", "1933-12-31", False),
        ("1925-06/1925-08", "1925-06-01", "1925-08-31", False),
        ("1931-02-11/1931-02-12", "1931-02-11", "1931-02-12", False),
        ("1934~/1936~", "1934-01-01", "1936-12-31", True),
        ("1932-21", "1932-03-01", "1932-05-31", False),
        ("1927-22", "1927-06-01", "1927-08-31", False),
        ("1932-23", "1932-09-01", "1932-11-30", False),
        ("1927-24", "1927-12-01", "1928-02-29", False),
        ("1934-21~", "1934-03-01", "1934-05-31", True),
        ("1932-21/1932-23", "1932-03-01", "1932-11-30", False),
        ("1934/1936~", "1934-01-01", "1936-12-31", True),
        ("1934~/1936", "1934-01-01", "1936-12-31", True),
        ("1860~", "1860-01-01", "1860-12-31", True),
        ("1916/..", "1916-01-01", None, False),
        ("../1917-03", None, "1917-03-31", False),
        ("../1917~", None, "1917-12-31", True),
        ("1927-06/1927", "1927-06-01", "1927-12-31", False),
        ("0001", "0001-01-01", "0001-12-31", False),
    ],
)
def test_the_days_of_a_period(text, start, end, approximate):
    period = periods.parse(text)
    assert (period.start, period.end) == (day(start), day(end))
    assert period.approximate is approximate
    assert str(period) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "..",
        "../..",
        "/",
        "1927/",
        "/1927",
        "1927//1928",
        "1927/1928/1929",
        "27",
        "19270",
        "1927-6",
        "1927-13",
        "1927-20",
        "1927-25",
        "1927-22-01",
        "1927-22/1927-21",
        "1927-00",
        "1927-02-29",
        "1927-06-31",
        "1927-06-00",
        "0000",
        "1927-06-15T00:00",
        "15.06.1927",
        "Jun-27",
        "1927 ",
        " 1927",
        "1927\n",
        "~1927",
        "1927~~",
        "1927?",
        "１９２７",
        "192x",
        "1930s",
        "1933/1930",
        "1927-06-02/1927-06-01",
        "1928/1927-12",
    ],
)
def test_what_is_no_period(text):
    with pytest.raises(ValueError, match=r"\S"):
        periods.parse(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1927-02-29", "not a date of the calendar"),
        ("1933/1930", "1933/1930 ends before it starts"),
        ("15.06.1927", "'15.06.1927' is not YYYY"),
    ],
)
def test_the_message_says_what_is_wrong(text, said):
    with pytest.raises(ValueError, match=said):
        periods.parse(text)


def test_a_day_needs_a_month():
    with pytest.raises(ValueError, match="has no month"):
        Date(1927, day=5)


def test_a_period_needs_a_date():
    with pytest.raises(ValueError, match="at least one date"):
        Period(None, None)


def test_an_approximate_date_is_the_same_days():
    assert Date(1934, approximate=True).first() == Date(1934).first()
    assert Date(1934, approximate=True) != Date(1934)


@st.composite
def dates(draw):
    found = draw(st.dates())
    precision = draw(st.integers(1, 3))
    parts = (found.year, found.month, found.day)[:precision]
    return Date(*parts, approximate=draw(st.booleans()))


@given(st.none() | dates(), st.none() | dates())
def test_what_is_written_is_read_again(first, last):
    try:
        period = Period(first, last)
    except ValueError:
        assert (first is None and last is None) or first.first() > last.last()
        return
    assert periods.parse(str(period)) == period


def test_a_season_is_sorted_by_its_first_day_and_not_by_its_number():
    dates = ["1932-21", "1932-10", "1932-04-25", "../1932", "1932-22", "1931~", "1932-03~"]
    assert sorted(dates, key=periods.order) == [
        "1931~",
        "1932-03~",
        "1932-21",
        "1932-04-25",
        "1932-22",
        "1932-10",
        "../1932",
    ]


@given(dates())
def test_a_date_spans_its_year_its_month_or_its_day(date):
    days = (date.last() - date.first()).days + 1
    if date.month is None:
        assert days == 365 + calendar.isleap(date.year)
    elif date.day is None:
        assert 28 <= days <= 31
        assert (date.first().month, date.last().month) == (date.month, date.month)
    else:
        assert days == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1927/1928/1929", "'1928/1929' is not YYYY"),
        ("../..", "^a period needs at least one date$"),
    ],
)
def test_more_or_fewer_dates_than_a_period_has(text, said):
    with pytest.raises(ValueError, match=said):
        periods.parse(text)


@given(st.text(alphabet="0123456789-~/. \u0663", max_size=24))
def test_any_text_is_a_period_or_refused(text):
    try:
        period = periods.parse(text)
    except ValueError:
        return
    assert period.start is None or period.end is None or period.start <= period.end
    assert periods.parse(str(period)) == period
