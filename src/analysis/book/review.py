"""``{certificate}``: the outputs that ``make check`` compares, and what the book is made with."""

from __future__ import annotations

import re
from collections import Counter
from html import escape

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from analysis.book import downloads, reference
from analysis.review import outputs

_REQUIRED = re.compile(r"^([A-Za-z0-9_-]+)", re.M)
_PINNED = re.compile(r"^([A-Za-z0-9_-]+)==(\S+)", re.M)
_NAMES = {
    "charts": "data and descriptions of charts",
    "computed": "computed results and checks",
    "data": "tables of the data",
}


def versions() -> dict[str, str]:
    """The packages that ``requirements.in`` asks for, with their pinned versions."""
    wanted = _REQUIRED.findall((outputs.ROOT / "requirements.in").read_text(encoding="utf-8"))
    text = (outputs.ROOT / "requirements.txt").read_text(encoding="utf-8")
    pinned = {_plain(name): version for name, version in _PINNED.findall(text)}
    return {name: pinned[_plain(name)] for name in sorted(wanted, key=str.lower)}


def _plain(name: str) -> str:
    return name.lower().replace("_", "-")


class Certificate(SphinxDirective):
    """The outputs with their digests, and the versions of what had a part."""

    def run(self) -> list[nodes.Node]:
        for name in ("codecheck.yml", "requirements.in", "requirements.txt"):
            self.env.note_dependency(str(outputs.ROOT / name))
        for name, content in outputs.computed().items():
            downloads.add(self.env, name, content)
        manifest = outputs.MANIFEST.read_bytes()
        file = downloads.add(self.env, "codecheck.yml", manifest)
        digests = outputs.expected()
        kinds = Counter(name.partition("/")[0] for name in digests)
        counted = ", ".join(f"{number} {_NAMES[kind]}" for kind, number in sorted(kinds.items()))
        up = "../" * self.env.docname.count("/")
        rows = [
            (f'<a href="{up}{name}" download>{escape(name)}</a>', f"<code>{digest[:16]}</code>")
            for name, digest in digests.items()
        ]
        made = [(escape(name), escape(version)) for name, version in versions().items()]
        html = (
            f'<p>The manifest <a href="{file}" download>codecheck.yml</a> lists {len(digests)} '
            f"outputs: {counted}.</p>"
            + reference.html_table(("output", "SHA-256, first digits"), rows, "Outputs")
            + "<p>The book is made with these, on any Python that pyproject.toml allows:</p>"
            + reference.html_table(("package", "version"), made, "Packages")
        )
        return [nodes.raw(text=html, format="html")]


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("certificate", Certificate)
