"""Directives for places and events: entries at permanent addresses, lists, what has no place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import ClassVar

import pandas as pd
from docutils.parsers.rst import directives
from sphinx.application import Sphinx

from analysis import periods, places, wording
from analysis.account import told
from analysis.book import roles
from analysis.book.reference import (
    HtmlDirective,
    IndexEntry,
    entries_html,
    fold,
    html_table,
    index_entries,
)
from analysis.charts import map as maps
from analysis.words import current, say

PLACES_PAGE = "book/places"
_ZONES = {places.INSIDE: "inside", places.OUTSIDE: "outside", places.UNTOLD: "untold"}
_SIDES = {places.UNTOLD: "untold", "beyond the map": "beyond"}


class PlacesList(HtmlDirective):
    """``{places-list}``: every place at its permanent address, with all its names."""

    def entries(self) -> Iterable[IndexEntry]:
        """Every spelling and name."""
        for id, row in roles.table("places").iterrows():
            yield from index_entries(names(row), str(id))

    def html(self) -> str:
        events = roles.table("events")
        parts: dict[str, list[str]] = {}
        for id, row in (
            roles.table("places").sort_values("name", key=_alphabet, kind="stable").iterrows()
        ):
            there = events[events["place"] == id].sort_values("date", key=in_order, kind="stable")
            links = ", ".join(
                roles.link(self.env, str(e), f"{wording.when(event)}: {event['title']}",
                           roles.EVENTS_PAGE)
                for e, event in there.iterrows()
            )  # fmt: skip
            lines = [
                ("kind", escape(say(f"place-kind-{row['kind']}"))),
                ("spellings", escape(", ".join(row["spellings"]))),
                ("today", escape(row["modern_name"])),
                ("also", escape(", ".join(row["other_names"]))),
                ("there", escape(_functions(row))),
                ("position", escape(_position(row))),
                ("distance", self._distance(str(id))),
                ("remark", escape(row["remark"])),
                ("events", links),
            ]
            parts.setdefault(str(row["name"])[0].upper(), []).append(
                f'<section class="entry" id="{id}"><h3>{escape(row["name"])}</h3>'
                f"<p><code>{id}</code></p>"
                + "".join(
                    f"<p><b>{say(f'place-{line}')}</b> {text}</p>" for line, text in lines if text
                )
                + "</section>"
            )
        return entries_html(parts.items())

    def _distance(self, id: str) -> str:
        result = told.results().get(f"border-distance-{id}")
        return roles.link(self.env, result.id, result.text, roles.RESULTS_PAGE) if result else ""


class EventsList(HtmlDirective):
    """``{events-list}``: every event at its permanent address, in order of time."""

    def html(self) -> str:
        frame = roles.table("events").sort_values("date", key=in_order, kind="stable")
        decades: dict[int, list[str]] = {}
        for id, row in frame.iterrows():
            place = roles.table("places").loc[row["place"]] if row["place"] else None
            where = (
                f" {roles.link(self.env, row['place'], wording.upper(place['name']), PLACES_PAGE)}."
                if place is not None
                else ""
            )
            claims = ", ".join(roles.link(self.env, c, c) for c in row["claims"])
            kind = escape(say(f"event-kind-{row['kind']}"))
            note = f" {wording.upper(wording.noted(row))}."
            remark = f" {escape(row['remark'])}" if row["remark"] else ""
            period = periods.parse(row["date"])
            year = (period.start or period.end).year  # type: ignore[union-attr]
            decades.setdefault(year // 10 * 10, []).append(
                f'<li class="entry" id="{id}" data-kind="{kind}">'
                f"<b>{escape(wording.when(row))}</b>: {escape(row['title'])} "
                f"({kind}).{where}{note}{remark}"
                + (f"<br>{say('event-claims', claims=claims)}" if claims else "")
                + "</li>"
            )
        parts = {
            say("decade", first=str(first), last=str(first + 9)): items
            for first, items in sorted(decades.items())
        }
        return filtered(parts, by="kind", every=say("event-every-kind"), what="events")


class IncidentsList(HtmlDirective):
    """``{incidents-list}``: the incidents on the section, placed or not, by year."""

    def html(self) -> str:
        items = []
        for row in maps.all_incidents().itertuples():
            event = roles.link(self.env, row.id, row.incident, roles.EVENTS_PAGE)
            where = roles.link(self.env, row.place, row.where, PLACES_PAGE)
            lost = "" if pd.notna(row.lat) else f", {self._why(row.place)}"
            items.append(
                f'<li data-year="{row.year}"><b>{row.year}</b>, {where}{lost}: {event}.</li>'
            )
        return filtered({"": items}, by="year", every=maps.every_year(), what="incidents")

    @staticmethod
    def _why(place: str) -> str:
        """Why a place is not on the map."""
        row = roles.table("places").loc[place]
        if row["kind"] in maps.AREAS:
            return say("unplaced-area")
        return say("unplaced-lost" if pd.isna(row["lat"]) else "unplaced-beyond")


class ZoneTable(HtmlDirective):
    """``{zone-table}``: which place of the map lies in which zone, as far as it can tell."""

    def html(self) -> str:
        frame = places.distances()
        frame = places.mapped(frame).sort_values("best", kind="stable")
        depths = [say("zone-depth", depth=wording.number(depth)) for depth in places.DEPTHS]
        rows = (
            [
                roles.link(self.env, str(id), row["name"], PLACES_PAGE),
                escape(places.in_cyrillic(roles.table("places").loc[id])),
                escape(_functions(roles.table("places").loc[id])),
                roles.link(
                    self.env,
                    f"border-distance-{id}",
                    told.results()[f"border-distance-{id}"].text,
                    roles.RESULTS_PAGE,
                ),
                *(say(f"zone-{_ZONES[row[f'in_{depth:g}_km']]}") for depth in places.DEPTHS),
                escape(_side(row["side"])),
                escape(say(f"place-certainty-{row['certainty']}")),
            ]
            for id, row in frame.iterrows()
        )
        head = (
            *(say(f"zone-{column}") for column in ("place", "russian", "article", "distance")),
            *depths,
            *(say(f"zone-{column}") for column in ("side", "position")),
        )
        return html_table(head, rows, say("zone-label"))


class Unplaced(HtmlDirective):
    """``{unplaced}``: the places that are no point on the map: those that could not be found, with
    ``:listed:`` those of them on the list of 1927, with ``:areas:`` the districts."""

    option_spec: ClassVar = {"listed": directives.flag, "areas": directives.flag}

    def html(self) -> str:
        frame = maps.unplaced()
        listed = pd.Series(["listed-1927" in f for f in frame["functions"]], index=frame.index)
        areas = frame["kind"].isin(maps.AREAS)
        if "areas" in self.options:
            frame = frame[areas]
        else:
            frame = frame[~areas & (listed if "listed" in self.options else ~listed)]
        items = (
            f"<li>{roles.link(self.env, row['id'], row['name'], PLACES_PAGE)}"
            f"{escape(': ' + row['remark'] if row['remark'] else '')}</li>"
            for _, row in frame.iterrows()
        )
        return f"<ul>{''.join(items)}</ul>"


def names(place: pd.Series) -> set[str]:
    """All names of a place (a row of places.csv): printed, of today, former."""
    return {place["name"], place["modern_name"], *place["spellings"], *place["other_names"]} - {""}


def filtered(parts: Mapping[str, Sequence[str]], by: str, every: str, what: str) -> str:
    """A list that ``filter.js`` gives a control for its ``data-`` attribute; whole without it.

    Args:
        parts: the items; those under a title are folded.
        by: name of the attribute.
        every, what: words of the control.
    """
    lists = {
        title: f'<ol class="filter-list">{"".join(items)}</ol>' for title, items in parts.items()
    }
    return (
        f'<div data-filter="{by}" data-every="{every}" data-what="{what}">'
        + "".join(
            fold(f"<b>{escape(title)}</b> ({len(parts[title])})", html) if title else html
            for title, html in lists.items()
        )
        + "</div>"
    )


def _functions(place: pd.Series) -> str:
    return ", ".join(say(f"place-function-{each}") for each in place["functions"])


def _side(side: str) -> str:
    """The country in which a place lies; or that it cannot be told, or is beyond the map."""
    return say(f"side-{_SIDES.get(side, side)}")


def _position(row: pd.Series) -> str:
    if pd.isna(row["lat"]):
        return say("place-position", "lost")
    return say(
        "place-position",
        "found",
        lat=current().number(row["lat"], 2)[0],
        lon=current().number(row["lon"], 2)[0],
        certainty=say(f"place-certainty-{row['certainty']}"),
        basis=row["position_basis"],
        source=row["position_source"],
    )


def _alphabet(names: pd.Series) -> pd.Series:
    """For sorting by name: capitals with small letters, ё with е."""
    return names.str.casefold().str.replace("ё", "е")


def in_order(dates: pd.Series) -> pd.Series:
    """For sorting by date."""
    return dates.map(periods.order)


def setup(app: Sphinx) -> None:
    """Register the directives."""
    for name, directive in (
        ("places-list", PlacesList),
        ("events-list", EventsList),
        ("incidents-list", IncidentsList),
        ("zone-table", ZoneTable),
        ("unplaced", Unplaced),
    ):
        app.add_directive(name, directive)
    app.add_js_file("filter.js", loading_method="defer")
