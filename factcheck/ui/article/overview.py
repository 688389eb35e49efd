"""The narrow strip beside the scroll bar: every statement of the article at a glance."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from factcheck.ui.widgets import current_palette

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from factcheck.ui.article.highlights import Highlight
    from factcheck.ui.article.view import ArticleView
    from factcheck.ui.palette import Palette

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
        self._picture = QPixmap()
        self._pictured: object = None  # all that the picture shows
        view.marks_changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the strip and its marks; in a long article few changes move any of them."""
        del event
        palette, ratio = current_palette(), self.devicePixelRatioF()
        tones = {y: highlight.tone for y, highlight in self._marks().items()}
        if (shows := (tones, self.size(), ratio, palette)) != self._pictured:
            self._pictured = shows
            self._picture = self._drawn(tones, palette, ratio)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(palette.accent), 2))
        for highlight in self._view.chosen_highlights():
            painter.setBrush(QColor(palette.tone(highlight.tone).ink))
            painter.drawRoundedRect(_mark(self._y(highlight)).adjusted(-2, -1, 2, 1), 2, 2)

    def _drawn(self, tones: dict[int, str], palette: Palette, ratio: float) -> QPixmap:
        """Return a picture of the strip with a mark in its tone at each of the pixels."""
        made = QPixmap(self.size() * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        with QPainter(made) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.groove))
            painter.drawRoundedRect(self._strip(), _STRIP / 2, _STRIP / 2)
            for y, tone in tones.items():
                painter.setBrush(QColor(palette.tone(tone).ink))
                painter.drawRoundedRect(_mark(y), 2, 2)
        return made

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the statement whose mark is nearest."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        at = event.position().y()
        chosen = {self._y(highlight): highlight for highlight in self._view.chosen_highlights()}
        marks = (self._marks() | chosen).items()
        y, nearest = min(marks, key=lambda mark: abs(mark[0] - at), default=(at, None))
        if nearest is not None and abs(y - at) <= _NEAR:
            self.statement_clicked.emit(nearest.statement_id)

    def _strip(self) -> QRectF:
        return QRectF(_ASIDE, _ABOVE, _STRIP, max(1, self.height() - 2 * _ABOVE))

    def _marks(self) -> dict[int, Highlight]:
        """Return the marks by the pixel they stand at, without those that would be hidden."""
        marks: dict[int, Highlight] = {}
        first_from, scale = self._view.index.first_from, self._scale()
        highlight = first_from(0)
        while highlight is not None:
            y = int(_TOP + highlight.start * scale)
            marks[y] = highlight
            highlight = first_from(ceil((y + _APART - _TOP) / scale))
        return marks

    def _y(self, highlight: Highlight) -> int:
        return int(_TOP + highlight.start * self._scale())

    def _scale(self) -> float:
        """Return pixels a code point."""
        return max(1.0, self._strip().height() - _MARK) / max(1, len(self._view.text))


def _mark(y: int) -> QRectF:
    return QRectF(_ASIDE, y - _MARK / 2, _STRIP, _MARK)
