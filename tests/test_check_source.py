"""Finding the printed forms in a copy of the article."""

import shutil
from pathlib import Path

import commands
import pytest

from analysis import article, passages, source_check
from analysis.__main__ import main
from analysis.article import ArticleError
from analysis.passages import Notes
from analysis.tables import DATA, DataError

HERE = Path(__file__).parent
SMALL = HERE / "small_data"
COPY = HERE / "small_article.md"
ARTICLE = HERE.parents[1] / "shared" / "article.md"
HEADINGS = {
    "abstract": ["Abstract", "Аннотация"],
    "introduction": ["Introduction"],
    "regimes": ["Zones, regimes"],
    "security": ["The line and its posts"],
    "crossings": ["Crossings: points of contact"],
    "conclusion": ["Conclusion"],
    "notes": ["Footnotes"],
}


@pytest.fixture
def small(tmp_path):
    folder = tmp_path / "data"
    shutil.copytree(SMALL, folder)
    shutil.copy(DATA / "datapackage.json", folder)
    return folder


@pytest.fixture
def copy(tmp_path):
    return Path(shutil.copy(COPY, tmp_path))


def change(path, old, new):
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


class TestReading:
    """Page breaks, footnotes and markup are taken out of the copy."""

    def paragraphs(self, path=COPY):
        return {(p.section, p.number): p for p in article.read(path, HEADINGS) if p.section}

    def test_paragraphs_are_counted_in_their_sections(self):
        assert list(self.paragraphs()) == [
            ("abstract", 1),
            ("abstract", 2),
            ("introduction", 1),
            ("regimes", 1),
            ("regimes", 2),
            ("security", 1),
            ("security", 2),
            ("crossings", 1),
            ("crossings", 2),
            ("conclusion", 1),
            ("notes", 1),
            ("notes", 2),
            ("notes", 3),
        ]

    def test_a_footnote_between_two_halves_does_not_break_a_paragraph(self):
        paragraph = self.paragraphs()["regimes", 1]
        assert paragraph.text == (
            "A rule of 1910 closed a strip of 21 versts, and a trespasser got up to five years. "
            "It was signed by the Council of Elders and printed at once."
        )
        assert paragraph.marks == ((paragraph.text.index(". It"), 1),)

    def test_markup_goes_and_its_words_stay(self):
        texts = self.paragraphs()
        assert texts["introduction", 1].text.startswith("Aim. The forts")
        assert texts["regimes", 2].text == "It was read out in [every village]."
        assert "the 30th troop" in texts["security", 2].text
        assert texts["abstract", 2].text == "Аннотация: В статье 3 форта."

    def test_dashes_and_quotes_are_all_alike(self):
        assert self.paragraphs()["crossings", 1].text == (
            'In 1912-1913, "no less than 310 hearths" left.'
        )

    def test_lines_of_one_paragraph_are_joined(self):
        assert "from the town. They were seen" in self.paragraphs()["crossings", 2].text

    def test_footnotes(self):
        texts = self.paragraphs()
        assert texts["notes", 1].text == "A. Author, Forts (Town: Press, 2001), 5-7."
        assert texts["notes", 3].text == "Ibid., l. 9."

    def test_a_page_break_without_footnotes(self, copy):
        change(copy, "The fort kept 88 km of the line", "The fort kept\n\n88 km of the line")
        assert self.paragraphs(copy).keys() == self.paragraphs().keys()

    def test_the_dress_of_the_copy_does_not_matter(self, copy):
        text = copy.read_text("utf-8").replace("\n", "\r\n").replace("–", "—")
        copy.write_bytes(b"\xef\xbb\xbf" + text.replace("“", "«").encode())
        assert self.paragraphs(copy) == self.paragraphs()

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (None, "no such file"),
            (b"", "empty file"),
            (b" \n\n", "empty file"),
            (b"%PDF-1.7\n\0\1", "binary data"),
            ("Форт".encode("cp1251"), "byte 0 is not UTF-8"),
        ],
    )
    def test_a_copy_that_cannot_be_read(self, tmp_path, content, said):
        path = tmp_path / "copy.md"
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(ArticleError, match=said) as error:
            article.read(path, HEADINGS)
        assert str(path) in str(error.value)


