"""Reading and checking tables: each fault is named once, with file, row, column and what is wanted.

The faults are made in copies of ``small_data``, whose rows are known here.
"""

import csv
import json
import math
import random
import shutil
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis import hedges, tables
from analysis.tables import DATA, DataError

SMALL = Path(__file__).parent / "small_data"
CLAIM_TABLES = [
    "populations",
    "migration",
    "garrison",
    "detentions",
    "zones",
    "penalties",
    "smuggling",
    "distances",
    "administration",
]


@pytest.fixture
def small(tmp_path):
    """A copy of the small data, correct as it stands."""
    return copy_to(tmp_path / "data")


def copy_to(folder):
    shutil.copytree(SMALL, folder)
    shutil.copy(DATA / "datapackage.json", folder)
    return folder


def replace(folder, file, old, new):
    """Put ``new`` for ``old``, which stands in the file exactly once."""
    path = folder / file
    old, new = (x if isinstance(x, bytes) else x.encode() for x in (old, new))
    assert path.read_bytes().count(old) == 1
    path.write_bytes(path.read_bytes().replace(old, new))


def found(folder):
    return [(p.file, p.row, p.column) for p in tables.problems(folder)]


def test_the_small_data_are_correct(small):
    assert tables.problems(small) == []


def test_the_data_of_the_book_are_correct():
    assert tables.problems() == []


class TestAnotherDress:
    """What means the same is accepted."""

    def test_every_field_quoted(self, small):
        for path in small.glob("*.csv"):
            with path.open(encoding="utf-8", newline="") as file:
                rows = list(csv.reader(file))
            with path.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
        assert tables.problems(small) == []

    def test_no_newline_at_the_end(self, small):
        for path in small.glob("*.csv"):
            path.write_bytes(path.read_bytes().removesuffix(b"\n"))
        assert tables.problems(small) == []

    def test_rows_in_another_order(self, small):
        before = tables.load(small)
        for path in small.glob("*.csv"):
            header, *rows = path.read_text("utf-8").splitlines(keepends=True)
            random.Random(1).shuffle(rows)
            path.write_text(header + "".join(rows), "utf-8")
        after = tables.load(small)
        for name, frame in before.items():
            pd.testing.assert_frame_equal(frame, after[name])

    @pytest.mark.parametrize("number", ["88.0", "88.00"])
    def test_zeros_behind_the_point(self, small, number):
        replace(small, "garrison.csv", ",88,88,88,", f",{number},88,88,")
        assert tables.problems(small) == []

    def test_text_that_only_looks_dangerous(self, small):
        remark = "<script>alert(1)</script> & „Гора“ 塔城 – 5 > 4; a = b + c"
        replace(small, "smuggling.csv", "crossings,2,,,,,", f"crossings,2,,,,,{remark}")
        assert tables.read("smuggling", small)["remark"][0] == remark


