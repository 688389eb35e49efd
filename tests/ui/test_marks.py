from pathlib import Path

import pytest

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
    assert [mark.statement_id for mark in marks.firsts()] == in_order
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
    assert list(marks) == list(Marks(lists.marks(desk, revision)))
    desk.close()


def test_the_longer_comes_first_and_a_second_span_keeps_the_number() -> None:
    marks = Marks([row("b", 4, 9), row("a", 4, 6), row("b", 20, 22), row("c", 0, 2)])
    assert [(number, mark.statement_id) for number, mark in marks] == [
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
