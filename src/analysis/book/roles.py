"""Numbers in the text: each is a link to the claim or result behind it, with a card.

``{claim}`id` `` writes a claim's figure with hedge and unit. Other forms: ``id|number`` (without
the unit), ``id|as-printed`` (the article's words, or in another language its own), ``id|period``.
``{result}`id` `` writes a computed number, ``id|number`` without its unit. ``{event}`id` `` writes
the date of an event. ``{check}`id` `` writes the verdict of a check with its condition,
``id|verdict`` the bare verdict, ``id|key`` its key number. ``{assumption}`id` `` and
``{outside}`id` `` write an assumption and a figure from outside the article.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from html import escape

import pandas as pd
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxRole

from analysis import claims, orders, printing, quoting, standing, tables, text, units, wording
from analysis.account import told
from analysis.book import live, marks, taking
from analysis.words import say

CLAIMS_PAGE = "book/claims"
RESULTS_PAGE = "book/results"
EVENTS_PAGE = "book/events"
DATA_PAGE = "book/data"
CHECKS_PAGE = "book/checks"
OUTSIDE_PAGE = "book/sources"
SOURCES_PAGE = "book/sources"
ARCHIVE_PAGE = "book/archive"
READ_PAGE = "book/read-along"
CARD_CHECKS = 3  # checks named on the card of a claim; its own page has all
_LIVE = ("result", "check", "assumption")  # roles whose words a setting can move
_NOTED = "companion_noted"  # while Sphinx reads a page: the claims that have a side note on it
_USED = "companion_used"  # in Sphinx's environment: id -> names of pages


@cache
def all_claims() -> pd.DataFrame:
    """The claims, read once for a build."""
    return claims.load()


@cache
def table(name: str) -> pd.DataFrame:
    """One of the other tables by its ids, read once for a build."""
    return tables.read(name).set_index("id")


def link(env: BuildEnvironment, id: str, text: str, page: str = CLAIMS_PAGE) -> str:
    """A link to the permanent address of a claim, result or event, seen from the current page."""
    return f'<a class="evidence" href="{address(env, id, page)}">{escape(text)}</a>'


def address(env: BuildEnvironment, id: str, page: str = CLAIMS_PAGE) -> str:
    """The permanent address of a claim, result or event, seen from the current page."""
    return f"{env.app.builder.get_relative_uri(env.docname, page)}#{id}"


def beside(id: str, text: str, page: str) -> str:
    """The same link from any page of the folder that holds the pages, ``page`` among them."""
    return f'<a class="evidence" href="{page.rpartition("/")[2]}.html#{id}">{escape(text)}</a>'


def used(env: BuildEnvironment) -> dict[str, set[str]]:
    """Which pages use which claim, result or event: id to names of pages."""
    if not hasattr(env, _USED):
        setattr(env, _USED, {})
    store: dict[str, set[str]] = getattr(env, _USED)
    return store


def with_card(href: str, text: str, id: str, card: str, live: str = "") -> str:
    """A link that shows a card when it is pointed at or has the focus.

    Args:
        href: where it leads.
        text: its words.
        id: of the card.
        card: the card, as HTML.
        live: the attribute that lets the words follow a reader's settings.
    """
    return (
        f'<span class="evidence-box"><a class="evidence" href="{escape(href)}" '
        f'aria-describedby="{id}"{live}>{escape(text)}</a>'
        f'<span class="card" role="tooltip" id="{id}">{card}</span></span>'
    )


class _Evidence(SphinxRole):
    """A role whose text is ``id`` or ``id|form``."""

    page = CLAIMS_PAGE

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        id, _, form = self.text.partition("|")
        try:
            said, card = self.write(id, form)
        except KeyError:
            message = self.inliner.reporter.error(
                f"{self.env.docname}: {self.name} {self.text!r} is not known", line=self.lineno
            )
            return [self.inliner.problematic(self.rawtext, self.rawtext, message)], [message]
        used(self.env).setdefault(id, set()).add(self.env.docname)
        number = self.env.new_serialno("evidence")
        follows = live.attribute(self.name, id, form) if self.name in _LIVE else ""
        href = address(self.env, id, self.page)
        html = with_card(href, said, f"card-{number}", card, follows) + self.beside(id)
        return [nodes.raw(self.rawtext, html, format="html")], []

    def write(self, id: str, form: str) -> tuple[str, str]:
        """The words in the text, and the HTML of the card."""
        raise NotImplementedError

    def beside(self, id: str) -> str:
        """The HTML of a side note, where there is one."""
        return ""


class ClaimRole(_Evidence):
    """``{claim}``: the figure of a claim."""

    def write(self, id: str, form: str) -> tuple[str, str]:
        return text.words("claim", id, form), claim_card(all_claims().loc[id])

    def beside(self, id: str) -> str:
        """Once on a page: more often it would only fill the margin."""
        noted: set[str] = self.env.temp_data.setdefault(_NOTED, set())
        if id in noted:
            return ""
        noted.add(id)
        return side_note(id)


class ResultRole(_Evidence):
    """``{result}``: a computed number."""

    page = RESULTS_PAGE

    def write(self, id: str, form: str) -> tuple[str, str]:
        result = told.results()[id]
        card = _lines(
            [
                ("", result.label),
                (say("card-computed"), result.formula, live.attribute("result", id, "formula")),
                (say("card-from"), ", ".join(result.claims) or say("from-tables")),
            ]
        )
        return text.words("result", id, form), card


class EventRole(_Evidence):
    """``{event}``: the date of an event."""

    page = EVENTS_PAGE

    def write(self, id: str, form: str) -> tuple[str, str]:
        event = table("events").loc[id]
        card = _lines(
            [
                ("", event["title"]),
                (say("card-dated"), _printed(event["date_printed"], wording.when(event))),
                _note(event),
            ]
        )
        return text.words("event", id, form), card


class UnitRole(_Evidence):
    """``{unit}``: what one of a unit is in its base unit."""

    page = DATA_PAGE

    def write(self, id: str, form: str) -> tuple[str, str]:
        unit = units.load()[id]
        return text.words("unit", id, form), _lines(
            [
                ("", say("one-unit", unit=say(f"unit-{id}", count="one", case="nom"))),
                (say("card-source"), unit.source),
            ]
        )


class CheckRole(_Evidence):
    """``{check}``: the verdict or the key number of a check."""

    page = CHECKS_PAGE

    def write(self, id: str, form: str) -> tuple[str, str]:
        check = told.checks()[id]
        card = _lines(
            [
                ("", check.question),
                (say("card-verdict"), check.verdict_text, live.attribute("check", id)),
                (say("card-found"), check.finding, live.attribute("check", id, "finding")),
                (check.key.label, f"{check.key.formula} = {check.key.text}"),
                (say("card-rests"), check.rests_on),
                (say("card-hangs"), " ".join(variant.text for variant in check.hangs_on)),
            ]
        )
        return text.words("check", id, form), card


class AssumptionRole(_Evidence):
    """``{assumption}``: an assumption, its most likely value and its range."""

    page = OUTSIDE_PAGE

    def write(self, id: str, form: str) -> tuple[str, str]:
        row = table("assumptions").loc[id]
        said = text.words("assumption", id, form)
        card = _lines(
            [
                (say("card-assumed"), wording.with_unit(said, row["unit"], row["best"])),
                (say("card-source"), row["source"]),
                (say("card-reason"), row["reason"]),
            ]
        )
        return said, card


class OutsideRole(_Evidence):
    """``{outside}``: a figure from outside the article."""

    page = OUTSIDE_PAGE

    def write(self, id: str, form: str) -> tuple[str, str]:
        row = table("comparanda").loc[id]
        card = _lines(
            [
                (say("card-outside"), str(row["subject"])),
                (say("card-grade"), wording.grade(row["grade"])),
                (say("card-from"), row["citation"]),
                (say("card-seen"), row["seen_at"]),
                (say("card-remark"), row["remark"]),
            ]
        )
        return text.words("outside", id, form), card


def discrepancies_of(claim: str) -> pd.DataFrame:
    """The rows of the register that touch a claim."""
    register = table("discrepancies")
    return register[[claim in claims for claims in register["claims"]]]


def claim_card(row: pd.Series, confronted: bool = True) -> str:
    """What a reader must know of a claim, as lines of HTML.

    Args:
        row: the claim.
        confronted: with its discrepancies and checks, which stand beside its own entry anyway, and
            with what can be copied.
    """
    id = str(row.name)
    found = (
        [f"{check.question} {standing.answer(id, check)}" for check in standing.checks_of(id)]
        if confronted
        else []
    )
    titles = "; ".join(discrepancies_of(id)["title"]) if confronted else ""
    left = len(found) - CARD_CHECKS
    more = [say("more-checks", number=str(left))] if left > 0 else []
    note = wording.note(row)
    sources = "; ".join(source_link(source) for source in sources_of(row))
    lines = _lines(
        [
            ("", f"{row['subject']}"),
            (say("card-printed"), say("printed-quote", words=row["as_printed"])),
            (say("card-hedge"), say(f"hedge-word-{row['hedge']}")),
            (say("card-period"), _printed(row["period_printed"], wording.period(row))),
        ]
    )
    lines += _html_line(say("card-page"), place_link(id))
    lines += _html_line(say("card-note"), escape(note) + f": {sources}" * bool(sources))
    lines += _lines(
        [
            (say("card-remark"), row["remark"]),
            (say("card-discrepancies"), titles),
            (say("card-checks"), "; ".join(found[:CARD_CHECKS] + more)),
        ]
    )
    return lines + (taking.buttons(id) if confronted else "")


@cache
def side_note(claim: str) -> str:
    """The short form of a card, which a wide screen has beside the paragraph.

    What became of the figure, and where it is from; what it counts stands in the sentence. Whoever
    hears the page is told all of it by the card.
    """
    row, found = all_claims().loc[claim], standing.of(claim)
    page = printing.of(claim).page
    place = say("side-note-place", page=page, note=quoting.noted(claim))
    return (
        f'<span class="side-note" aria-hidden="true">{marks.mark(found)} '
        f"<b>{escape(wording.claim(row))}</b> {escape(marks.name(found))}"
        f'<span class="side-note-place">{escape(place)}</span></span>'
    )


def place_link(claim: str) -> str:
    """The printed page, section and paragraph of a claim; leads to where it is read along."""
    place = printing.of(claim)
    heading = table("sections").loc[place.section, "heading"][0]
    return beside(claim, place.page, READ_PAGE) + escape(
        ", " + say("place-of", heading=heading, number=str(place.paragraph))
    )


def source_link(source: str) -> str:
    """A file or work in full; leads to where it is ordered, or to the bibliography."""
    row = table("sources").loc[source]
    if row["archive"]:
        return beside(file_anchor(row), wording.source(row), ARCHIVE_PAGE)
    if not row["citekey"]:
        return ""
    called = beside(f"work-{row['citekey']}", wording.source(row), SOURCES_PAGE)
    return f"{called} ({escape(wording.works()[row['citekey']].full)})"


def file_anchor(source: pd.Series) -> str:
    """Where a file of an archive stands on its page."""
    archive = str(quoting.archives().loc[source["archive"], "id"])
    return orders.anchor(archive, source["fond"], source["opis"], source["delo"])


def sources_of(row: pd.Series) -> tuple[str, ...]:
    """The sources behind a claim or event: of the note of its sentence, else of its passage."""
    if row["sources"] or pd.isna(row["passage_note"]):
        return tuple(row["sources"])
    return tables.cited(table("sources").reset_index())[row["passage_note"]]


def _printed(words: str, said: str) -> str:
    """A date as the article prints it, and in the words of another language."""
    return say("printed-date", words=words, date=said) if words else said


def _note(row: pd.Series) -> tuple[str, str]:
    works = "; ".join(wording.source(table("sources").loc[id]) for id in sources_of(row))
    return say("card-note"), wording.note(row) + f": {works}" * bool(works)


def _html_line(label: str, html: str) -> str:
    return f'<span class="card-line"><b>{label}</b> {html}</span>'


def _lines(lines: Sequence[tuple[str, str] | tuple[str, str, str]]) -> str:
    """Labelled lines, some with the attribute that lets them follow settings; empty ones go."""
    said = []
    for label, value, *follows in lines:
        if value:
            words = escape(value)
            if follows and follows[0]:
                words = f"<span{follows[0]}>{words}</span>"
            said.append(
                f'<span class="card-line">{f"<b>{label}</b> " if label else ""}{words}</span>'
            )
    return "".join(said)


def _merge(app: Sphinx, env: BuildEnvironment, docnames: set[str], other: BuildEnvironment) -> None:
    """Take over the uses that were found by a process which read some of the pages."""
    for id, pages in used(other).items():
        used(env).setdefault(id, set()).update(pages.intersection(docnames))


ROLES: dict[str, _Evidence] = {
    "claim": ClaimRole(),
    "result": ResultRole(),
    "event": EventRole(),
    "check": CheckRole(),
    "assumption": AssumptionRole(),
    "outside": OutsideRole(),
    "unit": UnitRole(),
}


def setup(app: Sphinx) -> None:
    """Register the roles."""
    app.connect("env-merge-info", _merge)
    for name, role in ROLES.items():
        app.add_role(name, role)
