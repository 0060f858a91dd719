"""Tells Sphinx what its pages depend on beside their own text.

MyST-NB knows a chapter's outputs by its code alone, and Sphinx a page by its source. Both also
depend on the data and the code behind them. Digests of these are values of Sphinx's configuration:
when one changes, Sphinx reads, or only writes, all pages again.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config

ROOT = Path(__file__).parents[3]
_BOOK = ROOT / "src" / "analysis" / "book"


def setup(app: Sphinx) -> dict[str, Any]:
    """Called by Sphinx when it loads the extension."""
    app.add_config_value("companion_pages", "", "env", str)
    app.add_config_value("companion_dress", "", "html", str)
    app.connect("config-inited", _configure)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}


def digest(chosen: Callable[[Path], bool] = lambda path: True) -> str:
    """A digest of the data, the code and the book's sources, of the library and of Python.

    Args:
        chosen: whether a file counts.
    """
    files = [
        path
        for folder in ("benchmarks", "book", "data", "src")
        for path in (ROOT / folder).rglob("*")
    ]
    files += [path for path in ROOT.iterdir() if not path.name.startswith(".")]
    found = hashlib.sha256(sys.version.encode())
    for path in sorted(path for path in files if "__pycache__" not in path.parts):
        if path.is_file() and chosen(path):
            content = hashlib.sha256(path.read_bytes()).hexdigest()
            found.update(f"{path.relative_to(ROOT).as_posix()} {content}\n".encode())
    return found.hexdigest()


def behind_notebooks(path: Path) -> bool:
    """Whether outputs of chapters may depend on a file: they know nothing of the book's pages."""
    return _is_data(path) or (_is_code(path) and _BOOK not in path.parents)


def behind_pages(path: Path) -> bool:
    """Whether the text of pages may depend on a file beside their own source."""
    return _is_data(path) or _is_code(path)


def dress(path: Path) -> bool:
    """Whether a file only changes how pages look: styles, scripts, templates."""
    return _BOOK in path.parents and not _is_code(path)


def _is_data(path: Path) -> bool:
    return ROOT / "data" in path.parents or path.name == "requirements.txt"


def _is_code(path: Path) -> bool:
    return ROOT / "src" in path.parents and path.suffix == ".py"


def _configure(app: Sphinx, config: Config) -> None:
    config.companion_pages = digest(behind_pages)
    config.companion_dress = digest(dress)
    caches = Path(app.outdir).parent / ".jupyter_cache"
    mine = caches / digest(behind_notebooks)[:16]
    config.nb_execution_cache_path = str(mine)
    for other in caches.glob("*"):
        if other != mine:
            shutil.rmtree(other, ignore_errors=True)
