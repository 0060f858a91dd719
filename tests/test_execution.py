"""Chapters run side by side in forked kernels; each starts as if it were alone."""

import re
import subprocess
import sys
from pathlib import Path

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


def _book(folder: Path, **chapters: str) -> subprocess.CompletedProcess[str]:
    """Build a book of chapters with one cell each, the way anyone would."""
    (folder / "_config.yml").write_text(
        "execute: {execute_notebooks: cache, raise_on_error: true}\n"
        "sphinx: {extra_extensions: [analysis.book.execution]}\n"
    )
    names = list(chapters)
    listed = "".join(f"- file: {name}\n" for name in names[1:])
    (folder / "_toc.yml").write_text(f"format: jb-book\nroot: {names[0]}\nchapters:\n{listed}")
    for name, code in chapters.items():
        (folder / f"{name}.md").write_text(HEAD % (name, code))
    command = [str(Path(sys.executable).with_name("jupyter-book")), "build", str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


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


def test_a_failing_chapter_fails_the_build_with_its_name_and_error(tmp_path: Path) -> None:
    built = _book(tmp_path, good="print(1)", bad="1 / 0", other="print(2)")
    assert built.returncode != 0
    assert "bad.md" in built.stderr + built.stdout
    assert "ZeroDivisionError" in built.stderr + built.stdout
