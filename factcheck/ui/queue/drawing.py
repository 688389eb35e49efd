"""How a statement of a queue is drawn: the words in the reading face, their place below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from factcheck.ui import fonts
from factcheck.ui.queue.model import CHECKER, DUE, EVIDENCE, STATEMENT, VERDICT
from factcheck.ui.widgets import current_palette, draw_pill, pill_size, pill_tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFontMetrics

    from factcheck.ui.queue.rows import QueueRow

# The name by which lupdate finds the texts.
translate = QCoreApplication.translate

_SHOWN = 300
_PADDING = 10
# Room for a check mark at the left, while anything is selected.
GUTTER = 34
_BOX = 16
_BOLD = QFont.Weight.DemiBold


def row_height(metrics: QFontMetrics) -> int:
    """Return the height of a row, with room for two lines."""
    return round(metrics.height() * 2.4) + 2 * _PADDING


def heading_height(metrics: QFontMetrics) -> int:
    """Return what the first row of a group is higher by."""
    return metrics.height() + 12


class RowDrawing:
    """Draws whole rows in the colours of the moment; ``columns`` are left edges and widths.

    A delegate would be asked for cell after cell, and would get row, fonts and colours for each
    anew: that costs more than all the words.
    """

    def __init__(
        self, painter: QPainter, columns: Sequence[tuple[int, int]], metrics: QFontMetrics
    ) -> None:
        self._painter = painter
        self._columns = columns
        self._palette = current_palette()
        self._band = heading_height(metrics)

    def draw(
        self, rect: QRectF, row: QueueRow | None, checked: Qt.CheckState | None, *, chosen: bool
    ) -> None:
        """Draw a row, below the heading of its group if it has one; None: not read yet.

        ``checked`` says whether it is selected, None while nothing is.
        """
        if row is not None and row.heading:
            self._draw_heading(QRectF(rect.x(), rect.y(), rect.width(), self._band), row.heading)
            rect = rect.adjusted(0, self._band, 0, 0)
        self._fill(rect, self._palette.accent_soft if chosen else self._palette.paper)
        cells = [
            QRectF(left + _PADDING, rect.y() + _PADDING, width - 2 * _PADDING, rect.height())
            for left, width in self._columns
        ]
        if row is None:
            self._draw_nothing_yet(cells[STATEMENT])
            return
        self._draw_statement(self._beside_mark(cells[STATEMENT], checked), row)
        if row.verdict:
            self._draw_verdict(cells[VERDICT], row)
        self._draw_word(cells[CHECKER], row.checker)
        self._draw_word(cells[EVIDENCE], str(row.evidence_count))
        self._draw_word(cells[DUE], row.due, late=row.late)

    def _fill(self, rect: QRectF, colour: str) -> None:
        """Fill the ground, with a line below."""
        self._painter.fillRect(rect, QColor(colour))
        line = QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1)
        self._painter.fillRect(line, QColor(self._palette.line))

    def _draw_heading(self, rect: QRectF, words: str) -> None:
        self._fill(rect, self._palette.panel)
        self._take(fonts.sans(12, _BOLD), self._palette.muted)
        above = (rect.height() - self._painter.fontMetrics().height()) / 2
        self._write(rect.adjusted(_PADDING, above, -_PADDING, 0), words)

    def _draw_nothing_yet(self, cell: QRectF) -> None:
        """Draw two faint bars where words are about to come."""
        ground = QColor(self._palette.groove)
        self._painter.fillRect(QRectF(cell.x(), cell.y() + 5, cell.width() * 0.55, 8), ground)
        self._painter.fillRect(QRectF(cell.x(), cell.y() + 25, cell.width() * 0.3, 6), ground)

    def _beside_mark(self, cell: QRectF, checked: Qt.CheckState | None) -> QRectF:
        """Draw whether the row is selected, while any is; return the room beside it."""
        if checked is None:
            return cell
        painter, palette = self._painter, self._palette
        box = QRectF(cell.x(), cell.y() + 2, _BOX, _BOX)
        on = checked == Qt.CheckState.Checked
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(palette.accent if on else palette.muted))
        painter.setBrush(QColor(palette.accent if on else palette.paper))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if on:
            painter.setPen(QPen(QColor(palette.accent_ink), 2))
            corners = ((4, 8.5), (7, 11.5), (12, 5))
            painter.drawPolyline([box.topLeft() + QPointF(*corner) for corner in corners])
        return cell.adjusted(GUTTER - _PADDING, 0, 0, 0)

    def _draw_statement(self, cell: QRectF, row: QueueRow) -> None:
        self._take(fonts.serif(14), self._palette.ink)
        height = self._painter.fontMetrics().height()
        self._write(cell, row.quote)
        self._take(fonts.sans(11), self._palette.muted)
        place = " · " + translate("queue", "statement {}").format(row.number)
        room = self._painter.fontMetrics().horizontalAdvance(place)
        title = self._elided(row.article_title, cell.width() - room)
        self._put(cell.x(), cell.y() + height + 1, title + place)

    def _draw_verdict(self, cell: QRectF, row: QueueRow) -> None:
        self._painter.setFont(fonts.sans(12, _BOLD))
        size = pill_size(self._painter.fontMetrics(), row.verdict)
        pill = QRectF(cell.x(), cell.y(), min(size.width(), cell.width()), size.height())
        draw_pill(self._painter, pill, row.verdict, pill_tone(row.tone or "grey"))

    def _draw_word(self, cell: QRectF, text: str, *, late: bool = False) -> None:
        palette = self._palette
        self._take(
            fonts.sans(weight=_BOLD if late else QFont.Weight.Normal),
            palette.tone("red").ink if late else palette.ink,
        )
        self._write(cell.adjusted(0, 2, 0, 0), text)

    def _take(self, font: QFont, colour: str) -> None:
        self._painter.setFont(font)
        self._painter.setPen(QColor(colour))

    def _write(self, cell: QRectF, text: str) -> None:
        """Write a line at the top of a cell, as much of it as fits; nothing in a hidden one."""
        if cell.width() <= 0:
            return
        self._put(cell.x(), cell.y(), self._elided(text, cell.width()))

    def _put(self, left: float, top: float, text: str) -> None:
        baseline = top + self._painter.fontMetrics().ascent()
        self._painter.drawText(QPointF(left, baseline), text)

    def _elided(self, text: str, room: float) -> str:
        mode = Qt.TextElideMode.ElideRight
        return self._painter.fontMetrics().elidedText(text[:_SHOWN], mode, int(room))
