"""A line that is moved by what its person does stays where it is until they leave it."""

from itertools import product

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from factcheck.actions.desks import open_desk
from factcheck.actions.details import describe
from factcheck.actions.people import person_called
from factcheck.domain.model import Priority
from factcheck.domain.queues import Group, Order, View
from factcheck.store.queue import Listing
from factcheck.ui.dialogs.many import AssignDialog, DueDialog
from factcheck.ui.queue.holding import Held, with_held
from tests.making import START
from tests.ui.driving import dialog, press, type_text
from tests.ui.triaging import Queue, filled

BY_DUE = View(order=Order.DUE)


def words(queue: Queue) -> list[str]:
    """Wait for the list, and return its words from the top."""
    page, model = queue.window.work.queue, queue.list.model
    queue.waits_for(lambda: not page.reader.is_busy())
    page.settle()
    queue.window.work.panel.settle()
    return [row.quote for place in range(model.total) if (row := model.row(place))]


def show(queue: Queue, view: View) -> list[str]:
    queue.window.work.queue.show_view(view)
    return words(queue)


def make_due(queue: Queue, when: str = "26 Nov 2030 9:00") -> None:
    queue.press("Shift+D")
    dialog(queue.qtbot, queue.window, DueDialog)
    type_text(queue.qtbot, when)
    queue.answered(DueDialog)


def assign(queue: Queue, name: str) -> None:
    queue.press("Shift+A")
    dialog(queue.qtbot, queue.window, AssignDialog)
    type_text(queue.qtbot, name)
    queue.answered(AssignDialog)


def current(queue: Queue) -> str:
    """Return the words of the current line, which are those of the statement in the panel."""
    row = queue.list.current()
    assert queue.window.work.judging.shown.statement.id == row.statement_id
    return row.quote


def test_who_sets_a_due_date_keeps_the_place_and_the_statement(queue: Queue) -> None:
    before = show(queue, BY_DUE)
    queue.press("J", "J")
    make_due(queue)
    assert words(queue) == before
    assert current(queue) == "three"
    assert queue.list.current().due == "26 Nov 2030"
    # Of the next line on, all stand where they belong.
    queue.press("J")
    assert words(queue) == ["three", "one", "two", "four", "five", "six"]
    assert current(queue) == "four"
    queue.press("K")
    assert words(queue)[queue.list.place()] == current(queue) == "two"


def test_a_line_that_goes_down_makes_room_for_the_next(queue: Queue) -> None:
    show(queue, BY_DUE)
    queue.press("Ctrl+A")
    make_due(queue)
    queue.waits_for(lambda: queue.list.model.row(5).due == "26 Nov 2030")
    queue.press("J")
    make_due(queue, "27 Nov 2030 9:00")
    assert words(queue) == ["one", "two", "three", "four", "five", "six"]
    place = queue.list.place()
    queue.press("J")
    assert words(queue) == ["one", "three", "four", "five", "six", "two"]
    assert (current(queue), queue.list.place()) == ("three", place)


def test_the_next_key_goes_to_what_is_on_show(queue: Queue) -> None:
    show(queue, View(order=Order.OUTCOME))
    queue.press("J")
    press(queue.qtbot, "6", queue.list.table)
    type_text(queue.qtbot, "Nobody can know.")
    press(queue.qtbot, "Ctrl+Return")
    press(queue.qtbot, "Escape")
    assert words(queue) == ["one", "two", "three", "four", "five", "six"]
    queue.press("Shift+P")
    queue.waits_for(queue.list.bulk.menu.isVisible)
    press(queue.qtbot, "Return", queue.list.bulk.menu)
    assert [row.priority is Priority.HIGH for row in queue.statements()].index(True) == 1
    queue.press("K")
    assert words(queue) == ["two", "one", "three", "four", "five", "six"]
    assert current(queue) == "one"


def test_who_assigns_keeps_the_place(queue: Queue) -> None:
    before = show(queue, View(order=Order.CHECKER))
    queue.press("J")
    assign(queue, "Ada Reed")
    assert words(queue) == before
    queue.press("J")
    assert words(queue) == ["two", "one", "three", "four", "five", "six"]
    assert current(queue) == "three"


