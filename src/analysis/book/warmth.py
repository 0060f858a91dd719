"""What nearly every chapter asks for, worked out once, in the process kernels are forked from.

Importing this checks the tables and makes their frames, of which each kernel has a copy of its own.
What is read here counts as read by every chapter: so nothing is reckoned from the frames.
"""

# ruff: noqa: E402 - the watch begins before the modules it watches are imported
from __future__ import annotations

from contextlib import suppress

from analysis import traces

traces.watch()

from analysis.account import World, told  # noqa: F401 - told is imported for the chapters
from analysis.package import DataError

with suppress(DataError, KeyError):  # the chapters will say what is wrong with the data
    World.load()
