"""Prints the built book as one PDF: ``python -m analysis.book.pdf``.

All pages become one document in the order of the table of contents, with ids and links rewritten,
so that references inside the book lead to pages of the PDF. Chromium prints it twice: the first
print says on which page each chapter begins. No script runs and no other host is asked.
"""

from __future__ import annotations

import io
import posixpath
import re
import sys
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pikepdf
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Route, sync_playwright

from analysis import documents, editions
from analysis.book import addresses, chromium, citation, lock
from analysis.book.build import BOOK, ROOT
from analysis.book.names_index import Index
from analysis.progress import Progress
from analysis.words import say

_NAME = "kazakh-xinjiang-border"
_HOME = "http://book"  # no host: the browser's requests are answered from the folder of the book
_STYLE = Path(__file__).parent / "print.css"
# What only works on a screen, and what stands elsewhere on paper or in the data.
_DROPPED = (
    "script, style, button, input, select, dialog, form, noscript, .card, .side-note, .headerlink, "
    ".run, .cite, .table-tools, .filter-bar, .pst-js-only, .chart-narrow, .chart-links, "
    ".report-link, details.hide, details.chart-words, .claims-table, .take, .glance details, "
    '.touched, .settings-lists, .settings-still, .data-table:not([data-table="discrepancies"])'
)
# The part that is looked up: set close, after the book that is read.
_APPENDIX = 3
# Pages that paper has no use for: read along needs links, and the last part a computer.
_SCREEN = frozenset({"book/read-along", "book/archive"})
_SCREEN_PART = 4
_HEADING = re.compile("^h[1-5]$")
_REFERENCE = re.compile(r"url\((['\"]?)#([^)'\"]+)\1\)")
_WIDE = 8  # columns from which a table is printed across the page
_FOOT = (
    '<div style="width:100%;font:7pt sans-serif;color:#555;padding:0 15mm;display:flex;'
    'justify-content:space-between"><span>{title}</span>'
    '<span class="pageNumber"></span></div>'
)


def main(codes: Sequence[str]) -> int:
    """Print the book in these languages, or in all that it has; the exit status."""
    if not BOOK.exists():
        print(f"there is no book in {BOOK}; build it first: make book", file=sys.stderr)
        return 1
    if not chromium.found():
        print(chromium.MISSING, file=sys.stderr)
        return 1
    try:
        with lock.held(BOOK.parent):  # or the pages of two books could be printed as one
            for code in codes or editions.codes():
                with editions.speaking(code):
                    if book().exists():
                        _put()
    except lock.BusyError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _put() -> None:
    fresh = target().with_suffix(".new")
    fresh.write_bytes(printed())
    fresh.replace(target())
    print(f"the book is in {target()}", flush=True)


def book() -> Path:
    """Where the pages of this edition are; those of another than the first have a folder there."""
    return BOOK / editions.place(editions.code())


def target() -> Path:
    """Where the print of this edition is put."""
    code = editions.code()
    return BOOK.parent / f"{_NAME}{'' if code == editions.FIRST else f'-{code}'}.pdf"


def printed() -> bytes:
    """The whole book as the bytes of a PDF.

    Raises:
        RuntimeError: there is no Chromium; says what to type.
    """
    pages = list(_pages())
    progress = Progress("printing the book", 4)
    progress.step("pages put together")
    with sync_playwright() as playwright:
        browser = chromium.launch(playwright)
        first = _print(browser, document(pages, {}))
        progress.step("printed without page numbers")
        numbers = _numbers(first)
        content = _print(browser, document(pages, numbers))
        browser.close()
    progress.step("printed with page numbers")
    finished = _finished(content)
    progress.step("packed, without its date")
    return finished


def _pages() -> Iterator[tuple[int, list[str]]]:
    """The parts of the book: number and names of pages; what stands before them has none."""
    toc = documents.yaml_of((ROOT / "_toc.yml").read_bytes())
    yield 0, [toc["root"], *(chapter["file"] for chapter in toc.get("chapters", ()))]
    for number, part in enumerate(toc.get("parts", ()), 1):
        if number != _SCREEN_PART:
            pages = [chapter["file"] for chapter in part["chapters"]]
            yield number, [page for page in pages if page not in _SCREEN]


