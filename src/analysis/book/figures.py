"""A chart on a page: a finished picture, its source, what it shows in words, its data.

``FigureRenderer`` is named in ``pyproject.toml`` as the renderer of Vega-Lite outputs for MyST-NB.
"""

from __future__ import annotations

import json
import re
import textwrap
from html import escape
from typing import Any

import vl_convert
from docutils import nodes
from myst_nb.core.render import MimeData, MimeRenderPlugin, NbElementRenderer
from sphinx.environment import BuildEnvironment

from analysis import spreadsheet
from analysis.book import downloads, reporting, roles
from analysis.charts import theme

MIME = theme.MIME
SWITCH = theme.SWITCH
WIDE, NARROW = 640, 320  # pixels of the two pictures of each chart
_VARIABLES = {
    theme.INK: "--chart-ink",
    theme.PAPER: "--chart-paper",
    theme.ACCENT: "--chart-accent",
    theme.SECOND: "--chart-second",
    theme.THIRD: "--chart-third",
    theme.MUTED: "--chart-muted",
    theme.GRID: "--chart-grid",
    theme.WATER: "--chart-water",
}
_SPOKEN = re.compile(r' (?:aria-[a-z]+|role)="[^"]*"')
_PATH = re.compile(r'(?<= d=")[^"]*')
_SHIFT = re.compile(r"(?<=translate\()[^)]*")
_FRACTION = re.compile(r"-?\d+\.\d+(?:e[-+]?\d+)?")
_STEP = re.compile(r"([MLZ])(?:(-?[\d.]+),(-?[\d.]+))?")
_ID = re.compile(r'(?<=id=")(clip|gradient_)\d+|(?<=url\(#)(clip|gradient_)\d+')


class FigureRenderer(MimeRenderPlugin):
    """Turns the Vega-Lite description of a chart into a figure."""

    mime_priority_overrides = (("*", MIME, 1),)

    @staticmethod
    def handle_mime(
        renderer: NbElementRenderer, data: MimeData, inline: bool
    ) -> list[nodes.Element] | None:
        """The figure for one output, None for another kind of output."""
        if data.mime_type != MIME or inline:
            return None
        html = figure(data.content, renderer.renderer.sphinx_env)
        return [nodes.raw(text=html, format="html")]


def figure(spec: dict[str, Any], env: BuildEnvironment) -> str:
    """HTML of one chart; keeps its downloads.

    Raises:
        KeyError: the chart was not finished by ``theme.finish``, or names an unknown claim.
    """
    meta = spec["usermeta"]
    name, title, words = meta["id"], _text(spec["title"]), spec["description"]
    rows = table(spec)
    links = [
        f'<a href="{downloads.add(env, f"charts/{name}.{kind}", content)}" download>{label}</a>'
        for kind, label, content in (
            ("csv", "data (CSV)", _csv(rows)),
            ("svg", "picture (SVG)", picture(spec, WIDE, titled=True).encode()),
            ("png", "picture (PNG)", _png(spec)),
        )
    ]
    downloads.add(env, f"charts/{name}.js", live(spec).encode())
    twins = "".join(
        f'<div class="chart-{kind}" data-size="{kind}">'
        f"{themed(picture(spec, width), f'{name}-{kind}')}</div>"
        for kind, width in (("wide", WIDE), ("narrow", NARROW))
    )
    return (
        f'<figure class="chart" id="chart-{name}">'
        f'<p class="chart-title">{escape(title)}</p>'
        f'<div class="chart-picture" role="img" aria-label="{escape(title)}">{twins}</div>'
        f"<figcaption>{_source(meta['claims'], env)}{_outside(meta['outside'], env)}"
        f"<details><summary>What the chart shows, in words and numbers</summary>"
        f"<p>{escape(words)}</p>{_table(rows, title)}</details>"
        f'<p class="chart-links">Take it along: {", ".join(links)}. '
        f"{reporting.link(env, f'chart-{name}')}</p></figcaption></figure>"
    )


