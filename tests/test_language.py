"""The words stand apart, are whole, and are written as one counts."""

import ast
import re
import shutil
from pathlib import Path

import pytest

from analysis import account, units
from analysis.account import Settings, World, told
from analysis.account.sentences import Sentences
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


# each word at the head of a question that can be answered with yes or no
ASKING = r"(Did|Do|Does|Was|Were|Is|Are|Can|Could|Has|Have|Had|May|Might|Must|Will|Would) "
ANSWERS = {
    "agree": r"Yes",
    "agree only if": r"Only if (?!if\b|only\b|unless\b)\S.*",
    "different scope": r"They count different things",
    "contradict": r"No(, unless (?!if\b|only\b|unless\b)\S.*)?",
    "cannot be tested": r"Cannot be told",
}


def test_every_question_can_be_answered_with_yes_or_no():
    words = language("en")
    source = words.source()
    asked = re.findall(r"^([a-z0-9-]+) = (.*(?:\n .*)*?)(?=\n    \.finding)", source, re.M)
    cases = account.checks(World.load()).values()
    # two of them ask of two things each
    assert sorted(id for id, _ in asked) == sorted({case.words or case.id for case in cases})
    for id, question in asked:
        assert re.match(ASKING, question), id
        assert question.endswith("?") and question.count("?") == 1, id
        # no alternative, to which yes is no answer, unless the question is whether one can tell
        assert " or " not in question or question.startswith("Can one tell"), id
    for check in told.checks().values():
        assert re.match(ASKING, check.question) and check.question.endswith("?"), check.id


def test_every_verdict_is_an_answer():
    assert set(ANSWERS) == {str(verdict) for verdict in account.Verdict}
    for check in told.checks().values():
        answer = ANSWERS[str(check.verdict)]
        assert re.fullmatch(answer, check.verdict_text), (check.id, check.verdict_text)
        # a condition is a clause behind "if" and "unless", and its page puts the stop
        assert not re.match(r"[A-Z].*\. |.*[.;:?]$", check.condition), check.id
        for variant in check.variants:
            assert re.search(r"the answer is (still )?“[A-Z][^”]*”", variant.text), check.id


def test_what_is_asked_of_charges_is_not_answered_with_an_agreement():
    asked = [c for c in told.checks().values() if "charge" in c.question]
    assert [(check.id, check.verdict_text) for check in asked] == [("charges-dropped", "Yes")]


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


def test_what_a_condition_demands_is_enough(tmp_path):
    """286,000 households of 4.3 are 1,229,800 people: with 1,220,000 they would still not fit."""
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "a.ftl").write_text(
        'out = { END($x, end: "low") } to { END($x, end: "high") }\n'
        'in = { END($x, end: "low", way: "in") } to { END($x, end: "high", way: "in") }\n'
    )
    words = Language("en", tmp_path)
    x = Quantity("between", Interval(1_229_800, 1_716_000), None, "", -4)
    assert words.message("out", x=x) == "1,220,000 to 1,720,000"
    assert words.message("in", x=x) == "1,230,000 to 1,710,000"


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


def test_every_missing_word_is_named_in_one_pass(tmp_path):
    copy = tmp_path / "en"
    shutil.copytree(FOLDER / "en", copy)
    for file, line in (
        ("garrison.ftl", "    .because-office ="),
        ("garrison.ftl", "    .reading-office ="),
        ("units.ftl", "unit-km ="),
        ("assumptions.ftl", "assumption-household-size ="),
        ("zones.ftl", "result-contraband-zone-km ="),
    ):
        text = (copy / file).read_text("utf-8")
        assert text.count(line) == 1
        begins = text.index(line)
        ends = text.index("\n", begins) + 1
        while text[ends:].startswith(("    .symbol", "        ", "    }", "   *", "    [")):
            ends = text.index("\n", ends) + 1
        (copy / file).write_text(text[:begins] + text[ends:].removeprefix("}\n"), "utf-8")
    assert told.missing(Language("en", tmp_path)) == [
        "assumption-household-size",
        "personnel-whose.because-office",
        "personnel-whose.reading-office",
        "result-contraband-zone-km",
        "unit-km",
    ]
    assert told.missing(language("en")) == told.missing(language("ru")) == []


def test_a_condition_that_names_no_reading_is_left_out():
    """200,000 people in 40,000 households or more, or in 83,000: neither with 20 to each."""
    for size, verdict in ((4.6, "agree only if"), (20.0, "contradict")):
        world = World.load().moved(Settings(values={"household-size": size}))
        case = account.checks(world)["early-estimate"]
        said = Sentences(world, language("en")).check(case)
        assert str(case.verdict()) == verdict
        assert bool(said.condition) == (verdict == "agree only if")
        assert said.verdict == ("No" if verdict == "contradict" else f"Only if {said.condition}")
