"""What the cells of a table are sorted by: dates by time, figures by number, whatever the words.

The words are those of the edition, and English ones, for the article is quoted in every edition.

>>> [key(cell) for cell in ("early 1930s", "28 May 1918", "at most 0.1", "over 40,000 farms")]
[1930.5, 1918.4086, 0.1, 40000.0]
>>> key("Bakhty"), key("12 <i>or</i> more"), key("no date")
(None, 12.0, None)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from html import unescape

from babel.numbers import get_decimal_symbol, get_group_symbol

from analysis.words import Language, current

_SEASONS = {"winter": 0.0, "spring": 0.25, "summer": 0.45, "autumn": 0.7}
_PARTS = {"early": 0.5, "mid": 4.5, "late": 7.5}  # years into a decade
_BEFORE = ("early", "from", "until", "since", "about", "before", "after", "in")
_HEDGES = (
    *("at most", "at least", "about", "nearly", "over", "no less than", "up to", "between"),
    *("approximately", "almost", "exceeded"),
)
_MONTHS = 12
_YEAR = "0" * 4  # stands in a message where a number will
_PLAIN = re.compile(r"-?\d+(?:\.\d+)?")
_TAG = re.compile(r"<[^>]+>")
_SPACE = re.compile(r"\s+")
_ENGLISH = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+")  # a number that the article groups


@dataclass(frozen=True)
class _Reader:
    """How a language writes dates and figures.

    Attributes:
        date, figure: what begins a cell.
        months, seasons, parts: the words of a date, small, with their number or part of a time.
        group, decimal: signs within a number.
    """

    date: re.Pattern[str]
    figure: re.Pattern[str]
    months: Mapping[str, int]
    seasons: Mapping[str, float]
    parts: Mapping[str, float]
    group: str
    decimal: str


@cache
def _reader(words: Language) -> _Reader:
    say, english = words.message, words.locale.language == "en"
    months = {
        _small(words.month(number, alone)): number - 1
        for number in range(1, _MONTHS + 1)
        for alone in (True, False)
    }
    seasons = {
        _before(say("date-season", season=season, year=_YEAR, case=case)): into
        for season, into in _SEASONS.items()
        for case in ("nom", "gen")
    }
    parts = {
        _before(say("date-decade", part=part, decade=_YEAR, case=case)).rstrip("-"): into
        for part, into in _PARTS.items()
        for case in ("nom", "gen")
    }
    before = [
        _before(say(f"date-{each}", date=_YEAR)) for each in ("about", "early", "from", "until")
    ]
    ends = dict.fromkeys(("low", "high", "best", "span"), _YEAR)
    hedges = [_before(say(form, **ends)) for form in words.beginning("form-")]
    years = _after(say("date-year", year=_YEAR, case="nom"))
    decades = _after(say("date-decade", part="mid", decade=_YEAR, case="nom"))
    date = re.compile(
        rf"^(?:(?:{_any([*_BEFORE, *before])}) )*?"
        rf"(?:(?P<part>{_any(parts)})[ -](?=\d{{4}}{decades}))?"
        rf"(?:(?P<season>{_any(seasons)}) )?"
        rf"(?:(?:(?P<day>\d{{1,2}}) )?(?P<month>{_any(months)}) )?"
        rf"(?P<year>1[789]\d\d|20\d\d)(?P<decade>{decades})?"
        rf"(?={years or '$'}| to |\s*[–—]|,|;|$)",
        re.I,
    )
    group = _SPACE.sub(" ", get_group_symbol(words.locale))
    decimal = get_decimal_symbol(words.locale)
    number = rf"\d[\d{re.escape(group)}]*" if english else rf"\d+(?:{re.escape(group)}\d{{3}})*"
    quoted = "" if english else rf"{_ENGLISH.pattern}(?![\d,])|"
    figure = re.compile(
        rf"^(?:(?:{_any([*_HEDGES, *hedges])}) )*"
        rf"(?P<number>[−-]?(?:{quoted}{number}(?:{re.escape(decimal)}\d+)?))"
        r"(?=$|[\s%–;)]|to )",
        re.I,
    )
    return _Reader(date, figure, months, seasons, parts, group, decimal)


def key(cell: str) -> float | None:
    """What a cell, as HTML, is sorted by; None for words, which go by the alphabet.

    A date is its year with a fraction; a figure is its first number, without what hedges it.
    """
    reader = _reader(current())
    words = _plain_spaces(unescape(_TAG.sub(" ", cell)))
    if found := reader.date.match(words):
        year = float(found["year"])
        if found["decade"]:
            return year + reader.parts.get(_small(found["part"] or ""), 0.0)
        if found["season"]:
            return year + reader.seasons[_small(found["season"])]
        if found["month"]:
            month = reader.months[_small(found["month"])]
            return round(year + (month + (int(found["day"] or 0)) / 31) / _MONTHS, 4)
        return year
    if found := reader.figure.match(words):
        return _value(found["number"], reader)
    return None


def td(cell: str) -> str:
    """A cell of a table, with what it is sorted by where that is not its own words or number."""
    by = key(cell)
    if by is None or _PLAIN.fullmatch(cell):
        return f"<td>{cell}</td>"
    return f'<td data-sort="{by:.10g}">{cell}</td>'


def _value(number: str, reader: _Reader) -> float:
    plain = number.replace("\N{MINUS SIGN}", "-")
    if _ENGLISH.fullmatch(plain.lstrip("-")):
        return float(plain.replace(",", ""))
    return float(plain.replace(reader.group, "").replace(reader.decimal, "."))


def _before(said: str) -> str:
    """The words of a message before its number, small."""
    return _small(_plain_spaces(said.partition("0")[0]))


def _any(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first."""
    found = sorted({re.escape(word) for word in words if word}, key=lambda word: (-len(word), word))
    return "|".join(found)


def _after(said: str) -> str:
    """A pattern for what a message says after its number."""
    return re.escape(_SPACE.sub(" ", said.rpartition("0")[2]))


def _plain_spaces(text: str) -> str:
    return " ".join(text.split())


def _small(word: str) -> str:
    return word.lower()
