"""Chart of the register of discrepancies."""

from __future__ import annotations

import altair as alt
import pandas as pd

from . import counted, theme


def by_kind(discrepancies: pd.DataFrame) -> alt.LayerChart:
    """How many discrepancies there are of each kind.

    Args:
        discrepancies: the table ``discrepancies``.
    """
    counts = counted.of(discrepancies["kind"])
    largest = counts.iloc[0]
    return theme.finish(
        counted.bars(counts, axis="discrepancies"),
        id="discrepancies-by-kind",
        title=f"The most common kind is {largest['words']}",
        alt="Bars with the number of discrepancies of each kind: "
        + "; ".join(counts["words"])
        + ".",
        claims=[],
    )
