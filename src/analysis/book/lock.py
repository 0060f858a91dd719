"""One build at a time in a checkout: the second waits and says so.

The lock is one that SQLite takes on an empty file: it is in Python's own library, works on every
system, and ends with the process that holds it, however that ends.
"""

from __future__ import annotations

import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FILE = "lock"
LONGEST = 600.0  # seconds
_STEP = 0.2  # seconds


class BusyError(RuntimeError):
    """Another build did not end in time."""


@contextmanager
def held(folder: Path, longest: float = LONGEST) -> Iterator[None]:
    """Hold the lock of a folder for builds, ``_build``; made if it is not there.

    Args:
        longest: seconds to wait for another build.

    Raises:
        BusyError: another build is still at work.
    """
    folder.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(folder / FILE, timeout=0, isolation_level=None)
    end = None
    try:
        while True:
            try:
                connection.execute("BEGIN EXCLUSIVE")
                break
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                    raise
            if end is None:
                end = time.monotonic() + longest
                said = "another build is at work in this checkout; waiting for it to end"
                print(f"{said} (Ctrl-C gives up)", file=sys.stderr, flush=True)
            if time.monotonic() >= end:
                raise BusyError(f"another build is still at work after {longest:g} s; try again")
            time.sleep(_STEP)
        yield
    finally:
        connection.close()
