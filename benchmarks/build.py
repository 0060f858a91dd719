"""The build of the book against ``jupyter-book build`` on the same sources, and the import.

Both build a copy of this tree, in turns. The baseline is Jupyter Book with its own execution: the
same configuration without the extension that runs the chapters ahead, in one process.
"""

from __future__ import annotations

import itertools
import os
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
RUNS = 3
_CHAPTER = "book/04-garrison"
_AHEAD = re.compile(r"^ *- analysis\.book\.execution\n", re.M)
_LEFT = shutil.ignore_patterns("_build", ".venv", ".git", "__pycache__", ".*_cache")
_words = (f"Saved{'x' * number}." for number in itertools.count())


def run(runs: int = RUNS) -> list[dict[str, Any]]:
    """A row per measurement: what, size, seconds, baseline_seconds, note."""
    with tempfile.TemporaryDirectory() as folder:
        ours, stock = Path(folder) / "ours", Path(folder) / "stock"
        for home in (ours, stock):
            shutil.copytree(ROOT, home, ignore=_LEFT)
        config = stock / "_config.yml"
        text, found = _AHEAD.subn("", config.read_text(encoding="utf-8"))
        if not found:
            raise ValueError("the configuration does not name the extension to leave out")
        config.write_text(text, encoding="utf-8")
        notebooks = sum("{code-cell}" in p.read_text("utf-8") for p in ours.glob("book/**/*.md"))
        pages = len(list(ours.glob("book/**/*.md")))
        rows = [
            _row(
                "cold build",
                pages,
                runs,
                lambda: _build(ours, cold=True),
                lambda: _stock(stock, cold=True),
                f"{notebooks} of the pages run code",
            ),
            _row("unchanged rebuild", pages, runs, lambda: _build(ours), lambda: _stock(stock), ""),
        ]
        with _served(ours) as saved:
            rows += [
                _row(
                    "a sentence saved, until its page is written",
                    1,
                    runs,
                    lambda: saved(_sentence),
                    lambda: _edited(stock, _sentence),
                    "make serve against Sphinx building that page from its cache",
                ),
                _row(
                    "a cell changed, until its page is written",
                    1,
                    runs,
                    lambda: saved(_cell),
                    lambda: _edited(stock, _cell),
                    "make serve against jupyter-book build",
                ),
            ]
    imports = ("import analysis.charts, analysis.measures", "import pandas, altair")
    both = [lambda code=code: _timed([sys.executable, "-c", code], ROOT) for code in imports]
    rows.append(
        _row("import of analysis", 1, 2 * runs + 1, *both, "against import of pandas and altair")
    )
    return rows


def _row(
    what: str,
    size: int,
    runs: int,
    ours: Callable[[], float],
    baseline: Callable[[], float],
    note: str,
) -> dict[str, Any]:
    """Medians of pairs that are measured in turns."""
    pairs = [(ours(), baseline()) for _ in range(runs)]
    seconds, baseline_seconds = (statistics.median(side) for side in zip(*pairs, strict=True))
    return {
        "what": what,
        "size": size,
        "seconds": seconds,
        "baseline_seconds": baseline_seconds,
        "note": note,
    }


def _timed(command: list[str], home: Path) -> float:
    env = os.environ | {"PYTHONPATH": str(home / "src")}
    start = time.perf_counter()
    done = subprocess.run(
        command, cwd=home, env=env, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{done.stdout}\n{done.stderr}")
    return time.perf_counter() - start


def _build(home: Path, cold: bool = False) -> float:
    if cold:
        shutil.rmtree(home / "_build", ignore_errors=True)
    return _timed([sys.executable, "-m", "analysis.book.build"], home)


def _stock(home: Path, cold: bool = False) -> float:
    if cold:
        shutil.rmtree(home / "_build", ignore_errors=True)
    command = str(Path(sys.executable).with_name("jupyter-book"))
    return _timed([command, "build", "."], home)


def _sentence(text: str) -> str:
    return f"{text}\n{next(_words)}\n"


def _cell(text: str) -> str:
    """Changes the last cell, so that the chapter must run, and the page, so that it can be seen."""
    before, cell, after = text.rpartition("```{code-cell} ipython3\n:tags: [hide-input]\n")
    word = next(_words)
    return f"{before}{cell}# {word}\n{after}\n{word}\n"


def _edited(home: Path, edit: Callable[[str], str]) -> float:
    chapter = home / f"{_CHAPTER}.md"
    chapter.write_text(edit(chapter.read_text(encoding="utf-8")), encoding="utf-8")
    return _stock(home)


@contextmanager
def _served(home: Path) -> Iterator[Callable[[Callable[[str], str]], float]]:
    """A running ``make serve``; what it gives saves an edit and waits for the page."""
    with socket.socket() as free:
        free.bind(("localhost", 0))
        port = str(free.getsockname()[1])
    server = subprocess.Popen(
        [sys.executable, "-m", "analysis.book.serve", "--port", port],
        cwd=home,
        env=os.environ | {"PYTHONPATH": str(home / "src")},
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert server.stdout is not None
    try:
        while "serving on" not in server.stdout.readline():
            if server.poll() is not None:
                raise RuntimeError("make serve ended")
        time.sleep(1)  # until it watches

        def saved(edit: Callable[[str], str]) -> float:
            chapter = home / f"{_CHAPTER}.md"
            page = home / "_build" / "serve" / "html" / f"{_CHAPTER}.html"
            text = edit(chapter.read_text(encoding="utf-8"))
            word = text.split()[-1]
            start = time.perf_counter()
            chapter.write_text(text, encoding="utf-8")
            while word not in page.read_text(encoding="utf-8", errors="ignore"):
                if time.perf_counter() - start > 300:
                    raise RuntimeError("the page was not written")
                time.sleep(0.02)
            took = time.perf_counter() - start
            time.sleep(2)  # until the rest of the build is done
            return took

        yield saved
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(timeout=60)


if __name__ == "__main__":
    for row in run():
        print(*(f"{v:.3g}" if isinstance(v, float) else v for v in row.values()), sep="\t")
