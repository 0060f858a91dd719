"""Tables of the built book sort, filter and come along as CSV; cards open; files are the data."""

import csv
import io
import re
from urllib.parse import quote

import pytest
from playwright.sync_api import expect
from visits import ROOT

from analysis import files

PAGE = "book/data.html"


def unfold(page, name):
    """The page with the rows of a table in sight, as a reader opens them."""
    page.get_by_text(f"The rows of {name}", exact=True).click()
    return page


def first_column(page, table):
    return [
        cell.strip() for cell in table.locator("tbody tr:visible td:first-child").all_inner_texts()
    ]


def take_along(page, table="table-garrison"):
    """The rows that the button of a table saves."""
    with page.expect_download() as got:
        page.locator(f".table-tools button[data-name={table}]").click()
    content = got.value.path().read_bytes()
    assert content.startswith(b"\xef\xbb\xbf") and content.count(b"\xef\xbb\xbf") == 1
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def zones(page):
    return page.get_by_role("region", name="Table zones", exact=True).locator("table")


def test_a_heading_sorts_both_ways_and_says_so(visit):
    page = unfold(visit(PAGE).page, "zones")
    table = zones(page)
    ids = [row["id"] for row in csv.DictReader((ROOT / "data" / "zones.csv").open())]
    heading = table.locator("th").first
    heading.get_by_role("button").press("Enter")
    page.locator("th[aria-sort=ascending]").wait_for()
    assert first_column(page, table) == sorted(ids)
    heading.get_by_role("button").click()
    page.locator("th[aria-sort=descending]").wait_for()
    assert first_column(page, table) == sorted(ids, reverse=True)


def sorted_by(page, heading):
    """The cells of a column of the chapter's claims after a click on its heading."""
    table = page.get_by_role("region", name="Claims", exact=True).locator("table")
    table.get_by_role("button", name=heading, exact=True).click()
    table.locator("th[aria-sort]").wait_for()  # it is sorted after the click, not by it
    column = table.locator("thead th").all_inner_texts().index(heading) + 1
    return [
        cell.strip().replace("\N{NO-BREAK SPACE}", " ")
        for cell in table.locator(f"tbody td:nth-child({column})").all_inner_texts()
    ]


def test_periods_sort_by_time_and_figures_by_number_whatever_hedges_them(visit):
    page = visit("book/05-migration.html").page
    periods = sorted_by(page, "period")
    assert periods[:3] == ["summer 1927", "summer 1927", "September 1928"]
    years = [int(re.search(r"\d{4}", period)[0]) for period in periods]
    assert years == sorted(years)
    figures = sorted_by(page, "figure")
    numbers = [float(re.search(r"\d[\d,.]*", text)[0].replace(",", "")) for text in figures]
    assert numbers == sorted(numbers)
    assert "at most 10 %" in figures
    assert figures[-4:] == [
        "no less than 40,000 households",
        "83,000 households",
        "286,000 households",
        "over 400,000 people",
    ]


def test_on_a_phone_each_row_is_a_card_that_says_what_each_cell_is(visit):
    page = visit("book/05-migration.html", width=390).page
    table = page.get_by_role("region", name="Claims", exact=True).locator("table")
    row = table.get_by_role("row").nth(1)
    assert row.evaluate("row => getComputedStyle(row).display") == "block"
    named = row.get_by_role("cell").evaluate_all(
        "cells => cells.map(cell => getComputedStyle(cell, '::before').content)"
    )
    assert named[1] == '"period: "'
    frame = table.evaluate("t => [t.scrollWidth, t.parentElement.clientWidth]")
    assert frame[0] <= frame[1]


def test_filter_keeps_the_rows_with_all_words_and_they_can_be_taken_along(visit):
    page = unfold(visit(PAGE).page, "garrison")
    table = page.get_by_role("region", name="Table garrison", exact=True).locator("table")
    page.get_by_label("Filter: Table garrison").fill("bakhty 1927")
    shown = first_column(page, table)
    wanted = [
        row["id"]
        for row in csv.DictReader((ROOT / "data" / "garrison.csv").open())
        if all(word in " ".join(row.values()).lower() for word in ("bakhty", "1927"))
    ]
    assert shown == wanted != []
    assert [row["id"] for row in take_along(page)] == wanted


