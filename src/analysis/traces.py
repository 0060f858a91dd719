"""Notes which files of the checkout a chapter reads while it runs; ``reads``, parts of tables.

``watch`` is called before anything of the book is imported: in the process that kernels are forked
from, or by IPython, which loads this module as an extension where a kernel starts on its own. What
a chapter finds already imported or computed counts as read by it.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from importlib.util import source_from_cache
from pathlib import Path
from typing import Any

NOTE = "ANALYSIS_TRACE"  # in the environment: the file into which a kernel writes what it read
_opened: set[str] = set()
_watching = False
_here = threading.local()


def watch() -> None:
    """From now on note each file that this process, or one forked from it, opens."""
    global _watching
    if not _watching:
        _watching = True
        sys.addaudithook(_note)


def watching() -> bool:
    """Whether what is read is noted."""
    return _watching


@contextmanager
def noted_elsewhere(paths: Iterable[Path]) -> Iterator[None]:
    """These files do not count as read by being opened in this thread; see ``reads``."""
    before: frozenset[str] = getattr(_here, "paths", frozenset())
    _here.paths = before | {str(path.absolute()) for path in paths}
    try:
        yield
    finally:
        _here.paths = before


def read() -> list[str]:
    """The files opened so far and those of the imported modules, as absolute paths."""
    modules = (getattr(module, "__file__", None) for module in list(sys.modules.values()))
    return sorted({_source(path) for path in (*_opened, *filter(None, modules))})


def load_ipython_extension(shell: Any) -> None:
    """Called by IPython: writes the note after each cell."""
    watch()
    note = os.environ.get(NOTE)
    if note:
        shell.events.register(
            "post_run_cell", lambda _: Path(note).write_text(json.dumps(_all()), "utf-8")
        )


def _all() -> dict[str, Any]:
    # not before a chapter has read a table: reads brings pandas along
    reads = sys.modules.get("analysis.reads")
    return {"files": read(), "parts": reads.noted() if reads else []}


def _note(event: str, details: tuple[Any, ...]) -> None:
    # called for all that Python does: quick, and it may not fail
    if event == "open" and isinstance(details[0], str | os.PathLike):
        with suppress(OSError, TypeError, ValueError):
            path = str(Path(os.fsdecode(details[0])).absolute())
            if path not in getattr(_here, "paths", ()):
                _opened.add(path)


def _source(path: str) -> str:
    """The module for a file that Python compiled."""
    if path.endswith(".pyc"):
        try:
            return source_from_cache(path)
        except ValueError:
            pass
    return path
