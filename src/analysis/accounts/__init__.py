"""This article's accounts: its figures confronted with each other, and what comes of it.

>>> checks()["four-escaped"].verdict_text
'agree'
>>> checks()["two-household-figures"].key.text
'at most 2.075 times'
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

from analysis import tables
from analysis.accounts import (
    border,
    detentions,
    garrison,
    incidents,
    migration,
    population,
    variants,
    zones,
)
from analysis.accounts.model import (
    Check,
    Evidence,
    Line,
    Quote,
    Reading,
    Tables,
    Variant,
    Verdict,
)
from analysis.package import DataError, Problem

__all__ = [
    "UNCHECKED",
    "Check",
    "Line",
    "Quote",
    "Reading",
    "Variant",
    "Verdict",
    "checks",
    "covered",
]

# In the order in which a reader who wants to quote needs them.
_CHECKS: tuple[Callable[[Evidence], Check], ...] = (
    migration.households_in_people,
    migration.two_household_figures,
    population.balance_ogpu,
    population.balance_republic,
    migration.mongolia_fills_gap,
    migration.republic_figure_outside,
    population.emigrants_against_residents,
    detentions.killed_or_detained,
    detentions.report_before_year,
    border.section_against_modern,
    zones.metres_or_kilometres,
    incidents.two_reports_one_event,
    zones.towns_in_zones,
    zones.twenty_two_or_fifty,
    zones.statute_1927,
    migration.returned_of_whom,
    migration.early_estimate,
    migration.china_within_people,
    migration.china_within_households,
    migration.first_years,
    migration.enough_kazakhs,
    population.ili_in_province,
    population.ili_gone_home,
    population.province_outside,
    detentions.detained_and_departed,
    detentions.outward_against_inward,
    garrison.personnel_growth,
    garrison.personnel_whose,
    garrison.sector_in_district,
    garrison.outposts_per_km,
    garrison.outposts_grew,
    border.district_in_section,
    border.district_reaches_kyrgyzstan,
    border.length_by_scale,
    incidents.foreign_gangs_or_people,
    incidents.fifty_or_four_hundred,
    population.three_russian_groups,
    population.kazakh_majority,
    population.town_in_district,
    population.jarkent_growth,
    population.zaysan_growth,
    population.one_date_only,
    population.settlers_per_village,
    zones.four_kilometres,
    zones.versts_behind_kilometres,
    zones.twenty_one_versts,
    zones.new_levels_1923,
    zones.fifty_twice,
    zones.hundred_twice,
    zones.half_kilometre_thrice,
    zones.listed_places,
    zones.forbidden_councils,
    garrison.bakhty_twice,
    garrison.three_kinds_of_detachment,
    garrison.checkpoints_and_posts,
    incidents.four_escaped,
    incidents.four_among_twelve,
    incidents.raiders_of_puchkov,
    incidents.raid_and_arrests,
    incidents.barriers_1932,
    migration.zaysan_group,
    migration.zaysan_night,
    migration.same_leaf,
    border.arrests_near_border,
    border.opium_beyond_zones,
    incidents.bond_and_contraband,
    incidents.smuggling_share_here,
    incidents.penalty_eased,
    incidents.charges_dropped,
    migration.farms_and_flight,
)

# Discrepancies between two or more claims that no arithmetic can confront, and why.
UNCHECKED = {
    "disc-captured-another": "Who was captured is no quantity.",
    "disc-case-names": "Spellings of a name.",
    "disc-fond-9-two-archives": "Shelf marks of one fond in two archives.",
    "disc-lists-omit-two": "What a list of works leaves out.",
    "disc-opium-bracket": "A bracket; the distances are the same either way.",
    "disc-opium-which-side": "On which side a field lies cannot be told without its position.",
    "disc-panfilov-in-1927": "A name younger than the report.",
    "disc-place-spellings": "Spellings of names.",
    "disc-source-base-fond-20": "Numbers of fonds.",
    "disc-tea-sold-and-confiscated": "What a verdict lists is no quantity.",
    "disc-title-span": "The years of a title.",
    "disc-unit-49-names": "Two ranks of one unit in two reports.",
    "disc-ush-bulak-sector": "Ush-Bulak has no position, so its sector cannot be told.",
}


@cache
def checks(data: Path = tables.DATA) -> dict[str, Check]:
    """Every check by id, the most important first, computed from the data of a folder.

    Raises:
        DataError: the data have problems, or a check would read evidence that was derived from
            the claim it tests; all of them are in the message.
        KeyError: a claim, assumption or comparandum that a check needs is not there.
    """
    loaded = Tables.load(data)
    done: dict[str, Check] = {}
    problems: list[Problem] = []
    for reckon in _CHECKS:
        try:
            check = reckon(Evidence(loaded))
        except DataError as error:
            problems += (problem for problem in error.problems if problem not in problems)
        else:
            done[check.id] = replace(check, variants=variants.found(reckon, loaded, check))
    if problems:
        raise DataError(problems)
    return done


def covered(data: Path = tables.DATA) -> dict[str, tuple[str, ...]]:
    """By discrepancy of two claims or more: the checks that read at least two of them.

    Those in ``UNCHECKED`` are left out.
    """
    register = tables.read("discrepancies", data).set_index("id")
    found = {}
    for id, touched in register["claims"].items():
        if len(touched) > 1 and id not in UNCHECKED:
            found[str(id)] = tuple(
                check.id
                for check in checks(data).values()
                if len(set(touched) & set(check.claims)) > 1
            )
    return found
