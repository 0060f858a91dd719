"""The what-if account against arithmetic by hand, and what must hold at any settings."""

import math
import shutil
from dataclasses import replace

import pytest
from hypothesis import given as for_any
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from analysis import tables, whatif
from analysis.hedges import Interval

# Printed figures and years as they stand in this test, whatever the data say later.
KNOWN = whatif.Given(
    {
        "people": Interval(400_000, math.inf),
        "households": Interval(286_000, 286_000),
        "western": Interval(40_000, math.inf),
        "wide": Interval(83_000, 83_000),
        "returns": Interval(0, 0.1),
        "ili": Interval(150_000, 160_000),
        "late": Interval(315_000, 385_000),
        "inward": Interval(1_093, 1_093),
        "outward": Interval(2_538, 2_538),
        "violators": Interval(734, 734),
        "guards": Interval(24, 24),
    },
    (),
    years_ili=3,
    years_flight=2,
)
STILL = whatif.Settings(
    size=5, returns=0.1, losses=0.2, growth=0, gone=0.5, mongolia=0.25, reach=0.25
)
DATA = whatif.given()


def ends(interval):
    return pytest.approx((interval.low, interval.high))


def test_the_floor_for_western_china_by_hand():
    values = whatif.evaluate(STILL, KNOWN).values
    # 40,000 households or more of five
    assert ends(values["emigrants"]) == (200_000, math.inf)
    assert ends(values["returned"]) == (20_000, math.inf)
    # a fifth of the 180,000 who did not return
    assert ends(values["lost"]) == (36_000, math.inf)
    assert ends(values["stayed"]) == (144_000, math.inf)
    # half of 150,000 and more stayed in Ili
    assert ends(values["explained"]) == (75_000 + 144_000, math.inf)
    assert ends(values["residual"]) == (-math.inf, 385_000 - 219_000)


def test_the_wider_figure_without_mongolia_by_hand():
    outcome = whatif.evaluate(replace(STILL, figure="wide"), KNOWN)
    # 83,000 x 3/4 x 5 = 311,250, of which a tenth returned and a fifth of the rest was lost
    assert ends(outcome.values["emigrants"]) == (311_250, 311_250)
    assert ends(outcome.values["returned"]) == (31_125, 31_125)
    assert ends(outcome.values["lost"]) == (56_025, 56_025)
    assert ends(outcome.values["stayed"]) == (224_100, 224_100)
    assert ends(outcome.values["explained"]) == (299_100, 304_100)
    assert ends(outcome.values["residual"]) == (10_900, 85_900)
    assert outcome.verdicts["balance"].word == "agree"
    assert outcome.verdicts["balance"].text.startswith("The account leaves 10,900 to 85,900 people")


def test_growth_compounds_over_the_years_of_each_group():
    values = whatif.evaluate(replace(STILL, figure="wide", growth=0.01), KNOWN).values
    low = 75_000 * 1.030301 + 224_100 * 1.0201
    assert values["explained"].low == pytest.approx(low)


def test_returns_counted_on_all_who_left():
    values = whatif.evaluate(replace(STILL, figure="wide", returned_of="all"), KNOWN).values
    # a tenth of 400,000 to 500,000
    assert ends(values["returned"]) == (40_000, 50_000)
    assert ends(values["stayed"]) == (0.8 * 261_250, 0.8 * 271_250)
    households = replace(STILL, figure="wide", returned_of="all", totals="households")
    # a tenth of five times as many
    assert ends(whatif.evaluate(households, KNOWN).values["returned"]) == (200_000, 250_000)


def test_steps_of_the_account_lead_from_ili_to_what_is_explained():
    account = whatif.evaluate(replace(STILL, figure="wide"), KNOWN).account
    lows = [account[name].low for name, _ in whatif.STEPS]
    assert lows == pytest.approx([150_000, 75_000, 75_000, 386_250, 355_125, 299_100, 299_100])


@pytest.mark.parametrize(
    ("size", "word", "words"),
    [
        # 286,000 x 1.3 = 371,800
        (1.3, "agree", "372,000 people"),
        # 286,000 x 1.5 = 429,000
        (1.5, "agree only if", "429,000"),
        # 286,000 x 5 = 1,430,000; 500,000 / 286,000 = 1.748
        (5, "contradict", "1.74 persons"),
    ],
)
def test_totals_as_printed(size, word, words):
    answer = whatif.evaluate(replace(STILL, size=size), KNOWN).verdicts["totals"]
    assert answer.word == word
    assert words in answer.text


def test_implied_household_is_between_the_printed_total_and_its_reach():
    implied = whatif.evaluate(STILL, KNOWN).values["implied"]
    assert ends(implied) == (400 / 286, 500 / 286)


def test_totals_repaired():
    def answer(reading):
        return whatif.evaluate(replace(STILL, totals=reading), KNOWN).verdicts["totals"]

    # 400,000 to 500,000 households of five; 286,000 people in fives
    assert answer("households").numbers == ("2,000,000 to 2,500,000",)
    assert answer("people").numbers == ("57,200",)
    assert answer("households").word == answer("people").word == "agree only if"


def test_a_claim_altered_flips_the_verdict_that_rests_on_it_alone():
    before = whatif.evaluate(replace(STILL, size=4.5), KNOWN).verdicts
    altered = replace(KNOWN, claims={**KNOWN.claims, "households": Interval(86_000, 86_000)})
    after = whatif.evaluate(replace(STILL, size=4.5), altered).verdicts
    assert {name for name in before if before[name].word != after[name].word} == {"totals"}
    assert after["totals"].word == "agree"


