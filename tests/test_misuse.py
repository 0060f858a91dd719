"""The data as they come back from spreadsheets, full disks and strangers; and hostile text.

Every fault is put into every file of the book's own data, and met as a user meets it: through the
command. What is legitimate text must come out as text wherever it is shown.
"""

import csv
import html.parser
import io
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from analysis import claims, export, tables
from analysis.__main__ import main
from analysis.book import reference, roles
from analysis.tables import DATA

pytestmark = pytest.mark.long

HERE = Path(__file__).parent
ROOT = HERE.parent
DESCRIBED = tables.package(DATA).tables
FILES = [table.file for table in DESCRIBED.values()]
# a file may rightly hold nothing but a header, and then has no row to spoil
FILLED = [name for name in FILES if (DATA / name).read_text("utf-8").count("\n") > 1]


@pytest.fixture
def data(tmp_path):
    return Path(shutil.copytree(DATA, tmp_path / "data"))


@pytest.fixture
def said(data, capsys):
    """What the command says of the data: its exit status and its lines."""

    def said():
        status = main(["validate", str(data)])
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return status, err.splitlines()

    return said


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def write(path, content, **dress):
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n", **dress).writerows(content)


def names(lines, file, row=None):
    """The problems that name a file, and a row if one is meant."""
    place = f"{re.escape(file)}, row {row}[,:]" if row else re.escape(file)
    return [line for line in lines if re.match(place, line)]


class TestEveryFile:
    """One fault in every file at once: each file is named, with the row, in the one pass."""

    @pytest.fixture
    def spoil(self, data, said):
        """Change the bytes of the files; gives what is said, and which row has the fault."""

        def spoil(change, files=FILLED):
            for file in files:
                (data / file).write_bytes(change((data / file).read_bytes()))
            status, lines = said()
            assert status == 1
            return lines

        return spoil

    def test_missing(self, data, said):
        for file in FILES:
            (data / file).unlink()
        status, lines = said()
        assert status == 1
        for file in FILES:
            assert names(lines, file) == [f"{file}: found no such file, expected a file in {data}"]

    @pytest.mark.parametrize("content", [b"", b"\n\n", b"\0" * 64], ids=["empty", "blank", "NUL"])
    def test_emptied(self, spoil, content):
        lines = spoil(lambda _: content, FILES)
        assert all(names(lines, file) for file in FILES)

    def test_nothing_but_a_header(self, spoil):
        lines = spoil(lambda text: text[: text.index(b"\n") + 1])
        wanted = [table.file for table in DESCRIBED.values() if not table.may_be_empty]
        assert all(names(lines, file) for file in wanted)

    def test_cut_off_in_the_middle_of_a_row(self, data, spoil):
        def cut(content):
            # the last row ends behind its first comma: a full disk, a broken download
            content = content.rstrip(b"\n")
            return content[: content.index(b",", content.rfind(b"\n")) + 1]

        lines = spoil(cut)
        assert all(names(lines, file, len(rows(data / file))) for file in FILLED)

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig", "utf-32"])
    def test_another_encoding(self, spoil, encoding):
        lines = spoil(lambda content: content.decode("utf-8").encode(encoding))
        assert all(names(lines, file) for file in FILLED)

    @pytest.mark.parametrize("encoding", ["cp1252", "cp1251", "mac_cyrillic", "koi8_r"])
    def test_a_single_byte_encoding(self, spoil, encoding):
        files = [file for file in FILLED if not (DATA / file).read_bytes().isascii()]
        lines = spoil(lambda text: text.decode("utf-8").encode(encoding, "replace"), files)
        # where every letter could only be replaced by "?", no byte is left that is not UTF-8
        wanted = [
            file
            for file in files
            if not (DATA / file).read_text("utf-8").encode(encoding, "replace").isascii()
        ]
        assert wanted and all(names(lines, file) for file in wanted)

    def test_saved_with_semicolons(self, spoil):
        def again(content):
            text = io.StringIO(newline="")
            cells = csv.reader(io.StringIO(content.decode("utf-8"), newline=""))
            csv.writer(text, delimiter=";", lineterminator="\n").writerows(cells)
            return text.getvalue().encode()

        lines = spoil(again)
        assert all(names(lines, file, 1) for file in FILLED)

    def test_saved_with_windows_line_ends(self, spoil):
        lines = spoil(lambda content: content.replace(b"\n", b"\r\n"), FILES)
        assert all("CRLF" in names(lines, file, 1)[0] for file in FILES)
        assert len(lines) == len(FILES) + 1

    def test_a_row_twice(self, data, spoil):
        lines = spoil(lambda content: content + content.split(b"\n")[1] + b"\n")
        for file in FILLED:
            assert "row 2 has it too" in names(lines, file, len(rows(data / file)))[0]

    @pytest.mark.parametrize("change", ["dropped", "renamed", "moved"])
    def test_a_column(self, data, said, change):
        for file in FILES:
            content = rows(data / file)
            if change == "dropped":
                content = [row[:-1] for row in content]
            elif change == "renamed":
                content[0][-1] = content[0][-1].title()
            else:
                content = [[row[1], row[0], *row[2:]] for row in content]
            write(data / file, content)
        status, lines = said()
        assert status == 1
        assert all(names(lines, file, 1) for file in FILES)


