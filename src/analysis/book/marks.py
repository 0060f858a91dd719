"""The mark of what became of a claim: a shape and a sign beside the colour."""

from __future__ import annotations

from html import escape

from analysis import standing
from analysis.book import signs
from analysis.standing import Standing

SIGNS = {each: signs.SIGNS[standing.verdict(each)] for each in Standing}
MEANS = {
    Standing.CONTRADICTED: "another figure contradicts it",
    Standing.ONLY_IF: "under a condition",
    Standing.HOLDS: "beside the figures it was set against",
    Standing.UNTESTED: "no other figure decides on it",
}


def mark(found: Standing) -> str:
    """The mark; the words stand beside it."""
    return f'<span class="mark {kind(found)}" aria-hidden="true">{SIGNS[found]}</span>'


def linked(found: Standing, href: str, figure: str, against: str = "") -> str:
    """The mark as a link that says which figure it stands for, and what contradicts it."""
    said = escape(f"{figure}: {against or found}")
    return (
        f'<a class="mark {kind(found)}" href="{escape(href)}" title="{said}" '
        f'aria-label="{said}">{SIGNS[found]}</a>'
    )


def kind(found: Standing) -> str:
    """Its name in the style sheet."""
    return f"mark-{found.name.lower().replace('_', '-')}"
