"""Which letters each line of the display is set in. Sizes are pixels of the body's letters."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor

from factcheck.domain.model import Block, BlockKind
from factcheck.ui import fonts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QTextDocument

    from factcheck.ui.article.display import Line

_TITLE, _SUBTITLE, _CAPTION = 1.5, 0.95, 0.72
# The letters of an empty line, whose height is the space between two paragraphs.
_SPACE, _SPACE_ABOVE_HEADING, _SPACE_BELOW_HEADING = 0.5, 0.8, 0.3


def letters(block: Block | None, size: int) -> QFont:
    """Return the font of a block's words."""
    if block is None or block.kind not in (BlockKind.HEADING, BlockKind.CAPTION):
        return fonts.reading(size)
    if block.kind is BlockKind.CAPTION:
        return fonts.sans(round(size * _CAPTION))
    if block.level == 1:
        return fonts.serif(round(size * _TITLE), QFont.Weight.DemiBold)
    return fonts.sans(round(size * _SUBTITLE), QFont.Weight.DemiBold)


def letter_size(block: Block | None, size: int) -> int:
    """Return the size of a block's letters in pixels."""
    return letters(block, size).pixelSize()


def typeset(document: QTextDocument, lines: Sequence[Line], size: int, muted: str) -> None:
    """Set every line that isn't body text in its own letters; line n is block n.

    ``muted`` is the colour of captions.
    """

    @cache
    def words(kind: BlockKind, level: int) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setFont(letters(Block(kind, 0, 0, level), size))
        if kind is BlockKind.CAPTION:
            made.setForeground(QColor(muted))
        return made

    @cache
    def space(share: float) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setFont(fonts.reading(max(1, round(size * share))))
        return made

    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for number, line in enumerate(lines):
        if line.block is None:
            cursor.setPosition(document.findBlockByNumber(number).position())
            cursor.setBlockCharFormat(space(_share(lines, number)))
        elif line.block.kind in (BlockKind.HEADING, BlockKind.CAPTION):
            _select(cursor, document, number)
            cursor.setBlockCharFormat(words(line.block.kind, line.block.level))
            cursor.setCharFormat(words(line.block.kind, line.block.level))
    cursor.endEditBlock()


def _select(cursor: QTextCursor, document: QTextDocument, number: int) -> None:
    block = document.findBlockByNumber(number)
    cursor.setPosition(block.position())
    cursor.setPosition(block.position() + block.length() - 1, QTextCursor.MoveMode.KeepAnchor)


def _share(lines: Sequence[Line], number: int) -> float:
    """Return how high an empty line is; more than one in a row count once."""
    before, after = _kind(lines, number - 1), _kind(lines, number + 1)
    if before is None:
        return 0
    if after is BlockKind.HEADING:
        return _SPACE_ABOVE_HEADING
    return _SPACE_BELOW_HEADING if before is BlockKind.HEADING else _SPACE


def _kind(lines: Sequence[Line], number: int) -> BlockKind | None:
    block = lines[number].block if 0 <= number < len(lines) else None
    return block.kind if block is not None else None
