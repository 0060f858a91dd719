"""The words of pages and scripts: what is asked for is there, and what is there is used."""

import json
import re
from pathlib import Path

import pytest
import yaml

from analysis import editions, package
from analysis.book import citation, reference, said, sorting
from analysis.words import FOLDER, Language, language

ROOT = package.DATA.parent
BOOK = Path(said.__file__).parent
FILES = ("citation", "pages", "places", "reading")
SCRIPTS = {
    path.name: path.read_text("utf-8")
    for path in (BOOK / "static").glob("*.js")
    if not path.name.endswith(".min.js")
}
CODE = "\n".join(
    path.read_text("utf-8")
    for folder, kind in ((BOOK.parent, "**/*.py"), (BOOK / "templates", "*.html"))
    for path in sorted(folder.glob(kind))
)


def _ids(language: str, file: str) -> list[str]:
    text = (FOLDER / language / f"{file}.ftl").read_text("utf-8")
    return re.findall(r"^([A-Za-z][\w-]*) =", text, re.M)


def _asked(code: str) -> tuple[set[str], set[str]]:
    """Ids that stand in a code, and beginnings of ids that it puts together."""
    whole = set(re.findall(r"""["'`]([a-z][\w-]*)["'`]""", code))
    begun = {begin for begin in re.findall(r"""["'`]([a-z][\w-]*-)[${]""", code) if len(begin) > 3}
    return whole, begun


def test_scripts_ask_only_for_words_that_are_there():
    table = said.table(language("en"))
    for name, script in SCRIPTS.items():
        whole, begun = _asked(script)
        for id in (id for id in whole if id.startswith(said.PREFIX)):
            assert id in table, f"{name}: {id}"
        for begin in (begin for begin in begun if begin.startswith(said.PREFIX)):
            assert any(id.startswith(begin) for id in table), f"{name}: {begin}"


@pytest.mark.parametrize("file", FILES)
def test_no_words_are_left_that_nothing_asks_for(file):
    whole, begun = _asked(CODE + "\n".join(SCRIPTS.values()))
    whole |= {f"{begin}-" for begin in reference.WORDS.values()}
    # handed over, to be put before a value
    begun |= {f"{id.rstrip('-')}-" for id in whole if "-" in id} - {said.PREFIX}
    unused = [
        id
        for id in _ids("en", file)
        if id not in whole and not any(id.startswith(begin) for begin in begun)
    ]
    assert unused == []


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("code", editions.codes()[1:])
def test_every_edition_has_the_same_words(code, file):
    assert _ids(code, file) == _ids("en", file)
    theirs, ours = language(code), language("en")
    for id in _ids("en", file):
        assert theirs.attributes(id) == ours.attributes(id), id
        # what is not named by a number, a name or a case more may be left out, not put in
        assert theirs.variables(id) <= ours.variables(id) | {"latin", "cyrillic"}, id


def test_what_is_counted_has_its_words_by_category(tmp_path):
    (tmp_path / "ru").mkdir()
    text = "page-a = { $count ->\n    [one] { $number } слово\n   *[other] { $number } слова\n}\n"
    (tmp_path / "ru" / "a.ftl").write_text(text + "page-b = из { $all }\nb = нет\n", "utf-8")
    table = said.table(Language("ru", tmp_path))
    assert table["page-b"] == "из {all}"
    assert set(table) == {"page-a", "page-b"}
    assert set(table["page-a"]) == {"one", "few", "many", "other"}
    assert table["page-a"]["one"] == "{number} слово"


def test_the_script_is_whole_and_its_table_is_json():
    script = said.script(language("en"))
    found = re.search(r"const words = (\{.*?\n\});", script, re.S)
    assert json.loads(found[1]) == said.table(language("en"))


def test_title_and_authors_are_those_of_the_citation_file():
    stated = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert citation.title() == stated["title"]
    assert citation.authors() == [author["name"] for author in stated["authors"]]


RUSSIAN = """
form-over = более { $best }
form-range = от { $low } до { $high }
date-year = { $year } г.
date-about = ок. { $date }
date-early = начало { $date }
date-from = с { $date }
date-until = до { $date }
date-season = { $season ->
    [spring] весна
   *[other] зима
} { $year } г.
date-decade = { $part ->
    [mid] середина
    [late] конец
   *[early] начало
} { $decade }-х гг.
"""


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("28 мая 1918 г.", 1918.4086),
        ("весна 1932 г.", 1932.25),
        ("середина 1930-х гг.", 1934.5),
        ("начало 1930-х гг.", 1930.5),
        ("1930–1933 гг.", 1930),
        ("ок. 1920 г.", 1920),
        ("более 400\N{NO-BREAK SPACE}000 человек", 400_000),
        ("от 4,3 до 6", 4.3),
        ("\N{MINUS SIGN}1\N{NO-BREAK SPACE}300", -1300),
        ("40,000 farms", 40_000),
        ("over 12,000 people", 12_000),
        ("Бахты", None),
    ],
)
def test_cells_of_another_language_sort_by_what_they_mean(tmp_path, monkeypatch, cell, value):
    (tmp_path / "ru").mkdir()
    (tmp_path / "ru" / "a.ftl").write_text(RUSSIAN, "utf-8")
    words = Language("ru", tmp_path)
    monkeypatch.setattr(sorting, "current", lambda: words)
    assert sorting.key(cell) == value
