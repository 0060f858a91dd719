"""The index of places and persons at the end of the printed book."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape

from bs4 import Tag
from snowballstemmer import stemmer

from analysis import editions, tables
from analysis.words import current, say

_PERSON = "person-"  # who acts in the article, by the name that its figures and events carry
_ENDING = 3  # letters of an ending, in a language whose names have cases
_EVERYWHERE = frozenset({"china", "kazakhstan", "xinjiang", "ussr", "rsfsr"})


class Index:
    """Where names stand: collects sections, and writes them with the pages they begin on."""

    def __init__(self) -> None:
        places = tables.read("places")
        names = {
            str(row["name"]): {str(row["name"]), *map(str, row["spellings"])}
            for _, row in places.iterrows()
            if row["id"] not in _EVERYWHERE and not str(row["name"])[:1].islower()
        }
        persons = map(say, current().beginning(_PERSON))
        names |= {person: {person} for person in persons}
        self._patterns = {
            name: re.compile(rf"\b(?:{'|'.join(map(_in_text, sorted(spellings)))})\b")
            for name, spellings in names.items()
        }
        self._found: dict[str, list[str]] = {}

    def read(self, article: Tag) -> None:
        """Look through the sections of a page whose ids are those of the whole book."""
        for section in article.find_all("section", id=True):
            own = " ".join(
                child if isinstance(child, str) else child.get_text(" ")
                for child in section.children
                if not (isinstance(child, Tag) and child.name == "section")
            )
            for name, pattern in self._patterns.items():
                if pattern.search(own):
                    self._found.setdefault(name, []).append(str(section["id"]))

    def html(self, numbers: Mapping[str, int]) -> str:
        """The index; a name leads to the sections that have it."""
        entries = "".join(
            f"<li>{escape(name)} {_pages(self._found[name], numbers)}</li>"
            for name in sorted(self._found, key=str.casefold)
        )
        return (
            '<section class="chapter names-index" id="index-of-names">'
            f"<h2>{escape(say('pdf-names'))}</h2><ul>{entries}</ul></section>"
        )


def _in_text(name: str) -> str:
    """A name as a text has it, with any ending where names have cases."""
    if editions.code() == editions.FIRST:
        return re.escape(name)
    stem = stemmer(editions.code()).stemWord
    words = (
        re.escape(word[: len(stem(word.lower()))]) + rf"\w{{0,{_ENDING}}}"
        if len(word) > _ENDING
        else re.escape(word)
        for word in name.split()
    )
    return r"\s+".join(words)


def _pages(ids: Iterable[str], numbers: Mapping[str, int]) -> str:
    """Each page once, as a link to the first section on it."""
    first: dict[int | str, str] = {}
    for id in ids:
        first.setdefault(numbers.get(id, id), id)
    return ", ".join(
        f'<a href="#{id}">{page if isinstance(page, int) else "·"}</a>'
        for page, id in first.items()
    )
