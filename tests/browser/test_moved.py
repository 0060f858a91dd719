"""Old addresses of the book lead on, to the place they named; and a class finds its questions."""

import pytest


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("ledger.html", "quotable.html"),
        ("10-what-if.html?household-size=6", "09-reconciliation.html?household-size=6"),
        (
            "outside.html#kazakhs-of-kazakhstan-1926",
            "sources.html#kazakhs-of-kazakhstan-1926",
        ),
    ],
)
def test_an_old_address_leads_on_with_its_place_and_settings(visit, old, new):
    page = visit(f"book/{old}").page
    page.wait_for_url(f"**/book/{new}")


def test_without_scripts_an_old_page_says_where_it_went(browser, server):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}/book/ledger.html")
    page.wait_for_url("**/book/quotable.html")
    context.close()


CHAPTERS = (
    *("border-and-people", "02-border-zone", "03-populations", "04-garrison"),
    *("05-migration", "06-detentions", "07-smuggling"),
)


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_each_chapter_ends_with_two_questions_whose_answers_are_folded(visit, chapter):
    questions = visit(f"book/{chapter}.html").page.locator("details.question")
    assert questions.count() == 2
    for question in questions.all():
        assert question.locator("summary").inner_text().endswith("?")
        answer = question.locator("p").first
        assert not answer.is_visible()
        question.locator("summary").click()
        assert answer.is_visible() and answer.locator("a.evidence").count() > 0
