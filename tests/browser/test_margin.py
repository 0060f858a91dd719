"""Side notes: where they stand, what they say, and where there are none."""

import pandas as pd
import pytest
from checks import accessibility
from raw_tables import rows

from analysis import claims, printing

CHAPTER = "book/05-migration.html"
NOTED = ["book/02-border-zone.html", "book/07-smuggling.html", CHAPTER, "book/index.html"]
FAR = 160  # pixels below what a note belongs to; margin.js has the same
_BOXES = """() => {
  const box = (e) => { const r = e.getBoundingClientRect();
    return { left: r.left, right: r.right, top: r.top + scrollY, bottom: r.bottom + scrollY }; };
  const text = document.querySelector(".bd-article h1").getBoundingClientRect();
  const blocks = new Set();
  return { text: text.right, notes: [...document.querySelectorAll(".side-note, .beside")]
    .filter((e) => e.checkVisibility()).map((e) => {
      let of = e.previousElementSibling;
      if (e.matches(".beside")) {
        for (of = e; of.matches(".beside"); ) of = of.nextElementSibling;
        if (blocks.has(of)) of = e;  // the second of a picture
        blocks.add(of);
      }
      return { ...box(e), of: box(of).top, kind: e.className };
    }) };
}"""
_COVERED = """(bar) => {
  const contents = document.querySelector(".bd-sidebar-secondary");
  const foot = contents.getBoundingClientRect().bottom;
  if (foot <= bar + 1) return 0;
  return [...document.querySelectorAll(".side-note, .beside")]
    .filter((e) => e.checkVisibility()).map((e) => e.getBoundingClientRect())
    .filter((r) => r.bottom > bar && r.top < foot - 1).length;
}"""


def settled(page):
    """After margin.js has laid the notes."""
    page.evaluate("document.fonts.ready")
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 80)))")


def apart(one, other):
    return one["bottom"] <= other["top"] + 1 or other["bottom"] <= one["top"] + 1


@pytest.fixture
def wide(browser, server):
    """Opens a page in a window of its own size."""
    contexts = []

    def opener(path, width=1440, scheme="light"):
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{server}/{path}")
        settled(page)
        return page

    yield opener
    for context in contexts:
        context.close()


@pytest.mark.parametrize("width", [1280, 1440])
@pytest.mark.parametrize("path", NOTED)
def test_notes_stand_in_the_margin_beside_what_they_belong_to(wide, path, width):
    page = wide(path, width)
    found = page.evaluate(_BOXES)
    for _ in range(50):  # a busy machine lays them later
        if all(note["top"] - note["of"] <= FAR for note in found["notes"]):
            break
        page.wait_for_timeout(100)
        found = page.evaluate(_BOXES)
    notes = found["notes"]
    assert {"side-note", "chart-source beside"} <= {note["kind"] for note in notes}
    for i, note in enumerate(notes):
        assert found["text"] < note["left"] and note["right"] < width, note
        assert -30 < note["top"] - note["of"] <= FAR, note
        assert all(apart(note, other) for other in notes[:i]), note


def test_what_has_no_room_is_left_out_and_stays_on_its_card(wide):
    page = wide(NOTED[0])
    away = page.locator(".side-note.away")
    assert 0 < away.count() < page.locator(".side-note").count() / 2
    box = page.locator(".evidence-box:has(+ .side-note.away)").first
    box.locator("a").first.focus()
    assert box.locator(".card").is_visible()


@pytest.mark.parametrize("path", NOTED)
def test_the_contents_of_the_page_never_lie_on_a_note(wide, path):
    """They fold to one line, as high as the bar over the text, while a note is there."""
    page = wide(path, 1280)
    bar = page.evaluate("document.querySelector('.bd-header-article').offsetHeight")
    for y in range(0, page.evaluate("document.body.scrollHeight") - 900, 350):
        page.evaluate(f"scrollTo({{ top: {y}, behavior: 'instant' }})")
        page.wait_for_timeout(60)
        page.wait_for_function(f"bar => ({_COVERED})(bar) === 0", arg=bar, timeout=5000)


def test_the_contents_open_for_the_keyboard(wide):
    page = wide(CHAPTER)
    contents = page.locator(".bd-sidebar-secondary")
    folded = "document.querySelector('.bd-sidebar-secondary').classList.contains('hide')"
    page.wait_for_function(folded)
    contents.locator("a").first.focus()
    page.wait_for_function(f"!{folded}")
    contents.locator("a").first.blur()
    page.wait_for_function(folded)


def test_a_note_says_what_became_of_a_figure_and_where_it_is_from(wide):
    page = wide(CHAPTER)
    figure = "migration-households-1930-1933"
    box = page.locator(f".evidence-box:has(a[href$='claims.html#{figure}'])").first
    note = box.locator("xpath=following-sibling::*[1]").inner_text()
    assert "contradicted" in note and f"p. {printing.of(figure).page};" in note
    row = claims.load().loc[figure]
    number = next(str(row[c]) for c in ("footnote", "passage_note") if pd.notna(row[c]))
    assert number in note
    places = [row["locator"] for row in rows("sources") if row["footnote"] == number]
    assert places and all(place in note for place in places)


def test_a_figure_has_its_note_once_on_a_page(book):
    for path in NOTED:
        *before, _ = (book / path).read_text("utf-8").split('<span class="side-note"')
        noted = [
            part.rpartition('<span class="evidence-box">')[2]
            .partition("claims.html#")[2]
            .partition('"')[0]
            for part in before
        ]
        assert noted and all(noted) and len(noted) == len(set(noted)), path


class TestWhereNotesStayWhereTheyWere:
    def unmoved(self, page):
        assert page.locator(".side-note").count() > 0
        assert not any(note.is_visible() for note in page.locator(".side-note").all())
        homes = page.locator("figure.chart figcaption details.chart-source:not([open])")
        assert homes.count() == page.locator("details.chart-source").count() > 0

    @pytest.mark.parametrize("width", [390, 1279])
    def test_on_a_narrower_screen(self, wide, width):
        self.unmoved(wide(CHAPTER, width))

    def test_without_scripts(self, browser, server):
        context = browser.new_context(
            java_script_enabled=False, viewport={"width": 1440, "height": 900}
        )
        page = context.new_page()
        page.goto(f"{server}/{CHAPTER}")
        self.unmoved(page)
        context.close()

    def test_on_paper_and_in_a_window_made_narrow(self, wide):
        page = wide(CHAPTER)
        page.emulate_media(media="print")
        settled(page)
        self.unmoved(page)
        page.emulate_media(media="screen")
        settled(page)
        assert page.locator(".beside").count() > 0
        page.set_viewport_size({"width": 1000, "height": 900})
        settled(page)
        self.unmoved(page)


@pytest.mark.parametrize("path", NOTED)
def test_axe_finds_nothing_in_the_dark_margin(wide, path):
    assert accessibility(wide(path, 1440, "dark")) == []


def test_the_search_has_sentences_without_their_side_notes(book):
    assert 'class="side-note"' in (book / CHAPTER).read_text("utf-8")
    assert "286,000 households were a part" in (book / "searchindex.js").read_text("utf-8")
