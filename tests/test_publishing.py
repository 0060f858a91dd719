"""What publishes the book and opens it elsewhere: workflows, Binder, notebooks to download."""

import ast
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import threading
import tomllib
import venv
import zipfile
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import jupytext
import nbformat
import pytest
import yaml
from markdown_it import MarkdownIt
from nbclient import NotebookClient

from analysis import files
from analysis.book import notebooks, portable

pytestmark = pytest.mark.long

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
REPOSITORY = "https://github.com/someone/some-book"
PAGES = [path for path in files.inside(ROOT / "book", ".md") if "{code-cell}" in path.read_text()]


def check_schema(name, *paths):
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{name}", *paths],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


class TestWorkflows:
    def test_they_are_there(self):
        assert {path.stem for path in WORKFLOWS} == {"test", "publish", "release", "newest"}

    def test_the_public_schema_finds_them_valid(self):
        assert check_schema("github-workflows", *WORKFLOWS)[0] == 0

    def test_the_schema_sees_a_fault(self, tmp_path):
        path = tmp_path / "test.yml"
        text = WORKFLOWS[0].read_text("utf-8").replace("runs-on:", "runs-at:", 1)
        path.write_text(text, "utf-8")
        assert check_schema("github-workflows", path)[0] != 0

    @pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
    def test_every_target_that_they_make_exists(self, path):
        made = re.findall(r"^\s*(?:- run: )?make ([a-z-]+)", path.read_text("utf-8"), re.M)
        assert made and set(made) <= TARGETS

    def test_they_run_on_every_python_that_the_book_supports(self):
        workflow = yaml.safe_load((ROOT / ".github/workflows/test.yml").read_text("utf-8"))
        matrix = workflow["jobs"]["test"]["strategy"]["matrix"]["python"]
        supported = re.search(
            r"\((3, \d+)\) <= .* <= \((3, \d+)\)", (ROOT / "Makefile").read_text()
        )
        first, last = (int(end.split(", ")[1]) for end in supported.groups())
        assert matrix == [f"3.{minor}" for minor in range(first, last + 1)]

    def test_the_run_with_newest_dependencies_publishes_nothing(self):
        text = (ROOT / ".github/workflows/newest.yml").read_text("utf-8")
        workflow = yaml.safe_load(text)
        # YAML reads the key "on" as true
        assert set(workflow[True]) == {"schedule", "workflow_dispatch"}
        assert workflow["permissions"] == {"contents": "read", "issues": "write"}
        assert not re.search(r"pages@|upload-pages|deploy-pages|git push", text)

    def test_the_repository_is_named_in_the_one_place_that_is_replaced(self):
        text = (ROOT / ".github/workflows/publish.yml").read_text("utf-8")
        [placeholder] = re.findall(r"s\|(github\.com/[^|]+)\|", text)
        config = (ROOT / "_config.yml").read_text("utf-8")
        assert config.count(placeholder) == config.count("github.com") == 1


class TestBinder:
    FOLDER = ROOT / ".binder"

    def test_its_python_is_one_that_the_book_supports(self):
        version = (self.FOLDER / "runtime.txt").read_text().strip().removeprefix("python-")
        assert version in {"3.11", "3.12", "3.13"}

    def test_it_installs_what_runs_a_notebook(self):
        line = (self.FOLDER / "requirements.txt").read_text().strip()
        named = (self.FOLDER / line.removeprefix("-r ")).resolve()
        assert named == ROOT / "requirements-notebooks.txt"

    def test_its_script_can_be_run(self):
        path = self.FOLDER / "postBuild"
        assert path.stat().st_mode & 0o111
        subprocess.run(["bash", "-n", path], check=True)

    def test_it_makes_the_notebooks_that_its_links_open(self):
        assert "python -m analysis.book.portable\n" in (self.FOLDER / "postBuild").read_text()
        code = "import sys; from analysis.book import portable; print(*sys.modules)"
        run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
        loaded = {name.partition(".")[0] for name in run.stdout.split()}
        # Binder has what runs a notebook, not what builds the book
        assert "jupytext" in loaded and not loaded & {"sphinx", "docutils", "vl_convert"}
        for page in (*PAGES, ROOT / "book" / "api.md"):
            code = page in PAGES
            links = notebooks.links(REPOSITORY, f"book/{page.stem}", code)
            name = page.stem if code else "index"
            assert links["Binder"].endswith(f"lab/tree/_build/notebooks/{name}.ipynb")
            assert links["Colab"].endswith(f"/{name}.ipynb")


