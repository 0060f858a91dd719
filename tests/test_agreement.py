"""Agreement of two codings: published examples, and small codings worked out by hand."""

import math
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import commands
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import agreement, claims, units
from analysis.__main__ import main
from analysis.agreement import Coded, alpha, kappa, nominal, ratio
from analysis.tables import DATA, DataError

SMALL = Path(__file__).parent / "small_data"
HEADER = "printed,low,high,unit,period,footnote,passage_note"


class TestCoefficients:
    """Kappa and alpha give what their authors print."""

    def test_kappa_of_cohen_1960(self):
        # Table 1 of Cohen 1960: proportions of two judges; agreement .29, by chance .35
        table = [[0.25, 0.13, 0.12], [0.12, 0.02, 0.16], [0.03, 0.15, 0.02]]
        pairs = [
            (i, j)
            for i, row in enumerate(table)
            for j, part in enumerate(row)
            for _ in range(round(100 * part))
        ]
        assert kappa(pairs) == pytest.approx((0.29 - 0.35) / (1 - 0.35))
        assert round(kappa(pairs), 2) == -0.09

    def test_kappa_of_grant_reviews(self):
        # the textbook table of 50 proposals: 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no
        pairs = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
        assert kappa(pairs) == pytest.approx(0.4)

    def test_alpha_of_two_observers_of_two_categories(self):
        # Krippendorff 2011, section A: alpha 0.095
        meg = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0]
        owen = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
        assert round(alpha(zip(meg, owen, strict=True), nominal), 3) == 0.095

    def test_alpha_of_two_observers_of_five_categories(self):
        # Krippendorff 2011, section B: alpha 0.692
        rows = zip("aabbdcccedda", "babbbccceddd", strict=True)
        assert round(alpha(rows, nominal), 3) == 0.692

    FOUR = (
        (1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None),
        (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3),
        (None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None),
        (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None),
    )

    @pytest.mark.parametrize(
        ("distance", "value"),
        [(nominal, 0.743), (ratio, 0.797), (lambda x, y: (x - y) ** 2, 0.849)],
        ids=["nominal", "ratio", "interval"],
    )
    def test_alpha_of_four_observers_with_gaps(self, distance, value):
        # Krippendorff 2011, sections C and D; the last thing has one value only and drops out
        assert round(alpha(zip(*self.FOUR, strict=True), distance), 3) == value

    def test_full_agreement(self):
        assert kappa([("a", "a"), ("b", "b")]) == 1
        assert alpha([(1, 1), (2, 2)], ratio) == 1

    @pytest.mark.parametrize("rows", [[], [("a", "a"), ("a", "a")]])
    def test_where_chance_alone_agrees_nothing_is_defined(self, rows):
        assert kappa(rows) is None
        assert alpha(rows, nominal) is None

    def test_values_without_a_partner_say_nothing(self):
        assert alpha([(1, None), (None, 2)], ratio) is None
        both = [(1, 1), (2, 3)]
        assert alpha([*both, (9, None)], ratio) == alpha(both, ratio)

    def test_two_zeros_do_not_differ(self):
        assert ratio(0.0, 0.0) == 0

    @given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc"))))
    def test_who_is_first_does_not_matter(self, pairs):
        turned = [(y, x) for x, y in pairs]
        for one, two in (
            (kappa(pairs), kappa(turned)),
            (alpha(pairs, nominal), alpha(turned, nominal)),
        ):
            assert one == two if one is None else math.isclose(one, two, abs_tol=1e-12)


KNOWN = units.load()


def exact(name, number, unit="outposts", period="1927", footnote=None):
    return Coded(name, number, number, number, unit, period, footnote)


