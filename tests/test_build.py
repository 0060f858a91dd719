"""What a reader holds after a build that failed, was killed or ran out of disk: the last good book.

A small book is built with the real builder, in a folder of its own.
"""

import csv
import io
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import small_book


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of a small book that was built once."""
    home = tmp_path_factory.mktemp("small")
    small_book.lay_out(home)
    done = _build(home)
    assert done.returncode == 0, done.stdout + done.stderr
    return home


@pytest.fixture
def home(built: Path, tmp_path: Path) -> Path:
    """A copy of it to spoil."""
    shutil.copytree(built, tmp_path / "home")
    return tmp_path / "home"


def _start(home: Path, **options: object) -> subprocess.Popen[str]:
    return subprocess.Popen(  # type: ignore[call-overload, no-any-return]
        [sys.executable, "-m", "analysis.book.build"],
        cwd=home,
        env=os.environ | {"PYTHONPATH": str(home / "src")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **options,
    )


def _build(home: Path, **options: object) -> subprocess.CompletedProcess[str]:
    process = _start(home, **options)
    out, err = process.communicate()
    return subprocess.CompletedProcess([], process.returncode, out, err)


def _book(home: Path) -> dict[str, bytes]:
    book = home / "_build" / "html"
    return {p.relative_to(book).as_posix(): p.read_bytes() for p in book.rglob("*") if p.is_file()}


def _append(home: Path, text: str) -> None:
    chapter = home / "book" / "chapter.md"
    chapter.write_text(chapter.read_text() + text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("\nThere were 14 outposts.\n", "“14” is typed"),
        ("\nThere were {claim}`no-such-claim` outposts.\n", "no-such-claim"),
    ],
)
def test_a_failing_build_leaves_the_last_book_and_fails_again(
    home: Path, text: str, said: str
) -> None:
    before = _book(home)
    _append(home, text)
    for _ in range(2):  # Sphinx would not warn a second time of a page it has read
        done = _build(home)
        assert done.returncode == 1
        assert said in done.stderr and "chapter.md:" in done.stderr
    assert _book(home) == before


@pytest.mark.parametrize(
    ("file", "old", "new", "found"),
    [
        ("charts/migration.py", 'title="A floor', 'title="43,500 arrived: a floor', "43,500"),
        ("accounts/zones.py", 'finding=f"{', 'finding=f"All 21 versts: {', "21"),
        ("charts/populations.py", 'alt="Inhabitants', 'alt="About 12 inhabitants', "12"),
    ],
)
def test_a_figure_typed_into_the_code_fails_the_build(
    home: Path, file: str, old: str, new: str, found: str
) -> None:
    before = _book(home)
    module = home / "src" / "analysis" / file
    code = module.read_text()
    module.write_text(code.replace(old, new, 1))
    done = _build(home)
    assert done.returncode == 1
    line = code.partition(old)[0].count("\n") + 1
    assert f"src/analysis/{file}:{line}: “{found}” is typed" in done.stderr
    assert _book(home) == before


def test_a_figure_typed_into_a_code_cell_fails_the_build(home: Path) -> None:
    chapter = home / "book" / "chapter.md"
    chapter.write_text(chapter.read_text().replace('print("ran")', 'print("14 outposts ran")'))
    done = _build(home)
    assert done.returncode == 1
    assert "book/chapter.md:11: “14” is typed" in done.stderr


def test_a_hostile_claim_is_no_formula_in_the_data_beside_a_chart(home: Path) -> None:
    # validation refuses such a claim: it is put in behind it
    hostile = ["=HYPERLINK(x)", "+x", "-x+y", "@SUM(x)", "\t=x", "\r=x"]
    _append(
        home,
        "\n```{code-cell} ipython3\n"
        "from analysis import charts, claims\n"
        "frame = claims.load()\n"
        "chosen = frame.index[frame['measure'] == 'armed-group']\n"
        f"frame.loc[chosen, 'subject'] = ({hostile} * 9)[:len(chosen)]\n"
        "rows = charts.hedged.from_claims(frame, list(chosen))\n"
        "rows[['lower', 'upper', 'best']] *= -1\n"
        "charts.theme.finish(charts.hedged.rows(rows, axis='x'), 'bad', 'T', 'A', [])\n"
        "```\n",
    )
    done = _build(home)
    assert done.returncode == 0, done.stderr
    text = (home / "_build" / "html" / "charts" / "bad.csv").read_bytes().decode()
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(rows) >= len(hostile)
    labels = [row["label"] for row in rows]
    assert labels == [f"'{cell}" for cell in (hostile * 9)[: len(labels)]]
    # a number with its sign stays a number
    numbers = [float(row["best"]) for row in rows if row["best"]]
    assert numbers and max(numbers) < 0


def test_a_killed_build_leaves_the_last_book_and_the_next_one_is_whole(home: Path) -> None:
    before = _book(home)
    _append(home, "\nA new sentence.\n")
    process = _start(home, start_new_session=True)
    while not (home / "_build" / "work" / "html").exists() and process.poll() is None:
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    assert _book(home) == before
    assert _build(home).returncode == 0
    assert b"A new sentence." in _book(home)["book/chapter.html"]


def test_a_builder_killed_while_it_swaps_is_made_good(home: Path) -> None:
    before = _book(home)
    (home / "_build" / "html").rename(home / "_build" / "html.old")
    assert _build(home).returncode == 0
    assert _book(home) == before


def test_a_full_disk_leaves_the_last_book(home: Path) -> None:
    before = _book(home)
    _append(home, "\nA new sentence.\n")

    def small_files() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))

    done = _build(home, preexec_fn=small_files)
    assert done.returncode == 1, done.stdout
    assert "the book was not built" in done.stderr
    assert _book(home) == before


def test_a_book_built_upon_an_older_one_is_the_same_bytes(home: Path, built: Path) -> None:
    first = _build(home)
    assert "nothing has changed" in first.stdout
    _append(home, "\nAlso {claim}`garrison-bakhty-outposts-1932`.\n")
    style = next((home / "src" / "analysis" / "book" / "static").glob("*.css"))
    style.write_text(style.read_text() + "\n.new { color: inherit; }\n")
    done = _build(home)
    assert done.returncode == 0 and "running" not in done.stdout  # no code has changed
    upon = _book(home)
    assert upon != _book(built)
    shutil.rmtree(home / "_build")
    assert "running 1 chapters" in _build(home).stdout
    assert _book(home) == upon
