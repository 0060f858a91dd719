"""What nearly every chapter asks for, worked out once, in the process kernels are forked from.

Importing this fills the caches of ``tables`` and ``account``, of which each kernel has a copy of
its own. What is read here counts as read by every chapter.
"""

# ruff: noqa: E402 - the watch begins before the modules it watches are imported
from __future__ import annotations

from contextlib import suppress

from analysis import traces

traces.watch()

from analysis import claims
from analysis.account import told
from analysis.package import DataError

with suppress(DataError, KeyError):  # the chapters will say what is wrong with the data
    claims.load()
    told.results()
    told.checks()
