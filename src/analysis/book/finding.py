"""The search: every word and number that a reader can see, with the place where it stands.

Sphinx's own index glues the cells of a table into one word and leaves numbers out. Here finished
pages are cut into passages (a section, an entry, a row of a table, a picture), and ``search.js``
makes an index of them in the browser with MiniSearch. The passages are a script and no JSON,
because a page that was opened from disk may not fetch a file.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.search import IndexBuilder

from analysis.words import say

PAGE = "search"
INDEX = "searchindex.js"
_SCRIPT = "minisearch.js"
_VENDOR = Path(__file__).parent / "vendor"
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
# Each begins a passage: where it has an id, links lead to it.
_CUT = {"section", "article", "figure", "div", "li", "dt", "dd", "tr", "ol", "table", "details"}
_ALWAYS_CUT = {"tr", "figure"}
_UNSEEN = {"script", "style", "noscript", "template", "title", "desc", "metadata", "annotation"}
_APART = {"headerlink", "side-note"}  # signs, and what the cards say again
_VOID = {"br", "hr", "img", "input", "meta", "link", "source", "wbr", "col", "area", "base"}
# Within a line of text: everything else parts words.
_INLINE = set(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "em",
        "i",
        "kbd",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "tspan",
        "u",
        "var",
        "wbr",
    ]
)
_CELLS = {"td", "th", "text", "option"}
_CELL = " · "  # marks the cells of a row; as a reader would write them in one line


@dataclass
class Passage:
    """A part of a page.

    :ivar anchor: the id that a link to it leads to; empty for the top of the page.
    :ivar heading: of the section or entry that it stands in.
    :ivar card: whether it is seen only when somebody points at something.
    :ivar text: what is read there.
    """

    anchor: str
    heading: str = ""
    card: bool = False
    parts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words, with a dot between cells; what stands in several cells is there once."""
        cells = (" ".join(cell.split()) for cell in "".join(self.parts).split(_CELL))
        return _CELL.join(dict.fromkeys(filter(None, cells)))


