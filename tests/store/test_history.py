"""What happened to a statement is all told, also what was taken back."""

from datetime import timedelta

import pytest

from factcheck.actions import statements, verdicts
from factcheck.actions.evidence import Source, attach
from factcheck.domain.ids import StatementId
from factcheck.domain.model import Decision
from factcheck.store import reads
from factcheck.store.desk import Desk
from factcheck.store.history import history
from factcheck.store.reports import detail, report_data
from factcheck.store.undo import redo, undo
from tests.making import START, Clock, article, maker, person
from tests.store.looking import log_of


@pytest.fixture
def marked(desk):
    one = article(desk)
    done = statements.mark(desk, actor=person(desk), article=one, start=0, end=7)
    return StatementId(done.new("statement"))


def told(desk, statement=None):
    return [(entry.event.action, entry.about, entry.actor) for entry in history(desk, statement)]


def test_one_statement_s_history_has_its_evidence_review_and_undone_verdicts(desk, marked):
    ada, jon = person(desk), person(desk, "Jon Park")
    statements.mark(desk, actor=jon, article=reads.articles(desk)[0].article.id, start=8, end=14)
    attach(desk, actor=ada, statement=marked, source=Source(note="Saw it."))
    verdicts.judge(desk, actor=ada, statement=marked, outcome="false", reasoning="No.")
    undo(desk, jon)
    redo(desk, ada)
    statements.submit(desk, actor=ada, statement=marked)
    verdicts.approve(desk, actor=jon, statement=marked)
    undo(desk, jon)
    assert told(desk, marked) == [
        ("mark", "", "Ada Reed"),
        ("attach evidence", "", "Ada Reed"),
        ("verdict: False", "", "Ada Reed"),
        ("undo", "verdict: False", "Jon Park"),
        ("redo", "verdict: False", "Ada Reed"),
        ("submit", "", "Ada Reed"),
        ("approve", "", "Jon Park"),
        ("undo", "approve", "Jon Park"),
    ]


def test_an_entry_shows_every_row_of_its_event(desk, marked):
    attach(desk, actor=person(desk), statement=marked, source=Source(file_name="a", content=b"a"))
    entry = history(desk, marked)[-1]
    assert [change.table for change in entry.changes] == [
        "statement",
        "evidence",
        "capture",
        "citation",
    ]


def test_the_whole_history_has_every_event(desk, marked):
    undo(desk, person(desk))
    assert len(history(desk)) == len(log_of(desk)[0])
    assert told(desk)[-1] == ("undo", "mark", "Ada Reed")


def test_nothing_is_decided_by_the_clock(desk, marked):
    """A desk is opened on a machine whose clock is a year behind."""
    ada, jon = person(desk), person(desk, "Jon Park")
    verdicts.judge(desk, actor=ada, statement=marked, outcome="verified")
    statements.submit(desk, actor=ada, statement=marked)
    verdicts.send_back(desk, actor=jon, statement=marked, reason="Show it.")
    statements.submit(desk, actor=ada, statement=marked)
    behind = Clock(START - timedelta(days=365))
    again = Desk.open(desk.path, now=behind, new_id=maker(8, behind))
    verdicts.approve(again, actor=jon, statement=marked)
    shown = detail(again, marked)
    data = report_data(again, shown.statement.article_id)
    last = history(again)[-1].event
    again.close()
    assert shown.review.decision is Decision.APPROVED
    assert last.action == "approve"
    assert (data.as_of, data.log_head) == (last.at, last.hash)
