"""The works of ``references.bib``: BibTeX read by pybtex, in plain letters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import pybtex.errors
from pybtex.database import Person
from pybtex.database.input.bibtex import Parser
from pybtex.richtext import Text


@dataclass(frozen=True)
class Work:
    """A work.

    Attributes:
        key: the name under which it is cited.
        kind: of what kind it is, in the words of BibTeX: article, book, incollection, misc.
        fields: what is known of it, by the names of BibTeX, as a reader reads it.
    """

    key: str
    kind: str
    fields: Mapping[str, str]


@lru_cache(maxsize=4)
def parse(text: str) -> tuple[dict[str, Work], list[str]]:
    """The works of a BibTeX text by key, and what is wrong with it: all that can be told at once.

    A key that stands twice is wrong, whatever its case, and so is a field that does.
    """
    with pybtex.errors.capture() as errors:
        found = Parser().parse_string(text)
    works = {
        key: Work(
            key,
            entry.type,
            {role: _names(persons) for role, persons in entry.persons.items()}
            | {name.lower(): _plain(value) for name, value in entry.fields.items()},
        )
        for key, entry in found.entries.items()
    }
    return works, [str(error) for error in errors]


def _names(persons: list[Person]) -> str:
    return "; ".join(_plain(str(person)) for person in persons)


def _plain(value: str) -> str:
    """A value without LaTeX: "--" is a dash, braces are gone."""
    return " ".join(str(Text.from_latex(value)).replace("--", "–").split())
