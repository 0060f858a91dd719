"""Compares paragraphs.csv with the article: pages, marks of footnotes, the order of the claims.

A copy shows where a page ends by the footnotes at its foot, which stand between two pieces of text.
A copy that has all its footnotes at the end shows no pages; then only marks and order are compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from analysis import article
from analysis.article import Paragraph
from analysis.rules import Row

Fault = tuple[str, str, str, str, str]  # id, column, looked for, where, found
Find = Callable[[str, str], int | None]


def faults(
    rows: Mapping[str, Sequence[Row]], copy: Sequence[Paragraph], find: Find
) -> Iterator[Fault]:
    """What paragraphs.csv says of the article and the article does not show.

    Args:
        rows: the rows of all tables.
        copy: the paragraphs of the copy.
        find: where a printed form stands in a text.
    """
    known = {(p.section, p.number): p for p in copy}
    printed = {row.raw["id"]: row.raw["as_printed"] for name in rows for row in rows[name]
               if "as_printed" in row.raw}  # fmt: skip
    page_after = {
        int(row.raw["first_note"]) - 1: int(row.raw["id"])
        for row in rows["pages"]
        if row.raw["first_note"]
    }
    paged = any(after for p in copy if p.section not in ("", article.NOTES) for _, after in p.turns)
    for row in rows["paragraphs"]:
        where = f"section {row.raw['section']}, paragraph {row.raw['paragraph']}"
        paragraph = known.get((row.raw["section"], int(row.raw["paragraph"])))
        if paragraph is None:
            yield row.raw["id"], "paragraph", row.raw["paragraph"], where, "no such paragraph"
            continue
        marks = [number for _, number in paragraph.marks]
        said = [row.values["first_note"], row.values["last_note"]]
        if said != ([marks[0], marks[-1]] if marks else [None, None]):
            yield row.raw["id"], "first_note", f"{said[0]} to {said[1]}", where, f"found {marks}"
        if paged and row.raw["section"] != "abstract":
            turns = [page_after.get(after) for _, after in paragraph.turns]
            page = int(row.raw["page"])
            said_turns = [page, page + 1] if row.raw["turns"] == "yes" else [page]
            if turns != said_turns:
                yield row.raw["id"], "page", str(said_turns), where, f"found {turns}"
        yield from _order(row, paragraph, printed, find, where, paged)


def _order(
    row: Row,
    paragraph: Paragraph,
    printed: Mapping[str, str],
    find: Find,
    where: str,
    paged: bool,
) -> Iterator[Fault]:
    """The listed claims stand in their order, on their side of the page's end, and none is left."""
    end = paragraph.turns[1][0] if len(paragraph.turns) > 1 else len(paragraph.text)
    before = 0
    for column in ("claims", "overleaf"):
        listed = row.values[column]
        assert isinstance(listed, tuple)
        for claim in listed:
            at = find(printed[claim], paragraph.text)
            if at is None:
                continue  # told of the claim itself
            if paged and (column == "overleaf") != (at >= end):
                yield row.raw["id"], column, claim, where, "found on the other page"
            if at < before:
                yield row.raw["id"], column, claim, where, "found before the claim listed before it"
            before = at
