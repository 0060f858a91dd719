"""Charts of the figures confronted with each other: sizes, regions, the account, what matters."""

from __future__ import annotations

from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from analysis import wording
from analysis.account import World, migration, populations, settings, sizes
from analysis.account.expressions import Number
from analysis.account.sentences import Sentences
from analysis.hedges import Interval
from analysis.words import current, say

from . import hedged, theme

_SIZES, _ACCOUNT, _SENSITIVITY = "chart-household-sizes", "chart-account", "chart-sensitivity"
_ROW = 44  # pixels of a row of the bridge: its words, and its bar


def household_sizes(implied: Number, world: World | None = None) -> alt.LayerChart:
    """The household that the totals imply, beside the households of other counts.

    Args:
        implied: people over households, as the totals have them.
        world: the data and settings.
    """
    world = world or World.load()
    size, found = migration.size.value(world), implied.value(world)
    rows = [_size_row(say(_SIZES, "printed"), found)]
    outside = world.frames["comparanda"]
    for ids in (*sizes.PAIRS, *((single,) for single in sizes.SINGLES)):
        first, *homes = (sizes.value(outside.loc[id]) for id in ids)
        label = say(
            _SIZES,
            "graded",
            count=say(f"chart-household-{ids[0]}"),
            grade=wording.grade(outside.loc[ids[0], "grade"]),
        )
        rows.append(_size_row(label, first / homes[0] if homes else first))
    frame = pd.DataFrame(rows)
    frame["disputed"] = [True] + [False] * (len(rows) - 1)
    # the printed numbers themselves meet at the low end of what "over" leaves
    frame.loc[0, "best"] = found.low
    chart = hedged.rows(frame, axis=say(_SIZES, "axis"))
    chart.layer.insert(0, _band(size))
    most = wording.span(Interval(0, found.high), 2)
    fewest = wording.span(Interval.exactly(min(row["lower"] for row in rows[1:])), 2)
    return theme.finish(
        chart,
        id="household-sizes",
        title=say(_SIZES, most=most, fewest=fewest),
        alt=say(
            _SIZES,
            "alt",
            printed=rows[0]["text"],
            rows=hedged.told(frame.iloc[1:]),
            low=wording.number(size.low),
            high=wording.number(size.high),
        ),
        claims=_claims_of(implied),
        outside=[*(id for pair in sizes.PAIRS for id in pair), *sizes.SINGLES],
    )


def bridge(whose: str, world: World | None = None) -> alt.LayerChart:
    """The account of the Kazakhs of Xinjiang, step by step, against the printed number.

    A bar is the change with every hedge at its lowest end, the line behind it what the hedges
    leave open.

    Args:
        whose: by whose figure of the flight, ``ogpu`` or ``republic``.
        world: the data and settings; assumptions are taken at their most likely values.
    """
    world = settings.likely(world or World.load())
    says = Sentences(world, current())
    late = populations.province.value(world)
    rows, before = [], 0.0
    for step in populations.BRIDGES[whose]:
        total = step.value(world)
        rows.append(_step(says.label(step), says.result(step), total, before))
        before = total.low
    printed = says.figure(populations.province)
    rows.append(_step(say(_ACCOUNT, "printed"), printed, late, late.low))
    frame = pd.DataFrame(rows)
    frame["row"] = range(len(frame))
    closed = frame[["before", "lower", "upper"]].to_numpy().ravel()
    end = float(np.ceil(np.nanmax(closed) / 50_000) * 50_000)
    frame["open_high"] = frame["upper"].isna()
    frame["to"] = frame["upper"].fillna(end)
    scale = alt.Scale(domain=[0, end], nice=False)
    x = alt.X("lower:Q", title=say(_ACCOUNT, "axis"), scale=scale,
              axis=alt.Axis(format=",d", tickCount=4))  # fmt: skip
    base = alt.Chart(frame).encode(y=_at(0.72))
    band = alt.Chart(pd.DataFrame({"lower": [late.low], "to": [late.high]}))
    colour = alt.condition("datum.lower < datum.before", alt.value(theme.SECOND),
                           alt.value(theme.ACCENT))  # fmt: skip
    words = base.mark_text(align="left", baseline="top", dy=3).encode(
        x=alt.value(0), y=_at(0), color=alt.value(theme.INK)
    )
    layers = [
        band.mark_rect(opacity=0.2, color=theme.MUTED).encode(x=x, x2="to:Q"),
        base.mark_rule(strokeWidth=2, color=theme.INK).encode(x=x, x2="to:Q"),
        # a rule, since a bar does not stand where a row wants it
        base.mark_rule(strokeWidth=14).encode(
            x=alt.X("before:Q", scale=scale), x2="lower:Q", color=colour
        ),
        base.transform_filter("datum.open_high")
        .mark_point(size=110, filled=True, opacity=1, color=theme.INK, shape="triangle-right")
        .encode(x=alt.X("to:Q", scale=scale)),
        words.encode(text="words:N"),
    ]
    explained = populations.BRIDGES[whose][-1]
    found = "more" if explained.value(world).low > late.high else ""
    return theme.finish(
        alt.LayerChart(layer=layers).properties(width="container", height=_ROW * len(frame)),
        id=f"account-{whose}",
        title=say(_ACCOUNT, found, explained=says.result(explained), printed=printed),
        alt=say(_ACCOUNT, "alt", rows="; ".join(frame["words"])),
        claims=_claims_of(explained, populations.province),
    )


