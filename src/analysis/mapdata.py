"""The map files of ``data/map``: read and checked, like the tables.

Each file is GeoJSON with one feature a line, so that a problem can name its line. Longitudes and
latitudes are in degrees (WGS 84). Where the files come from stands in ``data/map/README.md``.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from analysis import documents
from analysis.package import DATA, DataError, Problem

FOLDER = "map"
SCALES = (10_000_000, 50_000_000, 110_000_000)
# file: the kinds of geometry it may hold, and whether its features name the scale of their line
_FILES = {
    "borders": (("LineString", "MultiLineString"), True),
    "countries": (("Polygon", "MultiPolygon"), False),
    "lakes": (("Polygon", "MultiPolygon"), True),
    "rivers": (("LineString", "MultiLineString"), True),
    "zones": (("Polygon", "MultiPolygon"), True),
}
# The part of the world that the files may show: degrees west, south, east, north.
_WEST, _SOUTH, _EAST, _NORTH = 60.0, 30.0, 100.0, 60.0

Point = tuple[float, float]
Report = Callable[[str, object, str], None]


@dataclass(frozen=True)
class Feature:
    """One shape of a map file.

    Attributes:
        name: its name.
        scale: denominator of the map scale for which the line was drawn; None where not stated.
        parts: the lines, or the rings of the polygons: (longitude, latitude) in degrees.
        geometry: the GeoJSON geometry as it stands in the file.
    """

    name: str
    scale: int | None
    parts: tuple[tuple[Point, ...], ...]
    geometry: dict[str, Any]


def read(file: str, data: Path = DATA) -> list[Feature]:
    """The features of one map file: "borders", "countries", "lakes", "rivers" or "zones".

    Raises:
        DataError: the file is missing or faulty; every problem is in the message.
        KeyError: there is no such file.
    """
    features, problems = _read(file, data)
    if problems:
        raise DataError(problems)
    return features


def files(data: Path = DATA) -> list[str]:
    """The map files of a data folder, seen from there; none if it has no map."""
    names = [f"{FOLDER}/{file}.geojson" for file in sorted(_FILES)]
    return names if (data / FOLDER).is_dir() else []


def problems(data: Path = DATA) -> list[Problem]:
    """Everything that is wrong in the map files of a data folder; there need not be a map."""
    if not (data / FOLDER).is_dir():
        return []
    return [problem for file in _FILES for problem in _read(file, data)[1]]


def _read(file: str, data: Path) -> tuple[list[Feature], list[Problem]]:
    stamp = None  # what is wrong is said when it is opened
    with suppress(OSError):
        about = (data / FOLDER / f"{file}.geojson").stat()
        stamp = (about.st_ino, about.st_mtime_ns, about.st_size)
    features, found = _features(file, data, stamp)
    return [*features], [*found]


@lru_cache(maxsize=16)
def _features(
    file: str, data: Path, stamp: tuple[int, int, int] | None
) -> tuple[list[Feature], list[Problem]]:
    """Every distance to a border asks for the map: read once for each state of the file."""
    kinds, scaled = _FILES[file]
    name = f"{FOLDER}/{file}.geojson"
    found: list[Problem] = []
    try:
        text = (data / name).read_bytes().decode("utf-8")
        nodes = documents.json_of(text)["features"]
    except FileNotFoundError:
        return [], [Problem(name, None, "", "no such file", f"a map file in {data}")]
    except (OSError, UnicodeDecodeError, RecursionError) as error:
        return [], [Problem(name, None, "", str(error), "GeoJSON in UTF-8")]
    except documents.KeyTwiceError as error:
        return [], [Problem(name, None, "", str(error), "every key once")]
    except json.JSONDecodeError as error:
        return [], [Problem(name, error.lineno, "", error.msg, "GeoJSON")]
    except (KeyError, TypeError):
        return [], [Problem(name, None, "", "no list of features", "a FeatureCollection")]
    if not isinstance(nodes, list) or not nodes:
        return [], [Problem(name, None, "", "no features", "a FeatureCollection with features")]
    features: list[Feature] = []
    seen: set[tuple[str, int | None]] = set()
    for line, node in enumerate(nodes, start=2):  # the first line opens the collection

        def report(column: str, value: object, expected: str, line: int = line) -> None:
            found.append(Problem(name, line, column, str(value), expected))

        feature = _feature(node, kinds, scaled, report)
        if feature is None:
            continue
        if (feature.name, feature.scale) in seen:
            report("name", feature.name, "every name once at a scale")
        seen.add((feature.name, feature.scale))
        features.append(feature)
    return features, found


def _feature(node: Any, kinds: tuple[str, ...], scaled: bool, report: Report) -> Feature | None:
    try:
        properties, geometry = node["properties"], node["geometry"]
        name, kind, coordinates = properties["name"], geometry["type"], geometry["coordinates"]
        scale = properties.get("scale")
    except (KeyError, TypeError, AttributeError):
        report("", "no feature", "a feature with a name and a geometry")
        return None
    whole = True
    if not isinstance(name, str) or not name:
        report("name", name, "a name")
        whole = False
    if scaled and (scale not in SCALES or isinstance(scale, float)):
        report("scale", scale, f"one of {', '.join(map(str, SCALES))}")
        whole = False
    if kind not in kinds:
        report("geometry", kind, f"one of {', '.join(kinds)}")
        return None
    try:
        parts = tuple(_parts(kind, coordinates))
    except (TypeError, ValueError, IndexError, KeyError):
        report("geometry", kind, "lists of longitude and latitude")
        return None
    ring = "Polygon" in kind
    for part in parts:
        if len(part) < (4 if ring else 2):
            report("geometry", f"{len(part)} points", "a line of two or a ring of four at least")
            whole = False
        elif ring and part[0] != part[-1]:
            report("geometry", part[-1], f"a ring that ends where it starts, {part[0]}")
            whole = False
        for lon, lat in part:
            if not (_WEST <= lon <= _EAST and _SOUTH <= lat <= _NORTH):  # also when not a number
                report("geometry", (lon, lat), "degrees east and north inside the region")
                whole = False
                break
    return Feature(name, scale, parts, geometry) if whole and parts else None


def _parts(kind: str, coordinates: Any) -> Iterator[tuple[Point, ...]]:
    """The lines or rings of a geometry."""
    depth = {"LineString": 0, "MultiLineString": 1, "Polygon": 1, "MultiPolygon": 2}[kind]
    lists = [coordinates]
    for _ in range(depth):
        lists = [item for outer in lists for item in outer]
    for item in lists:
        yield tuple((_degrees(lon), _degrees(lat)) for lon, lat in item)


def _degrees(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ValueError(value)
    return float(value) if math.isfinite(value) else math.nan
