"""``{glance}``: the article at a glance, one mark for every claim in the order of print."""

from __future__ import annotations

from collections import Counter
from html import escape

from sphinx.application import Sphinx

from analysis import printing, standing, wording
from analysis.book import marks, roles
from analysis.book.reference import HtmlDirective, html_table
from analysis.standing import Standing

_HEAD = ("section", "paragraph", "page", *map(str, Standing))


class Glance(HtmlDirective):
    """Marks by section and paragraph, each a link to Read along; the same as a table."""

    def html(self) -> str:
        claims = printing.in_order()
        counts = Counter(map(standing.of, claims))
        key = "".join(
            f"<li>{marks.mark(each)} <b>{counts[each]} {each}</b>, {escape(marks.MEANS[each])}</li>"
            for each in Standing
        )
        rows = printing.paragraphs()
        sections = [self._section(str(id)) for id in dict.fromkeys(rows["section"])]
        return (
            '<figure class="glance"><p class="chart-title">The article at a glance: '
            f"{len(claims)} figures in their order</p>"
            f'<ul class="glance-key">{key}</ul>{"".join(sections)}'
            "<figcaption>A mark is a figure, a small number its paragraph. Each mark "
            f"leads to its place in {roles.beside('', 'Read along', roles.READ_PAGE)}. A figure "
            "has the gravest of the verdicts on it."
            f"<details><summary>The same as a table</summary>{self._table()}</details>"
            "</figcaption></figure>"
        )

    def _section(self, section: str) -> str:
        heading = roles.table("sections").loc[section, "heading"][0]
        rows = printing.paragraphs()
        items = "".join(
            f'<li><span class="glance-number">{row["paragraph"]}</span>'
            f"{''.join(map(self._mark, claims_of(str(id)))) or _none()}</li>"
            for id, row in rows[rows["section"] == section].iterrows()
        )
        return (
            f'<div class="glance-section"><p>{escape(heading)}</p>'
            f'<ol aria-label="{escape(heading)}: paragraphs">{items}</ol></div>'
        )

    def _mark(self, claim: str) -> str:
        row = roles.all_claims().loc[claim]
        href = roles.address(self.env, claim, roles.READ_PAGE)
        return marks.linked(standing.of(claim), href, f"{wording.claim(row)}, {row['subject']}")

    def _table(self) -> str:
        rows = []
        for id, row in printing.paragraphs().iterrows():
            counts = Counter(map(standing.of, claims_of(str(id))))
            heading = roles.table("sections").loc[row["section"], "heading"][0]
            place = [escape(heading), str(row["paragraph"]), row["page"]]
            rows.append([*place, *(str(counts[each]) for each in Standing)])
        return html_table(_HEAD, rows, "What became of the figures of each paragraph")


def claims_of(paragraph: str) -> list[str]:
    """The claims of a paragraph, in the order of print."""
    row = printing.paragraphs().loc[paragraph]
    here = (row["section"], row["paragraph"])
    places = ((claim, printing.of(claim)) for claim in printing.in_order())
    return [claim for claim, place in places if (place.section, place.paragraph) == here]


def _none() -> str:
    return '<span class="glance-none">no figure</span>'


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("glance", Glance)
