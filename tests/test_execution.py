"""Chapters run side by side in forked kernels; each starts as if it were alone."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.long

HEAD = """---
jupytext:
  text_representation: {extension: .md, format_name: myst}
kernelspec: {display_name: Python 3, language: python, name: python3}
---

# %s

```{code-cell} ipython3
%s
```
"""
LEAVES = """\
import os, sys, altair, pandas
import analysis.charts.theme
secret = 1
pandas.secret = analysis.charts.theme.secret = altair.secret = 1
pandas.options.display.max_rows = 7
os.environ["SECRET"] = "1"
sys.modules["secret"] = sys
print("left", os.getpid(), "end")"""
LOOKS = """\
import os, sys, altair, pandas
import analysis.charts.theme
found = ["secret" in globals(), "secret" in sys.modules, "SECRET" in os.environ]
found += [hasattr(m, "secret") for m in (pandas, altair, analysis.charts.theme)]
found += [pandas.options.display.max_rows == 7]
print("found", any(found), os.getpid(), "end")"""


def _book(
    folder: Path, hidden: dict[str, str] | None = None, **chapters: str
) -> subprocess.CompletedProcess[str]:
    """Build a book of chapters with one cell each, the way anyone would."""
    (folder / "_config.yml").write_text(
        "execute: {execute_notebooks: cache, raise_on_error: true}\n"
        "sphinx: {extra_extensions: [analysis.book.execution]}\n"
    )
    names = list(chapters)
    listed = "".join(f"- file: {name}\n" for name in names[1:])
    more = f"chapters:\n{listed}" if listed else ""
    (folder / "_toc.yml").write_text(f"format: jb-book\nroot: {names[0]}\n{more}")
    for name, code in chapters.items():
        (folder / f"{name}.md").write_text(HEAD % (name, code))
    command = [str(Path(sys.executable).with_name("jupyter-book")), "build", str(folder)]
    env = os.environ | (hidden or {})
    return subprocess.run(command, capture_output=True, text=True, check=False, env=env)


def _output(folder: Path, name: str) -> list[str]:
    html = (folder / "_build" / "html" / f"{name}.html").read_text()
    (output,) = re.findall(r"^.*(?:left|found) .*? end", html, re.M)
    return re.sub("<[^>]*>", "", output).split()


def test_nothing_leaks_from_one_chapter_to_another(tmp_path: Path) -> None:
    again = {"c": f"{LEAVES}\n# c", "d": f"{LOOKS}\n# d"}  # equal chapters would share an output
    built = _book(tmp_path, a=LEAVES, b=LOOKS, **again, both=f"{LEAVES}\n{LOOKS}")
    assert "running 5 chapters" in built.stdout, built.stderr
    outputs = {name: _output(tmp_path, name) for name in "abcd"}
    assert outputs["b"][:2] == outputs["d"][:2] == ["found", "False"]
    assert len({words[-2] for words in outputs.values()}) == 4  # processes
    assert "found True" in (tmp_path / "_build" / "html" / "both.html").read_text()


def test_every_failing_chapter_is_named_with_line_error_and_traceback(tmp_path: Path) -> None:
    late = "x = 1\n\n\ndef f():\n    return {}['gone']\n\n\nf()"
    built = _book(tmp_path, good="print(1)", bad="1 / 0", other="print(2)", late=late)
    assert built.returncode != 0
    said = built.stdout + built.stderr
    # the head of a chapter has nine lines, the fence is the tenth
    assert f"{tmp_path / 'bad.md'}:10: cell 1: ZeroDivisionError: division by zero" in said
    assert f"{tmp_path / 'late.md'}:14: cell 1: KeyError: 'gone'" in said
    assert "----> 1 1 / 0" in said and "return {}['gone']" in said
    assert "good.md:" not in said and "other.md:" not in said
    assert not (tmp_path / "_build" / "html" / "bad.html").exists()


# The answer to a cell and its outputs come on two ways; here the second is the slower by far.
LATE = """import time
kernel = get_ipython().kernel
usual = kernel._publish_status
def late(status, *rest, **more):
    if status == "idle":
        time.sleep(6)
        print("found", "late", "end", flush=True)
    usual(status, *rest, **more)
kernel._publish_status = late"""


def test_no_output_is_lost_that_comes_after_the_answer(tmp_path: Path) -> None:
    built = _book(tmp_path, a=LATE)
    assert built.returncode == 0, built.stderr
    assert _output(tmp_path, "a") == ["found", "late", "end"]


def test_without_a_fork_server_the_outputs_are_the_same(tmp_path: Path) -> None:
    code = "import altair\nprint('found', 6 * 7, 'end')"
    pages = []
    for name, hide in (("with", False), ("without", True)):
        folder = tmp_path / name
        folder.mkdir()
        built = _book(folder, hidden=_no_fork_server(tmp_path) if hide else {}, a=code)
        assert built.returncode == 0, built.stderr
        assert ("no fork server" in built.stdout) == hide
        pages.append((folder / "_build" / "html" / "a.html").read_bytes())
    assert pages[0] == pages[1]


def test_a_long_temporary_folder_has_no_fork_server_and_a_book(tmp_path: Path) -> None:
    temporary = tmp_path / ("long" * 30)
    temporary.mkdir()
    built = _book(tmp_path, hidden={"TMPDIR": str(temporary)}, a="print('found', 1, 'end')")
    assert built.returncode == 0, built.stderr
    assert _output(tmp_path, "a") == ["found", "1", "end"]


def _no_fork_server(folder: Path) -> dict[str, str]:
    """An environment in which Python has no fork server, as on Windows."""
    (folder / "sitecustomize.py").write_text(
        "import multiprocessing.context as context, sys\n"
        "del context._concrete_contexts['forkserver']\n"
        "sys.modules['multiprocessing.forkserver'] = None\n"
    )
    return {"PYTHONPATH": os.pathsep.join([str(folder), os.environ.get("PYTHONPATH", "")])}
