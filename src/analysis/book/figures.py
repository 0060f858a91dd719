"""A chart on a page: a finished picture, its source, what it shows in words, its data.

``FigureRenderer`` is named in ``pyproject.toml`` as the renderer of Vega-Lite outputs for MyST-NB.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Any

from docutils import nodes
from myst_nb.core.render import MimeData, MimeRenderPlugin, NbElementRenderer
from sphinx.environment import BuildEnvironment

from analysis import spreadsheet, wording
from analysis.book import downloads, pictures, reporting, roles, sorting
from analysis.charts import theme
from analysis.words import say

MIME = theme.MIME


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
    name, title, words = meta["id"], pictures.title(spec), spec["description"]
    rows = pictures.table(spec)
    drawn = pictures.drawn(spec, pictures.folder(Path(env.app.outdir)))
    links = [
        f'<a href="{downloads.add(env, f"charts/{name}.{kind}", content)}" download>{label}</a>'
        for kind, label, content in (
            ("csv", say("picture-take", "csv"), _csv(rows)),
            ("svg", say("picture-take", "svg"), drawn.titled),
            ("png", say("picture-take", "png"), drawn.png),
        )
    ]
    downloads.add(env, f"charts/{name}.js", drawn.live)
    twins = "".join(
        f'<div class="chart-{kind}" data-size="{kind}">{svg.decode()}</div>'
        for kind, svg in (("wide", drawn.wide), ("narrow", drawn.narrow))
    )
    return (
        f'<figure class="chart" id="chart-{name}">'
        f'<p class="chart-title">{escape(title)}</p>'
        f'<div class="chart-picture" role="img" aria-label="{escape(title)}">{twins}</div>'
        f"<figcaption>{_source(meta['claims'], env)}{_outside(meta['outside'], env)}"
        f'<details class="chart-words"><summary>{say("picture-words")}</summary>'
        f"<p>{escape(words)}</p>{_table(rows, title)}</details>"
        f'<p class="chart-links">{say("picture-take", links=", ".join(links))} '
        f"{reporting.link(env, f'chart-{name}')}</p></figcaption></figure>"
    )


def _source(claims: list[str], env: BuildEnvironment) -> str:
    """The source line: the claims drawn, and the footnotes behind them or further on."""
    if not claims:
        return f'<p class="chart-source">{say("picture-tables")}</p>'
    frame = roles.all_claims()
    drawn = frame.loc[claims]
    notes = sorted({int(n) for n in drawn["footnote"].dropna()})
    later = drawn["passage_note"].dropna().astype(int).value_counts().sort_index()
    without = int((drawn["footnote"].isna() & drawn["passage_note"].isna()).sum())
    printed = frame.loc[claims, "as_printed"]
    links = "".join(
        f"<li>{roles.link(env, id, id)}: {escape(say('printed-quote', words=words))}</li>"
        for id, words in printed.items()
    )
    marks = ", ".join(map(str, notes))
    many = "one" if len(notes) == 1 else "other"
    said = [say("picture-notes", count=many, notes=marks)] if notes else []
    if len(later):
        numbers = ", ".join(map(str, later.index))
        said += [say("picture-later", number=str(later.sum()), notes=numbers)]
    said += [say("picture-without", number=str(without))] if without else []
    counted = wording.counted(len(claims), "claims")
    summary = say("picture-source", claims=counted, notes="; ".join(said))
    return (
        f'<details class="chart-source"><summary>{escape(summary)}</summary>'
        f"<ul>{links}</ul></details>"
    )


def _outside(ids: list[str], env: BuildEnvironment) -> str:
    """The figures from outside the article that are drawn beside the claims."""
    if not ids:
        return ""
    outside = roles.table("comparanda").loc[ids]
    figures = wording.counted(len(ids), "figures")
    summary = say("picture-outside", figures=figures)
    links = "".join(
        f"<li>{roles.link(env, id, id, roles.OUTSIDE_PAGE)}: {escape(row['subject'])}. "
        f"{escape(row['citation'])} ({escape(wording.grade(row['grade']))})</li>"
        for id, row in outside.iterrows()
    )
    return (
        f'<details class="chart-source"><summary>{escape(summary)}</summary>'
        f"<ul>{links}</ul></details>"
    )


def _csv(rows: list[dict[str, Any]]) -> bytes:
    head = list(rows[0])
    return spreadsheet.csv_bytes(head, ([row[name] for name in head] for row in rows))


# Columns that no reader of a page needs: names of the data, and bare numbers beside their words.
_NAMES = frozenset({"id", "claim", "index", "disputed", "lat", "lon"})
_NUMBERS = frozenset({"lower", "upper", "best"})


def _table(rows: list[dict[str, Any]], title: str) -> str:
    """The data under a chart: names and figures in words; the file beside it has the rest."""
    unread = _NAMES | (_NUMBERS if "text" in rows[0] else frozenset())
    rows = [{k: v for k, v in row.items() if k not in unread} for row in rows]
    head = "".join(f'<th scope="col">{escape(theme.heading(str(c)))}</th>' for c in rows[0])
    body = "".join(
        "<tr>" + "".join(sorting.td(escape(_cell(k, v))) for k, v in row.items()) + "</tr>"
        for row in rows
    )
    label = escape(say("picture-data", title=title))
    return (
        f'<div class="table-scroll" tabindex="0" role="region" aria-label="{label}">'
        f'<table class="table"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def _cell(name: str, value: Any) -> str:
    """A value as the language writes it; three places are enough to read off a picture."""
    if value is None:
        return ""
    if isinstance(value, int | float) and not isinstance(value, bool) and name != "year":
        return wording.number(round(value) if abs(value) >= 100 else float(f"{value:.3g}"))
    return str(value)
