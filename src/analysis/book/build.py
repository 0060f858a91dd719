"""Builds the book: ``python -m analysis.book.build``.

The last good book stays in ``_build/html`` until the new one is whole: pages are written elsewhere
and swapped in at the end, so a failing, killed or out-of-disk build leaves it as it was. Outputs
of chapters are kept with digests of what they read, pages already read only if nothing but pages
has changed, and the pages are always written anew: a book built upon an older one is the same bytes
as one built from nothing. If a file is saved meanwhile, the book is built again. One build at a
time works in a checkout.
"""

# Chapters run in processes that import this module again: heavy imports stand in functions.
from __future__ import annotations

import gc
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from analysis import editions
from analysis.book import environment

if TYPE_CHECKING:
    from analysis.book.changes import State

ROOT = Path(__file__).parents[3]
BOOK = ROOT / "_build" / "html"
# Of the builder alone: the path of the environment is in .buildinfo, nothing reads the rest.
_LEFT_OUT = (".buildinfo", ".doctrees")


_ATTEMPTS = 3


def main(attempt: int = 1) -> int:
    """Build, then swap, unless nothing changed; the exit status."""
    from analysis.book import lock

    try:
        with lock.held(BOOK.parent):
            status = _attempt()
    except lock.BusyError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(f"given up; {BOOK} is as it was", file=sys.stderr)
        return 130
    if status is not None:
        return status
    if attempt == _ATTEMPTS:
        print(
            f"a file was saved during each of {attempt} builds; {BOOK} is as it was; "
            "build again when no file is being saved",
            file=sys.stderr,
        )
        return 1
    print("a file was saved while the book was being built; building again", flush=True)
    # in a new process: this one has the old code and data in memory
    again = [sys.executable, "-m", "analysis.book.build", str(attempt + 1)]
    return subprocess.run(again, check=False).returncode


def _attempt() -> int | None:
    """Build once; the exit status, None if a file was saved meanwhile."""
    from analysis.book import changes
    from analysis.review import prose

    work = BOOK.parent / "work"
    _recover(BOOK)
    before = changes.state()
    note, digest = work / "built", changes.digest(before)
    if BOOK.exists() and note.exists() and note.read_text("utf-8") == digest:
        print(f"nothing has changed; the book is in {BOOK}/index.html")
        return 0
    _warm(work / "html", before)
    typed = prose.in_book(ROOT)
    for problem in typed:
        print(problem, file=sys.stderr)
    note.unlink(missing_ok=True)
    shutil.rmtree(work / "html", ignore_errors=True)
    good = not typed and _editions(work)
    if changes.state() != before:
        return None
    if not good:
        print(f"the book was not built; {BOOK} is as it was", file=sys.stderr)
        return 1
    publish(work / "html", BOOK)
    note.write_text(digest, "utf-8")
    print(f"the book is in {BOOK}/index.html")
    return 0


def _editions(work: Path) -> bool:
    """Build the book, and beside it, in processes of their own, its editions in other languages."""
    others = editions.codes()[1:]
    jobs = max(1, (os.cpu_count() or 1) // (1 + len(others)))
    processes = {
        code: subprocess.Popen(
            [sys.executable, "-m", "analysis.book.build", "edition", str(work / code), str(jobs)],
            env=os.environ | {editions.CHOSEN: code},
        )
        for code in others
    }
    try:
        good = build(work / "html", jobs)
        for code, process in processes.items():
            if process.wait() != 0:
                print(f"the edition {code!r} was not built", file=sys.stderr)
                good = False
    finally:
        for process in processes.values():
            process.kill()
    if good:
        for code in others:
            shutil.move(work / code / "html", work / "html" / code)
    return good


def edition(work: Path, jobs: int) -> bool:
    """Build the edition that the environment names; for a process of its own."""
    from analysis.book import changes

    _warm(work / "html", changes.state())
    shutil.rmtree(work / "html", ignore_errors=True)
    return build(work / "html", jobs)


def _warm(html: Path, state: State) -> None:
    """Start what chapters are forked from, while this process imports Sphinx; if any may run."""
    from analysis.book import changes, kernels

    kernels.begun()
    if not _pages_alone(html, changes.digest(changes.beside_pages(state))):
        kernels.warm()


def _pages_alone(html: Path, found: str) -> bool:
    """Whether nothing but pages has changed since the last good build into a folder.

    Then most likely no chapter runs; for one that does, what it is forked from is started later.

    Args:
        html: the folder.
        found: the digest of all beside the pages.
    """
    read = html.parent / "read"
    return read.exists() and read.read_text("utf-8") == found


def build(html: Path, jobs: int, quiet: bool = False) -> bool:
    """Write the pages into a folder, as ``jupyter-book build`` does; whether all went well.

    Any warning is a failure. What is kept for the next build lies beside the folder: pages that
    were read, if the build went well and nothing but pages has changed since.

    Args:
        html: the folder.
        jobs: how many processes read and write pages.
        quiet: whether to say nothing but warnings.
    """
    from jupyter_book.sphinx import build_sphinx

    from analysis.book import changes
    from analysis.book import edition as editions_of

    found = changes.digest(changes.beside_pages(changes.state()))
    read = html.parent / "read"
    # after a failure as well: Sphinx warns of a page only when it reads it
    if not _pages_alone(html, found):
        shutil.rmtree(html.parent / ".doctrees", ignore_errors=True)
    read.unlink(missing_ok=True)
    source = editions_of.source(ROOT, html.parent)
    status = build_sphinx(
        source,
        html,
        noconfig=True,
        path_config=ROOT / "_config.yml",
        confoverrides={
            **editions_of.settings(),
            "external_toc_path": str(source / "_toc.yml"),
            "latex_individualpages": False,
            "nitpicky": True,
        },
        warningiserror=True,
        keep_going=True,
        jobs=jobs,
        quiet=quiet,
    )
    if status != 0 or changes.digest(changes.beside_pages(changes.state())) != found:
        return False
    read.write_text(found, "utf-8")
    return True


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
    if sys.argv[1:2] == ["edition"]:
        status = 0 if edition(Path(sys.argv[2]), int(sys.argv[3])) else 1
    else:
        status = main(*map(int, sys.argv[1:]))
    gc.freeze()  # or Python, before it ends, would search all that was read for cycles: a second
    sys.exit(status)
