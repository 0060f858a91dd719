"""Serves the book and builds it again when a file is saved: ``python -m analysis.book.serve``.

The builder is one process that stays: its imports, Sphinx's environment and the kernels' fork
server are warm. Only when something other than a page changes, which it has in memory, is it
replaced by a new one.
"""

# The builder imports this module again: heavy imports stand in functions.
from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import os
import signal
import socket
import sys
import time
from collections.abc import AsyncIterator, Sequence
from enum import Enum
from multiprocessing.connection import Connection
from pathlib import Path

from analysis.book import build, environment

FOLDER = build.ROOT / "_build" / "serve"
# The policy of the pages lets no script run that stands in the page: this one is a file.
RELOAD = b"""new WebSocket(`ws://${location.host}/reload`).onmessage = () => location.reload();"""
_processes = multiprocessing.get_context("spawn")
_ATTEMPTS = 6  # at a build: the builder replaced, a file saved meanwhile


class Outcome(Enum):
    """What came of an order to build."""

    GOOD = "built"
    ERRORS = "with errors"
    STALE = "not built: the builder has old code or data in memory"
    SAVED = "a file was saved meanwhile"


class Builder:
    """A process that builds the book on demand."""

    def __init__(self) -> None:
        self._ours, theirs = _processes.Pipe()
        self._process = _processes.Process(target=_work, args=(theirs,))
        self._process.start()

    def build(self) -> Outcome:
        """Build. The system may have ended the process: then it has to be replaced."""
        try:
            self._ours.send(None)
            done: Outcome = self._ours.recv()
        except (EOFError, OSError):
            return Outcome.STALE
        return done

    def alive(self) -> bool:
        """Whether the process can build."""
        return self._process.is_alive()

    def stop(self) -> None:
        """End the process."""
        self._ours.close()
        self._process.join(timeout=10)
        if self._process.is_alive():
            self._process.kill()


def _work(orders: Connection) -> None:
    """Build for each order, until there are no more."""
    from analysis.book import changes, lock

    in_memory = changes.beside_pages(changes.state())
    from analysis.review import prose

    # Ctrl-C reaches every process of the terminal; the one that serves says good-bye.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    jobs = os.cpu_count() or 1
    while True:
        try:
            orders.recv()
        except EOFError:
            return
        try:
            with lock.held(FOLDER.parent):
                before = changes.state()
                if changes.beside_pages(before) != in_memory:
                    orders.send(Outcome.STALE)
                    continue
                good = build.build(FOLDER / "html", jobs, quiet=True)
                # after pages were drawn here, a fork of this process could not draw
                jobs = 1
                typed = prose.in_book(build.ROOT)
                saved = changes.state() != before
        except lock.BusyError as error:
            print(error, file=sys.stderr)
            orders.send(Outcome.ERRORS)
            continue
        for problem in typed:
            print(problem, file=sys.stderr)
        done = Outcome.GOOD if good and not typed else Outcome.ERRORS
        orders.send(Outcome.SAVED if saved else done)


class Keeper:
    """Builds when files change, with the same builder as long as it can."""

    def __init__(self) -> None:
        self._builder = Builder()

    def __call__(self, *, changed_paths: Sequence[Path]) -> None:
        """Build after a change of these files."""
        names = ", ".join(sorted({path.name for path in changed_paths})) or "everything"
        print(f"{names}: building", flush=True)
        start = time.perf_counter()
        for _ in range(_ATTEMPTS):
            done = self._builder.build()
            if done in (Outcome.GOOD, Outcome.ERRORS):
                break
            if done is Outcome.STALE:
                self._builder.stop()
                self._builder = Builder()
        took = f"{time.perf_counter() - start:.1f} s"
        good = done is Outcome.GOOD
        print(f"{names}: built in {took}" if good else f"{names}: with errors, {took}", flush=True)

    def stop(self) -> None:
        """End the builder."""
        self._builder.stop()


def main() -> None:
    """Build, then serve and watch until Ctrl-C."""
    import uvicorn
    import watchfiles
    from sphinx_autobuild.filter import IgnoreFilter
    from sphinx_autobuild.middleware import JavascriptInjectorMiddleware
    from sphinx_autobuild.server import RebuildServer
    from starlette.applications import Starlette
    from starlette.middleware import Middleware
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import Mount, Route, WebSocketRoute
    from starlette.staticfiles import StaticFiles
    from starlette.types import ASGIApp
    from watchfiles import Change

    from analysis import files
    from analysis.book import changes

    class Injector(JavascriptInjectorMiddleware):
        """Asks for our script where sphinx-autobuild would put its own into the page."""

        def __init__(self, app: ASGIApp) -> None:
            super().__init__(app, "")
            self.script = b'<script src="/reload.js"></script>'

    async def reload_script(_: Request) -> Response:
        return Response(RELOAD, media_type="text/javascript")

    def ours(_: Change, path: str) -> bool:
        return all(map(files.belongs, Path(path).relative_to(build.ROOT).parts))

    def beside(change: Change, path: str) -> bool:
        return Path(path).parent == build.ROOT and ours(change, path) and not Path(path).is_dir()

    class Watcher(RebuildServer):
        """Builds in a thread: sphinx-autobuild starts a process for each build."""

        async def watch(self) -> None:
            once = asyncio.Lock()

            async def build_for(saved: AsyncIterator[set[tuple[Change, str]]]) -> None:
                async for found in saved:
                    paths = [Path(path) for _, path in found]
                    async with once:
                        await asyncio.to_thread(self.change_callback, changed_paths=paths)
                    self.flag.set()

            # files beside the folders are watched as a folder: an editor may replace a file
            await asyncio.gather(
                build_for(watchfiles.awatch(*folders, watch_filter=ours, debounce=200)),
                build_for(
                    watchfiles.awatch(
                        build.ROOT, watch_filter=beside, debounce=200, recursive=False
                    )
                ),
            )

    parser = argparse.ArgumentParser(prog="python -m analysis.book.serve", description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    host = f"localhost:{parser.parse_args().port}"
    keeper = Keeper()
    print("building the book; then it is served", flush=True)
    keeper(changed_paths=())
    folders = [build.ROOT / name for name in changes.FOLDERS if (build.ROOT / name).is_dir()]
    watcher = Watcher(folders, IgnoreFilter([], []), change_callback=keeper)
    app = Starlette(
        routes=[
            WebSocketRoute("/reload", watcher, name="reload"),
            Route("/reload.js", reload_script),
            Mount("/", app=StaticFiles(directory=FOLDER / "html", html=True), name="static"),
        ],
        middleware=[Middleware(Injector)],
        lifespan=watcher.lifespan,
    )

    class Server(uvicorn.Server):
        """Says where the book is once it can be had there, not before."""

        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            print(f"serving on http://{host}/book/index.html; stop with Ctrl-C", flush=True)

    port = int(host.split(":")[1])
    # a page that loads, or connects, while the server is stopped would hold it for ever
    config = uvicorn.Config(
        app, host="localhost", port=port, log_level="warning", timeout_graceful_shutdown=1
    )
    try:
        Server(config).run()
    finally:
        keeper.stop()


if __name__ == "__main__":
    environment.alone("analysis.book.serve", build.ROOT / "_build" / "home")
    main()
