"""Whatever way a view is read on, it has the same statements in the same order."""

from collections import Counter
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.actions import undoing
from factcheck.actions.tags import add_tag
from factcheck.domain.model import Priority, StatementKind
from factcheck.domain.queues import STALE_DAYS, Backing, Due, Group, Order, View
from factcheck.domain.search_hits import HitKind
from factcheck.domain.searching import parse
from factcheck.domain.workflow import State
from factcheck.store import keys, lists, queue, search_rows
from factcheck.store.desk import Desk
from factcheck.store.queue import Listing, fits
from factcheck.store.search import search
from factcheck.store.second import SecondDesk
from tests.making import START, Clock, maker, new_desk, person
from tests.working import NAMES, Editor, worked_on

NOW = START + timedelta(days=STALE_DAYS + 1)
TEXTS = ("the", "bridge", "the -bridge", "b", "the verdict:fix", "cost before:2030", "zebra")
# What makes a desk of a few statements be read as one of a million is.
FEW = ((queue, "_SORTED_SOONER", 0),)
MANY = ((queue, "_SORTED_SOONER", 10**9),)
NEARLY = (search_rows, "_nearly_all_have", lambda _desk, _match: True)
WAYS = {
    "few": FEW,
    "many": MANY,
    "cells in pieces": (*MANY, (keys, "_PIECE", 1)),
    "outcomes by words": (*MANY, (queue, "_MANY", -1)),
    "some are asked": (*MANY, (queue, "_FOUND_SOONER", 0)),
    "few of nearly all": (*FEW, NEARLY),
    "nearly all": (*MANY, NEARLY),
}
views = st.builds(
    View,
    state=st.sampled_from([None, None, State.IN_CHECKING, State.APPROVED]),
    outcome=st.sampled_from(["", "", "verified", "fix"]),
    kind=st.sampled_from([None, None, StatementKind.NUMBER]),
    priority=st.sampled_from([None, None, Priority.NORMAL]),
    checker=st.sampled_from(["", "", *NAMES]),
    not_checker=st.sampled_from(["", "", *NAMES]),
    backing=st.sampled_from([None, None, *Backing]),
    tag=st.sampled_from(["", "", "urgent"]),
    text=st.sampled_from(["", *TEXTS]),
    overdue=st.booleans(),
    stale=st.sampled_from([False, False, True]),
    due=st.sampled_from([None, None, *Due]),
    order=st.sampled_from(list(Order)),
    descending=st.booleans(),
    group=st.sampled_from(list(Group)),
)
CHANGING = [HealthCheck.function_scoped_fixture]


@contextmanager
def on(way: str):
    with pytest.MonkeyPatch.context() as patched:
        for module, name, value in WAYS[way]:
            patched.setattr(module, name, value)
        yield


def filled(path, actions=260) -> Desk:
    desk = worked_on(new_desk(path), 3, actions=actions)
    for row in lists.statement_rows(desk)[::3]:
        add_tag(desk, actor=person(desk), statement=row.id, word="urgent")
    return desk


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    desk = filled(tmp_path_factory.mktemp("ways") / "news.factcheck")
    yield desk
    desk.close()


def found_one_by_one(desk: Desk, view: View) -> list[int]:
    """Return what fits, in order: each statement is asked, its words are searched for."""
    orders = View(order=view.order, descending=view.descending, group=view.group)
    everything = Listing(desk, orders, NOW)
    without = replace(view, text="")
    chosen = [pk for pk in everything.page(0, everything.total) if fits(desk, without, NOW, pk)]
    if not view.text:
        return chosen
    section = search(desk, parse(view.text, typing=True), 10_000).get(HitKind.STATEMENT)
    assert section is not None
    names = {hit.id for hit in section.hits}
    return [line.pk for line in queue.lines(desk, chosen) if line.id in names]


def outcomes_of(desk: Desk, found: list[int]) -> Counter[str]:
    return Counter(line.step.code if line.step else "" for line in queue.lines(desk, found))


@settings(max_examples=300, suppress_health_check=CHANGING)
@given(view=views, way=st.sampled_from([*WAYS]), start=st.integers(0, 50), count=st.integers(0, 50))
def test_all_ways_lead_to_the_same(desk, view, way, start, count):
    wanted = found_one_by_one(desk, view)
    desk = Desk(desk.path, desk.db, now=desk._now, new_id=desk.new_id)
    with on(way):
        listing = Listing(desk, view, NOW)
        assert listing.total == len(wanted)
        assert listing.page(start, count) == wanted[start : start + count]
        assert listing.page(0, listing.total) == wanted
        assert listing.outcomes() == outcomes_of(desk, wanted)
        assert [listing.place_of(pk) for pk in wanted] == list(range(len(wanted)))


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("text", TEXTS)
def test_words_are_asked_of_one_as_of_all(desk, text, way):
    with on(way):
        listing = Listing(desk, View(text=text), NOW)
        found = set(listing.page(0, listing.total))
        everything = Listing(desk, View(), NOW)
        for pk in everything.page(0, everything.total):
            assert fits(desk, View(text=text), NOW, pk) == (pk in found)
            assert (listing.place_of(pk) is not None) == (pk in found)


@pytest.mark.parametrize("way", ["many", "some are asked", "nearly all"])
@pytest.mark.parametrize("seed", range(2))
def test_lists_follow_who_writes_here_and_elsewhere(tmp_path, way, seed):
    ours = filled(tmp_path / "news.factcheck", actions=90)
    others = Desk.open(ours.path, now=Clock(), new_id=maker(77))
    beside = SecondDesk(ours.path, Clock(), maker(78))
    chance = Random(seed)
    asked = [View(text="the"), View(text="bridge", state=State.IN_CHECKING), View(overdue=True)]
    with on(way):
        for _ in range(25):
            editor = Editor(chance.choice([ours, others]), chance)
            if chance.random() < 0.3 and undoing.next_undo(editor.desk):
                undoing.undo(editor.desk, actor=person(editor.desk))
            else:
                editor.act()
            for view in asked:
                wanted = found_one_by_one(ours, view)
                assert all_of(ours, view) == wanted
                assert beside.ask(lambda desk, view=view: all_of(desk, view)) == wanted
    beside.close()
    others.close()
    ours.close()


def all_of(desk: Desk, view: View) -> list[int]:
    listing = Listing(desk, view, NOW)
    found = listing.page(0, listing.total)
    assert listing.outcomes() == outcomes_of(desk, found)
    return found


def test_nearly_all_have_what_the_newest_have(desk, monkeypatch):
    monkeypatch.setattr(search_rows, "_NEWEST", 9)
    every = search_rows._EVERY
    newest = max(Listing(desk, View(), NOW).page(0, 100))
    facet = f'"{search_rows.facet("state", "in checking")}"'
    assert search_rows._nearly_all_have(desk, every)
    assert search_rows._nearly_all_have(desk, f"{every} NOT zebra")
    assert not search_rows._nearly_all_have(desk, f"{every} NOT {facet}")
    assert not search_rows._nearly_all_have(desk, "zebra")
    monkeypatch.setattr(search_rows, "_NEWEST", newest)
    assert not search_rows._nearly_all_have(desk, every)


@settings(suppress_health_check=CHANGING)
@given(found=st.lists(st.integers(1, 3_000), unique=True), piece=st.integers(1, 40))
def test_numbers_come_as_they_are(desk, found, piece):
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(keys, "_PIECE", piece)
        assert [*keys.numbers(desk, "value FROM json_each(?)", [str(found)])] == found
    assert [at for at, byte in enumerate(keys.mask([found]), 1) if byte] == sorted(found)
