"""Hedged figures as bars, drawn the same way in every chart.

A row is its words, and under them the figure: a full bar for what the words make sure of, a pale
one for what the hedge leaves open, an arrow where an end is open, a hollow bar where the meaning
of the number is disputed.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence

import altair as alt
import numpy as np
import pandas as pd

from analysis import wording
from analysis.account.told import Told
from analysis.words import say

from . import theme

COLUMNS = ("label", "text", "lower", "upper", "best", "disputed")
LINE = 50  # letters that fit on one line of the narrow picture
FIGURE = 26  # pixels of a row for its figure
BAR = 12  # pixels of height of a bar
OPEN = 0.06  # of the axis: how far a bar goes on where its end is open
TEXT = 14  # pixels of a row for each line of its words


def rows(frame: pd.DataFrame, axis: str) -> alt.LayerChart:
    """One row per row of ``frame``, from top to bottom in its order, on an axis from zero.

    Args:
        frame: columns ``label``, ``text`` (the figure in words), ``lower``, ``upper`` (NaN = open),
            ``best`` (NaN = none printed), ``disputed`` (bool).
        axis: title of the quantity axis, with its unit.

    Raises:
        ValueError: the frame has no rows, or no finite number to draw.
    """
    drawn = _drawn(frame)
    high = float(drawn.attrs["high"])
    scale = alt.Scale(domain=[0, high], nice=False)
    ticks = alt.Axis(tickCount=4 if high >= 10_000 else 5, format=",~f")
    lines = 1 + int(drawn["words"].str.count("\n").max())
    row = FIGURE + TEXT * lines
    # words end right above the figure, which stands near the foot of its row
    base = alt.Chart(drawn).encode(y=_row_at(1 - FIGURE / 2 / row))
    colour = alt.value(theme.ACCENT)
    sure = base.encode(x=alt.X("zero:Q", title=axis, scale=scale, axis=ticks), x2="from:Q")
    arrow = base.mark_point(size=110, filled=True, opacity=1)
    layers = [
        # rules, not bars: a bar stands in the middle of its row, over the words
        sure.mark_rule(strokeWidth=BAR).encode(color=colour),
        sure.mark_rule(strokeWidth=BAR - 3)
        .transform_filter("datum.disputed")
        .encode(color=alt.value(theme.PAPER)),
        base.mark_rule(strokeWidth=BAR, opacity=0.35)
        .transform_filter("datum.to > datum.from")
        .encode(x=alt.X("from:Q", scale=scale), x2="to:Q", color=colour),
        arrow.transform_filter("datum.open_low").encode(
            x=alt.X("from:Q", scale=scale), shape=alt.value("triangle-left"), color=colour
        ),
        arrow.transform_filter("datum.open_high").encode(
            x=alt.X("to:Q", scale=scale), shape=alt.value("triangle-right"), color=colour
        ),
        base.mark_text(align="left", baseline="top", dy=3, lineBreak="\n").encode(
            x=alt.value(0), y=_row_at(0), text="words:N", color=alt.value(theme.INK)
        ),
    ]
    return alt.LayerChart(layer=layers).properties(width="container", height=row * len(drawn))


def _row_at(position: float) -> alt.Y:
    """The vertical place in a row: 0 at its top, 1 at its foot."""
    scale = alt.Scale(type="band", padding=0)
    return alt.Y("row:O", axis=None, sort="ascending", scale=scale, bandPosition=position)


def from_claims(
    claims: pd.DataFrame, ids: Sequence[str], disputed: Iterable[str] = ()
) -> pd.DataFrame:
    """Claims as rows: their subject and figure in words, in the order of ``ids``."""
    chosen = claims.loc[list(ids), ["subject", "lower", "upper", "best"]]
    return chosen.rename(columns={"subject": "label"}).assign(
        text=[wording.claim(claims.loc[id]) for id in ids],
        disputed=chosen.index.isin(list(disputed)),
    )


def from_results(results: Sequence[Told]) -> pd.DataFrame:
    """Results as rows: their label and number in words."""
    frame = pd.DataFrame([_row(result) for result in results])
    return frame.set_index("id")


def wrapped(texts: Sequence[str]) -> list[str]:
    """Texts in lines for the narrow picture, all of as many lines, the empty ones first."""
    lines = [textwrap.wrap(text, LINE) for text in texts]
    most = max(map(len, lines), default=0)
    return ["\n" * (most - len(each)) + "\n".join(each) for each in lines]


def told(frame: pd.DataFrame) -> str:
    """Rows in words, one after another."""
    return "; ".join(_words(frame))


def dated(labels: Iterable[str], dates: Iterable[object]) -> list[str]:
    """Labels of rows behind their dates."""
    pairs = zip(labels, dates, strict=True)
    return [say("chart-when-what", what=label, when=str(date)) for label, date in pairs]


def _words(frame: pd.DataFrame) -> list[str]:
    pairs = zip(frame["label"], frame["text"], strict=True)
    return [say("chart-row", what=label, figure=text) for label, text in pairs]


def _row(result: Told) -> dict[str, object]:
    low, high = result.value.low, result.value.high
    return {
        "id": result.id,
        "label": result.label,
        "text": result.text,
        "lower": low if low > 0 else np.nan,
        "upper": high if np.isfinite(high) else np.nan,
        "best": low if low == high else np.nan,
        "disputed": False,
    }


def _drawn(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with what the marks need: the words of a row and the ends of its bars."""
    drawn = frame[list(COLUMNS)].reset_index()
    numbers = drawn[["lower", "upper", "best"]].to_numpy(dtype=float).ravel()
    numbers = numbers[np.isfinite(numbers)]
    if not len(numbers):
        raise ValueError("no finite number to draw")
    high = numbers.max() * 1.12 or 1.0
    drawn["words"] = wrapped(_words(drawn))
    # A row whose ends are both open and that prints one number (a bare "about") is sure of it.
    bare = drawn["lower"].isna() & drawn["upper"].isna()
    drawn["open_low"] = drawn["lower"].isna() & ~bare
    drawn["open_high"] = drawn["upper"].isna() & ~bare
    drawn["from"] = drawn["lower"].fillna(drawn["best"].where(bare, 0)).fillna(0)
    # a bar to the end of the axis would show as much as is there to see, and look like a figure
    beyond = (drawn["from"] + high * OPEN).clip(upper=high)
    drawn["to"] = drawn["upper"].where(~drawn["open_high"], beyond).fillna(drawn["best"])
    drawn["zero"] = 0
    drawn["row"] = range(len(drawn))
    drawn.attrs["high"] = high
    return drawn
