"""The other languages: the same pages, messages and rows, and nothing out of date."""

import csv
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from analysis import editions, export, tables, wording
from analysis.review import drift, translated
from analysis.words import Language

ROOT = Path(__file__).parents[1]
OTHERS = editions.codes()[1:]


@pytest.mark.parametrize("code", OTHERS)
def test_no_edition_has_drifted(code):
    assert drift.found(ROOT, code) == []


@pytest.fixture
def copy(tmp_path):
    """Pages, data and words that a test may change."""
    for name in ("book", "data", "words"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


def change(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "named"),
    [
        ("words/ru/pages/05-migration.md", "{result}`persons-per-household`", "", "missing"),
        ("words/ru/pages/05-migration.md", "## ", "### ", "block"),
        ("words/ru/pages/05-migration.md", "size = assumption", "much = assumption", "block"),
        ("words/ru/common.ftl", "form-exact =", "form-exakt =", "form-exact: missing"),
        ("words/ru/common.ftl", "не менее { $low }", "не менее", "form-least: $low is not said"),
        ("words/ru/tables/migration.csv", "migration-bai-farms-1928,", "x,", "is missing"),
        ("book/05-migration.md", "The totals of the great flight", "All totals", "changed"),
        ("words/en/common.ftl", "any number", "every number", "form-any: the original has changed"),
        ("data/migration.csv", "bai farms to be confiscated", "bai farms that were", "changed"),
    ],
)
def test_a_change_on_one_side_is_named(copy, file, old, new, named):
    change(copy / file, old, new)
    found = drift.found(copy, "ru")
    assert found and any(named in line for line in found), found


def test_what_was_looked_at_is_accepted(copy):
    change(copy / "words/en/common.ftl", "any number", "every number")
    drift.accept(copy, "ru")
    assert drift.found(copy, "ru") == []


@pytest.mark.parametrize(
    ("file", "old", "new", "number"),
    [
        ("words/ru/migration.ftl", " = ", " = 17 ", "17"),
        ("words/ru/pages/05-migration.md", "# Откочёвка", "# Откочёвка 1,5", "1,5"),
        ("words/ru/tables/events.csv", "Опий", "Опий 99", "99"),
    ],
)
def test_a_number_that_only_the_translation_has_is_found(copy, file, old, new, number):
    if old not in (copy / file).read_text("utf-8"):
        old = (copy / file).read_text("utf-8").splitlines()[10]
        new = f"{old} {number}"
    change(copy / file, old, new)
    assert [(each.file, each.found) for each in translated.typed_numbers(copy)] == [(file, number)]


class TestRussian:
    """Plurals, cases, numbers and dates, against what a grammar says."""

    words = Language("ru")

    @pytest.mark.parametrize(
        ("number", "said"),
        [(1, "1 застава"), (4, "4 заставы"), (14, "14 застав"), (21, "21 застава")],
    )
    def test_a_count(self, number, said):
        written, count = self.words.number(number, 0)
        assert self.words.with_unit(written, "outposts", count) == said

    @pytest.mark.parametrize(
        ("value", "digits", "written"),
        [(400000, 0, "400 000"), (1636, 0, "1 636"), (65.75, 2, "65,75"), (-0.5, 1, "−0,5")],
    )
    def test_a_number(self, value, digits, written):
        assert self.words.number(value, digits)[0].replace("\N{NO-BREAK SPACE}", " ") == written

    @pytest.mark.parametrize(
        ("date", "said"),
        [
            ("1918-05-28", "28 мая 1918 г."),
            ("1925-06", "июнь 1925 г."),
            ("1930/1933", "1930–1933 гг."),
            ("1932-21", "весна 1932 г."),
            ("1934~/1936~", "середина 1930-х гг."),
            ("../1924-02", "до февраля 1924 г."),
        ],
    )
    def test_a_date(self, monkeypatch, date, said):
        monkeypatch.setenv(editions.CHOSEN, "ru")
        assert wording.date(date).replace("\N{NO-BREAK SPACE}", " ") == said

    def test_a_file_of_an_archive(self, monkeypatch):
        monkeypatch.setenv(editions.CHOSEN, "ru")
        frame = tables.read("sources")
        row = frame[(frame["delo"] == "438") & (frame["leaves"] == "76")].iloc[0]
        assert wording.source(row).replace("\N{NO-BREAK SPACE}", " ") == (
            "Специальный государственный архив Комитета национальной безопасности "
            "Республики Казахстан (СГА КНБ РК), ф. 9, оп. 1, д. 438, л. 76"
        )


def test_the_data_travel_in_the_first_language_with_the_others_as_labels(monkeypatch):
    usual = export.files()
    monkeypatch.setenv(editions.CHOSEN, "ru")
    assert export.files() == usual


def test_every_text_of_a_table_stands_in_the_labels(monkeypatch):
    from analysis.export import labels

    found = {row[1:5]: row[5] for row in labels.rows()}
    with (ROOT / "words/ru/tables/places.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            assert found[("ru", "places", row["id"], "name")] == row["name"]
    assert found[("ru", "units", "outposts", "name")] == "застава"


class TestThirdLanguage:
    """A language is a folder: one that is made up, each word marked, needs no code."""

    def test_a_made_up_language_says_everything(self, copy):
        marked = "\N{DEGREE SIGN}"
        home = copy / "words" / "en"
        made = copy / "words" / "eo"
        made.mkdir()
        for path in home.glob("*.ftl"):
            text = re.sub(r"(?m)^([a-z][\w-]* =|    \.[\w-]+ =) (?=\S)", rf"\1 {marked}",
                          path.read_text("utf-8"))  # fmt: skip
            (made / path.name).write_text(text, "utf-8")
        shutil.copytree(copy / "book", made / "pages", ignore=shutil.ignore_patterns("images"))
        code = (
            "from analysis.account import told\n"
            "from analysis import text\n"
            "print(next(iter(told.checks().values())).question)\n"
            "print(text.confronted('migration').columns[0])\n"
        )
        src = shutil.copytree(ROOT / "src", copy / "src")
        environment = os.environ | {editions.CHOSEN: "eo", "PYTHONPATH": str(src)}
        said = subprocess.run(
            [sys.executable, "-c", code],
            env=environment, cwd=copy, capture_output=True, encoding="utf-8", check=True,
        ).stdout.splitlines()  # fmt: skip
        assert all(line.startswith(marked) for line in said), said
