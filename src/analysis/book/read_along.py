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
from analysis.words import say


class ReadAlong(HtmlDirective):
    """Every page of the print, its paragraphs, and their claims in order."""

    def html(self) -> str:
        pages = printing.pages()
        links = " ".join(f'<a href="#page-{page}">{page}</a>' for page in pages.index)
        parts = [self._page(str(page), row) for page, row in pages.iterrows()]
        return (
            f'<nav class="read-pages" aria-label="{escape(say("read-pages"))}">'
            f"<b>{say('read-choose')}</b> {links}</nav>{''.join(parts)}"
        )

    def _page(self, page: str, row: pd.Series) -> str:
        said = [_notes(row), row["remark"]]
        found = printing.on_page(page)
        paragraphs = "".join(map(self._part, found))
        return (
            f'<section class="read-page" id="page-{page}"><h2>{say("read-page", page=page)}</h2>'
            f"<p>{escape(' '.join(filter(None, said)))}</p>{paragraphs}</section>"
        )

    def _part(self, part: Part) -> str:
        row = printing.paragraphs().loc[part.id]
        heading = roles.table("sections").loc[row["section"], "heading"][0]
        note = "none" if pd.isna(row["first_note"]) else str(row["first_note"])
        begins, ends = ("yes" if whole else "no" for whole in (part.begins, part.ends))
        place = [say("read-part", note=note, begins=begins, ends=ends)]
        items = "".join(map(self._claim, part.claims))
        place += [] if items else [say("read-empty")]
        said = say("read-paragraph", heading=heading, number=str(row["paragraph"]))
        id = f' id="{part.id}"' if part.begins else ""
        return f'<h3{id}>{escape(said)}</h3><p class="read-place">{escape(" ".join(place))}</p>' + (
            f'<ol class="read-claims">{items}</ol>' if items else ""
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
            f"<details><summary>{say('and').join(counts)}</summary>"
            f"<ul>{''.join(judged + doubts)}</ul></details>"
        )


def _notes(page: pd.Series) -> str:
    first, last = page["first_note"], page["last_note"]
    if pd.isna(first):
        return ""
    if first == last:
        return say("read-note", note=str(first))
    return say("read-notes", first=str(first), last=str(last))


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("read-along", ReadAlong)
