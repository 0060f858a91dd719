"""Compares the data with the article: does every printed form stand where the data say it does?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis import article, page_check, passages
from analysis.article import Paragraph
from analysis.package import DataError, shown
from analysis.passages import Notes
from analysis.rules import Row
from analysis.validation import check

_JOINER = "…"
# The pieces of one printed form stand in one paragraph, at most this many characters apart.
_NEAR = 600
_NOTES = ("footnote", "passage_note", "sentences_on")


@dataclass(frozen=True)
class Missing:
    """Something that the data say is printed and that does not stand there.

    Attributes:
        file, id: the row of the data.
        column: the column with the printed form.
        looked_for: the printed form.
        where: where the data say it stands.
        found: what was found instead.
    """

    file: str
    id: str
    column: str
    looked_for: str
    where: str
    found: str

    def __str__(self) -> str:
        return (
            f"{self.file}, {self.id}, column {self.column}: "
            f"looked for {shown(self.looked_for)} in {self.where}; {self.found}"
        )


@dataclass(frozen=True)
class Comparison:
    """How many rows of each table were compared, and what was not found."""

    compared: dict[str, int]
    missing: list[Missing]


def compare(copy: Path, data: Path) -> Comparison:
    """Look in a copy of the article for every claim, date of an event and spelling of a place.

    The printed form of a claim must stand in its paragraph, with its printed period in the same
    sentence, and have the notes of that sentence; so must the date of an event in its paragraph,
    and an event without one have the notes of some sentence there; a spelling may stand anywhere.
    The paragraphs must begin and end on their pages and have their marks and claims in order.

    Args:
        copy: the article's text in Markdown, see ``article.read``.
        data: the folder of the data.

    Raises:
        ArticleError: the copy cannot be read.
        DataError: the data have problems.
    """
    checked = check(data)
    if checked.package is None or checked.problems:
        raise DataError(checked.problems)
    contents = checked.contents
    headings = {row.raw["id"]: _list(row, "heading") for row in contents["sections"].rows}
    paragraphs = article.read(copy, headings)
    compared: dict[str, int] = {}
    missing: list[Missing] = []
    for table in checked.package.tables.values():
        if table.group == "claims":
            checks = [
                _in_paragraph("as_printed"),
                _noted("as_printed"),
                _in_the_sentence("period_printed", of="as_printed"),
            ]
        elif table.name == "events":
            checks = [_in_paragraph("date_printed"), _noted_where("date_printed")]
        elif table.name == "places":
            checks = [_anywhere("spellings")]
        else:
            continue
        rows = contents[table.name].rows
        compared[table.name] = len(rows)
        for row in rows:
            for column, looked_for, where, found in (
                fault for one in checks for fault in one(row, paragraphs)
            ):
                missing.append(Missing(table.file, row.raw["id"], column, looked_for, where, found))
    every = {name: content.rows for name, content in contents.items()}
    file = checked.package.tables["paragraphs"].file
    compared["paragraphs"] = len(every["paragraphs"])
    missing += [Missing(file, *fault) for fault in page_check.faults(every, paragraphs, find)]
    return Comparison(compared, missing)


Fault = tuple[str, str, str, str]  # column, looked for, where, found
Check = Callable[[Row, Sequence[Paragraph]], Iterator[Fault]]


def _in_paragraph(column: str) -> Check:
    """The form stands in its paragraph."""

    def check_row(row: Row, paragraphs: Sequence[Paragraph]) -> Iterator[Fault]:
        form, paragraph = row.raw[column], _paragraph_of(row, paragraphs)
        if form and (paragraph is None or find(form, paragraph.text) is None):
            where = _named(row.raw["section"], int(row.raw["paragraph"]))
            yield column, form, where, _elsewhere(form, paragraphs)

    return check_row


def _noted(column: str) -> Check:
    """The notes of the row are those of the sentence in which the form stands."""

    def check_row(row: Row, paragraphs: Sequence[Paragraph]) -> Iterator[Fault]:
        form, paragraph = row.raw[column], _paragraph_of(row, paragraphs)
        # a footnote carries no mark of its own
        if paragraph is None or paragraph.section == article.NOTES:
            return
        start = find(form, paragraph.text)
        if start is not None:
            found = passages.notes(paragraphs, paragraph, start)
            where = f"{_named(paragraph.section, paragraph.number)}, to {shown(form)}"
            yield from _other_notes(row, {found}, where)

    return check_row


def _noted_where(column: str) -> Check:
    """The notes of the row are those of a sentence with the form; without one, of any sentence."""

    def check_row(row: Row, paragraphs: Sequence[Paragraph]) -> Iterator[Fault]:
        form, paragraph = row.raw[column], _paragraph_of(row, paragraphs)
        if paragraph is None or paragraph.section == article.NOTES:
            return
        where = _named(paragraph.section, paragraph.number)
        if not form:
            yield from _other_notes(row, passages.everywhere(paragraphs, paragraph), where)
            return
        found = set()
        for start, end in passages.sentences(paragraph.text):
            at = find(form, paragraph.text[start:end])
            if at is not None:
                found.add(passages.notes(paragraphs, paragraph, start + at))
        if found:
            yield from _other_notes(row, found, f"{where}, to {shown(form)}")

    return check_row


def _other_notes(row: Row, found: set[Notes], where: str) -> Iterator[Fault]:
    coded = Notes(*(row.values[column] for column in _NOTES))  # type: ignore[arg-type]
    if coded not in found:
        column = "footnote" if coded.footnote is not None else "passage_note"
        yield column, str(coded), where, f"found {'; '.join(sorted(map(str, found)))}"


def _in_the_sentence(column: str, of: str) -> Check:
    """The form stands in a sentence in which another column's form stands."""

    def check_row(row: Row, paragraphs: Sequence[Paragraph]) -> Iterator[Fault]:
        form, paragraph = row.raw[column], _paragraph_of(row, paragraphs)
        if not form or paragraph is None:
            return
        beside = [
            paragraph.text[start:end]
            for start, end in passages.sentences(paragraph.text)
            if find(row.raw[of], paragraph.text[start:end]) is not None
        ]
        if beside and all(find(form, sentence) is None for sentence in beside):
            yield (
                column,
                form,
                f"the sentence with {shown(row.raw[of])}",
                _elsewhere(form, paragraphs),
            )

    return check_row


