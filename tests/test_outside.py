"""The figures from outside the article: what their sources print, and what they may be used for.

Expected values are those that a reader of the sources wrote down, or arithmetic on them done by
hand; none is read from the data.
"""

from __future__ import annotations

import csv
import re
import shutil
from pathlib import Path
from urllib.parse import urlsplit

import pandas as pd
import pytest

from analysis import tables
from analysis.account import World
from analysis.account.case import Case, Check, CircularError
from analysis.account.expressions import assumption, claim
from analysis.account.expressions import outside as from_outside
from analysis.account.told import checks

# what stands at the source: id, lowest and highest value, unit, grade
PRINTED = [
    ("aktobe-households-1926", 81_690, 81_690, "households", "second-hand"),
    ("aktobe-people-1926", 393_253, 393_253, "people", "second-hand"),
    ("alma-ata-families-commission", 14_824, 14_824, "households", "second-hand"),
    ("alma-ata-people-commission", 65_000, 65_000, "people", "second-hand"),
    ("alma-ata-households-1932", 11_500, 11_500, "households", "second-hand"),
    ("alma-ata-people-1932", 50_000, 50_000, "people", "second-hand"),
    ("batbakkara-households-1930", 6_242, 6_242, "households", "second-hand"),
    ("batbakkara-people-1930", 28_750, 28_850, "people", "second-hand"),
    ("border-kazakhstan-china-1994", 1_533, 1_533, "km", "work of reference"),
    ("border-kazakhstan-china-demarcated", 1_782.75, 1_782.75, "km", "work of reference"),
    ("border-kyrgyzstan-china", 858, 1_063, "km", "work of reference"),
    ("border-tajikistan-china", 414, 477, "km", "work of reference"),
    ("border-strip-felshtinsky", 4, 4, "m", "scholarly work"),
    ("border-strip-dullin", 4, 4, "m", "scholarly work"),
    ("zone-statute-1927-narrow", 7.5, 7.5, "km", "second-hand"),
    ("zone-statute-1927-wide", 22, 22, "km", "second-hand"),
    ("zone-statute-1927-open", 22, 22, "km", "second-hand"),
    ("zone-statute-1927-closed", 7.5, 7.5, "km", "second-hand"),
    ("zone-felshtinsky-closed", 7.5, 22, "km", "scholarly work"),
    ("china-households-commission", 83_000, 83_000, "households", "second-hand"),
    ("china-people-commission", 315_000, 350_000, "people", "second-hand"),
    ("emigration-losses-1980s", 200_000, 200_000, "people", "scholarly work"),
    ("famine-deaths", 1_500_000, 1_500_000, "people", "scholarly work"),
    ("kazakhs-of-kazakhstan-1926", 3_637_612, 3_637_612, "people", "census"),
    ("kazakhs-of-kazakhstan-1926-ohayon", 4_000_000, 4_000_000, "people", "scholarly work"),
    ("kazakhstan-people-1926", 6_073_979, 6_073_979, "people", "census"),
    ("kazakhstan-people-1926-ohayon", 6_200_000, 6_200_000, "people", "scholarly work"),
    ("kazakhstan-people-1926-encyclopedia", 6_025_000, 6_025_000, "people", "work of reference"),
    ("kazakhstan-people-1939", 6_151_102, 6_151_102, "people", "census"),
    ("kirghizia-growth-1913-1926", 0.011, 0.011, "fraction-per-year", "work of reference"),
    ("kirghizia-growth-1926-1936", 0.032, 0.032, "fraction-per-year", "work of reference"),
    ("kyrgyz-family-1912-1913", 5.5, 5.9, "persons-per-household", "work of reference"),
    ("mongolia-households-1923", 1_870, 1_870, "households", "scholarly work"),
    ("mongolia-households-1938", 4_300, 4_300, "households", "scholarly work"),
    ("mongolia-people-1923", 11_220, 11_220, "people", "scholarly work"),
    ("mongolia-people-1938", 21_000, 21_000, "people", "scholarly work"),
    ("xinjiang-kazakhs-1940-1941", 319_000, 319_000, "people", "scholarly work"),
    ("xinjiang-kazakhs-1941", 326_000, 326_000, "people", "work of reference"),
    ("xinjiang-kazakhs-1937-1943", 930_000, 930_000, "people", "work of reference"),
    ("china-farms-1929", 416, 416, "households", "archive or official count"),
    ("china-people-1929", 1_845, 1_845, "people", "archive or official count"),
    ("china-farms-stopped-1929", 250, 250, "households", "archive or official count"),
    ("china-farms-1929-1931", 5_993, 5_993, "households", "work of reference"),
    ("semipalatinsk-farms-1928", 423, 423, "households", "scholarly work"),
    ("kazakhstan-farms-departed", 400_000, 400_000, "households", "second-hand"),
    ("xinjiang-returned-1917", 160_000, 160_000, "people", "second-hand"),
    ("xinjiang-refugees-1916", 200_000, 250_000, "people", "second-hand"),
]


