"""Short tables for notebooks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

# rows beyond this are counted, not shown
_MOST_ROWS = 30


def html_table(caption: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of texts; of a long one the first rows, and how many more there are."""
    rows = list(rows)
    lines = [f"<table><caption>{escape(caption)}</caption>", _row("th", head)]
    lines += [_row("td", row) for row in rows[:_MOST_ROWS]]
    if len(rows) > _MOST_ROWS:
        more = len(rows) - _MOST_ROWS
        lines.append(f'<tr><td colspan="{len(head)}">and {more} more</td></tr>')
    return "\n".join([*lines, "</table>"])


def count(number: int, noun: str, nouns: str) -> str:
    """A number with its noun.

    >>> count(1, "identity", "identities"), count(2, "identity", "identities")
    ('1 identity', '2 identities')
    """
    return f"{number:,} {noun if number == 1 else nouns}"


def _row(cell: str, texts: Sequence[str]) -> str:
    return "<tr>" + "".join(f"<{cell}>{escape(text)}</{cell}>" for text in texts) + "</tr>"
