"""Says how far long work has come: one line that changes in a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys


class Progress:
    """The state of one piece of work.

    Args:
        what: what is done, such as "running chapters".
        of: how many steps it has.
    """

    def __init__(self, what: str, of: int) -> None:
        self._what, self._of, self._done = what, of, 0

    def step(self, name: str) -> None:
        """One more step is done; ``name`` says which."""
        self._done += 1
        line = f"{self._what}: {self._done} of {self._of}, {name}"
        if not sys.stdout.isatty():
            print(line, flush=True)
            return
        end = "\n" if self._done == self._of else ""
        print(f"\r\033[K{line}", end=end, flush=True)
