"""Directives that write the ledger, the checks in full and what may be quoted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

import pandas as pd
from sphinx.application import Sphinx

from analysis import account, editions, package, standing, tables, text, wording
from analysis.account import World, told
from analysis.account.sentences import Sentences
from analysis.account.told import Quote, ToldCheck
from analysis.book import clash, live, reference, roles, topics
from analysis.book.reference import HtmlDirective, worded_table
from analysis.book.signs import SIGNS, sign
from analysis.book.verdicts import badge
from analysis.words import current, say

REGISTER_PAGE = "book/08-discrepancies"


class _Checks(HtmlDirective):
    """A directive that writes HTML about the checks."""

    def check_link(self, check: ToldCheck, text: str) -> str:
        """A link to the arithmetic of a check."""
        return roles.link(self.env, check.id, text, roles.CHECKS_PAGE)

    def claim_links(self, ids: Iterable[str]) -> str:
        """Links to claims by their figures, each with its footnote."""
        return "; ".join(self.claim_link(id) for id in ids)

    def claim_link(self, id: str) -> str:
        """A link to a claim, and to the note of its sentence or of its passage."""
        row = roles.all_claims().loc[id]
        note, _, further = wording.noted(row).partition(", ")
        if sources := roles.sources_of(row):
            note = roles.link(self.env, sources[0], note, roles.SOURCES_PAGE)
        figure = roles.link(self.env, id, wording.claim(row))
        said = f"{note}, {further}" if further else note
        return f"{figure}, {escape(str(row['subject']))} ({said})"


class Ledger(_Checks):
    """``{ledger}``: every check, its verdict and its key number, the most important first."""

    def html(self) -> str:
        checks, says = told.checks().values(), Sentences(World.load(), current())
        counts = ", ".join(
            f"{sum(check.verdict == each for check in checks)} {SIGNS[each]} {says.answer(each)}"
            for each in SIGNS
        )
        rows = (
            [
                self.check_link(check, check.question),
                badge(check) + _against(check),
                f"<strong>{live.span('check', check.id, 'key', check.key.text)}</strong><br>"
                f"{escape(check.key.label)}",
                escape(check.rests_on)
                + "".join(f"<br>{escape(variant.text)}" for variant in check.hangs_on),
            ]
            for check in checks
        )
        table = worded_table("ledger", ("question", "answer", "key", "rests"), rows)
        said = current().counted("ledger-counts", len(checks), counts=counts)
        return f'<div class="ledger"><p>{said}</p>{table}</div>'


def _against(check: ToldCheck) -> str:
    """Of a contradiction the figure that it is about, and what contradicts that."""
    said = ""
    for each in check.opposed[:1]:
        figure = wording.claim(roles.all_claims().loc[each.claim])
        words = say("against-figure", figure=figure, opponents=each.by)
        said = f'<br><span class="against">{escape(wording.upper(words))}.</span>'
    return said


class Contradicted(_Checks):
    """``{contradicted}``: the questions whose figures contradict each other, and the figures."""

    def html(self) -> str:
        rows = (
            [
                self.check_link(check, check.question),
                self.claim_links(check.claims).replace("; ", "<br>"),
                f"<strong>{live.span('check', check.id, 'key', check.key.text)}</strong><br>"
                f"{escape(check.key.label)}",
            ]
            for check in told.checks().values()
            if check.verdict == account.Verdict.CONTRADICT
        )
        head = (say("ledger", "question"), say("clashes", "figures"), say("ledger", "key"))
        return reference.html_table(head, rows, say("clashes"))


class Confronted(_Checks):
    """``{confronted} TABLE …``: the checks that read claims of some tables, and their verdicts."""

    required_arguments = 1
    optional_arguments = 9

    def html(self) -> str:
        checks = told.checks()
        items = "".join(
            f"<li>{self.check_link(checks[id], checks[id].question)}<br>{badge(checks[id])}</li>"
            for id in text.confronted(*self.arguments).index
        )
        return f'<ul class="confronted">{items}</ul>'


class ChecksList(_Checks):
    """``{checks-list}``: every check in full, at its permanent address."""

    def html(self) -> str:
        checks = topics.grouped(told.checks().values(), lambda check: topics.of_check(check.id))
        return reference.entries_html(
            (topic, list(map(self._section, about))) for topic, about in checks
        )

    def _section(self, check: ToldCheck) -> str:
        lines = reference.html_table(
            [say("entry-arithmetic", part) for part in ("what", "how", "result")],
            (
                [
                    escape(line.label),
                    self._live_formula(check, name, line.formula),
                    f"<strong>{live.span('check', check.id, f'value-{name}', line.text)}</strong>",
                ]
                for name, line in zip(check.names, check.lines, strict=True)
            ),
            say("entry-arithmetic", question=check.question),
        )
        parts = [
            f"<h2>{escape(check.question)}</h2>",
            f'<p class="verdict-line">{badge(check)}</p>',
            f"<p>{live.span('check', check.id, 'finding', check.finding)}</p>",
            clash.figure(check.id),
        ]
        reasons = [
            lines,
            self._readings(check),
            self._variants(check),
            self._quotes(check),
            f"<p><b>{say('entry-settles')}</b> {self._settles(check)}</p>",
            f"<p><b>{say('entry-rests')}</b> {escape(check.rests_on)}. {self._evidence(check)}</p>",
            self._register(check),
        ]
        parts += [
            reference.fold(say("entry-reasons"), "".join(reasons)),
            f'<p class="entry-id"><code>{check.id}</code></p>',
        ]
        return f'<section class="entry check" id="{check.id}">{"".join(parts)}</section>'

    def _live_formula(self, check: ToldCheck, name: str, formula: str) -> str:
        follows = live.attribute("check", check.id, f"formula-{name}")
        return f"<span{follows}>{_formula(formula)}</span>" if follows else _formula(formula)

    def _settles(self, check: ToldCheck) -> str:
        """Where one could look, with each note of the article as a link."""
        sources = roles.table("sources")
        first = {str(row["footnote"]): str(id) for id, row in sources[::-1].iterrows()}
        return re.sub(
            say("noted", number=r"(\d+)"),
            lambda note: roles.link(self.env, first[note[1]], note[0], roles.SOURCES_PAGE),
            escape(check.settles),
        )

    def _readings(self, check: ToldCheck) -> str:
        if not check.readings:
            return ""
        items = "".join(
            f"<li>{live.span('check', check.id, f'reading-{r.name}', r.words)}: "
            f"{live.span('check', check.id, f'judged-{r.name}', r.possible)}; "
            f"{live.span('check', check.id, f'because-{r.name}', r.because)}</li>"
            for r in check.readings
        )
        return f"<p><b>{say('entry-readings')}</b></p><ul>{items}</ul>"

    def _variants(self, check: ToldCheck) -> str:
        if not check.variants:
            return ""
        items = "".join(f"<li>{sign(v.verdict)} {escape(v.text)}</li>" for v in check.variants)
        return f"<p><b>{say('entry-variants')}</b></p><ul>{items}</ul>"

    def _quotes(self, check: ToldCheck) -> str:
        if not check.quotes:
            return ""
        claims = roles.all_claims()
        items = "".join(
            f"<li>{roles.link(self.env, q.claim, wording.claim(claims.loc[q.claim]))}: "
            f"{live.span('check', check.id, f'becomes-{q.claim}', q.becomes)}. "
            f"<i>{live.span('check', check.id, f'warning-{q.claim}', q.warning)}</i></li>"
            for q in check.quotes
        )
        return f"<p><b>{say('entry-quotes')}</b></p><ul>{items}</ul>"

    def _evidence(self, check: ToldCheck) -> str:
        said = [say("entry-claims", links=self.claim_links(check.claims))]
        if check.assumptions:
            links = [self._outside_link(id) for id in check.assumptions]
            said.append(say("entry-assumptions", links="; ".join(links)))
        if check.comparanda:
            rows = roles.table("comparanda").loc[list(check.comparanda)]
            links = [
                f"{self._outside_link(str(id))} "
                f"({escape(str(row['subject']))}; {wording.grade(row['grade'])})"
                for id, row in rows.iterrows()
            ]
            said.append(say("entry-outside", links="; ".join(links)))
        return " ".join(said)

    def _outside_link(self, id: str) -> str:
        return roles.link(self.env, id, id, roles.OUTSIDE_PAGE)

    def _register(self, check: ToldCheck) -> str:
        register = roles.table("discrepancies")
        ids = [id for id, found in account.covered().items() if check.id in found]
        links = "; ".join(
            roles.link(self.env, id, str(register.loc[id, "title"]), REGISTER_PAGE) for id in ids
        )
        return f"<p><b>{say('entry-register')}</b> {links}</p>" if ids else ""


class Quotable(_Checks):
    """``{quotable}``: figures that a reader might quote, what becomes of them, the warning."""

    def html(self) -> str:
        claims = roles.all_claims()
        found: dict[str, list[tuple[ToldCheck, Quote]]] = {}
        for check in told.checks().values():
            for quote in check.quotes:
                found.setdefault(quote.claim, []).append((check, quote))
        rows = (
            [
                f"{roles.link(self.env, id, wording.claim(claims.loc[id]))}<br>"
                f"{escape(str(claims.loc[id, 'subject']))}",
                _stack(
                    f"{live.span('check', check.id, f'becomes-{id}', quote.becomes)}<br>"
                    f"{self.check_link(check, check.question)} "
                    f"{escape(standing.answer(id, check))}"
                    for check, quote in entries
                ),
                _stack(escape(quote.warning) for _, quote in entries),
            ]
            for id, entries in found.items()
        )
        return worded_table("quotable", ("printed", "becomes", "warning"), rows)


class Unchecked(_Checks):
    """``{unchecked}``: discrepancies between claims that no arithmetic can confront, and why."""

    def html(self) -> str:
        register = roles.table("discrepancies")
        rows = (
            [
                roles.link(self.env, id, str(register.loc[id, "title"]), REGISTER_PAGE),
                escape(why),
            ]
            for id, why in told.unchecked().items()
        )
        return worded_table("unchecked", ("discrepancy", "why"), rows)


def _range(row: pd.Series) -> str:
    range = wording.figure("range", row["low"], row["high"], None)
    return wording.with_unit(range, row["unit"], row["high"])


class AssumptionsList(_Checks):
    """``{assumptions-list}``: every assumption with its range, source and reason."""

    def html(self) -> str:
        rows = (
            [
                f'<code id="{id}">{id}</code>',
                f"<strong>{wording.number(row['best'])}</strong><br>{escape(_range(row))}",
                f"{escape(str(row['reason']))}<br><i>{say('assumed', 'from')}</i> "
                f"{escape(str(row['source']))}",
                self._checks(str(id)),
            ]
            for id, row in tables.read("assumptions").set_index("id").iterrows()
        )
        return worded_table("assumed", ("name", "range", "why", "checks"), rows)

    def _checks(self, id: str) -> str:
        """How many verdicts rest on it; each is linked from the check."""
        count = sum(id in check.assumptions for check in told.checks().values())
        return wording.counted(count, "checks")


class OutsideList(_Checks):
    """``{outside-list}``: every figure from outside the article, in full, with its grade."""

    def html(self) -> str:
        fields = package.read(tables.DATA).tables["comparanda"].fields
        grades = next(field.description for field in fields if field.name == "grade")
        rows = (
            [
                f'<span id="{id}">{escape(text.outside(row))}</span><br>'
                f"<i>{escape(wording.grade(row['grade']))}</i>",
                escape(str(row["subject"])),
                escape(wording.date(row["period"]) if row["period"] else say("not-stated")),
                f"{escape(str(row['citation']))}<br><i>{say('outside-figures', 'seen')}</i> "
                f"{escape(str(row['seen_at']))}",
                escape(" ".join(said for said in (row["remark"], _kin(row)) if said)),
            ]
            for id, row in tables.read("comparanda").set_index("id").iterrows()
        )
        table = worded_table("outside-figures", ("figure", "of", "when", "source", "remark"), rows)
        said = editions.described("comparanda.grade", grades)
        return f"<p>{escape(said)}</p>{table}"


def _kin(row: pd.Series) -> str:
    """What an outside figure comes from, and of which other it is a version."""
    said = []
    if row["derived_from"]:
        said.append(say("derived-from", ids=", ".join(row["derived_from"])))
    if row["rival_of"]:
        said.append(say("rival-of", other=row["rival_of"]))
    return " ".join(said)


def _formula(text: str) -> str:
    """A formula with its powers raised."""
    return re.sub(r"\^(\d+)", r"<sup>\1</sup>", escape(text))


def _stack(items: Iterable[str]) -> str:
    return "".join(f"<p>{item}</p>" for item in items)


def setup(app: Sphinx) -> None:
    """Register the directives."""
    for name, directive in (
        ("ledger", Ledger),
        ("contradicted", Contradicted),
        ("confronted", Confronted),
        ("checks-list", ChecksList),
        ("quotable", Quotable),
        ("unchecked", Unchecked),
        ("assumptions-list", AssumptionsList),
        ("outside-list", OutsideList),
    ):
        app.add_directive(name, directive)
