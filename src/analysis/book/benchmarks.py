"""``{benchmarks}``: what ``make bench`` measured, as tables."""

from __future__ import annotations

import math
from html import escape
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from analysis import documents
from analysis.book import changes, reference

RESULTS = changes.ROOT / "benchmarks" / "results.json"
_HEAD = ("what", "size", "ours", "baseline", "ours ÷ baseline", "note")
_TITLES = {
    "build": "Building, serving, importing",
    "page_weight": "Opening a page",
    "engine_propagate": "The engine: propagation",
    "engine_sample": "The engine: sampling",
}


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
        said = "; ".join(f"{key} {value}" for key, value in results["machine"].items())
        return [nodes.raw(text=f"{html}<p>Measured on: {escape(said)}.</p>", format="html")]


def _section(name: str, rows: list[dict[str, Any]]) -> str:
    title = _TITLES.get(name, name.replace("_", " "))
    cells = [
        [
            escape(str(row["what"])),
            f"{row['size']:,}",
            _amount(row.get("seconds"), row.get("unit", "s")),
            _amount(row.get("baseline_seconds"), row.get("unit", "s")),
            _quotient(row),
            escape(str(row.get("note", ""))),
        ]
        for row in rows
    ]
    grown = ", ".join(f"{what} {power}" for what, power in slopes(rows).items())
    more = (
        "<p>Our time grows with this power of the size (the slope on paper with logarithms on "
        f"both axes, between the two largest sizes): {escape(grown)}.</p>"
        if grown
        else ""
    )
    return f"<h2>{escape(title)}</h2>{reference.html_table(_HEAD, cells, title)}{more}"


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
