"""Runs the chapters of a build side by side in warm kernels, before Sphinx reads them.

MyST-NB would run a chapter when it reads it, one after the other, and know its outputs by its code
alone. This extension runs those chapters whose code, or what they read, has changed, and hands the
outputs to MyST-NB. The charts of a chapter are drawn as soon as it has run, by processes that draw
for all chapters. Every chapter that fails is named with its cell, line and error.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import tempfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import myst_nb.sphinx_
from jupyter_client.provisioning import KernelProvisionerFactory
from myst_nb.core.execute import NotebookClientBase, create_client
from myst_nb.core.read import create_nb_reader
from myst_nb.sphinx_ import SphinxEnvType
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat import NotebookNode
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import SphinxError
from sphinx.util import logging
from traitlets.config import Config as Settings

from analysis import traces
from analysis.book import kept, kernels, pictures
from analysis.charts import theme
from analysis.progress import Progress

LOG = logging.getLogger(__name__)
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_IN_CELL = re.compile(r"Cell In\[\d+\], line (\d+)")
# path of a chapter that is to be read -> the outputs of its cells
_outputs: dict[Path, list[dict[str, Any]]] = {}


class ChaptersFailedError(SphinxError):
    """Some chapters did not run to their end."""

    category = "Chapters failed"


@dataclass(frozen=True)
class _Failure:
    """A cell that failed: the chapter, its line there, its number, the error, the traceback."""

    path: Path
    line: int
    cell: int
    error: str
    traceback: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: cell {self.cell}: {self.error}\n{self.traceback}".rstrip()


def setup(app: Sphinx) -> dict[str, Any]:
    """Called by Sphinx when it loads the extension."""
    kernels.begun()
    myst_nb.sphinx_.create_client = _client
    app.connect("config-inited", _allow_parallel_reading)
    app.connect("env-before-read-docs", run_chapters)
    app.connect("env-before-read-docs", _deal_out)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}


class _Ran(NotebookClientBase):
    """Stands for MyST-NB's own runner where the chapter has run already."""

    def start_client(self) -> None:
        """Hand over the outputs."""
        assert self.path is not None
        kept.put(_outputs[self.path], self.notebook)


def _client(notebook: NotebookNode, source: str, config: Any, logger: Any, fmt: Any = None) -> Any:
    """MyST-NB asks this for the outputs of a chapter; it has no other place to name a runner."""
    if config.execution_mode == "cache" and Path(source) in _outputs:
        return _Ran(notebook, Path(source), config, logger)
    return create_client(notebook, source, config, logger, fmt)


def run_chapters(app: Sphinx, env: SphinxEnvType, docnames: list[str]) -> None:
    """Run those of the pages that are notebooks and whose outputs are not kept.

    Raises:
        ChaptersFailedError: some failed; each was named, and the others are kept.
    """
    _outputs.clear()
    if env.mystnb_config.execution_mode != "cache":
        return
    store = kept.Kept(Path(app.outdir).parent / ".outputs", kernels.begun())
    notebooks = {}
    for name in env.found_docs:
        path = Path(env.doc2path(name))
        notebook = _read(path, env)
        if notebook is None:
            continue
        found = store.find(store.key(notebook))
        if found is not None:
            _outputs[path] = found
        elif name in docnames:
            notebooks[path] = notebook
    failures = []
    if _outputs:
        LOG.info("%s chapters are as they were", len(_outputs))
    if notebooks:
        LOG.info("running %s chapters, %s at a time", len(notebooks), _jobs())
        if not kernels.warm():
            LOG.info("no fork server here: each chapter starts a kernel of its own")
        folder = pictures.folder(Path(app.outdir))
        failures = asyncio.run(_run(notebooks, env, store, folder, Path(app.srcdir)))
    if failures:
        for failure in failures:
            LOG.error("%s", failure)
        names = ", ".join(str(failure.path.relative_to(app.srcdir)) for failure in failures)
        raise ChaptersFailedError(f"{len(failures)} of {len(notebooks)} that ran: {names}")
    store.forget_others()


def _deal_out(app: Sphinx, env: SphinxEnvType, docnames: list[str]) -> None:
    """Pages that take long to read are neighbours, and so are those that a process reads."""
    docnames[:] = docnames[::2] + docnames[1::2]


def _allow_parallel_reading(app: Sphinx, config: Config) -> None:
    """Sphinx reads pages one by one if an extension does not say that it need not.

    This one, which Jupyter Book loads, does not say so. It numbers chapters once all are read.
    """
    app.extensions["sphinx_multitoc_numbering"].parallel_read_safe = True


def _read(path: Path, env: SphinxEnvType) -> NotebookNode | None:
    text = path.read_text(encoding="utf-8-sig")
    reader = create_nb_reader(str(path), env.myst_config, env.mystnb_config, text)
    return None if reader is None else reader.read(text)


