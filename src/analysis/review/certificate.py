"""One run of all checks, and a certificate of what was checked, how many, what differed.

The certificate names what it certifies: the commit and whether anything lies on top of it, a date
that is given and never read from a clock, versions, how long each step took, and for every output
what stands against it. It is printed, and is no part of the book.

The book is built twice, in two directories and under different settings of what must not matter:
the seed of hashes, the time zone, the path, the home folder with what is configured there, the
kind of the terminal.
"""

from __future__ import annotations

import filecmp
import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path

from analysis import article as article_module
from analysis import documents, source_check, validation
from analysis.article import ArticleError
from analysis.package import DATA, DataError
from analysis.review import outputs

ROOT = outputs.ROOT
WITHOUT = "none"  # said in the place of an article: check without one
_NOT_COPIED = shutil.ignore_patterns(
    "_build", ".venv", ".git", "__pycache__", ".*_cache", "*.egg-info"
)
_SHOWN = 20  # differences that are printed; the number of all is always said
# what must not matter
_SETTINGS: tuple[dict[str, str], ...] = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC"},
    {
        **{"PYTHONHASHSEED": "4242", "TZ": "Asia/Almaty", "TERM": "dumb"},
        **{"LC_ALL": "C", "HOME": "", "XDG_CONFIG_HOME": ""},  # a new folder, see books
    },
)
# those that compute, draw, write or test what is certified
_PACKAGES = (
    *("altair", "geographiclib", "jupyter-book", "myst-nb", "numpy", "pandas", "pytest"),
    *("pyyaml", "scipy", "sphinx", "vl-convert-python"),
)
_PERCENT = re.compile(r"\[\s*(\d+)%\]\s*$")  # as pytest says it
# as a build does, and Sphinx in it
_STEP = re.compile(r"[a-z ]+: \d+ of \d+, .*|(?:reading sources|writing output)\.\.\. \[ *\d+%\].*")
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@dataclass
class Finding:
    """One line of the certificate.

    Attributes:
        subject: what was checked.
        counted: how many of what.
        held: whether all was as it must be; None if it was not checked.
        differed: what was not, one line each.
        seconds: how long it took.
    """

    subject: str
    counted: str
    held: bool | None
    differed: list[str] = field(default_factory=list)
    seconds: float = 0.0


@dataclass(frozen=True)
class Identity:
    """What a certificate certifies.

    Attributes:
        commit: the commit; empty where this is no git checkout.
        changes: what lies on top of it, one line a file as ``git status`` says it.
        digest: first digits of the SHA-256 of these changes; empty if there are none.
        date: as given; empty if none was.
        versions: of Python and of the packages that have a part, by name.
    """

    commit: str
    changes: tuple[str, ...]
    digest: str
    date: str
    versions: dict[str, str]


def identity(date: str = "", root: Path = ROOT) -> Identity:
    """The identity of a tree as it stands now.

    Args:
        date: what the certificate shall say of the date.
        root: the folder of the tree.
    """
    versions = {"Python": platform.python_version()}
    for name in _PACKAGES:
        try:
            versions[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            versions[name] = "not installed"
    top = _git(root, "rev-parse", "--show-toplevel").decode().strip()
    if not top or Path(top).resolve() != root.resolve():  # none, or that of a folder around it
        return Identity("", (), "", date, versions)
    commit = _git(root, "rev-parse", "HEAD").decode().strip()
    changes = _git(root, "status", "--porcelain", "--untracked-files=all").decode().splitlines()
    content = hashlib.sha256(_git(root, "diff", "--binary", "--no-ext-diff", "--no-color", "HEAD"))
    new = _git(root, "ls-files", "-z", "--others", "--exclude-standard").split(b"\0")
    for file in filter(None, new):
        path = root / os.fsdecode(file)
        content.update(file + (path.read_bytes() if path.is_file() else b""))
    digest = content.hexdigest()[:16] if changes else ""
    return Identity(commit, tuple(changes), digest, date, versions)


def _git(root: Path, *arguments: str) -> bytes:
    try:
        run = subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False)
    except FileNotFoundError:  # there is no git
        return b""
    return run.stdout if run.returncode == 0 else b""


