"""Acts and events in time, by kind."""

from __future__ import annotations

import datetime

import altair as alt
import pandas as pd

from analysis import periods, tables, wording
from analysis.words import say

from . import hedged, theme

FIRST, LAST = 1917, 1941  # years shown; what began before starts at the edge
LANE = 11  # pixels of height for a row of marks
APART = 0.25  # years between two marks of one row
MOMENT = 0.3  # years up to which a span is drawn as a point

_WAYS = ("into", "home", "driven")
_WAVES = {
    "1916-central-asian-revolt": _WAYS[0],
    "1920-civil-war-refugees": _WAYS[0],
    "1920-amnesty-and-repatriation": _WAYS[1],
    "1927-summer-migration-noted": _WAYS[0],
    "1928-09-bai-confiscation": _WAYS[2],
    "1930-famine-refugees": _WAYS[0],
    "1932-autumn-expulsion-campaign": _WAYS[2],
    "1935-resettlement-22-km": _WAYS[2],
    "1935-deportations-from-borders": _WAYS[2],
}
_WAVES_FROM = 1914
_LEAST = 0.3  # years: what took a day is still seen

_SINCE, _UNTIL, _AT = "triangle-right", "triangle-left", "circle"


def events() -> alt.LayerChart:
    """Every act and event as a point or a bar, in blocks by kind; a kind can be chosen."""
    frame = _laid_out(_frame())
    counts = frame["kind"].value_counts()
    numbers = {name: wording.number(count) for name, count in counts.items()}
    begun = frame.loc[frame["sign"] != _UNTIL, "from"].astype(int).value_counts().sort_index()
    busiest = int(begun.idxmax())
    every = say("event-every-kind")
    kind = alt.param(
        name="kind",
        value=every,
        bind=alt.binding_select(
            options=[every, *sorted(counts.index)], name=say("chart-timeline", "choose")
        ),
    )
    height = LANE * (int(frame["row"].max()) + 1)
    # the year is a number: an axis of dates would put its ticks between years
    x = alt.X(
        "from:Q",
        title=say("chart-year"),
        scale=alt.Scale(domain=[FIRST, LAST], nice=False),
        axis=alt.Axis(format="d", tickCount=6),
    )
    y = alt.Y("row:Q", axis=None, scale=alt.Scale(domain=[height / LANE, -1], nice=False))
    dimmed = alt.condition(f"kind == '{every}' || datum.kind == kind", alt.value(1), alt.value(0.1))
    tooltip = theme.tooltip("when", "event")
    base = alt.Chart(frame).encode(y=y, opacity=dimmed, tooltip=tooltip)
    bars = base.transform_filter(f"datum.to - datum.from > {MOMENT}").mark_rule(strokeWidth=4)
    points = base.transform_filter(f"datum.to - datum.from <= {MOMENT}").mark_point(
        size=45, strokeWidth=1.5
    )
    heads = frame.groupby("kind", sort=False)["row"].min().sub(1).reset_index()
    heads["words"] = [
        say("chart-timeline", "kind", kind=name, number=numbers[name]) for name in heads["kind"]
    ]
    heads["from"] = FIRST
    names = (
        alt.Chart(heads)
        .mark_text(align="left", fontSize=12, fontWeight="bold")
        .encode(x=x, y=y, text="words:N", opacity=dimmed, color=alt.value(theme.INK))
    )
    colour = alt.value(theme.ACCENT)
    chart = alt.LayerChart(
        layer=[
            bars.encode(x=x, x2="to:Q", color=colour),
            points.encode(x=x, stroke=colour, shape=alt.Shape("sign:N", scale=None)),
            names,
        ]
    )
    named = "; ".join(
        say("chart-timeline", "row", kind=name, number=number) for name, number in numbers.items()
    )
    return theme.finish(
        chart.properties(width="container", height=height).add_params(kind),
        id="timeline",
        title=say(
            "chart-timeline",
            number=wording.number(begun[busiest]),
            all=wording.number(len(frame)),
            busiest=str(busiest),
        ),
        alt=say("chart-timeline", "alt", first=str(FIRST), last=str(LAST), rows=named),
        claims=[],
        table=frame.sort_values("date", key=lambda dates: dates.map(periods.order), kind="stable")[
            ["when", "event", "kind", "place"]
        ],
    )


