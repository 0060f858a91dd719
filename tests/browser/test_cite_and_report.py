"""The citation under a page, and the way from a number to the report of an error in it."""

import pytest
from pybtex.database import parse_string

CHAPTER = "book/05-migration.html"


def test_the_citation_opens_without_scripts(browser, server):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}/{CHAPTER}")
    assert not page.locator(".cite pre").is_visible()
    page.locator(".cite summary").click()
    entry = parse_string(page.locator(".cite pre").inner_text(), "bibtex").entries.popitem()[1]
    assert entry.fields["title"] == page.locator("h1").first.inner_text().rstrip("#").strip()
    assert "url" not in entry.fields  # until somebody puts in the address of the book
    context.close()


def test_the_files_of_the_citation_are_delivered(visit):
    page = visit(CHAPTER).page
    page.locator(".cite summary").click()
    with page.expect_download() as started:
        page.locator(".cite li", has_text="This page").get_by_text("BibTeX").click()
    text = started.value.path().read_text()
    assert text.strip() == page.locator(".cite pre").inner_text().strip()


@pytest.mark.parametrize(
    ("path", "entry", "id"),
    [
        (
            "book/claims.html#migration-people-1930-1933",
            "#migration-people-1930-1933",
            "migration-people-1930-1933",
        ),
        (CHAPTER, "figure.chart", None),
    ],
)
def test_a_report_names_what_the_reader_came_from(visit, path, entry, id):
    page = visit(path).page
    place = page.locator(entry).first
    id = id or place.get_attribute("id")
    place.get_by_text("Report an error").click()
    page.wait_for_url("**/contribute.html?about=*")
    # it says what to do without an address, and of what
    assert f"names no address for reports about {id}." in page.locator(".report").inner_text()
    assert page.locator(".report a").count() == 0


def test_a_report_takes_no_foreign_text(visit):
    page = visit("book/contribute.html?about=<b>x").page
    assert page.locator(".report-about").inner_text() == ""
