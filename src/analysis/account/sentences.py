"""What results and checks say, in a language.

>>> from analysis.account.expressions import claim
>>> people = claim("migration-people-1930-1933")
>>> households = claim("migration-households-1930-1933")
>>> says = Sentences(World.load(), language("en"))
>>> says.figure(people), says.formula(people / households)
('over 400,000 people', 'over 400,000 people / 286,000 households')
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from analysis import wording
from analysis.account.case import CONTRADICT, ONLY_IF, Case
from analysis.account.expressions import Choice, End, Figure, Given, Number, Truth
from analysis.account.result import Result, shown_factor, shown_figure
from analysis.account.world import Verdict, World
from analysis.hedges import Interval
from analysis.words import Language, Quantity, language, shape
from analysis.words.quantity import decimals


@dataclass(frozen=True)
class Sentences:
    """The words for what is reckoned from one world, in one language."""

    world: World
    words: Language

    # ---------------------------------------------------------------- numbers

    def figure(self, figure: Figure, unit: bool = True) -> str:
        """A figure with its hedge and unit."""
        quantity = shown_figure(figure, self.world)
        return self.words.quantity(quantity, unit="yes" if unit else "no")

    def setting(self, id: str, value: float) -> str:
        """A number to which an assumption is moved, with its unit."""
        factor, unit = shown_factor(str(self.world.row(id, "assumption")["unit"]))
        shown = Interval.exactly(value * factor)
        digits = decimals(round(value * factor, 9))
        return self.words.quantity(Quantity("exact", shown, None, unit, digits))

    def period(self, figure: Figure) -> str:
        """When a claim holds."""
        period = str(self.world.row(figure.id, figure.kind)["period"])
        return wording.date(period) if period else self.words.message("undated")

    def result(self, result: Result, unit: bool = True) -> str:
        """A result with its unit."""
        return self.words.quantity(result.shown(self.world), unit="yes" if unit else "no")

    def formula(self, number: Number) -> str:
        """How a number is reckoned; of a result, from its figures."""
        if isinstance(number, Result):
            if self.words.has(number.words, "formula"):
                given = {**self.figures(number.evidence()), **number.arguments_of_words}
                return self.words.message(number.words, "formula", **given)
            if isinstance(number.node, Figure) and number.factor(self.world) != 1:
                return self.words.message(
                    "formula-in", of=self.figure(number.node), unit=number.unit
                )
            return number.derivation(self._show)
        return number.formula(self._show)

    def label(self, result: Result) -> str:
        """What a result is, in a few words."""
        return self.words.message(result.words, **result.arguments_of_words)

    def _show(self, number: Number, likely: bool) -> str:
        """A figure or value as it stands in a formula."""
        if isinstance(number, Figure):
            quantity = shown_figure(number, self.world)
            if not likely:
                return self.words.quantity(quantity)
            best = self.world.figure(number.id, number.kind).best
            return self.words.number(best, decimals(best))[0]
        if isinstance(number, Result):
            return self.result(number, unit=not likely)
        if isinstance(number, Choice):
            return number.chosen(self.world).formula(self._show, likely)
        if isinstance(number, End) and math.isinf(number.end(self.world)):
            return "∞"
        return self.words.quantity(self.value(number, likely))

    def value(self, number: Number, likely: bool = False) -> Quantity:
        """The value of an expression that has no precision of its own."""
        value = number.value(self.world, likely)
        digits = min(max(decimals(e) for e in (value.low, value.high) if math.isfinite(e)), 3)
        unit = number.unit if isinstance(number, Given) else ""
        if isinstance(number, End) and isinstance(number.of, Figure) and not likely:
            unit = self.world.figure(number.of.id, number.of.kind).unit
        return Quantity(shape(value), value, None, unit, digits)

    # ---------------------------------------------------------------- checks

    def answer(self, verdict: Verdict, alone: bool = True) -> str:
        """A verdict as the answer to its question, alone or with its condition behind it.

        >>> says = Sentences(World.load(), language("en"))
        >>> says.answer(ONLY_IF), says.answer(ONLY_IF, alone=False), says.answer(CONTRADICT)
        ('Only if …', 'Only if', 'No')
        """
        id = f"verdict-{name(verdict)}"
        return self.words.message(id, "alone" if alone and self.words.has(id, "alone") else "")

    def possible(self, verdict: Verdict) -> str:
        """The verdict on one reading of a sentence: whether it is possible."""
        return self.words.message(f"reading-{name(verdict)}")

    def check(self, case: Case) -> CheckSays:
        """All that a check says."""
        return CheckSays(self, case)

    @property
    def records(self) -> dict[str, str]:
        """Files and works by note, ``$note-fn48`` and ``$shelf-fn48``; days, ``$date-`` and id."""
        return _records(self.world.published or self.world, self.words)

    def figures(self, figures: Iterable[Figure]) -> dict[str, Any]:
        """Figures by id, as messages take them."""
        return {figure.id: shown_figure(figure, self.world) for figure in figures}


@lru_cache(maxsize=8)
def _records(world: World, words: Language) -> dict[str, str]:
    said = {}
    for id, row in world.frames["sources"].iterrows():
        shelf = wording.source(row)
        said[f"shelf-{id}"] = shelf
        said[f"note-{id}"] = words.message("note", number=str(row["footnote"]), shelf=shelf)
    for id, row in world.frames["events"].iterrows():
        said[f"date-{id}"] = wording.date(str(row["date"]))
    return said


@dataclass(frozen=True)
class CheckSays:
    """The sentences of one check."""

    sentences: Sentences
    case: Case

    @property
    def id(self) -> str:
        """The message that holds them."""
        return self.case.words or self.case.id

    @cached_property
    def arguments(self) -> dict[str, Any]:
        """What they may name: figures, lines, facts and records."""
        says, case = self.sentences, self.case
        found = {**says.records, **says.figures(case.evidence().values())}
        for name, fact in {**case.facts, **case.shown()}.items():
            if isinstance(fact, Result):
                found[name] = fact.shown(says.world)
            elif isinstance(fact, Truth):
                found[name] = "yes" if fact.value(says.world) else "no"
            elif isinstance(fact, Figure):
                found[name] = shown_figure(fact, says.world)
            elif isinstance(fact, Number):
                found[name] = says.value(fact)
            elif isinstance(fact, list):
                found[name] = says.words.message("and").join(map(says.figure, fact))
            else:
                found[name] = fact
        return found

    @property
    def question(self) -> str:
        """The question that a historian asks."""
        return self._text()

    @property
    def finding(self) -> str:
        """The answer in a sentence."""
        return self._text("finding")

    @property
    def condition(self) -> str:
        """What stands behind "only if"; for a contradiction, what would have to be so.

        Empty if there is none: no words for it, or words that name the readings that hold where
        none does.
        """
        if not self.sentences.words.has(self.id, "condition"):
            return ""
        return "" if self.names_readings and not self.case.holding() else self._text("condition")

    @property
    def names_readings(self) -> bool:
        """Whether the condition names the readings that hold."""
        words = self.sentences.words
        has = words.has(self.id, "condition")
        return has and "holding" in words.variables(self.id, "condition")

    @property
    def settles(self) -> str:
        """Where one could look to decide it."""
        return self._text("settles")

    @property
    def settled_by(self) -> tuple[str, ...]:
        """The sources of the article that ``settles`` names."""
        named = self.sentences.words.variables(self.id, "settles")
        ids = {name.partition("-")[2] for name in named if name.startswith(("note-", "shelf-"))}
        return tuple(sorted(ids))

    @property
    def verdict(self) -> str:
        """The verdict with its condition."""
        verdict = self.case.verdict()
        if verdict in (ONLY_IF, CONTRADICT) and (condition := self.condition):
            id = f"verdict-{name(verdict)}"
            return self.sentences.words.message(id, "with", condition=condition)
        return self.sentences.answer(verdict)

    def missing(self) -> Iterator[str]:
        """What the words of its language lack of all that may be asked of it."""
        case, words = self.case, self.sentences.words
        own = [n for n, line in case.lines.items() if line.id == f"{case.id}/{n}"]
        wanted = ["", "finding", "settles", *(f"line-{n}" for n in own)]
        wanted += [f"{part}-{n}" for n in case.readings for part in ("reading", "because")]
        wanted += [f"{part}-{f.id}" for f in case.quotes for part in ("becomes", "warning")]
        for attribute in wanted:
            if not words.has(self.id, attribute):
                yield f"{self.id}.{attribute}".rstrip(".")
        for id in case.ids("assumption"):
            if not words.has(f"assumption-{id}"):
                yield f"assumption-{id}"

    def line(self, name: str) -> str:
        """What a line is: its own words here, or those of the result it shows."""
        if self.sentences.words.has(self.id, f"line-{name}"):
            return self._text(f"line-{name}")
        return self.sentences.label(self.case.lines[name])

    def formula(self, name: str) -> str:
        """How a line is reckoned; in its own words where the derived formula reads badly."""
        if self.sentences.words.has(self.id, f"formula-{name}"):
            return self._text(f"formula-{name}")
        return self.sentences.formula(self.case.lines[name])

    def reading(self, name: str) -> str:
        """A reading of the sentence."""
        return self._text(f"reading-{name}")

    def because(self, name: str) -> str:
        """What a reading comes to."""
        return self._text(f"because-{name}")

    def becomes(self, figure: Figure) -> str:
        """A figure after it has been confronted with the others."""
        return self._text(f"becomes-{figure.id}")

    def warning(self, figure: Figure) -> str:
        """The words that must travel with a figure."""
        return self._text(f"warning-{figure.id}")

    @property
    def holding(self) -> str:
        """The readings that hold, joined by or."""
        return self.sentences.words.message("or").join(map(self.reading, self.case.holding()))

    def _text(self, attribute: str = "") -> str:
        arguments = dict(self.arguments)
        if attribute in ("condition", "finding") and self.case.readings:
            arguments["holding"] = self.holding
        return self.sentences.words.message(self.id, attribute, **arguments)


def name(verdict: Verdict) -> str:
    """A verdict as part of an id: ``agree-only-if``."""
    return str(verdict).replace(" ", "-")


__all__ = ["CheckSays", "Sentences", "language", "name"]
