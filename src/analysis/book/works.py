"""The bibliography: each work under the name by which the text calls it, at an address of its own.

Named in the settings of sphinxcontrib-bibtex, which makes the list.
"""

from __future__ import annotations

from collections.abc import Iterable

from pybtex.database import Entry
from pybtex.plugin import register_plugin
from pybtex.style.formatting.unsrt import Style
from pybtex.style.labels import BaseLabelStyle
from sphinx.application import Sphinx

from analysis import bibliography, wording

STYLE = "companion"
ADDRESS = "work-{key}"


class _Names(BaseLabelStyle):
    """Who and when, as ``wording.source`` writes it."""

    def format_labels(self, sorted_entries: Iterable[Entry]) -> Iterable[str]:
        """The label of each entry, in their order."""
        labels = bibliography.labels(wording.works())
        return (labels[entry.key] for entry in sorted_entries)


class _Works(Style):
    """The plain style with these names."""

    default_sorting_style = "author_year_title"
    default_label_style = _Names


def setup(app: Sphinx) -> None:
    """Make the style known."""
    register_plugin("pybtex.style.formatting", STYLE, _Works)
    app.config.bibtex_default_style = STYLE
    app.config.bibtex_cite_id = ADDRESS
