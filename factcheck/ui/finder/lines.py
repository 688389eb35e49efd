"""How the lines of the palette are drawn: quiet headings, words, a remark at the end.

What was found is lit in them; a second line, where there is one, is quieter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from factcheck.domain.offsets import OffsetMap
from factcheck.domain.search_hits import beginnings
from factcheck.ui import fonts
from factcheck.ui.finder.entries import Entry
from factcheck.ui.widgets import current_palette

if TYPE_CHECKING:
    from factcheck.domain.search_hits import Lit
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
        """Return the height of a line or two; a heading is lower."""
        entry, height = index.data(ENTRY), option.fontMetrics.height()
        if isinstance(entry, Entry) and entry.below:
            return QSize(0, 2 * height + 14)
        return QSize(0, height + (14 if entry else 12))

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
    if entry.below:
        lower = inner.adjusted(0, inner.height() / 2, 0, -5)
        painter.setFont(fonts.sans(12))
        _draw_lit(painter, lower, entry.below, QColor(palette.muted))
        inner = inner.adjusted(0, 5, 0, -inner.height() / 2)
    mirrored = option.direction == Qt.LayoutDirection.RightToLeft
    taken = _draw_aside(painter, inner, entry, palette, mirrored=mirrored)
    room = inner.adjusted(taken if mirrored else 0, 0, 0 if mirrored else -taken, 0)
    painter.setFont(fonts.serif(14) if entry.quoted else fonts.sans())
    shown = _in_sight(painter, room.width(), entry.shown)
    _draw_lit(painter, room, shown, QColor(palette.accent if chosen else palette.ink))


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


def _in_sight(painter: QPainter, room: float, lit: Lit) -> Lit:
    """Leave out as many words at the beginning as the first place needs to have room."""
    metrics, line = painter.fontMetrics(), lit
    for line in beginnings(lit):
        needed = line.text[: line.places[0][1]] + "…" if line.places else ""
        if metrics.horizontalAdvance(needed) <= room:
            break
    return line


def _draw_lit(painter: QPainter, area: QRectF, lit: Lit, colour: QColor) -> None:
    """Draw one line of text with a tint behind its places; what has no room is left out."""
    metrics, mode = QFontMetricsF(painter.font()), Qt.TextElideMode.ElideRight
    shown = metrics.elidedText(" ".join(lit.text.split("\n")), mode, area.width())
    layout = QTextLayout(shown, painter.font())
    option = QTextOption(Qt.AlignmentFlag.AlignLeading)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setTextDirection(painter.layoutDirection())
    layout.setTextOption(option)
    layout.setFormats(_tints(lit, len(shown) if shown == lit.text else len(shown) - 1))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(area.width())
    layout.endLayout()
    painter.setPen(colour)
    top = area.center().y() - line.height() / 2
    layout.draw(painter, QPointF(area.left(), top))


def _tints(lit: Lit, room: int) -> list[QTextLayout.FormatRange]:
    """Return the places in the first ``room`` code points as Qt counts them."""
    units = OffsetMap(lit.text)
    tint = QTextCharFormat()
    tint.setBackground(QColor(current_palette().found))
    tint.setForeground(QColor(current_palette().ink))
    found = []
    for start, end in lit.places:
        if start < room:
            part = QTextLayout.FormatRange()
            part.start = units.to_units(start)
            part.length = units.to_units(min(end, room)) - part.start
            part.format = tint
            found.append(part)
    return found
