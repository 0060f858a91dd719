"""Verdicts as pages show them: a sign and the words, so that none hangs on a colour."""

from __future__ import annotations

from analysis.account.told import ToldCheck
from analysis.book import live
from analysis.book.signs import sign


def badge(check: ToldCheck) -> str:
    """The verdict with its sign, and its condition."""
    rest = check.verdict_text.removeprefix(str(check.verdict))
    kind = str(check.verdict).replace(" ", "-")
    return (
        f'<span class="verdict verdict-{kind}">{sign(check.verdict)} '
        f"<strong>{live.span('check', check.id, 'verdict', str(check.verdict))}</strong></span>"
        f"{live.span('check', check.id, 'holding', rest)}"
    )
