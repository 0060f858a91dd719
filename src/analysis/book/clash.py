"""``{clash} CHECK``: the two sides of a question as bars on one scale, reading by reading.

Words beside bars, so that it is text for whoever cannot see it, prints, and follows a reader's
settings (``static/clash.js``). Without scripts all readings stand below each other. The bars are
SVG: the policy of the book allows no ``style`` in an element.
"""

from __future__ import annotations

import math
from html import escape

from sphinx.application import Sphinx

from analysis.account import World, checks, told
from analysis.account.case import Case
from analysis.account.clash import Side, View, line, views
from analysis.account.expressions import End, Figure, Node
from analysis.account.result import Result
from analysis.account.sentences import Sentences, name
from analysis.book import live, reference, roles
from analysis.book.signs import sign
from analysis.hedges import Interval
from analysis.words import Quantity, current
from analysis.words.quantity import decimals, shape

_TICKS = 5  # about so many on a scale
_LEAST = 0.6  # per cent of the width: what is one number is still seen


class Clash(reference.HtmlDirective):
    """``{clash} CHECK``: a picture of one check."""

    required_arguments = 1

    def html(self) -> str:
        id = self.arguments[0]
        found = figure(id, roles.link(self.env, id, told.checks()[id].question, roles.CHECKS_PAGE))
        if not found:
            raise self.error(f"{id} sets no two numbers against each other")
        return found


def figure(id: str, caption: str = "") -> str:
    """The picture of a check as HTML; empty if it sets no two numbers against each other."""
    world = World.load()
    case, says = checks(world)[id], Sentences(world, current())
    found = "".join(_view(view, case, says) for view in views(case))
    title = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f'<figure class="clash">{title}{found}</figure>' if found else ""


def _view(view: View, case: Case, says: Sentences) -> str:
    low, high = view.ends()
    said, words = says.check(case), says.words
    reading = said.reading(view.reading) if view.reading else ""
    part = f"judged-{view.reading}" if view.reading else "verdict"
    word = says.possible(view.verdict) if view.reading else says.answer(view.verdict)
    verdict = (
        f'<span class="verdict verdict-{name(view.verdict)}">{sign(view.verdict)} <strong>'
        f"{live.span('check', case.id, part, word)}</strong></span>"
    )
    sides = "".join(_side(side, view, case, says) for side in view.sides)
    return (
        f'<div class="clash-view" data-check="{case.id}" data-reading="{view.reading}" '
        f'data-label="{escape(reading)}" data-low="{low:.12g}" data-high="{high:.12g}">'
        f'<p class="clash-said">{verdict} {escape(reading)}'
        f'<span class="clash-meeting" data-meeting="{view.meeting}">'
        f"{escape(words.message(f'clash-{view.meeting}'))}</span></p>"
        f'<div class="clash-sides">{_shade(view)}{sides}</div>{_axis(view, says)}</div>'
    )


def _side(side: Side, view: View, case: Case, says: Sentences) -> str:
    label, formula, value = _words(side, view, case, says)
    low, high = _at(side.value.low, view), _at(side.value.high, view)
    steps = f' <span class="clash-formula">{formula}</span>' if formula else ""
    return (
        f'<div class="clash-side"><span class="clash-label">{label}: <b>{value}</b>{steps}</span>'
        f'<svg class="clash-track" aria-hidden="true"><rect class="clash-bar" height="100%" '
        f'x="{low:.2f}%" width="{max(high - low, _LEAST):.2f}%"/>{_open(side.value)}</svg></div>'
    )


def _open(value: Interval) -> str:
    """Arrows where an end is open."""
    low = '<text x="4" y="13">◀</text>' if math.isinf(value.low) else ""
    high = '<text x="100%" dx="-4" y="13" text-anchor="end">▶</text>'
    return low + (high if math.isinf(value.high) else "")