class TestPairing:
    """Rows are paired by what they say, in the way that costs least in all."""

    def pairs(self, first, second):
        return dict(agreement.pair_and_compare(first, second, KNOWN).pairs)

    def test_by_number(self):
        first = [exact("a", 4), exact("b", 8)]
        second = [exact("row 2", 9), exact("row 3", 4)]
        assert self.pairs(first, second) == {"a": "row 3", "b": "row 2"}

    def test_least_in_all_and_not_one_after_the_other(self):
        first = [exact("a", 10), exact("b", 11)]
        second = [exact("row 2", 7), exact("row 3", 10)]
        # 10-10 and 11-7: 0 + 4/11 = 0.364; 10-7 and 11-10: 3/10 + 1/11 = 0.391
        assert self.pairs(first, second) == {"a": "row 3", "b": "row 2"}
        second = [exact("row 2", 7), exact("row 3", 10.5)]
        # 10-10.5 and 11-7: 0.048 + 0.364 = 0.411; 10-7 and 11-10.5: 0.3 + 0.045 = 0.345
        assert self.pairs(first, second) == {"a": "row 2", "b": "row 3"}

    def test_by_period_where_the_numbers_are_alike(self):
        first = [exact("a", 4, period="1927"), exact("b", 4, period="1930")]
        second = [exact("row 2", 4, period="1930/1931"), exact("row 3", 4, period="1927-08")]
        assert self.pairs(first, second) == {"a": "row 3", "b": "row 2"}

    def test_by_note_where_all_else_is_alike(self):
        first = [exact("a", 4, footnote=3), exact("b", 4, footnote=7)]
        second = [exact("row 2", 4, footnote=7), exact("row 3", 4, footnote=3)]
        assert self.pairs(first, second) == {"a": "row 3", "b": "row 2"}

    def test_half_a_kilometre_is_five_hundred_metres(self):
        first = [exact("a", 500, "m"), exact("b", 0.5, "rubles")]
        assert self.pairs(first, [exact("row 2", 0.5, "km")]) == {"a": "row 2"}

    def test_what_differs_more_than_it_agrees_stays_alone(self):
        result = agreement.pair_and_compare(
            [exact("a", 4, "outposts", "1927")], [exact("row 2", 400, "people", "1930")], KNOWN
        )
        assert (result.pairs, result.only_claims, result.only_other) == ([], ["a"], ["row 2"])

    def test_an_empty_coding(self):
        result = agreement.pair_and_compare([exact("a", 4)], [], KNOWN)
        assert (result.pairs, result.only_claims) == ([], ["a"])
        assert {field.of for field in result.fields} == {0}
        assert list(agreement.report(result))

    CODED = st.builds(
        exact,
        st.just("x"),
        st.sampled_from([1.0, 2.0, 4.0]),
        st.sampled_from(["people", "km"]),
        st.sampled_from(["1927", "1930", None]),
        st.sampled_from([3, None]),
    )

    @given(st.lists(CODED, max_size=5), st.lists(CODED, max_size=5), st.randoms())
    def test_the_order_of_the_rows_does_not_matter(self, first, second, random):
        first = [Coded(f"c{i}", *list(vars(one).values())[1:]) for i, one in enumerate(first)]
        second = [Coded(f"row {i}", *list(vars(one).values())[1:]) for i, one in enumerate(second)]
        one = agreement.pair_and_compare(first, second, KNOWN)
        random.shuffle(first)
        random.shuffle(second)
        two = agreement.pair_and_compare(first, second, KNOWN)
        assert (one.pairs, one.fields) == (two.pairs, two.fields)


def test_fields_worked_out_by_hand():
    first = [
        exact("a", 4, "outposts", "1927", 3),
        Coded("b", 400000.0, 400000.0, None, "people", "1930/1933", None),
        Coded("c", None, 500.0, 700.0, "people", "1932", 51),
        exact("d", 7, "km", None, None),
    ]
    second = [
        exact("row 2", 4, "outposts", "1927", 3),
        exact("row 3", 400000, "people", "1930/1933", 48),
        Coded("row 4", None, 500.0, 700.0, "people", "1932", 51),
        exact("row 5", 8, "km", None, None),
    ]
    result = agreement.pair_and_compare(first, second, KNOWN)
    assert result.pairs == [("a", "row 2"), ("b", "row 3"), ("c", "row 4"), ("d", "row 5")]
    same = {field.name: (field.same, field.of) for field in result.fields}
    assert same == {
        "printed": (3, 4),
        "low": (3, 4),
        "high": (2, 4),
        "hedge": (3, 4),
        "unit": (4, 4),
        "period": (4, 4),
        "footnote": (3, 4),
        "passage_note": (4, 4),
    }
    assert [str(one) for one in result.disagreements] == [
        "b and row 3, high: nothing here, 400000 there",
        "b and row 3, hedge: over here, exact there",
        "b and row 3, footnote: nothing here, 48 there",
        "d and row 5, printed: 7 here, 8 there",
        "d and row 5, low: 7 here, 8 there",
        "d and row 5, high: 7 here, 8 there",
    ]
    by_name = {field.name: field for field in result.fields}
    # hedge: here exact 2, over 1, range 1; there exact 3, range 1; by chance (2*3 + 1*1)/16
    assert by_name["hedge"].kappa == pytest.approx((12 / 16 - 7 / 16) / (1 - 7 / 16))
    assert by_name["unit"].kappa == 1
    assert by_name["footnote"].kappa is None


