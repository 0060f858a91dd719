"""What a page loads: one style sheet, few scripts, and a policy that lets nothing else in.

The theme's pages load an icon font and its script (2 MB), a search index, and scripts written into
the page; here they are left out, put into one file, or allowed by their hash. Vega is
kept in ``vendor/``: the bundle that vl-convert makes does not give access to its parser.
"""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from analysis.book import styles

HERE = Path(__file__).parent
# Sets light or dark before anything is drawn; the theme's own, written so that it can be hashed.
MODE_SCRIPT = (
    "{const root=document.documentElement,kept=n=>{try{return localStorage.getItem(n)}catch{}};"
    'root.dataset.mode=kept("mode")||"auto";'
    'root.dataset.theme=kept("theme")||'
    '(matchMedia("(prefers-color-scheme: dark)").matches?"dark":"light");'
    'root.classList.add("scripted")}'
)
POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self' 'sha256-"
        + base64.b64encode(hashlib.sha256(MODE_SCRIPT.encode()).digest()).decode()
        + "'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
    ]
)
# In the order in which the theme links them; with our own they become book.css.
_STYLES = (
    "basic.css",
    "styles/pydata-sphinx-theme.css",
    "pygments.css",
    "styles/sphinx-book-theme.css",
    "copybutton.css",
    "mystnb.*.css",
)
_OWN_STYLE = "companion.css"
# Beginnings of class names that Bootstrap and the search put together.
_MADE = ("bs-tooltip", "kind-")
_UNUSED = (
    "locales",
    "vendor",
    "scripts/fontawesome.js*",
    "**/*.map",
    "**/*webpack-macros.html",
    "styles",
    "basic.css",
    "pygments.css",
    "copybutton.css",
    "mystnb.*.css",
    _OWN_STYLE,
    "*-solid.svg",
    # of Sphinx's own search
    "searchtools.js",
    "sphinx_highlight.js",
    "language_data.js",
    # of a language: what Sphinx's own scripts say, made with what the policy forbids
    "translations.js",
)
# The names of two thousand icons, and the fonts that hold them.
_ICON = re.compile(r"(?:\.fa-[a-z0-9-]+,?)+\{--fa:[^}]*\}|@font-face\{[^}]*\}")
_ASIDE = re.compile(r"^[ \t]*//.*\n", re.M)
_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_NOTICE = re.compile(r"/\*!.*?\*/", re.S)  # licences and authors, which stay


def setup(app: Sphinx) -> None:
    """Connect to the steps of a build."""
    app.connect("config-inited", _add_templates)
    app.connect("builder-inited", _add_vega)
    app.connect("html-page-context", _page, priority=900)
    app.connect("build-finished", _bundle, priority=900)  # after the theme's pygments.css


def vega_bundle() -> str:
    """Vega for the browser, one script: the global ``vega`` with its ``expressionInterpreter``."""
    vega = (HERE / "vendor" / "vega.min.js").read_text("utf-8")
    script = (HERE / "vendor" / "vega-interpreter.js").read_text("utf-8")
    script = re.sub(r"^import (\{.*?\}) from 'vega-util';", r"const \1 = vega;", script, flags=re.M)
    script = re.sub(r"^export \{ (\w+) as (\w+) \};", r"vega.\2 = \1;", script, flags=re.M)
    return f"{vega}\n(() => {{\n{script}\n}})();\n"


def _add_templates(app: Sphinx, config: Any) -> None:
    config.templates_path.insert(0, str(HERE / "templates"))  # before those of the theme


def _add_vega(app: Sphinx) -> None:
    folder = Path(app.doctreedir) / "vega"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "vega.js").write_text(vega_bundle(), "utf-8", newline="\n")
    app.config.html_static_path += [str(HERE / "static"), str(folder)]


def _page(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Give the page its policy, and only scripts that are files, none of which holds up drawing."""
    policy = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}" />'
    context["metatags"] = f"\n    {policy}{context.get('metatags', '')}"
    context["mode_script"] = MODE_SCRIPT
    context["last_updated"] = None
    sheets = [Path(style.filename) for style in context["css_files"] if style.filename]
    context["bundled_styles"] = [
        style.as_posix()
        for style in sheets
        if any(style.match(name) for name in (*_STYLES, _OWN_STYLE))
    ]
    scripts = [
        script
        for script in context["script_files"]
        if script.filename and Path(script.filename).name not in _UNUSED
    ]
    for script in scripts:
        script.attributes["defer"] = "defer"
    context["script_files"] = scripts


def _bundle(app: Sphinx, exception: Exception | None) -> None:
    """Write the one style sheet, and leave out what no page asks for."""
    if exception is not None:
        return
    static = Path(app.outdir) / "_static"
    if not (static / "basic.css").exists():
        return  # no page was written anew, so the sheet is there
    parts = [file.read_text("utf-8") for name in _STYLES for file in sorted(static.glob(name))]
    whole = "\n".join(parts)
    notices = "\n".join(dict.fromkeys(_NOTICE.findall(whole)))
    css = _ICON.sub("", _COMMENT.sub("", whole)).replace('@charset "UTF-8";', "")
    scripts = [script for script in static.rglob("*.js") if script.name != "vega.js"]
    css = styles.used(css, styles.words(Path(app.outdir), scripts), _MADE)
    own = _COMMENT.sub("", (static / _OWN_STYLE).read_text("utf-8"))
    sheet = f'@charset "UTF-8";\n{notices}\n{css}\n{own}'
    (static / "book.css").write_text(sheet, "utf-8", newline="\n")
    for script in (HERE / "static").glob("*.js"):  # what they say to whoever writes them
        copy = static / script.name
        copy.write_text(_ASIDE.sub("", copy.read_text("utf-8")), "utf-8", newline="\n")
    for pattern in _UNUSED:
        for path in list(static.glob(pattern)):
            if path.is_dir():
                shutil.rmtree(path)
            elif path.exists():
                path.unlink()
