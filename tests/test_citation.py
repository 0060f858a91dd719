"""How to cite: read back by other programs, and compared with CITATION.cff."""

import re
from pathlib import Path

import pytest
import yaml
from pybtex.database import parse_string

from analysis.book import citation

HOME = "https://someone.github.io/a-book/"
CFF = yaml.safe_load((Path(__file__).parents[1] / "CITATION.cff").read_text())
WORKS = {
    "book": citation.book(HOME),
    "page": citation.page(HOME, "book/05-migration", "Migration & return"),
    "article": citation.article(),
}


def _ris(work):
    lines = citation.ris(work).splitlines()
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines)
    return [(line[:2], line[6:]) for line in lines]


@pytest.mark.parametrize("name", WORKS)
def test_ris_has_the_tags_that_it_must_have(name):
    record = _ris(WORKS[name])
    assert record[0] == ("TY", {"book": "DATA", "page": "CHAP", "article": "JOUR"}[name])
    assert record[-1] == ("ER", "")
    assert {"AU", "TI", "PY"} <= {tag for tag, _ in record}


def test_the_article_agrees_with_the_citation_file():
    stated = CFF["references"][0]
    entry = parse_string(citation.bibtex(WORKS["article"]), "bibtex").entries.popitem()[1]
    authors = entry.persons["author"]
    assert [p.last_names[0] for p in authors] == [a["family-names"] for a in stated["authors"]]
    assert entry.fields["title"] == stated["title"]
    assert entry.fields["doi"] == stated["doi"]
    assert entry.fields["pages"] == f"{stated['start']}--{stated['end']}"
    record = dict(_ris(WORKS["article"]))
    assert record["DO"] == stated["doi"] and record["VL"] == str(stated["volume"])
    assert (record["SP"], record["EP"]) == (str(stated["start"]), str(stated["end"]))


@pytest.mark.parametrize("name", ["book", "page"])
def test_the_book_and_its_pages_agree_with_the_citation_file(name):
    entry = parse_string(citation.bibtex(WORKS[name]), "bibtex").entries.popitem()[1]
    (author,) = entry.persons["author"]
    # one name, not a first and a last
    assert author.last_names == [f"{{{CFF['authors'][0]['name']}}}"]
    assert not author.first_names
    assert entry.fields["version"] == CFF["version"]
    assert entry.fields["year"] == CFF["date-released"][:4]
    whole = "title" if name == "book" else "booktitle"
    assert entry.fields[whole] == CFF["title"]
    assert entry.fields["url"].startswith(HOME)


def test_what_tex_would_stumble_over_is_escaped():
    assert r"title = {Migration \& return}" in citation.bibtex(WORKS["page"])
    assert ("TI", "Migration & return") in _ris(WORKS["page"])


def test_a_book_without_an_address_is_cited_without_one():
    page = citation.page("", "book/05-migration", "Migration")
    assert "url" not in parse_string(citation.bibtex(page), "bibtex").entries.popitem()[1].fields
    assert "UR" not in dict(_ris(page))
    assert citation.words(page).endswith(f"Version {CFF['version']}.")
