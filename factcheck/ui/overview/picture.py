"""The overview as a picture for paper: light whatever the window is, at twice the resolution."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter

from factcheck.ui import fonts
from factcheck.ui.overview.drawing import draw, height_of
from factcheck.ui.palette import LIGHT

if TYPE_CHECKING:
    from factcheck.ui.overview.plots import Plot

_WIDTH = 800
_MARGIN = 40
_HEAD = 40
_SCALE = 2


def picture(title: str, plots: tuple[Plot, ...]) -> QImage:
    """Return all plots below each other under a title."""
    height = round(sum(map(height_of, plots))) + _HEAD + 2 * _MARGIN
    image = QImage(QSize(_WIDTH, height) * _SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SCALE)
    image.fill(QColor("white"))
    mirrored = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    wide = _WIDTH - 2 * _MARGIN
    painter = QPainter(image)
    painter.translate(_MARGIN, _MARGIN)
    painter.setPen(QColor(LIGHT.ink))
    painter.setFont(fonts.serif(22, QFont.Weight.DemiBold))
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    painter.drawText(0, 0, wide, _HEAD, int(side), title)
    painter.translate(0, _HEAD)
    for plot in plots:
        draw(painter, plot, wide, LIGHT, mirrored=mirrored)
        painter.translate(0, height_of(plot))
    painter.end()
    return image