def test_what_is_taken_along_is_the_whole_table(visit):
    page = unfold(visit(PAGE).page, "garrison")
    with (ROOT / "data" / "garrison.csv").open(encoding="utf-8", newline="") as file:
        wanted = list(csv.DictReader(file))
    taken = take_along(page)
    head = [name.replace("_", " ") for name in wanted[0]]
    assert [list(row) for row in taken] == [head] * len(wanted)
    for name in ("id", "subject", "as_printed", "remark"):
        found = {row["id"]: row[name.replace("_", " ")] for row in taken}
        assert found == {row["id"]: row[name] for row in wanted}


def test_the_address_of_what_is_saved_outlives_the_click(visit):
    """Firefox and Safari read it after the click; what is revoked by then they do not save."""
    page = unfold(visit(PAGE).page, "garrison")
    page.evaluate(
        "() => { const revoke = URL.revokeObjectURL; window.revoked = [];"
        "URL.revokeObjectURL = (at) => { revoked.push(at); revoke.call(URL, at); }; }"
    )
    assert take_along(page)
    assert page.evaluate("revoked") == []


def test_a_text_like_a_formula_is_taken_along_as_text(visit):
    first = csv.DictReader((ROOT / "data" / "garrison.csv").open()).fieldnames[0]
    cells = {"=HYPERLINK(1)": "'=HYPERLINK(1)", "-1+2": "'-1+2", "-5": "-5", "@x": "'@x"}
    rows = "".join(f"<tr><td>{cell}</td></tr>" for cell in cells)

    def edit(html):
        head, mark, rest = html.partition('aria-label="Table garrison"')
        return head + mark + rest.replace("<tbody>", f"<tbody>{rows}", 1)

    page = unfold(visit(PAGE, edit=edit).page, "garrison")
    taken = take_along(page)
    assert [row[first] for row in taken[: len(cells)]] == list(cells.values())


def test_tables_are_whole_and_without_dead_tools_when_scripts_are_off(browser, server):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}/{PAGE}")
    unfold(page, "garrison")
    rows = len(list(csv.DictReader((ROOT / "data" / "garrison.csv").open())))
    table = page.get_by_role("region", name="Table garrison", exact=True)
    assert table.locator("tbody tr").count() == rows
    assert not page.locator(".table-tools:visible").count()
    context.close()


def test_downloads_are_the_bytes_of_the_data(visit):
    page = visit(PAGE).page
    links = page.locator("a[download][href$='.csv']")
    names = sorted(link.get_attribute("href").rsplit("/")[-1] for link in links.all())
    assert names == [file.name for file in files.inside(ROOT / "data", ".csv")]
    for address in [link.evaluate("link => link.href") for link in links.all()]:
        file = ROOT / "data" / address.rsplit("/")[-1]
        assert page.request.get(address).body() == file.read_bytes(), file.name
    with page.expect_download() as got:
        links.first.click()
    file = ROOT / "data" / got.value.suggested_filename
    assert got.value.path().read_bytes() == file.read_bytes()


def test_card_opens_by_mouse_and_by_keyboard_and_escape_closes_it(visit):
    page = visit("book/04-garrison.html").page
    box = page.locator(".evidence-box").first
    card = box.locator(".card")
    assert not card.is_visible()
    box.hover()
    expect(card).to_be_visible()
    expect(card).to_contain_text("printed")
    page.mouse.move(0, 0)
    expect(card).to_be_hidden()
    box.locator("a[aria-describedby]").focus()
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()


@pytest.mark.parametrize(
    ("number", "id"),
    [
        ("400,000", "migration-people-1930-1933"),
        ("over 400,000 people", "migration-people-1930-1933"),
        ("14 outposts", "garrison-bakhty-outposts-1932"),
        ("526", "distances-bakhty-sector"),
        ("734", "detentions-violators-1930"),
        ("286,000", "migration-households-1930-1933"),
    ],
)
def test_search_finds_a_claim_by_its_number(visit, number, id):
    seen = visit(f"search.html?q={quote(number)}")
    page = seen.page
    # chapters come first; the claim is among the first entries of the list of claims
    page.locator(f"#search-results a[href$='book/claims.html#{id}']").first.click()
    page.wait_for_url(f"**/claims.html*#{id}")
    assert number.split()[-1] in page.locator(f"[id='{id}']").inner_text()
    assert seen.errors == []
