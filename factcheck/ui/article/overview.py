"""The narrow strip beside the scroll bar: every statement of the article at a glance."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from factcheck.ui.widgets import current_palette

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from factcheck.ui.article.highlights import Highlight
    from factcheck.ui.article.view import ArticleView

_STRIP, _MARK = 8, 4
_ASIDE, _ABOVE = 6, 14
_TOP = _ABOVE + _MARK / 2  # the middle of the first mark
_NEAR = 8
_APART = 3  # nearer marks would cover each other


class Overview(QWidget):
    """A coloured mark for each highlight, as far down as its words are in the text."""

    statement_clicked = Signal(str)

    def __init__(self, view: ArticleView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.setFixedWidth(_STRIP + 2 * _ASIDE)
        self.setProperty("role", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Overview of the statements"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        view.marks_changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the strip and its marks."""
        del event
        palette = current_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.groove))
        painter.drawRoundedRect(self._strip(), _STRIP / 2, _STRIP / 2)
        by_tone: dict[str, list[int]] = {}
        for y, highlight in self._marks().items():
            by_tone.setdefault(highlight.tone, []).append(y)
        for tone, places in by_tone.items():
            painter.setBrush(QColor(palette.tone(tone).ink))
            for y in places:
                painter.drawRoundedRect(_mark(y), 2, 2)
        painter.setPen(QPen(QColor(palette.accent), 2))
        for highlight in self._view.chosen_highlights():
            painter.setBrush(QColor(palette.tone(highlight.tone).ink))
            painter.drawRoundedRect(_mark(self._y(highlight)).adjusted(-2, -1, 2, 1), 2, 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the statement whose mark is nearest."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        at = event.position().y()
        y, nearest = min(
            self._marks().items(), key=lambda mark: abs(mark[0] - at), default=(at, None)
        )
        if nearest is not None and abs(y - at) <= _NEAR:
            self.statement_clicked.emit(nearest.statement_id)

    def _strip(self) -> QRectF:
        return QRectF(_ASIDE, _ABOVE, _STRIP, max(1, self.height() - 2 * _ABOVE))

    def _marks(self) -> dict[int, Highlight]:
        """Return the marks by the pixel they stand at; the chosen statement's is never hidden."""
        marks: dict[int, Highlight] = {}
        first_from, scale = self._view.index.first_from, self._scale()
        highlight = first_from(0)
        while highlight is not None:
            y = int(_TOP + highlight.start * scale)
            marks[y] = highlight
            highlight = first_from(ceil((y + _APART - _TOP) / scale))
        marks |= {self._y(highlight): highlight for highlight in self._view.chosen_highlights()}
        return marks

    def _y(self, highlight: Highlight) -> int:
        return int(_TOP + highlight.start * self._scale())

    def _scale(self) -> float:
        """Return pixels a code point."""
        return max(1.0, self._strip().height() - _MARK) / max(1, len(self._view.text))


def _mark(y: int) -> QRectF:
    return QRectF(_ASIDE, y - _MARK / 2, _STRIP, _MARK)
