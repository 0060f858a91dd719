"""Where a claim stands in print: read from the tables in another way, and checked in a copy."""

import shutil
from pathlib import Path

import pytest
from raw_tables import claims, in_print, rows

from analysis import printing, source_check, tables

HERE = Path(__file__).parent
COPY = HERE / "small_article.md"

PAGES = """id,first_note,last_note,remark
1,1,1,
2,2,2,
3,3,3,
"""
PARAGRAPHS = """id,section,paragraph,page,first_note,last_note,turns,claims,overleaf
introduction-1,introduction,1,1,,,no,,
regimes-1,regimes,1,1,1,1,yes,zones-strip-1910,
regimes-2,regimes,2,2,,,no,,
security-1,security,1,2,2,2,yes,garrison-fort-posts-1911;populations-fort-1911;garrison-fort-posts-1914,populations-town-late
security-2,security,2,3,,,no,garrison-fort-sector;garrison-riders-middle,
crossings-1,crossings,1,3,3,3,no,migration-hearths-1912,
crossings-2,crossings,2,3,,,no,detentions-band-1912,
conclusion-1,conclusion,1,3,,,no,,
abstract-1,abstract,1,1,,,no,,
abstract-2,abstract,2,1,,,no,,
"""


@pytest.fixture
def small(tmp_path):
    folder = tmp_path / "data"
    shutil.copytree(HERE / "small_data", folder)
    shutil.copy(tables.DATA / "datapackage.json", folder)
    (folder / "pages.csv").write_text(PAGES, "utf-8")
    (folder / "paragraphs.csv").write_text(PARAGRAPHS, "utf-8")
    return folder


def spoil(folder, old, new, name="paragraphs.csv"):
    text = (folder / name).read_text("utf-8")
    assert text.count(old) == 1
    (folder / name).write_text(text.replace(old, new), "utf-8")


class TestTheBook:
    def test_the_pages_are_those_of_the_article(self):
        # the article is cited with its first and last page
        assert [row["id"] for row in rows("pages")] == [str(page) for page in range(268, 284)]

    def test_every_note_stands_on_one_page_and_in_their_order(self):
        ends = [(row["first_note"], row["last_note"]) for row in rows("pages")]
        notes = [n for a, b in ends if a for n in range(int(a), int(b) + 1)]
        assert notes == sorted({int(row["footnote"]) for row in rows("sources")})

    def test_every_claim_is_listed_once_in_its_paragraph(self):
        listed = {
            claim: (row["section"], row["paragraph"])
            for row in rows("paragraphs")
            for claim in f"{row['claims']};{row['overleaf']}".split(";")
            if claim
        }
        assert listed == {row["id"]: (row["section"], row["paragraph"]) for row in claims()}

    def test_the_order_is_that_of_the_lists(self):
        assert printing.in_order() == in_print()

    def test_a_note_stands_on_the_page_of_its_claim_or_the_next(self):
        foot = {
            note: int(row["id"])
            for row in rows("pages")
            if row["first_note"]
            for note in range(int(row["first_note"]), int(row["last_note"]) + 1)
        }
        for row in claims():
            if row["footnote"]:
                page = int(printing.of(row["id"]).page)
                assert foot[int(row["footnote"])] - page in (0, 1), row["id"]

    @pytest.mark.parametrize(
        ("claim", "page"),
        [
            # read in the article: where the notes stand that break the text
            ("zones-1918-inner", "271"),
            ("penalties-1924-expulsion", "272"),
            ("zones-1935-resettlement", "273"),
            ("populations-ili-kazakhs-after-1916", "276"),
            ("detentions-violators-1930", "278"),
            ("smuggling-masanov-bond", "280"),
        ],
    )
    def test_pages_read_in_the_article(self, claim, page):
        assert printing.of(claim).page == page

    def test_a_page_holds_the_end_of_what_began_before(self):
        parts = printing.on_page("278")
        assert (parts[0].id, parts[0].begins, parts[0].ends) == ("crossings-8", False, True)
        assert (parts[-1].id, parts[-1].begins, parts[-1].ends) == ("crossings-13", True, False)
        on_all = [c for row in rows("pages") for p in printing.on_page(row["id"]) for c in p.claims]
        assert on_all == printing.in_order()


class TestTheCopy:
    def faults(self, small, copy=COPY):
        missing = source_check.compare(copy, small).missing
        return [(m.id, m.column, m.found) for m in missing if m.file == "paragraphs.csv"]

    def test_it_is_as_the_table_says(self, small):
        assert tables.problems(small) == []
        assert self.faults(small) == []

    def test_another_page(self, small):
        spoil(small, "security,2,3,", "security,2,2,")
        assert self.faults(small) == [("security-2", "page", "found [3]")]

    def test_a_paragraph_that_does_not_go_on(self, small):
        spoil(small, "1,1,yes,", "1,1,no,")
        assert self.faults(small) == [("regimes-1", "page", "found [1, 2]")]

    def test_another_note(self, small):
        spoil(small, "crossings,1,3,3,3,", "crossings,1,3,2,3,")
        assert self.faults(small) == [("crossings-1", "first_note", "found [3]")]

    def test_a_claim_on_the_other_page(self, small):
        spoil(small, ",populations-town-late", ";populations-town-late,")
        text = (small / "paragraphs.csv").read_text("utf-8").replace("town-late,\n", "town-late,\n")
        (small / "paragraphs.csv").write_text(text, "utf-8")
        assert self.faults(small) == [("security-1", "claims", "found on the other page")]

    def test_another_order(self, small):
        spoil(small, "garrison-fort-sector;garrison-riders-middle",
              "garrison-riders-middle;garrison-fort-sector")  # fmt: skip
        assert self.faults(small) == [
            ("security-2", "claims", "found before the claim listed before it")
        ]

    def test_a_copy_without_pages_has_no_wrong_ones(self, small, tmp_path):
        blocks = COPY.read_text("utf-8").split("\n\n")
        notes = [block for block in blocks if block.startswith("<sup>")]
        text = [block for block in blocks if block not in notes]
        path = tmp_path / "copy.md"
        path.write_text("\n\n".join([*text, *notes]), "utf-8")
        assert self.faults(small, path) == []


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("crossings,2,3,", "crossings,3,3,", "paragraph"),  # detentions.csv names paragraph 2
        ("security,1,2,2,2,", "security,1,2,3,3,", "footnote"),  # garrison.csv names note 2
        ("crossings,1,3,3,3,", "crossings,1,3,3,2,", "last_note"),
        ("security,1,2,2,2,yes", "security,1,2,2,2,no", "overleaf"),
        ("no,migration-hearths-1912", "no,detentions-band-1912", "claims"),
        ("regimes,2,2,", "regimes,2,4,", "page"),
    ],
)
def test_what_does_not_fit_is_named(small, old, new, column):
    spoil(small, old, new)
    assert column in {problem.column for problem in tables.problems(small)}


def test_an_archive_that_is_not_listed_is_named(small):
    spoil(small, "Archive of the Town (AT)", "Archive of the Village (AV)", "archives.csv")
    found = {(problem.file, problem.column) for problem in tables.problems(small)}
    assert ("sources.csv", "archive") in found
