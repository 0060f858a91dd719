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
from analysis.words import current, say

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
        counted = say(
            "room",
            files=current().counted("room-files", len(files)),
            archives=current().counted("room-archives", len(order)),
            file=f'<a href="{address}" download>reading-room.csv</a>',
        )
        parts = [
            f'<p class="chart-links">{counted}</p>',
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
                f'<a href="#{file.anchor}">{escape(_short(archives.loc[file.archive]))}, '
                f"{escape(_shelf(file))}</a>",
                str(len(file.settles)),
                str(len(file.hanging)),
                str(len(file.figures)),
                str(len(file.doubts)),
            ]
            for rank, file in enumerate(files, 1)
        )
        head = ("rank", "file", "settles", "hanging", "figures", "doubts")
        return html_table([say(f"room-{column}") for column in head], table, say("room-label"))

    def _archive(self, row: pd.Series, id: str) -> str:
        sure = say(f"room-{row['certainty']}")
        remark = f"<p>{escape(row['remark'])}</p>" if row["remark"] else ""
        return (
            f'<h2 id="{id}">{escape(wording.archive(row["name"]))}</h2>'
            f'<p><span lang="ru-Latn">{escape(row["latin"])}</span><br>'
            f'<span lang="ru">{escape(row["cyrillic"])} ({escape(row["cyrillic_abbreviation"])})'
            f"</span></p><p><i>{escape(sure)} ({escape(row['seen_at'])}).</i></p>{remark}"
        )

    def _file(self, file: File, rank: int) -> str:
        cited = "; ".join(
            say("room-leaves", leaves=_leaf(leaves) if leaves else "none", note=note)
            for note, leaves in orders.leaves(file)
        )
        sources = roles.table("sources").loc[list(file.sources)]
        own = f'<span lang="ru">{escape(wording.cyrillic_mark(sources.iloc[0], _SIGNS))}</span>'
        remarks = " ".join(dict.fromkeys(remark for remark in sources["remark"] if remark))
        parts = [
            f"<h3>{rank}. {escape(_shelf(file))}</h3>",
            f"<p>{say('room-cited', cyrillic=own, leaves=escape(cited))}</p>",
            self._list("room-look-for", map(self._figure, file.figures)),
            self._list("room-would-settle", map(self._check, file.settles)),
            self._hanging(file),
            self._list("room-doubted", map(self._doubt, file.doubts)),
            f"<p>{escape(remarks)}</p>" if remarks else "",
        ]
        return f'<section class="entry order" id="{file.anchor}">{"".join(parts)}</section>'

    def _list(self, title: str, items: map[str]) -> str:
        found = "".join(f"<li>{item}</li>" for item in items)
        return f"<p><b>{say(title)}</b></p><ul>{found}</ul>" if found else ""

    def _figure(self, sought: Sought) -> str:
        row = roles.all_claims().loc[sought.claim]
        leaves = roles.table("sources").loc[sought.source, "leaves"]
        when = f", {wording.period(row)}" if row["period"] else ""
        distance = wording.distance(row["sentences_on"]) if not sought.own else ""
        further = f"; {say('room-further', distance=distance)}" if distance else ""
        leaf = _leaf(leaves) if leaves else say("room-no-leaf")
        return (
            f"{marks.mark(standing.of(sought.claim))} "
            f"{roles.link(self.env, sought.claim, wording.claim(row))}: "
            f"{escape(str(row['subject']) + when)} "
            f"({escape(leaf + further)})"
        )

    def _hanging(self, file: File) -> str:
        if not file.hanging:
            return f"<p>{say('room-nothing')}</p>"
        count = current().counted("room-hang", len(file.hanging))
        items = "".join(f"<li>{self._check(id)}</li>" for id in file.hanging)
        return f"<details><summary>{count}</summary><ul>{items}</ul></details>"

    def _check(self, id: str) -> str:
        check = told.checks()[id]
        question = roles.link(self.env, id, check.question, roles.CHECKS_PAGE)
        return f"{sign(check.verdict)} {question} {escape(check.verdict_text)}"

    def _doubt(self, id: str) -> str:
        title = str(roles.table("discrepancies").loc[id, "title"])
        return roles.link(self.env, id, title, ledger.REGISTER_PAGE)


def _short(archive: pd.Series) -> str:
    """An archive (a row of ``archives.csv``) in few letters."""
    latin, cyrillic = archive["abbreviation"], archive["cyrillic_abbreviation"]
    return say("room-short", latin=latin, cyrillic=cyrillic)


def _leaf(leaves: str) -> str:
    return say("shelf-leaves", latin=leaves, cyrillic=leaves)


def _shelf(file: File) -> str:
    """Its shelf mark without leaves, of which its sources have several."""
    return ", ".join(wording.shelf_mark(roles.table("sources").loc[file.sources[0]], leaves=False))


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("reading-room", ReadingRoom)
