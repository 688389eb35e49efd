"""Quiet signs in the text: dots under what may be worth a check, a tick where nothing is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMetaObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap

from factcheck.ui import fonts
from factcheck.ui.article.painter import box

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QWidget

    from factcheck.ui.article.geometry import Part
    from factcheck.ui.article.layers import Shown
    from factcheck.ui.palette import Palette

    Places = Callable[[int, int], Iterable[tuple[int, int]]]

_DOT = 1.6  # pixels
_FAINT = 0.7  # of the ink
_STEP = 4  # pixels from dot to dot
_SIGN_SIZE = 0.62  # of the letters
_MARGIN = 27  # pixels to the left of the words; bullets and bars stand nearer
_ALPHA = 0.35  # of the paper over ticked words


class Suggested:
    """Draws dots under words. ``suggested`` returns start and end of those in a stretch.

    ``later`` says that another text is painted for the first time: the words shall not wait for
    what is suggested of them.
    """

    def __init__(self, suggested: Places, view: QWidget) -> None:
        self._suggested = suggested
        self._view = view
        self.on = True
        self.later = False
        self._tiles: dict[tuple[str, float], QPixmap] = {}

    def draw(self, painter: QPainter, shown: Shown, palette: Palette) -> None:
        """Draw what of it is on show."""
        if not self.on:
            return
        if self.later:
            self.later = False
            QMetaObject.invokeMethod(self._view, "update", Qt.ConnectionType.QueuedConnection)
            return
        tile = self._tile(palette.muted, painter.device().devicePixelRatioF())
        for place in self._suggested(shown.start, shown.end):
            for part in shown.parts(*place):
                width = part.right - part.left
                line = QRectF(part.left, box(part).bottom() - _DOT - 1, width, _DOT + 1)
                painter.drawTiledPixmap(line, tile)

    def _tile(self, ink: str, ratio: float) -> QPixmap:
        """Return one dot and its room; a dotted pen takes ten times as long."""
        if (ink, ratio) not in self._tiles:
            tile = QPixmap(round(_STEP * ratio), round((_DOT + 1) * ratio))
            tile.setDevicePixelRatio(ratio)
            tile.fill(Qt.GlobalColor.transparent)
            with QPainter(tile) as painter:
                painter.setRenderHint(painter.RenderHint.Antialiasing)
                painter.setPen(Qt.PenStyle.NoPen)
                faint = QColor(ink)
                faint.setAlphaF(_FAINT)
                painter.setBrush(faint)
                painter.drawEllipse(QRectF(1, 0.5, _DOT, _DOT))
            self._tiles[ink, ratio] = tile
        return self._tiles[ink, ratio]


class Ticked:
    """Makes words lighter and puts a tick beside their first line. ``ticked`` returns them."""

    def __init__(self, ticked: Places) -> None:
        self._ticked = ticked

    def draw(self, painter: QPainter, shown: Shown, palette: Palette) -> None:
        """Draw what of it is on show."""
        veil = QColor(palette.paper)
        veil.setAlphaF(_ALPHA)
        for start, end in self._ticked(shown.start, shown.end):
            parts = shown.parts(start, end)
            for part in parts:
                painter.fillRect(box(part), veil)
            if parts and start >= shown.start:
                _draw_sign(painter, parts[0], shown, palette)


def _draw_sign(painter: QPainter, part: Part, shown: Shown, palette: Palette) -> None:
    """Put a tick into the margin beside the words' first line."""
    left = min(one.origin.x() + one.block.layout().lineAt(0).x() for one in shown.blocks)
    painter.setFont(fonts.sans(max(8, round(part.em * _SIGN_SIZE)), QFont.Weight.DemiBold))
    painter.setPen(QColor(palette.muted))
    painter.drawText(QPointF(left - _MARGIN, part.baseline), "✓")
