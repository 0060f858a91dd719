"""Keeps what chapters gave out, with what they read: files, and parts of tables.

A chapter is known by its code. What is kept of it holds as long as each file and each part of a
table that it read while it ran is what it was, the tables are without a problem, as they were, and
neither a file of the data, the code or the words nor a package has come or gone.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import nbformat
import pandas as pd
from nbformat import NotebookNode

from analysis import reads, tables
from analysis.account import World
from analysis.book import changes

_BUILT = "_build"
NOTHING: dict[str, Any] = {"files": [], "parts": []}


class Kept:
    """A folder with what chapters gave out.

    Args:
        folder: it need not exist.
        before: the state of the checkout before any of the chapters ran.
    """

    def __init__(self, folder: Path, before: changes.State) -> None:
        self._folder, self._before = folder, before
        names = (name for name in changes.state() if name.startswith(("data/", "src/", "words/")))
        self._surroundings = [changes.environment(), *sorted(names)]
        self._used: set[Path] = set()

    def key(self, notebook: NotebookNode) -> str:
        """What a chapter is known by: its code, and what may change it beside the files it read."""
        code = [
            (cell.source, sorted(cell.metadata.get("tags", [])))
            for cell in notebook.cells
            if cell.cell_type == "code"
        ]
        about = json.dumps([notebook.metadata.get("kernelspec", {}), code], sort_keys=True)
        return changes.digest_lines([about, *self._surroundings])

    def find(self, known_by: str) -> list[dict[str, Any]] | None:
        """The outputs of each cell of code, None if the chapter must run."""
        path = self._path(known_by)
        try:
            record = json.loads(path.read_text("utf-8"))
        except (OSError, ValueError):
            return None
        if any(changes.digest_of(changes.ROOT / name) != d for name, d in record["files"].items()):
            return None
        if _digest(record["parts"]) != record["said"]:
            return None
        self._used.add(path)
        cells: list[dict[str, Any]] = record["cells"]
        return cells

    def keep(self, known_by: str, cells: list[dict[str, Any]], read: Mapping[str, Any]) -> None:
        """Keep outputs, unless a file that the chapter read was saved after the build began.

        Args:
            known_by: what ``key`` gives for the chapter.
            cells: what ``given`` gives for the chapter that ran.
            read: what ``traces`` noted: ``files``, as absolute paths, and ``parts`` of tables.
        """
        begun = tables.stamp(tables.DATA)
        parts = sorted(read["parts"])
        said = _digest(parts)
        now = {name: changes.digest_of(changes.ROOT / name) for name in _inside(read["files"])}
        # the parts were read from a table as it was, and are now told from it as it is
        own = {name for name in self._before if name.startswith("data/") and name.endswith(".csv")}
        whole = now | {name: changes.digest_of(changes.ROOT / name) for name in own}
        if any(self._before.get(name, digest) != digest for name, digest in whole.items()):
            return
        if said is None or tables.stamp(tables.DATA) != begun:
            return
        path = self._path(known_by)
        self._folder.mkdir(parents=True, exist_ok=True)
        handle, fresh = tempfile.mkstemp(dir=self._folder)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            record = {"files": now, "parts": parts, "said": said, "cells": cells}
            json.dump(record, file, sort_keys=True)
        Path(fresh).replace(path)
        self._used.add(path)

    def forget_others(self) -> None:
        """Take away what was neither found nor kept: of chapters that are no more."""
        if self._folder.is_dir():
            for path in self._folder.iterdir():
                if path not in self._used:
                    path.unlink(missing_ok=True)

    def _path(self, known_by: str) -> Path:
        return self._folder / f"{known_by[:40]}.json"


def given(notebook: NotebookNode) -> list[dict[str, Any]]:
    """What the cells of a chapter gave out, as it comes back from a file."""
    cells = [
        {"outputs": cell.get("outputs", []), "count": cell.get("execution_count")}
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]
    found: list[dict[str, Any]] = json.loads(json.dumps(cells, sort_keys=True))
    return found


def put(cells: list[dict[str, Any]], notebook: NotebookNode) -> None:
    """Write outputs into a chapter that was read."""
    code = (cell for cell in notebook.cells if cell.cell_type == "code")
    for cell, found in zip(code, cells, strict=True):
        cell.outputs = [nbformat.from_dict(output) for output in found["outputs"]]
        cell.execution_count = found["count"]


def _digest(parts: Iterable[Iterable[str]]) -> str | None:
    """A digest of what stands in parts of tables; None if the tables have a problem."""
    try:
        stamp = tables.stamp(tables.DATA)
        _frames(stamp)  # of a chapter that read no part, too, nothing is kept beside a problem
        return changes.digest_lines(_content(stamp, *part) for part in parts)
    except (tables.DataError, KeyError):  # a table that is no more
        return None


@lru_cache(maxsize=4096)  # chapters read much the same
def _content(stamp: tables.Stamp, *part: str) -> str:
    read = reads.Part(*part)
    return reads.content(_frames(stamp)[read.table], read)


@lru_cache(maxsize=1)
def _frames(stamp: tables.Stamp) -> dict[str, pd.DataFrame]:
    return {**tables.load(), **World.load().frames}


def _inside(paths: Iterable[str]) -> Iterable[str]:
    """Those of the paths that are files of the checkout, seen from its root."""
    for path in map(Path, paths):
        if path.is_relative_to(changes.ROOT):
            inside = path.relative_to(changes.ROOT)
            if not inside.parts[0].startswith((".", _BUILT)):
                yield inside.as_posix()
