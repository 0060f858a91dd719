"""A page of the book as a plain notebook and as a script, which run in a clone and anywhere else.

``python -m analysis.book.portable`` writes all of them into ``_build/notebooks``, for JupyterLab
and Binder. It needs no Sphinx.

Text with numbers becomes a cell whose code is hidden and whose output is the text: run again, it
says what the data say then. MyST's own ``{eval}`` would not do: an extension of JupyterLab fills
it, so in Colab, in an editor, or where a notebook is run without a screen no number would stand;
and each ``{claim}`` and ``{result}`` of a chapter would have to be written again as code.
"""

from __future__ import annotations

import ast
import json
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import jupytext
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output

from analysis import editions, files, package, text
from analysis.book import addresses

BUNDLE = "companion.zip"
ROOT = package.DATA.parent
_PINS = "requirements-notebooks.txt"
_DIRECTIVE = re.compile(
    r"^(?P<fence>`{3,}|:{3,})\{(?P<name>[a-z-]+)\}(?P<rest>[^\n]*)\n(?P<body>.*?)^(?P=fence)$",
    re.M | re.S,
)
_PROSE = ("admonition", "question")  # directives whose content is text
_TARGET = re.compile(r"^\([\w-]+\)=\n", re.M)
_OPTION = re.compile(r"^:(\w+): *(.+)$", re.M)
_STATIC = re.compile(r"\{(?P<name>[a-z:-]+)\}`(?P<text>[^`]+)`")
_TITLED = re.compile(r"(?P<shown>.+?)\s*<(?P<target>[^>]+)>", re.S)
# code may hold the same signs, and is passed over
_LINK = re.compile(
    r"(?P<code>(?P<tick>`+)(?!`).*?(?<!`)(?P=tick)(?!`))"
    r"|\[(?P<shown>[^\[\]]+)\]\((?P<to>[^)\s]+)\)",
    re.S,
)
_SECTION = re.compile(r"^(?=#{1,6} )", re.M)
# JupyterLab, the book and Colab each have a mark of their own for code that is not shown
_HIDDEN = {"jupyter": {"source_hidden": True}, "tags": ["hide-input"], "cellView": "form"}
_SETUP = '''\
# In a clone this finds the package "analysis" of the book. Elsewhere it takes code and data from
# {bundle} beside this file, or else from the book, and installs what they need.
import importlib.metadata
import importlib.util
import io
import os
import subprocess
import sys
import urllib.request
import zipfile
from pathlib import Path

ADDRESS = "{address}"
os.environ["{chosen}"] = "{edition}"
NEEDS = [
{needs}
]


def is_the_book(spec):
    """Whether a package called analysis is that of the book, and not another beside this file."""
    places = getattr(spec, "submodule_search_locations", None) or []
    starts = [Path(place, "__init__.py") for place in places]
    return any("{mark}" in start.read_text("utf-8") for start in starts if start.is_file())


def take(folder):
    """Code and data of the book into a folder."""
    archive = folder.with_name("{bundle}")
    if archive.exists():
        content = archive.read_bytes()
    elif not ADDRESS:
        sys.exit(
            "This file needs the code and the data of the book. The book from which it was made "
            "names no address to fetch them from (companion_repository in _config.yml). Put "
            f"notebooks/{bundle} of the book beside this file: {{archive}}"
        )
    else:
        try:
            with urllib.request.urlopen(ADDRESS) as answer:
                content = answer.read()
        except OSError as error:
            sys.exit(
                f"{{ADDRESS}} could not be read: {{error}}. "
                f"Put notebooks/{bundle} of the book beside this file: {{archive}}"
            )
    part = folder.with_name("companion.part")
    try:
        zipfile.ZipFile(io.BytesIO(content)).extractall(part)
    except zipfile.BadZipFile:
        sys.exit(f"{{archive if archive.exists() else ADDRESS}}: found no archive of the book")
    part.rename(folder)


if not is_the_book(importlib.util.find_spec("analysis")):
    folder = Path(globals().get("__file__", "notebook")).resolve().with_name("companion")
    if not folder.exists():
        take(folder)
    print("installing", *NEEDS, sep="\\n  ")
    if subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", *NEEDS]).returncode:
        sys.exit("pip could not install them; see above. Try in an environment of its own.")
    for name, *_ in [need.split("==") for need in NEEDS]:
        loaded = getattr(sys.modules.get(name), "__version__", None)
        if loaded and loaded != importlib.metadata.version(name):
            sys.exit(f"{{name}} {{loaded}} was loaded before. Restart the kernel, and run again.")
    for name in [name for name in sys.modules if f"{{name}}.".startswith("analysis.")]:
        del sys.modules[name]  # another package of this name
    sys.path = [str(folder / "src"), *sys.path]

import analysis'''


