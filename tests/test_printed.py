"""Reading printed words: what a person reads in each phrase. None of them is the article's."""

import pytest

from analysis import arithmetic, printed

UNITS = printed.spoken(
    {
        "km": "kilometre or kilometres",
        "m": "metre or metres",
        "versts": "verst or versts",
        "people": "person or people",
        "village-councils": "village council or village councils",
        "villages": "village or villages",
        "rubles": "ruble or rubles",
        "percent": "percent",
        "fraction": "part of one",
        "years": "year or years",
        "commandants-offices": "commandant's office or commandant's offices",
    }
)


@pytest.mark.parametrize(
    ("words", "hedge", "low", "high", "best", "unit"),
    [
        ("1,234,567 people", "exact", 1234567, 1234567, 1234567, "people"),
        ("twenty-one versts", "exact", 21, 21, 21, "versts"),
        ("two hundred people", "exact", 200, 200, 200, "people"),
        ("ninety thousand people", "exact", 90000, 90000, 90000, "people"),
        ("2.5 million people", "exact", 2.5e6, 2.5e6, 2.5e6, "people"),
        ("12.75-km strip", "exact", 12.75, 12.75, 12.75, "km"),
        ("ten-kilometer strip", "exact", 10, 10, 10, "km"),
        ("30-metre ditch", "exact", 30, 30, 30, "m"),
        ("five years' exile", "exact", 5, 5, 5, "years"),
        ("66% of all", "exact", 66, 66, 66, "percent"),
        ("66 per cent", "exact", 66, 66, 66, "percent"),
        ("three quarters", "exact", 0.75, 0.75, 0.75, "fraction"),
        ("two-fifths of them", "exact", 0.4, 0.4, 0.4, "fraction"),
        ("7 rubles 5 kopecks", "exact", 7.05, 7.05, 7.05, "rubles"),
        ("1,500 people in 1911", "exact", 1500, 1500, 1500, "people"),
        ("9th to be built, 33 km long", "exact", 33, 33, 33, "km"),
        ("About 70 people", "about", None, None, 70, "people"),
        ("approximately 70", "about", None, None, 70, ""),
        ("almost 70 people", "nearly", None, 70, 70, "people"),
        ("nearly seventy people", "nearly", None, 70, 70, "people"),
        ("over 70 people", "over", 70, None, 70, "people"),
        ("exceeded 70 people", "over", 70, None, 70, "people"),
        ("no less than 70", "no-less-than", 70, None, 70, ""),
        ("up to ten years", "at-most", None, 10, 10, "years"),
        ("did not exceed one fifth", "at-most", None, 0.2, 0.2, "fraction"),
        ("300–450 people", "range", 300, 450, None, "people"),
        ("about 300–450 people", "range", 300, 450, None, "people"),
        ("from 300 to 450 people", "range", 300, 450, None, "people"),
        ("between three and nine versts", "range", 3, 9, None, "versts"),
        ("3–9 thousand people", "range", 3000, 9000, None, "people"),
        ("a village", "counted", 1, 1, 1, "villages"),
        ("Aksu, Osh and Karakol villages", "counted", 3, 3, 3, "villages"),
        ("Aksu … Osh … Karakol", "counted", 3, 3, 3, ""),
        ("5th, 6th and 7th offices", "counted", 3, 3, 3, ""),
        ("eighth and ninth village councils", "counted", 2, 2, 2, "village-councils"),
        ("Articles 5 and 6", "counted", 2, 2, 2, ""),
        ("(12-a, 12-b, 13)", "counted", 3, 3, 3, ""),
        ("Aksu, Osh, and several other places", "no-less-than", 2, None, 2, ""),
        ("two commandant's offices", "exact", 2, 2, 2, "commandants-offices"),
    ],
)
def test_a_figure(words, hedge, low, high, best, unit):
    assert printed.figures(words, UNITS) == [printed.Figure(hedge, low, high, best, unit)]


