"""Pages that became parts of others: their old addresses lead on, with the place on the page."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

from sphinx.application import Sphinx

from analysis.words import say

MOVED = {
    "book/ledger": "book/quotable",
    "book/10-what-if": "book/09-reconciliation",
    "book/outside": "book/sources",
}


def _pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    for old, new in MOVED.items():
        if new in app.env.titles:  # a small book may lack it
            title, target = app.env.titles[new].astext(), app.builder.get_relative_uri(old, new)
            link = f'<a id="target" href="{target}">{escape(title)}</a>'
            context = {"title": title, "target": target, "said": say("moved", page=link)}
            yield old, context, "moved.html"


def setup(app: Sphinx) -> None:
    """Write a page that leads on at every old address."""
    app.connect("html-collect-pages", _pages)
