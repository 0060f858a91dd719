"""Smuggling and its penalties: single cases, terms, charges."""

from __future__ import annotations

from analysis.account.case import SCOPE, UNTESTED, Case, Holds, Rule, check
from analysis.account.expressions import claim, counted, known
from analysis.account.result import result

bond, found = claim("smuggling-masanov-bond"), claim("smuggling-1935-july-value")
cash, group = claim("smuggling-kaldybayev-cash"), claim("detentions-smugglers-1935")
share = claim("smuggling-share-of-crimes")
before, after = claim("penalties-1921-crossing-prison"), claim("penalties-1922-crossing-labour")
later = claim("penalties-1923-crossing-prison")
made, kept = claim("penalties-makulbayev-charges"), claim("penalties-makulbayev-prosecuted")
term = claim("penalties-makulbayev-residence")

a_head = result("contraband-per-person-1935", found / group, 1, "rubles-per-person")
bond_to_find = result("bond-to-contraband", bond / found, 0.1, "times")
result("opium-field-ha", claim("smuggling-opium-field"), 0.01, "ha")


@check
def bond_and_contraband(c: Case) -> list[Rule]:
    """Sums of money of different years and kinds."""
    c.show("each", a_head)
    c.show("ratio", bond_to_find)
    c.line("small", counted(cash / a_head, "times"), 0.01, "times")
    c.quote(found)
    return [(SCOPE, c.differ("measure period", bond, found, cash))]


@check
def smuggling_share_here(c: Case) -> list[Rule]:
    """A share of all border crimes; one for this border is not printed."""
    c.line("share", share, 1, "percent")
    c.quote(share)
    here = c.printed(measure="smuggling-share", place="kazakhstan")
    return [(UNTESTED, known(not here))]


@check
def penalty_eased(c: Case) -> Holds:
    """The code of 1922 is called milder; its term must be shorter."""
    c.line("ratio", before.high / after.high, 1, "times")
    c.say(later=later)
    c.quote(before)
    return (after.high < before.high) & (later.high <= after.high)


@check
def charges_dropped(c: Case) -> Holds:
    """One charge of four was kept: fewer than were made."""
    c.line("dropped", made - kept, 1, "articles")
    c.say(term=term)
    return kept.high < made.low
