"""From a claim or a chart to the page that says how to report an error in it, and to the issues.

The issues are led to only where somebody has put in the address of the repository.

The link hands over the id behind a question mark; ``static/report.js`` puts it into the report.
Without scripts the page says what to write.
"""

from __future__ import annotations

from html import escape

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective

from analysis.book import addresses
from analysis.words import say

PAGE = "book/contribute"


def link(env: BuildEnvironment, id: str) -> str:
    """A link that reports an error in a claim or a chart, seen from the current page."""
    address = env.app.builder.get_relative_uri(env.docname, PAGE)
    return (
        f'<a class="report-link" href="{address}?about={id}" '
        f'aria-label="{escape(say("report-link", "label", about=id))}">{say("report-link")}</a>'
    )


class Report(SphinxDirective):
    """``{report}``: the link that opens an issue in the repository, or how to do without one."""

    def run(self) -> list[nodes.Node]:
        repository = self.config.companion_repository
        about = '<span class="report-about"></span>'
        if addresses.address(repository):
            html = (
                f'<p class="report"><a href="{repository}/issues/new" rel="external">'
                f"{say('report-open')}</a>{about}</p>"
            )
        else:
            html = f'<p class="report">{say("report-nowhere", about=about)}</p>'
        return [nodes.raw(text=html, format="html")]


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("report", Report)
