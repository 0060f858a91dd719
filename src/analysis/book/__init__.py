"""The Sphinx side of the book: charts, cards for numbers, tables, downloads.

Named in ``_config.yml`` as an extension. Everything else in ``analysis`` works without it.
"""

from __future__ import annotations

import os
from typing import Any

from sphinx.application import Sphinx


def setup(app: Sphinx) -> dict[str, Any]:
    """Called by Sphinx when it loads the extension."""
    # Imported here, so that the kernels, which need one module of this folder, stay light.
    from analysis.book import (
        assets,
        benchmarks,
        citation,
        downloads,
        figures,
        gazetteer,
        glossary,
        ledger,
        notebooks,
        reference,
        reporting,
        review,
        roles,
        takeaway,
        whatif,
    )

    # The notebooks' kernels inherit this; charts then leave their description instead of a script.
    os.environ[figures.SWITCH] = "1"
    # Jupyter Book sets it even where sphinx_comments is not loaded; unknown, it would be a warning.
    app.add_config_value("comments_config", {}, "")
    downloads.setup(app)
    roles.setup(app)
    reference.setup(app)
    review.setup(app)
    benchmarks.setup(app)
    ledger.setup(app)
    gazetteer.setup(app)
    glossary.setup(app)
    whatif.setup(app)
    takeaway.setup(app)
    notebooks.setup(app)
    citation.setup(app)
    reporting.setup(app)
    assets.setup(app)
    app.connect("html-page-context", _plain_references)
    app.add_css_file("companion.css")  # becomes part of book.css
    app.add_js_file("cards.js", loading_method="defer")
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}


def _plain_references(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Take away the roles that docutils gives a list of references: deprecated, and not a list."""
    for role in (' role="doc-biblioentry"', ' role="list"'):
        context["body"] = context.get("body", "").replace(role, "")