class TestPassages:
    """A note closes its sentence, or a passage: the paragraph, or a whole quotation."""

    def read(self, tmp_path, *blocks):
        path = tmp_path / "copy.md"
        path.write_text("\n\n".join(["## Introduction", *blocks]), "utf-8")
        return [p for p in article.read(path, HEADINGS) if p.section]

    def notes(self, paragraphs, words):
        [one] = [p for p in paragraphs if words in p.text]
        return passages.notes(paragraphs, one, one.text.index(words))

    def test_a_mark_inside_a_sentence_closes_what_stands_before_it(self, tmp_path):
        read = self.read(tmp_path, "It had 5 forts<sup>1</sup>, 6 towns<sup>2</sup> and 7 mills.")
        assert self.notes(read, "5 forts") == Notes(1)
        assert self.notes(read, "6 towns") == Notes(2)
        assert self.notes(read, "7 mills") == Notes()

    def test_a_mark_behind_the_stop_or_the_quotation_mark(self, tmp_path):
        read = self.read(tmp_path, "It had “5 forts.”<sup>1</sup> It had 6 towns.<sup>2</sup>")
        assert self.notes(read, "5 forts") == Notes(1)
        assert self.notes(read, "6 towns") == Notes(2)

    def test_sentences_are_counted_to_the_mark(self, tmp_path):
        read = self.read(
            tmp_path,
            "It had 5 forts. J.V. Smith of No. 9 came. It had 6 towns<sup>1</sup>. It had 7 mills.",
        )
        assert self.notes(read, "5 forts") == Notes(None, 1, 2)
        assert self.notes(read, "Smith") == Notes(None, 1, 1)
        assert self.notes(read, "7 mills") == Notes()

    def test_a_passage_ends_with_its_paragraph(self, tmp_path):
        read = self.read(tmp_path, "It had 5 forts.", "It had 6 towns<sup>1</sup>.")
        assert self.notes(read, "5 forts") == Notes()

    def test_a_quotation_is_one_passage_from_its_colon_to_its_note(self, tmp_path):
        read = self.read(
            tmp_path,
            "It had 5 forts<sup>1</sup>. The reports say:",
            "On May 1, 6 men came.",
            "On May 2, 7 men came. They left<sup>2</sup>.",
            "It had 8 mills. It had 9 towns<sup>3</sup>.",
        )
        assert self.notes(read, "5 forts") == Notes(1)
        assert self.notes(read, "The reports") == Notes(None, 2, 3)
        assert self.notes(read, "6 men") == Notes(None, 2, 2)
        assert self.notes(read, "7 men") == Notes(None, 2, 1)
        assert self.notes(read, "8 mills") == Notes(None, 3, 1)


class TestFinding:
    """Words and numbers are matched whole, pieces in their order and near each other."""

    @pytest.mark.parametrize(
        ("form", "text", "start"),
        [
            ("four posts", "it had four posts", 7),
            ("four posts", "it had fourteen posts", None),
            ("8,000", "18,000 souls", None),
            ("8,000", "8,000,000 souls", None),
            ("8,000", "8,000, or more", 0),
            ("7.5", "27.5 km", None),
            ("5", "7.5 km", None),
            ("5 km", "the 5 km-zone", 4),
            ("5", "5.", 0),
            ("posts", "outposts", None),
            ("in 1926", "In 1926", None),
            ("4 … 9", "4 posts, then 9", 0),
            ("9 … 4", "4 posts, then 9", None),
            ("4 … 4", "4 posts", None),
            ("4 … 9", "9 of 4", None),
            ("4 … 9", "4 " + "x" * 601 + " 9", None),
            # 9 stands 603 characters after the first 4 and 597 after the second
            ("4 … 9", "4 and 4 " + "x " * 298 + "9", 6),
            ("1 … 2 … 3", "1, 2, 2, 3", 0),
            ("“four”", '"four" posts', 0),
            ("15–20", "15-20 thousand", 0),
        ],
    )
    def test_find(self, form, text, start):
        assert source_check.find(form, text) == start

    def test_many_pieces_that_stand_everywhere(self):
        # the ways to choose them are more than any memory holds
        form = " … ".join(["a"] * 30 + ["b"])
        assert source_check.find(form, "a " * 500) is None


