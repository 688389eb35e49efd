"""Selecting in the queue, by keys and clicks."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from factcheck.domain.queues import View
from factcheck.domain.workflow import State
from factcheck.ui.queue.picking import GUTTER
from tests.ui.triaging import Queue


def test_x_selects_and_escape_selects_nothing(queue: Queue) -> None:
    assert not queue.list.bulk.isVisible()
    queue.press("X", "J", "J", "X")
    assert queue.selected() == ["one", "three"]
    assert queue.list.bulk.told.text() == "2 selected"
    queue.press("X")
    assert queue.selected() == ["one"]
    queue.press("Escape")
    assert (queue.selected(), queue.list.bulk.isVisible()) == ([], False)


def test_ranges_grow_and_shrink_by_keys(queue: Queue) -> None:
    queue.press("J", "Shift+J", "Shift+Down", "Shift+J")
    assert queue.selected() == ["two", "three", "four", "five"]
    queue.press("Shift+K", "Shift+Up")
    assert queue.selected() == ["two", "three"]
    queue.press("Shift+K", "Shift+K")
    assert queue.selected() == ["one", "two"]
    assert queue.list.current().quote == "one"


def test_clicks_select_too(qtbot: QtBot, queue: Queue) -> None:
    table, view = queue.list.table, queue.list.table.viewport()

    def at(place: int, x: int = 100):
        index = queue.list.model.index(place, 0)
        point = table.visualRect(index).center()
        point.setX(x)
        return point

    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    qtbot.mouseClick(view, left, Qt.KeyboardModifier.ControlModifier, at(1))
    assert queue.selected() == ["two"]
    qtbot.mouseClick(view, left, Qt.KeyboardModifier.ShiftModifier, at(3))
    assert queue.selected() == ["two", "three", "four"]
    qtbot.mouseClick(view, left, none, at(2, GUTTER // 2))
    assert queue.selected() == ["two", "four"]
    qtbot.mouseClick(view, left, none, at(5))
    assert queue.selected() == ["two", "four"]
    assert queue.list.current().quote == "six"


def test_a_screen_reader_hears_what_is_selected(queue: Queue) -> None:
    def checked(place: int) -> object:
        return queue.list.model.index(place, 0).data(Qt.ItemDataRole.CheckStateRole)

    assert checked(0) is None
    queue.press("X")
    assert (checked(0), checked(1)) == (Qt.CheckState.Checked, Qt.CheckState.Unchecked)


def test_all_of_a_view_but_one(queue: Queue) -> None:
    queue.press("Ctrl+A")
    assert queue.list.bulk.told.text() == "6 selected"
    queue.press("J", "X")
    assert queue.list.bulk.told.text() == "5 selected"
    queue.press("A")
    queue.waits_for(lambda: queue.states().count(State.APPROVED) == 5)
    assert queue.states()[1] is State.AWAITING_REVIEW


def test_another_view_has_nothing_selected(queue: Queue) -> None:
    queue.press("X")
    queue.window.work.queue.show_view(View())
    queue.waits_for(lambda: not queue.list.bulk.isVisible())