def check(article: Path | None, date: str = "") -> int:
    """Check everything, print the certificate; 0 if all held.

    Args:
        article: a copy of the article; None to check without it.
        date: what the certificate shall say of the date.

    Raises:
        ArticleError: the copy cannot be read.
    """
    if article is not None:
        article_module.read(article, {})  # before anything that takes long
    steps: list[tuple[str, Callable[[], list[Finding]]]] = [
        ("the data against their description, in no time", lambda: [data()]),
        ("the claims against the article, in no time", lambda: [source(article)]),
        ("lint, types and tests, most of the time: one after the other", lambda: [tests()]),
        ("two builds of the book, each in a new folder and so from nothing", books),
    ]
    print(
        "This takes as long as the tests and two builds from nothing, changes nothing in this "
        "folder, and ends with a certificate:"
    )
    print(*(f"  {number}. {name}" for number, (name, _) in enumerate(steps, 1)), sep="\n")
    before = identity(date)
    findings: list[Finding] = []
    for number, (name, step) in enumerate(steps, 1):
        print(f"step {number} of {len(steps)}: {name}", flush=True)
        start = time.perf_counter()
        found = step()
        found[0].seconds = time.perf_counter() - start
        for finding in found:
            said = "held" if finding.held else "not checked" if finding.held is None else "DIFFERS"
            print(f"  {said}: {finding.subject}, {finding.counted}", flush=True)
        print(f"  {_duration(found[0].seconds)}", flush=True)
        findings += found
    findings.append(unchanged(before, identity(date)))
    print(text(findings, before))
    return 0 if all(finding.held is not False for finding in findings) else 1


def unchanged(before: Identity, after: Identity) -> Finding:
    """Whether the tree was the same before and after: else nothing is certified. Git tells."""
    held = before == after if before.commit else None
    lines = [] if held is not False else ["files were saved or committed meanwhile; run it again"]
    counted = f"commit {before.commit[:12]}" if before.commit else "no git checkout"
    return Finding("the tree was left alone meanwhile", counted, held, lines)


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
    for number, (name, command) in enumerate(commands.items(), 1):
        print(f"  {number} of {len(commands)}, {name}", flush=True)
        status, said = _python(command, ROOT)
        if name == "pytest" and said:
            passed = re.sub(r" in [\d.:() ]+s?.*", "", said[-1].strip("= "))
        if status:
            failed += [f"{name}: {line}" for line in said[-_SHOWN:]]
    return Finding("lint, types and tests", passed, not failed, failed)


def books() -> list[Finding]:
    """Two builds against each other, and their outputs against the manifest."""
    with tempfile.TemporaryDirectory() as folder:
        homes = [Path(folder) / "one", Path(folder) / "another" / "directory"]
        for number, (home, settings) in enumerate(zip(homes, _SETTINGS, strict=True), 1):
            print(f"  {number} of {len(homes)}, building in {home}", flush=True)
            shutil.copytree(ROOT, home, ignore=_NOT_COPIED, ignore_dangling_symlinks=True)
            new = home / "home"
            new.mkdir()
            extra = {name: value or str(new) for name, value in settings.items()}
            extra["PYTHONPATH"] = str(home / "src")
            status, said = _python(["-m", "analysis.book.build"], home, extra)
            if status:
                return [Finding("two builds of the book", "none", False, said[-_SHOWN:])]
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
    subject = f"tables and figures against {outputs.MANIFEST.name}"
    try:
        differences = list(map(str, outputs.compare(book)))
    except outputs.BookError as error:
        return Finding(subject, "not compared", False, [str(error)])
    return Finding(subject, f"{len(outputs.of(book))} outputs", not differences, differences)


