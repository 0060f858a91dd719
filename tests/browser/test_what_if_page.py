"""The what-if page in a real browser: its numbers are those of the Python engine."""

from dataclasses import asdict, replace
from itertools import product
from urllib.parse import urlencode

import pytest

from analysis import whatif

PAGE = "book/10-what-if.html"
KNOWN = whatif.given()
DEFAULT = whatif.default(KNOWN)
READ = """() => ({
  now: Object.fromEntries([...document.querySelectorAll('[data-quantity]')].map(
    (row) => [row.dataset.quantity, row.querySelector('.what-if-now').textContent])),
  all: Object.fromEntries([...document.querySelectorAll('[data-quantity]')].map(
    (row) => [row.dataset.quantity, row.querySelector('.what-if-all').textContent])),
  verdicts: Object.fromEntries([...document.querySelectorAll('[data-verdict]')].map(
    (item) => [item.dataset.verdict,
      ['.verdict', '.what-if-why'].map((part) => item.querySelector(part).textContent)])),
  steps: Object.fromEntries([...document.querySelectorAll('[data-step]')].map(
    (row) => [row.dataset.step, row.querySelector('b').textContent])),
  ends: Object.fromEntries([...document.querySelectorAll('[data-step]')].map(
    (row) => [row.dataset.step, parseFloat(row.querySelector('.open').getAttribute('x1'))])),
})"""


def expected(settings):
    outcome, ranges = whatif.evaluate(settings, KNOWN), whatif.envelope(settings, KNOWN)
    kinds = {name: kind for name, _, kind in whatif.QUANTITIES}
    steps = {**outcome.account, "late": KNOWN.claims["late"]}
    return {
        "now": {name: whatif.write(outcome.values[name], kind) for name, kind in kinds.items()},
        "all": {name: whatif.write(ranges.values[name], kind) for name, kind in kinds.items()},
        "verdicts": {name: [a.word, a.text] for name, a in outcome.verdicts.items()},
        "steps": {name: whatif.write(total, "people") for name, total in steps.items()},
    }


def shown(page):
    read = page.evaluate(READ)
    read.pop("ends")
    return read


def grid():
    """Every combination of readings, each at other numbers: low, best and high in turn."""
    readings = product(*([name for name, _ in choice.readings] for choice in whatif.CHOICES))
    for turn, chosen in enumerate(readings):
        numbers = {
            control.name: (control.low, control.best, control.high)[
                (turn * (place + 1) + place) % 3
            ]
            for place, control in enumerate(KNOWN.controls)
        }
        names = [choice.name for choice in whatif.CHOICES]
        yield whatif.Settings(**numbers, **dict(zip(names, chosen, strict=True)))


def test_numbers_of_the_page_are_those_of_python(visit):
    page = visit(PAGE).page
    met = set()
    for settings in grid():
        page.evaluate("text => { location.hash = text }", urlencode(asdict(settings)))
        page.wait_for_function(
            "text => location.hash.slice(1) === text", arg=urlencode(asdict(settings))
        )
        assert shown(page) == expected(settings), settings
        met |= {word for word, _ in shown(page)["verdicts"].values()}
    # the grid is worth its name: every word of a verdict came up
    assert met == {"agree", "agree only if", "contradict", "cannot be tested"}


def test_a_slider_moves_the_numbers_by_keyboard(visit):
    page = visit(PAGE).page
    assert shown(page) == expected(DEFAULT)
    page.get_by_role("slider", name="Persons in a household").focus()
    page.keyboard.press("ArrowRight")
    moved = replace(DEFAULT, size=round(DEFAULT.size + 0.1, 6))
    assert shown(page) == expected(moved)
    assert shown(page) != expected(DEFAULT)
    # the setting can be cited, and a reader who opens the address sees it
    assert page.url.endswith(f"#size={moved.size:g}")
    page.reload()
    assert shown(page) == expected(moved)


def test_a_reading_is_chosen_and_the_reset_brings_the_default_back(visit):
    page = visit(PAGE).page
    page.get_by_label("How many households went to Xinjiang").select_option("wide")
    page.get_by_label("The two totals of 1930–1933").select_option("households")
    assert shown(page) == expected(replace(DEFAULT, figure="wide", totals="households"))
    page.get_by_role("button", name="Back to the default settings").click()
    assert shown(page) == expected(DEFAULT)


def test_the_bridge_is_drawn_to_scale(visit):
    page = visit(PAGE).page
    page.get_by_label("How many households went to Xinjiang").select_option("wide")
    account = whatif.evaluate(replace(DEFAULT, figure="wide"), KNOWN).account
    drawn = page.evaluate(READ)["ends"]
    ili = drawn["ili"] / account["ili"].low
    assert {name: drawn[name] for name in account} == pytest.approx(
        {name: total.low * ili for name, total in account.items()}, abs=0.01
    )
    # the printed figure of the late 1930s stands on the same scale
    assert drawn["late"] == pytest.approx(KNOWN.claims["late"].low * ili, abs=0.01)


def test_an_address_that_means_nothing_is_said_and_left_out(visit):
    page = visit(PAGE).page
    page.goto(page.url.split("#")[0] + "#size=900&totals=both&growth=0.01&colour=red")
    message = page.locator(".what-if-message")
    assert message.text_content().endswith("left out: size=900, totals=both, colour=red.")
    assert shown(page) == expected(replace(DEFAULT, growth=0.01))


def test_without_scripts_the_default_outcome_stands_and_nothing_is_dead(browser, server):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}/{PAGE}")
    wanted = expected(DEFAULT)
    for name, text in wanted["now"].items():
        assert page.locator(f"[data-quantity={name}] .what-if-now").text_content() == text
    for name, (word, text) in wanted["verdicts"].items():
        item = page.locator(f"[data-verdict={name}]")
        assert item.locator(".verdict").text_content() == word
        assert item.locator(".what-if-why").text_content() == text
    assert page.locator("[data-step] svg.what-if-bar").count() == len(whatif.STEPS) + 1
    assert page.locator("form.what-if-form").is_hidden()
    context.close()
