"""The picture of the flight: rival totals as areas, beside the people they are taken from."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from analysis import wording
from analysis.account import World, told
from analysis.account.expressions import Figure, Number
from analysis.account.sentences import Sentences
from analysis.hedges import Interval
from analysis.words import current, say

from . import hedged, theme

UNIT = 20_000  # people of a field
_ACROSS = 20  # fields in a line
_SIDE = 16  # pixels of height of a line of fields
_LINE = 15  # and of a line of words
_GAP = 12  # between two totals


def flight(totals: Sequence[Number], world: World | None = None) -> alt.LayerChart:
    """Totals of people as fields, all of one size: full for what is sure, pale for the rest.

    Args:
        totals: figures and products that count people, in the order of the picture; the first is
            the population, the others are parts of it.
        world: the data and settings.
    """
    world = world or World.load()
    rows = [_row(total, world) for total in totals]
    for row, words in zip(rows, hedged.wrapped([row["label"] for row in rows]), strict=True):
        row["words"] = words
    fields: list[dict[str, Any]] = []
    heads, top = [], 0
    for row in rows:
        heads.append({"words": row["words"], "row": top})
        top += _LINE * (1 + str(row["words"]).count("\n")) + 6
        sure, most = row["fields"]
        for i in range(most):
            fields.append(
                {
                    "id": row["id"],
                    "from": i % _ACROSS,
                    "to": i % _ACROSS + 0.9,
                    "row": top + _SIDE * (i // _ACROSS),
                    "foot": top + _SIDE * (i // _ACROSS + 0.88),
                    "kind": row["kind"] if i < sure else f"{row['kind']}, at most",
                }
            )
        top += _SIDE * math.ceil(most / _ACROSS) + _GAP
    x = alt.X("from:Q", axis=None, scale=alt.Scale(domain=[0, _ACROSS], nice=False))
    y = alt.Y("row:Q", axis=None, scale=alt.Scale(domain=[top, 0], nice=False))
    base = alt.Chart(pd.DataFrame(fields)).encode(x=x, x2="to:Q", y=y, y2="foot:Q")
    layers = []
    for kind, colour in (("people", theme.MUTED), ("flight", theme.ACCENT)):
        mark = base.mark_rect()
        layers += [
            mark.transform_filter(f"datum.kind == '{kind}'").encode(
                color=alt.value(colour), opacity=alt.value(1)
            ),
            mark.transform_filter(f"datum.kind == '{kind}, at most'").encode(
                color=alt.value(colour), opacity=alt.value(0.35)
            ),
        ]
    layers.append(
        alt.Chart(pd.DataFrame(heads))
        .mark_text(align="left", baseline="top", lineBreak="\n")
        .encode(x=alt.value(0), y=y, text="words:N", color=alt.value(theme.INK))
    )
    evidence = list(dict.fromkeys(figure for total in totals for figure in total.evidence()))
    return theme.finish(
        alt.LayerChart(layer=layers).properties(width="container", height=top),
        id="flight",
        title=say("chart-flight", field=wording.number(UNIT)),
        alt=say("chart-flight", "alt", rows="; ".join(str(row["label"]) for row in rows)),
        claims=[figure.id for figure in evidence if figure.kind == "claim"],
        outside=[figure.id for figure in evidence if figure.kind == "outside"],
        table=pd.DataFrame(
            {
                "total": [row["what"] for row in rows],
                "reckoned as": [row["formula"] for row in rows],
                "people": [row["text"] for row in rows],
            }
        ),
    )


def _row(total: Number, world: World) -> dict[str, Any]:
    """A total in words, and how many fields it has at least and at most."""
    says = Sentences(world, current())
    value = total.value(world)
    figure = next(total.evidence())
    what = str(world.row(figure.id, figure.kind)["subject"])
    formula, printed = says.formula(total), isinstance(total, Figure)
    text = formula if printed else told.number(total, world).text
    form = "row" if printed else "reckoned"
    return {
        "id": figure.id,
        "what": what,
        "formula": say("chart-as-printed") if printed else formula,
        "text": text,
        "label": say("chart-flight", form, total=wording.upper(what), formula=formula, figure=text),
        "kind": "people" if figure.kind == "outside" else "flight",
        "fields": _fields(value),
    }


def _fields(value: Interval) -> tuple[int, int]:
    sure = max(round(value.low / UNIT), 0)
    return sure, sure if math.isinf(value.high) else max(round(value.high / UNIT), sure)
