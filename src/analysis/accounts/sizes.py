"""People in a household, from the outside figures that give them: the evidence of one assumption.

>>> from analysis import tables
>>> spread(tables.read("comparanda").set_index("id"))
(4.3, 4.6, 6.0)
"""

from __future__ import annotations

import math
from statistics import median

import pandas as pd

from analysis.hedges import Interval

SIZE = "household-size"  # the assumption

# People and households of one population, by their ids; none is a figure under test.
PAIRS = (
    ("aktobe-people-1926", "aktobe-households-1926"),
    ("batbakkara-people-1930", "batbakkara-households-1930"),
    ("china-people-1929", "china-farms-1929"),
    ("alma-ata-people-1932", "alma-ata-households-1932"),
    ("alma-ata-people-commission", "alma-ata-families-commission"),
    ("mongolia-people-1923", "mongolia-households-1923"),
    ("mongolia-people-1938", "mongolia-households-1938"),
)
# Sizes that were printed as such. They are of another people, so they bound the range only.
SINGLES = ("kyrgyz-family-1912-1913",)


def value(row: pd.Series) -> Interval:
    """An outside figure: its range, or its best value where only that is given."""
    low, high = (row["best"] if pd.isna(row[end]) else row[end] for end in ("low", "high"))
    return Interval(float(low), float(high))


def spread(outside: pd.DataFrame) -> tuple[float, float, float]:
    """The lowest, the middle and the highest household, the ends rounded outward to a tenth.

    Args:
        outside: outside figures by id; a size whose figures are not there is left out.
    """
    ratios = [
        float(outside.loc[people, "best"] / outside.loc[households, "best"])
        for people, households in PAIRS
        if {people, households} <= set(outside.index)
    ]
    printed = [value(outside.loc[id]) for id in SINGLES if id in outside.index]
    low = min([*ratios, *(size.low for size in printed)])
    high = max([*ratios, *(size.high for size in printed)])
    return math.floor(low * 10) / 10, round(median(ratios), 1), math.ceil(high * 10) / 10
