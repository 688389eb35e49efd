"""The queues of a desk at the left of the table, each with its count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from factcheck.domain.workflow import State
from factcheck.ui import fonts
from factcheck.ui.statement.words import state_look
from factcheck.ui.widgets import current_palette

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QWidget

_QUEUES = (
    State.TO_CHECK,
    State.IN_CHECKING,
    State.AWAITING_REVIEW,
    State.SENT_BACK,
    State.CHANGED,
    State.APPROVED,
    State.DISMISSED,
)
_STATE = int(Qt.ItemDataRole.UserRole)
_COUNT = _STATE + 1


class QueueList(QListWidget):
    """One line a state; ``chosen`` carries the state."""

    chosen = Signal(State)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "plain")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Queues"))
        self.setItemDelegate(_Line(self))
        for state in _QUEUES:
            item = QListWidgetItem(state_look(state).word, self)
            item.setData(_STATE, state)
        self.set_counts({})
        self.currentItemChanged.connect(self._tell)

    def set_counts(self, counts: Mapping[State, int]) -> None:
        """Show how many statements are in each state; a state without a number has none."""
        for item in self._items():
            count = counts.get(State(item.data(_STATE)), 0)
            item.setData(_COUNT, f"{count:,}")
            said = f"{item.text()}: {count}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)

    def choose(self, state: State) -> None:
        """Make this the queue on show."""
        for item in self._items():
            if item.data(_STATE) == state:
                self.setCurrentItem(item)

    def queue(self) -> State | None:
        """Return the queue on show."""
        item = self.currentItem()
        return State(item.data(_STATE)) if item is not None else None

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(place) for place in range(self.count())]

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(State(item.data(_STATE)))


class _Line(QStyledItemDelegate):
    """Draws the name at the left and the count, muted, at the right."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        del index
        return QSize(60, option.fontMetrics.height() + 10)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        palette = current_palette()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.accent_soft))
            painter.drawRoundedRect(rect, 6, 6)
        inner = rect.adjusted(9, 0, -9, 0)
        middle, count = Qt.AlignmentFlag.AlignVCenter, index.data(_COUNT)
        painter.setPen(QColor(palette.muted))
        painter.drawText(inner, int(middle | Qt.AlignmentFlag.AlignRight), count)
        room = int(inner.width()) - painter.fontMetrics().horizontalAdvance(count) - 8
        weight = QFont.Weight.DemiBold if chosen else QFont.Weight.Normal
        painter.setFont(fonts.sans(weight=weight))
        painter.setPen(QColor(palette.accent if chosen else palette.ink))
        mode = Qt.TextElideMode.ElideRight
        name = painter.fontMetrics().elidedText(index.data(), mode, room)
        painter.drawText(inner, int(middle | Qt.AlignmentFlag.AlignLeft), name)
        painter.restore()
