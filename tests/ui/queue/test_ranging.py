"""Selecting from one line to another far away, of which most were never on show."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from factcheck.actions import bulk
from factcheck.actions.desks import open_desk
from factcheck.actions.people import person_called
from factcheck.domain.workflow import State
from factcheck.store import many
from factcheck.store.queue import Listing
from factcheck.ui.queue import model, ranging, reading
from factcheck.ui.window import Window
from tests.ui.triaging import Queue, filled

CROWD = 120
FAR = CROWD - 2


@pytest.fixture
def crowd(
    qtbot: QtBot, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Queue]:
    """A list that is read ten lines at a time, of which only those on show were read."""
    for module in (model, reading):
        monkeypatch.setattr(module, "PAGE", 10)
    monkeypatch.setattr(model, "_AHEAD", 0)
    monkeypatch.setattr(ranging, "_PIECE", 7)
    queue = Queue(qtbot, window)
    queue.open(filled(tmp_path / "crowd.factcheck", "word " * CROWD))
    yield queue
    window.session.jobs.wait()


def go_far(queue: Queue) -> None:
    queue.list.table.scrollToBottom()
    queue.waits_for(lambda: queue.list.model.row(FAR) is not None)
    assert queue.list.model.row(CROWD // 2) is None


def shift_click(queue: Queue, place: int) -> None:
    at = queue.list.table.visualRect(queue.list.model.index(place, 0)).center()
    left, shift = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
    queue.qtbot.mouseClick(queue.list.table.viewport(), left, shift, at)


def between(queue: Queue, first: int, last: int) -> dict:
    question = queue.window.work.queue.question
    keys = Listing(queue.desk, question.view, question.now).page(first, last - first + 1)
    return many.standing(queue.desk, keys)


def test_all_between_two_lines(crowd: Queue) -> None:
    crowd.press("J")
    go_far(crowd)
    shift_click(crowd, FAR)
    crowd.waits_for(lambda: crowd.list.bulk.told.text() == "118 selected")
    chosen = crowd.list.model.selection.chosen()
    assert (chosen.seen, chosen.rule) == (between(crowd, 1, FAR), None)
    assert len(set(chosen.seen.values())) == FAR
    assert crowd.list.place() == FAR


def test_what_is_done_to_it_waits_for_all_of_it(crowd: Queue) -> None:
    crowd.press("J")
    go_far(crowd)
    shift_click(crowd, FAR)
    crowd.press("X", "A")
    crowd.waits_for(lambda: crowd.told() == "Approved: 117.")
    left = [place for place, state in enumerate(crowd.states()) if state is State.AWAITING_REVIEW]
    assert left == [0, FAR, CROWD - 1]


def test_escape_stops_it_and_what_waits(crowd: Queue) -> None:
    go_far(crowd)
    shift_click(crowd, FAR)
    crowd.press("A", "Escape")
    crowd.waits_for(lambda: not crowd.window.work.queue.reader.is_busy())
    assert (crowd.selected(), crowd.list.bulk.isVisible()) == ([], False)
    assert set(crowd.states()) == {State.AWAITING_REVIEW}


def test_from_the_first_to_the_last_is_all_of_the_view(crowd: Queue) -> None:
    go_far(crowd)
    shift_click(crowd, CROWD - 1)
    assert crowd.list.bulk.told.text() == "120 selected"
    assert crowd.list.model.selection.chosen().rule is not None


def test_a_list_that_changed_meanwhile_is_not_selected_from(crowd: Queue) -> None:
    crowd.press("J")
    go_far(crowd)
    others = open_desk(crowd.desk.path)
    bulk.approve(
        others, actor=person_called(others, name="Mia Torres"), seen=between(crowd, 50, 50)
    )
    others.close()
    shift_click(crowd, FAR)
    crowd.waits_for(lambda: crowd.told().startswith("The list has changed meanwhile."))
    assert not crowd.list.model.selection.is_on()
    crowd.press("A")
    crowd.waits_for(lambda: crowd.states()[FAR] is State.APPROVED)
    assert crowd.states().count(State.APPROVED) == 2
