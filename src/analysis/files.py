"""Lists the files of a folder without what editors and systems leave beside them.

Emacs leaves dangling links (``.#name``) and ``#name#``, Vim ``.name.swp`` and ``4913``, others
``name~``; macOS writes ``._name`` and ``.DS_Store``. None of these is a part of the book, whether
or not git knows of it. Whoever lists a folder of the book lists it here.
"""

from __future__ import annotations

import os
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path

LEFT_BEHIND = (".*", "*~", "#*#", "~$*", "*.swp", "4913", "Thumbs.db", "desktop.ini")
MADE = ("__pycache__", "*.egg-info")  # by Python, beside the code


@lru_cache(maxsize=4096)
def belongs(name: str) -> bool:
    """Whether a file or folder of this name may be a part of the book.

    >>> belongs("garrison.csv"), belongs(".#garrison.csv"), belongs("garrison.csv~")
    (True, False, False)
    """
    return not any(fnmatchcase(name, pattern) for pattern in (*LEFT_BEHIND, *MADE))


def inside(folder: Path, suffix: str = "") -> list[Path]:
    """The files in a folder, in the order of their names; none if there is no such folder.

    Args:
        suffix: how their names end, such as ``.csv``.
    """
    if not folder.is_dir():
        return []
    return [
        path
        for path in sorted(folder.iterdir())
        if path.name.endswith(suffix) and belongs(path.name) and path.is_file()
    ]


def below(folder: Path, suffix: str = "") -> list[Path]:
    """The files in a folder and in the folders in it, in the order of their paths."""
    found = []
    for home, folders, names in os.walk(folder):
        folders[:] = filter(belongs, folders)
        found += [Path(home, name) for name in names if name.endswith(suffix) and belongs(name)]
    return sorted(path for path in found if path.is_file())