# file, what is replaced, by what; then the row and the column named, and what is expected there
CELLS = [
    # numbers
    ("text in a number", "garrison", ",nearly,,250,", ",nearly,,many,", 5, "high", "plain digits"),
    ("separator", "garrison", ",nearly,,250,", ',nearly,,"3,400",', 5, "high", "plain digits"),
    ("blank separator", "garrison", ",nearly,,250,", ",nearly,,3 400,", 5, "high", "plain digits"),
    ("decimal comma", "distances", ",7.5,7.5,", ',"7,5",7.5,', 2, "low", "plain digits"),
    ("underscore", "garrison", ",nearly,,250,", ",nearly,,2_50,", 5, "high", "plain digits"),
    ("plus", "garrison", ",nearly,,250,", ",nearly,,+250,", 5, "high", "plain digits"),
    ("exponent", "garrison", ",nearly,,250,", ",nearly,,2.5e2,", 5, "high", "plain digits"),
    ("hexadecimal", "garrison", ",nearly,,250,", ",nearly,,0xFA,", 5, "high", "plain digits"),
    ("full width", "garrison", ",nearly,,250,", ",nearly,,２５０,", 5, "high", "plain digits"),
    ("Arabic digits", "garrison", ",nearly,,250,", ",nearly,,٢٥٠,", 5, "high", "plain digits"),
    ("superscript", "garrison", ",nearly,,250,", ",nearly,,25²,", 5, "high", "plain digits"),
    ("leading zero", "garrison", ",nearly,,250,", ",nearly,,0250,", 5, "high", "plain digits"),
    ("no digit before", "distances", ",7.5,7.5,", ",.5,7.5,", 2, "low", "plain digits"),
    ("no digit behind", "distances", ",7.5,7.5,", ",7.,7.5,", 2, "low", "plain digits"),
    ("N/A", "garrison", ",nearly,,250,", ",nearly,N/A,250,", 5, "low", "plain digits"),
    ("NaN", "garrison", ",nearly,,250,", ",nearly,NaN,250,", 5, "low", "plain digits"),
    ("infinity", "garrison", ",nearly,,250,", ",nearly,-inf,250,", 5, "low", "plain digits"),
    ("NULL", "garrison", ",nearly,,250,", ",nearly,NULL,250,", 5, "low", "plain digits"),
    ("dash", "garrison", ",nearly,,250,", ",nearly,-,250,", 5, "low", "plain digits"),
    ("percent", "garrison", ",nearly,,250,", ",nearly,,250%,", 5, "high", "plain digits"),
    ("unit", "garrison", ",nearly,,250,", ",nearly,,250 km,", 5, "high", "plain digits"),
    ("thirty digits", "garrison", ",nearly,,250,", f",nearly,,{'9' * 30},", 5, "high", "plain"),
    ("too large", "garrison", ",nearly,,250,", ",nearly,,10000001,", 5, "high", "10,000,000"),
    ("negative", "garrison", ",nearly,,250,", ",nearly,,-250,", 5, "high", "from 0 to"),
    ("minus zero", "garrison", ",nearly,,250,", ",nearly,,-0,", 5, "high", "from 0 to"),
    ("date in a number", "garrison", ",nearly,,250,", ",nearly,,15.06.1927,", 5, "high", "plain"),
    ("formula in a number", "garrison", ",nearly,,250,", ",nearly,,=250,", 5, "high", "plain"),
    ("fraction", "garrison", "security,1,,,", "security,1.5,,,", 3, "paragraph", "whole number"),
    ("no paragraph", "zones", "regimes,1,", "regimes,,", 2, "paragraph", "a value"),
    ("paragraph 0", "zones", "regimes,1,", "regimes,0,", 2, "paragraph", "from 1 to 63"),
    ("footnote 64", "zones", "regimes,1,1,", "regimes,1,64,", 2, "footnote", "from 1 to 63"),
    # what fits together
    ("low > high", "populations", ",6000,7000,,", ",7000,6000,,", 3, "low", "6000 in low, high"),
    ("no range", "populations", ",6000,7000,,", ",6000,7000,6500,", 3, "best", "empty cell"),
    ("best missing", "detentions", ",about,,,40,", ",about,,,,", 2, "best", "40, as"),
    ("low is closed", "garrison", ",nearly,,250,", ",nearly,1,250,", 5, "low", "empty cell"),
    ("not the same", "garrison", ",88,88,88,", ",88,88,89,", 4, "best", "88, as"),
    ("half counted", "administration", "2,2,2", "2.5,2.5,2.5", 2, "best", "2 in best, low, high"),
    ("order", "assumptions", ",0.05,0.1,", ",0.5,0.1,", 2, "low", "low <= best"),
    ("order above", "assumptions", ",0.1,0.2,", ",0.3,0.2,", 2, "best", "best <= high"),
    ("dimension", "distances", ",7.5,km,", ",7.5,people,", 2, "unit", "a unit of length"),
    ("footnote without", "zones", ",1,1,fn01,", ",1,1,,", 2, "sources", "footnote 1"),
    ("sources without", "zones", ",1,1,fn01,", ",1,,fn01,", 2, "footnote", "fn01"),
    ("two notes", "zones", ",fn01,,,", ",fn01,2,1,", 2, "passage_note", "beside a footnote"),
    ("no distance", "garrison", "security,1,,,,,", "security,1,,,3,,", 3, "sentences_on", "both"),
    ("no note", "garrison", "security,1,,,,,", "security,1,,,,1,", 3, "passage_note", "both"),
    (
        "other note",
        "garrison",
        "security,1,,,,,",
        "security,1,,,9,1,",
        3,
        "passage_note",
        "a footnote",
    ),
    ("distance 0", "garrison", "security,1,,,,,", "security,1,,,3,0,", 3, "sentences_on", "from 1"),
    (
        "no doubt",
        "discrepancies",
        '"21 x 1.0668 = 22.40 km, “not” 21 …",,',
        ",,",
        2,
        "doubt",
        "lies",
    ),
    ("season 25", "detentions", ",1912-10,", ",1912-25,", 2, "period", "YYYY-MM"),
    ("season of a day", "detentions", ",1912-10,", ",1912-21-03,", 2, "period", "YYYY-MM"),
    ("season backwards", "detentions", ",1912-10,", ",1912-22/1912-21,", 2, "period", "before"),
    ("other footnote", "zones", ",1,1,fn01,", ",1,1,fn03,", 2, "sources", "fn03 is of another"),
    ("footnote of id", "sources", "fn03,3,", "fn03,2,", 5, "footnote", "number in the id"),
    ("itself", "sources", ",fn02a,Printed", ",fn03,Printed", 5, "same_as", "another source"),
    ("later", "sources", "author2001,5–7,,", "author2001,5–7,fn03,", 2, "same_as", "earlier"),
    ("only one", "places", ",46.5,82.25,", ",46.5,,", 2, "lon", "both"),
    ("only the other", "places", ",46.5,82.25,", ",,82.25,", 2, "lat", "both"),
    ("no position", "places", ",,,,unknown,", ",,,,certain,", 3, "certainty", "unknown"),
    ("position", "places", "map.,certain,", "map.,unknown,", 2, "certainty", "unknown"),
    ("no basis", "places", "Read off a map.,certain", ",certain", 2, "position_basis", "how"),
    ("swapped", "places", ",46.5,82.25,", ",82.25,46.5,", 2, "lat", "from 30 to 75"),
    ("own base", "units", "km,1,,", "km,2,,", 4, "factor", "its own base"),
    ("base of a base", "units", "length,km,0.001", "length,versts,0.001", 5, "base_unit", "own"),
    (
        "base's kind",
        "units",
        "m,metre or metres,length",
        "m,metre or metres,area",
        5,
        "dimension",
        "length",
    ),
    # dates
    ("spreadsheet", "detentions", ",1912-10,", ",Oct-12,", 2, "period", "YYYY-MM"),
    ("day first", "smuggling", "1913-07-18", "18.07.1913", 2, "period", "YYYY-MM"),
    ("month first", "smuggling", "1913-07-18", "7/18/1913", 2, "period", "YYYY-MM"),
    ("time of day", "smuggling", "1913-07-18", "1913-07-18 00:00:00", 2, "period", "YYYY-MM"),
    ("serial number", "smuggling", "1913-07-18", "4948", 2, "period", "1800 and 2026"),
    ("short year", "smuggling", "1913-07-18", "13-07-18", 2, "period", "YYYY-MM"),
    ("no such day", "smuggling", "1913-07-18", "1913-06-31", 2, "period", "not a date"),
    ("no such month", "smuggling", "1913-07-18", "1913-13-18", 2, "period", "YYYY-MM"),
    ("future", "detentions", ",1912-10,", ",2027-10,", 2, "period", "1800 and 2026"),
    ("long ago", "detentions", ",1912-10,", ",1799,", 2, "period", "1800 and 2026"),
    ("backwards", "migration", "1912/1913", "1913/1912", 2, "period", "ends before it starts"),
    ("no date", "events", "1910-rule,1910,", "1910-rule,,", 2, "date", "a value"),
    # keys
    ("unknown unit", "zones", ",versts,", ",verst,", 2, "unit", "units.csv"),
    ("unknown measure", "zones", ",depth,", ",deep,", 2, "measure", "measures.csv"),
    ("unknown hedge", "zones", ",exact,", ",precise,", 2, "hedge", "one of exact"),
    ("unknown place", "smuggling", ",pass,", ",col,", 2, "place", "places.csv"),
    ("unknown section", "zones", ",regimes,", ",regime,", 2, "section", "sections.csv"),
    ("unknown source", "zones", ",fn01,", ",fn09,", 2, "sources", "sources.csv"),
    ("second in a list", "populations", "fn02a;fn02b", "fn02a;fn02c", 2, "sources", "sources"),
    ("unknown claim", "events", "zones-strip-1910;", "zones-strip;", 2, "claims", "garrison.csv"),
    ("unknown event", "discrepancies", ",1910-rule,", ",1911-rule,", 2, "events", "events.csv"),
    ("unknown work", "sources", ",author2001,9,", ",author2002,9,", 4, "citekey", ".bib"),
    ("unknown base", "units", "length,km,0.001", "length,kms,0.001", 5, "base_unit", "units.csv"),
    ("twice in a list", "populations", "fn02a;fn02b", "fn02a;fn02a", 2, "sources", "there twice"),
    ("blank in a list", "populations", "fn02a;fn02b", "fn02a; fn02b", 2, "sources", "without"),
    ("end of a list", "populations", "fn02a;fn02b", "fn02a;", 2, "sources", "separated by ;"),
    ("comma in a list", "populations", "fn02a;fn02b", '"fn02a,fn02b"', 2, "sources", ";"),
    ("no unit", "zones", ",versts,", ",,", 2, "unit", "a value"),
    ("no hedge", "zones", ",exact,", ",,", 2, "hedge", "a value"),
    ("case of a hedge", "zones", ",exact,", ",Exact,", 2, "hedge", "one of exact"),
    ("twice", "garrison", "posts-1914,", "posts-1911,", 3, "id", "garrison.csv, row 2"),
    ("used up", "sections", "regimes,3,", "regimes,2,", 7, "order", "sections.csv, row 5"),
    # text
    ("formula", "smuggling", "crossings,2,,,,,", "crossings,2,,,,,=1+1", 2, "remark", "= + - @"),
    ("link", "smuggling", ",tea seized,", ',"=HYPERLINK(""x"")",', 2, "subject", "= + - @"),
    ("plus text", "smuggling", "crossings,2,,,,,", "crossings,2,,,,,+1", 2, "remark", "= + - @"),
    ("minus text", "smuggling", "crossings,2,,,,,", "crossings,2,,,,,-1", 2, "remark", "= + - @"),
    ("at sign", "smuggling", "crossings,2,,,,,", "crossings,2,,,,,@A1", 2, "remark", "= + - @"),
    ("in a list", "places", "Fort;fort", "Fort;=fort", 2, "spellings", "= + - @"),
    ("tab", "smuggling", ",tea seized,", ",tea\tseized,", 2, "subject", "printable"),
    ("tab first", "smuggling", ",tea seized,", ",\ttea seized,", 2, "subject", "no blanks"),
    ("blank last", "smuggling", ",tea seized,", ",tea seized ,", 2, "subject", "no blanks"),
    ("blank first", "smuggling", ",tea seized,", ", tea seized,", 2, "subject", "no blanks"),
    ("blank after id", "zones", "1910,depth,", "1910,depth ,", 2, "measure", "no blanks"),
    (
        "only a blank",
        "smuggling",
        "crossings,2,,,,,",
        "crossings,2,,,,, ",
        2,
        "remark",
        "no blanks",
    ),
    ("no-break space", "smuggling", ",tea seized,", ",tea\xa0seized,", 2, "subject", "printable"),
    ("NUL", "smuggling", ",tea seized,", ",tea\0seized,", 2, "subject", "printable"),
    ("bell", "smuggling", ",tea seized,", ",tea\aseized,", 2, "subject", "printable"),
    ("delete", "smuggling", ",tea seized,", ",tea\x7fseized,", 2, "subject", "printable"),
    ("C1 control", "smuggling", ",tea seized,", ",tea\x85seized,", 2, "subject", "printable"),
    ("right to left", "smuggling", ",tea seized,", ",tea\u202eseized,", 2, "subject", "printable"),
    ("isolate", "smuggling", ",tea seized,", ",tea\u2067seized,", 2, "subject", "printable"),
    ("zero width", "smuggling", ",tea seized,", ",tea\u200bseized,", 2, "subject", "printable"),
    ("joiner", "smuggling", ",tea seized,", ",tea\u200dseized,", 2, "subject", "printable"),
    ("soft hyphen", "smuggling", ",tea seized,", ",tea\u00adseized,", 2, "subject", "printable"),
    ("BOM inside", "smuggling", ",tea seized,", ",tea\ufeffseized,", 2, "subject", "printable"),
    ("replacement", "smuggling", ",tea seized,", ",tea\ufffdseized,", 2, "subject", "printable"),
    ("line separator", "smuggling", ",tea seized,", ",tea\u2028seized,", 2, "subject", "printable"),
    ("private", "smuggling", ",tea seized,", ",tea\ue000seized,", 2, "subject", "printable"),
    ("emoji", "smuggling", ",tea seized,", ",tea 🫖 seized,", 2, "subject", "printable"),
    ("Arabic", "smuggling", ",tea seized,", ",شاي,", 2, "subject", "printable"),
    (
        "combining",
        "smuggling",
        ",tea seized,",
        ",te\u0301a seized,",
        2,
        "subject",
        "composed letters",
    ),
    ("newline", "smuggling", ",tea seized,", ',"tea\nseized",', 2, "subject", "one line"),
    ("a long cell", "smuggling", ",tea seized,", f",{'a' * 201},", 2, "subject", "200 char"),
    ("zero width in id", "zones", ",depth,", ",dep\u200bth,", 2, "measure", "lower-case"),
    ("Cyrillic in id", "zones", ",depth,", ",dерth,", 2, "measure", "lower-case"),
]


