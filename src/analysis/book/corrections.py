"""``{corrections}``: what was corrected, from ``CHANGELOG.md``; ``{edition}``: whose book it is.

A correction is an entry of the list of changes that begins with "Corrected". It stands there once;
the page shows it under its version.
"""

from __future__ import annotations

import re
from html import escape

from sphinx.application import Sphinx

from analysis import package
from analysis.book import citation, reference, roles
from analysis.words import say

_FILE = package.DATA.parent / "CHANGELOG.md"
_VERSION = re.compile(r"^## (.+)$", re.M)
_ENTRY = re.compile(r"^- (Corrected\b.*(?:\n  .*)*)", re.M)
_CODE = re.compile(r"`([^`]+)`")


def listed(changes: str) -> list[tuple[str, str]]:
    """Version and text of each correction in a list of changes, in its order.

    >>> listed("## 0.2.0\\n\\n- Corrected `a-b`:\\n  1, not 2.\\n- New.\\n## 0.1.0\\n- First.")
    [('0.2.0', 'Corrected `a-b`: 1, not 2.')]
    """
    _, *parts = _VERSION.split(changes)
    return [
        (version.strip(), re.sub(r"\s+", " ", text))
        for version, body in zip(parts[::2], parts[1::2], strict=True)
        for text in _ENTRY.findall(body)
    ]


class Corrections(reference.HtmlDirective):
    """The corrections, each with its version; claims that they name are links."""

    def html(self) -> str:
        self.env.note_dependency(str(_FILE))
        found = listed(_FILE.read_text("utf-8"))
        if not found:
            return f"<p><strong>{say('corrections-none')}</strong></p>"
        items = "".join(f"<li><b>{escape(v)}</b>: {self._linked(text)}</li>" for v, text in found)
        return f"<ul>{items}</ul>"

    def _linked(self, text: str) -> str:
        known = roles.all_claims().index
        return _CODE.sub(
            lambda match: (
                roles.link(self.env, match[1], match[1]) if match[1] in known else match[1]
            ),
            escape(text, quote=False),
        )


class Edition(reference.HtmlDirective):
    """Who edits the book, and which version this is, as ``CITATION.cff`` says."""

    def html(self) -> str:
        names = ", ".join(citation.authors())
        said = say("edition", names=names, version=citation.read()["version"])
        return f'<p class="edition">{escape(said)}</p>'


def setup(app: Sphinx) -> None:
    """Register the directives."""
    app.add_directive("corrections", Corrections)
    app.add_directive("edition", Edition)
