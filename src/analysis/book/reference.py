"""Directives that write the reference parts of the book: tables, dictionary, claims, notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape
from typing import Any, ClassVar

import pandas as pd
from docutils import nodes
from docutils.parsers.rst import directives
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective

from analysis import editions, standing, tables, text, wording
from analysis.account import told
from analysis.account.told import ToldCheck
from analysis.book import downloads, live, reporting, roles, sorting, taking, topics
from analysis.words import current, say

IndexEntry = tuple[str, str, str, str, None]  # as Sphinx keeps it: kind, term, anchor, main, key
_FIGURE = re.compile(r"\d[\d,.]*\d|\d")
_USED = re.compile(r"<!-- used:(\S+) -->")  # stands where the pages that use a claim are listed
_FIGURE_AT = 2  # column of the figure in a table of claims
_MANY = 8  # rows from which a filter helps
_LONG = 20  # rows from which a table scrolls in a frame of its own
_FOLDED = re.compile(
    r"(<section id=[^>]*>\s*(?:<span id=[^>]*></span>\s*)*<h2>.*?</h2>)(.*?)(</section>)", re.S
)


class HtmlDirective(SphinxDirective):
    """A directive that writes HTML, and entries of the index, which the search reads."""

    def run(self) -> list[nodes.Node]:
        html = nodes.raw(text=self.html(), format="html")
        return [addnodes.index(entries=list(self.entries())), html]

    def entries(self) -> Iterable[IndexEntry]:
        """Terms under which the search finds a part of the page; none unless overridden."""
        return ()

    def html(self) -> str:
        """What the directive writes."""
        raise NotImplementedError


class ClaimsTable(HtmlDirective):
    """``{claims-table}``: claims chosen by table or measure, each leading to its address."""

    option_spec: ClassVar = {"tables": directives.unchanged, "measures": directives.unchanged}

    def html(self) -> str:
        chosen = {name: self.options.get(name, "").split() for name in ("tables", "measures")}
        frame = text.claims_table(**chosen)
        for id in frame.index:
            roles.used(self.env).setdefault(id, set()).add(self.env.docname)
        rows = (
            [
                roles.link(self.env, str(id), cell) if place == _FIGURE_AT else _cell(cell)
                for place, cell in enumerate(row)
            ]
            for id, row in frame.iterrows()
        )
        table = html_table(frame.columns, rows, say("claims-label"))
        return f'<div class="claims-table">{table}</div>'


class DataTable(HtmlDirective):
    """``{data-table} NAME``: a whole table of ``data/`` and its file to take along.

    With ``:file:`` the file alone, for a table that another page shows in its own way; with
    ``:fold:`` the rows stand in a fold, where many tables follow each other.
    """

    required_arguments = 1
    option_spec: ClassVar = {"file": directives.flag, "fold": directives.flag}

    def html(self) -> str:
        name = self.arguments[0]
        frame = tables.read(name)
        file = tables.DATA / f"{name}.csv"
        address = downloads.shared(self.env, f"data/{file.name}", file.read_bytes)
        link = f'<a href="{address}" download>{file.name}</a>'
        counted = current().counted("table-rows", len(frame), file=link)
        taken = f'<p class="chart-links">{counted}</p>'
        if "file" in self.options:
            return taken
        head = [say(f"heading-{column}") for column in frame.columns]
        rows = (
            [_anchor(name, column, value) for column, value in row.items()]
            for row in frame.to_dict("records")
        )
        table = html_table(head, rows, say("table-label", name=name))
        if "fold" in self.options:
            table = fold(say("table-fold", name=name), table)
        return f'<div class="data-table" data-table="{name}">{taken}{table}</div>'


class Dictionary(HtmlDirective):
    """``{dictionary} NAME``: the columns of a table, as ``datapackage.json`` describes them."""

    required_arguments = 1

    def html(self) -> str:
        table = tables.package(tables.DATA).tables[self.arguments[0]]
        rows = (
            [
                f"<code>{escape(field.name)}</code>",
                _cell(field.type),
                _cell(editions.described(f"{table.name}.{field.name}", field.description)),
            ]
            for field in table.fields
        )
        said = editions.described(f"{table.name}..description", table.description)
        about = f"<p>{escape(said)}</p>"
        head = [say(f"dictionary-{column}") for column in ("column", "type", "meaning")]
        label = say("dictionary-label", name=table.name)
        return about + fold(say("dictionary-fold", name=table.name), html_table(head, rows, label))


class ClaimsList(HtmlDirective):
    """``{claims-list}``: every claim at its permanent address."""

    def entries(self) -> Iterable[IndexEntry]:
        """Its id, its printed form, and each number in it: Sphinx leaves numbers out of a query."""
        for id, row in roles.all_claims().iterrows():
            printed = str(row["as_printed"])
            yield from index_entries({str(id), printed, *_FIGURE.findall(printed)}, str(id))

    def html(self) -> str:
        claims = roles.all_claims()
        sections = tables.read("sections").sort_values("order", kind="stable")
        return entries_html(
            (section["heading"][0], [self._entry(str(id), row) for id, row in there.iterrows()])
            for _, section in sections.iterrows()
            if len(there := claims[claims["section"] == section["id"]])
        )

    def _entry(self, id: str, row: pd.Series) -> str:
        return (
            f'<section class="entry" id="{id}"><h3>{escape(wording.claim(row))}</h3>'
            f'<p><a href="#{id}"><code>{id}</code></a> {reporting.link(self.env, id)}</p>'
            f'<p class="entry-card">{roles.claim_card(row, confronted=False)}</p>'
            f"{taking.texts(id)}{_touched(self.env, id)}</section>"
        )


class ResultsList(HtmlDirective):
    """``{results-list}``: every computed number at its permanent address."""

    def entries(self) -> Iterable[IndexEntry]:
        """Its id and its number."""
        for result in told.results().values():
            yield from index_entries({result.id, result.number}, result.id)

    def html(self) -> str:
        results = topics.grouped(told.results().values(), lambda one: topics.of_claims(one.claims))
        return entries_html((topic, list(map(self._entry, about))) for topic, about in results)

    def _entry(self, result: told.Told) -> str:
        number = live.span("result", result.id, "", result.text)
        formula = live.span("result", result.id, "formula", result.formula)
        return (
            f'<section class="entry" id="{result.id}"><h3>{number}</h3>'
            f"<p><code>{result.id}</code></p><p>{escape(_sentence(result.label))} {formula}.</p>"
            f"<p>{self._claims(result.claims)}</p></section>"
        )

    def _claims(self, ids: Sequence[str]) -> str:
        if not ids:
            return say("result-counted")
        return say("result-from", claims=", ".join(roles.link(self.env, id, id) for id in ids))


class Footnotes(HtmlDirective):
    """``{footnotes}``: the notes of the article, resolved, and the claims under each."""

    def html(self) -> str:
        sources = roles.table("sources")
        frame = roles.all_claims()
        rows = []
        for id, source in sources.iterrows():
            same = source["same_as"]
            rows.append(
                [
                    f'<span id="{id}">{int(source["footnote"])}</span>',
                    escape(say(f"source-kind-{source['kind']}")),
                    roles.source_link(str(id)),
                    escape(say("footnotes-same", note=same) if same else ""),
                    self._claims(frame, "sources", str(id)),
                    self._claims(frame, "passage_sources", str(id)),
                    _cell(source["remark"]),
                ]
            )
        head = ("note", "kind", "source", "ibid", "sentence", "passage", "remark")
        return html_table(
            [say(f"footnotes-{column}") for column in head], rows, say("footnotes-label")
        )

    def _claims(self, frame: pd.DataFrame, column: str, source: str) -> str:
        under = frame.index[[source in cited for cited in frame[column]]]
        return ", ".join(roles.link(self.env, str(claim), str(claim)) for claim in under)


def _sentence(text: str) -> str:
    """With one full stop, also behind what ends with a shortened word."""
    return text if text.endswith(".") else f"{text}."


def index_entries(terms: Iterable[str], anchor: str) -> Iterable[IndexEntry]:
    """Entries that lead from terms to one place of the page; a semicolon would split a term."""
    for term in sorted(set(terms)):
        if term and ";" not in term:
            yield ("single", term, anchor, "main", None)


def fold(title: str, html: str) -> str:
    """A part of a long page that is opened by its title, by a link into it, and for printing."""
    return f'<details class="fold"><summary>{title}</summary>{html}</details>'


def entries_html(groups: Iterable[tuple[str, Sequence[str]]]) -> str:
    """A long list of entries that ``filter.js`` gives a filter; groups with a title are folded."""
    parts = (
        fold(f"<b>{escape(title)}</b> ({len(entries)})", "".join(entries))
        if title
        else "".join(entries)
        for title, entries in groups
    )
    return f'<div class="entries">{"".join(parts)}</div>'


def _answered(claim: str, check: ToldCheck) -> str:
    """The answer of a check with its condition, and what contradicts the claim in it."""
    by = check.against(claim)
    said = current().message("became-contradicted", opponents=by) if by else ""
    return f"{check.verdict_text}. {said}" if said else check.verdict_text


def _touched(env: BuildEnvironment, claim: str) -> str:
    """The discrepancies and checks of a claim, and a place for the pages that use it."""
    discrepancies = "".join(
        f'<li><a href="08-discrepancies.html#{id}">{escape(row["title"])}</a></li>'
        for id, row in roles.discrepancies_of(claim).iterrows()
    )
    checks = "".join(
        f"<li>{roles.link(env, check.id, check.question, roles.CHECKS_PAGE)} "
        f"{escape(_answered(claim, check))}</li>"
        for check in standing.checks_of(claim)
    )
    listed = "".join(
        f"<p>{say(f'touched-{kind}')}</p><ul>{items}</ul>"
        for kind, items in (("discrepancies", discrepancies), ("checks", checks))
        if items
    )
    return f'<div class="touched">{listed}<!-- used:{claim} --></div>'


def _fill_uses(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Put the links to the pages that use a claim where its entry stands; known after reading."""
    body = context.get("body", "")
    if "<!-- used:" not in body:
        return
    used = roles.used(app.env)

    def links(match: re.Match[str]) -> str:
        pages = ", ".join(
            f'<a href="{app.builder.get_relative_uri(pagename, page)}">'
            f"{escape(app.env.titles[page].astext())}</a>"
            for page in sorted(used.get(match[1], ()))
        )
        return f"<p>{say('used-in', pages=pages)}</p>" if pages else ""

    body = _USED.sub(links, body)
    context["body"] = body