@pytest.mark.parametrize(
    ("file", "old", "new", "row", "column", "expected"),
    [pytest.param(*case[1:], id=case[0]) for case in CELLS],
)
def test_one_fault_is_reported_once(small, file, old, new, row, column, expected):
    file += ".csv"
    path = small / file
    text = path.read_text("utf-8")
    line = text.split("\n")[row - 1]
    changed = line.replace(old, new, 1)
    assert changed != line
    path.write_bytes(text.replace(line, changed, 1).encode())
    problems = tables.problems(small)
    assert [(p.file, p.row, p.column) for p in problems] == [(file, row, column)]
    assert expected in problems[0].expected
    with pytest.raises(DataError) as error:
        tables.load(small)
    assert error.value.problems == problems


class TestKeys:
    """Names are there, once, in the table that they are looked up in."""

    def test_a_claim_is_named_once_over_all_claim_tables(self, small):
        replace(small, "zones.csv", "zones-strip-1910,", "garrison-fort-sector,")
        problems = tables.problems(small)
        assert [(p.file, p.row, p.column) for p in problems] == [
            ("zones.csv", 2, "id"),
            # the name that it had is looked for in vain
            ("events.csv", 2, "claims"),
            ("discrepancies.csv", 2, "claims"),
        ]
        assert "garrison.csv, row 4" in problems[0].expected

    def test_names_that_differ_in_their_case_are_the_same(self, small):
        replace(small, "garrison.csv", "garrison-fort-posts-1914", "Garrison-fort-posts-1911")
        problems = tables.problems(small)
        assert {(p.row, p.column) for p in problems} == {(3, "id")}
        assert any("row 2 has it too but for its case" in p.expected for p in problems)

    def test_a_row_twice(self, small):
        path = small / "zones.csv"
        path.write_text(path.read_text("utf-8") + path.read_text("utf-8").split("\n")[1], "utf-8")
        assert found(small) == [("zones.csv", 3, "id")]

    @pytest.mark.parametrize("file", ["units.csv", "sources.csv", "sections.csv", "zones.csv"])
    def test_nothing_is_looked_up_in_a_file_that_is_missing(self, small, file):
        (small / file).unlink()
        assert found(small) == [(file, None, "")]
        assert "no such file" in str(tables.problems(small)[0])

    def test_nothing_is_looked_up_in_a_missing_column(self, small):
        path = small / "places.csv"
        path.write_text(path.read_text("utf-8").replace("id,name", "key,name", 1), "utf-8")
        assert found(small) == [("places.csv", 1, "id"), ("places.csv", 1, "key")]

    def test_the_bibliography_is_missing(self, small):
        (small / "references.bib").unlink()
        assert found(small) == [("references.bib", None, "")]

    def test_a_comment_in_the_bibliography_is_no_work(self, small):
        (small / "references.bib").write_text("@comment{author2001, x}\n", "utf-8")
        assert found(small) == [("sources.csv", 2, "citekey"), ("sources.csv", 4, "citekey")]


