"""``{benchmarks}``: what ``make bench`` measured, as tables."""

from __future__ import annotations

import json
import math
from html import escape
from itertools import pairwise
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from analysis.book import changes, reference

RESULTS = changes.ROOT / "benchmarks" / "results.json"
_HEAD = ("what", "size", "ours", "baseline", "ours ÷ baseline", "note")
_TITLES = {
    "build": "Building, serving, importing",
    "page_weight": "Opening a page",
    "engine_propagate": "The engine: propagation",
    "engine_balance": "The engine: balancing and sampling",
}


def slopes(rows: list[dict[str, Any]], column: str = "seconds") -> dict[str, float]:
    """The power of the size with which a column grows, from its two largest sizes.

    >>> row = {"what": "a", "size": 10, "seconds": 1.0}
    >>> slopes([row, {"what": "a", "size": 100, "seconds": 100.0}])
    {'a': 2.0}
    """
    found = {}
    for one, two in pairwise(rows):
        same = one["what"] == two["what"] and one["size"] < two["size"]
        if same and one.get(column) and two.get(column):
            power = math.log(two[column] / one[column]) / math.log(two["size"] / one["size"])
            found[two["what"]] = round(power, 2)
    return found


class Benchmarks(SphinxDirective):
    """A table per module of benchmarks, and the machine."""

    def run(self) -> list[nodes.Node]:
        self.env.note_dependency(str(RESULTS))
        results = json.loads(RESULTS.read_text(encoding="utf-8"))
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
    more = f"<p>Time grows with this power of the size: {escape(grown)}.</p>" if grown else ""
    return f"<h2>{escape(title)}</h2>{reference.html_table(_HEAD, cells, title)}{more}"


def _amount(value: float | None, unit: str) -> str:
    if value is None:
        return ""
    if unit == "s" and value < 0.1:
        return f"{value * 1000:.3g} ms"
    return f"{value:.3g} {unit}"


def _quotient(row: dict[str, Any]) -> str:
    if not row.get("seconds") or not row.get("baseline_seconds"):
        return ""
    return f"{row['seconds'] / row['baseline_seconds']:.2g}"


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("benchmarks", Benchmarks)
