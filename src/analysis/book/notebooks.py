"""Every page with code as a notebook and a script to download, and links to run it elsewhere.

What they are made of is in ``portable``. Outside a clone their first cell takes the code and the
data from ``companion.zip`` beside them, or from the book's own address.
"""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path
from typing import Any

import jupytext
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from analysis import files, package
from analysis.book import addresses, downloads, portable
from analysis.export import archive
from analysis.words import say

FOLDER = "notebooks"
BRANCH = "notebooks"  # where the workflow that publishes the book puts the notebooks for Colab
_ROOT = package.DATA.parent
_BUNDLE = f"{FOLDER}/{portable.BUNDLE}"
_PARTS = {
    "src": (".py", ".css", ".js"),
    "data": (".csv", ".json", ".geojson", ".bib", ".md"),
    "words": (".ftl", ".csv", ".bib"),
}
_FILES = ("pyproject.toml", "README.md", "LICENSE", "LICENSE-DATA", "CITATION.cff")


@cache
def bundle() -> bytes:
    """The code, the data and the words that the notebooks need, as a zip archive."""
    paths = [_ROOT / name for name in _FILES]
    for folder, kinds in _PARTS.items():
        paths += [path for kind in kinds for path in files.below(_ROOT / folder, kind)]
    return archive.pack({p.relative_to(_ROOT).as_posix(): p.read_bytes() for p in paths})


def _keep(app: Sphinx, doctree: nodes.document) -> None:
    """Keep the downloads of a page that holds code."""
    env = app.env
    if not is_notebook(env, env.docname):
        return
    repository = app.config.companion_repository
    source = Path(env.doc2path(env.docname)).read_text("utf-8")
    made = portable.notebook(source, repository, env.docname)
    name = Path(env.docname).name
    for kind, content in (
        ("ipynb", jupytext.writes(made, fmt="ipynb")),
        ("py", portable.script(made)),
    ):
        downloads.add(env, f"{FOLDER}/{name}.{kind}", content.encode())
    downloads.shared(env, _BUNDLE, bundle)


def is_notebook(env: BuildEnvironment, page: str) -> bool:
    """Whether a page holds code."""
    return "kernelspec" in env.metadata.get(page, {})


def links(repository: str, page: str, code: bool) -> dict[str, str]:
    """Where a page can be run: names and addresses; none if nobody has put in an address.

    Args:
        repository: address of the repository.
        page: the page's name in the book, such as ``book/index``.
        code: whether the page holds code; for others the notebooks as a whole are opened.
    """
    if not addresses.address(repository):
        return {}
    owner, name = repository.rstrip("/").split("/")[-2:]
    file = f"{Path(page).name if code else 'index'}.ipynb"
    binder = f"https://mybinder.org/v2/gh/{owner}/{name}/main?urlpath=lab/tree/_build/notebooks/"
    colab = f"https://colab.research.google.com/github/{owner}/{name}/blob/{BRANCH}/"
    return {"Binder": f"{binder}{file}", "Colab": f"{colab}{file}"}


def _add_links(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Put the links under the text of a page."""
    if doctree is None:
        return
    code = is_notebook(app.env, pagename)
    buttons = [
        f'<a class="run-button" href="{address}" rel="external">{name}</a>'
        for name, address in links(app.config.companion_repository, pagename, code).items()
    ]
    up = "../" * pagename.count("/")
    if code:
        buttons += [
            f'<a class="run-button" href="{up}{FOLDER}/{Path(pagename).name}.{kind}" download>'
            f"{say(words, kind=kind)}</a>"
            for kind, words in (("ipynb", "run-notebook"), ("py", "run-script"))
        ]
    if not buttons:
        return
    label = say("run-page" if code else "run-notebooks")
    bundled = (
        f'<a href="{downloads.seen(pagename, _BUNDLE)}" download>{say("run-how", "bundle")}</a>'
    )
    how = f" {say('run-how', bundle=bundled)}" if code else ""
    context["body"] += (
        f'<nav class="run" aria-label="{escape(label)}">{label}: {" ".join(buttons)}{how}</nav>'
    )


def setup(app: Sphinx) -> None:
    """Write the notebooks when their pages are read, and the links when the pages are written."""
    app.connect("doctree-read", _keep)
    app.connect("html-page-context", _add_links)
