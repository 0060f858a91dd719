"""Text whose numbers come from the data: what the roles of the book write, also outside the book.

A role is a kind in braces and an id between backticks; after a bar follows the form that is wanted,
if not the usual one. The book, a notebook and a script fill a text with the same words:

>>> fill("It had {claim}`garrison-bakhty-outposts-1927`.")
'It had 4 outposts.'
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd

from analysis import claims, editions, tables, units, wording
from analysis.account import told
from analysis.words import say

Write = Callable[[str, str], str]  # of an id and a form

CHARTS = Path("charts")  # where a script saves the charts that it shows, seen from where it is run
_LINK = re.compile(r"\[([^\]]+)\]\([^)\s]+\)")


def words(kind: str, id: str, form: str = "") -> str:
    """What a role writes.

    Args:
        kind: one of ``KINDS``.
        id: the claim, result, event, check, assumption, outside figure or unit.
        form: how it is written; empty for the usual form.

    Raises:
        KeyError: the kind, the id or the form is unknown; the message names the role.
    """
    try:
        return _WRITE[kind](id, form)
    except KeyError as error:
        role = f"{{{kind}}}`{id}{'|' * bool(form)}{form}`"
        raise KeyError(f"{role} is not known") from error


def fill(text: str) -> str:
    """A text with each role replaced by its words, read from the data at this moment.

    Raises:
        KeyError: a role names what is not there.
    """
    return ROLE.sub(lambda role: words(role["kind"], role["id"], role["form"] or ""), text)


def show(thing: Any) -> None:
    """Show a text, a chart or a table: in a notebook as it does, in a script by printing it.

    The roles of a text are filled. A script saves a chart as a page for the browser, in the folder
    ``charts`` where it is run, and prints its title and what it shows in words; the page takes the
    library that draws from the network.

    Args:
        thing: Markdown, a chart, a frame, or anything that can be printed; None is nothing to show.
    """
    said = fill(thing).strip() if isinstance(thing, str) else thing
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    if said is None:
        return
    if shell is not None:
        from IPython.display import display

        if isinstance(said, str):
            display({"text/markdown": said, "text/plain": said}, raw=True)
        else:
            display(said)
    elif isinstance(said, str):
        print(_LINK.sub(r"\1", said), end="\n\n")
    elif hasattr(said, "usermeta"):
        print(_saved(said), end="\n\n")
    elif isinstance(said, pd.DataFrame):
        print(said.to_string(), end="\n\n")
    else:
        print(said, end="\n\n")


def claims_table(tables: Iterable[str] = (), measures: Iterable[str] = ()) -> pd.DataFrame:
    """Claims by id in words: what, when, how much, as printed, and the footnote.

    Args:
        tables: only those of these tables; empty for all.
        measures: only those of these measures; empty for all.
    """
    frame = _claims()
    for column, wanted in (("table", list(tables)), ("measure", list(measures))):
        if wanted:
            frame = frame[frame[column].isin(wanted)]
    frame = frame.sort_values(["start", "subject"], na_position="last")
    rows = [row for _, row in frame.iterrows()]
    return pd.DataFrame(
        {
            say("table-claim"): [row["subject"] for row in rows],
            say("table-period"): [
                wording.period(row) if row["period"] else say("not-stated") for row in rows
            ],
            say("table-figure"): [wording.claim(row) for row in rows],
            say("table-printed"): [say("printed-quote", words=row["as_printed"]) for row in rows],
            say("table-note"): [wording.note(row) for row in rows],
        },
        index=frame.index,
    )


def confronted(*names: str) -> pd.DataFrame:
    """The checks that read claims of some tables, by id: question, verdict and key number."""
    frame = _claims()
    wanted = set(frame.index[frame["table"].isin(names)])
    checks = [check for check in told.checks().values() if wanted & set(check.claims)]
    return pd.DataFrame(
        {
            say("table-question"): [check.question for check in checks],
            say("table-verdict"): [check.verdict_text for check in checks],
            say("table-key"): [f"{check.key.text}, {check.key.label}" for check in checks],
        },
        index=pd.Index([check.id for check in checks], name="id"),
    )


def outside(row: pd.Series) -> str:
    """A row of ``comparanda.csv`` in words: its value, or its range if it has no one value."""
    last = row["high"] if pd.isna(row["best"]) else row["best"]
    return wording.with_unit(_outside_number(row), row["unit"], last)


def _outside_number(row: pd.Series) -> str:
    if pd.isna(row["best"]):
        return wording.figure("range", row["low"], row["high"], None)
    return wording.number(row["best"])


def _saved(chart: Any) -> str:
    """Save a chart; what to say of it."""
    CHARTS.mkdir(exist_ok=True)
    path = CHARTS / f"{chart.usermeta['id']}.html"
    chart.save(path)
    return f"{chart.title}\n{chart.description}\nSaved as {path}; open it in a browser."


def _claim(id: str, form: str) -> str:
    forms: Mapping[str, Callable[[pd.Series], str]] = {
        "": wording.claim,
        "number": lambda r: wording.figure(r["hedge"], r["low"], r["high"], r["best"]),
        "as-printed": _as_printed,
        "period": wording.period,
    }
    return forms[form](_claims().loc[id])


def _as_printed(row: pd.Series) -> str:
    """The article's words; an edition in another language says them in its own."""
    english = editions.code() == editions.FIRST
    return str(row["as_printed"]) if english else wording.claim(row)


def _result(id: str, form: str) -> str:
    result = told.results()[id]
    return {"": result.text, "number": result.number}[form]


def _event(id: str, form: str) -> str:
    return {"": wording.when(_row("events", id))}[form]


def _unit(id: str, form: str) -> str:
    unit = units.load()[id]
    return {"": wording.with_unit(wording.number(unit.factor), unit.base, unit.factor)}[form]


def _check(id: str, form: str) -> str:
    check = told.checks()[id]
    return {"": check.verdict_text, "verdict": check.answer, "key": check.key.text}[form]


def _assumption(id: str, form: str) -> str:
    row = _row("assumptions", id)
    best, range = (
        wording.number(row["best"]),
        wording.figure("range", row["low"], row["high"], None),
    )
    return {
        "": f"{best} ({range})",
        "range": range,
        "percent": wording.with_unit(wording.number(row["best"] * 100), "percent"),
    }[form]


def _outside(id: str, form: str) -> str:
    row = _row("comparanda", id)
    return {
        "": outside(row),
        "number": _outside_number(row),
        "period": wording.date(row["period"]) if row["period"] else say("not-dated"),
        "grade": wording.grade(row["grade"]),
    }[form]


_WRITE: Mapping[str, Write] = {
    "claim": _claim,
    "result": _result,
    "event": _event,
    "check": _check,
    "assumption": _assumption,
    "outside": _outside,
    "unit": _unit,
}
KINDS = tuple(_WRITE)
ROLE = re.compile(rf"\{{(?P<kind>{'|'.join(KINDS)})\}}`(?P<id>[^`|]+)(?:\|(?P<form>[^`]+))?`")


def _claims() -> pd.DataFrame:
    """The claims as they are now: read again when a file has changed, not for every number."""
    return _claims_of(tables.stamp(tables.DATA))


@lru_cache(maxsize=1)
def _claims_of(stamp: tables.Stamp) -> pd.DataFrame:
    return claims.load()


def _row(name: str, id: str) -> pd.Series:
    return _table_of(name, tables.stamp(tables.DATA)).loc[id]


@lru_cache(maxsize=8)
def _table_of(name: str, stamp: tables.Stamp) -> pd.DataFrame:
    return tables.read(name).set_index("id")
