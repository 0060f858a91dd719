"""Lengths and distances against known geodesics, hand-made shapes and brute force."""

import itertools
import json
import math
import shutil

import numpy as np
import pandas as pd
import pytest

from analysis import mapdata, places, tables
from analysis.__main__ import main
from analysis.hedges import Interval
from analysis.package import DataError


def haversine(a, b):
    """Kilometres on a sphere of the earth's mean radius: not the formula under test."""
    (lon1, lat1), (lon2, lat2) = (tuple(map(math.radians, p)) for p in (a, b))
    h = (
        math.sin((lat2 - lat1) / 2) ** 2
        + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * 6371.0088 * math.asin(math.sqrt(h))


# ---------------------------------------------------------------- geodesics


@pytest.mark.parametrize(
    ("a", "b", "km"),
    [
        # Geoscience Australia's published test line, Flinders Peak to Buninyong: 54,972.271 m
        ((144.42486789, -37.95103342), (143.92649553, -37.65282114), 54.972271),
        # a degree of the equator is a 360th of 2 pi times 6,378.137 km
        ((0, 0), (1, 0), 111.319491),
        # a quarter of the meridian, the length from which the metre once came
        ((0, 0), (0, 90), 10001.965729),
    ],
)
def test_known_geodesics(a, b, km):
    assert places.geodesic(a, b) == pytest.approx(km, abs=1e-5)
    assert places.geodesic(b, a) == pytest.approx(km, abs=1e-5)


def test_distance_on_the_ellipsoid_is_near_that_on_the_sphere():
    rng = np.random.default_rng(7)
    for a, b in rng.uniform([72, 40], [95, 52], size=(50, 2, 2)):
        assert places.geodesic(a, b) == pytest.approx(haversine(a, b), rel=0.005)


# ---------------------------------------------------------------- nearest point, inside


def test_nearest_point_of_a_meridian_lies_at_the_same_latitude():
    line = [(80.0, 44.0), (80.0, 44.1), (80.0, 44.2)]
    lon, lat = places.nearest_point((80.05, 44.13), [line])
    assert (lon, lat) == pytest.approx((80, 44.13), abs=2e-5)


def test_nearest_point_beyond_an_end_is_the_end():
    line = [(80.0, 44.0), (80.0, 44.2)]
    assert places.nearest_point((80.1, 44.5), [line]) == pytest.approx((80, 44.2))
    assert places.nearest_point((79.9, 43.5), [line]) == pytest.approx((80, 44))


def test_nearest_point_of_the_border_against_brute_force():
    """Every segment cut into small steps and every step measured on the sphere."""
    line = places.borders()["Kazakhstan–China"][0]
    fine = [
        (ax + (bx - ax) * t, ay + (by - ay) * t)
        for (ax, ay), (bx, by) in itertools.pairwise(line)
        for t in np.linspace(0, 1, 60)
    ]
    rng = np.random.default_rng(11)
    for point in rng.uniform([79, 42], [88, 50], size=(12, 2)):
        point = tuple(point)
        found = places.geodesic(point, places.nearest_point(point, [line]))
        assert found == pytest.approx(min(haversine(point, p) for p in fine), rel=0.005, abs=0.3)


def test_inside_a_square_with_a_hole():
    square = [(0, 0), (0, 10), (10, 10), (10, 0), (0, 0)]
    hole = [(4, 4), (6, 4), (6, 6), (4, 6), (4, 4)]
    assert places.within((2, 2), [square, hole])
    assert not places.within((5, 5), [square, hole])
    assert not places.within((11, 5), [square, hole])
    assert not places.within((5, -1), [square, hole])


# ---------------------------------------------------------------- length and scale


def test_length_of_the_section_at_three_scales():
    """Summed on the sphere by the other formula; coarser lines are shorter."""
    found = {s: places.border_length(places.SECTION, s) for s in mapdata.SCALES}
    for scale, length in found.items():
        (line,) = places.borders(scale)["Kazakhstan–China"]
        by_hand = sum(haversine(a, b) for a, b in itertools.pairwise(line))
        assert length == pytest.approx(by_hand, rel=0.004)
    assert sorted(found.values(), reverse=True) == list(found.values())


def test_length_of_several_borders_is_their_sum_and_each_counts_once():
    whole = places.border_length(places.WESTERN)
    assert whole == pytest.approx(sum(places.border_length([name]) for name in places.WESTERN))
    assert places.border_length(["Kazakhstan–China"] * 2) == places.border_length(places.SECTION)


def test_unknown_border_or_scale():
    with pytest.raises(KeyError):
        places.border_length(["Kazakhstan–Peru"])
    with pytest.raises(KeyError, match="10000000"):
        places.border_length(places.SECTION, 5)


def test_scale_law_finds_the_dimension_of_the_koch_curve():
    """Measured with steps 1, 1/3, 1/9 a side of it is 1, 4/3, 16/9 long: D = log 4 / log 3."""
    steps = [3.0**-n for n in range(4)]
    koch = pd.DataFrame({"step_km": steps, "km": [(4 / 3) ** n for n in range(4)]})
    law = places.scale_law(koch)
    assert 1 + law.excess == pytest.approx(math.log(4) / math.log(3))
    assert law.residual == pytest.approx(0, abs=1e-12)
    assert law.length(1 / 81) == pytest.approx((4 / 3) ** 4)
    assert law.step((4 / 3) ** 2) == pytest.approx(1 / 9)


def test_the_border_grows_with_finer_steps_and_the_law_fits_within_a_percent():
    measured = places.lengths()
    law = places.scale_law(measured)
    assert 0 < law.excess < 0.2
    assert law.residual < 0.01
    # slope between the finest and the coarsest, on paper: ln(1504/1235) / ln(112.3/4.66) = 0.062
    assert law.excess == pytest.approx(0.062, abs=0.002)


# ---------------------------------------------------------------- places


def distance(km, error, side="Kazakhstan", point=True):
    return places.Distance(
        "x", km, Interval(max(0, km - error), km + error), side, point, (0.0, 0.0)
    )


@pytest.mark.parametrize(
    ("km", "error", "side", "point", "verdict"),
    [
        (10, 5, "Kazakhstan", True, "inside"),  # 5 to 15 km
        (20, 5, "Kazakhstan", True, "cannot be told"),  # 15 to 25 km
        (30, 5, "Kazakhstan", True, "outside"),  # 25 to 35 km
        (17, 5, "Kazakhstan", True, "inside"),  # 12 to 22 km: the edge belongs to the zone
        (10, 5, "China", True, "outside"),  # across the border
        (10, 5, "Kazakhstan", False, "cannot be told"),  # an area
    ],
)
def test_zone_of_22_km(km, error, side, point, verdict):
    assert places.zone_of(distance(km, error, side, point), 22) == verdict


@pytest.mark.parametrize("depth", [0, -1, math.nan])
def test_zone_needs_a_depth(depth):
    with pytest.raises(ValueError, match="positive"):
        places.zone_of(distance(1, 1), depth)


@pytest.mark.parametrize(
    ("place", "km"),
    [
        # measured with a ruler on the drawn line, to the nearest kilometre
        ("jarkent", 27),
        ("zaysan", 54),
        ("lepsinsk", 43),
        ("chuguchak", 8),
        ("narynkol", 2),
    ],
)
def test_distance_of_a_place(place, km):
    found = places.distance_to_border(place)
    assert found.best == pytest.approx(km, abs=0.6)
    assert found.km.contains(found.best)


def test_towns_of_the_border_zone_that_lie_beyond_22_km():
    """The article calls them settlements of the border zone, which it says was 22 km deep."""
    towns = {
        id: places.distance_to_border(id) for id in ("jarkent", "lepsinsk", "zaysan", "bakhty")
    }
    assert {id: places.zone_of(d, 22) for id, d in towns.items()} == {
        "jarkent": "cannot be told",
        "lepsinsk": "outside",
        "zaysan": "outside",
        "bakhty": "inside",
    }


def test_side_of_a_place():
    found = places.distances()["side"]
    assert found["chuguchak"] == "China"
    assert found["zaysan"] == "Kazakhstan"
    # the drawn line passes so near that either side is possible
    assert found["khorgos"] == "cannot be told"


def test_distances_hold_every_place_with_a_position():
    located = tables.read("places").dropna(subset=["lat"])["id"]
    found = places.distances()
    assert list(found.index) == list(located)
    assert (found["low"] <= found["best"]).all() and (found["best"] <= found["high"]).all()
    assert not found.loc["zaysan-district", "point"]


def test_a_place_without_position_has_no_distance():
    with pytest.raises(ValueError, match="no position"):
        places.distance_to_border("alkabek")
    with pytest.raises(KeyError):
        places.distance_to_border("atlantis")


def test_a_wider_assumption_widens_the_interval(tmp_path):
    data = tmp_path / "data"
    shutil.copytree(tables.DATA, data)
    file = data / "assumptions.csv"
    row = next(line for line in file.read_text().splitlines() if line.startswith("map-error,"))
    file.write_text(file.read_text().replace(row, row.replace("0,2,4,", "0,2,6,")))
    before, after = (places.distance_to_border("jarkent", d).km for d in (tables.DATA, data))
    assert (before.low - after.low, after.high - before.high) == pytest.approx((2, 2))


# ---------------------------------------------------------------- map files


def broken(tmp_path, change):
    data = tmp_path / "data"
    shutil.copytree(tables.DATA, data)
    file = data / "map" / "lakes.geojson"
    collection = json.loads(file.read_text())
    change(collection["features"][0])
    lines = ",\n".join(json.dumps(feature) for feature in collection["features"])
    file.write_text(f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n')
    return data


def moved(feature):
    feature["geometry"]["coordinates"][0][1] = [8.1, 46.0]


def opened(feature):
    feature["geometry"]["coordinates"][0].pop()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda f: f["properties"].update(scale=1), "column scale: found '1'"),
        (lambda f: f["properties"].update(name=""), "column name: found nothing"),
        (lambda f: f["geometry"].update(type="Point"), "column geometry: found 'Point'"),
        (moved, "found '(8.1, 46.0)', expected degrees"),
        (opened, "expected a ring that ends where it starts"),
        (lambda f: f["geometry"].update(coordinates=[[["x", 1]]]), "longitude and latitude"),
        (lambda f: f.pop("geometry"), "a name and a geometry"),
        (lambda f: f["properties"].update(name="Balkhash", scale=110_000_000), "every name once"),
    ],
)
def test_a_faulty_map_is_refused_by_line(tmp_path, capsys, change, said):
    data = broken(tmp_path, change)
    assert main(["validate", str(data)]) == 1
    message = capsys.readouterr().err
    assert "map/lakes.geojson, row " in message
    assert said in message
    with pytest.raises(DataError):
        mapdata.read("lakes", data)


def test_a_missing_or_unreadable_map_file(tmp_path):
    with pytest.raises(DataError, match="no such file"):
        mapdata.read("borders", tmp_path)
    (tmp_path / "map").mkdir()
    file = tmp_path / "map" / "borders.geojson"
    for text in ("{", "[]", '{"features": []}', '{"features": 3}', "\x00"):
        file.write_text(text)
        with pytest.raises(DataError):
            mapdata.read("borders", tmp_path)


def test_the_map_in_the_repository_has_no_problems():
    assert mapdata.problems() == []
    assert {f.name for f in mapdata.read("rivers")} == {"Irtysh"}
