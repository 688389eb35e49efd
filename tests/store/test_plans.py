"""No question that the window asks reads a whole table: the query plans say so."""

import re
from datetime import timedelta

import pytest

from factcheck.actions import bulk, statements, undoing, verdicts
from factcheck.domain.model import Priority, StatementKind
from factcheck.domain.queues import Backing, Due, Group, Order, View
from factcheck.domain.workflow import State
from factcheck.store import (
    history,
    lists,
    many,
    notes,
    overview,
    queue,
    reads,
    reports,
    similar,
    tags,
)
from factcheck.store.desk import Desk
from tests.making import START, new_desk, person
from tests.store.test_ways import on
from tests.working import worked_on

NOW = START + timedelta(days=400)
# Tables that grow with the years; people, scales and cells stay few.
LARGE = (
    *("statement", "span", "verdict", "review", "evidence", "citation", "capture", "blob", "piece"),
    *("article", "revision", "change", "event", "line", "note", "tag", "tick"),
)
WHOLE = re.compile(rf"^SCAN ({'|'.join(LARGE)})\b(?! USING)")
# The last row alone is read.
LAST = re.compile(r"FROM event ORDER BY seq DESC LIMIT 1$")
VIEWS = [
    View(),
    View(state=State.AWAITING_REVIEW),
    View(state=State.AWAITING_REVIEW, not_checker="Ada Reed"),
    View(outcome="false", kind=StatementKind.NUMBER, priority=Priority.HIGH),
    View(backing=Backing.SECONDARY),
    View(checker="Ada Reed", group=Group.ARTICLE),
    View(group=Group.ARTICLE, state=State.IN_CHECKING),
    View(group=Group.CHECKER),
    View(overdue=True),
    View(stale=True),
    View(tag="urgent"),
    View(text="bridge -council"),
    View(text="bridge", state=State.APPROVED),
    View(text="bridge", checker="Ada Reed"),
    View(text="bridge", overdue=True, tag="urgent"),
    View(due=Due.WEEK),
]


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    desk = worked_on(new_desk(tmp_path_factory.mktemp("plans") / "news.factcheck"), 3, actions=260)
    yield desk
    desk.close()


def plans(desk, ask) -> list[str]:
    """Return how SQLite goes about each statement that is executed while asking."""
    asked: list[str] = []
    desk.db.conn.set_trace_callback(asked.append)
    ask()
    desk.db.conn.set_trace_callback(None)
    found = []
    for sql in asked:
        # What begins with a comment is done by a trigger or inside a search index.
        if re.match(r"(WITH|SELECT|INSERT|UPDATE|DELETE)\b", sql.strip()) and not LAST.search(sql):
            rows = desk.db.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()
            found += [row[3] for row in rows]
    assert asked
    return found


def test_a_whole_table_is_seen(desk):
    found = plans(desk, lambda: desk.db.execute("SELECT * FROM statement").fetchall())
    assert any(map(WHOLE.match, found))


def whole(desk, ask) -> list[str]:
    return [line for line in plans(desk, ask) if WHOLE.match(line)]


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("view", VIEWS, ids=str)
@pytest.mark.parametrize("way", ["few", "many", "some are asked", "nearly all"])
def test_pages_of_a_view(desk, view, order, way):
    sorted_view = View(**{**_fields(view), "order": order})
    # A desk that knows nothing yet.
    anew = Desk(desk.path, desk.db, now=lambda: NOW, new_id=desk.new_id)

    def ask():
        listing = queue.Listing(anew, sorted_view, NOW)
        keys = listing.page(0, 5)
        listing.page(listing.total // 2, 5)
        queue.lines(anew, keys)
        listing.outcomes()
        for pk in keys[:1]:
            listing.place_of(pk)

    with on(way):
        assert whole(desk, ask) == []


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_whether_one_is_in_a_view_is_asked_of_that_one(desk, view):
    pk = queue.Listing(desk, View(), NOW).page(0, 1)[0]
    found = plans(desk, lambda: queue.fits(desk, view, NOW, pk))
    assert [line for line in found if re.match(r"LIST SUBQUERY|MATERIALIZE", line)] == []
    # An index of words is asked for one key.
    assert not [
        line for line in found if line.startswith("SCAN statement_words") and "=" not in line
    ]


def test_all_of_a_view_with_the_verdicts_that_were_seen(desk):
    position = many.log_position(desk)
    anew = Desk(desk.path, desk.db, now=lambda: NOW, new_id=desk.new_id)

    def ask():
        assert bulk.seen_in(anew, View(state=State.IN_CHECKING), NOW, position)

    assert whole(desk, ask) == []


def _fields(view: View) -> dict:
    return {name: getattr(view, name) for name in View.__slots__}


def test_everything_about_one_statement(desk):
    row = lists.statement_rows(desk)[0]

    def ask():
        reports.detail(desk, row.id)
        history.history(desk, row.id)
        notes.notes(desk, row.id)
        tags.of(desk, row.id)
        revision = reads.revision(desk, row.article_id)
        lists.marks(desk, revision.id, [row.id])
        reads.articles(desk, [row.article_id])

    assert whole(desk, ask) == []


def test_what_was_seen_before(desk):
    row = lists.statement_rows(desk)[0]
    assert whole(desk, lambda: similar.similar(desk, row.id)) == []


def test_the_overview(desk):
    def ask():
        for start in overview.week_starts(NOW, 2):
            overview.week(desk, start)
        overview.standing(desk)

    # Only the newest articles are looked at.
    assert [line for line in whole(desk, ask) if line != "SCAN article"] == []


def test_actions(desk):
    ada, article = person(desk), reads.articles(desk)[0].article.id

    def ask():
        marked = statements.mark(desk, actor=ada, article=article, start=0, end=7)
        statement = marked.new("statement")
        verdicts.judge(desk, actor=ada, statement=statement, outcome="verified")
        undoing.undo(desk, actor=ada)

    assert whole(desk, ask) == []
