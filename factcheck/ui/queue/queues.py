"""Lists of names with counts at the left of the table: queues, verdicts, saved views."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

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

from factcheck.ui import fonts
from factcheck.ui.widgets import current_palette

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent

    Index = QModelIndex | QPersistentModelIndex

_KEY = int(Qt.ItemDataRole.UserRole)
_COUNT = _KEY + 1
_LIT = _KEY + 2
_PRESSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Line(NamedTuple):
    """A name with what stands beside it, known by a key."""

    key: str
    words: str
    number: str


class SideList(QListWidget):
    """As high as its lines. ``pressed_on`` carries the key of a line, clicked or by Return.

    ``lit`` lines are those that hold for what is on show; a line is not lit by being walked on.
    """

    pressed_on = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self.setItemDelegate(_LineDelegate(self))
        self.itemClicked.connect(self._press)

    def show_lines(self, lines: Sequence[Line], lit: str = "") -> None:
        """Show these lines; where the keys are the same the place in the list stays."""
        if [line.key for line in lines] != self.keys():
            self.clear()
            for line in lines:
                item = QListWidgetItem(self)
                item.setData(_KEY, line.key)
        for place, line in enumerate(lines):
            self._fill(self.item(place), line, lit=line.key == lit)
        self.setFixedHeight(max(1, len(lines)) * self._line_height())
        self.setVisible(bool(lines))

    def keys(self) -> list[str]:
        """Return the keys of all lines."""
        return [str(self.item(place).data(_KEY)) for place in range(self.count())]

    def lit(self) -> str:
        """Return the key of the line that is lit, "" for none."""
        lit = [place for place in range(self.count()) if self.item(place).data(_LIT)]
        return self.keys()[lit[0]] if lit else ""

    def here(self) -> str:
        """Return the key of the line that the keyboard is on, "" for none."""
        item = self.currentItem()
        return str(item.data(_KEY)) if item is not None else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the line that the keyboard is on."""
        item = self.currentItem()
        if event.key() in _PRESSING and not event.modifiers() and item is not None:
            self._press(item)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Go nowhere: a letter is a command, also when it can't be done just now."""

    def _fill(self, item: QListWidgetItem, line: Line, *, lit: bool) -> None:
        item.setText(line.words)
        item.setData(_COUNT, line.number)
        item.setData(_LIT, lit)
        said = f"{line.words}: {line.number.replace(',', '')}"
        chosen = self.tr("{}, on show").format(said) if lit else said
        item.setData(Qt.ItemDataRole.AccessibleTextRole, chosen)

    def _press(self, item: QListWidgetItem) -> None:
        self.pressed_on.emit(item.data(_KEY))

    def _line_height(self) -> int:
        return max(self.sizeHintForRow(0), self.fontMetrics().height() + 10)


class _LineDelegate(QStyledItemDelegate):
    """Draws the name at the left and the count, muted, at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        return QSize(60, option.fontMetrics.height() + 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette, lit = current_palette(), bool(index.data(_LIT))
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _draw_ground(painter, option, rect, lit=lit)
        inner = rect.adjusted(9, 0, -9, 0)
        middle, count = Qt.AlignmentFlag.AlignVCenter, index.data(_COUNT)
        painter.setPen(QColor(palette.muted))
        painter.drawText(inner, int(middle | Qt.AlignmentFlag.AlignRight), count)
        room = int(inner.width()) - painter.fontMetrics().horizontalAdvance(count) - 8
        painter.setFont(fonts.sans(weight=QFont.Weight.DemiBold if lit else QFont.Weight.Normal))
        painter.setPen(QColor(palette.accent if lit else palette.ink))
        mode = Qt.TextElideMode.ElideRight
        name = painter.fontMetrics().elidedText(index.data(), mode, room)
        painter.drawText(inner, int(middle | Qt.AlignmentFlag.AlignLeft), name)
        painter.restore()


def _draw_ground(
    painter: QPainter, option: QStyleOptionViewItem, rect: QRectF, *, lit: bool
) -> None:
    """Draw the tint of what is on show, and a frame where the keyboard is."""
    palette = current_palette()
    focused = QStyle.StateFlag.State_HasFocus
    painter.setPen(Qt.PenStyle.NoPen)
    if option.state & focused:
        painter.setPen(QColor(palette.accent))
    painter.setBrush(QColor(palette.accent_soft) if lit else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
