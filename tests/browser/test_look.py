"""The look of the book: its faces, the colours of verdicts, what a narrow map and paper show."""

import itertools
import re
from collections import Counter

import pytest
from visits import BOOK

from analysis.book import preview
from analysis.charts import theme

VERDICTS = ("agree", "agree-only-if", "contradict", "different-scope", "untested")
KAZAKH = "ӘәҒғҚқҢңӨөҰұҮүҺһІі"
# linear light as the colour-blind see it (Machado, Oliveira and Fernandes 2009, severity 1)
SIGHT = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no green": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "no blue": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]


def luminance(colour):
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear(colour), strict=True))


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def lab(light):
    weights = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750))
    weights += ((0.0193339, 0.1191920, 0.9503041),)
    white = (0.95047, 1, 1.08883)
    x, y, z = (
        sum(w * p for w, p in zip(row, light, strict=True)) / n
        for row, n in zip(weights, white, strict=True)
    )
    x, y, z = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def seen(colour, sight):
    light = [sum(w * p for w, p in zip(row, linear(colour), strict=True)) for row in SIGHT[sight]]
    return lab([min(1, max(0, part)) for part in light])


def variables(page, *names):
    return page.evaluate(
        "names => names.map(n => getComputedStyle(document.documentElement).getPropertyValue(n))",
        list(names),
    )


@pytest.fixture(params=["light", "dark"])
def colours(request, browser, server):
    """The colours of verdicts, and the grounds that they stand on, in a scheme."""
    context = browser.new_context(color_scheme=request.param)
    page = context.new_page()
    page.goto(f"{server}/book/index.html")
    found = variables(page, *(f"--verdict-{name}" for name in VERDICTS))
    yield found, variables(page, "--pst-color-background", "--pst-color-surface"), request.param
    context.close()


def test_a_verdict_can_be_read_in_its_colour(colours):
    found, grounds, _ = colours
    for colour, ground in itertools.product(found, grounds):
        full = re.sub(r"^#(.)(.)(.)$", r"#\1\1\2\2\3\3", ground)
        assert contrast(colour, full) >= 4.5, (colour, ground)


@pytest.mark.parametrize("sight", SIGHT)
def test_two_verdicts_differ_to_every_eye(colours, sight):
    for one, other in itertools.combinations(colours[0], 2):
        a, b = seen(one, sight), seen(other, sight)
        assert sum((x - y) ** 2 for x, y in zip(a, b, strict=True)) ** 0.5 >= 12, (one, other)


def test_pictures_have_the_same_colours_as_the_page(colours):
    found, _, scheme = colours
    if scheme == "light":
        assert found == list(theme.VERDICTS.values())


@pytest.mark.parametrize("family", ["Companion Text", "Companion Label"])
@pytest.mark.parametrize("weight", ["400", "700"])
def test_the_faces_have_the_letters_of_kazakh(visit, family, weight):
    """A letter that a font lacks is as wide as in whatever stands in for it."""
    page = visit("book/places.html").page
    widths = page.evaluate(
        """async ([font, letters]) => {
          await document.fonts.load(font, letters);
          const pen = document.createElement("canvas").getContext("2d");
          const wide = (face, text) => { pen.font = face; return pen.measureText(text).width; };
          const faces = [`${font}, monospace`, `${font}, serif`];
          return [...letters].map(letter => faces.map(face => wide(face, letter)));
        }""",
        [f'{weight} 100px "{family}"', KAZAKH],
    )
    assert len(widths) == len(KAZAKH) and all(a == b for a, b in widths)


def test_nothing_of_a_map_is_cut_off_on_a_phone(browser, server):
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{server}/book/map.html")
    page.evaluate("document.fonts.ready")
    cut = page.evaluate(
        """() => [...document.querySelectorAll(".chart-narrow > svg")].flatMap(svg => {
          const room = svg.getBoundingClientRect();
          return [...svg.querySelectorAll("text")].filter(t => {
            const box = t.getBoundingClientRect();
            return box.width && (box.left < room.left - 1 || box.right > room.right + 1);
          }).map(t => t.textContent);
        })"""
    )
    assert cut == []
    context.close()


def test_paper_is_white_even_from_the_dark_scheme(browser, server):
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(f"{server}/book/05-migration.html")
    dark = variables(page, "--chart-ink", "--pst-color-background")
    page.emulate_media(media="print", color_scheme="dark")
    ink, paper = variables(page, "--chart-ink", "--pst-color-background")
    assert dark != [ink, paper]
    assert luminance(ink) < 0.05 and paper == "#fff"
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == "rgb(255, 255, 255)"
    context.close()


def test_a_link_to_a_page_shows_a_picture_that_is_there(book):
    html = (book / "book" / "map.html").read_text("utf-8")
    (address,) = re.findall(r'property="og:image" content="([^"]+)"', html)
    picture = (book / "book" / address).resolve().read_bytes()
    assert picture.startswith(b"\x89PNG")
    # width and height of a PNG stand behind its first chunk's name
    assert [int.from_bytes(picture[i : i + 4], "big") for i in (16, 20)] == [1200, 630]


def test_the_book_leads_to_no_address_that_nobody_put_in(book):
    for path in [*BOOK.rglob("*.html"), *BOOK.rglob("*.ipynb"), *BOOK.rglob("*.bib")]:
        text = path.read_text("utf-8")
        assert not re.search(r"mybinder|colab\.research|github\.com/example|example\.github", text)


def test_the_picture_for_links_counts_as_the_article_at_a_glance_does(visit):
    """One question, one answer: what became of the figures, on the first page and beside a link."""
    drawn = preview.svg()
    said = visit("book/index.html").page.locator(".glance-key b").all_inner_texts()
    assert len(said) == len(set(said)) and all(f">{words}</text>" in drawn for words in said)
    squares = Counter(re.findall(r'height="24" fill="(#[0-9a-f]{6})"', drawn))
    key = len(said)  # each colour stands once in the key
    counts = sorted(int(words.split()[0]) for words in said)
    assert sorted(count - 1 for count in squares.values()) == counts and len(squares) == key
