"""One door for writes: what leaves it is whole and logged, what fails leaves nothing."""

import pytest
from sqlite_utils.db import sqlite3

from factcheck.domain.ids import StatementId
from factcheck.domain.model import Article, Person, Statement, StatementKind
from factcheck.errors import FactcheckError
from factcheck.store import log
from factcheck.store.records import read
from factcheck.store.transaction import row_of
from tests.making import article, person
from tests.store.looking import dump, log_of, rows


def test_updating_a_row_that_is_gone_is_refused(desk):
    ada, before = person(desk), log_of(desk)
    with (
        pytest.raises(FactcheckError, match=r"This statement is no longer there\."),
        desk.change("set kind", ada) as change,
    ):
        change.update(Statement, "gone", kind=StatementKind.NAME)
    assert log_of(desk) == before


def test_a_change_of_nothing_is_not_logged(desk):
    one, before = article(desk), log_of(desk)
    title = row_of(desk.db, "article", one)["title"]
    with desk.change("rename", person(desk)) as change:
        change.update(Article, one, title=title)
        change.remove(Person, "nobody")
    assert change.done.event_id is None
    assert change.done.touched == ()
    assert log_of(desk) == before


def broken_off(desk, one):
    with desk.change("rename", person(desk)) as change:
        change.update(Article, one, title="half done")
        change.keep("0" * 64, b"half done")
        raise ZeroDivisionError


def against_the_rules(desk, one):
    with desk.change("remove", person(desk)) as change:
        change.update(Article, one, title="half done")
        change.keep("0" * 64, b"half done")
        change.remove(Article, one)


@pytest.mark.parametrize(
    ("work", "error"),
    [(broken_off, ZeroDivisionError), (against_the_rules, sqlite3.IntegrityError)],
)
def test_an_exception_leaves_nothing_behind(desk, work, error):
    one, before, logged = article(desk), dump(desk, without=set()), log_of(desk)
    with pytest.raises(error):
        work(desk, one)
    assert (dump(desk, without=set()), log_of(desk)) == (before, logged)
    kept = desk.db.execute("SELECT bytes FROM blob WHERE sha256 = ?", ["0" * 64]).fetchall()
    assert kept == []


def test_the_change_says_what_it_touched(desk):
    one = article(desk)
    with desk.change("rename", person(desk)) as change:
        change.update(Article, one, title="New")
    assert change.done.touched == (("article", one),)
    assert change.done.inserted == ()
    assert change.done.action == "rename"
    with pytest.raises(KeyError):
        change.done.new("article")


def test_each_row_is_logged_before_and_after_and_names_what_it_builds_on(desk):
    one = article(desk)
    made = log.last_event_on(desk.db, "article", one)
    with desk.change("rename", person(desk), reason="Typo.") as change:
        change.update(Article, one, title="New")
    (row,) = log.changes_of(desk.db, change.done.event_id)
    assert (row.table, row.row_id, row.builds_on) == ("article", one, made)
    assert row.after == {**row.before, "title": "New"}
    event = log.event(desk.db, change.done.event_id)
    assert (event.action, event.actor_id, event.reason) == ("rename", person(desk), "Typo.")
    assert event.copy_id == desk.row().copy_id


def test_local_keys_appear_in_no_log_entry(desk):
    article(desk)
    kept = [row for entry in log_of(desk)[1] for row in entry if row and '"pk"' in str(row)]
    assert kept == []


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE event SET reason = 'other'",
        "DELETE FROM event",
        "UPDATE change SET after = NULL",
        "DELETE FROM change",
        "UPDATE blob SET bytes = x'00', size = 1",
    ],
)
def test_what_is_logged_and_kept_stays_as_it_is(desk, sql):
    article(desk)
    with pytest.raises(sqlite3.IntegrityError, match="rows are kept as they are"):
        desk.db.execute(sql)


def half_of_it(desk, ada):
    with desk.together():
        article(desk, "One.", actor=ada)
        person(desk, "Newcomer")
        with desk.change("set kind", ada) as change:
            change.update(Statement, "gone", kind=StatementKind.NAME)


def test_together_is_all_or_nothing(desk):
    ada, before, logged = person(desk), dump(desk, without=set()), log_of(desk)
    with pytest.raises(FactcheckError, match="no longer there"):
        half_of_it(desk, ada)
    assert (dump(desk, without=set()), log_of(desk)) == (before, logged)


def test_together_keeps_an_event_for_each_change(desk):
    ada = person(desk)
    events = len(log_of(desk)[0])
    with desk.together(), desk.together():
        article(desk, "One.", actor=ada)
        article(desk, "Two.", actor=ada)
    assert [row[3] for row in log_of(desk)[0][events:]] == ["import article", "import article"]


def test_after_together_each_change_stands_alone_again(desk):
    ada = person(desk)
    with desk.together():
        article(desk, "One.", actor=ada)
    article(desk, "Two.", actor=ada)
    with pytest.raises(ZeroDivisionError), desk.change("x", ada):
        raise ZeroDivisionError
    assert len(rows(desk, "article")) == 2
    assert not desk.db.conn.in_transaction


def test_steady_reading_does_not_see_what_others_write(desk, desk_again):
    with desk.steady():
        before = dump(desk)
        desk_again.db.execute("PRAGMA busy_timeout = 0")
        with pytest.raises(FactcheckError, match="Another program"):
            article(desk_again)
        assert dump(desk) == before
    article(desk_again)
    assert dump(desk) == dump(desk_again) != before


def test_a_record_comes_back_from_its_row(desk):
    one = article(desk)
    with desk.change("mark", person(desk)) as change:
        statement = Statement(
            id=StatementId("s"),
            article_id=one,
            kind=StatementKind.TITLE,
            claimant="Mayor",
            as_of="2024",
            priority="high",
            state="to check",
            checker_id=person(desk),
            reviewer_id=None,
            due_at=change.now,
            created_at=change.now,
        )
        change.insert(statement)
    assert read(Statement, row_of(desk.db, "statement", "s")) == statement
