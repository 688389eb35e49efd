"""The place in the text stays while its letters, its column or the window change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from factcheck.ui.article.scrolling import scroll_to

if TYPE_CHECKING:
    from types import TracebackType

    from PySide6.QtGui import QTextCursor
    from PySide6.QtWidgets import QPlainTextEdit


# A point in the first line whatever its height; its upper edge may round to the line above.
_IN_FIRST_LINE = QPoint(0, 4)


class FirstLine:
    """The first words on show, which stay where they are while all words are set anew in ``with``.

    The scroll bar alone would keep the number of their line, in which others stand then. They are
    known from the last time that somebody scrolled: taken anew after each change they would drift.
    """

    def __init__(self, view: QPlainTextEdit) -> None:
        self._view = view
        self._words: QTextCursor | None = None
        self._depth = 0

    def follow(self) -> None:
        """Take the words that are on show first now, unless they are being held."""
        if not self._depth:
            self._words = self._view.cursorForPosition(_IN_FIRST_LINE)

    def __enter__(self) -> None:
        self._depth += 1

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._depth == 1 and self._words is not None:
            scroll_to(self._view, self._words, self._view.blockBoundingRect, eye=0)
        self._depth -= 1
