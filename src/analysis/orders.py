"""What to order in the reading room: the files that the article cites, and what hangs on each.

>>> first = files()[0]
>>> first.archive, first.fond, first.opis, first.delo, first.sources
('sga-dp-vko', '19', '1', '905', ('fn43', 'fn50', 'fn51'))
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import groupby

import pandas as pd

from analysis import claims, tables, wording
from analysis.account import told


@dataclass(frozen=True)
class Sought:
    """A figure to look for in a file.

    Attributes:
        claim: the claim.
        source: the source, with its leaves, under whose note it stands.
        own: whether the note is that of its own sentence; else of its passage, further on.
    """

    claim: str
    source: str
    own: bool


@dataclass(frozen=True)
class File:
    """One file of an archive.

    Attributes:
        archive: id of the archive.
        fond, opis, delo: its shelf mark.
        sources: the sources of the article that cite it, each with its leaves.
        figures: what to look for.
        settles: the checks that name it as what would settle them.
        hanging: the checks that rest on a figure of the file.
        doubts: the discrepancies about one of its notes or figures.
    """

    archive: str
    fond: str
    opis: str
    delo: str
    sources: tuple[str, ...]
    figures: tuple[Sought, ...]
    settles: tuple[str, ...]
    hanging: tuple[str, ...]
    doubts: tuple[str, ...]

    @property
    def anchor(self) -> str:
        """Where the file stands on the page of the archives."""
        return anchor(self.archive, self.fond, self.opis, self.delo)


def anchor(archive: str, *shelf: str) -> str:
    """The name of a file in addresses.

    >>> anchor("ap-rk", "708", "1/1", "1"), anchor("ga-rf", "P-3316", "64", "925")
    ('file-ap-rk-708-1-1-1', 'file-ga-rf-p-3316-64-925')
    """
    return "-".join(["file", archive, *(part.lower().replace("/", "-") for part in shelf)])


@cache
def files() -> tuple[File, ...]:
    """All files: those first that would settle the most checks, then those on which most hang."""
    sources = tables.read("sources").set_index("id")
    archived = sources[sources["kind"] == "archive"]
    ids = tables.read("archives").set_index("name")["id"]

    def shelf(id: str) -> tuple[str, ...]:
        row = archived.loc[id]
        return (ids[row["archive"]], row["fond"], row["opis"], row["delo"])

    by_shelf = groupby(sorted(map(str, archived.index), key=lambda id: (shelf(id), id)), key=shelf)
    found = [_file(key, tuple(group), sources) for key, group in by_shelf]
    return tuple(
        sorted(
            found,
            key=lambda f: (
                -len(f.settles),
                -len(f.hanging),
                -len(f.figures),
                -len(f.doubts),
                f.anchor,
            ),
        )
    )


def _file(shelf: tuple[str, ...], ids: tuple[str, ...], sources: pd.DataFrame) -> File:
    frame = claims.load()
    figures = [
        Sought(str(claim), id, own)
        for id in ids
        for own, column in ((True, "sources"), (False, "passage_sources"))
        for claim in frame.index[[id in cited for cited in frame[column]]]
    ]
    archive, fond, opis, delo = shelf
    sought = {each.claim for each in figures}
    checks = told.checks()
    register = tables.read("discrepancies").set_index("id")
    doubts = [
        str(id)
        for id, row in register.iterrows()
        if sought & set(row["claims"]) or set(ids) & set(row["sources"])
    ]
    return File(
        archive,
        fond,
        opis,
        delo,
        ids,
        tuple(figures),
        tuple(id for id, check in checks.items() if set(ids) & set(check.settled_by)),
        tuple(id for id, check in checks.items() if sought & set(check.claims)),
        tuple(doubts),
    )


def leaves(file: File) -> list[tuple[str, str]]:
    """Which note cites which leaves of a file: (number of the note, leaves as printed, or "")."""
    sources = tables.read("sources").set_index("id").loc[list(file.sources)]
    return [(str(row["footnote"]), row["leaves"]) for _, row in sources.iterrows()]


HEAD = (
    "rank", "archive", "archive_latin", "archive_cyrillic", "cyrillic_certainty", "fond", "opis",
    "delo", "leaves", "notes", "look_for", "would_settle", "verdicts_hanging", "claims", "checks",
    "doubts",
)  # fmt: skip


def rows() -> list[list[object]]:
    """The list as a table, in the order of ``files``; the columns are those of ``HEAD``."""
    archives = tables.read("archives").set_index("id")
    frame, checks = claims.load(), told.checks()
    found: list[list[object]] = []
    for rank, file in enumerate(files(), 1):
        archive, cited = archives.loc[file.archive], leaves(file)
        figures = [
            f"{wording.claim(frame.loc[each.claim])}: {frame.loc[each.claim, 'subject']}"
            for each in file.figures
        ]
        found.append([
            rank, archive["name"], archive["latin"], archive["cyrillic"], archive["certainty"],
            file.fond, file.opis, file.delo,
            "; ".join(each for _, each in cited if each), "; ".join(note for note, _ in cited),
            "; ".join(figures), "; ".join(checks[id].question for id in file.settles),
            len(file.hanging), ";".join(each.claim for each in file.figures),
            ";".join(file.settles), ";".join(file.doubts),
        ])  # fmt: skip
    return found
