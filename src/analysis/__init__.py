"""Figures of one article on the Kazakh-Xinjiang border, with what their hedges leave possible.

>>> import analysis
>>> frame = analysis.claims.load()
>>> frame.loc["garrison-personnel-mid-1930s", ["hedge", "lower", "upper", "unit"]].to_dict()
{'hedge': 'nearly', 'lower': nan, 'upper': 3400.0, 'unit': 'people'}
>>> print(analysis.claims.interval(frame, "garrison-bakhty-outposts-1927"))
4

A module is read when its name is first used, so importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

# Set in the environment while the book is built: charts then leave their description.
SWITCH = "ANALYSIS_BOOK"

__all__ = [
    "accounts",
    "agreement",
    "charts",
    "claims",
    "export",
    "hedges",
    "measures",
    "periods",
    "places",
    "reconcile",
    "show",
    "tables",
    "text",
    "units",
    "whatif",
    "wording",
]


def __getattr__(name: str) -> Any:
    if name == "show":  # the one function: what a notebook or a script calls in every cell
        return import_module("analysis.text").show
    if name in __all__:
        return import_module(f"analysis.{name}")
    raise AttributeError(
        f"module 'analysis' has no attribute {name!r}; it has {', '.join(__all__)}"
    )


def __dir__() -> list[str]:
    return __all__
