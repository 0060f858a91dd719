"""What readers get against results worked out otherwise: by hand, or measured in another way.

``worked/results.yaml`` and ``worked/checks.yaml`` hold the figures, the arithmetic and what the
book must print, to be read by anyone. The numbers of the map, which nobody sums up by hand, are
measured here by another formula; what is counted is counted in the files themselves. Nothing here
calls the code that computes; what readers get is ``computed/results.csv`` and
``computed/checks.csv``, the files they download.
"""

import csv
import functools
import io
import json
import math
import re
from collections import Counter
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from statistics import linear_regression

import pytest
import yaml

from analysis.review import outputs

HERE = Path(__file__).parent
DATA = HERE.parent / "data"
# what a page says for a verdict
ANSWERS = {
    "agree": "Yes",
    "agree only if": "Only if",
    "different scope": "They count different things",
    "contradict": "No",
    "cannot be tested": "Cannot be told",
}
# no part of a word such as 1930s, and no comma behind it
NUMBER = re.compile(r"−?\b\d[\d,]*(?:\.\d+)?\b")


def _entries(name, required, allowed):
    # every scalar as text: YAML's own types would turn some words into numbers or booleans
    text = (HERE / "worked" / f"{name}s.yaml").read_text(encoding="utf-8")
    entries = yaml.load(text, yaml.BaseLoader)
    for entry in entries:
        assert {name, *required} <= set(entry) <= {name, *required, *allowed}, entry
        assert ("value" in entry) != ("low" in entry and "high" in entry), entry
    ids = [entry[name] for entry in entries]
    assert ids == sorted(set(ids)), "each once, in the order of the alphabet"
    return {entry[name]: entry for entry in entries}


ARITHMETIC = ("value", "low", "high")
RESULTS = _entries("result", ["input", "shown"], [*ARITHMETIC, "how"])
CHECKS = _entries("check", ["input", "shown", "verdict", "why"], [*ARITHMETIC, "best", "said"])


def _each(*tables):
    entries = [entry for table in tables for entry in table.items()]
    return pytest.mark.parametrize(("id", "entry"), entries, ids=[id for id, _ in entries])


@functools.cache
def _tables():
    return {
        path.stem: list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
        for path in sorted(DATA.glob("[!.]*.csv"))
    }


@functools.cache
def _published(name):
    """What readers get, by id; blanks that do not break are blanks here."""
    text = outputs.computed()[f"computed/{name}.csv"].decode().replace("\N{NO-BREAK SPACE}", " ")
    return {row["id"]: row for row in csv.DictReader(io.StringIO(text))}


# ------------------------------------------------------------------ the tables worked by hand


def _comma(text):
    return f"{Decimal(text):,}"


def _as_input(row):
    """A figure of the data as an ``input`` has it."""
    if "factor" in row:
        return f"{_comma(row['factor'])} {row['base_unit']}"
    low, best, high = (row[name] and _comma(row[name]) for name in ("low", "best", "high"))
    hedge = row.get("hedge", "")
    if hedge not in ("", "exact", "counted", "range"):
        return f"{hedge.replace('-', ' ')} {best} {row['unit']}"
    if low and low == high:
        return f"{low} {row['unit']}"
    ends = [f"{low} to {high}"] if low else []
    return f"{', best '.join([*ends, *filter(None, [best])])} {row['unit']}"


@_each(RESULTS, CHECKS)
def test_the_figures_are_still_those_of_the_data(id, entry):
    """If not: work the entry out again from the new figure."""
    # a figure has ends or, as a unit, a factor; a measure may have its id too
    rows = {
        row["id"]: row
        for rows in _tables().values()
        for row in rows
        if "low" in row or "factor" in row
    }
    assert entry["input"] == {name: _as_input(rows[name]) for name in entry["input"]}


def _number(text):
    return Fraction(text.replace(",", "").replace("−", "-"))


