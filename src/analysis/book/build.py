"""Builds the book: ``python -m analysis.book.build``.

The last good book stays in ``_build/html`` until the new one is whole: pages are written elsewhere
and swapped in at the end, so a failing, killed or out-of-disk build leaves it as it was.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
WORK = ROOT / "_build" / "work"
BOOK = ROOT / "_build" / "html"
# Of the builder alone: the path of the environment is in .buildinfo, nothing reads the rest.
_LEFT_OUT = (".buildinfo", ".doctrees")


def main() -> int:
    """Build, then swap; the exit status of jupyter-book."""
    _forget_if_changed()
    print("building the book, chapter by chapter; unchanged chapters are not run again", flush=True)
    command = [str(Path(sys.executable).with_name("jupyter-book")), "build", str(ROOT)]
    strict = ["--warningiserror", "--nitpick", "--keep-going", "--path-output", str(WORK)]
    status = subprocess.run([*command, *strict], cwd=ROOT, check=False).returncode
    if status:
        print(f"the book was not built; {BOOK} is as it was", file=sys.stderr)
        return status
    publish(WORK / "_build" / "html", BOOK)
    print(f"the book is in {BOOK}/index.html")
    return 0


def _forget_if_changed() -> None:
    """Start afresh when data or code changed: chapters are cached by their own text alone."""
    digest = hashlib.sha256()
    for folder, kinds in (
        ("data", ("*.csv", "*.json", "*.bib")),
        ("src", ("*.py", "*.css", "*.js")),
    ):
        for path in sorted(p for kind in kinds for p in (ROOT / folder).rglob(kind)):
            digest.update(path.relative_to(ROOT).as_posix().encode() + path.read_bytes())
    note = WORK / "digest"
    if not note.exists() or note.read_text() != digest.hexdigest():
        shutil.rmtree(WORK, ignore_errors=True)
        WORK.mkdir(parents=True)
        note.write_text(digest.hexdigest())


def publish(built: Path, book: Path) -> None:
    """Put a finished build in the place of the book, in two renames."""
    fresh, old = book.with_name("html.new"), book.with_name("html.old")
    for left in (fresh, old):
        shutil.rmtree(left, ignore_errors=True)
    shutil.copytree(built, fresh, ignore=shutil.ignore_patterns(*_LEFT_OUT))
    if book.exists():
        book.rename(old)
    fresh.rename(book)
    shutil.rmtree(old, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
