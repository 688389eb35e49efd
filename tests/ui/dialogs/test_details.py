from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from factcheck.domain.model import Priority, Statement, StatementKind
from factcheck.domain.workflow import State
from factcheck.ui.dialogs.details import DetailsDialog

CONTROL = Qt.KeyboardModifier.ControlModifier
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Europe/Oslo"))
STATEMENT = Statement(
    id="statement-1",
    article_id="article-1",
    kind=StatementKind.NUMBER,
    claimant="the council",
    as_of="",
    priority=Priority.NORMAL,
    state=State.TO_CHECK,
    checker_id=None,
    reviewer_id=None,
    due_at=datetime(2026, 11, 27, 16, 0, tzinfo=UTC),
    created_at=NOW,
)


@pytest.fixture
def ask(qtbot):
    def ask(first=""):
        people = ("Ada Reed", "Jon Park")
        made = DetailsDialog(STATEMENT, checker="", people=people, now=NOW, first=first)
        qtbot.addWidget(made)
        with qtbot.waitActive(made):
            made.show()
        return made

    return ask


def test_it_shows_what_is_known_and_changes_nothing_by_itself(ask):
    dialog = ask()
    assert dialog.claimant.hasFocus()
    assert dialog.due.line.text() == "2026-11-27 17:00"
    assert dialog.due.read_back.text() == "Friday 27 November 2026, 17:00"
    assert dialog.changed() == {}


def test_all_of_it_by_keys(ask, qtbot):
    dialog = ask()
    dialog.claimant.selectAll()
    for text in ("the mayor", "Q3 2026", "Jon Park"):
        qtbot.keyClicks(dialog.focusWidget(), text)
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.due.line.hasFocus()
    dialog.due.line.selectAll()
    qtbot.keyClicks(dialog.due.line, "tomorrow 9:00")
    qtbot.keyClick(dialog.due.line, Qt.Key.Key_Tab)
    qtbot.keyClick(dialog.priority, Qt.Key.Key_Up)
    qtbot.keyClick(dialog.priority, Qt.Key.Key_Return, CONTROL)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.changed() == {
        "claimant": "the mayor",
        "as_of": "Q3 2026",
        "checker": "Jon Park",
        "due_at": datetime(2026, 11, 24, 8, 0, tzinfo=UTC),
        "priority": Priority.HIGH,
    }


def test_a_day_that_can_t_be_read_is_not_taken(ask, qtbot):
    dialog = ask("due_at")
    assert dialog.due.line.hasFocus()
    dialog.due.line.selectAll()
    qtbot.keyClicks(dialog.due.line, "soon")
    assert not dialog.ok.isEnabled()
    assert "“soon” is not a day" in dialog.due.doubt.text()
    assert not dialog.due.read_back.isVisible()
    dialog.accept()
    assert dialog.isVisible()


def test_no_day_is_a_change_too(ask, qtbot):
    dialog = ask("due_at")
    dialog.due.line.clear()
    assert dialog.ok.isEnabled()
    assert dialog.changed() == {"due_at": None}


def test_the_day_stays_the_same_moment_in_another_zone(ask):
    assert ask().due.value() - STATEMENT.due_at == timedelta(0)
