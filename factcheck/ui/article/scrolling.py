"""Which blocks of a plain text widget can be seen, and how to bring a place on show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from factcheck.ui.article.layers import OnShow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QTextBlock, QTextCursor
    from PySide6.QtWidgets import QPlainTextEdit

    from factcheck.ui.article.display import Display

_LEAST_ROOM = 0.6  # square ems that a letter takes: 0.4 wide, 1.5 high
EYE = 0.3  # where chosen words come to stand, as a share of the height


def blocks_on_show(
    view: QPlainTextEdit, display: Display, measure: Callable[[QTextBlock], QRectF]
) -> Iterator[OnShow]:
    """Yield the blocks that can be seen, from top to bottom; ``measure`` lays each out."""
    block = view.firstVisibleBlock()
    origin = view.blockBoundingGeometry(block).translated(view.contentOffset()).topLeft()
    while block.isValid() and origin.y() < view.viewport().height():
        yield OnShow(block, QPointF(origin), display.lines[block.blockNumber()])
        origin.setY(origin.y() + measure(block).height())
        block = block.next()


def most_on_show(view: QPlainTextEdit) -> int:
    """Return how many code points a page has at most, give or take a paragraph."""
    em = view.font().pixelSize()
    return round(view.width() * view.height() / (_LEAST_ROOM * em**2))


def scroll_to(
    view: QPlainTextEdit,
    at: QTextCursor,
    measure: Callable[[QTextBlock], QRectF],
    eye: float = EYE,
) -> None:
    """Bring a place to the height of the eye; ``measure`` lays a block out.

    The scroll bar counts lines.
    """
    block, position = at.block(), at.position()
    measure(block)
    line = block.layout().lineForTextPosition(position - block.position())
    hidden = line.y() - eye * view.viewport().height()  # how much of the topmost block
    top = block
    while hidden < 0 and top.previous().isValid():
        top = top.previous()
        hidden += measure(top).height()
    lines = top.layout()
    above = sum(lines.lineAt(number).y() < hidden for number in range(lines.lineCount()))
    view.verticalScrollBar().setValue(top.firstLineNumber() + above)
