"""Finds numbers that were typed into the strings of the code: titles, labels, sentences, findings.

Read are all strings, and the literal parts of f-strings, that a reader may see: those with a space
in them, and those without a letter. Docstrings and the messages of errors are for who calls the
code. The forms that pass are in ``ALLOWED``, single phrases
in ``accepted.csv``.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from analysis import files
from analysis.review import typed
from analysis.review.typed import COMPUTED, OR_ACCEPT, Typed

_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
# Each form that passes.
ALLOWED = (
    # a day or a year names what is spoken of, as in a heading
    re.compile(rf"\b(?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}})\b"),
    re.compile(r"\b(?:1[789]|20)\d\d-\d\d(?:-\d\d)?\b"),
    re.compile(rf"{typed.YEAR.pattern}(?!\s(?:{typed.MEASURED})\b)"),
    # nought and one are the bounds of a share and the neutral elements of a formula
    re.compile(r"(?<![\w.,])[01](?= ?[−+×/:])|(?<=[−+×/:=] )[01](?![\w.,])|^[01]$"),
    # a ratio to one, and rates for a hundred
    re.compile(rf"\b1(?= to {COMPUTED})|(?<=× )100\b|\b(?:per 100|(?:to|for) a hundred)\b"),
    # the step to which large numbers are rounded
    re.compile(r"\bthe (?:hundred|thousand)\b"),
    # a unit behind what is computed
    re.compile(rf"(?<={COMPUTED} )(?:hundred|thousand|million)s?\b"),
    # the name of a standard
    re.compile(r"\b(?:UTF|SHA)-?\d+", re.IGNORECASE),
    # a field of a format, and what a pattern has found
    re.compile(r"\{\d+[^{}]*\}|\\\d"),
    # a formula for Vega
    re.compile(r".*\bdatum\..*"),
)
_SPOKEN = re.compile(r'\b(?:alt|title|aria-label)="([^"]*)"')
_TAG = re.compile(r"</?[a-z][^<>]*>?", re.IGNORECASE)
_INSTEAD = (
    "compute it from the data, in an f-string; allowed are "
    "years and days, nought and one in a formula, sections and notes of the article"
) + OR_ACCEPT


def typed_numbers(folder: Path) -> list[Typed]:
    """Every number typed into the strings of a folder's modules, in the order of files and lines.

    Args:
        folder: ``src/analysis``, or another that lies as deep below the root.
    """
    return [
        found
        for path in files.below(folder, ".py")
        for found in _in_module(
            path.read_text(encoding="utf-8"), path.relative_to(folder.parents[1]).as_posix()
        )
    ]


@lru_cache(maxsize=256)  # `make serve` asks after every save
def _in_module(code: str, file: str) -> tuple[Typed, ...]:
    return tuple(_typed(code, file))


def in_cell(code: str, file: str, line: int) -> Iterator[Typed]:
    """Every number typed into a code cell: strings, docstrings and comments, all are on the page.

    Args:
        code: the code.
        file: the page, as a path from the root of the repository.
        line: of the page on which the code begins.
    """
    padded = "\n" * (line - 1) + code
    try:
        yield from _typed(padded, file, docstrings=True)
    except SyntaxError:
        return  # running the cell says so better
    for token in tokenize.generate_tokens(io.StringIO(padded).readline):
        if token.type == tokenize.COMMENT:
            for found in _numbers(token.string, file):
                yield Typed(file, token.start[0], found, _INSTEAD)


def _typed(code: str, file: str, docstrings: bool = False) -> Iterator[Typed]:
    nodes, lines = list(ast.walk(ast.parse(code, file))), code.split("\n")
    skipped = set(_no_text(nodes, docstrings))
    texts = [
        (node, text)
        for node in nodes
        if isinstance(node, ast.Constant | ast.JoinedStr) and node not in skipped
        if (text := _text(node)) and _may_be_read(text)
    ]
    for node, text in sorted(texts, key=lambda pair: (pair[0].lineno, pair[0].col_offset)):
        for found in _numbers(text, file):
            yield Typed(file, _line(lines, node, found), found, _INSTEAD)


def _numbers(text: str, file: str) -> Iterator[str]:
    shown = _TAG.sub(lambda tag: " ".join(_SPOKEN.findall(tag[0])), text)
    for _, found in typed.numbers(shown, file, ALLOWED):
        yield found


def _no_text(nodes: list[ast.AST], docstrings: bool) -> Iterator[ast.AST]:
    """Those that a reader does not see or that are read as a part of another."""
    for node in nodes:
        if isinstance(node, ast.Raise):
            yield from ast.walk(node)
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and not docstrings:
            yield node.value
        elif isinstance(node, ast.Call) and _is_pattern(node.func):
            for argument in node.args[:1]:
                yield from ast.walk(argument)
        elif isinstance(node, ast.JoinedStr):
            for part in node.values:
                if isinstance(part, ast.Constant):
                    yield part
                elif isinstance(part, ast.FormattedValue) and part.format_spec:
                    yield from ast.walk(part.format_spec)


def _is_pattern(function: ast.expr) -> bool:
    return (
        isinstance(function, ast.Attribute)
        and isinstance(function.value, ast.Name)
        and function.value.id == "re"
    )


def _text(node: ast.AST) -> str:
    """The text of a string; in an f-string a sign for what is computed, and a number as typed."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(part) for part in node.values)
    if isinstance(node, ast.FormattedValue):
        typed_in = isinstance(node.value, ast.Constant) and not isinstance(node.value.value, str)
        return ast.unparse(node.value) if typed_in else COMPUTED
    return ""


def _may_be_read(text: str) -> bool:
    """Whether it may be a phrase or a number, and no name of something."""
    return bool(re.search(r"\s", text.strip())) or not re.search(r"[^\W\d_]", text)


def _line(lines: list[str], node: ast.expr, found: str) -> int:
    """The line of a string on which something stands; its first, if it is written otherwise."""
    last = node.end_lineno or node.lineno
    for number in range(node.lineno, last + 1):
        if found in lines[number - 1]:
            return number
    return node.lineno
