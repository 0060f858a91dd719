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
from functools import lru_cache

import pandas as pd

from analysis import bibliography, editions, periods, tables
from analysis.hedges import Interval
from analysis.words import Language, Quantity, current, decimals, say, shape

# The parts of a decade as the rules of coding write them, by their first and last year.
_DECADE = re.compile(
    r"(?P<decade>[0-9]{3})(?P<from>[0-9])~/(?P<same>[0-9]{3})(?P<to>[0-9])~", re.ASCII
)
_PARTS = {(0, 3): "early", (4, 6): "mid", (7, 9): "late"}
_A_DAY = len("1931-02-11")
_FINEST = 4  # digits behind the point that a page shows
_COLUMNS = ("fond", "opis", "delo", "leaves")


def number(value: float) -> str:
    """A number with its thousands parted and no empty decimals.

    >>> number(7.5), number(19.28), number(1636)
    ('7.5', '19.28', '1,636')
    """
    return current().number(value, decimals(round(value, _FINEST)))[0]


def figure(hedge: str, low: float | None, high: float | None, best: float | None) -> str:
    """The number of a claim with its hedge and without its unit."""
    return current().quantity(_printed(hedge, low, high, best, ""))


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
    return current().quantity(Quantity(shape(value), value, None, "", digits))


def quantity(
    hedge: str, low: float | None, high: float | None, best: float | None, unit: str
) -> str:
    """The number of a claim with its hedge and its unit.

    Raises:
        WordsError: the hedge or the unit is unknown.
    """
    return current().quantity(_printed(hedge, low, high, best, unit))


def _printed(
    hedge: str, low: float | None, high: float | None, best: float | None, unit: str
) -> Quantity:
    """A claim's number as finely as it is printed; a part of one in per cent, as in a check."""
    if unit == "fraction":
        low, high, best = (end if end is None else end * 100 for end in (low, high, best))
        unit = "percent"
    ends = [end for end in (low, high, best) if end is not None and not math.isnan(end)]
    value = Interval(
        -math.inf if low is None or math.isnan(low) else low,
        math.inf if high is None or math.isnan(high) else high,
    )
    digits = max(decimals(round(end, _FINEST)) for end in ends)
    likely = None if best is None or math.isnan(best) else best
    return Quantity(hedge, value, likely, _written(unit), digits)


def with_unit(figure: str, unit: str, number: float = 2) -> str:
    """A figure with the name or symbol of its unit behind it; a part of one is a bare number.

    Args:
        number: the last number of the figure, by which the unit is inflected.
    """
    count = current().number(number, decimals(number))[1]
    return current().with_unit(figure, _written(unit), count)


def _written(unit: str) -> str:
    return "" if unit == "fraction" else unit


def claim(row: pd.Series) -> str:
    """The figure of a claim (a row of ``claims.load``) with hedge and unit."""
    return quantity(row["hedge"], row["low"], row["high"], row["best"], row["unit"])


def date(text: str) -> str:
    """A date or period of the data in words.

    >>> date("1927-06-15"), date("1925-06/1925-08"), date("1930/1933")
    ('15 June 1927', 'June 1925 to August 1925', '1930–1933')
    >>> date("1931-02-11/1931-02-12")
    '11 to 12 February 1931'
    >>> date("1934~/1936~"), date("1929/.."), date("../1924-02")
    ('mid-1930s', 'from 1929', 'until February 1924')
    >>> date("1932-21"), date("1920~/1926~")
    ('spring 1932', 'about 1920 to about 1926')
    """
    return _date(text, "nom")


def _date(text: str, case: str) -> str:
    if not text:
        return say("date-none")
    periods.parse(text)
    if decade := _DECADE.fullmatch(text):
        part = _PARTS.get((int(decade["from"]), int(decade["to"])))
        if part and decade["decade"] == decade["same"]:
            return say("date-decade", part=part, decade=decade["decade"] + "0", case=case)
    start, slash, end = text.partition("/")
    if not slash:
        return _day(start, case)
    if end == "..":
        return say("date-from", date=_day(start, "gen"))
    if start == "..":
        return say("date-until", date=_day(end, "gen"))
    if len(start) == len(end) == _A_DAY and start[:-3] == end[:-3]:
        year, month, first = start.split("-")
        name, last = current().month(int(month), alone=False), str(int(end[-2:]))
        return say("date-range", "days", start=str(int(first)), end=last, month=name, year=year)
    if start.isdigit() and end.isdigit():
        return say("date-range", "years", start=start, end=end)
    return say("date-range", start=_day(start, case), end=_day(end, case))


