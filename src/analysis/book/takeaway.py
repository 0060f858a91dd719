"""``{data-package}``: the whole of the data to take along, described for dataset search."""

from __future__ import annotations

from functools import cache, partial

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from analysis import export, wording
from analysis.book import downloads
from analysis.book.addresses import home as home_of
from analysis.words import say

_KINDS = {".zip": "application/zip", ".sqlite": "application/vnd.sqlite3"}


@cache
def _files() -> dict[str, bytes]:
    return export.files()


class DataPackage(SphinxDirective):
    """Links to the archive and the database, and a schema.org Dataset that no browser runs."""

    def run(self) -> list[nodes.Node]:
        home = home_of(self.config.companion_repository)
        links, kinds = [], {}
        for name, content in _files().items():
            file = downloads.shared(self.env, f"data/{name}", partial(bytes, content))
            link = f'<a href="{file}" download>{name}</a>'
            links.append(say("take-all-file", file=link, size=wording.number(len(content) // 1000)))
            kinds[f"{home}data/{name}" if home else file] = next(
                k for s, k in _KINDS.items() if name.endswith(s)
            )
        page = f"{home}{self.env.docname}.html" if home else ""
        described = export.metadata.dataset(export.metadata.read(), page, kinds)
        # a closing tag inside a text would end the block
        json = export.metadata.json_text(described).replace("<", "\\u003c")
        html = (
            f'<p class="chart-links">{say("take-all", files=", ".join(links))}</p>'
            f'<script type="application/ld+json">\n{json}</script>'
        )
        return [nodes.raw(text=html, format="html")]


def setup(app: Sphinx) -> None:
    """Register the directive, and the one place where the repository is named."""
    app.add_config_value("companion_repository", "", "env", types=(str,))
    app.add_directive("data-package", DataPackage)
