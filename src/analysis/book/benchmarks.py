"""``{benchmarks}``: what ``make bench`` measured, as tables."""

from __future__ import annotations

import math
from html import escape
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from analysis import documents, wording
from analysis.book import changes, reference
from analysis.words import say

RESULTS = changes.ROOT / "benchmarks" / "results.json"
_HEAD = ("what", "size", "ours", "baseline", "quotient", "note")


def slopes(rows: list[dict[str, Any]]) -> dict[str, float]:
    """The power of the size with which our time grows, from the two largest sizes of each kind.

    >>> small, large = {"size": 10, "seconds": 1.0}, {"size": 100, "seconds": 100.0}
    >>> slopes([small | {"what": "a"}, small | {"what": "b"}, large | {"what": "a"}])
    {'a': 2.0}
    """
    found = {}
    for what in dict.fromkeys(row["what"] for row in rows):
        known = sorted((row["size"], row["seconds"]) for row in rows if row["what"] == what)
        if len(known) > 1:
            (size, seconds), (larger, longer) = known[-2:]
            found[what] = round(math.log(longer / seconds) / math.log(larger / size), 2)
    return found


class Benchmarks(SphinxDirective):
    """A table per module of benchmarks, and the machine."""

    def run(self) -> list[nodes.Node]:
        self.env.note_dependency(str(RESULTS))
        results = documents.json_of(RESULTS.read_bytes())
        html = "".join(_section(name, rows) for name, rows in sorted(results["rows"].items()))
        parts = (say(f"bench-{key}", value=value) for key, value in results["machine"].items())
        measured = say("bench-machine", machine="; ".join(parts))
        return [nodes.raw(text=f"{html}<p>{escape(measured)}</p>", format="html")]


def _section(name: str, rows: list[dict[str, Any]]) -> str:
    title = say(f"bench-{name}")
    cells = [
        [
            escape(str(row["what"])),
            wording.number(row["size"]),
            _amount(row.get("seconds"), row.get("unit", "s")),
            _amount(row.get("baseline_seconds"), row.get("unit", "s")),
            _quotient(row),
            escape(str(row.get("note", ""))),
        ]
        for row in rows
    ]
    grown = ", ".join(f"{what} {power}" for what, power in slopes(rows).items())
    more = f"<p>{escape(say('bench-grows', powers=grown))}</p>" if grown else ""
    head = [say(f"bench-{column}") for column in _HEAD]
    return f"<h2>{escape(title)}</h2>{reference.html_table(head, cells, title)}{more}"


def _amount(value: float | None, unit: str) -> str:
    if value is None:
        return ""
    if unit == "s" and value < 0.1:
        value, unit = value * 1000, "ms"
    rounded = f"{value:,.0f}" if value >= 1000 else f"{value:.3g}"
    return f"{rounded}\N{NO-BREAK SPACE}{unit}".rstrip()


def _quotient(row: dict[str, Any]) -> str:
    if not row.get("seconds") or not row.get("baseline_seconds"):
        return ""
    return f"{row['seconds'] / row['baseline_seconds']:.2g}"


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("benchmarks", Benchmarks)
