"""The article at a glance, Read along, In the archive, and what one click copies."""

import csv
import io
import re

import pytest
from raw_tables import in_print, rows

FIGURE = "migration-people-1930-1933"


@pytest.fixture
def copying(browser, server):
    """Opens a page that may use the clipboard; gives it and what it copied."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()

    def opener(path):
        page.goto(f"{server}/{path}")
        return page, lambda: page.evaluate("navigator.clipboard.readText()")

    yield opener
    context.close()


class TestAtAGlance:
    PAGE = "book/index.html"

    def test_one_mark_for_every_claim_in_the_order_of_print(self, visit):
        links = visit(self.PAGE).page.locator(".glance-section a.mark")
        hrefs = links.evaluate_all("all => all.map((a) => a.getAttribute('href'))")
        assert hrefs == [f"read-along.html#{claim}" for claim in in_print()]

    def test_key_marks_and_table_count_alike(self, visit):
        page = visit(self.PAGE).page
        said = page.locator(".glance-key b").all_inner_texts()
        marks = page.locator(".glance-section a.mark").evaluate_all(
            # what contradicts a figure is named behind the word
            "all => all.map((a) => a.getAttribute('aria-label').split(': ').at(-1)"
            ".replace(/^contradicted by .*/, 'contradicted'))"
        )
        cells = page.locator(".glance table tbody tr").evaluate_all(
            "all => all.map((row) => [...row.cells].slice(3).map((c) => Number(c.textContent)))"
        )
        for i, words in enumerate(said):
            number, _, standing = re.sub(r"^(\d+ hold)\b", r"\1s", words).partition(" ")
            assert int(number) == marks.count(standing) == sum(row[i] for row in cells)

    def test_a_mark_leads_to_its_figure(self, visit):
        page = visit(self.PAGE, width=390, scheme="dark").page
        page.locator(f'.glance a[href$="#{FIGURE}"]').first.click()
        page.wait_for_url(f"**/read-along.html#{FIGURE}")
        place = page.locator(f"#{FIGURE}")
        assert place.locator("p").first.inner_text().startswith("✗ over 400,000 people")
        assert page.locator("#page-278").locator(f"#{FIGURE}").count() == 1

    def test_the_marks_are_told_apart_without_colour(self, visit):
        page = visit(self.PAGE).page
        signs = page.locator(".glance-key .mark").all_inner_texts()
        assert len(set(signs)) == len(signs) > 1


class TestReadAlong:
    PAGE = "book/read-along.html"

    def test_every_page_has_its_notes_and_every_claim_its_place(self, visit):
        page = visit(self.PAGE).page
        heads = page.locator("section.read-page > h2").all_inner_texts()
        assert heads == [f"Page {row['id']}" for row in rows("pages")]
        for row in rows("pages"):
            said = page.locator(f"#page-{row['id']} > p").first.inner_text()
            if row["first_note"]:
                assert f"{row['first_note']} to {row['last_note']} at its foot" in said
        claims = page.locator(".read-claims > li").evaluate_all("all => all.map((li) => li.id)")
        assert claims == in_print()

    def test_the_doubts_of_a_figure_are_those_of_the_register(self, visit):
        page = visit(self.PAGE).page
        doubts = {row["id"] for row in rows("discrepancies") if FIGURE in row["claims"].split(";")}
        links = page.locator(f"#{FIGURE} a[href*='08-discrepancies']").evaluate_all(
            "all => all.map((a) => a.hash.slice(1))"
        )
        assert set(links) == doubts


class TestInTheArchive:
    PAGE = "book/archive.html"

    def test_the_list_to_take_along_is_the_page(self, visit):
        page = visit(self.PAGE).page
        with page.expect_download() as started:
            page.get_by_text("reading-room.csv").click()
        listed = list(csv.DictReader(io.StringIO(started.value.path().read_text("utf-8"))))
        shown = page.locator("section.order h3").all_inner_texts()
        marks = {f"{r['rank']}. f. {r['fond']}, op. {r['opis']}, d. {r['delo']}" for r in listed}
        assert set(shown) == marks and len(shown) == len(listed)
        table = page.locator("#what-to-order-first, .table-scroll").first.locator("tbody tr")
        for row, cells in zip(listed, table.all(), strict=True):
            assert cells.locator("td").nth(3).inner_text() == row["verdicts_hanging"]

    def test_a_card_leads_to_the_file(self, visit):
        page = visit("book/claims.html#migration-households-china-mongolia").page
        page.locator("#migration-households-china-mongolia a", has_text="f. 719").click()
        page.wait_for_url("**/archive.html#file-ap-rk-719-4-84")
        file = page.locator("#file-ap-rk-719-4-84")
        assert "83,000 households" in file.inner_text()
        assert "Ф. 719. Оп. 4. Д. 84" in file.inner_text()

    def test_a_work_leads_to_the_bibliography_under_the_same_name(self, visit):
        page = visit("book/claims.html#populations-russians-1920").page
        link = page.locator("#populations-russians-1920 a", has_text="Barmin 1998")
        assert link.inner_text() == "Barmin 1998, 42"
        link.click()
        page.wait_for_url("**/sources.html#work-barmin1998")
        assert "Barmin 1998" in page.locator("#work-barmin1998").inner_text()

    def test_no_key_of_a_file_is_shown_to_a_reader(self, visit):
        keys = {row["citekey"] for row in rows("sources")} - {""}
        for path in ("book/claims.html", "book/sources.html", self.PAGE):
            words = set(re.findall(r"[a-z]+[0-9]{4}[a-z]*", visit(path).page.inner_text("main")))
            assert not words & keys, path


class TestOneClick:
    @pytest.mark.parametrize("kind", ["sentence", "chicago", "gost"])
    def test_on_the_entry(self, copying, kind):
        page, copied = copying(f"book/claims.html#{FIGURE}")
        page.locator(f"#{FIGURE} details.take summary").click()
        page.locator(f'[data-take-from="{kind}-{FIGURE}"]').click()
        page.locator(".take-said.shown").wait_for()
        assert copied() == page.locator(f"#{kind}-{FIGURE}").inner_text()
        assert page.locator(".take-said").inner_text() == "Copied."

    def test_on_the_card(self, copying):
        page, copied = copying("book/05-migration.html")
        box = page.locator(".evidence-box", has=page.locator(f'a[href$="claims.html#{FIGURE}"]'))
        box.first.locator("a.evidence").first.focus()
        box.first.get_by_role("button", name="Copy a safe sentence").click()
        page.locator(".take-said.shown").wait_for()
        assert "over 400,000 people" in copied() and "p. 278" in copied()

    def test_settings_do_not_get_into_what_is_copied(self, copying):
        (size,) = [row["low"] for row in rows("assumptions") if row["id"] == "household-size"]
        page, copied = copying(f"book/05-migration.html?household-size={size}")
        page.locator(".settings-bar").wait_for()
        box = page.locator(
            ".evidence-box", has=page.locator(f'a[href*="claims.html"][href$="#{FIGURE}"]')
        )
        box.first.locator("a.evidence").first.focus()
        box.first.get_by_role("button", name="Copy a safe sentence").click()
        page.locator(".take-said.shown").wait_for()
        changed = copied()
        assert "not with your settings" in page.locator(".take-said").inner_text()
        page, copied = copying(f"book/claims.html#{FIGURE}")
        assert changed == page.locator(f"#sentence-{FIGURE}").text_content()

    def test_where_nothing_may_copy_the_page_says_where_the_words_are(self, visit):
        page = visit(f"book/claims.html#{FIGURE}").page
        page.evaluate(
            "navigator.clipboard.writeText = () => Promise.reject();"
            "document.execCommand = () => false"
        )
        page.locator(f"#{FIGURE} details.take summary").click()
        page.locator(f'[data-take-from="gost-{FIGURE}"]').click()
        page.locator(".take-said.shown").wait_for()
        assert "Quote it" in page.locator(".take-said").inner_text()

    def test_without_scripts_the_words_stand_on_the_entry(self, browser, server):
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(f"{server}/book/claims.html#{FIGURE}")
        page.locator(f"#{FIGURE} details.take summary").click()
        assert "p. 278" in page.locator(f"#sentence-{FIGURE}").inner_text()
        assert not page.locator(f'[data-take-from="sentence-{FIGURE}"]').is_visible()
        context.close()
