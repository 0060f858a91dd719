"""The account at a reader's settings: worked by hand, and nothing frozen in Python."""

import random

import pytest
from hypothesis import given as for_any
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from analysis.account import Settings, World, checks
from analysis.account.case import CHECKS
from analysis.account.settings import choices, movable

WORLD = World.load()


def at(id, **values):
    moved = WORLD.moved(Settings(values={k.replace("_", "-"): v for k, v in values.items()}))
    return checks(moved)[id]


@pytest.mark.parametrize(
    ("size", "reach", "verdict"),
    [
        (1.39, 0.25, "contradict"),  # 286,000 x 1.39 = 397,540, below 400,000
        (1.5, 0.25, "agree only if"),  # 400,000 to 500,000 are 1.40 to 1.75 each
        (1.76, 0.25, "contradict"),
        (5, 3, "agree only if"),  # 1,600,000 / 286,000 = 5.59
    ],
)
def test_the_totals_at_settings_by_hand(size, reach, verdict):
    case = at("households-in-people", household_size=size, hedge_over_reach=reach)
    assert str(case.verdict()) == verdict


def test_a_reading_that_is_chosen_decides():
    said = {}
    for reading in choices(WORLD)["households-in-people"]:
        moved = WORLD.moved(Settings(readings={"households-in-people": reading}))
        said[reading] = str(checks(moved)["households-in-people"].verdict())
    assert said["printed"] == "contradict" and said["both-people"] == "agree"


def test_without_second_hand_figures_nothing_hangs_on_them():
    moved = WORLD.moved(Settings(grades=WORLD.grades()[:-1]))
    assert str(checks(moved)["emigrants-against-residents"].verdict()) == "cannot be tested"


@for_any(st.floats(1, 9), st.floats(1, 9))
@hypothesis_settings(max_examples=40)
def test_larger_households_leave_fewer_others(one, other):
    rests = [at("balance-republic", household_size=size).key for size in sorted((one, other))]
    worlds = [WORLD.moved(Settings(values={"household-size": s})) for s in sorted((one, other))]
    lows = [rest.value(world).low for rest, world in zip(rests, worlds, strict=True)]
    assert lows[0] >= lows[1]


def _trees(case, world):
    rules = [rule if isinstance(rule, tuple) else (None, rule) for rule in case.rules]
    return {
        "rules": [(verdict, holds.json(world)) for verdict, holds in rules],
        "readings": {name: each.json(world) for name, each in case.readings.items()},
        "lines": {name: each.node.json(world) for name, each in case.lines.items()},
    }


@pytest.mark.long
def test_no_tree_is_frozen_at_the_published_values():
    draw = random.Random(14)
    rows = {id: WORLD.row(id, "assumption") for id in movable(WORLD)}
    published = checks(WORLD)
    for _ in range(60):
        values = {id: draw.uniform(row["low"], row["high"]) for id, row in rows.items()}
        readings = {
            id: draw.choice(names) for id, names in choices(WORLD).items() if draw.random() < 0.2
        }
        moved = WORLD.moved(Settings(values=values, readings=readings))
        for id, case in checks(moved).items():
            fresh = CHECKS[id].case(moved)
            assert _trees(fresh, moved) == _trees(published[id], moved), id
            assert fresh.verdict() == case.verdict(), id
