"""Counts beside names are what the lists themselves hold."""

from dataclasses import replace
from datetime import timedelta

import pytest

from factcheck.actions.views import save_view
from factcheck.domain.queues import Due, View
from factcheck.domain.workflow import State
from factcheck.store.counts import counts
from factcheck.store.queue import Listing, fits
from tests.making import START, new_desk, person
from tests.working import NAMES, worked_on

NOW = START + timedelta(days=200)
VIEWS = (
    View(),
    View(state=State.IN_CHECKING),
    View(checker=NAMES[0]),
    View(not_checker=NAMES[0], overdue=True),
    View(stale=True),
    View(due=Due.WEEK),
    View(outcome="fix"),
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    desk = worked_on(new_desk(tmp_path_factory.mktemp("counts") / "news.factcheck"), 5, actions=240)
    yield desk
    desk.close()


def total(desk, view, now=NOW):
    return Listing(desk, view, now).total


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_queues_and_verdicts_are_counted(desk, view):
    found = counts(desk, view, NOW)
    mine = View(checker=view.checker, not_checker=view.not_checker)
    assert found.whole == total(desk, View()) > 10
    assert found.total == total(desk, mine)
    for state in State:
        assert found.states.get(state, 0) == total(desk, replace(mine, state=state))
    assert found.overdue == total(desk, replace(mine, overdue=True))
    assert found.stale == total(desk, replace(mine, stale=True))
    for step, count in found.outcomes:
        assert count == total(desk, replace(view, outcome=step.code))
    judged = sum(count for _, count in found.outcomes)
    without = Listing(desk, replace(view, outcome=""), NOW).outcomes().get("", 0)
    assert judged + without == total(desk, replace(view, outcome=""))


def test_saved_views_are_counted_but_for_those_that_cant_be_read(desk):
    save_view(desk, actor=person(desk), name="Being checked", view=View(state=State.IN_CHECKING))
    with desk.change("spoil", person(desk)) as change:
        saved = counts(desk, View(), NOW).saved[-1][0]
        change.update(type(saved), saved.id, name="Spoiled", address="nothing=1")
    save_view(desk, actor=person(desk), name="Being checked", view=View(state=State.IN_CHECKING))
    found = {saved.name: count for saved, count in counts(desk, View(), NOW).saved}
    assert found["Spoiled"] is None
    assert found["Being checked"] == total(desk, View(state=State.IN_CHECKING)) > 0


def test_people_and_tags_are_named(desk):
    found = counts(desk, View(), NOW)
    assert set(NAMES) <= set(found.people)
    assert set(found.tags) == {"bridge", "urgent"}


@pytest.mark.parametrize("view", VIEWS, ids=str)
@pytest.mark.parametrize("descending", [False, True])
def test_a_statement_is_where_its_place_says(desk, view, descending):
    view = replace(view, descending=descending)
    listing, everything = Listing(desk, view, NOW), Listing(desk, View(), NOW)
    keys = listing.page(0, listing.total)
    assert [listing.place_of(pk) for pk in keys] == list(range(listing.total))
    for pk in everything.page(0, everything.total):
        assert fits(desk, view, NOW, pk) == (pk in keys)
        if pk not in keys:
            assert listing.place_of(pk) is None


def test_days_are_those_around_the_moment(desk):
    # All that is due is due at START, a Monday.
    due = total(desk, View(due=Due.TODAY), START)
    assert due > 0
    assert total(desk, View(due=Due.WEEK), START) == due
    assert total(desk, View(due=Due.TODAY), START + timedelta(days=1)) == 0
    assert total(desk, View(due=Due.WEEK), START + timedelta(days=6)) == due
    assert total(desk, View(due=Due.WEEK), START + timedelta(days=7)) == 0
    assert total(desk, View(due=Due.WEEK), START - timedelta(days=1)) == 0
