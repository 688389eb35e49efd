"""The same done to all that is selected in the queue, or to its current line, by keyboard."""

import pytest

from factcheck.domain.model import Priority
from factcheck.domain.report_data import ReportStatement
from factcheck.domain.workflow import State, Step
from factcheck.store import reads
from factcheck.ui.dialogs.details import DetailsDialog
from factcheck.ui.dialogs.many import AssignDialog, DueDialog, TagDialog
from factcheck.ui.dialogs.reason import ReasonDialog
from tests.ui.driving import click, dialog, press, type_text
from tests.ui.triaging import Queue


def test_assigning_is_one_undoable_step(queue: Queue) -> None:
    count = queue.events()
    queue.press("X", "J", "X", "Shift+A")
    asked = dialog(queue.qtbot, queue.window, AssignDialog)
    assert asked.windowTitle() == "Assign: 2 selected"
    type_text(queue.qtbot, "Ada Reed")
    queue.answered(AssignDialog)
    people = reads.people(queue.desk)
    assert [people[row.checker_id].name for row in queue.statements()] == [
        *["Ada Reed"] * 2,
        *["Jon Park"] * 4,
    ]
    assert queue.told() == "Assigned to Ada Reed: 2."
    assert queue.selected() == []
    assert queue.events() == count + 1
    queue.press("Ctrl+Z")
    assert {people[row.checker_id].name for row in queue.statements()} == {"Jon Park"}


def test_a_due_date_is_read_back_in_full(queue: Queue) -> None:
    queue.press("Ctrl+A", "Shift+D")
    asked = dialog(queue.qtbot, queue.window, DueDialog)
    type_text(queue.qtbot, "26 Nov 2030 9:00")
    assert asked.due.read_back.text() == "Tuesday 26 November 2030, 09:00"
    queue.answered(DueDialog)
    queue.waits_for(lambda: queue.told() == "Due Tuesday 26 November 2030, 09:00: 6.")
    assert len({row.due_at for row in queue.statements()}) == 1


def test_priority_comes_from_a_menu(queue: Queue) -> None:
    queue.press("X", "Shift+J", "Shift+P")
    queue.waits_for(queue.list.bulk.menu.isVisible)
    press(queue.qtbot, "Return", queue.list.bulk.menu)
    assert [row.priority for row in queue.statements()][:3] == [
        *[Priority.HIGH] * 2,
        Priority.NORMAL,
    ]


def test_where_nothing_had_to_be_changed_that_is_said(queue: Queue) -> None:
    before = queue.events()
    queue.press("X", "Shift+J", "Shift+P")
    queue.waits_for(queue.list.bulk.menu.isVisible)
    press(queue.qtbot, "Down, Return", queue.list.bulk.menu)
    assert queue.told() == "Priority normal: nothing changed, it was so already."
    assert queue.events() == before


def test_tags_are_put_on_and_taken_off(queue: Queue) -> None:
    queue.press("X", "Shift+J", "Shift+T")
    dialog(queue.qtbot, queue.window, TagDialog)
    type_text(queue.qtbot, "Bridge")
    queue.answered(TagDialog)
    found = queue.desk.db.execute("SELECT word FROM tag").fetchall()
    assert found == [("bridge",)] * 2
    queue.press("Ctrl+A", "Shift+T")
    asked = dialog(queue.qtbot, queue.window, TagDialog)
    type_text(queue.qtbot, "bridge")
    click(queue.qtbot, asked.take_off)
    queue.answered(TagDialog)
    queue.waits_for(lambda: queue.told() == "Tag “bridge” taken off: 6.")
    assert queue.desk.db.execute("SELECT count(*) FROM tag").fetchone() == (0,)


def test_deeds_go_to_the_current_line_where_nothing_is_selected(queue: Queue) -> None:
    queue.press("J", "Shift+A")
    dialog(queue.qtbot, queue.window, AssignDialog)
    type_text(queue.qtbot, "Mia Torres")
    queue.answered(AssignDialog)
    mia = reads.person_named(queue.desk, "Mia Torres").id
    assert [row.checker_id == mia for row in queue.statements()] == [False, True, *[False] * 4]


def test_approving_what_is_selected(queue: Queue) -> None:
    queue.press("X", "J", "J", "X", "A")
    assert queue.told() == "Approved: 2."
    approved = [row.state is State.APPROVED for row in queue.statements()]
    assert approved == [True, False, True, False, False, False]
    queue.waits_for(lambda: queue.list.model.total == 4)


def test_the_buttons_do_what_their_keys_do(queue: Queue) -> None:
    queue.press("X", "J", "X")
    bar = queue.list.bulk
    assert bar.buttons["statement.approve"].text() == "Approve  A"
    click(queue.qtbot, bar.buttons["statement.approve"])
    assert queue.states().count(State.APPROVED) == 2
    queue.press("X")
    click(queue.qtbot, bar.buttons["triage.clear"])
    assert queue.selected() == []


def test_sending_back_asks_for_a_reason(queue: Queue) -> None:
    queue.press("X", "Shift+J", "R")
    asked = dialog(queue.qtbot, queue.window, ReasonDialog)
    assert not asked.ok.isEnabled()
    type_text(queue.qtbot, "No source.")
    queue.answered(ReasonDialog)
    assert queue.states()[:3] == [*[State.SENT_BACK] * 2, State.AWAITING_REVIEW]


def test_tags_are_shown_and_edited_in_the_details(queue: Queue) -> None:
    queue.press("I")
    asked = dialog(queue.qtbot, queue.window, DetailsDialog)
    asked.tags.setFocus()
    type_text(queue.qtbot, "Budget, #bridge")
    queue.answered(DetailsDialog)
    head = queue.window.work.panel.head
    assert head.chip("tags").words() == "#bridge #budget"
    click(queue.qtbot, head.chip("tags"))
    asked = dialog(queue.qtbot, queue.window, DetailsDialog)
    assert (asked.tags.hasFocus(), asked.tags.text()) == (True, "bridge, budget")
    asked.tags.clear()
    queue.answered(DetailsDialog)
    assert not any(words.startswith("#") for words in head.chips())
    assert queue.desk.db.execute("SELECT count(*) FROM tag").fetchone() == (0,)


def test_after_a_step_by_the_mouse_the_keys_are_the_list_s(queue: Queue) -> None:
    panel = queue.window.work.panel
    back = panel.steps.buttons[Step.DISMISS]
    queue.waits_for(lambda: back.isVisible() and back.height() > 0)
    click(queue.qtbot, back)
    queue.waits_for(queue.list.table.hasFocus)
    panel.verdict.reasoning.setFocus()
    press(queue.qtbot, "Escape", panel.verdict.reasoning)
    queue.waits_for(queue.list.table.hasFocus)


def test_what_leaves_the_queue_is_not_shown_once_more(
    queue: Queue, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel, shown = queue.window.work.panel, []
    show = panel.show_statement

    def watched(detail: ReportStatement | None, **rest: object) -> None:
        shown.append(detail and detail.statement.id)
        show(detail, **rest)

    monkeypatch.setattr(panel, "show_statement", watched)
    queue.press("D")
    queue.window.work.queue.settle()
    assert shown == [queue.statements()[1].id]


def test_a_statement_that_stays_after_all_is_shown_as_it_is_now(queue: Queue) -> None:
    work = queue.window.work
    queue.press("J")
    work.judging.set_kind("date")
    queue.press("K")
    work.queue.settle()
    assert work.panel.head.kind.words().startswith("Date")
