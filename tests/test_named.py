"""What the documents name exists: files, targets of make, commands and their options."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted(
    path
    for pattern in ("*.md", "book/*.md", "data/**/*.md", "tests/*.md")
    for path in ROOT.glob(pattern)
    if path.name != "CHANGELOG.md"  # it tells of what was
)
ENDS = "md|csv|yml|yaml|py|toml|cff|json|geojson|bib|txt|in|ipynb"
# a name that stands for the reader's own file, or for one of a kind
STANDS_FOR = re.compile(r"OTHER|YOUR|file|your|path/to|<|\{|\*|_build|~|\$|://|:\d")
# of other packages, in the archive, or made by a target
ELSEWHERE = {"all_claims.csv", "asia_50m.json", "world_110m.json", "mutants/mutmut-stats.json"}


def _spans(path):
    """Code in the text and in the blocks of a document."""
    text = path.read_text(encoding="utf-8")
    # cells of a notebook are run, and name what they like
    text = re.sub(r"```\{code-cell\}.*?```", "", text, flags=re.DOTALL)
    blocks = re.findall(r"^```[a-z]*\n(.*?)^```", text, flags=re.DOTALL | re.MULTILINE)
    text = re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)
    # a role such as {claim}`id` is no code
    return [*re.findall(r"(?<![`}])`([^`\n]+)`(?!`)", text), *"\n".join(blocks).splitlines()]


def _every(pattern):
    return sorted(
        {
            (path.relative_to(ROOT).as_posix(), found)
            for path in DOCUMENTS
            for span in _spans(path)
            for found in re.findall(pattern, span)
        }
    )


FILES = [
    (where, name)
    for where, name in _every(rf"(?<![\w./-])[\w./-]+\.(?:{ENDS})(?![\w/])")
    if not STANDS_FOR.search(name)
]
FOLDERS = [
    (where, name)
    for where, name in _every(r"^[.\w-]+(?:/[\w.-]+)*/$")
    if not STANDS_FOR.search(name)
]
TARGETS = _every(r"\bmake ([a-z][a-z-]*)\b")
COMMANDS = _every(r"python -m (analysis(?:\.\w+)*(?: [a-z][a-z-]*)?)")


@pytest.mark.parametrize(("where", "name"), [*FILES, *FOLDERS])
def test_a_file_that_is_named_is_there(where, name):
    beside = (ROOT / where).parent / name
    known = [ROOT / name, beside, ROOT / "data" / name, ROOT / "src" / "analysis" / name]
    assert any(path.exists() for path in known) or name in ELSEWHERE, f"{where} names {name}"


@pytest.mark.parametrize(("where", "target"), TARGETS)
def test_a_target_that_is_named_is_one(where, target):
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{target}:", makefile, re.MULTILINE), f"{where} names make {target}"


@pytest.mark.parametrize("command", sorted({command for _, command in COMMANDS}))
def test_a_command_that_is_named_is_one(command):
    module, _, subcommand = command.partition(" ")
    assert importlib.util.find_spec(module)
    if subcommand:
        run = [sys.executable, "-m", module, subcommand, "--help"]
        done = subprocess.run(run, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
        assert (done.returncode, done.stderr) == (0, "")


def test_something_is_named():
    assert len(FILES) > 20 and len(TARGETS) > 10 and COMMANDS
