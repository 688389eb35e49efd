"""How a highlight is drawn, under the words: tint, line below, symbol and number at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPen

from factcheck.domain.scales import NEWSROOM_STEPS
from factcheck.ui import fonts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPainter

    from factcheck.ui.article.geometry import Part
    from factcheck.ui.article.highlights import Highlight
    from factcheck.ui.palette import Palette, Tone

# In ems of the letters above and below the baseline.
_ABOVE, _BELOW = 0.96, 0.29
_LABEL_SIZE, _LABEL_RISE = 0.6, 0.4
# There may be no room behind words that run from right to left: their number stands above them.
_LABEL_RISE_ABOVE = 0.95
# What most statements wear, open or judged: each gets the room of the widest, so that a verdict
# doesn't move the words behind it, least of all while the mouse is being pressed on them.
_SYMBOLS = ("○", *(step.symbol for step in NEWSROOM_STEPS))
# In pixels.
_LINE = 2.0
_LEVEL = 3.0
_LABEL_GAP = 2.0
_FRAME = 2.0
_DEEPEST = 2


class Labels:
    """The small symbol and number after a statement, and the room that they take."""

    def __init__(self, reading_size: int, number_of: Callable[[str], int]) -> None:
        self._number_of = number_of
        size = max(8, round(reading_size * _LABEL_SIZE))
        self.font = fonts.sans(size, QFont.Weight.DemiBold)
        self._metrics = QFontMetricsF(self.font)
        self._digit = self._metrics.horizontalAdvance("0")
        self._widest = max(map(self._metrics.horizontalAdvance, _SYMBOLS))
        self._symbols: dict[str, float] = {}
        self._numbers: dict[str, int] = {}

    def width(self, highlight: Highlight) -> float:
        """Return the room in pixels; of the number only its length counts."""
        symbol = max(self._widest, self._symbol(highlight))
        return _LABEL_GAP + symbol + self._digit * len(str(self.number(highlight))) + 1

    def indent(self, highlight: Highlight) -> float:
        """Return how far into its room symbol and number begin, to stand in the middle."""
        return _LABEL_GAP + max(0, self._widest - self._symbol(highlight)) / 2

    def _symbol(self, highlight: Highlight) -> float:
        width = self._symbols.get(highlight.symbol)
        if width is None:
            width = self._metrics.horizontalAdvance(highlight.symbol)
            self._symbols[highlight.symbol] = width
        return width

    def number(self, highlight: Highlight) -> int:
        """Return the number of the statement."""
        number = self._numbers.get(highlight.statement_id)
        if number is None:
            number = self._number_of(highlight.statement_id)
            self._numbers[highlight.statement_id] = number
        return number

    def forget_numbers(self) -> None:
        """Ask for the numbers anew: statements came or went."""
        self._numbers.clear()

    def text(self, highlight: Highlight) -> str:
        """Return what is written."""
        return f"{highlight.symbol}{self.number(highlight)}"


def box(part: Part, level: int = 0) -> QRectF:
    """Return what a highlight covers of a line of words, down to the line of its level."""
    top = round(part.baseline - _ABOVE * part.em)
    bottom = round(part.baseline + _BELOW * part.em)
    drop = _LEVEL * min(level, _DEEPEST)
    return QRectF(part.left, top, part.right - part.left, bottom - top + _LINE + drop)


def draw_tint(painter: QPainter, parts: Sequence[Part], tint: str) -> None:
    """Draw a tint behind the words."""
    for part in parts:
        painter.fillRect(box(part), QColor(tint))


def draw_line(painter: QPainter, parts: Sequence[Part], tone: Tone, level: int) -> None:
    """Draw the line below the words; each level's is lower, so that none hides another."""
    for part in parts:
        area = box(part, level)
        line = QRectF(area.left(), area.bottom() - _LINE, area.width(), _LINE)
        painter.fillRect(line, QColor(tone.ink))


def label_at(part: Part, left: float, *, above: bool) -> QPointF:
    """Return where symbol and number are written that begin at ``left``.

    They are raised like a reference; without a room they stand ``above`` the words.
    """
    rise = _LABEL_RISE_ABOVE if above else _LABEL_RISE
    return QPointF(left, part.baseline - rise * part.em)


def draw_label(painter: QPainter, at: QPointF, text: str, ink: str) -> None:
    """Write symbol and number."""
    painter.setPen(QColor(ink))
    painter.drawText(at, text)


def draw_frame(painter: QPainter, parts: Sequence[Part], level: int, palette: Palette) -> None:
    """Frame the chosen statement."""
    painter.setPen(QPen(QColor(palette.accent), _FRAME))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for part in parts:
        painter.drawRoundedRect(box(part, level).adjusted(-2, -1, 2, 1), 3, 3)
