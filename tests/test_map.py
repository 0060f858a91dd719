"""The maps and the timeline: zones to scale, what is drawn and what is listed, years that read."""

import itertools
import json
import re

import numpy as np
import pandas as pd
import pytest
from geographiclib.geodesic import Geodesic

from analysis import charts, mapdata, places, tables
from analysis.account import told
from analysis.book import pictures
from analysis.charts import map as maps
from analysis.charts import theme

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def specs():
    drawn = {
        "section": charts.map.section(),
        "crossed": charts.map.crossed(),
        "incidents": charts.map.incidents(),
        "timeline": charts.timeline.events(),
        **{part: charts.map.detail(part) for part in ("bakhty", "zaysan", "jarkent")},
    }
    return {name: chart.to_dict() for name, chart in drawn.items()}


def zones():
    return {float(f.name.removesuffix(" km")): f.parts for f in mapdata.read("zones")}


def within(points, rings):
    """Which of many points lie within rings: how often a ray to the east crosses an edge."""
    (lon, lat), crossings = points.T, 0
    for ring in rings:
        corners = np.array(ring)
        for (x1, y1), (x2, y2) in itertools.pairwise(corners):
            if y1 != y2:
                spans = (y1 > lat) != (y2 > lat)
                crossings += spans & (lon < x1 + (lat - y1) / (y2 - y1) * (x2 - x1))
    return crossings % 2 == 1


# ---------------------------------------------------------------- zones to scale


@pytest.mark.parametrize("depth", places.DEPTHS)
def test_no_point_of_a_zone_lies_deeper_than_its_depth_and_its_edge_lies_there(depth):
    """Against distances by another way than the drawing of the zones: place by place."""
    border = [line for name in (*places.WESTERN, "Russia–China") for line in places.borders()[name]]
    (ring, *holes) = zones()[depth]
    assert not holes
    rng = np.random.default_rng(3)
    edge = [ring[i] for i in rng.choice(len(ring), 120, replace=False)]
    deep = [places.geodesic(p, places.nearest_point(p, border)) for p in edge]
    # 1 % for circles with corners, 0.4 km for the simplified edge
    assert max(deep) <= depth * 1.01 + 0.4
    # the other corners lie on the border itself, on a cut with the frame or with Mongolia
    on_edge = sum(d >= depth * 0.97 - 0.4 for d in deep)
    assert on_edge > 30


def test_zones_lie_in_each_other_and_outside_china():
    shapes = zones()
    china = next(f for f in mapdata.read("countries") if f.name == "China")
    rng = np.random.default_rng(5)
    points = rng.uniform([79, 42], [88, 49.5], size=(4000, 2))
    inside = {depth: within(points, shapes[depth]) for depth in places.DEPTHS}
    for small, large in ((7.5, 22.0), (22.0, 50.0)):
        assert inside[small].any() and not (inside[small] & ~inside[large]).any()
    # along the border both outlines are rounded: a point within 0.3 km of it may be in both
    assert (inside[50.0] & within(points, china.parts)).sum() <= 2


def test_points_are_told_to_lie_within_as_the_book_tells_them():
    points = np.random.default_rng(7).uniform([79, 42], [88, 49.5], size=(200, 2))
    rings = zones()[50.0]
    told = [places.within(tuple(p), rings) for p in points]
    assert within(points, rings).tolist() == told and len(set(told)) == 2


def test_the_areas_of_the_zones_are_near_length_times_depth():
    """A belt along a wriggling line is a little less than its length times its depth."""
    for depth, (ring, *_) in zones().items():
        polygon = Geodesic.WGS84.Polygon()
        for lon, lat in ring:
            polygon.AddPoint(lat, lon)
        area = abs(polygon.Compute()[2]) / 1e6
        length = places.border_length(["Kazakhstan–China", "Russia–China"])
        # plus the Kyrgyz border inside the frame
        length += sum(
            places.geodesic(a, b)
            for line in places.borders()["Kyrgyzstan–China"]
            for a, b in itertools.pairwise(line)
            if a[0] >= 76 and b[0] >= 76
        )
        assert 0.6 < area / (length * depth) < 1.02, depth


