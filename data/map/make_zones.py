# /// script
# requires-python = ">=3.11"
# dependencies = ["geographiclib==2.1", "shapely==2.1.2"]
# ///
"""Make zones.geojson: the belts of 7.5, 22 and 50 km along the border, to scale, on Soviet soil.

Not part of the build: the file is kept in the repository. To make it again, in this folder:

    uv run make_zones.py

A belt is all land outside China and Mongolia that lies within its depth of today's border with
China, as drawn at 1:10 million: the union of geodesic circles along the line, closed by the hull
of each two neighbours, less the two countries. Circles of 72 corners and steps of 2 km keep the
edge within 1 % of the depth.
"""

import itertools
import json
from math import ceil
from pathlib import Path

import shapely
from geographiclib.geodesic import Geodesic
from shapely.geometry import LineString, MultiPoint, Polygon, box, mapping, shape
from shapely.geometry.polygon import orient

FOLDER = Path(__file__).parent
DEPTHS = (7.5, 22.0, 50.0)  # km; the depths of the article that an atlas map can show
BORDERS = ("Kazakhstan–China", "Kyrgyzstan–China", "Russia–China")
FOREIGN = ("China", "Mongolia")
REGION = box(76, 40.5, 89, 50.5)  # degrees: a little more than the maps show
STEP, CORNERS, DECIMALS = 2.0, 72, 3
EARTH = Geodesic.WGS84


def features(file: str) -> list[dict]:
    """The features of a map file."""
    return json.loads((FOLDER / f"{file}.geojson").read_text(encoding="utf-8"))["features"]


def circle(lon: float, lat: float, km: float) -> list[tuple[float, float]]:
    """Corners of the geodesic circle round a point."""
    corners = (EARTH.Direct(lat, lon, 360 * i / CORNERS, km * 1000) for i in range(CORNERS))
    return [(corner["lon2"], corner["lat2"]) for corner in corners]


def belt(line: LineString, km: float) -> shapely.Geometry:
    """All that lies within a distance of a line."""
    points = list(line.coords)
    fine = [points[0]]
    for (lon1, lat1), (lon2, lat2) in itertools.pairwise(points):
        steps = ceil(EARTH.Inverse(lat1, lon1, lat2, lon2)["s12"] / 1000 / STEP)
        fine += [
            (lon1 + (lon2 - lon1) * i / steps, lat1 + (lat2 - lat1) * i / steps)
            for i in range(1, steps + 1)
        ]
    circles = [circle(lon, lat, km) for lon, lat in fine]
    hulls = (MultiPoint(a + b).convex_hull for a, b in itertools.pairwise(circles))
    return shapely.union_all(list(hulls))


def main() -> None:
    """Write zones.geojson."""
    lines = [
        shape(f["geometry"]).intersection(REGION)
        for f in features("borders")
        if f["properties"]["name"] in BORDERS and f["properties"]["scale"] == 10_000_000
    ]
    parts = [part for line in lines for part in shapely.get_parts(line)]
    foreign = shapely.union_all(
        [shape(f["geometry"]) for f in features("countries") if f["properties"]["name"] in FOREIGN]
    )
    found = []
    for km in DEPTHS:
        area = shapely.union_all([belt(part, km) for part in parts])
        area = area.difference(foreign).intersection(REGION).simplify(0.002)
        kept = [orient(p, sign=-1) for p in shapely.get_parts(area) if p.area > 1e-4]
        geometry = kept[0] if len(kept) == 1 else shapely.MultiPolygon(kept)
        node = mapping(geometry)

        def rounded(item):
            if isinstance(item, float):
                return round(item, DECIMALS)
            return [rounded(part) for part in item]

        found.append(
            {
                "type": "Feature",
                "properties": {"name": f"{km:g} km", "depth_km": km, "scale": 10_000_000},
                "geometry": {
                    "type": node["type"],
                    "coordinates": rounded(node["coordinates"]),
                },
            }
        )
        assert isinstance(geometry, Polygon | shapely.MultiPolygon)
    text = ",\n".join(json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in found)
    (FOLDER / "zones.geojson").write_text(
        f'{{"type":"FeatureCollection","features":[\n{text}\n]}}\n', encoding="utf-8"
    )


if __name__ == "__main__":
    main()
