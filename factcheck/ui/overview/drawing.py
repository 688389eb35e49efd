"""Draws plots: each value stands as a number at its bar, so that nothing hangs on a colour."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from factcheck.ui import fonts
from factcheck.ui.overview.plots import Columns
from factcheck.ui.overview.text import nothing

if TYPE_CHECKING:
    from factcheck.ui.overview.plots import Bar, Bars, Column, Plot
    from factcheck.ui.palette import Palette

_TITLE = 30.0
_COLUMNS_HEIGHT = 132.0
_AXIS = 18.0
_ROW = 26.0
_FOOT = 14.0
_BAR = 16.0
_NAME_SHARE = 0.3
_REMARK_SHARE = 0.2
_LEAST = 3.0  # a value that is no zero can be seen
_GAP = 3.0
_SMALL = 10
_WORDS = 12
_HEAD = 13
_BOLD = QFont.Weight.DemiBold
_FEW_NAMES = 5
_WAYS = frozenset({"L", "R", "AL"})


def height_of(plot: Plot) -> float:
    """Return how high a plot is, in pixels, at any width."""
    if isinstance(plot, Columns):
        return _TITLE + _COLUMNS_HEIGHT + _AXIS + _FOOT
    return _TITLE + max(1, len(plot.bars)) * _ROW + _FOOT


def draw(painter: QPainter, plot: Plot, width: float, palette: Palette, *, mirrored: bool) -> None:
    """Draw a plot from the painter's origin on; ``mirrored``: it is read from the right."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = _Pen(painter, palette, width, mirrored=mirrored)
    pen.write(QRectF(0, 0, width, _TITLE), plot.title, pixels=_HEAD, weight=_BOLD)
    if isinstance(plot, Columns):
        _draw_columns(pen, plot)
    else:
        _draw_bars(pen, plot)


