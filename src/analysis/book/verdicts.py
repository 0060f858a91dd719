"""Verdicts as pages show them: a sign and the words, so that none hangs on a colour."""

from __future__ import annotations

from analysis.account import World
from analysis.account.sentences import Sentences
from analysis.account.told import ToldCheck
from analysis.book import live
from analysis.book.signs import sign
from analysis.words import current


def badge(check: ToldCheck) -> str:
    """The verdict with its sign, and its condition."""
    word = Sentences(World.load(), current()).answer(check.verdict, alone=False)
    rest = check.verdict_text.removeprefix(word)
    kind = str(check.verdict).replace(" ", "-")
    return (
        f'<span class="verdict verdict-{kind}">{sign(check.verdict)} '
        f"<strong>{live.span('check', check.id, 'word', word)}</strong></span>"
        f"{live.span('check', check.id, 'holding', rest)}"
    )
