"""How a highlight is drawn, under the words: tint, line below, symbol and number at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPen

from factcheck.ui import fonts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from factcheck.ui.article.geometry import Part
    from factcheck.ui.article.highlights import Highlight
    from factcheck.ui.palette import Palette

# In ems of the letters above and below the baseline.
_ABOVE, _BELOW = 0.96, 0.29
_LABEL_SIZE, _LABEL_RISE = 0.56, 0.42
# In pixels.
_LINE = 2.0
_LEVEL = 3.0
_LABEL_GAP = 2.0
_FRAME = 2.0
_DEEPEST = 2


class Labels:
    """The small symbol and number after a statement, and the room that they take."""

    def __init__(self, reading_size: int) -> None:
        size = max(8, round(reading_size * _LABEL_SIZE))
        self.font = fonts.sans(size, QFont.Weight.DemiBold)
        self._metrics = QFontMetricsF(self.font)
        self._digit = self._metrics.horizontalAdvance("0")
        self._symbols: dict[str, float] = {}

    def width(self, highlight: Highlight) -> float:
        """Return the room in pixels; it depends on the number's length only."""
        symbol = self._symbols.get(highlight.symbol)
        if symbol is None:
            symbol = self._metrics.horizontalAdvance(highlight.symbol)
            self._symbols[highlight.symbol] = symbol
        return 2 * _LABEL_GAP + symbol + self._digit * len(str(highlight.number))

    @staticmethod
    def text(highlight: Highlight) -> str:
        """Return what is written."""
        return f"{highlight.symbol}{highlight.number}"


def box(part: Part) -> QRectF:
    """Return what a highlight covers of a line, its own line included."""
    top = round(part.baseline - _ABOVE * part.em)
    bottom = round(part.baseline + _BELOW * part.em)
    return QRectF(part.left, top, part.right - part.left, bottom - top + _LINE)


def draw_tint(
    painter: QPainter, parts: Sequence[Part], highlight: Highlight, level: int, palette: Palette
) -> None:
    """Draw the tint and the line below it, lower for each level."""
    tone = palette.tone(highlight.tone)
    for part in parts:
        area = box(part)
        drop = _LEVEL * min(level, _DEEPEST)
        painter.fillRect(area, QColor(tone.tint))
        line = QRectF(area.left(), area.bottom() - _LINE + drop, area.width(), _LINE)
        painter.fillRect(line, QColor(tone.ink))


def draw_label(
    painter: QPainter, part: Part, highlight: Highlight, left: float, palette: Palette
) -> None:
    """Write symbol and number, raised like a reference, with their room beginning at ``left``."""
    painter.setPen(QColor(palette.tone(highlight.tone).ink))
    baseline = part.baseline - _LABEL_RISE * part.em
    painter.drawText(QPointF(left + _LABEL_GAP, baseline), Labels.text(highlight))


def draw_frame(painter: QPainter, parts: Sequence[Part], palette: Palette) -> None:
    """Frame the chosen statement."""
    painter.setPen(QPen(QColor(palette.accent), _FRAME))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for part in parts:
        painter.drawRoundedRect(box(part).adjusted(-2, -1, 2, 1), 3, 3)
