"""The sign of a verdict, so that none hangs on a colour."""

from __future__ import annotations

from analysis.account import Verdict

SIGNS = {
    Verdict.CONTRADICT: "✗",
    Verdict.ONLY_IF: "◐",
    Verdict.UNTESTED: "?",
    Verdict.SCOPE: "÷",
    Verdict.AGREE: "✓",
}


def sign(verdict: Verdict) -> str:
    """The sign of a verdict; the words stand beside it."""
    return f'<span class="verdict-sign" aria-hidden="true">{SIGNS[verdict]}</span>'
