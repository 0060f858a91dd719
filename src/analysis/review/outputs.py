"""The outputs of the book and what they are expected to be.

An output is a file of the built book that holds numbers: the data and the description of every
chart, the tables, all computed results and all checks. ``codecheck.yml`` lists them with digests,
in the format of the CODECHECK community (codecheck.org.uk, configuration file 1.0); the folder
``codecheck`` keeps the rows of the CSV files, so that a difference can be said in numbers.
"""

from __future__ import annotations

import csv
import hashlib
import io
import math
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import yaml

from analysis import documents, spreadsheet

ROOT = Path(__file__).parents[3]
MANIFEST = ROOT / "codecheck.yml"
KEPT = ROOT / "codecheck"
BOOK = "_build/html"
DIGESTS = "kazakh_xinjiang_border_sha256"  # a node of our own, as the format allows
# Outputs that a test works out otherwise, and which; what it does with them, it says itself.
_WORKED = "tests/test_worked.py"
_PROOFS = {
    f"{folder}/{name}.csv": _WORKED
    for folder, names in {
        "computed": ("results", "checks"),
        "charts": (
            "account-ogpu",
            "account-republic",
            "armed-groups",
            "detentions-1930",
            "discrepancies-by-kind",
            "distances",
            "groups-in-xinjiang",
            "hedges",
            "hedges-by-kind",
            "km-per-outpost",
            "map-bakhty",
            "map-crossed",
            "map-jarkent",
            "map-section",
            "map-zaysan",
            "penalty-terms",
            "personnel-per-km",
            "towns",
            "trade-rules",
            "zone-depths",
        ),
    }.items()
    for name in names
}
TYPED, SNAPSHOT = "typed", "snapshot"
_PATTERNS = ("charts/*.csv", "charts/*.js", "computed/*.csv", "data/*.csv")


@dataclass(frozen=True)
class Difference:
    """One thing that is not as the manifest says.

    Attributes:
        output: path of the output in the book.
        where: row and column, or what else differs.
        old, new: what was expected and what is there.
    """

    output: str
    where: str
    old: str
    new: str

    @property
    def said(self) -> str:
        """Where, old and new, and for numbers by how much."""
        return f"{self.where}: {self.old} → {self.new}{_change(self.old, self.new)}"

    def __str__(self) -> str:
        return f"{self.output}: {self.said}"


class BookError(ValueError):
    """There is no built book, or no manifest, to compare; the message says which and why."""


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def of(book: Path) -> dict[str, Path]:
    """The outputs of a built book: path in the book to file."""
    files = sorted(file for pattern in _PATTERNS for file in book.glob(pattern))
    return {file.relative_to(book).as_posix(): file for file in files}


def expected(manifest: Path = MANIFEST) -> dict[str, str]:
    """The digests of the manifest by path in the book.

    Raises:
        BookError: the manifest cannot be read, or holds no digests.
    """
    try:
        content = documents.yaml_of(manifest.read_bytes())
    except OSError as error:
        raise BookError(f"{manifest}: {error.strerror}; expected the manifest") from error
    except (yaml.YAMLError, ValueError):
        content = None
    digests = content.get(DIGESTS) if isinstance(content, dict) else None
    if not isinstance(digests, dict):
        raise BookError(f"{manifest}: no digests under {DIGESTS}; make codecheck writes them")
    return digests


def compare(book: Path, manifest: Path = MANIFEST, kept: Path = KEPT) -> list[Difference]:
    """Where the outputs of a built book differ from those of the manifest.

    Args:
        book: the folder of the built book.
        manifest: what its outputs are expected to be.
        kept: the rows of the outputs that are CSV files, so that a difference is said in them.

    Raises:
        BookError: the folder holds no built book, or the manifest cannot be read.
    """
    found, wanted = of(book), expected(manifest)
    if not found:
        raise BookError(f"{book}: no built book there; make book writes one into {BOOK}")
    differences = []
    for name in sorted(found.keys() | wanted.keys()):
        if name not in found:
            differences.append(Difference(name, "output", "there", "missing"))
        elif name not in wanted:
            differences.append(Difference(name, "output", "not in the manifest", "there"))
        elif digest(found[name]) != wanted[name]:
            differences += _inside(name, kept / name, found[name], wanted[name])
    return differences


def proof(name: str) -> str:
    """What an output of the manifest is held against, besides what the same code gave before.

    Returns:
        The path of the test that works it out otherwise, by hand or by another formula;
        ``TYPED`` for a table of the data, which is not computed but typed from its sources;
        ``SNAPSHOT`` if nothing but its last accepted state stands against it.
    """
    return _PROOFS.get(name, TYPED if name.startswith("data/") else SNAPSHOT)


def described(differences: Iterable[Difference], most: int = 20) -> Iterator[str]:
    """Differences as lines to read: each output with what differs in it, old → new.

    Args:
        differences: as from ``compare``; those of one output stand together.
        most: how many are said of each output; the number of all is always said.
    """
    for output, group in groupby(differences, key=lambda one: one.output):
        of_output = list(group)
        count = len(of_output)
        yield f"{output}: {count} {'difference' if count == 1 else 'differences'}"
        yield from (f"  {one.said}" for one in of_output[:most])
        if count > most:
            yield f"  and {count - most} more"


