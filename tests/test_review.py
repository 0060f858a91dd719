"""The manifest and the certificate: whatever differs is named, with the old and the new number."""

import shutil
from pathlib import Path

import pytest
import yaml

from analysis.review import certificate, outputs
from analysis.tables import DATA

DENSITY = "year,km,note\n1927,131.5,\n1932,37.6,full\n"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A built book with two outputs, accepted into a manifest beside it."""
    built = tmp_path / "book"
    for folder in ("charts", "data"):
        (built / folder).mkdir(parents=True)
    (built / "charts" / "density.csv").write_text(DENSITY)
    (built / "charts" / "density.js").write_text("chart")
    (built / "data" / "towns.csv").write_text("id,people\na,10\n")
    assert outputs.update(built, tmp_path / "codecheck.yml", tmp_path / "kept") == 3
    return built


def _differences(book: Path) -> list[str]:
    manifest, kept = book.parent / "codecheck.yml", book.parent / "kept"
    return list(map(str, outputs.compare(book, manifest, kept)))


def test_an_unchanged_book_is_as_its_manifest_says(book: Path) -> None:
    assert _differences(book) == []


def test_a_changed_number_is_named_with_figure_row_old_and_new(book: Path) -> None:
    (book / "charts" / "density.csv").write_text(DENSITY.replace("37.6", "47"))
    assert _differences(book) == [
        "charts/density.csv: row '1932', column km: 37.6 → 47 (+9.4, +25.00%)"
    ]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("data/towns.csv", "id,people\na,10\nb,5\n", "row 'b', column people: nothing → 5"),
        ("data/towns.csv", "id,people\n", "row 'a', column people: 10 → nothing"),
        ("data/towns.csv", "id,people\r\na,10\r\n", "order or spelling"),
        ("charts/density.csv", DENSITY.replace("full", "empty"), "full → empty"),
        ("charts/density.js", "another", "charts/density.js: digest"),
        ("charts/new.csv", "a\n1\n", "charts/new.csv: output: not in the manifest → there"),
    ],
)
def test_whatever_else_changes_is_named(book: Path, name: str, content: str, said: str) -> None:
    (book / name).write_bytes(content.encode())
    assert any(said in line for line in _differences(book))


def test_a_row_put_in_is_the_one_difference_where_no_first_column_is_unique(book: Path) -> None:
    chart = book / "charts" / "density.csv"
    chart.write_text("year,kind,km\n1927,a,1\n1927,b,2\n1930,a,3\n")
    outputs.update(book, book.parent / "codecheck.yml", book.parent / "kept")
    chart.write_text("year,kind,km\n1926,a,9\n1927,a,1\n1927,b,4\n1930,a,3\n")
    assert _differences(book) == [
        "charts/density.csv: row '1927', 'b', column km: 2 → 4 (+2, +100.00%)",
        *(
            f"charts/density.csv: row '1926', 'a', column {column}: nothing → {cell}"
            for column, cell in (("year", 1926), ("kind", "a"), ("km", 9))
        ),
    ]


def test_rows_that_are_alike_are_counted(book: Path) -> None:
    towns = book / "data" / "towns.csv"
    towns.write_text("id,people\na,10\na,10\n")
    outputs.update(book, book.parent / "codecheck.yml", book.parent / "kept")
    towns.write_text("id,people\na,10\n")
    assert _differences(book) == [
        f"data/towns.csv: row 'a', '10' (2), column {column}: {cell} → nothing"
        for column, cell in (("id", "a"), ("people", "10"))
    ]


def test_differences_are_said_output_by_output(book: Path) -> None:
    (book / "charts" / "density.csv").write_text("year,km,note\n1927,132,\n1932,40,\n")
    (book / "data" / "towns.csv").write_bytes(b"")
    manifest, kept = book.parent / "codecheck.yml", book.parent / "kept"
    said = list(outputs.described(outputs.compare(book, manifest, kept), most=2))
    assert said == [
        "charts/density.csv: 3 differences",
        "  row '1927', column km: 131.5 → 132 (+0.5, +0.38%)",
        "  row '1932', column km: 37.6 → 40 (+2.4, +6.38%)",
        "  and 1 more",
        "data/towns.csv: 2 differences",
        "  row 'a', column id: a → nothing",
        "  row 'a', column people: 10 → nothing",
    ]


@pytest.mark.parametrize(
    ("manifest", "said"),
    [
        (None, "No such file"),
        ("", "no digests"),
        ("- a\n", "no digests"),
        ("a: [", "no digests"),
        ("version: 1\n", "no digests"),
        (f"{outputs.DIGESTS}: 3\n", "no digests"),
    ],
)
def test_a_manifest_that_is_none_is_said(book: Path, manifest: str | None, said: str) -> None:
    path = book.parent / "other.yml"
    if manifest is not None:
        path.write_text(manifest)
    with pytest.raises(outputs.BookError, match=said):
        outputs.compare(book, path, book.parent / "kept")


def test_a_folder_without_a_book_is_said(tmp_path: Path) -> None:
    with pytest.raises(outputs.BookError, match="no built book there"):
        outputs.compare(tmp_path)


def test_a_chart_taken_away_is_named(book: Path) -> None:
    (book / "charts" / "density.csv").unlink()
    assert _differences(book) == ["charts/density.csv: output: there → missing"]


def test_kept_rows_that_were_tampered_with_do_not_hide_a_change(book: Path) -> None:
    changed = DENSITY.replace("37.6", "47")
    (book / "charts" / "density.csv").write_text(changed)
    (book.parent / "kept" / "charts" / "density.csv").write_text(changed)
    assert _differences(book)[0].startswith("charts/density.csv: digest")


def test_one_byte_makes_two_books_differ(book: Path) -> None:
    other = book.with_name("other")
    shutil.copytree(book, other)
    assert certificate.same_bytes(book, other).held
    (other / "charts" / "density.js").write_text("chars")
    (other / "extra.html").write_text("")
    finding = certificate.same_bytes(book, other)
    assert not finding.held
    assert [line.partition(":")[0] for line in finding.differed] == [
        "charts/density.js",
        "extra.html",
    ]


def test_the_certificate_says_what_was_checked_how_many_and_what_differed() -> None:
    good = certificate.Finding("two builds", "12 files", True)
    bad = certificate.Finding("outputs", "3 outputs", False, ["a.csv: row 1: 1 → 2 (+1)"])
    skipped = certificate.Finding("article", "no copy of the article", None)
    said = certificate.text([good, bad, skipped])
    assert "12 files" in said and "a.csv: row 1: 1 → 2 (+1)" in said
    assert said.endswith("1 of 3 did not hold; 1 not checked")
    assert certificate.text([good]).endswith("all of it held")


def test_broken_data_do_not_hold(tmp_path: Path) -> None:
    shutil.copytree(DATA, tmp_path / "data")
    assert certificate.data(tmp_path / "data").held
    garrison = tmp_path / "data" / "garrison.csv"
    garrison.write_text(garrison.read_text(encoding="utf-8") + "x,y\n", encoding="utf-8")
    finding = certificate.data(tmp_path / "data")
    assert finding.held is False and "garrison.csv" in finding.differed[0]


def test_the_manifest_has_what_the_codecheck_format_asks_for() -> None:
    text = outputs.MANIFEST.read_text(encoding="utf-8")
    content = yaml.safe_load(text)
    assert text.startswith("%YAML 1.1\n---\n")
    assert content["version"].startswith("https://codecheck.org.uk/spec/config/")
    assert content["paper"]["title"] and content["paper"]["authors"][0]["name"]
    files = [item["file"] for item in content["manifest"]]
    assert files == sorted(files, key=lambda f: f.removeprefix("_build/html/"))
    assert all(item["comment"] and not item["file"].startswith("/") for item in content["manifest"])
    assert [f.removeprefix("_build/html/") for f in files] == list(outputs.expected())


def test_the_kept_rows_are_those_of_the_manifest() -> None:
    kept = {p.relative_to(outputs.KEPT).as_posix(): p for p in outputs.KEPT.rglob("*.csv")}
    wanted = {name: d for name, d in outputs.expected().items() if name.endswith(".csv")}
    assert {name: outputs.digest(path) for name, path in kept.items()} == wanted
