"""Chips that can be pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter

from factcheck.ui import fonts
from factcheck.ui.widgets import Button, draw_pill, pill_size, pill_tone, set_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

_MOST = 200


class Chip(Button):
    """Words on the tint of a tone, elided where they must be; one with the focus is underlined."""

    def __init__(self, words: str = "", tone: str = "") -> None:
        super().__init__()
        self._tone = tone
        self._words = ""
        self.setFont(fonts.sans(11))
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_words(words)

    def words(self) -> str:
        """Return what the chip says."""
        return self._words

    def set_words(self, words: str) -> None:
        """Say something else."""
        shown = " ".join(words.split())[:_MOST]
        if shown == self._words:
            return
        self._words = shown
        self.setAccessibleName(self._words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for the words and their padding."""
        return pill_size(self.fontMetrics(), self._words)

    def minimumSizeHint(self) -> QSize:
        """Return the room for a few characters."""
        return self.sizeHint().boundedTo(QSize(60, self.sizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell all the words in the tooltip where they are elided."""
        super().resizeEvent(event)
        set_tip(self, self._words if self.width() < self.sizeHint().width() else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip in the colours of the moment."""
        del event
        painter = QPainter(self)
        font = self.font()
        font.setUnderline(self.hasFocus())
        painter.setFont(font)
        draw_pill(painter, QRectF(self.rect()), self._words, pill_tone(self._tone))
