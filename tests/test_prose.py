"""Numbers typed into the prose of the book are found, and what is not a typed number passes."""

import csv
import re
from pathlib import Path

import pytest

from analysis import files
from analysis.review import prose, typed

ROOT = Path(__file__).parents[1]


def _found(folder: Path, text: str) -> list[tuple[int, str]]:
    pages = folder / "book"
    pages.mkdir()
    (pages / "page.md").write_text(text, encoding="utf-8")
    return [(number.line, number.found) for number in prose.typed_numbers(pages)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# Title\n\nThe guard had 14 outposts.", [(3, "14")]),
        ("The guard had\nsome 3,400 men and\n5.5% more.", [(2, "3,400"), (3, "5.5%")]),
        ("It was **three times** as dense.", [(1, "three times")]),
        ("It grew in five short years.", [(1, "five short years")]),
        ("A third of the line, twenty-one versts.", [(1, "A third of"), (1, "twenty-one versts")]),
        ("It took hundreds of nights.", [(1, "hundreds of")]),
        ("In 1930 people left.", [(1, "1930")]),
        ("- a list\n- of 12 items", [(2, "12")]),
        ("| a | b |\n|---|---|\n| x | 7 |", [(3, "7")]),
        ("```{note}\n:class: x\n\nThere were 9.\n```", [(4, "9")]),
        ("```{admonition} The 4 metres\nText.\n```", [(1, "4")]),
        ("<p>There were 8.</p>", [(1, "8")]),
        ("[the 40 villages](07-smuggling)", [(1, "40")]),
        ("# Up to 40 villages in 1930", [(1, "40")]),
        ("Formula $x = 12$.", [(1, "12")]),
        ("See section 2 of 3 things.", [(1, "3")]),
    ],
)
def test_a_typed_number_is_found_with_its_line(
    tmp_path: Path, text: str, found: list[tuple[int, str]]
) -> None:
    assert _found(tmp_path, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "{claim}`garrison-bakhty-outposts-1927` and {result}`x-1930|number` times.",
        "# The smugglers of 1927",
        "The two readings of one sentence; three groups of numbers.",
        "See section 2, paragraph 14, and notes 3 and 4.[^1]\n\n[^1]: A mark.",
        "The file `data/2026.csv`.",
        "[a chapter](07-smuggling) and <https://example.org/2026>",
        f"RUDN 25, number 2 (2026), pages 268–283, doi {typed.DOI}.",
        "```{code-cell} ipython3\nprint(12)\n```",
        "```{claims-table}\n:measures: zone-1 zone-2\n```",
        "---\ntitle: 12\n---\n\nText.",
        "% a comment of 12 words",
    ],
)
def test_what_is_computed_or_no_number_passes(tmp_path: Path, text: str) -> None:
    assert _found(tmp_path, text) == []


def test_a_typed_number_is_named_with_file_line_and_what_to_write(tmp_path: Path) -> None:
    (tmp_path / "book").mkdir()
    (tmp_path / "book" / "page.md").write_text("# Title\n\nIn five years.")
    (number,) = prose.typed_numbers(tmp_path / "book")
    assert str(number).startswith("book/page.md:3: “five years” is typed; ")
    assert "{claim}" in str(number) and "accepted.csv" in str(number)


def test_the_book_has_no_typed_number_in_pages_nor_code() -> None:
    assert list(map(str, prose.in_book(ROOT))) == []


def test_every_accepted_phrase_has_a_reason_and_is_used_where_it_is_accepted() -> None:
    with typed.ACCEPTED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    for row in rows:
        found = [path for path in ROOT.glob(row["where"]) if path.is_file()]
        if row["where"] == "*":
            found = files.inside(ROOT / "book", ".md") + files.below(ROOT / "src", ".py")
        # in code a phrase may go on in the next line, between quotation marks
        texts = [re.sub(r'"\s*f?"', "", path.read_text(encoding="utf-8")) for path in found]
        assert row["reason"]
        assert any(row["phrase"] in text for text in texts), row["phrase"]
