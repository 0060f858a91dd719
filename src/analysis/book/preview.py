"""What others show of a link to the book: its title, and a picture made from the data.

The picture has one square for every claim, in the order of the article, in the colour of what
became of it: the article at a glance, small.
"""

from __future__ import annotations

from collections import Counter
from html import escape
from pathlib import Path
from string import Template
from typing import Any

from sphinx.application import Sphinx

from analysis import printing, standing
from analysis.book import addresses, citation, marks, pictures
from analysis.charts import theme
from analysis.standing import Standing
from analysis.words import say

NAME = "_static/preview.png"
WIDTH, HEIGHT = 1200, 630  # what the services that show links ask for
_LEFT, _TOP, _KEY_TOP, _STEP, _SIDE = 70, 310, 510, 30, 24
_COLUMNS = (WIDTH - 2 * _LEFT) // _STEP
_TEMPLATE = Path(__file__).parent / "templates" / "preview.svg"


def svg() -> str:
    """The picture."""
    found = [standing.of(claim) for claim in printing.in_order()]
    squares = "".join(
        _square(_LEFT + _STEP * (i % _COLUMNS), _TOP + _STEP * (i // _COLUMNS), each)
        for i, each in enumerate(found)
    )
    counts = Counter(found)
    key = "".join(
        _square(x, y, each)
        + _words(x + _STEP + 4, y + _SIDE - 4, marks.counted(each, counts[each]))
        for i, each in enumerate(Standing)
        for x, y in [(_LEFT + 360 * (i % 3), _KEY_TOP + 42 * (i // 3))]
    )
    title, _, subtitle = citation.title().partition(". ")
    return Template(_TEMPLATE.read_text("utf-8")).substitute(
        title=escape(title),
        subtitle=escape(subtitle),
        question=escape(say("preview-question", number=str(len(found)))),
        squares=squares,
        key=key,
        ink=theme.INK,
        muted=theme.MUTED,
    )


def _square(x: int, y: int, found: Standing) -> str:
    colour = theme.VERDICTS[str(standing.verdict(found))]
    return f'<rect x="{x}" y="{y}" width="{_SIDE}" height="{_SIDE}" fill="{colour}"/>'


def _words(x: int, y: int, words: str) -> str:
    return f'<text x="{x}" y="{y}" font-size="22" fill="{theme.INK}">{escape(words)}</text>'


def _describe(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Say in the head of a page what a link to it shows; the picture has the book's own address."""
    if doctree is None:
        return
    home = addresses.home(app.config.companion_repository)
    up = home or "../" * pagename.count("/")
    book = citation.title()
    said = {
        "og:type": "article",
        "og:site_name": book,
        "og:title": app.env.titles[pagename].astext(),
        "og:image": f"{up}{NAME}",
        "og:image:alt": say("preview-alt", book=book),
        **({"og:url": f"{home}{pagename}.html"} if home else {}),
    }
    tags = "".join(f'\n    <meta property="{k}" content="{escape(v)}" />' for k, v in said.items())
    context["metatags"] = (
        f"{context.get('metatags', '')}{tags}\n"
        '    <meta name="twitter:card" content="summary_large_image" />'
    )


def _write(app: Sphinx, exception: Exception | None) -> None:
    if exception is None:
        (Path(app.outdir) / NAME).write_bytes(pictures.pixels(svg(), scale=1))


def setup(app: Sphinx) -> None:
    """Describe the pages when they are written, and draw the picture when they all are."""
    app.connect("html-page-context", _describe)
    app.connect("build-finished", _write)
