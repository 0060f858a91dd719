"""The chart that Vega draws over the picture is the chart that its data demands."""

import csv
import io

import pytest
from playwright.sync_api import expect
from visits import BOOK

OUTPOSTS = "book/04-garrison.html"
TOWNS = "book/03-populations.html"

# Marks of the living chart with the row of data that each draws.
_MARKS = """chart => [...chart.querySelectorAll(".mark-symbol path, .mark-rect path")]
  .map(path => path.__data__ && path.__data__.datum).filter(Boolean)"""


def alive(page, name):
    """The living chart of a figure, once it stands."""
    figure = page.locator(f"#chart-{name}")
    figure.scroll_into_view_if_needed()
    chart = figure.locator(".alive:visible .chart-live")
    chart.wait_for()
    return chart


def rows(name):
    return list(csv.DictReader(io.StringIO((BOOK / "charts" / f"{name}.csv").read_text())))


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_living_chart_has_one_point_for_each_figure_and_its_value(visit, width, scheme):
    seen = visit(TOWNS, width, scheme)
    drawn = alive(seen.page, "towns").evaluate(_MARKS)
    wanted = {(row["town"], int(row["year"]), float(row["people"])) for row in rows("towns")}
    assert {(row["town"], row["year"], row["people"]) for row in drawn} == wanted
    assert ("Jarkent", 1926) in {(town, year) for town, year, _ in wanted}
    assert seen.errors == []


def test_length_on_the_screen_grows_with_the_figure(visit):
    """A stretch of 65.75 km is half as long as one of 131.5 km: read from the drawing."""
    page = visit(OUTPOSTS).page
    spots = alive(page, "km-per-outpost").evaluate(
        """chart => Object.fromEntries([...chart.querySelectorAll(".mark-rule line")]
          .filter(line => line.__data__.datum.shade === 0)
          .map(line => [line.__data__.datum.label, line.getBBox().width]))"""
    )
    assert spots["1930"] * 2 == pytest.approx(spots["1927"], abs=1)


def test_nothing_of_vega_is_loaded_before_a_chart_is_near_or_where_there_is_none(visit):
    without = visit("book/contribute.html")
    assert not [url for url in without.requests if "vega" in url or "live" in url]
    seen = visit(TOWNS)
    alive(seen.page, "towns")
    assert len([url for url in seen.requests if url.endswith("vega.js")]) == 1


def test_the_page_does_not_move_when_charts_come_to_life(visit):
    page = visit(OUTPOSTS).page
    page.evaluate("document.fonts.ready.then(() => null)")  # a face that comes later moves the page
    before = page.evaluate("document.documentElement.scrollHeight")
    alive(page, "km-per-outpost")
    page.evaluate("document.fonts.ready.then(() => null)")
    assert page.evaluate("document.documentElement.scrollHeight") == before


def test_picture_stays_when_vega_is_not_to_be_had(visit, contexts):
    page = visit("book/contribute.html").page
    page.route("**/vega.js", lambda route: route.abort())
    with page.expect_console_message(lambda message: "the picture stays" in message.text):
        page.goto(page.url.replace("contribute", "04-garrison"))
        page.locator("#chart-km-per-outpost").scroll_into_view_if_needed()
    assert page.locator("#chart-km-per-outpost .chart-wide > svg").is_visible()
    assert page.locator(".chart-live").count() == 0


def test_arrow_keys_read_the_figures_and_escape_ends_it(visit):
    page = visit(OUTPOSTS).page
    alive(page, "km-per-outpost")
    picture = page.locator("#chart-km-per-outpost .chart-picture")
    picture.focus()
    page.keyboard.press("ArrowRight")
    note = picture.locator(".chart-note:visible")
    expect(note).to_contain_text("1927")
    expect(note).to_contain_text("131.5")
    page.keyboard.press("ArrowRight")
    expect(note).to_contain_text("1930")
    page.keyboard.press("Escape")
    expect(note).to_have_count(0)


def test_pointing_at_a_mark_shows_its_figures(visit):
    page = visit(TOWNS).page
    chart = alive(page, "towns")
    chart.locator(".mark-symbol path").first.hover(force=True)
    note = page.locator("#chart-towns .chart-note:visible")
    note.wait_for()
    first = rows("towns")[0]
    assert first["town"] in note.inner_text() and first["year"] in note.inner_text()


def test_colours_follow_the_toggle(visit):
    page = visit(TOWNS).page
    mark = alive(page, "towns").locator(".mark-symbol path").first
    colour = "path => getComputedStyle(path).fill"
    light = mark.evaluate(colour)
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    assert mark.evaluate(colour) != light


def test_print_shows_the_picture(visit):
    page = visit(TOWNS).page
    alive(page, "towns")
    page.emulate_media(media="print")
    assert not page.locator("#chart-towns .chart-live").first.is_visible()
    still = page.locator("#chart-towns .chart-wide > svg")
    assert still.evaluate("svg => getComputedStyle(svg).visibility") == "visible"