class _Pen:
    """Writes and fills in the colours of a palette, mirrored where that is asked for."""

    def __init__(
        self, painter: QPainter, palette: Palette, width: float, *, mirrored: bool
    ) -> None:
        self.painter = painter
        self.palette = palette
        self.width = width
        self.mirrored = mirrored

    def place(self, rect: QRectF) -> QRectF:
        """Return where a rectangle lies that is thought from the left."""
        left = self.width - rect.right() if self.mirrored else rect.left()
        return QRectF(left, rect.top(), rect.width(), rect.height())

    def fill(self, rect: QRectF, ink: str) -> None:
        """Fill a bar."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(ink))
        self.painter.drawRoundedRect(self.place(rect), 2, 2)

    def write(
        self,
        rect: QRectF,
        text: str,
        *,
        pixels: int = _WORDS,
        ink: str = "",
        weight: QFont.Weight = QFont.Weight.Normal,
    ) -> None:
        """Write one line from where reading begins, cut off where there is no room."""
        side = Qt.AlignmentFlag.AlignRight if self.mirrored else Qt.AlignmentFlag.AlignLeft
        font = fonts.sans(pixels, weight)
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        self._draw(rect, shown, font, ink or self.palette.ink, side)

    def write_in_middle(self, rect: QRectF, text: str, ink: str) -> None:
        """Write a small number or name."""
        self._draw(rect, text, fonts.sans(_SMALL), ink, Qt.AlignmentFlag.AlignHCenter)

    def _draw(self, rect: QRectF, text: str, font: QFont, ink: str, side: Qt.AlignmentFlag) -> None:
        self.painter.setFont(font)
        self.painter.setPen(QColor(ink))
        way = int(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
        if _reads_from_left(text):
            way |= int(Qt.TextFlag.TextForceLeftToRight)
        self.painter.drawText(self.place(rect), way, text)


def _reads_from_left(text: str) -> bool:
    """Say so by the first letter, whatever the way of the window: "3 h" is no "h 3" there."""
    strong = (bidirectional(letter) for letter in text)
    return next((way for way in strong if way in _WAYS), "") == "L"


def _draw_columns(pen: _Pen, plot: Columns) -> None:
    bottom = _TITLE + _COLUMNS_HEIGHT
    step = pen.width / max(1, len(plot.columns))
    highest = max((one.value or 0 for one in plot.columns), default=0)
    ink = pen.palette.tone(plot.tone).ink
    tops = [bottom - _tall(one, highest) for one in plot.columns]
    for place, top in enumerate(tops):
        if top < bottom:
            pen.fill(QRectF(place * step + _GAP / 2, top, step - _GAP, bottom - top), ink)
    for place in _numbered(plot.columns, step):
        over = QRectF((place - 1) * step, tops[place] - _AXIS, 3 * step, _AXIS)
        pen.write_in_middle(over, plot.columns[place].words, pen.palette.ink)
    pen.fill(QRectF(0, bottom, pen.width, 1), pen.palette.line)
    _write_names(pen, plot.columns, step, bottom)


def _tall(column: Column, highest: float) -> float:
    if not column.value:
        return 0.0
    return max(_LEAST, (_COLUMNS_HEIGHT - _AXIS) * column.value / highest)


def _numbered(columns: tuple[Column, ...], step: float) -> list[int]:
    """Return the places whose number has room: over no other number and no higher column."""
    values = [one.value or 0 for one in columns]
    halves = [_small_width(one.words) / 2 + 2 for one in columns]
    kept: list[int] = []
    for at in sorted(range(len(columns)), key=lambda at: -values[at]):
        reach = ceil((halves[at] - step / 2) / step)
        beside = values[max(0, at - reach) : at + reach + 1] if reach > 0 else []
        free = all(abs(at - other) * step >= halves[at] + halves[other] for other in kept)
        if values[at] and free and max(beside, default=0) <= values[at]:
            kept.append(at)
    return kept


def _write_names(pen: _Pen, columns: tuple[Column, ...], step: float, top: float) -> None:
    """Name the last week and some before it."""
    every = max(1, len(columns) // _FEW_NAMES)
    for place in range(len(columns) - 1, -1, -every):
        wide = _small_width(columns[place].name) + 2
        left = max(0.0, min((place + 0.5) * step - wide / 2, pen.width - wide))
        room = QRectF(left, top + 2, wide, _AXIS)
        pen.write_in_middle(room, columns[place].name, pen.palette.muted)


def _small_width(text: str) -> float:
    return QFontMetricsF(fonts.sans(_SMALL)).horizontalAdvance(text)


def _draw_bars(pen: _Pen, plot: Bars) -> None:
    if not plot.bars:
        pen.write(QRectF(0, _TITLE, pen.width, _ROW), nothing(), ink=pen.palette.muted)
    _write_legend(pen, plot)
    longest = max((sum(part.value for part in bar.segments) for bar in plot.bars), default=0)
    for place, bar in enumerate(plot.bars):
        _draw_bar(pen, bar, _TITLE + place * _ROW, longest)


def _write_legend(pen: _Pen, plot: Bars) -> None:
    """Say behind the title what the signs stand for."""
    known = dict.fromkeys((part.symbol, part.word) for bar in plot.bars for part in bar.segments)
    words = "   ".join(f"{symbol} {word}" for symbol, word in known)
    left = QFontMetricsF(fonts.sans(_HEAD, _BOLD)).horizontalAdvance(plot.title) + 16
    room = QRectF(left, 0, pen.width - left, _TITLE)
    pen.write(room, words, ink=pen.palette.muted)


def _draw_bar(pen: _Pen, bar: Bar, top: float, longest: int) -> None:
    names, remarks = _NAME_SHARE * pen.width, _REMARK_SHARE * pen.width
    pen.write(QRectF(0, top, names - 10, _ROW), bar.name)
    words = "   ".join(f"{part.symbol} {part.value:,}" for part in bar.segments if part.value)
    numbers = QFontMetricsF(fonts.sans(_WORDS)).horizontalAdvance(words) + 12
    room = max(20.0, pen.width - names - remarks - numbers)
    left = names
    for part in bar.segments:
        if part.value:
            wide = max(_LEAST, room * part.value / max(1, longest))
            rect = QRectF(left, top + (_ROW - _BAR) / 2, wide - 1, _BAR)
            pen.fill(rect, pen.palette.tone(part.tone).ink)
            left += wide
    pen.write(QRectF(left + 6, top, numbers, _ROW), words)
    remark = QRectF(left + 6 + numbers, top, pen.width - left - numbers - 6, _ROW)
    pen.write(remark, bar.remark, ink=pen.palette.muted)