class TestShape:
    """Files are UTF-8 with commas, LF, a header and full rows."""

    def change(self, folder, edit, file="garrison.csv"):
        path = folder / file
        path.write_bytes(edit(path.read_bytes()))
        return [(p.row, p.column, p.expected) for p in tables.problems(folder) if p.file == file]

    def test_byte_order_mark(self, small):
        [(row, _, expected)] = self.change(small, lambda b: b"\xef\xbb\xbf" + b)
        assert (row, expected) == (1, "UTF-8 without a byte order mark")

    @pytest.mark.parametrize(("end", "name"), [(b"\r\n", "CRLF"), (b"\r", "CR")])
    def test_line_ends(self, small, end, name):
        self.change(small, lambda b: b.replace(b"\n", end))
        [problem] = tables.problems(small)
        assert problem.row == 1
        assert str(problem).endswith(
            f"found a line that ends in {name}, expected lines that end in LF"
        )

    def test_one_line_end_in_the_middle(self, small):
        [(row, *_)] = self.change(small, lambda b: b.replace(b"\ngarrison-r", b"\r\ngarrison-r"))
        assert row == 4

    def test_utf_16(self, small):
        [(row, _, expected)] = self.change(small, lambda b: b.decode().encode("utf-16"))
        assert (row, expected) == (None, "UTF-8 without a byte order mark")

    @pytest.mark.parametrize("encoding", ["latin-1", "cp1251", "koi8-r"])
    def test_another_encoding(self, small, encoding):
        text = "Форт" if encoding != "latin-1" else "Früh"
        replace(small, "places.csv", "Форт", text)
        edit = lambda b: b.decode().encode(encoding)  # noqa: E731
        [(row, _, expected)] = self.change(small, edit, "places.csv")
        assert (row, expected) == (2, "UTF-8")

    @pytest.mark.parametrize("content", [b"", b"\n", b" \n\n", b"\xef\xbb\xbf"])
    def test_empty_file(self, small, content):
        problems = self.change(small, lambda b: content)
        assert "a header and rows" in [expected for *_, expected in problems]

    def test_nothing_but_a_header(self, small):
        [(row, _, expected)] = self.change(small, lambda b: b.split(b"\n")[0] + b"\n", "zones.csv")
        assert (row, expected) == (None, "at least one row")

    def test_assumptions_and_comparanda_may_be_nothing_but_a_header(self, small):
        assert not self.change(small, lambda b: b.split(b"\n")[0], "assumptions.csv")
        assert len(tables.read("assumptions", small)) == 0
        assert list(tables.read("comparanda", small)["citation"]) == []

    def test_semicolons(self, small):
        [(row, column, expected)] = self.change(small, lambda b: b.replace(b",", b";"))
        assert (row, column) == (1, "")
        assert expected.startswith("the header id,measure,subject,")

    def test_tabs(self, small):
        assert len(self.change(small, lambda b: b.replace(b",", b"\t"))) == 1

    def test_no_header(self, small):
        [(row, column, _)] = self.change(small, lambda b: b.split(b"\n", 1)[1])
        assert (row, column) == (1, "")

    def test_missing_column(self, small):
        [(row, column, _)] = self.change(
            small, lambda b: b"\n".join(line.rsplit(b",", 1)[0] for line in b.splitlines())
        )
        assert (row, column) == (1, "remark")

    def test_extra_column(self, small):
        edit = lambda b: b"\n".join(line + b",x" for line in b.splitlines())  # noqa: E731
        [(row, column, _)] = self.change(small, edit)
        assert (row, column) == (1, "x")

    def test_unnamed_extra_column(self, small):
        edit = lambda b: b"\n".join(line + b"," for line in b.splitlines())  # noqa: E731
        [(row, _, expected)] = self.change(small, edit)
        assert (row, expected[:17]) == (1, "only the columns ")

    def test_column_twice(self, small):
        [(row, column, expected)] = self.change(small, lambda b: b.replace(b"remark", b"subject"))[
            1:
        ]
        assert (row, column, expected) == (1, "subject", "one column")

    def test_columns_in_another_order(self, small):
        edit = lambda b: b.replace(b"id,measure", b"measure,id", 1)  # noqa: E731
        problems = self.change(small, edit)
        assert problems[0][:2] == (1, "")
        assert problems[0][2].startswith("the columns in the order id,measure")

    @pytest.mark.parametrize("header", [b"ID", b"Id", b" id", b"id ", b'"i""d"', b"id\xe2\x80\x8b"])
    def test_a_column_of_almost_the_same_name(self, small, header):
        problems = self.change(small, lambda b: header + b.removeprefix(b"id"))
        assert [row for row, *_ in problems] == [1, 1]
        assert problems[0][1] == "id"

    def test_a_row_too_short(self, small):
        replace(small, "garrison.csv", "people,security,2,,,,,", "people,security,2,,,,")
        [(row, column, expected)] = self.change(small, bytes)
        assert (row, column, expected) == (5, "", "19 cells, as in the header")

    def test_a_row_too_long(self, small):
        replace(small, "garrison.csv", "people,security,2,,,,,", "people,security,2,,,,,,")
        assert self.change(small, bytes) == [(5, "", "19 cells, as in the header")]

    def test_a_file_cut_off_in_a_row(self, small):
        path = small / "garrison.csv"
        path.write_bytes(path.read_bytes()[:-40])
        assert {row for _, row, _ in found(small)} == {5}

    def test_a_file_cut_off_in_quotes(self, small):
        path = small / "migration.csv"
        path.write_bytes(path.read_bytes().partition(b"for all")[0])
        [problem] = tables.problems(small)
        assert (problem.file, problem.row) == ("migration.csv", 2)
        assert "no CSV" in problem.value

    @pytest.mark.parametrize("row", [b"\n", b"," * 16 + b"\n", b'""\n'])
    def test_an_empty_row(self, small, row):
        problems = self.change(small, lambda b: b.replace(b"garrison-f", row + b"garrison-f", 1))
        assert problems == [(2, "", "a row with values")]

    def test_empty_rows_at_the_end(self, small):
        problems = self.change(small, lambda b: b + b"\n\n")
        assert [row for row, *_ in problems] == [6, 7]

    def test_quotes_out_of_place(self, small):
        replace(small, "garrison.csv", ",three posts,", ',"three" posts,')
        [(row, _, expected)] = self.change(small, bytes)
        assert row == 2
        assert expected.startswith("cells with commas between them")

    def test_a_megabyte_in_a_cell(self, small):
        replace(small, "smuggling.csv", ",tea seized,", f",{'a' * 1_000_000},")
        problems = [p for p in tables.problems(small) if p.file == "smuggling.csv"]
        assert [p.row for p in problems] == [2]
        assert len(str(problems[0])) < 300

    def test_a_folder_instead_of_a_file(self, small):
        (small / "zones.csv").unlink()
        (small / "zones.csv").mkdir()
        assert found(small) == [("zones.csv", None, "")]

    @pytest.mark.parametrize("name", ["garrison (1).csv", "Garrison2.CSV", "notes.csv"])
    def test_a_table_that_is_not_described(self, small, name):
        shutil.copy(small / "garrison.csv", small / name)
        assert found(small) == [(name, None, "")]

    def test_faults_are_reported_in_one_pass(self, small):
        replace(small, "zones.csv", ",versts,", ",verst,")
        replace(small, "garrison.csv", ",88,88,88,", ",88,88,x,")
        replace(small, "garrison.csv", ",1914,", ",14,")
        (small / "smuggling.csv").unlink()
        assert found(small) == [
            ("garrison.csv", 3, "period"),
            ("garrison.csv", 4, "best"),
            ("zones.csv", 2, "unit"),
            ("smuggling.csv", None, ""),
        ]

    @pytest.mark.long
    @settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.integers(0, 10**6), st.binary(min_size=1, max_size=8), st.booleans())
    def test_whatever_the_bytes_it_reports_and_does_not_fail(self, small, at, noise, insert):
        path = small / "garrison.csv"
        good = (SMALL / "garrison.csv").read_bytes()
        at %= len(good)
        path.write_bytes(good[:at] + noise + good[at + (0 if insert else len(noise)) :])
        for problem in tables.problems(small):
            assert problem.expected
            assert str(problem).isprintable()


