"""The commands of the package as a shell runs them, but in this process.

A process of its own takes one to three seconds for its imports, whatever it then does. As processes
commands are started by ``test_named.py``, each of them, and where the process itself is tested:
whoever stops reading, what is imported.
"""

import io
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from unittest.mock import patch


def run(main: Callable[[], int | None], *arguments: object) -> tuple[int, str, str]:
    """Run the ``main`` of a ``__main__.py``: exit status, and the bytes of each stream as UTF-8."""
    # as in a pipe under LC_ALL=C: that the bytes are UTF-8 is the program's doing
    out, err = (io.TextIOWrapper(io.BytesIO(), "ascii") for _ in range(2))
    called = ["__main__.py", *map(str, arguments)]
    with redirect_stdout(out), redirect_stderr(err), patch.object(sys, "argv", called):
        try:
            status = main() or 0
        except SystemExit as end:
            assert end.code is None or isinstance(end.code, int), end.code
            status = end.code or 0
    said = []
    for stream in (out, err):
        stream.flush()
        said.append(stream.buffer.getvalue().decode("utf-8"))
    return status, said[0], said[1]