def picture(spec: dict[str, Any], width: int, titled: bool = False) -> str:
    """The chart as SVG at a width in pixels, without its title unless wanted."""
    sized = _sized(spec, width)
    if titled:
        sized["title"] = textwrap.wrap(_text(spec["title"]), width // 9)
        sized["padding"] = 12
        sized["background"] = "#ffffff"
    else:
        sized.pop("title")
    return vl_convert.vegalite_to_svg(sized)


def live(spec: dict[str, Any]) -> str:
    """The chart for Vega in the browser: a script that hands over what both its widths draw.

    A script and no JSON file, because a book opened from a disk may not fetch its own files. Rows
    that both widths draw stand there once, in ``rows``; in their place stands their number.
    """
    rows: list[Any] = []
    chart: dict[str, Any] = {"columns": list(table(spec)[0]), "rows": rows}
    for kind, width in (("wide", WIDE), ("narrow", NARROW)):
        sized = _sized(spec, width)
        sized.pop("title")
        config = sized.setdefault("config", {})
        config["mark"] = {**config.get("mark", {}), "tooltip": {"content": "data"}}
        chart[kind] = vl_convert.vegalite_to_vega(sized)
        for data in chart[kind]["data"]:
            if "values" in data:
                if data["values"] not in rows:
                    rows.append(data["values"])
                data["values"] = rows.index(data["values"])
    text = _coloured(json.dumps(chart, separators=(",", ":"), sort_keys=True))
    return f"companionCharts[{json.dumps(spec['usermeta']['id'])}]={text};\n"


def table(spec: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows that a chart draws, without the columns that only place its marks."""
    if "table" in spec["usermeta"]:
        rows: list[dict[str, Any]] = spec["usermeta"]["table"]
        return rows
    datasets = spec.get("datasets") or {"": spec["data"]["values"]}
    longest = max(datasets.values(), key=len)
    return [{k: v for k, v in row.items() if k not in theme.DRAWING} for row in longest]


def _png(spec: dict[str, Any]) -> bytes:
    return vl_convert.svg_to_png(picture(spec, WIDE, titled=True), scale=2)


def _text(title: str | list[str]) -> str:
    return title if isinstance(title, str) else " ".join(title)


def _sized(node: Any, width: int) -> Any:
    """The description with a number wherever a view asks for the width of its container."""
    if isinstance(node, dict):
        return {
            key: width if key == "width" and value == "container" else _sized(value, width)
            for key, value in node.items()
        }
    return [_sized(item, width) for item in node] if isinstance(node, list) else node


def themed(svg: str, prefix: str) -> str:
    """Colours as variables of the page, and ids that do not depend on what was drawn before."""
    svg = _coloured(svg)
    # The picture has one text alternative; what Vega adds to its parts goes.
    svg = _SPOKEN.sub("", svg)
    # A tenth of a pixel is finer than any screen shows; half the bytes of a map.
    svg = _PATH.sub(lambda m: _steps(_FRACTION.sub(_tenths, m[0])), svg)
    svg = _SHIFT.sub(lambda m: _FRACTION.sub(_tenths, m[0]), svg)
    numbers: dict[str, str] = {}
    return _ID.sub(lambda m: numbers.setdefault(m[0], f"{prefix}-{len(numbers)}"), svg)


def _tenths(number: re.Match[str]) -> str:
    return f"{round(float(number[0]), 1) + 0:.6g}"  # + 0 for a nought without a sign


def _steps(path: str) -> str:
    """A path of lines by the steps from point to point, which are short; others as they are."""
    if not re.fullmatch(r"(?:M[\d.,-]+(?:L[\d.,-]+)*Z?)*", path):
        return path
    steps, at = [], (0, 0)
    for kind, x, y in _STEP.findall(path):
        if kind == "Z":
            steps.append(kind)
            continue
        before, at = at, (round(float(x) * 10), round(float(y) * 10))
        if kind == "M":
            steps.append(f"M{at[0] / 10:g},{at[1] / 10:g}")
        else:
            steps.append(f"l{(at[0] - before[0]) / 10:g},{(at[1] - before[1]) / 10:g}")
    return "".join(steps)


def _coloured(text: str) -> str:
    for colour, variable in _VARIABLES.items():
        text = text.replace(f'"{colour}"', f'"var({variable}, {colour})"')
    return text


def _source(claims: list[str], env: BuildEnvironment) -> str:
    """The source line: the claims drawn, and the footnotes behind them."""
    if not claims:
        return '<p class="chart-source">Source: the tables of this book.</p>'
    frame = roles.all_claims()
    notes = sorted({int(n) for n in frame.loc[claims, "footnote"].dropna()})
    without = int(frame.loc[claims, "footnote"].isna().sum())
    printed = frame.loc[claims, "as_printed"]
    links = "".join(
        f"<li>{roles.link(env, id, id)}: “{escape(words)}”</li>" for id, words in printed.items()
    )
    said = ["notes " + ", ".join(map(str, notes)) + " of the article"] if notes else []
    said += [f"{without} without a note"] if without else []
    return (
        f'<details class="chart-source"><summary>Source: {len(claims)} claims of the article '
        f"({'; '.join(said)})</summary><ul>{links}</ul></details>"
    )


def _outside(ids: list[str], env: BuildEnvironment) -> str:
    """The figures from outside the article that are drawn beside the claims."""
    if not ids:
        return ""
    outside = roles.table("comparanda").loc[ids]
    links = "".join(
        f"<li>{roles.link(env, id, id, roles.OUTSIDE_PAGE)}: {escape(row['subject'])}. "
        f"{escape(row['citation'])}</li>"
        for id, row in outside.iterrows()
    )
    return (
        f'<details class="chart-source"><summary>Beside them: {len(ids)} figures from outside the '
        f"article</summary><ul>{links}</ul></details>"
    )


def _csv(rows: list[dict[str, Any]]) -> bytes:
    head = list(rows[0])
    return spreadsheet.csv_bytes(head, ([row[name] for name in head] for row in rows))


def _table(rows: list[dict[str, Any]], title: str) -> str:
    head = "".join(f'<th scope="col">{escape(str(c)).replace("_", " ")}</th>' for c in rows[0])
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(_cell(v))}</td>" for v in row.values()) + "</tr>"
        for row in rows
    )
    return (
        f'<div class="table-scroll" tabindex="0" role="region" aria-label="Data: {escape(title)}">'
        f'<table class="table"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.6g}" if abs(value) < 1e6 else f"{value:.0f}"
    return str(value)