def text(findings: list[Finding], of: Identity, names: Iterable[str] | None = None) -> str:
    """The certificate.

    Args:
        findings: what was checked.
        of: what it certifies.
        names: the outputs; None for those of the manifest.
    """
    said = {True: "all held", None: "not checked"}
    lines = ["", *_heading(of), ""]
    for finding in findings:
        verdict = said.get(finding.held, f"{len(finding.differed)} differ")
        took = _duration(finding.seconds) if finding.seconds else ""
        lines.append(f"  {finding.subject:<42}{finding.counted:<28}{verdict:<14}{took}".rstrip())
        lines += [f"      {line}" for line in finding.differed[:_SHOWN]]
        if len(finding.differed) > _SHOWN:
            lines.append(f"      and {len(finding.differed) - _SHOWN} more")
    lines += ["", *_proofs(outputs.expected() if names is None else names)]
    failed = sum(finding.held is False for finding in findings)
    skipped = sum(finding.held is None for finding in findings)
    verdict = "all of it held" if not failed else f"{failed} of {len(findings)} did not hold"
    if skipped:
        verdict += f"; {skipped} not checked"
    return "\n".join([*lines, "", verdict])


def _heading(of: Identity) -> Iterator[str]:
    citation = documents.yaml_of((ROOT / "CITATION.cff").read_bytes())
    yield f"CERTIFICATE: {citation['title']}, version {citation['version']}"
    yield ""
    yield f"  commit    {of.commit or 'none: this is no git checkout'}"
    if of.commit:
        count = len(of.changes)
        changed = f"{count} {'file' if count == 1 else 'files'} changed on top of it, {of.digest}:"
        yield f"            {changed if of.changes else 'nothing changed on top of it'}"
        yield from (f"              {line}" for line in of.changes[:_SHOWN])
        if count > _SHOWN:
            yield f"              and {count - _SHOWN} more"
    yield f"  date      {of.date or 'not given (make check DATE=2026-12-31 puts one here)'}"
    versions = ", ".join(f"{name} {version}" for name, version in of.versions.items())
    yield from textwrap.wrap(
        versions, 96, initial_indent="  with      ", subsequent_indent=" " * 12,
        break_on_hyphens=False,
    )  # fmt: skip


def _proofs(names: Iterable[str]) -> Iterator[str]:
    """Every output under what stands against it."""
    groups: dict[str, list[str]] = {}
    weakest = (outputs.TYPED, outputs.SNAPSHOT)
    for name in names:
        groups.setdefault(outputs.proof(name), []).append(name)
    words = {
        outputs.TYPED: "typed from their sources, not computed",
        outputs.SNAPSHOT: "a snapshot of the same code: only the last accepted state is against it",
    }
    yield "What stands against the outputs, besides the manifest:"
    for proof in sorted(groups, key=lambda one: weakest.index(one) if one in weakest else -1):
        of = groups[proof]
        yield f"  {words.get(proof, f'worked out otherwise in {proof}')} ({len(of)})"
        yield from textwrap.wrap(
            ", ".join(of), 96, initial_indent=" " * 6, subsequent_indent=" " * 6,
            break_on_hyphens=False,
        )  # fmt: skip


def _duration(seconds: float) -> str:
    """Seconds in words.

    >>> _duration(3.2), _duration(754)
    ('3 s', '12 min 34 s')
    """
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def _python(
    arguments: list[str], folder: Path, extra: dict[str, str] | None = None
) -> tuple[int, list[str]]:
    """Run Python, saying how far it says it is; its status and the lines that it wrote."""
    command = [sys.executable, *arguments]
    env = os.environ | {"PYTHONUTF8": "1", "PYTHONIOENCODING": "utf-8"} | (extra or {})
    said, shown = [], 0
    with subprocess.Popen(
        command,
        cwd=folder,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            said.append(line.rstrip())
            if _STEP.fullmatch(step := _COLOUR.sub("", said[-1])):
                print(f"    {step}", flush=True)
            percent = int(found[1]) if (found := _PERCENT.search(line)) else 0
            if percent >= shown + 10:
                shown = percent
                print(f"    {percent} %", flush=True)
    return process.returncode, [line for line in said if line.strip()]
