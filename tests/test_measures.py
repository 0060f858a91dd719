"""Computed results against arithmetic done by hand from the article's printed figures."""

import math

import pytest

from analysis import measures


@pytest.fixture(scope="module")
def results():
    return measures.results()


# id, low, high: worked out on paper from the printed figures
BY_HAND = [
    ("bakhty-km-per-outpost-1927", 131.5, 131.5),  # 526 / 4
    ("bakhty-km-per-outpost-1930", 65.75, 65.75),  # 526 / 8
    ("bakhty-km-per-outpost-1932", 37.571428571, 37.571428571),  # 526 / 14 = 37 4/7
    ("bakhty-outposts-per-100-km-1927", 0.760456274, 0.760456274),  # 400 / 526
    ("personnel-per-km-mid-1930s", 0, 2.078239609),  # nearly 3,400 / 1,636: no floor but zero
    ("personnel-per-km-late-1930s", 3.422982885, math.inf),  # over 5,600 / 1,636: no ceiling
    ("personnel-growth", 2200, math.inf),  # more than 5,600 less than 3,400
    ("personnel-growth-factor", 1.647058824, math.inf),  # 28 / 17
    ("bakhty-share-of-district", 32.151589242, 32.151589242),  # 526 / 1,636
    ("district-rest-length", 1110, 1110),
    ("western-rest-length", 164, 564),  # 1,800 to 2,200 less 1,636
    ("kazakh-share-zaysan-district", 50.574712644, math.inf),  # 22,000 / nearly 43,500
    ("persons-per-household", 1.398601399, math.inf),  # over 400,000 / 286,000 = 200/143
    ("china-mongolia-to-china", 0, 2.075),  # 83,000 / no less than 40,000
    ("china-share-of-households", 13.986013986, math.inf),  # no less than 40,000 / 286,000
    ("china-mongolia-share-of-households", 29.020979021, 29.020979021),
    ("kazakhs-outside-ili", 155000, 235000),  # 315,000 - 160,000 to 385,000 - 150,000
    ("detained-both-ways-1930", 3631, 3631),
    ("detained-with-violators-1930", 4365, 4365),
    ("killed-1930", 758, 758),
    ("outward-per-inward-1930", 2.322049405, 2.322049405),
    ("sarkand-total-1927", 16, 16),
    ("opium-rest-1927", 12, 12),
    ("listed-settlements", 21, 21),
    ("forbidden-village-councils-1940", 11, 11),
    ("adjacent-village-councils-1940", 21, 21),
    ("contraband-zone-km", 22.4028, 22.4028),  # 21 x 1.0668
    ("barrier-distance-km", 26.67, 26.67),  # 25 x 1.0668
    ("outer-zone-versts", 7.030371203, 7.030371203),  # 7.5 / 1.0668
    ("opium-field-ha", 4.370159, 4.370159),  # 4 x 1.0925397504
    ("jarkent-growth-1926-1939", 1.801801802, 1.801801802),  # 200 / 11,100
    ("zaysan-growth-1926-1939", 3.658536585, 3.658536585),  # 300 / 8,200
    ("contraband-per-person-1935", 36, 36),
]


@pytest.mark.parametrize(("id", "low", "high"), BY_HAND)
def test_result_is_the_one_worked_out_by_hand(results, id, low, high):
    value = results[id].value
    assert value.low == pytest.approx(low, rel=1e-8)
    assert value.high == pytest.approx(high, rel=1e-8)


@pytest.mark.parametrize(
    ("id", "text"),
    [
        ("bakhty-km-per-outpost-1932", "37.6 km per outpost"),
        ("personnel-per-km-mid-1930s", "at most 2.08 people per km"),
        ("personnel-per-km-late-1930s", "at least 3.42 people per km"),
        ("kazakh-share-zaysan-district", "at least 50.5\N{NO-BREAK SPACE}%"),
        ("western-rest-length", "164 to 564 km"),
        ("killed-1930", "758 people"),
    ],
)
def test_words_never_promise_more_than_the_interval(results, id, text):
    assert results[id].text == text


def test_every_result_names_its_claims_and_their_printed_figures(results):
    result = results["bakhty-km-per-outpost-1927"]
    assert result.claims == ("distances-bakhty-sector", "garrison-bakhty-outposts-1927")
    assert result.formula == "526\N{NO-BREAK SPACE}km / 4 outposts"


def test_frame_leaves_open_ends_empty():
    frame = measures.frame(["personnel-per-km-mid-1930s", "personnel-per-km-late-1930s"])
    assert frame["lower"].isna().tolist() == [True, False]
    assert frame["upper"].isna().tolist() == [False, True]
