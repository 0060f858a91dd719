"""The data in the forms in which they travel: a zip archive, a SQLite file, machine-read metadata.

Everything is made from ``datapackage.json``, ``CITATION.cff`` and the checked tables; nothing is
described a second time. The same data give the same bytes on every machine.
"""

from __future__ import annotations

from pathlib import Path

from analysis import editions, package
from analysis.export import archive, database, metadata

__all__ = ["archive", "database", "files", "metadata", "write"]


def files(data: Path = package.DATA) -> dict[str, bytes]:
    """The archive and the database by the names of their files.

    Raises:
        DataError: the data have problems; all of them are in the message.
        MetadataError: the citation or the licence beside the data is missing or unreadable.
    """
    about = metadata.read(data)
    with editions.speaking(editions.FIRST):  # the others are in it as labels
        return {
            f"{about.name}.zip": archive.build(data, about),
            f"{about.name}.sqlite": database.build(data),
        }


def write(folder: Path, data: Path = package.DATA) -> list[Path]:
    """Write the archive and the database into a folder, each whole or not at all.

    Returns:
        The paths of the two files.
    """
    made = files(data)
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, content in made.items():
        path, part = folder / name, folder / f"{name}.part"
        try:
            part.write_bytes(content)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        paths.append(path)
    return paths
