"""One function per picture: a tidy frame in, an ``altair`` chart out."""

from analysis.charts import (
    detentions,
    discrepancies,
    garrison,
    map,
    migration,
    populations,
    reading,
    reconciliation,
    smuggling,
    timeline,
    zones,
)

__all__ = [
    "detentions",
    "discrepancies",
    "garrison",
    "map",
    "migration",
    "populations",
    "reading",
    "reconciliation",
    "smuggling",
    "timeline",
    "zones",
]
