"""What a row says twice cannot be changed in one place: every step of every cell is refused.

The faults are put into the book's own data, one into every row at a time, and met as a user meets
them: through ``python -m analysis validate``.
"""

import calendar
import csv
import re
import shutil
from pathlib import Path

import pytest

from analysis import hedges, tables
from analysis.__main__ import main
from analysis.package import shown
from analysis.tables import DATA

CLAIMS = [table.file for table in tables.package(DATA).group("claims")]
SMALL = Path(__file__).parent / "small_data"


@pytest.fixture
def data(tmp_path):
    return Path(shutil.copytree(DATA, tmp_path / "data"))


@pytest.fixture
def said(capsys):
    """What the command says of a folder."""

    def said(folder):
        status = main(["validate", str(folder)])
        lines = capsys.readouterr().err.splitlines()
        assert status == (1 if lines else 0)
        return lines[:-1]

    return said


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path, content):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(content[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(content)


def plus(step):
    """A number a step further, in the digits in which it stands."""

    def change(cell):
        digits = len(cell.partition(".")[2])
        return f"{max(float(cell) + step, 0):.{digits}f}"

    return change


def turned(cell):
    """The first two different figures that stand side by side exchanged: 286000 is 268000."""
    return re.sub(r"([1-9])(?!\1)([1-9])", r"\2\1", cell, count=1)


def shift(step, what):
    """A date whose years, months, days or seasons are a step further."""
    pattern = {
        "year": r"\b(?:1[89]|20)\d\d",
        "month": r"(?<=\d{4}-)(?:0[1-9]|1[0-2])",
        "season": r"(?<=\d{4}-)2[1-4]",
        "day": r"(?<=\d{4}-\d{2}-)\d\d",
    }[what]
    top = {"year": 3000, "month": 12, "season": 24, "day": 28}[what]
    low = {"year": 0, "month": 1, "season": 21, "day": 1}[what]

    def change(cell):
        def further(match):
            value = int(match[0]) + step
            return f"{value if low <= value <= top else int(match[0]) - step:0{len(match[0])}}"

        return re.sub(pattern, further, cell)

    return change


MONTHS = list(calendar.month_name)[1:]
HEDGED = "about|approximately|over|nearly|almost"
NUMBERS = {
    "one more": plus(1),
    "one less": plus(-1),
    "ten times": lambda cell: f"{float(cell) * 10:.12g}",
    "figures turned round": turned,
}
DATES = {
    **{
        f"{what} {step:+}": shift(step, what)
        for what in ("year", "month", "day")
        for step in (1, -1)
    },
    "season": shift(1, "season"),
    "open end": lambda cell: cell if "/" in cell else f"{cell}/..",
    "open beginning": lambda cell: cell if "/" in cell else f"../{cell}",
    "one end less": lambda cell: cell.partition("/")[0] if ".." not in cell else cell,
    "about": lambda cell: cell.replace("~", "") if "~" in cell else cell,
}


def another(pattern, new):
    """Words in which every match of a pattern is replaced."""
    return lambda cell: re.sub(pattern, new, cell, flags=re.IGNORECASE)


SEASON = {"spring": "summer", "summer": "autumn", "autumn": "spring"}
PART = {"late ": "early "}
WORDS = {
    # but for the articles of a law, whose numbers only name them
    "a number": another(
        r"(?<!article )(?<![\w,.])\d+(?!\w|-[a-z]{1,2}\b|, 168|\))", lambda n: str(int(n[0]) + 1)
    ),
    "a year": another(r"\b(?:1[89]|20)\d\d\b", lambda year: str(int(year[0]) + 1)),
    "a decade": another(r"\b(1[89])(\d)0s", lambda decade: f"{decade[1]}{int(decade[2]) - 1}0s"),
    "a month": another("|".join(MONTHS), lambda month: MONTHS[MONTHS.index(month[0]) - 1]),
    "a season": another(
        "spring|summer|autumn", lambda s: "autumn" if s[0] == "summer" else "summer"
    ),
    "a part": another(
        "mid-|late |(?<!as )early (?!spring)", lambda p: "early " if p[0] == "late " else "late "
    ),
    # a range is a range whatever stands before it
    "a hedge": another(rf"^(?:{HEDGED}) (?!\d+–)", "no less than "),
    "no hedge": another(rf"\b(?:{HEDGED}|up to) (?!\d+–)", ""),
    "a number word": another(r"\b(?:two|three|four|six|eight)\b", "seven"),
    "a unit": another(r"kilometers?\b|km\b", "versts"),
}


def spoil(data, files, columns, change):
    """Change cells in every row; gives file, row, old and new of each that is another now."""
    places = []
    for file in files:
        content = rows(data / file)
        for line, row in enumerate(content, 2):
            new = {column: change(row[column]) for column in columns if row[column]}
            changed = [(row[column], cell) for column, cell in new.items() if cell != row[column]]
            if changed:
                row.update(new)
                places.append((file, line, *changed[0]))
        write(data / file, content)
    return places


def assert_refused(places, lines):
    """Each place is named, with what stands there now and what should."""
    survivors = []
    for file, line, old, new in places:
        mine = [text for text in lines if text.startswith(f"{file}, row {line}, column ")]
        if not any(shown(new)[1:-1] in text for text in mine):
            survivors.append((file, line, old, new, mine))
    assert survivors == []


@pytest.mark.long
@pytest.mark.parametrize("columns", [["low"], ["high"], ["best"], ["low", "high", "best"]])
@pytest.mark.parametrize("change", NUMBERS)
def test_every_number_of_every_claim(data, said, columns, change):
    places = spoil(data, CLAIMS, columns, NUMBERS[change])
    lines = said(data)
    assert len(places) > 20
    assert_refused(places, lines)
    for file, line, old, _ in places:
        here = [text for text in lines if text.startswith(f"{file}, row {line}, column ")]
        assert any(f"{float(old):.12g}" in text.partition("expected")[2] for text in here)


@pytest.mark.parametrize("step", range(1, len(hedges.HEDGES)))
def test_every_hedge_of_every_claim(data, said, step):
    def next_(hedge):
        return hedges.HEDGES[(hedges.HEDGES.index(hedge) + step) % len(hedges.HEDGES)]

    places = spoil(data, CLAIMS, ["hedge"], next_)
    assert len(places) > 130
    assert_refused(places, said(data))


@pytest.mark.parametrize("step", [1, -1, 7])
@pytest.mark.parametrize("same", [True, False], ids=["same dimension", "any dimension"])
def test_every_unit_of_every_claim(data, said, step, same):
    dimension = {row["id"]: row["dimension"] for row in rows(DATA / "units.csv")}

    def next_(unit):
        others = [id for id, kind in dimension.items() if not same or kind == dimension[unit]]
        return others[(others.index(unit) + step) % len(others)]

    places = spoil(data, CLAIMS, ["unit"], next_)
    assert len(places) > 120
    assert_refused(places, said(data))


@pytest.mark.long
@pytest.mark.parametrize("change", DATES)
@pytest.mark.parametrize("table", ["claims", "events"])
def test_every_date(data, said, table, change):
    files, column = (CLAIMS, "period") if table == "claims" else (["events.csv"], "date")
    places = spoil(data, files, [column], DATES[change])
    assert places or change == "season"
    assert_refused(places, said(data))


@pytest.mark.long
@pytest.mark.parametrize("change", WORDS)
@pytest.mark.parametrize(
    ("files", "column"),
    [(CLAIMS, "as_printed"), (CLAIMS, "period_printed"), (["events.csv"], "date_printed")],
    ids=["as_printed", "period_printed", "date_printed"],
)
def test_every_printed_form(data, said, files, column, change):
    places = spoil(data, files, [column], WORDS[change])
    # what the words do not carry is declared, and other words do not carry it either
    declared = {row["id"] for row in rows(DATA / "exceptions.csv")}
    cell = {"as_printed": "best", "period_printed": "period", "date_printed": "date"}[column]
    ids = {file: [row["id"] for row in rows(data / file)] for file in files}
    places = [place for place in places if f"{ids[place[0]][place[1] - 2]}:{cell}" not in declared]
    assert_refused(places, said(data))


class TestNotes:
    """An event stands where its claims stand, and has their notes."""

    @pytest.mark.parametrize(
        ("column", "other"),
        [("section", "introduction"), ("paragraph", "62"), ("footnote", "1"), ("footnote", "")],
    )
    @pytest.mark.parametrize("side", ["events", "claims"])
    def test_every_event_with_claims(self, data, said, side, column, other):
        events = rows(data / "events.csv")
        linked = {id for event in events for id in event["claims"].split(";") if id}
        declared = {row["id"] for row in rows(data / "exceptions.csv")}
        named = 0
        # what is no paragraph of the article would be refused before it is compared
        paragraphs = (data / "paragraphs.csv").read_text(encoding="utf-8")
        (data / "paragraphs.csv").write_text(paragraphs.splitlines()[0] + "\n", encoding="utf-8")
        for file in ["events.csv"] if side == "events" else CLAIMS:
            content = rows(data / file)
            for row in content:
                if row["id"] in linked or row.get("claims"):
                    row[column] = other
                    row["passage_note"] = row["sentences_on"] = ""
                    if column == "footnote":
                        row["sources"] = "fn01" if other else ""
            write(data / file, content)
        lines = said(data)
        for line, event in enumerate(events, 2):
            if not event["claims"] or f"{event['id']}:claims" in declared:
                continue
            if column == "footnote" and not other and not event["footnote"]:
                continue  # nothing was changed
            named += 1
            assert any(
                text.startswith(f"events.csv, row {line}, column claims: found ")
                and "expected claims with its" in text
                for text in lines
            ), event["id"]
        assert named > 10


class TestRegister:
    """The register's numbers are those of the claims that it names, and its sums are right."""

    NUMBER = re.compile(r"(?<![\w.,-])\d[\d,]*(?:\.\d+)?(?![\w-])")

    def changed(self, text, which):
        """A text with one of its numbers a step further."""
        found = list(self.NUMBER.finditer(text))
        if which >= len(found):
            return text, ""
        match = found[which]
        digits = len(match[0].partition(".")[2])
        value = float(match[0].replace(",", "")) + 10**-digits
        new = f"{value:,.{digits}f}" if "," in match[0] else f"{value:.{digits}f}"
        return text[: match.start()] + new + text[match.end() :], new

    @pytest.mark.long
    def test_every_number_of_every_sum(self, data, said):
        """One number of each entry at a time; what passes is a number of the entry by chance."""
        entries = rows(data / "discrepancies.csv")
        tried, passed = 0, []
        for which in range(max(len(self.NUMBER.findall(e["arithmetic"])) for e in entries)):
            content, news = [], {}
            for line, entry in enumerate(entries, 2):
                text, new = self.changed(entry["arithmetic"], which)
                content.append({**entry, "arithmetic": text})
                if new:
                    news[line] = (entry["id"], new)
            write(data / "discrepancies.csv", content)
            lines = said(data)
            for line, (id, new) in news.items():
                tried += 1
                place = f"discrepancies.csv, row {line}, column arithmetic: found "
                if not any(text.startswith(place) for text in lines):
                    passed.append((id, new))
        assert tried > 80
        assert len(passed) < 0.08 * tried, passed

    def test_a_corrected_claim_leaves_no_old_sum(self, data, said):
        """What CONTRIBUTING's "correct a claim" does: the words and the numbers of the row."""
        path = data / "migration.csv"
        text = path.read_text("utf-8")
        old = '"286,000 households",exact,286000,286000,286000'
        assert text.count(old) == 1
        path.write_text(
            text.replace(old, '"268,000 households",exact,268000,268000,268000'), "utf-8"
        )
        lines = said(data)
        assert lines and all(line.startswith("discrepancies.csv") for line in lines)
        assert any("column arithmetic: found '286,000', expected" in line for line in lines)

    @pytest.mark.parametrize(
        ("old", "new", "found", "expected"),
        [
            ("= 1.3986 people", "= 1.3987 people", "1.3987", "1.3986"),
            ("2,000 - 1,636 = 364", "2,000 - 1,636 = 346", "346", "364"),
            ("4 km / 4 m = 1,000", "4 km / 4 m = 100", "100", "1,000"),
            ("526 / 1,636 = 32.2 %", "526 / 1,636 = 3.2 %", "3.2 %", "32.2"),
            ("4 = 1 + 3", "5 = 1 + 3", "5", "4"),
        ],
    )
    def test_a_wrong_sum(self, data, said, old, new, found, expected):
        path = data / "discrepancies.csv"
        text = path.read_text("utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), "utf-8")
        [line] = said(data)
        assert f"column arithmetic: found '{found}', expected {expected}" in line
        assert "reckoned from" in line


class TestExceptions:
    """What the words do not carry is declared, with the value, and only as long as it is needed."""

    @pytest.fixture
    def small(self, tmp_path):
        folder = Path(shutil.copytree(SMALL, tmp_path / "small"))
        shutil.copy(DATA / "datapackage.json", folder)
        return folder

    def replace(self, path, old, new):
        text = path.read_text("utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), "utf-8")

    def declare(self, folder, *lines):
        (folder / "exceptions.csv").write_text("id,values,reason\n" + "\n".join(lines), "utf-8")

    def test_a_value_that_the_words_do_not_carry(self, small, said):
        self.replace(small / "garrison.csv", "it counted nine,exact,9,9,9", "a few,exact,9,9,9")
        # without a number the things named are counted
        lines = said(small)
        assert [line.partition(":")[0] for line in lines] == ["garrison.csv, row 3, column hedge"]
        exceptions = [
            f"garrison-fort-posts-1914:{column},9,Why." for column in ("best", "low", "high")
        ]
        self.declare(small, "garrison-fort-posts-1914:hedge,exact,Why.", *exceptions[:-1])
        [line] = said(small)
        assert line.startswith("garrison.csv, row 3, column high: found '9', expected 1")
        self.declare(small, "garrison-fort-posts-1914:hedge,exact,Why.", *exceptions)
        assert said(small) == []

    def test_another_value_than_the_declared_one(self, small, said):
        self.replace(small / "zones.csv", "of 1910,", "of that year,")
        self.declare(small, "zones-strip-1910:period,1910,The paragraph before has the year.")
        [line] = said(small)  # the event gives it: no exception is needed
        assert line.startswith("exceptions.csv, row 2, column values: found '1910', expected only")
        self.replace(small / "events.csv", "zones-strip-1910;", "")
        assert said(small) == []
        self.replace(small / "zones.csv", ",1910,of that", ",1911,of that")
        [line] = said(small)
        assert line.startswith("zones.csv, row 2, column period: found '1911', expected")
        assert line.endswith("or 1910 by exceptions.csv, row 2")

    @pytest.mark.parametrize("cell", ["nobody-knows:unit", "garrison-fort-sector:unit"])
    def test_an_exception_without_need(self, small, said, cell):
        self.declare(small, f"{cell},km,No reason.")
        [line] = said(small)
        assert line.startswith("exceptions.csv, row 2, column values: found 'km', expected only")

    def test_an_exception_needs_a_reason(self, small, said):
        self.declare(small, "garrison-fort-sector:unit,km,")
        [line] = said(small)
        assert line.startswith("exceptions.csv, row 2, column reason: found nothing")

    def test_numbers_that_do_not_fit_their_hedge_are_never_excepted(self, small, said):
        self.replace(small / "garrison.csv", "nearly,,250,250", "nearly,200,250,250")
        self.declare(small, "garrison-riders-middle:low,200,Known from elsewhere.")
        [line] = said(small)
        assert "column hedge: found 'nearly', expected an empty low and high = best" in line

    def test_one_number_for_two_claims(self, data, said):
        path = data / "zones.csv"
        self.replace(
            path, "(4; 7.5; 16 and 22 km),exact,22,22,22", "(4; 7.5; 16 and 22 km),exact,16,16,16"
        )
        [line] = [line for line in said(data) if line.startswith("zones.csv")]
        assert "expected another number of '(4; 7.5; 16 and 22 km)' than zones-1923-" in line
