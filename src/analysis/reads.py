"""Notes which parts of the tables a chapter reads while it runs: rows, columns, cells.

A change of one number then runs only those chapters again that read it. A frame that is handed out
while files are watched (``traces``) is ``Noted``: reading rows by their id, columns by their name
or rows by a mask is noted as just that; whatever else is done with the frame has to fetch its
blocks first, and is noted as all of it. So nothing is read that is not noted.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import pandas as pd

from analysis import traces

ALL = "*"


class Part(NamedTuple):
    """A part of a table: the row of an id or all rows, a column or all; no column: the ids."""

    table: str
    row: str = ALL
    column: str = ALL


_noted: set[Part] = set()
_here = threading.local()


def noted() -> list[Part]:
    """The parts read so far in this process and in the one that it was forked from."""
    return sorted(_noted)


@contextmanager
def unnoted() -> Iterator[None]:
    """Nothing is noted of what this thread reads: what it makes of it is ``Noted`` itself."""
    _here.depth = getattr(_here, "depth", 0) + 1
    try:
        yield
    finally:
        _here.depth -= 1


def handed_out(frame: pd.DataFrame, table: str) -> pd.DataFrame:
    """A frame under the name of its table; noted when read, if this process is watched."""
    if not traces.watching():
        return frame
    with unnoted():
        found = Noted(frame)
        object.__setattr__(found, "_table", table)
    return found


def content(frame: pd.DataFrame, part: Part) -> str:
    """What stands in a part of a table, exactly, with the types of its columns.

    Args:
        frame: the table, by id if the part is a row.
        part: which part.
    """
    rows = frame if part.row == ALL else frame[frame.index == part.row]
    if not part.column:
        return repr(list(rows.index))
    if part.column != ALL:
        rows = rows[[part.column]] if part.column in rows else rows[[]]
    types = [(str(name), str(kind)) for name, kind in rows.dtypes.items()]
    return repr([types, list(rows.itertuples(name=None))])


class Noted(pd.DataFrame):
    """A table that notes what is read of it; what comes out is an ordinary frame."""

    _table = ""

    @property
    def _constructor(self) -> Callable[..., pd.DataFrame]:
        return pd.DataFrame

    def __getattribute__(self, name: str) -> Any:
        get = super().__getattribute__
        # all that pandas does with a frame asks for its blocks; whoever copies it, for its names
        if name in ("_mgr", "__dict__") and not getattr(_here, "depth", 0):
            self._note()
        elif name == "index":
            self._note(column="")
            with unnoted():
                return get(name)
        elif name in ("loc", "at"):
            return _Rows(self, get(name))
        return get(name)

    def __getitem__(self, key: Any) -> Any:
        with unnoted():
            columns, mask = _names(key), _mask(key, self)
        if columns is not None:
            for column in columns:
                self._note(column=column)
        elif mask is not None:
            self._note_chosen(mask, [ALL])
        else:
            self._note()
        with unnoted():
            return super().__getitem__(key)

    def _note(self, row: str = ALL, column: str = ALL) -> None:
        if not getattr(_here, "depth", 0):
            _noted.add(Part(self._table, row, column))

    def _note_chosen(self, mask: list[bool], columns: list[str]) -> None:
        """Rows by a mask: which rows it meets hangs on all ids and their order."""
        with unnoted():
            ids = list(self.index)
        if not all(isinstance(id, str) for id in ids):  # numbers, which shift with the rows
            self._note()
            return
        self._note(column="")
        for id in (id for id, chosen in zip(ids, mask, strict=True) if chosen):
            for column in columns:
                self._note(id, column)


class _Rows:
    """``loc`` and ``at`` of a table that notes what is read."""

    def __init__(self, frame: Noted, real: Any) -> None:
        self._frame, self._real = frame, real

    def __getitem__(self, key: Any) -> Any:
        frame = self._frame
        rows, among = key if isinstance(key, tuple) and len(key) == 2 else (key, slice(None))
        everything = isinstance(among, slice) and among == slice(None)
        with unnoted():
            columns = [ALL] if everything else _names(among)
            ids, mask = _names(rows), _mask(rows, frame)
        if columns is None:
            frame._note()
        elif ids is not None:
            for id in ids:
                for column in columns:
                    frame._note(id, column)
        elif mask is not None:
            frame._note_chosen(mask, columns)
        else:
            frame._note()
        with unnoted():
            return self._real[key]

    def __setitem__(self, key: Any, value: Any) -> None:
        self._frame._note()
        self._real[key] = value

    def __getattr__(self, name: str) -> Any:
        self._frame._note()
        return getattr(self._real, name)

    def __call__(self, *args: Any, **options: Any) -> Any:
        self._frame._note()
        return self._real(*args, **options)


def _names(key: Any) -> list[str] | None:
    """The ids or columns that a key names; None if it is anything else."""
    if isinstance(key, str):
        return [key]
    if isinstance(key, list | pd.Index | pd.Series):
        found = list(key)
        if all(isinstance(each, str) for each in found):
            return found
    return None


def _mask(key: Any, frame: pd.DataFrame) -> list[bool] | None:
    """A truth for each row of a frame, in its order; None if the key is anything else."""
    if isinstance(key, pd.Series) and key.dtype == bool and key.index.equals(frame.index):
        return list(key)
    return None
