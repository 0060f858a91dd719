"""Which figures can be true together, at what price, and what follows.

An engine that knows no article and imports nothing of one.
"""

from .balance import Balanced, balance
from .conflict import Conflict, Conflicts, Repair, conflicts
from .propagate import Propagation, propagate
from .sample import Sample, sample
from .system import (
    Flat,
    Identity,
    Quantity,
    System,
    identity,
    ratio,
    share,
    stock_balance,
)

__all__ = [
    "Balanced",
    "Conflict",
    "Conflicts",
    "Flat",
    "Identity",
    "Propagation",
    "Quantity",
    "Repair",
    "Sample",
    "System",
    "balance",
    "conflicts",
    "identity",
    "propagate",
    "ratio",
    "sample",
    "share",
    "stock_balance",
]
