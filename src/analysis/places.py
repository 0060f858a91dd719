"""Distances and lengths on the map: how long the border is, how far from it a place lies.

All lengths are geodesics on the WGS 84 ellipsoid, in kilometres, by ``geographiclib`` (C. F. F.
Karney, Algorithms for geodesics, J. Geodesy 87, 2013). The lines are *modern* borders drawn for
small maps, so three errors are far larger than that of the geodesic, and all are said:

- a drawn line is shorter than the border itself, the more so the coarser it is drawn
  (``lengths``, ``scale_law``);
- a point of the line may lie some kilometres from where it should (assumption ``map-error``);
- a place lies where its gazetteer says only within the reach of its certainty (assumptions
  ``position-error-certain``, ``-probable``, ``-uncertain``).

>>> round(border_length(["Kazakhstan–China"], 10_000_000))
1504
>>> print(zone_of(distance_to_border("zaysan"), 22))
outside
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import numpy as np
import pandas as pd
from geographiclib.geodesic import Geodesic

from analysis import mapdata, tables
from analysis.hedges import Interval

# The stretch from Khan Tengri to the Altai is the whole border of today's Kazakhstan with China.
SECTION = ("Kazakhstan–China",)
# The western section of the article: all that bordered on Xinjiang.
WESTERN = ("Kazakhstan–China", "Kyrgyzstan–China", "Tajikistan–China")
FINEST = min(mapdata.SCALES)
XINJIANG_SIDE = "China"

# The depths of the article that a map of the section can show, in km (data/map/zones.geojson).
DEPTHS = (7.5, 22.0, 50.0)

# What the map of the section shows: degrees west, south, east, north.
FRAME = (78.3, 41.7, 88.1, 49.8)

# Kinds of places that are a point on a map of this scale; the others are areas or stretches.
POINTS = frozenset({"town", "settlement", "tract", "mountains", "pass", "outpost", "customs-post"})
INSIDE, OUTSIDE, UNTOLD = "inside", "outside", "cannot be told"
BEYOND = "beyond the map"

_EARTH = Geodesic.WGS84
_CYRILLIC = re.compile("[А-Яа-яЁё]")


def geodesic(a: mapdata.Point, b: mapdata.Point) -> float:
    """Kilometres between two points (longitude, latitude in degrees), along the ellipsoid.

    >>> round(geodesic((0, 0), (1, 0)), 3)
    111.319
    """
    metres: float = _EARTH.Inverse(a[1], a[0], b[1], b[0], Geodesic.DISTANCE)["s12"]
    return metres / 1000


def away(start: mapdata.Point, bearing: float, km: float) -> mapdata.Point:
    """The point so many km from a start in a direction, in degrees clockwise from north."""
    end = _EARTH.Direct(start[1], start[0], bearing, km * 1000)
    return end["lon2"], end["lat2"]


def circle(centre: mapdata.Point, km: float, corners: int = 36) -> list[mapdata.Point]:
    """A ring of points at a distance from a centre, clockwise and closed."""
    ring = [away(centre, 360 * i / corners, km) for i in range(corners)]
    return [*ring, ring[0]]


def borders(
    scale: int = FINEST, data: Path = tables.DATA
) -> dict[str, list[tuple[mapdata.Point, ...]]]:
    """The border lines drawn for one scale, by the names of the two countries.

    Raises:
        DataError: the map is missing or faulty.
        KeyError: no line is drawn for that scale.
    """
    lines = {f.name: list(f.parts) for f in mapdata.read("borders", data) if f.scale == scale}
    if not lines:
        raise KeyError(f"no border at scale {scale}; there are {mapdata.SCALES}")
    return lines


def border_length(names: Sequence[str], scale: int = FINEST, data: Path = tables.DATA) -> float:
    """Length of borders as they are drawn for a scale, in km.

    It is exact for the drawn line; the border itself is longer (see ``scale_law``). The grid of
    the source moves a point by at most 0.2 km, which over hundreds of segments all but cancels.

    Args:
        names: names of borders, such as "Kazakhstan–China"; each is counted once.
        scale: denominator of the map scale.
        data: the data folder.

    Raises:
        DataError: the map is missing or faulty.
        KeyError: a border is not drawn at that scale.
    """
    known = borders(scale, data)
    return math.fsum(step for name in dict.fromkeys(names) for step in _steps(known[name]))


def lengths(names: Sequence[str] = SECTION, data: Path = tables.DATA) -> pd.DataFrame:
    """Length of borders at each scale: columns ``scale``, ``segments``, ``step_km``, ``km``.

    ``step_km`` is the mean length of a drawn segment: the step of the dividers, in effect.
    """
    rows = []
    for scale in mapdata.SCALES:
        known = borders(scale, data)
        steps = [step for name in dict.fromkeys(names) for step in _steps(known[name])]
        length = math.fsum(
            steps
        )  # sum() is more exact from Python 3.12 on, so results would differ
        rows.append((scale, len(steps), length / len(steps), length))
    return pd.DataFrame(rows, columns=["scale", "segments", "step_km", "km"])


@dataclass(frozen=True)
class ScaleLaw:
    """Length as a power of the step: ``km = length_at_1 * step ** -excess``.

    ``excess`` is zero for a smooth line; one plus it is the fractal dimension of Richardson (1961)
    and Mandelbrot (1967). ``residual`` is the largest relative miss of the lengths it is fitted to.
    """

    length_at_1: float
    excess: float
    residual: float

    def length(self, step: float) -> float:
        """Expected length in km when measured with a step in km."""
        return float(self.length_at_1 * step**-self.excess)

    def step(self, km: float) -> float:
        """The step in km at which the line would measure ``km``."""
        return float((self.length_at_1 / km) ** (1 / self.excess))


def scale_law(measured: pd.DataFrame) -> ScaleLaw:
    """The power law that fits lengths best, by least squares of the logarithms.

    Three scales give a rule of thumb, not a law: a length far outside their steps is a guess.

    Args:
        measured: columns ``step_km`` and ``km``, as from ``lengths``; two rows at least.
    """
    # written out: the last digits of numpy's own fit differ from processor to processor
    x, y = ([math.log(value) for value in measured[name]] for name in ("step_km", "km"))
    mean_x, mean_y = math.fsum(x) / len(x), math.fsum(y) / len(y)
    slope = math.fsum((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True)) / math.fsum(
        (a - mean_x) ** 2 for a in x
    )
    intercept = mean_y - slope * mean_x
    miss = max(abs(math.expm1(intercept + slope * a - b)) for a, b in zip(x, y, strict=True))
    return ScaleLaw(math.exp(intercept), -slope, miss)


@dataclass(frozen=True)
class Distance:
    """How far a place lies from the border with China.

    Attributes:
        place: id of the place.
        best: km from its position to the nearest point of the drawn border.
        km: the interval that the errors of map and position leave; never below zero.
        side: the country of today in which the position lies; "cannot be told" when the border
            may lie on either side of it, within the errors.
        point: whether the place is a point. If not, its position only stands for an area, and the
            distance is that of the position, not of the area.
        nearest: the nearest point of the border, longitude and latitude in degrees.
    """

    place: str
    best: float
    km: Interval
    side: str
    point: bool
    nearest: mapdata.Point


def distances(data: Path = tables.DATA) -> pd.DataFrame:
    """Every place with a position, by id: the fields of ``Distance``, the interval as two columns.

    Columns ``name``, ``kind``, ``certainty``, ``lat``, ``lon``, ``best``, ``low``, ``high``,
    ``side``, ``point``, ``nearest_lon``, ``nearest_lat``; distances in km. And for each of
    ``DEPTHS`` the verdict of ``zone_of``: ``in_7.5_km``, ``in_22_km``, ``in_50_km``.
    """
    places = tables.read("places", data).set_index("id")
    places = places[places["lat"].notna()]
    errors = position_errors(data)
    lines, areas = _western(data), mapdata.read("countries", data)
    found = [_distance(str(id), row, lines, areas, errors) for id, row in places.iterrows()]
    return places[["name", "kind", "certainty", "lat", "lon"]].assign(
        best=[d.best for d in found],
        low=[d.km.low for d in found],
        high=[d.km.high for d in found],
        side=[d.side for d in found],
        point=[d.point for d in found],
        nearest_lon=[d.nearest[0] for d in found],
        nearest_lat=[d.nearest[1] for d in found],
        **{f"in_{depth:g}_km": [zone_of(d, depth) for d in found] for depth in DEPTHS},
    )


def mapped(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows of ``distances`` that are on the map of the section: points inside its frame.

    A district is no point: its position stands for an area, and drawn it would lie on a town.
    """
    west, south, east, north = FRAME
    inside = frame["lon"].between(west, east) & frame["lat"].between(south, north)
    return frame[frame["point"] & inside]


