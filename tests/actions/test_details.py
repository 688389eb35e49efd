from datetime import UTC, datetime

import pytest

from factcheck.actions.details import describe
from factcheck.actions.undoing import undo
from factcheck.domain.model import Priority
from factcheck.errors import FactcheckError
from factcheck.store import reads
from factcheck.store.tags import of as tags_of

DUE = datetime(2026, 11, 27, 16, 0, tzinfo=UTC)


def test_all_is_said_in_one_event_and_undone_in_one(desk, ada, jon, statement):
    before = reads.statement(desk, statement)
    done = describe(
        desk,
        actor=ada,
        statement=statement,
        claimant="  the  council ",
        as_of="Q3 2026",
        priority=Priority.HIGH,
        checker="Jon Park",
        due_at=DUE,
    )
    row = reads.statement(desk, statement)
    assert (row.claimant, row.as_of, row.priority) == ("the council", "Q3 2026", Priority.HIGH)
    assert (row.checker_id, row.due_at) == (jon, DUE)
    assert done.touched == (("statement", statement),)
    undo(desk, actor=ada)
    assert reads.statement(desk, statement) == before


def test_only_what_is_given_changes(desk, ada, statement):
    describe(desk, actor=ada, statement=statement, claimant="the council", due_at=DUE)
    describe(desk, actor=ada, statement=statement, checker="Ada Reed")
    row = reads.statement(desk, statement)
    assert (row.claimant, row.due_at, row.checker_id) == ("the council", DUE, ada)
    describe(desk, actor=ada, statement=statement, checker="", due_at=None)
    row = reads.statement(desk, statement)
    assert (row.claimant, row.due_at, row.checker_id) == ("the council", None, None)


def test_a_new_checker_is_added_to_the_desk(desk, ada, statement):
    describe(desk, actor=ada, statement=statement, checker="Mia Torres")
    added = reads.person_named(desk, "Mia Torres")
    assert added is not None
    assert reads.statement(desk, statement).checker_id == added.id


def test_the_same_again_is_no_event(desk, ada, statement):
    describe(desk, actor=ada, statement=statement, claimant="the council")
    done = describe(desk, actor=ada, statement=statement, claimant="the council")
    assert done.event_id is None


def test_where_the_statement_is_gone_nobody_is_added(desk, ada):
    with pytest.raises(FactcheckError):
        describe(desk, actor=ada, statement="gone", checker="Mia Torres")
    assert reads.person_named(desk, "Mia Torres") is None


def test_tags_are_all_that_it_has_from_then_on(desk, ada, statement):
    before = tags_of(desk, statement)
    describe(desk, actor=ada, statement=statement, tags=("Bridge", "#budget "))
    assert [tag.word for tag in tags_of(desk, statement)] == ["bridge", "budget"]
    done = describe(desk, actor=ada, statement=statement, tags=("budget", "harbour"))
    assert [tag.word for tag in tags_of(desk, statement)] == ["budget", "harbour"]
    assert len(done.touched) == 2
    describe(desk, actor=ada, statement=statement, claimant="the council")
    assert len(tags_of(desk, statement)) == 2
    undo(desk, actor=ada)
    undo(desk, actor=ada)
    undo(desk, actor=ada)
    assert tags_of(desk, statement) == before == []


def test_an_empty_tag_is_refused_and_nothing_is_said(desk, ada, statement):
    with pytest.raises(FactcheckError, match="tag is empty"):
        describe(desk, actor=ada, statement=statement, claimant="the council", tags=("#",))
    assert reads.statement(desk, statement).claimant == ""
