"""The words of one language: messages of Project Fluent, numbers by CLDR.

Fluent keeps the grammar with the translator: plural categories, cases and word order stand in the
files, and the page reads the same files (``@fluent/bundle``). What the files cannot do, number and
unit of a value, is done here, and again in ``static/words.js``.

>>> print(language("en").message("form-over", best="400,000"))
over 400,000
"""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from babel import Locale
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentType
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from analysis import editions
from analysis.editions import FOLDER
from analysis.words.quantity import OUTWARD, Quantity, shape

_NBSP = "\N{NO-BREAK SPACE}"
# Forms behind which a language with cases puts its unit into the genitive.
_GENITIVE = {*OUTWARD, "about", "estimate", "over", "nearly", "no-less-than", "at-most", "range"}


class WordsError(ValueError):
    """Words that are missing, given twice, or cannot be read; each with its file and line."""


class _Said(FluentType):
    """A quantity as an argument of a message: it says itself."""

    def __init__(self, quantity: Quantity, words: Language) -> None:
        self.quantity, self.words = quantity, words

    def format(self, locale: Locale) -> str:
        return self.words.quantity(self.quantity)


class _Variables(Visitor):
    """Gathers the names of the variables of a message."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.names.add(node.id.name)


class Language:
    """The words of one language.

    Args:
        code: name of the folder, a language tag.
        folder: where the folders of the languages lie.

    Raises:
        WordsError: a file cannot be read as it is meant; all faults are in the message.
    """

    def __init__(self, code: str, folder: Path = FOLDER) -> None:
        self.code, self.locale = code, Locale.parse(code, sep="-")
        functions: dict[str, Callable[..., Any]] = {"Q": self._said, "END": self._end}
        self._bundle = FluentBundle([code], functions, use_isolating=False)
        self._folder = folder / code
        self._messages: dict[str, ast.Message] = {}
        for resource in _read(self._folder):
            self._bundle.add_resource(resource)
            entries = (entry for entry in resource.body if isinstance(entry, ast.Message))
            self._messages |= {entry.id.name: entry for entry in entries}

    def source(self) -> str:
        """All its messages, as the page reads them: without comments."""
        texts = (file.read_text(encoding="utf-8") for file in sorted(self._folder.glob("*.ftl")))
        lines = (line for text in texts for line in text.splitlines() if not line.startswith("#"))
        return "\n".join(lines) + "\n"

    def has(self, id: str, attribute: str = "") -> bool:
        """Whether there is a message, or an attribute of it."""
        if not self._bundle.has_message(id):
            return False
        found = self._bundle.get_message(id)
        return attribute in found.attributes if attribute else found.value is not None

    def beginning(self, prefix: str) -> list[str]:
        """The messages whose ids begin so, in the order of the files."""
        return [id for id in self._messages if id.startswith(prefix)]

    def variables(self, id: str, attribute: str = "") -> set[str]:
        """The names of what a message, or one attribute of it, is given.

        >>> sorted(language("en").variables("rests-on-outside"))
        ['count', 'number']
        """
        found, entry = _Variables(), self._messages[id]
        found.visit(
            next(each for each in entry.attributes if each.id.name == attribute)
            if attribute
            else entry
        )
        return found.names

    def attributes(self, id: str) -> list[str]:
        """The attributes of a message, in the order of the file."""
        return list(self._bundle.get_message(id).attributes) if self.has(id) else []

    def message(self, id: str, attribute: str = "", **arguments: Any) -> str:
        """A message with its arguments put in; quantities are put into words.

        Raises:
            WordsError: there is no such message, or it needs what was not given.
        """
        if not self.has(id, attribute):
            raise WordsError(
                f"{self.code}: no words for {id}{f'.{attribute}' if attribute else ''}"
            )
        found = self._bundle.get_message(id)
        pattern = found.attributes[attribute] if attribute else found.value
        assert pattern is not None
        ready = {
            name: _Said(value, self) if isinstance(value, Quantity) else value
            for name, value in arguments.items()
        }
        text, errors = self._bundle.format_pattern(pattern, ready)
        if errors:
            raise WordsError(f"{self.code}: {id}.{attribute}: {'; '.join(map(str, errors))}")
        return str(text)

    def number(self, value: float, digits: int, way: int = 0) -> tuple[str, str]:
        """A number as it is written, and its plural category.

        Args:
            value: the number.
            digits: digits behind the point; negative for tens, thousands …
            way: -1 rounds down, 1 up, 0 to the nearest.

        >>> language("en").number(66666.7, -3, -1), language("en").number(1, 0)
        (('66,000', 'other'), ('1', 'one'))
        """
        if way:
            by = 10.0**digits
            value = (
                math.floor(value * by + 1e-9) if way < 0 else math.ceil(value * by - 1e-9)
            ) / by
        places = max(digits, 0)
        text = Decimal(f"{round(value, digits) + 0.0:.{places}f}")
        pattern = "#,##0" + ("." + "0" * places if places else "")
        written = format_decimal(text, pattern, self.locale).replace("-", "\N{MINUS SIGN}")
        return written, self.locale.plural_form(abs(text))

    def counted(self, id: str, number: int, **arguments: Any) -> str:
        """A message about a number of things, which it gets as ``$number`` and ``$count``.

        >>> language("en").counted("rests-on-outside", 1)
        '1 outside figure'
        """
        written, count = self.number(number, 0)
        return self.message(id, number=written, count=count, **arguments)

    def month(self, number: int, alone: bool) -> str:
        """The name of a month: by itself, or as it stands behind a day.

        >>> language("en").month(5, alone=True)
        'May'
        """
        kind = "stand-alone" if alone else "format"
        return str(self.locale.months[kind]["wide"][number])

    def quantity(self, quantity: Quantity, case: str = "nom", unit: str = "yes") -> str:
        """A value in words: its form, its numbers, and the unit in the case that they ask for."""
        q = quantity
        low, high, best, count, outward = "", "", "", "other", q.form in OUTWARD
        if math.isfinite(q.value.low):
            low, count = self.number(q.value.low, q.digits, -outward)
        if math.isfinite(q.value.high):
            high, count = self.number(q.value.high, q.digits, outward)
        if q.best is not None and not outward and q.form != "range":  # which ends with its high end
            best, count = self.number(q.best, q.digits)
        span = ""
        if q.form == "estimate":
            inner = Quantity(shape(q.value), q.value, None, "", q.digits)
            span = self.quantity(inner)
        said = self.message(f"form-{q.form}", low=low, high=high, best=best, span=span)
        if not q.unit or unit == "no":
            return said
        return self.with_unit(said, q.unit, count, "gen" if q.form in _GENITIVE else case)

    def with_unit(self, figure: str, unit: str, count: str = "other", case: str = "nom") -> str:
        """A written figure with its unit behind it; without one, the figure.

        Args:
            figure: the figure.
            unit: id of the unit; empty for a bare number.
            count: the plural category of the figure's last number.
            case: the case that the figure asks for.
        """
        if not unit:
            return figure
        named = self.message(f"unit-{unit}", count=count, case=case)
        glue = _NBSP if self.has(f"unit-{unit}", "symbol") else " "
        return f"{figure}{glue}{named}"

    def _said(self, said: _Said, case: str = "nom", unit: str = "yes") -> str:
        return self.quantity(said.quantity, str(case), str(unit))

    def _end(self, said: _Said, end: str = "low", digits: Any = None, way: str = "out") -> str:
        """One end of a value as a bare number, rounded as the whole value rounds it.

        A condition asks for ``way: "in"``: what it demands must be enough.
        """
        q, end = said.quantity, str(end)
        found = {"low": q.value.low, "high": q.value.high, "best": q.best}[end]
        if found is None or math.isinf(found):
            raise WordsError(f"the {end} end of {q} is open: there is no number to write")
        outward = {"low": -1, "high": 1}.get(end, 0)
        turn = -outward if str(way) == "in" else outward * (q.form in OUTWARD)
        return self.number(found, q.digits if digits is None else int(digits), turn)[0]


@lru_cache(maxsize=64)
def parsed(text: str) -> Any:
    """The entries of a file, each with its place; a file is parsed once, whoever asks for it."""
    return FluentResource(text)


def _read(folder: Path) -> list[Any]:
    """The files of a language; refuses what Fluent would pass over in silence."""
    files = sorted(folder.glob("*.ftl"))
    if not files:
        raise WordsError(f"{folder}: no .ftl files, so no words of this language")
    found, problems, seen = [], [], dict[str, str]()
    for file in files:
        text = file.read_text(encoding="utf-8")
        resource = parsed(text)
        found.append(resource)
        for entry in resource.body:
            line = text.count("\n", 0, entry.span.start) + 1 if entry.span else 0
            where = f"{file.name}, line {line}"
            if isinstance(entry, ast.Junk):
                reasons = "; ".join(note.message or "" for note in entry.annotations)
                problems.append(f"{where}: {reasons or 'cannot be read'}")
            elif isinstance(entry, ast.Message | ast.Term):
                names = [entry.id.name, *(f"{entry.id.name}.{a.id.name}" for a in entry.attributes)]
                for name in names:
                    if name in seen and (name == entry.id.name or seen[name] == where):
                        problems.append(f"{where}: {name} is given twice, first in {seen[name]}")
                    seen.setdefault(name, where)
    if problems:
        raise WordsError("\n".join([f"{folder}: {len(problems)} problems", *problems]))
    return found


@cache
def language(code: str) -> Language:
    """The words of a language, read once."""
    return Language(code)


def current() -> Language:
    """The words of the edition that this process writes."""
    return language(editions.code())


def say(id: str, attribute: str = "", **arguments: Any) -> str:
    """A message in the language of this process; as ``Language.message``."""
    return current().message(id, attribute, **arguments)