def _jobs() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


async def _run(
    notebooks: dict[Path, NotebookNode],
    env: SphinxEnvType,
    store: kept.Kept,
    drawn: Path,
    root: Path,
) -> list[_Failure]:
    """Run chapters, several at a time; those that failed, in the order of their paths."""
    factory = KernelProvisionerFactory.instance()
    usual, factory.default_provisioner_name = factory.default_provisioner_name, kernels.NAME
    free = asyncio.Semaphore(_jobs())
    progress = Progress("running chapters", len(notebooks))
    failures = []

    async def run(path: Path, notebook: NotebookNode) -> None:
        known_by = store.key(notebook)
        async with free:
            failure, read = await _chapter(path, notebook, env)
        progress.step(path.relative_to(root).as_posix())
        if failure:
            failures.append(failure)
            return
        _outputs[path] = kept.given(notebook)
        store.keep(known_by, _outputs[path], read)
        for spec in _charts(notebook):
            # a chart that cannot be drawn is an error when its page is read
            drawers.submit(pictures.keep, spec, drawn)

    # the longest first, or at the end one process would work and the others wait
    longest = sorted(notebooks.items(), key=lambda item: _cells(item[1]), reverse=True)
    try:
        with ProcessPoolExecutor(_jobs(), mp_context=kernels.processes()) as drawers:
            await asyncio.gather(*(run(path, notebook) for path, notebook in longest))
    finally:
        factory.default_provisioner_name = usual
    return sorted(failures, key=lambda failure: failure.path)


def _cells(notebook: NotebookNode) -> int:
    """How many cells run, by which the time that a chapter will take is guessed."""
    return sum(cell.cell_type == "code" for cell in notebook.cells)


def _charts(notebook: NotebookNode) -> list[dict[str, Any]]:
    """The descriptions of the charts among the outputs of a chapter."""
    outputs = (output for cell in notebook.cells for output in cell.get("outputs", []))
    return [
        output["data"][theme.MIME] for output in outputs if theme.MIME in output.get("data", {})
    ]


async def _chapter(
    path: Path, notebook: NotebookNode, env: SphinxEnvType
) -> tuple[_Failure | None, dict[str, Any]]:
    """Run a chapter: what went wrong, if anything, and what it read."""
    config = env.mystnb_config
    at = 0

    def begin(cell: NotebookNode, cell_index: int) -> None:
        nonlocal at
        at = cell_index

    client = NotebookClient(
        notebook,
        timeout=config.execution_timeout,
        # on a busy machine outputs may come long after the answer; without them is no chapter
        iopub_timeout=config.execution_timeout,
        raise_on_iopub_timeout=True,
        allow_errors=config.execution_allow_errors,
        config=Settings(KernelManager={"transport_encryption": "required"}),
        resources={"metadata": {"path": str(path.parent)}},
        record_timing=False,
        on_cell_start=begin,
        extra_arguments=[f"--IPKernelApp.extra_extensions={traces.__name__}"],
        # nothing of a chapter is left to save, so its kernel need not be asked politely
        shutdown_kernel="immediate",
    )
    with tempfile.TemporaryDirectory() as folder:
        note = Path(folder) / "read"
        try:
            await client.async_execute(env=os.environ | {traces.NOTE: str(note)})
        # the last two: a cell that takes too long, a kernel that died
        except (CellExecutionError, TimeoutError, RuntimeError) as error:
            return _failure(path, notebook, at, error), kept.NOTHING
        return None, json.loads(note.read_text("utf-8")) if note.exists() else kept.NOTHING


def _failure(path: Path, notebook: NotebookNode, index: int, error: Exception) -> _Failure:
    """What to say of a chapter whose cell at an index failed."""
    cell = notebook.cells[index]
    number = _cells(NotebookNode(cells=notebook.cells[: index + 1]))
    traceback = "\n".join(
        _COLOUR.sub("", line)
        for output in cell.get("outputs", [])
        if output.output_type == "error"
        for line in output.traceback
    )
    said = str(error).strip()
    if isinstance(error, CellExecutionError):
        said = f"{error.ename}: {error.evalue}"
    inside = _IN_CELL.findall(traceback)
    line = _first_line(path, notebook, index) + (int(inside[-1]) - 1 if inside else 0)
    return _Failure(path, line, number, said, traceback)


def _first_line(path: Path, notebook: NotebookNode, index: int) -> int:
    """The line of a chapter on which the code of a cell begins."""
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    start: int = notebook.metadata["source_map"][index]
    first = notebook.cells[index].source.partition("\n")[0]
    found = (i for i in range(start, len(lines)) if lines[i] == first)
    return next(found, start) + 1