def is_cyrillic(name: str) -> bool:
    """Whether a name is written in Cyrillic letters."""
    return _CYRILLIC.match(name) is not None


def in_cyrillic(row: pd.Series) -> str:
    """The Russian name of a row of places.csv, the first in Cyrillic letters; empty without one."""
    found = (name for name in row["other_names"] if is_cyrillic(name))
    return str(next(found, ""))


def distance_to_border(place: str, data: Path = tables.DATA) -> Distance:
    """Distance of one place to the border with China.

    Raises:
        KeyError: there is no such place.
        ValueError: the place has no position.
    """
    row = tables.read("places", data).set_index("id").loc[place]
    if pd.isna(row["lat"]):
        raise ValueError(f"{place} has no position: {row['name']} could not be found")
    countries = mapdata.read("countries", data)
    return _distance(place, row, _western(data), countries, position_errors(data))


def zone_of(distance: Distance, depth: float) -> str:
    """Whether a place lies in the zone of ``depth`` km on the Soviet side.

    ``inside`` or ``outside`` only when every distance that the errors leave says so; an area is
    never told, because one position stands for it.

    Raises:
        ValueError: the depth is not a positive number.
    """
    if not depth > 0:
        raise ValueError(f"a zone has a positive depth in km, not {depth}")
    if not distance.point:
        return UNTOLD
    if distance.side == XINJIANG_SIDE:
        return OUTSIDE
    if distance.km.high <= depth:
        return INSIDE
    return OUTSIDE if distance.km.low > depth else UNTOLD


