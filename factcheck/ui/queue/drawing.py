"""How a statement of a queue is drawn: the words in the reading face, their place below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from factcheck.ui import fonts
from factcheck.ui.queue.model import DUE, ROW, STATEMENT, VERDICT
from factcheck.ui.widgets import current_palette, draw_pill, pill_size, pill_tone

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QFontMetrics

    from factcheck.ui.palette import Palette
    from factcheck.ui.queue.rows import QueueRow

    Index = QModelIndex | QPersistentModelIndex

# The name by which lupdate finds the texts.
translate = QCoreApplication.translate

_SHOWN = 300
_PADDING = 10
# Room for a check mark at the left, while anything is selected.
GUTTER = 34
_BOX = 16
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def row_height(metrics: QFontMetrics) -> int:
    """Return the height of a row, with room for two lines."""
    return round(metrics.height() * 2.4) + 2 * _PADDING


def heading_height(metrics: QFontMetrics) -> int:
    """Return what the first row of a group is higher by."""
    return metrics.height() + 12


class QueueDelegate(QStyledItemDelegate):
    """Draws a cell of the queue in the colours of the moment, below the heading of its group."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return room for two lines."""
        del index
        return QSize(80, row_height(option.fontMetrics))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground, a line below, and the cell."""
        row: QueueRow | None = index.data(ROW)
        rect, palette = QRectF(option.rect), current_palette()
        painter.save()
        if row is not None and row.heading:
            above = QRectF(rect.topLeft(), QSize(int(rect.width()), _above(option)))
            words = row.heading if index.column() == STATEMENT else ""
            _draw_heading(painter, palette, above, words)
            rect.setTop(above.bottom())
        _draw_ground(painter, palette, option, rect)
        inner = rect.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
        if row is None:
            _draw_nothing_yet(painter, palette, inner, index.column())
        elif index.column() == STATEMENT:
            _draw_statement(painter, palette, _beside_mark(painter, palette, inner, index), row)
        elif index.column() == VERDICT and row.verdict:
            _draw_verdict(painter, inner, row)
        else:
            late = index.column() == DUE and row.late
            _draw_word(painter, palette, inner, index.data(), late=late)
        painter.restore()


def _above(option: QStyleOptionViewItem) -> int:
    return heading_height(option.fontMetrics)


def _draw_ground(
    painter: QPainter, palette: Palette, option: QStyleOptionViewItem, rect: QRectF
) -> None:
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    painter.fillRect(rect, QColor(palette.accent_soft if chosen else palette.paper))
    painter.fillRect(rect.adjusted(0, rect.height() - 1, 0, 0), QColor(palette.line))


def _draw_heading(painter: QPainter, palette: Palette, rect: QRectF, words: str) -> None:
    painter.fillRect(rect, QColor(palette.panel))
    painter.fillRect(rect.adjusted(0, rect.height() - 1, 0, 0), QColor(palette.line))
    painter.setFont(fonts.sans(12, QFont.Weight.DemiBold))
    painter.setPen(QColor(palette.muted))
    _draw_elided(painter, rect.adjusted(_PADDING, 0, -_PADDING, 0), words)


def _draw_nothing_yet(painter: QPainter, palette: Palette, rect: QRectF, column: int) -> None:
    """Draw two faint bars where words are about to come."""
    if column == STATEMENT:
        ground = QColor(palette.groove)
        painter.fillRect(QRectF(rect.x(), rect.y() + 5, rect.width() * 0.55, 8), ground)
        painter.fillRect(QRectF(rect.x(), rect.y() + 25, rect.width() * 0.3, 6), ground)


def _beside_mark(painter: QPainter, palette: Palette, rect: QRectF, index: Index) -> QRectF:
    """Draw whether the row is selected, while any is; return the room beside it."""
    checked = index.data(Qt.ItemDataRole.CheckStateRole)
    if checked is None:
        return rect
    box = QRectF(rect.x(), rect.y() + 2, _BOX, _BOX)
    on = checked == Qt.CheckState.Checked
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(palette.accent if on else palette.muted))
    painter.setBrush(QColor(palette.accent if on else palette.paper))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    if on:
        painter.setPen(QPen(QColor(palette.accent_ink), 2))
        corners = ((4, 8.5), (7, 11.5), (12, 5))
        painter.drawPolyline([box.topLeft() + QPointF(*corner) for corner in corners])
    return rect.adjusted(GUTTER - _PADDING, 0, 0, 0)


def _draw_statement(painter: QPainter, palette: Palette, rect: QRectF, row: QueueRow) -> None:
    painter.setFont(fonts.serif(14))
    height = painter.fontMetrics().height()
    painter.setPen(QColor(palette.ink))
    _draw_elided(painter, QRectF(rect.x(), rect.y(), rect.width(), height), row.quote)
    painter.setFont(fonts.sans(11))
    painter.setPen(QColor(palette.muted))
    below = rect.adjusted(0, height + 1, 0, 4)
    place = " · " + translate("queue", "statement {}").format(row.number)
    room = below.width() - painter.fontMetrics().horizontalAdvance(place)
    mode = Qt.TextElideMode.ElideRight
    title = painter.fontMetrics().elidedText(row.article_title[:_SHOWN], mode, int(room))
    painter.drawText(below, int(Qt.AlignmentFlag.AlignLeft), title + place)


def _draw_verdict(painter: QPainter, rect: QRectF, row: QueueRow) -> None:
    painter.setFont(fonts.sans(12, QFont.Weight.DemiBold))
    size = pill_size(painter.fontMetrics(), row.verdict)
    width = min(float(size.width()), rect.width())
    pill = QRectF(rect.x(), rect.y(), width, size.height())
    draw_pill(painter, pill, row.verdict, pill_tone(row.tone or "grey"))


def _draw_word(painter: QPainter, palette: Palette, rect: QRectF, text: str, *, late: bool) -> None:
    painter.setFont(fonts.sans(weight=QFont.Weight.DemiBold if late else QFont.Weight.Normal))
    painter.setPen(QColor(palette.tone("red").ink if late else palette.ink))
    line = QRectF(rect.x(), rect.y(), rect.width(), painter.fontMetrics().height() + 4)
    _draw_elided(painter, line, text)


def _draw_elided(painter: QPainter, rect: QRectF, text: str) -> None:
    one_line = " ".join(text[:_SHOWN].split())
    mode = Qt.TextElideMode.ElideRight
    shown = painter.fontMetrics().elidedText(one_line, mode, int(rect.width()))
    painter.drawText(rect, _LEFT, shown)