def _worked(line):
    """The exact value of "526 / 14 = 37.571…": the left side; it must be what the right side says.

    "…" cuts a number off: what it stands for begins with the digits before it.
    """
    left, _, right = line.partition(" = ")
    code = left.translate(str.maketrans({"−": "-", "×": "*", "^": "@", ",": None}))
    assert re.fullmatch(r"[\d.+\-*/@() ]+", code), line
    code = re.sub(r"(?<!@)\b\d+(?:\.\d+)?", r"F('\g<0>')", code).replace("@", "**")
    value = eval(code, {"__builtins__": {}, "F": Fraction})
    if right.endswith("…"):
        digits = right[:-1]
        step = Fraction(1, 10 ** len(digits.partition(".")[2]))
        assert 0 <= abs(value) - abs(_number(digits)) < step, line
        assert value * _number(digits) > 0, line
    elif right:
        assert value == _number(right), line
    return value


def _ends(entry):
    """Low and high, None where open."""
    ends = [entry["value"]] * 2 if "value" in entry else [entry["low"], entry["high"]]
    return [None if end == "open" else _worked(end) for end in ends]


def _step(text):
    """The step in which a number is printed: 1 in the last place of 131.5 is 0.1, of 62,000 1,000.

    >>> _step("131.5"), _step("62,000"), _step("0")
    (Fraction(1, 10), Fraction(1000, 1), Fraction(1, 1))
    """
    whole, _, digits = text.replace(",", "").partition(".")
    if digits:
        return Fraction(1, 10 ** len(digits))
    return (
        Fraction(10 ** (len(whole) - len(whole.rstrip("0")))) if whole.strip("0−") else Fraction(1)
    )


@_each(RESULTS, CHECKS)
def test_the_arithmetic_is_right_and_is_what_is_shown(id, entry):
    """A single number to the nearest, ends outward: never more said than is known."""
    low, high = _ends(entry)
    shown = NUMBER.findall(entry["shown"])
    expected = []
    if "best" in entry:
        best = _worked(entry["best"])
        expected.append(lambda step: round(best / step) * step)
    if low is not None and low == high:
        # half away from nothing, as one rounds by hand
        expected.append(lambda step: math.floor(abs(low) / step + Fraction(1, 2)) * step)
    else:
        if low:
            expected.append(lambda step: math.floor(low / step) * step)
        if high is not None:
            expected.append(lambda step: math.ceil(high / step) * step)
    assert len(shown) >= len(expected) > 0
    for text, rounded in zip(shown, expected, strict=False):
        assert _number(text) == rounded(_step(text)), text


@_each(RESULTS)
def test_readers_get_the_result_worked_out_by_hand(id, entry):
    got = _published("results")[id]
    assert got["text"] == entry["shown"]
    for name, end in zip(("low", "high"), _ends(entry), strict=True):
        expected = math.inf if end is None else float(end)
        assert float(got[name]) == pytest.approx(expected, rel=1e-12, abs=1e-12)


@_each(CHECKS)
def test_readers_get_the_verdict_worked_out_by_hand(id, entry):
    got = _published("checks")[id]
    assert got["key"] == entry["shown"]
    assert got["verdict"].startswith(ANSWERS[entry["verdict"]])
    # every number in the words behind the verdict, and no other
    left = [(line, _worked(line)) for line in entry.get("said", [])]
    for text in NUMBER.findall(got["verdict"]):
        match = [
            (line, value)
            for line, value in left
            if (abs(value - _number(text)) < _step(text) if "=" in line else line == text)
        ]
        assert match, f"{text} is worked out nowhere"
        left.remove(match[0])
    assert left == []


# ------------------------------------------------------------------ what is counted


def _claims():
    return [row for rows in _tables().values() if "as_printed" in rows[0] for row in rows]


