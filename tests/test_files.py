"""What editors and systems leave beside files is no part of the book, wherever it lies."""

import sys
from pathlib import Path

import pytest

from analysis import files

LEFT = [
    ".#garrison.csv",
    "._garrison.csv",
    ".DS_Store",
    ".garrison.csv.swp",
    "garrison.csv~",
    "#garrison.csv#",
    "4913",
    ".goutputstream-A1B2C3",
    ".~lock.garrison.csv#",
]


def leave(folder: Path, name: str) -> None:
    """Put what an editor leaves into a folder: Emacs's is a link to a file that never is."""
    if name.startswith(".#") and sys.platform != "win32":
        (folder / name).symlink_to("someone@somewhere.1234:5678")
    else:
        (folder / name).write_bytes(b"\0not a table\xff")


@pytest.mark.parametrize("name", LEFT)
def test_what_is_left_behind_is_not_listed(name: str, tmp_path: Path) -> None:
    (tmp_path / "deeper").mkdir()
    for folder in (tmp_path, tmp_path / "deeper"):
        (folder / "garrison.csv").write_text("id\n")
        leave(folder, name)
    assert files.inside(tmp_path) == [tmp_path / "garrison.csv"]
    assert files.below(tmp_path) == [
        tmp_path / "deeper" / "garrison.csv",
        tmp_path / "garrison.csv",
    ]


def test_folders_that_are_hidden_or_made_are_not_entered(tmp_path: Path) -> None:
    for name in (".git", "__pycache__", "analysis.egg-info", "kept"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "module.py").write_text("")
    assert files.below(tmp_path, ".py") == [tmp_path / "kept" / "module.py"]


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert files.inside(tmp_path / "gone") == files.below(tmp_path / "gone") == []
