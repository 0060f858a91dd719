"""A book of four pages and one notebook, to be built with the real builder outside this tree."""

import shutil
from pathlib import Path

from analysis import files

ROOT = Path(__file__).parents[1]
_LEFT = shutil.ignore_patterns(*files.LEFT_BEHIND, *files.MADE)
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
    """Put its pages, with the code and data of this tree, into an empty folder."""
    home.mkdir(exist_ok=True)
    for name in ("src", "data"):
        shutil.copytree(ROOT / name, home / name, ignore=_LEFT)
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
