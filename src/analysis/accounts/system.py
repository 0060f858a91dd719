"""The accounts of the flight as systems for the engine: who contradicts whom, and what follows.

Quantities bear the ids of claims, assumptions and outside figures, so that what the engine says
of them can be traced; what nobody states has a name of its own.
"""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

from analysis import tables
from analysis.accounts.model import Evidence, Figure, Tables
from analysis.hedges import Interval
from analysis.reconcile import (
    Conflict,
    Propagation,
    Quantity,
    System,
    conflicts,
    identity,
    propagate,
)

PEOPLE = "migration-people-1930-1933"
HOUSEHOLDS = "migration-households-1930-1933"
CHINA = "migration-households-western-china"
CHINA_MONGOLIA = "migration-households-china-mongolia"
RETURNS = "migration-return-share"
ILI = "populations-ili-kazakhs-after-1916"
PROVINCE = "populations-xinjiang-kazakhs-late-1930s"
SIZE, LOSSES, GONE = "household-size", "loss-share", "ili-gone-before-1930"
MONGOLIA = "mongolia-households-1938"


def totals(data: Path = tables.DATA) -> System:
    """The two totals of the flight, tied by the size of a household."""
    e = Evidence(Tables.load(data))
    people, households = e.claim(PEOPLE), e.claim(HOUSEHOLDS)
    size = e.assume(SIZE).value
    return System(
        [
            _quantity(people, e.reach(people)),
            _quantity(households, households.value),
            Quantity(SIZE, size.low, size.high, kind="assumption"),
        ],
        [identity(f"`{PEOPLE}` = `{HOUSEHOLDS}` * `{SIZE}`", "people in the households")],
    )


def account(data: Path = tables.DATA, most_likely: bool = False) -> System:
    """The account of the Kazakhs of Xinjiang with the republic's figure.

    Args:
        data: the data folder.
        most_likely: assumptions at their most likely values; otherwise anywhere in their ranges.
    """
    e = Evidence(Tables.load(data))

    def assumed(id: str) -> Interval:
        figure = e.assume(id)
        return Interval.exactly(figure.best) if most_likely else figure.value

    growth = assumed("natural-growth")
    quantities = [_quantity(e.claim(id), e.claim(id).value) for id in
                  (CHINA, CHINA_MONGOLIA, RETURNS, ILI, PROVINCE)]  # fmt: skip
    for id in (SIZE, LOSSES, GONE):
        quantities.append(Quantity(id, assumed(id).low, assumed(id).high, kind="assumption"))
    for name, years in (
        ("growth-since-1917", assumed("years-since-1917")),
        ("growth-since-flight", assumed("years-since-flight")),
    ):
        ends = [(1 + g) ** t for g in (growth.low, growth.high) for t in (years.low, years.high)]
        quantities.append(Quantity(name, min(ends), max(ends), kind="assumption"))
    most = e.outside(MONGOLIA).value
    quantities.append(Quantity("to-mongolia", 0, most.high, kind="assumption"))
    for name in ("stayed", "kept", "remained", "arrivals", "settlers", "others"):
        quantities.append(Quantity(name, low=0.0, kind="unknown"))
    return System(
        quantities,
        [
            identity(f"`{CHINA_MONGOLIA}` = `{CHINA}` + `to-mongolia`", "destinations"),
            identity(f"stayed + `{RETURNS}` = 1", "returns"),
            identity(f"kept + `{LOSSES}` = 1", "losses"),
            identity(f"remained + `{GONE}` = 1", "those who had gone"),
            identity(f"arrivals = `{CHINA}` * `{SIZE}`", "people in the households"),
            identity("settlers = arrivals * stayed * kept", "settlers"),
            identity(
                f"`{PROVINCE}` = `{ILI}` * remained * `growth-since-1917`"
                " + settlers * `growth-since-flight` + others",
                "the Kazakhs of Xinjiang",
            ),
        ],
    )


def rest_of_account(data: Path = tables.DATA) -> System:
    """The account with its rest let go below nobody: for asking what decides whether it does."""
    system = account(data)
    quantities = [
        replace(quantity, low=-math.inf) if quantity.name == "others" else quantity
        for quantity in system.quantities
    ]
    return System(quantities, system.identities)


def contradictions(data: Path = tables.DATA) -> tuple[Conflict, ...]:
    """The minimal contradictions: of the totals, and of the account at its most likely terms.

    Each repair says what its figure would have to be for the others of the contradiction to stand.
    """
    found = [*conflicts(totals(data)).sets, *conflicts(account(data, most_likely=True)).sets]
    return tuple(found)


def narrowed(data: Path = tables.DATA) -> Propagation:
    """What the account leaves of each quantity when the assumptions may lie anywhere in range."""
    return propagate(account(data))


def _quantity(figure: Figure, value: Interval) -> Quantity:
    # no figure of the article can be negative
    return Quantity(figure.id, max(value.low, 0.0), value.high, kind="claim")
