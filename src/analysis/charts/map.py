"""The section on a map: border, zones to scale, places, incidents.

Borders and waters are of today (``data/map``). A place whose position is certain is filled; one
whose position is not is hollow, in a circle that its true position should not leave. A place
without a position is in ``unplaced``, not on the map.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from analysis import claims, mapdata, periods, places, tables, wording
from analysis.words import say

from . import theme

HEIGHT = 580
DETAIL_HEIGHT = 440
_BEYOND = 20  # pixels beyond the edge of a picture at which shapes are cut
_, _MIDDLE, _ = places.DEPTHS
ROOMY = 450  # pixels of width from which the minor names are written

_ZONE_CLAIMS = (
    "zones-1927-permit-7-5",
    "zones-1927-permit-22",
    "zones-restricted-22",
    "zones-1924-trade-50",
    "zones-passport-other-then",
)
# One sign for a place: the first of these that it was.
_SIGNS = {
    "detachment": "square",
    "commandants-office": "diamond",
    "customs-post": "triangle-up",
    "outpost": "cross",
    "listed-1927": "triangle-down",
    "other": "circle",
}
AREAS = ("district", "uezd", "volost")
INCIDENTS = ("crossing", "clash", "detention", "case", "campaign")


@dataclass(frozen=True)
class _Window:
    """A part of the map: west, south, east, north in degrees that must be seen, and its names.

    ``names`` are the written places: id to the side on which the name stands (left, right, above,
    below) and whether it is written when the picture is narrow. ``edges`` say where the depth of a
    zone is written on its edge: depth in km, a point near the border, and the direction inland.
    """

    box: tuple[float, float, float, float]
    bar: tuple[float, float, float]  # west end of the scale bar, and its length in km
    names: dict[str, tuple[str, bool]]
    words: tuple[tuple[str, float, float, str, bool], ...]  # message, lon, lat, colour, when narrow
    edges: tuple[tuple[float, float, float, float], ...]  # depth, lon, lat, bearing
    height: int

    @property
    def digits(self) -> int:
        """Of a degree, so that what is cut off is less than half a pixel of the picture."""
        return 2 if self is _SECTION else 3


_SECTION = _Window(
    places.FRAME,
    (84.6, 42.6, 100),
    {
        "alekseyevka": ("left", False),
        "ayaguz": ("above", True),
        "bakhty": ("left", True),
        "chingistai": ("left", False),
        "chuguchak": ("right", True),
        "jarkent": ("left", True),
        "khantegri": ("right", True),
        "khorgos": ("right", False),
        "kokpekty": ("left", True),
        "lepsinsk": ("above", True),
        "mai-kapchagay": ("right", False),
        "narynkol": ("right", True),
        "sarkono": ("below", False),
        "urjar": ("left", True),
        "uryl": ("above", True),
        "zaysan": ("left", True),
    },
    (
        ("kazakhstan", 80.3, 49.4, theme.MUTED, True),
        ("xinjiang", 85.4, 45.0, theme.MUTED, True),
        ("kyrgyzstan", 79.05, 42.45, theme.MUTED, False),
        ("mongolia", 89.0, 48.4, theme.MUTED, False),
        ("alakol", 81.0, 46.3, theme.MUTED, False),
        ("balkhash", 78.9, 46.2, theme.MUTED, False),
        ("zaysan", 83.1, 47.85, theme.MUTED, False),
        ("irtysh", 87.2, 47.9, theme.MUTED, False),
    ),
    ((50, 80.75, 43.3, 270), (22, 85.6, 47.75, 270), (7.5, 82.45, 46.1, 280)),
    HEIGHT,
)
_DETAILS = {
    "bakhty": _Window(
        (81.5, 46.15, 83.5, 47.25),
        (82.2, 46.25, 20),
        {"bakhty": ("left", True), "chuguchak": ("above", True), "urjar": ("right", True)},
        (
            ("alakol", 81.75, 46.3, theme.MUTED, True),
            ("china", 83.25, 46.45, theme.MUTED, True),
        ),
        ((50, 82.6, 46.85, 285), (22, 82.6, 46.85, 285), (7.5, 82.5, 46.45, 285)),
        DETAIL_HEIGHT,
    ),
    "zaysan": _Window(
        (83.9, 46.9, 86.4, 48.65),
        (85.6, 46.98, 50),
        {
            "zaysan": ("left", True),
            "mai-kapchagay": ("below", True),
            "alekseyevka": ("left", True),
        },
        (
            ("zaysan", 84.15, 48.0, theme.MUTED, True),
            ("china", 86.1, 47.65, theme.MUTED, True),
            ("irtysh", 86.15, 47.95, theme.MUTED, True),
        ),
        ((50, 85.6, 48.15, 270), (22, 85.6, 48.15, 270), (7.5, 85.6, 47.7, 270)),
        DETAIL_HEIGHT,
    ),
    "jarkent": _Window(
        (79.2, 42.4, 81.1, 44.6),
        (80.4, 42.5, 50),
        {
            "jarkent": ("left", True),
            "khorgos": ("right", True),
            "narynkol": ("left", True),
        },
        (
            ("china", 80.95, 43.75, theme.MUTED, True),
            ("kazakhstan", 79.6, 43.5, theme.MUTED, True),
        ),
        ((50, 80.75, 43.55, 270), (22, 80.75, 43.55, 270), (7.5, 80.8, 43.85, 270)),
        HEIGHT,
    ),
}
_COUNTRIES = {places.UNTOLD: "untold", places.BEYOND: "beyond"}
_ZONES = {places.INSIDE: "inside", places.OUTSIDE: "outside", places.UNTOLD: "untold"}
_SIDES = {  # of a name: alignment, and how far it stands off, in pixels
    "left": ("right", -9, 4),
    "right": ("left", 9, 4),
    "above": ("center", 0, -10),
    "below": ("center", 0, 18),
}


def section() -> alt.LayerChart:
    """The whole section, from Khan Tengri to the Altai, with the zones drawn to scale."""
    frame = _places(_SECTION)
    soviet = frame[frame["side"].ne(places.XINJIANG_SIDE)]
    inside = int((soviet["in_22_km"] == places.INSIDE).sum())
    title = say(
        "chart-map-section",
        inside=wording.number(inside),
        all=wording.number(len(frame)),
        depth=wording.number(_MIDDLE),
    )
    return _whole(frame, "map-section", title, ())


def crossed(claim: str = "migration-people-1930-1933") -> alt.LayerChart:
    """The same map for whoever opens the book: who moved over this border, where to, and when.

    Args:
        claim: the people who moved; its period is the title's.
    """
    period = wording.period(claims.load().loc[claim])
    title = say("map-crossed", period=period)
    return _whole(_places(_SECTION), "map-crossed", title, (claim,))


def _whole(frame: pd.DataFrame, id: str, title: str, also: tuple[str, ...]) -> alt.LayerChart:
    """The map of the section; ``also`` are the claims of its title."""
    return theme.finish(
        _picture(frame, _SECTION, [*_base(_SECTION), _sure_circles(frame)]),
        id=id,
        title=title,
        alt=say("chart-map-section", "alt", depths=_depths(), rows=_in_words(frame)),
        claims=[*also, *_ZONE_CLAIMS, "distances-kazakh-district"],
        table=_told(frame),
    )


def detail(part: str) -> alt.LayerChart:
    """One stretch of the section, large enough to read the zones.

    Args:
        part: "bakhty", "zaysan" or "jarkent".

    Raises:
        KeyError: there is no such part.
    """
    window = _DETAILS[part]
    frame = _places(window)
    labels = [
        say("chart-map-detail", "label", place=row.name, distance=row.distance)
        for row in frame.itertuples(index=False)
    ]
    frame["label"] = _two_lines(labels, frame["cyrillic"])
    frame["short"] = frame["label"]
    named = frame[frame["place"] == part].iloc[0]
    return theme.finish(
        _picture(frame, window, [*_base(window), _sure_circles(frame)]),
        id=f"map-{part}",
        title=say(
            "chart-map-detail",
            place=named["name"],
            distance=named["distance"],
            where=_ZONES[named["in_22_km"]],
            depth=wording.number(_MIDDLE),
        ),
        alt=say("chart-map-detail", "alt", depths=_depths(), rows=_in_words(frame)),
        claims=list(_ZONE_CLAIMS),
        table=_told(frame),
    )


def incidents() -> alt.LayerChart:
    """Crossings, clashes, arrests and cases at their places, by year; a year can be chosen."""
    frame = placed_incidents()
    year = alt.param(
        name="year",
        value=every_year(),
        bind=alt.binding_select(
            options=[every_year(), *sorted(frame["year"].unique())],
            name=say("chart-map-incidents", "choose"),
        ),
    )
    chosen = f"year == '{every_year()}' || datum.year == year"
    drawn = frame.drop(columns="claims")
    drawn["position"] = [_position(sure) for sure in frame["sure"]]
    marks = alt.Chart(drawn).transform_filter(chosen).encode(longitude="lon:Q", latitude="lat:Q")
    points = marks.mark_point(size=90, strokeWidth=2, opacity=1, clip=True).encode(
        stroke=alt.value(theme.SECOND),
        fill=_certainty(),
        tooltip=theme.tooltip("year", "incident", "where"),
    )
    labels = drawn.drop_duplicates(["place", "year"]).copy()
    labels["words"] = labels["year"]
    first = ~labels.duplicated("place")
    named = tables.read("places").set_index("id").loc[labels["place"]]
    whole = [
        say("chart-map-incidents", "label", place=row.where, year=row.year)
        for row in labels.itertuples()
    ]
    cyrillic = [_beside(row) for _, row in named.iterrows()]
    labels.loc[first, "words"] = pd.Series(_two_lines(whole, cyrillic), labels.index)
    labels["row"] = labels.groupby("place").cumcount()
    # on the right these would run into the border or out of a narrow picture
    labels["left"] = labels["place"].isin(["urjar", "uryl"])
    words = (
        alt.Chart(labels)
        .transform_filter(chosen)
        .encode(longitude="lon:Q", latitude="lat:Q", text="words:N")
    )
    text = _written(
        words,
        align=alt.ExprRef("datum.left ? 'right' : 'left'"),
        dx=alt.ExprRef("datum.left ? -10 : 10"),
        dy=alt.ExprRef("4 + 14 * datum.row"),
        lineBreak="\n",
    )
    listed = "; ".join(
        say("chart-map-incidents", "row", year=r.year, place=r.where, incident=r.incident)
        for r in frame.itertuples()
    )
    kinds = [say(f"event-kind-{kind}") for kind in frame["kind"]]
    return theme.finish(
        _picture(frame, _SECTION, [*_base(_SECTION), points, *text], legend=False).add_params(year),
        id="map-incidents",
        title=say(
            "chart-map-incidents",
            found=wording.number(len(frame)),
            all=wording.number(len(all_incidents())),
        ),
        alt=say("chart-map-incidents", "alt", rows=listed),
        claims=sorted({claim for claims in frame["claims"] for claim in claims}),
        table=frame.assign(kind=kinds)[["year", "where", "incident", "kind"]],
    )


def every_year() -> str:
    """The choice of all incidents."""
    return say("chart-map-incidents", "every")


def all_incidents() -> pd.DataFrame:
    """Events on the section that are crossings, clashes, detentions, cases or campaigns, by date.

    Those whose place is a state, a republic, a region or a stretch of border happened nowhere in
    particular and are left out. Columns ``id``, ``year`` (text, "1930–1933" for several),
    ``incident``, ``kind``, ``place``, ``where``, ``claims``, ``lat``, ``lon`` (NaN if not on the
    map of the section), ``sure``.
    """
    where = tables.read("places").set_index("id")
    events = tables.read("events")
    kinds = where["kind"].reindex(events["place"])
    local = kinds.isin([*places.POINTS, "valley", "district", "volost"]).to_numpy()
    events = events[events["kind"].isin(INCIDENTS) & local].sort_values("id", kind="stable")
    events = events.sort_values("date", key=lambda dates: dates.map(periods.order), kind="stable")
    found = where.loc[events["place"]]
    mapped = found.index.isin(places.mapped(places.distances()).index)
    return pd.DataFrame(
        {
            "id": events["id"].to_numpy(),
            "year": [_years(date) for date in events["date"]],
            "incident": events["title"].to_numpy(),
            "kind": events["kind"].to_numpy(),
            "place": events["place"].to_numpy(),
            "where": found["name"].to_numpy(),
            "claims": events["claims"].to_numpy(),
            "lat": found["lat"].where(mapped).to_numpy(),
            "lon": found["lon"].where(mapped).to_numpy(),
            "sure": found["certainty"].eq("certain").to_numpy(),
        }
    )


def placed_incidents() -> pd.DataFrame:
    """The rows of ``all_incidents`` that can be drawn on the map of the section."""
    frame = all_incidents()
    return frame[frame["lat"].notna()].reset_index(drop=True)


def unplaced() -> pd.DataFrame:
    """Places of which the map can show no point: ``id``, ``name``, ``kind``, ``functions``,
    ``remark``.

    No gazetteer at hand could find them, or they are districts, for which no point can stand.
    """
    frame = tables.read("places")
    lost = frame["lat"].isna() & frame["kind"].isin([*places.POINTS, "valley"])
    frame = frame[lost | frame["kind"].isin(AREAS)]
    return frame[["id", "name", "kind", "functions", "remark"]].reset_index(drop=True)


def _years(date: str) -> str:
    period = periods.parse(date)
    start, end = (day.year if day else None for day in (period.start, period.end))
    if start is None or end is None:
        return str(start or end)
    return str(start) if start == end else f"{start}–{end}"


def _places(window: _Window) -> pd.DataFrame:
    """The located places of a window, one row each, with what the marks need."""
    frame = places.distances()
    known = tables.read("places").set_index("id").loc[frame.index]
    signs = []
    for functions in known["functions"]:
        signs.append(next((sign for sign in _SIGNS if sign in functions), "other"))
    frame = frame.assign(
        sign=list(map(_sign, signs)),
        position=[_position(certainty == "certain") for certainty in frame["certainty"]],
        cyrillic=[_beside(row) for _, row in known.iterrows()],
        functions=[
            ", ".join(say(f"place-function-{each}") for each in functions)
            for functions in known["functions"]
        ],
    )
    frame = places.mapped(frame)
    frame = frame[_inside(frame, window.box)]
    sides = [window.names.get(str(id), ("right", False)) for id in frame.index]
    frame = frame.assign(
        label=_two_lines(frame["name"], frame["cyrillic"]),
        short=frame["name"],  # where there is no room for both
        distance=[
            say(
                "chart-map-distance",
                low=wording.number(math.floor(low)),
                high=wording.number(math.ceil(high)),
            )
            for low, high in zip(frame["low"], frame["high"], strict=True)
        ],
        sure=frame["certainty"].eq("certain"),
        align=[_SIDES[side][0] for side, _ in sides],
        dx=[_SIDES[side][1] for side, _ in sides],
        dy=[_SIDES[side][2] for side, _ in sides],
        narrow=[narrow for _, narrow in sides],
    )
    return frame.reset_index(names="place")


def _inside(frame: pd.DataFrame, box: tuple[float, float, float, float]) -> pd.Series:
    west, south, east, north = box
    inside: pd.Series = frame["lon"].between(west, east) & frame["lat"].between(south, north)
    return inside


def _in_words(frame: pd.DataFrame) -> str:
    rows = frame.sort_values("best", kind="stable").itertuples()
    return "; ".join(
        say(
            "chart-map-place",
            place=row.name,
            distance=row.distance,
            certainty=say(f"place-certainty-{row.certainty}"),
        )
        for row in rows
    )


def _depths() -> str:
    narrow, middle, wide = map(wording.number, places.DEPTHS)
    return say("chart-map-depths", narrow=narrow, middle=middle, wide=wide)


def _km(km: float) -> str:
    return say("chart-map-km", km=wording.number(km))


def _sign(sign: str) -> str:
    return say(f"chart-sign-{sign}")


def _position(sure: bool) -> str:
    return say(f"chart-position-{'certain' if sure else 'uncertain'}")


def _beside(place: pd.Series) -> str:
    """The Russian name of a row of places.csv, to stand beside one in other letters."""
    return "" if places.is_cyrillic(place["name"]) else places.in_cyrillic(place)


def _two_lines(names: Iterable[str], others: Iterable[str]) -> list[str]:
    """Names with the same in other letters below them, where there is one."""
    return ["\n".join(filter(None, pair)) for pair in zip(names, others, strict=True)]


def _base(window: _Window) -> list[alt.Chart]:
    """Zones, waters, borders, names and the scale bar."""
    west, south, km = window.bar
    east, _ = places.away((west, south), 90, km)
    bar = alt.Chart(pd.DataFrame([{"lon": west, "to": east, "lat": south, "bar": _km(km)}]))
    words = pd.DataFrame(window.words, columns=["word", "lon", "lat", "colour", "narrow"])
    words["word"] = [say(f"chart-word-{word}") for word in words["word"]]
    return [
        _shapes(window, "lakes").mark_geoshape(clip=True, fill=theme.WATER),
        _shapes(window, "rivers").mark_geoshape(
            clip=True, filled=False, stroke=theme.WATER, strokeWidth=2
        ),
        _shapes(window, "zones").mark_geoshape(
            clip=True,
            fill=theme.ACCENT,
            fillOpacity=0.14,
            stroke=theme.ACCENT,
            strokeWidth=0.8,
            strokeOpacity=0.6,
        ),
        _shapes(window, "borders").mark_geoshape(
            clip=True, filled=False, stroke=theme.MUTED, strokeWidth=1, strokeDash=[4, 2]
        ),
        _shapes(window, "borders", *places.WESTERN).mark_geoshape(
            clip=True, filled=False, stroke=theme.INK, strokeWidth=1.8
        ),
        bar.mark_rule(strokeWidth=3).encode(
            longitude="lon:Q",
            longitude2="to:Q",
            latitude="lat:Q",
            latitude2="lat:Q",
            color=alt.value(theme.INK),
        ),
        *_written(
            bar.encode(longitude="lon:Q", latitude="lat:Q", text="bar:N"), align="left", dy=-8
        ),
        *_written(_lettered(_edges(window)), colour=theme.ACCENT, fontSize=11),
        *(
            layer
            for colour in sorted(set(words["colour"]))
            for layer in _written(
                _lettered(words[words["colour"] == colour]), colour=colour, fontSize=11
            )
        ),
    ]


def _edges(window: _Window) -> pd.DataFrame:
    """Where the depth of a zone is written: on its edge, inland from the border."""
    border = [line for name in places.WESTERN for line in places.borders()[name]]
    rows = []
    for depth, lon, lat, bearing in window.edges:
        at = places.away(places.nearest_point((lon, lat), border), bearing, depth)
        rows.append({"word": _km(depth), "lon": at[0], "lat": at[1], "narrow": True})
    return pd.DataFrame(rows)


def _lettered(words: pd.DataFrame) -> alt.Chart:
    """Words at their positions; the less important only where there is room."""
    return (
        alt.Chart(words)
        .transform_filter(f"datum.narrow || width > {ROOMY}")
        .encode(longitude="lon:Q", latitude="lat:Q", text="word:N")
    )


def _written(chart: alt.Chart, colour: str = theme.INK, **style: Any) -> list[alt.Chart]:
    """Text in two layers: a rim of paper under it keeps it readable on lines and fills."""
    rim: dict[str, Any] = {
        "stroke": theme.PAPER,
        "strokeWidth": 3,
        "strokeOpacity": 0.85,
        "strokeJoin": "round",
    }
    return [
        chart.mark_text(clip=True, color=theme.PAPER, **rim, **style),
        chart.mark_text(clip=True, color=colour, **style),
    ]


def _shapes(window: _Window, file: str, *names: str) -> alt.Chart:
    """The features of a map file at its finest scale, all of them or those named."""
    chosen = [
        _feature(feature.name, feature.geometry, window.digits)
        for feature in mapdata.read(file)
        if (file != "borders" or feature.scale == places.FINEST)
        and (not names or feature.name in names)
    ]
    return _geography(chosen)


def _geography(features: list[dict[str, Any]]) -> alt.Chart:
    """A chart of features. They go as text: Altair would look at each of their numbers in turn."""
    return alt.Chart(
        alt.InlineData(
            values=json.dumps({"features": features}, separators=(",", ":")),
            format=alt.JsonDataFormat(property="features"),
        )
    )


def _feature(name: str, geometry: dict[str, Any], digits: int = 3) -> dict[str, Any]:
    """A shape to draw, to a part of a degree."""
    geometry = {**geometry, "coordinates": _rounded(geometry["coordinates"], digits)}
    return {"type": "Feature", "properties": {"name": name}, "geometry": geometry}


def _rounded(coordinates: Any, digits: int) -> Any:
    if isinstance(coordinates, (list, tuple)):
        return [_rounded(item, digits) for item in coordinates]
    return round(coordinates, digits)


def _sure_circles(frame: pd.DataFrame) -> alt.Chart:
    """A circle round each place that is not certain: the reach of its position alone."""
    reach = tables.read("assumptions").set_index("id")["high"]
    circles = []
    for row in frame[~frame["sure"]].itertuples():
        ring = places.circle((row.lon, row.lat), float(reach[f"position-error-{row.certainty}"]))
        circles.append(_feature(row.name, {"type": "Polygon", "coordinates": [ring]}))
    return _geography(circles).mark_geoshape(
        clip=True, filled=False, stroke=theme.SECOND, strokeWidth=1.2, strokeDash=[2, 2]
    )


def _picture(
    frame: pd.DataFrame, window: _Window, layers: list[alt.Chart], legend: bool = True
) -> alt.LayerChart:
    """The layers in one projection that shows the whole window at any width."""
    west, south, east, north = window.box
    corners = [[west, south], [west, north], [east, south], [east, north]]
    middle = (west + east) / 2
    if legend:
        layers = [*layers, *_marks(frame)]
    layers.append(_lines(any(~frame["sure"]) and legend))
    return (
        alt.LayerChart(layer=layers)
        .project(
            # conformal, so that circles stay round; lengths are right to 0.3 % on this section
            type="conicConformal",
            parallels=[44, 48],
            rotate=[-middle, 0, 0],
            # shapes end just outside the picture: most of them lie far from a detail
            clipExtent=alt.ExprRef(
                f"[[-{_BEYOND}, -{_BEYOND}], [width + {_BEYOND}, height + {_BEYOND}]]"
            ),
            fit={
                "type": "Feature",
                "properties": {},
                "geometry": {"type": "MultiPoint", "coordinates": corners},
            },
        )
        .properties(width="container", height=window.height)
    )


def _marks(frame: pd.DataFrame) -> list[alt.Chart]:
    """Signs and names of the places."""
    signs = {_sign(sign): shape for sign, shape in _SIGNS.items()}
    signs = {sign: shape for sign, shape in signs.items() if sign in set(frame["sign"])}
    base = alt.Chart(frame[_DRAWN]).encode(longitude="lon:Q", latitude="lat:Q")
    points = base.mark_point(
        size=80, stroke=theme.SECOND, strokeWidth=1.8, opacity=1, clip=True
    ).encode(
        shape=alt.Shape(
            "sign:N",
            scale=alt.Scale(domain=list(signs), range=list(signs.values())),
            legend=alt.Legend(columns=2, symbolFillColor=theme.PAPER),
        ),
        fill=_certainty(),
        tooltip=theme.tooltip("name", "cyrillic", "distance", "sign"),
    )
    names = (
        base.transform_filter(f"datum.narrow || width > {ROOMY}")
        .transform_calculate(written=f"width > {ROOMY} ? datum.label : datum.short")
        .encode(text="written:N")
    )
    style: dict[str, Any] = {key: alt.ExprRef(f"datum.{key}") for key in ("align", "dx")}
    # two lines above a sign begin a line higher
    style["dy"] = alt.ExprRef(
        "datum.dy < 0 && indexof(datum.written, '\\n') > 0 ? datum.dy - 14 : datum.dy"
    )
    style["lineBreak"] = "\n"
    return [points, *_written(names, **style)]


_DRAWN = [
    *("name", "cyrillic", "label", "short", "distance", "sign", "position", "lat", "lon"),
    *("align", "dx", "dy", "narrow"),
]


def _certainty() -> alt.Fill:
    """A sign is filled if its position is certain, with a key that says so."""
    return alt.Fill(
        "position:N",
        scale=alt.Scale(
            domain=[_position(True), _position(False)], range=[theme.SECOND, theme.PAPER]
        ),
        legend=alt.Legend(columns=2, symbolStrokeColor=theme.SECOND),
    )


def _lines(rings: bool) -> alt.Chart:
    """The key of the lines. It draws nothing itself: the lines are shapes, which have no key."""
    kinds = [
        ("border", theme.INK, [1, 0]),
        ("other", theme.MUTED, [4, 2]),
        ("zone", theme.ACCENT, [1, 0]),
        ("water", theme.WATER, [1, 0]),
        ("doubt", theme.SECOND, [2, 2]),
    ][: None if rings else -1]
    names = [say(f"chart-line-{kind}") for kind, _, _ in kinds]
    return (
        alt.Chart(pd.DataFrame({"line": names}))
        .transform_filter("false")
        .mark_line()
        .encode(
            color=alt.Color(
                "line:N",
                scale=alt.Scale(domain=names, range=[colour for _, colour, _ in kinds]),
                legend=alt.Legend(columns=2, symbolType="stroke", symbolStrokeWidth=2),
            ),
            strokeDash=alt.StrokeDash(
                "line:N", scale=alt.Scale(domain=names, range=[dash for _, _, dash in kinds])
            ),
        )
    )


def _told(frame: pd.DataFrame) -> pd.DataFrame:
    """The places of a map as a reader wants them in a table."""
    verdicts = [f"in_{depth:g}_km" for depth in places.DEPTHS]
    columns = ["name", "cyrillic", "functions", "distance", *verdicts, "side", "certainty"]
    told = frame[[*columns, "lat", "lon"]].assign(
        **{
            verdict: [say(f"zone-{_ZONES[told]}") for told in frame[verdict]]
            for verdict in verdicts
        },
        side=[say(f"side-{_COUNTRIES.get(side, side)}") for side in frame["side"]],
        certainty=[say(f"place-certainty-{certainty}") for certainty in frame["certainty"]],
    )
    if not any(told["cyrillic"]):  # the names themselves are in Cyrillic letters
        told = told.drop(columns="cyrillic")
    return told.rename(columns={"distance": "distance_to_border"})
