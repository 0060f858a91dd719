"""How computed results are worded and framed; their values are in test_worked.py."""

import pytest

from analysis.account import told
from analysis.charts import hedged


@pytest.fixture(scope="module")
def results():
    return told.results()


@pytest.mark.parametrize(
    ("id", "text"),
    [
        ("bakhty-km-per-outpost-1932", "37.6 km per outpost"),
        ("personnel-per-km-mid-1930s", "at most 2.08 people per km"),
        ("personnel-per-km-late-1930s", "3.42 to 6.85 people per km"),
        ("kazakh-share-zaysan-district", "at least 50.5\N{NO-BREAK SPACE}%"),
        ("western-rest-length", "164 to 564\N{NO-BREAK SPACE}km"),
        ("killed-1930", "758 people"),
    ],
)
def test_words_never_promise_more_than_the_interval(results, id, text):
    assert results[id].text == text


def test_every_result_names_its_claims_and_their_printed_figures(results):
    result = results["bakhty-km-per-outpost-1927"]
    assert result.claims == ("distances-bakhty-sector", "garrison-bakhty-outposts-1927")
    assert result.formula == "526\N{NO-BREAK SPACE}km / 4 outposts"


def test_a_chart_leaves_open_ends_empty():
    found = told.results()
    frame = hedged.from_results([found["personnel-per-km-mid-1930s"], found["people-to-china"]])
    assert frame["lower"].isna().tolist() == [True, False]
    assert frame["upper"].isna().tolist() == [False, True]
