"""Finds numbers that were typed into the prose of the book instead of being computed.

What a typed number is, ``typed`` says. These forms pass as well:

- years in headings;
- an article's sections, paragraphs and notes: "section 2", "note 14"; footnote marks;
- the paragraph that cites the article, known by its DOI;
- names of files, addresses of links, and what a role or directive writes;
- of code cells, all but their strings and comments, see ``strings``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

from analysis import files
from analysis.review import messages, strings, translated, typed
from analysis.review.typed import OR_ACCEPT, Typed

_OPTION = re.compile(r":([\w-]+):(.*)")
_NO_PROSE = ("code-cell", "code", "raw", "math", "bibliography", "toctree", "list-table", "figure")
_INSTEAD = "write a role that computes it, {claim} or {result} say" + OR_ACCEPT


def in_book(root: Path) -> list[Typed]:
    """Every typed number in the book that lies in a folder: in its pages, code and words."""
    return [
        *typed_numbers(root / "book"),
        *strings.typed_numbers(root / "src" / "analysis"),
        *messages.typed_numbers(root / "words"),
        *translated.typed_numbers(root),
    ]


def typed_numbers(folder: Path) -> list[Typed]:
    """Every typed number in the pages of a folder, in the order of files and lines.

    Args:
        folder: it and its folders hold the pages, ``*.md``.
    """
    parser = create_md_parser(
        MdParserConfig(enable_extensions={"colon_fence", "dollarmath", "deflist"}), RendererHTML
    )
    return [
        found
        for path in files.below(folder, ".md")
        for found in _typed(
            path.read_text(encoding="utf-8"), path.relative_to(folder.parent).as_posix(), parser
        )
    ]


def _typed(text: str, file: str, parser: MarkdownIt) -> Iterator[Typed]:
    for first, piece, kind in _prose(text, parser):
        if kind == "code":
            yield from strings.in_cell(piece, file, first)
            continue
        allowed = [typed.YEAR] if kind == "heading" else []
        for start, found in typed.numbers(piece, file, allowed):
            yield Typed(file, first + piece.count("\n", 0, start), found, _INSTEAD)


def _prose(text: str, parser: MarkdownIt, above: int = 0) -> Iterator[tuple[int, str, str]]:
    """Each piece of a page: its first line, the text, whether that is text, heading or code."""
    kind = "text"
    for token in parser.parse(text):
        line = above + (token.map[0] if token.map else 0) + 1
        if token.type in ("heading_open", "heading_close"):
            kind = "heading" if token.type == "heading_open" else "text"
        elif token.type == "inline":
            yield line, _words(token), kind
        elif token.type == "html_block":
            yield line, re.sub(r"<[^>]*>", "", token.content), "text"
        elif token.type in ("math_block", "amsmath"):
            yield line, token.content, "text"
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
    return typed.COMPUTED if token.type in ("myst_role", "code_inline", "footnote_ref") else ""


def _directive(token: Token, parser: MarkdownIt, line: int) -> Iterator[tuple[int, str, str]]:
    """A directive's title and what it holds, if that is prose; of its options only the words."""
    name, _, title = token.info.removeprefix("{").partition("}")
    if name not in _NO_PROSE:
        yield line, title, "text"
    lines = token.content.split("\n")
    options = 0
    while options < len(lines) and (option := _OPTION.fullmatch(lines[options])):
        options += 1
        if option[1] in ("alt", "caption"):
            yield line + options, option[2], "text"
    if name == "code-cell":
        yield line + options + 1, "\n".join(lines[options:]), "code"
    elif name not in _NO_PROSE:
        yield from _prose("\n".join(lines[options:]), parser, line + options)
