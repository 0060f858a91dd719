"""Every page of the book, light and dark, on a wide and a narrow screen."""

import re

import links
import pytest
from checks import accessibility, drawn_charts, sideways
from visits import ROOT, toc_pages, view_id

from analysis.book import addresses, portable

CHAPTER = "book/03-populations.html"


def charts_called(path):
    """Charts that the source of a page calls for."""
    source = ROOT / path.replace(".html", ".md")
    return (
        len(re.findall(r"^charts\.\w+\.\w+\(", source.read_text(), re.M)) if source.exists() else 0
    )


def test_no_script_error(opened):
    assert opened.errors == []


def test_no_request_to_another_host(opened):
    assert opened.foreign == []
    assert opened.requests  # the page itself was asked for: the list does see requests


def test_nothing_sticks_out_sideways(opened):
    assert sideways(opened.page) == []


def test_every_chart_of_the_source_is_drawn(opened):
    assert len(drawn_charts(opened.page)) == charts_called(opened.path)


def test_one_search_box(opened):
    boxes = opened.page.locator("input[type=search]").all()
    assert len([box for box in boxes if box.is_visible()]) <= 1


# Two of the four views hold every colour and every layout once.
AXE = [(path, *view) for path in toc_pages() for view in ((1280, "light"), (390, "dark"))]


@pytest.mark.parametrize("opened", AXE, indirect=True, ids=view_id)
def test_axe_finds_nothing(opened):
    assert accessibility(opened.page) == []


def test_links_and_anchors_lead_somewhere(book):
    assert links.dead(book) == []


def test_links_of_the_notebooks_lead_into_the_book(book):
    repository = "https://github.com/someone/some-book"
    home = addresses.address(repository)
    found = set()
    for file in sorted((book / "notebooks").glob("*.ipynb")):
        source = (ROOT / "book" / f"{file.stem}.md").read_text("utf-8")
        for cell in portable.notebook(source, repository, f"book/{file.stem}").cells:
            found.update(re.findall(rf"{home}([^)>\s\"]+)", cell.source))
    assert any(link.startswith("book/glossary.html#term-") for link in found)
    # as if the links stood on the first page
    first = "".join(f'<a href="{link}">x</a>' for link in sorted(found))
    assert links.dead(book, {"index.html": first}) == []


def test_no_id_stands_twice_on_a_page(book):
    assert links.twice(book) == []


@pytest.mark.parametrize("path", toc_pages())
def test_charts_show_without_scripts(path, browser, server):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}/{path}")
    shown = [
        figure
        for figure in page.locator("figure.chart").all()
        if figure.locator(".chart-picture svg").first.is_visible()
    ]
    assert len(shown) == charts_called(path)
    context.close()