def document(parts: list[tuple[int, list[str]]], numbers: dict[str, int]) -> str:
    """The book as one page of HTML.

    Args:
        parts: their numbers and the names of their pages, in order.
        numbers: on which page of the PDF an id stands; without it the contents have no numbers.
    """
    names = [name for _, pages in parts for name in pages]
    public = addresses.home(addresses.repository())
    body, contents = [], []
    names_index = Index()
    styles: dict[str, None] = {}  # in the order of the pages that ask for them
    for part, pages in parts:
        if part:
            id, caption = f"part-{part}", say(f"part-{part}")
            kind = "part appendix" if part == _APPENDIX else "part"
            body.append(
                f'<section class="{kind}"><h1 class="part" id="{id}">{escape(caption)}</h1>'
            )
            contents.append(_entry("part", id, caption, numbers))
        for name in pages:
            soup = BeautifulSoup((book() / f"{name}.html").read_text("utf-8"), "html.parser")
            styles |= {
                _target(str(sheet["href"]), name, names, public, loaded=True): None
                for sheet in soup.select("link[rel=stylesheet]")
            }
            title, article = _page(soup, name, names, public)
            if part != _APPENDIX:
                names_index.read(soup, article)
            body.append(article.decode(formatter="minimal"))
            contents.append(_entry("chapter", _id(name), title, numbers))
        if part:
            body.append("</section>")
    body.append(names_index.html(numbers))
    contents.append(_entry("part", "index-of-names", say("pdf-names"), numbers))
    title = citation.title()
    links = "".join(f'<link rel="stylesheet" href="{sheet}">' for sheet in styles)
    return (
        f'<!doctype html><html lang="{editions.code()}" data-theme="light" data-mode="light"><head>'
        f'<meta charset="utf-8"><title>{escape(title)}</title>'
        f"{links}"
        f"<style>{_STYLE.read_text('utf-8')}</style></head><body>"
        f"{_front(public)}<nav><h1>{escape(say('pdf-contents'))}</h1><ul>{''.join(contents)}</ul></nav>"
        f"{''.join(body)}</body></html>"
    )


def _front(public: str) -> str:
    """The title page."""
    about = citation.read()
    article = citation.words(citation.article())
    link = f'<a href="{public}">{public}</a>'
    read_at = f"<p>{say('pdf-address', address=link)}</p>" if public else ""
    code, data = about["license"]
    version = say("pdf-version", version=about["version"], data=data, code=code)
    return (
        f'<header class="front"><p class="front-title">{escape(citation.title())}</p>'
        f"<p>{escape(', '.join(citation.authors()))}</p>"
        f"<p>{escape(version)}</p>"
        f"{read_at}"
        f"<h2>{escape(say('pdf-article'))}</h2><p>{escape(article)}</p>"
        f"<h2>{escape(say('pdf-cite'))}</h2>"
        f"<p>{escape(citation.words(citation.book(public)))}</p></header>"
    )


def _entry(kind: str, id: str, title: str, numbers: dict[str, int]) -> str:
    number = numbers.get(id, "")
    return (
        f'<li class="{kind}"><a href="#{id}"><span>{escape(title)}</span>'
        f'<span class="dots"></span><span class="number">{number}</span></a></li>'
    )


def _id(page: str, id: str = "") -> str:
    """The id in the whole document of a page, or of an id on it."""
    return "--".join(filter(None, (page.replace("/", "-"), id)))


def _page(soup: BeautifulSoup, name: str, names: list[str], public: str) -> tuple[str, Tag]:
    """Title and content of one page as a part of the whole."""
    article = soup.select_one("article.bd-article")
    assert article is not None, name
    for unwanted in article.select(_DROPPED):
        unwanted.decompose()
    _notes(soup, article)
    for heading in article.find_all(_HEADING):
        home = heading.parent
        assert home is not None
        if home.name == "section" and len(home.find_all(True, recursive=False)) == 1:
            home.decompose()  # what stood under it is on the screen only
        elif "entry" in home.get_attribute_list("class"):
            heading.name = "p"  # no bookmark for each claim
            heading["class"] = "entry-name"
    for details in article.find_all("details"):
        details["open"] = ""
    for table in article.find_all("table"):
        row = table.find("tr")
        columns = len(row.find_all(["td", "th"])) if row else 0
        frame = table.find_parent(class_="table-scroll") or table
        if columns >= _WIDE:
            frame["class"] = f"{' '.join(frame.get_attribute_list('class'))} wide"
    for heading in reversed(article.find_all(_HEADING)):
        heading.name = f"h{int(heading.name[1]) + 1}"
    for element in article.find_all(True):
        _rewrite(element, name, names, public)
    title = article.find("h2")
    words = title.get_text(" ", strip=True) if title else name
    article.name = "section"
    article.attrs = {"class": "bd-article chapter", "id": _id(name)}
    return words, article


