"""Numbers in reading order, against the plainest way to count them."""

from dataclasses import replace

import pytest

from factcheck.actions import statements, verdicts
from factcheck.domain.ids import RevisionId, SpanId, StatementId
from factcheck.domain.workflow import State
from factcheck.store import lists, reads
from tests.making import TEXT, article, person
from tests.store.looking import rows
from tests.working import worked_on


def mark(desk, one, start, end):
    done = statements.mark(desk, actor=person(desk), article=one, start=start, end=end)
    return StatementId(done.new("statement"))


def plain_order(desk, one):
    """Sort by the first word, the longer first, then by age; what has no words comes last."""
    newest = reads.revision(desk, one).id
    spans = [row for row in rows(desk, "span") if row[2] == newest]

    def place(name):
        own = [(row[3], row[4]) for row in spans if row[1] == name]
        if not own:
            return (1, 0, 0, name)
        return (0, min(start for start, _ in own), -max(end for _, end in own), name)

    names = [row[0] for row in rows(desk, "statement") if row[1] == one]
    return sorted(names, key=place)


@pytest.mark.parametrize("seed", range(6))
def test_numbers_are_those_counted_by_hand(desk, seed):
    worked_on(desk, seed)
    listed = lists.statement_rows(desk)
    for one in (row.article.id for row in reads.articles(desk)):
        expected = plain_order(desk, one)
        own = lists.statement_rows(desk, article=one)
        assert [row.id for row in own] == expected == lists.ids_in_order(desk, one)
        assert [row.number for row in own] == list(range(1, len(expected) + 1))
        assert [lists.number_of(desk, one, name) for name in expected] == [r.number for r in own]
        assert [row for row in listed if row.article_id == one] == own


def test_the_longer_comes_first_where_two_begin_together(desk):
    one = article(desk)
    short, long, before = mark(desk, one, 8, 14), mark(desk, one, 8, 20), mark(desk, one, 0, 7)
    assert lists.ids_in_order(desk, one) == [before, long, short]


def test_a_second_stretch_of_words_does_not_move_a_statement(desk):
    one = article(desk)
    first, second = mark(desk, one, 0, 7), mark(desk, one, 8, 14)
    statements.add_span(desk, actor=person(desk), statement=first, start=21, end=24)
    assert lists.ids_in_order(desk, one) == [first, second]
    assert lists.statement_rows(desk)[0].quote == f"{TEXT[:7]} … {TEXT[21:24]}"


def test_what_is_not_in_the_newest_text_comes_last(desk):
    one = article(desk)
    gone, kept = mark(desk, one, 0, 7), mark(desk, one, 8, 14)
    old = reads.revision(desk, one)
    with desk.change("revise", person(desk)) as change:
        (span,) = reads.spans(desk, kept)
        change.insert(replace(old, id=RevisionId("new"), number=2))
        change.insert(replace(span, id=SpanId("carried"), revision_id=RevisionId("new")))
    assert lists.ids_in_order(desk, one) == [kept, gone]
    assert [row.spans == () for row in lists.statement_rows(desk)] == [False, True]
    assert [row.statement_id for row in lists.marks(desk, RevisionId("new"))] == [kept]


@pytest.mark.parametrize("seed", [6, 7])
def test_filters_leave_numbers_as_they_are(desk, seed):
    worked_on(desk, seed)
    every = lists.statement_rows(desk)
    for state in State:
        expected = [row for row in every if row.state is state]
        assert lists.statement_rows(desk, state=state) == expected
    judged = [row for row in every if row.step and row.step.code == "verified"]
    assert lists.statement_rows(desk, outcome="verified") == judged


@pytest.mark.parametrize("seed", [1, 8])
def test_marks_are_the_spans_of_a_revision_in_reading_order(desk, seed):
    worked_on(desk, seed)
    one = reads.articles(desk)[0].article.id
    found = lists.marks(desk, reads.revision(desk, one).id)
    own = lists.statement_rows(desk, article=one)
    spans = [(span.start, span.end, row.id) for row in own for span in row.spans]
    assert sorted((m.start, m.end, m.statement_id) for m in found) == sorted(spans)
    assert [(m.start, -m.end) for m in found] == sorted((m.start, -m.end) for m in found)
    by_id = {row.id: row for row in own}
    assert all(
        (m.state, m.step) == (by_id[m.statement_id].state, by_id[m.statement_id].step)
        for m in found
    )


def test_a_row_says_all_that_a_list_shows(desk):
    one = article(desk)
    ada = person(desk)
    statement = mark(desk, one, 8, 14)
    verdicts.judge(
        desk, actor=ada, statement=statement, outcome="fix", reasoning="No.", correction="boat"
    )
    (row,) = lists.statement_rows(desk)
    assert (row.step.word, row.reasoning, row.correction) == ("Fix", "No.", "boat")
    assert (row.checker, row.reviewer, row.evidence) == ("Ada Reed", "", 0)
    assert (row.state, row.article_id, row.quote) == (State.IN_CHECKING, one, "bridge")


def test_counts_of_an_article_are_those_of_its_statements(desk):
    worked_on(desk, 6)
    for row in reads.articles(desk):
        own = lists.statement_rows(desk, article=row.article.id)
        done = [one for one in own if one.step or one.state in {State.DISMISSED, State.CUT}]
        assert row.judged == len(done)
        assert row.statements == len(own)
        assert row.revisions == 1


def test_articles_are_found_by_a_part_of_their_title_newest_first(desk):
    older, newer = article(desk), article(desk)
    title = "Harbour bridge opens two years late"
    assert lists.titles_like(desk, " BRIDGE opens ", 5) == [(newer, title), (older, title)]
    assert lists.titles_like(desk, "", 1) == [(newer, title)]
    assert lists.titles_like(desk, "100%", 5) == []