def _fold_sections(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Fold the sections of a page whose front matter says ``folded: true``."""
    if app.env.metadata.get(pagename, {}).get("folded"):
        context["body"] = _FOLDED.sub(
            lambda part: part[1] + fold(say("fold-show"), part[2]) + part[3], context["body"]
        )


def worded_table(
    words: str, columns: Iterable[str], rows: Iterable[list[str]], **given: str
) -> str:
    """A table whose label is a message, and whose headings are attributes of it."""
    return html_table([say(words, column) for column in columns], rows, say(words, **given))


def html_table(head: Iterable[str], rows: Iterable[Sequence[str]], label: str) -> str:
    """A table that scrolls in its own frame; cells are HTML."""
    columns = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
    rows = list(rows)
    body = "".join("<tr>" + "".join(map(sorting.td, row)) + "</tr>" for row in rows)
    return (
        f"{_tools(label) if len(rows) >= _MANY else ''}"
        f'<div class="table-scroll{" tall" * (len(rows) >= _LONG)}" tabindex="0" '
        f'role="region" aria-label="{escape(label)}">'
        f'<table class="table"><thead><tr>{columns}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def _tools(label: str) -> str:
    """What ``static/tables.js`` works with; not shown without scripts."""
    name = re.sub(r"[\W_]+", "-", label.lower())
    filters = escape(say("table-filter", "label", label=label))
    return (
        f'<p class="table-tools pst-js-only"><label>{say("table-filter")} '
        f'<input type="text" autocomplete="off" aria-label="{filters}" /></label> '
        f'<output></output> <button type="button" data-name="{name}">{say("table-csv")}</button>'
        "</p>"
    )


# Columns whose values are words of the data, and the messages that say them.
WORDS = {
    ("discrepancies", "kind"): "doubt-kind",
    ("events", "kind"): "event-kind",
    ("places", "kind"): "place-kind",
    ("places", "functions"): "place-function",
    ("places", "certainty"): "place-certainty",
}


def _anchor(table: str, column: str, value: Any) -> str:
    if words := WORDS.get((table, column)):
        values = value if isinstance(value, tuple) else (value,)
        return escape(", ".join(say(f"{words}-{each}") for each in values if each))
    if column == "place" and value:
        return escape(str(roles.table("places").loc[value, "name"]))
    cell = _cell(value)
    return f'<span id="{cell}">{cell}</span>' if column == "id" and _anchored(table) else cell


def _anchored(table: str) -> bool:
    """Tables whose rows have their address where the table stands, unlike claims."""
    return table in ("assumptions", "comparanda", "discrepancies", "units")


def _cell(value: Any) -> str:
    """A value as text of a cell: lists with commas, numbers without empty decimals."""
    if isinstance(value, tuple | list):
        return escape(", ".join(map(str, value)))
    if value is None or value is pd.NA or (isinstance(value, float) and pd.isna(value)):
        return ""
    return escape(wording.number(value) if isinstance(value, float) else str(value))


def _purge(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    for pages in roles.used(env).values():
        pages.discard(docname)


def _write_again(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """The list of claims, if other pages use other claims than when it was last written."""
    uses = {id: sorted(pages) for id, pages in roles.used(env).items() if pages}
    before = getattr(env, "companion_uses", None)
    setattr(env, "companion_uses", uses)  # noqa: B010
    return [] if before == uses else [roles.CLAIMS_PAGE]


def setup(app: Sphinx) -> None:
    """Register the directives."""
    for name, directive in (
        ("claims-table", ClaimsTable),
        ("data-table", DataTable),
        ("dictionary", Dictionary),
        ("claims-list", ClaimsList),
        ("results-list", ResultsList),
        ("footnotes", Footnotes),
    ):
        app.add_directive(name, directive)
    app.connect("html-page-context", _fill_uses)
    app.connect("html-page-context", _fold_sections)
    app.connect("env-purge-doc", _purge)
    app.connect("env-updated", _write_again)