def test_mongolia_can_take_what_leaves_the_floor():
    def word(mongolia):
        return whatif.evaluate(replace(STILL, mongolia=mongolia), KNOWN).verdicts["scopes"].word

    # 43,000 of 83,000 are 51.8 per cent
    assert (word(0.518), word(0.519)) == ("agree", "contradict")


def test_part_and_whole():
    def answer(**changes):
        return whatif.evaluate(replace(STILL, **changes), KNOWN).verdicts["part"]

    # 83,000 x 4.8 = 398,400; x 5 = 415,000; x 6.1 = 506,300
    assert answer(figure="wide", size=4.8).word == "agree"
    assert answer(figure="wide", size=5).text.startswith("Only if the whole was at least 415,000")
    assert answer(figure="wide", size=6.1).word == "contradict"
    # a floor: 500,000 people in fives are 100,000 households
    assert answer().word == "agree"
    assert answer().text.endswith("No more than 100,000 households can have gone there.")


def test_room_for_no_more_than_so_many_households():
    answer = whatif.evaluate(STILL, KNOWN).verdicts["balance"]
    # (385,000 - 75,000) / 0.8 / 0.9 / 5 = 86,111
    assert answer.text.endswith("No more than 86,100 households can have gone.")
    # at the floor, 315,000 to 385,000 less 144,000 and 75,000 to 80,000
    assert (answer.word, answer.numbers[0]) == ("agree", "91,000 to 166,000")
    full = whatif.evaluate(replace(STILL, size=8.5), KNOWN).verdicts["balance"]
    # 40,000 x 8.5 x 0.72 + 75,000 = 319,800
    assert (full.word, full.numbers[0]) == ("agree only if", "319,000")


def test_more_returned_than_went():
    # 0.1 x 2,400,000 people and more against 83,000 x 1/4 x 6 = 124,500, written to three figures
    settings = replace(
        STILL, size=6, mongolia=0.75, figure="wide", totals="households", returned_of="all"
    )
    answer = whatif.evaluate(settings, KNOWN).verdicts["balance"]
    assert answer.word == "contradict"
    assert answer.text == "More people would have returned, 240,000 to 300,000, than went, 125,000."


def test_two_readings_of_1930():
    killed = whatif.evaluate(STILL, KNOWN).values
    held = whatif.evaluate(replace(STILL, violators="detained"), KNOWN).values
    assert (killed["detained"].low, killed["killed"].low) == (3_631, 758)
    assert (held["detained"].low, held["killed"].low) == (4_365, 24)


READINGS = st.fixed_dictionaries(
    {
        choice.name: st.sampled_from([name for name, _ in choice.readings])
        for choice in whatif.CHOICES
    }
)
NUMBERS = st.fixed_dictionaries({c.name: st.floats(c.low, c.high) for c in DATA.controls})
SETTINGS = st.builds(lambda numbers, readings: whatif.Settings(**numbers, **readings),
                     NUMBERS, READINGS)  # fmt: skip


@for_any(SETTINGS)
@hypothesis_settings(max_examples=60)
def test_no_setting_leaves_the_envelope(settings):
    values = whatif.evaluate(settings, DATA).values
    for name, whole in whatif.envelope(settings, DATA).values.items():
        slack = 1e-6 * max(1, abs(values[name].low))
        assert whole.low - slack <= values[name].low
        assert values[name].high <= whole.high + slack


@for_any(SETTINGS)
def test_the_household_that_would_fit_does_fit_and_a_larger_one_does_not(settings):
    settings = replace(settings, figure="wide")
    answer = whatif.evaluate(settings, DATA).verdicts["balance"]
    if answer.sentence != "balance-contradict":
        return
    most = float(answer.numbers[2])
    fits = whatif.evaluate(replace(settings, size=most), DATA).verdicts["balance"]
    beyond = whatif.evaluate(replace(settings, size=most + 0.011), DATA).verdicts["balance"]
    assert (fits.word != "contradict", beyond.word) == (True, "contradict")


@for_any(SETTINGS)
def test_every_answer_reads_as_a_sentence(settings):
    for answer in whatif.evaluate(settings, DATA).verdicts.values():
        assert "{" not in answer.text
        assert answer.text.endswith(".")


def test_defaults_come_from_the_assumptions_alone(tmp_path):
    data = tmp_path / "data"
    shutil.copytree(tables.DATA, data)
    file = data / "assumptions.csv"
    assumed = tables.read("assumptions").set_index("id")
    best = assumed.loc["household-size", "best"]
    text = file.read_text()
    row = next(line for line in text.splitlines() if line.startswith("household-size,"))
    file.write_text(text.replace(row, row.replace(f",{best:g},", ",5.55,", 1)))
    known = whatif.given(data)
    assert whatif.default(known) == replace(whatif.default(DATA), size=5.55)
    # a slider must be able to stand at its default
    control = known.controls[0]
    steps = (control.best - control.low) / control.step
    assert steps == pytest.approx(round(steps), abs=1e-6)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"totals": "both"}, "totals is 'both', expected one of printed, households, people"),
        ({"size": math.nan}, "size is nan, expected a finite number"),
        ({"growth": math.inf}, "growth is inf, expected a finite number"),
    ],
)
def test_settings_that_mean_nothing_are_refused(changes, message):
    with pytest.raises(ValueError, match=message):
        whatif.evaluate(replace(STILL, **changes), KNOWN)