def waves() -> alt.LayerChart:
    """Who crossed the border or was driven from it, and when: each wave a bar under its words."""
    known = tables.read("events").set_index("id")
    chosen = known.loc[list(_WAVES)]
    frame = pd.DataFrame(
        {
            "when": [wording.when(event) for _, event in chosen.iterrows()],
            "event": chosen["title"].to_numpy(),
            "way": [_way(way) for way in _WAVES.values()],
            "row": range(len(chosen)),
        }
    )
    frame["from"], frame["to"] = zip(*map(_wave, chosen["date"]), strict=True)
    frame["words"] = hedged.wrapped(
        [say("chart-waves", "bar", when=row.when, event=row.event) for row in frame.itertuples()]
    )
    lines = 1 + int(frame["words"].str.count("\n").max())
    row = hedged.FIGURE + hedged.TEXT * lines
    band = alt.Scale(type="band", padding=0)
    low, high = (
        alt.Y("row:O", axis=None, scale=band, bandPosition=0),
        alt.Y("row:O", axis=None, scale=band, bandPosition=1 - hedged.FIGURE / 2 / row),
    )
    x = alt.X(
        "from:Q",
        title=say("chart-year"),
        scale=alt.Scale(domain=[_WAVES_FROM, LAST], nice=False),
        axis=alt.Axis(format="d", tickCount=6),
    )
    colour = alt.Color(
        "way:N",
        scale=alt.Scale(
            domain=list(map(_way, _WAYS)), range=[theme.ACCENT, theme.THIRD, theme.SECOND]
        ),
        legend=alt.Legend(columns=1, labelLimit=300),
    )
    base = alt.Chart(frame)
    bars = base.mark_rule(strokeWidth=hedged.BAR).encode(x=x, x2="to:Q", y=high, color=colour)
    words = base.mark_text(align="left", baseline="top", dy=3, lineBreak="\n").encode(
        x=alt.value(0), y=low, text="words:N", color=alt.value(theme.INK)
    )
    return theme.finish(
        (bars + words).properties(width="container", height=row * len(frame)),
        id="waves",
        title=say("chart-waves"),
        alt=say(
            "chart-waves",
            "alt",
            rows="; ".join(
                say("chart-waves", "row", when=row.when, event=row.event, way=row.way)
                for row in frame.itertuples()
            ),
        ),
        claims=[],
        table=frame[["when", "event", "way"]],
    )


def _way(way: str) -> str:
    return say(f"chart-way-{way}")


def _wave(date: str) -> tuple[float, float]:
    """Where a wave begins and ends; what took a day is still seen."""
    period = periods.parse(date)
    assert period.start is not None and period.end is not None  # each wave has both ends
    start = _fraction(period.start)
    return start, max(_fraction(period.end), start + _LEAST)


def _frame() -> pd.DataFrame:
    """Events with a start and an end as years with a fraction, and the sign of a moment."""
    frame = tables.read("events").sort_values("id", kind="stable")
    frame = frame.sort_values("date", key=lambda dates: dates.map(periods.order), kind="stable")
    spans = [_span(periods.parse(date)) for date in frame["date"]]
    names = tables.read("places").set_index("id")["name"]
    return pd.DataFrame(
        {
            "date": frame["date"].to_numpy(),
            "when": [wording.when(event) for _, event in frame.iterrows()],
            "event": frame["title"].to_numpy(),
            "kind": [say(f"event-kind-{kind}") for kind in frame["kind"]],
            "place": frame["place"].map(names).fillna("").to_numpy(),
            "from": [start for start, _, _ in spans],
            "to": [end for _, end, _ in spans],
            "sign": [sign for _, _, sign in spans],
        }
    )


def _span(period: periods.Period) -> tuple[float, float, str]:
    """Where a period is drawn: with an open end it is a triangle at the end that is known."""
    start, end = (None if day is None else _year(day) for day in (period.start, period.end))
    if start is None and end is not None:
        return end, end, _UNTIL
    if start is not None and end is None:
        return start, start, _SINCE
    assert start is not None and end is not None  # a period has one end at least
    return start, end, _AT


def _laid_out(frame: pd.DataFrame) -> pd.DataFrame:
    """Rows for the marks: blocks by kind, the largest first, each as deep as its marks overlap."""
    placed = []
    row = 1  # above a block stands its name
    for kind in frame["kind"].value_counts().index:
        block = frame[frame["kind"] == kind].sort_values(["from", "to"], kind="stable")
        ends: list[float] = []  # of each row of the block, where its last mark ends
        rows = []
        for start, end in zip(block["from"], block["to"], strict=True):
            lane = next((i for i, last in enumerate(ends) if last + APART <= start), len(ends))
            ends[lane : lane + 1] = [end]
            rows.append(row + lane)
        placed.append(block.assign(row=rows))
        row += len(ends) + 2
    return pd.concat(placed, ignore_index=True)


def _year(day: datetime.date) -> float:
    """A day as a year with a fraction, inside the years shown."""
    return min(max(_fraction(day), float(FIRST)), float(LAST))


def _fraction(day: datetime.date) -> float:
    first = datetime.date(day.year, 1, 1)
    length = (datetime.date(day.year + 1, 1, 1) - first).days
    return day.year + (day - first).days / length
