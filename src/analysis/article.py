"""The article's text as sections and paragraphs, read from a reviewer's own copy in Markdown.

The copy carries traces of the printed page: footnotes stand between the two halves of a paragraph
that a page break splits, and footnote marks stand in the running text. Reading takes both out, so
that a paragraph is one string again and its number does not depend on where the pages broke.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

NOTES = "notes"

_HEADING = re.compile(r"#{1,6}\s+(?P<text>.+)")
_FOOTNOTE = re.compile(r"<sup>(?P<number>\d{1,3})</sup>\s*(?P<text>.*)")
_LEAD_IN = re.compile(r"\*\*(?P<text>[^*]+?):?\*\*:?")
_MARK = re.compile(r"<sup>(\d{1,3})</sup>")
_MARKUP = re.compile(
    r"</?su[bp]>"  # a superscript that is not a footnote mark: 30<sup>th</sup>
    r"|\*+"  # emphasis
    r"|(?<=\])\([^()\s]*\)"  # the target of a link
    r"|<(?=https?://)|(?<=\S)>(?=\s|$)"  # angle brackets round an address
)
_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_PLAIN = {
    **dict.fromkeys("“”„‟«»", '"'),
    **dict.fromkeys("‘’‚‛`´", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "…": "...",
    "\u00ad": "",
    "\u200b": "",
    "\ufeff": "",
}
_PLAIN_TABLE = str.maketrans(_PLAIN)


class ArticleError(ValueError):
    """The copy of the article cannot be read; the message says why."""


@dataclass(frozen=True)
class Paragraph:
    """One paragraph, or one footnote, of the article.

    Attributes:
        section: id of its section in ``sections.csv``; empty for text outside all sections.
        number: its number in the section, from 1; for a footnote the footnote's number.
        text: plain text: no markup, no footnote marks, straight quotes, hyphens for all dashes.
        marks: (position in text, footnote number) of every footnote mark.
        turns: (position in text, last footnote printed before it) where the paragraph begins, and
            where it goes on after footnotes, which stand at the foot of a page.
    """

    section: str
    number: int
    text: str
    marks: tuple[tuple[int, int], ...]
    turns: tuple[tuple[int, int], ...] = ()


def plain(text: str) -> str:
    """Text with straight quotes, hyphens for all dashes and single blanks, for comparison.

    >>> plain("15–20  “thousand”")
    '15-20 "thousand"'
    """
    text = unicodedata.normalize("NFC", text).translate(_PLAIN_TABLE)
    return " ".join(text.split())


def read(path: Path, headings: Mapping[str, Sequence[str]]) -> list[Paragraph]:
    """Read a copy of the article.

    Args:
        path: the copy, UTF-8 text in Markdown.
        headings: for each section id the headings under which the section stands. A heading is a
            Markdown heading or the bold words that open a paragraph ("**Abstract:**"), which then
            is a section of one paragraph. The footnotes are the section ``notes``.

    Returns:
        All paragraphs in the order of the article, then the footnotes.

    Raises:
        ArticleError: the file is missing, unreadable, empty or not UTF-8 text.
    """
    return _paragraphs(_text(path), headings)


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        why = (error.strerror or "cannot be read").lower().removesuffix(" or directory")
        raise ArticleError(f"{path}: {why}; expected the article's text in Markdown") from error
    if b"\0" in data:
        raise ArticleError(f"{path}: binary data; expected the article's text in Markdown")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ArticleError(
            f"{path}: byte {error.start} is not UTF-8; expected the article's text in UTF-8"
        ) from error
    if not text.strip():
        raise ArticleError(f"{path}: empty file; expected the article's text in Markdown")
    return text


def _paragraphs(text: str, headings: Mapping[str, Sequence[str]]) -> list[Paragraph]:
    section_of = {
        plain(heading).casefold(): section
        for section, names in headings.items()
        for heading in names
        if section != NOTES
    }
    # (section, pieces with the last footnote before each), paragraphs put together again
    texts: list[tuple[str, list[tuple[int, str]]]] = []
    footnotes: dict[int, str] = {}
    section, open_paragraph = "", False
    for block in _blocks(text):
        if heading := _HEADING.fullmatch(block):
            section = section_of.get(plain(_MARKUP.sub("", heading["text"])).casefold(), "")
            open_paragraph = False
        elif footnote := _FOOTNOTE.fullmatch(block):
            number = int(footnote["number"])
            footnotes[number] = f"{footnotes.get(number, '')} {footnote['text']}".strip()
        else:
            lead_in = _LEAD_IN.match(block)
            named = section_of.get(plain(lead_in["text"]).casefold(), "") if lead_in else ""
            piece = (max(footnotes, default=0), block)
            if open_paragraph and not lead_in:
                texts[-1][1].append(piece)
            else:
                texts.append((named or section, [piece]))
            # outside the sections (title, addresses, references) nothing is put together
            open_paragraph = bool(texts[-1][0]) and not _ends_sentence(block)
    numbers: dict[str, int] = {}
    paragraphs = []
    for name, pieces in texts:
        numbers[name] = numbers.get(name, 0) + 1
        paragraphs.append(_paragraph(name, numbers[name], pieces))
    paragraphs += [
        _paragraph(NOTES, number, [(number - 1, footnotes[number])]) for number in sorted(footnotes)
    ]
    return paragraphs


def _blocks(text: str) -> list[str]:
    """Runs of lines between blank lines, each as one line; headings and footnotes stand alone."""
    blocks: list[list[str]] = [[]]
    for line in text.splitlines():
        line = line.strip()
        if not line:
            blocks.append([])
        elif _HEADING.fullmatch(line):
            blocks += [[line], []]
        elif _FOOTNOTE.fullmatch(line):
            blocks.append([line])
        else:
            blocks[-1].append(line)
    return [" ".join(lines) for lines in blocks if lines]


def _ends_sentence(block: str) -> bool:
    return bool(_SENTENCE_END.search(_MARKUP.sub("", _MARK.sub("", block)).rstrip()))


def _paragraph(section: str, number: int, pieces: Sequence[tuple[int, str]]) -> Paragraph:
    text = ""
    marks: list[tuple[int, int]] = []
    turns: list[tuple[int, int]] = []
    for noted, raw in pieces:
        text += " " if text else ""
        if not turns or turns[-1][1] != noted:
            turns.append((len(text), noted))
        for i, piece in enumerate(_MARK.split(raw)):
            if i % 2:
                marks.append((len(text), int(piece)))
            else:
                cleaned = plain(_MARKUP.sub("", piece))
                # plain() trims; the blanks round the mark must come back
                before = " " if text and not text.endswith(" ") and piece[:1].isspace() else ""
                after = " " if cleaned and piece[-1:].isspace() else ""
                text += before + cleaned + after
    return Paragraph(section, number, text.rstrip(), tuple(marks), tuple(turns))
