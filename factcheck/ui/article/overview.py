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
        for y, highlight in self._marks().items():
            chosen = highlight.statement_id == self._view.chosen
            painter.setPen(QPen(QColor(palette.accent), 2) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.tone(highlight.tone).ink))
            painter.drawRoundedRect(_mark(y, chosen=chosen), 2, 2)

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
        highlight = self._view.index.first_from(0)
        while highlight is not None:
            y = self._y(highlight)
            marks[y] = highlight
            highlight = self._view.index.first_from(self._first_point(y + _APART))
        marks |= {self._y(highlight): highlight for highlight in self._view.chosen_highlights()}
        return marks

    def _y(self, highlight: Highlight) -> int:
        return int(self._top() + highlight.start * self._scale())

    def _first_point(self, y: int) -> int:
        """Return the first offset whose mark is at this pixel or below."""
        return ceil((y - self._top()) / self._scale())

    def _top(self) -> float:
        return _ABOVE + _MARK / 2

    def _scale(self) -> float:
        """Return pixels a code point."""
        return max(1.0, self._strip().height() - _MARK) / max(1, len(self._view.text))


def _mark(y: int, *, chosen: bool) -> QRectF:
    mark = QRectF(_ASIDE, y - _MARK / 2, _STRIP, _MARK)
    return mark.adjusted(-2, -1, 2, 1) if chosen else mark
