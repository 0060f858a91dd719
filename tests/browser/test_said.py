"""The words of the scripts in a browser: values put in, and counted as the language counts."""

import pytest

from analysis.book import said
from analysis.words import Language

WORDS = """
page-found = { $count ->
    [one] «{ $query }»: { $number } страница
    [few] «{ $query }»: { $number } страницы
   *[many] «{ $query }»: { $number } страниц
}
page-of = { $number } из { $all }
"""


@pytest.fixture(scope="module")
def page(browser, tmp_path_factory):
    folder = tmp_path_factory.mktemp("words")
    (folder / "ru").mkdir()
    (folder / "ru" / "a.ftl").write_text(WORDS, "utf-8")
    page = browser.new_page()
    page.set_content('<!doctype html><html lang="ru"><title>x</title></html>')
    page.add_script_tag(content=said.script(Language("ru", folder)))
    yield page
    page.close()


@pytest.mark.parametrize(
    ("number", "noun"), [(1, "страница"), (3, "страницы"), (5, "страниц"), (21, "страница")]
)
def test_a_number_chooses_its_words(page, number, noun):
    found = page.evaluate("number => said('page-found', { query: 'аул', number })", number)
    assert found == f"«аул»: {number} {noun}"


def test_what_a_reader_typed_is_put_in_as_it_is(page):
    asked = {"query": "{number} $& <b>", "number": 1}
    assert page.evaluate("q => said('page-found', q)", asked) == "«{number} $& <b>»: 1 страница"
    assert page.evaluate("said('page-of', { number: 0, all: 12 })") == "0 из 12"


def test_a_word_that_is_not_there_is_an_error(page):
    message = page.evaluate("(() => { try { said('page-x'); } catch (e) { return e.message; } })()")
    assert message == "no words for page-x"
