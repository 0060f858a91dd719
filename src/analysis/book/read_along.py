"""``{read-along}``: the figures of the article page by page, for a reader who has it in hand."""

from __future__ import annotations

from html import escape

import pandas as pd
from sphinx.application import Sphinx

from analysis import printing, standing, wording
from analysis.book import ledger, marks, roles
from analysis.book.reference import HtmlDirective
from analysis.book.signs import sign
from analysis.printing import Part


class ReadAlong(HtmlDirective):
    """Every page of the print, its paragraphs, and their claims in order."""

    def html(self) -> str:
        pages = printing.pages()
        links = " ".join(f'<a href="#page-{page}">{page}</a>' for page in pages.index)
        parts = [self._page(str(page), row) for page, row in pages.iterrows()]
        return f'<nav class="read-pages" aria-label="Printed pages"><b>Page</b> {links}</nav>' + (
            "".join(parts)
        )

    def _page(self, page: str, row: pd.Series) -> str:
        said = [f"{_notes(row).capitalize()} at its foot." if _notes(row) else "", row["remark"]]
        found = printing.on_page(page)
        paragraphs = "".join(map(self._part, found))
        return (
            f'<section class="read-page" id="page-{page}"><h2>Page {page}</h2>'
            f"<p>{escape(' '.join(filter(None, said)))}</p>{paragraphs}</section>"
        )

    def _part(self, part: Part) -> str:
        row = printing.paragraphs().loc[part.id]
        heading = roles.table("sections").loc[row["section"], "heading"][0]
        note = f"first note {row['first_note']}" if pd.notna(row["first_note"]) else "no note"
        went = "" if part.begins else ", goes on from the page before"
        goes = "" if part.ends else ", goes on overleaf"
        items = "".join(map(self._claim, part.claims))
        id = f' id="{part.id}"' if part.begins else ""
        return (
            f"<h3{id}>{escape(heading)}, paragraph {row['paragraph']}</h3>"
            f'<p class="read-place">{escape(note.capitalize() + went + goes)}.'
            f"{'' if items else ' No figure here.'}</p>"
            + (f'<ol class="read-claims">{items}</ol>' if items else "")
        )

    def _claim(self, claim: str) -> str:
        row = roles.all_claims().loc[claim]
        found, decisive = standing.of(claim), standing.decisive(claim)
        finding = decisive.finding if decisive else ""
        when = f", {wording.period(row)}" if row["period"] else ""
        figure = roles.link(self.env, claim, wording.claim(row))
        warnings = " ".join(standing.warnings(claim))
        lines = [
            f"{marks.mark(found)} <b>{figure}</b>: {escape(str(row['subject']) + when)} "
            f"({escape(wording.noted(row))}).",
            f"<b>{escape(standing.became(claim))}</b> {escape(finding)}",
            f"<i>{escape(warnings)}</i>" if warnings else "",
            escape(row["remark"]),
            self._more(claim),
        ]
        return f'<li id="{claim}">' + "".join(f"<p>{line}</p>" for line in lines if line) + "</li>"

    def _more(self, claim: str) -> str:
        """Every verdict that rests on the claim, and every doubt about it."""
        judged = [
            f"<li>{sign(check.verdict)} "
            f"{roles.link(self.env, check.id, check.question, roles.CHECKS_PAGE)} "
            f"{escape(check.verdict_text)}</li>"
            for check in standing.checks_of(claim)
        ]
        doubts = [
            f"<li>{roles.link(self.env, str(id), doubt['title'], ledger.REGISTER_PAGE)}</li>"
            for id, doubt in roles.discrepancies_of(claim).iterrows()
        ]
        counts = [
            wording.counted(len(items), word)
            for items, word in ((judged, "verdicts"), (doubts, "doubts"))
            if items
        ]
        if not counts:
            return ""
        return (
            f"<details><summary>{' and '.join(counts)}</summary>"
            f"<ul>{''.join(judged + doubts)}</ul></details>"
        )


def _notes(page: pd.Series) -> str:
    first, last = page["first_note"], page["last_note"]
    if pd.isna(first):
        return ""
    return f"note {first}" if first == last else f"notes {first} to {last}"


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("read-along", ReadAlong)
