"""What the cells of a table are sorted by: dates by time, figures by number, whatever the words.

>>> [key(cell) for cell in ("mid-1930s", "28 May 1918", "at most 0.1", "no less than 40,000 farms")]
[1934.5, 1918.4086, 0.1, 40000.0]
>>> key("Bakhty"), key("12 <i>or</i> more"), key("no date")
(None, 12.0, None)
"""

from __future__ import annotations

import re
from html import unescape

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_SEASONS = {"winter": 0.0, "spring": 0.25, "summer": 0.45, "autumn": 0.7}
_PARTS = {"early": 0.5, "mid": 4.5, "late": 7.5}  # years into a decade
_PLAIN = re.compile(r"-?\d+(?:\.\d+)?")
_TAG = re.compile(r"<[^>]+>")
_DATE = re.compile(
    r"^(?:(?:early|from|until|since|about|before|after|in) )*"
    r"(?:(?P<part>early|mid|late)[ -](?=\d{4}s))?(?:(?P<season>winter|spring|summer|autumn) )?"
    rf"(?:(?:(?P<day>\d{{1,2}}) )?(?P<month>{'|'.join(_MONTHS)}) )?"
    r"(?P<year>1[789]\d\d|20\d\d)(?P<decade>s?)(?= to |–|,|;|$)",
    re.I,
)
_FIGURE = re.compile(
    r"^(?:(?:at most|at least|about|nearly|over|no less than|up to|between|approximately|almost"
    r"|exceeded) )*(?P<number>[−-]?\d[\d,]*(?:\.\d+)?)(?=$|[\s%–;)]|to )",
    re.I,
)


def key(cell: str) -> float | None:
    """What a cell, as HTML, is sorted by; None for words, which go by the alphabet.

    A date is its year with a fraction; a figure is its first number, without what hedges it.
    """
    words = " ".join(unescape(_TAG.sub(" ", cell)).replace("\N{NO-BREAK SPACE}", " ").split())
    if found := _DATE.match(words):
        year = float(found["year"])
        if found["decade"]:
            return year + _PARTS.get((found["part"] or "").lower(), 0.0)
        if found["season"]:
            return year + _SEASONS[found["season"].lower()]
        if found["month"]:
            month = [name.lower() for name in _MONTHS].index(found["month"].lower())
            return round(year + (month + (int(found["day"] or 0)) / 31) / len(_MONTHS), 4)
        return year
    if found := _FIGURE.match(words):
        return float(found["number"].replace(",", "").replace("\N{MINUS SIGN}", "-"))
    return None


def td(cell: str) -> str:
    """A cell of a table, with what it is sorted by where that is not its own words or number."""
    by = key(cell)
    if by is None or _PLAIN.fullmatch(cell):
        return f"<td>{cell}</td>"
    return f'<td data-sort="{by:.10g}">{cell}</td>'
