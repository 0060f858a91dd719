"""Finds numbers that were typed into the prose of the book instead of being computed.

A number is typed if its digits stand in the text of a page, or if a number word measures:
"three times", "in five years", "a third of", "twenty". Counting what stands in the same text is not
measuring: "two readings" passes. These forms pass as well:

- years in headings;
- an article's sections, paragraphs and notes: "section 2", "note 14"; footnote marks;
- the paragraph that cites the article, known by its DOI;
- code, names of files, addresses of links, and what a role or directive writes;
- what ``accepted.csv`` beside this module lists, each with its reason.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

DOI = "10.22363/2312-8674-2026-25-2-268-283"
ACCEPTED = Path(__file__).with_name("accepted.csv")

_ROLE = "\ufffc"  # stands for what a role writes
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_SMALL = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_LARGE = rf"\w+teen|(?:{_TENS})(?:-\w+)?|hundreds?|thousands?|millions?|dozens?"
_PARTS = r"half|halves|(?:a|one|two|the other) (?:third|quarter|fifth|tenth)s?|\w+fold"
_MEASURED = (
    "times|minutes?|hours?|days?|weeks?|months?|years?|decades?|met(?:re|er)s?|kilomet(?:re|er)s?"
    "|km|versts?|dessiatines?|hectares?|percent|per cent|rubles?|people|persons?|households?"
    "|families|outposts?|villages?|settlements?"
)
_NUMBER = re.compile(
    rf"[~<>+−-]?\d(?:[\d.,:/–-]*\d)?(?:\s?%|st\b|nd\b|rd\b|th\b|s\b)?"
    rf"|\b(?:{_LARGE}|{_PARTS})\b(?: \w+)?"
    rf"|\b(?:{_SMALL})\b(?: or (?:{_SMALL})\b)?(?: \w+)? (?:{_MEASURED})\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:1[789]|20)\d\ds?\b")
_PLACE = re.compile(
    r"\b(?:sections?|paragraphs?|notes?|footnotes?) \d+(?:(?:, | and |–)\d+)*", re.I
)
_OPTION = re.compile(r":([\w-]+):(.*)")
_NO_PROSE = ("code-cell", "code", "raw", "math", "bibliography", "toctree", "list-table", "figure")


@dataclass(frozen=True)
class Typed:
    """A typed number: file, line, what stands there."""

    file: str
    line: int
    found: str

    def __str__(self) -> str:
        return (
            f"{self.file}:{self.line}: “{self.found}” is typed; write a role that computes it, "
            f"{{claim}} or {{result}} say, or give a reason in review/{ACCEPTED.name}"
        )


def typed_numbers(folder: Path, accepted: Sequence[str] | None = None) -> list[Typed]:
    """Every typed number in the pages of a folder, in the order of files and lines.

    Args:
        folder: it and its folders hold the pages, ``*.md``.
        accepted: phrases that pass; by default those of ``accepted.csv``.
    """
    phrases = accepted_phrases() if accepted is None else accepted
    parser = create_md_parser(
        MdParserConfig(enable_extensions={"colon_fence", "dollarmath", "deflist"}), RendererHTML
    )
    return [
        Typed(path.relative_to(folder.parent).as_posix(), line, found)
        for path in sorted(folder.rglob("*.md"))
        for line, found in _typed(path.read_text(encoding="utf-8"), parser, phrases)
    ]


def accepted_phrases() -> list[str]:
    """The phrases of ``accepted.csv``."""
    with ACCEPTED.open(encoding="utf-8", newline="") as file:
        return [row["phrase"] for row in csv.DictReader(file)]


def _typed(text: str, parser: MarkdownIt, accepted: Sequence[str]) -> Iterator[tuple[int, str]]:
    for first, prose, heading in _prose(text, parser):
        if DOI in prose:
            continue
        hidden = _PLACE.sub(_blank, _YEAR.sub(_blank, prose) if heading else prose)
        for phrase in accepted:
            hidden = hidden.replace(phrase, "\0" * len(phrase))
        for match in _NUMBER.finditer(hidden):
            yield first + prose.count("\n", 0, match.start()), match[0].strip()


def _blank(match: re.Match[str]) -> str:
    return "\0" * len(match[0])


def _prose(text: str, parser: MarkdownIt, above: int = 0) -> Iterator[tuple[int, str, bool]]:
    """Each piece of text of a page: its first line, the text, whether it is a heading."""
    heading = False
    for token in parser.parse(text):
        line = above + (token.map[0] if token.map else 0) + 1
        if token.type in ("heading_open", "heading_close"):
            heading = token.type == "heading_open"
        elif token.type == "inline":
            yield line, _words(token), heading
        elif token.type == "html_block":
            yield line, re.sub(r"<[^>]*>", "", token.content), False
        elif token.type in ("math_block", "amsmath"):
            yield line, token.content, False
        elif token.type in ("fence", "colon_fence") and token.info.startswith("{"):
            yield from _directive(token, parser, line)


def _words(token: Token) -> str:
    """The text that a reader sees; of an address that stands for itself, nothing."""
    words, address = [], False
    for child in token.children or []:
        if child.type in ("link_open", "link_close"):
            address = child.info == "auto" and child.type == "link_open"
        words.append("" if address else _text(child))
    return "".join(words)


def _text(token: Token) -> str:
    if token.type in ("text", "math_inline"):
        return token.content
    if token.type in ("softbreak", "hardbreak"):
        return "\n"
    if token.type == "image":
        return "".join(map(_text, token.children or []))
    return _ROLE if token.type in ("myst_role", "code_inline", "footnote_ref") else ""


def _directive(token: Token, parser: MarkdownIt, line: int) -> Iterator[tuple[int, str, bool]]:
    """A directive's title and what it holds, if that is prose; of its options only the words."""
    name, _, title = token.info.removeprefix("{").partition("}")
    if name not in _NO_PROSE:
        yield line, title, False
    lines = token.content.split("\n")
    options = 0
    while options < len(lines) and (option := _OPTION.fullmatch(lines[options])):
        options += 1
        if option[1] in ("alt", "caption"):
            yield line + options, option[2], False
    if name not in _NO_PROSE:
        yield from _prose("\n".join(lines[options:]), parser, line + options)
