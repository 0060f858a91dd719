"""The house style of the charts, and what every chart carries: title, text alternative, claims.

Colours are chosen from those of Okabe and Ito (2008), which colour-blind readers can tell apart,
darkened to a contrast of at least 3 : 1 on white. The page swaps them for its own variables, so
that a static picture follows the reader's light or dark setting.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from typing import Any, TypeVar

import altair as alt
import pandas as pd

from analysis import SWITCH, editions, wording
from analysis.words import current, say

INK = "#1f2328"  # words and axes
PAPER = "#fffffe"  # the page: fills hollow points
ACCENT = "#0a6aa6"  # the figure a chart is about
SECOND = "#b8500a"  # a second group
THIRD = "#00795a"  # a third group
MUTED = "#6b7178"  # what is there for comparison
GRID = "#d5d9dd"
WATER = "#bcd7e8"  # lakes and rivers of a map
PALETTE = (ACCENT, SECOND, THIRD, "#a0478a", MUTED)
# of verdicts, by what a check says
VERDICT_AGREE = "#00593f"
VERDICT_ONLY_IF = "#1c6fc0"
VERDICT_CONTRADICT = "#b3410a"
VERDICT_SCOPE = "#6a1b7a"
VERDICT_UNTESTED = "#666c73"
VERDICTS = {
    "agree": VERDICT_AGREE,
    "agree only if": VERDICT_ONLY_IF,
    "contradict": VERDICT_CONTRADICT,
    "different scope": VERDICT_SCOPE,
    "cannot be tested": VERDICT_UNTESTED,
}
# the label face of the book, which pictures have whatever is installed; the rest for a notebook
FONT = "'Companion Label', system-ui, -apple-system, 'Segoe UI', 'Liberation Sans', sans-serif"

SHORT = "datum.value ? datum.label : '0'"  # labels such as 1.5M, without a "0M"

# Columns of a chart's data that only place its marks; tables under charts leave them out.
DRAWING = frozenset(
    {
        *("words", "row", "foot", "from", "to", "zero", "top", "centre", "before"),
        *("open_low", "open_high", "place", "shade", "west"),
    }
)

_ZONE = re.compile(r"in_([\d.]+)_km")  # a column that says whether a place lies in a zone

MIME = "application/vnd.vegalite.v6+json"

Chart = TypeVar("Chart", alt.Chart, alt.LayerChart)


_TEXT: dict[str, Any] = {
    "labelColor": INK,
    "titleColor": INK,
    "labelFontSize": 12,
    "titleFontSize": 12,
}
_CONFIG: dict[str, Any] = {
    "font": FONT,
    "background": None,
    "view": {"stroke": None},
    "axis": {
        **_TEXT,
        "gridColor": GRID,
        "domainColor": MUTED,
        "tickColor": MUTED,
        "titleFontWeight": "normal",
        "labelOverlap": "greedy",
    },
    "axisQuantitative": {"tickCount": 5},
    "legend": {**_TEXT, "orient": "top", "title": None},
    "title": {"anchor": "start", "color": INK, "fontSize": 15, "offset": 12},
    "text": {"color": INK, "fontSize": 12},
    "range": {"category": list(PALETTE)},
}


@alt.theme.register("companion", enable=True)
def _theme() -> alt.theme.ThemeConfig:
    return {"config": {**_CONFIG, **_locale()}}  # type: ignore[typeddict-item]


def _locale() -> dict[str, Any]:
    """How numbers on axes are written; Vega writes English ones of itself."""
    if editions.code() == editions.FIRST:
        return {}
    symbols = current().locale.number_symbols["latn"]
    number = {
        "decimal": symbols["decimal"],
        "thousands": symbols["group"],
        "grouping": [3],
        "currency": ["", ""],
    }
    return {"locale": {"number": number}}


def _describe(spec: dict[str, Any], **_: Any) -> dict[str, Any]:
    """What a notebook keeps of a chart: its description, and the order of its table's columns.

    A notebook is written with the keys of every object in the order of the alphabet.
    """
    if "usermeta" in spec:
        meta = spec["usermeta"]
        meta["columns"] = [name for name in rows(spec)[0] if "table" in meta or name not in DRAWING]
    return {MIME: spec}


def rows(spec: dict[str, Any]) -> list[dict[str, Any]]:
    """The data of a chart's description: its table for readers, or else all that it draws."""
    if "table" in spec["usermeta"]:
        table: list[dict[str, Any]] = spec["usermeta"]["table"]
        return table
    datasets = spec.get("datasets") or {"": spec["data"]["values"]}
    return max(datasets.values(), key=lambda rows: (len(rows), len(rows[0])))


def heading(column: str) -> str:
    """What readers see as the name of a column of a chart's data."""
    if zone := _ZONE.fullmatch(column):
        return say("heading-in_km", depth=wording.number(float(zone[1])))
    id = f"heading-{column.replace(' ', '_')}"
    return say(id) if current().has(id) else column.replace("_", " ")


def tooltip(*columns: str) -> list[alt.Tooltip]:
    """What is read of a mark: columns under their names."""
    return [alt.Tooltip(f"{column}:N", title=heading(column)) for column in columns]


# In a notebook Altair shows charts in its own way; the book wants their description instead. The
# type must end in +json, or the notebook format rejects it.
alt.renderers.register("companion", _describe)
if os.environ.get(SWITCH):
    alt.renderers.enable("companion")


def finish(
    chart: Chart,
    id: str,
    title: str,
    alt: str,
    claims: Sequence[str],
    outside: Sequence[str] = (),
    table: pd.DataFrame | None = None,
) -> Chart:
    """A chart ready for a page: its finding as title, what it shows in words, its evidence.

    Args:
        chart: the picture; its views have the width "container", for which the page puts a number.
        id: stable name of the figure, used in addresses and file names.
        title: the finding, in a sentence without a full stop.
        alt: the text alternative: what a reader who cannot see the chart should know.
        claims: ids of the claims drawn.
        outside: ids of the figures from outside the article that are drawn beside them.
        table: the data as a reader wants them, where the chart's own would not do: a map's.
    """
    usermeta: dict[str, Any] = {"id": id, "claims": list(claims), "outside": list(outside)}
    if table is not None:
        usermeta["table"] = table.to_dict("records")
    return chart.properties(title=title, description=alt, usermeta=usermeta)
