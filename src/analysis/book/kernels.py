"""Warm kernels: forked from one process that has already imported what the chapters need.

``WarmProvisioner`` is named in ``pyproject.toml`` as a kernel provisioner of jupyter-client. A
kernel in a process of its own takes more than a second before its first cell, nearly all of it for
imports. Python's own fork server makes them once. What it holds is modules, with what they keep of
the data, and no chapter's names: each kernel is a fresh process with a fresh namespace.

There is no fork server on Windows, nor where the temporary folder's path is too long for the name
of a socket. Chapters then run in kernels that start on their own, with the same outputs.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
from functools import cache
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import Any, cast

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning import LocalProvisioner

from analysis import SWITCH
from analysis.book import changes

NAME = "warm"  # as in pyproject.toml
_IMPORTS = [
    # each chapter imports its own charts, so that a change of one runs no other chapter again
    *("analysis.book.warmth", "altair", "analysis.bibliography"),
    *("analysis.charts.theme", "analysis.reconcile"),
    # what the fork server is asked to run, and what a kernel imports before its first cell
    *("analysis.book.kernels", "analysis.book.pictures"),
    *("ipykernel.kernelapp", "ipykernel.debugger"),
]
_LAUNCHER = "ipykernel_launcher"


@cache
def begun() -> changes.State:
    """What the checkout held before the first kernel, or what it is forked from, read anything."""
    os.environ[SWITCH] = "1"  # read when analysis.charts is imported
    return changes.state()


@cache
def warm() -> bool:
    """Start the process that kernels are forked from. It imports while the caller goes on.

    Returns:
        Whether there is one; if not, kernels and processes start on their own.
    """
    begun()
    # ipykernel's debugger, which nobody uses here, would print a warning of its own
    os.environ["PYDEVD_DISABLE_FILE_VALIDATION"] = "1"
    try:
        multiprocessing.get_context("forkserver").set_forkserver_preload(_IMPORTS)
        from multiprocessing import forkserver

        forkserver.ensure_running()
    except (ImportError, OSError, ValueError):  # no such thing here, or no name for its socket
        return False
    return True


def processes() -> BaseContext:
    """How to start a process: from the fork server where there is one."""
    return multiprocessing.get_context("forkserver" if warm() else "spawn")


class WarmProvisioner(LocalProvisioner):
    """Forks kernels of Python instead of starting them anew; others start as they always do."""

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Launch a kernel; ``cmd`` and ``kwargs`` as jupyter-client gives them."""
        if _LAUNCHER not in cmd or not warm():
            return await super().launch_kernel(cmd, **kwargs)
        arguments = cmd[cmd.index(_LAUNCHER) + 1 :]
        self.cwd = kwargs.get("cwd") or Path.cwd()
        forked = Forked(arguments, str(self.cwd), kwargs["env"])
        self.process = cast("subprocess.Popen[Any]", forked)
        self.pid = self.pgid = forked.pid
        return self.connection_info


class Forked:
    """A forked kernel, with the part of ``subprocess.Popen`` that LocalProvisioner asks for."""

    stdin = stdout = stderr = None

    def __init__(self, arguments: list[str], cwd: str, env: dict[str, str]) -> None:
        context = multiprocessing.get_context("forkserver")
        self._process = context.Process(target=_kernel, args=(arguments, cwd, env), daemon=True)
        self._process.start()
        self.pid = self._process.pid

    def poll(self) -> int | None:
        """The exit status, None while it runs."""
        return self._process.exitcode

    def wait(self) -> int | None:
        """The exit status, once it has ended."""
        self._process.join()
        return self._process.exitcode

    def send_signal(self, number: int) -> None:
        """Send a signal, unless it has ended."""
        if self._process.is_alive() and self.pid:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)


def _kernel(arguments: list[str], cwd: str, env: dict[str, str]) -> None:
    """What a forked process does: be a kernel, in a process group of its own."""
    from ipykernel.kernelapp import IPKernelApp

    os.setsid()
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(env)
    # a kernel ends when its parent does; here that is the fork server
    IPKernelApp.launch_instance([*arguments, f"--IPKernelApp.parent_handle={os.getppid()}"])
