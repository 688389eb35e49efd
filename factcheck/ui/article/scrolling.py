"""Which blocks of a plain text widget can be seen, and how to bring a place on show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from factcheck.ui.article.layers import OnShow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock
    from PySide6.QtWidgets import QPlainTextEdit

    from factcheck.ui.article.display import Display

EYE = 0.3  # where chosen words come to stand, as a share of the height


def blocks_on_show(view: QPlainTextEdit, display: Display) -> Iterator[OnShow]:
    """Yield the blocks that can be seen, from top to bottom."""
    block = view.firstVisibleBlock()
    origin = view.blockBoundingGeometry(block).translated(view.contentOffset()).topLeft()
    while block.isValid() and origin.y() < view.viewport().height():
        yield OnShow(block, QPointF(origin), display.lines[block.blockNumber()])
        origin.setY(origin.y() + view.blockBoundingRect(block).height())
        block = block.next()


def scroll_to(view: QPlainTextEdit, block: QTextBlock, position: int, eye: float = EYE) -> None:
    """Bring a position (UTF-16 units of the document) in a block to the height of the eye.

    The scroll bar counts lines.
    """
    view.blockBoundingRect(block)
    line = block.layout().lineForTextPosition(position - block.position())
    above = eye * view.viewport().height() - line.y()
    top = block
    while above > 0 and top.previous().isValid():
        top = top.previous()
        above -= view.blockBoundingRect(top).height()
    inside = line.lineNumber() if top == block and above < 0 else 0
    view.verticalScrollBar().setValue(top.firstLineNumber() + inside)
