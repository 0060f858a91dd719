"""Charts draw the figures that the article prints, and carry what every chart must."""

import pytest

from analysis import charts, claims, measures, tables


@pytest.fixture(scope="module")
def frame():
    return claims.load()


def specs():
    frame, results = claims.load(), measures.results()
    register = tables.read("discrepancies")
    return {
        chart.to_dict()["usermeta"]["id"]: chart.to_dict()
        for chart in (
            charts.reading.hedges(frame),
            charts.reading.hedges_by_table(frame),
            charts.zones.depths(frame),
            charts.zones.terms(frame),
            charts.populations.towns(frame),
            charts.populations.groups(frame),
            charts.garrison.km_per_outpost(results),
            charts.garrison.personnel(frame, results),
            charts.migration.persons_per_household(frame),
            charts.migration.to_china(frame),
            charts.detentions.year_1930(frame),
            charts.detentions.armed_groups(frame),
            charts.smuggling.distances(frame),
            charts.smuggling.rules(frame),
            charts.discrepancies.by_kind(register),
        )
    }


SPECS = specs()


def rows(spec):
    return max(spec["datasets"].values(), key=len)


@pytest.mark.parametrize("id", sorted(SPECS))
def test_every_chart_has_a_finding_a_text_alternative_and_known_claims(id, frame):
    spec = SPECS[id]
    assert len(spec["title"].split()) >= 4
    assert len(spec["description"]) > len(spec["title"])
    assert set(spec["usermeta"]["claims"]) <= set(frame.index)
    assert rows(spec)


def test_outposts_chart_draws_the_three_densities():
    drawn = rows(SPECS["km-per-outpost"])
    assert [(row["label"], round(row["best"], 2)) for row in drawn] == [
        ("1927", 131.5),
        ("1930", 65.75),
        ("1932", 37.57),
    ]


def test_open_ends_are_drawn_as_arrows_on_the_open_side():
    drawn = {row["text"]: row for row in rows(SPECS["hedges"])}
    assert (drawn["nearly"]["open_low"], drawn["nearly"]["open_high"]) == (True, False)
    assert (drawn["over"]["open_low"], drawn["over"]["open_high"]) == (False, True)
    assert (drawn["range"]["from"], drawn["range"]["to"]) == (500, 700)
    assert (drawn["about"]["from"], drawn["about"]["to"]) == pytest.approx((360, 440))


def test_depths_are_drawn_in_metres_whatever_unit_is_printed():
    depth = {row["claim"]: row["depth_m"] for row in rows(SPECS["zone-depths"])}
    assert depth["zones-1925-strip-4m"] == 4
    assert depth["zones-1918-outer"] == 7500
    assert depth["zones-1922-contraband-21-versts"] == pytest.approx(22402.8)


def test_disputed_figures_are_hollow():
    drawn = {row["id"]: row["disputed"] for row in rows(SPECS["detentions-1930"])}
    assert [id for id, disputed in drawn.items() if disputed] == ["detentions-violators-1930"]


def test_empty_frame_is_refused(frame):
    with pytest.raises(ValueError, match="no finite number"):
        charts.hedged.rows(charts.hedged.from_claims(frame, []), axis="people")
