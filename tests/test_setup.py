"""What set-up installs: three lists, each inside the next."""

import re
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LISTS = ["requirements-notebooks", "requirements", "requirements-tests"]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def asked(name):
    """The lines of a list's source that ask for something."""
    text = (ROOT / f"{name}.in").read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def pinned(name):
    """What a list installs: pairs of name and version."""
    text = (ROOT / f"{name}.txt").read_text("utf-8")
    return set(re.findall(r"^([a-z0-9-]+)==([^ ]+)", text, re.M))


def plain(requirement):
    return re.match(r"[A-Za-z0-9-]+", requirement)[0].lower()


class TestLists:
    @pytest.mark.parametrize(("inner", "outer"), list(pairwise(LISTS)))
    def test_each_lies_inside_the_next(self, inner, outer):
        assert asked(outer)[0] == f"-r {inner}.in"
        assert pinned(inner) < pinned(outer)

    @pytest.mark.parametrize("name", [*LISTS, "requirements-uv"])
    def test_each_is_compiled_from_its_source_and_pins_every_file(self, name):
        wanted = {plain(line) for line in asked(name) if not line.startswith("-r ")}
        assert wanted <= {package for package, _ in pinned(name)}
        text = (ROOT / f"{name}.txt").read_text("utf-8")
        for block in re.split(r"^(?=\S)", text, flags=re.M)[1:]:
            assert "==" in block.splitlines()[0] and "--hash=sha256:" in block, block

    def test_what_the_package_needs_runs_a_notebook(self):
        assert set(PROJECT["project"]["dependencies"]) <= set(asked(LISTS[0]))
        assert set(PROJECT["build-system"]["requires"]) <= set(asked(LISTS[0]))

    def test_none_holds_what_only_a_later_one_needs(self):
        notebooks, book, tests = ({package for package, _ in pinned(name)} for name in LISTS)
        assert not notebooks & {"sphinx", "myst-nb", "vl-convert-python"}
        assert not book & {"playwright", "mypy", "frictionless", "csvw", "pytest", "jupyterlab"}
        assert {"playwright", "mypy", "pytest-xdist", "jupyterlab"} <= tests
