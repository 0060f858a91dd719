"""``{certificate}``: the outputs that ``make check`` compares, and what the book is made with."""

from __future__ import annotations

import re
from collections import Counter
from html import escape

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from analysis import editions
from analysis.book import downloads, reference
from analysis.review import outputs
from analysis.words import say

_ASKED = ("requirements-notebooks.in", "requirements.in")
_PINS = "requirements.txt"
_REQUIRED = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)", re.M)
_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.M)


def versions() -> dict[str, str]:
    """The packages that the book is asked to be made with, with their pinned versions.

    A package that is pinned to one version for old and one for new Pythons has both.
    """
    wanted = [name for file in _ASKED for name in _REQUIRED.findall(_text(file))]
    pinned: dict[str, list[str]] = {}
    for name, version in _PINNED.findall(_text(_PINS)):
        pinned.setdefault(_plain(name), []).append(version)
    return {name: say("or").join(pinned[_plain(name)]) for name in sorted(wanted, key=str.lower)}


def _text(file: str) -> str:
    return (outputs.ROOT / file).read_text(encoding="utf-8")


def _plain(name: str) -> str:
    return re.sub(r"[._]", "-", name.lower())


class Certificate(SphinxDirective):
    """The outputs with their digests, and the versions of what had a part."""

    def run(self) -> list[nodes.Node]:
        for name in ("codecheck.yml", *_ASKED, _PINS):
            self.env.note_dependency(str(outputs.ROOT / name))
        if editions.code() == editions.FIRST:  # whose outputs they are
            for name, content in outputs.computed().items():
                downloads.add(self.env, name, content)
        file = downloads.shared(self.env, "codecheck.yml", outputs.MANIFEST.read_bytes)
        digests = outputs.expected()
        kinds = Counter(name.partition("/")[0] for name in digests)
        counted = ", ".join(
            say(f"certificate-{kind}", number=str(number)) for kind, number in sorted(kinds.items())
        )
        rows = [
            (
                f'<a href="{downloads.seen(self.env.docname, name)}" download>{escape(name)}</a>',
                _against(outputs.proof(name)),
                f"<code>{digest[:16]}</code>",
            )
            for name, digest in digests.items()
        ]
        made = [(escape(name), escape(version)) for name, version in versions().items()]
        link, number = f'<a href="{file}" download>codecheck.yml</a>', str(len(digests))
        listed = say("certificate-manifest", file=link, number=number, kinds=counted)
        html = (
            f"<p>{listed}</p>"
            + reference.html_table(
                [say(f"certificate-{name}") for name in ("output", "against", "digest")],
                rows,
                say("certificate-outputs"),
            )
            + f"<p>{say('certificate-made')}</p>"
            + reference.html_table(
                [say(f"certificate-{name}") for name in ("package", "version")],
                made,
                say("certificate-packages"),
            )
        )
        return [nodes.raw(text=html, format="html")]


def _against(proof: str) -> str:
    """What stands against an output, in words; a test by its path."""
    if proof in (outputs.TYPED, outputs.SNAPSHOT):
        return say(f"certificate-{proof}")
    return say("certificate-worked", test=f"<code>{escape(proof)}</code>")


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("certificate", Certificate)
