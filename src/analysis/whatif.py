"""What if: the account of the flight at a reader's own settings.

A reader sets the quantities that no claim gives (persons in a household, losses, growth …) and
chooses how an ambiguous sentence is read. ``evaluate`` gives what follows: people, balances and
verdicts. Settings are single numbers; the intervals that remain come from the hedges of the claims.
The page of the book does the same arithmetic in the browser (``book/static/whatif.js``), from the
constants of ``given``; a test compares the two over a grid of settings.

>>> outcome = evaluate(default(), given())
>>> print(outcome.values["emigrants"])
[184000, ∞)
>>> print(outcome.verdicts["totals"].word)
contradict
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from itertools import product
from pathlib import Path
from typing import Any

import pandas as pd

from analysis import claims, tables
from analysis.accounts import Verdict, balance
from analysis.hedges import Interval

# The claims of the account by the short names that ``Given.claims`` and the page use.
CLAIMS = {
    "people": "migration-people-1930-1933",
    "households": "migration-households-1930-1933",
    "western": "migration-households-western-china",
    "wide": "migration-households-china-mongolia",
    "returns": "migration-return-share",
    "ili": "populations-ili-kazakhs-after-1916",
    "late": "populations-xinjiang-kazakhs-late-1930s",
    "inward": "detentions-inward-1930",
    "outward": "detentions-outward-1930",
    "violators": "detentions-violators-1930",
    "guards": "detentions-guards-killed-1930",
}


@dataclass(frozen=True)
class Settings:
    """What a reader sets.

    Attributes:
        size: persons in one household.
        returns: returned, as a part of the emigrants that ``returned_of`` names.
        losses: lost to Xinjiang without returning, as a part of those who did not return.
        growth: growth of the Kazakhs of Xinjiang a year, as a fraction.
        gone: part of the Kazakhs of the Ili District who had left it before the flight.
        mongolia: Mongolia's part of the households that left for China and Mongolia.
        reach: how far above the printed number "over" may lie, as a part of it.
        totals: how the two totals of 1930–1933 are read: ``printed`` (people, and households among
            them), ``households`` (both are households), ``people`` (both are people).
        figure: which household figure is used: ``western`` or ``wide`` (less Mongolia's part).
        returned_of: whom the share of returns counts: ``xinjiang`` or ``all`` who left.
        violators: whether the border violators of 1930 were ``killed`` or ``detained``.
    """

    size: float
    returns: float
    losses: float
    growth: float
    gone: float
    mongolia: float
    reach: float
    totals: str = "printed"
    figure: str = "western"
    returned_of: str = "xinjiang"
    violators: str = "killed"


@dataclass(frozen=True)
class Control:
    """A number that a reader sets: its range and default are data, its step is for the hand."""

    name: str
    label: str
    evidence: str
    low: float
    high: float
    best: float
    step: float
    kind: str


@dataclass(frozen=True)
class Choice:
    """A sentence that can be read in several ways; ``readings`` are pairs of name and words."""

    name: str
    label: str
    readings: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Given:
    """What the data give: the claims as intervals, the controls, and the years between them.

    Attributes:
        claims: interval of each claim by its short name in ``CLAIMS``.
        controls: the numbers a reader sets.
        years_ili: from the count of the Ili District to the late 1930s, an assumption.
        years_flight: from the flight to the late 1930s, an assumption.
    """

    claims: Mapping[str, Interval]
    controls: tuple[Control, ...]
    years_ili: float
    years_flight: float


@dataclass(frozen=True)
class Answer:
    """The answer to a question at one set of settings.

    Attributes:
        word: one of the fixed vocabulary.
        sentence: name of the sentence in ``SENTENCES`` that says why.
        numbers: the numbers of the sentence, as written.
    """

    word: Verdict
    sentence: str
    numbers: tuple[str, ...]

    @property
    def text(self) -> str:
        """Why, in a sentence."""
        return SENTENCES[self.sentence].format(*self.numbers)


@dataclass(frozen=True)
class Outcome:
    """What follows from the settings.

    Attributes:
        values: the interval of each quantity of ``QUANTITIES``.
        account: running total of the Kazakhs of Xinjiang after each step of ``STEPS``.
        verdicts: the answer to each question of ``QUESTIONS``.
    """

    values: Mapping[str, Interval]
    account: Mapping[str, Interval]
    verdicts: Mapping[str, Answer]


@dataclass(frozen=True)
class Envelope:
    """What can be over the whole range of the controls.

    Attributes:
        values: the interval of each quantity.
        verdicts: the verdicts met for each question; one alone holds at every setting.
    """

    values: Mapping[str, Interval]
    verdicts: Mapping[str, tuple[Verdict, ...]]


CHOICES = (
    Choice(
        "totals",
        "The two totals of 1930–1933",
        (
            ("printed", "people, with households among them"),
            ("households", "both are households"),
            ("people", "both are people"),
        ),
    ),
    Choice(
        "figure",
        "How many households went to Xinjiang",
        (
            ("western", "the political police, Western China"),
            ("wide", "the republic, less Mongolia"),
        ),
    ),
    Choice(
        "returned_of",
        "Whom the share of returns counts",
        (("xinjiang", "those who went to Xinjiang"), ("all", "all who left the republic")),
    ),
    Choice(
        "violators",
        "The border violators of 1930",
        (("killed", "were killed"), ("detained", "were detained")),
    ),
)

# name, what it is, how its number is written; in the order of the page
QUANTITIES = (
    ("implied", "persons per household that the totals imply", "size"),
    ("emigrants", "people who went to Xinjiang", "people"),
    ("returned", "of them returned", "people"),
    ("lost", "of them lost on the way, in the wars, or moved on", "people"),
    ("stayed", "of them stayed", "people"),
    ("explained", "Kazakhs of Xinjiang in the late 1930s that the account explains", "people"),
    ("residual", "left for the districts for which nothing is printed", "people"),
    ("detained", "people detained on the border in 1930", "count"),
    ("killed", "people killed on the border in 1930", "count"),
)

STEPS = (
    ("ili", "Kazakhs of the Ili District after 1916"),
    ("gone", "left again before the flight"),
    ("ili_late", "growth of those who stayed in Ili"),
    ("arrived", "went to Xinjiang in 1930–1933"),
    ("returned", "returned"),
    ("lost", "lost or moved on"),
    ("explained", "growth of the emigrants who stayed"),
)

QUESTIONS = (
    ("totals", "Can the two totals of 1930–1933 stand together?"),
    ("scopes", "Do the two figures for China leave room for each other?"),
    ("part", "Does the part that went to China fit into the whole?"),
    ("balance", "Does Xinjiang of the late 1930s have room for those who came?"),
    ("violators", "How many were detained, how many killed?"),
)

# The numbers come from the settings and the data; the page fills them in as Python does.
SENTENCES = {
    "totals-agree": "The households would be {0} people, within the printed total.",
    "totals-only-if": "Only if the total was at least {0} people, more than the printed number.",
    "totals-contradict": "The households would be {0} people; the total reaches {1}. "
    "They meet at {2} persons per household or fewer.",
    "totals-households": "Only if “people” is a slip for households; the whole would then be "
    "{0} people.",
    "totals-people": "Only if “households” is a slip for people; they would then be "
    "{0} households.",
    "totals-part": "The part, {0}, would be more than the whole, {1}.",
    "scopes-agree": "Without Mongolia the wider figure is {0} households, and the narrower is a "
    "floor of {1}. That holds while Mongolia took at most {2}.",
    "scopes-only-if": "Only if the wider figure without Mongolia, {0} households, lies at its "
    "upper end; the narrower is a floor of {1}.",
    "scopes-contradict": "Without Mongolia the wider figure is {0} households, below the floor of "
    "{1}. Mongolia can have taken at most {2}.",
    "part-agree": "The part is {0} people, the whole {1}.",
    "part-floor": "The part is {0} people, the whole {1}. No more than {2} households can have "
    "gone there.",
    "part-total": "Only if the whole was at least {0} people, more than the printed number.",
    "part-contradict": "The part is {0} people, the whole only {1}.",
    "balance-agree": "The account leaves {0} people for the other districts.",
    "balance-floor": "At the floor the account leaves {0} people for the other districts. No more "
    "than {1} households can have gone.",
    "balance-floor-about": "Only if the printed figure stands for at least {0} people. No more "
    "than {1} households can have gone.",
    "balance-about": "Only if the printed figure stands for at least {0} people; the account "
    "leaves {1} for the other districts.",
    "balance-contradict": "The account comes to {0} people and the printed figure to {1}. "
    "It would hold with at most {2} persons per household.",
    "balance-overdrawn": "More people would have returned, {0}, than went, {1}.",
    "violators-killed": "The sentence allows both readings. In this one {0} people were detained "
    "and {1} killed; the file would settle it.",
    "violators-detained": "The sentence allows both readings. In this one {0} people were detained "
    "and {1} killed; the file would settle it.",
}


def given(data: Path = tables.DATA) -> Given:
    """The claims and assumptions of the account.

    Raises:
        DataError: the data have problems.
        KeyError: a claim or assumption of the account is missing.
    """
    frame = claims.load(data)
    assumed = tables.read("assumptions", data).set_index("id")
    intervals = {name: claims.interval(frame, id) for name, id in CLAIMS.items()}
    return Given(
        intervals,
        tuple(_controls(assumed, intervals["returns"], intervals["wide"])),
        years_ili=float(assumed.loc["years-since-1917", "best"]),
        years_flight=float(assumed.loc["years-since-flight", "best"]),
    )


def default(known: Given | None = None) -> Settings:
    """The settings that the data give: every assumption at its best value, sentences as printed.

    Args:
        known: what the data give; read from ``data/`` if it is left out.
    """
    known = known or given()
    numbers: dict[str, Any] = {control.name: control.best for control in known.controls}
    return Settings(**numbers)


def evaluate(settings: Settings, known: Given) -> Outcome:
    """What follows from the settings.

    The account itself is that of ``accounts.balance``, with intervals for the printed figures. A
    return is counted on those who set out, a loss on those of them who did not return.

    Raises:
        ValueError: a reading is unknown or a number is not finite.
    """
    _check(settings)
    claim = known.claims
    total = _reached(claim["people"], settings.reach)
    people = total * settings.size if settings.totals == "households" else total
    implied = Interval.exactly(settings.size)
    if settings.totals == "printed":
        implied = total / claim["households"]
    emigrants = balance.arrivals(_account(settings, known))
    if settings.returned_of == "all":
        returned = people * settings.returns
        remained = emigrants - returned
    else:
        # one quantity in both terms, so that its interval is not taken twice
        returned, remained = emigrants * settings.returns, emigrants * (1 - settings.returns)
    account = replace(
        _account(settings, known), households=_not_below_zero(remained) / settings.size, elsewhere=0
    )
    ili_left = account.ili * (1 - settings.gone)
    ili_late = balance.ili_at_end(account)
    stayed = balance.settlers(account)
    explained = ili_late + balance.settlers_at_end(account)
    held = settings.violators == "detained"
    detained = claim["inward"] + claim["outward"] + (claim["violators"] if held else 0)
    killed = claim["guards"] + (0 if held else claim["violators"])
    values = {
        "implied": implied,
        "emigrants": emigrants,
        "returned": returned,
        "lost": _not_below_zero(remained) * settings.losses,
        "stayed": stayed,
        "explained": explained,
        "residual": balance.others_at_end(account),
        "detained": detained,
        "killed": killed,
    }
    steps = {
        "ili": claim["ili"],
        "gone": ili_left,
        "ili_late": ili_late,
        "arrived": ili_late + emigrants,
        "returned": ili_late + _not_below_zero(remained),
        "lost": ili_late + stayed,
        "explained": explained,
    }
    verdicts = {
        "totals": _totals(settings, claim, total),
        "scopes": _scopes(settings, claim),
        "part": _part(settings, claim, people),
        "balance": _balance(settings, known, values, remained, people),
        "violators": Answer(
            Verdict.UNTESTED,
            f"violators-{settings.violators}",
            (write(detained, "count"), write(killed, "count")),
        ),
    }
    return Outcome(values, steps, verdicts)


def envelope(settings: Settings, known: Given) -> Envelope:
    """What can be when every control runs over its whole range and the readings are kept.

    Each quantity rises or falls throughout with each control, so the corners hold the extremes.
    """
    outcomes = [evaluate(corner, known) for corner in corners(settings, known)]
    values = {
        name: Interval(
            min(outcome.values[name].low for outcome in outcomes),
            max(outcome.values[name].high for outcome in outcomes),
        )
        for name, _, _ in QUANTITIES
    }
    met = {name: {outcome.verdicts[name].word for outcome in outcomes} for name, _ in QUESTIONS}
    return Envelope(
        values, {name: tuple(word for word in Verdict if word in met[name]) for name in met}
    )


def corners(settings: Settings, known: Given) -> Iterator[Settings]:
    """The settings at the ends of all controls, readings kept."""
    names = [control.name for control in known.controls]
    for ends in product(*((c.low, c.high) for c in known.controls)):
        changes: dict[str, Any] = dict(zip(names, ends, strict=True))
        yield replace(settings, **changes)


def write(value: Interval, kind: str) -> str:
    """An interval in words, rounded outward; an end at or below zero says nothing of a count.

    Args:
        value: the interval; shares as fractions.
        kind: ``people`` (three figures), ``count`` (whole), ``size`` (two decimals), ``share`` (per
            cent, one decimal).

    >>> write(Interval(150_000, 160_000), "people"), write(Interval(17.2, math.inf), "people")
    ('150,000 to 160,000', 'at least 17.2')
    >>> write(Interval(-1, 0.518), "share"), write(Interval(-9, -1), "people")
    ('at most 51.8\\xa0%', 'none')
    """
    low, high = value.low, value.high
    if high <= 0:
        return "none"
    if low == high:
        return number(low, kind)
    if math.isinf(high):
        return f"at least {number(low, kind, -1)}" if low > 0 else "any number"
    if low <= 0:
        return f"at most {number(high, kind, 1)}"
    return f"{number(low, kind, -1)} to {number(high, kind, 1)}"


def number(value: float, kind: str, direction: int = 0) -> str:
    """A number in words, rounded down (-1), up (1) or to the nearest (0).

    >>> number(0.0, "share"), number(1_287_000, "people", -1)
    ('0.0\\xa0%', '1,280,000')
    """
    if kind == "share":
        value *= 100
    step, decimals = {"count": (1.0, 0), "size": (0.01, 2), "share": (0.1, 1)}.get(kind, (0.1, 1))
    if kind == "people":
        # three figures: what is guessed to a tenth is not known to a person
        while value / step >= 1000:
            step *= 10
        decimals = 0 if step >= 1 else 1
    near = {-1: lambda x: math.floor(x + 1e-9), 0: _half_up, 1: lambda x: math.ceil(x - 1e-9)}
    text = f"{near[direction](value / step) * step:,.{decimals}f}"
    return text + ("\N{NO-BREAK SPACE}%" if kind == "share" else "")


def _half_up(value: float) -> int:
    return math.floor(value + 0.5)


def _totals(settings: Settings, claim: Mapping[str, Interval], total: Interval) -> Answer:
    households = claim["households"]
    if settings.totals != "printed":
        if households.low > total.high:
            numbers = (write(households, "people"), write(total, "people"))
            return Answer(Verdict.CONTRADICT, "totals-part", numbers)
        if settings.totals == "households":
            return Answer(
                Verdict.ONLY_IF, "totals-households", (write(total * settings.size, "people"),)
            )
        return Answer(
            Verdict.ONLY_IF, "totals-people", (write(households / settings.size, "people"),)
        )
    needed = households * settings.size
    if needed.high <= claim["people"].low:
        return Answer(Verdict.AGREE, "totals-agree", (write(needed, "people"),))
    if needed.low <= total.high:
        return Answer(Verdict.ONLY_IF, "totals-only-if", (number(needed.low, "people", -1),))
    most = number(total.high / households.low, "size", -1)
    reached = number(total.high, "people", 1)
    return Answer(Verdict.CONTRADICT, "totals-contradict", (write(needed, "people"), reached, most))


def _scopes(settings: Settings, claim: Mapping[str, Interval]) -> Answer:
    floor, wide = claim["western"], claim["wide"]
    without = wide * (1 - settings.mongolia)
    most = number(max(0.0, 1 - floor.low / wide.high), "share", -1)
    numbers = (write(without, "people"), number(floor.low, "people", -1), most)
    if without.low >= floor.low and without.high <= floor.high:
        return Answer(Verdict.AGREE, "scopes-agree", numbers)
    if without.intersect(floor):
        return Answer(Verdict.ONLY_IF, "scopes-only-if", numbers[:2])
    return Answer(Verdict.CONTRADICT, "scopes-contradict", numbers)


def _part(settings: Settings, claim: Mapping[str, Interval], whole: Interval) -> Answer:
    households = claim[settings.figure]
    part = households * settings.size
    numbers = (write(part, "people"), write(whole, "people"))
    if part.high <= whole.low:
        return Answer(Verdict.AGREE, "part-agree", numbers)
    if part.low > whole.high:
        return Answer(Verdict.CONTRADICT, "part-contradict", numbers)
    if part.low <= whole.low and math.isinf(part.high):
        most = number(whole.high / settings.size, "people", -1)
        return Answer(Verdict.AGREE, "part-floor", (*numbers, most))
    return Answer(Verdict.ONLY_IF, "part-total", (number(part.low, "people", -1),))


def _balance(
    settings: Settings,
    known: Given,
    values: Mapping[str, Interval],
    remained: Interval,
    people: Interval,
) -> Answer:
    explained, residual, late = values["explained"], values["residual"], known.claims["late"]
    if remained.high < 0:
        numbers = (write(values["returned"], "people"), write(values["emigrants"], "people"))
        return Answer(Verdict.CONTRADICT, "balance-overdrawn", numbers)
    if residual.low >= 0:
        return Answer(Verdict.AGREE, "balance-agree", (write(residual, "people"),))
    account = _account(settings, known)
    grown = (1 - settings.losses) * (1 + settings.growth) ** known.years_flight
    # those who may have remained after the returns, and those who returned of all who left
    room = (late.high - balance.ili_at_end(account).low) / grown if grown > 0 else math.inf
    of_all = settings.returned_of == "all"
    share = 1 if of_all else 1 - settings.returns
    back = people.high * settings.returns if of_all else 0.0
    if residual.high >= 0:
        least = number(explained.low, "people", -1)
        if not math.isinf(explained.high):
            return Answer(Verdict.ONLY_IF, "balance-about", (least, write(residual, "people")))
        # A floor is put to the test as it is printed; how far above it the truth may lie is said.
        most = number((room + back) / share / settings.size, "people", -1)
        ili = balance.ili_at_end(account)
        rest = late - (ili + (explained.low - ili.low))
        if rest.low >= 0:
            return Answer(Verdict.AGREE, "balance-floor", (write(rest, "people"), most))
        return Answer(Verdict.ONLY_IF, "balance-floor-about", (least, most))
    # How large a household may be: the fewest of those who stayed fill all the room there is.
    per_size = balance.arrivals(replace(account, size=1)).low * share
    if of_all and settings.totals == "households":
        per_size, back = per_size - back / settings.size, 0.0
    size = max(0.0, room + back) / per_size if per_size > 0 else 0.0
    return Answer(
        Verdict.CONTRADICT,
        "balance-contradict",
        (write(explained, "people"), number(late.high, "people", 1), number(size, "size", -1)),
    )


def _account(settings: Settings, known: Given) -> balance.Account:
    """The account of Xinjiang before any return."""
    western = settings.figure == "western"
    return balance.Account(
        households=known.claims["western" if western else "wide"],
        size=settings.size,
        elsewhere=0 if western else settings.mongolia,
        losses=settings.losses,
        returned=0,
        growth=settings.growth,
        ili=known.claims["ili"],
        gone=settings.gone,
        end=known.claims["late"],
        years=known.years_ili,
        years_since_flight=known.years_flight,
    )


def _reached(value: Interval, reach: float) -> Interval:
    """An open upper end closed at the assumed reach of "over"."""
    return Interval(value.low, min(value.high, value.low * (1 + reach)))


def _not_below_zero(value: Interval) -> Interval:
    return Interval(max(0.0, value.low), max(0.0, value.high))


def _controls(assumed: pd.DataFrame, returns: Interval, wide: Interval) -> Iterator[Control]:
    def assumption(name: str, id: str, label: str, step: float, kind: str) -> Control:
        low, high, best = (float(assumed.loc[id, end]) for end in ("low", "high", "best"))
        return Control(name, label, id, low, high, best, _fitting(step, low, high, best), kind)

    yield assumption("size", "household-size", "Persons in a household", 0.1, "size")
    yield Control(
        "returns", "Share of returns", CLAIMS["returns"], returns.low, returns.high, returns.high,
        0.01, "share",
    )  # fmt: skip
    yield assumption("losses", "loss-share", "Losses", 0.01, "share")
    yield assumption("growth", "natural-growth", "Growth a year", 0.001, "share")
    yield assumption("gone", "ili-gone-before-1930", "Left Ili before the flight", 0.01, "share")
    there = assumed.loc["mongolia-households", ["low", "high", "best"]] / wide.high
    low, high, best = (round(float(share), 3) for share in there)
    yield Control("mongolia", "Share of Mongolia", "mongolia-households", low, high, best, 0.001,
                  "share")  # fmt: skip
    yield assumption("reach", "hedge-over-reach", "Reach of “over”", 0.05, "share")


def _fitting(step: float, low: float, *others: float) -> float:
    """A step from ``low`` that meets the other numbers: the one given, or a decimal part of it."""
    while any(abs((x - low) / step - round((x - low) / step)) > 1e-6 for x in others):
        step /= 10
    return step


def _check(settings: Settings) -> None:
    readings = {choice.name: [name for name, _ in choice.readings] for choice in CHOICES}
    for field in fields(settings):
        value = getattr(settings, field.name)
        if field.name in readings:
            if value not in readings[field.name]:
                expected = ", ".join(readings[field.name])
                raise ValueError(f"{field.name} is {value!r}, expected one of {expected}")
        elif not math.isfinite(value):
            raise ValueError(f"{field.name} is {value}, expected a finite number")