COUNTED = {
    "count-claims": lambda: len(_claims()),
    "count-claims-counted": lambda: sum(row["hedge"] == "counted" for row in _claims()),
    "count-claims-hedged": lambda: sum(
        row["hedge"] in ("about", "nearly", "over", "no-less-than", "at-most", "range")
        for row in _claims()
    ),
    "count-claims-with-note": lambda: sum(bool(row["footnote"]) for row in _claims()),
    "count-claims-with-later-note": lambda: sum(
        bool(row["passage_note"]) and not row["footnote"] for row in _claims()
    ),
    "count-claims-without-note": lambda: sum(
        not row["footnote"] and not row["passage_note"] for row in _claims()
    ),
    "count-discrepancies": lambda: len(_tables()["discrepancies"]),
    "count-events": lambda: len(_tables()["events"]),
    "count-places": lambda: len(_tables()["places"]),
    "count-footnotes": lambda: max(int(row["footnote"]) for row in _tables()["sources"]),
}


@pytest.mark.parametrize("id", COUNTED)
def test_what_is_counted(id):
    assert _number(NUMBER.findall(_published("results")[id]["text"])[0]) == COUNTED[id]()


# ------------------------------------------------------------------ what is measured on the map

# the ellipsoid of 1984: half the equator's diameter in km, and how flat it is
AXIS, FLATNESS = 6378.137, 1 / 298.257223563


def _apart(a, b):
    """Kilometres between two points by Andoyer's formula, good to some tens of metres.

    J. Meeus, Astronomical Algorithms, chapter 11; the code uses Karney's series.

    >>> round(_apart((0, 0), (1, 0)), 2), round(_apart((-2.33722, 48.83639), (77.06556, 38.92139)))
    (111.32, 6182)
    """
    (lon1, lat1), (lon2, lat2) = (tuple(map(math.radians, point)) for point in (a, b))
    f, g, d = (lat1 + lat2) / 2, (lat1 - lat2) / 2, (lon1 - lon2) / 2
    s = (math.sin(g) * math.cos(d)) ** 2 + (math.cos(f) * math.sin(d)) ** 2
    c = (math.cos(g) * math.cos(d)) ** 2 + (math.sin(f) * math.sin(d)) ** 2
    if not s:
        return 0.0
    w = math.atan2(math.sqrt(s), math.sqrt(c))
    r = math.sqrt(s * c) / w
    flatter = (3 * r - 1) / (2 * c) * (math.sin(f) * math.cos(g)) ** 2
    rounder = (3 * r + 1) / (2 * s) * (math.cos(f) * math.sin(g)) ** 2
    return 2 * w * AXIS * (1 + FLATNESS * (flatter - rounder))


@functools.cache
def _lines():
    """The drawn borders: name and scale to the lines."""
    features = json.loads((DATA / "map" / "borders.geojson").read_text(encoding="utf-8"))
    found = {}
    for feature in features["features"]:
        geometry, about = feature["geometry"], feature["properties"]
        one = geometry["type"] == "LineString"
        found[about["name"], about["scale"]] = (
            [geometry["coordinates"]] if one else geometry["coordinates"]
        )
    return found


NEIGHBOURS = ("Kazakhstan", "Kyrgyzstan", "Tajikistan")


@functools.cache
def _steps(millions, countries):
    return [
        _apart(a, b)
        for country in countries
        for line in _lines()[f"{country}–China", millions * 1_000_000]
        for a, b in pairwise(line)
    ]


@functools.cache
def _law():
    """Length against step through the three scales, both as logarithms: slope and height."""
    measured = [_steps(millions, NEIGHBOURS[:1]) for millions in (10, 50, 110)]
    steps = [math.log(sum(steps) / len(steps)) for steps in measured]
    return linear_regression(steps, [math.log(sum(steps)) for steps in measured])


def _district():
    rows = _tables()["distances"]
    return next(float(row["best"]) for row in rows if row["id"] == "distances-kazakh-district")


def _length(millions, countries=NEIGHBOURS[:1]):
    return sum(_steps(millions, countries))


MEASURED = {
    **{f"map-section-{m}m": lambda m=m: _length(m) for m in (10, 50, 110)},
    **{f"map-western-{m}m": lambda m=m: _length(m, NEIGHBOURS) for m in (10, 50, 110)},
    **{
        f"map-step-{m}m": lambda m=m: _length(m) / len(_steps(m, NEIGHBOURS[:1]))
        for m in (10, 50, 110)
    },
    "map-halving": lambda: 100 * (0.5 ** _law().slope - 1),
    "map-printed-step": lambda: math.exp((math.log(_district()) - _law().intercept) / _law().slope),
    "map-section-excess": lambda: _district() - _length(10),
}