def test_several_figures_in_one_phrase():
    found = printed.figures("(3; 8.5; 12 and 40 km)", UNITS)
    assert [figure.best for figure in found] == [3, 8.5, 12, 40]
    assert {figure.unit for figure in found} == {"km"}
    found = printed.figures("6-meter and 900-meter lines", UNITS)
    assert [(figure.best, figure.unit) for figure in found] == [(6, "m"), (900, "m")]


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("in 1911", "1911"),
        ("the 1911 statute", "1911"),
        ("May 1911", "1911-05"),
        ("May of 1911", "1911-05"),
        ("May 3, 1911", "1911-05-03"),
        ("the night of May 3–4, 1911", "1911-05-03/1911-05-04"),
        ("the autumn of 1911", "1911-23"),
        ("spring 1911", "1911-21"),
        ("early spring 1911", "1911-21"),
        ("1911–1913", "1911/1913"),
        ("from 1911 to 1913", "1911/1913"),
        ("from 1911", "1911/.."),
        ("since 1911", "1911/.."),
        ("which began in May 1911", "1911-05/.."),
        ("until 1911", "../1911"),
        ("prior to 1911", "../1911"),
        ("by 1911", "1911"),
        ("the 1910s", "1910/1919"),
        ("the 1910–1920s", "1910/1929"),
        ("the mid-1910s", "1914~/1916~"),
        ("late 1910s", "1917~/1919~"),
        ("by the end of the 1910s", "1917~/1919~"),
        ("the early 1910s", "1910~/1913~"),
        ("until the late 1910s", "../1919~"),
        ("the turn of the 1910s", "1910~"),
        ("the first half of the 1910s", "1910/1914"),
        ("the second half of the 1910s", "1915/1919"),
        ("since the 1910s", "1910~/.."),
    ],
)
def test_a_period(words, period):
    assert printed.date(words).forms[0] == period


@pytest.mark.parametrize(
    ("words", "day"), [("May 3", "-05-03"), ("May 3 of that year", "-05-03"), ("in May", "-05")]
)
def test_a_date_without_its_year(words, day):
    assert printed.date(words) == printed.Date((), day)


@pytest.mark.parametrize("words", ["", "at that time", "the war", "1911 and 1915"])
def test_words_that_give_no_date(words):
    assert printed.date(words) == printed.Date()


def test_a_deadline():
    assert printed.date("by 1911", deadline=True).forms == ("../1911",)


LENGTHS = {"km": ("km", 1.0), "versts": ("km", 1.0668), "m": ("km", 0.001)}


@pytest.mark.parametrize(
    "text",
    [
        "6 x 7 = 42",
        "7 = 3 + 4",
        "1 + 2 x 3 = 7; 10 - 4 / 2 = 8",
        "3 / 8 = 37.5 %; 3 / 8 = 38 %; 3 / 8 = about 0.4",
        "10,000 people / 3,000 households = 3.33 persons",
        "600,000 x 2 = 1.2 million",
        "10 versts = 10.67 km = printed",
        "2 km = 2,000 m",
        "2 km / 4 m = 500; 20 / 4 m = 5",
        "no sum at all",
    ],
)
def test_a_right_sum(text):
    assert arithmetic.wrong(text.replace(" = printed", ""), LENGTHS) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("6 x 7 = 43", [("43", "42")]),
        ("8 = 3 + 4", [("8", "7")]),
        ("3 / 8 = 37.6 %", [("37.6 %", "37.5")]),
        ("600,000 x 2 = 1.3 million", [("1.3 million", "1,200,000")]),
        ("10 versts = 10.66 km; 2 km = 2,001 m", [("10.66", "10.67"), ("2,001", "2,000")]),
        ("5 / 0 = 1", [("1", "no division by nothing")]),
        ("4 + = 4", [("4 + = 4", "a number on each side of every sign")]),
        ("x = 4", [("x = 4", "a number on each side of =")]),
    ],
)
def test_a_wrong_sum(text, wrong):
    assert arithmetic.wrong(text, LENGTHS) == wrong