def _words(side: Side, view: View, case: Case, says: Sentences) -> tuple[str, str, str]:
    """What a side is, how it is reckoned and what it comes to."""
    node, shown = side.node, line(side.node, case)
    ceiling = isinstance(node, End)
    if isinstance(node, End):
        node = node.of
    said = says.check(case)
    if shown:
        formula = live.span("check", case.id, f"formula-{shown}", said.formula(shown))
        value = live.span("check", case.id, f"value-{shown}", says.result(case.lines[shown]))
        return escape(said.line(shown)), formula, value
    if isinstance(node, Result):
        value = live.span("result", node.id, "", says.result(node))
        return escape(says.label(node)), escape(says.formula(node)), value
    if isinstance(node, Figure):
        if node.kind == "assumption":
            label = says.words.message(f"assumption-{node.id}")
            return escape(label), "", live.span("assumption", node.id, "", says.figure(node))
        row = says.world.row(node.id, node.kind)
        return escape(str(row["subject"])), "", escape(says.figure(node))
    told = side is view.sides[0] and len([*node.evidence()]) > 0  # else a bound
    label = says.words.message("clash-told" if told else "clash-allowed")
    if side.value == Interval(0, math.inf) and not ceiling:
        return label, "", says.words.message("clash-none-or-more")
    if case.key is not None and case.key.unit == view.unit and _spans(node):
        ends = Interval(max(side.value.low, 0.0), side.value.high) * view.factor
        quantity = Quantity(shape(ends), ends, None, view.unit, case.key.digits)
        return label, "", escape(says.words.quantity(quantity))
    return label, "", escape(says.formula(node))


def _spans(node: Node) -> bool:
    """Whether it is what lies between others, of which the formula would name only the ends."""
    return node.operation == "hull" or (node.operation == "part" and _spans(node.arguments[0]))


def _at(end: float, view: View) -> float:
    """Where an end stands on the scale, in per cent of its width."""
    low, high = view.ends()
    return min(max((end - low) / (high - low), 0.0), 1.0) * 100


def _shade(view: View) -> str:
    """The gap between the sides, or what they have in common."""
    first, second = (side.value for side in view.sides)
    common = first.intersect(second)
    ends = (
        (common.low, common.high)
        if common
        else (min(first.high, second.high), max(first.low, second.low))
    )
    low, high = (_at(end, view) for end in ends)
    kind = "gap" if common is None else "common"
    return (
        f'<svg class="clash-behind" aria-hidden="true"><rect class="clash-shade clash-{kind}" '
        f'height="100%" x="{low:.2f}%" width="{max(high - low, _LEAST):.2f}%"/></svg>'
    )


def _axis(view: View, says: Sentences) -> str:
    low, high = (end * view.factor for end in view.ends())
    step = _step((high - low) / _TICKS)
    marks = [i * step for i in range(math.ceil(low / step), math.floor(high / step) + 1)]
    written = []
    for mark in marks:
        at = _at(mark / view.factor, view)
        digits = decimals(round(mark, 9))
        text = says.words.quantity(
            Quantity("exact", Interval.exactly(round(mark, 9)), None, view.unit, digits),
            unit="no",
        )
        anchor = "end" if mark == marks[-1] else "start" if at < 1 else "middle"
        written.append(f'<text x="{at:.2f}%" y="14" text-anchor="{anchor}">{escape(text)}</text>')
    return f'<svg class="clash-axis" aria-hidden="true">{"".join(written)}</svg>'


def _step(rough: float) -> float:
    """The next of 1, 2 and 5 times a power of ten.

    >>> _step(1.2), _step(0.13), _step(33_000)
    (2.0, 0.2, 50000.0)
    """
    power = 10.0 ** math.floor(math.log10(rough))
    return next(times * power for times in (1, 2, 5, 10) if times * power >= rough)


def setup(app: Sphinx) -> None:
    """Register the directive; ``layout.html`` asks for its script."""
    app.add_directive("clash", Clash)
