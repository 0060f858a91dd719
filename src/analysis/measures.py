"""Results computed from the claims: per kilometre, per household, shares, sums, growth.

Every number that a page shows and the article does not print is one of these results. Each names
the claims it rests on and the formula, and carries the interval that their hedges leave open.

>>> results()["bakhty-km-per-outpost-1927"].text
'131.5 km per outpost'
>>> results()["personnel-per-km-late-1930s"].text
'at least 3.42 people per km'
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pandas as pd

from analysis import claims as claims_module
from analysis import places, tables, wording
from analysis import units as units_module
from analysis.hedges import Interval


@dataclass(frozen=True)
class Result:
    """One computed number.

    Attributes:
        id: stable name, used by the ``{result}`` role.
        label: what the number says, in a few words.
        value: the interval that the hedges of the claims leave; its ends may be open.
        unit: unit in words, as it is read behind the number; empty for a bare number.
        claims: ids of the claims it rests on; empty for a count of rows.
        formula: the arithmetic in words, with the printed values.
        digits: digits behind the decimal point when it is written.
    """

    id: str
    label: str
    value: Interval
    unit: str
    claims: tuple[str, ...]
    formula: str
    digits: int = 0

    @property
    def number(self) -> str:
        """The number without its unit: "131.5", "at least 3.42", "23 to 29"."""
        return wording.span(self.value, self.digits)

    @property
    def text(self) -> str:
        """The number with its unit."""
        return wording.measured(self.value, self.digits, self.unit)


@dataclass(frozen=True)
class _Definition:
    """How a result is computed: ``compute`` gets the intervals of ``claims`` in that order.

    ``{0}``, ``{1}`` … in ``formula`` stand for the claims' printed numbers.
    """

    id: str
    label: str
    unit: str
    digits: int
    claims: tuple[str, ...]
    compute: Callable[..., Interval]
    formula: str


def _ratio(a: Interval, b: Interval) -> Interval:
    return a / b


def _total(*terms: Interval) -> Interval:
    total = terms[0]
    for term in terms[1:]:
        total = total + term
    return total


def _difference(a: Interval, b: Interval) -> Interval:
    return a - b


def _percent(part: Interval, whole: Interval) -> Interval:
    return part / whole * 100


def _growth_percent(first: Interval, last: Interval) -> Interval:
    return (last / first - 1) * 100


def _per_hundred(count: Interval, length: Interval) -> Interval:
    return count / length * 100


def _converted(unit: str, to: str) -> Callable[[Interval], Interval]:
    return lambda value: units_module.convert(value, unit, to, units_module.load())


def _bakhty(year: int) -> Iterable[_Definition]:
    """Density of the Bakhty sector in one of the three years with a count of outposts."""
    outposts = f"garrison-bakhty-outposts-{year}"
    yield _Definition(
        f"bakhty-km-per-outpost-{year}",
        f"kilometres of border per outpost in the Bakhty sector, {year}",
        "km per outpost",
        1,
        ("distances-bakhty-sector", outposts),
        _ratio,
        "{0} / {1}",
    )
    yield _Definition(
        f"bakhty-outposts-per-100-km-{year}",
        f"outposts per 100 km in the Bakhty sector, {year}",
        "outposts per 100 km",
        2,
        (outposts, "distances-bakhty-sector"),
        _per_hundred,
        "{0} / {1} × 100",
    )


def _personnel(period: str) -> _Definition:
    return _Definition(
        f"personnel-per-km-{period}",
        f"border guards per kilometre of the Kazakh border district, {period}",
        "people per km",
        2,
        (f"garrison-personnel-{period}", "distances-kazakh-district"),
        _ratio,
        "{0} / {1}",
    )


def _in(claim: str, id: str, label: str, unit: str, to: str, name: str, digits: int) -> _Definition:
    """The quantity of one claim in another unit."""
    return _Definition(id, label, name, digits, (claim,), _converted(unit, to), f"{{0}} in {name}")


_CHINA = "migration-households-western-china"
_CHINA_MONGOLIA = "migration-households-china-mongolia"
_PEOPLE = "migration-people-1930-1933"
_HOUSEHOLDS = "migration-households-1930-1933"
_INWARD, _OUTWARD = "detentions-inward-1930", "detentions-outward-1930"
_VIOLATORS, _GUARDS = "detentions-violators-1930", "detentions-guards-killed-1930"
_TOWNS = ("jarkent", "zaysan")

_DEFINITIONS: tuple[_Definition, ...] = (
    *_bakhty(1927),
    *_bakhty(1930),
    *_bakhty(1932),
    _personnel("mid-1930s"),
    _personnel("late-1930s"),
    _Definition(
        "personnel-growth",
        "growth of the border guard from the mid-1930s to the end of the 1930s",
        "people more",
        0,
        ("garrison-personnel-late-1930s", "garrison-personnel-mid-1930s"),
        _difference,
        "{0} − {1}",
    ),
    _Definition(
        "personnel-growth-factor",
        "the later strength as a multiple of the earlier",
        "times",
        2,
        ("garrison-personnel-late-1930s", "garrison-personnel-mid-1930s"),
        _ratio,
        "{0} / {1}",
    ),
    _Definition(
        "bakhty-outposts-factor",
        "outposts of Bakhty in 1932 as a multiple of those in 1927",
        "times",
        1,
        ("garrison-bakhty-outposts-1932", "garrison-bakhty-outposts-1927"),
        _ratio,
        "{0} / {1}",
    ),
    _Definition(
        "bakhty-share-of-district",
        "the Bakhty sector as a share of the Kazakh border district",
        "%",
        1,
        ("distances-bakhty-sector", "distances-kazakh-district"),
        _percent,
        "{0} / {1}",
    ),
    _Definition(
        "district-rest-length",
        "border of the district outside the Bakhty sector",
        "km",
        0,
        ("distances-kazakh-district", "distances-bakhty-sector"),
        _difference,
        "{0} − {1}",
    ),
    _Definition(
        "western-rest-length",
        "western section outside the Kazakh border district",
        "km",
        0,
        ("distances-western-section", "distances-kazakh-district"),
        _difference,
        "{0} − {1}",
    ),
    _Definition(
        "personnel-per-km-at-bakhty",
        "border guards per kilometre of the Bakhty sector, if the mid-1930s' strength were its own",
        "people per km",
        2,
        ("garrison-personnel-mid-1930s", "distances-bakhty-sector"),
        _ratio,
        "{0} / {1}",
    ),
    _Definition(
        "zaysan-nights",
        "groups like that of February 1931 that make up the households of Western China",
        "groups",
        0,
        (_CHINA, "migration-households-zaysan-1931"),
        _ratio,
        "{0} / {1}",
    ),
    _Definition(
        "persons-per-household",
        "persons per household that the totals of 1930–1933 imply",
        "persons per household",
        3,
        (_PEOPLE, _HOUSEHOLDS),
        _ratio,
        "{0} / {1}",
    ),
    _Definition(
        "china-mongolia-to-china",
        "the estimate for China and Mongolia as a multiple of that for Western China",
        "times",
        2,
        (_CHINA_MONGOLIA, _CHINA),
        _ratio,
        "{0} / {1}",
    ),
    _Definition(
        "china-share-of-households",
        "Western China's share of all households that left",
        "%",
        1,
        (_CHINA, _HOUSEHOLDS),
        _percent,
        "{0} / {1}",
    ),
    _Definition(
        "china-mongolia-share-of-households",
        "China's and Mongolia's share of all households that left",
        "%",
        1,
        (_CHINA_MONGOLIA, _HOUSEHOLDS),
        _percent,
        "{0} / {1}",
    ),
    _Definition(
        "kazakhs-outside-ili",
        "Kazakhs of Xinjiang in the late 1930s beyond the number of the Ili District after 1916",
        "people",
        0,
        ("populations-xinjiang-kazakhs-late-1930s", "populations-ili-kazakhs-after-1916"),
        _difference,
        "{0} − {1}",
    ),
    _Definition(
        "detained-both-ways-1930",
        "people detained in both directions in 1930",
        "people",
        0,
        (_INWARD, _OUTWARD),
        _total,
        "{0} + {1}",
    ),
    _Definition(
        "detained-with-violators-1930",
        "people detained in 1930 if the violators were held, not killed",
        "people",
        0,
        (_INWARD, _OUTWARD, _VIOLATORS),
        _total,
        "{0} + {1} + {2}",
    ),
    _Definition(
        "killed-1930",
        "people killed in 1930 if the violators were killed",
        "people",
        0,
        (_VIOLATORS, _GUARDS),
        _total,
        "{0} + {1}",
    ),
    _Definition(
        "outward-per-inward-1930",
        "detained on the way out for one detained on the way in, 1930",
        "times",
        2,
        (_OUTWARD, _INWARD),
        _ratio,
        "{0} / {1}",
    ),
    _Definition(
        "violators-per-guard-1930",
        "violators killed for one border guard killed, 1930, if both were killed",
        "to one",
        1,
        (_VIOLATORS, _GUARDS),
        _ratio,
        "{0} / {1}",
    ),
    _Definition(
        "gang-mean-1927",
        "mean size of a gang in 1927",
        "people",
        1,
        ("detentions-gang-members-1927", "detentions-gangs-1927"),
        _ratio,
        "{0} / {1}",
    ),
    _Definition(
        "helpers-per-escort-1927",
        "helpers of the crossing at Ush-Bulak for one armed man of the escort",
        "times",
        1,
        ("detentions-helpers-1927", "detentions-armed-escort-1927"),
        _ratio,
        "{0} / {1}",
    ),
    _Definition(
        "sarkand-total-1927",
        "people in the first report of August 1927",
        "people",
        0,
        ("detentions-sarkand-detained-1927", "detentions-sarkand-fled-1927"),
        _total,
        "{0} + {1}",
    ),
    _Definition(
        "opium-rest-1927",
        "people who escaped in the second report of August 1927",
        "people",
        0,
        (
            "detentions-opium-found-1927",
            "detentions-opium-killed-1927",
            "detentions-opium-detained-1927",
        ),
        lambda found, killed, held: found - killed - held,
        "{0} − {1} − {2}",
    ),
    _Definition(
        "kazakh-share-zaysan-district",
        "Kazakhs among the inhabitants of the Zaysan district, 1939",
        "%",
        1,
        ("populations-zaysan-district-kazakhs-1939", "populations-zaysan-district-1939"),
        _percent,
        "{0} / {1}",
    ),
    *(
        _Definition(
            f"{town}-growth-1926-1939",
            f"growth of {town.capitalize()} between 1926 and 1939",
            "%",
            1,
            (f"populations-{town}-1926", f"populations-{town}-1939"),
            _growth_percent,
            "{1} / {0} − 1",
        )
        for town in _TOWNS
    ),
    _Definition(
        "listed-settlements",
        "places named on the list of border settlements",
        "places",
        0,
        (
            "administration-listed-settlements-jetisu",
            "administration-listed-settlements-semipalatinsk",
        ),
        _total,
        "{0} + {1}",
    ),
    _Definition(
        "forbidden-village-councils-1940",
        "village councils classed as forbidden in 1940",
        "village councils",
        0,
        (
            "administration-1940-forbidden-alma-ata",
            "administration-1940-forbidden-semipalatinsk",
            "administration-1940-forbidden-east-kazakhstan",
        ),
        _total,
        "{0} + {1} + {2}",
    ),
    _Definition(
        "adjacent-village-councils-1940",
        "village councils classed as partly adjacent to the border in 1940",
        "village councils",
        0,
        (
            "administration-1940-adjacent-alma-ata",
            "administration-1940-adjacent-semipalatinsk",
        ),
        _total,
        "{0} + {1}",
    ),
    _Definition(
        "contraband-per-person-1935",
        "contraband for each of the six detained in July 1935",
        "rubles",
        0,
        ("smuggling-1935-july-value", "detentions-smugglers-1935"),
        _ratio,
        "{0} / {1}",
    ),
    _Definition(
        "bond-to-contraband",
        "the bond of 1928 as a multiple of the contraband of July 1935",
        "times",
        1,
        ("smuggling-masanov-bond", "smuggling-1935-july-value"),
        _ratio,
        "{0} / {1}",
    ),
    _in("zones-1922-contraband-21-versts", "contraband-zone-km",
        "depth of the contraband zone of 1922 in kilometres", "versts", "km", "km", 2),
    _in("distances-versts-bakhty", "barrier-distance-km",
        "distance south of Bakhty in kilometres", "versts", "km", "km", 2),
    _in("zones-1918-inner", "inner-zone-versts",
        "depth of the inner zone of 1918 in versts", "km", "versts", "versts", 2),
    _in("zones-1918-outer", "outer-zone-versts",
        "depth of the outer zone of 1918 in versts", "km", "versts", "versts", 2),
    _in("zones-1923-third", "third-strip-versts",
        "depth of the third strip of 1923 in versts", "km", "versts", "versts", 2),
    _in("zones-1923-fourth", "fourth-strip-versts",
        "depth of the fourth strip of 1923 in versts", "km", "versts", "versts", 2),
    _in("smuggling-opium-field", "opium-field-ha",
        "opium field in hectares", "dessiatines", "ha", "ha", 2),
)  # fmt: skip


@cache
def results(data: Path = tables.DATA) -> dict[str, Result]:
    """All computed results by id, from the claims in ``data``, and counts of its rows."""
    frame = claims_module.load(data)
    computed = {d.id: _compute(d, frame) for d in _DEFINITIONS}
    others = [*_counts(frame, data), *_on_the_map(frame, data)]
    return {**computed, **{r.id: r for r in others}}


def frame(ids: Iterable[str], data: Path = tables.DATA) -> pd.DataFrame:
    """Chosen results as a tidy frame with lower and upper (NaN = open), unit, text and formula."""
    rows = [results(data)[id] for id in ids]
    return pd.DataFrame(
        {
            "id": [r.id for r in rows],
            "label": [r.label for r in rows],
            "lower": [r.value.low if r.value.low > 0 else math.nan for r in rows],
            "upper": [r.value.high if math.isfinite(r.value.high) else math.nan for r in rows],
            "unit": [r.unit for r in rows],
            "text": [r.text for r in rows],
            "formula": [r.formula for r in rows],
        }
    ).set_index("id")


def _compute(definition: _Definition, frame: pd.DataFrame) -> Result:
    intervals = [claims_module.interval(frame, id) for id in definition.claims]
    printed = [wording.claim(frame.loc[id]) for id in definition.claims]
    return Result(
        definition.id,
        definition.label,
        definition.compute(*intervals),
        definition.unit,
        definition.claims,
        definition.formula.format(*printed),
        definition.digits,
    )


def _counts(frame: pd.DataFrame, data: Path) -> Iterable[Result]:
    """How much there is: claims, and rows of the tables that are not claims."""

    def count(id: str, label: str, rows: int, unit: str) -> Result:
        return Result(f"count-{id}", label, Interval(rows, rows), unit, (), f"rows: {label}")

    yield count("claims", "claims in all tables", len(frame), "claims")
    own, later = frame["footnote"].notna(), frame["passage_note"].notna()
    yield count("claims-with-note", "claims whose sentence has a footnote",
                int(own.sum()), "claims")  # fmt: skip
    yield count("claims-with-later-note", "claims with a footnote only further on in their passage",
                int(later.sum()), "claims")  # fmt: skip
    yield count("claims-without-note", "claims without a footnote in their sentence or passage",
                int((~own & ~later).sum()), "claims")  # fmt: skip
    yield count("claims-hedged", "claims that carry a hedge",
                int((~frame["hedge"].isin(["exact", "counted"])).sum()), "claims")  # fmt: skip
    yield count("claims-counted", "claims counted from a list or a word",
                int((frame["hedge"] == "counted").sum()), "claims")  # fmt: skip
    for table in ("events", "places", "discrepancies"):
        rows = tables.read(table, data)
        yield count(table, f"rows of {table}.csv", len(rows), table)
    places = tables.read("places", data)
    yield count("places-located", "places with coordinates",
                int(places["lat"].notna().sum()), "places")  # fmt: skip
    notes = tables.read("sources", data)["footnote"].nunique()
    yield count("footnotes", "footnotes of the article", notes, "footnotes")


def _on_the_map(frame: pd.DataFrame, data: Path) -> Iterable[Result]:
    """Lengths and distances measured on the map of ``data/map``, with the errors of ``places``."""
    how = "geodesics on the drawn line; modern border, Natural Earth"

    def length(id: str, label: str, km: float, claims: tuple[str, ...] = ()) -> Result:
        return Result(id, label, Interval.exactly(km), "km", claims, how)

    stretches = {
        "section": ("Khan Tengri to the Altai", places.SECTION),
        "western": ("Pamir to the Altai", places.WESTERN),
    }
    for stretch, (words, names) in stretches.items():
        measured = places.lengths(names, data)
        for scale, km in zip(measured["scale"], measured["km"], strict=True):
            millions = scale // 1_000_000
            yield length(
                f"map-{stretch}-{millions}m",
                f"length of the border from {words}, as drawn at 1:{millions} million",
                km,
            )
    measured = places.lengths(places.SECTION, data)
    law = places.scale_law(measured)
    for scale, step in zip(measured["scale"], measured["step_km"], strict=True):
        drawn = f"1:{scale // 1_000_000} million"
        yield Result(f"map-step-{scale // 1_000_000}m", f"mean step of the line drawn at {drawn}",
                     Interval.exactly(step), "km", (), how, 1)  # fmt: skip
    fit = "power law through the three scales; a rule of thumb beyond them"
    yield Result("map-halving", "growth of the measured length when the step is halved",
                 Interval.exactly((2**law.excess - 1) * 100), "%", (), fit, 1)  # fmt: skip
    printed = claims_module.interval(frame, "distances-kazakh-district").low
    yield Result("map-printed-step", "step at which the section would measure its printed length",
                 Interval.exactly(law.step(printed)), "km",
                 ("distances-kazakh-district",), fit, 1)  # fmt: skip
    yield Result("map-section-excess", "printed length of the district less that on the finest map",
                 Interval.exactly(printed - measured["km"].max()), "km",
                 ("distances-kazakh-district",), how)  # fmt: skip
    distances = places.distances(data)
    for row in distances[distances["point"]].itertuples():
        error = f"wrong by at most {row.high - row.best:.0f} km: position {row.certainty}"
        yield Result(f"border-distance-{row.Index}", f"distance of {row.name} from today's border",
                     Interval(row.low, row.high), "km", (),
                     f"{row.best:.1f} km on the map, {error}")  # fmt: skip
    near = distances[distances["point"] & distances["side"].ne(places.XINJIANG_SIDE)]
    for depth in places.DEPTHS:
        verdicts = near[f"in_{depth:g}_km"]
        for name, verdict in (("inside", places.INSIDE), ("outside", places.OUTSIDE),
                              ("untold", places.UNTOLD)):  # fmt: skip
            yield Result(f"zone-{depth:g}-{name}".replace(".", "-"),
                         f"places on the Soviet side, zone of {depth:g} km: {verdict}",
                         Interval.exactly(float((verdicts == verdict).sum())), "places", (),
                         "places with a position, distance with its error")  # fmt: skip
