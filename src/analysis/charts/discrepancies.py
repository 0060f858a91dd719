"""Chart of the register of discrepancies."""

from __future__ import annotations

import altair as alt
import pandas as pd

from analysis.words import say

from . import counted, theme


def by_kind(discrepancies: pd.DataFrame) -> alt.LayerChart:
    """How many discrepancies there are of each kind.

    Args:
        discrepancies: the table ``discrepancies``.
    """
    counts = counted.of(discrepancies["kind"], names="doubt-kind")
    largest = counts.iloc[0]
    return theme.finish(
        counted.bars(counts, axis=say("chart-discrepancies-by-kind", "axis")),
        id="discrepancies-by-kind",
        title=say("chart-discrepancies-by-kind", largest=largest["words"]),
        alt=say("chart-discrepancies-by-kind", "alt", rows="; ".join(counts["words"])),
        claims=[],
    )
