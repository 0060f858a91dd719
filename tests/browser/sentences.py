"""What is wrong with a sentence into which figures were put, by its words alone."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from bs4 import BeautifulSoup

_MONTH = "|".join(calendar.month_name[1:])
_MANY = "|".join(
    [
        "people",
        "persons",
        "households",
        "claims",
        "figures",
        "checks",
        "verdicts",
        "doubts",
        "outposts",
        "notes",
        "rows",
    ]
)
FAULTS = {
    "a word twice": r"\b(?!that\b|had\b)(?P<word>[A-Za-z]+) (?i:(?P=word))\b",
    "two prepositions": (
        r"\b(?:[Ii]n|[Ff]rom|[Aa]t|[Oo]f|[Tt]o|[Bb]y|[Uu]ntil) "
        r"(?:in|from|until|since) (?!here|there)"
    ),
    "at at least": r"\bat (?:at most|at least|about|nearly|over)\b|\bat most (?:at|about)\b",
    "in a day": rf"\b[Ii]n \d{{1,2}} (?:{_MONTH})\b",
    "one of many": rf"(?<![\d,.])1 (?:{_MANY})\b",
    "a small letter begins": r"(?<!\betc)(?<!\bcf)(?<!\bp)(?<!\bpp)(?<!\bno)\. [a-z]",
    "a stop too many": r"[.,;:] ?[.,;:](?!\.)|\.\.(?!\.)",
    "a note in the plural": r"\bnotes \d+(?! ?(?:,|and|to|–|\d))",
    "a unit twice": rf"\b(?P<unit>{_MANY}|km|versts) (?P=unit)\b|\bpeople Kazakhs\b",
}
# the words of others, code, and what stands in tables, cards and notes as a mark and no sentence
_APART = (
    "pre, script, style, table, .card, .side-note, .bibliography, .citation, .headerlink, .cite, "
    ".run, figure.chart, .clash, .glance, .take, .report-link, .entry, dl, .settings-form, q, cite"
)


def faults(html: str) -> Iterator[str]:
    """Each fault with the words around it."""
    soup = BeautifulSoup(html, "html.parser")
    article = soup.select_one("article.bd-article")
    assert article is not None
    for apart in article.select(_APART):
        apart.decompose()
    for code in article.select("code"):
        code.replace_with("Code")
    for element in article.select("p, li, figcaption, summary, h1, h2, h3"):
        text = " ".join(element.get_text().replace("\N{NO-BREAK SPACE}", " ").split())
        text = re.sub(r"“[^”]*”", "“…”", text)
        for fault, pattern in FAULTS.items():
            for found in re.finditer(pattern, text):
                around = text[max(found.start() - 40, 0) : found.end() + 40]
                yield f"{fault}: …{around}…"
