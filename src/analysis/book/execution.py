"""Runs the chapters of a build side by side in warm kernels, before Sphinx reads them.

MyST-NB runs a chapter when it reads it, one after the other, unless the outputs are in its
jupyter-cache. This extension fills that cache: same reader, same client, same cache. A chapter that
fails is left out; MyST-NB then runs it again and reports the error with its line. The charts of a
chapter are drawn as soon as it has run, by processes that draw for all chapters.
"""

from __future__ import annotations

import asyncio
import os
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from jupyter_cache import get_cache
from jupyter_cache.base import CacheBundleIn, JupyterCacheAbstract
from jupyter_client.provisioning import KernelProvisionerFactory
from myst_nb.core.read import create_nb_reader
from myst_nb.sphinx_ import SphinxEnvType
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError
from nbformat import NotebookNode
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util import logging
from traitlets.config import Config as Settings

from analysis.book import kernels, pictures
from analysis.charts import theme

LOG = logging.getLogger(__name__)


def setup(app: Sphinx) -> dict[str, Any]:
    """Called by Sphinx when it loads the extension."""
    kernels.warm()
    app.connect("config-inited", _allow_parallel_reading)
    app.connect("env-before-read-docs", run_chapters)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}


def run_chapters(app: Sphinx, env: SphinxEnvType, docnames: list[str]) -> None:
    """Run those of the pages that are notebooks and whose outputs are not in the cache."""
    if env.mystnb_config.execution_mode != "cache":
        return
    cache = get_cache(env.mystnb_config.execution_cache_path)
    notebooks = {}
    for name in docnames:
        path = Path(env.doc2path(name))
        notebook = _read(path, env)
        if notebook is not None and not _cached(cache, notebook):
            notebooks[path] = notebook
    if notebooks:
        LOG.info("running %s chapters, %s at a time", len(notebooks), _jobs())
        asyncio.run(_run(notebooks, env, cache, pictures.folder(Path(app.outdir))))


def _allow_parallel_reading(app: Sphinx, config: Config) -> None:
    """Sphinx reads pages one by one if an extension does not say that it need not.

    This one, which Jupyter Book loads, does not say so. It numbers chapters once all are read.
    """
    app.extensions["sphinx_multitoc_numbering"].parallel_read_safe = True


def _read(path: Path, env: SphinxEnvType) -> NotebookNode | None:
    text = path.read_text(encoding="utf-8-sig")
    reader = create_nb_reader(str(path), env.myst_config, env.mystnb_config, text)
    return None if reader is None else reader.read(text)


def _cached(cache: JupyterCacheAbstract, notebook: NotebookNode) -> bool:
    try:
        cache.match_cache_notebook(notebook)
    except KeyError:
        return False
    return True


def _jobs() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


async def _run(
    notebooks: dict[Path, NotebookNode],
    env: SphinxEnvType,
    cache: JupyterCacheAbstract,
    kept: Path,
) -> None:
    factory = KernelProvisionerFactory.instance()
    usual, factory.default_provisioner_name = factory.default_provisioner_name, kernels.NAME
    free = asyncio.Semaphore(_jobs())

    async def run(path: Path, notebook: NotebookNode) -> None:
        async with free:
            ran = await _chapter(path, notebook, env, cache)
        if ran:
            for spec in _charts(notebook):
                # a chart that cannot be drawn is an error when its page is read
                drawers.submit(pictures.keep, spec, kept)

    # the longest first, or at the end one process would work and the others wait
    longest = sorted(notebooks.items(), key=lambda item: _cells(item[1]), reverse=True)
    try:
        with ProcessPoolExecutor(_jobs(), mp_context=kernels.processes) as drawers:
            await asyncio.gather(*(run(path, notebook) for path, notebook in longest))
    finally:
        factory.default_provisioner_name = usual


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
    path: Path,
    notebook: NotebookNode,
    env: SphinxEnvType,
    cache: JupyterCacheAbstract,
) -> bool:
    """Run a chapter and keep its outputs; whether it ran to its end."""
    config = env.mystnb_config
    client = NotebookClient(
        notebook,
        timeout=config.execution_timeout,
        allow_errors=config.execution_allow_errors,
        config=Settings(KernelManager={"transport_encryption": "required"}),
        resources={"metadata": {"path": str(path.parent)}},
        record_timing=False,  # times would be in the cells' metadata, by which the cache knows them
        # nothing of a chapter is left to save, so its kernel need not be asked politely
        shutdown_kernel="immediate",
    )
    start = time.perf_counter()
    try:
        await client.async_execute()
    except (CellExecutionError, CellTimeoutError, RuntimeError):  # the last: a dead kernel
        return False
    seconds = time.perf_counter() - start
    bundle = CacheBundleIn(notebook, str(path), data={"execution_seconds": seconds})
    cache.cache_notebook_bundle(bundle, check_validity=False, overwrite=True)
    return True
