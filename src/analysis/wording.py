"""Figures in words: how a number, a hedge and a unit are written in a sentence.

>>> number(400000)
'400,000'
>>> quantity("over", 400000, None, 400000, "people")
'over 400,000 people'
>>> quantity("range", 500, 700, None, "people")
'500 to 700 people'
>>> quantity("exact", 1, 1, 1, "gangs")
'1 gang'
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

import pandas as pd

from analysis import bibliography, package, periods, units
from analysis.hedges import Interval

_BIBLIOGRAPHY = package.DATA / "references.bib"

_HEDGES = {
    "exact": "",
    "counted": "",
    "range": "",
    "about": "about ",
    "nearly": "nearly ",
    "over": "over ",
    "no-less-than": "no less than ",
    "at-most": "at most ",
}
# Units whose symbol reads better than their name; "" stands for a bare number.
_SYMBOLS = {"km": "km", "m": "m", "ha": "ha", "percent": "%", "fraction": ""}
# The parts of a decade as the rules of coding write them, by their first and last year.
_DECADE = re.compile(
    r"(?P<decade>[0-9]{3})(?P<from>[0-9])~/(?P<same>[0-9]{3})(?P<to>[0-9])~", re.ASCII
)
_PARTS = {(0, 3): "early ", (4, 6): "mid-", (7, 9): "late "}
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def number(value: float) -> str:
    """A number with a comma between thousands and no empty decimals.

    >>> number(7.5), number(19.28), number(1636)
    ('7.5', '19.28', '1,636')
    """
    return f"{value:,.4f}".rstrip("0").rstrip(".")


def figure(hedge: str, low: float | None, high: float | None, best: float | None) -> str:
    """The number of a claim with its hedge and without its unit."""
    if hedge == "range":
        return f"{number(float(low or 0))} to {number(float(high or 0))}"
    return _HEDGES[hedge] + number(float(best or 0))


def span(value: Interval, digits: int = 0) -> str:
    """A computed interval in words, its ends rounded outward: they never promise too much.

    No quantity of the article is negative, so a lower end at zero, or open, says nothing.

    >>> span(Interval(3.4229, math.inf), 2), span(Interval(0, 2.0782), 2)
    ('at least 3.42', 'at most 2.08')
    >>> span(Interval(153567, 153567), -3)
    '154,000'
    >>> span(Interval(13.04, 14.96), 1), span(Interval(-1300, 250))
    ('13.0 to 15.0', '−1,300 to 250')
    """
    low, high = value.low, value.high
    if low == high:
        return _write(round(low, digits), digits)
    if math.isinf(high):
        return f"at least {_floor(low, digits)}" if low > 0 else "any number"
    if low == 0 or math.isinf(low):
        return f"at most {_ceil(high, digits)}"
    return f"{_floor(low, digits)} to {_ceil(high, digits)}"


def measured(value: Interval, digits: int, unit: str) -> str:
    """A computed interval with its unit: words, "%" or nothing for a bare number.

    >>> measured(Interval(16, 16), 0, "people")
    '16 people'
    """
    return with_words(span(value, digits), unit)


def with_words(figure: str, unit: str) -> str:
    """A figure with its unit in words behind it; "%" keeps to it, "" adds nothing."""
    if unit in ("", "%"):
        return figure + ("\N{NO-BREAK SPACE}%" if unit else "")
    return f"{figure} {unit}"


def _write(value: float, digits: int) -> str:
    return f"{value + 0.0:,.{max(digits, 0)}f}".replace("-", "\N{MINUS SIGN}")


def _floor(value: float, digits: int) -> str:
    return _write(math.floor(value * 10**digits + 1e-9) / 10**digits, digits)


def _ceil(value: float, digits: int) -> str:
    return _write(math.ceil(value * 10**digits - 1e-9) / 10**digits, digits)


def quantity(
    hedge: str, low: float | None, high: float | None, best: float | None, unit: str
) -> str:
    """The number of a claim with its hedge and its unit.

    Raises:
        KeyError: the hedge or the unit is unknown.
    """
    largest = max(v for v in (low, high, best) if v is not None and not math.isnan(v))
    return with_unit(figure(hedge, low, high, best), unit, singular=largest == 1)


def with_unit(figure: str, unit: str, singular: bool = False) -> str:
    """A figure with the name or symbol of its unit behind it."""
    if unit in _SYMBOLS:
        return f"{figure}\N{NO-BREAK SPACE}{_SYMBOLS[unit]}" if _SYMBOLS[unit] else figure
    one, _, many = units.load()[unit].name.partition(" or ")
    return f"{figure} {one if singular else many or one}"


def claim(row: pd.Series) -> str:
    """The figure of a claim (a row of ``claims.load``) with hedge and unit."""
    return quantity(row["hedge"], row["low"], row["high"], row["best"], row["unit"])


def date(text: str) -> str:
    """A date or period of the data in words.

    >>> date("1927-06-15"), date("1925-06/1925-08"), date("1930/1933")
    ('15 June 1927', 'June 1925 to August 1925', '1930 to 1933')
    >>> date("1934~/1936~"), date("1929/.."), date("../1924-02")
    ('mid-1930s', 'from 1929', 'until February 1924')
    >>> date("1932-21"), date("1920~/1926~")
    ('spring 1932', 'about 1920 to about 1926')
    """
    if not text:
        return "no date"
    periods.parse(text)
    if decade := _DECADE.fullmatch(text):
        part = _PARTS.get((int(decade["from"]), int(decade["to"])))
        if part and decade["decade"] == decade["same"]:
            return f"{part}{decade['decade']}0s"
    start, slash, end = text.partition("/")
    if not slash:
        return _day(start)
    if end == "..":
        return f"from {_day(start)}"
    if start == "..":
        return f"until {_day(end)}"
    return f"{_day(start)} to {_day(end)}"


def _day(text: str) -> str:
    about = "about " if text.endswith("~") else ""
    year, *rest = text.rstrip("~").split("-")
    words = [year]
    if rest:
        month = int(rest[0])
        words.insert(0, periods.SEASONS.get(month) or _MONTHS[month - 1])
    if len(rest) == 2:
        words.insert(0, str(int(rest[1])))
    return about + " ".join(words)


def period(row: pd.Series) -> str:
    """When a claim (a row of ``claims.load``) holds, in words."""
    return _early(date(row["period"]), row["period_printed"])


def when(event: pd.Series) -> str:
    """The date of an event (a row of ``events.csv``), in words."""
    return _early(date(event["date"]), event["date_printed"])


def _early(said: str, printed: str) -> str:
    """A season or month that is printed as early keeps the word, which no notation holds."""
    return f"early {said}" if printed.startswith("early ") else said


def counted(number: int, one: str) -> str:
    """A number of things.

    >>> counted(1, "verdict"), counted(0, "claim"), counted(3, "figure")
    ('1 verdict', '0 claims', '3 figures')
    """
    return f"{number} {one}" if number == 1 else f"{number} {one}s"


def upper(text: str) -> str:
    """A text that begins a sentence."""
    return text[:1].upper() + text[1:]


def distance(sentences: int) -> str:
    """How far after its sentence the note of a passage stands, in words.

    >>> distance(1), distance(3)
    ('in the next sentence', '3 sentences further on')
    """
    return "in the next sentence" if sentences == 1 else f"{sentences} sentences further on"


def noted(row: pd.Series, none: str = "without a note") -> str:
    """Which note a claim or event has: of its own sentence, or further on in its passage.

    Args:
        row: a row with ``footnote``, ``passage_note`` and ``sentences_on``.
        none: what is said where there is neither.
    """
    if pd.notna(row["footnote"]):
        return f"note {row['footnote']}"
    if pd.notna(row["passage_note"]):
        return f"note {row['passage_note']}, {distance(row['sentences_on'])}"
    return none


def source(row: pd.Series) -> str:
    """A resolved footnote in one line: archive and shelf mark, or who, when and the pages."""
    if row["archive"]:
        return ", ".join([row["archive"], *shelf_mark(row)])
    called = bibliography.labels(works()).get(row["citekey"], row["citekey"])
    return ", ".join(part for part in (called, row["locator"]) if part)


def shelf_mark(row: pd.Series, signs: Sequence[str] = ("f.", "op.", "d.", "l.")) -> list[str]:
    """Fond, opis, delo and leaves of a source, each with its sign; what is not printed is left out.

    Args:
        row: a row of ``sources.csv``.
        signs: the signs of the four, or of the first of them.
    """
    columns = ("fond", "opis", "delo", "leaves")
    return [f"{sign} {row[name]}" for sign, name in zip(signs, columns, strict=False) if row[name]]


def cyrillic_mark(row: pd.Series, signs: Sequence[str] = ("Ф.", "Оп.", "Д.", "Л.")) -> str:
    """The same in Cyrillic letters: the article prints the letter of a fond in Latin.

    >>> cyrillic_mark(pd.Series({"fond": "P-3316", "opis": "64", "delo": "925", "leaves": "1"}))
    'Ф. Р-3316. Оп. 64. Д. 925. Л. 1'
    """
    return ". ".join(shelf_mark(row, signs)).replace("P", "Р")


def works() -> dict[str, bibliography.Work]:
    """The works that the article cites, by key."""
    return bibliography.parse(_BIBLIOGRAPHY.read_text("utf-8"))[0]
