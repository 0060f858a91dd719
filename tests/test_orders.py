"""The list for the reading room, put together again from the tables with plain csv."""

import csv
import io
from collections import defaultdict

import pytest
from raw_tables import claims, rows

from analysis import orders, spreadsheet
from analysis.account import told


def listed():
    content = spreadsheet.csv_bytes(orders.HEAD, orders.rows()).decode()
    return list(csv.DictReader(io.StringIO(content)))


def by_hand():
    """Shelf mark to the notes of a file."""
    files = defaultdict(set)
    for row in rows("sources"):
        if row["kind"] == "archive":
            files[row["archive"], row["fond"], row["opis"], row["delo"]].add(row["footnote"])
    return files


def shelf(row):
    return row["archive"], row["fond"], row["opis"], row["delo"]


@pytest.mark.long
def test_every_file_stands_once_with_its_notes_and_leaves():
    files = by_hand()
    assert {shelf(row): set(row["notes"].split("; ")) for row in listed()} == files
    leaves = defaultdict(set)
    for row in rows("sources"):
        if row["leaves"]:
            leaves[shelf(row)].add(row["leaves"])
    for row in listed():
        assert set(filter(None, row["leaves"].split("; "))) == leaves[shelf(row)]


def test_the_figures_are_those_under_its_notes():
    for row in listed():
        notes = by_hand()[shelf(row)]
        under = {c["id"] for c in claims() if (c["footnote"] or c["passage_note"]) in notes}
        assert set(filter(None, row["claims"].split(";"))) == under, shelf(row)


def test_the_verdicts_are_those_that_read_them():
    for row in listed():
        under = set(row["claims"].split(";"))
        reading = [check for check in told.checks().values() if under & set(check.claims)]
        assert int(row["verdicts_hanging"]) == len(reading)


def test_what_it_settles_names_the_file_itself():
    # the sentence that says where to look prints the shelf mark in full
    for row in listed():
        mark = f"f. {row['fond']}, op. {row['opis']}, d. {row['delo']}"
        naming = [
            check.id
            for check in told.checks().values()
            if any(f"note {n}:" in check.settles for n in by_hand()[shelf(row)])
            and row["archive"] in check.settles
            and mark in check.settles
        ]
        bare = [id for id in row["checks"].split(";") if id and id not in naming]
        # a check may name a note without repeating what it stands for
        assert set(naming) <= set(row["checks"].split(";")) or not naming
        assert all("note " in told.checks()[id].settles for id in bare)


def test_the_first_settle_most():
    ranks = [(row["checks"].count(";") + bool(row["checks"]), int(row["verdicts_hanging"]))
             for row in listed()]  # fmt: skip
    assert ranks == sorted(ranks, reverse=True)
    assert [int(row["rank"]) for row in listed()] == list(range(1, len(ranks) + 1))


def test_names_stand_in_both_scripts():
    for row in listed():
        assert row["archive_latin"].isascii() or "’" in row["archive_latin"]
        letters = [letter for letter in row["archive_cyrillic"] if letter.isalpha()]
        assert all("\u0400" <= letter <= "\u04ff" for letter in letters)
