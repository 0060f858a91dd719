"""Units: conversion with the factors of data/units.csv, and what is refused."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import tables, units
from analysis.hedges import Interval
from analysis.units import Unit

UNITS = units.load()

# Worked out by hand from the law of 1899: 1 verst = 500 sazhen of 2.1336 m,
# 1 dessiatine = 2,400 square sazhen.
BY_HAND = [
    (7, "versts", "km", 7.4676),
    (15, "versts", "km", 16.002),
    (21, "versts", "km", 22.4028),
    (25, "versts", "km", 26.67),
    (1, "versts", "m", 1066.8),
    (500, "m", "km", 0.5),
    (4, "m", "km", 0.004),
    (4, "dessiatines", "ha", 4.3701590016),
    (3, "years", "months", 36),
    (6, "months", "years", 0.5),
    (90, "percent", "fraction", 0.9),
    (1093, "people", "people", 1093),
]


@pytest.mark.parametrize(("value", "unit", "to", "expected"), BY_HAND)
def test_worked_out_by_hand(value, unit, to, expected):
    assert units.convert(value, unit, to, UNITS) == pytest.approx(expected, rel=1e-12)


def test_an_interval_keeps_its_open_end():
    converted = units.convert(Interval(10, float("inf")), "versts", "km", UNITS)
    assert str(converted) == "[10.668, ∞)"


@pytest.mark.parametrize(
    ("unit", "to", "said"),
    [
        ("households", "people", "the base of households is households, the base of people is"),
        ("km", "ha", "km cannot be converted into ha"),
        ("leagues", "km", "unknown unit 'leagues'"),
        ("km", "leagues", "unknown unit 'leagues'; known are .*km"),
    ],
)
def test_what_cannot_be_converted(unit, to, said):
    with pytest.raises(ValueError, match=said):
        units.convert(1.0, unit, to, UNITS)


@given(st.sampled_from(sorted(UNITS)), st.floats(1e-6, 1e6))
def test_there_and_back(unit, value):
    base = UNITS[unit].base
    there = units.convert(value, unit, base, UNITS)
    assert units.convert(there, base, unit, UNITS) == pytest.approx(value, rel=1e-12)


def test_a_unit_in_itself_is_untouched():
    odd = {"x": Unit("x", "x", "length", "y", 0.1, ""), "y": Unit("y", "y", "length", "y", 1, "")}
    # 0.3 * 0.1 / 0.1 is not 0.3 in floating point
    assert units.convert(0.3, "x", "x", odd) == 0.3


def test_every_factor_other_than_one_has_a_source():
    frame = tables.read("units")
    converted = frame[frame["factor"] != 1]
    assert len(converted) > 0
    assert (converted["source"] != "").all()


def test_units_are_those_of_the_file_as_it_is_now(tmp_path):
    folder = tmp_path / "data"
    shutil.copytree(Path(__file__).parent / "small_data", folder)
    shutil.copy(tables.DATA / "datapackage.json", folder)
    assert units.load(folder)["versts"] == Unit(
        "versts", "verst or versts", "length", "km", 1.0668, "500 sazhen"
    )
    path = folder / "units.csv"
    path.write_text(path.read_text("utf-8").replace(",1.0668,", ",1.06680,"), "utf-8")
    assert units.load(folder)["versts"].factor == 1.0668
    path.write_text(path.read_text("utf-8").replace(",1.06680,", ",2,"), "utf-8")
    assert units.load(folder)["versts"].factor == 2
    # the caller's own copy: to change it changes no one else's
    units.load(folder).clear()
    assert len(units.load(folder)) == 10


def test_an_unknown_unit_is_told_from_the_known_ones():
    known = {name: Unit(name, name, "length", "km", 1, "") for name in ("m", "km")}
    with pytest.raises(ValueError) as error:
        units.convert(1.0, "leagues", "km", known)
    assert str(error.value) == "unknown unit 'leagues'; known are km, m"