# ---------------------------------------------------------------- what is drawn


def test_every_near_place_with_a_position_is_drawn_and_no_other(specs):
    known = tables.read("places").set_index("id")
    drawn = {row["name"] for row in specs["section"]["usermeta"]["table"]}
    placed = known[
        known["lat"].notna()
        & known["kind"].isin(places.POINTS)
        & known["lon"].between(78.3, 88.1)
        & known["lat"].between(41.7, 49.8)
    ]
    assert drawn == set(placed["name"])


def test_unplaced_and_placed_share_no_place():
    lost = set(maps.unplaced()["id"])
    assert "alkabek" in lost
    assert not lost & set(places.mapped(places.distances()).index)


def test_a_district_is_no_point_on_a_town(specs):
    """Its seat has the position that stands for it in the table; nothing may be drawn there."""
    known = tables.read("places").set_index("id")
    areas = known.index[known["kind"].isin(["district", "uezd", "volost"])]
    assert "zaysan-district" in areas and set(areas) <= set(maps.unplaced()["id"])
    assert not set(maps.placed_incidents()["place"]) & set(areas)
    assert "district" not in pictures.picture(specs["incidents"], 640)


def test_the_places_of_the_map_are_counted_once(specs):
    """The number is the same in title, text and tables, and its parts add up to it."""
    counted = {
        name: int(result.number)
        for name, result in told.results().items()
        if name.startswith(("count-places-", "zone-22-"))
    }
    drawn = len(specs["section"]["usermeta"]["table"])
    assert counted["count-places-mapped"] == drawn == len(places.mapped(places.distances()))
    assert f"{counted['zone-22-inside']} of the {drawn} places" in specs["section"]["title"]
    parts = [f"zone-22-{part}" for part in ("inside", "outside", "untold")]
    assert sum(counted[part] for part in parts) + counted["count-places-xinjiang"] == drawn


@pytest.mark.parametrize("name", ["section", "bakhty", "zaysan", "jarkent"])
@pytest.mark.parametrize("width", [640, 320])
def test_every_sign_and_line_of_a_map_has_its_key(specs, name, width):
    svg = pictures.picture(specs[name], width)
    written = set(re.findall(r">([^<>]+)</text>", svg))
    signs = {row["sign"] for rows in datasets(specs[name]) for row in rows if "sign" in row}
    assert (
        signs | {"position certain", "position not certain", "border with China, of today"}
        <= written
    )
    assert {
        "other border of today",
        "edge of a zone, with its depth",
        "reach of a doubt",
    } <= written


def test_names_are_in_both_scripts(specs):
    rows = specs["section"]["usermeta"]["table"]
    assert all(re.fullmatch("[А-Яа-яЁё-]+", row["cyrillic"]) for row in rows)
    svg = pictures.picture(specs["section"], 640)
    for name in ("Bakhty", "Бахты", "Chuguchak", "Чугучак"):
        assert f">{name}<" in svg


def datasets(spec):
    return [rows for rows in spec["datasets"].values() if isinstance(rows, list)]


def test_an_uncertain_place_is_hollow_and_has_its_circle(specs):
    rows = next(d for d in datasets(specs["section"]) if "position" in d[0])
    sure = {row["name"]: row["position"] == "position certain" for row in rows}
    assert sure["Zaysan"] and sure["Jarkent"]
    assert not sure["Bakhty"] and not sure["Uryl"]
    drawn = specs["section"]["datasets"].values()
    circles = [
        shape["properties"]["name"]
        for geography in drawn
        if isinstance(geography, str)
        for shape in json.loads(geography)["features"]
        if shape["geometry"]["type"] == "Polygon" and len(shape["geometry"]["coordinates"][0]) == 37
    ]
    assert sorted(circles) == sorted(name for name, known in sure.items() if not known)


def test_a_circle_has_its_radius():
    centre = (82.73, 46.67)
    for corner in places.circle(centre, 10):
        assert places.geodesic(centre, corner) == pytest.approx(10, abs=1e-6)


