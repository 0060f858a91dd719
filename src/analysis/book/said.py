"""The words of scripts and templates, in the language of the edition.

Scripts ask ``said(id, values)`` for the messages whose ids begin with ``page-``; templates have
``say``. Python writes each of these messages for every plural category, with what the script knows
left as ``{name}``, so that the browser needs no Fluent.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from analysis.words import Language, current

PREFIX = "page-"
_SCRIPT = "said.js"
_TEMPLATE = Path(__file__).parent / "templates" / _SCRIPT


def table(words: Language) -> dict[str, str | dict[str, str]]:
    """The messages of the scripts by id; what is counted, by plural category."""
    return {id: _forms(words, id) for id in words.beginning(PREFIX)}


def _forms(words: Language, id: str) -> str | dict[str, str]:
    names = words.variables(id)
    places = {name: f"{{{name}}}" for name in names}
    if "count" not in names:
        return words.message(id, **places)
    categories = sorted({*words.locale.plural_form.tags, "other"})
    return {count: words.message(id, **places | {"count": count}) for count in categories}


def script(words: Language) -> str:
    """The script with its table."""
    said = json.dumps(table(words), ensure_ascii=False, indent=1)
    return _TEMPLATE.read_text("utf-8").replace("WORDS", said)


def _write(app: Sphinx) -> None:
    folder = Path(app.doctreedir) / "said"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _SCRIPT).write_text(script(current()), "utf-8", newline="\n")
    app.config.html_static_path.append(str(folder))


def _page(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    context["say"] = current().message


def setup(app: Sphinx) -> None:
    """Write the script, and load it before those that ask for its words."""
    app.connect("builder-inited", _write)
    app.connect("html-page-context", _page)
    app.add_js_file(_SCRIPT, priority=400, loading_method="defer")
