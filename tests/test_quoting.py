"""What is copied of a figure: put together by hand from the rows, and in the form of the styles."""

import re

import pandas as pd
import pytest

from analysis import bibliography, claims, quoting, standing, wording
from analysis.standing import Standing

CLAIMS = claims.load()
TITLE = wording.works()["ablazhey2026"].fields["title"]
RUSSIAN = wording.works()["ablazhey2026russian"].fields["title"]
DOI = "10.22363/2312-8674-2026-25-2-268-283"


def test_a_footnote_with_a_file_by_hand():
    # migration.csv: note 49; sources.csv: AP RK 719 4 84 6; page 278 holds notes 47 to 51
    latin = "Arkhiv Prezidenta Respubliki Kazakhstan (AP RK), f. 719, op. 4, d. 84, l. 6"
    assert quoting.chicago("migration-households-china-mongolia") == (
        f"{latin}, cited in N. N. Ablazhey and A. S. Zhanbossinova, “{TITLE},” RUDN Journal of "
        f"Russian History 25, no. 2 (2026): 278, https://doi.org/{DOI}."
    )
    assert quoting.gost("migration-households-china-mongolia") == (
        "Архив Президента Республики Казахстан (АП РК). Ф. 719. Оп. 4. Д. 84. Л. 6. Цит. по: "
        f"Аблажей Н. Н., Жанбосинова А. С. {RUSSIAN} // Вестник Российского университета дружбы "
        f"народов. История России. 2026. Т. 25, № 2. С. 278. DOI: {DOI}."
    )


def test_a_footnote_with_a_work_by_hand():
    # note 39: Barmin 1998, 42
    assert quoting.chicago("populations-russians-1920").startswith(
        "V. A. Barmin, Sovetskii Soiuz i Sin'tszian, 1918–1941 gg. (regional'nyi faktor vo vneshnei"
        " politike Sovetskogo Soiuza), 1998, 42, cited in N. N. Ablazhey"
    )
    assert " 1998. С. 42. Цит. по: " in quoting.gost("populations-russians-1920")


def test_a_file_is_cited_only_under_the_note_of_its_own_sentence():
    for id, row in CLAIMS.iterrows():
        cited = bool(row["sources"]) and "cited in" in quoting.chicago(str(id))
        own = [s for s in row["sources"] if s != "fn29"]  # a note that names no source
        assert cited == bool(own), id
        assert ("Цит. по:" in quoting.gost(str(id))) == bool(own), id


@pytest.mark.parametrize("id", CLAIMS.index)
def test_a_safe_sentence_has_figure_hedge_page_and_note(id):
    row, said = CLAIMS.loc[id], quoting.safe(id)
    value = row["low"] if row["hedge"] == "range" else row["best"]
    # a part of one is said in per cent
    number = wording.number(value * 100 if row["unit"] == "fraction" else value)
    assert number in said
    # the sentence of the source, in which alone pages are named
    source = said[said.rindex("Ablazhey and Zhanbossinova 2026, p. ") :]
    assert re.match(r"Ablazhey and Zhanbossinova 2026, p\. 2[678]\d; ", source)
    for note in filter(pd.notna, (row["footnote"], row["passage_note"])):
        assert re.search(rf"\b{note}\b", source)
    assert "  " not in said and " ." not in said


def test_a_safe_sentence_says_what_contradicts():
    said = quoting.safe("migration-people-1930-1933")
    # 400,000 / 286,000 = 1.398…, rounded down; the range of a household is that of assumptions.csv
    assert "over 400,000 people" in said and "1.39" in said
    assert "Contradicted by 286,000 households, unless" in said  # never the one without the other


@pytest.mark.parametrize(
    ("claim", "against"),
    [
        ("migration-people-1930-1933", "286,000 households"),
        ("migration-households-1930-1933", "over 400,000 people"),
        # the same number, of the commission's report, is for China alone
        ("migration-households-china-mongolia", "an outside figure of 83,000 households"),
        # 1,533 + 858 + 414 = 2,805, and 1,783 + 1,063 + 477 = 3,323
        ("distances-western-section", "2,805 to 3,323 km (the three stretches today)"),
        ("populations-ili-kazakhs-after-1916", "about 350,000 people"),
        ("migration-return-share", "about 350,000 people"),
        # 315,000 × 0.9 + 150,000 = 433,500, and 350,000 + 160,000
        ("populations-xinjiang-kazakhs-late-1930s", "433,000 to 510,000 people"),
    ],
)
def test_what_contradicts_a_claim_is_named(claim, against):
    named = standing.against(claim).replace("\N{NO-BREAK SPACE}", " ")
    assert named.startswith(f"contradicted by {against}")
    said = standing.became(claim).replace("\N{NO-BREAK SPACE}", " ")
    assert said.startswith(f"Contradicted by {against}") and ", unless " in said


def test_only_what_is_contradicted_has_somebody_against_it():
    for claim in CLAIMS.index:
        contradicted = standing.of(claim) == Standing.CONTRADICTED
        assert bool(standing.against(claim)) == contradicted, claim


@pytest.mark.parametrize(
    ("claim", "became"),
    [
        ("migration-people-1930-1933", "contradicted"),
        ("migration-households-1930-1933", "contradicted"),
        ("garrison-checkpoints", "untested"),
        # only set beside the two totals in a line of their check; the outside figure is against it
        ("migration-households-china-mongolia", "contradicted"),
        ("detentions-outward-1930", "holds only if"),
    ],
)
def test_what_became_of_a_claim(claim, became):
    assert standing.of(claim) == became


def test_works_have_one_name_each():
    works = wording.works()
    labels = bibliography.labels(works)
    assert len(set(labels.values())) == len(works)
    assert labels["mozokhin2004"] == "Mozokhin 2004"
    assert labels["kudaibergenova2024"] == "Kudaibergenova et al. 2024"
    assert {labels["nazemtseva2024number"], labels["nazemtseva2024status"]} == {
        "Nazemtseva 2024a",
        "Nazemtseva 2024b",
    }
    assert labels["sz1935"] == "SZ SSSR 1935"
