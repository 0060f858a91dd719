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
def served(home):
    """Address of the book while it is served, and the lines that the terminal shows."""
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
            yield f"http://localhost:{port}/book", process.stdout
        finally:
            process.terminate()


def test_a_saved_page_is_built_and_shown(home, served, browser):
    address, _ = served
    page = browser.new_page()
    page.goto(f"{address}/chapter.html")
    chapter = home / "book" / "chapter.md"
    chapter.write_text(chapter.read_text() + "\nSaved just now.\n")
    expect(page.get_by_text("Saved just now.")).to_be_visible(timeout=120_000)
    page.close()


def test_a_broken_table_is_named_and_the_page_stays(home, served, browser):
    address, terminal = served
    page = browser.new_page()
    page.goto(f"{address}/chapter.html")
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
    assert f"assumptions.csv, row {row}: found 1 cells, expected 7 cells" in said
    assert "Traceback" not in said
    page.reload()
    expect(page.get_by_role("heading", name="A chapter")).to_be_visible()
    page.close()
    table.write_text(whole)
    assert any("built in" in line for line in terminal)
