"""The queue worked by keyboard: select, do the same to all, and hear what was left out."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from factcheck.actions.desks import create_desk, open_desk
from factcheck.actions.people import person_called
from factcheck.actions.statements import mark, submit
from factcheck.actions.verdicts import judge
from factcheck.domain.ids import StatementId
from factcheck.domain.model import Priority
from factcheck.domain.queues import View
from factcheck.domain.report_data import ReportStatement
from factcheck.domain.workflow import State, Step
from factcheck.store import reads
from factcheck.store.desk import Desk
from factcheck.ui.dialogs.details import DetailsDialog
from factcheck.ui.dialogs.many import AssignDialog, DueDialog, SureDialog, TagDialog
from factcheck.ui.dialogs.reason import ReasonDialog
from factcheck.ui.queue.picking import GUTTER
from factcheck.ui.window import Window
from tests.making import article
from tests.ui.driving import click, dialog, press, type_text

WORDS = "one two three four five six"
CROWD = 120
LONG = 20_000


def filled(path: Path, words: str, checker: str = "Jon Park") -> Path:
    """Make a desk on which each word is a statement that waits for review."""
    create_desk(path)
    desk = open_desk(path)
    who, where, at = person_called(desk, name=checker), article(desk, words), 0
    with desk.together():
        for word in words.split():
            done = mark(desk, actor=who, article=where, start=at, end=at + len(word))
            name = StatementId(done.new("statement"))
            judge(desk, actor=who, statement=name, outcome="verified")
            submit(desk, actor=who, statement=name)
            at += len(word) + 1
    desk.close()
    return path


class Queue:
    """The queue on the screen and the keys on it."""

    def __init__(self, qtbot: QtBot, window: Window) -> None:
        self.qtbot = qtbot
        self.window = window
        self.list = window.work.queue.list

    def open(self, path: Path, view: View | None = None) -> None:
        assert self.window.session.open(path)
        press(self.qtbot, "Ctrl+3", self.window)
        self.window.work.queue.show_view(view or View(state=State.AWAITING_REVIEW))
        self.waits_for(lambda: self.list.current() is not None)
        self.window.work.queue.settle()
        self.list.table.setFocus()

    def press(self, *keys: str) -> None:
        for key in keys:
            press(self.qtbot, key, self.list.table)

    def waits_for(self, holds: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(holds, timeout=LONG)

    def selected(self) -> list[str]:
        model = self.list.model
        rows = [model.row(place) for place in range(model.total)]
        return [row.quote for row in rows if row and model.selection.has(row)]

    def told(self) -> str:
        return self.window.message.text()

    def answered(self, kind: type, keys: str = "Ctrl+Return") -> None:
        """Answer the dialog on the screen, and come back."""
        asked = dialog(self.qtbot, self.window, kind)
        press(self.qtbot, keys, asked)
        self.waits_for(lambda: not asked.isVisible())
        self.window.activateWindow()
        self.waits_for(self.window.isActiveWindow)
        self.list.table.setFocus()

    @property
    def desk(self) -> Desk:
        return self.window.session.open_desk()

    def statements(self) -> list:
        sql = "SELECT id FROM statement ORDER BY pk"
        names = [StatementId(row[0]) for row in self.desk.db.execute(sql).fetchall()]
        return [reads.statement(self.desk, name) for name in names]

    def states(self) -> list[State]:
        return [row.state for row in self.statements()]

    def events(self) -> int:
        return self.desk.db.execute("SELECT count(*) FROM event").fetchone()[0]


@pytest.fixture
def queue(qtbot: QtBot, window: Window, tmp_path: Path) -> Iterator[Queue]:
    queue = Queue(qtbot, window)
    queue.open(filled(tmp_path / "news.factcheck", WORDS))
    yield queue
    window.session.jobs.wait()


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


def test_own_verdicts_are_left_out_and_can_be_approved_with_a_reason(queue: Queue) -> None:
    queue.window.session.person = "Jon Park"
    queue.press("X", "Shift+J", "A")
    assert "Approved: 0. Left out: 2. You gave this verdict" in queue.told()
    asked = dialog(queue.qtbot, queue.window, ReasonDialog)
    assert not asked.ok.isEnabled()
    type_text(queue.qtbot, "Nobody else is here.")
    queue.answered(ReasonDialog)
    assert queue.states()[:3] == [*[State.APPROVED] * 2, State.AWAITING_REVIEW]
    found = queue.desk.db.execute("SELECT overrides_rule, reason FROM review").fetchall()
    assert found == [(1, "Nobody else is here.")] * 2


def test_the_own_verdict_on_show_is_not_approved_without_a_reason(queue: Queue) -> None:
    queue.window.session.person = "Jon Park"
    queue.window.work.judging.refresh()
    steps, why = queue.window.work.panel.steps, "You gave this verdict, so a second person should"
    approve = steps.buttons[Step.APPROVE]
    assert not approve.isEnabled()
    assert all(
        why in words
        for words in (approve.toolTip(), approve.accessibleDescription(), steps.why.text())
    )
    queue.press("A")
    assert why in queue.told()
    assert queue.states()[0] is State.AWAITING_REVIEW
    click(queue.qtbot, steps.override)
    dialog(queue.qtbot, queue.window, ReasonDialog)
    type_text(queue.qtbot, "Nobody else is here.")
    queue.answered(ReasonDialog)
    assert queue.states()[0] is State.APPROVED
    found = queue.desk.db.execute("SELECT overrides_rule, reason FROM review").fetchall()
    assert found == [(1, "Nobody else is here.")]


def test_a_second_person_sees_no_way_around_the_rule(queue: Queue) -> None:
    steps = queue.window.work.panel.steps
    queue.waits_for(steps.buttons[Step.APPROVE].isEnabled)
    assert not steps.override.isVisible()
    assert not steps.why.isVisible()


def test_what_comes_back_says_who_sent_it_and_why(queue: Queue) -> None:
    queue.press("R")
    dialog(queue.qtbot, queue.window, ReasonDialog)
    type_text(queue.qtbot, "No source.")
    queue.answered(ReasonDialog)
    queue.window.session.person = "Jon Park"
    queue.window.work.queue.show_view(View(state=State.SENT_BACK, checker="Jon Park"))
    box = queue.window.work.panel.head.sent_back
    queue.waits_for(box.isVisible)
    assert box.who.text().startswith("↩ Sent back by Ada Reed, today, ")
    assert box.why.text() == "No source."
    press(queue.qtbot, "1", queue.list.table)
    queue.waits_for(lambda: not box.isVisible())


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


def judged_elsewhere(queue: Queue, place: int) -> None:
    """Let another program give another verdict, which waits for review, too."""
    name = queue.statements()[place].id
    other = open_desk(queue.desk.path)
    who = person_called(other, name="Jon Park")
    judge(other, actor=who, statement=name, outcome="false", reasoning="No.")
    submit(other, actor=who, statement=name)
    other.close()


@pytest.mark.parametrize("selecting", ["X", "Ctrl+A"])
def test_a_verdict_that_changed_meanwhile_is_left_out(queue: Queue, selecting: str) -> None:
    queue.press(selecting)
    judged_elsewhere(queue, 0)
    queue.press("A")
    queue.waits_for(lambda: "The verdict was changed while you looked at it." in queue.told())
    assert queue.states()[0] is State.AWAITING_REVIEW
    assert set(queue.states()[1:]) == {
        State.APPROVED if selecting == "Ctrl+A" else State.AWAITING_REVIEW
    }


def test_the_one_on_show_is_refused_too_and_shown_again(queue: Queue) -> None:
    judged_elsewhere(queue, 0)
    queue.press("A")
    assert "The verdict was changed while you looked at it." in queue.told()
    assert queue.states()[0] is State.AWAITING_REVIEW
    shown = queue.window.work.judging
    queue.waits_for(lambda: shown.shown.verdict.reasoning == "No.")
    queue.press("A")
    assert queue.states()[0] is State.APPROVED


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


def test_very_many_are_asked_about_first(queue: Queue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.ui.triage._MANY", 5)
    queue.press("Ctrl+A", "A")
    queue.answered(SureDialog, "Escape")
    assert queue.states() == [State.AWAITING_REVIEW] * 6
    queue.press("A")
    queue.answered(SureDialog)
    queue.waits_for(lambda: queue.states() == [State.APPROVED] * 6)


@pytest.fixture
def crowd(qtbot: QtBot, window: Window, tmp_path: Path) -> Iterator[Queue]:
    queue = Queue(qtbot, window)
    queue.open(filled(tmp_path / "crowd.factcheck", "word " * CROWD))
    yield queue
    window.session.jobs.wait()


def test_a_crowd_is_done_beside_the_window_and_undone_so(crowd: Queue) -> None:
    started = []
    crowd.window.session.jobs.started.connect(lambda job: started.append(job.title))
    crowd.press("Ctrl+A", "A")
    # Meanwhile nothing else is done.
    crowd.window.work.undo()
    assert crowd.told() == (
        "This can’t be done yet: approving: 120 statements. "
        "Wait for its end, or stop it in the line at the bottom."
    )
    crowd.waits_for(lambda: crowd.told() == "Approved: 120.")
    assert set(crowd.states()) == {State.APPROVED}
    crowd.waits_for(lambda: crowd.list.model.total == 0)
    press(crowd.qtbot, "Ctrl+Z", crowd.window)
    crowd.waits_for(lambda: crowd.list.model.total == CROWD)
    assert set(crowd.states()) == {State.AWAITING_REVIEW}
    assert [title for title in started if title] == ["Approving: 120 statements", "Undoing"]


def test_stopping_leaves_all_as_it_was(crowd: Queue) -> None:
    before = crowd.events()
    crowd.window.session.jobs.started.connect(lambda job: job.cancel())
    crowd.press("Ctrl+A", "A")
    crowd.waits_for(lambda: crowd.told() == "It was stopped, and nothing was changed.")
    assert (crowd.events(), set(crowd.states())) == (before, {State.AWAITING_REVIEW})
    assert crowd.list.bulk.told.text() == "120 selected"


def test_closing_the_desk_stops_it(crowd: Queue) -> None:
    path, before = crowd.desk.path, crowd.events()
    crowd.press("Ctrl+A", "A")
    crowd.window.session.close()
    crowd.window.session.jobs.wait()
    desk = open_desk(path)
    count = desk.db.execute("SELECT count(*) FROM event").fetchone()[0]
    states = desk.db.execute("SELECT DISTINCT state FROM statement").fetchall()
    assert (count, states) in [(before, [("awaiting review",)]), (before + 1, [("approved",)])]
    desk.close()


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
