"""The bar above the text in which words to find are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from factcheck.ui.key_labels import keys_of, tip_with_key
from factcheck.ui.widgets import button, label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QShowEvent

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FIELD_WIDTH = 280


class FindBar(QWidget):
    """Takes words and says how many there are. ``moved`` carries 1 for the next place, -1 back.

    ``words`` say where is looked; ``inset`` is how far from the left the field stands, in pixels.
    """

    typed = Signal(str)
    moved = Signal(int)
    closed = Signal()

    def __init__(self, words: str, *, inset: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "find-bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field = QLineEdit()
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)
        self.field.setFixedWidth(_FIELD_WIDTH)
        self.field.textChanged.connect(self.typed)
        self._count = label(role="muted")
        self.back, self.on, self._close = button("↑"), button("↓"), button("✕", flat=True)
        self.back.setAccessibleName(self.tr("Previous place"))
        self.on.setAccessibleName(self.tr("Next place"))
        self._close.setAccessibleName(self.tr("Close the search"))
        self.back.clicked.connect(lambda: self.moved.emit(-1))
        self.on.clicked.connect(lambda: self.moved.emit(1))
        self._close.clicked.connect(self.closed)
        self._lay_out(inset)
        self.hide()

    def _lay_out(self, inset: int) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(inset, 5, 12, 5)
        row.setSpacing(8)
        for part in (self.field, self.back, self.on, self._count):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._close)

    def showEvent(self, event: QShowEvent) -> None:
        """Say in the tips which keys do the same."""
        super().showEvent(event)
        for each, command, usual in (
            (self.back, "edit.find_previous", "Shift+F3"),
            (self.on, "edit.find_next", "F3"),
        ):
            tip_with_key(each, each.accessibleName(), keys_of(self, command, usual)[0])
        tip_with_key(self._close, self._close.accessibleName(), QKeySequence("Esc"))

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
