"""Tells what a book is made from, so that nothing old is taken for new.

``state`` is taken before a build begins and again when it has ended. What is kept for the next
build, outputs of chapters and pages that were read, is kept under a digest of what it was made
from, and only if that was the same at the end.
"""

from __future__ import annotations

import hashlib
import os
import platform
import re
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from analysis import files

ROOT = Path(__file__).parents[3]
FOLDERS = ("benchmarks", "book", "codecheck", "data", "src", "words")
_PAGE = re.compile(r"(?:book|words/[^/]+/pages)/[^/]+\.md")

State = dict[str, str]  # of each file: path from the root of the checkout, digest of its bytes


def state() -> State:
    """All that the book of this checkout is made from."""
    paths = [path for folder in FOLDERS for path in files.below(ROOT / folder)]
    paths += files.inside(ROOT)
    return {path.relative_to(ROOT).as_posix(): digest_of(path) for path in paths}


def beside_pages(found: State) -> State:
    """The part of a state that may change more than the page in which it stands."""
    return {name: digest for name, digest in found.items() if not _PAGE.fullmatch(name)}


def digest(found: State) -> str:
    """One digest for a state and for the machine's own part in the book."""
    lines = (f"{name} {content}" for name, content in sorted(found.items()))
    return digest_lines([environment(), *lines])


def digest_lines(lines: Iterable[str]) -> str:
    """A digest of lines of text."""
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def digest_of(path: Path) -> str:
    """A digest of a file, empty if there is none that can be read."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


@cache
def environment() -> str:
    """A digest of Python, of the installed packages and their versions, and of the fonts."""
    installed = {
        name
        for folder in map(Path, sys.path)
        if folder.is_dir()
        for name in (path.name for path in folder.iterdir())
        if name.endswith((".dist-info", ".egg-info"))
    }
    return digest_lines([sys.version, platform.platform(), *sorted(installed), fonts()])


@cache
def fonts() -> str:
    """A digest of the fonts that are installed: pictures made of pixels depend on them."""
    home = Path.home()
    roots = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".fonts"]
    roots += [Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "fonts"]
    roots += [home / "Library" / "Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")]
    for variable, below in (("WINDIR", "Fonts"), ("LOCALAPPDATA", "Microsoft/Windows/Fonts")):
        if variable in os.environ:
            roots.append(Path(os.environ[variable]) / below)
    found = []
    for path in (path for root in dict.fromkeys(roots) for path in files.below(root)):
        about = path.stat()
        found.append(f"{path} {about.st_size} {about.st_mtime_ns}")
    return digest_lines(found)
