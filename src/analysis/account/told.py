"""Results and checks as pages tell them: numbers, verdicts and sentences in one language.

>>> checks()["two-household-figures"].verdict_text
'They count different things'
>>> results()["bakhty-km-per-outpost-1927"].text
'131.5 km per outpost'
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from analysis import account, editions, tables, wording
from analysis.account import Case, Settings, Verdict, World, opposed
from analysis.account.case import AGREE, CONTRADICT, ONLY_IF, SCOPE, UNTESTED
from analysis.account.expressions import Number, outside
from analysis.account.result import Result
from analysis.account.sentences import CheckSays, Sentences, language
from analysis.hedges import Interval
from analysis.words import Language

# From the verdict that needs a reader's attention most to the one that needs it least.
VERDICTS = (CONTRADICT, ONLY_IF, UNTESTED, SCOPE, AGREE)


@dataclass(frozen=True)
class Told:
    """One computed number.

    Attributes:
        id: stable name, used by the ``{result}`` role.
        label: what it is, in a few words.
        value: all that it can be, in its unit.
        unit: id of its unit.
        number, text: the number without and with its unit.
        formula: how it is reckoned.
        claims: the claims it rests on; empty for what is counted or measured.
    """

    id: str
    label: str
    value: Interval
    unit: str
    number: str
    text: str
    formula: str
    claims: tuple[str, ...]


@dataclass(frozen=True)
class Reading:
    """One way to read an ambiguous sentence, its verdict also in words, and what it comes to."""

    name: str
    words: str
    verdict: Verdict
    possible: str
    because: str


@dataclass(frozen=True)
class Quote:
    """What becomes of a figure that a reader might quote, and the words that travel with it."""

    claim: str
    becomes: str
    warning: str


@dataclass(frozen=True)
class Against:
    """A claim of a check whose figures contradict each other, and what contradicts it, in words."""

    claim: str
    by: str


@dataclass(frozen=True)
class Variant:
    """What a check comes to with other outside figures; ``same``: with the same verdict."""

    text: str
    verdict: Verdict
    same: bool


@dataclass(frozen=True)
class ToldCheck:
    """One check: its question, its verdict, its arithmetic and its words.

    Attributes:
        id: stable name, used by the ``{check}`` role and as address.
        verdict, answer: the verdict, and the same in words as the answer to the question.
        verdict_text: the answer with its condition.
        names, lines, key: the steps of the arithmetic, and the one to take away.
        claims, assumptions, comparanda: ids of what was read.
        deciding: the outside figures on which the verdict hangs.
        settled_by: the sources of the article that ``settles`` names.
        opposed: of a contradiction, the claims and what contradicts each.
        rests_on: what carries the verdict beside the article, in words.
    """

    id: str
    question: str
    verdict: Verdict
    answer: str
    verdict_text: str
    condition: str
    finding: str
    settles: str
    settled_by: tuple[str, ...]
    names: tuple[str, ...]
    lines: tuple[Told, ...]
    key: Told
    readings: tuple[Reading, ...]
    quotes: tuple[Quote, ...]
    claims: tuple[str, ...]
    assumptions: tuple[str, ...]
    comparanda: tuple[str, ...]
    deciding: tuple[str, ...]
    mapped: bool
    grade: str
    rests_on: str
    variants: tuple[Variant, ...] = ()
    opposed: tuple[Against, ...] = ()

    def against(self, claim: str) -> str:
        """What contradicts a claim, in words; empty where nothing does."""
        return next((each.by for each in self.opposed if each.claim == claim), "")

    @property
    def hangs_on(self) -> tuple[Variant, ...]:
        """The variants that change the verdict."""
        return tuple(variant for variant in self.variants if not variant.same)


def results(data: Path = tables.DATA, code: str = "") -> dict[str, Told]:
    """Every number that a page shows and the article does not print, by id.

    Raises:
        DataError: the data have problems; all of them are in the message.
    """
    return dict(_results(World.load(data), code or editions.code()))


def number(expression: Number, world: World | None = None, code: str = "") -> Told:
    """An expression as the book has it.

    Raises:
        KeyError: no result of the book is reckoned so.
    """
    world = world or World.load()
    result = account.published(expression, world)
    if result is None:
        raise KeyError(f"no result of the book is reckoned as {expression.json(world)}")
    return _told(result, Sentences(world, language(code or editions.code())))


def checks(data: Path = tables.DATA, code: str = "") -> dict[str, ToldCheck]:
    """Every check by id, the most important first.

    Raises:
        DataError: the data have problems; all of them are in the message.
        KeyError: a figure that a check needs is not there.
        CircularError: a figure is evidence in a check of itself.
    """
    return dict(_checks(World.load(data), code or editions.code()))


def missing(words: Language) -> list[str]:
    """The words of a language that a check or a result needs and that are not there."""
    world = World.load()
    says = Sentences(world, words)
    cases, results = account.checks(world).values(), account.results(world).values()
    found = [id for case in cases for id in says.check(case).missing()]
    found += [result.words for result in results if not words.has(result.words)]
    shown = [*results, *(line for case in cases for line in case.lines.values())]
    units = {f"unit-{each.unit}" for each in shown if each.unit}
    found += [id for id in units if not words.has(id)]
    return sorted(set(found))


def unchecked(code: str = "") -> dict[str, str]:
    """Discrepancies between claims that no arithmetic can confront, and why."""
    words = language(code or editions.code())
    ids = account.covered(World.load())
    return {id: words.message(f"unchecked-{id}") for id in ids if words.has(f"unchecked-{id}")}


@cache
def _results(world: World, code: str) -> dict[str, Told]:
    says = Sentences(world, language(code))
    return {id: _told(result, says) for id, result in account.results(world).items()}


@cache
def _checks(world: World, code: str) -> dict[str, ToldCheck]:
    says = Sentences(world, language(code))
    return {id: _check(case, says) for id, case in account.checks(world).items()}


def _told(result: Result, says: Sentences, label: str = "", formula: str = "") -> Told:
    shown = result.shown(says.world)
    claims = dict.fromkeys(f.id for f in result.evidence() if f.kind == "claim")
    return Told(
        result.id,
        label or says.label(result),
        shown.value,
        shown.unit,
        says.result(result, unit=False),
        says.result(result),
        formula or says.formula(result),
        tuple(claims),
    )


def _check(case: Case, says: Sentences) -> ToldCheck:
    said = says.check(case)
    lines = {
        name: _told(line, says, said.line(name), said.formula(name))
        for name, line in case.shown().items()
    }
    key = next(told for told in lines.values() if case.key is not None and told.id == case.key.id)
    return ToldCheck(
        case.id,
        said.question,
        case.verdict(),
        says.answer(case.verdict()),
        said.verdict,
        said.condition,
        wording.upper(said.finding),
        said.settles,
        said.settled_by,
        tuple(lines),
        tuple(lines.values()),
        key,
        tuple(
            Reading(name, said.reading(name), found, says.possible(found), said.because(name))
            for name, found in ((name, case.judge(holds)) for name, holds in case.readings.items())
        ),
        tuple(Quote(f.id, said.becomes(f), said.warning(f)) for f in case.quotes),
        case.ids("claim"),
        case.ids("assumption"),
        case.ids("outside"),
        case.deciding(),
        case.mapped,
        case.grade(),
        _rests_on(case, said),
        tuple(_variants(case, says)),
        tuple(Against(id, opposed.words(id, case, says)) for id in opposed.claims(case)),
    )


def _rests_on(case: Case, said: CheckSays) -> str:
    words = said.sentences.words
    parts = []
    for kind, plural in (("assumption", "assumptions"), ("outside", "outside")):
        if number := len(case.ids(kind)):
            written, count = words.number(number, 0)
            parts.append(words.message(f"rests-on-{plural}", number=written, count=count))
    if case.mapped:
        parts.append(words.message("rests-on-map"))
    if not parts:
        return words.message("rests-on-article")
    joined, grade = words.message("and").join(parts), case.grade()
    if grade:
        return words.message("rests-on", "graded", parts=joined, grade=wording.grade(grade))
    return words.message("rests-on", parts=joined)


def _variants(case: Case, says: Sentences) -> Iterator[Variant]:
    """The check with each rival of a figure on which it hangs, and without the weakest ones."""
    world, words = says.world, says.words
    comparanda, grades = world.frames["comparanda"], world.grades()
    for id in case.deciding():
        for rival in comparanda.index[comparanda["rival_of"] == id]:
            figure, grade = says.figure(outside(str(rival))), comparanda.loc[rival, "grade"]
            with_ = words.message("variant-rival", figure=figure, grade=wording.grade(grade))
            yield _variant(case, says, Settings(rivals={id: str(rival)}), with_)
    behind = [*case.deciding(), *(o for id in case.ids("assumption") for o in world.origins(id))]
    if grades and any(comparanda["grade"].get(id) == grades[-1] for id in behind):
        without = words.message("variant-without", grade=wording.grade(grades[-1]))
        yield _variant(case, says, Settings(grades=grades[:-1]), without)


def _variant(case: Case, says: Sentences, settings: Settings, with_: str) -> Variant:
    world = says.world.moved(settings)
    other = replace(case, world=world)
    verdict, key = other.verdict(), "none"
    # what rests on a figure that does not count has no number
    if case.key is not None and all(world.admitted(id) for id in case.deciding()):
        other_key = replace(says, world=world).result(case.key)
        key = "none" if other_key == says.result(case.key) else other_key
    same = "yes" if verdict == case.verdict() else "no"
    text = says.words.message(
        "variant", with_=with_, verdict=says.answer(verdict), same=same, key=key
    )
    return Variant(text, verdict, same == "yes")
