"""What publishes the book and opens it elsewhere: workflows, Binder, notebooks to download."""

import json
import re
import subprocess
import sys
import sysconfig
import threading
import tomllib
import zipfile
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import jupytext
import nbformat
import pytest
import yaml
from markdown_it import MarkdownIt

from analysis import claims, measures, wording
from analysis.book import notebooks

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
REPOSITORY = "https://github.com/someone/some-book"
PAGES = [path for path in sorted((ROOT / "book").glob("*.md")) if "{code-cell}" in path.read_text()]


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

    @pytest.mark.parametrize("name", ["postBuild", "start"])
    def test_its_scripts_can_be_run(self, name):
        path = self.FOLDER / name
        assert path.stat().st_mode & 0o111
        subprocess.run(["bash", "-n", path], check=True)

    def test_the_laboratory_opens_chapters_as_notebooks(self):
        path = self.FOLDER / "jupyter" / "labconfig" / "default_setting_overrides.json"
        viewers = json.loads(path.read_text())["@jupyterlab/docmanager-extension:plugin"]
        assert viewers["defaultViewers"]["markdown"] == "Jupytext Notebook"
        assert ".binder/jupyter" in (ROOT / "Makefile").read_text("utf-8")
        assert ".binder/jupyter" in (self.FOLDER / "start").read_text("utf-8")


def made(path, repository=REPOSITORY):
    page = f"https://someone.github.io/some-book/book/{path.stem}.html"
    return notebooks.notebook(path.read_text("utf-8"), repository, page)


class TestNotebooks:
    @pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
    def test_it_is_a_valid_notebook_with_the_code_of_the_page(self, path):
        notebook = made(path)
        nbformat.validate(notebook)
        code = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
        text = path.read_text("utf-8")
        assert len(code) == text.count("```{code-cell}") + 1
        assert all(cell.splitlines()[-1] in text for cell in code[1:])

    @pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
    def test_its_text_needs_no_book(self, path):
        notebook = made(path)
        cells = [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]
        assert cells
        for words in cells:
            # roles, directives, labels, comments, attributes
            assert not re.search(r"\{[a-z:-]+\}`|^(```|:::)\{|^\([\w-]+\)=$|^%|\]\{", words, re.M)
            for token in MarkdownIt().parse(words):
                for inner in token.children or []:
                    address = inner.attrs.get("href") or inner.attrs.get("src")
                    assert address is None or str(address).startswith("https://"), address
                    assert inner.type != "html_inline"  # such as the rest of a role

    @pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
    def test_every_link_of_the_page_leads_into_the_published_book(self, path):
        words = "\n".join(c.source for c in made(path).cells if c.cell_type == "markdown")
        home = "https://someone.github.io/some-book/book/"
        for target in re.findall(r"\]\(([\w-]+)(?:\.md)?\)", path.read_text("utf-8")):
            assert (ROOT / "book" / f"{target}.md").exists()
            assert f"]({home}{target}.html)" in words

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

    def test_numbers_stand_in_the_text(self):
        source = (ROOT / "book" / "04-garrison.md").read_text("utf-8")
        words = "\n".join(
            c.source for c in made(ROOT / "book" / "04-garrison.md").cells if c.cell_type != "code"
        )
        assert "{result}`bakhty-km-per-outpost-1927`" in source
        assert measures.results()["bakhty-km-per-outpost-1927"].text in words
        claim = claims.load().loc["garrison-bakhty-outposts-1927"]
        assert wording.claim(claim) in words

    def test_it_is_the_same_every_time(self):
        one, two = (jupytext.writes(made(PAGES[0]), fmt="ipynb") for _ in range(2))
        assert one == two

    def test_the_bundle_leads_nowhere_else(self, tmp_path):
        path = tmp_path / "companion.zip"
        path.write_bytes(notebooks.bundle())
        with zipfile.ZipFile(path) as packed:
            names = packed.namelist()
        assert {"pyproject.toml", "src/analysis/claims.py", "data/datapackage.json"} <= set(names)
        assert not [name for name in names if name.startswith("/") or ".." in name]

    def test_its_first_cell_asks_for_what_the_package_needs(self):
        project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
        first = made(PAGES[0]).cells[0].source
        assert all(f'"{need}"' in first for need in project["dependencies"])


class TestRunningElsewhere:
    """A script runs far from any clone, with nothing but the book's address."""

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
        def script(address):
            text = jupytext.writes(made(ROOT / "book" / "04-garrison.md"), fmt="py:percent")
            text = text.replace("https://someone.github.io/some-book/", address)
            path = tmp_path / "elsewhere" / "garrison.py"
            path.parent.mkdir()
            # -S leaves out the clone that is installed here, and with it all libraries
            libraries = sysconfig.get_path("purelib")
            path.write_text(
                f"import sys\nsys.path.append({libraries!r})\n{text}\n"
                "import analysis\nprint(analysis.__file__, len(claims.load()))\n",
                "utf-8",
            )
            return path

        return script

    def run(self, path):
        return subprocess.run(
            [sys.executable, "-I", "-S", path.name],
            cwd=path.parent,
            capture_output=True,
            text=True,
            check=False,
        )

    def test_from_the_address_of_the_book(self, served, script):
        path = script(served)
        text = path.read_text("utf-8")
        # pip would look for what is installed and find it; without site it finds nothing
        path.write_text(text.replace("subprocess.run([", "([").replace("], check=True)", "])"))
        done = self.run(path)
        assert done.returncode == 0, done.stderr
        file, count = done.stdout.split()[-2:]
        assert file.startswith("companion") or str(path.parent / "companion") in file
        assert int(count) > 100

    def test_the_script_says_what_it_could_not_fetch(self, script):
        path = script("http://127.0.0.1:9/")
        text = path.read_text("utf-8")
        path.write_text(text.replace("subprocess.run([", "([").replace("], check=True)", "])"))
        done = self.run(path)
        assert done.returncode != 0 and "refused" in done.stderr
