"""``make serve``: a page that is open shows what was saved, and a mistake leaves it as it was."""

import os
import socket
import subprocess
import sys

import pytest
import small_book
from playwright.sync_api import expect


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """The folder of a small book."""
    folder = tmp_path_factory.mktemp("served")
    small_book.lay_out(folder)
    return folder


@pytest.fixture(scope="module")
def serving(home):
    """The book while it is served: the port, and the process with the lines that it shows."""
    with socket.socket() as free:
        free.bind(("localhost", 0))
        port = free.getsockname()[1]
    with subprocess.Popen(
        [sys.executable, "-m", "analysis.book.serve", "--port", str(port)],
        cwd=home,
        env=os.environ | {"PYTHONPATH": str(home / "src")},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        try:
            assert any("serving on" in line for line in process.stdout)
            yield port, process
        finally:
            process.kill()


@pytest.fixture
def served(serving):
    """Address of the book while it is served, and the lines that the terminal shows."""
    port, process = serving
    return f"http://localhost:{port}/book", process.stdout


# Notes when the script that loads the page again has reached the server.
LISTENS = """window.WebSocket = class extends WebSocket {
  constructor(...all) {
    super(...all);
    this.addEventListener("open", () => { document.documentElement.dataset.listens = "yes"; });
  }
};"""


def opened(browser, address):
    """A page that the server loads again whenever it likes.

    A test that waits until it has loaded, or loads it again, may meet that (``net::ERR_ABORTED``);
    until it is committed no script of it runs. One that closes it meanwhile waits without end: it
    stays open with the browser. What is saved before it listens to the server may be built by
    then, and another page told so: it would wait for the next build.
    """
    page = browser.new_page()
    page.add_init_script(LISTENS)
    page.goto(address, wait_until="commit")
    page.locator("html[data-listens]").wait_for(state="attached", timeout=120_000)
    return page


def test_a_saved_page_is_built_and_shown(home, served, browser):
    address, _ = served
    page = opened(browser, f"{address}/chapter.html")
    chapter = home / "book" / "chapter.md"
    chapter.write_text(chapter.read_text() + "\nSaved just now.\n")
    expect(page.get_by_text("Saved just now.")).to_be_visible(timeout=120_000)


def test_a_broken_table_is_named_and_the_page_stays(home, served, browser):
    address, terminal = served
    page = opened(browser, f"{address}/chapter.html")
    table = home / "data" / "assumptions.csv"
    whole = table.read_text()
    table.write_text(whole + "x\n")
    lines = []
    for line in terminal:
        lines.append(line)
        if "with errors" in line:
            break
    row = len(whole.splitlines()) + 1
    said = "".join(lines)
    columns = len(whole.splitlines()[0].split(","))
    assert f"assumptions.csv, row {row}: found 1 cells, expected {columns} cells" in said
    assert "Traceback" not in said
    fresh = opened(browser, f"{address}/chapter.html")
    # the print view has a title of its own, in sight until the styles have come
    for each in (fresh, page):
        heading = each.get_by_role("article").get_by_role("heading", name="A chapter")
        expect(heading).to_be_visible()
    table.write_text(whole)
    assert any("built in" in line for line in terminal)


def test_a_saved_number_is_shown_and_so_is_a_file_beside_the_folders(home, served, browser):
    address, _ = served
    page = opened(browser, f"{address}/chapter.html")
    table = home / "data" / "garrison.csv"
    old, new = "four outposts,exact,4,4,4", "five outposts,exact,5,5,5"
    table.write_text(table.read_text().replace(old, new, 1))
    expect(page.get_by_text("Text with 5")).to_be_visible(timeout=120_000)
    page = opened(browser, f"{address}/data.html")
    citation = home / "CITATION.cff"
    citation.write_text(citation.read_text().replace("\nversion: ", "\nversion: 9.", 1))
    expect(page.locator("details.cite")).to_contain_text("Version 9.", timeout=120_000)


def test_whoever_stops_it_is_not_kept_waiting_by_a_page_that_still_loads(serving):
    """The last test: it ends what the others used."""
    port, process = serving
    with socket.create_connection(("localhost", port)) as reader:
        # asks for more than the system takes along by itself, and reads none of it
        reader.sendall(b"GET /searchindex.js HTTP/1.1\r\nHost: localhost\r\n\r\n" * 100)
        reader.recv(1)
        process.terminate()
        process.wait(timeout=120)
