"""What a chapter read of a table is all that its outputs can hang on, and little more."""

from collections.abc import Callable, Iterator
from itertools import product
from typing import Any

import pandas as pd
import pytest
from pandas.errors import IndexingError

from analysis import claims, reads, tables, traces
from analysis.account import World
from analysis.reads import Part

FRAME = pd.DataFrame(
    {
        "kind": ["post", "post", "people", "village"],
        "best": [4.0, 9.0, float("nan"), 1.0],
        "note": pd.Series([1, None, 3, 3], dtype="Int64"),
    },
    index=pd.Index(["a", "b", "c", "d"], name="id"),
)


def _renamed(frame: pd.DataFrame) -> Any:
    frame.index = pd.Index(list("dcba")[: len(frame)])
    return frame.loc["a"]


def _less(frame: pd.DataFrame) -> Any:
    return frame.pop("best"), frame[frame["kind"] == "post"]


def _more(frame: pd.DataFrame) -> Any:
    frame["more"] = frame["best"].cumsum()
    return frame.loc["b", "more"]


OPERATIONS: list[Callable[[pd.DataFrame], Any]] = [
    lambda f: f.loc["b"],
    lambda f: f.loc["b", "best"],
    lambda f: f.at["b", "best"],
    lambda f: f.loc[["c", "a"]],
    lambda f: f.loc[["c", "a"], "note"],
    lambda f: f.loc[["c", "a"], ["note", "kind"]],
    lambda f: f.loc[f.index[:2]],
    lambda f: f.loc[f.index[0], "kind"],
    lambda f: f["best"],
    lambda f: f.best,
    lambda f: f.get("best"),
    lambda f: f[["best", "kind"]],
    lambda f: f[f["kind"] == "post"],
    lambda f: f[(f["kind"] == "post").to_numpy()],
    lambda f: f[[True, False, False, True][: len(f)] + [True] * (len(f) - 4)],
    lambda f: f[pd.Series([True, False, False, False], index=list("dcba"))],
    lambda f: f[pd.Series([True, False, False, True], index=list("abcd"))],
    lambda f: f.loc[f["best"] > 2, "note"],
    lambda f: f.loc[lambda g: g["best"] > 2],
    lambda f: f.loc["a":"c"],
    lambda f: f.loc[:, "kind"],
    lambda f: f.iloc[1],
    lambda f: f.iloc[0, 1],
    lambda f: f.iat[0, 1],
    lambda f: list(f.index),
    lambda f: len(f),
    lambda f: f.shape,
    lambda f: "b" in f.index,
    lambda f: "best" in f,
    lambda f: list(f.columns),
    lambda f: list(f.iterrows()),
    lambda f: list(f.itertuples()),
    lambda f: dict(f.items()),
    lambda f: f.to_dict("records"),
    lambda f: f.to_csv(),
    lambda f: f._repr_html_(),
    lambda f: f.to_numpy(),
    lambda f: f.groupby("kind")["best"].sum(),
    lambda f: f.query("best > 2"),
    lambda f: f.apply(lambda row: row["best"], axis=1),
    lambda f: f.assign(more=1),
    lambda f: f.reset_index(),
    lambda f: f.copy(),
    lambda f: f.sum(),
    lambda f: f + f,
    lambda f: pd.concat([f, f]),
    lambda f: f.merge(f, on="kind"),
    lambda f: pd.DataFrame(f),
    lambda f: vars(f)["_mgr"].nblocks,
    lambda f: f.values,
    lambda f: f.T,
    lambda f: f.equals(FRAME),
    lambda f: f.describe(),
    _renamed,
    _less,
    _more,
]


def _tables_like_it() -> Iterator[pd.DataFrame]:
    """The frame with one cell changed, a row less, a row more, or in another order."""
    for row, column in product(range(len(FRAME)), FRAME):
        changed = FRAME.copy()
        changed.iloc[row, changed.columns.get_loc(column)] = "new" if column == "kind" else 7
        yield changed
    for id in FRAME.index:
        yield FRAME.drop(id)
    yield pd.concat([FRAME, FRAME.loc[["a"]].rename({"a": "0"})]).sort_index()
    yield FRAME.iloc[::-1]


