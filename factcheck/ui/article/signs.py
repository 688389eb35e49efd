"""The signs beside the words that belong to no text: bullets of lists, bars of quotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor

from factcheck.domain.model import BlockKind
from factcheck.ui.article.geometry import is_set_right

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from factcheck.ui.article.layers import OnShow, Shown
    from factcheck.ui.palette import Palette

_ASIDE = 12.0
_DOT, _BAR = 2.5, 3.0
_HEIGHT = 0.27  # of a dot above the baseline, in ems


class Signs:
    """Draws them in the margin."""

    def draw(self, painter: QPainter, shown: Shown, palette: Palette) -> None:
        """Draw those on show."""
        for one in shown.blocks:
            block = one.line.block
            if block is None:
                continue
            if block.kind is BlockKind.LIST_ITEM and one.line.first:
                _draw_bullet(painter, one, shown.size, palette)
            if block.kind is BlockKind.QUOTE:
                _draw_bar(painter, one, palette)


def _draw_bullet(painter: QPainter, one: OnShow, em: int, palette: Palette) -> None:
    baseline = one.origin.y() + one.block.layout().lineAt(0).ascent()
    painter.setRenderHint(painter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.muted))
    painter.drawEllipse(QPointF(_beside(one), baseline - _HEIGHT * em), _DOT, _DOT)


def _draw_bar(painter: QPainter, one: OnShow, palette: Palette) -> None:
    height = one.block.layout().boundingRect().height()
    painter.fillRect(QRectF(_beside(one), one.origin.y(), _BAR, height), QColor(palette.line))


def _beside(one: OnShow) -> float:
    """Return where signs stand: in the margin in which the lines begin."""
    layout = one.block.layout()
    if not is_set_right(layout):
        return one.origin.x() + _ASIDE
    line = layout.lineAt(0)
    return one.origin.x() + 2 * line.x() + line.width() - _ASIDE
