"""What a reader's connection must carry: the compressed bytes of everything a page can load."""

import gzip
import re
from functools import cache
from pathlib import Path

import pytest
from visits import BOOK, MADE, toc_pages

WHOLE, FIRST = 500_000, 150_000
FACES = 100_000  # beside the rest: they are swapped in when the text is already shown
_LINKED = re.compile(r'<(?:script|img)\b[^>]*?\ssrc="([^"]+)"|<link\b[^>]*\shref="([^"]+)"[^>]*>')
_LOADED = re.compile(r'rel="(?:stylesheet|icon|preload|modulepreload)"')
_ADDRESS = re.compile(r"url\([\"']?([^)\"']+)")
_FACE = re.compile(r"@font-face\s*\{[^}]*\}")
_RANGE = re.compile(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?")


@cache
def packed(file: Path) -> int:
    """Bytes on the wire: text is compressed, pictures and fonts are so already."""
    content = file.read_bytes()
    if file.suffix in (".html", ".css", ".js", ".svg"):
        return len(gzip.compress(content, mtime=0))
    return len(content)


def opened_with(path: Path) -> set[Path]:
    """The page and every file of the book that it asks for while it opens."""
    files = {path}
    for tag in _LINKED.finditer(path.read_text("utf-8")):
        address = (tag[1] or (_LOADED.search(tag[0]) and tag[2]) or "").partition("?")[0]
        if address and not address.startswith(("data:", "https:")):
            files.add((path.parent / address).resolve())
    for sheet in [file for file in files if file.suffix == ".css"]:
        for address in _ADDRESS.findall(_FACE.sub("", sheet.read_text("utf-8"))):
            if not address.startswith(("data:", "#")):
                files.add((sheet.parent / address.partition("?")[0]).resolve())
    # the theme's sheet names pictures that the book has not, for elements that it has not
    return {file for file in files if file.suffix in (".html", ".js", ".css") or file.exists()}


def faces(path: Path) -> set[Path]:
    """The fonts that the page can ask for: those that have a letter of its text."""
    sheet = BOOK.resolve() / "_static" / "book.css"
    letters = {ord(letter) for letter in re.sub(r"<[^>]*>", "", path.read_text("utf-8"))}
    found = set()
    for face in _FACE.findall(sheet.read_text("utf-8")):
        ranges = [(int(a, 16), int(b or a, 16)) for a, b in _RANGE.findall(face)]
        assert ranges and "font-display: swap" in face
        if any(low <= letter <= high for letter in letters for low, high in ranges):
            found.add((sheet.parent / _ADDRESS.search(face)[1]).resolve())
    return found


def brought_to_life(path: Path) -> set[Path]:
    """What the charts of a page load when they come near the screen."""
    names = re.findall(r'<figure class="chart" id="chart-([^"]+)"', path.read_text("utf-8"))
    book = BOOK.resolve()
    charts = {book / "charts" / f"{name}.js" for name in names}
    return charts | ({book / "_static" / "vega.js"} if names else set())


@pytest.mark.parametrize("name", toc_pages())
def test_page_with_everything_it_loads_is_light(book, name):
    path = (book / name).resolve()
    files = opened_with(path) | brought_to_life(path)
    sizes = {file.name: packed(file) for file in files}
    assert sum(sizes.values()) <= WHOLE, sorted(sizes.items(), key=lambda item: -item[1])


@pytest.mark.parametrize("name", toc_pages())
def test_the_faces_of_a_page_are_light(book, name):
    sizes = {file.name: packed(file) for file in faces((book / name).resolve())}
    assert 0 < sum(sizes.values()) <= FACES + 60_000 * ("text-rest.woff2" in sizes), sizes


@pytest.mark.parametrize("name", [name for name in toc_pages() if name not in MADE])
def test_page_shows_its_charts_before_it_is_heavy(book, name):
    sizes = {file.name: packed(file) for file in opened_with((book / name).resolve())}
    assert sum(sizes.values()) <= FIRST, sorted(sizes.items(), key=lambda item: -item[1])


def test_the_weight_of_a_page_counts_style_scripts_and_charts(book):
    page = (book / "book/index.html").resolve()
    names = {file.name for file in opened_with(page) | brought_to_life(page)}
    assert {"index.html", "book.css", "bootstrap.js", "live.js", "vega.js"} <= names
