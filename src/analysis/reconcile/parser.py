"""Reads an identity as it is written into terms and bounds; see :func:`.system.identity`."""

from __future__ import annotations

import math
import re
import sys

Factors = tuple[tuple[str, float], ...]
# the sum of products that an expression stands for: coefficient of each product of powers
Sum = dict[Factors, float]

_TOKEN = re.compile(
    r"(?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)"
    r"|(?P<name>[^\W\d]\w*)"
    r"|`(?P<quoted>[^`\n]+)`"
    r"|(?P<sign>\*\*|<=|>=|==|[-+*/^=()])"
)
_NOISE = 4 * sys.float_info.epsilon
_DEEPEST = 50
_LARGEST_POWER = 12


def parse(text: str) -> tuple[tuple[tuple[float, Factors], ...], float, float]:
    """Terms, low and high of an identity.

    Raises:
        ValueError: with the text, the position (from 1) and what was expected there.
    """
    return _Parser(text).identity()


class _Parser:
    """Recursive descent: sum, product, sign, power, atom."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[tuple[str, str, int]] = []
        self.next = 0
        self.depth = 0
        at = 0
        while at < len(text):
            if text[at].isspace():
                at += 1
                continue
            match = _TOKEN.match(text, at)
            if match is None:
                raise self.fault(at, "a name, a number, an operator or a bracket")
            kind = match.lastgroup or ""
            self.tokens.append((kind, match[kind], at))
            at = match.end()
        self.tokens.append(("end", "", len(text)))

    def fault(self, at: int, expected: str) -> ValueError:
        found = repr(self.text[at]) if at < len(self.text) else "the end"
        return ValueError(
            f"identity {self.text!r}: position {at + 1}: expected {expected}, found {found}"
        )

    def reject(self, at: int, why: str) -> ValueError:
        return ValueError(f"identity {self.text!r}: position {at + 1}: {why}")

    def take(self, *signs: str) -> str | None:
        """The next token if it is one of these signs."""
        kind, token, _ = self.tokens[self.next]
        if kind == "sign" and token in signs:
            self.next += 1
            return token
        return None

    @property
    def at(self) -> int:
        return self.tokens[self.next][2]

    def identity(self) -> tuple[tuple[tuple[float, Factors], ...], float, float]:
        sides = [self.sum()]
        signs = []
        places = []
        while True:
            place = self.at
            sign = self.take("=", "==", "<=", ">=")
            if sign is None:
                break
            signs.append(sign.replace("==", "="))
            places.append(place)
            sides.append(self.sum())
        if self.tokens[self.next][0] != "end":
            raise self.fault(self.at, "an operator, '=', '<=' or '>='")
        if not signs:
            raise self.fault(self.at, "'=', '<=' or '>='")
        if len(signs) == 1:
            low = -math.inf if signs[0] == "<=" else 0.0
            high = math.inf if signs[0] == ">=" else 0.0
            return _terms(_add(sides[0], sides[1], -1.0)), low, high
        first, last = _constant(sides[0]), _constant(sides[-1])
        if first is None or last is None or signs not in (["<=", "<="], [">=", ">="]):
            raise self.reject(places[1], "a second comparison needs number <= ... <= number")
        low, high = (first, last) if signs[0] == "<=" else (last, first)
        return _terms(sides[1]), low, high

    def sum(self) -> Sum:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise self.reject(self.at, f"brackets nest deeper than {_DEEPEST}")
        total = self.product()
        while sign := self.take("+", "-"):
            total = _add(total, self.product(), 1.0 if sign == "+" else -1.0)
        self.depth -= 1
        return total

    def product(self) -> Sum:
        result = self.signed()
        while True:
            place = self.at
            sign = self.take("*", "/")
            if sign is None:
                return result
            other = self.signed()
            result = _multiply(result, self.power(other, -1.0, place) if sign == "/" else other)

    def signed(self) -> Sum:
        sign = 1.0
        while token := self.take("+", "-"):
            sign = -sign if token == "-" else sign
        value = self.raised()
        return value if sign > 0 else _scale(value, -1.0)

    def raised(self) -> Sum:
        base = self.atom()
        place = self.at
        if self.take("^", "**") is None:
            return base
        sign = -1.0 if self.take("-") else 1.0
        at = self.at
        exponent = _constant(self.atom())
        if exponent is None:
            raise self.reject(at, "a power is a number")
        if self.tokens[self.next][1] in ("^", "**"):
            raise self.reject(self.at, "a power of a power needs brackets")
        return self.power(base, sign * exponent, place)

    def atom(self) -> Sum:
        kind, token, at = self.tokens[self.next]
        if kind == "number":
            self.next += 1
            value = float(token)
            if not math.isfinite(value):
                raise self.reject(at, f"{token} is too large for a number")
            return {(): value}
        if kind in ("name", "quoted"):
            self.next += 1
            return {((token, 1.0),): 1.0}
        if self.take("("):
            inner = self.sum()
            if self.take(")") is None:
                raise self.fault(self.at, "')'")
            return inner
        raise self.fault(at, "a name, a number or '('")

    def power(self, base: Sum, exponent: float, at: int) -> Sum:
        """The base raised to a number, as a sum of products again."""
        whole = exponent == int(exponent)
        if len(base) > 1:
            if not whole or not 0 <= exponent <= _LARGEST_POWER:
                raise self.reject(
                    at,
                    "a sum cannot be divided by or raised to this power; name it first: "
                    "total = ... in an identity of its own",
                )
            result: Sum = {(): 1.0}
            for _ in range(int(exponent)):
                result = _multiply(result, base)
            return result
        ((factors, coefficient),) = base.items() if base else {(): 0.0}.items()
        if coefficient == 0 and exponent <= 0:
            raise self.reject(at, "division by zero")
        # (x^2)^0.5 is |x| and not x, so roots are taken of single quantities only
        if not whole and (coefficient < 0 or (factors and factors[0][1] != 1) or len(factors) > 1):
            raise self.reject(at, "a power that is not a whole number belongs to a single quantity")
        raised = tuple((name, power * exponent) for name, power in factors)
        try:
            return {raised: coefficient**exponent}
        except OverflowError:
            raise self.reject(at, "the number is too large") from None


def _add(left: Sum, right: Sum, sign: float) -> Sum:
    total = dict(left)
    for factors, coefficient in right.items():
        before, more = total.pop(factors, 0.0), sign * coefficient
        # 0.1x + 0.2x - 0.3x is nothing, although the three doubles leave 6e-17
        if abs(before + more) > _NOISE * max(abs(before), abs(more)):
            total[factors] = before + more
    return total


def _scale(value: Sum, factor: float) -> Sum:
    return {factors: factor * coefficient for factors, coefficient in value.items()}


def _multiply(left: Sum, right: Sum) -> Sum:
    product: Sum = {}
    for a, x in left.items():
        for b, y in right.items():
            powers: dict[str, float] = {}
            for name, power in a + b:
                powers[name] = powers.get(name, 0.0) + power
            key = tuple(item for item in powers.items() if item[1] != 0)
            product[key] = product.get(key, 0.0) + x * y
    return product


def _constant(value: Sum) -> float | None:
    return value.get((), 0.0) if all(not factors for factors in value) else None


def _terms(value: Sum) -> tuple[tuple[float, Factors], ...]:
    return tuple((coefficient, factors) for factors, coefficient in value.items())
