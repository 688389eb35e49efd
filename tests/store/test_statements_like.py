"""Statements by their words: what is typed is looked for as it is."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.actions import statements
from factcheck.domain.ids import RevisionId, StatementId
from factcheck.store import lists, reads
from tests.making import article, person
from tests.working import worked_on


def mark(desk, one, text, quote):
    start = text.index(quote)
    parts = {"article": one, "start": start, "end": start + len(quote)}
    done = statements.mark(desk, actor=person(desk), **parts)
    return StatementId(done.new("statement"))


def quotes(desk, text, limit=20):
    return [row.quote for row in lists.statements_like(desk, text, limit)]


def test_signs_of_like_stand_for_themselves(desk):
    text = r"It grew 50% and 500 more, file_a and filexa, C:\new and C:/new."
    one = article(desk, text)
    for quote in ("50%", "500", "file_a", "filexa", r"C:\new", "C:/new"):
        mark(desk, one, text, quote)
    assert quotes(desk, "50%") == ["50%"]
    assert quotes(desk, "file_a") == ["file_a"]
    assert quotes(desk, "C:\\") == ["C:\\new"]
    assert quotes(desk, "FILE") == ["file_a", "filexa"]


def test_titles_are_those_of_the_articles_in_their_order(desk):
    worked_on(desk, 1)
    expected = [(row.article.id, row.article.title) for row in reads.articles(desk)]
    assert lists.titles(desk) == expected != []


def test_a_text_of_any_length_can_be_looked_for(desk):
    assert quotes(desk, "%" * 60_000) == []


@pytest.mark.parametrize("seed", range(4))
def test_numbers_and_titles_are_those_of_the_lists(desk, seed):
    worked_on(desk, seed)
    known = {row.id: row for row in lists.statement_rows(desk)}
    found = lists.statements_like(desk, "e", 1000)
    for row in found:
        listed = known[row.id]
        assert (row.number, row.article_id) == (listed.number, listed.article_id)
        assert row.article_title == listed.article_title
        assert row.quote in [span.quote for span in listed.spans]
    fitting = [r for r in known.values() if any("e" in s.quote.lower() for s in r.spans)]
    assert [row.id for row in found] == [row.id for row in fitting]
    assert lists.statements_like(desk, "e", 2) == found[:2]


def test_words_that_are_no_longer_in_the_article_are_not_found(desk):
    one = article(desk)
    mark(desk, one, reads.text(desk, reads.revision(desk, one)), "Harbour")
    old = reads.revision(desk, one)
    assert quotes(desk, "arbou") == ["Harbour"]
    with desk.change("revise", person(desk)) as change:
        change.insert(replace(old, id=RevisionId("new"), number=2))
    assert quotes(desk, "arbou") == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.text(st.sampled_from("a%_\\'"), min_size=1, max_size=4))
def test_what_is_typed_is_found_where_it_stands(desk, typed):
    text = r"a% _a \a a_ %% \\ a'_ 'a%"
    if not reads.articles(desk):
        one = article(desk, text)
        for word in text.split():
            mark(desk, one, text, word)
    rows = lists.statement_rows(desk)
    assert quotes(desk, typed) == [row.quote for row in rows if typed in row.quote]
