"""One function per picture: a tidy frame in, an ``altair`` chart out.

A module is read when its name is first used: a chapter depends on the charts that it draws alone.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

__all__ = [
    "detentions",
    "discrepancies",
    "garrison",
    "hedged",
    "map",
    "migration",
    "populations",
    "reading",
    "reconciliation",
    "smuggling",
    "theme",
    "timeline",
    "zones",
]


def __getattr__(name: str) -> ModuleType:
    if name in __all__:
        return import_module(f"analysis.charts.{name}")
    raise AttributeError(
        f"module 'analysis.charts' has no attribute {name!r}; it has {', '.join(__all__)}"
    )


def __dir__() -> list[str]:
    return __all__
