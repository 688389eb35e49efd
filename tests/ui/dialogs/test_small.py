from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from factcheck.ui.dialogs.history import HistoryDialog
from factcheck.ui.dialogs.paste import PasteDialog
from factcheck.ui.dialogs.person import PersonDialog
from factcheck.ui.dialogs.reason import ReasonDialog
from factcheck.ui.dialogs.welcome import WelcomePage
from factcheck.ui.statement.telling import ShownEntry

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def shown(qtbot):
    def shown(widget):
        qtbot.addWidget(widget)
        with qtbot.waitActive(widget):
            widget.show()
        return widget

    return shown


def reason(*, required=True):
    prompt = "Why does it go back?"
    return ReasonDialog(title="Send back", prompt=prompt, ok_text="Send back", required=required)


def test_a_reason_is_given_with_the_keyboard(shown, qtbot):
    dialog = shown(reason())
    assert dialog.field.hasFocus()
    assert not dialog.ok.isEnabled()
    qtbot.keyClicks(dialog.field, " ")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return, CONTROL)
    assert dialog.isVisible()
    qtbot.keyClicks(dialog.field, "Which year?")
    assert dialog.ok.isEnabled()
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return, CONTROL)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.reason() == "Which year?"


def test_a_reason_that_is_not_required_may_stay_empty(shown, qtbot):
    dialog = shown(reason(required=False))
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return, CONTROL)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_the_clipboard_is_there_already_with_its_no_break_spaces(shown):
    QGuiApplication.clipboard().setText("Up 19\u00a0%.\n\nSaid 👩\u200d🚒.")
    dialog = shown(PasteDialog())
    assert dialog.text() == "Up 19\u00a0%.\n\nSaid 👩\u200d🚒."
    assert dialog.ok.isEnabled()
    dialog.field.clear()
    assert not dialog.ok.isEnabled()


def test_a_name_is_asked_for(shown, qtbot):
    dialog = shown(PersonDialog())
    assert not dialog.ok.isEnabled()
    qtbot.keyClicks(dialog.field, "  Anna   Richter ")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.name() == "Anna Richter"


def entry(who, full, action, *changes):
    return ShownEntry(who, "today", full, action, changes, ())


def test_history_tells_the_chosen_event_in_full(shown, qtbot):
    entries = (
        entry(
            "MO", "Tue 17 Dec 2024, 10:05", "send back", "state: a → b", "reason: “Which\nyear?”"
        ),
        entry("AR", "Tue 17 Dec 2024, 10:00", "verdict: Fix", "verdict: none → Fix"),
    )
    dialog = shown(HistoryDialog("History of statement 8", entries))
    assert dialog.list.topLevelItem(0).text(3) == "state: a → b · reason: “Which year?”"
    assert dialog.detail.toPlainText().endswith("\nstate: a → b\nreason: “Which\nyear?”")
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.detail.toPlainText().splitlines() == [
        "Tue 17 Dec 2024, 10:00 · AR · verdict: Fix",
        "verdict: none → Fix",
    ]


def test_an_empty_history_says_so(shown):
    assert shown(HistoryDialog("History", ())).detail.toPlainText() == "Nothing has happened yet."


def test_the_welcome_page_offers_its_four_ways(shown, qtbot):
    page = shown(WelcomePage())
    pairs = (
        (page.new_desk, page.new_desk_requested),
        (page.open_desk, page.open_desk_requested),
        (page.sample, page.sample_requested),
    )
    for button, signal in pairs:
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    page.show_recent((Path("/desks/tech.factcheck"), Path("/desks/R&D.factcheck")))
    with qtbot.waitSignal(page.recent_chosen) as chosen:
        qtbot.mouseClick(page.recent[1].name, Qt.MouseButton.LeftButton)
    assert chosen.args == [Path("/desks/R&D.factcheck")]
    assert page.recent[1].name.text() == "R&&D"