def _anywhere(column: str) -> Check:
    """Every form of a list stands somewhere in the article."""

    def check_row(row: Row, paragraphs: Sequence[Paragraph]) -> Iterator[Fault]:
        for form in _list(row, column):
            if all(find(form, paragraph.text) is None for paragraph in paragraphs):
                yield column, form, "the article", _elsewhere(form, paragraphs)

    return check_row


def find(form: str, text: str) -> int | None:
    """Where a printed form starts in a paragraph, None if it is not there.

    Args:
        form: words of the article; " … " joins pieces that stand apart, in their order.
        text: the paragraph's plain text.

    Words and numbers are matched whole: "8,000" is not in "18,000".

    >>> find("four outposts … in 1930", "had four outposts; in 1930 it had eight")
    4
    >>> find("8,000", "18,000 people") is None
    True
    """
    # Where the chain of pieces so far can end, and where it then started first: as many entries as
    # the piece has matches, however many ways lead there.
    reached: dict[int, int] = {}
    for i, piece in enumerate(form.split(_JOINER)):
        before, reached = reached, {}
        for match in re.finditer(_whole(article.plain(piece)), text):
            start, end = match.span()
            if i == 0:
                reached[end] = start
            elif near := [before[e] for e in before if 0 <= start - e <= _NEAR]:
                reached[end] = min(near)
    return min(reached.values(), default=None)


def _whole(words: str) -> str:
    """A pattern for words that do not begin or end inside another word or number."""
    before = r"(?<!\w)" * bool(re.match(r"\w", words)) + r"(?<!\d[.,])" * words[:1].isdigit()
    after = r"(?!\w)" * bool(re.search(r"\w\Z", words)) + r"(?![.,]\d)" * words[-1:].isdigit()
    return before + re.escape(words) + after


def _paragraph_of(row: Row, paragraphs: Sequence[Paragraph]) -> Paragraph | None:
    place = (row.raw["section"], int(row.raw["paragraph"]))
    return next((p for p in paragraphs if (p.section, p.number) == place), None)


def _elsewhere(form: str, paragraphs: Sequence[Paragraph]) -> str:
    places = [_named(p.section, p.number) for p in paragraphs if find(form, p.text) is not None]
    return f"found in {'; '.join(places)}" if places else "found nowhere in this copy"


def _named(section: str, number: int) -> str:
    if section == article.NOTES:
        return f"footnote {number}"
    return f"section {section}, paragraph {number}" if section else "the text outside the sections"


def _list(row: Row, column: str) -> tuple[str, ...]:
    value = row.values[column]
    assert isinstance(value, tuple)
    return value
