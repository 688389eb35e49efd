"""The same to many statements: one event, one undo, and nothing left out in silence."""

import pytest

from factcheck.actions import bulk, undoing
from factcheck.actions.statements import mark, submit
from factcheck.actions.tags import add_tag
from factcheck.actions.verdicts import approve, judge
from factcheck.domain.ids import StatementId
from factcheck.domain.model import Decision, Priority
from factcheck.domain.queues import View
from factcheck.domain.workflow import State
from factcheck.errors import Cancelled, FactcheckError
from factcheck.store import history, many, reads, reports
from factcheck.store.desk import Desk
from factcheck.store.tags import of as tags_of
from tests.making import START, Clock, article, maker, person
from tests.store.looking import dump, log_of

MANY = 1_200


@pytest.fixture
def marked(desk, ada, article):
    """Four statements."""
    places = ((0, 7), (8, 14), (15, 20), (21, 24))
    done = [mark(desk, actor=ada, article=article, start=a, end=b) for a, b in places]
    return [StatementId(each.new("statement")) for each in done]


@pytest.fixture
def submitted(desk, ada, marked):
    """Four statements that Ada judged and handed over."""
    for name in marked:
        judge(desk, actor=ada, statement=name, outcome="verified")
        submit(desk, actor=ada, statement=name)
    return marked


def seen(desk, names):
    return {name: each.verdict for name, each in many.found(desk, names).items()}


def states(desk, names):
    return [reads.statement(desk, name).state for name in names]


def events(desk):
    return desk.db.execute("SELECT count(*) FROM event").fetchone()[0]


def whys(done):
    return {each.statement: each.why for each in done.left_out}


def test_assigning_many_is_one_event_and_one_undo(desk, jon, marked):
    before, count = dump(desk), events(desk)
    done = bulk.assign(desk, actor=jon, statements=marked, checker="  Jon   Park ")
    assert (done.done, done.left_out, events(desk)) == (4, (), count + 1)
    assert {reads.statement(desk, name).checker_id for name in marked} == {jon}
    assert done.changes.statements == set(marked)
    undoing.undo(desk, actor=jon)
    assert dump(desk) == before


def test_an_unknown_checker_is_added_and_nobody_can_be_one(desk, ada, marked):
    bulk.assign(desk, actor=ada, statements=marked, checker="Eve Lund")
    assert reads.statement(desk, marked[0]).checker_id == reads.person_named(desk, "Eve Lund").id
    bulk.assign(desk, actor=ada, statements=marked[:2], checker="")
    nobody = [reads.statement(desk, name).checker_id is None for name in marked]
    assert nobody == [True, True, False, False]


def test_due_date_and_priority(desk, ada, marked):
    bulk.set_due(desk, actor=ada, statements=marked, due_at=START)
    bulk.set_priority(desk, actor=ada, statements=marked[:3], priority=Priority.HIGH)
    rows = [reads.statement(desk, name) for name in marked]
    assert {row.due_at for row in rows} == {START}
    assert [row.priority for row in rows] == [*[Priority.HIGH] * 3, Priority.NORMAL]
    bulk.set_due(desk, actor=ada, statements=marked, due_at=None)
    assert reads.statement(desk, marked[0]).due_at is None


def test_a_tag_is_put_on_where_it_is_not_and_taken_off_where_it_is(desk, ada, marked):
    add_tag(desk, actor=ada, statement=marked[0], word="bridge")
    done = bulk.add_tag(desk, actor=ada, statements=marked, word=" #Bridge ")
    assert (done.done, len(done.changes.touched)) == (4, 3)
    bulk.remove_tag(desk, actor=ada, statements=marked[1:], word="bridge")
    assert [[tag.word for tag in tags_of(desk, name)] for name in marked] == [
        ["bridge"],
        [],
        [],
        [],
    ]
    with pytest.raises(FactcheckError, match="tag is empty"):
        bulk.add_tag(desk, actor=ada, statements=marked, word=" # ")


def test_the_same_statement_twice_is_one(desk, ada, marked):
    done = bulk.set_due(desk, actor=ada, statements=[marked[0], marked[0]], due_at=START)
    assert done.meant == 1


