"""``{what-if}``: the account of the flight, moved by the reader on the page itself.

The directive writes the outcome at the default settings, which stands without scripts, and the
controls, which ``static/whatif.js`` brings to life. All numbers of the page, and all its words,
come from ``analysis.whatif``; the script gets them in ``data-given``.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import replace
from html import escape
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from analysis import whatif
from analysis.accounts import Verdict
from analysis.book import roles
from analysis.hedges import Interval

_PAGES = "companion_what_if"  # in Sphinx's environment: names of pages with the directive
_STEP_OF_AXIS = 100_000
_PHRASES = {
    "summary": "Contradictions: {0} of {1} questions. "
    "Explained: {2} of the {3} Kazakhs of Xinjiang.",
    "fixed": "No slider changes this verdict.",
    "moved": "The sliders can make it: {0}.",
    "refused": "The address holds settings that do not exist here, left out: {0}.",
}


class WhatIf(SphinxDirective):
    """``{what-if}``: controls, quantities, verdicts and the account as a bridge."""

    def run(self) -> list[nodes.Node]:
        known = whatif.given()
        settings = whatif.default(known)
        outcome = whatif.evaluate(settings, known)
        ranges = whatif.envelope(settings, known)
        _pages(self.env).add(self.env.docname)
        for id in whatif.CLAIMS.values():
            roles.used(self.env).setdefault(id, set()).add(self.env.docname)
        scale = axis_end(settings, known)
        data = escape(json.dumps(_for_script(known, scale), ensure_ascii=False), quote=True)
        html = (
            f'<div class="what-if" id="settings" data-given="{data}">'
            f"{self._form(known, settings)}"
            '<p class="what-if-still">Without scripts this is the outcome of the default '
            "settings.</p>"
            f"{_verdicts(outcome, ranges, known)}"
            f"{_bridge(outcome, known, scale)}"
            f"{_quantities(outcome, ranges)}</div>"
        )
        return [nodes.raw(text=html, format="html")]

    def _form(self, known: whatif.Given, settings: whatif.Settings) -> str:
        sliders = "".join(self._slider(control) for control in known.controls)
        selects = "".join(_select(choice, settings) for choice in whatif.CHOICES)
        return (
            '<form class="what-if-form" hidden>'
            f"<fieldset><legend>Quantities that no claim gives</legend>{sliders}</fieldset>"
            f"<fieldset><legend>Sentences that can be read in several ways</legend>{selects}"
            "</fieldset>"
            '<p class="what-if-actions"><button type="button" class="what-if-reset">Back to the '
            'default settings</button> <a class="what-if-address" href="#">Address of this '
            'setting</a></p><p class="what-if-message" role="status"></p></form>'
        )

    def _slider(self, control: whatif.Control) -> str:
        low, high, best = (
            whatif.number(end, control.kind) for end in (control.low, control.high, control.best)
        )
        page = (
            roles.CLAIMS_PAGE if control.evidence in whatif.CLAIMS.values() else roles.OUTSIDE_PAGE
        )
        why = roles.link(self.env, control.evidence, control.evidence, page)
        id = f"what-if-{control.name}"
        return (
            f'<div class="what-if-control"><label for="{id}">{escape(control.label)}</label> '
            f'<output for="{id}" aria-live="off">{best}</output>'
            f'<input type="range" id="{id}" name="{control.name}" min="{_plain(control.low)}" '
            f'max="{_plain(control.high)}" step="{_plain(control.step)}" '
            f'value="{_plain(control.best)}" aria-describedby="{id}-range">'
            f'<span class="what-if-range" id="{id}-range">{low} to {high}, see {why}</span></div>'
        )


def axis_end(settings: whatif.Settings, known: whatif.Given) -> float:
    """The end of the bridge's axis: no account that is closed above goes beyond it."""
    ends = [known.claims["late"].high]
    for figure in ("western", "wide"):
        for corner in whatif.corners(replace(settings, figure=figure), known):
            account = whatif.evaluate(corner, known).account
            ends += [end for total in account.values() for end in (total.low, total.high)]
    highest = max(end for end in ends if math.isfinite(end))
    return math.ceil(highest / _STEP_OF_AXIS) * _STEP_OF_AXIS


def _for_script(known: whatif.Given, scale: float) -> dict[str, Any]:
    """What the script needs: an open end is null."""
    return {
        "claims": {name: _ends(interval) for name, interval in known.claims.items()},
        "controls": {
            c.name: {"low": c.low, "high": c.high, "best": c.best, "kind": c.kind}
            for c in known.controls
        },
        "choices": {c.name: [name for name, _ in c.readings] for c in whatif.CHOICES},
        "yearsIli": known.years_ili,
        "yearsFlight": known.years_flight,
        "quantities": {name: kind for name, _, kind in whatif.QUANTITIES},
        "sentences": whatif.SENTENCES | _PHRASES,
        "words": [str(word) for word in Verdict],
        "scale": scale,
    }


def _select(choice: whatif.Choice, settings: whatif.Settings) -> str:
    chosen = getattr(settings, choice.name)
    options = "".join(
        f'<option value="{name}"{" selected" if name == chosen else ""}>{escape(words)}</option>'
        for name, words in choice.readings
    )
    id = f"what-if-{choice.name}"
    return (
        f'<div class="what-if-control"><label for="{id}">{escape(choice.label)}</label>'
        f'<select id="{id}" name="{choice.name}">{options}</select></div>'
    )