def made(path, repository=REPOSITORY):
    return portable.notebook(path.read_text("utf-8"), repository, f"book/{path.stem}")


def said(notebook):
    """What a notebook says in words: its Markdown, and what cells with numbers have as output."""
    outputs = [out for cell in notebook.cells for out in cell.get("outputs", [])]
    shown = [out["data"]["text/markdown"] for out in outputs if "text/markdown" in out["data"]]
    return [cell.source for cell in notebook.cells if cell.cell_type == "markdown"] + shown


class TestNotebooks:
    @pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
    def test_it_is_a_valid_notebook_with_the_code_of_the_page(self, path):
        notebook = made(path)
        nbformat.validate(notebook)
        code = [
            cell.source
            for cell in notebook.cells
            if cell.cell_type == "code" and "cellView" not in cell.metadata
        ]
        text = path.read_text("utf-8")
        assert len(code) == text.count("```{code-cell}")
        assert all(cell.splitlines()[-1] in text for cell in code)

    @pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
    def test_its_text_needs_no_book(self, path):
        assert said(made(path))
        for words in said(made(path)):
            # roles, directives, labels, comments, attributes
            assert not re.search(r"\{[a-z:-]+\}`|^(```|:::)\{|^\([\w-]+\)=$|^%|\]\{", words, re.M)
            for token in MarkdownIt().parse(words):
                for inner in token.children or []:
                    address = inner.attrs.get("href") or inner.attrs.get("src")
                    assert address is None or str(address).startswith("https://"), address
                    assert inner.type != "html_inline"  # such as the rest of a role

    @pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
    def test_every_link_of_the_page_leads_into_the_published_book(self, path):
        words = "\n".join(said(made(path)))
        home = "https://someone.github.io/some-book/book/"
        for target in re.findall(r"\]\(([\w-]+)(?:\.md)?\)", path.read_text("utf-8")):
            assert (ROOT / "book" / f"{target}.md").exists()
            assert f"]({home}{target}.html)" in words

    @pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
    def test_a_book_without_an_address_leads_nowhere(self, path):
        example = "https://github.com/example/some-book"
        words = "\n".join(said(made(path, example)))
        assert "example" not in re.findall(r"https?://([^/)>\s]+)", words)
        targets = re.findall(r"(?<!`)\]\(([^)]+)\)", words)
        assert all(target.startswith("https://") for target in targets)
        assert notebooks.links(example, f"book/{path.stem}", True) == {}

    def test_links_roles_and_code_of_every_kind(self, tmp_path):
        path = tmp_path / "page.md"
        head = PAGES[0].read_text("utf-8").split("---")[1]
        path.write_text(
            f"---{head}---\n\n[A](05-migration.md) [b](map#part) [c](#here) [d](https://e.org/f.md)"
            " {term}`Outposts <outpost>` {term}`troika` {doc}`The map <map>` {ref}`That <label>`"
            " `[x](y)` ``{z}``\n",
            "utf-8",
        )
        home = "https://someone.github.io/some-book/book/"
        assert made(path).cells[1].source == (
            f"[A]({home}05-migration.html) [b]({home}map.html#part) [c]({home}page.html#here) "
            f"[d](https://e.org/f.md) [Outposts]({home}glossary.html#term-outpost) "
            f"[troika]({home}glossary.html#term-troika) [The map]({home}map.html) That "
            "`[x](y)` ``{z}``"
        )

    @pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
    def test_no_number_is_lost(self, path):
        """Every role of the page is a role of a cell that fills it, or of a cell of code."""
        roles = re.compile(r"\{(?:claim|result|check|event|assumption|outside|unit)\}`[^`]+`")
        wanted = roles.findall(path.read_text("utf-8"))
        code = [cell.source for cell in made(path).cells if cell.cell_type == "code"]
        assert sorted(roles.findall("\n".join(code))) == sorted(wanted)

    def test_a_text_that_could_end_its_cell(self, tmp_path):
        path = tmp_path / "page.md"
        words = 'A """ and \\n and {claim}`garrison-checkpoints` at its end: "'
        path.write_text(f"---{PAGES[0].read_text('utf-8').split('---')[1]}---\n\n# T\n\n{words}\n")
        call = ast.parse(made(path).cells[2].source).body[0].value
        assert ast.literal_eval(call.args[0]).strip() == words

    def test_a_script_has_the_code_of_the_page_and_shows_what_comes_of_it(self):
        for path in PAGES:
            tree = ast.parse(portable.script(made(path)))
            # nothing is computed and thrown away: what a notebook would show is shown
            for node in tree.body:
                if isinstance(node, ast.Expr) and not isinstance(node.value, ast.Constant):
                    call = ast.unparse(node.value)
                    assert re.match(r"(?:analysis\.)?show\(|print\(|\w+\.write_text\(", call), call

    def test_it_is_the_same_every_time(self):
        one, two = (jupytext.writes(made(PAGES[0]), fmt="ipynb") for _ in range(2))
        assert one == two
        assert portable.script(made(PAGES[0])) == portable.script(made(PAGES[0]))

    def test_the_bundle_leads_nowhere_else(self, tmp_path):
        path = tmp_path / "companion.zip"
        path.write_bytes(notebooks.bundle())
        with zipfile.ZipFile(path) as packed:
            names = packed.namelist()
        assert {"pyproject.toml", "src/analysis/claims.py", "data/datapackage.json"} <= set(names)
        assert not [name for name in names if name.startswith("/") or ".." in name]

    def test_its_first_cell_asks_for_what_the_package_needs_in_the_versions_of_the_book(self):
        project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
        setup = ast.parse(made(PAGES[0]).cells[0].source)
        [needs] = [
            ast.literal_eval(node.value)
            for node in setup.body
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "NEEDS"
        ]
        asked = (re.match(r"[\w.-]+", need)[0] for need in project["dependencies"])
        names = {name.replace(".", "-") for name in asked}
        assert {need.partition("==")[0] for need in needs} == names
        pinned = (ROOT / "requirements-notebooks.txt").read_text("utf-8")
        assert all(f"\n{need} \\\n" in f"\n{pinned}" for need in needs)


