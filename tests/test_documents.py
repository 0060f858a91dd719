"""JSON, YAML and BibTeX as they must not be: a key twice, or a pattern that only Python reads."""

import json
import re
import shutil
import unicodedata
from pathlib import Path

import pytest

from analysis import documents, export, tables
from analysis.__main__ import main
from analysis.export import metadata
from analysis.tables import DATA

ROOT = Path(__file__).parents[1]


@pytest.fixture
def data(tmp_path):
    for name in (metadata.CITATION, metadata.LICENCE):
        shutil.copy(ROOT / name, tmp_path)
    return Path(shutil.copytree(DATA, tmp_path / "data"))


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("datapackage.json", '"title": "Figures', '"title": "x", "title": "Figures', "'title'"),
        ("datapackage.json", '"required": true}', '"required": true, "required": false}', "'req"),
        ("map/rivers.geojson", '"type":', '"type": "x", "type":', "'type'"),
        ("references.bib", "@book{ablazhey2007,", "@book{Abdullaev2009,", "Abdullaev2009"),
        ("references.bib", "  publisher = {Irfon},", "  year = {1},", "duplicate year"),
        ("references.bib", "{Irfon},", "{Irfon,", "syntax error in line"),
    ],
)
def test_the_check_of_the_data_names_what_stands_twice(data, capsys, file, old, new, said):
    text = (data / file).read_text("utf-8")
    assert old in text
    (data / file).write_text(text.replace(old, new, 1), "utf-8")
    assert main(["validate", str(data)]) == 1
    problems = capsys.readouterr().err.splitlines()[:-1]
    assert any(line.startswith(f"{file}: ") and said in line for line in problems), problems


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("\nversion:", "\nversion: 9\nversion:", "'version' twice, again in line"),
        ("    year:", "    year: 1\n    year:", "'year' twice"),
    ],
)
def test_a_citation_with_a_key_twice(data, old, new, said):
    path = data.parent / metadata.CITATION
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(metadata.MetadataError, match=said):
        export.files(data)


def test_nothing_reads_json_or_yaml_in_another_way():
    """What reads a file that people write goes through ``documents``."""
    other = re.compile(r"\bjson\.loads?\(|\byaml\.(?:safe_)?load\(")
    found = [
        f"{path.name}: {line.strip()}"
        for path in sorted((ROOT / "src").rglob("*.py"))
        for line in path.read_text("utf-8").splitlines()
        if path.name != Path(documents.__file__).name and other.search(line)
    ]
    # what the program wrote itself
    own = {"execution.py", "kept.py", "pictures.py"}
    assert {line.partition(":")[0] for line in found} == own


LOOKS = {"ASSERT", "ASSERT_NOT", "GROUPREF", "GROUPREF_EXISTS", "ATOMIC_GROUP", "POSSESSIVE_REPEAT"}


def operations(pattern):
    """The names of all operations in a pattern, from Python's own parser."""
    found = set()

    def walk(node):
        for item in node if isinstance(node, (list, tuple)) else getattr(node, "data", ()):
            if hasattr(item, "name") and item.name.isupper():
                found.add(item.name)
            elif not isinstance(item, (str, int)):
                walk(item)

    walk(re._parser.parse(pattern))
    return found


def test_every_pattern_can_be_read_by_engines_that_look_neither_ahead_nor_back():
    """RE2, Go and Rust refuse what cannot be matched in one pass."""
    package = json.loads((DATA / "datapackage.json").read_text("utf-8"))
    patterns = {form["pattern"] for form in package["forms"]} | {
        field["constraints"]["pattern"]
        for resource in package["resources"]
        for field in resource["schema"]["fields"]
        if "pattern" in field["constraints"]
    }
    assert len(patterns) > 10
    for pattern in patterns:
        assert not operations(pattern) & LOOKS, pattern
        assert not re.search(r"\(\?(?!:)", pattern), pattern
        assert pattern.startswith("^") and pattern.endswith("$")


@pytest.mark.parametrize("pattern", ["^(?!=)a$", "^a(?<! )$", "^(a)\\1$", "^(?=a)a$", "^(?>a)b$"])
def test_the_test_above_sees_what_it_looks_for(pattern):
    assert operations(pattern) & LOOKS


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        ("a", True),
        ("é", True),
        ("a b", True),
        ("(a) = b + c - d @ e", True),
        ("=a", False),
        ("+a", False),
        ("@a", False),
        ("-a", False),
        (" a", False),
        ("a ", False),
        ("a\\b", False),
        ("a\nb", False),
        ("a\u200bb", False),
    ],
)
def test_free_text_is_what_it_was(text, valid):
    fields = tables.package(DATA).tables["zones"].fields
    [subject] = [field for field in fields if field.name == "subject"]
    assert bool(subject.pattern.fullmatch(text)) is valid


def test_a_letter_and_its_mark_apart_are_refused_with_the_reason(data, capsys):
    path = data / "zones.csv"
    line, *rest = path.read_text("utf-8").splitlines(keepends=True)
    apart = unicodedata.normalize("NFD", "й")
    path.write_text(
        line + rest[0].replace(",", f",{apart}", 2).replace(f",{apart}", ",", 1), "utf-8"
    )
    main(["validate", str(data)])
    said = capsys.readouterr().err
    assert "U+0306 after it; it is U+0439" in said and "composed letters (Unicode NFC)" in said
