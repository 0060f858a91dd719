"""The manifest and the certificate: whatever differs is named, with the old and the new number."""

import platform
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import commands
import pandas as pd
import pytest
import yaml

from analysis.review import certificate, outputs
from analysis.review.__main__ import main
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


WHAT = certificate.Identity("c0ffee", (), "", "2026-11-27", {"Python": "3.12.3", "pandas": "3.0"})


def test_the_certificate_says_what_was_checked_how_many_and_what_differed() -> None:
    good = certificate.Finding("two builds", "12 files", True, seconds=754)
    bad = certificate.Finding("outputs", "3 outputs", False, ["a.csv: row 1: 1 → 2 (+1)"])
    skipped = certificate.Finding("article", "no copy of the article", None)
    said = certificate.text([good, bad, skipped], WHAT)
    assert "12 files" in said and "12 min 34 s" in said and "a.csv: row 1: 1 → 2 (+1)" in said
    assert said.endswith("1 of 3 did not hold; 1 not checked")
    assert certificate.text([good], WHAT).endswith("all of it held")


def test_the_certificate_says_what_it_certifies() -> None:
    said = certificate.text([], WHAT)
    assert "commit    c0ffee\n            nothing changed on top of it\n" in said
    assert "date      2026-11-27" in said and "Python 3.12.3, pandas 3.0" in said
    dirty = certificate.Identity("c0ffee", (" M data/zones.csv",), "ab12", "", {})
    said = certificate.text([], dirty)
    assert "1 file changed on top of it, ab12:\n               M data/zones.csv" in said
    assert "date      not given" in said
    assert "none: this is no git checkout" in certificate.text(
        [], certificate.Identity("", (), "", "", {})
    )


def test_the_certificate_names_what_stands_against_every_output() -> None:
    names = ["charts/a.js", "computed/results.csv", "data/towns.csv"]
    said = certificate.text([], WHAT, names)
    for name, against in zip(names, ("snapshot", "tests/test_worked.py", "typed"), strict=True):
        (before,) = (line for line in _pairs(said) if line[1].strip() == name)
        assert against in before[0]
    said = certificate.text([], WHAT)
    assert all(name in said for name in outputs.expected())


def _pairs(text: str) -> list[tuple[str, str]]:
    lines = text.splitlines()
    return list(pairwise(lines))


@pytest.mark.parametrize("proof", sorted({outputs.proof(name) for name in outputs.expected()}))
def test_what_stands_against_an_output_exists(proof: str) -> None:
    assert proof in (outputs.TYPED, outputs.SNAPSHOT) or (outputs.ROOT / proof).is_file()


class TestIdentity:
    """A commit, and what lies on top of it."""

    @pytest.fixture
    def tree(self, tmp_path: Path) -> Path:
        for arguments in (
            ["init", "--quiet"],
            ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "a", "--allow-empty"],
        ):
            subprocess.run(["git", *arguments], cwd=tmp_path, check=True)
        return tmp_path

    def test_a_clean_tree(self, tree: Path) -> None:
        one = certificate.identity("2026-11-27", tree)
        head = subprocess.check_output(["git", "rev-parse", "HEAD"], cwd=tree, text=True)
        assert (one.commit, one.changes, one.digest) == (head.strip(), (), "")
        assert one.versions["Python"] == platform.python_version()
        assert one.versions["pandas"] == pd.__version__
        assert certificate.unchanged(one, certificate.identity("2026-11-27", tree)).held

    def test_what_is_saved_meanwhile_is_noticed(self, tree: Path) -> None:
        (tree / "a.txt").write_text("1")
        before = certificate.identity(root=tree)
        assert before.changes == ("?? a.txt",)
        (tree / "a.txt").write_text("2")
        after = certificate.identity(root=tree)
        assert before.changes == after.changes and before.digest != after.digest
        assert certificate.unchanged(before, after).held is False

    def test_a_tree_unpacked_inside_another_checkout_has_no_commit(self, tree: Path) -> None:
        (tree / "below").mkdir()
        below = certificate.identity(root=tree / "below")
        assert below.commit == "" and certificate.unchanged(below, below).held is None


def _review(*arguments: str) -> tuple[int, str, str]:
    return commands.run(main, *arguments)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check"], "ARTICLE=none checks all the rest"),
        (["check", "--article", ""], "ARTICLE=none checks all the rest"),
        (["check", "--article", "nofile"], "nofile: no such file"),
        (["check", "--article", "."], "is a directory"),
        (["check", "--article", "none", "--date", "soon"], "soon is no date"),
        (["check", "--article", "none", "--date", "20261231"], "20261231 is no date"),
        (["compare", "nowhere"], "nowhere: no built book there"),
        (["compare", "a", "b"], "unrecognized arguments"),
        ([], "COMMAND"),
    ],
)
def test_wrong_use_stops_at_once_with_one_sentence(arguments: list[str], said: str) -> None:
    status, out, err = _review(*arguments)
    assert (status, out, len(err.splitlines())) == (2, "", 1)
    assert said in err


def test_a_book_is_set_against_the_manifest(tmp_path: Path) -> None:
    book = tmp_path / "book"
    shutil.copytree(outputs.KEPT, book)
    names = len(outputs.of(book))
    missing = len(outputs.expected()) - names  # the descriptions of charts are not kept
    results = book / "computed" / "results.csv"
    text = results.read_text(encoding="utf-8")
    results.write_text(text.replace(",131.5 km per outpost,", ",130.5 km per outpost,"), "utf-8")
    status, out, err = _review("compare", str(book))
    assert (status, err) == (1, "")
    assert out.splitlines()[-1] == f"{names} outputs, {missing + 1} not as in codecheck.yml"
    where = out.splitlines().index("computed/results.csv: 1 difference")
    assert out.splitlines()[where + 1] == (
        "  row 'bakhty-km-per-outpost-1927', column text: "
        "131.5 km per outpost → 130.5 km per outpost"
    )


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


def test_what_a_build_and_the_tests_say_of_their_steps_is_passed_on(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines = [
        "noise: 1 of it",
        "running chapters: 3 of 14, book/map.md",
        "\x1b[01mreading sources... \x1b[39;49;00m[ 33%] \x1b[35mbook/a .. book/b\x1b[39;49;00m",
        "....... [ 40%]",
        "....... [ 41%]",
    ]
    status, said = certificate._python(["-c", f"print(*{lines}, sep='\\n')"], Path())
    assert (status, said) == (0, lines)
    assert capsys.readouterr().out.splitlines() == [
        "    running chapters: 3 of 14, book/map.md",
        "    reading sources... [ 33%] book/a .. book/b",
        "    40 %",
    ]


def test_the_check_says_first_what_it_does_and_how_long_it_takes(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def done(subject: str) -> certificate.Finding:
        print(f"doing {subject}")
        return certificate.Finding(subject, "all", True)

    monkeypatch.setattr(certificate, "data", lambda: done("data"))
    monkeypatch.setattr(certificate, "tests", lambda: done("tests"))
    monkeypatch.setattr(certificate, "books", lambda: [done("books")])
    certificate.check(None)
    first = capsys.readouterr().out.partition("step 1 of 4")[0]
    assert "as long as the tests and two builds from nothing" in first and "doing" not in first
    assert [line[:4] for line in first.splitlines()[1:]] == ["  1.", "  2.", "  3.", "  4."]
