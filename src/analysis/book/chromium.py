"""Finds a Chromium, or installs one: Debian's where apt is at hand, Playwright's own elsewhere."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def launch(playwright: Playwright) -> Browser:
    """A running browser.

    Raises:
        RuntimeError: there is none and none could be installed; says what was tried.
    """
    path = _found(playwright)
    tried = []
    if path is None:
        for command in _installers():
            done = subprocess.run(command, capture_output=True, text=True, timeout=900, check=False)
            tried.append(f"{' '.join(command)}: {(done.stderr or done.stdout).strip()[-300:]}")
            path = _found(playwright)
            if path is not None:
                break
    if path is None:
        raise RuntimeError(
            "a Chromium is needed; none of "
            f"{', '.join(NAMES)} is on the PATH and installing it failed:\n" + "\n".join(tried)
        )
    return playwright.chromium.launch(executable_path=path, args=FLAGS)


def _found(playwright: Playwright) -> str | None:
    own = playwright.chromium.executable_path
    system = next(filter(None, map(shutil.which, NAMES)), None)
    return system or (own if Path(own).exists() else None)


def _installers() -> Iterator[list[str]]:
    if shutil.which("apt-get") and os.geteuid() == 0:
        yield ["apt-get", "install", "-y", "--no-install-recommends", "chromium"]
    yield [sys.executable, "-m", "playwright", "install", "chromium"]