def _notes(soup: BeautifulSoup, article: Tag) -> None:
    """The sources of pictures as numbered notes at the end of their chapter."""
    listed = soup.new_tag("ol")
    for figure in article.select("figure.chart"):
        title, sources = figure.select_one(".chart-title"), figure.select(".chart-source")
        if title is None or not sources:
            continue
        number = len(listed.contents) + 1
        mark, entry = soup.new_tag("sup"), soup.new_tag("li", id=f"note-{number}")
        link = soup.new_tag("a", id=f"noted-{number}", href=f"#note-{number}")
        link.string = str(number)
        mark.append(link)
        title.append(mark)
        for source in sources:
            said, items = source.find("summary") or source, source.select("li")
            entry.append(said.get_text().rstrip("."))
            for i, item in enumerate(items):
                entry.append("; " if i else ": ")
                entry.extend(list(item.contents))
            entry.append(". ")
            source.decompose()
        back = soup.new_tag("a", href=f"#noted-{number}")
        back.string = "↑"
        entry.append(back)
        listed.append(entry)
    chapter = article.find("section")
    if listed.contents and isinstance(chapter, Tag):
        heading = soup.new_tag("p", attrs={"class": "notes-heading"})
        heading.string = say("chapter-notes")
        notes = soup.new_tag("div", attrs={"class": "notes"})
        notes.extend([heading, listed])
        chapter.append(notes)


def _rewrite(element: Tag, page: str, names: list[str], public: str) -> None:
    """Ids and references of an element, from those of its page to those of the whole."""
    for attribute, value in list(element.attrs.items()):
        if attribute == "id":
            element[attribute] = _id(page, str(value))
        elif attribute in ("href", "src", "xlink:href"):
            target = _target(str(value), page, names, public, attribute == "src")
            if target:
                element[attribute] = target
            else:
                del element[attribute]
        elif attribute in ("tabindex", "role", "download") or attribute.startswith("aria-"):
            if attribute != "aria-label" and (attribute, value) != ("role", "img"):
                del element[attribute]
        elif isinstance(value, str) and "url(" in value:
            element[attribute] = _REFERENCE.sub(lambda m: f"url(#{_id(page, m[2])})", value)


def _target(link: str, page: str, names: list[str], public: str, loaded: bool) -> str:
    """Where a link leads in the whole; to the book on the web for what is not in it.

    Empty for that if the book has no address.
    """
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return link
    if not parts.path:
        return f"#{_id(page, unquote(parts.fragment))}" if parts.fragment else f"#{_id(page)}"
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
    aim = path.removesuffix(".html")
    if aim in names and path.endswith(".html"):
        return f"#{_id(aim, unquote(parts.fragment))}"
    if loaded:
        return f"{_HOME}/{path}"
    return f"{public}{path}" if public else ""


def _print(browser: Any, html: str) -> bytes:
    """The document as Chromium prints it."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()

    def answer(route: Route) -> None:
        parts = urlsplit(route.request.url)
        file = book() / unquote(parts.path).lstrip("/")
        if f"{parts.scheme}://{parts.netloc}" != _HOME:
            route.abort()
        elif parts.path == "/":
            route.fulfill(body=html, content_type="text/html; charset=utf-8")
        elif file.is_file():
            route.fulfill(path=file)
        else:
            route.fulfill(status=404)

    page.route("**/*", answer)
    page.set_default_timeout(0)
    page.goto(f"{_HOME}/", wait_until="load")
    content: bytes = page.pdf(
        format="A4",
        prefer_css_page_size=True,
        print_background=True,
        tagged=True,
        outline=True,
        display_header_footer=True,
        header_template="<span></span>",
        footer_template=_FOOT.format(title=escape(citation.title())),
        margin={"top": "15mm", "bottom": "17mm", "left": "15mm", "right": "15mm"},
    )
    context.close()
    return content


def _numbers(content: bytes) -> dict[str, int]:
    """On which page of a PDF each id stands that a link leads to."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        places = pdf.Root.Dests.items()
        return {name.lstrip("/"): pages[place[0].objgen] for name, place in places}


def _finished(content: bytes) -> bytes:
    """The same PDF packed and without its time: two prints of one book are the same bytes."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        del pdf.docinfo
        pdf.docinfo["/Title"] = citation.title()
        pdf.docinfo["/Author"] = ", ".join(citation.authors())
        with pdf.open_outline() as outline:
            _name_once(outline.root)
        written = io.BytesIO()
        packed = pikepdf.ObjectStreamMode.generate
        pdf.save(written, object_stream_mode=packed, deterministic_id=True)
    return written.getvalue()


def _name_once(marks: Sequence[pikepdf.OutlineItem]) -> None:
    """Halve the names of bookmarks, and of those below them, that Chromium wrote twice.

    It does so for a heading that begins a page.
    """
    for mark in marks:
        half = mark.title[: len(mark.title) // 2]
        if half and mark.title == half * 2:
            mark.title = half
        _name_once(mark.children)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
