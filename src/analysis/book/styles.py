"""The rules of a style sheet that pages of the book can use.

The theme's sheets are written for every site that may use it; nine tenths name classes that no
page of this book has.
"""

from __future__ import annotations

import re
from pathlib import Path

_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_SELECTOR = re.compile(r"(?:[^,(]|\((?:[^()]|\([^()]*\))*\))+")  # commas in brackets do not part
_BRACKETS = re.compile(r"\[[^\]]*\]|\([^()]*\)")
_NAME = re.compile(r"(?<=[.#])-?[A-Za-z_][\w-]*")
_EMPTY = re.compile(r"@[^{};]*\{\s*\}")
_GIVEN = re.compile(r"""\s(?:class|id)=(["'])(.*?)\1""", re.S)
_WORD = re.compile(r"[\w-]+")


def words(book: Path, scripts: list[Path]) -> set[str]:
    """Every class and id of the pages, and every word of scripts, which may set it as a class."""
    found: set[str] = set()
    for page in book.rglob("*.html"):
        for _, names in set(_GIVEN.findall(page.read_text("utf-8"))):
            found.update(names.split())
    for script in scripts:
        found.update(_WORD.findall(script.read_text("utf-8")))
    return found


def used(css: str, known: set[str], made: tuple[str, ...] = ()) -> str:
    """A style sheet without the selectors that ask for a class or an id that is not known.

    What a selector rules out or chooses between, in ``:not()`` or ``:is()``, is not looked at.

    Args:
        css: the sheet, without comments.
        known: names that occur.
        made: beginnings of names that scripts put together.

    >>> used("a.x,.y{top:0}@media print{.z{top:0}}.y:not(.z){top:1px}", {"y"})
    '.y{top:0}.y:not(.z){top:1px}'
    """

    def can_be(selector: str) -> bool:
        while selector != (bare := _BRACKETS.sub("", selector)):
            selector = bare
        names = _NAME.findall(selector)
        return all(name in known or name.startswith(made) for name in names)

    def kept(rule: re.Match[str]) -> str:
        before, end, selectors = rule[1].rpartition(";")  # @charset and the like
        if selectors.lstrip().startswith("@"):
            return rule[0]
        left = [one for one in _SELECTOR.findall(selectors) if can_be(one)]
        return f"{before}{end}{','.join(left)}{{{rule[2]}}}" if left else before + end

    css = _RULE.sub(kept, css)
    while css != (fuller := _EMPTY.sub("", css)):
        css = fuller
    return css
