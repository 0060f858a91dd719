"""CSV that may be opened in a spreadsheet program: no text in it is taken for a formula.

The tables of ``data/`` have no such text, since validation refuses it; what is put together from
them goes through here.

>>> cell('=HYPERLINK("http://example.org")'), cell("-1+2"), cell("-5"), cell(-5)
('\\'=HYPERLINK("http://example.org")', "'-1+2", '-5', -5)
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Any

# What programs take for a formula; a number with its sign is none. tables.js has the same rule.
_FORMULA = re.compile(r"[=+@\t\r]|-(?!\d+(?:\.\d+)?$)")


def cell(value: Any) -> Any:
    """A value as it may stand in a cell: before a text like a formula stands an apostrophe."""
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value


def csv_bytes(head: Sequence[str], rows: Iterable[Iterable[Any]]) -> bytes:
    """A table as CSV in UTF-8.

    Args:
        head: names of the columns.
        rows: the cells of each row; None is an empty cell.
    """
    return "".join(_line(row) for row in (head, *rows)).encode()


def _line(row: Iterable[Any]) -> str:
    text = io.StringIO(newline="")
    # the writer puts into quotation marks only the line ends that it writes itself: both, then
    csv.writer(text, lineterminator="\r\n").writerow([cell(value) for value in row])
    return text.getvalue().removesuffix("\r\n") + "\n"
