"""The package as an analyst meets it: one import, names that say what they hold."""

import ast
import importlib
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import jupytext
import pytest

import analysis

BOOK = Path(__file__).parents[1] / "book"
DESCRIBED = re.findall(r"^\.\. automodule:: (\S+)", (BOOK / "api.md").read_text("utf-8"), re.M)


def called(code):
    """What code takes from the package: (module, name) of each function, class or value."""
    tree = ast.parse(code)
    names, found = {"analysis": analysis}, set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module.partition(".")[0] == "analysis":
            for alias in node.names:
                try:
                    names[alias.asname or alias.name] = importlib.import_module(
                        f"{node.module}.{alias.name}"
                    )
                except ModuleNotFoundError:  # a class or a function, wherever it is made
                    value = getattr(importlib.import_module(node.module), alias.name)
                    found.add((value.__module__, alias.name))
    for node in ast.walk(tree):
        path = []
        while isinstance(node, ast.Attribute):
            path.insert(0, node.attr)
            node = node.value
        if isinstance(node, ast.Name) and node.id in names and path:
            module = names[node.id]
            while isinstance(getattr(module, path[0]), ModuleType) and path[1:]:
                module = getattr(module, path.pop(0))
            found.add((module.__name__, path[0]))
    return found


@pytest.mark.parametrize(
    "page",
    [p for p in sorted(BOOK.glob("*.md")) if "{code-cell}" in p.read_text()],
    ids=lambda page: page.stem,
)
def test_what_a_chapter_calls_is_on_the_page_of_the_interface(page):
    cells = jupytext.read(page, fmt="md:myst").cells
    code = "\n".join(cell.source for cell in cells if cell.cell_type == "code")
    assert called(code)
    for module, name in called(code):
        if not isinstance(getattr(importlib.import_module(module), name), ModuleType):
            assert module in DESCRIBED, f"{module}.{name}"
            value = getattr(importlib.import_module(module), name)
            assert not callable(value) or value.__doc__, f"{module}.{name}"


def test_every_part_of_the_package_is_on_the_page():
    values = {name: getattr(analysis, name) for name in analysis.__all__}
    parts = {
        f"analysis.{name}" if isinstance(value, ModuleType) else value.__module__
        for name, value in values.items()
    }
    assert parts <= set(DESCRIBED)
    assert len(DESCRIBED) == len(set(DESCRIBED))


def test_importing_costs_nothing():
    code = "import sys, analysis; print(sorted({'numpy', 'pandas', 'altair'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.long
def test_every_name_is_there_without_naming_it_first():
    code = (
        "import analysis\n"
        "print(len(analysis.claims.load()) > 100)\n"
        "print([name for name in dir(analysis) if not getattr(analysis, name).__doc__])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "True\n[]\n"


def test_an_unknown_name_says_what_there_is():
    with pytest.raises(AttributeError, match="claims"):
        _ = analysis.clams


def test_claims_are_tidy():
    frame = analysis.claims.load()
    # one row for each claim; the interval, its unit, the sources behind it, and when it held
    assert frame.index.is_unique
    assert {"lower", "upper", "unit", "sources", "start", "end"} <= set(frame.columns)
    cited = frame["sources"].explode().dropna()
    assert set(cited) <= set(analysis.tables.read("sources")["id"])
    assert set(frame["unit"]) <= set(analysis.units.load())


@pytest.mark.long
def test_a_chapter_imports_no_validator_and_no_engine():
    """What only some pages need would cost every one of them half a second and more."""
    modules = "analysis.charts.migration, analysis.account, analysis.account.told"
    code = f"import sys, {modules}; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in run.stdout.split()}
    assert "altair" in loaded
    assert not loaded & {"scipy", "frictionless", "sphinx", "vl_convert", "sqlite3", "hypothesis"}
