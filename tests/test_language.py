"""The words stand apart, are whole, and are written as one counts."""

import ast
import re
from pathlib import Path

import pytest

from analysis import account, units
from analysis.account import told
from analysis.hedges import Interval
from analysis.words import FOLDER, Language, Quantity, WordsError, language

CODE = Path(account.__file__).parent


def test_every_word_that_is_needed_is_there():
    """Telling all of it asks for every message; a missing one is refused."""
    assert told.results() and told.checks() and told.unchecked()
    # parts are written in per cent, see account.result
    shown = units.load().keys() - {"fraction", "fraction-per-year"}
    missing = [id for id in sorted(shown) if not language("en").has(f"unit-{id}")]
    assert missing == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a = one\nb = { $x\n", "line 2"),
        ("a = one\n\na = two\n", "line 3: a is given twice, first in words.ftl, line 1"),
        ("a = one\n    .b = x\n    .b = y\n", "line 1: a.b is given twice"),
    ],
)
def test_a_broken_file_is_refused_with_its_line(tmp_path, text, said):
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "words.ftl").write_text(text, encoding="utf-8")
    with pytest.raises(WordsError, match=re.escape("words.ftl, " + said)):
        Language("en", tmp_path)


def test_an_argument_that_is_not_given_is_named(tmp_path):
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "words.ftl").write_text("a = { $nobody }\n", encoding="utf-8")
    with pytest.raises(WordsError, match=r"a.*nobody"):
        Language("en", tmp_path).message("a")


@pytest.mark.parametrize(
    ("form", "ends", "unit", "digits", "words"),
    [
        ("exact", (1, 1), "outposts", 0, "1 outpost"),
        ("exact", (4, 4), "outposts", 0, "4 outposts"),
        ("exact", (1234567, 1234567), "people", 0, "1,234,567 people"),
        ("exact", (-4, -4), "people", 0, "\N{MINUS SIGN}4 people"),
        ("between", (1234, 1501), "people", -2, "1,200 to 1,600 people"),
    ],
)
def test_numbers_and_units(form, ends, unit, digits, words):
    quantity = Quantity(form, Interval(*ends), None, unit, digits)
    assert language("en").quantity(quantity) == words


@pytest.mark.parametrize("module", [chapter.__name__ for chapter in account.CHAPTERS])
def test_no_sentence_is_typed_into_a_chapter(module):
    tree = ast.parse((CODE / f"{module.rpartition('.')[2]}.py").read_text(encoding="utf-8"))
    # columns that differ are named with blanks between, and so is a docstring's text
    allowed = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.FunctionDef) and ast.get_docstring(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "differ":
            allowed.add(id(node.args[0]))
    typed = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in allowed
        and re.search(r"[A-Za-z]{2,} [A-Za-z]{2,}", node.value)
    ]
    assert typed == []


def test_the_files_of_a_language_are_those_of_the_chapters():
    names = {path.stem for path in (FOLDER / "en").glob("*.ftl")}
    assert {chapter.__name__.rpartition(".")[2] for chapter in account.CHAPTERS} <= names
