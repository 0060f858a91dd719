"""Finds numbers that were typed into the words of the book, which the account should put in.

Read are all patterns of the first language, each variant by itself; what stands in braces is
computed. What a typed number is, ``typed`` says, and ``strings`` which forms pass; ``translated``
reads the other languages.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from fluent.syntax import ast

from analysis import editions
from analysis.review import strings, typed
from analysis.review.typed import COMPUTED, OR_ACCEPT, Typed
from analysis.words.language import parsed

_INSTEAD = "let the check give it, as { $line } or { $claim }" + OR_ACCEPT


def typed_numbers(folder: Path) -> list[Typed]:
    """Every number typed into the words of the first language, in the order of files and lines.

    Args:
        folder: ``words``, with a folder for each language.
    """
    return [
        found
        for path in sorted(folder.glob(f"{editions.FIRST}/*.ftl"))
        for found in _typed(path, folder)
    ]


def _typed(path: Path, folder: Path) -> Iterator[Typed]:
    text = path.read_text(encoding="utf-8")
    file = path.relative_to(folder.parent).as_posix()
    for entry in parsed(text).body:
        if not isinstance(entry, ast.Message | ast.Term):
            continue
        values = [entry.value, *(attribute.value for attribute in entry.attributes)]
        for pattern in (each for value in values if value for each in _patterns(value)):
            said = "".join(
                part.value if isinstance(part, ast.TextElement) else COMPUTED
                for part in pattern.elements
            )
            assert pattern.span  # the parser gives every node its place
            line = text.count("\n", 0, pattern.span.start) + 1
            for start, found in typed.numbers(said, file, strings.ALLOWED):
                yield Typed(file, line + said.count("\n", 0, start), found, _INSTEAD)


def _patterns(pattern: ast.Pattern) -> Iterator[ast.Pattern]:
    """A pattern, and those of the variants in it."""
    yield pattern
    for part in pattern.elements:
        if isinstance(part, ast.Placeable) and isinstance(part.expression, ast.SelectExpression):
            for variant in part.expression.variants:
                yield from _patterns(variant.value)
