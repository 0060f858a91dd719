"""No sentence of the book is broken by what is put into it."""

import pytest
from sentences import faults
from visits import toc_pages


@pytest.mark.parametrize("path", toc_pages())
def test_no_sentence_is_broken(book, path):
    assert sorted(set(faults((book / path).read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize(
    "broken",
    [  # each was once printed
        "In 28 May 1918 a decree drew zones.",
        "From from 1923 there was prison again.",
        "The article has 150,000 people Kazakhs in the district.",
        "The two meet at at least 2.80 persons.",
        "The two contradict. over 400,000 people left.",
        "The paragraph has notes 47 at its end.",
        "It rests on 1 claims of the article.",
    ],
)
def test_a_broken_sentence_is_seen(broken):
    page = '<article class="bd-article"><p>{}</p></article>'
    assert list(faults(page.format(broken)))
    assert not list(faults(page.format("By notes 47 and 48, from 1923 there was prison again.")))
