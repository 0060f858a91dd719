"""Claims: the interval that each hedge leaves, and the days of each period."""

import math
import shutil
from pathlib import Path

import pandas as pd
import pytest

from analysis import claims
from analysis.hedges import Interval
from analysis.tables import DATA, DataError

SMALL = Path(__file__).parent / "small_data"
INF = math.inf


@pytest.fixture
def small(tmp_path):
    folder = tmp_path / "data"
    shutil.copytree(SMALL, folder)
    shutil.copy(DATA / "datapackage.json", folder)
    return folder


def test_all_claims_of_all_tables_in_the_order_of_their_ids(small):
    frame = claims.load(small)
    assert list(frame.index) == sorted(frame.index)
    assert len(frame) == 13
    assert frame.index.name == "id"
    assert frame.loc["zones-strip-1910", "table"] == "zones"
    assert frame["table"].value_counts()["garrison"] == 4


# id, ends as columns (NaN = open), interval; worked out from the rows of small_data
ENDS = [
    ("garrison-fort-posts-1911", (3, 3), Interval(3, 3)),
    ("administration-posts-named", (2, 2), Interval(2, 2)),
    ("garrison-riders-middle", (None, 250), Interval(0, 250)),
    ("smuggling-tea-1913", (216, None), Interval(216, INF)),
    ("migration-hearths-1912", (310, None), Interval(310, INF)),
    ("penalties-trespass-1910", (None, 5), Interval(0, 5)),
    ("populations-town-late", (6000, 7000), Interval(6000, 7000)),
    # about 40, and hedge-about-width is a tenth
    ("detentions-band-1912", (36, 44), Interval(36, 44)),
]


@pytest.mark.parametrize(("id", "ends", "interval"), ENDS)
def test_ends(small, id, ends, interval):
    frame = claims.load(small)
    columns = frame.loc[id, ["lower", "upper"]]
    assert [None if math.isnan(end) else end for end in columns] == pytest.approx(list(ends))
    assert claims.interval(frame, id) == interval


def test_the_width_of_about_is_an_assumption(small):
    path = small / "assumptions.csv"
    path.write_text(path.read_text("utf-8").replace(",0.1,", ",0.2,"), "utf-8")
    assert claims.interval(claims.load(small), "detentions-band-1912") == Interval(32, 48)
    path.write_text(path.read_text("utf-8").split("\n")[0], "utf-8")
    frame = claims.load(small)
    assert claims.interval(frame, "detentions-band-1912") == Interval(0, INF)
    assert frame.loc["detentions-band-1912", ["lower", "upper"]].isna().all()


@pytest.mark.parametrize(
    ("id", "start", "end"),
    [
        ("garrison-fort-posts-1911", "1911-01-01", "1911-12-31"),
        ("detentions-band-1912", "1912-10-01", "1912-10-31"),
        ("smuggling-tea-1913", "1913-07-18", "1913-07-18"),
        ("garrison-riders-middle", "1934-01-01", "1936-12-31"),
        ("garrison-fort-sector", None, None),
    ],
)
def test_days(small, id, start, end):
    frame = claims.load(small)
    for column, day in (("start", start), ("end", end)):
        if day is None:
            assert frame.loc[id, column] is pd.NaT
        else:
            assert frame.loc[id, column] == pd.Timestamp(day)


def test_an_open_period_has_no_last_day(small):
    path = small / "detentions.csv"
    text = path.read_text("utf-8").replace(",1912-10,Oct", ",1912-10/..,from Oct")
    path.write_text(text, "utf-8")
    row = claims.load(small).loc["detentions-band-1912"]
    assert (row["start"], row["end"]) == (pd.Timestamp("1912-10-01"), pd.NaT)


def test_no_such_claim(small):
    with pytest.raises(KeyError, match="nobody"):
        claims.interval(claims.load(small), "nobody")


def test_broken_data_are_refused(small):
    (small / "zones.csv").unlink()
    with pytest.raises(DataError, match=r"zones\.csv: found no such file"):
        claims.load(small)
