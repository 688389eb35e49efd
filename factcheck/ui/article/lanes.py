"""Stripes in the margin for statements that overlap: one stripe a statement, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor

from factcheck.ui.article.painter import box

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QPainter

    from factcheck.ui.article.highlights import Highlight
    from factcheck.ui.article.scene import Drawn
    from factcheck.ui.palette import Palette

_STRIPE, _APART = 4.0, 2.0  # pixels
_ASIDE = 4.0
_LANES = 4  # as many as the margin holds; what lies deeper shares the last one
_FRAME = 1.5


class Stripe(NamedTuple):
    """How far down a highlight reaches, in the viewport's pixels."""

    highlight: Highlight
    area: QRectF


def stripes(drawn: Sequence[Drawn], left: float) -> list[Stripe]:
    """Return a stripe for each highlight that shares words with another statement's.

    ``left`` is where the margin begins in which they stand.
    """
    overlapping = overlaid(found.highlight for found in drawn)
    areas: dict[tuple[Highlight, int], QRectF] = {}
    for found in drawn:
        if found.highlight in overlapping and found.parts:
            key = (found.highlight, min(found.level, _LANES - 1))
            areas[key] = areas.get(key, QRectF()).united(_beside(found, key[1], left))
    return [Stripe(highlight, area) for (highlight, _), area in areas.items()]


def overlaid(highlights: Iterable[Highlight]) -> set[Highlight]:
    """Return those of the highlights whose words hang together with another statement's."""
    chains: list[list[Highlight]] = []
    reach = 0
    for highlight in sorted(set(highlights), key=lambda one: one.start):
        if highlight.start >= reach:
            chains.append([])
        chains[-1].append(highlight)
        reach = max(reach, highlight.end)
    mixed = [chain for chain in chains if len({one.statement_id for one in chain}) > 1]
    return {highlight for chain in mixed for highlight in chain}


def draw_stripe(painter: QPainter, stripe: Stripe, palette: Palette, *, chosen: bool) -> None:
    """Draw it in the colour of its verdict; the chosen one's is framed."""
    painter.setPen(Qt.PenStyle.NoPen)
    if chosen:
        painter.setBrush(QColor(palette.accent))
        framed = stripe.area.adjusted(-_FRAME, -_FRAME, _FRAME, _FRAME)
        painter.drawRoundedRect(framed, _STRIPE / 2 + _FRAME, _STRIPE / 2 + _FRAME)
    painter.setBrush(QColor(palette.tone(stripe.highlight.tone).ink))
    painter.drawRoundedRect(stripe.area, _STRIPE / 2, _STRIPE / 2)


def _beside(found: Drawn, lane: int, left: float) -> QRectF:
    first, last = box(found.parts[0]), box(found.parts[-1])
    x = left + _ASIDE + lane * (_STRIPE + _APART)
    return QRectF(x, first.top(), _STRIPE, last.bottom() - first.top())
