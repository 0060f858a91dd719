"""What somebody asks who opens the book for the first time: answered within two clicks.

Each way is that of real links, from the first page; what the answer must say comes from the data.
"""

import pytest
from raw_tables import rows
from visits import ROOT

from analysis import claims, standing, wording
from analysis.book import citation

FIRST = "book/index.html"
CLICKS = 2
PEOPLE, FILED = "migration-people-1930-1933", "migration-households-china-mongolia"


class Newcomer:
    """Somebody before a page, who counts clicks."""

    def __init__(self, page):
        self.page, self.clicks = page, 0

    def click(self, locator):
        """Click what is there to be seen."""
        assert locator.is_visible()
        locator.click()
        self.page.wait_for_load_state()
        self.clicks += 1

    def link(self, selector):
        """A link of the page that is read, not of a menu."""
        return self.page.locator(f".bd-article a{selector}:visible").first


@pytest.fixture
def newcomer(visit):
    somebody = Newcomer(visit(FIRST).page)
    yield somebody
    assert somebody.clicks <= CLICKS


def claim(id):
    return claims.load().loc[id]


def test_what_happened(newcomer):
    lede = newcomer.page.locator(".bd-article h1 + p").inner_text()
    assert wording.period(claim(PEOPLE)) in lede and "Kazakhs fled" in lede
    title = newcomer.page.locator("#chart-map-crossed .chart-title").inner_text()
    assert wording.period(claim(PEOPLE)) in title and "Xinjiang" in title
    newcomer.click(newcomer.link("[href$='05-migration.html']"))
    told = newcomer.page.locator(".bd-article h1 + p").inner_text()
    assert wording.claim(claim(PEOPLE)) in told.replace("\N{NO-BREAK SPACE}", " ")


def test_can_i_quote_the_number_of_people(newcomer):
    newcomer.click(newcomer.link("[href$='quotable.html']"))
    row = newcomer.page.locator("tr", has=newcomer.page.locator(f"a[href$='#{PEOPLE}']")).last
    said = " ".join(row.inner_text().split())
    assert wording.claim(claim(PEOPLE)) in said and str(standing.of(PEOPLE))[:10] in said
    warnings = standing.warnings(PEOPLE)
    assert warnings and all(" ".join(each.split()) in said for each in warnings)


def test_where_is_the_file(newcomer):
    newcomer.click(newcomer.link(f"[href$='claims.html#{FILED}']"))
    (source,) = {id for id in claim(FILED)["sources"]}
    row = next(row for row in rows("sources") if row["id"] == source)
    entry = newcomer.page.locator(f"[id='{FILED}']")
    assert entry.is_visible()
    newcomer.click(entry.locator("a[href*='archive.html#file-']").first)
    there = newcomer.page.locator(":target").inner_text()
    assert f"f. {row['fond']}, op. {row['opis']}, d. {row['delo']}" in there
    assert wording.claim(claim(FILED)) in there.replace("\N{NO-BREAK SPACE}", " ")


def test_what_does_zastava_mean(newcomer):
    newcomer.click(newcomer.link("[href$='glossary.html']"))
    term = newcomer.page.locator("dt", has_text="zastava")
    meaning = term.locator("xpath=following-sibling::dd[1]")
    text = (ROOT / "book" / "glossary.md").read_text("utf-8")
    written = text.partition("\nzastava\n")[2].strip().partition("\n")[0].replace("*", "")
    assert term.is_visible() and meaning.is_visible()
    assert len(written) > 10 and written in meaning.inner_text()


def test_how_do_i_cite_it(newcomer):
    newcomer.click(newcomer.page.locator(".cite summary"))
    cited = newcomer.page.locator(".cite").inner_text()
    about = citation.read()
    assert newcomer.page.locator(".cite pre").is_visible()
    assert about["title"] in cited and about["version"] in cited
    assert all(author["name"] in cited for author in about["authors"])


def test_a_way_of_three_clicks_would_be_noticed(visit):
    slow = Newcomer(visit(FIRST).page)
    for page in ("quotable", "08-discrepancies", "05-migration"):
        link = slow.page.locator(f"a[href$='{page}.html']:visible").first
        slow.click(link)
    assert slow.clicks > CLICKS
