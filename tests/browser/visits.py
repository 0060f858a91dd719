"""One page of the built book in one view, with everything the browser said about it."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Page

ROOT = Path(__file__).parents[2]
BOOK = ROOT / "_build" / "html"
WIDTHS = (1280, 390)
SCHEMES = ("light", "dark")
VIEWS = [(width, scheme) for width in WIDTHS for scheme in SCHEMES]


# pages that Sphinx makes, without a text of their own
MADE = ["search.html", "genindex.html", "py-modindex.html"]


def toc_pages():
    """The pages of the table of contents, as paths below the book, and those that Sphinx makes."""
    toc = yaml.safe_load((ROOT / "_toc.yml").read_text())
    return [f"{name}.html" for name in [toc["root"], *_files(toc)]] + MADE


def _files(node):
    if isinstance(node, dict):
        if "file" in node:
            yield node["file"]
        node = list(node.values())
    if isinstance(node, list):
        for item in node:
            yield from _files(item)


@dataclass
class Visit:
    """What happened while a page was open; tests may look at ``page`` and act on it."""

    page: Page
    path: str
    width: int
    scheme: str
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    listeners: list[tuple[str, Any]] = field(default_factory=list)

    def listen(self, event: str, hear: Any) -> None:
        """Hear of an event of the page, until the visit ends."""
        self.page.on(event, hear)
        self.listeners.append((event, hear))

    def leave(self) -> None:
        """Give the page back as its context made it, for the next visit."""
        for event, hear in self.listeners:
            self.page.remove_listener(event, hear)
        self.page.goto("about:blank")


def view_id(param):
    """How a test of a page in a view is named: ``book/index.html-390-dark``."""
    return "-".join(map(str, param))


def visit(page, server, path, width=1280, scheme="light", edit=None):
    """Open a page and wait until it has loaded.

    Args:
        page: a page of Playwright, as its context made it.
        server: address of the book.
        path: of the page, below the book.
        edit: a function from the page's HTML to another HTML, to see a gate fail.
    """
    seen = Visit(page, path, width, scheme)
    seen.listen("console", lambda m: seen.errors.append(m.text) if m.type == "error" else None)
    seen.listen("pageerror", lambda error: seen.errors.append(str(error)))
    seen.listen("request", lambda request: _note(seen, request.url, server))
    address = f"{server}/{path}"
    if edit is not None:
        html = edit((BOOK / path).read_text())
        page.route(address, lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(address, wait_until="load")
    return seen


def _note(seen, url, server):
    seen.requests.append(url)
    if not url.startswith((server, "data:", "blob:", "about:")):
        seen.foreign.append(url)