class TestNumbersFollowTheData:
    """A notebook is run as JupyterLab runs it, and run again when the data have changed."""

    @pytest.fixture
    def clone(self, tmp_path, monkeypatch):
        for name in ("src", "data", "words"):
            shutil.copytree(ROOT / name, tmp_path / name)
        monkeypatch.setenv("PYTHONPATH", str(tmp_path / "src"))
        return tmp_path

    def words(self, notebook):
        return "\n".join(said(notebook))

    def test_in_the_same_kernel(self, clone):
        notebook = made(ROOT / "book" / "04-garrison.md")
        for cell in [cell for cell in notebook.cells if cell.cell_type == "code"]:
            cell.outputs = []
        table = clone / "data" / "garrison.csv"
        client = NotebookClient(notebook, timeout=None, resources={"metadata": {"path": clone}})
        with client.setup_kernel():
            for i, cell in enumerate(notebook.cells):
                client.execute_cell(cell, i)
            assert "4 outposts" in self.words(notebook)
            assert "131.5 km per outpost" in self.words(notebook)  # 526 / 4
            text = table.read_text("utf-8")
            found = "four outposts,exact,4,4,4"
            assert text.count(found) == 1
            table.write_text(text.replace(found, "five outposts,exact,5,5,5"), "utf-8")
            for i, cell in enumerate(notebook.cells):
                client.execute_cell(cell, i)
        words = self.words(notebook)
        assert "5 outposts" in words and "4 outposts" not in words.replace("14 outposts", "")
        assert "105.2 km per outpost" in words and "131.5" not in words  # 526 / 5
        assert "`garrison-bakhty" not in words


@pytest.fixture(scope="module")
def python(tmp_path_factory):
    """A Python that sees what is installed here, but not the package of this clone."""
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, with_pip=False)
    [site] = home.glob("[Ll]ib/**/site-packages")
    # a folder named in such a file is not searched for others: the clone stands in one
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib"))
    return next(home.glob("bin/python")) if os.name != "nt" else home / "Scripts/python.exe"


