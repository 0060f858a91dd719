"""A session for analysts: what an expression or a check shows in a notebook, as text and as HTML.

>>> from analysis.account.expressions import claim
>>> people, households = "migration-people-1930-1933", "migration-households-1930-1933"
>>> claim(people) / claim(households)  # doctest: +ELLIPSIS
over 400,000 people / 286,000 households
= 1.39 to 2.80 persons per household
from migration-people-1930-1933: over 400,000 people, 1930–1933, ...
from migration-households-1930-1933: 286,000 households, 1930–1933, ...

A check of one's own is a function, as in the chapters; ``judge`` puts it to the data:

>>> from analysis.account.expressions import assumption, fits
>>> @judge
... def outposts_of_forty(c):
...     "Can the men of the mid-1930s have stood on the outposts of Bakhty?"
...     men = claim("garrison-bakhty-outposts-1932") * assumption("outpost-strength")
...     return fits(claim("garrison-personnel-mid-1930s").best, c.line("men", men, 10, "people"))
>>> outposts_of_forty
Can the men of the mid-1930s have stood on the outposts of Bakhty?
No
men: 14 outposts × 15 to 100 people per outpost = 210 to 1,400 people
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from html import escape

import pandas as pd

from analysis.account import published
from analysis.account.case import Body, Case, Check
from analysis.account.expressions import Figure, Number
from analysis.account.result import Result
from analysis.account.sentences import Sentences
from analysis.account.world import World
from analysis.hedges import Interval
from analysis.units import Measure
from analysis.words import Quantity, current, shape
from analysis.words.quantity import decimals

_FIGURES = 3  # digits with which a number is written that no chapter has given a precision


def judge(body: Body) -> Check:
    """A check of one's own: its question is the docstring, its name that of the function."""
    return Check(body.__name__.replace("_", "-"), body)


def text(number: Number, world: World | None = None) -> str:
    """An expression as text: formula, value, and each figure with its period, note and remark."""
    said = _Said(world)
    value = said.value(number)
    lines = [
        said.sentences.formula(number),
        *([] if isinstance(number, Figure) else [f"= {value}"]),
    ]
    lines += [f"from {id}: {about}" for id, about in said.rests(number)]
    lines += [f"warning: {warning}" for warning in said.warnings(number)]
    return "\n".join(lines)


def html(number: Number, world: World | None = None) -> str:
    """The same as HTML."""
    said = _Said(world)
    rows = "".join(
        f"<tr><td><code>{escape(id)}</code></td><td>{escape(about)}</td></tr>"
        for id, about in said.rests(number)
    )
    warnings = "".join(f"<li>{escape(warning)}</li>" for warning in said.warnings(number))
    equals = (
        "" if isinstance(number, Figure) else f" = <strong>{escape(said.value(number))}</strong>"
    )
    return (
        f"<p>{escape(said.sentences.formula(number))}{equals}</p>"
        f"<table><tbody>{rows}</tbody></table>" + (f"<ul>{warnings}</ul>" if warnings else "")
    )


def check_text(check: Check, world: World | None = None) -> str:
    """A check as text: question, verdict and arithmetic."""
    question, verdict, lines = _judged(check, world)
    return "\n".join([question, verdict, *(f"{n}: {how} = {what}" for n, how, what in lines)])


def check_html(check: Check, world: World | None = None) -> str:
    """The same as HTML."""
    question, verdict, lines = _judged(check, world)
    rows = "".join(
        f"<tr><td>{escape(n)}</td><td>{escape(how)}</td><td><strong>{escape(what)}</strong></td></tr>"
        for n, how, what in lines
    )
    return (
        f"<p>{escape(question)} <strong>{escape(verdict)}</strong></p>"
        f"<table><tbody>{rows}</tbody></table>"
    )


def _judged(check: Check, world: World | None) -> tuple[str, str, list[tuple[str, str, str]]]:
    sentences = _Said(world).sentences
    case = check.case(sentences.world)
    says, written = sentences.check(case), sentences.words.has(case.id)
    question = says.question if written else (check.body.__doc__ or check.id).strip()
    lines = [
        (says.line(name) if written else name, says.formula(name), sentences.result(line))
        for name, line in case.shown().items()
    ]
    return question, says.verdict, lines


class _Said:
    """The words for an expression in a session."""

    def __init__(self, world: World | None) -> None:
        self.world = world or World.load()
        self.sentences = Sentences(self.world, current())

    def value(self, number: Number) -> str:
        """What comes out, in words."""
        if isinstance(number, Result):
            return self.sentences.result(number)
        if isinstance(number, Figure):
            return self.sentences.figure(number)
        if (same := published(number, self.world)) is not None:
            return self.sentences.result(same)
        found, measure = number.value(self.world), number.measure(self.world)
        value = found * measure.factor
        quantity = Quantity(shape(value), value, None, "", _digits(value))
        return " ".join(filter(None, (self.sentences.words.quantity(quantity), self.unit(measure))))

    def unit(self, measure: Measure) -> str:
        """A measure in words, "km per outpost"."""
        words = self.sentences.words

        def named(unit: str, count: str) -> str:
            known = words.has(f"unit-{unit}")
            return words.message(f"unit-{unit}", count=count, case="nom") if known else unit

        above = " × ".join(named(unit, "other") for unit, power in measure.powers if power > 0)
        below = " and ".join(named(unit, "one") for unit, power in measure.powers if power < 0)
        return f"{above} per {below}".strip() if below else above

    def rests(self, number: Number) -> Iterator[tuple[str, str]]:
        """Each figure, with when it holds and where it stands."""
        for figure in dict.fromkeys(number.evidence()):
            row = self.world.row(figure.id, figure.kind)
            about = [self.sentences.figure(figure)]
            if figure.kind == "claim":
                note = row["footnote"]
                about.append(self.sentences.period(figure))
                about.append("no note" if pd.isna(note) else f"note {note}")
            elif figure.kind == "outside":
                about.append(str(row["citation"]))
            else:
                about.append("an assumption")
            yield figure.id, ", ".join(about)

    def warnings(self, number: Number) -> Iterator[str]:
        """What a reader must know of its figures before quoting it."""
        for figure in dict.fromkeys(number.evidence()):
            if figure.kind != "assumption":
                remark = str(self.world.row(figure.id, figure.kind)["remark"])
                if remark:
                    yield f"{figure.id}: {remark}"


def _digits(value: Interval) -> int:
    """Digits behind the point that leave a few figures; exact whole numbers keep all of theirs."""
    ends = [abs(end) for end in (value.low, value.high) if math.isfinite(end) and end]
    if not ends:
        return 0
    if value.width == 0 and decimals(ends[0]) == 0:
        return 0
    return _FIGURES - 1 - math.floor(math.log10(max(ends)))


__all__ = ["Case", "check_html", "check_text", "html", "judge", "text"]