def sensitivity(whose: str, world: World | None = None) -> alt.LayerChart:
    """How far each assumption alone moves what the account explains, the widest first.

    Args:
        whose: by whose figure of the flight, ``ogpu`` or ``republic``.
        world: the data and settings; the others are taken at their most likely values.
    """
    world = world or World.load()
    explained = populations.BRIDGES[whose][-1]
    says = Sentences(world, current())

    def total(**moved: float) -> float:
        return explained.value(settings.likely(world, **moved)).low

    rows = []
    for id in dict.fromkeys(f.id for f in explained.evidence() if f.kind == "assumption"):
        value, label = world.figure(id, "assumption").value, says.words.message(f"assumption-{id}")
        ends = [(total(**{id: end}), end) for end in (value.low, value.high)]
        (lower, first), (upper, last) = sorted(ends)
        if upper > lower:
            at, up_to = (says.setting(id, end) for end in (first, last))
            rows.append(
                {
                    "assumption": label,
                    "words": say(_SENSITIVITY, "range", assumption=label, low=at, high=up_to),
                    "lower": lower,
                    "upper": upper,
                }
            )
    frame = pd.DataFrame(rows)
    frame["spread"] = frame["upper"] - frame["lower"]
    frame = frame.sort_values("spread", ascending=False, ignore_index=True, kind="stable")
    frame["row"] = range(len(frame))
    frame["centre"] = centre = total()
    late = populations.province.value(settings.likely(world))
    margin = float(frame["spread"].max()) * 0.08
    domain = [
        min(float(frame["lower"].min()), late.low) - margin,
        max(float(frame["upper"].max()), late.high) + margin,
    ]
    scale = alt.Scale(domain=domain, nice=False, zero=False)
    x = alt.X("lower:Q", title=say(_SENSITIVITY, "axis"), scale=scale,
              axis=alt.Axis(format=",d", tickCount=4))  # fmt: skip
    base = alt.Chart(frame).encode(y=_at(0.72))
    layers = [
        alt.Chart(pd.DataFrame({"lower": [late.low], "to": [late.high]}))
        .mark_rect(opacity=0.2, color=theme.MUTED)
        .encode(x=x, x2="to:Q"),
        base.mark_rule(strokeWidth=14, color=theme.ACCENT).encode(x=x, x2="upper:Q"),
        base.mark_point(
            shape="stroke", angle=90, size=500, strokeWidth=3, opacity=1, color=theme.INK
        ).encode(x=alt.X("centre:Q", scale=scale)),
        base.mark_text(align="left", baseline="top", dy=3).encode(
            x=alt.value(0), y=_at(0), text="words:N", color=alt.value(theme.INK)
        ),
    ]
    first = frame.iloc[0]
    return theme.finish(
        alt.LayerChart(layer=layers).properties(width="container", height=_ROW * len(frame)),
        id=f"sensitivity-{whose}",
        title=say(_SENSITIVITY, first=_small(first["assumption"])),
        alt=say(
            _SENSITIVITY,
            "alt",
            centre=wording.span(Interval.exactly(centre), -3),
            rows="; ".join(
                say(
                    _SENSITIVITY,
                    "row",
                    range=row.words,
                    total=wording.span(Interval(row.lower, row.upper), -3),
                )
                for row in frame.itertuples()
            ),
        ),
        claims=_claims_of(explained, populations.province),
    )


def _size_row(label: str, size: Interval) -> dict[str, Any]:
    return {
        "label": label,
        "text": wording.span(size, 2),
        "lower": size.low,
        "upper": size.high,
        "best": size.low if size.low == size.high else np.nan,
    }


def _claims_of(*numbers: Any) -> list[str]:
    figures = [figure for number in numbers for figure in number.evidence()]
    return list(dict.fromkeys(figure.id for figure in figures if figure.kind == "claim"))


def _band(interval: Interval) -> alt.Chart:
    """An upright band behind rows."""
    frame = pd.DataFrame({"from": [interval.low], "to": [interval.high]})
    return alt.Chart(frame).mark_rect(opacity=0.2, color=theme.THIRD).encode(
        x=alt.X("from:Q"), x2="to:Q"
    )  # fmt: skip


def _step(label: str, text: str, total: Interval, before: float) -> dict[str, Any]:
    return {
        "step": label,
        "words": say("chart-row", what=label, figure=text),
        "before": before,
        "lower": total.low,
        "upper": total.high if np.isfinite(total.high) else np.nan,
    }


def _at(position: float) -> alt.Y:
    scale = alt.Scale(type="band", padding=0)
    return alt.Y("row:O", axis=None, sort="ascending", scale=scale, bandPosition=position)


def _small(label: str) -> str:
    """A label inside a sentence."""
    return label[:1].lower() + label[1:]
