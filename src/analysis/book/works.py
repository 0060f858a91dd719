"""The bibliography: each work under the name by which the text calls it, at an address of its own.

Named in the settings of sphinxcontrib-bibtex, which makes the list.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pybtex.database import Entry
from pybtex.plugin import register_plugin
from pybtex.richtext import HRef, Text
from pybtex.style import FormattedEntry
from pybtex.style.formatting.unsrt import Style
from pybtex.style.labels import BaseLabelStyle
from sphinx.application import Sphinx

from analysis import bibliography, editions, wording

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

    def format_entry(self, label: str, entry: Entry, bib_data: Any = None) -> FormattedEntry:
        """An entry as the edition says it: the plain style speaks English."""
        if editions.code() == editions.FIRST:
            return super().format_entry(label, entry, bib_data)
        said = [Text(wording.works()[entry.key].full)]
        if doi := entry.fields.get("doi"):
            said += [Text(" "), HRef(f"https://doi.org/{doi}", f"doi:{doi}")]
        return FormattedEntry(entry.key, Text(*said), label)


def setup(app: Sphinx) -> None:
    """Make the style known."""
    register_plugin("pybtex.style.formatting", STYLE, _Works)
    app.config.bibtex_default_style = STYLE
    app.config.bibtex_cite_id = ADDRESS