@pytest.mark.parametrize("id", MEASURED)
def test_what_is_measured_on_the_map(id):
    got = _published("results")[id]
    assert float(got["low"]) == float(got["high"]) == pytest.approx(MEASURED[id](), rel=2e-4)
    (text,) = NUMBER.findall(got["text"])
    assert abs(_number(text) - Fraction(got["low"])) <= _step(text) / 2


# A point on a map of this scale; a district, a stretch or a lake is none.
POINTS = ("town", "settlement", "tract", "mountains", "pass", "outpost", "customs-post")
BEYOND = ("chuguchak",)  # in China


@functools.cache
def _from_the_border():
    """Lowest and highest distance of every place that is a point: the nearest of many points."""
    high = {row["id"]: float(row["high"]) for row in _tables()["assumptions"]}
    # a point of the border every 0.2 km, so that the nearest is missed by 0.1 km at most
    border = [
        (x1 + i / parts * (x2 - x1), y1 + i / parts * (y2 - y1))
        for country in NEIGHBOURS
        for line in _lines()[f"{country}–China", 10_000_000]
        for (x1, y1), (x2, y2) in pairwise(line)
        for parts in [math.ceil(_apart((x1, y1), (x2, y2)) / 0.2)]
        for i in range(parts + 1)
    ]
    found = {}
    for row in _tables()["places"]:
        if row["lat"] and row["kind"] in POINTS:
            place = (float(row["lon"]), float(row["lat"]))
            best = min(_apart(place, point) for point in border)
            error = high["map-error"] + high[f"position-error-{row['certainty']}"]
            found[row["id"]] = max(0.0, best - error), best + error
    return found


def test_every_distance_from_the_border():
    got = {
        id.removeprefix("border-distance-"): row
        for id, row in _published("results").items()
        if id.startswith("border-distance-")
    }
    assert got.keys() == _from_the_border().keys()
    for place, (low, high) in _from_the_border().items():
        row = got[place]
        assert float(row["low"]) == pytest.approx(low, abs=0.1)
        assert float(row["high"]) == pytest.approx(high, abs=0.1)
        *first, last = map(_number, NUMBER.findall(row["text"]))
        assert last == math.ceil(float(row["high"]))
        assert first == ([math.floor(float(row["low"]))] if low else [])


def _on_the_map():
    """The points from Khan Tengri to the Altai: all but the two capitals, which lie far away."""
    return set(_from_the_border()) - {"alma-ata", "kyzylorda"}


def test_how_many_places_the_map_has():
    got = {
        name: _published("results")[f"count-places-{name}"]["text"].split()[0]
        for name in ("mapped", "xinjiang")
    }
    assert got == {
        "mapped": str(len(_on_the_map())),
        "xinjiang": str(len(_on_the_map() & {*BEYOND})),
    }


@pytest.mark.parametrize("depth", [7.5, 22, 50])
def test_how_many_places_lie_in_a_zone(depth):
    mapped = _on_the_map()
    near = [
        ends
        for place, ends in _from_the_border().items()
        if place in mapped and place not in BEYOND
    ]
    expected = {
        "inside": sum(high <= depth for _, high in near),
        "outside": sum(low > depth for low, _ in near),
        "untold": sum(low <= depth < high for low, high in near),
    }
    name = f"zone-{depth}".replace(".", "-")
    got = {kind: _published("results")[f"{name}-{kind}"]["text"].split()[0] for kind in expected}
    assert got == {kind: str(count) for kind, count in expected.items()}


def _outward(value, step):
    return math.ceil(value / step) * step


def _key_near_bakhty():
    return f"at most {_outward(_from_the_border()['bakhty'][1], 0.1):.1f} km"


