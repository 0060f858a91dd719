"""What all commands do alike: one sentence for wrong use, and a quiet end when nobody reads on."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

# what a shell says of a program that wrote to nobody, and of one that was interrupted
_CLOSED, _INTERRUPTED = 141, 130


class Parser(argparse.ArgumentParser):
    """A parser that says in one sentence what is wrong, and exits with 2."""

    def error(self, message: str) -> NoReturn:
        """End with a sentence that names the command, the argument and what is wrong with it."""
        self.exit(2, f"{self.prog}: {message}; --help says what it takes\n")


def file(text: str) -> Path:
    """An argument that names a file to read; whoever reads it says what is wrong inside."""
    path = Path(text)
    if not text:
        raise argparse.ArgumentTypeError("no file is named")
    if path.is_dir():
        raise argparse.ArgumentTypeError(f"{text} is a folder, not a file")
    if not path.exists():
        raise argparse.ArgumentTypeError(f"there is no file {text}")
    if not os.access(path, os.R_OK):
        raise argparse.ArgumentTypeError(f"{text} cannot be read: permission denied")
    return path


def folder(text: str) -> Path:
    """An argument that names a folder to read."""
    path = Path(text)
    if path.exists() and not path.is_dir():
        raise argparse.ArgumentTypeError(f"{text} is a file, not a folder")
    if not path.exists():
        raise argparse.ArgumentTypeError(f"there is no folder {text}")
    return path


def new_folder(text: str) -> Path:
    """An argument that names a folder to write into, whether it is there or not."""
    path = Path(text)
    if path.exists() and not path.is_dir():
        raise argparse.ArgumentTypeError(f"{text} is a file, not a folder")
    return path


def run(parser: argparse.ArgumentParser, arguments: Sequence[str] | None = None) -> int:
    """Parse the arguments and run the command they name, the default ``run`` of its parser.

    Returns:
        Its exit status; 2 if a file could not be read or written, 141 if whoever read the output
        stopped, 130 if it was interrupted.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # in a file or a pipe the same bytes everywhere; a terminal has an encoding of its own
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")
    try:
        try:
            options = parser.parse_args(arguments)
            status: int = options.run(options)
        finally:
            sys.stdout.flush()  # here, or a closed pipe is noticed when Python ends
    except BrokenPipeError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in (sys.stdout, sys.stderr):
            os.dup2(nowhere, stream.fileno())
        return _CLOSED
    except KeyboardInterrupt:
        return _INTERRUPTED
    except OSError as error:
        if error.filename is None:
            raise
        print(f"{parser.prog}: {error.filename}: {error.strerror}", file=sys.stderr)
        return 2
    return status
