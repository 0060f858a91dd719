"""What a reader takes along of a claim: a sentence that is safe, and a footnote in two styles.

All of it says what the book publishes. A reader's own settings never get into it.

>>> print(chicago("garrison-checkpoints")[:44])
N. N. Ablazhey and A. S. Zhanbossinova, “Kaz
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pandas as pd

from analysis import bibliography, claims, editions, printing, standing, tables, wording
from analysis.account import Verdict
from analysis.standing import Standing
from analysis.words import current, language

_ARTICLE, _RUSSIAN = "ablazhey2026", "ablazhey2026russian"


def safe(claim: str) -> str:
    """A figure with its hedge, what contradicts it, and its page and note."""
    words, row = current().message, _claim(claim)
    said = [
        words(
            "safe-figure",
            subject=wording.upper(str(row["subject"])),
            period=wording.period(row) if row["period"] else "none",
            figure=wording.claim(row),
            hedge=words(f"hedge-{row['hedge']}"),
        )
    ]
    checks = standing.judging(claim)
    for check in checks:
        if check.verdict == Verdict.CONTRADICT:
            form = "" if check.condition else "plain"
            said.append(words("safe-contradicted", form, opponents=check.against(claim),
                              condition=check.condition, finding=check.finding))  # fmt: skip
    found = standing.of(claim)
    if found == Standing.ONLY_IF:
        conditions = [c.condition for c in checks if c.verdict == Verdict.ONLY_IF and c.condition]
        said += [words("safe-only-if", condition=each) for each in dict.fromkeys(conditions)]
    elif found != Standing.CONTRADICTED:
        said.append(words(f"safe-{found}"))
    said += standing.warnings(claim)
    page = printing.of(claim).page
    said.append(words("safe-figure", "source", page=page, note=noted(claim)))
    return " ".join(said)


def chicago(claim: str) -> str:
    """The footnote by the Chicago Manual of Style: the source, if the claim has one, and where."""
    work = wording.works(editions.FIRST)[_ARTICLE]
    authors = " and ".join(map(_first_last, work.fields["author"].split("; ")))
    return _footnote("chicago", claim, work, authors, _cited_in_latin)


def gost(claim: str) -> str:
    """The footnote by GOST R 7.0.5, of the article under its Russian title."""
    work = wording.works()[_RUSSIAN]
    authors = ", ".join(name.replace(",", "") for name in work.fields["author"].split("; "))
    return _footnote("gost", claim, work, authors, _cited_in_cyrillic)


def _footnote(
    style: str,
    claim: str,
    work: bibliography.Work,
    authors: str,
    cited: Callable[[pd.Series], str],
) -> str:
    words, row = current().message, _claim(claim)
    fields = {
        name: work.fields[name] for name in ("title", "journal", "volume", "number", "year", "doi")
    }
    page = printing.of(claim).page
    article = words(f"footnote-{style}", authors=authors, page=page, **fields)
    # a note further on may be of another sentence: only its own note says where a figure is from
    sources = [cited(_sources().loc[id]) for id in row["sources"]]
    if found := "; ".join(filter(None, sources)):
        article = words(f"footnote-{style}", "citing", cited=found, article=article)
    return article.rstrip(".") + "."


def _cited_in_latin(source: pd.Series) -> str:
    if source["archive"]:
        archive = archives().loc[source["archive"], "latin"]
        abbreviation = archives().loc[source["archive"], "abbreviation"]
        return ", ".join(
            [
                f"{archive} ({abbreviation})",
                *wording.shelf_mark(source, words=language(editions.FIRST)),
            ]
        )
    who, title, year = _work(source, _first_last, " and ", editions.FIRST)
    return ", ".join(filter(None, (who, title, year, source["locator"])))


def _cited_in_cyrillic(source: pd.Series) -> str:
    if source["archive"]:
        row = archives().loc[source["archive"]]
        named = f"{row['cyrillic']} ({row['cyrillic_abbreviation']})"
        return f"{named}. {wording.cyrillic_mark(source)}"
    who, title, year = _work(source, lambda name: name.replace(",", ""), ", ")
    pages = f"С. {source['locator']}" if source["kind"] == "publication" else source["locator"]
    return " ".join(filter(None, (who, ". ".join(filter(None, (title, year, pages))))))


def _work(
    source: pd.Series, name: Callable[[str], str], between: str, code: str = ""
) -> tuple[str, str, str]:
    """Who wrote the work of a source, its title, and its year unless the place in it has that."""
    if not source["citekey"]:
        return "", "", ""
    work = wording.works(code)[source["citekey"]]
    who = work.fields.get("author") or work.fields.get("editor", "")
    year = work.fields.get("year", "")
    return (
        between.join(map(name, who.split("; "))) if who else "",
        work.fields["title"].partition(" [")[0],
        "" if source["locator"].startswith(year) else year,
    )


@cache
def archives() -> pd.DataFrame:
    """The archives, by the name that ``sources.csv`` has for them."""
    return tables.read("archives").set_index("name")


def noted(claim: str) -> str:
    """The note of a claim and what it names: of its sentence, or else further on."""
    words, row = current().message, _claim(claim)
    own = pd.notna(row["footnote"])
    if not own and pd.isna(row["passage_note"]):
        return words("safe-note", number="none", sources="none")
    ids = row["sources"] if own else row["passage_sources"]
    works = "; ".join(filter(None, (wording.source(_sources().loc[id]) for id in ids))) or "none"
    if own:
        return words("safe-note", number=str(row["footnote"]), sources=works)
    distance = wording.distance(row["sentences_on"])
    number = str(row["passage_note"])
    return words("safe-note", "further", number=number, distance=distance, sources=works)


@cache
def _claims() -> pd.DataFrame:
    return claims.load()


def _claim(id: str) -> pd.Series:
    return _claims().loc[id]


@cache
def _sources() -> pd.DataFrame:
    return tables.read("sources").set_index("id")


def _first_last(name: str) -> str:
    family, _, given = name.partition(", ")
    return f"{given} {family}".strip()
