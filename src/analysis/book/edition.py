"""The book in another language: where its pages stand, and how each leads to the other editions.

The first edition is read from the checkout itself. Every other has its pages, with the same code
and the same roles, in ``words/<language>/pages``; Sphinx reads them from a folder that is put
together here. It is built into a folder of its own inside the book, and its pages link to their
twins.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import yaml
from sphinx.application import Sphinx
from sphinx.config import Config

from analysis import documents, editions, files
from analysis.book import addresses
from analysis.words import current, language, say

_TOC, _BIBLIOGRAPHY = "_toc.yml", "data/references.bib"


def source(root: Path, work: Path) -> Path:
    """The folder from which Sphinx reads the edition of this process.

    Args:
        root: the checkout.
        work: where it may put a folder together.
    """
    if editions.code() == editions.FIRST:
        return root
    made = work / "source"
    kept = {path: made / "book" / path.name for path in files.inside(pages(root), ".md")}
    kept[editions.references(editions.code())] = made / _BIBLIOGRAPHY
    for old in files.below(made):
        if old not in kept.values():
            old.unlink()
    for path, copy in kept.items():
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, copy)  # with its time, by which Sphinx tells whether it has changed
    toc = documents.yaml_of((root / _TOC).read_bytes())
    for number, part in enumerate(toc["parts"], 1):
        part["caption"] = say(f"part-{number}")
    (made / _TOC).write_text(yaml.safe_dump(toc, allow_unicode=True, sort_keys=False), "utf-8")
    return made


def pages(root: Path) -> Path:
    """The folder of the pages of this edition, in the checkout."""
    first = editions.code() == editions.FIRST
    return root / "book" if first else editions.FOLDER / editions.code() / "pages"


def settings() -> dict[str, Any]:
    """What ``_config.yml`` says in the first language."""
    if editions.code() == editions.FIRST:
        return {}
    return {
        "language": editions.code(),
        "html_title": say("book-title"),
        "project": say("book-title"),
        "author": say("book-author"),
        "nb_code_prompt_show": say("code", "show"),
        "nb_code_prompt_hide": say("code", "hide"),
    }


def _search_bar(app: Sphinx, config: Config) -> None:
    config.html_theme_options["search_bar_text"] = say("theme-search-bar")


def _twins(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Tell a page its twins: language, its name in itself, address seen from here and from afar."""
    up = "../" * (pagename.count("/") + editions.place(editions.code()).count("/"))
    home = addresses.address(app.config.companion_repository)
    file = f"{pagename}{app.builder.out_suffix}"  # type: ignore[attr-defined]
    context["editions"] = [
        {
            "code": code,
            "name": language(code).message("language"),
            "href": f"{up}{editions.place(code)}{file}",
            "alternate": f"{home or up}{editions.place(code)}{file}",
            "here": code == editions.code(),
        }
        for code in editions.codes()
    ]
    context["say"] = current().message
    words = "theme-toggle-hidden-content"  # MyST-NB writes it into the page in English
    hidden = f'aria-label="{language(editions.FIRST).message(words)}"'
    context["body"] = context.get("body", "").replace(hidden, f'aria-label="{say(words)}"')


def _theme(app: Sphinx) -> None:
    """Say what the theme's own catalogs leave in English: a message ``theme-`` and the words."""
    if editions.code() == editions.FIRST:
        return
    known = app.translator.gettext

    def gettext(text: str) -> str:
        id = "theme-" + re.sub(r"[^a-z]+", "-", text.lower()).strip("-")
        return say(id) if current().has(id) else known(text)

    def ngettext(one: str, many: str, number: int) -> str:
        return gettext(one if number == 1 else many)

    templates = app.builder.templates
    templates.environment.install_gettext_callables(gettext, ngettext)


def setup(app: Sphinx) -> None:
    """Give the templates the other editions."""
    app.connect("config-inited", _search_bar)
    app.connect("builder-inited", _theme, priority=900)
    app.connect("html-page-context", _twins)
