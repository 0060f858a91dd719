"""What became of each claim when the figures were set against each other.

>>> str(of("migration-households-1930-1933")), str(of("garrison-checkpoints"))
('contradicted', 'untested')
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from analysis import account
from analysis.account import Verdict, told
from analysis.words import current


class Standing(StrEnum):
    """What became of a claim, the gravest first."""

    CONTRADICTED = "contradicted"
    ONLY_IF = "holds only if"
    HOLDS = "holds"
    UNTESTED = "untested"


# Neither a verdict of different scope nor one that cannot be told sets a figure against the claim.
_OF = {
    Verdict.CONTRADICT: Standing.CONTRADICTED,
    Verdict.ONLY_IF: Standing.ONLY_IF,
    Verdict.AGREE: Standing.HOLDS,
}


def verdict(standing: Standing) -> Verdict:
    """The verdict that makes a claim what it is; of what no check tests, the one that tells not."""
    return next((each for each, found in _OF.items() if found == standing), Verdict.UNTESTED)


@cache
def checks_of(claim: str) -> tuple[told.ToldCheck, ...]:
    """The checks that read a claim, the most important first."""
    return tuple(check for check in told.checks().values() if claim in check.claims)


@cache
def judging(claim: str) -> tuple[told.ToldCheck, ...]:
    """The checks whose verdict is on the claim: not those that set it beside others in a line."""
    return tuple(check for check in checks_of(claim) if claim in _judged(check.id))


@cache
def _judged(check: str) -> frozenset[str]:
    """The claims on which a verdict is: those of its rule, and those that it warns of."""
    case = account.checks()[check]
    nodes = [rule[1] if isinstance(rule, tuple) else rule for rule in case.rules]
    figures = [figure for node in nodes for figure in node.evidence()] + case.quotes
    found = frozenset(figure.id for figure in figures if figure.kind == "claim")
    # what is of different scope, or cannot be told, often has no rule that reads a figure
    return found or frozenset(case.ids("claim"))


def of(claim: str) -> Standing:
    """The gravest of the verdicts that are on the claim; untested where none is."""
    found = {_OF.get(check.verdict, Standing.UNTESTED) for check in judging(claim)}
    return next((each for each in Standing if each in found), Standing.UNTESTED)


def decisive(claim: str) -> told.ToldCheck | None:
    """The most important of the checks that make a claim what it is; None where none tests it."""
    found = of(claim)
    deciding = (check for check in judging(claim) if _OF.get(check.verdict) == found)
    return next(deciding, None)


def became(claim: str) -> str:
    """What became of a claim as a sentence: what contradicts it, and the condition.

    >>> became("garrison-personnel-late-1930s")
    'Holds only if they are of the whole border district.'
    """
    check, words = decisive(claim), current().message
    condition = check.condition if check and of(claim) != Standing.HOLDS else ""
    return words(
        f"became-{of(claim).name.lower().replace('_', '-')}",
        "with" if condition else "",
        condition=condition,
        opponents=check.against(claim) if check else "",
    )


def against(claim: str) -> str:
    """``contradicted by`` all that contradicts a claim; empty where nothing does."""
    found = dict.fromkeys(check.against(claim) for check in judging(claim) if check.opposed)
    words = current().message
    return words("against", opponents=words("and").join(found)) if found else ""


def answer(claim: str, check: told.ToldCheck) -> str:
    """The answer of a check beside one of its claims: of a no, with what contradicts the claim."""
    if not (by := check.against(claim)):
        return check.answer
    return f"{check.answer}: {current().message('against', opponents=by)}"


def warnings(claim: str) -> list[str]:
    """The words that must travel with a claim, each once."""
    said = (q.warning for check in checks_of(claim) for q in check.quotes if q.claim == claim)
    return list(dict.fromkeys(said))