def test_what_changes_nothing_is_no_event(desk, ada, marked):
    count = events(desk)
    done = bulk.set_priority(desk, actor=ada, statements=marked, priority=Priority.NORMAL)
    assert (done.done, done.changes.event_id, events(desk)) == (4, None, count)


def test_submitting_leaves_out_what_has_no_verdict(desk, ada, marked):
    judge(desk, actor=ada, statement=marked[0], outcome="verified")
    done = bulk.submit(desk, actor=ada, statements=marked)
    assert states(desk, marked) == [State.AWAITING_REVIEW, *[State.TO_CHECK] * 3]
    assert set(whys(done)) == set(marked[1:])
    assert "without a verdict" in done.left_out[0].why


def test_dismissing_keeps_the_reason(desk, ada, submitted):
    approve(desk, actor=person(desk, "Jon Park"), statement=submitted[0])
    done = bulk.dismiss(desk, actor=ada, statements=submitted, reason=" Only opinions. ")
    assert states(desk, submitted) == [State.APPROVED, *[State.DISMISSED] * 3]
    assert "Reopen it first." in whys(done)[submitted[0]]
    assert history.history(desk)[-1].event.reason == "Only opinions."


def test_approving_names_the_verdicts_that_were_seen(desk, jon, submitted):
    done = bulk.approve(desk, actor=jon, seen=seen(desk, submitted))
    assert (done.done, states(desk, submitted)) == (4, [State.APPROVED] * 4)
    for name in submitted:
        row, verdict = reads.statement(desk, name), reads.standing_verdict(desk, name)
        review = reads.newest_review(desk, verdict.id)
        assert row.reviewer_id == review.reviewer_id == jon
        assert (review.decision, review.overrides_rule) == (Decision.APPROVED, False)


def test_what_changed_meanwhile_is_left_out_and_told(desk, ada, jon, submitted):
    looked_at = seen(desk, submitted)
    again = Desk.open(desk.path, now=Clock(), new_id=maker(77))
    judge(again, actor=ada, statement=submitted[1], outcome="false", reasoning="No.")
    submit(again, actor=ada, statement=submitted[1])
    again.close()
    done = bulk.approve(desk, actor=jon, seen=looked_at)
    assert whys(done) == {
        submitted[
            1
        ]: "The verdict was changed while you looked at it. Look at it again, then decide."
    }
    assert states(desk, submitted)[1] is State.AWAITING_REVIEW


def test_a_verdict_that_nobody_saw_is_left_out(desk, jon, submitted):
    done = bulk.approve(desk, actor=jon, seen=dict.fromkeys(submitted))
    assert (done.done, set(whys(done))) == (0, set(submitted))


def test_own_verdicts_are_left_out_unless_a_reason_is_given(desk, ada, jon, submitted):
    judge(desk, actor=jon, statement=submitted[0], outcome="verified")
    submit(desk, actor=jon, statement=submitted[0])
    done = bulk.approve(desk, actor=ada, seen=seen(desk, submitted))
    assert set(whys(done)) == set(submitted[1:])
    assert "You gave this verdict" in done.left_out[0].why
    assert all(each.own for each in done.left_out)
    reason = "Nobody else is here."
    done = bulk.approve(desk, actor=ada, seen=seen(desk, submitted[1:]), reason=reason)
    assert done.left_out == ()
    reviews = [
        reads.newest_review(desk, reads.standing_verdict(desk, name).id) for name in submitted
    ]
    assert [each.overrides_rule for each in reviews] == [False, True, True, True]
    assert {each.reason for each in reviews[1:]} == {reason}


def test_sending_back_needs_a_reason(desk, jon, submitted):
    done = bulk.send_back(desk, actor=jon, seen=seen(desk, submitted), reason=" ")
    assert (done.done, "needs a reason" in done.left_out[0].why) == (0, True)
    bulk.send_back(desk, actor=jon, seen=seen(desk, submitted), reason="No source.")
    assert states(desk, submitted) == [State.SENT_BACK] * 4
    assert reports.detail(desk, submitted[0]).review.reason == "No source."