def notebook(source: str, repository: str, page: str) -> NotebookNode:
    """A page of the book as a notebook that runs alone.

    Args:
        source: the page in MyST Markdown.
        repository: address of the repository.
        page: the page's name in the book, such as ``book/index``. Its address stands for what only
            the book can show; a book without an address gives a notebook without links to it.
    """
    home = addresses.address(repository)
    read = jupytext.reads(source, fmt="md:myst")
    read.metadata = {"kernelspec": read.metadata["kernelspec"], "language_info": {"name": "python"}}
    page = f"{home}{page}.html" if home else ""
    cells = [new_code_cell(_setup(repository), metadata=_HIDDEN)]
    for cell in read.cells:
        if cell.cell_type == "markdown":
            cells += _cells(cell.source, page, home)
        else:
            cell.metadata.pop("lines_to_next_cell", None)
            cells.append(cell)
    for i, cell in enumerate(cells):
        cell.id = f"cell-{i}"
    read.cells = cells
    return read


def script(made: NotebookNode) -> str:
    """The same as a script that prints what the notebook shows, and saves its charts."""
    first, *others = made.cells
    cells = [new_code_cell(first.source)]
    for cell in others:
        code = cell.source if cell.cell_type == "code" else _shown(cell.source)
        cells.append(new_code_cell(_printing(code)))
    plain = NotebookNode(made | {"cells": cells})
    written: str = jupytext.writes(plain, fmt="py:percent")
    return written


def _cells(source: str, page: str, home: str) -> Iterator[NotebookNode]:
    """The cells of a text: what can be shown outside the book, and a link for what cannot."""
    waiting: list[str] = []  # Markdown that needs no data, until other cells come

    def said() -> Iterator[NotebookNode]:
        if waiting:
            yield new_markdown_cell("\n\n".join(waiting))
            waiting.clear()

    source = _TARGET.sub("", _DIRECTIVE.sub(_as_text, source))
    at = 0
    for directive in [*_DIRECTIVE.finditer(source), None]:
        end = directive.start() if directive else len(source)
        for section in _SECTION.split(_plain(source[at:end], page, home)):
            for part in _parts(section.strip()):
                if not text.ROLE.search(part):
                    waiting.append(part)
                    continue
                yield from said()
                shown = new_output("display_data", {"text/markdown": text.fill(part)})
                yield new_code_cell(_shown(part), metadata=_HIDDEN, outputs=[shown])
        if directive is None:
            break
        at = directive.end()
        if code := _call(directive):
            yield from said()
            yield new_code_cell(code, metadata=_HIDDEN)
        else:
            waiting.append(f"*(In the book: <{page}>.)*" if page else "*(In the book alone.)*")
    yield from said()


def _as_text(directive: re.Match[str]) -> str:
    """A directive that holds text as that text under its title; any other as it stands."""
    if directive["name"] not in _PROSE:
        return directive[0]
    return f"**{directive['rest'].strip()}**\n\n{directive['body']}"


def _parts(section: str) -> list[str]:
    """A section of a text: its heading apart, so that it stays a heading, and the rest."""
    heading, _, rest = section.partition("\n") if section.startswith("#") else ("", "", section)
    return [part for part in (heading, rest.strip()) if part]


