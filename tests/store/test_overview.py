from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest

from factcheck.actions.people import person_called
from factcheck.actions.statements import dismiss, mark, submit
from factcheck.actions.verdicts import approve, judge, send_back
from factcheck.domain.ids import ArticleId, IdMaker, StatementId
from factcheck.domain.workflow import State
from factcheck.store.desk import Desk
from factcheck.store.overview import Awaiting, SentBack, standing, week, week_starts
from tests.making import article

MONDAY = datetime(2026, 3, 2, tzinfo=UTC)
HOUR = timedelta(hours=1)


class Hands:
    """A clock that is set by hand."""

    def __init__(self):
        self.moment = MONDAY + 9 * HOUR

    def __call__(self):
        return self.moment


@pytest.fixture
def clock():
    return Hands()


@pytest.fixture
def desk(tmp_path, clock):
    ids = IdMaker(clock, Random(1).getrandbits)
    Desk.create(tmp_path / "news.factcheck", now=clock, new_id=ids)
    desk = Desk.open(tmp_path / "news.factcheck", now=clock, new_id=ids)
    yield desk
    desk.close()


@pytest.fixture
def work(desk, clock):
    """Four statements: one approved after 2 + 6 hours, one sent back, one awaiting, one open."""
    ada, jon = (person_called(desk, name=name) for name in ("Ada Reed", "Jon Park"))
    where = ArticleId(article(desk, actor=ada))
    found = [
        StatementId(mark(desk, actor=ada, article=where, start=at, end=at + 5).new("statement"))
        for at in (0, 6, 12, 18)
    ]
    clock.moment += 2 * HOUR
    for one in found[:2]:
        judge(desk, actor=ada, statement=one, outcome="verified")
        submit(desk, actor=ada, statement=one)
    clock.moment += 6 * HOUR
    approve(desk, actor=jon, statement=found[0])
    send_back(desk, actor=jon, statement=found[1], reason="Which year?")
    clock.moment = MONDAY + timedelta(days=7, hours=9)
    judge(desk, actor=jon, statement=found[2], outcome="verified")
    submit(desk, actor=jon, statement=found[2])
    return where


def test_weeks_begin_on_mondays_of_the_zone():
    sunday = datetime(2026, 4, 5, 23, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    *_, before, last = week_starts(sunday)
    assert (last.isoformat(), before.isoformat()) == (
        "2026-03-30T00:00:00+02:00",
        "2026-03-23T00:00:00+01:00",
    )
    assert len(week_starts(sunday)) == 26


def test_a_week_counts_what_was_done_in_it(desk, work):
    first = week(desk, MONDAY)
    assert (first.marked, first.judged, first.approved, first.sent_back) == (4, 2, 1, 1)
    assert (first.to_verdict, first.to_review) == (2, 6)
    second = week(desk, MONDAY + timedelta(days=7))
    assert (second.marked, second.judged, second.approved) == (0, 1, 0)
    assert (second.to_verdict, second.to_review) == (168, None)


def test_a_second_verdict_is_no_first_one(desk, work, clock):
    ada = person_called(desk, name="Ada Reed")
    statement = StatementId(
        desk.db.execute("SELECT id FROM statement WHERE state = 'sent back'").fetchone()[0]
    )
    clock.moment += timedelta(days=7)
    judge(desk, actor=ada, statement=statement, outcome="verified")
    third = week(desk, MONDAY + timedelta(days=14))
    assert (third.judged, third.to_verdict) == (0, None)


def test_what_is_open_is_told_by_person_and_who_waits_for_whom(desk, work):
    found = standing(desk)
    people = {one.name: one.states for one in found.people}
    assert people == {
        "": {State.TO_CHECK: 1},
        "Ada Reed": {State.SENT_BACK: 1},
        "Jon Park": {State.AWAITING_REVIEW: 1},
    }
    assert found.awaiting == (Awaiting("Jon Park", 1, MONDAY + timedelta(days=7, hours=9)),)
    assert found.sent_back == (SentBack("Ada Reed", "Jon Park", 1),)


def test_articles_with_open_statements_are_told(desk, work):
    (found,) = standing(desk).articles
    assert (found.id, found.total, found.ended) == (work, 4, 1)
    ada = person_called(desk, name="Ada Reed")
    for (name,) in desk.db.execute("SELECT id FROM statement WHERE state <> 'approved'").fetchall():
        dismiss(desk, actor=ada, statement=StatementId(name), reason="No fact.")
    assert standing(desk).articles == ()


def test_an_empty_desk_has_nothing(desk):
    nothing = week(desk, MONDAY)
    assert (nothing.marked, nothing.judged, nothing.to_verdict) == (0, 0, None)
    assert standing(desk).people == ()