def _outcome(operation: Callable[[pd.DataFrame], Any], frame: pd.DataFrame) -> str:
    """What comes out, exactly; an error as well."""
    try:
        found = operation(frame)
    except (KeyError, IndexError, ValueError, TypeError, IndexingError) as error:
        return repr(error)
    if isinstance(found, pd.DataFrame | pd.Series):
        found = (type(found).__name__, found.to_dict(), list(found.index), str(found.dtypes))
    return repr(found)


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process in which what is read is noted, and nothing was."""
    monkeypatch.setattr(traces, "_watching", True)
    monkeypatch.setattr(reads, "_noted", set())


@pytest.mark.parametrize("number", range(len(OPERATIONS)))
@pytest.mark.filterwarnings("ignore:Boolean Series key")
@pytest.mark.usefixtures("watched")
def test_whatever_changes_an_answer_changes_what_was_read(number: int) -> None:
    operation = OPERATIONS[number]
    answer = _outcome(operation, reads.handed_out(FRAME, "t"))
    parts = reads.noted()
    assert answer == _outcome(operation, FRAME.copy())
    for other in _tables_like_it():
        if _outcome(operation, other.copy()) != answer:
            assert [reads.content(FRAME, part) for part in parts] != [
                reads.content(other, part) for part in parts
            ], other


@pytest.mark.parametrize(
    ("operation", "parts"),
    [
        (lambda f: f.loc["b", "best"], {("b", "best")}),
        (lambda f: f.loc["b"], {("b", "*")}),
        (lambda f: f["kind"].value_counts(), {("*", "kind")}),
        (lambda f: len(f), {("*", "")}),
        (
            lambda f: f[f["kind"] == "people"]["best"].sum(),
            {("*", "kind"), ("*", ""), ("c", "*")},
        ),
        (lambda f: f.loc[["a", "d"], ["best"]], {("a", "best"), ("d", "best")}),
        (lambda f: f.sum(), {("*", "*")}),
    ],
)
@pytest.mark.usefixtures("watched")
def test_what_is_read_by_name_is_noted_as_no_more_than_that(
    operation: Callable[[pd.DataFrame], Any], parts: set[tuple[str, str]]
) -> None:
    operation(reads.handed_out(FRAME, "t"))
    assert set(reads.noted()) == {Part("t", *part) for part in parts}


@pytest.mark.usefixtures("watched")
def test_a_changed_frame_is_read_as_a_whole_and_stays_the_readers_own() -> None:
    frame = reads.handed_out(FRAME, "t")
    frame.loc["a", "best"] = 5.0
    assert frame.loc["a", "best"] == 5 and FRAME.loc["a", "best"] == 4
    assert Part("t") in reads.noted()


@pytest.mark.usefixtures("watched")
def test_the_tables_of_the_book_are_noted_and_copies_elsewhere_are_not(tmp_path: Any) -> None:
    people = "migration-people-1930-1933"
    claims.interval(claims.load(), people)
    assert reads.noted() == [Part("claims", people, "lower"), Part("claims", people, "upper")]
    tables.read("events")
    assert len(reads.noted()) == 2
    World.load.__globals__["_load"].cache_clear()
    try:
        World.load().figure(people, "claim")
        found = {part for part in reads.noted() if part.table != "units"}
    finally:
        World.load.__globals__["_load"].cache_clear()
    rows = {(part.table, part.row) for part in found}
    assert ("claims", people) in rows and ("assumptions", "hedge-over-reach") in rows
    assert {row for _, row in rows} <= {people, "hedge-over-reach", reads.ALL}
    assert all(part.column == "" for part in found if part.row == reads.ALL)


def test_nothing_is_noted_outside_of_a_build(monkeypatch: pytest.MonkeyPatch) -> None:
    # pytest imports every module for its doctests: analysis.book.warmth watches from then on
    monkeypatch.setattr(traces, "_watching", False)
    assert type(claims.load()) is type(tables.read("events")) is pd.DataFrame
