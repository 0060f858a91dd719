"""``{settings}``: the page on which a reader moves assumptions and chooses readings."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from sphinx.application import Sphinx

from analysis import wording
from analysis.account import World, checks, settings, told
from analysis.account.sentences import Sentences
from analysis.account.told import ToldCheck
from analysis.book import live, roles, topics
from analysis.book.reference import HtmlDirective, fold
from analysis.words import current, say


class SettingsPage(HtmlDirective):
    """``{settings}``: what a reader may move, what follows, and what nothing moves."""

    def html(self) -> str:
        world = World.load()
        says = Sentences(world, current())
        moved = [c for c in told.checks().values() if f"check:{c.id}" in live.movable()]
        fixed = [c for c in told.checks().values() if f"check:{c.id}" not in live.movable()]
        sliders = "".join(self._slider(id, says) for id in settings.movable(world))
        selects = "".join(self._select(id, says) for id in settings.choices(world))
        grades = world.grades()
        weakest = "".join(
            f'<option value="{i}">{escape(_weakest(g, i == len(grades)))}</option>'
            for i, g in reversed(list(enumerate(grades, 1)))
        )
        return (
            '<form class="settings-form" hidden>'
            f"<fieldset><legend>{say('settings-assumptions')}</legend>{sliders}</fieldset>"
            f"<details><summary>{say('settings-readings')}</summary>"
            f"<fieldset>{selects}</fieldset></details>"
            f"<fieldset><legend>{say('settings-figures')}</legend>"
            f"<label>{say('settings-grades')} "
            f'<select name="grades">{weakest}</select></label></fieldset></form>'
            f'<p class="settings-still">{say("settings-still")}</p>'
            f'<div class="settings-lists"><h3>{say("settings-movable")}</h3>'
            + self._folded(moved, self._check, "settings-checks")
            + f"<h3>{say('settings-fixed')}</h3><p>{say('settings-fixed-why')}</p>"
            + self._folded(fixed, self._fixed, "settings-fixed")
            + "</div>"
        )  # fmt: skip

    def _link(self, id: str, question: str) -> str:
        return roles.link(self.env, id, question, roles.CHECKS_PAGE)

    def _folded(self, checks: list[ToldCheck], item: Callable[[ToldCheck], str], kind: str) -> str:
        """Checks by chapter: all of them are more than two screens."""
        return "".join(
            fold(
                f"<b>{escape(topic)}</b> ({len(about)})",
                f'<ul class="{kind}">{"".join(map(item, about))}</ul>',
            )
            for topic, about in topics.grouped(checks, lambda check: topics.of_check(check.id))
        )

    def _check(self, check: ToldCheck) -> str:
        follows = live.attribute("check", check.id, "key")
        return (
            f"<li>{self._link(check.id, check.question)}<br>"
            f"{live.span('check', check.id, '', check.verdict_text)} "
            f"<strong{follows}>{escape(check.key.text)}</strong></li>"
        )

    def _fixed(self, check: ToldCheck) -> str:
        return f"<li>{self._link(check.id, check.question)} {escape(check.verdict_text)}</li>"

    def _slider(self, id: str, says: Sentences) -> str:
        found = says.world.figure(id, "assumption")
        low, high, best = found.value.low, found.value.high, found.best
        label = escape(says.words.message(f"assumption-{id}"))
        return (
            f'<p class="setting"><label for="set-{id}">{label}</label> '
            f'<output for="set-{id}">{escape(says.setting(id, best))}</output>'
            f'<input type="range" id="set-{id}" name="{id}" min="{low:.12g}" max="{high:.12g}" '
            f'step="any" value="{best:.12g}"></p>'
        )

    def _select(self, id: str, says: Sentences) -> str:
        said = says.check(checks(says.world)[id])
        options = "".join(
            f'<option value="{name}">{escape(said.reading(name))}</option>'
            for name in checks(says.world)[id].readings
        )
        return (
            f'<p class="setting"><label for="set-{id}">{escape(said.question)}</label>'
            f'<select id="set-{id}" name="{id}"><option value="">'
            f"{escape(say('settings-published'))}</option>{options}</select></p>"
        )


def _weakest(grade: str, every: bool) -> str:
    if every:
        return say("settings-every-grade")
    return say("settings-weakest", grade=wording.grade(grade))


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("settings", SettingsPage)
