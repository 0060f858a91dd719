"""The parts into which long lists are folded: what a check or a computed number is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from analysis import account
from analysis.account.case import CHECKS
from analysis.words import current

_COUNTED = "counts"  # of a number that rests on no claim
Item = TypeVar("Item")


def of_check(id: str) -> str:
    """The chapter of the account that asks the question."""
    return CHECKS[id].body.__module__.rpartition(".")[2]


def of_claims(ids: Sequence[str]) -> str:
    """The table of the first of the claims behind a number."""
    return ids[0].partition("-")[0] if ids else _COUNTED


def grouped(items: Iterable[Item], topic: Callable[[Item], str]) -> list[tuple[str, list[Item]]]:
    """Items under the names of their topics: those of chapters in their order, then the others."""
    found: dict[str, list[Item]] = {}
    for item in items:
        found.setdefault(topic(item), []).append(item)
    chapters = [chapter.__name__.rpartition(".")[2] for chapter in account.CHAPTERS]
    order = sorted(found, key=lambda name: (chapters.index(name) if name in chapters else 99, name))
    said = current().message
    return [(said(f"topic-{name}"), found[name]) for name in order]
