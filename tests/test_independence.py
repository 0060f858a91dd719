"""The book does not depend on whose home, locale or terminal it is made in, nor on the machine."""

import ast
import json
import os
import re
import subprocess
import sys
from difflib import unified_diff
from functools import cache
from pathlib import Path

import pytest
import small_book

from analysis.review import certificate

ROOT = Path(__file__).parents[1]
CODE = sorted(
    path for name in ("src", "benchmarks", "data") for path in (ROOT / name).rglob("*.py")
)
# what a user's configuration could change: quotes, what a table prints as, a chart, a date
PAGE = """
He said "quoted", it's -- dashed.

```{code-cell} ipython3
from analysis import charts, claims

print(claims.load()["hedge"].describe(), claims.load().dtypes)
claims.load()[["subject", "hedge", "lower"]].head(3)
```

```{code-cell} ipython3
charts.zones.depths(claims.load())
```
"""


def hostile(home):
    """The environment of a user with habits of every kind, whose home is made here."""
    files = {
        ".ipython/profile_default/startup/00.py": "print('hello from my startup file')",
        ".ipython/profile_default/ipython_kernel_config.py": (
            "c.InteractiveShellApp.exec_lines = [\"print('hello from my profile')\"]\n"
            "c.InteractiveShell.ast_node_interactivity = 'all'"
        ),
        ".docutils": "[general]\nsmart_quotes: no\ntitle: Mine\n",
        ".local/share/jupyter/kernels/python3/kernel.json": json.dumps(
            {"argv": ["false"], "display_name": "Python 3", "language": "python"}
        ),
        "startup.py": "print('hello from PYTHONSTARTUP')",
    }
    for name, text in files.items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(text, "utf-8")
    return {
        "HOME": str(home),
        "IPYTHONDIR": str(home / ".ipython"),
        "JUPYTER_PATH": str(home / ".local/share/jupyter"),
        "JUPYTER_PREFER_ENV_PATH": "0",
        "DOCUTILSCONFIG": str(home / ".docutils"),
        "PYTHONSTARTUP": str(home / "startup.py"),
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONIOENCODING": "latin-1",
        "PYTHONOPTIMIZE": "2",
        "LC_ALL": "C",
        "LANGUAGE": "de",
        "COLUMNS": "20",
        "TZ": "Asia/Almaty",
        "SOURCE_DATE_EPOCH": "0",
        "READTHEDOCS": "True",
        "PANDAS_FUTURE_INFER_STRING": "0",
    }


def built(home, environment):
    """A small book, built in a folder whose name is not ASCII."""
    home.mkdir()
    small_book.lay_out(home)
    with (home / "book" / "chapter.md").open("a", encoding="utf-8") as chapter:
        chapter.write(PAGE)
    done = subprocess.run(
        [sys.executable, "-m", "analysis.book.build"],
        cwd=home,
        env=os.environ | {"PYTHONPATH": str(home / "src")} | environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, (done.stdout + done.stderr).decode(errors="replace")
    return home / "_build" / "html"


@pytest.mark.long
def test_a_book_made_in_a_hostile_home_is_the_same_bytes(tmp_path):
    usual = built(tmp_path / "usual", {})
    strange = built(tmp_path / "Граница", hostile(tmp_path / "home"))
    assert "<svg" in (usual / "book" / "chapter.html").read_text("utf-8")
    finding = certificate.same_bytes(usual, strange)
    page = Path("book", "chapter.html")
    both = ((home / page).read_text("utf-8").splitlines() for home in (usual, strange))
    assert finding.held, [finding.differed, *unified_diff(*both, n=0, lineterm="")]


def calls(*sources):
    """Every call in the code of these files or texts, with where it stands."""
    return [call for source in sources for call in _calls(source)]


@cache
def _calls(source):
    text = source.read_text("utf-8") if isinstance(source, Path) else source
    where = source.name if isinstance(source, Path) else "line"
    nodes = ast.walk(ast.parse(text))
    return [(f"{where}:{node.lineno}", node) for node in nodes if isinstance(node, ast.Call)]


# these open bytes, whatever their name says
NOT_TEXT = ("os.open", "tarfile.open", "pikepdf.open")


def unencoded(*sources):
    """Where text is read, written or had from a process without an encoding that is named."""
    for where, call in calls(*sources):
        name = ast.unparse(call.func).split(".")[-1]
        named = {word.arg: word.value for word in call.keywords}
        if "encoding" in named or ast.unparse(call.func) in NOT_TEXT:
            continue
        given = [*call.args, *named.values()]
        binary = any(re.fullmatch("'[rwxa]b'", ast.unparse(each)) for each in given)
        if (
            (name == "read_text" and not call.args)
            or (name == "write_text" and len(call.args) < 2)
            or (name == "open" and not binary)
            or (name in ("run", "Popen", "check_output") and "text" in named)
        ):
            yield where


def unstable(*sources):
    """Where rows are sorted by one key and equal ones may come in any order."""
    for where, call in calls(*sources):
        name = ast.unparse(call.func).split(".")[-1]
        several = bool(call.args) and isinstance(call.args[0], ast.List)
        stable = "kind='stable'" in ast.unparse(call)
        if name in ("sort_values", "argsort") and not several and not stable:
            yield where


def test_text_is_read_and_written_in_a_named_encoding():
    assert not list(unencoded(*CODE))


def test_text_without_an_encoding_is_seen():
    faults = "p.read_text()\np.write_text('x')\nopen('x')\np.open('w')\nrun(c, text=True)"
    fine = "p.read_text('utf-8')\np.write_text('x', 'utf-8')\nopen('x', 'rb')\nrun(c)"
    assert len(list(unencoded(faults))) == 5 and not list(unencoded(fine))


def test_rows_with_equal_keys_keep_their_order():
    # numpy leaves it to the processor; of several keys pandas makes one
    assert not list(unstable(*CODE))
    assert list(unstable("f.sort_values('a')\nf.sort_values(['a', 'b'])")) == ["line:1"]
