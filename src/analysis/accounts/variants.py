"""What a verdict hangs on: the check once more, with rival figures and without the weakest ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from analysis.accounts.model import Check, Evidence, Tables, Variant, Verdict


def found(reckon: Callable[[Evidence], Check], tables: Tables, check: Check) -> tuple[Variant, ...]:
    """The variants of a check that has been reckoned.

    Args:
        reckon: what reckons the check.
        tables: the data it was reckoned from.
        check: what came out.
    """
    return (*_with_rivals(reckon, tables, check), *_without_weakest(reckon, tables, check))


def _with_rivals(
    reckon: Callable[[Evidence], Check], tables: Tables, check: Check
) -> Iterator[Variant]:
    for id in check.deciding:
        for rival in tables.rivals(id):
            figure = Evidence(tables).outside(rival).words
            grade = tables.comparanda.loc[rival, "grade"]
            other = reckon(Evidence(tables.with_rival(id, rival)))
            yield _variant(f"With the rival figure of {figure} ({grade})", other, check)


def _without_weakest(
    reckon: Callable[[Evidence], Check], tables: Tables, check: Check
) -> Iterator[Variant]:
    """Without figures of the weakest grade: the size of a household without them, or no check."""
    weakest = tables.grades[-1]
    words = f"Without {weakest} figures"
    if any(tables.comparanda.loc[id, "grade"] == weakest for id in check.deciding):
        yield Variant(words, Verdict.UNTESTED, "", check.verdict == Verdict.UNTESTED)
    elif tables.grade(check.assumptions) == weakest:
        yield _variant(words, reckon(Evidence(tables.without_weakest())), check)


def _variant(words: str, other: Check, check: Check) -> Variant:
    return Variant(words, other.verdict, other.key.text, other.verdict == check.verdict)
