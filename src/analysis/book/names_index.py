"""The index of places and persons at the end of the printed book."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape

from bs4 import BeautifulSoup, NavigableString, Tag
from snowballstemmer import stemmer

from analysis import editions, tables
from analysis.words import current, say

_PERSON = "person-"  # who acts in the article, by the name that its figures and events carry
_ENDING = 3  # letters of an ending, in a language whose names have cases
_EVERYWHERE = frozenset({"china", "kazakhstan", "xinjiang", "ussr", "rsfsr"})


class Index:
    """Where names stand: marks each in the text, and writes them with the pages of the marks."""

    def __init__(self) -> None:
        places = tables.read("places")
        names = {
            str(row["name"]): {str(row["name"]), *map(str, row["spellings"])}
            for _, row in places.iterrows()
            if row["id"] not in _EVERYWHERE and not str(row["name"])[:1].islower()
        }
        persons = map(say, current().beginning(_PERSON))
        names |= {person: {person} for person in persons}
        # the longest first; written in a line or broken by its end
        self._of = {
            _in_text(spelling): [name for name in names if spelling in names[name]]
            for spelling in sorted(set().union(*names.values()), key=len, reverse=True)
        }
        self._pattern = re.compile(rf"\b(?:{'|'.join(self._of)})\b")
        self._found: dict[str, list[str]] = {}
        self._marks = 0

    def read(self, soup: BeautifulSoup, article: Tag) -> None:
        """Mark the names on a page whose ids are those of the whole book."""
        for text in list(article.find_all(string=self._pattern)):
            picture = text.find_parent(class_="chart-picture")
            if isinstance(picture, Tag):  # which no page parts
                if not picture.get("id"):
                    picture["id"] = self._mark()
                for match in self._pattern.finditer(text):
                    self._note(match[0], str(picture["id"]))
            elif not text.find_parent(["svg", "script", "style"]):
                self._split(soup, text)

    def _split(self, soup: BeautifulSoup, text: NavigableString) -> None:
        """A text with each name in it in an element of its own."""
        parts: list[NavigableString | Tag] = []
        end = 0
        for match in self._pattern.finditer(text):
            marked = soup.new_tag("span", id=self._mark())
            marked.string = match[0]
            self._note(match[0], str(marked["id"]))
            parts += [NavigableString(text[end : match.start()]), marked]
            end = match.end()
        text.replace_with(*parts, NavigableString(text[end:]))

    def _mark(self) -> str:
        self._marks += 1
        return f"name-{self._marks}"

    def _note(self, spelling: str, id: str) -> None:
        named = (names for pattern, names in self._of.items() if re.fullmatch(pattern, spelling))
        for name in next(named):
            self._found.setdefault(name, []).append(id)

    def html(self, numbers: Mapping[str, int]) -> str:
        """The index; each page of a name leads to the first place on it."""
        entries = "".join(
            f"<li>{escape(name)} {_pages(self._found[name], numbers)}</li>"
            for name in sorted(self._found, key=str.casefold)
        )
        return (
            '<section class="chapter names-index" id="index-of-names">'
            f"<h2>{escape(say('pdf-names'))}</h2><ul>{entries}</ul></section>"
        )


def _in_text(name: str) -> str:
    """A name as a text has it, also broken by the end of a line; any ending where it has cases."""
    if editions.code() == editions.FIRST:
        return re.escape(name).replace(r"\ ", r"\s+")
    try:
        stem = stemmer(editions.code()).stemWord
    except KeyError:  # nobody has written one for the language
        stem = str
    words = (
        re.escape(word[: len(stem(word.lower()))]) + rf"\w{{0,{_ENDING}}}"
        if len(word) > _ENDING
        else re.escape(word)
        for word in name.split()
    )
    return r"\s+".join(words)


def _pages(ids: Iterable[str], numbers: Mapping[str, int]) -> str:
    """Each page once; before pages have numbers, a link to every place, or it would get none."""
    if not numbers:
        return " ".join(f'<a href="#{id}">·</a>' for id in ids)
    first: dict[int, str] = {}
    for id in ids:
        if id in numbers:  # what is not printed is on no page
            first.setdefault(numbers[id], id)
    return ", ".join(f'<a href="#{id}">{page}</a>' for page, id in sorted(first.items()))
