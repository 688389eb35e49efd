"""The field in the title bar in which commands, articles and statements are looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from factcheck.ui.widgets import label

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent

_WIDTH = 352
_NARROWEST = 150
_INSET = 8
_MOVES = {
    Qt.Key.Key_Down: (1, False),
    Qt.Key.Key_Up: (-1, False),
    Qt.Key.Key_PageDown: (1, True),
    Qt.Key.Key_PageUp: (-1, True),
}


class FinderField(QLineEdit):
    """A line that hands on the keys which move in the list below it.

    ``moved`` carries the direction (1 or -1) and whether it goes by a page.
    """

    entered = Signal()
    left = Signal()
    moved = Signal(int, bool)
    taken = Signal()
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(self.tr("Search the desk, or type a command"))
        self.setAccessibleName(self.tr("Search the desk, or type a command"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(_NARROWEST)
        self.setMaximumWidth(_WIDTH)
        self._key = label("", "key")
        self._key.setParent(self)
        self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_key(self, key: str) -> None:
        """Say at the right which key leads here; "" says nothing."""
        self._key.setText(key)
        self._key.setVisible(bool(key))
        self._place_key()

    def sizeHint(self) -> QSize:
        """Return the width that it has wherever there is room."""
        return QSize(_WIDTH, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the key's name at the end of the line."""
        super().resizeEvent(event)
        self._place_key()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that somebody wants to look for something, unless the whole window came back."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the focus went elsewhere in the window."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.left.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the list also when the field has the focus already."""
        super().mousePressEvent(event)
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list, take its line, or give up; everything else is typed."""
        key = Qt.Key(event.key())
        if key in _MOVES:
            self.moved.emit(*_MOVES[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.taken.emit()
        elif key == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def _place_key(self) -> None:
        self._key.adjustSize()
        room = self._key.width() + _INSET if self._key.text() else 0
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = _INSET if mirrored else self.width() - room
        self._key.move(x, (self.height() - self._key.height()) // 2)
        self.setTextMargins(room if mirrored else 0, 0, 0 if mirrored else room, 0)
