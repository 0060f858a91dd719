"""Dates as precise as they are printed: a subset of the Extended Date/Time Format (EDTF).

A period is a date, two dates joined by ``/``, or a date and an open end written ``..``. A date is
a year, a season, a month or a day, with ``~`` behind it when it is approximate. A season stands
where a month would: 21 spring, 22 summer, 23 autumn, 24 winter. Spring begins in March, and winter
in December, so that it ends in the year after.

>>> period = parse("1934~/1936~")
>>> period.start, period.end, period.approximate
(datetime.date(1934, 1, 1), datetime.date(1936, 12, 31), True)
>>> parse("1916/..").end is None
True
>>> parse("1932-21").start, parse("1932-21").end
(datetime.date(1932, 3, 1), datetime.date(1932, 5, 31))

Source: Library of Congress, Extended Date/Time Format (EDTF) Specification, 2019.
"""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass

_DATE = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?(?P<about>~?)"
)
_OPEN = ".."
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_FIRST_MONTH = {21: 3, 22: 6, 23: 9, 24: 12}


@dataclass(frozen=True)
class Date:
    """A year, a season, a month or a day of the proleptic Gregorian calendar.

    ``month`` holds the season, as in the notation: 21 to 24.

    Raises:
        ValueError: there is no such date, or a day without a month.
    """

    year: int
    month: int | None = None
    day: int | None = None
    approximate: bool = False

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError(f"day {self.day} of {self.year} has no month")
        if self.day is not None and self.month in SEASONS:
            raise ValueError(f"a season has no day {self.day}")
        self.first()
        self.last()

    def first(self) -> datetime.date:
        """The first day that the date may mean, leaving ``approximate`` aside."""
        month = 1 if self.month is None else _FIRST_MONTH.get(self.month, self.month)
        return datetime.date(self.year, month, 1 if self.day is None else self.day)

    def last(self) -> datetime.date:
        """The last day that the date may mean, leaving ``approximate`` aside."""
        year, month = self.year, 12 if self.month is None else self.month
        if month in SEASONS:  # two months after its first, which for winter is in the next year
            years, before = divmod(_FIRST_MONTH[month] + 1, 12)
            year, month = year + years, before + 1
        days = calendar.monthrange(year, month)[1]
        return datetime.date(year, month, days if self.day is None else self.day)

    def __str__(self) -> str:
        parts = [f"{self.year:04}", *(f"{p:02}" for p in (self.month, self.day) if p is not None)]
        return "-".join(parts) + "~" * self.approximate


@dataclass(frozen=True)
class Period:
    """From one date to another; None is an open end. A single date is both ends.

    Raises:
        ValueError: the period ends before it starts, or both ends are open.
    """

    first: Date | None
    last: Date | None

    def __post_init__(self) -> None:
        if self.first is None and self.last is None:
            raise ValueError("a period needs at least one date")
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"{self} ends before it starts")

    @property
    def start(self) -> datetime.date | None:
        """The first day, None for an open end."""
        return self.first.first() if self.first else None

    @property
    def end(self) -> datetime.date | None:
        """The last day, None for an open end."""
        return self.last.last() if self.last else None

    @property
    def approximate(self) -> bool:
        """Whether one of the dates is approximate."""
        return any(date.approximate for date in (self.first, self.last) if date)

    def __str__(self) -> str:
        """The period in the notation that ``parse`` reads.

        >>> str(Period(Date(1925, 6), Date(1925, 8)))
        '1925-06/1925-08'
        """
        if self.first == self.last:
            return str(self.first)
        return "/".join(_OPEN if date is None else str(date) for date in (self.first, self.last))


def parse(text: str) -> Period:
    """Read a period.

    >>> str(parse("1927-08-18"))
    '1927-08-18'

    Raises:
        ValueError: the text is not of the form described above, names a date that does not exist,
            or ends before it starts.
    """
    if "/" not in text:
        date = _date(text)
        return Period(date, date)
    first, last = text.split("/", 1)
    return Period(None if first == _OPEN else _date(first), None if last == _OPEN else _date(last))


def order(text: str) -> tuple[datetime.date, str]:
    """What periods are sorted by: the first day that is known, then the notation.

    >>> sorted(["1932-10", "1932-21", "../1931"], key=order)
    ['../1931', '1932-21', '1932-10']

    Raises:
        ValueError: the text is no period.
    """
    period = parse(text)
    first = period.start or period.end
    assert first is not None  # a period has one end at least
    return first, text


def _date(text: str) -> Date:
    match = _DATE.fullmatch(text)
    if not match:
        raise ValueError(f"{text!r} is not YYYY, YYYY-MM or YYYY-MM-DD, with or without ~")
    month, day = (int(match[part]) if match[part] else None for part in ("month", "day"))
    try:
        return Date(int(match["year"]), month, day, bool(match["about"]))
    except ValueError as error:
        raise ValueError(f"{text!r} is not a date of the calendar: {error}") from error
