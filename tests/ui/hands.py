"""Two ways to do the same work in the window: with the mouse, and with the keyboard alone."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QRadioButton
from pytestqt.qtbot import QtBot

from factcheck.domain.workflow import State, Step
from factcheck.ui.dialogs.attach import AttachDialog
from factcheck.ui.dialogs.export import ExportDialog
from factcheck.ui.dialogs.import_article import ConfirmImportDialog
from factcheck.ui.dialogs.person import PersonDialog
from factcheck.ui.window import Window
from tests.ui.driving import click, dialog, press, type_text

WRITING = 20_000


class Hands:
    """What mouse and keyboard have in common: typing into fields, and waiting for work."""

    def __init__(self, qtbot: QtBot, window: Window) -> None:
        self.qtbot = qtbot
        self.window = window
        self.work = window.work

    def name_file(self, path: Path) -> None:
        """Type a path into the file dialog, accept it and come back to the window."""
        self.type_file(path)
        self.back()

    def type_file(self, path: Path) -> None:
        """Type a path into the file dialog and accept it; another dialog may follow at once."""
        asked = dialog(self.qtbot, self.window, QFileDialog)
        field = asked.findChild(QLineEdit, "fileNameEdit")
        # Its list of proposals pops up whenever the folder is read, and takes the next Return.
        field.setCompleter(None)
        field.setFocus()
        field.selectAll()
        self.qtbot.keyClicks(field, str(path))
        self.qtbot.keyClick(field, Qt.Key.Key_Return)

    def back(self) -> None:
        """Come back to the window after a dialog; without a window manager nobody else does it."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        assert not [each for each in self.window.findChildren(QDialog) if each.isVisible()]

    def written(self, path: Path) -> None:
        self.qtbot.waitUntil(path.exists, timeout=WRITING)
        self.qtbot.waitUntil(lambda: str(path) in self.window.message.text(), timeout=WRITING)

    def imported(self) -> None:
        self.qtbot.waitUntil(lambda: self.work.choice.article is not None)

    def statement_count(self) -> int:
        return self.work.page.total


