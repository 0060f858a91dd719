"""Text with numbers in it, filled from the data: the same words in the book and outside it."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from analysis import text

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("{claim}`garrison-personnel-mid-1930s`", "nearly 3,400 people"),
        ("{claim}`garrison-personnel-mid-1930s|number`", "nearly 3,400"),
        ("{claim}`garrison-bakhty-outposts-1927|as-printed`", "four outposts"),
        ("{claim}`garrison-bakhty-outposts-1932|period`", "1932"),
        ("{result}`bakhty-km-per-outpost-1927`", "131.5 km per outpost"),  # 526 / 4
        ("{result}`bakhty-km-per-outpost-1927|number`", "131.5"),
        ("{check}`households-in-people|verdict`", "No"),
        ("{assumption}`hedge-about-width|percent`", "10\N{NO-BREAK SPACE}%"),
        ("{unit}`versts`", "1.0668\N{NO-BREAK SPACE}km"),
    ],
)
def test_a_role_becomes_its_words(role, words):
    assert text.fill(f"**{role}**, and `code`") == f"**{words}**, and `code`"


@pytest.mark.parametrize(
    "role", ["{claim}`nobody`", "{claim}`garrison-checkpoints|weight`", "{result}`nothing|number`"]
)
def test_a_role_that_is_not_known_is_named(role):
    with pytest.raises(KeyError, match=re.escape(role)):
        text.fill(f"A {role}")


def test_the_claims_of_a_table_in_words():
    shown = text.claims_table(tables=["garrison"], measures=["outposts"])
    assert list(shown.columns) == ["claim", "period", "figure", "as printed", "note"]
    row = shown.loc["garrison-bakhty-outposts-1932"]
    assert (row["period"], row["figure"], row["as printed"]) == (
        "1932",
        "14 outposts",
        "“14 outposts”",
    )
    assert len(text.claims_table()) > len(shown)


def test_the_checks_of_a_table():
    shown = text.confronted("garrison")
    assert "bakhty-twice" in shown.index and "opium-beyond-zones" not in shown.index
    assert shown.loc["bakhty-twice", "answer"].startswith("Cannot be told")


@pytest.mark.long
def test_without_a_notebook_it_is_printed_and_charts_are_saved(tmp_path):
    code = (
        "import analysis\n"
        "analysis.show('**On** [it](https://e.org/a): {claim}`garrison-checkpoints`')\n"
        "analysis.show(None)\n"
        "from analysis.account.garrison import km_per_outpost as lengths\n"
        "analysis.show(analysis.charts.garrison.km_per_outpost(lengths))\n"
        "analysis.show(analysis.text.claims_table(tables=['garrison']).head(1))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    first, title, *rest = done.stdout.split("\n\n")[0:2] + done.stdout.splitlines()[3:]
    assert first == "**On** it: 3 checkpoints"
    assert "4 outposts and for 14 outposts" in title
    chart = tmp_path / "charts" / "km-per-outpost.html"
    assert any(str(chart.relative_to(tmp_path)) in line for line in rest)
    assert "131.5" in chart.read_text("utf-8")
    assert any("garrison-" in line for line in rest)
