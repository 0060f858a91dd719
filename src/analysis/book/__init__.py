"""The Sphinx side of the book: charts, cards for numbers, tables, downloads.

Named in ``_config.yml`` as an extension. Everything else in ``analysis`` works without it.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from analysis.book import downloads, figures, reference, roles

STATIC = Path(__file__).with_name("static")


def setup(app: Sphinx) -> dict[str, Any]:
    """Called by Sphinx when it loads the extension."""
    # The notebooks' kernels inherit this; charts then leave their description instead of a script.
    os.environ[figures.SWITCH] = "1"
    downloads.setup(app)
    roles.setup(app)
    reference.setup(app)
    app.connect("builder-inited", _add_static)
    app.add_css_file("companion.css")
    app.add_js_file("cards.js", loading_method="defer")
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}


def _add_static(app: Sphinx) -> None:
    app.config.html_static_path.append(str(STATIC))
