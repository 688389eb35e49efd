"""Details of a statement in the window, by keys."""

from datetime import UTC, datetime

from pytestqt.qtbot import QtBot

from factcheck.actions.details import describe
from factcheck.store import reads
from factcheck.ui.dialogs.details import DetailsDialog
from factcheck.ui.window import Window
from tests.ui.driving import click, dialog, press, type_text


def test_i_asks_for_the_details_and_one_undo_takes_them_back(qtbot: QtBot, sample: Window) -> None:
    sample.work.go_to_open()
    before = sample.work.panel.head.chips()
    press(qtbot, "I", sample.work.page.view)
    asked = dialog(qtbot, sample, DetailsDialog)
    press(qtbot, "Ctrl+A")
    type_text(qtbot, "the harbour office")
    press(qtbot, "Alt+C", asked)
    qtbot.waitUntil(asked.checker.hasFocus)
    press(qtbot, "Ctrl+A")
    type_text(qtbot, "Mia Torres")
    press(qtbot, "Ctrl+Return")
    sample.activateWindow()
    qtbot.waitUntil(sample.isActiveWindow)
    chips = sample.work.panel.head.chips()
    assert chips[0] == "said by: the harbour office"
    assert "checker: Mia Torres" in chips
    press(qtbot, "Ctrl+Z", sample.work.page.view)
    assert sample.work.panel.head.chips() == before


def test_a_click_on_a_chip_begins_with_its_detail(qtbot: QtBot, sample: Window) -> None:
    sample.work.go_to_open()
    statement = sample.work.choice.statement
    due = datetime(2036, 11, 26, 16, 0, tzinfo=UTC)
    sample.session.do(describe, statement=statement, due_at=due)
    click(qtbot, sample.work.panel.head.chip("due_at"))
    asked = dialog(qtbot, sample, DetailsDialog)
    assert asked.due.line.hasFocus()
    press(qtbot, "Ctrl+A")
    press(qtbot, "Backspace")
    click(qtbot, asked.ok)
    assert reads.statement(sample.session.open_desk(), statement).due_at is None
