"""Figures, dates and notes in words."""

import pandas as pd
import pytest

from analysis import wording


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("1932-21", "spring 1932"),
        ("1927-22", "summer 1927"),
        ("1932-23", "autumn 1932"),
        ("1932-24", "winter 1932"),
        ("1934-21~", "about spring 1934"),
        ("../1932-10", "until October 1932"),
        ("1930~/1933~", "early 1930s"),
        ("1934~/1936~", "mid-1930s"),
        ("1937~/1939~", "late 1930s"),
        # not the parts of one decade as the rules write them
        ("1934/1936", "1934–1936"),
        ("1924~/1936~", "about 1924 to about 1936"),
        ("1935~/1939~", "about 1935 to about 1939"),
    ],
)
def test_a_date_in_words(date, words):
    assert wording.date(date) == words


@pytest.mark.parametrize(
    ("date", "printed", "words"),
    [
        ("1934-21", "early spring 1934", "early spring 1934"),
        ("1932-21", "the spring of 1932", "spring 1932"),
        ("1930~/1933~", "the early 1930s", "early 1930s"),
        ("1927-22", "", "summer 1927"),
    ],
)
def test_what_is_printed_as_early_is_said_so(date, printed, words):
    assert wording.when(pd.Series({"date": date, "date_printed": printed})) == words
    assert wording.period(pd.Series({"period": date, "period_printed": printed})) == words


@pytest.mark.parametrize(
    ("footnote", "passage_note", "sentences_on", "words"),
    [
        (48, None, None, "note 48"),
        (None, 48, 1, "note 48, in the next sentence"),
        (None, 22, 3, "note 22, 3 sentences further on"),
        (None, None, None, "without a note"),
    ],
)
def test_which_note_a_claim_has(footnote, passage_note, sentences_on, words):
    columns = ("footnote", "passage_note", "sentences_on")
    row = pd.DataFrame([(footnote, passage_note, sentences_on)], columns=columns, dtype="Int64")
    assert wording.noted(row.loc[0]) == words
