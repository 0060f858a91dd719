"""The Chromium in which tests open the pages and the PDF is printed: ``make test``, ``make pdf``.

Run as a file it needs nothing but Python, so that ``make`` can say what is missing before it
installs anything.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
MISSING = (
    "Chromium is missing, in which the tests open the pages and the book is printed. "
    "Type: sudo apt-get install chromium, or, without root: make chromium"
)
# where Playwright keeps the browsers that it installs
_OWN = {"darwin": "Library/Caches", "win32": "AppData/Local"}.get(sys.platform, ".cache")


def launch(playwright: Playwright) -> Browser:
    """A running browser.

    Raises:
        RuntimeError: there is none; says what to type.
    """
    own = playwright.chromium.executable_path
    path = _system() or (own if Path(own).exists() else None)
    if path is None:
        raise RuntimeError(MISSING)
    return playwright.chromium.launch(executable_path=path, args=FLAGS)


def found() -> bool:
    """Whether there is one: the system's, or one that Playwright has installed."""
    folder = os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / _OWN / "ms-playwright"
    return _system() is not None or any(Path(folder).glob("chromium-*"))


def _system() -> str | None:
    return next(filter(None, map(shutil.which, NAMES)), None)


def _install() -> None:
    """Debian's, where this user may install it."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return
    print("set-up: Chromium is missing, in which the tests open the pages; installing Debian's")
    sys.stdout.flush()
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "--yes", "--no-install-recommends", "chromium"]):
        subprocess.run(["apt-get", *command], env=quiet, check=False)


def main() -> int:
    """Find or install one; the exit status."""
    if not found():
        _install()
    if not found():
        print(MISSING, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
