"""What the documents say is so: commands, targets, recipes, versions."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from analysis import claims, files, reconcile, tables
from analysis.__main__ import main
from analysis.account import Settings, World, checks, told

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")


def help_of(*arguments, capsys):
    with pytest.raises(SystemExit) as stopped:
        main([*arguments, "--help"])
    assert stopped.value.code == 0
    return capsys.readouterr().out


class TestCommands:
    def commands(self, capsys):
        text = help_of(capsys=capsys).split("commands:")[1]
        return set(re.findall(r"^    ([a-z-]+) ", text, re.M))

    def test_every_command_is_documented(self, capsys):
        documents = README + MAKEFILE + (ROOT / "data" / "CODING.md").read_text("utf-8")
        for command in self.commands(capsys):
            assert f"analysis {command}" in documents, command

    def test_every_documented_command_exists_and_has_help(self, capsys):
        named = set()
        for path in (
            ROOT / "README.md",
            ROOT / "CONTRIBUTING.md",
            *files.inside(ROOT / "book", ".md"),
        ):
            named |= set(re.findall(r"-m analysis ([a-z-]+)", path.read_text("utf-8")))
        assert named and named <= self.commands(capsys)
        for command in named:
            assert "usage: python -m analysis " + command in help_of(command, capsys=capsys)

    def test_every_target_that_the_documents_name_exists(self):
        targets = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.M))
        for path in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"):
            named = re.findall(r"`make ([a-z-]+)", path.read_text("utf-8"))
            assert set(named) <= targets, path.name

    def test_every_target_is_documented(self):
        explained = set(re.findall(r"^([a-z-]+):.*## ", MAKEFILE, re.M))
        named = set(re.findall(r"make ([a-z-]+)", README))
        assert explained - {"help", "requirements"} <= named

    def test_every_path_of_the_layout_exists(self):
        layout = README.split("## Layout")[1].split("```")[1]
        for line in layout.strip().splitlines():
            if line.startswith(" "):
                continue
            for name in line[:24].split():
                assert (ROOT / name).exists(), name


@pytest.fixture(scope="module")
def names():
    """What the recipes leave behind when they have run, in order."""
    text = (ROOT / "book" / "recipes.md").read_text("utf-8")
    names = {}
    for code in re.findall(r"```\{code-cell\} ipython3\n(.*?)```", text, re.S):
        exec(compile(code, "recipes.md", "exec"), names)
    return names


class TestRecipes:
    """The recipes of the book do what their words say."""

    def test_the_invented_claim_is_a_claim(self, names):
        assert claims.load(names["folder"]).loc["migration-zz-invented", "upper"] == 90
        assert len(claims.load(names["folder"])) == len(claims.load()) + 1

    def test_the_check_changes_with_the_claim(self, names):
        printed, imagined = (
            told.checks(data)["households-in-people"].verdict
            for data in (tables.DATA, names["found"])
        )
        assert (str(printed), str(imagined)) == ("contradict", "agree only if")

    def test_the_household_size_moves_the_account(self, names):
        low, high = (
            checks(World.load().moved(Settings(values={"household-size": size})))[
                "balance-republic"
            ]
            for size in (3.7, 6)
        )
        # 83,000 and fewer households of 3.7 leave more for the others than households of 6
        rests = [case.key.value(case.world, likely=True).low for case in (low, high)]
        assert rests[0] - rests[1] == pytest.approx(80_570 * 2.3 * 0.81 * 1.005**6)

    def test_the_village_is_narrowed_as_by_hand(self, names):
        # 80 to 500/4 families of 320/80 to 500/80 persons; 2400/125 to 2600/80 sheep each
        village = names["narrowed"]
        assert village.interval("families") == pytest.approx((80, 125))
        assert village.interval("family_size") == pytest.approx((4, 6.25))
        assert village.interval("sheep_per_family") == pytest.approx((19.2, 32.5))

    def test_more_families_cannot_stand(self, names):
        assert reconcile.propagate(names["system"]).status == "infeasible"


class TestVersion:
    """One version and one date, wherever they are said."""

    VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    CITATION = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    ZENODO = json.loads((ROOT / ".zenodo.json").read_text("utf-8"))
    PACKAGE = json.loads((ROOT / "data" / "datapackage.json").read_text("utf-8"))

    def test_it_is_semantic(self):
        assert re.fullmatch(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)", self.VERSION)

    def test_it_is_the_same_everywhere(self):
        changes = (ROOT / "CHANGELOG.md").read_text("utf-8")
        latest = re.search(r"^## (\S+)", changes, re.M)[1]
        said = {self.CITATION["version"], self.ZENODO["version"], self.PACKAGE["version"], latest}
        assert said == {self.VERSION}

    def test_citation_and_archive_say_the_same(self):
        assert self.ZENODO["title"] == self.CITATION["title"]
        assert self.ZENODO["publication_date"] == self.CITATION["date-released"]
        assert self.ZENODO["keywords"] == self.CITATION["keywords"]
        assert [creator["name"] for creator in self.ZENODO["creators"]] == [
            author["name"] for author in self.CITATION["authors"]
        ]
        [article] = self.ZENODO["related_identifiers"]
        assert article["identifier"] == self.CITATION["references"][0]["doi"]

    def test_the_citation_is_valid(self):
        done = subprocess.run(
            [
                *(sys.executable, "-m", "check_jsonschema", "--builtin-schema"),
                *("vendor.citation-file-format", ROOT / "CITATION.cff"),
            ],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout


def test_no_page_says_on_which_day_it_was_built():
    config = yaml.safe_load((ROOT / "_config.yml").read_text("utf-8"))["sphinx"]["config"]
    # an empty text is a format to Sphinx, and writes the day
    assert config["html_last_updated_fmt"] is None
