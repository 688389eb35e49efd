"""The two ends of the framed statement, by which the mouse resizes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor

from factcheck.domain.words import snap
from factcheck.ui.article.painter import box

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from factcheck.ui.article.geometry import Part
    from factcheck.ui.article.highlights import Highlight
    from factcheck.ui.palette import Palette

_REACH = 5.0  # pixels to each side of an end in which the mouse takes it
_ASIDE = 2.0
_KNOB = 4.0


class Handle(NamedTuple):
    """One end of a highlight, and where it is on show: ``knob`` to see, ``area`` to take."""

    highlight: Highlight
    at_start: bool
    knob: QPointF
    area: QRectF

    def moved_to(self, text: str, at: int, *, exactly: bool) -> tuple[int, int]:
        """Return start and end with this end dragged to an offset, to whole words or exactly.

        An end that was dragged over the other one stays where it was.
        """
        first, last = (at, at) if exactly else snap(text, at, at)
        start, end = self.highlight.start, self.highlight.end
        moved = (first, end) if self.at_start else (start, last)
        return moved if moved[0] < moved[1] else (start, end)


def handle(highlight: Highlight, part: Part, level: int, *, at_start: bool) -> Handle:
    """Return the handle before the first or behind the last character, which ``part`` is of."""
    words = box(part, level)
    at_left = at_start is not part.backwards
    x = words.left() - _ASIDE if at_left else words.right() + _ASIDE
    area = QRectF(x - _REACH, words.top(), 2 * _REACH, words.height())
    return Handle(highlight, at_start, QPointF(x, area.top() if at_start else area.bottom()), area)


def draw_handle(painter: QPainter, one: Handle, palette: Palette) -> None:
    """Draw the knob that says that this end can be dragged, on a corner of the frame."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.accent))
    painter.drawEllipse(one.knob, _KNOB, _KNOB)