def _beyond_22():
    largest = ("jarkent", "lepsinsk", "zaysan", "bakhty")
    return f"{sum(_from_the_border()[place][0] > 22 for place in largest)} towns"


MEASURED_CHECKS = {
    # 500 m and 4 km from the border: a village that lies no farther than some 15 km from it
    "arrests-near-border": ("agree", _key_near_bakhty),
    # longer than on the coarsest map, shorter than demarcated: 1,636 is one of its lengths
    "length-by-scale": ("agree", lambda: f"{_length(10):,.0f} km"),
    # some beyond 22 km, some within: not all of the four can lie in a zone of that depth
    "towns-in-zones": ("agree only if", _beyond_22),
}


@pytest.mark.parametrize("id", MEASURED_CHECKS)
def test_checks_that_rest_on_the_map(id):
    verdict, key = MEASURED_CHECKS[id]
    got = _published("checks")[id]
    assert got["key"] == key()
    assert got["verdict"].startswith(ANSWERS[verdict])


# ------------------------------------------------------------------ the rows of charts

WIDTH = next(
    float(row["best"]) for row in _tables()["assumptions"] if row["id"] == "hedge-about-width"
)


def _chart(name):
    """The rows of a chart as readers get them; `make check` compares them with the built book."""
    text = (outputs.KEPT / "charts" / f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text)))


def _base_ends(row):
    """Lower and upper end of a claim in base units by the words of its hedge, None where open."""
    units = {unit["id"]: float(unit["factor"]) for unit in _tables()["units"]}
    factor = units[row["unit"]]
    low, best, high = (float(row[name]) if row[name] else None for name in ("low", "best", "high"))
    if row["hedge"] == "about":
        low, high = best * (1 - WIDTH), best * (1 + WIDTH)
    return [None if end is None else pytest.approx(end * factor) for end in (low, high)]


def _floats(row, *names):
    return [float(row[name]) if row[name] else None for name in names]


LISTS_OF_CLAIMS = (
    "armed-groups",
    "detentions-1930",
    "distances",
    "groups-in-xinjiang",
    "hedges",
    "penalty-terms",
    "trade-rules",
)


@pytest.mark.parametrize("name", LISTS_OF_CLAIMS)
def test_a_chart_of_claims_has_the_ends_that_their_hedges_leave(name):
    claims = {row["id"]: row for row in _claims()}
    for row in _chart(name):
        assert _floats(row, "lower", "upper") == _base_ends(claims[row["id"]]), row["id"]


LISTS_OF_RESULTS = ("km-per-outpost", "personnel-per-km")


@pytest.mark.parametrize("name", LISTS_OF_RESULTS)
def test_a_chart_of_results_has_those_worked_out_by_hand(name):
    for row in _chart(name):
        # a chart leaves the end open that is nothing
        ends = [pytest.approx(float(end)) if end else None for end in _ends(RESULTS[row["id"]])]
        assert _floats(row, "lower", "upper") == ends
        assert row["text"] == RESULTS[row["id"]]["shown"]


def _towns():
    claims = {row["id"]: row for row in _claims()}
    for row in _chart("towns"):
        claim = claims[row["claim"]]
        yield (
            row["people"],
            claim["best"],
            row["year"],
            claim["period"],
            row["town"].lower(),
            claim["place"],
        )


def _depths():
    claims = {row["id"]: row for row in _claims()}
    for row in _chart("zone-depths"):
        low, high = _base_ends(claims[row["claim"]])
        assert low == high
        years = dict.fromkeys(re.findall(r"[0-9]{4}", claims[row["claim"]]["period"]))
        west = claims[row["claim"]]["place"] == "western-border"
        year = "west" if west else "–".join(years) or "no year"
        yield float(row["depth_m"]) / 1000, low, row["year"], year


def test_the_charts_of_towns_and_of_depths():
    for people, best, year, period, town, place in _towns():
        assert (float(people), year, town) == (float(best), period, place)
    for depth, printed, year, period in _depths():
        assert (depth, year) == (printed, period)
    assert len(_chart("zone-depths")) == len(_tables()["zones"])