class TestDescription:
    """A broken description is one clear error."""

    def broken(self, folder, text):
        path = folder / "datapackage.json"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        [problem] = tables.problems(folder)
        assert problem.file == "datapackage.json"
        with pytest.raises(DataError):
            tables.load(folder)
        return str(problem)

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("", "expected JSON"),
            ('{\n "resources": [,]}', "row 2"),
            ("[" * 100_000, "nested too deeply"),
            (b"\xff{}", "not UTF-8"),
            ("[]", "an object"),
            ("{}", "$.resources"),
            ('{"resources": {}}', "$.resources"),
            ('{"resources": [1]}', "an object"),
            ('{"resources": [{"path": "a.csv"}]}', "name"),
        ],
    )
    def test_not_a_description(self, small, text, said):
        assert said in self.broken(small, text)

    @pytest.mark.parametrize(
        ("change", "said"),
        [
            (lambda zones: zones.update(path="../zones.csv"), "a CSV file in the same folder"),
            (lambda zones: zones.update(path="/etc/passwd"), "a CSV file in the same folder"),
            (lambda zones: zones.pop("schema"), "zones.schema"),
            (lambda zones: zones["schema"].pop("fields"), "fields"),
            (lambda zones: zones["schema"].update(fields=[]), "fields"),
            (lambda zones: zones["schema"].update(primaryKey="key"), "key"),
            (lambda zones: zones["schema"].pop("primaryKey"), "primaryKey"),
            (lambda zones: zones.update(name="garrison"), "every name once"),
            (lambda zones: zones["schema"]["fields"][0].update(type="date"), "string, integer"),
            (lambda zones: zones["schema"]["fields"][0].pop("description"), "description"),
            (lambda zones: zones["schema"]["fields"][0].pop("constraints"), "constraints"),
            (lambda zones: zones["schema"]["fields"][1].update(name="id"), "different names"),
            (
                lambda zones: zones["schema"]["fields"][0]["constraints"].update(pattern="("),
                "a pattern",
            ),
            (
                lambda zones: zones["schema"]["fields"][8]["constraints"].update(minimum="0"),
                "another type of value",
            ),
            (
                lambda zones: zones["schema"]["fields"][0]["constraints"].update(required=1),
                "another type of value",
            ),
            (
                lambda zones: zones["schema"]["foreignKeys"][0]["reference"].update(resource="x"),
                "x.id",
            ),
        ],
    )
    def test_a_description_that_does_not_hold_together(self, small, change, said):
        path = small / "datapackage.json"
        package = json.loads(path.read_text("utf-8"))
        [zones] = [r for r in package["resources"] if r["name"] == "zones"]
        change(zones)
        assert said in self.broken(small, json.dumps(package))

    def test_no_description(self, small):
        (small / "datapackage.json").unlink()
        [problem] = tables.problems(small)
        assert "no such file" in str(problem)

    def test_no_folder(self, tmp_path):
        [problem] = tables.problems(tmp_path / "nowhere")
        assert "nowhere" in str(problem)
        assert "no such folder" in str(problem)


