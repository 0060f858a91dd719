"""The Russian edition as it is built: nothing English is left, and each page leads to its twin."""

import re
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from analysis import editions, tables, wording
from analysis.words import Language

BUILT = Path(__file__).parents[2] / "_build" / "html"
READ = [
    "index", "border-and-people", "02-border-zone", "03-populations", "04-garrison",
    "05-migration", "06-detentions", "07-smuggling", "09-reconciliation", "quotable",
    "08-discrepancies", "01-how-to-read", "read-along", "archive", "claims", "checks", "map",
    "glossary", "results", "corrections", "contribute", "recipes",
]  # fmt: skip
# Names of formats, keys, services and terms that the book itself speaks of.
KNOWN = re.compile(
    r"\b(?:BibTeX|RIS|CSV|SVG|PNG|CFF|DOI|doi|Ctrl|GeoNames|Natural Earth|Python|ISBN|ISSN|https?"
    r"|Wikipedia|ipynb|JupyterLab|Binder|Colab|SQLite|zastava|desyatina|outpost|Tarbagai|discrepancies)\b"
)
ID = re.compile(r"\b[\w]+(?:[-_.:/][\w.]+)+\b|\b[\w-]+\(\)")
QUOTED = re.compile(r"„[^“]*“|“[^”]*”|«[^«»]*»")
WORD = re.compile(r"[A-Za-z]{3,}")


@cache
def works() -> list[str]:
    """Titles and citations, which stay in the language of the work."""
    named = [value for work in wording.works("ru").values() for value in work.fields.values()]
    for column in ("citation", "seen_at"):
        named += [
            *tables.read("comparanda")[column],
            *editions.texts("comparanda", "ru")[column].values(),
        ]
    found = {" ".join(text.split()) for text in named}
    return sorted((text for text in found if WORD.search(text)), key=len, reverse=True)


@cache
def page(name):
    return BeautifulSoup((BUILT / "ru" / "book" / f"{name}.html").read_text("utf-8"), "html.parser")


def strays(soup):
    """The words in Latin letters that a page shows or speaks, each with what stands before it."""
    for away in soup.select("script, style, code, pre, svg, noscript, .cite, [lang]:not(html)"):
        away.extract()
    spoken = [
        element[name]
        for name in ("aria-label", "title", "alt", "placeholder")
        for element in soup.body.find_all(attrs={name: True})
    ]
    apart = [
        card.extract() for card in soup.select(".card, .side-note")
    ]  # in the middle of a sentence
    for text in [*(" ".join(part.get_text(" ").split()) for part in [*apart, soup.body]), *spoken]:
        rest = QUOTED.sub(" ", text)
        for work in works():
            rest = rest.replace(work, " ")
        rest = KNOWN.sub(" ", ID.sub(" ", rest))
        for word in WORD.finditer(rest):
            yield rest[max(0, word.start() - 30) : word.end()]


# A decimal point, or five digits without a space, in what is no shelf mark, address or version.
FOREIGN_NUMBER = re.compile(r"(?<![\w./:-])(?<!д\. )(?:\d+\.\d+|\d{5,})(?![\w/:-]|\.\w)")


def numbers(soup):
    """The numbers of a page that are not written as in Russian, each with its surroundings."""
    for away in soup.select("script, style, code, pre, svg, noscript, .cite, [lang]:not(html)"):
        away.extract()
    text = QUOTED.sub(" ", " ".join(soup.body.get_text(" ").split()))
    for work in works():
        text = text.replace(work, " ")
    for found in FOREIGN_NUMBER.finditer(text):
        yield text[max(0, found.start() - 25) : found.end() + 15]


@pytest.mark.parametrize("name", READ)
def test_numbers_are_written_as_in_russian(book, name):
    soup = BeautifulSoup((BUILT / "ru" / "book" / f"{name}.html").read_text("utf-8"), "html.parser")
    assert sorted(set(numbers(soup))) == []


@pytest.mark.parametrize("cell", ["22402.8", "85978"])
def test_a_number_as_in_english_is_seen(cell):
    soup = BeautifulSoup(f"<body><table><tr><td>{cell}</td></tr></table></body>", "html.parser")
    assert list(numbers(soup))


@pytest.mark.parametrize("name", READ)
def test_nothing_english_is_left(book, name):
    soup = BeautifulSoup((BUILT / "ru" / "book" / f"{name}.html").read_text("utf-8"), "html.parser")
    assert sorted(set(strays(soup))) == []


def test_an_english_word_would_be_found():
    soup = BeautifulSoup('<html lang="ru"><body><p title="Filter">Слово word</p></body></html>',
                         "html.parser")  # fmt: skip
    assert list(strays(soup)) == ["Слово word", "Filter"]


@pytest.mark.parametrize("name", READ)
def test_no_name_of_a_message_is_left(book, name):
    """What has no words stands there as its id."""
    ids = {id for id in Language("ru").beginning("") if id.count("-") > 1}
    soup = page(name)
    for away in soup.select("code, pre, .card"):
        away.extract()
    text = soup.body.get_text(" ")
    words = set(re.findall(r"[a-z]+(?:-[a-z0-9]+)+", text))
    assert not words & ids - set(tables.read("discrepancies")["id"])


@pytest.mark.parametrize("code", editions.codes())
def test_every_page_leads_to_its_twin(book, code):
    folder = BUILT / ("" if code == editions.FIRST else code)
    for path in sorted((folder / "book").glob("*.html")):
        soup = BeautifulSoup(path.read_text("utf-8"), "html.parser")
        if soup.select_one("meta[http-equiv=refresh]"):
            continue
        assert soup.html["lang"] == code
        links = soup.select(".editions a")
        assert links, path
        for link in links:
            twin = (path.parent / link["href"]).resolve()
            assert twin.exists() and twin != path
            assert f'lang="{link["hreflang"]}"' in twin.read_text("utf-8")[:200]
        named = {link["hreflang"] for link in soup.select("link[rel=alternate][hreflang]")}
        assert named == set(editions.codes())


def test_both_editions_have_the_same_pages_and_downloads_lead_somewhere(book):
    first = {path.name for path in (BUILT / "book").glob("*.html")}
    assert first == {path.name for path in (BUILT / "ru" / "book").glob("*.html")}
    for path in (BUILT / "ru" / "book").glob("*.html"):
        soup = BeautifulSoup(path.read_text("utf-8"), "html.parser")
        for link in soup.select("a[download]"):
            assert (path.parent / link["href"]).resolve().exists(), (path.name, link["href"])
