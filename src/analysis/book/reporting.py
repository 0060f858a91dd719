"""From a claim or a chart to the page that says how to report an error in it, and to the issues.

The link hands over the id behind a question mark; ``static/report.js`` puts it into the report.
Without scripts the page says what to write.
"""

from __future__ import annotations

from html import escape

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective

PAGE = "book/contribute"


def link(env: BuildEnvironment, id: str) -> str:
    """A link that reports an error in a claim or a chart, seen from the current page."""
    address = env.app.builder.get_relative_uri(env.docname, PAGE)
    return (
        f'<a class="report-link" href="{address}?about={id}" '
        f'aria-label="Report an error in {escape(id)}">Report an error</a>'
    )


class Report(SphinxDirective):
    """``{report}``: the link that opens an issue in the repository."""

    def run(self) -> list[nodes.Node]:
        address = f"{self.config.companion_repository}/issues/new"
        html = (
            f'<p class="report"><a href="{address}" rel="external">Open an issue in the '
            'repository</a><span class="report-about"></span></p>'
        )
        return [nodes.raw(text=html, format="html")]


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("report", Report)
