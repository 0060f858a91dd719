"""Every page with code as a plain notebook and script to download, and links to run it elsewhere.

A notebook runs in a clone of the repository, and anywhere else: its first cell then fetches the
code and the data from the book's own address (``notebooks/companion.zip``).
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import jupytext
from docutils import nodes
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from analysis import package
from analysis.book import downloads, glossary, roles, takeaway
from analysis.export import archive

FOLDER = "notebooks"
BRANCH = "notebooks"  # where the workflow that publishes the book puts the notebooks for Colab
_ROOT = package.DATA.parent
_BUNDLE = f"{FOLDER}/companion.zip"
_PARTS = {
    "src": ("*.py", "*.css", "*.js"),
    "data": ("*.csv", "*.json", "*.geojson", "*.bib", "*.md"),
}
_FILES = ("pyproject.toml", "README.md", "LICENSE", "LICENSE-DATA", "CITATION.cff")
_ROLE = re.compile(r"\{(?P<name>[a-z:-]+)\}`(?P<text>[^`]+)`")
_DIRECTIVE = re.compile(r"^(?P<fence>`{3,}|:{3,})\{[^\n]*\n.*?^(?P=fence)$", re.M | re.S)
_TITLED = re.compile(r"(?P<shown>.+?)\s*<(?P<target>[^>]+)>", re.S)
# a link's target; code may hold the same signs, and is passed over
_LINK = re.compile(
    r"(?P<code>(?P<tick>`+)(?!`).*?(?<!`)(?P=tick)(?!`))|\]\((?P<to>[^)\s]+)\)", re.S
)
_SETUP = """\
# Outside a clone of the repository this fetches the code and the data from the book.
import importlib.util
import io
import subprocess
import sys
import urllib.request
import zipfile

if importlib.util.find_spec("analysis") is None:
    subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", {needs}], check=True)
    with urllib.request.urlopen("{address}") as answer:
        zipfile.ZipFile(io.BytesIO(answer.read())).extractall("companion")
    sys.path.insert(0, "companion/src")"""


def notebook(source: str, repository: str, page: str) -> NotebookNode:
    """A page of the book as a notebook that runs alone.

    Args:
        source: the page in MyST Markdown.
        repository: address of the repository.
        page: address of the page in the book, which stands for what only the book can show.
    """
    home = takeaway.address(repository)
    read = jupytext.reads(source, fmt="md:myst")
    read.metadata = {"kernelspec": read.metadata["kernelspec"], "language_info": {"name": "python"}}
    for cell in read.cells:
        if cell.cell_type == "markdown":
            cell.source = _plain(cell.source, page, home)
    needs = ", ".join(f'"{need}"' for need in _needs())
    start = _SETUP.format(needs=needs, address=home + _BUNDLE)
    read.cells.insert(0, new_code_cell(start))
    for i, cell in enumerate(read.cells):
        cell.id = f"cell-{i}"
        cell.metadata.pop("lines_to_next_cell", None)
    return read


def _plain(text: str, page: str, home: str) -> str:
    """Markdown that needs no book: no roles and directives, and links that lead to its address."""
    text = _DIRECTIVE.sub(f"*(In the book: <{page}>.)*", text)
    text = _ROLE.sub(lambda match: _words(match["name"], match["text"], home), text)
    return _LINK.sub(lambda match: match["code"] or f"]({_absolute(match['to'], page)})", text)


def _words(name: str, text: str, home: str) -> str:
    """What a role writes; of a term or a page also where it leads."""
    if name in roles.ROLES:
        return roles.ROLES[name].write(*text.partition("|")[::2])[0]
    titled = _TITLED.fullmatch(text)
    shown, target = (titled["shown"], titled["target"]) if titled else (text, text)
    if name == "term":
        return f"[{shown}]({home}{glossary.PAGE}.html#{glossary.anchor(target)})"
    return f"[{shown}]({target})" if name == "doc" else shown


def _absolute(target: str, page: str) -> str:
    """Where a link of a page leads in the book; pages of the book are named without their kind."""
    if urlsplit(target).scheme:
        return target
    path, hash, anchor = target.partition("#")
    if path:
        path = path.removesuffix(".md") + ".html"
    return urljoin(page, path) + hash + anchor


@cache
def _needs() -> list[str]:
    project = tomllib.loads((_ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return list(project["dependencies"])


@cache
def bundle() -> bytes:
    """The code and the data that the notebooks need, as a zip archive."""
    paths = [_ROOT / name for name in _FILES]
    for folder, kinds in _PARTS.items():
        paths += [path for kind in kinds for path in (_ROOT / folder).rglob(kind)]
    return archive.pack({p.relative_to(_ROOT).as_posix(): p.read_bytes() for p in paths})


def _keep(app: Sphinx, doctree: nodes.document) -> None:
    """Keep the downloads of a page that holds code."""
    env = app.env
    if not is_notebook(env, env.docname):
        return
    home = takeaway.address(app.config.companion_repository)
    source = Path(env.doc2path(env.docname)).read_text("utf-8")
    made = notebook(source, app.config.companion_repository, f"{home}{env.docname}.html")
    name = Path(env.docname).name
    for kind, content in (
        ("ipynb", jupytext.writes(made, fmt="ipynb")),
        ("py", jupytext.writes(made, fmt="py:percent")),
    ):
        downloads.add(env, f"{FOLDER}/{name}.{kind}", content.encode())
    downloads.add(env, _BUNDLE, bundle())


def is_notebook(env: BuildEnvironment, page: str) -> bool:
    """Whether a page holds code."""
    return "kernelspec" in env.metadata.get(page, {})


def links(repository: str, page: str, code: bool) -> dict[str, str]:
    """Where a page can be run: names and addresses.

    Args:
        repository: address of the repository.
        page: the page's name in the book, such as ``book/index``.
        code: whether the page holds code; for others the notebooks as a whole are opened.
    """
    owner, name = repository.rstrip("/").split("/")[-2:]
    file = f"{page}.md" if code else "book"
    binder = f"https://mybinder.org/v2/gh/{owner}/{name}/main?urlpath=lab/tree/{file}"
    colab = f"https://colab.research.google.com/github/{owner}/{name}/blob/{BRANCH}/"
    return {"Binder": binder, "Colab": f"{colab}{Path(page).name if code else 'index'}.ipynb"}


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
    if code:
        up = "../" * pagename.count("/")
        buttons += [
            f'<a class="run-button" href="{up}{FOLDER}/{Path(pagename).name}.{kind}" download>'
            f"{words} (.{kind})</a>"
            for kind, words in (("ipynb", "notebook"), ("py", "script"))
        ]
    label = "Run this page" if code else "Run the notebooks"
    context["body"] += f'<nav class="run" aria-label="{label}">{label}: {" ".join(buttons)}</nav>'


def setup(app: Sphinx) -> None:
    """Write the notebooks when their pages are read, and the links when the pages are written."""
    app.connect("doctree-read", _keep)
    app.connect("html-page-context", _add_links)
