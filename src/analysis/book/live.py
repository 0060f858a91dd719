"""What follows a reader's settings: marks on pages, and the data behind them.

A number, verdict or sentence that a setting can move is marked with ``data-live``: what it is, of
which result or check. Without settings no script but a small one runs and the pages stand as they
were built. With settings in the address, ``static/settings.js`` loads the account, reckons it anew
and replaces what is marked.
"""

from __future__ import annotations

import json
from functools import cache
from html import escape
from pathlib import Path

from sphinx.application import Sphinx

from analysis import wording
from analysis.account import World, checks, results, settings
from analysis.account.sentences import Sentences
from analysis.book.signs import SIGNS
from analysis.words import current, say

_VENDOR = Path(__file__).parent / "vendor"


@cache
def movable() -> frozenset[str]:
    """``kind:id`` of all that a setting can move."""
    world = World.load()
    return frozenset(
        [f"check:{id}" for id, case in checks(world).items() if settings.moves(case)]
        + [f"result:{id}" for id, r in results(world).items() if settings.moves_result(r, world)]
        + [f"assumption:{id}" for id in settings.movable(world)]
    )


def attribute(kind: str, id: str, part: str = "") -> str:
    """The attribute that lets an element follow the settings; empty if nothing can move it."""
    if f"{kind}:{id}" not in movable():
        return ""
    return f' data-live="{kind}:{escape(id)}:{escape(part)}"'


def span(kind: str, id: str, part: str, text: str) -> str:
    """Words that follow the settings, as HTML."""
    live = attribute(kind, id, part)
    return f"<span{live}>{escape(text)}</span>" if live else escape(text)


def _write(app: Sphinx) -> None:
    """The account as one script, beside those that reckon it and put it into words."""
    world = World.load()
    data = settings.exported(Sentences(world, current()))
    data["grades"] = list(world.grades())
    grades = map(wording.grade, world.grades())
    data["gradesSaid"] = [say("settings-outside", grade=each) for each in grades]
    data["bests"] = {id: world.figure(id, "assumption").best for id in settings.movable(world)}
    data["signs"] = {str(verdict): sign for verdict, sign in SIGNS.items()}
    data["labels"] = {id: say(f"assumption-{id}") for id in settings.movable(world)}
    folder = Path(app.doctreedir) / "account"
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    (folder / "account-data.js").write_text(
        f"window.companionAccount={text};\n", encoding="utf-8", newline="\n"
    )
    fluent = (_VENDOR / "fluent-bundle.js").read_text(encoding="utf-8")
    (folder / "fluent-bundle.js").write_text(fluent, encoding="utf-8", newline="\n")
    app.config.html_static_path.append(str(folder))


def setup(app: Sphinx) -> None:
    """Write what the pages load when something is set."""
    app.connect("builder-inited", _write)
    app.add_js_file("settings.js", loading_method="defer")
