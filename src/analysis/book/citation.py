"""How to cite the book, a page and the article: in words, as BibTeX and as RIS.

Version and year come from ``CITATION.cff``, titles and the form from the words of the edition.
There is no day of access: the reader knows it.
"""

from __future__ import annotations

import re
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from analysis import documents, editions, package, wording
from analysis.book import addresses
from analysis.words import say

FOLDER = "cite"
_ROOT = package.DATA.parent
_FILE = _ROOT / "CITATION.cff"
_KEY = "kazakh-xinjiang-border"
_ARTICLE = "ablazhey2026"
_TITLED = {"ru": "ablazhey2026russian"}  # the article under its title in another language
_TYPES = {
    "book": ("misc", "DATA"),
    "page": ("incollection", "CHAP"),
    "article": ("article", "JOUR"),
}
_SPECIAL = re.compile(r"([&%$#_])")

Work = dict[str, Any]
"""A thing to cite: kind (``book``, ``page``, ``article``), key, and the fields of BibTeX."""


@cache
def read() -> dict[str, Any]:
    """``CITATION.cff``."""
    content: dict[str, Any] = documents.yaml_of(_FILE.read_bytes())
    return content


def title() -> str:
    """The title of the book, with what kind of book it is."""
    return say("cite-title")


def authors() -> list[str]:
    """Whose book it is."""
    return [say("book-author")]


def book(home: str) -> Work:
    """The book at its address; without one it is cited without."""
    about = read()
    place = {"url": home} if home else {}
    return {
        "kind": "book",
        "key": _KEY,
        "author": authors(),
        "title": title(),
        "year": str(about["date-released"])[:4],
        "version": about["version"],
        **place,
    }


def page(home: str, name: str, title: str) -> Work:
    """One page of the book.

    Args:
        home: address of the book.
        name: the page's name in the book, such as ``book/05-migration``.
        title: its title.
    """
    whole = book(home)
    place = {"url": f"{home}{name}.html"} if home else {}
    return {
        **whole,
        "kind": "page",
        "key": f"{_KEY}-{Path(name).name}",
        "title": title,
        "booktitle": whole["title"],
        **place,
    }


def article() -> Work:
    """The article, under its title in the language of the edition."""
    cited = wording.works()[_TITLED.get(editions.code(), _ARTICLE)].fields
    names = ("title", "journal", "year", "volume", "number", "pages", "doi")
    return {
        "kind": "article",
        "key": "ablazhey-zhanbossinova-2026",
        "author": cited["author"].split("; "),
        **{
            name: cited[name].replace("–", "--") if name == "pages" else cited[name]
            for name in names
        },
    }


def words(work: Work) -> str:
    """The citation as a sentence."""
    who = say("cite-between").join(map(_said, work["author"]))
    if work["kind"] == "article":
        names = ("title", "journal", "year", "volume", "number", "doi")
        pages = work["pages"].replace("--", "–")
        return say("cite-article", authors=who, pages=pages, **{name: work[name] for name in names})
    return say(
        f"cite-{work['kind']}",
        authors=who,
        book=work.get("booktitle", ""),
        url=work.get("url", "none"),
        **{name: work[name] for name in ("title", "year", "version")},
    )


def _said(author: str) -> str:
    family, _, given = author.partition(", ")
    return say("cite-author", family=family, given=given) if given else author


def bibtex(work: Work) -> str:
    """The citation as a BibTeX entry."""
    fields = {k: v for k, v in work.items() if k not in ("kind", "key", "author")}
    # in braces a name without a comma is one name, not a first and a last
    authors = " and ".join(a if "," in a else f"{{{a}}}" for a in work["author"])
    lines = [f"  author = {{{authors}}},"]
    for name, value in fields.items():
        plain = value if name in ("url", "doi") else _SPECIAL.sub(r"\\\1", value)
        lines.append(f"  {name} = {{{plain}}},")
    return "\n".join([f"@{_TYPES[work['kind']][0]}{{{work['key']},", *lines, "}\n"])


def ris(work: Work) -> str:
    """The citation as an RIS record."""
    pages = work.get("pages", "").partition("--")
    pairs = [("TY", _TYPES[work["kind"]][1]), *(("AU", author) for author in work["author"])]
    pairs += [
        ("TI", work["title"]),
        ("T2", work.get("booktitle", "")),
        ("JO", work.get("journal", "")),
        ("PY", work["year"]),
        ("VL", work.get("volume", "")),
        ("IS", work.get("number", "")),
        ("SP", pages[0]),
        ("EP", pages[2]),
        ("DO", work.get("doi", "")),
        ("ET", work.get("version", "")),
        ("UR", work.get("url", "")),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in pairs if value) + "ER  - \r\n"


def _add_block(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Put the citation under the text of a page; it opens without scripts."""
    if doctree is None:
        return
    home = addresses.home(app.config.companion_repository)
    work = page(home, pagename, app.env.titles[pagename].astext())
    up = "../" * pagename.count("/") + FOLDER
    files = "".join(
        f'<li>{say(label)}: <a href="{up}/{name}.bib" download>BibTeX</a>, '
        f'<a href="{up}/{name}.ris" download>RIS</a>{more}</li>'
        for label, name, more in (
            ("cite-this-page", Path(pagename).name, ""),
            ("cite-this-book", "book", f', <a href="{up}/CITATION.cff" download>CFF</a>'),
            ("cite-this-article", "article", ""),
        )
    )
    context["body"] += (
        f'<details class="cite"><summary>{say("cite-how")}</summary><p>{escape(words(work))}</p>'
        f"<pre>{escape(bibtex(work))}</pre><ul>{files}</ul></details>"
    )


def _write(app: Sphinx, exception: Exception | None) -> None:
    """Write the files to take along."""
    if exception is not None:
        return
    home = addresses.home(app.config.companion_repository)
    works = {"book": book(home), "article": article()}
    for name, title in app.env.titles.items():
        works[Path(name).name] = page(home, name, title.astext())
    folder = Path(app.outdir) / FOLDER
    folder.mkdir(exist_ok=True)
    for name, work in works.items():
        (folder / f"{name}.bib").write_text(bibtex(work), "utf-8")
        (folder / f"{name}.ris").write_bytes(ris(work).encode())
    (folder / _FILE.name).write_bytes(_FILE.read_bytes())


def setup(app: Sphinx) -> None:
    """Add the block to the pages, and write the files when they are written."""
    app.connect("html-page-context", _add_block)
    app.connect("build-finished", _write)
