"""Which note stands to a sentence of the article: its own, or the next one of its passage.

A note closes the sentence that bears its mark, and often the sentences before it as well. Which of
the two holds the article does not say, so both are told apart here, by rule 9 of ``CODING.md``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.article import Paragraph

# Not after an initial ("J.V. Stalin"); a figure after a stop ("No. 9") begins no sentence.
_SENTENCE_END = re.compile(r"(?<!\b[A-Z]\.)(?<=[.!?])[\"')\]>]*\s+(?=[\"'(\[]?[^\W\d_a-z])")


@dataclass(frozen=True)
class Notes:
    """The notes of one place of the text.

    Attributes:
        footnote: the note whose mark closes its sentence, or its part of the sentence.
        passage_note: if there is none, the next mark of the passage.
        sentences_on: how many sentences further on that mark stands, from 1.
    """

    footnote: int | None = None
    passage_note: int | None = None
    sentences_on: int | None = None

    def __str__(self) -> str:
        if self.footnote is not None:
            return f"mark {self.footnote} in the sentence"
        if self.passage_note is not None:
            return f"mark {self.passage_note}, {self.sentences_on} sentences on"
        return "no mark"


def sentences(text: str) -> list[tuple[int, int]]:
    """Where the sentences of a paragraph start and end.

    >>> [("It is. So it is (No. 9).")[a:b] for a, b in sentences("It is. So it is (No. 9).")]
    ['It is.', 'So it is (No. 9).']
    """
    found, start = [], 0
    for match in _SENTENCE_END.finditer(text):
        found.append((start, match.end() - (len(match[0]) - len(match[0].rstrip()))))
        start = match.end()
    return [*found, (start, len(text))]


def notes(paragraphs: Sequence[Paragraph], paragraph: Paragraph, position: int) -> Notes:
    """The notes of what stands at a position of a paragraph.

    A passage ends with its paragraph. A block quotation, with the sentence that opens it by a
    colon and all its reports, is one passage up to its note.

    Args:
        paragraphs: all paragraphs, in the order of the article.
        paragraph: one of them.
        position: where in its text.
    """
    first, *later = _marks_from(_passage(paragraphs, paragraph), position)
    if first:
        return Notes(footnote=first[0])
    for distance, marks in enumerate(later, 1):
        if marks:
            return Notes(passage_note=marks[0], sentences_on=distance)
    return Notes()


def everywhere(paragraphs: Sequence[Paragraph], paragraph: Paragraph) -> set[Notes]:
    """The notes of every sentence of a paragraph, and of every part that a mark closes."""
    starts = [start for start, _ in sentences(paragraph.text)]
    starts += [position + 1 for position, _ in paragraph.marks]
    inside = [start for start in starts if start < len(paragraph.text)]
    return {notes(paragraphs, paragraph, start) for start in inside}


def _passage(paragraphs: Sequence[Paragraph], paragraph: Paragraph) -> list[Paragraph]:
    """A paragraph and the rest of the quotation that it stands in or opens."""
    passage: list[Paragraph] = []
    quoting = False
    for one in paragraphs:
        if passage and not (quoting and one.section == paragraph.section):
            break
        if passage or one is paragraph:
            passage.append(one)
        if one.text.endswith(":"):
            quoting = True
        elif one.marks or one.section != paragraph.section:
            quoting = False
    return passage


def _marks_from(passage: Sequence[Paragraph], position: int) -> list[list[int]]:
    """The marks of every sentence from the one at a position of the first paragraph on."""
    found = []
    for i, paragraph in enumerate(passage):
        for start, end in sentences(paragraph.text):
            if i or end > position:
                least = start if i else max(start, position)
                found.append([mark for at, mark in paragraph.marks if least <= at <= end])
    return found