class Keyboard(Hands):
    """Everything by keys."""

    def make_desk(self, path: Path) -> None:
        press(self.qtbot, "Ctrl+N", self.window)
        self.name_file(path)

    def import_article(self, path: Path) -> None:
        press(self.qtbot, "Ctrl+I")
        self.type_file(path)
        confirm = dialog(self.qtbot, self.window, ConfirmImportDialog)
        self.qtbot.keyClick(confirm, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        self.back()
        self.imported()

    def mark(self, quote: str) -> None:
        """Walk to the words with the caret, select them with Shift, press M."""
        view = self.work.page.view
        press(self.qtbot, "Ctrl+Home", view)
        before = view.document().toPlainText().partition(quote)[0]
        for _ in range(before.count("\n")):
            press(self.qtbot, "Ctrl+Down", view)
        cursor = view.document().find(quote)
        self._walk_to(cursor.selectionStart(), "Ctrl+Right", "Right")
        for _ in quote:
            press(self.qtbot, "Shift+Right", view)
        marked = self.statement_count()
        press(self.qtbot, "M", view)
        assert self.statement_count() == marked + 1

    def _walk_to(self, position: int, *keys: str) -> None:
        view = self.work.page.view
        for key in keys:
            while view.textCursor().position() < position:
                before = view.textCursor().position()
                press(self.qtbot, key, view)
                if view.textCursor().position() > position:
                    press(self.qtbot, key.replace("Right", "Left"), view)
                    break
                assert view.textCursor().position() > before, "the caret does not move"

    def attach_note(self, note: str) -> None:
        press(self.qtbot, "E")
        asked = dialog(self.qtbot, self.window, AttachDialog)
        press(self.qtbot, "Alt+O", asked)
        self.qtbot.waitUntil(asked.observed.hasFocus)
        type_text(self.qtbot, note)
        press(self.qtbot, "Ctrl+Return")
        self.back()

    def judge(self, place: int, reason: str, correction: str) -> None:
        press(self.qtbot, str(place))
        type_text(self.qtbot, reason)
        if correction:
            press(self.qtbot, "Tab")
            press(self.qtbot, "Ctrl+A")
            type_text(self.qtbot, correction)
        press(self.qtbot, "Ctrl+Return")
        press(self.qtbot, "Escape")
        assert self.work.page.view.hasFocus()

    def submit(self) -> None:
        press(self.qtbot, "Ctrl+Return")

    def change_person(self, name: str) -> None:
        press(self.qtbot, "F10", self.window)
        self.qtbot.waitUntil(self.window.menu.isVisible)
        press(self.qtbot, "D", self.window.menu)
        desk_menu = self.work.menus["&Desk"]
        self.qtbot.waitUntil(desk_menu.isVisible)
        press(self.qtbot, "P", desk_menu)
        dialog(self.qtbot, self.window, PersonDialog)
        type_text(self.qtbot, name)
        press(self.qtbot, "Return")
        self.back()

    def approve_all(self, count: int) -> None:
        press(self.qtbot, "Ctrl+3", self.window)
        self.qtbot.waitUntil(lambda: self.work.queue.list.model.rowCount() == count)
        for left in range(count, 0, -1):
            assert self.work.queue.list.model.rowCount() == left
            press(self.qtbot, "A")

    def export(self, path: Path) -> None:
        press(self.qtbot, "Ctrl+2", self.window)
        press(self.qtbot, "Ctrl+E")
        asked = dialog(self.qtbot, self.window, ExportDialog)
        press(self.qtbot, "Alt+M" if path.suffix == ".md" else "Alt+P", asked)
        self.qtbot.waitUntil(lambda: asked.suffix() == path.suffix)
        press(self.qtbot, "Ctrl+Return", asked)
        self.name_file(path)
        self.written(path)


class Mouse(Hands):
    """Everything by clicks and drags; only words are typed."""

    def make_desk(self, path: Path) -> None:
        click(self.qtbot, self.work.welcome.new_desk)
        self.name_file(path)

    def import_article(self, path: Path) -> None:
        click(self.qtbot, self.window.title_bar.import_button)
        self.type_file(path)
        click(self.qtbot, dialog(self.qtbot, self.window, ConfirmImportDialog).ok)
        self.back()
        self.imported()

    def mark(self, quote: str) -> None:
        """Drag over the words, then choose Mark in the menu."""
        view = self.work.page.view
        found = view.document().find(quote)
        self.scroll_to(found)
        start, end = (self.point_at(at) for at in (found.selectionStart(), found.selectionEnd()))
        button = Qt.MouseButton.LeftButton
        self.qtbot.mousePress(view.viewport(), button, pos=start)
        self.qtbot.mouseMove(view.viewport(), end)
        self.qtbot.mouseRelease(view.viewport(), button, pos=end)
        marked = self.statement_count()
        self.work.actions["statement.mark"].trigger()
        assert self.statement_count() == marked + 1

    def scroll_to(self, found: QTextCursor) -> None:
        view = self.work.page.view
        wheel = view.verticalScrollBar()
        line = found.block().firstLineNumber()
        wheel.setValue(max(0, line - 5))

    def point_at(self, position: int) -> QPoint:
        view = self.work.page.view
        cursor = QTextCursor(view.document())
        cursor.setPosition(position)
        rect = view.cursorRect(cursor)
        assert view.viewport().rect().contains(rect.center()), "the words can’t be seen"
        return rect.center()

    def attach_note(self, note: str) -> None:
        click(self.qtbot, self.work.panel.evidence.attach)
        asked = dialog(self.qtbot, self.window, AttachDialog)
        radio = asked.findChildren(QRadioButton)[2]
        self.qtbot.mouseClick(radio, Qt.MouseButton.LeftButton, pos=QPoint(8, radio.height() // 2))
        type_text(self.qtbot, note)
        click(self.qtbot, asked.ok)
        self.back()

    def judge(self, place: int, reason: str, correction: str) -> None:
        section = self.work.panel.verdict
        click(self.qtbot, section.grid.buttons[place - 1])
        type_text(self.qtbot, reason)
        if correction:
            click(self.qtbot, section.correction.viewport())
            press(self.qtbot, "Ctrl+A")
            type_text(self.qtbot, correction)
        click(self.qtbot, section.grid.buttons[place - 1])

    def submit(self) -> None:
        click(self.qtbot, self.work.panel.steps.buttons[Step.SUBMIT])

    def change_person(self, name: str) -> None:
        click(self.qtbot, self.window.status.person)
        asked = dialog(self.qtbot, self.window, PersonDialog)
        type_text(self.qtbot, name)
        click(self.qtbot, asked.ok)
        self.back()

    def approve_all(self, count: int) -> None:
        click(self.qtbot, self.window.rail.buttons["Queue"])
        self.qtbot.waitUntil(lambda: self.work.queue.list.model.rowCount() == count)
        for left in range(count, 0, -1):
            assert self.work.queue.list.model.rowCount() == left
            self.qtbot.waitUntil(self.is_current_shown)
            click(self.qtbot, self.work.panel.steps.buttons[Step.APPROVE])
        assert self.work.queue.list.side.queues.lit() == State.AWAITING_REVIEW

    def is_current_shown(self) -> bool:
        shown, current = self.work.judging.shown, self.work.queue.list.current()
        return bool(shown and current) and shown.statement.id == current.statement_id

    def export(self, path: Path) -> None:
        click(self.qtbot, self.window.rail.buttons["Article"])
        click(self.qtbot, self.window.title_bar.export_button)
        asked = dialog(self.qtbot, self.window, ExportDialog)
        radio = asked.formats.button(1 if path.suffix == ".md" else 0)
        self.qtbot.mouseClick(radio, Qt.MouseButton.LeftButton, pos=QPoint(8, radio.height() // 2))
        click(self.qtbot, asked.ok)
        self.name_file(path)
        self.written(path)
