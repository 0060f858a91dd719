"""The other languages: the same pages, messages and rows, and nothing out of date."""

import csv
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from analysis import editions, export, files, tables, wording
from analysis.book.environment import ALONE
from analysis.review import drift, translated
from analysis.words import Language

ROOT = Path(__file__).parents[1]
OTHERS = editions.codes()[1:]
LISTS = {"heading"}  # columns that hold a list


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


@pytest.mark.long
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


@pytest.mark.long
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


def test_texts_without_ids_are_refused_by_the_name_of_their_file(tmp_path, monkeypatch):
    monkeypatch.setattr(editions, "FOLDER", tmp_path)
    (tmp_path / "ru" / "tables").mkdir(parents=True)
    (tmp_path / "ru" / "tables" / "places.csv").write_text("name\nЧугучак\n", "utf-8")
    with pytest.raises(ValueError, match=r"places\.csv: the columns are name; expected id"):
        editions.texts("places", "ru")


MARK = "\N{DEGREE SIGN}"


def _marked(text):
    """Messages with a mark before the words of each; an order is no word."""
    return re.sub(r"(?m)^((?!cite-order)[a-z][\w-]* =|    \.[\w-]+ =) (?=\S)", rf"\1 {MARK}", text)


@pytest.fixture(scope="module")
def made_up(tmp_path_factory):
    """The whole book in a made-up language, built from a folder that no code knows."""
    home = tmp_path_factory.mktemp("made up")
    for name in ("book", "data", "src", "benchmarks", "codecheck"):
        shutil.copytree(ROOT / name, home / name, ignore=shutil.ignore_patterns("*.pyc.*"))
    for path in files.inside(ROOT):
        shutil.copy(path, home)
    shutil.copytree(ROOT / "words" / "en", home / "words" / "en")
    made = home / "words" / "eo"
    shutil.copytree(home / "book", made / "pages", ignore=shutil.ignore_patterns("images"))
    for path in (made / "pages").glob("*.md"):
        path.write_text(re.sub(r"(?m)^# ", f"# {MARK}", path.read_text("utf-8"), count=1), "utf-8")
    for path in (home / "words" / "en").glob("*.ftl"):
        (made / path.name).write_text(_marked(path.read_text("utf-8")), "utf-8")
    (made / "tables").mkdir()
    for path in files.inside(ROOT / "words" / "ru" / "tables", ".csv"):
        texts = editions.texts(path.stem, "ru")
        with (made / "tables" / path.name).open("w", encoding="utf-8", newline="") as file:
            table = csv.writer(file, lineterminator="\n")
            ids = sorted({id for column in texts.values() for id in column})
            table.writerow(["id", *texts])
            table.writerows(
                [id, *(MARK + id if id in texts[c] and c not in LISTS else "" for c in texts)]
                for id in ids
            )
    environment = os.environ | {
        editions.CHOSEN: "eo", "PYTHONPATH": str(home / "src"), ALONE: "1",
    }  # fmt: skip
    built = home / "_build" / "work" / "eo"
    command = [sys.executable, "-m", "analysis.book.build", "edition", str(built), "2"]
    done = subprocess.run(
        command, cwd=home, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return built / "html"


@pytest.mark.long
class TestThirdLanguage:
    """A language is a folder: one that is made up, each word marked, needs no code."""

    def test_it_has_every_page(self, made_up):
        first = {path.stem for path in files.inside(ROOT / "book", ".md")}
        assert first <= {path.stem for path in (made_up / "book").glob("*.html")}

    def test_each_page_is_in_it_and_leads_to_the_first(self, made_up):
        for path in (made_up / "book").glob("*.html"):
            soup = BeautifulSoup(path.read_text("utf-8"), "html.parser")
            if soup.select_one("meta[http-equiv=refresh]"):
                continue
            assert soup.html["lang"] == "eo"
            assert soup.h1.get_text().startswith(MARK), path.stem
            assert [link["hreflang"] for link in soup.select(".editions a")] == ["en"]

    def test_its_words_are_those_of_its_folder(self, made_up):
        soup = BeautifulSoup((made_up / "book" / "checks.html").read_text("utf-8"), "html.parser")
        parts = soup.select(".check h2, .check .verdict strong, .chart-title, .fold > summary > b")
        assert parts
        for part in parts:
            assert MARK in part.get_text(), part
