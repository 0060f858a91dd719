"""``{glance}``: the article at a glance, one mark for every claim in the order of print."""

from __future__ import annotations

from collections import Counter
from html import escape
from itertools import groupby

import pandas as pd
from sphinx.application import Sphinx

from analysis import printing, standing, wording
from analysis.book import marks, roles
from analysis.book.reference import HtmlDirective, html_table
from analysis.standing import Standing
from analysis.words import current, say

_Paragraph = tuple[pd.Series, list[str]]  # its row, and its claims in the order of print


class Glance(HtmlDirective):
    """Marks by section and paragraph, each a link to Read along; the same as a table."""

    def html(self) -> str:
        claims = printing.in_order()
        counts = Counter(map(standing.of, claims))
        key = "".join(
            f"<li>{marks.mark(each)} <b>{escape(marks.counted(each, counts[each]))}</b>, "
            f"{escape(marks.means(each))}</li>"
            for each in Standing
        )
        standing_there = printing.by_paragraph()
        rows = [
            (row, standing_there.get((row["section"], row["paragraph"]), []))
            for _, row in printing.paragraphs().iterrows()
        ]
        sections = "".join(
            self._section(section, list(there))
            for section, there in groupby(rows, key=lambda each: each[0]["section"])
        )
        title = current().counted("glance-title", len(claims))
        page = roles.beside("", say("glance-caption", "page"), roles.READ_PAGE)
        return (
            f'<figure class="glance"><p class="chart-title">{escape(title)}</p>'
            f'<ul class="glance-key">{key}</ul>{sections}'
            f"<figcaption>{say('glance-caption', page=page)}"
            f"<details><summary>{say('glance-same')}</summary>{_table(rows)}</details>"
            "</figcaption></figure>"
        )

    def _section(self, section: str, rows: list[_Paragraph]) -> str:
        heading = _heading(section)
        label = say("glance-paragraphs", heading=heading)
        items = "".join(
            f'<li><span class="glance-number">{row["paragraph"]}</span>'
            f"{''.join(map(self._mark, claims)) or _none()}</li>"
            for row, claims in rows
        )
        return (
            f'<div class="glance-section"><p>{escape(heading)}</p>'
            f'<ol aria-label="{escape(label)}">{items}</ol></div>'
        )

    def _mark(self, claim: str) -> str:
        row = roles.all_claims().loc[claim]
        href = roles.address(self.env, claim, roles.READ_PAGE)
        figure = f"{wording.claim(row)}, {row['subject']}"
        return marks.linked(standing.of(claim), href, figure, standing.against(claim))


def _table(rows: list[_Paragraph]) -> str:
    body = []
    for row, claims in rows:
        counts = Counter(map(standing.of, claims))
        place = [escape(_heading(row["section"])), str(row["paragraph"]), row["page"]]
        body.append([*place, *(str(counts[each]) for each in Standing)])
    head = [say(f"glance-{column}") for column in ("section", "paragraph", "page")]
    return html_table([*head, *map(marks.name, Standing)], body, say("glance-table"))


def _heading(section: str) -> str:
    return str(roles.table("sections").loc[section, "heading"][0])


def _none() -> str:
    return f'<span class="glance-none">{say("glance-none")}</span>'


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("glance", Glance)
