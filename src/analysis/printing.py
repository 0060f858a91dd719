"""Where a claim stands in the printed article: its page, its paragraph, its place in the order.

>>> of("migration-people-1930-1933")
Place(page='278', section='crossings', paragraph=9)
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pandas as pd

from analysis import claims, tables
from analysis.article import NOTES


@dataclass(frozen=True)
class Place:
    """Where a claim stands.

    Attributes:
        page: the printed page.
        section, paragraph: the section, and the number of the paragraph in it.
    """

    page: str
    section: str
    paragraph: int


@dataclass(frozen=True)
class Part:
    """What of a paragraph stands on one page.

    Attributes:
        id: the paragraph.
        begins, ends: whether it begins, and ends, on this page.
        claims: the claims on this page.
    """

    id: str
    begins: bool
    ends: bool
    claims: tuple[str, ...]


def pages(data: Path = tables.DATA) -> pd.DataFrame:
    """The printed pages, by number."""
    return tables.read("pages", data).set_index("id")


def paragraphs(data: Path = tables.DATA) -> pd.DataFrame:
    """The paragraphs in the order of the article, by id."""
    return _paragraphs(data, tables.stamp(data))


def of(claim: str, data: Path = tables.DATA) -> Place:
    """Where a claim stands.

    Raises:
        KeyError: there is no such claim.
    """
    return _places(data, tables.stamp(data))[claim]


def in_order(data: Path = tables.DATA) -> list[str]:
    """All claims in the order of the article; one that no paragraph lists comes last in its own."""
    return list(_places(data, tables.stamp(data)))


def by_paragraph(data: Path = tables.DATA) -> dict[tuple[str, int], list[str]]:
    """The claims of each paragraph, by section and number, in the order of print."""
    found: dict[tuple[str, int], list[str]] = {}
    for claim, place in _places(data, tables.stamp(data)).items():
        found.setdefault((place.section, place.paragraph), []).append(claim)
    return found


def on_page(page: str, data: Path = tables.DATA) -> list[Part]:
    """The paragraphs of a page, or the parts of them that stand there, in their order."""
    frame = paragraphs(data)
    placed = _places(data, tables.stamp(data))
    parts = []
    for id, row in frame.iterrows():
        begins = row["page"] == page
        ends = (row["turns"] == "yes") != begins
        if not begins and not (row["turns"] == "yes" and int(row["page"]) + 1 == int(page)):
            continue
        here = Place(page, row["section"], int(row["paragraph"]))
        found = tuple(claim for claim, place in placed.items() if place == here)
        parts.append(Part(str(id), begins, ends, found))
    return parts


def page_of_note(number: int, data: Path = tables.DATA) -> str:
    """The page at whose foot a footnote stands.

    Raises:
        KeyError: no page has it.
    """
    for page, row in pages(data).iterrows():
        if pd.notna(row["first_note"]) and row["first_note"] <= number <= row["last_note"]:
            return str(page)
    raise KeyError(number)


@lru_cache(maxsize=4)
def _paragraphs(data: Path, stamp: tables.Stamp) -> pd.DataFrame:
    frame = tables.read("paragraphs", data)
    order = tables.read("sections", data).set_index("id")["order"]
    frame = frame.assign(order=frame["section"].map(order))
    return frame.sort_values(["order", "paragraph"]).set_index("id")


@lru_cache(maxsize=4)
def _places(data: Path, stamp: tables.Stamp) -> dict[str, Place]:
    frame, rows = claims.load(data), paragraphs(data)
    by_place = {(row["section"], row["paragraph"]): row for _, row in rows.iterrows()}
    order = {str(id): i for i, id in enumerate(rows.index)}
    found: dict[str, tuple[tuple[int, int], Place]] = {}
    for id, claim in frame.iterrows():
        section, number = str(claim["section"]), int(claim["paragraph"])
        if section == NOTES:
            place = Place(page_of_note(number, data), section, number)
            found[str(id)] = ((len(order), number), place)
            continue
        row = by_place[section, number]
        listed = [*row["claims"], *row["overleaf"]]
        page = str(int(row["page"]) + (id in row["overleaf"]))
        rank = listed.index(id) if id in listed else len(listed)
        found[str(id)] = ((order[str(row.name)], rank), Place(page, section, number))
    return {id: found[id][1] for id in sorted(found, key=lambda id: (found[id][0], id))}