class TestFrames:
    """Frames are typed as the description says."""

    def test_empty_cells(self, small):
        frame = tables.read("garrison", small).set_index("id")
        row = frame.loc["garrison-riders-middle"]
        assert (row["place"], row["sources"], row["best"]) == ("", (), 250.0)
        assert math.isnan(row["low"])
        assert row["footnote"] is pd.NA
        assert frame["paragraph"].dtype == "Int64"

    def test_lists(self, small):
        frame = tables.read("populations", small)
        assert list(frame["sources"]) == [("fn02a", "fn02b"), ()]
        assert tables.read("sections", small)["heading"][0] == ("Abstract", "Аннотация")

    def test_all_tables_in_the_order_of_the_description(self, small):
        frames = tables.load(small)
        assert list(frames)[:9] == CLAIM_TABLES
        assert list(frames["units"].columns) == [
            "id", "name", "dimension", "base_unit", "factor", "source", "remark"
        ]  # fmt: skip

    def test_a_table_can_be_read_while_another_is_broken(self, small):
        replace(small, "zones.csv", ",versts,", ",verst,")
        assert len(tables.read("units", small)) == 10
        with pytest.raises(DataError, match=r"zones\.csv, row 2, column unit: found 'verst'"):
            tables.read("zones", small)

    def test_no_such_table(self, small):
        with pytest.raises(KeyError, match="armies"):
            tables.read("armies", small)


