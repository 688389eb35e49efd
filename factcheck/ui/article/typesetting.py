"""Which letters each line of the display is set in. Sizes are pixels of the body's letters."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor

from factcheck.domain.model import Block, BlockKind
from factcheck.ui import fonts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QTextBlock, QTextDocument

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
    return size if block is None else _letter_size(block.kind, block.level, size)


@cache
def _letter_size(kind: BlockKind, level: int, size: int) -> int:
    return letters(Block(kind, 0, 0, level), size).pixelSize()


class Typesetter:
    """Sets lines that aren't body text in their own letters; line n is block n of the document.

    ``size`` is that of the body's letters, ``muted`` the colour of captions.
    """

    def __init__(
        self, document: QTextDocument, lines: Sequence[Line], size: int, muted: str
    ) -> None:
        self._lines = lines
        self._size = size
        self._muted = muted
        self._cursor = QTextCursor(document)
        self._formats: dict[object, QTextCharFormat] = {}

    def set_line(self, number: int, block: QTextBlock) -> None:
        """Set one line."""
        kind, cursor = self._lines[number].block, self._cursor
        if kind is None:
            cursor.setPosition(block.position())
            cursor.setBlockCharFormat(self._space(_share(self._lines, number)))
        elif kind.kind in (BlockKind.HEADING, BlockKind.CAPTION):
            cursor.setPosition(block.position())
            cursor.movePosition(cursor.MoveOperation.EndOfBlock, cursor.MoveMode.KeepAnchor)
            cursor.setBlockCharFormat(self._words(kind.kind, kind.level))
            cursor.setCharFormat(self._words(kind.kind, kind.level))

    @contextmanager
    def together(self) -> Iterator[None]:
        """Let the document follow all lines set inside at once."""
        self._cursor.beginEditBlock()
        yield
        self._cursor.endEditBlock()

    def _words(self, kind: BlockKind, level: int) -> QTextCharFormat:
        if (kind, level) not in self._formats:
            made = self._formats[kind, level] = QTextCharFormat()
            made.setFont(letters(Block(kind, 0, 0, level), self._size))
            if kind is BlockKind.CAPTION:
                made.setForeground(QColor(self._muted))
        return self._formats[kind, level]

    def _space(self, share: float) -> QTextCharFormat:
        if share not in self._formats:
            made = self._formats[share] = QTextCharFormat()
            made.setFont(fonts.reading(max(1, round(self._size * share))))
        return self._formats[share]


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
