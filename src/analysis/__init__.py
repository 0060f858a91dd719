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

_MODULES = (
    "account",
    "agreement",
    "charts",
    "claims",
    "export",
    "hedges",
    "periods",
    "places",
    "reconcile",
    "show",
    "tables",
    "text",
    "units",
    "wording",
)
# What a session writes most: figures, what is reckoned with them, and a check of one's own.
_NAMES = {
    "analysis.account.expressions": (
        "assumption",
        "at_least",
        "claim",
        "counted",
        "fits",
        "outside",
        "part",
        "solve",
        "within",
    ),
    "analysis.account.session": ("judge",),
}

__all__ = [*_MODULES, *(name for names in _NAMES.values() for name in names)]


def __getattr__(name: str) -> Any:
    if name == "show":  # the one function: what a notebook or a script calls in every cell
        return import_module("analysis.text").show
    if name in _MODULES:
        return import_module(f"analysis.{name}")
    for module, names in _NAMES.items():
        if name in names:
            return getattr(import_module(module), name)
    raise AttributeError(
        f"module 'analysis' has no attribute {name!r}; it has {', '.join(__all__)}"
    )


def __dir__() -> list[str]:
    return __all__
