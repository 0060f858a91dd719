"""What nearly every chapter asks for, worked out once, in the process kernels are forked from.

Importing this fills the caches of ``tables`` and ``account``. They go by the state
of the files, so a kernel that is forked after a change works it out anew; and a kernel has a copy
of its own.
"""

from __future__ import annotations

from contextlib import suppress

from analysis import claims
from analysis.account import told
from analysis.package import DataError

with suppress(DataError, KeyError):  # the chapters will say what is wrong with the data
    claims.load()
    told.results()
    told.checks()
