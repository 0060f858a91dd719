"""Acts and events in time, by kind."""

from __future__ import annotations

import altair as alt
import pandas as pd

from analysis import periods, tables, wording

from . import theme

FIRST, LAST = 1917, 1941  # years shown; what began before starts at the edge
EVERY_KIND = "every kind"
ROW = 30  # pixels of height for each kind


def events() -> alt.LayerChart:
    """Every act and event as a point or a bar, one row for each kind; a kind can be chosen."""
    frame = _frame()
    counts = frame["kind"].value_counts()
    order = list(counts.index)
    years = frame["from"].astype(int).value_counts().sort_index()
    busiest = int(years.idxmax())
    kind = alt.param(
        name="kind",
        value=EVERY_KIND,
        bind=alt.binding_select(options=[EVERY_KIND, *sorted(order)], name="Show the events of "),
    )
    # the year is a number: an axis of dates would put ticks between years
    x = alt.X(
        "from:Q",
        title="year",
        scale=alt.Scale(domain=[FIRST, LAST], nice=False),
        axis=alt.Axis(format="d", tickCount=6),
    )
    base = alt.Chart(frame).encode(
        y=alt.Y(
            "kind:N",
            title=None,
            sort=order,
            axis=alt.Axis(domain=False, ticks=False, labelFontSize=12, labelPadding=4),
        ),
        opacity=alt.condition(
            f"kind == '{EVERY_KIND}' || datum.kind == kind", alt.value(1), alt.value(0.08)
        ),
        tooltip=[alt.Tooltip("when:N"), alt.Tooltip("event:N")],
    )
    bars = base.transform_filter("datum.to - datum.from > 0.3").mark_rule(strokeWidth=3)
    points = base.transform_filter("datum.to - datum.from <= 0.3").mark_point(
        size=55, strokeWidth=1.5, fill=theme.PAPER, fillOpacity=0.4
    )
    colour = alt.value(theme.ACCENT)
    chart = alt.LayerChart(
        layer=[bars.encode(x=x, x2="to:Q", color=colour), points.encode(x=x, stroke=colour)]
    )
    named = "; ".join(f"{name} {count}" for name, count in counts.items())
    return theme.finish(
        chart.properties(width="container", height=ROW * len(order)).add_params(kind),
        id="timeline",
        title=f"{years[busiest]} of {len(frame)} acts and events begin in {busiest}, "
        "more than in any other year",
        alt=f"Acts and events from {FIRST} to {LAST} in rows by kind; a circle is a day or month, "
        f"a bar a longer span or a date known to the year. By kind: {named}.",
        claims=[],
        table=frame[["when", "event", "kind", "place"]],
    )


def _frame() -> pd.DataFrame:
    """Events with a start and an end as years with a fraction, cut to the years shown."""
    frame = tables.read("events").sort_values("date")
    spans = [periods.parse(date) for date in frame["date"]]
    starts = [float(FIRST) if p.start is None else _year(p.start.isoformat()) for p in spans]
    # an open end is drawn no longer than the year in which it began
    ends = [
        start if p.end is None else _year(p.end.isoformat())
        for start, p in zip(starts, spans, strict=True)
    ]
    return pd.DataFrame(
        {
            "when": [wording.date(date) for date in frame["date"]],
            "event": frame["title"].to_numpy(),
            "kind": frame["kind"].to_numpy(),
            "place": frame["place"].to_numpy(),
            "from": [min(max(start, FIRST), LAST) for start in starts],
            "to": [min(max(end, FIRST), LAST) for end in ends],
        }
    )


def _year(day: str) -> float:
    stamp = pd.Timestamp(day)
    return float(stamp.year + (stamp.dayofyear - 1) / 365.25)
