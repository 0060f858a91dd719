"""The data package as one zip archive: tables, what is computed from them, the map, description.

Its ``datapackage.json`` describes all of it: the tables as the one in ``data/`` does, then those of
``derived``, then the files of the map.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from analysis import mapdata, package, validation
from analysis.export import metadata
from analysis.export.metadata import About

_README = "README.md"


def build(data: Path = package.DATA, about: About | None = None) -> bytes:
    """The archive.

    Raises:
        DataError: the data have problems; all of them are in the message.
        MetadataError: the citation or the licence beside the data is missing or unreadable.
        KeyError: a claim, assumption or comparandum that the results or checks need is not there.
    """
    # it brings numpy and pandas along, which a check of the data does without
    from analysis.export import derived

    about = about or metadata.read(data)
    files = dict(about.texts)
    for table in about.tables.tables.values():
        files[table.file] = (data / table.file).read_bytes()
    added = derived.of(validation.check(data), about.described, data)
    files |= {table.resource["path"]: table.content for table in added}
    tabular = [*about.described["resources"], *(table.resource for table in added)]
    files |= {name: (data / name).read_bytes() for name in mapdata.files(data)}
    described = {**about.described, "resources": [*tabular, *map(_map, mapdata.files(data))]}
    whole = replace(about, tables=package.of({**about.described, "resources": tabular}))
    files[package.FILE] = metadata.json_text(described).encode()
    files[_README] = metadata.readme(whole).encode()
    files[metadata.WEB] = metadata.json_text(metadata.csv_on_the_web(whole)).encode()
    return pack(files)


def _map(file: str) -> dict[str, Any]:
    """A file of the map as a resource of a data package."""
    name = Path(file).stem
    return {
        "name": f"map-{name}",
        "path": file,
        "title": f"Map: {name}",
        "description": f"What the maps of the book draw as {name}; degrees east and north.",
        "format": "geojson",
        "mediatype": "application/geo+json",
        "encoding": "utf-8",
    }


def pack(files: Mapping[str, bytes]) -> bytes:
    """Files as a zip archive that is the same bytes wherever it is made."""
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as target:
        for name in sorted(files):
            # not compressed: compressors differ, and with them the bytes; and no time of day
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            target.writestr(entry, files[name])
    return stored.getvalue()