class TestWhatCounts:
    """Rule 1: whether both take the same words for claims."""

    def test_worked_out_by_hand(self):
        first = [exact(name, number) for name, number in (("a", 4), ("b", 8), ("c", 14), ("d", 99))]
        second = [exact("row 2", 4), exact("row 3", 8), exact("row 4", 14, "rubles", "1812")]
        result = agreement.pair_and_compare(first, second, KNOWN)
        # both have 4 and 8; here alone 14 and 99, there alone 14 rubles of 1812
        assert result.shares == (2 / 4, 2 / 3, 2 / 5, 4 / 7)
        assert result.by_paragraph is None
        assert "50.0% of the claims here are there, 66.7% of the rows" in "\n".join(
            agreement.report(result)
        )

    def test_nothing_found_on_either_side(self):
        assert agreement.pair_and_compare([], [], KNOWN).shares is None
        assert agreement.pair_and_compare([], [exact("row 2", 4)], KNOWN).shares == (0, 0, 0, 0)

    def at(self, name, number, section, paragraph):
        return replace(exact(name, number), section=section, paragraph=paragraph)

    def test_where_the_places_are_noted_paragraphs_are_compared(self):
        first = [self.at("a", 4, "s", 1), self.at("b", 8, "s", 1), self.at("c", 14, "t", 1)]
        second = [self.at("row 2", 4, "s", 1), self.at("row 3", 14, "t", 1)]
        result = agreement.pair_and_compare(first, second, KNOWN)
        # counts 2 and 1 in one paragraph, 1 and 1 in the other: three ones and a two; of all
        # pairs of values half differ, by (1/3)^2; within, one paragraph of two does so
        assert result.by_paragraph == (pytest.approx(1 - 3 * 2 / (2 * 3 * 1)), 2)
        assert {field.name: (field.same, field.of) for field in result.fields}["paragraph"] == (
            2,
            2,
        )
        assert "over 2 paragraphs" in "\n".join(agreement.report(result))

    def test_the_paragraph_tells_which_of_two_alike_is_meant(self):
        first = [self.at("a", 4, "s", 1), self.at("b", 4, "s", 7)]
        second = [self.at("row 2", 4, "s", 7), self.at("row 3", 4, "s", 1)]
        result = agreement.pair_and_compare(first, second, KNOWN)
        assert dict(result.pairs) == {"a": "row 3", "b": "row 2"}


