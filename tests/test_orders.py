"""The list for the reading room, put together again from the tables with plain csv."""

import csv
import io
import os
import re
import subprocess
import sys
from collections import defaultdict
from functools import cache

import pytest
from raw_tables import claims, rows

from analysis import orders, spreadsheet
from analysis.account import told


@cache
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


def test_it_settles_the_checks_whose_sentence_prints_its_shelf_mark():
    for row in listed():
        mark = rf"f\. {row['fond']}, op\. {row['opis']}, d\. {row['delo']}\b"
        naming = {
            check.id
            for check in told.checks().values()
            if row["archive"] in check.settles and re.search(mark, check.settles)
        }
        assert set(filter(None, row["checks"].split(";"))) == naming, shelf(row)
    assert sum(bool(row["checks"]) for row in listed()) > 5


_SETTLED = "from analysis import orders; print([(f.anchor, f.settles) for f in orders.files()])"


@pytest.mark.long
def test_an_edition_in_another_language_has_the_same_list():
    said = [
        subprocess.run(
            [sys.executable, "-c", _SETTLED],
            env=os.environ | {"ANALYSIS_LANGUAGE": code},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for code in ("en", "ru")
    ]
    assert said[0] == said[1]


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