class TestRunningElsewhere:
    """A script runs far from any clone, in an environment that has the libraries and no clone."""

    @pytest.fixture
    def served(self, tmp_path):
        folder = tmp_path / "book" / "notebooks"
        folder.mkdir(parents=True)
        (folder / "companion.zip").write_bytes(notebooks.bundle())
        handler = partial(SimpleHTTPRequestHandler, directory=tmp_path / "book")
        with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            yield f"http://127.0.0.1:{server.server_port}/"
            server.shutdown()

    @pytest.fixture
    def script(self, tmp_path):
        """The script of a chapter, in a folder of its own, from a book at an address."""

        def script(address="", before=""):
            published = "https://github.com/someone/some-book"
            repository = published if address else "https://github.com/example/some-book"
            text = portable.script(made(ROOT / "book" / "04-garrison.md", repository))
            text = text.replace("https://someone.github.io/some-book/notebooks/", address)
            path = tmp_path / "elsewhere" / "garrison.py"
            path.parent.mkdir()
            path.write_text(f"{before}\n{text}\nprint(analysis.__file__)\n", "utf-8")
            return path

        return script

    def run(self, python, path):
        # the path of this clone may stand in the environment
        env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        done = subprocess.run(
            [python, path.name], cwd=path.parent, env=env, capture_output=True, encoding="utf-8"
        )
        assert "Traceback" not in done.stderr
        return done

    def test_from_the_address_of_the_book_and_beside_another_package(self, python, served, script):
        path = script(f"{served}notebooks/")
        other = path.with_name("analysis")
        other.mkdir()
        (other / "__init__.py").write_text("raise RuntimeError('not the package of the book')")
        done = self.run(python, path)
        assert done.returncode == 0, done.stderr
        assert Path(done.stdout.split()[-1]).parents[2] == path.with_name("companion")
        assert (
            "The length divided by the outposts gives 131.5 km per outpost in 1927" in done.stdout
        )
        assert "{claim}" not in done.stdout
        saved = re.findall(r"Saved as (\S+);", done.stdout)
        assert len(saved) == (ROOT / "book" / "04-garrison.md").read_text().count("charts.garrison")
        assert all((path.parent / name).stat().st_size for name in saved)

    def test_from_the_archive_beside_it_and_again_with_other_data(self, python, script):
        path = script("http://127.0.0.1:9/")
        path.with_name("companion.zip").write_bytes(notebooks.bundle())
        assert "131.5 km per outpost" in self.run(python, path).stdout
        table = path.parent / "companion" / "data" / "garrison.csv"
        text = table.read_text("utf-8").replace(
            "four outposts,exact,4,4,4", "five outposts,exact,5,5,5"
        )
        table.write_text(text, "utf-8")
        again = self.run(python, path).stdout
        assert "105.2 km per outpost" in again and "131.5" not in again

    @pytest.mark.parametrize(
        ("address", "words"),
        [
            ("", ("names no address", "companion.zip")),
            ("http://127.0.0.1:9/", ("http://127.0.0.1:9/companion.zip could not be read",)),
        ],
        ids=["no address", "nobody answers"],
    )
    def test_it_says_what_it_needs(self, python, script, address, words):
        path = script(address)
        done = self.run(python, path)
        assert done.returncode == 1 and done.stdout == ""
        assert all(said in done.stderr for said in words) and len(done.stderr.splitlines()) == 1
        assert list(path.parent.iterdir()) == [path]

    def test_an_archive_that_is_none(self, python, script):
        path = script()
        path.with_name("companion.zip").write_bytes(b"<html>Please log in")
        done = self.run(python, path)
        assert done.returncode == 1 and "companion.zip: found no archive" in done.stderr

    def test_a_library_that_was_loaded_in_another_version(self, python, script):
        path = script(before="import numpy\nnumpy.__version__ = '1.0'")
        path.with_name("companion.zip").write_bytes(notebooks.bundle())
        done = self.run(python, path)
        assert done.returncode == 1 and "numpy 1.0 was loaded before" in done.stderr
