"""The statements of a queue as a table: the words in the reading face, their place below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from factcheck.ui import fonts
from factcheck.ui.statement.words import state_look
from factcheck.ui.widgets import (
    current_palette,
    draw_pill,
    pill_size,
    pill_tone,
    plain_tip,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from factcheck.ui.queue.rows import QueueRow

# The name by which lupdate finds the texts.
translate = QCoreApplication.translate

STATEMENT, VERDICT, CHECKER, EVIDENCE, DUE = range(5)
WIDTHS = {VERDICT: 130, CHECKER: 120, EVIDENCE: 62, DUE: 108}
_ROW = int(Qt.ItemDataRole.UserRole)
_SHOWN = 300
_PADDING = 10
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

Index = QModelIndex | QPersistentModelIndex
_CELLS: dict[int, Callable[[QueueRow], str]] = {
    STATEMENT: lambda row: row.quote,
    VERDICT: lambda row: row.verdict,
    CHECKER: lambda row: row.checker,
    EVIDENCE: lambda row: str(row.evidence_count),
    DUE: lambda row: row.due,
}


class QueueModel(QAbstractTableModel):
    """Rows as they are handed in, in that order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[QueueRow, ...] = ()

    def set_rows(self, rows: tuple[QueueRow, ...]) -> None:
        """Show these rows instead."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many statements there are; they have none below them."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(_CELLS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's words, its row, or what a screen reader should say."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _CELLS[index.column()](row)
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == STATEMENT:
            return plain_tip(row.quote[:_SHOWN])
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == STATEMENT:
            return f"{row.quote[:_SHOWN]}, {self._place(row)}, {state_look(row.state).word}"
        return row if role == _ROW else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the name of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT
        names = (
            self.tr("Statement"),
            self.tr("Verdict"),
            self.tr("Checker"),
            self.tr("Evid."),
            self.tr("Due"),
        )
        return names[section] if role == Qt.ItemDataRole.DisplayRole else None

    def _place(self, row: QueueRow) -> str:
        return self.tr("statement {} of {}").format(row.number, row.article_title)


class QueueDelegate(QStyledItemDelegate):
    """Draws a cell of the queue in the colours of the moment."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return room for two lines."""
        del index
        return QSize(80, round(option.fontMetrics.height() * 2.4) + 2 * _PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground, a line below, and the cell."""
        row: QueueRow = index.data(_ROW)
        rect = QRectF(option.rect)
        painter.save()
        self._draw_ground(painter, option, rect)
        inner = rect.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
        if index.column() == STATEMENT:
            _draw_statement(painter, inner, row)
        elif index.column() == VERDICT and row.verdict:
            _draw_verdict(painter, inner, row)
        else:
            _draw_word(painter, inner, index.data(), late=index.column() == DUE and row.late)
        painter.restore()

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRectF) -> None:
        palette = current_palette()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, QColor(palette.accent_soft if chosen else palette.paper))
        painter.fillRect(rect.adjusted(0, rect.height() - 1, 0, 0), QColor(palette.line))


def _draw_statement(painter: QPainter, rect: QRectF, row: QueueRow) -> None:
    palette = current_palette()
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


def _draw_word(painter: QPainter, rect: QRectF, text: str, *, late: bool) -> None:
    palette = current_palette()
    painter.setFont(fonts.sans(weight=QFont.Weight.DemiBold if late else QFont.Weight.Normal))
    painter.setPen(QColor(palette.tone("red").ink if late else palette.ink))
    line = QRectF(rect.x(), rect.y(), rect.width(), painter.fontMetrics().height() + 4)
    _draw_elided(painter, line, text)


def _draw_elided(painter: QPainter, rect: QRectF, text: str) -> None:
    one_line = " ".join(text[:_SHOWN].split())
    mode = Qt.TextElideMode.ElideRight
    shown = painter.fontMetrics().elidedText(one_line, mode, int(rect.width()))
    painter.drawText(rect, _LEFT, shown)
