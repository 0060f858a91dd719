"""Numbers typed into strings of the code are found, and what is not a typed number passes."""

from pathlib import Path

import pytest

from analysis.review import messages, prose, strings


def _found(folder: Path, code: str) -> list[tuple[int, str]]:
    package = folder / "src" / "analysis"
    package.mkdir(parents=True)
    (package / "module.py").write_text(code, encoding="utf-8")
    return [(number.line, number.found) for number in strings.typed_numbers(package)]


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('finish(title="By spring 43,500 arrived")', [(1, "43,500")]),
        ('x = 1\ntitle = f"{a} and 12 outposts"', [(2, "12")]),
        ('f"{3400:,} guards stood there"', [(1, "3400")]),
        ('text = (\n    "A sentence that goes on "\n    "to 526 km."\n)', [(3, "526")]),
        ('label = "22 or 50 km deep"', [(1, "22"), (1, "50")]),
        ('x = f"{a} / 10"', [(1, "10")]),
        ('number = "43,500"', [(1, "43,500")]),
        ('Reading("three times as dense")', [(1, "three times")]),
        ('x = "Did 1900 people come?"', [(1, "1900")]),
        ("x = f\"<p class='h2'>{a} of 14</p>\"", [(1, "14")]),
        ("x = '''<img alt=" + '"All 14 posts" width="640">' + "'''", [(1, "14")]),
        ('x = "a" if b else "some 9 men"', [(1, "9")]),
    ],
)
def test_a_number_in_a_string_is_found_with_its_line(
    tmp_path: Path, code: str, found: list[tuple[int, str]]
) -> None:
    assert _found(tmp_path, code) == found


@pytest.mark.parametrize(
    "code",
    [
        'claims.loc["garrison-bakhty-outposts-1927"]',
        'f"zones-{year}-22-versts"',
        'def f():\n    """Reads 14 outposts."""',
        'raise ValueError("not between 0 and 100")',
        'x = f"{value:>12,.1f} people and {other!r:10}"',
        '"#0a6aa6", "utf-8", "https://example.org/2026/1", "application/vnd.vegalite.v6+json"',
        'x = "The report of 28 March 1923, and of 1930-06"',
        'x = f"{a} / {b} − 1"; y = f"1 : {c:,}"',
        'x = f"outposts per 100 km: {a}"; y = "{0} / {1} × 100"',
        'x = f"drawn at {n} million"',
        'x = "UTF-8 without a byte order mark; SHA-256"',
        're.compile(r"[1-9] or [0-9]{3}")',
        "x = f\"<td colspan='2'>{a} in all</td>\"",
        'x = "See section 2 and notes 3 and 4"',
        "# 14 outposts\nx = [14, 3400]",
    ],
)
def test_a_name_a_form_and_what_is_computed_pass(tmp_path: Path, code: str) -> None:
    assert _found(tmp_path, code) == []


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ('show("14 outposts")', [(4, "14")]),
        ("x = 1\n# some 3,400 men", [(5, "3,400")]),
        ('def f():\n    """Takes 12 men."""', [(5, "12")]),
        ("f(size=4.6, year=1930)", []),
        ("not python 14", []),
    ],
)
def test_in_a_code_cell_strings_and_comments_are_read(
    tmp_path: Path, cell: str, found: list[tuple[int, str]]
) -> None:
    pages = tmp_path / "book"
    pages.mkdir()
    page = f"Text.\n\n```{{code-cell}} ipython3\n{cell}\n```\n"
    (pages / "page.md").write_text(page, encoding="utf-8")
    numbers = prose.typed_numbers(pages)
    assert [(number.line, number.found) for number in numbers] == found


def test_a_typed_number_is_named_with_file_line_and_what_is_allowed(tmp_path: Path) -> None:
    package = tmp_path / "src" / "analysis"
    package.mkdir(parents=True)
    (package / "charts.py").write_text('title = "Some 43,500 arrived"')
    (number,) = strings.typed_numbers(package)
    assert str(number).startswith("src/analysis/charts.py:1: “43,500” is typed; compute it")
    assert "allowed are years" in str(number) and "accepted.csv" in str(number)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("a = { $people } left\n    .line-b = 43,500 of them\n", [(2, "43,500")]),
        ("a = { $of ->\n    [one] one of 14 posts\n   *[other] { $n } posts\n  }\n", [(2, "14")]),
        ("## 14 groups\n# 15\na = In 1930 { $n } of { $all }, note 4\n", []),
        ("a = a map of 1 : { $millions } million\n", []),
    ],
)
def test_a_number_in_the_words_of_a_language_is_found(
    tmp_path: Path, words: str, found: list[tuple[int, str]]
) -> None:
    folder = tmp_path / "words" / "en"
    folder.mkdir(parents=True)
    (folder / "some.ftl").write_text(words, encoding="utf-8")
    listed = messages.typed_numbers(folder.parent)
    assert [(number.line, number.found) for number in listed] == found