def _day(text: str, case: str) -> str:
    if text.endswith("~"):
        return say("date-about", date=_day(text.rstrip("~"), "gen"))
    year, *rest = text.split("-")
    if not rest:
        return say("date-year", year=year, case=case)
    month = int(rest[0])
    if season := periods.SEASONS.get(month):
        return say("date-season", season=season, year=year, case=case)
    if len(rest) == 2:
        name = current().month(month, alone=False)
        return say("date-day", day=str(int(rest[1])), month=name, year=year)
    name = current().month(month, alone=case == "nom")
    return say("date-month", month=name, year=year, case=case)


def period(row: pd.Series) -> str:
    """When a claim (a row of ``claims.load``) holds, in words."""
    return _early(row["period"], row["period_printed"])


def when(event: pd.Series) -> str:
    """The date of an event (a row of ``events.csv``), in words."""
    return _early(event["date"], event["date_printed"])


def _early(text: str, printed: str) -> str:
    """A season or month that is printed as early keeps the word, which no notation holds."""
    if printed.startswith("early "):
        return say("date-early", date=_date(text, "gen"))
    return date(text)


def counted(number: int, things: str) -> str:
    """A number of things, which are named like units.

    >>> counted(1, "verdicts"), counted(0, "claims"), counted(3, "figures")
    ('1 verdict', '0 claims', '3 figures')
    """
    written, count = current().number(number, 0)
    return current().with_unit(written, things, count)


def grade(name: str) -> str:
    """How good a source outside the article is, in words."""
    return say(f"grade-{name.replace(' ', '-')}")


def upper(text: str) -> str:
    """A text that begins a sentence."""
    return text[:1].upper() + text[1:]


def distance(sentences: int) -> str:
    """How far after its sentence the note of a passage stands, in words.

    >>> distance(1), distance(3)
    ('in the next sentence', '3 sentences further on')
    """
    return current().counted("further", int(sentences))


def noted(row: pd.Series) -> str:
    """Which note a claim or event has: of its own sentence, or further on in its passage.

    Args:
        row: a row with ``footnote``, ``passage_note`` and ``sentences_on``.
    """
    return _noted(row, "noted") or say("noted-none")


def note(row: pd.Series) -> str:
    """The same without the word note, for a column or line that is called so."""
    return _noted(row, "numbered") or say("none")


def _noted(row: pd.Series, form: str) -> str:
    if pd.notna(row["footnote"]):
        return say(form, number=str(row["footnote"]))
    if pd.notna(row["passage_note"]):
        on = distance(row["sentences_on"])
        return say(f"{form}-further", number=str(row["passage_note"]), distance=on)
    return ""


def source(row: pd.Series) -> str:
    """A resolved footnote in one line: archive and shelf mark, or who, when and the pages."""
    if row["archive"]:
        return ", ".join([archive(row["archive"]), *shelf_mark(row)])
    called = bibliography.labels(works()).get(row["citekey"], row["citekey"])
    return ", ".join(part for part in (called, row["locator"]) if part)


def archive(name: str) -> str:
    """An archive in full, as ``sources.csv`` names it, in the letters of the language."""
    found = _archives(tables.stamp(tables.DATA)).loc[name]
    own, short = str(found["cyrillic"]), str(found["cyrillic_abbreviation"])
    return say("archive", name=name, cyrillic=own, short=short)


@lru_cache(maxsize=2)
def _archives(stamp: tables.Stamp) -> pd.DataFrame:
    return tables.read("archives").set_index("name")


def shelf_mark(row: pd.Series, leaves: bool = True, words: Language | None = None) -> list[str]:
    """Fond, opis, delo and leaves of a source, each with its sign; what is not printed is left out.

    Args:
        row: a row of ``sources.csv``.
        leaves: whether the leaves belong to it.
        words: of another language than that of the edition.
    """
    columns = _COLUMNS if leaves else _COLUMNS[:-1]
    words = words or current()
    return [
        words.message(f"shelf-{name}", latin=row[name], cyrillic=_cyrillic(row[name]))
        for name in columns
        if row[name]
    ]


def _cyrillic(number: str) -> str:
    """A number of a fond as the archive writes its letter: the article prints it in Latin."""
    return number.replace("P", "Р")


def cyrillic_mark(row: pd.Series, signs: Sequence[str] = ("Ф.", "Оп.", "Д.", "Л.")) -> str:
    """Fond, opis, delo and leaves in Cyrillic letters; signs of the first of them, if fewer.

    >>> cyrillic_mark(pd.Series({"fond": "P-3316", "opis": "64", "delo": "925", "leaves": "1"}))
    'Ф. Р-3316. Оп. 64. Д. 925. Л. 1'
    """
    parts = zip(signs, _COLUMNS, strict=False)
    return ". ".join(f"{sign} {_cyrillic(row[name])}" for sign, name in parts if row[name])


def works(code: str = "") -> dict[str, bibliography.Work]:
    """The works that the article cites, by key, under the names that they have in the language.

    Args:
        code: the language, if not that of the edition.
    """
    path = editions.references(code or editions.code())
    return bibliography.parse(path.read_text("utf-8"))[0]
