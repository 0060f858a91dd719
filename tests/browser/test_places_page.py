"""Search, map, timeline and glossary, as a reader meets them."""

import pytest
from playwright.sync_api import expect

MAP, EVENTS, PLACES = "book/map.html", "book/events.html", "book/places.html"


@pytest.mark.parametrize(
    ("query", "page", "anchor"),
    [
        ("Jarkent", "places", "jarkent"),
        ("Zharkent", "places", "jarkent"),  # today's name
        ("Panfilovsky", "places", "jarkent"),  # as printed for the detachment
        ("Жаркент", "places", "jarkent"),
        ("塔城", "places", "chuguchak"),
        ("garrison-bakhty-outposts-1927", "claims", "garrison-bakhty-outposts-1927"),
        ("desyatina", "glossary", "term-desyatina"),
    ],
)
def test_the_search_leads_to_the_entry(visit, query, page, anchor):
    found = visit(f"search.html?q={query}").page
    first = found.locator("#search-results li a").first
    first.wait_for()
    assert first.get_attribute("href").endswith(f"book/{page}.html#{anchor}")


def test_a_year_leaves_its_incidents_and_the_whole_comes_back(visit):
    page = visit(MAP).page
    shown = page.locator("[data-filter=year] li:visible")
    control = page.get_by_label("Show incidents of")
    whole = shown.count()
    control.select_option("1933")
    assert [item.inner_text().split(",")[0] for item in shown.all()] == ["1933"]
    assert page.locator(".filter-bar output").inner_text() == f"1 of {whole}"
    control.select_option("every year")
    assert shown.count() == whole


def test_the_list_of_events_is_filtered_by_kind_with_the_keyboard(visit):
    page = visit(EVENTS).page
    control = page.get_by_label("Show events of")
    control.focus()
    page.keyboard.press("ArrowDown")
    shown = page.locator("[data-filter=kind] li:visible")
    kinds = {item.get_attribute("data-kind") for item in shown.all()}
    assert kinds == {control.input_value()} != {"every kind"}


def test_a_link_to_an_event_shows_it_though_its_kind_is_filtered_away(visit):
    page = visit(EVENTS).page
    page.get_by_label("Show events of").select_option("award")
    event = page.locator("[id='1927-08-24-santos-clash']")
    assert not event.is_visible()
    page.evaluate("location.hash = '1927-08-24-santos-clash'")
    event.wait_for(state="visible")


def test_lists_are_whole_without_scripts(browser, server):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}/{EVENTS}")
    folds = page.locator("[data-filter=kind] details.fold > summary")
    for fold in folds.all():
        fold.click()
    assert page.locator("[data-filter=kind] li:visible").count() == 140
    page.goto(f"{server}/{MAP}")
    assert page.locator("#chart-map-section svg").first.is_visible()
    context.close()


def test_a_definition_opens_where_the_term_stands(visit):
    page = visit("book/02-border-zone.html").page
    term = page.locator("a.evidence", has_text="versts").and_(
        page.locator("[href*='glossary.html#term-verst']")
    )
    card = page.locator(f"[id='{term.get_attribute('aria-describedby')}']")
    assert not card.is_visible()
    term.focus()
    expect(card).to_be_visible()
    # 500 sazhen of 2.1336 m
    assert "1.0668" in card.inner_text()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    term.click()
    page.wait_for_url("**/glossary.html#term-verst")


def test_an_entry_of_a_place_has_all_its_names_and_its_distance(visit):
    entry = visit(f"{PLACES}#jarkent").page.locator("[id=jarkent]")
    entry.wait_for(state="visible")
    words = entry.inner_text()
    for name in ("Jarkent", "Panfilovsky", "Zharkent", "Panfilov", "Жаркент"):
        assert name in words
    link = entry.locator("a[href*='results.html#border-distance-jarkent']")
    assert link.inner_text().replace("\N{NO-BREAK SPACE}", " ") == "21 to 34 km"
