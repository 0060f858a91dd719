"""Serves the book and builds it again when a file is saved: ``python -m analysis.book.serve``.

The builder is one process that stays: its imports, Sphinx's environment and the kernels' fork
server are warm. Only when code or data change, which it has in memory, is it replaced by a new one.
"""

# The builder imports this module again: heavy imports stand in functions.
from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path

from analysis.book import build, environment

FOLDER = build.ROOT / "_build" / "serve"
# The policy of the pages lets no script run that stands in the page: this one is a file.
RELOAD = b"""new WebSocket(`ws://${location.host}/reload`).onmessage = () => location.reload();"""
_processes = multiprocessing.get_context("spawn")


class Builder:
    """A process that builds the book on demand."""

    def __init__(self) -> None:
        self._ours, theirs = _processes.Pipe()
        self._process = _processes.Process(target=_work, args=(theirs,))
        self._process.start()

    def build(self) -> bool:
        """Build; whether all went well. The system may have ended the process: then not."""
        try:
            self._ours.send(None)
            done: bool = self._ours.recv()
        except (EOFError, OSError):
            return False
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
    from analysis.review import prose

    # Ctrl-C reaches every process of the terminal; the one that serves says good-bye.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    jobs = os.cpu_count() or 1
    while True:
        try:
            orders.recv()
        except EOFError:
            return
        good = build.build(FOLDER / "html", jobs, quiet=True)
        # after pages were drawn here, a fork of this process could not draw
        jobs = 1
        typed = prose.in_book(build.ROOT)
        for problem in typed:
            print(problem, file=sys.stderr)
        orders.send(good and not typed)


class Keeper:
    """Builds when files change, with the same builder as long as it can."""

    def __init__(self) -> None:
        self._builder = Builder()

    def __call__(self, *, changed_paths: Sequence[Path]) -> None:
        """Build after a change of these files."""
        if not self._builder.alive() or any(path.suffix != ".md" for path in changed_paths):
            self._builder.stop()
            self._builder = Builder()
        names = ", ".join(sorted(path.name for path in changed_paths)) or "everything"
        start = time.perf_counter()
        good = self._builder.build()
        took = f"{time.perf_counter() - start:.1f} s"
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

    class Injector(JavascriptInjectorMiddleware):
        """Asks for our script where sphinx-autobuild would put its own into the page."""

        def __init__(self, app: ASGIApp) -> None:
            super().__init__(app, "")
            self.script = b'<script src="/reload.js"></script>'

    async def reload_script(_: Request) -> Response:
        return Response(RELOAD, media_type="text/javascript")

    class Watcher(RebuildServer):
        """Builds in a thread: sphinx-autobuild starts a process for each build."""

        async def watch(self) -> None:
            async for changes in watchfiles.awatch(
                *self.paths, watch_filter=lambda _, path: not self.ignore(path), debounce=200
            ):
                paths = [Path(path) for _, path in changes]
                await asyncio.to_thread(self.change_callback, changed_paths=paths)
                self.flag.set()

    parser = argparse.ArgumentParser(prog="python -m analysis.book.serve", description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    host = f"localhost:{parser.parse_args().port}"
    keeper = Keeper()
    print("building the book; then it is served", flush=True)
    keeper(changed_paths=())
    watched = [build.ROOT / name for name in ("book", "data", "src", "_config.yml", "_toc.yml")]
    ignored = IgnoreFilter([], [r"__pycache__", r"\.egg-info", r"~$", r"/\.[^/]*$"])
    watcher = Watcher(watched, ignored, change_callback=keeper)
    app = Starlette(
        routes=[
            WebSocketRoute("/reload", watcher, name="reload"),
            Route("/reload.js", reload_script),
            Mount("/", app=StaticFiles(directory=FOLDER / "html", html=True), name="static"),
        ],
        middleware=[Middleware(Injector)],
        lifespan=watcher.lifespan,
    )
    print(f"serving on http://{host}/book/index.html; stop with Ctrl-C", flush=True)
    try:
        uvicorn.run(app, host="localhost", port=int(host.split(":")[1]), log_level="warning")
    finally:
        keeper.stop()


if __name__ == "__main__":
    environment.alone("analysis.book.serve", build.ROOT / "_build" / "home")
    main()