class TestComparing:
    """Each row is looked for where it says that it stands."""

    def faults(self, copy, data):
        return [(m.file, m.id, m.column, m.found) for m in source_check.compare(copy, data).missing]

    def test_all_is_found(self, small):
        result = source_check.compare(COPY, small)
        assert result.missing == []
        assert sum(result.compared.values()) == 13 + 2 + 3
        assert result.compared["garrison"] == 4

    def test_another_number_in_the_article(self, small, copy):
        change(copy, "nearly 250 riders", "nearly 350 riders")
        [missing] = source_check.compare(copy, small).missing
        assert str(missing) == (
            "garrison.csv, garrison-riders-middle, column as_printed: looked for "
            "'nearly 250 riders' in section security, paragraph 2; found nowhere in this copy"
        )

    def test_another_number_in_the_data(self, small):
        change(small / "populations.csv", '"1,234 souls"', '"1,243 souls"')
        change(small / "populations.csv", "1234,1234,1234", "1243,1243,1243")
        assert self.faults(COPY, small) == [
            ("populations.csv", "populations-fort-1911", "as_printed", "found nowhere in this copy")
        ]

    def test_another_paragraph(self, small):
        change(small / "detentions.csv", "crossings,2", "crossings,1")
        assert self.faults(COPY, small) == [
            (
                "detentions.csv",
                "detentions-band-1912",
                "as_printed",
                "found in section crossings, paragraph 2",
            )
        ]

    def test_a_paragraph_that_is_not_there(self, small):
        change(small / "detentions.csv", "crossings,2", "crossings,9")
        [fault] = self.faults(COPY, small)
        assert fault[-1] == "found in section crossings, paragraph 2"

    def test_another_section(self, small):
        change(small / "detentions.csv", "crossings,2", "regimes,2")
        # where the form does not stand, its sentence cannot be asked
        assert [column for _, _, column, _ in self.faults(COPY, small)] == ["as_printed"]

    def test_a_section_without_its_heading(self, small, copy):
        change(copy, "## The line and its posts", "## Something else")
        faults = self.faults(copy, small)
        assert {id for _, id, column, _ in faults if column == "as_printed"} == {
            "populations-fort-1911",
            "populations-town-late",
            "garrison-fort-posts-1911",
            "garrison-fort-posts-1914",
            "garrison-fort-sector",
            "garrison-riders-middle",
        }
        assert {found for *_, found in faults} == {"found in the text outside the sections"}

    def test_a_mark_that_stands_before_the_claim(self, small):
        change(
            small / "garrison.csv",
            "posts,security,1,,,,,\n",
            "posts,security,1,2,fn02a,,,\n",
        )
        assert self.faults(COPY, small) == [
            ("garrison.csv", "garrison-fort-posts-1914", "footnote", "found no mark")
        ]

    def test_another_mark(self, small, copy):
        change(copy, "left<sup>3</sup>", "left<sup>1</sup>")
        assert self.faults(copy, small) == [
            ("migration.csv", "migration-hearths-1912", "footnote", "found mark 1 in the sentence")
        ]

    def test_a_claim_in_a_footnote(self, small):
        change(
            small / "distances.csv",
            "7.5 km,exact,7.5,7.5,7.5,km,crossings,2,,",
            "5–7,range,5,7,,km,notes,1,1,fn01",
        )
        assert self.faults(COPY, small) == []
        change(small / "distances.csv", "notes,1,1,fn01", "notes,2,1,fn01")
        assert self.faults(COPY, small) == [
            ("distances.csv", "distances-pass-fort", "as_printed", "found in footnote 1")
        ]

    def test_a_period_that_is_not_printed(self, small):
        change(small / "detentions.csv", "1912-10,October 1912", "1912-07,July 1912")
        assert self.faults(COPY, small)[0][2:] == ("period_printed", "found nowhere in this copy")

    def test_a_period_that_only_another_sentence_has(self, small):
        change(small / "detentions.csv", "1912-10,October 1912", "1912/1913,1912–1913")
        [missing] = source_check.compare(COPY, small).missing
        assert str(missing) == (
            "detentions.csv, detentions-band-1912, column period_printed: looked for '1912–1913' "
            "in the sentence with 'about 40 men'; found in section crossings, paragraph 1"
        )

    def test_a_note_further_on(self, small, copy):
        change(copy, "the Pass. On July 18", "the Pass<sup>2</sup>. On July 18")
        faults = self.faults(copy, small)
        assert [(id, column) for _, id, column, _ in faults] == [
            ("detentions-band-1912", "passage_note"),
            ("distances-pass-fort", "passage_note"),
            ("administration-posts-named", "passage_note"),
        ]
        assert [found for *_, found in faults] == [
            "found mark 2, 1 sentences on",
            "found mark 2, 1 sentences on",
            "found mark 2 in the sentence",
        ]
        change(small / "detentions.csv", "crossings,2,,,,,", "crossings,2,,,2,1,")
        change(small / "distances.csv", "crossings,2,,,,,", "crossings,2,,,2,2,")
        change(small / "administration.csv", "crossings,2,,,,,", "crossings,2,2,fn02a,,,")
        [(_, id, column, found)] = self.faults(copy, small)
        assert (id, column, found) == (
            "distances-pass-fort",
            "passage_note",
            "found mark 2, 1 sentences on",
        )

    def test_the_note_of_an_event_is_that_of_its_sentence(self, small):
        change(small / "events.csv", "zones-strip-1910;penalties-trespass-1910", "")
        change(small / "events.csv", "regimes,1,1,fn01,,,", "regimes,1,,,1,1,")
        assert self.faults(COPY, small) == [
            ("events.csv", "1910-rule", "passage_note", "found mark 1 in the sentence")
        ]

    def test_an_event_without_a_printed_date_has_the_note_of_some_sentence(self, small):
        change(small / "events.csv", "zones-strip-1910;penalties-trespass-1910", "")
        (small / "exceptions.csv").write_text("id,values,reason\n1910-rule:date,1910,Why.\n")
        change(small / "events.csv", "1910,of 1910,A", "1910,,A")
        assert self.faults(COPY, small) == []
        change(small / "events.csv", "regimes,1,1,fn01,", "regimes,1,2,fn02a,")
        assert self.faults(COPY, small) == [
            ("events.csv", "1910-rule", "footnote", "found mark 1 in the sentence; no mark")
        ]

    def test_the_date_of_an_event(self, small):
        change(small / "events.csv", "of 1910", "in 1910")
        assert self.faults(COPY, small)[0][:3] == ("events.csv", "1910-rule", "date_printed")

    def test_a_spelling_that_is_not_printed(self, small):
        change(small / "places.csv", "Town;town", "Town;Toun;town")
        [missing] = source_check.compare(COPY, small).missing
        assert (missing.id, missing.looked_for, missing.where) == ("town", "Toun", "the article")

    def test_broken_data(self, small):
        (small / "zones.csv").unlink()
        with pytest.raises(DataError):
            source_check.compare(COPY, small)


class TestCommand:
    """The command finds the claims of the book, and says clearly when it cannot look."""

    def run(self, path):
        return commands.run(main, "check-source", path)

    def test_a_missing_copy(self, tmp_path):
        status, out, err = self.run(tmp_path / "none.md")
        assert (status, out, len(err.splitlines())) == (2, "", 1)

    def test_another_article(self):
        status, out, err = self.run(COPY)
        assert (status, out) == (1, "")
        assert err.splitlines()[-1].endswith(" not found")
        assert int(err.splitlines()[-1].split()[0]) == len(err.splitlines()) - 1
