import pytest

from factcheck.actions.lookup import article_called, statement_called
from factcheck.actions.statements import mark
from factcheck.errors import FactcheckError
from factcheck.store import lists, reads
from tests.making import article as bring_in


@pytest.fixture
def two(desk, ada, article):
    """Two articles: the first with three statements, the second with one."""
    other = bring_in(desk, "Another text.", actor=ada)
    for one, start, end in ((article, 21, 24), (article, 8, 14), (article, 0, 7), (other, 0, 7)):
        mark(desk, actor=ada, article=one, start=start, end=end)
    return article, other


def test_an_article_by_its_place_and_by_its_id(desk, two):
    assert tuple(article_called(desk, key) for key in ("1", "2")) == two
    assert tuple(article_called(desk, key) for key in two) == two


@pytest.mark.parametrize("key", ["0", "3", "-1", "", "x", "1.0", "²", "9" * 30])
def test_an_article_that_is_not_there(desk, two, key):
    with pytest.raises(FactcheckError, match=f"There is no article “{key}” on this desk"):
        article_called(desk, key)


def test_a_statement_by_its_number_and_by_its_id(desk, two):
    names = lists.ids_in_order(desk, two[0])
    quotes = [reads.spans(desk, statement_called(desk, key, two[0]))[0].quote for key in "123"]
    assert quotes == ["Harbour", "bridge", "two"]
    assert [statement_called(desk, name) for name in names] == names


def test_a_number_alone_is_enough_on_a_desk_with_one_article(desk, statement):
    assert statement_called(desk, "1") == statement


def test_a_number_alone_names_nothing_among_several_articles(desk, two):
    with pytest.raises(FactcheckError) as refusal:
        statement_called(desk, "1")
    assert "holds 2 articles" in refusal.value.message
    assert "--article" in refusal.value.hint


@pytest.mark.parametrize(
    ("key", "message"), [("0", "no statement 0 in"), ("4", "no statement 4 in")]
)
def test_a_number_that_the_article_lacks(desk, two, key, message):
    with pytest.raises(FactcheckError, match=message):
        statement_called(desk, key, two[0])


@pytest.mark.parametrize("key", ["gone", "", "-1"])
def test_a_statement_that_is_not_there(desk, two, key):
    with pytest.raises(FactcheckError, match=f"There is no statement {key} on this desk"):
        statement_called(desk, key)
