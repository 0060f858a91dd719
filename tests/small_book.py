"""A book of four pages and one notebook, to be built with the real builder outside this tree."""

import shutil
from pathlib import Path

from analysis import editions, files

ROOT = Path(__file__).parents[1]
# what is compiled goes along: each build would compile the code anew
_LEFT = shutil.ignore_patterns(*files.LEFT_BEHIND, "*.egg-info", "*.pyc.*")
CHAPTER = """---
jupytext: {text_representation: {extension: .md, format_name: myst}}
kernelspec: {display_name: Python 3, language: python, name: python3}
---

# A chapter

Text with {claim}`garrison-bakhty-outposts-1927`.

```{code-cell} ipython3
print("ran")
```
"""
CLAIMS = "# All claims\n\n```{claims-list}\n```\n"
DATA = "# Data\n\n```{data-package}\n```\n"
PAGES = {"index": "# Home\n\nWelcome.\n", "chapter": CHAPTER, "claims": CLAIMS, "data": DATA}


def lay_out(home: Path) -> None:
    """Put its pages, with the code, data and words of this tree, into an empty folder."""
    home.mkdir(exist_ok=True)
    for name in ("src", "data", "words"):
        shutil.copytree(ROOT / name, home / name, ignore=_LEFT)
    for code in editions.codes()[1:]:  # it has one language: no other has its pages
        shutil.rmtree(home / "words" / code)
    _without_entries(home / "data", "garrison-bakhty-outposts-1927")
    for path in files.inside(ROOT):
        if path.name != "_toc.yml":
            shutil.copy(path, home)
    (home / "book").mkdir()
    for name, text in PAGES.items():
        (home / "book" / f"{name}.md").write_text(text)
    (home / "_toc.yml").write_text(
        "format: jb-book\nroot: book/index\nchapters:\n"
        + "".join(f"- file: book/{name}\n" for name in list(PAGES)[1:])
    )


def _without_entries(data: Path, claim: str) -> None:
    """The register without the entries that reckon with a claim, so that a test may change it."""
    register = data / "discrepancies.csv"
    entries = register.read_text("utf-8").splitlines(keepends=True)
    gone = {entry.split(",")[0] for entry in entries if claim in entry}
    for path in (register, data / "exceptions.csv"):
        rows = path.read_text("utf-8").splitlines(keepends=True)
        kept = [row for row in rows if row.split(",")[0].split(":")[0] not in gone]
        path.write_text("".join(kept), "utf-8")
