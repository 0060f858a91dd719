"""Makes the book the same in every home: a build starts again, without its user's configuration.

IPython runs a user's startup files in every kernel, Jupyter takes kernels from the user's folders,
docutils reads ``~/.docutils``, Python its encoding from the locale, pandas and Sphinx variables of
their own. So a build has a home of its own and, of the environment, only what it needs to run.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ALONE = "ANALYSIS_ALONE"  # set in the environment of a process that has started again
# what programs need to run at all; what libraries compute with; and what may differ from build to
# build, as `make check` tries out
_KEPT = (
    *("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "TMPDIR", "TEMP", "TMP", "TERM", "NO_COLOR"),
    *("SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT"),
    *("OPENBLAS_NUM_THREADS", "OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE", "OMP_NUM_THREADS"),
    *("VIRTUAL_ENV", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE", "PYTHONHASHSEED", "TZ"),
)


def alone(module: str, home: Path) -> None:
    """Start this program again by itself, unless it has been; then do nothing.

    Args:
        module: what ``python -m`` is given.
        home: folder that takes the place of the user's; is made.
    """
    if os.environ.get(ALONE):
        return
    home.mkdir(parents=True, exist_ok=True)
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    homes = dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"), str(home))
    given = {
        ALONE: "1",
        "PYTHONUTF8": "1",
        "JUPYTER_PREFER_ENV_PATH": "1",  # the kernel installed here before the machine's
        "DOCUTILSCONFIG": "",  # in place of /etc/docutils.conf and its like
    }
    command = [sys.executable, "-m", module, *sys.argv[1:]]
    environment = kept | homes | given
    if sys.platform == "win32":  # exec would return to the shell at once
        sys.exit(subprocess.run(command, env=environment, check=False).returncode)
    sys.stdout.flush()
    os.execve(sys.executable, command, environment)
