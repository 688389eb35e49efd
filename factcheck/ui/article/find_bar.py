"""The bar above the text in which words to find are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from factcheck.ui.widgets import button, label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FIELD_WIDTH = 280


class FindBar(QWidget):
    """Takes words and says how many there are. ``moved`` carries 1 for the next place, -1 back."""

    typed = Signal(str)
    moved = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "find-bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find in the article"))
        self.field.setAccessibleName(self.tr("Find in the article"))
        self.field.setFixedWidth(_FIELD_WIDTH)
        self.field.textChanged.connect(self.typed)
        self._count = label(role="muted")
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        back, on = button("↑"), button("↓")
        back.setAccessibleName(self.tr("Previous place"))
        back.clicked.connect(lambda: self.moved.emit(-1))
        on.setAccessibleName(self.tr("Next place"))
        on.clicked.connect(lambda: self.moved.emit(1))
        close = button("✕", flat=True)
        close.setAccessibleName(self.tr("Close the search"))
        close.clicked.connect(self.closed)
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 5, 12, 5)
        row.setSpacing(8)
        for part in (self.field, back, on, self._count):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(close)

    def said(self) -> str:
        """Return what the bar says about the places."""
        return self._count.text()

    def say(self, text: str) -> None:
        """Say which place is on show, of how many."""
        self._count.setText(text)
        self.field.setAccessibleDescription(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter, back with Shift, close with Escape."""
        if event.key() in _ENTER:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.moved.emit(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