class TestTheDescriptionOfTheBook:
    """What CONTRIBUTING and the dictionary of the book rely on."""

    package = json.loads((DATA / "datapackage.json").read_text("utf-8"))

    def fields(self):
        for resource in self.package["resources"]:
            for field in resource["schema"]["fields"]:
                yield resource["name"], field

    def test_every_column_is_described_and_bounded(self):
        for table, field in self.fields():
            assert len(field["description"]) > 10, (table, field["name"])
            constraints = field["constraints"]
            if field["type"] == "string":
                bounded = "enum" in constraints or {"pattern", "maxLength"} <= constraints.keys()
            else:
                bounded = {"minimum", "maximum"} <= constraints.keys()
            assert bounded, (table, field["name"])

    def test_every_pattern_has_its_words(self):
        forms = {form["pattern"] for form in self.package["forms"]}
        used = {f["constraints"].get("pattern") for _, f in self.fields()} - {None}
        assert used == forms

    def test_all_claim_tables_have_the_same_columns(self):
        schemas = {
            r["name"]: r["schema"] for r in self.package["resources"] if r.get("group") == "claims"
        }
        assert list(schemas) == CLAIM_TABLES
        for schema in schemas.values():
            assert schema == schemas["garrison"]

    def test_the_hedges_are_those_of_the_rules(self):
        [hedge] = [f for t, f in self.fields() if (t, f["name"]) == ("garrison", "hedge")]
        assert sorted(hedge["constraints"]["enum"]) == sorted(hedges.HEDGES)

    @pytest.mark.long
    def test_the_public_tool_agrees(self):
        from frictionless import Package

        report = Package(str(DATA / "datapackage.json")).validate()
        assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "message"])
