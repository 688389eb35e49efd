"""A line for the words that find something in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QListWidget

_WALKING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class SearchLine(QLineEdit):
    """Lets the arrow keys walk through the list while words are typed."""

    def __init__(self, found: QListWidget) -> None:
        super().__init__()
        self._found = found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the list the keys that walk."""
        if event.key() in _WALKING:
            self._found.event(event)
        else:
            super().keyPressEvent(event)
