"""Pages of a view are what sorting and filtering all statements one by one gives."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.actions.details import describe
from factcheck.domain.model import Priority, StatementKind
from factcheck.domain.queues import STALE_DAYS, Backing, Group, Order, View
from factcheck.domain.workflow import State
from factcheck.store import queue, reads
from factcheck.store.lists import statement_rows
from factcheck.store.reports import report_data
from tests.making import START, new_desk, person
from tests.working import NAMES, worked_on

NOW = START + timedelta(days=STALE_DAYS + 1)
views = st.builds(
    View,
    state=st.sampled_from([None, None, State.IN_CHECKING, State.APPROVED]),
    outcome=st.sampled_from(["", "", "verified", "fix"]),
    kind=st.sampled_from([None, None, StatementKind.NUMBER]),
    priority=st.sampled_from([None, Priority.NORMAL]),
    checker=st.sampled_from(["", "", *NAMES]),
    not_checker=st.sampled_from(["", "", *NAMES]),
    backing=st.sampled_from([None, None, *Backing]),
    overdue=st.booleans(),
    stale=st.booleans(),
    order=st.sampled_from(list(Order)),
    descending=st.booleans(),
    group=st.sampled_from(list(Group)),
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    desk = worked_on(new_desk(tmp_path_factory.mktemp("queue") / "news.factcheck"), 3, actions=260)
    for place, row in enumerate(statement_rows(desk)[:30]):
        priority = list(Priority)[place % 3]
        due = START + timedelta(days=place * 7 % 31)
        describe(desk, actor=person(desk), statement=row.id, priority=priority, due_at=due)
    yield desk
    desk.close()


def every(desk):
    """Return all statements with all that hangs on them."""
    return [
        statement
        for row in reads.articles(desk)
        for statement in report_data(desk, row.article.id).statements
    ]


def fits(view: View, one, people) -> bool:
    checker = people.get(one.statement.checker_id, "")
    primaries = [c for c in one.citations if c.evidence.sourcing == "primary"]
    newest = [
        max(c.captured_at for c in cited.captures) for cited in one.citations if cited.captures
    ]
    ended = one.statement.state in {State.APPROVED, State.DISMISSED, State.CUT}
    due = one.statement.due_at
    return all(
        (
            view.state in {None, one.statement.state},
            view.outcome in {"", one.verdict.outcome if one.verdict else None},
            view.kind in {None, one.statement.kind},
            view.priority in {None, one.statement.priority},
            view.checker in {"", checker},
            not view.not_checker or view.not_checker != checker,
            view.backing is not Backing.NONE or not one.citations,
            view.backing is not Backing.SINGLE or len(one.citations) == 1,
            view.backing is not Backing.SECONDARY or (one.citations and not primaries),
            not view.overdue or (not ended and due is not None and due < NOW),
            not view.stale
            or (not ended and newest and min(newest) < NOW - timedelta(days=STALE_DAYS)),
        )
    )


def all_of(desk, view: View) -> list[int]:
    listing = queue.Listing(desk, view, NOW)
    return listing.page(0, listing.total)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(view=views)
def test_a_view_has_what_fits(desk, view):
    people = {person.id: person.name for person in reads.people(desk).values()}
    wanted = {one.statement.id for one in every_once(desk) if fits(view, one, people)}
    found = queue.lines(desk, all_of(desk, view))
    assert {line.id for line in found} == wanted
    assert len(found) == len(wanted) == queue.Listing(desk, view, NOW).total


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(view=views, start=st.integers(0, 60), count=st.integers(0, 60))
def test_a_page_is_a_part_of_the_whole_in_either_way(desk, view, start, count):
    whole = all_of(desk, view)
    assert queue.Listing(desk, view, NOW).page(start, count) == whole[start : start + count]
    turned = all_of(desk, replace(view, descending=not view.descending))
    assert turned == whole[::-1]


@pytest.mark.parametrize(
    ("order", "key"),
    [
        (Order.WORDS, lambda line: line.quote[:48].lower()),
        (Order.DUE, lambda line: str(line.due_at or "9999")),
        (Order.OUTCOME, lambda line: line.step.code if line.step else ""),
        (Order.CHECKER, lambda line: line.checker),
        (
            Order.PRIORITY,
            lambda line: [Priority.HIGH, Priority.NORMAL, Priority.LOW].index(line.priority),
        ),
        (Order.EVIDENCE, lambda line: line.sources),
        (Order.READING, lambda line: (line.article_id, line.number)),
    ],
    ids=lambda part: getattr(part, "value", ""),
)
def test_they_come_in_the_order_asked_for(desk, order, key):
    found = [key(line) for line in queue.lines(desk, all_of(desk, View(order=order)))]
    assert len(set(found)) > 1
    assert found == sorted(found)


def test_those_of_an_article_come_by_when_they_are_due(desk):
    view = View(group=Group.ARTICLE, order=Order.DUE)
    found = queue.lines(desk, all_of(desk, view))
    keys = [(line.article_id, str(line.due_at or "9999")) for line in found]
    assert len({key[0] for key in keys}) > 1
    assert keys == sorted(keys)
    assert keys != [
        (line.article_id, str(line.due_at or "9999"))
        for line in queue.lines(desk, all_of(desk, View(group=Group.ARTICLE, order=Order.READING)))
    ]


def test_many_are_those_that_few_are(desk, monkeypatch):
    judged = next(one for one in every_once(desk) if one.verdict)
    outcome, state = judged.verdict.outcome, judged.statement.state
    for view in (View(state=state), View(outcome=outcome, order=Order.AGE)):
        few = all_of(desk, view)
        with monkeypatch.context() as patched:
            patched.setattr(queue, "_SORTED_SOONER", 10**9)
            assert all_of(desk, view) == few
        assert few


@pytest.mark.parametrize("text", ["the", "bridge", "the verdict:verified", "the before:2030", ""])
@pytest.mark.parametrize(
    "view",
    [
        View(),
        View(state=State.APPROVED),
        View(outcome="verified"),
        View(kind=StatementKind.NUMBER, outcome="fix"),
        View(checker=NAMES[0]),
    ],
    ids=str,
)
def test_words_are_counted_as_they_are_listed(desk, view, text):
    asked = replace(view, text=text)
    listing = queue.Listing(desk, asked, NOW)
    found = queue.lines(desk, listing.page(0, 1_000))
    assert listing.total == len(found)
    codes = Counter(line.step.code if line.step else "" for line in found)
    assert queue.Listing(desk, asked, NOW).outcomes() == codes


def test_a_line_says_what_the_statement_is(desk):
    by_id = {one.statement.id: one for one in every_once(desk)}
    for line in queue.lines(desk, all_of(desk, View())):
        one = by_id[line.id]
        assert line.number == one.number
        assert line.quote == " … ".join(span.quote for span in one.spans)
        assert (line.state, line.due_at) == (one.statement.state, one.statement.due_at)
        assert line.step == one.step
        assert line.sources == len(one.citations)
        assert line.article_title == reads.article(desk, line.article_id).title


_KNOWN: dict[str, list] = {}


def every_once(desk):
    """Read all of a desk that does not change, once."""
    if str(desk.path) not in _KNOWN:
        _KNOWN[str(desk.path)] = every(desk)
    return _KNOWN[str(desk.path)]
