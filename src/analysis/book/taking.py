"""What a reader takes along of a claim by one click: a safe sentence, the footnote in two styles.

The words are written when the book is built. They are never marked to follow a reader's settings,
so that a number which somebody else set cannot get into a sentence that names the book.
``static/take.js`` copies them; without scripts they stand on the entry of the claim to be marked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from html import escape

from sphinx.application import Sphinx

from analysis import quoting
from analysis.words import say

_KINDS: Mapping[str, Callable[[str], str]] = {
    "sentence": quoting.safe,
    "chicago": quoting.chicago,
    "gost": quoting.gost,
}
# A style belongs to its language, whatever the language of the edition.
_LANGUAGES = {"chicago": ' lang="en"', "gost": ' lang="ru"'}


@cache
def buttons(claim: str) -> str:
    """Buttons that copy, for a card, which has no room for the words."""
    said = " ".join(
        f'<button type="button" data-take="{escape(write(claim))}" '
        f'aria-label="{_label(kind, "copy")}">{_label(kind)}</button>'
        for kind, write in _in_order()
    )
    return f'<span class="card-line taking pst-js-only"><b>{say("card-copy")}</b> {said}</span>'


def texts(claim: str) -> str:
    """The words themselves in a fold, each with its button, for the entry of a claim."""
    copy = say("take-copy")
    parts = [
        f'<p class="taking"><b>{_label(kind)}</b> <button class="pst-js-only" type="button" '
        f'data-take-from="{kind}-{claim}" aria-label="{_label(kind, "copy")}">{copy}</button><br>'
        f'<span id="{kind}-{claim}"{_LANGUAGES.get(kind, "")}>{escape(write(claim))}</span></p>'
        for kind, write in _in_order()
    ]
    return f'<details class="take"><summary>{say("take-fold")}</summary>{"".join(parts)}</details>'


def _in_order() -> list[tuple[str, Callable[[str], str]]]:
    """The kinds as the readers of the edition look for them."""
    return [(kind, _KINDS[kind]) for kind in say("cite-order").split()]


def _label(kind: str, form: str = "") -> str:
    return escape(say(f"take-{kind}", form))


def setup(app: Sphinx) -> None:
    """Add the script that copies."""
    app.add_js_file("take.js", loading_method="defer")