def _call(directive: re.Match[str]) -> str:
    """The code that shows what a directive of the book shows; empty if only the book can."""
    words = ", ".join(f'"{word}"' for word in directive["rest"].split())
    if directive["name"] == "claims-table":
        options = {name: json.dumps(of.split()) for name, of in _OPTION.findall(directive["body"])}
        chosen = ", ".join(f"{name}={values}" for name, values in options.items())
        return f"analysis.text.claims_table({chosen})"
    if directive["name"] == "confronted":
        return f"analysis.text.confronted({words})"
    if directive["name"] == "data-table":
        return f'analysis.tables.read({words}).set_index("id")'
    return ""


def _shown(markdown: str) -> str:
    escaped = markdown.replace("\\", "\\\\").replace('"""', '\\"""')
    return f'analysis.show("""\n{escaped}\n""")'


def _printing(code: str) -> str:
    """The code of a cell with its last expression shown, as a notebook does by itself."""
    lines = code.splitlines()
    last = ast.parse(code).body[-1:]
    if not last or not isinstance(last[0], ast.Expr) or code.startswith("analysis.show("):
        return code
    start = last[0].lineno - 1
    return "\n".join([*lines[:start], f"analysis.show({lines[start]}", *lines[start + 1 :]]) + ")"


def _plain(source: str, page: str, home: str) -> str:
    """Markdown that needs no book but for its numbers: links that lead to its address, or none."""
    source = _STATIC.sub(lambda match: _words(match, home), source)

    def led(match: re.Match[str]) -> str:
        if match["code"]:
            return match["code"]
        if not page and not urlsplit(match["to"]).scheme:
            return match["shown"]
        return f"[{match['shown']}]({addresses.absolute(match['to'], page)})"

    return _LINK.sub(led, source)


def _words(role: re.Match[str], home: str) -> str:
    """What a role without a number writes; of a term or a page also where it leads."""
    if role["name"] in text.KINDS:
        return role[0]
    titled = _TITLED.fullmatch(role["text"])
    shown, target = (titled["shown"], titled["target"]) if titled else (role["text"],) * 2
    if role["name"] == "term" and home:
        return f"[{shown}]({home}{addresses.GLOSSARY}.html#{addresses.anchor(target)})"
    return f"[{shown}]({target})" if role["name"] == "doc" else shown


def _setup(repository: str) -> str:
    home = addresses.address(repository)
    return _SETUP.format(
        bundle=BUNDLE,
        address=f"{home}notebooks/{BUNDLE}" if home else "",
        needs="\n".join(f'    "{need}",' for need in _needs()),
        mark=_mark(),
        chosen=editions.CHOSEN,
        edition=editions.code(),
    )


@cache
def _needs() -> tuple[str, ...]:
    """What the package needs, in the versions with which the book is built and tested."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = (re.split(r"[^\w.-]", need)[0] for need in project["dependencies"])
    names = {name.lower().replace(".", "-") for name in asked}  # as lists of pins spell them
    pinned = re.findall(r"^(\S+)==([^\\\n]+)", (ROOT / _PINS).read_text("utf-8"), re.M)
    return tuple(f"{name}=={version.strip()}" for name, version in pinned if name in names)


def _mark() -> str:
    """Words by which the package is known from others of its name: those with which it begins."""
    start = Path(package.__file__).with_name("__init__.py").read_text("utf-8")
    return start.partition(",")[0].strip('"')


def main() -> int:
    """Write every page with code into ``_build/notebooks``; the exit status."""
    repository = addresses.repository()
    folder = ROOT / "_build" / "notebooks"
    folder.mkdir(parents=True, exist_ok=True)
    for path in files.inside(ROOT / "book", ".md"):
        source = path.read_text("utf-8")
        if re.search(r"^kernelspec:", source, re.M):
            made = notebook(source, repository, f"book/{path.stem}")
            (folder / f"{path.stem}.ipynb").write_text(jupytext.writes(made, fmt="ipynb"), "utf-8")
    print(f"the notebooks are in {folder}; made anew each time: save your own under another name")
    return 0


if __name__ == "__main__":
    sys.exit(main())