def _verdicts(outcome: whatif.Outcome, ranges: whatif.Envelope, known: whatif.Given) -> str:
    rows = "".join(
        f'<li data-verdict="{name}"><span class="what-if-question">{escape(question)}</span> '
        f'<b class="verdict" data-word="{verdict.word}">{verdict.word}</b> '
        f'<span class="what-if-why">{escape(verdict.text)}</span> '
        f'<span class="what-if-everywhere">{_moved(ranges.verdicts[name])}</span></li>'
        for name, question in whatif.QUESTIONS
        for verdict in (outcome.verdicts[name],)
    )
    count = sum(verdict.word == Verdict.CONTRADICT for verdict in outcome.verdicts.values())
    summary = _PHRASES["summary"].format(
        count,
        len(whatif.QUESTIONS),
        whatif.write(outcome.values["explained"], "people"),
        whatif.write(known.claims["late"], "people"),
    )
    return (
        f'<p class="what-if-summary" role="status">{summary}</p>'
        f'<ul class="what-if-verdicts">{rows}</ul>'
    )


def _moved(words: tuple[Verdict, ...]) -> str:
    """Whether the sliders can change a verdict."""
    return _PHRASES["fixed"] if len(words) == 1 else _PHRASES["moved"].format(", ".join(words))


def _quantities(outcome: whatif.Outcome, ranges: whatif.Envelope) -> str:
    rows = "".join(
        f'<tr data-quantity="{name}"><th scope="row">{escape(label)}</th>'
        f'<td class="what-if-now">{whatif.write(outcome.values[name], kind)}</td>'
        f'<td class="what-if-all">{whatif.write(ranges.values[name], kind)}</td></tr>'
        for name, label, kind in whatif.QUANTITIES
    )
    return (
        '<div class="table-scroll" tabindex="0" role="region" aria-label="Quantities">'
        '<table class="table"><thead><tr><th scope="col">quantity</th>'
        '<th scope="col">at these settings</th><th scope="col">over all sliders</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _bridge(outcome: whatif.Outcome, known: whatif.Given, scale: float) -> str:
    """The account as rows of words, each with a bar from the total before to the total after."""
    rows, before = [], 0.0
    for name, label in whatif.STEPS:
        total = outcome.account[name]
        rows.append(_row(name, label, total, before, known, scale))
        before = total.low
    late = known.claims["late"]
    rows.append(_row("late", "printed for the late 1930s", late, late.low, known, scale))
    ticks = range(0, int(scale) + 1, _STEP_OF_AXIS)
    axis = "".join(
        f'<text x="{_part(tick, scale)}" y="14" text-anchor="{_anchor(tick, scale)}">{tick:,}'
        "</text>"
        for tick in ticks
        if tick in (ticks[0], ticks[len(ticks) // 2], ticks[-1])
    )
    return (
        '<figure class="what-if-bridge"><p class="chart-title">The account as a bridge: the '
        "running total after each step</p>"
        f'<ol>{"".join(rows)}</ol><svg class="what-if-axis" aria-hidden="true">{axis}</svg>'
        "<figcaption>Kazakhs of Xinjiang, running total. The bar is the change with every hedge at "
        "its lowest end; the line is what the hedges leave open, with an arrow where nothing "
        "closes it. The band is the printed figure of the late 1930s.</figcaption></figure>"
    )


def _row(
    name: str, label: str, total: Interval, before: float, known: whatif.Given, scale: float
) -> str:
    low, high = sorted((before, total.low))
    open_end = math.isinf(total.high)
    end = scale if open_end else total.high
    late = known.claims["late"]
    return (
        f'<li data-step="{name}"><span>{escape(label)}</span> '
        f"<b>{whatif.write(total, 'people')}</b>"
        '<svg class="what-if-bar" aria-hidden="true">'
        f'<rect class="band" x="{_part(late.low, scale)}" width="{_part(late.width, scale)}" '
        'y="0" height="100%"></rect>'
        f'<rect class="change" x="{_part(low, scale)}" width="{_part(high - low, scale)}" '
        f'y="4" height="14" data-falls="{str(total.low < before).lower()}"></rect>'
        f'<line class="open" x1="{_part(total.low, scale)}" x2="{_part(end, scale)}" '
        'y1="11" y2="11"></line>'
        f'<svg class="arrow" x="{_part(end, scale)}" overflow="visible"'
        f"{'' if open_end else ' display=' + chr(34) + 'none' + chr(34)}>"
        '<path d="M-10,4 L0,11 L-10,18 Z"></path></svg></svg></li>'
    )


def _part(value: float, scale: float) -> str:
    return f"{max(0.0, value) / scale * 100:.3f}%"


def _anchor(tick: float, scale: float) -> str:
    return {0: "start", scale: "end"}.get(tick, "middle")


def _ends(interval: Interval) -> list[float | None]:
    return [end if math.isfinite(end) else None for end in (interval.low, interval.high)]


def _plain(value: float) -> str:
    return f"{value:.12g}"


def _pages(env: Any) -> set[str]:
    if not hasattr(env, _PAGES):
        setattr(env, _PAGES, set())
    pages: set[str] = getattr(env, _PAGES)
    return pages


def _add_files(app: Sphinx, pagename: str, *_: Any) -> None:
    """The script and the style, on the pages that need them alone."""
    if pagename in _pages(app.env):
        app.add_js_file("whatif.js", loading_method="defer")
        app.add_css_file("whatif.css")


def _purge(app: Sphinx, env: Any, docname: str) -> None:
    _pages(env).discard(docname)


def _merge(app: Sphinx, env: Any, docnames: Iterable[str], other: Any) -> None:
    _pages(env).update(_pages(other))


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("what-if", WhatIf)
    app.connect("html-page-context", _add_files)
    app.connect("env-purge-doc", _purge)
    app.connect("env-merge-info", _merge)