@pytest.fixture(scope="module")
def outside():
    return tables.read("comparanda").set_index("id")


@pytest.mark.parametrize(("id", "low", "high", "unit", "grade"), PRINTED)
def test_an_outside_figure_is_what_its_source_prints(outside, id, low, high, unit, grade):
    row = outside.loc[id]
    ends = [float(row["best"] if pd.isna(row[end]) else row[end]) for end in ("low", "high")]
    assert ends == [low, high]
    assert (row["unit"], row["grade"]) == (unit, grade)


def test_every_outside_figure_is_held_above(outside):
    assert {row[0] for row in PRINTED} == set(outside.index)


def test_it_says_no_more_than_was_seen(outside):
    # neither work that has the strip dates it in what was seen, but one says when it was lifted
    assert outside.loc["border-strip-felshtinsky", "period"] == ""
    assert outside.loc["border-strip-dullin", "period"] == "../1926-10-01"
    # the page of 2011 stands behind one sentence only; that on the OGPU names no China
    paged = outside.index[outside["citation"].str.contains("p. 201")]
    assert set(paged) == {"china-households-commission", "china-people-commission"}
    assert outside.loc["alma-ata-households-1932", "place"] == ""
    assert "China" not in outside.loc["alma-ata-households-1932", "subject"]
    assert "odd jumps" in outside.loc["batbakkara-people-1930", "remark"]
    assert "2004" in outside.loc["xinjiang-kazakhs-1941", "remark"]


# ------------------------------------------------------------------ links

# sites that publish their own texts, or a work with leave; none that offers whole books
HOSTS = {
    "47news.ru",
    "e-history.kz",
    "ehistory.kz",
    "en.wikipedia.org",
    "jhumansoc-sc.kaznu.kz",
    "kk.encyclopedia.kz",
    "open.kg",
    "qmonitor.kz",
    "www.contur.kz",
    "www.sciencespo.fr",
}


def test_no_link_leads_to_whole_books_without_leave(outside):
    seen = [url for cell in outside["seen_at"] for url in re.findall(r"https?://[^\s,]+", cell)]
    assert seen
    assert {urlsplit(url).hostname for url in seen} <= HOSTS
    others = re.compile(
        r"rulit|libcat|royallib|litres|loveread|readania|bibliboba|libking|flibusta"
    )
    for path in sorted([*tables.DATA.glob("*.csv"), *(tables.DATA.parent / "book").glob("*.md")]):
        assert not others.search(path.read_text("utf-8")), path.name


# ------------------------------------------------------------------ the size of a household


def test_the_size_of_a_household_is_what_the_counts_leave():
    sizes = [
        393_253 / 81_690,  # 4.81, Aktobe 1926
        28_800 / 6_242,  # 4.61, Batbakkara 1930
        1_845 / 416,  # 4.44, gone to China in 1929
        50_000 / 11_500,  # 4.35, Alma-Ata, OGPU
        65_000 / 14_824,  # 4.38, Alma-Ata, commission
        11_220 / 1_870,  # 6, Mongolia 1923
        21_000 / 4_300,  # 4.88, Mongolia 1938
    ]
    size = tables.read("assumptions").set_index("id").loc["household-size"]
    assert (size["low"], size["best"], size["high"]) == (4.3, 4.6, 6.0)
    assert min(sizes) - 0.1 < size["low"] <= min(sizes)
    assert max(*sizes, 5.9) <= size["high"] < 6.1
    assert sorted(sizes)[3] == pytest.approx(4.6, abs=0.05)
    assert not any("commission" in id and "china" in id for id in size["derived_from"])


# ------------------------------------------------------------------ no evidence for itself


@pytest.fixture
def changed(tmp_path):
    """Copies the data and changes cells of one row; gives the folder."""
    folder = tmp_path / "data"
    shutil.copytree(tables.DATA, folder)

    def change(table: str, id: str, **cells: str) -> Path:
        path = folder / f"{table}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        next(row for row in rows if row["id"] == id).update(cells)
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        return folder

    return change


CLAIM = "migration-households-china-mongolia"


@pytest.mark.parametrize("through", [CLAIM, "china-people-commission"])
def test_a_check_refuses_evidence_that_was_derived_from_its_claim(changed, through):
    # as it once was: the size of a household from 315,000 / 83,000, with the 83,000 under test
    folder = changed("assumptions", "household-size", derived_from=through)
    with pytest.raises(CircularError, match=f"household-size was derived from .*{CLAIM}"):
        checks(folder)


