"""The mark of what became of a claim: a shape and a sign beside the colour."""

from __future__ import annotations

from html import escape

from analysis import standing
from analysis.book import signs
from analysis.standing import Standing
from analysis.words import current, say

SIGNS = {each: signs.SIGNS[standing.verdict(each)] for each in Standing}


def mark(found: Standing) -> str:
    """The mark; the words stand beside it."""
    return f'<span class="mark {kind(found)}" aria-hidden="true">{SIGNS[found]}</span>'


def linked(found: Standing, href: str, figure: str, against: str = "") -> str:
    """The mark as a link that says which figure it stands for, and what contradicts it."""
    said = escape(f"{figure}: {against or name(found)}")
    return (
        f'<a class="mark {kind(found)}" href="{escape(href)}" title="{said}" '
        f'aria-label="{said}">{SIGNS[found]}</a>'
    )


def kind(found: Standing) -> str:
    """Its name in the style sheet."""
    return f"mark-{_id(found)}"


def name(found: Standing) -> str:
    """What became of a claim, in words."""
    return say(f"fate-{_id(found)}")


def counted(found: Standing, number: int) -> str:
    """Of how many claims it became so."""
    written, count = current().number(number, 0)
    return say(f"fate-{_id(found)}", "counted", number=written, count=count)


def means(found: Standing) -> str:
    """What the word means."""
    return say(f"fate-{_id(found)}", "means")


def _id(found: Standing) -> str:
    return found.name.lower().replace("_", "-")
