"""Terms in the text: a link to the glossary, with the definition on a card like those of claims.

``{term}`` is Sphinx's own role and ``{glossary}`` its own directive; this puts the definition
beside each link. In another edition a term has its English name too, which the roles know it by:
it is not shown.
"""

from __future__ import annotations

import re
from html import escape

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from analysis import editions
from analysis.book import roles
from analysis.book.addresses import GLOSSARY as PAGE

_CARD = re.compile(r'<span class="(?:card|side-note)".*?</span></span>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


def definitions(env: BuildEnvironment) -> dict[str, str]:
    """The definitions of the glossary as plain text, by the anchors of their terms."""
    found = {}
    for item in env.get_doctree(PAGE).findall(nodes.definition_list_item):
        text = " ".join(
            _plain(part) for part in item.findall(nodes.definition) for part in part.children
        )
        for term in item.findall(nodes.term):
            found.update(dict.fromkeys(term["ids"], text))
    return found


def _plain(node: nodes.Node) -> str:
    """The text of a node; of what a role wrote as HTML, the words without their card."""
    parts = []
    for leaf in node.findall(lambda n: isinstance(n, (nodes.Text, nodes.raw))):
        if isinstance(leaf, nodes.raw):
            parts.append(_TAG.sub("", _CARD.sub("", leaf.astext())))
        elif not isinstance(leaf.parent, nodes.raw):
            parts.append(leaf.astext())
    return " ".join("".join(parts).split())


def _show(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put a card beside each link to a term."""
    links = [
        link
        for link in doctree.findall(nodes.reference)
        if any("std-term" in inner["classes"] for inner in link.findall(nodes.inline))
    ]
    if not links or docname == PAGE:
        return
    known = definitions(app.env)
    for number, link in enumerate(links):
        definition = known[link["refuri"].partition("#")[2]]
        card = f'<span class="card-line">{escape(definition)}</span>'
        html = roles.with_card(link["refuri"], link.astext(), f"term-card-{number}", card)
        link.replace_self(nodes.raw(text=html, format="html"))


def _own_names(app: Sphinx, doctree: nodes.document) -> None:
    """Leave of each term the name in the language of the edition, with the anchors of both."""
    if editions.code() == editions.FIRST:
        return
    for item in doctree.findall(nodes.definition_list_item):
        own, *others = (part for part in item.children if isinstance(part, nodes.term))
        for other in others:
            own["ids"] += other["ids"]
            item.remove(other)


def setup(app: Sphinx) -> None:
    """Look for links to terms when all pages are read."""
    app.connect("doctree-read", _own_names)
    app.connect("doctree-resolved", _show)
