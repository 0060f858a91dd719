"""The data package as one zip archive: tables, description, citation, licence, dictionary."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from analysis import package
from analysis.export import metadata
from analysis.export.metadata import About

_README = "README.md"


def build(data: Path = package.DATA, about: About | None = None) -> bytes:
    """The archive.

    Raises:
        DataError: the data have problems; all of them are in the message.
        MetadataError: the citation or the licence beside the data is missing or unreadable.
    """
    about = about or metadata.read(data)
    files = {_README: metadata.readme(about).encode(), **about.texts}
    for table in about.tables.tables.values():
        files[table.file] = (data / table.file).read_bytes()
    files[metadata.WEB] = metadata.json_text(metadata.csv_on_the_web(about)).encode()
    return pack(files)


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