def test_what_is_gone_is_left_out(desk, ada, marked):
    undoing.undo(desk, actor=ada)
    done = bulk.set_due(desk, actor=ada, statements=marked, due_at=START)
    assert (done.done, list(whys(done))) == (3, marked[3:])
    assert "no longer there" in done.left_out[0].why


def test_verdicts_since_a_place_in_the_log(desk, ada, jon, submitted):
    position = many.log_position(desk)
    assert many.verdicts_since(desk, position) == set()
    judge(desk, actor=jon, statement=submitted[0], outcome="false", reasoning="No.")
    newest = reads.standing_verdict(desk, submitted[0]).id
    assert many.verdicts_since(desk, position) == {newest}


@pytest.fixture
def crowd(desk, ada):
    """So many that they are done in several goes."""
    words = "one " * MANY
    where = article(desk, words, actor=ada)
    with desk.together():
        done = [
            mark(desk, actor=ada, article=where, start=at, end=at + 3)
            for at in range(0, 4 * MANY, 4)
        ]
    return [StatementId(each.new("statement")) for each in done]


def test_progress_goes_on_to_the_end_and_back(desk, ada, crowd):
    told = []
    bulk.set_due(
        desk, actor=ada, statements=crowd, due_at=START, watch=lambda *each: told.append(each)
    )
    assert told == sorted(told)
    assert (len(told) > 4, told[-1]) == (True, (2 * MANY, 2 * MANY))
    told.clear()
    undoing.undo(desk, actor=ada, watch=lambda *each: told.append(each))
    assert (told == sorted(told), told[-1]) == (True, (2 * MANY, 2 * MANY))


@pytest.mark.parametrize("looks", [1, 2, 4, 5])
def test_stopping_leaves_nothing_half_done(desk, ada, crowd, looks):
    before, logged = dump(desk, without=set()), log_of(desk)
    left = iter([False] * (looks - 1))
    watch = bulk.watched(lambda _done, _all: None, lambda: next(left, True))
    with pytest.raises(Cancelled):
        bulk.assign(desk, actor=ada, statements=crowd, checker="New Person", watch=watch)
    assert (dump(desk, without=set()), log_of(desk)) == (before, logged)


def test_stopping_an_undo_leaves_all_done(desk, ada, crowd):
    bulk.set_due(desk, actor=ada, statements=crowd, due_at=START)
    before, logged = dump(desk), log_of(desk)
    left = iter([False] * MANY)
    watch = bulk.watched(lambda _done, _all: None, lambda: next(left, True))
    with pytest.raises(Cancelled):
        undoing.undo(desk, actor=ada, watch=watch)
    assert (dump(desk), log_of(desk)) == (before, logged)


def test_large_events_are_known_beforehand(desk, ada, crowd):
    assert not undoing.undoes_many(desk)
    bulk.set_due(desk, actor=ada, statements=crowd, due_at=START)
    assert (undoing.undoes_many(desk), undoing.redoes_many(desk)) == (True, False)
    undoing.undo(desk, actor=ada)
    assert (undoing.undoes_many(desk), undoing.redoes_many(desk)) == (False, True)


def test_all_of_a_view_but_some(desk, ada, jon, submitted):
    view, position = View(state=State.AWAITING_REVIEW), many.log_position(desk)
    found = bulk.seen_in(desk, view, START, position, but={submitted[3]})
    assert found == seen(desk, submitted[:3])
    judge(desk, actor=jon, statement=submitted[1], outcome="verified")
    submit(desk, actor=jon, statement=submitted[1])
    found = bulk.seen_in(desk, view, START, position)
    assert [name for name, verdict in found.items() if verdict is None] == [submitted[1]]
    assert len(found) == 4


def test_the_history_of_one_statement_has_only_its_own_rows(desk, ada, marked):
    bulk.set_due(desk, actor=ada, statements=marked, due_at=START)
    [entry] = history.history(desk, marked[1], newest=1)
    assert [change.row_id for change in entry.changes] == [marked[1]]
    assert len(history.history(desk)[-1].changes) == 4