def test_the_charts_that_count():
    hedges = {row["kind"]: int(row["count"]) for row in _chart("hedges-by-kind")}
    assert hedges == Counter(row["hedge"].replace("-", " ") for row in _claims())
    kinds = {row["kind"]: int(row["count"]) for row in _chart("discrepancies-by-kind")}
    assert kinds == Counter(row["kind"].replace("-", " ") for row in _tables()["discrepancies"])


MAPS = ("map-bakhty", "map-crossed", "map-jarkent", "map-section", "map-zaysan")


@pytest.mark.parametrize("name", MAPS)
def test_a_map_says_what_is_measured(name):
    places = {row["name"]: row for row in _tables()["places"]}
    for row in _chart(name):
        place = places[row["name"]]
        low, high = _from_the_border()[place["id"]]
        shown = [int(_number(text)) for text in NUMBER.findall(row["distance_to_border"])]
        assert shown == pytest.approx([math.floor(low), math.ceil(high)], abs=1)
        assert (row["lat"], row["lon"]) == (place["lat"], place["lon"])
        for depth in (7.5, 22, 50):
            inside = "inside" if high <= depth else "outside" if low > depth else "cannot be told"
            verdict = "outside" if place["id"] in BEYOND else inside
            assert row[f"in_{depth:g}_km"] == verdict


def _assumed(name):
    return next(float(row["best"]) for row in _tables()["assumptions"] if row["id"] == name)


def _claimed(name):
    return next(float(row["best"]) for row in _claims() if row["id"] == name)


@pytest.mark.parametrize(
    ("name", "households"),
    [
        ("account-ogpu", lambda: _claimed("migration-households-western-china")),
        (
            "account-republic",
            lambda: (
                _claimed("migration-households-china-mongolia") - _assumed("mongolia-households")
            ),
        ),
    ],
)
def test_the_bridge_of_the_account_step_by_step(name, households):
    stayed = 1 - _assumed("ili-gone-before-1930")
    growth = 1 + _assumed("natural-growth")
    came = households() * _assumed("household-size")
    rows = _chart(name)
    # a share that is at most so large may be none
    ends = (("lower", 150_000, _claimed("migration-return-share")), ("upper", 160_000, 0))
    for column, start, returned in ends:
        left = came * (1 - returned)
        lived = left * (1 - _assumed("loss-share"))
        grew = lived * growth ** _assumed("years-since-flight")
        ili = start * stayed * growth ** _assumed("years-since-1917")
        expected = [start, start * stayed, ili, *(ili + part for part in (came, left, lived, grew))]
        got = [float(row[column]) for row in rows[:-1] if row[column]]
        assert got == pytest.approx(expected[: len(got)])
        assert len(got) in (3, len(expected))  # no less than 40,000 has no upper end
    assert _floats(rows[-1], "lower", "upper") == pytest.approx([315_000, 385_000])


def test_the_proofs_of_the_certificate_are_those_of_this_file():
    here = Path(__file__).relative_to(HERE.parent).as_posix()
    charts = {
        *LISTS_OF_CLAIMS,
        *LISTS_OF_RESULTS,
        *MAPS,
        *("account-ogpu", "account-republic"),
        *("towns", "zone-depths", "hedges-by-kind", "discrepancies-by-kind"),
    }
    assert {name for name in outputs.expected() if outputs.proof(name) == here} == {
        "computed/results.csv",
        "computed/checks.csv",
        *(f"charts/{name}.csv" for name in charts),
    }


# ------------------------------------------------------------------ nothing is left out


def test_every_result_and_every_check_is_worked_out_otherwise():
    zones = {f"zone-{d}-{k}" for d in ("7-5", "22", "50") for k in ("inside", "outside", "untold")}
    distances = {f"border-distance-{place}" for place in _from_the_border()}
    zones |= {"count-places-mapped", "count-places-xinjiang"}
    assert {*RESULTS, *COUNTED, *MEASURED, *zones, *distances} == set(_published("results"))
    assert {*CHECKS, *MEASURED_CHECKS} == set(_published("checks"))
