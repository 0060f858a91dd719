"""Draws a chart: pictures at two widths, a file to take along, the description for Vega.

Drawing a map takes a second, more than anything else on its page. What is drawn is kept beside the
book by a digest of the chart's description, of this module and of the fonts, so that a page whose
text changes is not drawn again, and so that charts can be drawn before Sphinx reads their pages.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import tempfile
import textwrap
from dataclasses import dataclass, fields
from functools import cache
from importlib.metadata import version
from itertools import groupby
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import vl_convert

from analysis.book import changes
from analysis.charts import theme

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
    theme.VERDICT_AGREE: "--verdict-agree",
    theme.VERDICT_ONLY_IF: "--verdict-agree-only-if",
    theme.VERDICT_CONTRADICT: "--verdict-contradict",
    theme.VERDICT_SCOPE: "--verdict-different-scope",
    theme.VERDICT_UNTESTED: "--verdict-untested",
}
# the label face, so that a picture does not hang on what is installed
_FONTS = Path(__file__).parent / "vendor" / "fonts"
vl_convert.register_font_directory(str(_FONTS))
_SPOKEN = re.compile(r' (?:aria-[a-z]+|role)="[^"]*"')
_PATH = re.compile(r'(?<= d=")[^"]*')
_SHIFT = re.compile(r"(?<=translate\()[^)]*")
_FRACTION = re.compile(r"-?\d+\.\d+(?:e[-+]?\d+)?")
_STEP = re.compile(r"([MLZ])(?:(-?[\d.]+),(-?[\d.]+))?")
_ID = re.compile(r'(?<=id=")(clip|gradient_)\d+|(?<=url\(#)(clip|gradient_)\d+')
_SVG = "{http://www.w3.org/2000/svg}"
ElementTree.register_namespace("", _SVG.strip("{}"))


@dataclass(frozen=True)
class Drawn:
    """All pictures of a chart.

    Attributes:
        wide, narrow: SVG for the page, without title, its colours variables of the page.
        titled: SVG to take along, with the title.
        png: the same as pixels.
        live: a script that hands the chart to Vega.
    """

    wide: bytes
    narrow: bytes
    titled: bytes
    png: bytes
    live: bytes


def folder(html: Path) -> Path:
    """Where what was drawn for a book is kept, by the folder of its pages."""
    return html.parent / ".pictures"


def drawn(spec: dict[str, Any], kept: Path) -> Drawn:
    """The pictures of a chart, taken from the folder if it was drawn before."""
    home = keep(spec, kept)
    return Drawn(*((home / field.name).read_bytes() for field in fields(Drawn)))


def keep(spec: dict[str, Any], kept: Path) -> Path:
    """Draw a chart into the folder unless it was drawn before; gives where its pictures are."""
    text = json.dumps(spec, sort_keys=True)  # as the cache of outputs, which sorts them, has it
    home = kept / _drawer() / hashlib.sha256(text.encode()).hexdigest()[:32]
    if not home.exists():
        made = _draw(json.loads(text))
        home.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(dir=home.parent))
        for field in fields(Drawn):
            (fresh / field.name).write_bytes(getattr(made, field.name))
        try:  # whole or not at all; whoever comes second drew the same
            fresh.rename(home)
        except OSError:
            shutil.rmtree(fresh)
    return home


@cache
def _drawer() -> str:
    """What the pictures depend on beside the description."""
    faces = [face.read_bytes() for face in sorted(_FONTS.glob("*.ttf"))]
    source = b"".join([Path(__file__).read_bytes(), Path(theme.__file__).read_bytes(), *faces])
    outside = version("vl-convert-python") + changes.fonts()
    return hashlib.sha256(source + outside.encode()).hexdigest()[:16]


def _draw(spec: dict[str, Any]) -> Drawn:
    name = spec["usermeta"]["id"]
    titled = _numbered(picture(spec, WIDE, titled=True), name)
    return Drawn(
        themed(picture(spec, WIDE), f"{name}-wide").encode(),
        themed(picture(spec, NARROW), f"{name}-narrow").encode(),
        titled.encode(),
        pixels(titled, scale=2),
        live(spec).encode(),
    )


def pixels(svg: str, scale: float) -> bytes:
    """A picture in the faces of the book as PNG."""
    return vl_convert.svg_to_png(svg, scale=scale)


def picture(spec: dict[str, Any], width: int, titled: bool = False) -> str:
    """The chart as SVG at a width in pixels, without its title unless wanted."""
    sized = _stacked(_sized(spec, width))
    if titled:
        sized["title"] = textwrap.wrap(title(spec), width // 9)
        sized["padding"] = 12
        sized["background"] = "#ffffff"
    else:
        sized.pop("title")
    return _clipped_together(vl_convert.vegalite_to_svg(sized))


def _clipped_together(svg: str) -> str:
    """The same picture with one clip round each run of neighbours that have the same.

    Vega clips each layer of a map by itself. Each clip is a layer of pixels to whoever paints the
    picture: seventeen of them made the largest PNG three times as slow.
    """
    if "<clipPath" not in svg:
        return svg
    root = ElementTree.fromstring(svg)
    clips = {f"url(#{clip.get('id')})": clip for clip in root.iter(f"{_SVG}clipPath")}
    shapes = {name: ElementTree.tostring(clip[0]) for name, clip in clips.items()}
    used = set()
    for parent in list(root.iter()):
        children = list(parent)
        for shape, run in groupby(children, lambda child: shapes.get(child.get("clip-path", ""))):
            members = list(run)
            if shape is None:
                continue
            clip = members[0].attrib["clip-path"]
            used.add(clip)
            around = ElementTree.Element(f"{_SVG}g", {"clip-path": clip})
            parent.insert(list(parent).index(members[0]), around)
            for member in members:
                del member.attrib["clip-path"]
                parent.remove(member)
                around.append(member)
    for parent in list(root.iter()):
        for name, element in clips.items():
            if name not in used and element in parent:
                parent.remove(element)
    return ElementTree.tostring(root, encoding="unicode")


def live(spec: dict[str, Any]) -> str:
    """The chart for Vega in the browser: a script that hands over what both its widths draw.

    A script and no JSON file, because a book opened from a disk may not fetch its own files. Rows
    that both widths draw stand there once, in ``rows``; in their place stands their number.
    """
    rows: list[Any] = []
    columns = {name: theme.heading(name) for name in table(spec)[0]}
    chart: dict[str, Any] = {"columns": list(columns.items()), "rows": rows}
    for kind, width in (("wide", WIDE), ("narrow", NARROW)):
        sized = _stacked(_sized(spec, width))
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
    columns = spec["usermeta"]["columns"]
    return [{name: row[name] for name in columns} for row in theme.rows(spec)]


def title(spec: dict[str, Any]) -> str:
    """The title of a chart, in one line."""
    found: str | list[str] = spec["title"]
    return found if isinstance(found, str) else " ".join(found)


def _sized(node: Any, width: int) -> Any:
    """The description with a number wherever a view asks for the width of its container."""
    if isinstance(node, dict):
        return {
            key: width if key == "width" and value == "container" else _sized(value, width)
            for key, value in node.items()
        }
    return [_sized(item, width) for item in node] if isinstance(node, list) else node


def _stacked(sized: dict[str, Any]) -> dict[str, Any]:
    """The description with its keys one below the other: side by side they are wider than a phone.

    Vega can do that, but Altair does not know it.
    """
    legend = sized.setdefault("config", {}).setdefault("legend", {})
    legend["layout"] = {"top": {"direction": "vertical", "anchor": "start"}}
    return sized


def themed(svg: str, prefix: str) -> str:
    """Colours as variables of the page, and ids that do not depend on what was drawn before."""
    svg = _coloured(svg)
    # The picture has one text alternative; what Vega adds to its parts goes.
    svg = _SPOKEN.sub("", svg)
    # A tenth of a pixel is finer than any screen shows; half the bytes of a map.
    svg = _PATH.sub(lambda m: _steps(_FRACTION.sub(_tenths, m[0])), svg)
    svg = _SHIFT.sub(lambda m: _FRACTION.sub(_tenths, m[0]), svg)
    return _numbered(svg, prefix)


def _numbered(svg: str, prefix: str) -> str:
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
