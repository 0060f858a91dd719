"""``{reading-room}``: what to order in the archives, ranked, and as a list to take along."""

from __future__ import annotations

from html import escape

import pandas as pd
from sphinx.application import Sphinx

from analysis import orders, spreadsheet, standing, wording
from analysis.account import told
from analysis.book import downloads, ledger, marks, roles
from analysis.book.reference import HtmlDirective, html_table
from analysis.book.signs import sign
from analysis.orders import File, Sought

_FILE = "data/reading-room.csv"
_SIGNS = ("Ф.", "Оп.", "Д.")  # a file has no leaf of its own


class ReadingRoom(HtmlDirective):
    """The order list, then every archive with its files in the same order."""

    def html(self) -> str:
        content = spreadsheet.csv_bytes(orders.HEAD, orders.rows())
        address = downloads.add(self.env, _FILE, content)
        files = orders.files()
        ranks = {file.anchor: rank for rank, file in enumerate(files, 1)}
        order = list(dict.fromkeys(file.archive for file in files))
        archives = roles.table("archives")
        parts = [
            f'<p class="chart-links">{len(files)} files in {len(order)} archives: '
            f'<a href="{address}" download>reading-room.csv</a></p>',
            self._overview(files),
        ]
        for id in order:
            own = [file for file in files if file.archive == id]
            parts.append(self._archive(archives.loc[id], id))
            parts += [self._file(file, ranks[file.anchor]) for file in own]
        return "".join(parts)

    def _overview(self, files: tuple[File, ...]) -> str:
        archives = roles.table("archives")
        table = (
            [
                str(rank),
                f'<a href="#{file.anchor}">{escape(archives.loc[file.archive, "abbreviation"])}, '
                f"{escape(_shelf(file))}</a>",
                str(len(file.settles)),
                str(len(file.hanging)),
                str(len(file.figures)),
                str(len(file.doubts)),
            ]
            for rank, file in enumerate(files, 1)
        )
        head = ("rank", "file", "would settle", "verdicts that hang on it", "figures", "doubts")
        return html_table(head, table, "What to order first")

    def _archive(self, row: pd.Series, id: str) -> str:
        sure = {
            "confirmed": "The Cyrillic form was seen in Cyrillic",
            "read-back": "The Cyrillic form is put back from the Latin letters of the note and not "
            "certain",
        }[row["certainty"]]
        remark = f"<p>{escape(row['remark'])}</p>" if row["remark"] else ""
        return (
            f'<h2 id="{id}">{escape(row["name"])}</h2>'
            f'<p><span lang="ru-Latn">{escape(row["latin"])}</span><br>'
            f'<span lang="ru">{escape(row["cyrillic"])} ({escape(row["cyrillic_abbreviation"])})'
            f"</span></p><p><i>{escape(sure)} ({escape(row['seen_at'])}).</i></p>{remark}"
        )

    def _file(self, file: File, rank: int) -> str:
        cited = "; ".join(
            f"{f'l. {leaves}' if leaves else 'no leaves'} (note {note})"
            for note, leaves in orders.leaves(file)
        )
        sources = roles.table("sources").loc[list(file.sources)]
        cyrillic = wording.cyrillic_mark(sources.iloc[0], _SIGNS)
        remarks = " ".join(dict.fromkeys(remark for remark in sources["remark"] if remark))
        parts = [
            f"<h3>{rank}. {escape(_shelf(file))}</h3>",
            f'<p><span lang="ru">{escape(cyrillic)}</span>. Leaves: {escape(cited)}.</p>',
            self._list("Look for", map(self._figure, file.figures)),
            self._list("Would settle", map(self._check, file.settles)),
            self._hanging(file),
            self._list("Doubts", map(self._doubt, file.doubts)),
            f"<p>{escape(remarks)}</p>" if remarks else "",
        ]
        return f'<section class="entry order" id="{file.anchor}">{"".join(parts)}</section>'

    def _list(self, title: str, items: map[str]) -> str:
        found = "".join(f"<li>{item}</li>" for item in items)
        return f"<p><b>{title}</b></p><ul>{found}</ul>" if found else ""

    def _figure(self, sought: Sought) -> str:
        row = roles.all_claims().loc[sought.claim]
        leaves = roles.table("sources").loc[sought.source, "leaves"]
        when = f", {wording.period(row)}" if row["period"] else ""
        further = "" if sought.own else f"; its note stands {wording.distance(row['sentences_on'])}"
        leaf = f"l.\N{NO-BREAK SPACE}{leaves}" if leaves else "no leaf printed"
        return (
            f"{marks.mark(standing.of(sought.claim))} "
            f"{roles.link(self.env, sought.claim, wording.claim(row))}: "
            f"{escape(str(row['subject']) + when)} "
            f"({escape(leaf + further)})"
        )

    def _hanging(self, file: File) -> str:
        if not file.hanging:
            return "<p>No verdict hangs on it.</p>"
        count = wording.counted(len(file.hanging), "verdicts")
        items = "".join(f"<li>{self._check(id)}</li>" for id in file.hanging)
        return f"<details><summary>{count} hang on it</summary><ul>{items}</ul></details>"

    def _check(self, id: str) -> str:
        check = told.checks()[id]
        question = roles.link(self.env, id, check.question, roles.CHECKS_PAGE)
        return f"{sign(check.verdict)} {question} {escape(check.verdict_text)}"

    def _doubt(self, id: str) -> str:
        title = str(roles.table("discrepancies").loc[id, "title"])
        return roles.link(self.env, id, title, ledger.REGISTER_PAGE)


def _shelf(file: File) -> str:
    """Its shelf mark without leaves, of which its sources have several."""
    return ", ".join(wording.shelf_mark(roles.table("sources").loc[file.sources[0]], leaves=False))


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("reading-room", ReadingRoom)
