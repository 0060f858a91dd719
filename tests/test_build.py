"""What a reader holds after a build that failed, was killed or ran out of disk: the last good book.

A small book is built with the real builder, in a folder of its own.
"""

import csv
import io
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import shared
import small_book
import yaml
from sphinx.util.matching import Matcher
from test_files import LEFT, leave

from analysis import files
from analysis.book import changes, lock

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of a small book that was built once, for all workers: look, do not touch."""

    def make(home: Path) -> None:
        small_book.lay_out(home)
        done = _build(home)
        assert done.returncode == 0, done.stdout + done.stderr

    return shared.once(tmp_path_factory, "small", make)


@pytest.fixture
def home(built: Path, tmp_path: Path) -> Path:
    """A copy of it to spoil."""
    shutil.copytree(built, tmp_path / "home")
    return tmp_path / "home"


def _start(home: Path, cold: bool = False, **options: object) -> subprocess.Popen[str]:
    """Start a build; a cold one, of which no chapter is to run, without the kernels' fork server.

    It would import what chapters need, for seconds and for nothing.
    """
    env = os.environ | {"PYTHONPATH": str(home / "src")}
    if cold:  # the name of its socket has no room here, see test_execution.py
        env["TMPDIR"] = str(home / ("long" * 30))
        Path(env["TMPDIR"]).mkdir(exist_ok=True)
    if "preexec_fn" in options:  # Python takes half of a compiled file that found no room for whole
        env["PYTHONDONTWRITEBYTECODE"] = "1"
    return subprocess.Popen(  # type: ignore[call-overload, no-any-return]
        [sys.executable, "-m", "analysis.book.build"],
        cwd=home,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **options,
    )


def _build(home: Path, **options: object) -> subprocess.CompletedProcess[str]:
    process = _start(home, **options)  # type: ignore[arg-type]
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
        done = _build(home, cold=True)
        assert done.returncode == 1
        assert said in done.stderr and "chapter.md:" in done.stderr
    assert _book(home) == before


@pytest.mark.parametrize(
    ("file", "old", "new", "found"),
    [
        ("charts/migration.py", ", at most", ", at most 43,500", "43,500"),
        ("account/told.py", 'words.message("rests-on-map")', '"within 21 versts"', "21"),
        ("charts/populations.py", 'say("chart-year")', '"about 12 inhabitants"', "12"),
    ],
)
def test_a_figure_typed_into_the_code_fails_the_build(
    home: Path, file: str, old: str, new: str, found: str
) -> None:
    before = _book(home)
    module = home / "src" / "analysis" / file
    code = module.read_text()
    module.write_text(code.replace(old, new, 1))
    done = _build(home, cold=True)
    assert done.returncode == 1
    line = code.partition(old)[0].count("\n") + 1
    assert f"src/analysis/{file}:{line}: “{found}” is typed" in done.stderr
    assert _book(home) == before


def test_a_figure_typed_into_a_code_cell_fails_the_build(home: Path) -> None:
    chapter = home / "book" / "chapter.md"
    chapter.write_text(chapter.read_text().replace('print("ran")', 'print("14 outposts ran")'))
    done = _build(home, cold=True)
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


def _change(home: Path, file: str, old: str, new: str) -> None:
    path = home / file
    text = path.read_text("utf-8")
    assert old in text, file
    path.write_text(text.replace(old, new, 1), "utf-8")


def _rename(home: Path) -> None:
    _change(home, "_toc.yml", "book/chapter", "book/renamed")
    (home / "book" / "chapter.md").rename(home / "book" / "renamed.md")


def _remove(home: Path) -> None:
    _change(home, "_toc.yml", "- file: book/renamed\n", "")
    (home / "book" / "renamed.md").unlink()


# Files beside pages, data and code, with what may be changed in each.
_BESIDE = {
    "CITATION.cff": ("version: ", "version: 9."),
    "LICENSE-DATA": ("\n", "\n\n"),
    "README.md": ("\n", "\n\n"),
    "data/CODING.md": ("\n", "\n\n"),
    "src/analysis/book/static/companion.css": ("{", "{ "),
    "_config.yml": ("title: ", "title: New "),
}


def _change_all(home: Path, changed: dict[str, tuple[str, str]]) -> None:
    for file, (old, new) in changed.items():
        _change(home, file, old, new)


@pytest.mark.parametrize("file", _BESIDE)
def test_no_file_changes_unseen(home: Path, file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """By what the builder tells that nothing, or nothing but pages, has changed."""
    monkeypatch.setattr(changes, "ROOT", home)
    before = changes.beside_pages(changes.state())
    assert changes.beside_pages(changes.state()) == before
    _change(home, file, *_BESIDE[file])
    assert changes.digest(changes.beside_pages(changes.state())) != changes.digest(before)


def _install(home: Path) -> None:
    (home / "src" / "something-1.0.dist-info").mkdir()


# One after the other, each upon the book before it: what is changed, and whether chapters run.
_CHANGES: list[tuple[str, Callable[[Path], object], bool]] = [
    ("a sentence", lambda home: _append(home, "\nA new sentence.\n"), False),
    (
        "a number",
        lambda home: _change(
            home,
            "data/garrison.csv",
            "four outposts,exact,4,4,4",
            "five outposts,exact,5,5,5",
        ),
        False,
    ),
    (
        "code that no chapter reads",
        lambda home: _change(home, "src/analysis/charts/zones.py", '"""', '"""Changed. '),
        False,
    ),
    (
        "code that all chapters read",
        lambda home: _change(home, "src/analysis/wording.py", '"""', '"""Changed. '),
        True,
    ),
    ("files that no chapter reads", lambda home: _change_all(home, _BESIDE), False),
    ("an installed package", _install, True),
    ("a chapter renamed", _rename, False),
    ("a chapter removed", _remove, False),
]


# What stays of a book before shows in the bytes; a build from nothing takes its time.
_COMPARED = ("a sentence", "a number", "files that no chapter reads", "a chapter removed")


def test_a_book_upon_an_older_one_is_the_bytes_of_one_from_nothing(
    home: Path, tmp_path: Path
) -> None:
    for what, change, runs in _CHANGES:
        change(home)
        done = _build(home)
        assert done.returncode == 0, (what, done.stderr)
        assert "nothing has changed" not in done.stdout, what
        assert ("running 1 chapters" in done.stdout) == runs, what
        if what not in _COMPARED:
            continue
        shutil.copytree(home, tmp_path / "new", ignore=shutil.ignore_patterns("_build"))
        assert _build(tmp_path / "new").returncode == 0, what
        upon, new = _book(home), _book(tmp_path / "new")
        assert upon.keys() == new.keys(), what
        assert [name for name in new if upon[name] != new[name]] == [], what
        shutil.rmtree(tmp_path / "new")


def test_a_chapter_runs_again_when_what_it_read_changes_and_at_no_other_time(home: Path) -> None:
    extra = home / "elsewhere"
    extra.mkdir()
    for name in ("read", "not"):
        (extra / name).write_text("1")
    code = "from pathlib import Path\nprint(Path('../elsewhere/read').read_text() + ' found')"
    _append(home, f"\n```{{code-cell}} ipython3\n{code}\n```\n")
    assert "running 1 chapters" in _build(home).stdout
    _append(home, "\nA sentence.\n")
    (extra / "not").write_text("2")
    assert "running" not in _build(home).stdout
    _append(home, "\nAnother.\n")
    (extra / "read").write_text("seven")
    assert "running 1 chapters" in _build(home).stdout
    assert b"seven found" in _book(home)["book/chapter.html"]


# What a chapter prints of the data, and whether the change of one claim's number runs it again.
_READERS = {
    "row": (
        "print(claims.interval(claims.load(), 'garrison-bakhty-outposts-1927'), 'outposts')",
        True,
    ),
    "reckoned": (
        "print(claim('distances-bakhty-sector') / claim('garrison-bakhty-outposts-1927'))",
        True,
    ),
    "column": ("print(claims.load()['best'].sum())", True),
    "file": ("print(len((tables.DATA / 'garrison.csv').read_bytes()) > 0)", True),
    "another": ("print(claims.interval(claims.load(), 'migration-people-1930-1933'))", False),
    "hedges": ("print(claims.load()['hedge'].value_counts())", False),
    "chosen": (
        "frame = claims.load()\nprint(frame[frame['measure'] == 'population']['best'].sum())",
        False,
    ),
    "unrelated": ("print(tables.read('events')['kind'].nunique())", False),
}


def _with_readers(home: Path) -> None:
    toc = (home / "_toc.yml").read_text()
    for name, (code, _) in _READERS.items():
        toc += f"- file: book/{name}\n"
        text = small_book.CHAPTER.replace("# A chapter", f"# Reader {name}").replace(
            'print("ran")', f"from analysis import claim, claims, tables\n\n{code}"
        )
        (home / "book" / f"{name}.md").write_text(text)
    (home / "_toc.yml").write_text(toc)


def _ran(done: subprocess.CompletedProcess[str]) -> set[str]:
    """The chapters that a build ran, by name."""
    return set(re.findall(r"running chapters: \d+ of \d+, book/(\w+)\.md", done.stdout))


def test_one_changed_number_runs_the_chapters_that_read_it_and_no_other(
    home: Path, tmp_path: Path
) -> None:
    _with_readers(home)
    done = _build(home)
    assert done.returncode == 0, done.stderr
    assert _ran(done) == set(_READERS)
    _change(home, "data/garrison.csv", "four outposts,exact,4,4,4", "five outposts,exact,5,5,5")
    done = _build(home)
    assert done.returncode == 0, done.stderr
    assert _ran(done) == {name for name, (_, reads_it) in _READERS.items() if reads_it}
    shutil.copytree(home, tmp_path / "new", ignore=shutil.ignore_patterns("_build"))
    assert _build(tmp_path / "new").returncode == 0
    assert _book(home) == _book(tmp_path / "new")
    assert "5 outposts" in re.sub("<[^>]*>", "", _book(home)["book/row.html"].decode())
    # with a problem in a table nothing is built from what is kept, even where nothing read it
    _change(home, "data/places.csv", "\n", "\n\n")
    spoiled = _build(home)
    assert spoiled.returncode == 1
    assert "an empty row" in spoiled.stdout + spoiled.stderr


_SAVES = """
```{code-cell} ipython3
from pathlib import Path

from analysis import claims

table, times = Path("../data/garrison.csv"), Path("../times")
done = len(times.read_text()) if times.exists() else 0
if done < %s:
    times.write_text("x" * (done + 1))
    words = ["four", "five", "six", "seven", "eight"]
    old, new = (f"{words[n - 4]} outposts,exact,{n},{n},{n}," for n in (done + 4, done + 5))
    table.write_text(table.read_text().replace(old, new))
print("now", int(claims.load().loc["garrison-bakhty-outposts-1927", "best"]), "outposts")
```
"""


def test_a_file_saved_while_a_chapter_runs_is_in_the_whole_book(home: Path) -> None:
    _append(home, _SAVES % 1)
    done = _build(home)
    assert done.returncode == 0, done.stderr
    assert "a file was saved while the book was being built; building again" in done.stdout
    page = re.sub("<[^>]*>", "", _book(home)["book/chapter.html"].decode())
    assert "now 5 outposts" in page and "Text with 5" in page
    assert "nothing has changed" in _build(home).stdout


def test_a_book_whose_files_are_saved_all_the_time_is_not_built(home: Path) -> None:
    before = _book(home)
    _append(home, _SAVES % 9)
    done = _build(home)
    assert done.returncode == 1
    assert "a file was saved during each of 3 builds" in done.stderr
    assert _book(home) == before


def test_the_second_of_two_builds_waits_and_says_so(home: Path) -> None:
    _append(home, "\nA new sentence.\n")
    with lock.held(home / "_build"):
        second = _start(home)
        assert second.stderr is not None
        assert "another build is at work in this checkout" in second.stderr.readline()
        assert second.poll() is None and b"A new sentence." not in _book(home)["book/chapter.html"]
    _, err = second.communicate()
    assert second.returncode == 0, err
    assert b"A new sentence." in _book(home)["book/chapter.html"]


def test_a_second_build_gives_up_with_one_clear_word(home: Path) -> None:
    with lock.held(home / "_build"):
        second = _start(home)
        assert second.stderr is not None
        second.stderr.readline()
        second.send_signal(signal.SIGINT)
        _, err = second.communicate()
        assert second.returncode == 130 and "given up" in err and "Traceback" not in err
        with pytest.raises(lock.BusyError), _in_another_process(home):
            pass


@contextmanager
def _in_another_process(home: Path) -> Iterator[None]:
    """Ask for the lock elsewhere, for no time at all: SQLite grants it twice to no process."""
    code = (
        "import sys; from pathlib import Path; from analysis.book import lock\n"
        "try:\n with lock.held(Path(sys.argv[1]), longest=0): pass\n"
        "except lock.BusyError as error: sys.exit(str(error))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(home / "_build")],
        env=os.environ | {"PYTHONPATH": str(home / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise lock.BusyError(done.stderr)
    yield


def test_a_book_is_built_in_a_folder_of_any_name(tmp_path: Path, built: Path) -> None:
    name = "100%2Fdone %20, book [1] книга, a?b#c;d&e=f"
    small_book.lay_out(tmp_path / name)
    done = _build(tmp_path / name)
    assert done.returncode == 0, done.stderr
    assert _book(tmp_path / name) == _book(built)


def test_no_text_but_the_pages_is_taken_for_one() -> None:
    """In a folder with [1] in its name only these patterns keep out what the contents leave out."""
    patterns = yaml.safe_load((small_book.ROOT / "_config.yml").read_text("utf-8"))
    left_out = Matcher(patterns["exclude_patterns"])
    texts = {path.relative_to(small_book.ROOT) for path in files.below(small_book.ROOT, ".md")}
    assert {Path("README.md"), Path("words/ru/pages/index.md"), Path("book/index.md")} <= texts
    kept = {
        text
        for text in texts
        if not any(left_out(part.as_posix()) for part in (text, *text.parents[:-1]))
    }
    assert {text.parts[0] for text in kept} == {"book"}


def test_what_editors_leave_changes_nothing(home: Path) -> None:
    before = _book(home)
    folders = ["data", "data/map", "book", "src/analysis", "src/analysis/book/static", "."]
    for folder in folders:
        for left in LEFT:
            leave(home / folder, left)
    for name in ("book/.#chapter.md", "src/analysis/.#wording.py"):
        (home / name).symlink_to("someone@somewhere.1234:5678")
    assert "nothing has changed" in _build(home).stdout
    shutil.rmtree(home / "_build")
    done = _build(home)
    assert done.returncode == 0, done.stderr
    assert _book(home) == before
