"""Settings: what a reader may move, what depends on it, and the account as the page evaluates it.

>>> movable(World.load())[:2]
('hedge-about-width', 'hedge-over-reach')
"""

from __future__ import annotations

import re
from math import isinf
from typing import Any

from analysis.account import checks, results
from analysis.account.case import AMONG, Case
from analysis.account.expressions import Choice, Figure, Node, Number, Truth, assumption
from analysis.account.result import Result, shown_factor
from analysis.account.sentences import Sentences
from analysis.account.world import ABOUT, REACH, Settings, World
from analysis.account.world import Figure as Value

_RECORD = re.compile(r"\$((?:note|shelf|date)-[\w-]+)")


def movable(world: World) -> tuple[str, ...]:
    """The assumptions on which a verdict, a line or a result depends."""
    found = {id for case in checks(world).values() for id in case.ids("assumption")}
    for result in results(world).values():
        found |= {figure.id for figure in result.evidence() if figure.kind == "assumption"}
    return tuple(sorted(found))


def likely(world: World, **moved: float) -> World:
    """The data with every assumption at its most likely value, but for those that are moved."""
    values = {id: world.figure(id, "assumption").best for id in movable(world)}
    return world.moved(Settings(values=values | {k.replace("_", "-"): v for k, v in moved.items()}))


def choices(world: World) -> dict[str, tuple[str, ...]]:
    """The checks of which a reader may choose a reading, with their readings."""
    return {id: tuple(case.readings) for id, case in checks(world).items() if case.readings}


def moves(case: Case) -> bool:
    """Whether a setting can change the verdict or a number of a check."""
    return bool(case.ids("assumption") or case.ids("outside") or case.readings)


def moves_result(result: Result, world: World) -> bool:
    """Whether a setting can change a result."""
    nodes = list(result.walk())
    figures = [node for node in nodes if isinstance(node, Figure)]
    hedges = {world.figure(figure.id, figure.kind).hedge for figure in figures}
    return (
        any(figure.kind == "assumption" for figure in figures)
        or any(isinstance(node, Choice) for node in nodes)
        or bool(hedges & {"about", "over"})
    )


def exported(says: Sentences) -> dict[str, Any]:
    """All that the page needs to reckon and say what a setting moves, ready for JSON."""
    world = says.world
    cases = {id: case for id, case in checks(world).items() if moves(case)}
    roots: list[Node] = [node for case in cases.values() for node in case.nodes()]
    roots += [each for each in results(world).values() if moves_result(each, world)]
    nodes = [node for root in roots for node in root.walk()]
    found = {node.id: node for node in nodes if isinstance(node, Result)}
    figures = {figure.id: figure for root in roots for figure in root.evidence()}
    for case in cases.values():
        figures |= case.evidence()
    figures |= {id: assumption(id) for id in (ABOUT, REACH)}
    messages = says.words.source()
    used = sorted(set(_RECORD.findall(messages)) & set(says.records))
    return {
        "language": says.words.code,
        "figures": {id: _figure(figures[id], world) for id in sorted(figures)},
        "results": {id: found[id].definition(world) for id in sorted(found)},
        "checks": {id: _check(case, says) for id, case in cases.items()},
        "records": {name: says.records[name] for name in used},
        "messages": messages,
    }


def _figure(figure: Figure, world: World) -> dict[str, Any]:
    found = world.figure(figure.id, figure.kind)
    factor, unit = shown_factor(found.unit)
    written: dict[str, Any] = {**_value(found), "shown": {"factor": factor, "unit": unit}}
    if figure.kind == "assumption":
        # what it is when outside figures count up to the strongest grade, the two strongest, ...
        grades = world.grades()
        strong = [world.moved(Settings(grades=grades[:end])) for end in range(1, len(grades))]
        values = [_value(each.figure(figure.id, figure.kind)) for each in strong]
        if any(value != _value(found) for value in values):
            written["graded"] = values
    return written


def _value(found: Value) -> dict[str, Any]:
    ends = [None if isinf(end) else end for end in (found.value.low, found.value.high)]
    return {
        "value": ends,
        "best": found.best,
        "unit": found.unit,
        "hedge": found.hedge,
        "ends": list(found.ends),
    }


def _check(case: Case, says: Sentences) -> dict[str, Any]:
    world, said = says.world, says.check(case)

    def rule(each: Any) -> list[Any]:
        verdict, holds = each if isinstance(each, tuple) else (None, each)
        return [verdict and str(verdict), ["among"] if holds is AMONG else holds.json(world)]

    facts: dict[str, Any] = {}
    for name, fact in case.facts.items():
        if isinstance(fact, Truth):
            facts[name] = {"truth": fact.json(world)}
        elif isinstance(fact, Number):
            facts[name] = {"number": fact.json(world)}
        elif isinstance(fact, list):
            facts[name] = {"list": [figure.id for figure in fact]}
        else:
            facts[name] = str(fact)
    outside = [world.row(id, "outside") for id in case.deciding()]
    return {
        "words": said.id,
        "namesReadings": said.names_readings,
        "lines": {name: line.id for name, line in case.lines.items()},
        "key": None if case.key is None else case.key.id,
        "readings": {name: holds.json(world) for name, holds in case.readings.items()},
        "rules": [rule(each) for each in case.rules],
        "facts": facts,
        "quotes": [figure.id for figure in case.quotes],
        "evidence": list(case.evidence()),
        "grades": sorted({str(row["grade"]) for row in outside if "grade" in row}),
    }
