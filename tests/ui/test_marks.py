from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.ids import StatementId
from factcheck.domain.workflow import State
from factcheck.store import lists, reads
from factcheck.store.lists import MarkRow
from factcheck.ui.marks import Marks
from tests.making import new_desk
from tests.working import worked_on


def row(name: str, start: int, end: int) -> MarkRow:
    return MarkRow(StatementId(name), start, end, State.TO_CHECK, None)


@pytest.mark.parametrize("seed", [1, 2, 8])
def test_numbers_are_those_of_the_store(tmp_path: Path, seed: int) -> None:
    desk = new_desk(tmp_path / "news.factcheck")
    worked_on(desk, seed)
    one = reads.articles(desk)[0].article.id
    marks = Marks(lists.marks(desk, reads.revision(desk, one).id))
    in_order = lists.ids_in_order(desk, one)
    assert [mark.statement_id for mark in marks.after(0)] == in_order
    assert [marks.number_of(name) for name in in_order] == list(range(1, len(in_order) + 1))
    desk.close()


@pytest.mark.parametrize("seed", [1, 2, 8])
def test_replacing_some_is_reading_all(tmp_path: Path, seed: int) -> None:
    desk = new_desk(tmp_path / "news.factcheck")
    worked_on(desk, seed)
    one = reads.articles(desk)[0].article.id
    revision = reads.revision(desk, one).id
    touched = lists.ids_in_order(desk, one)[::2]
    marks = Marks(row(name, 5 + place, 90) for place, name in enumerate(touched))
    others = [m for m in lists.marks(desk, revision) if m.statement_id not in touched]
    marks.replace([StatementId("new here")], others)
    marks.replace(touched, lists.marks(desk, revision, touched))
    anew = Marks(lists.marks(desk, revision))
    assert list(marks) == list(anew)
    assert marks.tones == anew.tones
    desk.close()


def test_the_longer_comes_first_and_a_second_span_keeps_the_number() -> None:
    marks = Marks([row("b", 4, 9), row("a", 4, 6), row("b", 20, 22), row("c", 0, 2)])
    assert [(marks.number_of(mark.statement_id), mark.statement_id) for mark in marks] == [
        (1, "c"),
        (2, "b"),
        (2, "b"),
        (3, "a"),
    ]
    assert marks.at(2) == row("b", 4, 9)
    assert marks.at(0) is None
    assert marks.at(4) is None
    assert marks.number_of(StatementId("nobody")) is None


def test_a_statement_whose_spans_are_gone_is_gone() -> None:
    marks = Marks([row("a", 0, 2), row("b", 4, 9)])
    marks.replace([StatementId("a")], [])
    assert len(marks) == 1
    assert marks.number_of(StatementId("b")) == 1


def test_going_on_from_a_number_goes_round() -> None:
    marks = Marks([row("a", 0, 2), row("b", 4, 9), row("c", 10, 12)])
    assert [mark.statement_id for mark in marks.after(1)] == ["b", "c", "a"]
    assert list(Marks().after(0)) == []


@given(st.integers(1, 120), st.integers(0, 120), st.sets(st.integers(0, 119), max_size=4))
def test_replacing_names_all_whose_number_got_another_length(
    count: int, at: int, gone: set[int]
) -> None:
    marks = Marks(row(f"s{n}", 10 * n, 10 * n + 5) for n in range(count))
    before = {mark.statement_id: len(str(marks.number_of(mark.statement_id))) for mark in marks}
    names = [StatementId(f"s{n}") for n in gone if n < count]
    new = StatementId("new")
    told = marks.replace([*names, new], [row("new", 10 * at + 6, 10 * at + 8)])
    after = {mark.statement_id: len(str(marks.number_of(mark.statement_id))) for mark in marks}
    assert {*names, new} <= told
    assert {name for name in after if after[name] != before.get(name)} <= told
    assert len(told) <= 5 + 8 * (len(names) + 1)
