"""The keys that are shown beside what they do are those that work, also after a change."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from factcheck.domain.model import Scale
from factcheck.domain.workflow import Step
from factcheck.ui.key_labels import CommandButton, KeyLabel, first_key
from factcheck.ui.statement.verdict_button import VerdictButton
from factcheck.ui.window import Window
from tests.ui.driving import press, type_text

TYPED_IN = Qt.InputMethodQuery.ImEnabled


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ((), ""),
        (("N",), "N"),
        (("Ctrl+Return", "Ctrl+Enter"), "Ctrl ↵"),
        (("Ctrl++",), "Ctrl +"),
        (("Alt+Shift+Left",), "Alt Shift Left"),
    ],
)
def test_a_key_is_written_as_it_is_read(qapp: QApplication, keys: tuple[str, ...], shown: str):
    action = QAction()
    action.setShortcuts([QKeySequence(key) for key in keys])
    assert first_key(action) == shown


def test_a_command_that_gets_its_first_key_later(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    action = QAction(window)
    action.setObjectName("some.command")
    shown, unknown = KeyLabel("some.command", "Press {0}."), KeyLabel("another.command")
    row = QHBoxLayout(window)
    row.addWidget(shown)
    row.addWidget(unknown)
    window.show()
    assert not shown.isVisible()
    assert unknown.text() == ""
    action.setShortcut(QKeySequence("F2"))
    assert shown.isVisible()
    assert shown.text() == "Press F2."


def label_of(root: QWidget, command: str) -> KeyLabel:
    labels = root.findChildren(KeyLabel)
    (found,) = [each for each in labels if [a.objectName() for a in each.actions()] == [command]]
    return found


def keys_in(root: QWidget) -> list[str]:
    labels = root.findChildren(KeyLabel)
    return [each.text() for each in labels if each.isVisible() and each.property("role") == "key"]


def test_the_bar_above_the_article(sample: Window) -> None:
    bar, shortcuts = sample.work.page.coverage, sample.work.shortcuts
    assert keys_in(bar) == ["N", "M"]
    shortcuts.choose("statement.open", "F4")
    assert keys_in(bar) == ["F4", "M"]
    shortcuts.clear("statement.mark")
    assert keys_in(bar) == ["F4"]
    buttons = bar.findChildren(CommandButton)
    assert [each.text() for each in buttons if each.isVisible()] == ["Next open", "Mark selection"]
    shortcuts.reset_all()
    assert keys_in(bar) == ["N", "M"]


def test_the_panel_without_a_statement(sample: Window) -> None:
    panel, shortcuts = sample.work.panel, sample.work.shortcuts
    hint = label_of(panel, "statement.mark")
    assert hint.text() == "Select words in the article and press M."
    shortcuts.choose("statement.mark", "Ctrl+Alt+M")
    assert hint.text() == "Select words in the article and press Ctrl Alt M."
    shortcuts.clear("statement.mark")
    assert not hint.isVisible()
    assert label_of(panel, "statement.open").isVisible()


def test_the_panel_with_a_statement(qtbot: QtBot, sample: Window) -> None:
    sample.work.go_to_open()
    qtbot.waitUntil(sample.work.panel.steps.isVisible)
    panel, shortcuts = sample.work.panel, sample.work.shortcuts
    submit, verified = panel.steps.buttons[Step.SUBMIT], panel.verdict.grid.buttons[0]
    assert submit.text() == "Submit  Ctrl ↵"
    assert "Key 1." in verified.accessibleDescription()
    width = verified.sizeHint().width()
    shortcuts.choose("statement.forward", "F9")
    shortcuts.choose("statement.verdict1", "Ctrl+F1")
    shortcuts.choose("statement.evidence", "F5")
    assert submit.text() == "Submit  F9"
    assert submit.accessibleName() == "Submit"
    assert "Key Ctrl F1." in verified.accessibleDescription()
    assert verified.sizeHint().width() > width
    assert keys_in(panel.evidence) == ["F5"]
    shortcuts.clear("statement.forward")
    shortcuts.clear("statement.verdict1")
    assert submit.text() == "Submit"
    assert "Key" not in verified.accessibleDescription()


def test_the_status_line(sample: Window) -> None:
    sample.work.shortcuts.choose("statement.next", "F4")
    assert sample.status.hints.whole().startswith("F4 Next · ")


def able(window: Window) -> list[QWidget]:
    """All that Tab leads to on the page that is on show."""
    every = window.findChildren(QWidget)
    shown = [each for each in every if each.isVisible() and each.isEnabled()]
    return [each for each in shown if each.focusPolicy() & Qt.FocusPolicy.TabFocus]


@pytest.mark.parametrize("page", ["show_article", "show_queue"])
def test_a_changed_key_works_from_wherever_nothing_is_typed(
    qtbot: QtBot, sample: Window, page: str
) -> None:
    work = sample.work
    getattr(work, page)()
    work.go(1)
    work.shortcuts.choose("view.larger", "Z")
    done: list[QWidget | None] = []
    work.actions["view.larger"].triggered.connect(lambda: done.append(QApplication.focusWidget()))
    places = [each for each in able(sample) if not each.inputMethodQuery(TYPED_IN)]
    for widget in places:
        widget.setFocus()
        press(qtbot, "Z")
    assert done == places


def test_letters_are_typed_in_a_field(qtbot: QtBot, sample: Window) -> None:
    sample.work.go_to_open()
    sample.work.shortcuts.choose("statement.next", "Z")
    field = sample.work.panel.verdict.reasoning
    before = sample.work.choice.statement
    field.setFocus()
    field.selectAll()
    type_text(qtbot, "Zero is near 1, I say")
    assert field.text() == "Zero is near 1, I say"
    assert sample.work.choice.statement == before


def test_a_button_that_is_made_later_shows_its_key_too(qtbot: QtBot, sample: Window) -> None:
    sample.work.go_to_open()
    qtbot.waitUntil(sample.work.panel.verdict.isVisible)
    sample.work.shortcuts.choose("statement.verdict2", "F2")
    grid = sample.work.panel.verdict.grid
    steps = tuple(button.step for button in grid.buttons[:3])
    grid.set_scale(Scale("another", "Another", 1, steps, datetime(2024, 11, 5, tzinfo=UTC)))
    assert [key_of(button) for button in grid.buttons] == ["Key 1.", "Key F2.", "Key 3."]


def key_of(button: VerdictButton) -> str:
    return button.accessibleDescription().removeprefix(button.step.meaning).strip()


def test_advice_that_can_t_be_followed_is_not_given(sample: Window) -> None:
    work = sample.work
    work.choice.show_statement(None)
    advice = label_of(work.panel, "statement.mark")
    assert advice.isVisible()
    assert advice.text() == "Select words in the article and press M."
    work.show_queue()
    work.choice.show_statement(None)
    assert not advice.isVisible()
    work.show_article()
    assert advice.isVisible()


def test_tips_name_the_keys_that_there_are_now(qtbot: QtBot, sample: Window) -> None:
    bar, rail, work = sample.title_bar, sample.rail, sample.work
    assert "Import (Ctrl I)" in bar.import_button.toolTip()
    assert "Queue (Ctrl 3)" in rail.buttons["Queue"].toolTip()
    work.shortcuts.choose("article.import", "F8")
    work.shortcuts.clear("view.queue")
    assert "Import (F8)" in bar.import_button.toolTip()
    assert "Queue" in rail.buttons["Queue"].toolTip()
    assert "(" not in rail.buttons["Queue"].toolTip()
    work.shortcuts.choose("edit.find_next", "F5")
    work.find()
    assert "Next place (F5)" in work.page.finding.bar.on.toolTip()
