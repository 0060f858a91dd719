"""The ledger and its checks, as a reader meets them."""

import re

import pytest

LEDGER, CHECKS = "book/quotable.html", "book/checks.html"
ANSWERS = ["No", "Only if", "Cannot be told", "They count different things", "Yes"]


def test_every_row_of_the_ledger_leads_to_its_arithmetic(visit):
    page = visit(LEDGER).page
    rows = [
        (link.inner_text(), link.get_attribute("href"))
        for link in page.locator(".ledger tbody tr td:first-child a").all()
    ]
    assert len(rows) >= 30  # what the issue asks for at the least
    checks = visit(CHECKS).page
    for question, address in rows:
        anchor = address.partition("#")[2]
        section = checks.locator(f"[id='{anchor}']")
        assert section.locator("h2").text_content() == question
        assert section.locator("table tbody tr").count() > 0
    assert checks.locator("section.check").count() == len(rows)


def test_the_counts_above_the_ledger_are_those_of_its_rows(visit):
    page = visit(LEDGER).page
    said = page.locator(".ledger > p").first.inner_text()
    told = [badge.inner_text() for badge in page.locator(".ledger tbody .verdict strong").all()]
    assert set(told) <= set(ANSWERS)
    for answer in ANSWERS:
        count = int(re.search(rf"(\d+) \S+\s*{answer}(?: …)?(?=[,.])", said)[1])
        assert count == told.count(answer), answer


@pytest.mark.parametrize(
    ("question", "answer", "number"),
    [
        # 400,000 / 286,000 = 1.398…, and at most twice as much by the reach of "over", outward
        ("Can over 400,000 people have made up", "No", "1.39 to 2.80 persons"),
        ("the border violators of 1930 were killed", "Cannot be told", "758 people"),  # 734 + 24
        ("Can both four and three have escaped?", "Yes", "4 people"),
    ],
)
def test_a_row_reads_as_the_arithmetic_does(visit, question, answer, number):
    row = visit(LEDGER, width=390).page.locator(".ledger tbody tr", has_text=question)
    assert row.locator(".verdict strong").inner_text() == answer
    told = row.locator("td").nth(2).inner_text()
    assert number in told.replace("\N{NO-BREAK SPACE}", " ")


def test_a_verdict_does_not_hang_on_colour(visit):
    signs = {}
    for badge in visit(LEDGER).page.locator(".ledger tbody .verdict").all():
        sign = badge.locator(".verdict-sign").inner_text()
        signs.setdefault(badge.locator("strong").inner_text(), set()).add(sign)
    assert all(len(found) == 1 for found in signs.values())
    assert len(set.union(*signs.values())) == len(signs)


def test_a_claim_leads_to_its_checks_and_back(visit):
    claim = "migration-households-1930-1933"
    page = visit(f"book/claims.html#{claim}").page
    entry = page.locator(f"[id='{claim}']")
    entry.get_by_role("link", name="Can over 400,000 people").click()
    page.wait_for_url("**/checks.html#households-in-people")
    section = page.locator("#households-in-people")
    section.locator("details.fold summary").first.click()
    section.get_by_role("link", name="286,000 households").first.click()
    page.wait_for_url(f"**/claims.html#{claim}")


def test_what_may_be_quoted_names_the_warning(visit):
    page = visit("book/quotable.html").page
    row = page.locator("tbody tr", has=page.locator("a[href$='#populations-russians-1920']"))
    assert "not residents" in row.locator("td").nth(2).inner_text()
