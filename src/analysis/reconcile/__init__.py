"""Which figures can be true together, at what price, and what follows.

An engine that knows no article and imports nothing of one.
"""

from .propagate import Propagation, propagate
from .system import (
    Flat,
    Identity,
    Quantity,
    System,
    balance,
    identity,
    ratio,
    share,
)

__all__ = [
    "Flat",
    "Identity",
    "Propagation",
    "Quantity",
    "System",
    "balance",
    "identity",
    "propagate",
    "ratio",
    "share",
]
