"""Printed words read as numbers and dates, so that they can be compared with the columns.

The words are the English of the article; what each hedge means is rule 4 of ``data/CODING.md``,
what each kind of period is, rule 7.

>>> figures("15–20 thousand people", {"people": "people"})
[Figure(hedge='range', low=15000.0, high=20000.0, best=None, unit='people')]
>>> figures("4-meter and 500-meter strips", {"meter": "m"})[1].best
500.0
>>> figures("Ili, Tarbagatai, and Altay Districts", {"districts": "districts"})[0].best
3.0
>>> date("the spring of 1932").forms, date("from 1935 to 1938").forms
(('1932-21',), ('1935/1938',))
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

_DIGITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen"),
    *("sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBERS = {word: value for value, word in enumerate((*_DIGITS, *_TEENS), 1)} | {
    word: value * 10 for value, word in enumerate(_TENS, 2)
}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
_PARTS = {
    **{"half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6},
    **{"seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "hundredth": 100},
}
# What stands before a number, or before a list of names, and the hedge that it is (rule 4).
_HEDGES = (
    ("at-most", "up to|did not exceed|(?:no|not) more than|at most"),
    ("no-less-than", "(?:no|not) less than|at least"),
    ("about", "about|approximately"),
    ("nearly", "nearly|almost"),
    ("over", "over|exceeded|more than"),
)
_SMALLER = {"kopeck": ("rubles", 0.01), "kopecks": ("rubles", 0.01)}

# A number word up to ninety-nine; the longer before what they begin with.
NUMBER_WORDS = (
    f"(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_DIGITS)}))?|{'|'.join(reversed((*_DIGITS, *_TEENS)))}"
)
_SCALE = "|".join(_SCALES)
_PLAIN = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?|(?:{NUMBER_WORDS})(?:[ -](?:{_SCALE}))*"
_NUMBER = re.compile(
    rf"(?<![\w.,-])(?P<value>{_PLAIN})"
    rf"(?:[ -](?P<part>{'|'.join(_PARTS)})s?)?(?P<scale>(?: (?:{_SCALE}))*)"
    r"(?![\d.]*\d|st\b|nd\b|rd\b|th\b)(?=\W|$)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:[–-]|to)\s*", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b(?!,\d)")
_NAMED = re.compile(r"\barticles?\b|\bNo\.", re.IGNORECASE)
_CODE = re.compile(r"\d-([a-z]+)", re.IGNORECASE)
_ITEM = re.compile(r"\s*(?:…|;|,(?:\s*and\b)?|\band\b)\s*")
_MORE = re.compile(r"^(?:several|many|some)?\s*others?\b", re.IGNORECASE)


@dataclass(frozen=True)
class Figure:
    """One number of a printed form, as the columns of a claim should have it.

    Attributes:
        hedge: the hedge of its words.
        low, high, best: what the hedge makes of the number, None for an empty cell.
        unit: id of the unit that the words name; empty if they name none.
    """

    hedge: str
    low: float | None
    high: float | None
    best: float | None
    unit: str


@dataclass(frozen=True)
class Date:
    """What printed words say of a time.

    Attributes:
        forms: the periods in EDTF that say the same, the preferred one first; empty if the words
            do not give a whole one.
        day: what they give of it, as the end of a date: ``-08-24``, ``-12``; empty if nothing.
    """

    forms: tuple[str, ...] = ()
    day: str = ""


def figures(words: str, units: Mapping[str, str]) -> list[Figure]:
    """The numbers of a printed form, in their order; several if it holds several claims.

    Where no cardinal number is printed, the things named are counted: "a Kazakh village" is one.

    Args:
        words: the printed form.
        units: the id of each unit by the words that can stand for it, in lower case.
    """
    numbers = [] if _names_only(words, units) else list(_numbers(words))
    if not numbers:
        return [_counted(words, units)]
    found: list[Figure] = []
    for start, end, low, high in numbers:
        unit, smaller = _unit_behind(words[end:], units)
        if not unit and "fraction" in units.values() and low < 1:
            unit = "fraction"  # "one tenth"
        if smaller and found and found[-1].unit == unit and found[-1].best is not None:
            before = found.pop()
            found.append(_figure(before.hedge, before.best or 0, round(low * smaller, 9), unit))
            continue
        if smaller:
            low, high = low * smaller, high * smaller
        hedge = "range" if high > low else _hedge(words[:start])
        found.append(_figure(hedge, low, high - low if hedge == "range" else 0, unit))
    return found


def date(words: str, *, deadline: bool = False) -> Date:
    """What the words of a period or of a date say.

    Args:
        words: the printed words.
        deadline: whether "by 1932" is an open beginning, as for an event, and not the time at
            which a number held.

    >>> date("by 1932").forms, date("by 1932", deadline=True).forms, date("August 24").day
    (('1932',), ('../1932',), '-08-24')
    """
    for pattern, read in _DATES:
        if match := pattern.search(words):
            forms, day = read(match)
            before, rest = words[: match.start()], words[match.end() :]
            if re.search(r"\d", before + rest):
                break  # more dates than one
            return Date(tuple(_opened(form, before, deadline) for form in forms), day)
    return Date()


def years(words: str) -> set[str]:
    """The years that stand in a printed form beside its number: "11,100 people in 1926"."""
    return set(_YEAR.findall(words))


def spoken(units: Mapping[str, str]) -> dict[str, str]:
    """The words for units, as ``figures`` wants them.

    Args:
        units: the name of each unit by its id: "kilometre or kilometres".
    """
    words = {}
    for id, name in units.items():
        for word in [id.replace("-", " "), *re.split(r" or |[()]", name.lower())]:
            words[word.strip()] = id
            words[word.strip().replace("metre", "meter")] = id  # the article's spelling
    if "percent" in words:
        words["%"] = words["per cent"] = words["percent"]
    words.pop("", None)
    return words


def cardinal(word: str) -> float:
    """The value of a number word: one of up to ninety-nine, and hundreds or thousands of it.

    >>> cardinal("twenty-one"), cardinal("Four hundred")
    (21.0, 400.0)
    """
    first, *scales = re.split(r"[ -](?=hundred|thousand|million)", word.lower())
    value = float(sum(_NUMBERS[part] for part in first.split("-")))
    for scale in scales:
        value *= _SCALES[scale]
    return value


def _numbers(words: str) -> Iterator[tuple[int, int, float, float]]:
    """Where each number starts and ends, and its lowest and highest value."""
    text = _YEAR.sub(lambda year: "\0" * len(year[0]), words)
    matches = list(_NUMBER.finditer(text))
    joined = {
        i
        for i, (first, second) in enumerate(pairwise(matches))
        if _BETWEEN.fullmatch(text[first.end() : second.start()])
        or (
            text[first.end() : second.start()] == " and "
            and re.search(r"\bbetween $", text[: first.start()])
        )
    }
    for i, match in enumerate(matches):
        if i - 1 in joined:
            continue
        last = matches[i + 1] if i in joined else match
        high = _value(last)
        low = _value(match)
        if last is not match and not match["scale"]:
            low *= _scale(last["scale"])  # "15–20 thousand"
        yield match.start(), last.end(), low, high


def _value(match: re.Match[str]) -> float:
    text = match["value"]
    value = float(text.replace(",", "")) if text[0].isdigit() else cardinal(text)
    if match["part"]:
        value /= _PARTS[match["part"].lower()]
    return value * _scale(match["scale"])


def _scale(words: str) -> float:
    scale = 1
    for word in words.lower().split():
        scale *= _SCALES[word]
    return scale


def _names_only(words: str, units: Mapping[str, str]) -> bool:
    """Whether the numbers are names: of articles of a law, of outposts."""
    codes = [code[1].lower() for code in _CODE.finditer(words)]
    return bool(_NAMED.search(words)) or any(code not in units for code in codes)


def _counted(words: str, units: Mapping[str, str]) -> Figure:
    items = [item for item in _ITEM.split(words.strip("()")) if item]
    named = [item for item in items if not _MORE.match(item)]
    last = re.sub(r"\W+$", "", named[-1]).lower() if named else ""
    ends = [word for word in units if last == word or last.endswith(f" {word}")]
    unit = units[max(ends, key=len)] if ends else ""
    hedge = "counted" if len(named) == len(items) else "no-less-than"
    return _figure(hedge, float(len(named)), 0, unit)


def _unit_behind(text: str, units: Mapping[str, str]) -> tuple[str, float]:
    """The first unit in the words behind a number, and how large a part of it they mean."""
    match = _unit_names(tuple(units)).search(text.lower())
    if not match:
        return "", 0
    if match[0] in _SMALLER:
        return _SMALLER[match[0]]
    return units[match[0]], 0


@lru_cache(maxsize=4)
def _unit_names(words: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(re.escape(w) for w in sorted((*words, *_SMALLER), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{names})(?!\w)")


def _hedge(before: str) -> str:
    for hedge, words in _HEDGES:
        if re.search(rf"\b(?:{words})\b", before, re.IGNORECASE):
            return hedge
    return "exact"


def _figure(hedge: str, number: float, more: float, unit: str) -> Figure:
    if hedge == "range":
        return Figure(hedge, number, number + more, None, unit)
    number += more
    low = number if hedge in ("exact", "counted", "over", "no-less-than") else None
    high = number if hedge in ("exact", "counted", "nearly", "at-most") else None
    return Figure(hedge, low, high, number, unit)


# The periods that a match gives, and what it gives of a day.
_Reader = Callable[[re.Match[str]], tuple[tuple[str, ...], str]]
_MONTHS = [name.lower() for name in calendar.month_name]
_MONTH = "(?P<month>" + "|".join(calendar.month_name[1:]) + ")"
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23}  # EDTF
_YYYY = r"1[89]\d\d|20\d\d"
_Y = rf"(?P<year>{_YYYY})"
_DECADE = r"(?P<decade>1[89]\d0|20\d0)s"


def _month(match: re.Match[str]) -> str:
    return f"{_MONTHS.index(match['month'].lower()):02}"


def _season(match: re.Match[str]) -> tuple[tuple[str, ...], str]:
    return (f"{match['year']}-{_SEASONS[match['season'].lower()]}",), ""


def _days(match: re.Match[str]) -> tuple[tuple[str, ...], str]:
    month, days = _month(match), (match["day"], match["last"])
    return ("/".join(f"{match['year']}-{month}-{int(day):02}" for day in days),), ""


def _decade(first: int, last: int, about: str) -> _Reader:
    def read(match: re.Match[str]) -> tuple[tuple[str, ...], str]:
        decade = int(match["decade"])
        ends = dict.fromkeys((f"{decade + first}{about}", f"{decade + last}{about}"))
        return ("/".join(ends),), ""

    return read


_DATES: tuple[tuple[re.Pattern[str], _Reader], ...] = tuple(
    (re.compile(rf"\b{pattern}\b", re.IGNORECASE), read)
    for pattern, read in (
        (rf"{_MONTH} (?P<day>\d\d?)[–-](?P<last>\d\d?), {_Y}", _days),
        (
            rf"{_MONTH} (?P<day>\d\d?), {_Y}",
            lambda m: ((f"{m['year']}-{_month(m)}-{int(m['day']):02}",), ""),
        ),
        (rf"{_MONTH}(?: of)? {_Y}", lambda m: ((f"{m['year']}-{_month(m)}",), "")),
        (rf"{_MONTH} (?P<day>\d\d?)", lambda m: ((), f"-{_month(m)}-{int(m['day']):02}")),
        (_MONTH, lambda m: ((), f"-{_month(m)}")),
        (
            rf"early (?P<season>spring|summer|autumn|fall)(?: of)? {_Y}",
            _season,
        ),
        (rf"(?P<season>spring|summer|autumn|fall)(?: of)? {_Y}", _season),
        (
            rf"from {_Y} to (?P<last>{_YYYY})",
            lambda m: ((f"{m['year']}/{m['last']}",), ""),
        ),
        (
            r"(?P<first>1[89]\d0|20\d0)s?[–-](?P<last>1[89]\d0|20\d0)s",
            lambda m: ((f"{m['first']}/{int(m['last']) + 9}",), ""),
        ),
        (rf"{_Y}[–-](?P<last>{_YYYY})", lambda m: ((f"{m['year']}/{m['last']}",), "")),
        (rf"mid-{_DECADE}", _decade(4, 6, "~")),
        (rf"(?:late|end of the) {_DECADE}", _decade(7, 9, "~")),
        (rf"early {_DECADE}", _decade(0, 3, "~")),
        (rf"turn of the {_DECADE}", _decade(0, 0, "~")),
        (rf"first half of the {_DECADE}", _decade(0, 4, "")),
        (rf"second half of the {_DECADE}", _decade(5, 9, "")),
        (rf"since the {_DECADE}", lambda m: ((f"{m['decade']}~/..",), "")),
        (_DECADE, _decade(0, 9, "")),
        (_Y, lambda m: ((m["year"],), "")),
    )
)


def _opened(form: str, before: str, deadline: bool) -> str:
    """A period with the open end that the words before it give it."""
    ends = form.split("/")
    if re.search(r"\b(?:from|since|began in)(?: the)? *$", before, re.IGNORECASE):
        return f"{ends[0]}/.."
    until = r"until|prior to|before" + r"|by" * deadline
    if re.search(rf"\b(?:{until})(?: the)? *$", before, re.IGNORECASE):
        return f"../{ends[-1]}"
    return form
