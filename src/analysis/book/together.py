"""What cannot be true together, and what the account narrows: the engine's answers as tables.

The engine knows a figure by its id, and what is reckoned from several by theirs: ``hull of a, b``.
"""

from __future__ import annotations

import math
import pickle
import shutil
from contextlib import suppress
from html import escape
from pathlib import Path
from typing import Any

import pandas as pd
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from analysis import files, reconcile, wording
from analysis.account import World, system, told
from analysis.account.result import shown_factor
from analysis.book import changes, roles
from analysis.book.reference import HtmlDirective, worded_table
from analysis.reconcile import Conflict, Conflicts, Quantity, Repair
from analysis.words import current, say


class Contradictions(HtmlDirective):
    """``{contradictions}``: what each figure of a minimal contradiction would have to be."""

    def html(self) -> str:
        whatever, likely = (_found(self.env, likely).sets for likely in (False, True))
        known = [{repair.quantity.name for repair in each.repairs} for each in whatever]
        more = [c for c in likely if {r.quantity.name for r in c.repairs} not in known]
        parts = [
            f"<p><b>{say('together-whatever')}</b></p>",
            *map(self._table, whatever),
            f"<p><b>{say('together-likely')}</b></p>",
            *map(self._table, more),
        ]
        return "".join(parts)

    def _table(self, conflict: Conflict) -> str:
        rows = (
            [
                _quantity(self.env, repair.quantity.name),
                say(f"together-{_kind(repair.quantity)}"),
                escape(_interval(repair.quantity.name, repair.quantity.low, repair.quantity.high)),
                f"<strong>{escape(_demand(repair))}</strong>",
            ]
            for repair in conflict.repairs
        )
        asked = [told.checks()[id] for id in system.asked(conflict)]
        links = " ".join(
            roles.link(self.env, check.id, check.question, roles.CHECKS_PAGE) for check in asked
        )
        questions = " ".join(check.question for check in asked)
        columns = ("figure", "kind", "given", "demand")
        return f"<p>{links}</p>{worded_table('together', columns, rows, questions=questions)}"


class Narrowed(HtmlDirective):
    """``{narrowed}``: what the account leaves of each of its figures."""

    def html(self) -> str:
        found = system.narrowed(World.load(), _found(self.env, likely=False))
        rows = (
            [
                _quantity(self.env, row.name),
                escape(_interval(row.name, given.low, given.high)),
                f"<strong>{escape(_interval(row.name, row.low, row.high))}</strong>",
            ]
            for row, given in zip(found.frame().itertuples(), found.system.quantities, strict=True)
            if any(row.name in frame.index for frame in _frames()) and not _alike(row, given)
        )
        return worded_table("narrowed", ("figure", "given", "left"), rows)


def _found(env: BuildEnvironment, likely: bool) -> Conflicts:
    """The engine's answer, kept for the next build under all that it follows from.

    It takes the engine many seconds, and most changes leave it as it is.
    """
    asked = system.system(World.load(), likely)
    code = [Path(system.__file__), *files.below(Path(reconcile.__file__).parent, ".py")]
    about = [*map(changes.digest_of, code), *map(repr, asked.quantities + asked.identities)]
    name = changes.digest_lines([changes.environment(), *about])[:32]
    kept = Path(env.app.outdir).parent / ".engine" / ("likely" if likely else "whatever")
    with suppress(OSError, EOFError, pickle.UnpicklingError):  # not there, or not whole
        before: Conflicts = pickle.loads((kept / name).read_bytes())
        return before
    answer = system.contradictions(World.load(), likely)
    shutil.rmtree(kept, ignore_errors=True)
    kept.mkdir(parents=True, exist_ok=True)
    (kept / "new").write_bytes(pickle.dumps(answer))
    (kept / "new").rename(kept / name)
    return answer


def _quantity(env: BuildEnvironment, name: str) -> str:
    """A quantity of the engine as a reader knows it: the figures it is, or is reckoned from."""
    operation, ids = _reckoned(name)
    if operation and current().has(f"reckoned-{operation}"):
        links = (_figure(env, id) for id in ids)
        return say(f"reckoned-{operation}", figures=say("and").join(links))
    return _figure(env, name)


def _reckoned(name: str) -> tuple[str, list[str]]:
    """How a quantity is reckoned, "" for a figure itself, and the figures that it is made of."""
    operation, of, ids = name.partition(" of ")
    return (operation, ids.partition(" (")[0].split(", ")) if of else ("", [name])


def _figure(env: BuildEnvironment, name: str) -> str:
    """A figure by what it is of, linked to where it stands; words as they are."""
    if name in roles.all_claims().index:
        return roles.link(env, name, str(roles.all_claims().loc[name, "subject"]))
    if name in roles.table("comparanda").index:
        subject = str(roles.table("comparanda").loc[name, "subject"])
        return roles.link(env, name, subject, roles.OUTSIDE_PAGE)
    if name in roles.table("assumptions").index:
        return roles.link(env, name, say(f"assumption-{name}"), roles.OUTSIDE_PAGE)
    return escape(name)


def _frames() -> tuple[pd.DataFrame, ...]:
    """All that is printed, in the article and outside, and what is assumed."""
    return roles.all_claims(), roles.table("comparanda"), roles.table("assumptions")


def _kind(quantity: Quantity) -> str:
    """What a quantity of the engine is to a reader, who tells the article's figures from others."""
    _, ids = _reckoned(quantity.name)
    return "outside" if set(ids) & set(roles.table("comparanda").index) else quantity.kind


def _alike(row: Any, given: Quantity) -> bool:
    """Whether nothing was narrowed, but for the rounding of the arithmetic."""
    return math.isclose(row.low, given.low) and math.isclose(row.high, given.high)


def _interval(name: str, low: float, high: float) -> str:
    """What a figure of the engine can be, in its unit."""
    factor, unit = _shown(name)
    low, high = low * factor, high * factor
    if math.isclose(low, high):
        return wording.with_unit(wording.number(low), unit, low)
    if math.isinf(high) and low <= 0:
        return say("not-negative")
    low, high = (round(end, _digits(low, high)) for end in (low, high))
    figure = wording.figure("least" if math.isinf(high) else "range", low, high, None)
    return wording.with_unit(figure, unit, low if math.isinf(high) else high)


def _shown(name: str) -> tuple[float, str]:
    """The unit in which a figure of the engine is written, and by what that multiplies it."""
    _, (first, *_) = _reckoned(name)
    units = [str(frame.loc[first, "unit"]) for frame in _frames() if first in frame.index]
    return shown_factor(units[0]) if units else (1.0, "")


def _demand(repair: Repair) -> str:
    """What the others leave a figure, rounded so that it still mends the contradiction."""
    if repair.high < 0 <= repair.quantity.low:  # of a length, a number of people
        return say("together-none")
    factor, unit = _shown(repair.quantity.name)
    low, high = repair.low * factor, repair.high * factor
    if repair.high < repair.quantity.low:
        digits = _digits(high)
        most = math.floor(high * 10**digits) / 10**digits
        return wording.with_unit(wording.figure("most", None, most, None), unit, most)
    digits = _digits(low)
    least = math.ceil(low * 10**digits) / 10**digits
    return wording.with_unit(wording.figure("least", least, None, None), unit, least)


def _digits(*values: float) -> int:
    """Digits behind the point: none for large numbers, two for small ones."""
    return 0 if max(abs(v) for v in values if math.isfinite(v)) >= 100 else 2


def setup(app: Sphinx) -> None:
    """Register the directives."""
    app.add_directive("contradictions", Contradictions)
    app.add_directive("narrowed", Narrowed)
