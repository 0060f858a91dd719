"""What a figure was derived from, step by step.

>>> origins("c", {"c": ("b",), "b": ("a",)})
('b', 'a')
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def origins(id: str, parents: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """All that a figure leads back to, the nearest first; itself too, if it goes round in a circle.

    Args:
        id: a claim, an assumption or an outside figure.
        parents: what each was derived from; whoever is not there was derived from nothing.
    """
    found: dict[str, None] = {}
    waiting = list(parents.get(id, ()))
    while waiting:
        parent = waiting.pop(0)
        if parent not in found:
            found[parent] = None
            waiting += parents.get(parent, ())
    return tuple(found)