def position_errors(data: Path = tables.DATA) -> dict[str, float]:
    """By certainty: how many km a distance may be wrong, error of the map included.

    The high ends of the assumptions are taken, so that the truth lies inside.
    """
    high = tables.read("assumptions", data).set_index("id")["high"]
    return {
        certainty: float(high["map-error"] + high[f"position-error-{certainty}"])
        for certainty in ("certain", "probable", "uncertain")
    }


def _steps(lines: Sequence[Sequence[mapdata.Point]]) -> list[float]:
    return [_step(a, b) for line in lines for a, b in pairwise(line)]


@lru_cache(maxsize=8192)
def _step(a: mapdata.Point, b: mapdata.Point) -> float:
    """A step of a drawn line, which every account asks for some thousand times."""
    return geodesic(a, b)


def _western(data: Path) -> list[tuple[mapdata.Point, ...]]:
    known = borders(FINEST, data)
    return [line for name in WESTERN for line in known[name]]


def _distance(
    place: str,
    row: pd.Series,
    lines: Sequence[Sequence[mapdata.Point]],
    countries: Sequence[mapdata.Feature],
    errors: dict[str, float],
) -> Distance:
    point = (float(row["lon"]), float(row["lat"]))
    nearest = nearest_point(point, lines)
    best = geodesic(point, nearest)
    error = errors[row["certainty"]]
    side = next((c.name for c in countries if within(point, c.parts)), BEYOND)
    if best <= error:
        side = UNTOLD
    km = Interval(max(0.0, best - error), best + error)
    return Distance(place, best, km, side, row["kind"] in POINTS, nearest)


def nearest_point(point: mapdata.Point, lines: Sequence[Sequence[mapdata.Point]]) -> mapdata.Point:
    """The point of the lines that is nearest to a point; longitudes and latitudes in degrees.

    Distances are compared along straight chords in space, which order points as geodesics do:
    a segment of 30 km lies at most 20 m below the ground.
    """
    target = _in_space(np.array([point]))[0]
    best, nearest = np.inf, lines[0][0]
    for line in lines:
        degrees = np.array(line)
        ends = _in_space(degrees)
        start, along = ends[:-1], np.diff(ends, axis=0)
        length = np.einsum("ij,ij->i", along, along)
        reached = np.einsum("ij,ij->i", target - start, along) / np.where(length > 0, length, 1)
        part = np.clip(reached, 0, 1)
        gaps = np.linalg.norm(start + part[:, None] * along - target, axis=1)
        i = int(gaps.argmin())
        if gaps[i] < best:
            best = gaps[i]
            lon, lat = degrees[i] + part[i] * (degrees[i + 1] - degrees[i])
            nearest = (float(lon), float(lat))
    return nearest


def _in_space(degrees: np.ndarray) -> np.ndarray:
    """Points (n, 2) of longitude and latitude as (n, 3) earth-centred coordinates in km."""
    lon, lat = np.radians(degrees).T
    flattening = _EARTH.f
    eccentricity = flattening * (2 - flattening)
    normal = _EARTH.a / 1000 / np.sqrt(1 - eccentricity * np.sin(lat) ** 2)
    return np.column_stack(
        [
            normal * np.cos(lat) * np.cos(lon),
            normal * np.cos(lat) * np.sin(lon),
            normal * (1 - eccentricity) * np.sin(lat),
        ]
    )


def within(point: mapdata.Point, rings: Sequence[Sequence[mapdata.Point]]) -> bool:
    """Whether a point lies inside rings, by the even-odd rule; a hole is another ring."""
    lon, lat = point
    inside = False
    for ring in rings:
        for (x1, y1), (x2, y2) in pairwise(ring):
            if (y1 > lat) != (y2 > lat) and lon < x1 + (lat - y1) / (y2 - y1) * (x2 - x1):
                inside = not inside
    return inside
