"""The mark of what became of a claim: a shape and a sign beside the colour."""

from __future__ import annotations

from html import escape

from analysis.standing import Standing

SIGNS = {
    Standing.CONTRADICTED: "✗",
    Standing.ONLY_IF: "◐",
    Standing.HOLDS: "✓",
    Standing.UNTESTED: "?",
}
MEANS = {
    Standing.CONTRADICTED: "another figure contradicts it",
    Standing.ONLY_IF: "under a condition",
    Standing.HOLDS: "beside the figures it was set against",
    Standing.UNTESTED: "no other figure decides on it",
}


def mark(standing: Standing) -> str:
    """The mark; the words stand beside it."""
    return f'<span class="mark {kind(standing)}" aria-hidden="true">{SIGNS[standing]}</span>'


def linked(standing: Standing, href: str, figure: str) -> str:
    """The mark as a link that says which figure it stands for."""
    said = escape(f"{figure}: {standing}")
    return (
        f'<a class="mark {kind(standing)}" href="{escape(href)}" title="{said}" '
        f'aria-label="{said}">{SIGNS[standing]}</a>'
    )


def kind(standing: Standing) -> str:
    """Its name in the style sheet."""
    return f"mark-{standing.name.lower().replace('_', '-')}"
