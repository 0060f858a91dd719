"""The book on paper: what a reader of the PDF finds, read back with pypdf."""

import re
import subprocess
import sys
from unicodedata import normalize

import pytest
import yaml
from bs4 import BeautifulSoup
from pypdf import PdfReader
from raw_tables import rows
from visits import MADE, ROOT, toc_pages

from analysis.book import pdf as printing
from analysis.words import language

PDF = ROOT / "_build" / "kazakh-xinjiang-border.pdf"


@pytest.fixture(scope="module")
def pdf(book):
    """The printed book."""
    command = [sys.executable, "-m", "analysis.book.pdf", "en"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return PdfReader(PDF)


@pytest.fixture(scope="module")
def printed(pdf):
    """Of each page: its text, and how far from the left which words begin."""
    found = []
    for page in pdf.pages:
        begins = []

        def see(text, matrix, position, font, size, begins=begins):
            if text.strip():
                x = matrix[0] * position[4] + matrix[2] * position[5] + matrix[4]
                begins.append((x, text.strip()))

        found.append((page.extract_text(visitor_text=see), begins))
    return found


@pytest.fixture(scope="module")
def texts(printed):
    """The text of each page, with single spaces and without ligatures."""
    return [" ".join(normalize("NFKC", text).split()) for text, _ in printed]


def _titles(book):
    """Of the pages that are printed: not those for a computer, nor what needs links."""
    parts = yaml.safe_load((ROOT / "_toc.yml").read_text())["parts"]
    screen = [chapter["file"] for chapter in parts[-1]["chapters"]]
    left = {f"{name}.html" for name in [*screen, "book/read-along", "book/archive"]}
    for path in toc_pages():
        if path not in MADE and path not in left:
            soup = BeautifulSoup((book / path).read_text(), "html.parser")
            heading = soup.select_one("article h1")
            heading.select_one(".headerlink").decompose()
            yield path, heading.get_text().strip()


def test_the_contents_name_the_page_on_which_each_chapter_begins(pdf, texts, book):
    start = next(i for i, text in enumerate(texts) if text.startswith("Contents"))
    contents = " ".join(texts[start : start + 2])
    for path, title in _titles(book):
        number = re.search(re.escape(title) + r"[ .]*(\d+)", contents)
        assert number, f"{path}: {title!r} is not among the contents"
        # the first chapter of a part stands under the part's name
        assert title in texts[int(number[1]) - 1][: len(title) + 30], path


def test_page_numbers_run_through(pdf, texts):
    assert 80 < len(texts) < 130  # a book that somebody prints
    for number, text in enumerate(texts, 1):
        assert re.search(rf"A data companion\s*{number}$", text), f"page {number}: {text[-80:]}"


def test_it_is_light_enough_to_send():
    assert PDF.stat().st_size < 5_000_000


def test_the_index_names_the_pages_of_places_and_persons(texts):
    """Each page on which a name stands, and no other, before the part that is looked up."""
    start = next(i for i, text in enumerate(texts) if text.startswith("Places and persons"))
    first = next(i for i, text in enumerate(texts) if i > 2 and text.startswith("The story"))
    last = next(i for i, text in enumerate(texts) if text.startswith("Look it up"))
    index = " ".join(texts[start:])
    spelt = {row["name"]: row["spellings"].split(";") for row in rows("places")}
    for name in ("Bakhty", "Chuguchak", "Jarkent", "Ili District", "Zaysan", "Makulbayev"):
        numbers = re.search(rf"(?<![A-Za-z-]){name} ([0-9, ]+)", index)[1].strip(" ,").split(", ")
        any_of = "|".join(map(re.escape, {name, *spelt.get(name, ())}))
        # of another place whose name is longer
        others = [
            s
            for other, all_of in spelt.items()
            if other != name and not other[:1].islower()  # which is no name, and not in the index
            for s in all_of
        ]
        longer = "|".join(re.escape(s) for s in others if re.search(any_of, s)) or "(?!)"
        # a name on a map stands close to the same in Russian
        pattern = re.compile(rf"(?<![A-Za-z])(?:{any_of})(?![A-Za-z])")
        found = [i + 1 for i in range(first, last) if pattern.search(re.sub(longer, "", texts[i]))]
        named = [int(n) for n in numbers if int(n) > first]
        assert found and named == found, name


def test_the_sources_of_pictures_are_numbered_notes_at_the_end_of_their_chapter(pdf, texts, book):
    """The number at a title leads to its note, and the note back."""
    heading = language("en").message("chapter-notes")
    chapter = BeautifulSoup((book / "book/05-migration.html").read_text("utf-8"), "html.parser")

    def page(id):
        place = pdf.named_destinations[f"/book-05-migration--{id}"]
        return pdf.get_destination_page_number(place)

    ends = chapter.select("section > section > h2")[-1].get_text().rstrip("#")
    last = next(i for i in range(page("noted-1"), len(texts)) if ends in texts[i])
    for number, picture in enumerate(chapter.select("figure.chart"), 1):
        title, note = page(f"noted-{number}"), page(f"note-{number}")
        assert picture.select_one(".chart-title").get_text() in texts[title]
        assert title < last <= note <= last + 2 and heading in " ".join(texts[last : note + 1])
        said = picture.select_one(".chart-source summary").get_text()
        assert said in texts[note] and said not in texts[title]
        printed = picture.select(".chart-source li")[0].get_text().partition(": ")[2]
        assert printed in texts[note].partition(said)[2]


def test_figures_of_the_article_are_in_it(texts):
    whole = " ".join(texts)
    # typed from the article: the two numbers of the great flight
    for printed in ("286,000 households", "400,000 people"):
        assert printed in whole


def test_every_reference_leads_to_a_page_of_the_pdf(pdf):
    named = pdf.named_destinations
    inside = 0
    for number, page in enumerate(pdf.pages, 1):
        for link in page.get("/Annots", ()):
            link = link.get_object()
            place = link.get("/Dest") or link.get("/A", {}).get("/D")
            if place is None:
                address = link["/A"]["/URI"]
                assert re.match(r"https?://(?!book/)", address), f"page {number}: {address}"
                continue
            inside += 1
            if isinstance(place, str):
                assert place in named, f"page {number}: {place}"
                assert pdf.get_destination_page_number(named[place]) is not None
    assert inside > 500


def test_no_reference_was_lost_on_the_way_to_the_pdf(book):
    """Chromium drops a link to an id that is missing, so look at what it is given."""
    html = printing.document(list(printing._pages()), {})
    ids = re.findall(r'\bid="([^"]*)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]*)"', html)) <= set(ids)
    assert not re.findall(r"url\(#(?!book-)[^)]*\)", html)


def test_bookmarks_lead_to_the_chapters(pdf, book):
    def walk(entries):
        for entry in entries:
            if isinstance(entry, list):
                yield from walk(entry)
            else:
                yield entry.title

    marks = set(walk(pdf.outline))
    assert {title for _, title in _titles(book)} <= marks


def test_nothing_is_cut_off_at_the_side(pdf, printed):
    """No text begins beyond the right margin of its page."""
    widths = [float(page.mediabox.width) for page in pdf.pages]
    beyond = [
        f"page {number}: {text[:40]!r} at {x:.0f} of {width:.0f}"
        for number, (width, (_, begins)) in enumerate(zip(widths, printed, strict=True), 1)
        for x, text in begins
        if x > width - 20
    ]
    assert beyond == []
    assert sum(len(begins) for _, begins in printed) > 10_000  # words were seen at all


def test_it_bears_no_time(pdf):
    assert not {"/CreationDate", "/ModDate"} & set(pdf.metadata)
    content = PDF.read_bytes()  # packed again it is the same: no number of the hour in it
    assert printing._finished(content) == printing._finished(content)
