"""Links and anchors of the built book, read without a browser."""

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


class _Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.ids = []
        self.links = []

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name == "id" or (name == "name" and tag == "a"):
                self.ids.append(value)
            elif name in ("href", "src"):
                self.links.append(value or "")


def dead(book: Path, edited: dict[str, str] | None = None) -> list[str]:
    """Links inside the book that lead nowhere, as "page: link".

    Args:
        book: folder of the built book.
        edited: HTML to read in place of a page of the book, by its path.
    """
    pages = {}
    for file in sorted(book.rglob("*.html")):
        path = file.relative_to(book).as_posix()
        if path.startswith("_static/"):
            continue
        pages[path] = _Page()
        pages[path].feed((edited or {}).get(path) or file.read_text())
    return [
        f"{path}: {link}"
        for path, page in pages.items()
        for link in page.links
        if not _leads(book, pages, path, link)
    ]


def twice(book: Path) -> list[str]:
    """Ids that stand more than once on a page."""
    found = []
    for file in sorted(book.rglob("*.html")):
        page = _Page()
        page.feed(file.read_text())
        found += [f"{file.name}: {id}" for id in sorted(set(page.ids)) if page.ids.count(id) > 1]
    return found


def _leads(book, pages, path, link):
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return True
    target = (book / path).parent / unquote(parts.path) if parts.path else book / path
    target = target.resolve()
    if not target.is_file() or not target.is_relative_to(book.resolve()):
        return False
    aim = target.relative_to(book.resolve()).as_posix()
    if not parts.fragment or aim not in pages:
        return True
    return unquote(parts.fragment) in pages[aim].ids or parts.fragment in ("", "top")