class TestEveryColumn:
    """One spoilt cell in every column of a kind at once: each is named with file, row, column."""

    @pytest.fixture
    def spoil(self, data, said):
        """Spoil cells; gives the places, what is said, and checks the exit status."""

        def spoil(kind, change, once=False):
            places = []
            for table in DESCRIBED.values():
                content = rows(data / table.file)
                for i, field in enumerate(table.fields):
                    filled = [n for n, cells in enumerate(content[1:], 1) if cells[i]]
                    if kind(field) and filled:
                        # another row for each column, as far as there are any
                        row = filled[i % len(filled)]
                        content[row][i] = change(content[row][i])
                        places.append((f"{table.file}, row {row + 1}", field.name))
                        if once:
                            break
                write(data / table.file, content)
            status, lines = said()
            assert status == 1 and places
            return places, lines

        return spoil

    def assert_named(self, places, lines):
        for place, column in places:
            assert any(line.startswith(f"{place}, column {column}:") for line in lines), place

    def test_a_broken_key(self, spoil):
        # footnotes and sources have forms of their own
        self.assert_named(*spoil(lambda field: field.key, lambda cell: "nobody-knows"))

    @pytest.mark.parametrize(
        "change",
        [
            pytest.param(lambda cell: f"{cell},5", id="decimal comma"),
            pytest.param(lambda cell: f"{cell} 000", id="blank"),
            pytest.param(lambda cell: f"{cell}\u00a0000", id="no-break space"),
            pytest.param(lambda cell: f"+{cell}", id="plus"),
            pytest.param(lambda cell: f"{cell}e3", id="exponent"),
            pytest.param(lambda cell: f"={cell}", id="formula"),
            pytest.param(lambda cell: "#REF!", id="broken formula"),
            pytest.param(lambda cell: "N/A", id="not available"),
            pytest.param(lambda cell: "٤", id="Arabic digit"),
            pytest.param(lambda cell: "4" * 400, id="long"),
            pytest.param(lambda cell: "1_000", id="underscore"),
            pytest.param(lambda cell: "nan", id="nan"),
        ],
    )
    def test_a_number_from_a_spreadsheet(self, spoil, change):
        self.assert_named(*spoil(lambda field: field.type in ("number", "integer"), change))

    @pytest.mark.parametrize(
        "date", ["18.08.1927", "8/18/1927", "Aug-27", "1927-08-18 00:00", "10092", "27-08-18"]
    )
    def test_a_date_from_a_spreadsheet(self, spoil, date):
        self.assert_named(*spoil(lambda field: field.is_period, lambda cell: date))

    @pytest.mark.parametrize(
        "cell",
        [
            pytest.param('=HYPERLINK("http://example.org","x")', id="link"),
            pytest.param("@SUM(1)", id="at sign"),
            pytest.param("+1", id="plus"),
            pytest.param("-1", id="minus"),
            pytest.param("\t=1", id="tab"),
            pytest.param("a\u202eb", id="right to left"),
            pytest.param("a\u2066b", id="isolate"),
            pytest.param("a\u200bb", id="zero width"),
            pytest.param("a\x1b[31mb", id="terminal escape"),
            pytest.param("\ufffd", id="lost letter"),
            pytest.param("x" * 100_000, id="long"),
        ],
    )
    def test_a_hostile_cell(self, spoil, cell):
        places, lines = spoil(lambda field: field.type == "string", lambda _: cell)
        self.assert_named(places, lines)
        assert all(len(line) < 4000 for line in lines)
        # what the terminal would obey or hide is shown as an escape
        assert not re.search(r"[\x00-\x1f\u200b\u202e\u2066]", "".join(lines))

    @pytest.mark.parametrize(
        "cell", ["x" * 1_000_000, "a\0b", "a\nb"], ids=["a megabyte", "NUL", "line"]
    )
    def test_a_cell_that_breaks_its_line(self, spoil, cell):
        places, lines = spoil(lambda field: field.type == "string", lambda _: cell, once=True)
        assert all(any(line.startswith(place) for line in lines) for place, _ in places)
        assert all(len(line) < 4000 for line in lines)


