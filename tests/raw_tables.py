"""The tables of the book read with plain csv, for tests that put a result together by hand."""

import csv
from pathlib import Path

DATA = Path(__file__).parents[1] / "data"


def rows(name):
    """The rows of a table as they stand in its file."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def claims():
    """The rows of all tables of claims."""
    found = [row for path in DATA.glob("*.csv") for row in rows(path.stem)]
    return [row for row in found if "as_printed" in row]


def in_print():
    """The claims of the lists of paragraphs.csv, by the order of the sections."""
    order = {row["id"]: int(row["order"]) for row in rows("sections")}
    ordered = sorted(
        rows("paragraphs"), key=lambda row: (order[row["section"]], int(row["paragraph"]))
    )
    listed = [c for row in ordered for c in f"{row['claims']};{row['overleaf']}".split(";")]
    return [claim for claim in listed if claim]
