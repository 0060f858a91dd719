"""Numbers and sums written out in a text, found again and reckoned again.

>>> [number.text for number in numbers("Growth from 8 to 14 in two years: 14 / 8 = 175 %")]
['8', '14', 'two', '14', '8', '175 %']
>>> wrong("14 / 8 = 175 %; 21 versts = 22.5 km", {"versts": ("km", 1.0668), "km": ("km", 1)})
[('22.5', '22.4')]
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest

from analysis import printed

_NUMBER = re.compile(
    rf"(?<![\w.,])(?P<digits>(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?)"
    r"(?P<scale> (?:thousand|million))?(?P<percent> ?%| per cent| percent)?(?![\d])"
    rf"|\b(?P<word>(?:{printed.NUMBER_WORDS})(?: hundred| thousand| million)*)\b"
    r"(?P<rate> per cent| percent)?",
    re.IGNORECASE,
)
_TO = re.compile(r"(?: to |–)")
_OPERATORS = {
    "x": "*", "×": "*", "*": "*", "/": "/", "+": "+", "-": "-", "−": "-", "minus": "-",
}  # fmt: skip
_OPERATOR = re.compile(r"\s(x|×|\*|/|\+|-|−|minus)\s")
_SIDE = r"(?:(?! and )[^=;:.,]|[.,](?=\d))*"
_EQUATION = re.compile(rf"{_SIDE}={_SIDE}")


@dataclass(frozen=True)
class Number:
    """A number in a text.

    Attributes:
        text: as it stands there.
        start, end: where.
        value: what it says, a percentage as a percentage.
        step: of its last digit: 0.1 for "2.5", 100,000 for "1.4 million".
        percent: whether it is a percentage.
        word: whether it is written in words.
    """

    text: str
    start: int
    end: int
    value: float
    step: float
    percent: bool
    word: bool

    def says(self, value: float) -> bool:
        """Whether a value, rounded to the digits that stand there, is this number."""
        if self.percent:
            value *= 100
        # half a step either way, and a hair for numbers that no float can hold
        return abs(value - self.value) <= self.step / 2 + 1e-9 * max(1.0, abs(value))


def numbers(text: str) -> list[Number]:
    """All numbers in a text but "one", in digits and in words; years are numbers too."""
    return [number for number in _all(text) if number.text.lower() != "one"]


def _all(text: str) -> Iterator[Number]:
    matches = list(_NUMBER.finditer(text))
    for match, after in zip_longest(matches, matches[1:]):
        # "1.1 to 1.4 million", "29 to 40 %": what stands behind the second is meant of both
        joined = after if after and _TO.fullmatch(text[match.end() : after.start()]) else match
        percent = any(m["percent"] or m["rate"] for m in (match, joined))
        if match["word"]:
            value, step = printed.cardinal(match["word"]), 1.0
        else:
            plain = match["digits"].replace(",", "")
            words = match["scale"] or joined["scale"] or ""
            scale = {"": 1.0, "thousand": 1e3, "million": 1e6}[words.strip().lower()]
            value = float(plain) * scale
            step = scale * 10.0 ** -len(plain.partition(".")[2])
        found = match[0].strip()
        yield Number(found, match.start(), match.end(), value, step, percent, bool(match["word"]))


def wrong(text: str, units: Mapping[str, tuple[str, float]]) -> list[tuple[str, str]]:
    """The results of equations that are not what their sums come to: as written, and as reckoned.

    An equation is a sum, an equals sign and its result, or the other way round ("4 = 1 + 3"); a
    unit on each side and no sum is a conversion.

    Args:
        text: any text.
        units: by the words for a unit its base and how many of the base it is.
    """
    found = []
    for equation in _equations(text):
        halves = equation[0].split("=")
        sides = [(_OPERATOR.findall(side), list(_all(side)), side) for side in halves]
        if not sides[0][0] and sides[1][0]:
            sides.reverse()
        (operators, terms, sum_side), (_, results, result_side) = sides
        if not results or not terms:
            found.append((equation[0].strip(), "a number on each side of ="))
            continue
        result = results[0]
        if operators:
            if len(operators) != len(terms) - 1:
                found.append((equation[0].strip(), "a number on each side of every sign"))
                continue
            value = _reckon(_in_one_unit(terms, sum_side, units), operators)
        else:
            (a, x), (b, y) = _unit(sum_side, units), _unit(result_side, units)
            value = terms[0].value * (x / y if a and a == b else 1)
        if not result.says(value):
            found.append((result.text, _written(value * (100 if result.percent else 1), result)))
    return found


def settled(text: str) -> list[Number]:
    """The numbers that ``wrong`` checks: results of sums, and both sides of a conversion."""
    found = []
    for match in _equations(text):
        left, _, _ = match[0].partition("=")
        middle = match.start() + len(left)
        inside = [n for n in _all(text) if match.start() <= n.start < match.end()]
        sides = [n for n in inside if n.start < middle], [n for n in inside if n.start > middle]
        if not _OPERATOR.search(match[0]):
            found += inside
        elif _OPERATOR.search(left):
            found += sides[1][:1]
        else:
            found += sides[0][:1]
    return found


def _written(value: float, like: Number) -> str:
    """A value with as many digits as the number that should be it."""
    if math.isnan(value):
        return "no division by nothing"
    digits = max(0, -round(math.log10(like.step)))
    return f"{round(value / like.step) * like.step:,.{digits}f}"


def _equations(text: str) -> list[re.Match[str]]:
    return list(_EQUATION.finditer(text)) if "=" in text else []


def _in_one_unit(
    terms: list[Number], side: str, units: Mapping[str, tuple[str, float]]
) -> list[float]:
    """The values of terms; those in two units of one kind, as "4 km / 4 m", in their base."""
    own = [_unit(re.split(r"[-+−×*/]", side[term.end :])[0], units) for term in terms]
    bases = {base for base, _ in own}
    mixed = len(bases) == 1 and "" not in bases and len(set(own)) > 1
    return [
        term.value * (factor if mixed else 1) / (100 if term.percent else 1)
        for term, (_, factor) in zip(terms, own, strict=True)
    ]


def _reckon(values: list[float], operators: list[str]) -> float:
    """Products and quotients before sums and differences."""
    terms, signs = [values[0]], []
    for operator, value in zip((_OPERATORS[o] for o in operators), values[1:], strict=True):
        if operator == "*":
            terms[-1] *= value
        elif operator == "/":
            terms[-1] = terms[-1] / value if value else math.nan
        else:
            signs.append(1 if operator == "+" else -1)
            terms.append(value)
    return terms[0] + sum(sign * term for sign, term in zip(signs, terms[1:], strict=True))


def _unit(side: str, units: Mapping[str, tuple[str, float]]) -> tuple[str, float]:
    for word in sorted(units, key=len, reverse=True):
        if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", side):
            return units[word]
    return "", 1.0
