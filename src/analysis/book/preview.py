"""What others show of a link to the book: its title, and a picture made from the data.

The picture has one square for every claim, in the order of the tables, in the colour of the
hardest verdict of the checks that name it.
"""

from __future__ import annotations

from collections import Counter
from html import escape
from pathlib import Path
from string import Template
from typing import Any

from sphinx.application import Sphinx

from analysis import claims
from analysis.account import told
from analysis.book import addresses, citation, pictures
from analysis.charts import theme

NAME = "_static/preview.png"
WIDTH, HEIGHT = 1200, 630  # what the services that show links ask for
_HARDEST_FIRST = ("contradict", "agree only if", "different scope", "cannot be tested", "agree")
_NONE = "in no check"
_COLOURS = {**theme.VERDICTS, _NONE: theme.GRID}
_LEFT, _TOP, _KEY_TOP, _STEP, _SIDE = 70, 310, 510, 30, 24
_COLUMNS = (WIDTH - 2 * _LEFT) // _STEP
_TEMPLATE = Path(__file__).parent / "templates" / "preview.svg"


def verdicts() -> list[str]:
    """Of each claim, in the order of the tables, the hardest verdict of the checks that name it."""
    named: dict[str, set[str]] = {}
    for check in told.checks().values():
        for claim in check.claims:
            named.setdefault(claim, set()).add(str(check.verdict))
    return [
        next((verdict for verdict in _HARDEST_FIRST if verdict in named.get(str(id), ())), _NONE)
        for id in claims.load().index
    ]


def svg() -> str:
    """The picture."""
    found = verdicts()
    squares = "".join(
        _square(_LEFT + _STEP * (i % _COLUMNS), _TOP + _STEP * (i // _COLUMNS), verdict)
        for i, verdict in enumerate(found)
    )
    counts = Counter(found)
    kinds = [verdict for verdict in (*_HARDEST_FIRST, _NONE) if counts[verdict]]
    key = "".join(
        _square(x, y, verdict)
        + _words(x + _STEP + 4, y + _SIDE - 4, f"{counts[verdict]} {verdict}")
        for i, verdict in enumerate(kinds)
        for x, y in [(_LEFT + 360 * (i % 3), _KEY_TOP + 42 * (i // 3))]
    )
    title, _, subtitle = citation.read()["title"].partition(". ")
    return Template(_TEMPLATE.read_text("utf-8")).substitute(
        title=escape(title),
        subtitle=escape(subtitle),
        count=len(found),
        squares=squares,
        key=key,
        ink=theme.INK,
        muted=theme.MUTED,
    )


def _square(x: int, y: int, verdict: str) -> str:
    return f'<rect x="{x}" y="{y}" width="{_SIDE}" height="{_SIDE}" fill="{_COLOURS[verdict]}"/>'


def _words(x: int, y: int, words: str) -> str:
    return f'<text x="{x}" y="{y}" font-size="22" fill="{theme.INK}">{escape(words)}</text>'


def _describe(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Say in the head of a page what a link to it shows; the picture has the book's own address."""
    if doctree is None:
        return
    home = addresses.address(app.config.companion_repository)
    up = home or "../" * pagename.count("/")
    book = citation.read()["title"]
    said = {
        "og:type": "article",
        "og:site_name": book,
        "og:title": app.env.titles[pagename].astext(),
        "og:image": f"{up}{NAME}",
        "og:image:alt": f"{book}: a square for every figure, coloured by what became of it",
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
