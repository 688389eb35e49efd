"""Single cases of undo and redo; the laws are in test_undo_laws.py."""

import pytest

from factcheck.actions import statements, verdicts
from factcheck.actions.evidence import Source, attach
from factcheck.domain.ids import StatementId
from factcheck.domain.model import StatementKind
from factcheck.errors import FactcheckError
from factcheck.store import log
from factcheck.store.undo import UNDO, _take_back, next_redo, next_undo, redo, undo, what_it_did
from factcheck.store.verify import findings
from tests.making import article, person
from tests.store.looking import dump, log_of


@pytest.fixture
def ada(desk):
    return person(desk)


@pytest.fixture
def marked(desk, ada):
    done = statements.mark(desk, actor=ada, article=article(desk, actor=ada), start=0, end=7)
    return StatementId(done.new("statement"))


def set_kind(desk, actor, statement, kind):
    done = statements.set_kind(desk, actor=actor, statement=statement, kind=kind)
    return log.event(desk.db, done.event_id)


def take_back(desk, actor, event):
    return _take_back(desk, actor, event, UNDO)


def test_a_new_desk_has_nothing_to_undo_or_redo(desk, ada):
    for way, word in ((undo, "undo"), (redo, "redo")):
        with pytest.raises(FactcheckError, match=f"There is nothing to {word}"):
            way(desk, ada)


def test_undo_and_redo_name_the_deed_that_they_are_about(desk, ada, marked):
    set_kind(desk, ada, marked, StatementKind.NAME)
    undo(desk, ada)
    redo(desk, ada)
    undo(desk, ada)
    assert what_it_did(desk.db, next_redo(desk.db)) == "set kind"
    assert what_it_did(desk.db, next_undo(desk.db)) == "mark"


def test_a_new_deed_leaves_nothing_to_redo(desk, ada, marked):
    undo(desk, ada)
    article(desk, "Another.", actor=ada)
    with pytest.raises(FactcheckError, match="There is nothing to redo"):
        redo(desk, ada)


def test_a_newcomer_leaves_redo_as_it_was(desk, ada, marked):
    before = dump(desk)
    undo(desk, ada)
    jon = person(desk, "Jon Park")
    redo(desk, jon)
    assert dump(desk) == before


def test_a_row_changed_since_is_not_undone_and_its_changer_is_named(desk, ada, marked):
    first = set_kind(desk, ada, marked, StatementKind.NAME)
    set_kind(desk, person(desk, "Jon Park"), marked, StatementKind.PLACE)
    before, logged = dump(desk), log_of(desk)
    with pytest.raises(FactcheckError) as refusal:
        take_back(desk, ada, first)
    assert refusal.value.message == "This statement was changed since by Jon Park."
    assert (dump(desk), log_of(desk)) == (before, logged)


def test_an_older_deed_can_be_taken_back_where_nothing_touched_it_since(desk, ada, marked):
    first = set_kind(desk, ada, marked, StatementKind.NAME)
    article(desk, "Another.", actor=ada)
    take_back(desk, ada, first)
    assert [row[2] for row in dump(desk)["statement"]] == ["other"]


def test_what_other_work_hangs_on_is_not_undone(desk, ada, marked):
    (brought_in,) = desk.db.execute(
        "SELECT id FROM event WHERE action = 'import article'"
    ).fetchone()
    before = dump(desk)
    with pytest.raises(FactcheckError, match="Other work hangs on this"):
        take_back(desk, ada, log.event(desk.db, brought_in))
    assert dump(desk) == before


def test_an_undone_deed_can_not_be_undone_twice(desk, ada, marked):
    event = set_kind(desk, ada, marked, StatementKind.NAME)
    take_back(desk, ada, event)
    with pytest.raises(FactcheckError, match=r"was changed since by Ada Reed\."):
        take_back(desk, ada, event)


def test_undo_looks_at_the_desk_as_others_left_it(desk, desk_again, ada, marked):
    set_kind(desk_again, ada, marked, StatementKind.NAME)
    undo(desk, ada)
    assert [row[2] for row in dump(desk_again)["statement"]] == ["other"]
    undo(desk_again, ada)
    assert dump(desk)["statement"] == []


def test_bytes_stay_when_their_evidence_is_undone_and_serve_again(desk, ada, marked):
    source = Source(file_name="a.txt", content=b"the register")
    attach(desk, actor=ada, statement=marked, source=source)
    before = dump(desk)
    undo(desk, ada)
    assert dump(desk)["capture"] == []
    redo(desk, ada)
    assert dump(desk) == before
    assert list(findings(desk)) == []


def test_a_verdict_and_its_review_made_in_one_event_go_together(desk, ada, marked):
    verdicts.judge(desk, actor=ada, statement=marked, outcome="verified")
    statements.submit(desk, actor=ada, statement=marked)
    verdicts.approve(desk, actor=person(desk, "Jon Park"), statement=marked)
    verdict, review = (
        log.changes_of(desk.db, event)[-1]
        for (event,) in desk.db.execute(
            "SELECT event_id FROM change WHERE table_name IN ('verdict', 'review') ORDER BY pk"
        ).fetchall()
    )
    for _ in range(3):
        undo(desk, ada)
    before = dump(desk)
    with desk.change("joined", ada) as change:
        change.put("verdict", verdict.row_id, verdict.after)
        change.put("review", review.row_id, review.after)
    undo(desk, ada)
    assert dump(desk) == before
    assert list(findings(desk)) == []
