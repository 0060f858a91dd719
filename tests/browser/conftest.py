"""The built book, served on this machine and opened in headless Chromium.

Tests take ``opened`` (each page in each of four views, opened once and shared: look, do not touch),
``visit(path, ...)`` (a page of one's own to act on), or ``server`` and ``browser``.
"""

import http.server
import subprocess
import sys
import threading
from functools import partial

import pytest
from playwright.sync_api import expect, sync_playwright
from visits import BOOK, ROOT, VIEWS, toc_pages, view_id
from visits import visit as open_page

from analysis.book.chromium import MISSING, found, launch

# Milliseconds for what the browser is waited for: no test fails because the machine is busy.
PATIENCE = 60_000
expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems():
    """Without a browser nothing runs, and whoever waits hears so before the first test."""
    if not found():
        pytest.exit(MISSING, returncode=1)


@pytest.fixture(scope="session")
def book():
    """The folder of the book, built from what lies in the working tree."""
    command = [sys.executable, "-m", "analysis.book.build"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"the book does not build:\n{done.stdout[-2000:]}{done.stderr}"
    return BOOK


@pytest.fixture(scope="session")
def server(book):
    """Address of the book on this machine."""
    handler = partial(_Quiet, directory=str(book))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args):
        """Say nothing: requests are asserted in the browser."""


@pytest.fixture(scope="session")
def browser():
    """A headless Chromium."""
    with sync_playwright() as playwright:
        running = launch(playwright)
        yield running
        running.close()


@pytest.fixture(scope="session")
def contexts(browser):
    """One browser context for each view: (width, scheme) to context."""
    made = {
        (width, scheme): browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            reduced_motion="reduce",
            accept_downloads=True,
        )
        for width, scheme in VIEWS
    }
    for context in made.values():
        context.set_default_timeout(PATIENCE)
    yield made
    for context in made.values():
        context.close()


@pytest.fixture(scope="session")
def windows(contexts):
    """One page for each view, which shows one page of the book after the other."""
    return {view: context.new_page() for view, context in contexts.items()}


@pytest.fixture(
    scope="session",
    params=[(path, *view) for path in toc_pages() for view in VIEWS],
    ids=view_id,
)
def opened(request, windows, server):
    """Every page in every view, opened once for all tests that only look."""
    path, width, scheme = request.param
    seen = open_page(windows[width, scheme], server, path, width, scheme)
    yield seen
    seen.leave()


@pytest.fixture
def visit(contexts, server):
    """Opens a page for one test: ``visit(path, width=1280, scheme="light", edit=None)``."""
    pages = []

    def opener(path, width=1280, scheme="light", edit=None):
        page = contexts[width, scheme].new_page()
        seen = open_page(page, server, path, width, scheme, edit)
        pages.append(seen.page)
        return seen

    yield opener
    for page in pages:
        page.close()
