"""Files that belong to a page and are written beside the book: data and pictures of charts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from analysis import editions

_STORE = "companion_downloads"  # page -> {address in the book: content}


def shared(env: BuildEnvironment, address: str, make: Callable[[], bytes]) -> str:
    """Keep a file that is the same in every edition: the first one has it.

    Args:
        env: Sphinx's environment.
        address: path from the root of the first edition.
        make: gives the bytes of the file; asked in the first edition alone.
    """
    if editions.code() == editions.FIRST:
        add(env, address, make())
    return seen(env.docname, address)


def seen(page: str, address: str) -> str:
    """The address of a file of the first edition, seen from a page of this one."""
    return "../" * (page.count("/") + editions.place(editions.code()).count("/")) + address


def add(env: BuildEnvironment, address: str, content: bytes) -> str:
    """Keep a file for the page being read; gives its address as seen from that page.

    Args:
        env: Sphinx's environment.
        address: path from the root of the book.
        content: the bytes of the file.
    """
    _store(env).setdefault(env.docname, {})[address] = content
    return "../" * env.docname.count("/") + address


def setup(app: Sphinx) -> None:
    """Write the files when the pages are written."""
    app.connect("env-purge-doc", _purge)
    app.connect("env-merge-info", _merge)
    app.connect("build-finished", _write)


def _store(env: BuildEnvironment) -> dict[str, dict[str, bytes]]:
    if not hasattr(env, _STORE):
        setattr(env, _STORE, {})
    store: dict[str, dict[str, bytes]] = getattr(env, _STORE)
    return store


def _purge(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    _store(env).pop(docname, None)


def _merge(app: Sphinx, env: BuildEnvironment, docnames: Any, other: BuildEnvironment) -> None:
    _store(env).update(_store(other))


def _write(app: Sphinx, exception: Exception | None) -> None:
    if exception is not None:
        return
    for files in _store(app.env).values():
        for address, content in files.items():
            path = Path(app.outdir) / address
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