class TestCommand:
    """The command as a user meets it."""

    def write(self, path, coded):
        """Claims of the book in the format of the second person."""

        def cell(value):
            return "" if value is None else f"{value:.12g}" if isinstance(value, float) else value

        lines = [
            ",".join(str(cell(getattr(one, name))) for name in agreement.COLUMNS) for one in coded
        ]
        path.write_text("\n".join([HEADER, *reversed(lines)]) + "\n", "utf-8")

    @pytest.fixture
    def own_coding(self, tmp_path):
        path = tmp_path / "other.csv"
        self.write(path, agreement.curated(claims.load()))
        return path

    def run(self, path, *arguments):
        return commands.run(main, "agreement", path, *arguments)

    def test_the_same_coding(self, own_coding):
        status, out, err = self.run(own_coding)
        assert (status, err) == (0, "")
        count = len(claims.load())
        assert out.splitlines()[0] == f"{count} pairs; 0 claims and 0 rows without a partner"
        assert "to decide: 0 fields" in out
        assert [line.split()[3] for line in out.splitlines()[3:11]] == ["100.0"] * 8
        assert "100.0% of the claims here are there" in out and "F 1.000" in out

    def test_one_change_is_the_one_difference(self, own_coding):
        text = own_coding.read_text("utf-8")
        number = f"{claims.load().loc['migration-households-1930-1933', 'best']:.0f}"
        assert text.count(f"{number},{number},{number},") == 1
        changed = text.replace(f"{number},{number},{number},", f"{number},{number},,")
        own_coding.write_text(changed, "utf-8")
        row = next(i for i, line in enumerate(changed.split("\n"), 1) if number in line)
        out = self.run(own_coding)[1]
        assert out.splitlines()[-3:] == [
            "to decide: 2 fields",
            f"migration-households-1930-1933 and row {row}, high: {number} here, nothing there",
            f"migration-households-1930-1933 and row {row}, hedge: exact here, over there",
        ]

    def test_a_row_too_few_and_one_too_many(self, own_coding):
        text = own_coding.read_text("utf-8")
        number = f"{claims.load().loc['migration-households-1930-1933', 'best']:.0f}"
        line = next(line for line in text.split("\n") if line.startswith(number))
        own_coding.write_text(text.replace(line, "9999999,,,rubles,1812,,"), "utf-8")
        out = self.run(own_coding)[1]
        assert "migration-households-1930-1933: no row there" in out
        assert ": no claim here" in out

    def test_every_fault_of_the_file_at_once(self, tmp_path):
        path = tmp_path / "bad.csv"
        rows = [
            "4,3,,people,,,",
            "1,1,1,peple,1930/1929,99,",
            '"1,0",1,1,people,soon,,',
            ",7,6,people,,,",
            "4,4,4,,,,",
        ]
        path.write_text("\n".join([HEADER, *rows]) + "\n", "utf-8")
        status, out, err = self.run(path)
        assert (status, out) == (1, "")
        assert [line.split(": found")[0] for line in err.splitlines()] == [
            "bad.csv, row 2",
            "bad.csv, row 3, column footnote",
            "bad.csv, row 3, column unit",
            "bad.csv, row 3, column period",
            "bad.csv, row 4, column printed",
            "bad.csv, row 4, column period",
            "bad.csv, row 5",
            "bad.csv, row 6, column unit",
            "8 problems",
        ]

    @pytest.mark.parametrize(
        "content",
        [
            b"",
            HEADER.encode(),
            b"\n" + HEADER.encode() + b"\n4,4,4,people,,,\n",
            HEADER.replace(",", ";").encode() + b"\n4,4,4,people,,,\n",
            HEADER.encode("utf-16"),
            HEADER.encode("utf-16")[:-1],
            # "of 1927-1928" with the dash that a Russian Windows saves
            HEADER.encode() + "\n4,4,4,people,1927–1928,,\n".encode("cp1251"),
            HEADER.encode() + "\n4,4,4,люди,,,\n".encode("cp1251"),
            HEADER.encode() + b"\n4,4,4,people,,,\x00\n",
            HEADER.encode() + b'\n4,4,4,"' + b"x" * 1_000_000 + b'",,\n',
            HEADER.encode() + b"\n4,4,4,=1+1,,,\n",
        ],
    )
    def test_a_file_that_is_no_coding(self, tmp_path, content):
        path = tmp_path / "other.csv"
        path.write_bytes(content)
        status, out, err = self.run(path)
        assert (status, out) == (1, "")
        assert err.startswith("other.csv") and "Traceback" not in err
        assert len(err) < 1000

    AS_SAVED = (
        ("as the rules ask", ",", "."),
        ("semicolons and decimal commas", ";", ","),
        ("semicolons and decimal points", ";", "."),
        ("tabs", "\t", ","),
    )

    @pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
    @pytest.mark.parametrize(
        ("between", "point"), [one[1:] for one in AS_SAVED], ids=[one[0] for one in AS_SAVED]
    )
    def test_a_file_as_spreadsheets_save_it(self, tmp_path, between, point, encoding, ends):
        rows = [
            *(HEADER, "526,526,526,km,,,", ",,,,,,", "7.5,7.5,7.5,km,1927,31,", "", " 4,4,4 ,m,,,"),
            *(",,,,,,", ""),
        ]
        rows = [row.replace(",", between).replace(".", point) for row in rows]
        path = tmp_path / "other.csv"
        path.write_bytes(ends.join(rows).encode(encoding))
        assert agreement.read(path) == [
            Coded("row 2", 526.0, 526.0, 526.0, "km", None, None),
            Coded("row 4", 7.5, 7.5, 7.5, "km", "1927", 31),
            Coded("row 6", 4.0, 4.0, 4.0, "m", None, None),
        ]

    def test_empty_columns_at_the_end_and_capitals_in_the_header(self, tmp_path):
        path = tmp_path / "other.csv"
        path.write_text(f"{HEADER.title()},,\n4,4,4,people,,,,,\n4,4,4,people,,,,\n", "utf-8")
        assert [one.name for one in agreement.read(path)] == ["row 2", "row 3"]
        path.write_text(f"{HEADER},,\n4,4,4,people,,,,why,\n", "utf-8")
        with pytest.raises(DataError, match="row 2: found 8 cells, expected 7"):
            agreement.read(path)

    def test_a_comma_that_may_stand_for_thousands_is_refused(self, tmp_path):
        path = tmp_path / "other.csv"
        row = HEADER.replace(",", ";") + "\n1,093;1,093;1,093;people;;;\n"
        path.write_text(row, "utf-8")
        status, out, err = self.run(path)
        assert (status, out) == (1, "")
        said = "other.csv, row 2, column printed: found '1,093', expected 1093 or 1.093"
        assert err.splitlines()[0] == said and err.splitlines()[-1] == "3 problems"

    @pytest.mark.parametrize(
        ("parts", "keep"),
        [
            (["crossings"], lambda one: one.section == "crossings"),
            (
                ["regimes", "security:3", "crossings:5-9"],
                lambda one: (
                    one.section == "regimes"
                    or (one.section == "security" and one.paragraph == 3)
                    or (one.section == "crossings" and 5 <= one.paragraph <= 9)
                ),
            ),
        ],
        ids=["a section", "a sample"],
    )
    def test_a_part_is_compared_with_that_part_alone(self, own_coding, parts, keep):
        everything = agreement.curated(claims.load())
        coded = [one for one in everything if keep(one)]
        assert 0 < len(coded) < len(everything)
        self.write(own_coding, coded)
        arguments = [word for part in parts for word in ("--part", part)]
        status, out, err = self.run(own_coding, *arguments)
        assert (status, err) == (0, "")
        assert out.splitlines()[:2] == [
            f"of the article only {', '.join(parts)}",
            f"{len(coded)} pairs; 0 claims and 0 rows without a partner",
        ]

    @pytest.mark.parametrize(
        "part", ["chapter", "", "security:", "security:0", "security:9-3", "security:1-2-3", ":3"]
    )
    def test_no_such_part(self, own_coding, part):
        status, out, err = self.run(own_coding, "--part", part)
        assert (status, out, len(err.splitlines())) == (2, "", 1)
        assert err.startswith(f"{part}: ")

    @pytest.mark.parametrize("what", ["missing", "folder"])
    def test_no_file(self, tmp_path, what):
        status, out, err = self.run(tmp_path if what == "folder" else tmp_path / "none.csv")
        assert (status, out, len(err.splitlines())) == (2, "", 1)
        assert str(tmp_path) in err

    @pytest.mark.long
    def test_whoever_stops_reading_sees_no_traceback(self, own_coding):
        with subprocess.Popen(
            [sys.executable, "-m", "analysis", "agreement", str(own_coding)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as process:
            process.stdout.close()  # before a line is written
            assert process.stderr.read() == b""
        assert process.returncode == 141

    def test_broken_data_are_refused(self, tmp_path):
        folder = tmp_path / "data"
        shutil.copytree(SMALL, folder)
        shutil.copy(DATA / "datapackage.json", folder)
        (folder / "zones.csv").unlink()
        other = tmp_path / "other.csv"
        other.write_text(f"{HEADER}\n4,4,4,people,,,\n", "utf-8")
        with pytest.raises(DataError, match=r"zones\.csv"):
            agreement.compare(other, folder)


def test_the_rules_lead_to_the_same_notes_and_periods_again():
    """The article coded once more by its text, under the rules for periods and notes.

    ``second_coding.csv`` was written row by row from the article and not from the tables, by one
    who knew the rules; it holds numbers, units, periods and notes, and no words of the article.
    """
    result = agreement.compare(Path(__file__).parent / "second_coding.csv")
    assert (result.only_claims, result.only_other) == ([], [])
    by_name = {field.name: field.alpha for field in result.fields}
    for name in ("period", "footnote", "passage_note"):
        assert by_name[name] > 0.9, name
