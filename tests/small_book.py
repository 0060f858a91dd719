"""A book of three pages and one notebook, to be built with the real builder outside this tree."""

import shutil
from pathlib import Path

ROOT = Path(__file__).parents[1]
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
PAGES = {"index": "# Home\n\nWelcome.\n", "chapter": CHAPTER, "claims": CLAIMS}


def lay_out(home: Path) -> None:
    """Put its pages, with the code and data of this tree, into an empty folder."""
    for name in ("src", "data"):
        shutil.copytree(ROOT / name, home / name, ignore=shutil.ignore_patterns("__pycache__"))
    for path in ROOT.iterdir():
        if path.is_file() and path.name != "_toc.yml":
            shutil.copy(path, home)
    (home / "book").mkdir()
    for name, text in PAGES.items():
        (home / "book" / f"{name}.md").write_text(text)
    (home / "_toc.yml").write_text(
        "format: jb-book\nroot: book/index\nchapters:\n- file: book/chapter\n- file: book/claims\n"
    )
