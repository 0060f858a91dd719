"""The Sphinx side of the book: charts, cards for numbers, tables, downloads.

Named in ``_config.yml`` as an extension. Everything else in ``analysis`` works without it.
"""

from __future__ import annotations

import os
import re
from enum import EnumType
from typing import TYPE_CHECKING, Any

from analysis import SWITCH

if TYPE_CHECKING:  # kernels and Binder, which need some modules of this folder, have no Sphinx
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> dict[str, Any]:
    """Called by Sphinx when it loads the extension."""
    # Imported here, so that the kernels, which need one module of this folder, stay light.
    from analysis.book import (
        assets,
        benchmarks,
        citation,
        clash,
        corrections,
        downloads,
        edition,
        finding,
        gazetteer,
        glance,
        glossary,
        ledger,
        live,
        moved,
        notebooks,
        preview,
        questions,
        read_along,
        reading_room,
        reference,
        reporting,
        review,
        roles,
        said,
        settings,
        takeaway,
        taking,
        together,
        works,
    )

    os.environ[SWITCH] = "1"  # the notebooks' kernels inherit it
    # Jupyter Book sets it even where sphinx_comments is not loaded; unknown, it would be a warning.
    app.add_config_value("comments_config", {}, "")
    downloads.setup(app)
    edition.setup(app)
    roles.setup(app)
    reference.setup(app)
    review.setup(app)
    benchmarks.setup(app)
    ledger.setup(app)
    together.setup(app)
    gazetteer.setup(app)
    glossary.setup(app)
    works.setup(app)
    glance.setup(app)
    read_along.setup(app)
    reading_room.setup(app)
    taking.setup(app)
    said.setup(app)
    live.setup(app)
    settings.setup(app)
    clash.setup(app)
    takeaway.setup(app)
    notebooks.setup(app)
    citation.setup(app)
    corrections.setup(app)
    preview.setup(app)
    questions.setup(app)
    moved.setup(app)
    reporting.setup(app)
    finding.setup(app)
    assets.setup(app)
    app.connect("env-before-read-docs", _say_reading, priority=900)  # after chapters have run
    app.connect("env-updated", _say_writing)
    app.connect("html-page-context", _plain_references)
    app.connect("autodoc-process-docstring", _names_together, priority=600)  # after napoleon
    app.connect("autodoc-process-signature", _no_call_of_a_list)
    app.add_css_file("companion.css")  # becomes part of book.css
    app.add_js_file("cards.js", loading_method="defer")
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}


def _say_reading(app: Sphinx, env: Any, docnames: list[str]) -> None:
    """Where Sphinx keeps quiet, in ``make serve``: say what takes so long."""
    if app.quiet:
        print(f"reading pages: {len(docnames)} of {len(env.found_docs)}", flush=True)


def _say_writing(app: Sphinx, env: Any) -> None:
    if app.quiet:
        print("writing pages", flush=True)


def _plain_references(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Take away the roles that docutils gives a list of references: deprecated, and not a list."""
    for role in (' role="doc-biblioentry"', ' role="list"'):
        context["body"] = context.get("body", "").replace(role, "")


def _names_together(
    app: Sphinx, what: str, name: str, described: Any, options: Any, lines: list[str]
) -> None:
    """Attributes described together, ``low, high``: Sphinx takes all names but the last for a type.

    It parts names from types at spaces, so these go.
    """
    lines[:] = [
        re.sub(r"^:ivar ([^:]+):", lambda m: f":ivar {m[1].replace(', ', ',')}:", line)
        for line in lines
    ]


def _no_call_of_a_list(
    app: Sphinx, what: str, name: str, described: Any, options: Any, *signature: Any
) -> tuple[str, None] | None:
    """A list of words (an Enum) is never called, and each Python shows another way to call it."""
    return ("", None) if isinstance(described, EnumType) else None
