"""One function per picture: a tidy frame in, an ``altair`` chart out."""

from analysis.charts import (
    detentions,
    discrepancies,
    garrison,
    migration,
    populations,
    reading,
    reconciliation,
    smuggling,
    zones,
)

__all__ = [
    "detentions",
    "discrepancies",
    "garrison",
    "migration",
    "populations",
    "reading",
    "reconciliation",
    "smuggling",
    "zones",
]
