"""Sources, places, events and map, against what a reader finds in the article by hand.

Expected values are written out from the article's pages, its footnotes and its reference list, or
worked out with a tool that the book does not use; where that is so, the test says which.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt

import pandas as pd
import pytest
from pybtex.database import parse_file

from analysis import claims, tables

MAP = tables.DATA / "map"


@pytest.fixture(scope="module")
def data() -> dict[str, pd.DataFrame]:
    return {name: frame.set_index("id") for name, frame in tables.load().items()}


# ---------------------------------------------------------------- sources


def test_every_footnote_is_resolved(data):
    sources = data["sources"]
    assert set(sources.footnote) == set(range(1, 64))
    cited = Counter(sources.footnote)
    # Notes 9 and 38 name two works, all others one.
    assert [note for note, count in sorted(cited.items()) if count > 1] == [9, 38]
    assert cited[9] == cited[38] == 2
    assert all(id_[2:4] == f"{note:02d}" for id_, note in sources.footnote.items())


def test_kinds_of_sources(data):
    # By hand: files in notes 21, 22, 25, 26, 31, 33, 34, 42 to 47, 49 to 53, 57 to 60 and 62.
    files = {21, 22, 25, 26, 31, 33, 34, *range(42, 48), *range(49, 54), *range(57, 61), 62}
    sources = data["sources"]
    assert set(sources.footnote[sources.kind == "archive"]) == files
    assert set(sources.footnote[sources.kind == "law"]) == {16, 19, 27}
    assert set(sources.footnote[sources.kind == "periodical"]) == {18}
    assert set(sources.footnote[sources.kind == "note"]) == {29}
    assert Counter(sources.kind) == {
        "archive": 23,
        "publication": 37,
        "law": 3,
        "periodical": 1,
        "note": 1,
    }


@pytest.mark.parametrize(
    ("ibid", "points_to", "archive", "fond", "opis", "delo", "leaves"),
    [
        ("fn22", "fn21", "SGA MVD RK", "13", "1", "2", "8–9"),
        ("fn26", "fn25", "RGASPI", "17", "166", "576", "11–14"),
        ("fn46", "fn45", "SGA KNB RK", "9", "1", "438", "75"),
        ("fn51", "fn50", "SGA DP VKO", "19", "1", "905", "31–44"),
    ],
)
def test_ibid_is_resolved_to_a_file(data, ibid, points_to, archive, fond, opis, delo, leaves):
    row = data["sources"].loc[ibid]
    assert row.same_as == points_to
    assert f"({archive})" in row.archive
    assert (row.fond, row.opis, row.delo, row.leaves) == (fond, opis, delo, leaves)


def test_ibid_is_resolved_to_a_work(data):
    sources = data["sources"]
    assert sources.same_as["fn56"] == "fn55"
    assert sources.same_as["fn55"] == "fn01"
    assert set(sources.citekey[["fn56", "fn55", "fn01"]]) == {"mozokhin2004"}
    assert sources.locator["fn56"] == "202–203"


def test_short_titles_lead_back_to_the_full_one(data):
    sources = data["sources"]
    short = {
        "fn23": "fn02",
        "fn24": "fn02",
        "fn36": "fn09a",
        "fn38a": "fn12",
        "fn39": "fn05",
        "fn40": "fn11",
        "fn54": "fn14",
        "fn55": "fn01",
        "fn56": "fn55",
    }
    works = sources[(sources.same_as != "") & (sources.citekey != "")]
    assert works.same_as.to_dict() == short
    assert all(sources.citekey[one] == sources.citekey[other] for one, other in short.items())


@pytest.mark.parametrize(
    ("source", "archive", "mark"),
    [
        ("fn34", "AP RK", ("708", "1/1", "1", "281–282")),
        ("fn42", "GA RF", ("P-3316", "64", "925", "1–6")),
        ("fn45", "SGA KNB RK", ("9", "1", "438", "119, 135")),
        ("fn52", "SGA DP g. Almaty", ("1", "1", "3682", "")),
        ("fn60", "SGA DP g. Almaty", ("20", "3", "11185", "5, 8–9")),
    ],
)
def test_shelf_marks(data, source, archive, mark):
    row = data["sources"].loc[source]
    assert f"({archive})" in row.archive
    assert (row.fond, row.opis, row.delo, row.leaves) == mark


def test_one_leaf_stands_for_two_affairs(data):
    shelf = ["archive", "fond", "opis", "delo", "leaves"]
    files = data["sources"].query("kind == 'archive' and leaves != ''")
    same = files[files.duplicated(shelf, keep=False)]
    assert list(same.index) == ["fn43", "fn50"]


# ---------------------------------------------------------------- bibliography

REFERENCE_LIST = {
    "abdullaev2009",
    "ablazhey2007",
    "ablazhey2015",
    "ablazhey2020enclave",
    "ablazhey2020kyrgyz",
    "barmin1998",
    "barmin2016",
    "barmin2023",
    "ganin2006",
    "kamalov2024",
    "kokurin2003",
    "korniyakov2010",
    "kudaibergenova2024",
    "mozokhin2004",
    "nazemtseva2010",
    "nazemtseva2023",
    "nazemtseva2024number",
    "nazemtseva2024status",
    "petrov2003",
    "repukhova2017",
    "shemetova2015",
    "shemetova2024",
    "soloviev1978",
    "tereshchenko2014",
}
NOT_IN_THE_LIST = {
    "izvestiya1922",
    "lubyanka2017",
    "materialyvol5",
    "su1918",
    "su1922",
    "sz1935",
}


def test_bibliography_holds_what_is_cited(data):
    works = parse_file(tables.DATA / "references.bib").entries
    cited = set(data["sources"].citekey) - {""}
    assert cited == REFERENCE_LIST | NOT_IN_THE_LIST
    assert cited | {"ablazhey2026"} <= set(works)


def test_dois_are_the_printed_ones():
    works = parse_file(tables.DATA / "references.bib").entries
    printed = {
        "ablazhey2020enclave": "10.31518/2618-9100-2020-4-6",
        "ablazhey2020kyrgyz": "10.32523/2616-7255-2020-133-4-13-23",
        "ablazhey2026": "10.22363/2312-8674-2026-25-2-268-283",
        "barmin2023": "10.22363/2312-8674-2023-22-1-97-109",
        "nazemtseva2023": "10.22363/2312-8674-2023-22-1-72-84",
    }
    of_the_article = REFERENCE_LIST | NOT_IN_THE_LIST | {"ablazhey2026"}
    found = {key: works[key].fields["doi"] for key in of_the_article if "doi" in works[key].fields}
    assert found == printed


# ---------------------------------------------------------------- places

JETISU_LIST = [
    "narynkol",
    "dararty",
    "sumbe",
    "buduty-khassan",
    "buduty",
    "koldzhat",
    "khorgos",
    "baskunchi",
    "arsaly",
    "chekert",
    "aity",
]
SEMIPALATINSK_LIST = [
    "bakhty",
    "murza-artyk",
    "mai-kapchagay",
    "tyuyu-kuyryuk",
    "nizhny-ashala",
    "dandybaeva",
    "alekseyevka",
    "nikolaevka",
    "aleksandrovka",
    "matveyevka",
]


def test_the_list_of_border_settlements_is_complete(data):
    assert len(JETISU_LIST) == 11
    assert len(SEMIPALATINSK_LIST) == 10
    places, remarks = data["places"].index, data["places"].remark
    for id_ in JETISU_LIST + SEMIPALATINSK_LIST:
        assert id_ in places
        assert "list of" in remarks[id_], id_


@pytest.mark.parametrize(
    ("place", "forms"),
    [
        ("zaysan", {"Zaysan", "Zaisan"}),
        ("jarkent", {"Jarkent", "Panfilovsky"}),
        ("barkul", {"Barkul", "Barkol"}),
        ("sarkono", {"Sarkono", "Sarkand"}),
        ("tarbagatai-mountains", {"Tarbagai Mountains"}),
    ],
)
def test_spellings_are_kept(data, place, forms):
    assert set(data["places"].spellings[place]) == forms


def test_a_position_says_where_it_comes_from(data):
    places = data["places"]
    placed = places.lat.notna()
    assert (placed == places.lon.notna()).all()
    assert (placed == (places.certainty != "unknown")).all()
    assert (placed == (places.position_basis != "")).all()
    assert (placed == (places.position_source != "")).all()
    unseen = places.position_source.str.startswith("general reference knowledge")
    assert unseen.any()
    assert set(places.certainty[unseen]) <= {"probable", "uncertain"}


def test_positions_stand_in_the_right_country(data):
    # The box of the map holds all but Kyzylorda, the capital until 1929, far to the west.
    placed = data["places"].dropna(subset=["lat"])
    inside = placed.lat.between(40, 52) & placed.lon.between(72, 95)
    assert list(placed.index[~inside]) == ["kyzylorda"]
    countries = features("countries")
    for id_, country in {
        "bakhty": "Kazakhstan",
        "jarkent": "Kazakhstan",
        "lepsinsk": "Kazakhstan",
        "narynkol": "Kazakhstan",
        "zaysan": "Kazakhstan",
        "uryl": "Kazakhstan",
        "alekseyevka": "Kazakhstan",
        "chuguchak": "China",
        "ili-district": "China",
        "altay-district": "China",
        "issyk-kul": "Kyrgyzstan",
    }.items():
        point = placed.lon[id_], placed.lat[id_]
        found = [name for name, shape in countries.items() if encloses(shape, point)]
        assert found == [country], id_


# ---------------------------------------------------------------- events

DATED_TO_THE_DAY = {
    "1918-05-28",
    "1921-07-10",
    "1922-01-24",
    "1922-01-26",
    "1923-03-28",
    "1923-09-07",
    "1924-03-24",
    "1927-06-15",
    "1927-06-28",
    "1927-08-15",
    "1927-08-18",
    "1927-08-24",
    "1927-11-17",
    "1927-12-20",
    "1929-03-15",
    "1930-02-28",
    "1931-03-13",
    "1932-04-25",
    "1935-07-18",
    "1935-12-13",
}


def test_every_day_of_the_article_has_its_event(data):
    dates = data["events"].date
    assert set(dates[dates.str.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}")]) == DATED_TO_THE_DAY


def test_there_are_enough_events(data):
    assert len(data["events"]) > 110


@pytest.mark.parametrize(
    ("event", "date", "footnote"),
    [
        ("1918-05-28-border-protection", "1918-05-28", None),
        ("1923-09-07-border-regulations", "1923-09-07", 19),
        ("1927-06-15-state-border-resolution", "1927-06-15", 21),
        ("1929-03-15-settlement-list", "1929-03-15", 22),
        ("1933-10-first-passport-wave", "1933-10", 33),
        ("1935-resettlement-22-km", "1935", 24),
        ("1936-02-bakhty-red-banner", "1936-02", None),
        ("1927-08-18-sarkono-detention", "1927-08-18", None),
        ("1927-08-24-santos-clash", "1927-08-24", 46),
        ("1928-05-masanov-bail", "1928-05", 57),
        ("1935-12-13-kaldybayev-detained", "1935-12-13", None),
        ("1930-famine-refugees", "1930~/1933~", None),
        ("1932-bakhty-fourteen-outposts", "../1932", None),
    ],
)
def test_an_event_does_not_borrow_a_footnote(data, event, date, footnote):
    row = data["events"].loc[event]
    assert row.date == date
    if footnote is None:
        assert pd.isna(row.footnote)
        assert row.sources == ()
    else:
        assert row.footnote == footnote


def test_sources_of_an_event_are_those_of_its_footnote(data):
    footnotes = data["sources"].footnote
    for id_, event in data["events"].iterrows():
        expected = () if pd.isna(event.footnote) else (event.footnote,)
        assert tuple({footnotes[source] for source in event.sources}) == expected, id_


def test_events_are_dated_as_their_names_say(data):
    for id_, event in data["events"].iterrows():
        years = [int(id_[:4])]
        if id_[4] == "s":  # "1920s-…": some year of the decade
            years = list(range(years[0], years[0] + 10))
        assert any(str(year) in event.date for year in years), (id_, event.date)


# ---------------------------------------------------------------- map


def features(name: str) -> dict[str, dict]:
    read = json.loads((MAP / f"{name}.geojson").read_text(encoding="utf-8"))
    return {feature["properties"]["name"]: feature["geometry"] for feature in read["features"]}


def western_borders() -> dict[tuple[str, int], list]:
    read = json.loads((MAP / "borders.geojson").read_text(encoding="utf-8"))["features"]
    return {
        (f["properties"]["name"], f["properties"]["scale"]): f["geometry"]["coordinates"]
        for f in read
    }


def rings(shape: dict) -> list[list]:
    parts = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
    return [part[0] for part in parts]


def encloses(shape: dict, point: tuple[float, float]) -> bool:
    """Whether a point lies in a country: it crosses the outline oddly often going east."""
    x, y = point
    crossings = 0
    for ring in rings(shape):
        for (ax, ay), (bx, by) in pairwise(ring):
            if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
                crossings += 1
    return crossings % 2 == 1


def km(a: list[float], b: list[float]) -> float:
    """Haversine on a sphere of 6,371 km."""
    (lon1, lat1), (lon2, lat2) = map(radians, a), map(radians, b)
    h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371 * asin(sqrt(h))


@pytest.mark.parametrize(
    ("border", "scale", "length"),
    # Lengths in km worked out with PROJ's geodesics on the WGS 84 ellipsoid.
    [
        ("Kazakhstan–China", 10_000_000, 1504),
        ("Kazakhstan–China", 50_000_000, 1429),
        ("Kazakhstan–China", 110_000_000, 1235),
        ("Kyrgyzstan–China", 10_000_000, 839),
        ("Tajikistan–China", 10_000_000, 404),
    ],
)
def test_length_of_a_border(border, scale, length):
    line = western_borders()[border, scale]
    found = sum(km(a, b) for a, b in pairwise(line))
    assert found == pytest.approx(length, rel=0.005)


def test_the_border_runs_from_khan_tengri_to_the_altai(data):
    line = western_borders()["Kazakhstan–China", 10_000_000]
    peak = data["places"].loc["khantegri"]
    assert km(line[0], [peak.lon, peak.lat]) < 4
    # The other end is where Kazakhstan, Russia and China meet, near 49.1 N, 87.3 E.
    assert line[-1] == pytest.approx([87.32, 49.09], abs=0.01)
    assert line[-1] in western_borders()["Russia–China", 10_000_000]


def test_outlines_run_clockwise():
    for file in ("countries", "lakes"):
        for name, shape in features(file).items():
            for ring in rings(shape):
                area = sum((bx - ax) * (by + ay) for (ax, ay), (bx, by) in pairwise(ring))
                assert area > 0, name
                assert ring[0] == ring[-1], name


# ---------------------------------------------------------------- claims, against their sentences


@pytest.fixture(scope="module")
def coded() -> pd.DataFrame:
    return claims.load()


# Read off the article's sentences: place, period, words of the sentence for the period.
@pytest.mark.parametrize(
    ("claim", "place", "period", "printed"),
    [
        # the border area is not Xinjiang, and the season is in the sentence before
        ("detentions-emigres-puchkov-1932", "kazakh-xinjiang-section", "1932-21", ""),
        ("detentions-emigre-group-1932", "matveyevka", "1932-21", "the spring of 1932"),
        # the night is that of the plan, the day that of the summary
        ("migration-households-zaysan-1931", "zaysan-district", "../1931-03-13", ""),
        ("migration-village-councils-zaysan-1931", "zaysan-district", "../1931-03-13", ""),
        ("garrison-zaysan-units-1924", "zaysan", "1924-02", "in February 1924"),
        # Bakhty is where the six meant to shop
        ("detentions-smugglers-1935", "kazakh-xinjiang-section", "1935-07-18", "July 18, 1935"),
        ("distances-1935-july-border", "kazakh-xinjiang-section", "1935-07-18", "July 18, 1935"),
        ("smuggling-1935-july-value", "kazakh-xinjiang-section", "1935-07-18", "July 18, 1935"),
        ("penalties-1935-smugglers-prison", "alma-ata", "1935-07-18/..", ""),
        ("smuggling-kaldybayev-tea", "urjar", "1935-11", "in November 1935"),
        # a detachment and an office are no village
        ("distances-1935-december-border", "bakhty-detachment-sector", "1935-12-13",
         "December 13, 1935"),
        ("penalties-makulbayev-charges", "bakhty-sector", "1929", "in 1929"),
        ("penalties-makulbayev-residence", "", "1929/..", ""),
        ("migration-households-western-china", "western-china", "1930/1933", ""),
        # acts of the RSFSR
        ("zones-1918-inner", "rsfsr", "1918-05-28", ""),
        ("zones-1918-outer", "rsfsr", "1918-05-28", ""),
        ("zones-1922-entry", "rsfsr", "1922-01-24", "January 24, 1922"),
        ("zones-1927-economic-ban-4m", "rsfsr", "1927-12-20", "December 20 of that year"),
        ("zones-1927-economic-ban-500m", "rsfsr", "1927-12-20", "December 20 of that year"),
        ("penalties-1921-crossing-prison", "rsfsr", "1921", "As early as 1921"),
        ("penalties-1922-crossing-labour", "rsfsr", "1922", "1922 Criminal Code"),
        ("penalties-1922-smuggling-labour", "rsfsr", "1922", "of 1922"),
        ("penalties-1923-crossing-prison", "rsfsr", "1923/..", "from 1923"),
        ("smuggling-decrees-1921", "rsfsr", "1921", "in 1921"),
        ("zones-1929-gold-100", "far-east-siberia-asian-republics", "1929", ""),
        ("smuggling-share-of-crimes", "", "1927~/1929~", "In the late 1920s"),
        # no year in sentence or passage
        ("zones-passport-west", "western-border", "", ""),
        ("zones-passport-other-first", "ussr", "", ""),
        ("zones-passport-other-then", "ussr", "", ""),
        ("penalties-residence-rules-camp", "ussr", "", ""),
        ("zones-restricted-22", "kazakh-xinjiang-section", "", ""),
        # the words of another sentence are not those of this one
        ("zones-1925-strip-4m", "ussr", "1925-22", ""),
        ("zones-1923-third", "ussr", "1923-03-28", ""),
        ("zones-1923-search-7-5", "ussr", "1923/..", "From then on"),
        ("detentions-leader-killed-1932", "tarbagatai-mountains", "1932-10", ""),
        ("garrison-ogpu-detachments-1932", "tarbagatai-mountains", "1932-10", ""),
        ("populations-ili-kazakhs-after-1916", "ili-district", "1916/..", ""),
        ("administration-border-sections", "soviet-chinese-border", "1920/1939", "At that time"),
    ],
)  # fmt: skip
def test_a_claim_says_what_its_sentence_says(coded, claim, place, period, printed):
    row = coded.loc[claim]
    assert (row.place, row.period, row.period_printed) == (place, period, printed)


# Read off the article: the mark of the sentence, or the next one and how many sentences on it is.
@pytest.mark.parametrize(
    ("claim", "footnote", "passage_note", "sentences_on"),
    [
        ("migration-people-1930-1933", None, 48, 1),
        ("migration-households-western-china", 48, None, None),
        ("populations-jarkent-1926", None, 32, 2),
        # marks inside a sentence
        ("populations-xinjiang-kazakhs-late-1930s", 40, None, None),
        ("populations-xinjiang-russians-late-1930s", 41, None, None),
        ("administration-russian-settlements-altay", 35, None, None),
        # the reports of Sarkand and of Chulak stand alike in their quotations
        ("detentions-sarkand-detained-1927", None, 46, 2),
        ("detentions-sarkand-killed-1927", None, 46, 1),
        ("detentions-ambushes-1927", 46, None, None),
        ("smuggling-opium-field", None, 62, 3),
        ("detentions-opium-found-1927", None, 62, 1),
        ("detentions-opium-killed-1927", 62, None, None),
        ("migration-households-zaysan-1931", None, 50, 4),
        # a passage ends with its paragraph
        ("smuggling-kaldybayev-cash", None, None, None),
        ("garrison-personnel-mid-1930s", None, None, None),
        ("zones-1929-gold-100", None, None, None),
    ],
)
def test_a_claim_has_the_note_of_its_sentence_or_of_its_passage(
    coded, claim, footnote, passage_note, sentences_on
):
    row = coded.loc[claim]
    found = [
        None if pd.isna(cell) else int(cell)
        for cell in (row.footnote, row.passage_note, row.sentences_on)
    ]
    assert found == [footnote, passage_note, sentences_on]


def test_no_remark_repeats_what_a_column_says(data, coded):
    for remarks in (coded.remark, data["events"].remark):
        assert not [text for text in remarks if text.lower().startswith("no note")]
        assert not [text for text in remarks if "No note" in text]


def test_a_claim_and_its_event_agree_on_the_state_of_an_act(data, coded):
    acts = data["events"][data["events"].kind == "act"]
    for id_, event in acts.iterrows():
        states = {"rsfsr", "ussr", "far-east-siberia-asian-republics", "kazakhstan"}
        for claim in event.claims:
            if coded.place[claim] in states:
                assert coded.place[claim] == event.place, (id_, claim)


# ---------------------------------------------------------------- the register

# Entries that were taken out: no discrepancies, or told twice. An id is never used again.
TAKEN_OUT = {
    "all-or-outward", "almaty-files-of-the-east", "altai-army-outpost", "ayaguz-far",
    "buduty-twice", "by-1932", "customs-posts-several", "destinations-in-400000",
    "fifty-km-two-meanings", "first-passports-1933", "four-km-no-verst", "gang-hedged-range",
    "gang-month", "hundred-km-two-meanings", "kazakh-share-open", "later-data-unnamed",
    "lepsinsk-1924", "most-of-them-armed", "three-passes-three-outposts", "three-russian-groups",
    "unit-sums-detachments",
}  # fmt: skip


def test_what_was_no_discrepancy_stays_out(data):
    assert not {f"disc-{id_}" for id_ in TAKEN_OUT} & set(data["discrepancies"].index)


@pytest.mark.parametrize(
    ("entry", "kind", "touched"),
    [
        # found when the article was read again from the first line to the last
        ("abstract-one-author", "contradiction", set()),
        ("title-two-languages", "contradiction", set()),
        ("author-name", "spelling", set()),
        ("who-judged-smugglers", "contradiction", {"1927-smuggling-in-court"}),
        ("gpu-after-1923", "terminology", {"1930-02-28-border-report"}),
        ("republic-of-china-1911", "dating", {"1911-republic-of-china"}),
        ("tea-sold-and-confiscated", "contradiction", {"smuggling-kaldybayev-tea"}),
        ("opium-which-side", "scope-mismatch", {"smuggling-opium-field"}),
        ("captured-another", "ambiguity", {"detentions-leader-captured-1932"}),
        ("statute-1927-entry", "contradiction", {"zones-1927-permit-22", "fn21"}),
        ("qualified-means-criminal", "terminology", {"penalties-1922-smuggling-labour"}),
        # mended: no borrowed note, no words that are not printed
        ("law-abbreviation-27", "citation", {"1935-convicts-banned", "fn27"}),
        ("zone-22-or-50", "contradiction", {"zones-passport-other-then", "fn24"}),
        ("district-beyond-republic", "contradiction", {"distances-kazakh-district"}),
        ("strip-4m-outposts", "ambiguity", {"zones-1927-economic-ban-500m"}),
    ],
)
def test_an_entry_of_the_register(data, entry, kind, touched):
    row = data["discrepancies"].loc[f"disc-{entry}"]
    assert row.kind == kind
    assert touched <= {*row.claims, *row.events, *row.sources}


def test_an_entry_without_arithmetic_says_in_what_its_doubt_lies(data):
    register = data["discrepancies"]
    assert ((register.arithmetic != "") | (register.doubt != "")).all()
    # arithmetic has a sign between numbers and what comes of it; anything else is words
    sums = register.arithmetic.str
    reckons = sums.contains(" = ") & sums.contains(" [x/+-] ")
    assert list(register.index[(register.arithmetic != "") & ~reckons]) == []


def test_words_that_are_not_printed_stand_in_no_reading(data):
    register = data["discrepancies"]
    assert "12.0" not in " ".join(register.loc["disc-opium-120-km"].astype(str))
    assert "near Zaysan" not in " ".join(register.loc["disc-ush-bulak-sector"].astype(str))


# ---------------------------------------------------------------- verbs


def chapter(name: str) -> str:
    return (tables.DATA.parent / "book" / f"{name}.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "claim", "verb"),
    [
        # the article's verbs for how a body came to its number
        (
            "05-migration",
            "to Western China at {claim}`migration-households-western-china`",
            "estimated",
        ),
        ("05-migration", "migration-households-china-mongolia`, for China *and", "estimate"),
        ("05-migration", "migration-households-zaysan-1931` from", "detained"),
        ("06-detentions", "detentions-gangs-1927` with", "noted"),
        ("06-detentions", "detentions-emigres-puchkov-1932` noted", "noted"),
        ("07-smuggling", "detentions-smugglers-1935` was detained", "detained"),
        ("07-smuggling", "penalties-1935-smugglers-prison` in prison", "court"),
    ],
)
def test_a_chapter_says_how_a_number_was_come_by(name, claim, verb):
    [sentence] = [s for s in re.split(r"(?<=[.!?])\s", chapter(name)) if claim in s]
    assert verb in sentence
    assert "counted" not in sentence