@pytest.mark.parametrize("turned", [False, True])
def test_it_is_refused_in_either_order(changed, turned):
    folder = changed("assumptions", "loss-share", derived_from=CLAIM)

    def body(c: Case):
        both = [claim(CLAIM), assumption("loss-share")]
        first, second = reversed(both) if turned else both
        return c.line("so", first * second, 1, "households").contains(0)

    with pytest.raises(CircularError, match="loss-share"):
        Check("so", body).case(World.load(folder))


def test_another_printing_may_be_set_beside_its_claim_but_is_no_evidence():
    printing, people = from_outside("china-households-commission"), "china-people-commission"

    def beside(c: Case):
        c.beside(printing, claim(CLAIM))
        return claim(CLAIM).same(printing)

    def evidence(c: Case):
        c.line("size", from_outside(people) / claim(CLAIM), 0.1, "persons-per-household")
        return beside(c)

    assert str(Check("so", beside).case(World.load()).verdict()) == "agree"
    with pytest.raises(CircularError, match=CLAIM):
        Check("so", evidence).case(World.load())


def test_mongolia_is_counted_in_mongolia():
    there = tables.read("assumptions").set_index("id").loc["mongolia-households"]
    assert (there["low"], there["best"], there["high"]) == (0, 4_300 - 1_870, 4_300)
    assert set(there["derived_from"]) == {"mongolia-households-1923", "mongolia-households-1938"}


@pytest.mark.parametrize(
    ("table", "id", "cells", "said"),
    [
        ("comparanda", "mongolia-people-1923", {"derived_from": "mongolia-people-1923"},
         "not themselves derived from mongolia-people-1923"),
        ("assumptions", "loss-share", {"derived_from": "nobody"}, "nobody"),
        ("comparanda", "mongolia-people-1923", {"grade": "hearsay"}, "hearsay"),
        ("comparanda", "mongolia-people-1923", {"grade": ""}, "a value"),
        ("comparanda", "mongolia-people-1938", {"rival_of": "mongolia-people-1938"},
         "no rival itself"),
        ("comparanda", "mongolia-people-1938", {"rival_of": "mongolia-households-1938"},
         "the same measure and unit"),
    ],
)  # fmt: skip
def test_faults_of_evidence_are_found(changed, table, id, cells, said):
    (problem,) = tables.problems(changed(table, id, **cells))
    assert problem.file == f"{table}.csv" and said in str(problem)


# ------------------------------------------------------------------ what a verdict hangs on


def _variants(id):
    return {variant.text: variant for variant in checks()[id].variants}


def test_a_counted_figure_is_taken_and_its_rival_shown():
    (rival,) = (v for words, v in _variants("enough-kazakhs").items() if "rival" in words)
    # 286,000 x 4.3 and x 6 of 4,000,000: 30.7 and 42.9 %
    assert rival.same and "30.7 to 42.9" in rival.text and "4,000,000" in rival.text
    province = _variants("province-outside")
    assert [v.same for words, v in sorted(province.items())] == [True, False]  # 326,000, 930,000


def test_a_verdict_says_that_it_hangs_on_second_hand_figures():
    without = "Without second-hand figures"
    (variant,) = checks()["emigrants-against-residents"].hangs_on
    assert variant.text == f"{without} the answer is “Cannot be told”."
    # 4.4 to 6 then: 1,845 / 416 = 4.43, and 3,637,612 Kazakhs
    (kazakhs,) = (v for text, v in _variants("enough-kazakhs").items() if text.startswith(without))
    assert kazakhs.same and "34.5 to 47.2" in kazakhs.text
    # the article and the census alone
    assert checks()["mongolia-fills-gap"].variants == ()


def test_entry_is_compared_as_well_as_depth():
    check = checks()["statute-1927"]
    said = [str(reading.verdict) for reading in check.readings]
    # depths, entry to 7.5 km, entry to 22 km by the one account and by the other
    assert said == ["agree", "agree", "agree only if", "contradict"]
    (rival,) = check.variants
    assert str(rival.verdict) == "contradict" and not rival.same


def test_every_outside_figure_is_used():
    used = {id for check in checks().values() for id in check.comparanda}
    for page in (tables.DATA.parent / "book").glob("*.md"):  # what tells of the time, no evidence
        used |= set(re.findall(r"\{outside\}`([\w-]+)", page.read_text(encoding="utf-8")))
    for _, row in tables.read("assumptions").iterrows():
        used |= set(row["derived_from"])
    rivals = tables.read("comparanda").set_index("id")["rival_of"]
    assert set(rivals.index[rivals == ""]) <= used
