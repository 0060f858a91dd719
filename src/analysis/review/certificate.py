"""One run of all checks, and a short certificate of what was checked, how many, what differed.

The book is built twice, in two directories and under different settings of what must not matter:
the seed of hashes, the time zone, the path.
"""

from __future__ import annotations

import filecmp
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from analysis import source_check, validation
from analysis.article import ArticleError
from analysis.package import DATA, DataError
from analysis.review import outputs

ROOT = outputs.ROOT
_BESIDE = ROOT.parent / "shared" / "article.md"
_NOT_COPIED = shutil.ignore_patterns(
    "_build", ".venv", ".git", "__pycache__", ".*_cache", "*.egg-info"
)
_SHOWN = 20  # differences that are printed; the number of all is always said
# what must not matter: hash seed, time zone
_SETTINGS = (("0", "UTC"), ("4242", "Asia/Almaty"))


@dataclass
class Finding:
    """One line of the certificate.

    Attributes:
        subject: what was checked.
        counted: how many of what.
        held: whether all was as it must be; None if it was not checked.
        differed: what was not, one line each.
    """

    subject: str
    counted: str
    held: bool | None
    differed: list[str] = field(default_factory=list)


def check(article: Path | None) -> int:
    """Check everything, print the certificate; 0 if all held.

    Args:
        article: a copy of the article; if None, ``../shared/article.md`` if it is there.
    """
    findings: list[Finding] = []
    steps: list[Callable[[], list[Finding]]] = [
        lambda: [data()],
        lambda: [source(article or (_BESIDE if _BESIDE.exists() else None))],
        lambda: [tests()],
        books,
    ]
    for step in steps:
        for finding in step():
            print(f"checked: {finding.subject}", flush=True)
            findings.append(finding)
    print(text(findings))
    return 0 if all(finding.held is not False for finding in findings) else 1


def data(folder: Path = DATA) -> Finding:
    """The data against their description."""
    checked = validation.check(folder)
    rows = sum(len(content.rows) for content in checked.contents.values())
    problems = [str(problem) for problem in checked.problems]
    counted = f"{len(checked.contents)} tables, {rows} rows"
    return Finding("the data against their description", counted, not problems, problems)


def source(article: Path | None, folder: Path = DATA) -> Finding:
    """The claims against a copy of the article."""
    subject = "the claims against the article"
    if article is None:
        return Finding(subject, "no copy of the article", None)
    try:
        result = source_check.compare(article, folder)
    except ArticleError as error:
        return Finding(subject, "not readable", False, [str(error)])
    except DataError as error:
        return Finding(subject, "not compared", False, list(map(str, error.problems)))
    missing = list(map(str, result.missing))
    return Finding(subject, f"{sum(result.compared.values())} rows", not missing, missing)


def tests() -> Finding:
    """Lint, types and tests."""
    commands = {
        "ruff": ["-m", "ruff", "check", "."],
        "ruff format": ["-m", "ruff", "format", "--check", "."],
        "mypy": ["-m", "mypy"],
        "pytest": ["-m", "pytest", "--tb=short"],
    }
    failed, passed = [], "no tests ran"
    for name, command in commands.items():
        run = _python(command, ROOT)
        said = (run.stdout + run.stderr).strip().splitlines()
        if name == "pytest" and said:
            passed = re.sub(r" in [\d.:() ]+s?.*", "", said[-1].strip("= "))
        if run.returncode:
            failed += [f"{name}: {line}" for line in said[-_SHOWN:]]
    return Finding("lint, types and tests", passed, not failed, failed)


def books() -> list[Finding]:
    """Two builds against each other, and their outputs against the manifest."""
    with tempfile.TemporaryDirectory() as folder:
        homes = [Path(folder) / "one", Path(folder) / "another" / "directory"]
        for home, (seed, zone) in zip(homes, _SETTINGS, strict=True):
            shutil.copytree(ROOT, home, ignore=_NOT_COPIED)
            extra = {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(home / "src")}
            run = _python(["-m", "analysis.book.build"], home, extra)
            if run.returncode:
                lines = [line for line in run.stderr.splitlines() if line.strip()]
                return [Finding("two builds of the book", "none", False, lines[-_SHOWN:])]
        one, other = (home / outputs.BOOK for home in homes)
        return [same_bytes(one, other), as_manifest(one)]


def same_bytes(one: Path, other: Path) -> Finding:
    """Two built books, file by file."""
    names = {
        path.relative_to(book).as_posix()
        for book in (one, other)
        for path in book.rglob("*")
        if path.is_file()
    }
    differ = [
        name
        for name in sorted(names)
        if not (one / name).is_file()
        or not (other / name).is_file()
        or not filecmp.cmp(one / name, other / name, shallow=False)
    ]
    said = [f"{name}: not the same in both" for name in differ]
    return Finding("two builds, byte for byte", f"{len(names)} files", not differ, said)


def as_manifest(book: Path) -> Finding:
    """The outputs of a built book against ``codecheck.yml``."""
    differences = list(map(str, outputs.compare(book)))
    counted = f"{len(outputs.of(book))} outputs"
    return Finding(
        "tables and figures against codecheck.yml", counted, not differences, differences
    )


def text(findings: list[Finding]) -> str:
    """The certificate."""
    said = {True: "all held", None: "not checked"}
    lines = ["", "CERTIFICATE: The Kazakh–Xinjiang border in figures", ""]
    for finding in findings:
        verdict = said.get(finding.held, f"{len(finding.differed)} differ")
        lines.append(f"  {finding.subject:<42}{finding.counted:<28}{verdict}")
        lines += [f"      {line}" for line in finding.differed[:_SHOWN]]
        if len(finding.differed) > _SHOWN:
            lines.append(f"      and {len(finding.differed) - _SHOWN} more")
    failed = sum(finding.held is False for finding in findings)
    skipped = sum(finding.held is None for finding in findings)
    verdict = "all of it held" if not failed else f"{failed} of {len(findings)} did not hold"
    if skipped:
        verdict += f"; {skipped} not checked"
    return "\n".join([*lines, "", verdict])


def _python(
    arguments: list[str], folder: Path, extra: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *arguments]
    env = os.environ | {"PYTHONUTF8": "1", "PYTHONIOENCODING": "utf-8"} | (extra or {})
    return subprocess.run(
        command, cwd=folder, env=env, capture_output=True, encoding="utf-8", check=False
    )
