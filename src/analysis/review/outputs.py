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
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from analysis import spreadsheet

ROOT = Path(__file__).parents[3]
MANIFEST = ROOT / "codecheck.yml"
KEPT = ROOT / "codecheck"
BOOK = "_build/html"
DIGESTS = "kazakh_xinjiang_border_sha256"  # a node of our own, as the format allows
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

    def __str__(self) -> str:
        return f"{self.output}: {self.where}: {self.old} → {self.new}{_change(self.old, self.new)}"


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def of(book: Path) -> dict[str, Path]:
    """The outputs of a built book: path in the book to file."""
    files = sorted(file for pattern in _PATTERNS for file in book.glob(pattern))
    return {file.relative_to(book).as_posix(): file for file in files}


def expected(manifest: Path = MANIFEST) -> dict[str, str]:
    """The digests of the manifest by path in the book."""
    digests: dict[str, str] = yaml.safe_load(manifest.read_text(encoding="utf-8"))[DIGESTS]
    return digests


def compare(book: Path, manifest: Path = MANIFEST, kept: Path = KEPT) -> list[Difference]:
    """Where the outputs of a built book differ from those of the manifest."""
    found, wanted = of(book), expected(manifest)
    differences = []
    for name in sorted(found.keys() | wanted.keys()):
        if name not in found:
            differences.append(Difference(name, "output", "there", "missing"))
        elif name not in wanted:
            differences.append(Difference(name, "output", "not in the manifest", "there"))
        elif digest(found[name]) != wanted[name]:
            differences += _inside(name, kept / name, found[name], wanted[name])
    return differences


def update(book: Path, manifest: Path = MANIFEST, kept: Path = KEPT) -> int:
    """Take the outputs of a built book for the expected ones; how many there are."""
    found = of(book)
    shutil.rmtree(kept, ignore_errors=True)
    for name, file in found.items():
        if file.suffix == ".csv":
            (kept / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, kept / name)
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
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
    from analysis import accounts, measures

    results = [
        (r.id, r.label, r.value.low, r.value.high, r.unit, r.text, r.formula)
        for r in measures.results().values()
    ]
    checks = [
        (c.id, c.question, c.verdict_text, c.key.text, c.key.formula, " ".join(c.claims))
        for c in accounts.checks().values()
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
    return what[folder, kind]


def _inside(name: str, old: Path, new: Path, wanted: str) -> Iterator[Difference]:
    """The cells in which an output differs from the rows that are kept of it."""
    if not old.exists() or digest(old) != wanted:
        yield Difference(name, "digest", wanted[:12], digest(new)[:12])
        return
    before, after = _cells(old), _cells(new)
    for where in [*before, *(where for where in after if where not in before)]:
        a, b = before.get(where, "nothing"), after.get(where, "nothing")
        if a != b:
            yield Difference(name, where, a, b)
    if before == after:
        yield Difference(name, "order or spelling", wanted[:12], digest(new)[:12])


def _cells(path: Path) -> dict[str, str]:
    """What a CSV file holds, by row and column."""
    head, *rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8")))
    names = [row[0] for row in rows]
    keyed = len(set(names)) == len(names)
    return {
        f"{f'row {row[0]!r}' if keyed else f'row {number}'}, column {column}": cell
        for number, row in enumerate(rows, 1)
        for column, cell in zip(head, row, strict=False)
    }


def _change(old: str, new: str) -> str:
    """By how much a number changed, in brackets."""
    try:
        a, b = float(old), float(new)
    except ValueError:
        return ""
    if not math.isfinite(a) or not math.isfinite(b):
        return ""
    return f" ({b - a:+.6g}{f', {(b - a) / abs(a):+.2%}' if a else ''})"
