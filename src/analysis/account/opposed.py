"""Who contradicts whom: of each claim in a contradiction, the figures that stand against it.

>>> from analysis.account import World, checks
>>> case = checks(World.load())["households-in-people"]
>>> words("migration-people-1930-1933", case, Sentences(case.world, language("en")))
'286,000 households'
"""

from __future__ import annotations

from analysis.account.case import CONTRADICT, Case
from analysis.account.clash import OPPOSED, line
from analysis.account.expressions import End, Figure, Node, Number
from analysis.account.result import Result
from analysis.account.sentences import Sentences, language

_PRINTED = ("claim", "outside")  # an assumption contradicts nobody: it is ours


def claims(case: Case) -> tuple[str, ...]:
    """The claims of a contradiction: those of its rule, and those that it warns of."""
    if case.verdict() != CONTRADICT:
        return ()
    found = [figure for node in case.tests() for figure in node.evidence()] + case.quotes
    return tuple(dict.fromkeys(f.id for f in found if f.kind == "claim"))


def words(claim: str, case: Case, says: Sentences) -> str:
    """What contradicts a claim: the other side of the question, or the other printed figures."""
    sides = [node.arguments for node in case.tests() if node.operation in OPPOSED]
    for pair in sides:
        numbers = [side for side in pair if isinstance(side, Number)]
        others = [side for side in numbers if claim not in _printed(side)]
        if len(numbers) == 2 and len(others) == 1 and _printed(others[0]):
            return _named(others[0], case, says)
    printed = {id: f for node in case.tests() for id, f in _printed(node).items()}
    printed = printed or {f.id: f for f in case.evidence().values() if f.kind in _PRINTED}
    named = [_figure(figure, says) for id, figure in printed.items() if id != claim]
    return says.words.message("and").join(named) or says.words.message("opponent-none")


def _printed(node: Node) -> dict[str, Figure]:
    return {figure.id: figure for figure in node.evidence() if figure.kind in _PRINTED}


def _named(side: Number, case: Case, says: Sentences) -> str:
    """A side as its figure, or as what it is reckoned to with what it is."""
    shown = line(side, case)
    side = side.of if isinstance(side, End) else side
    if isinstance(side, Figure):
        return _figure(side, says)
    result = case.lines[shown] if shown else side
    if isinstance(result, Result):
        label = says.check(case).line(shown) if shown else says.label(result)
        said = says.result(result)
        return says.words.message("opponent-reckoned", number=said, label=label)
    return says.words.message("and").join(_figure(f, says) for f in _printed(side).values())


def _figure(figure: Figure, says: Sentences) -> str:
    said = says.figure(figure)
    if figure.kind == "claim":
        return said
    subject = str(says.world.row(figure.id, figure.kind)["subject"])
    return says.words.message("opponent-outside", figure=said, subject=subject)


__all__ = ["claims", "language", "words"]
