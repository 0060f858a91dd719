"""The works of ``references.bib``: BibTeX read by pybtex, in plain letters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

import pybtex.errors
from pybtex.database import Person
from pybtex.database.input.bibtex import Parser
from pybtex.richtext import Text

from analysis.words import say

# The fields that BibTeX knows, and what they mean; another would be a slip of the pen.
FIELDS: Mapping[str, str] = {
    "author": "Who wrote it: family name, given names; several are separated by ;.",
    "editor": "Who edited it: family name, given names; several are separated by ;.",
    "title": "Its title.",
    "booktitle": "The title of the book in which it stands.",
    "journal": "The journal in which it stands.",
    "series": "The series to which it belongs.",
    "volume": "Its volume.",
    "number": "Its number or issue.",
    "edition": "Its edition.",
    "chapter": "Its chapter.",
    "pages": "Its pages.",
    "month": "The month in which it came out.",
    "year": "The year in which it came out.",
    "publisher": "Who published it.",
    "address": "Where it was published.",
    "institution": "The institution that published it.",
    "organization": "The organization that published it.",
    "school": "The school to which it was handed in.",
    "howpublished": "How it was published, if not as a book or in a journal.",
    "doi": "Its Digital Object Identifier.",
    "isbn": "Its International Standard Book Number.",
    "issn": "The International Standard Serial Number of its journal.",
    "url": "Its address.",
    "key": "What it is called, where it has no author.",
    "note": "What else must be known of it.",
}

_NAMED = 2  # authors that are named; of more only the first is


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

    @property
    def families(self) -> tuple[str, ...]:
        """The family names of those who wrote it, else of those who edited it; none for many."""
        who = self.fields.get("author") or self.fields.get("editor", "")
        return tuple(name.partition(",")[0] for name in who.split("; ") if name)

    @property
    def full(self) -> str:
        """The work as a list of works has it: who, title, where it stands, who published it."""
        who = self.fields.get("author") or self.fields.get("editor", "")
        numbered = [
            say(f"work-{name}", number=self.fields[name])
            for name in ("volume", "number", "pages")
            if name in self.fields
        ]
        within = [self.fields[name] for name in ("journal", "booktitle") if name in self.fields]
        place = ": ".join(self.fields[n] for n in ("address", "publisher") if n in self.fields)
        parts = [*within, *numbered, place, self.fields.get("year", "")]
        said = ", ".join(part for part in parts if part)
        return " ".join(
            f"{part.rstrip('.')}." for part in (who, self.fields["title"], said) if part
        )

    @property
    def words(self) -> str:
        """The work in a few words: who, when, what, where."""
        who = self.fields.get("author") or self.fields.get("editor", "")
        year = f"({self.fields['year']})" if "year" in self.fields else ""
        within = [self.fields[name] for name in ("journal", "booktitle") if name in self.fields]
        return " ".join([*filter(None, (who, year)), ", ".join([self.fields["title"], *within])])


@lru_cache(maxsize=4)
def parse(text: str) -> tuple[dict[str, Work], list[str]]:
    """The works of a BibTeX text by key, and what is wrong with it: all that can be told at once.

    A key that stands twice is wrong, whatever its case, and so is a field that does, a field that
    is not one of ``FIELDS``, and a work without a title.
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
    faults = [str(error) for error in errors]
    for work in works.values():
        faults += [f"{work.key}: the field {name}" for name in work.fields if name not in FIELDS]
        faults += [f"{work.key}: no title"] if "title" not in work.fields else []
    return works, faults


def labels(works: Mapping[str, Work]) -> dict[str, str]:
    """What each work is called in the text, by key: who and when, and a letter if two are alike.

    >>> works, _ = parse("@book{a, author={Low, A. and Hill, B.}, title={One}, year={1900}}"
    ...                  "@misc{b, title={Laws of the land}, year={1900}}")
    >>> labels(works)
    {'a': 'Low and Hill 1900', 'b': 'Laws of the land 1900'}
    """
    plain = {key: _label(work) for key, work in works.items()}
    found = {}
    in_order = sorted(works, key=lambda key: (plain[key], works[key].fields["title"], key))
    for label, alike in groupby(in_order, key=lambda key: plain[key]):
        keys = list(alike)
        for i, key in enumerate(keys):
            found[key] = label + (chr(ord("a") + i) if len(keys) > 1 else "")
    return {key: found[key] for key in works}


def _label(work: Work) -> str:
    families = work.families
    if not families:
        who = work.fields.get("key", work.fields["title"])
    elif len(families) > _NAMED:
        who = say("work-others", first=families[0])
    else:
        who = say("and").join(families)
    return f"{who} {work.fields.get('year') or say('work-undated')}"


def _names(persons: list[Person]) -> str:
    return "; ".join(_plain(str(person)) for person in persons)


def _plain(value: str) -> str:
    """A value without LaTeX: "--" is a dash, braces are gone."""
    return " ".join(str(Text.from_latex(value)).replace("--", "–").split())
