"""Tells where an edition in another language has drifted from the first one.

A page is held against its original block by block: headings, cells, directives, roles, links and
anchors are the same, in the same sections. A message has the same attributes and variables, a table
the same rows. And each translated text has, in ``originals.csv`` of its language, a digest of the
text from which it was made: what has changed since is named until somebody has looked at it and
accepts (``make translated ACCEPT=yes``).
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections import Counter
from collections.abc import Iterator, Set
from pathlib import Path

from fluent.syntax import FluentParser, FluentSerializer, ast

from analysis import documents, editions, files

NOTE = "originals.csv"
_FENCE = re.compile(r"^(`{3,}|:{3,})(?=\S)")
_ROLE = re.compile(r"\{([a-z:-]+)\}`(?:[^`<]*<)?([^`>]+)>?`")
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^(#{1,6}) ")
_ANCHOR = re.compile(r"^\(([\w-]+)\)=$")
_OPENED = re.compile(r"^(?:`{3,}|:{3,})\{([\w-]+)\} *(.*)$")
_WORDED = ("question", "admonition")  # directives whose argument is text
_VARIABLE = re.compile(r"\$[\w-]+")
# of these a language says what it needs: a plural or case, an archive in its letters or in Latin
_OPTIONAL = {"$count", "$case", "$name", "$latin", "$cyrillic", "$short"}


def found(root: Path, code: str) -> list[str]:
    """Every place where an edition has drifted, each in a line; empty if it has not.

    Args:
        root: with ``book``, ``data`` and ``words``.
        code: the language.
    """
    own = root / "words" / code
    return [*_pages(root, own), *_messages(root, own), *_tables(root, own), *_stale(root, own)]


def accept(root: Path, code: str) -> int:
    """Take every text of an edition for a translation of what the original says today.

    Returns:
        How many texts there are.
    """
    written = io.StringIO()
    rows = sorted(_originals(root, root / "words" / code).items())
    table = csv.writer(written, lineterminator="\n")
    table.writerows([("id", "digest"), *((id, _digest(text)) for id, text in rows)])
    (root / "words" / code / NOTE).write_text(written.getvalue(), "utf-8")
    return len(rows)


def blocks(text: str) -> list[str]:
    """A page in its blocks: what stands between blank lines, a fenced part as one."""
    made: list[list[str]] = [[]]
    fence = ""
    for line in text.splitlines():
        if not fence and not line.strip():
            made.append([])
            continue
        made[-1].append(line)
        if fence:
            fence = "" if line.rstrip() == fence else fence
        elif match := _FENCE.match(line):
            fence = match[1]
    return ["\n".join(block) for block in made if block]


def shape(block: str) -> list[str]:
    """What must be alike in two languages: all of a block but its words."""
    first = block.partition("\n")[0]
    said = []
    if opened := _OPENED.match(first):
        argument = "" if opened[1] in _WORDED else opened[2]
        said.append(f"{opened[1]} {argument}".strip())
        if opened[1] == "code-cell":
            return [*said, block.partition("\n")[2]]
    if heading := _HEADING.match(first):
        said.append(heading[1])
    if anchor := _ANCHOR.match(first):
        said.append(anchor[0])
    roles = [f"{{{kind}}}`{id}`" for kind, id in _ROLE.findall(block)]
    return said + sorted(roles) + sorted(_LINK.findall(block))


def _pages(root: Path, own: Path) -> Iterator[str]:
    first = {path.name: path for path in files.inside(root / "book", ".md")}
    here = {path.name: path for path in files.inside(own / "pages", ".md")}
    yield from _alone(first.keys(), here.keys(), f"words/{own.name}/pages/", "page")
    for name in sorted(first.keys() & here.keys()):
        pair = (blocks(path[name].read_text("utf-8")) for path in (first, here))
        yield from _blocks(f"words/{own.name}/pages/{name}", *pair)


def _alone(first: Set[str], here: Set[str], where: str, kind: str) -> Iterator[str]:
    """What only one of two languages has."""
    for name in sorted(first ^ here):
        why = f"there is no such {kind} in the first language" if name in here else "missing"
        yield f"{where}{name}: {why}"


def _blocks(where: str, first: list[str], here: list[str]) -> Iterator[str]:
    for number, (block, text) in enumerate(zip(first, here, strict=False), 1):
        if block.startswith(("```{glossary}", ":::{glossary}")):
            continue  # the heads of terms stand in both languages
        wanted, had = Counter(shape(block)), Counter(shape(text))
        if wanted != had:
            missing, more = list((wanted - had).elements()), list((had - wanted).elements())
            yield (
                f"{where}, block {number} ({_begin(text)}): "
                f"missing {missing or 'nothing'}, too much {more or 'nothing'}"
            )
    if len(first) != len(here):
        yield f"{where}: {len(here)} blocks, {len(first)} in the first language"


def _messages(root: Path, own: Path) -> Iterator[str]:
    first, here = (_read(folder) for folder in (root / "words" / editions.FIRST, own))
    yield from _alone(first.keys(), here.keys(), f"words/{own.name}: ", "message")
    for id in sorted(first.keys() & here.keys()):
        said = set(_VARIABLE.findall(here[id])) | _OPTIONAL
        for name in sorted(set(_VARIABLE.findall(first[id])) - said):
            yield f"words/{own.name}: {id}: {name} is not said"


def _tables(root: Path, own: Path) -> Iterator[str]:
    for path in files.inside(own / "tables", ".csv"):
        first, here = original(root, path.stem), _rows(path)
        where = f"words/{own.name}/tables/{path.name}"
        for id in sorted(first.keys() | here.keys()):
            if id not in here:
                yield f"{where}: {id} is missing"
            elif id not in first:
                yield f"{where}: there is no row {id} in the first language"
            else:
                for column in here[id]:
                    if column not in first[id]:
                        yield f"{where}: there is no column {column} in the first language"
                    elif here[id][column] and not first[id][column]:
                        yield f"{where}: {id}: {column} is empty in the first language"


def _stale(root: Path, own: Path) -> Iterator[str]:
    path = own / NOTE
    known = {id: row["digest"] for id, row in _rows(path).items()} if path.exists() else {}
    for id, text in sorted(_originals(root, own).items()):
        if known.get(id) != _digest(text):
            what = "the original has changed" if id in known else "the original is new"
            yield f"words/{own.name}: {id}: {what}: {_begin(text)}"


def _originals(root: Path, own: Path) -> dict[str, str]:
    """The texts from which those of an edition are made, by what they are."""
    texts = {f"message {id}": text for id, text in _read(root / "words" / editions.FIRST).items()}
    for path in files.inside(own / "pages", ".md"):
        page = root / "book" / path.name
        if page.exists():
            for number, block in enumerate(blocks(page.read_text("utf-8")), 1):
                texts[f"page {path.stem} {number}"] = block
    for path in files.inside(own / "tables", ".csv"):
        first = original(root, path.stem)
        for id, row in _rows(path).items():
            for column in row:
                if said := first.get(id, {}).get(column):
                    texts[f"table {path.stem} {id} {column}"] = said
    return texts


def original(root: Path, name: str) -> dict[str, dict[str, str]]:
    """The rows of a table by id; of ``datapackage``, what it says of tables and columns."""
    if name != editions.DESCRIBED:
        return _rows(root / "data" / f"{name}.csv")
    described = documents.json_of((root / "data" / f"{name}.json").read_bytes())
    said = {f"package.{part}": described.get(part, "") for part in ("title", "description")}
    for table in described["resources"]:
        said |= {
            f"{table['name']}..{part}": table.get(part, "") for part in ("title", "description")
        }
        for field in table["schema"]["fields"]:
            said[f"{table['name']}.{field['name']}"] = field.get("description", "")
    return {id: {"description": text} for id, text in said.items() if text}


def _read(folder: Path) -> dict[str, str]:
    """The messages of a language, without their comments."""
    found, serializer = {}, FluentSerializer()
    for path in files.inside(folder, ".ftl"):
        for entry in FluentParser(with_spans=False).parse(path.read_text("utf-8")).body:
            if isinstance(entry, ast.Message | ast.Term):
                entry.comment = None
                found[entry.id.name] = serializer.serialize_entry(entry)
    return found


def _rows(path: Path) -> dict[str, dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row.pop("id"): row for row in csv.DictReader(file)}


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _begin(text: str) -> str:
    words = text.split()
    return " ".join(words[:8]) + " …" * (len(words) > 8)