def update(book: Path, manifest: Path = MANIFEST, kept: Path = KEPT) -> int:
    """Take the outputs of a built book for the expected ones; how many there are."""
    found = of(book)
    shutil.rmtree(kept, ignore_errors=True)
    for name, file in found.items():
        if file.suffix == ".csv":
            (kept / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, kept / name)
    citation = documents.yaml_of((ROOT / "CITATION.cff").read_bytes())
    (article,) = (work for work in citation["references"] if work["type"] == "article")
    content = {
        "version": "https://codecheck.org.uk/spec/config/1.0/",
        "manifest": [{"file": f"{BOOK}/{name}", "comment": _comment(name, book)} for name in found],
        "paper": {
            "title": f"{citation['title']}, to: {article['title']}",
            "authors": citation["authors"],
            "reference": f"https://doi.org/{article['doi']}",
        },
        "summary": "Made by `make codecheck`; compared by `make check`. The rows of the outputs "
        "are kept in the folder codecheck.",
        DIGESTS: {name: digest(file) for name, file in found.items()},
    }
    text = yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=100)
    manifest.write_text(f"%YAML 1.1\n---\n{text}", encoding="utf-8", newline="\n")
    return len(found)


def computed() -> dict[str, bytes]:
    """All computed results and checks as CSV, by path in the book."""
    from analysis.account import told

    results = [
        (r.id, r.label, r.value.low, r.value.high, r.unit, r.text, r.formula)
        for r in told.results().values()
    ]
    checks = [
        (c.id, c.question, c.verdict_text, c.key.text, c.key.formula, " ".join(c.claims))
        for c in told.checks().values()
    ]
    return {
        "computed/results.csv": spreadsheet.csv_bytes(
            ("id", "label", "low", "high", "unit", "text", "formula"), sorted(results)
        ),
        "computed/checks.csv": spreadsheet.csv_bytes(
            ("id", "question", "verdict", "key", "formula", "claims"), sorted(checks)
        ),
    }


def _comment(name: str, book: Path) -> str:
    folder, _, file = name.partition("/")
    stem, _, kind = file.partition(".")
    what = {
        ("charts", "csv"): f"data of the chart {stem}",
        ("charts", "js"): f"description of the chart {stem}",
        ("computed", "csv"): f"all {stem}, as computed",
        ("data", "csv"): f"the table {stem}",
    }
    against = proof(name)
    worked = "" if against in (TYPED, SNAPSHOT) else "worked out otherwise in "
    return f"{what[folder, kind]}; {worked}{against}"


def _inside(name: str, old: Path, new: Path, wanted: str) -> Iterator[Difference]:
    """The cells in which an output differs from the rows that are kept of it."""
    if not old.exists() or digest(old) != wanted:
        yield Difference(name, "digest", wanted[:12], digest(new)[:12])
        return
    tables = _rows(old), _rows(new)
    width = _key_width(tables)
    before, after = (_cells(rows, width) for rows in tables)
    for where in [*before, *(where for where in after if where not in before)]:
        a, b = before.get(where, "nothing"), after.get(where, "nothing")
        if a != b:
            yield Difference(name, where, a, b)
    if before == after:
        yield Difference(name, "order or spelling", wanted[:12], digest(new)[:12])


def _rows(path: Path) -> list[list[str]]:
    text = path.read_text(encoding="utf-8", errors="replace")
    return list(csv.reader(io.StringIO(text, newline="")))


def _key_width(tables: Sequence[Sequence[Sequence[str]]]) -> int:
    """How many of the first columns name a row: as few as tell all rows apart, or all."""
    widest = max((len(rows[0]) for rows in tables if rows), default=1)
    for width in range(1, widest):
        if all(len({tuple(row[:width]) for row in rows}) == len(rows) for rows in tables):
            return width
    return widest


def _cells(rows: Sequence[Sequence[str]], width: int) -> dict[str, str]:
    """What a table holds, by row and column; a row is known by its first ``width`` cells."""
    if not rows:
        return {}
    head, *body = rows
    seen: Counter[tuple[str, ...]] = Counter()
    cells: dict[str, str] = {}
    for row in body:
        key = tuple(row[:width])
        seen[key] += 1
        again = f" ({seen[key]})" if seen[key] > 1 else ""
        name = f"row {', '.join(map(repr, key))}{again}"
        cells |= {f"{name}, column {column}": cell for column, cell in zip(head, row, strict=False)}
    return cells


def _change(old: str, new: str) -> str:
    """By how much a number changed, in brackets."""
    try:
        a, b = float(old), float(new)
    except ValueError:
        return ""
    if not math.isfinite(a) or not math.isfinite(b):
        return ""
    return f" ({b - a:+.6g}{f', {(b - a) / abs(a):+.2%}' if a else ''})"
