"""Builds the book: ``python -m analysis.book.build``.

The last good book stays in ``_build/html`` until the new one is whole: pages are written elsewhere
and swapped in at the end, so a failing, killed or out-of-disk build leaves it as it was. Outputs
of chapters and pages already read are kept; the pages themselves are always written anew, so that
a book built upon an older one is the same bytes as one built from nothing.
"""

# Chapters run in processes that import this module again: heavy imports stand in functions.
from __future__ import annotations

import gc
import os
import shutil
import sys
from pathlib import Path

from analysis.book import environment

ROOT = Path(__file__).parents[3]
BOOK = ROOT / "_build" / "html"
# Of the builder alone: the path of the environment is in .buildinfo, nothing reads the rest.
_LEFT_OUT = (".buildinfo", ".doctrees")


def main() -> int:
    """Build, then swap, unless nothing changed; the exit status."""
    from analysis.book import changes, kernels
    from analysis.review import prose

    work = ROOT / "_build" / "work"
    _recover(BOOK)
    note, digest = work / "built", changes.digest()
    if BOOK.exists() and note.exists() and note.read_text("utf-8") == digest:
        print(f"nothing has changed; the book is in {BOOK}/index.html")
        return 0
    kernels.warm()  # while this process imports Sphinx
    typed = prose.in_book(ROOT)
    for problem in typed:
        print(problem, file=sys.stderr)
    if not note.exists():  # the last build failed: Sphinx warns of a page only when it reads it
        shutil.rmtree(work / ".doctrees", ignore_errors=True)
    note.unlink(missing_ok=True)
    shutil.rmtree(work / "html", ignore_errors=True)
    if typed or not build(work / "html", os.cpu_count() or 1):
        print(f"the book was not built; {BOOK} is as it was", file=sys.stderr)
        return 1
    publish(work / "html", BOOK)
    note.write_text(digest, "utf-8")
    print(f"the book is in {BOOK}/index.html")
    return 0


def build(html: Path, jobs: int, quiet: bool = False) -> bool:
    """Write the pages into a folder, as ``jupyter-book build`` does; whether all went well.

    Any warning is a failure. What is kept for the next build lies beside the folder.

    Args:
        html: the folder.
        jobs: how many processes read and write pages.
        quiet: whether to say nothing but warnings.
    """
    from jupyter_book.sphinx import build_sphinx

    status = build_sphinx(
        ROOT,
        html,
        noconfig=True,
        path_config=ROOT / "_config.yml",
        confoverrides={
            "external_toc_path": str(ROOT / "_toc.yml"),
            "latex_individualpages": False,
            "nitpicky": True,
        },
        warningiserror=True,
        keep_going=True,
        jobs=jobs,
        quiet=quiet,
    )
    return status == 0


def publish(built: Path, book: Path) -> None:
    """Put a finished build in the place of the book, in two renames."""
    fresh, old = _beside(book)
    for left in (fresh, old):
        shutil.rmtree(left, ignore_errors=True)
    shutil.copytree(built, fresh, ignore=shutil.ignore_patterns(*_LEFT_OUT))
    if book.exists():
        book.rename(old)
    fresh.rename(book)
    shutil.rmtree(old, ignore_errors=True)


def _recover(book: Path) -> None:
    """Put the old book back if the builder was killed between the two renames."""
    _, old = _beside(book)
    if old.exists() and not book.exists():
        old.rename(book)


def _beside(book: Path) -> tuple[Path, Path]:
    return book.with_name("html.new"), book.with_name("html.old")


if __name__ == "__main__":
    environment.alone("analysis.book.build", ROOT / "_build" / "home")
    status = main()
    gc.freeze()  # or Python, before it ends, would search all that was read for cycles: a second
    sys.exit(status)
