"""The search finds what a reader can see, on the page where it stands, served and from disk."""

import re
import unicodedata
from urllib.parse import parse_qs, urlsplit

import pytest
from visits import MADE, toc_pages
from visits import visit as open_page

# What a reader sees with scripts off and everything unfolded: cells, cards, labels of pictures.
VISIBLE = """() => {
  for (const fold of document.querySelectorAll("details")) fold.open = true;
  for (const gone of document.querySelectorAll("noscript, .headerlink")) gone.remove();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(".card[role=tooltip] { display: block !important }");
  document.adoptedStyleSheets = [sheet];
  return document.querySelector("article.bd-article").innerText;
}"""
# Words, and numbers as they are printed: 400,000; 1.0668; 1920s.
TOKEN = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+(?:['’][^\W_]+)*")
MISSED = """pairs => pairs.filter(([word, page]) => {
  const found = (globalThis.answers ??= {})[word] ??= bookSearch.addresses(word);
  return !found.includes(page);
})"""


def visible_words(browser, book, path):
    """Every word and number of a page."""
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 1280, "height": 900}
    )
    page = context.new_page()
    page.goto((book / path).resolve().as_uri())
    words = set(TOKEN.findall(page.evaluate(VISIBLE)))
    context.close()
    return words


@pytest.fixture(scope="module")
def from_disk(browser, book):
    """The search page as somebody opens it who has the book in a folder."""
    context = browser.new_context()
    page = context.new_page()
    page.goto((book / "search.html").resolve().as_uri())
    yield page
    context.close()


@pytest.mark.parametrize("path", [path for path in toc_pages() if path != "search.html"])
def test_every_word_and_number_of_a_page_is_found_on_it(browser, book, from_disk, path):
    words = visible_words(browser, book, path)
    assert len(words) > 20
    missed = from_disk.evaluate(MISSED, [[word, path] for word in sorted(words)])
    assert missed == []


def test_a_word_that_is_taken_from_the_index_is_missed(browser, book, from_disk):
    """The test above can fail."""
    assert from_disk.evaluate(MISSED, [["nonesuchword", "book/index.html"]])


@pytest.fixture(scope="module")
def asked(contexts, server):
    """The search page, open for one question after the other."""
    page = contexts[1280, "light"].new_page()
    yield open_page(page, server, "search.html")
    page.close()


def ask(page, words):
    """Type into the search box, as a reader does; the pages that are listed, in their order."""
    box = page.locator("article input[type=search]")
    box.fill(words)
    box.press("Enter")
    # the page may show what was asked before: wait for the answer to this question
    page.wait_for_url(lambda url: parse_qs(urlsplit(url).query).get("q") == [words])
    page.locator("#search-count:not(:empty)").wait_for()
    links = page.locator("#search-results h3 a")
    return links.evaluate_all("links => links.map(link => new URL(link.href).pathname.slice(1))")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("1930", "book/04-garrison.html"),
        ("400,000", "book/05-migration.html"),
        ("400000", "book/05-migration.html"),
        ("400 000", "book/05-migration.html"),
        ("1636", "book/09-reconciliation.html"),
        ("1,636", "book/09-reconciliation.html"),
        ("Чугучак", "book/places.html"),
        ("Бахты", "book/places.html"),
        ("БАХТЫ", "book/places.html"),
        ("застава", "book/glossary.html"),
        ("塔城", "book/places.html"),
        ("Chuguchak", "book/data.html"),
        ("banditry", "book/08-discrepancies.html"),
        ("Bakhty outposts", "book/04-garrison.html"),
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_the_search_box_finds(asked, words, expected, form):
    assert expected in ask(asked.page, unicodedata.normalize(form, words))
    assert asked.errors == []


def test_the_box_of_any_page_leads_to_the_results_from_disk(browser, book):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
    page.goto((book / "book/04-garrison.html").resolve().as_uri())
    page.keyboard.press("Control+k")
    page.keyboard.type("Чугучак")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"search\.html\?q="))
    link = page.locator("#search-results a[href$='book/places.html#chuguchak']").first
    link.click()
    page.wait_for_url("**/places.html#chuguchak")
    assert errors == []
    context.close()


def test_chapters_come_before_lists(visit):
    page = visit("search.html").page
    order = [path for path in toc_pages() if path not in MADE]
    parts = [0] + [
        i
        for i, path in enumerate(order)
        if path.endswith(("09-reconciliation.html", "01-how-to-read.html", "data.html"))
    ]
    for words in ("400,000", "1930", "outposts"):
        found = [order.index(path) for path in ask(page, words) if path in order]
        part = [sum(i >= start for start in parts) for i in found]
        assert part == sorted(part) and len(set(part)) > 1


def test_the_next_question_is_answered_on_the_page_and_back_leads_to_the_last(visit):
    page = visit("search.html").page
    first = ask(page, "1930")
    page.evaluate("window.stayed = true")
    page.keyboard.type("banditry")  # the box has the cursor still, and its words are marked
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url.endswith("?q=banditry"))
    assert "“banditry”" in page.locator("#search-count").inner_text()
    page.go_back()
    page.wait_for_url(lambda url: url.endswith("?q=1930"))
    links = page.locator("#search-results h3 a")
    again = links.evaluate_all("all => all.map((a) => new URL(a.href).pathname.slice(1))")
    assert again == first and "1930" in page.title()
    assert page.locator("article input[type=search]").input_value() == "1930"
    assert page.evaluate("window.stayed")


def test_the_page_of_the_search_has_a_title(visit):
    page = visit("search.html").page
    assert page.title().startswith("Search")
    ask(page, "1930")
    assert "1930" in page.title() and "Search" in page.title()


def test_the_sign_in_the_box_does_not_lie_on_what_is_typed(visit):
    page = visit("search.html", width=390).page
    ends = """form => [form.querySelector("i").getBoundingClientRect().right,
      form.querySelector("input").getBoundingClientRect().left
        + parseFloat(getComputedStyle(form.querySelector("input")).paddingLeft)]"""
    sign, words = page.locator("article form").evaluate(ends)
    assert sign <= words


def test_excerpts_read_as_text(visit):
    page = visit("search.html?q=Chuguchak").page
    excerpts = page.locator("#search-results li li").all_inner_texts()
    assert excerpts
    assert [text for text in excerpts if "chuguchak" not in text.lower()] == []
    # an excerpt of a table keeps its cells apart
    assert any(" · " in text for text in excerpts)


def test_what_is_nowhere_is_said_to_be_nowhere(visit):
    page = visit("search.html").page
    assert ask(page, "nonesuchword") == []
    assert "Nothing" in page.locator("#search-count").inner_text()