HOSTILE = "<script>alert(1)</script> & \"quoted\" 'text' {{7*7}} ${x} `x` </details>"


class Text(html.parser.HTMLParser):
    """The words and the elements of a piece of HTML."""

    def __init__(self, content):
        super().__init__()
        self.words, self.elements = "", set()
        self.feed(content)

    def handle_data(self, data):
        self.words += data

    def handle_starttag(self, tag, attrs):
        self.elements.add(tag)


class TestLegitimateText:
    """Text that only looks dangerous is text: in cards, tables, archive and database."""

    @pytest.fixture
    def hostile(self, data):
        path = data / "garrison.csv"
        content = rows(path)
        row = next(row for row in content if row[0] == "garrison-bakhty-outposts-1927")
        row[content[0].index("subject")] = HOSTILE
        row[content[0].index("remark")] = HOSTILE
        write(path, content)
        for name in (export.metadata.CITATION, export.metadata.LICENCE):
            shutil.copy(ROOT / name, data.parent)
        return data

    def test_it_is_accepted(self, hostile, said):
        assert said()[0] == 0

    def test_on_a_card(self, hostile):
        row = claims.load(hostile).loc["garrison-bakhty-outposts-1927"]
        shown = Text(roles.claim_card(row))
        assert shown.words.count(HOSTILE) == 2
        assert "script" not in shown.elements

    def test_in_a_table(self):
        shown = Text(reference.html_table(("a",), [[reference._cell(HOSTILE)]], HOSTILE))
        assert shown.words == f"a{HOSTILE}"
        assert "script" not in shown.elements

    def test_in_the_archive_and_the_database(self, hostile):
        packed, database = export.files(hostile).values()
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            text = archive.read("garrison.csv").decode("utf-8")
        assert sum(HOSTILE in row for row in csv.reader(io.StringIO(text))) == 1
        connection = sqlite3.connect(":memory:")
        connection.deserialize(database)
        found = connection.execute("SELECT count(*) FROM garrison WHERE subject = ?", [HOSTILE])
        assert found.fetchone() == (1,)


def test_no_cell_of_the_data_is_a_formula():
    for file in FILES:
        for row in rows(DATA / file)[1:]:
            for cell in row:
                assert not re.match(r"[=+@\t\r]|-(?![0-9.]+$)", cell), (file, cell)


class TestWholeFolder:
    def test_all_faults_at_once(self, data, said):
        for i, file in enumerate(FILES):
            if i % 2:
                (data / file).write_bytes(b"")
            else:
                (data / file).unlink()
        status, lines = said()
        assert status == 1
        assert {line.split(":")[0] for line in lines[:-1]} >= set(FILES)

    def test_a_stranger(self, data, said):
        shutil.copy(data / "zones.csv", data / "zones (1).csv")
        status, lines = said()
        assert status == 1 and lines[0].startswith("zones (1).csv")

    def test_a_description_cut_off(self, data, said):
        path = data / "datapackage.json"
        path.write_bytes(path.read_bytes()[:-200])
        status, lines = said()
        assert status == 1 and lines[0].startswith("datapackage.json")


class TestBuilding:
    """Bad data stop the build before anything is written; the last good book stays."""

    @pytest.fixture
    def clone(self, tmp_path):
        clone = tmp_path / "clone"
        ignored = shutil.ignore_patterns("_build", ".git", ".venv", "__pycache__", ".*_cache")
        shutil.copytree(ROOT, clone, ignore=ignored)
        (clone / "_build" / "html").mkdir(parents=True)
        (clone / "_build" / "html" / "index.html").write_text("the last good book")
        return clone

    def test_a_broken_row_leaves_the_last_good_book(self, clone):
        (clone / "data" / "zones.csv").write_bytes(b"")
        done = subprocess.run(
            [sys.executable, "-m", "analysis.book.build"],
            cwd=clone,
            env={**os.environ, "PYTHONPATH": str(clone / "src")},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode != 0
        assert "zones.csv" in done.stdout + done.stderr
        book = clone / "_build" / "html"
        assert [path.name for path in book.iterdir()] == ["index.html"]
        assert (book / "index.html").read_text() == "the last good book"