@pytest.mark.parametrize(
    "name", ["section", "incidents", "bakhty", "zaysan", "jarkent", "timeline"]
)
@pytest.mark.parametrize("width", [640, 320])
def test_pictures_are_drawn_at_both_widths(specs, name, width):
    svg = pictures.picture(specs[name], width)
    assert svg.count("<path") > 10
    assert 'font-size="' in svg
    assert "NaN" not in svg


def test_the_narrow_picture_has_fewer_names(specs):
    wide, narrow = (pictures.picture(specs["section"], w) for w in (640, 320))
    assert ">Chingistai<" in wide and ">Chingistai<" not in narrow
    assert ">Zaysan<" in narrow


def test_maps_carry_no_colour_outside_the_house_palette(specs):
    house = {
        value.lower()
        for name, value in vars(theme).items()
        if isinstance(value, str) and value.startswith("#")
    }
    for name in ("section", "incidents", "bakhty", "timeline"):
        svg = pictures.picture(specs[name], 640)
        assert set(re.findall(r"#[0-9a-f]{6}", svg.lower())) <= house, name


# ---------------------------------------------------------------- incidents and time


def test_incidents_at_places_that_can_be_found():
    """By hand from events.csv: the three places with a position and their years."""
    frame = maps.placed_incidents()
    assert {(row.place, row.year) for row in frame.itertuples()} == {
        ("sarkono", "1927"),
        ("uryl", "1933"),
        ("urjar", "1935"),
    }


def test_incidents_without_a_place_on_the_map_are_still_listed():
    frame = maps.all_incidents().set_index("id")
    for id in ("1927-08-24-santos-clash", "1932-spring-matveyevka-seized"):
        assert pd.isna(frame.loc[id, "lat"])


def test_a_year_can_be_chosen(specs):
    (param,) = specs["incidents"]["params"]
    assert param["value"] == maps.every_year()
    options = param["bind"]["options"]
    assert options[0] == maps.every_year() and "1935" in options
    chosen = json.loads(json.dumps(specs["incidents"]))
    chosen["params"][0]["value"] = "1933"
    svg = pictures.picture(chosen, 640)
    assert "Uryl 1933" in svg and "1927" not in svg
    assert "1927" in pictures.picture(specs["incidents"], 640)


def test_years_on_the_axis_have_no_comma(specs):
    svg = pictures.picture(specs["timeline"], 640)
    assert ">1920<" in svg
    assert not re.search(r">1,9\d\d<", svg)


def test_the_timeline_holds_every_event(specs):
    table = specs["timeline"]["usermeta"]["table"]
    assert len(table) == len(tables.read("events"))
    (rows,) = [d for d in datasets(specs["timeline"]) if "to" in d[0]]
    by_event = {row["event"]: row for row in rows}
    day = by_event[
        "Protection of the border is founded, with a special regime in two depths of land"
    ]
    # 28 May is day 148 of the year
    assert day["from"] == pytest.approx(1918 + 147 / 365.25, abs=0.01)
    assert day["to"] - day["from"] < 0.01
    span = by_event["Mass flight from the republic to all destinations"]
    assert (span["from"], span["to"]) == (pytest.approx(1930), pytest.approx(1934, abs=0.01))


def test_a_date_with_an_open_end_is_a_triangle_and_no_span(specs):
    (rows,) = [d for d in datasets(specs["timeline"]) if "to" in d[0]]
    by_event = {row["event"]: row for row in rows}
    until = by_event["The outposts under Bakhty grow again"]
    # printed as "by 1932": drawn at the end of that year, pointing back
    assert until["sign"] == "triangle-left"
    assert until["from"] == until["to"] == pytest.approx(1933, abs=0.01)


def test_no_two_marks_of_the_timeline_overlap(specs):
    (rows,) = [d for d in datasets(specs["timeline"]) if "to" in d[0]]
    lanes = {}
    for row in rows:
        lanes.setdefault(row["row"], []).append((row["from"], row["to"]))
    for spans in lanes.values():
        for (_, end), (start, _) in zip(sorted(spans), sorted(spans)[1:], strict=False):
            assert end < start
