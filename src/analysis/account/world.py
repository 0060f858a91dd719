"""What expressions are reckoned from: the data of a folder, and a reader's settings.

>>> found = World.load().figure("migration-people-1930-1933", "claim")
>>> print(found.value, found.best, found.unit)
[400000, 800000] 400000.0 people

A figure hedged with "over" is closed here at the reach that an assumption gives the hedge; the
table of claims leaves it open. Without a reach no figure so hedged could be contradicted.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import pandas as pd

from analysis import claims, derivation, hedges, reads, tables, units
from analysis.account import sizes
from analysis.hedges import Interval
from analysis.units import Measure, Unit

if TYPE_CHECKING:
    from analysis.account.case import Case
    from analysis.account.expressions import Node
    from analysis.account.result import Result
    from analysis.places import Distance

Kind: TypeAlias = Literal["claim", "assumption", "outside"]

ABOUT, REACH = claims.ABOUT_WIDTH, "hedge-over-reach"


class Verdict(StrEnum):
    """The fixed vocabulary of verdicts."""

    AGREE = "agree"
    ONLY_IF = "agree only if"
    SCOPE = "different scope"
    CONTRADICT = "contradict"
    UNTESTED = "cannot be tested"


@dataclass(frozen=True)
class Figure:
    """A figure as the data and the settings have it.

    Attributes:
        value: all that its hedge, or its range, leaves possible, in its unit.
        best: its most likely value; the middle where only two ends are printed.
        unit: id of the unit.
        hedge: the hedge of a claim; "range" or "exact" for the others.
        ends: what is printed: low and high of a range, else the one number.
        set_by_reader: whether a setting stands in the place of the data.
    """

    value: Interval
    best: float
    unit: str
    hedge: str
    ends: tuple[float, ...]
    set_by_reader: bool = False


@dataclass(frozen=True)
class Settings:
    """What a reader has moved; nothing moved gives the published values.

    Attributes:
        values: the number chosen for an assumption, by its id.
        readings: the reading chosen for a sentence, by the name of the choice.
        grades: the grades of outside figures that count; empty for all.
        rivals: the outside figure that is taken in the place of another version of it, by its id.
    """

    values: Mapping[str, float] = field(default_factory=dict)
    readings: Mapping[str, str] = field(default_factory=dict)
    grades: tuple[str, ...] = ()
    rivals: Mapping[str, str] = field(default_factory=dict)


@dataclass(eq=False)
class World:
    """The data and the settings; remembers what was reckoned from them.

    Attributes:
        folder: where the data lie.
        frames: the tables by name, each by id; ``claims`` are those of all claim tables.
        units: the units by id.
        settings: what a reader has moved.
        memory, cases: what was reckoned before.
        measures, results, on_map: the same of what no setting changes.
        published: the same data with nothing moved; None if this is it.
    """

    folder: Path
    frames: Mapping[str, pd.DataFrame]
    units: Mapping[str, Unit]
    settings: Settings = Settings()
    memory: dict[tuple[Node, bool], Any] = field(default_factory=dict)
    measures: dict[Node, Measure] = field(default_factory=dict)
    published: World | None = None
    cases: dict[str, Case] | None = None
    results: dict[str, Result] | None = None
    on_map: dict[str, Distance] = field(default_factory=dict)
    _figures: dict[str, Figure] = field(default_factory=dict)
    _rows: dict[tuple[Kind, str], pd.Series[Any]] = field(default_factory=dict)
    _measures: dict[str, Measure] = field(default_factory=dict)
    _grades: tuple[str, ...] = ()

    @staticmethod
    def load(folder: Path = tables.DATA) -> World:
        """The data of a folder, nothing moved.

        Raises:
            DataError: the data have problems; all of them are in the message.
        """
        return _load(folder, tables.stamp(folder))

    def moved(self, settings: Settings) -> World:
        """The same data at other settings."""
        published = self.published or self
        return World(
            self.folder,
            self.frames,
            self.units,
            settings,
            measures=self.measures,
            published=published,
            results=published.results,
            on_map=self.on_map,
            _rows=self._rows,
            _measures=self._measures,
        )

    @property
    def claims(self) -> pd.DataFrame:
        """All claims by id, see ``claims.load``."""
        return self.frames["claims"]

    def row(self, id: str, kind: Kind) -> pd.Series[Any]:
        """All that the tables know of a figure; the same row for all who ask: copy it to change it.

        Raises:
            KeyError: there is no such figure.
        """
        if (kind, id) not in self._rows:
            table = {"claim": "claims", "assumption": "assumptions", "outside": "comparanda"}[kind]
            if id not in self.frames[table].index:
                raise KeyError(f"there is no {kind} {id!r}")
            self._rows[kind, id] = self.frames[table].loc[id]
        return self._rows[kind, id]

    def figure(self, id: str, kind: Kind) -> Figure:
        """A figure as the data and the settings have it.

        Raises:
            KeyError: there is no such figure.
        """
        if id not in self._figures:
            row = self.row(self.settings.rivals.get(id, id), kind)
            self._figures[id] = self._claim(row) if kind == "claim" else self._other(id, row)
        return self._figures[id]

    def measure(self, unit: str) -> Measure:
        """What a unit counts."""
        if unit not in self._measures:
            self._measures[unit] = units.measure(unit, self.units)
        return self._measures[unit]

    def reading(self, choice: str, options: Sequence[str]) -> str:
        """The reading that is chosen; the first if the reader has chosen none.

        Raises:
            ValueError: the choice has no such reading.
        """
        chosen = self.settings.readings.get(choice, options[0])
        if chosen not in options:
            raise ValueError(f"{choice}: {chosen!r} is none of {', '.join(options)}")
        return chosen

    def admitted(self, id: str) -> bool:
        """Whether an outside figure is of a grade that counts."""
        return not self.settings.grades or self.row(id, "outside")["grade"] in self.settings.grades

    def _admitted(self) -> pd.DataFrame:
        outside = self.frames["comparanda"]
        return outside[outside["grade"].isin(self.settings.grades)]

    def grades(self) -> tuple[str, ...]:
        """The grades of outside figures, from the strongest to the weakest."""
        published = self.published or self
        if not published._grades:
            fields = tables.package(self.folder).tables["comparanda"].fields
            published._grades = tuple(next(f.enum for f in fields if f.name == "grade"))
        return published._grades

    def origins(self, id: str) -> tuple[str, ...]:
        """All that an assumption or outside figure was derived from, over however many steps."""
        parents = {
            str(name): derived
            for table in ("assumptions", "comparanda")
            for name, derived in self.frames[table]["derived_from"].items()
        }
        return derivation.origins(id, parents)

    def _claim(self, row: pd.Series[Any]) -> Figure:
        hedge = str(row["hedge"])
        low, high, best = (float(row[end]) for end in ("low", "high", "best"))
        width = self.figure(ABOUT, "assumption") if hedge == "about" else None
        found = hedges.interval(hedge, low, high, best, width.best if width else None)
        high = found.high
        reach = self.figure(REACH, "assumption") if hedge == "over" else None
        if reach:
            high = best * (1 + reach.value.high)
        # nothing that the article counts can be less than nothing
        value = Interval(max(found.low, 0.0), high)
        ends: tuple[float, ...] = (best,)
        if hedge == "range":
            best, ends = (found.low + found.high) / 2, (found.low, found.high)
        moved = any(each.set_by_reader for each in (width, reach) if each)
        return Figure(value, best, str(row["unit"]), hedge, ends, moved)

    def _other(self, id: str, row: pd.Series[Any]) -> Figure:
        best, unit = float(row["best"]), str(row["unit"])
        if id in self.settings.values:
            best = self.settings.values[id]
            return Figure(Interval.exactly(best), best, unit, "exact", (best,), True)
        low, high = (
            best if math.isnan(end) else end for end in (float(row["low"]), float(row["high"]))
        )
        if id == sizes.SIZE and self.settings.grades:
            low, best, high = sizes.spread(self._admitted())
        value = Interval(low, high)
        best = (low + high) / 2 if math.isnan(best) else best
        hedge, ends = ("exact", (low,)) if low == high else ("range", (low, high))
        return Figure(value, best, unit, hedge, ends)


@cache
def _load(folder: Path, stamp: tables.Stamp) -> World:
    with reads.unnoted():
        named = {
            name: tables.handed_out(frame.set_index("id"), name, folder)
            for name, frame in tables.load(folder).items()
            if "id" in frame
        }
    return World(folder, named | {"claims": claims.load(folder)}, units.load(folder))
