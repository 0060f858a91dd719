"""Long lists are folded by section, and a link into a fold opens it."""

import pytest

SETTINGS = "book/09-reconciliation.html"
LONG = ["book/checks.html", "book/results.html", "book/places.html", "book/events.html"]
SCREEN = 900  # pixels


@pytest.mark.parametrize("path", [*LONG, SETTINGS])
@pytest.mark.parametrize("width", [1280, 390])
def test_a_folded_list_is_no_longer_than_two_screens(visit, path, width):
    page = visit(path, width=width).page
    lists = page.locator(".entries, [data-filter], .settings-lists").all()
    assert lists
    for each in lists:
        assert each.locator("details.fold").count() > 1
        assert each.bounding_box()["height"] < 2 * SCREEN


@pytest.mark.parametrize("path", LONG)
def test_a_link_into_a_fold_opens_it_and_no_other(visit, path):
    page = visit(path).page
    ids = page.locator(".fold .entry").evaluate_all("all => all.map((entry) => entry.id)")
    page = visit(f"{path}#{ids[-1]}").page
    entry = page.locator(f"[id='{ids[-1]}']")
    entry.wait_for(state="visible")
    opened = page.locator(":is(.entries, [data-filter]) > details.fold[open]")
    assert opened.count() == 1
    top = entry.bounding_box()["y"]
    assert 0 <= top < SCREEN


def test_what_a_setting_moves_is_unfolded(visit):
    page = visit(f"{SETTINGS}?household-size=6").page
    page.locator(".settings-bar").wait_for(state="visible")
    page.locator(".settings-lists details.fold[open]").first.wait_for()
    moved = page.locator(".settings-lists .moved")
    assert moved.count() and all(each.is_visible() for each in moved.all())


@pytest.mark.parametrize("path", [*LONG, SETTINGS])
def test_every_part_says_what_it_holds_and_how_much(visit, path):
    page = visit(path).page
    folds = page.locator(":is(.entries, [data-filter], .settings-lists) > details.fold").all()
    for fold in folds:
        title, _, number = fold.locator("> summary").inner_text().rpartition(" (")
        assert title and int(number.rstrip(")")) == fold.locator("> .entry, > * > li").count()
