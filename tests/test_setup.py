"""What set-up installs: three lists, each inside the next; the package alone; a clone."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import pytest

from analysis import claims, export
from analysis.tables import problems as package_problems

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
    return set(re.findall(r"^([a-z0-9.-]+)==([^ ]+)", text, re.M))


def plain(requirement):
    return re.match(r"[A-Za-z0-9.-]+", requirement)[0].lower().replace(".", "-")


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
            if block.startswith("#"):
                continue
            assert "==" in block.splitlines()[0] and "--hash=sha256:" in block, block

    def test_what_the_package_needs_runs_a_notebook(self):
        assert set(PROJECT["project"]["dependencies"]) <= set(asked(LISTS[0]))
        assert set(PROJECT["build-system"]["requires"]) <= set(asked(LISTS[0]))

    def test_none_holds_what_only_a_later_one_needs(self):
        notebooks, book, tests = ({package for package, _ in pinned(name)} for name in LISTS)
        assert not notebooks & {"sphinx", "myst-nb", "vl-convert-python"}
        assert not book & {"playwright", "mypy", "frictionless", "csvw", "pytest", "jupyterlab"}
        assert {"playwright", "mypy", "pytest-xdist", "jupyterlab"} <= tests


def git(*arguments, folder):
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(
        ["git", *identity, *arguments],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    """The files of this tree that are or would be committed, and nothing else, in a repository."""
    home = tmp_path_factory.mktemp("tree")
    for name in git("ls-files", "-coz", "--exclude-standard", folder=ROOT).split("\0"):
        if name and (ROOT / name).is_file():
            (home / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, home / name)
    git("init", "--quiet", folder=home)
    git("add", "--all", folder=home)
    git("commit", "--quiet", "--message", "all", folder=home)
    return home


def test_a_clone_made_as_on_windows_has_the_same_bytes(tree, tmp_path):
    git("clone", "-c", "core.autocrlf=true", "--quiet", str(tree), "clone", folder=tmp_path)
    names = git("ls-files", "-z", folder=tree).split("\0")[:-1]
    assert "data/garrison.csv" in names and "book/images/readme.png" in names
    for name in names:
        assert (tmp_path / "clone" / name).read_bytes() == (ROOT / name).read_bytes(), name
    assert not package_problems(tmp_path / "clone" / "data")


@pytest.fixture(scope="module")
def installed(tree, tmp_path_factory):
    """An environment that has what runs a notebook and the package from its wheel: no clone."""
    home = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    before = git("status", "--porcelain", "--ignored", folder=tree)
    wheel = ["wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", home, tree]
    subprocess.run([*pip, *wheel], check=True)
    assert git("status", "--porcelain", "--ignored", folder=tree) == before == ""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", home / "env"], check=True)
    python = next((home / "env").glob("[bS]*/python*"))
    [made] = home.glob("*.whl")
    subprocess.run(
        [*pip, "--python", python, "install", "--quiet", "--no-deps", "--no-index", made],
        check=True,
    )
    # the libraries of this environment, without the clone that is installed in it
    site = sysconfig.get_path("purelib", vars={"base": home / "env", "platbase": home / "env"})
    libraries = sysconfig.get_path("purelib")
    (Path(site) / "libraries.pth").write_text(libraries, "utf-8")
    return python


def says(command, folder):
    done = subprocess.run(
        command, cwd=folder, capture_output=True, encoding="utf-8", check=False, env=without_clone()
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def without_clone():
    return {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}


@pytest.mark.long
class TestWheel:
    def test_it_has_the_data(self, installed, tmp_path):
        code = "import analysis; print(analysis.__file__, len(analysis.claims.load()))"
        file, count = says([installed, "-c", code], tmp_path).split()
        assert not Path(file).is_relative_to(ROOT)
        assert int(count) == len(claims.load())

    def test_it_brings_a_command(self, installed, tmp_path):
        command = installed.with_name("analysis")
        assert says([command, "validate"], tmp_path) == says(
            [sys.executable, "-m", "analysis", "validate"], ROOT
        )
        assert "usage: analysis" in says([command, "--help"], tmp_path)

    def test_it_writes_the_data_package_of_the_clone(self, installed, tmp_path):
        says([installed, "-m", "analysis", "data-package", "made"], tmp_path)
        for name, content in export.files().items():
            assert (tmp_path / "made" / name).read_bytes() == content


README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = [
    line.split("  #")[0].split()
    for block in README.split("```")[1::2]
    for line in block.splitlines()
]


class TestReadme:
    def test_the_way_without_make_is_that_of_make(self):
        makefile = (ROOT / "Makefile").read_text("utf-8")
        run = [words[1:] for words in COMMANDS if words[:1] == [".venv/bin/python"]]
        assert len(run) > 5
        for words in run:
            flag, module, *rest = words
            assert flag == "-m" and find_spec(module), words
            assert f"-m {module}" in makefile, words
            assert all((ROOT / word).exists() for word in rest if "/" in word or "." in word[1:])
        installed = {word for words in run for word in words if word.startswith("requirements")}
        assert installed == set(re.findall(r"\(call install,(.*)\)", makefile))

    def test_every_make_in_a_block_or_a_table_is_a_target(self):
        makefile = (ROOT / "Makefile").read_text("utf-8")
        named = set(re.findall(r"^(?:\| `)?make ([a-z-]+)", README, re.M))
        assert len(named) > 10 and named <= set(re.findall(r"^([a-z-]+):.*##", makefile, re.M))


class TestBrowser:
    FILE = ROOT / "src" / "analysis" / "book" / "chromium.py"

    def asked(self, folder):
        """The check of `make test`, with nothing on the machine but what lies in the folder."""
        return subprocess.run(
            [sys.executable, self.FILE],
            env={"PATH": str(folder), "HOME": str(folder)},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def test_without_one_it_says_what_to_type(self, tmp_path):
        done = self.asked(tmp_path)
        assert done.returncode == 1 and done.stdout == ""
        [line] = done.stderr.splitlines()
        assert "Chromium is missing" in line and "make chromium" in line

    @pytest.mark.parametrize("name", ["chromium", ".cache/ms-playwright/chromium-1/chrome"])
    def test_one_of_the_system_or_of_playwright_will_do(self, name, tmp_path):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch(mode=0o755)
        assert self.asked(tmp_path).returncode == 0

    @pytest.mark.parametrize("target", ["test", "check", "pdf"])
    def test_make_asks_before_it_sets_up(self, tree, target):
        done = subprocess.run(
            ["make", "--no-print-directory", "--dry-run", target],
            cwd=tree,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        assert done.stdout.splitlines()[0].endswith("src/analysis/book/chromium.py")
