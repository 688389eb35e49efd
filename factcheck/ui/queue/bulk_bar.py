"""The bar above the list while statements are selected: how many, and what can be done to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton

from factcheck.domain.model import Priority
from factcheck.ui.key_labels import first_key, follow_key
from factcheck.ui.statement.flow import FlowLayout
from factcheck.ui.statement.words import priority_word
from factcheck.ui.widgets import Button, label, without_mnemonic

if TYPE_CHECKING:
    from PySide6.QtGui import QActionEvent, QShowEvent

# The name by which lupdate finds the texts.
translate = QCoreApplication.translate


class BulkBar(QFrame):
    """Hidden while nothing is selected.

    ``requested`` carries the id of a command, ``priority_chosen`` a Priority.
    """

    requested = Signal(str)
    priority_chosen = Signal(Priority)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "bulk-bar")
        self.told = label("", "strong")
        self.menu = QMenu(self)
        for priority in reversed(Priority):
            action = self.menu.addAction(priority_word(priority))
            action.triggered.connect(lambda _on, which=priority: self.priority_chosen.emit(which))
        self.buttons = {command: self._make(command, words) for command, words in _deeds()}
        self.buttons["triage.clear"].setAccessibleName(self.tr("Select nothing"))
        self.told.setContentsMargins(0, 0, 4, 0)
        flow = FlowLayout(spacing=4)
        nothing = self.buttons["triage.clear"]
        for part in (self.told, *self.buttons.values()):
            if part is not nothing:
                flow.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 4, 6)
        row.setSpacing(4)
        row.addLayout(flow, 1)
        row.addWidget(nothing, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_count(self, count: int) -> None:
        """Say how many are selected; hide for none."""
        self.told.setText(self.tr("{} selected").format(f"{count:,}"))
        self.setVisible(count > 0)

    def open_priorities(self) -> None:
        """Offer the priorities below their button."""
        asked = self.buttons["triage.priority"]
        self.menu.popup(asked.mapToGlobal(QPoint(0, asked.height())))
        self.menu.setActiveAction(self.menu.actions()[0])

    def _make(self, command: str, words: str) -> QPushButton:
        made = _KeyButton(command, words)
        made.clicked.connect(lambda: self.requested.emit(command))
        return made


class _KeyButton(Button):
    """A deed with the key of its command behind its word; disabled where that is."""

    def __init__(self, command: str, word: str) -> None:
        super().__init__(word)
        self._command = command
        self._word = word
        self.setAccessibleName(word.rstrip("…▾ "))
        if command == "statement.approve":
            self.setProperty("primary", "true")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        follow_key(self, self._command)

    def actionEvent(self, event: QActionEvent) -> None:
        super().actionEvent(event)
        key = first_key(event.action())
        self.setText(without_mnemonic(f"{self._word}  {key}".rstrip()))
        self.setEnabled(event.action().isEnabled())


def _deeds() -> tuple[tuple[str, str], ...]:
    return (
        ("triage.assign", translate("BulkBar", "Assign…")),
        ("triage.due", translate("BulkBar", "Due…")),
        ("triage.priority", translate("BulkBar", "Priority ▾")),
        ("triage.tag", translate("BulkBar", "Tag…")),
        ("statement.back", translate("BulkBar", "Send back…")),
        ("statement.approve", translate("BulkBar", "Approve")),
        ("triage.clear", "✕"),
    )