class _Reader(HTMLParser):
    """Cuts the article of a page into passages."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.passages: list[Passage] = []
        self._open: list[tuple[str, bool]] = []  # each element, and whether it began a passage
        self._within: list[Passage] = []
        self._unseen = 0
        self._heading: list[str] | None = None
        self._term: Passage | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        classes = (given.get("class") or "").split()
        if tag == "article" and "bd-article" in classes:
            self._begin(Passage(""))
            self._open.append((tag, True))
            return
        if not self._within:
            return
        if tag in _VOID:
            self._say(" ")
            return
        if self._unseen or tag in _UNSEEN or _APART.intersection(classes):
            self._unseen += 1
            self._open.append((tag, False))
            return
        id = given.get("id") or ""
        begins = (tag in _CUT and bool(id)) or tag in _ALWAYS_CUT or "card" in classes
        if tag == "dd" and not id and self._term is not None:
            self._within.append(self._term)  # what a term means stands with the term
            begins = True
        elif begins:
            here = self._within[-1]
            card = "card" in classes  # nothing can lead to what is not shown: to where it belongs
            anchor = here.anchor if card else id or here.anchor
            self._begin(Passage(anchor, here.heading, card))
            if tag == "dt":
                self._term = self._within[-1]
        elif id and tag in ("span", "code", "a") and self._in_row():
            self._within[-1].anchor = id  # a row whose first cell has its address
        if tag in _HEADINGS:
            self._heading = []
        elif tag in _CELLS:
            self._say(_CELL)
        elif tag not in _INLINE or "card-line" in classes:
            self._say(" ")
        self._open.append((tag, begins))

    def handle_endtag(self, tag: str) -> None:
        if not self._within or tag in _VOID:
            return
        while self._open:
            name, began = self._open.pop()
            if self._unseen:
                self._unseen -= 1
            elif began:
                self._within.pop()
            if name == tag:
                break
        if not self._within:
            return
        if tag in _HEADINGS and self._heading is not None:
            self._within[-1].heading = " ".join("".join(self._heading).split())
            self._heading = None
        elif tag == "dl":
            self._term = None
        elif tag == "dt" and self._term is not None:
            self._term.heading = self._term.text
        self._say(_CELL if tag in _CELLS else "" if tag in _INLINE else " ")

    def handle_data(self, data: str) -> None:
        if self._within and not self._unseen:
            self._say(data)
            if self._heading is not None:
                self._heading.append(data)

    def _begin(self, passage: Passage) -> None:
        self._within.append(passage)
        self.passages.append(passage)

    def _in_row(self) -> bool:
        return any(tag == "tr" and began for tag, began in self._open)

    def _say(self, text: str) -> None:
        self._within[-1].parts.append(text)


def passages(html: str) -> list[Passage]:
    """What can be read on a page, in the order of its parts.

    >>> [(p.anchor, p.heading, p.text) for p in passages(
    ...     '<article class="bd-article"><h1>Posts</h1><section id="x"><h2>Bakhty</h2><table>'
    ...     '<tr><td>in <b>19</b>30</td><td>14</td></tr></table></section></article>')]
    [('', 'Posts', 'Posts'), ('x', 'Bakhty', 'Bakhty'), ('x', 'Bakhty', 'in 1930 · 14')]
    """
    reader = _Reader()
    reader.feed(html)
    # many numbers of a page have the same card
    once = {(p.heading, p.text): p for p in reversed(reader.passages) if p.text}
    return list(reversed(once.values()))


def index(app: Sphinx) -> str:
    """The script that gives the search page its passages and the stemmer of its language."""
    env = app.env
    language = app.config.language
    parts: list[str] = []
    pages: list[tuple[str, str, int]] = []
    found: list[list[int | str]] = []
    for caption, names in _parts(env):
        parts.append(caption)
        for name in names:
            file = Path(app.outdir) / f"{name}.html"
            if not file.exists():
                continue
            read = passages(file.read_text("utf-8"))
            title = next((p.heading for p in read if p.heading), name)
            pages.append((f"{name}.html", title, len(parts) - 1))
            found += [
                [len(pages) - 1, p.anchor, p.heading, p.text, *([1] if p.card else [])]
                for p in read
            ]
    content = {
        "parts": parts,
        "pages": pages,
        "passages": found,
        "names": _names(env, {page[0]: number for number, page in enumerate(pages)}),
    }
    stemmer = IndexBuilder(env, language, {}, "").get_js_stemmer_code()
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return f"{stemmer}\nconst BOOK = {text};\n"


def _parts(env: BuildEnvironment) -> Iterator[tuple[str, list[str]]]:
    """Captions and pages in the order of the table of contents, then the pages Sphinx makes."""
    root = env.config.root_doc
    first = [root]
    for tree in env.get_doctree(root).findall(addnodes.toctree):
        if tree.get("caption"):
            if first:
                yield "", first
                first = []
            yield tree["caption"], list(tree["includefiles"])
        else:
            first += tree["includefiles"]
    if first:
        yield "", first
    yield say("search-made"), ["genindex", "py-modindex"]


def _names(env: BuildEnvironment, pages: dict[str, int]) -> list[tuple[str, int, str]]:
    """Names that have an entry of their own, in all spellings: name, page, anchor."""
    found = {
        (value, pages[f"{docname}.html"], anchor)
        for docname, entries in env.domains["index"].data["entries"].items()
        if f"{docname}.html" in pages
        for kind, value, anchor, main, _ in entries
        if kind == "single" and any(letter.isalpha() for letter in value)
    }
    return sorted(found)


def _add_script(app: Sphinx) -> None:
    folder = Path(app.doctreedir) / "search"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _SCRIPT).write_text((_VENDOR / _SCRIPT).read_text("utf-8"), "utf-8", newline="\n")
    app.config.html_static_path.append(str(folder))
    setattr(app.builder, "search", False)  # noqa: B010 -  Sphinx's index is not made; its page is made below


def _page(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    yield PAGE, {"title": say("search-title")}, "search.html"


def _write(app: Sphinx, exception: Exception | None) -> None:
    if exception is None and app.builder.format == "html":
        (Path(app.outdir) / INDEX).write_text(index(app), "utf-8", newline="\n")


def setup(app: Sphinx) -> None:
    """Connect to the steps of a build."""
    app.connect("builder-inited", _add_script)
    app.connect("html-collect-pages", _page)
    app.connect("build-finished", _write)
