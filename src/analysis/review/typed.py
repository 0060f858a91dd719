"""What a typed number is, in the pages of the book as in its code: see ``prose`` and ``strings``.

A number is typed if its digits stand in a text, or if a number word measures: "three times", "in
five years", "a third of", "twenty". Counting what stands in the same text is not measuring: "two
readings" passes. So does what ``accepted.csv`` beside this module lists, each with its reason.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

DOI = "10.22363/2312-8674-2026-25-2-268-283"
ACCEPTED = Path(__file__).with_name("accepted.csv")
OR_ACCEPT = f", or give a reason in src/analysis/review/{ACCEPTED.name}"
COMPUTED = "\ufffc"  # stands for what is computed
YEAR = re.compile(r"\b(?:1[789]|20)\d\ds?\b")
PLACE = re.compile(r"\b(?:sections?|paragraphs?|notes?|footnotes?) \d+(?:(?:, | and |–)\d+)*", re.I)

_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_SMALL = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_LARGE = rf"\w+teen|(?:{_TENS})(?:-\w+)?|hundreds?|thousands?|millions?|dozens?"
_PARTS = (
    r"half|halves|(?:a|one|two|the other) (?:third|quarter|fifth|tenth)s?|\w+fold"
    # what came of a sum, in one word
    r"|(?:doubl|tripl|trebl|quadrupl)(?:es|ed|ing)"
)
MEASURED = (
    "times|minutes?|hours?|days?|weeks?|months?|years?|decades?|met(?:re|er)s?|kilomet(?:re|er)s?"
    "|km|versts?|dessiatines?|hectares?|percent|per cent|rubles?|people|persons?|households?"
    "|families|outposts?|villages?|settlements?"
)
_NUMBER = re.compile(
    rf"[~<>+−-]?\d(?:[\d.,:/–-]*\d)?(?:\s?%|st\b|nd\b|rd\b|th\b|s\b)?"
    rf"|\b(?:{_LARGE}|{_PARTS})\b(?: \w+)?"
    rf"|\b(?:{_SMALL})\b(?: or (?:{_SMALL})\b)?(?: \w+)? (?:{MEASURED})\b"
    # a part of what was counted elsewhere: "one of six units, and the other five"
    rf"|\b(?:one of|other) (?!two\b)(?:{_SMALL})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Typed:
    """A typed number: file, line, what stands there, and what to write instead."""

    file: str
    line: int
    found: str
    instead: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: “{self.found}” is typed; {self.instead}"


@cache
def accepted() -> tuple[tuple[str, str], ...]:
    """The rows of ``accepted.csv``: a pattern of files, and the phrase that passes in them."""
    with ACCEPTED.open(encoding="utf-8", newline="") as file:
        return tuple((row["where"], row["phrase"]) for row in csv.DictReader(file))


def numbers(
    text: str, file: str, allowed: Sequence[re.Pattern[str]] = ()
) -> Iterator[tuple[int, str]]:
    """Each number typed into a text, with the place where it begins; none if the DOI stands there.

    Args:
        text: the text.
        file: where it stands, as a path from the root of the repository.
        allowed: what may hold numbers here.
    """
    # what passes can only hide what is found
    if DOI in text or not _NUMBER.search(text):
        return
    hidden = text
    for where, phrase in accepted():
        if fnmatch(file, where):
            hidden = hidden.replace(phrase, "\0" * len(phrase))
    for pattern in (PLACE, *allowed):
        hidden = pattern.sub(_blank, hidden)
    for match in _NUMBER.finditer(hidden):
        yield match.start(), match[0].strip()


def _blank(match: re.Match[str]) -> str:
    return "\0" * len(match[0])