def test_the_last_line_is_held_too(queue: Queue) -> None:
    before = show(queue, BY_DUE)
    queue.press("End")
    make_due(queue)
    assert words(queue) == before
    queue.press("K")
    assert words(queue) == ["six", "one", "two", "three", "four", "five"]
    assert current(queue) == "five"


def test_what_is_done_to_many_leaves_the_current_line_before_the_next_other_one(
    queue: Queue,
) -> None:
    show(queue, BY_DUE)
    queue.press("J", "X", "Shift+J", "Shift+J")
    make_due(queue)
    assert words(queue) == ["two", "three", "one", "four", "five", "six"]
    assert (current(queue), queue.list.place()) == ("four", 3)


def test_it_is_taken_back_where_it_stands(queue: Queue) -> None:
    before = show(queue, BY_DUE)
    queue.press("J", "J")
    make_due(queue)
    queue.press("Ctrl+Z")
    assert words(queue) == before
    assert (current(queue), queue.list.place()) == ("three", 2)
    assert queue.list.current().due == ""
    queue.press("J")
    assert (words(queue), current(queue)) == (before, "four")


def test_a_second_click_finds_the_line_of_the_first(qtbot: QtBot, queue: Queue) -> None:
    before = show(queue, BY_DUE)
    queue.press("J", "J")
    make_due(queue)
    table, work = queue.list.table, queue.window.work
    place = table.visualRect(queue.list.model.index(1, 0)).center()
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(table.viewport(), left, pos=place)
    assert (words(queue), current(queue)) == (before, "two")
    qtbot.mouseDClick(table.viewport(), left, pos=place)
    qtbot.mouseRelease(queue.window, left)
    assert work.page.isVisible()
    assert work.judging.shown.number == 2
    press(qtbot, "Ctrl+3", queue.window)
    queue.waits_for(lambda: words(queue)[0] == "three")
    assert current(queue) == "two"


def test_the_view_asked_for_anew_is_sorted(queue: Queue) -> None:
    show(queue, BY_DUE)
    queue.press("J", "J")
    make_due(queue)
    assert show(queue, BY_DUE)[0] == "three"
    assert (current(queue), queue.list.place()) == ("three", 0)


def test_its_heading_stays_too(queue: Queue) -> None:
    def headings() -> list[str]:
        words(queue)
        model = queue.list.model
        return [model.row(place).heading for place in range(model.total)]

    show(queue, View(group=Group.CHECKER))
    assert headings() == ["Jon Park", "", "", "", "", ""]
    assign(queue, "Mia Torres")
    assert headings() == ["Jon Park", "", "", "", "", ""]
    queue.press("J")
    assert headings() == ["Jon Park", "", "", "", "", "Mia Torres"]
    # The first of all stands where it belongs.
    assign(queue, "Ada Reed")
    assert headings() == ["Ada Reed", "Jon Park", "", "", "", "Mia Torres"]


def test_whom_others_move_is_followed(queue: Queue) -> None:
    show(queue, BY_DUE)
    queue.press("J", "J")
    moved = queue.list.current().statement_id
    other = open_desk(queue.desk.path)
    describe(other, actor=person_called(other, name="Mia"), statement=moved, due_at=START)
    other.close()
    with queue.qtbot.waitSignal(queue.window.session.changed):
        pass
    assert words(queue)[0] == "three"
    assert (current(queue), queue.list.place()) == ("three", 0)


def test_pages_are_those_of_the_list_with_one_line_elsewhere(tmp_path, rows) -> None:
    desk = open_desk(filled(tmp_path / "news.factcheck", "one two three four five"))
    listing = Listing(desk, BY_DUE, START)
    keys = listing.page(0, 5)
    for pk, below, place in product(keys, [*keys, None], range(5)):
        if pk == below:
            continue
        held = with_held(listing, Held(rows.queue(pk), place, below))
        meant = [key for key in keys if key != pk]
        meant.insert(len(meant) if below is None else meant.index(below), pk)
        assert [held.place_of(key) for key in meant] == list(range(5))
        for start, count in product(range(5), range(7)):
            assert held.page(start, count) == meant[start : start + count]
    desk.close()
