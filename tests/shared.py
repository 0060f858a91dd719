"""What takes long to make and nobody changes is made once for all workers of a run."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from analysis.book import lock


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder of this run: the first that asks for it makes it, the others wait and take it.

    Args:
        factory: pytest's own.
        name: of the folder.
        make: fills the folder, which does not exist yet. If it fails, whoever asks next tries too.
    """
    home = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        home = home.parent  # that of the run; each worker has one of its own inside
    made, number = home / name / "made", 0
    with lock.held(home / name):
        if not made.exists():
            while (folder := home / name / str(number)).exists():
                number += 1  # what a failure left
            make(folder)
            made.write_text(str(folder), "utf-8")
    return Path(made.read_text("utf-8"))
