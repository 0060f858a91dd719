"""Each gate goes red on a doctored copy of a page; a gate that cannot fail proves nothing."""

import re

import links
from checks import accessibility, drawn_charts, sideways
from visits import BOOK

PAGE = "book/03-populations.html"


def test_a_chart_taken_away_is_missed(visit):
    whole = drawn_charts(visit(PAGE).page)
    emptied = visit(PAGE, edit=lambda html: re.sub(r"<svg.*?</svg>", "", html, count=2, flags=re.S))
    assert len(drawn_charts(emptied.page)) == len(whole) - 1


def test_a_request_to_another_host_is_seen(visit):
    image = '<img src="https://other.invalid/a.png" alt="" />'
    free = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
    seen = visit(PAGE, edit=lambda html: free.sub("", html).replace("</h1>", f"</h1>{image}", 1))
    assert seen.foreign == ["https://other.invalid/a.png"]


def test_the_policy_stops_a_script_in_the_page_and_another_host(visit):
    bad = '<script>window.ran = 1</script><img src="https://other.invalid/a.png" alt="" />'
    seen = visit(PAGE, edit=lambda html: html.replace("</h1>", f"</h1>{bad}", 1))
    assert seen.page.evaluate("window.ran") is None
    assert len([error for error in seen.errors if "Content Security Policy" in error]) == 2


def test_a_script_error_is_seen(visit):
    seen = visit("search.html", edit=lambda html: html.replace("minisearch.js", "gone.js"))
    assert seen.errors


def test_a_pale_colour_is_seen(visit):
    sheet = "#main-content p { color: #bbbbbb !important }"
    page = visit(PAGE).page
    assert accessibility(page) == []
    page.evaluate(
        "css => { const s = new CSSStyleSheet(); s.replaceSync(css);"
        " document.adoptedStyleSheets = [s]; }",
        sheet,
    )
    assert any("color-contrast" in fault for fault in accessibility(page))


def test_something_too_wide_is_seen(visit):
    page = visit(PAGE, width=390).page
    page.evaluate("document.querySelector('.bd-article h1').style.width = '2000px'")
    assert sideways(page) != []


def test_a_dead_link_and_a_dead_anchor_are_seen(book):
    html = (BOOK / PAGE).read_text()
    bad = '<a href="nowhere.html">x</a><a href="claims.html#no-such-claim">y</a>'
    assert links.dead(book, {PAGE: html.replace("</h1>", f"</h1>{bad}", 1)}) == [
        f"{PAGE}: nowhere.html",
        f"{PAGE}: claims.html#no-such-claim",
    ]
