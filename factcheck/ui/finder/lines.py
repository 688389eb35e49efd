"""How the lines of the palette are drawn: quiet headings, words, a remark at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from factcheck.ui import fonts
from factcheck.ui.finder.entries import Entry
from factcheck.ui.widgets import current_palette

if TYPE_CHECKING:
    from factcheck.ui.palette import Palette

ENTRY = int(Qt.ItemDataRole.UserRole)
_INSET = 12
_GAP = 16
_KEY_PADDING = 5
_ASIDE_SHARE = 0.3
_CENTRE = Qt.AlignmentFlag.AlignVCenter

Index = QModelIndex | QPersistentModelIndex


class Lines(QStyledItemDelegate):
    """Draws an Entry, or a heading where an item holds none, mirrored where the window is."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a line; a heading is lower."""
        height = option.fontMetrics.height()
        return QSize(0, height + (14 if index.data(ENTRY) else 12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground if the line is chosen, then its two texts."""
        entry = index.data(ENTRY)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        if isinstance(entry, Entry):
            _draw_entry(painter, option, entry)
        else:
            _draw_heading(painter, option, index.data())
        painter.restore()


def _draw_heading(painter: QPainter, option: QStyleOptionViewItem, text: str) -> None:
    font = fonts.sans(11, QFont.Weight.DemiBold)
    font.setCapitalization(QFont.Capitalization.AllUppercase)
    painter.setFont(font)
    painter.setPen(QColor(current_palette().muted))
    area = QRectF(option.rect).adjusted(_INSET, 4, -_INSET, 0)
    painter.drawText(area, int(Qt.AlignmentFlag.AlignLeading | _CENTRE), text)


def _draw_entry(painter: QPainter, option: QStyleOptionViewItem, entry: Entry) -> None:
    palette = current_palette()
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    if chosen:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.accent_soft))
        painter.drawRoundedRect(QRectF(option.rect).adjusted(4, 0, -4, 0), 6, 6)
    inner = QRectF(option.rect).adjusted(_INSET, 0, -_INSET, 0)
    mirrored = option.direction == Qt.LayoutDirection.RightToLeft
    taken = _draw_aside(painter, inner, entry, palette, mirrored=mirrored)
    room = inner.adjusted(taken if mirrored else 0, 0, 0 if mirrored else -taken, 0)
    painter.setFont(fonts.serif(14) if entry.quoted else fonts.sans())
    painter.setPen(QColor(palette.accent if chosen else palette.ink))
    _draw_elided(painter, room, entry.text, Qt.AlignmentFlag.AlignLeading)


def _draw_aside(
    painter: QPainter, inner: QRectF, entry: Entry, palette: Palette, *, mirrored: bool
) -> float:
    """Draw the remark at the end of the line; return the room that it takes with its gap."""
    if not entry.aside:
        return 0
    painter.setFont(fonts.sans(11))
    padding = _KEY_PADDING if entry.is_key else 0
    needed = painter.fontMetrics().horizontalAdvance(entry.aside) + 2 * padding + 1
    width = min(float(needed), inner.width() * _ASIDE_SHARE)
    box = QRectF(inner.left() if mirrored else inner.right() - width, 0, width, 0)
    box.setHeight(painter.fontMetrics().height() + 2)
    box.moveTop(inner.center().y() - box.height() / 2)
    if entry.is_key:
        painter.setPen(QPen(QColor(palette.line), 1))
        painter.setBrush(QColor(palette.paper))
        painter.drawRoundedRect(box, 4, 4)
    painter.setPen(QColor(palette.muted))
    _draw_elided(painter, box, entry.aside, Qt.AlignmentFlag.AlignHCenter)
    return width + _GAP


def _draw_elided(painter: QPainter, area: QRectF, text: str, alignment: Qt.AlignmentFlag) -> None:
    mode = Qt.TextElideMode.ElideRight
    shown = painter.fontMetrics().elidedText(text, mode, int(area.width()))
    painter.drawText(area, int(alignment | _CENTRE), shown)
