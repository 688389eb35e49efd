"""Gives the blocks of an article their letters, and room for the numbers behind highlights.

What comes on show is dressed before it is laid out, all else bit by bit when nothing waits: a long
article is on show as soon as its first page is. That begins once all highlights are known, for it
would slow down who reads them, and be done for nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from factcheck.ui.article.highlights import HighlightIndex
from factcheck.ui.article.measured import Measured
from factcheck.ui.article.rooms import Rooms
from factcheck.ui.article.typesetting import Typesetter

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QTextBlock
    from PySide6.QtWidgets import QPlainTextEdit

    from factcheck.ui.article.display import Display
    from factcheck.ui.article.highlights import Highlight
    from factcheck.ui.article.painter import Labels

_AT_ONCE_MS = 4


class Dressing(QObject):
    """Dresses the document of a view, whose block n is line n of the display."""

    def __init__(self, view: QPlainTextEdit, text: str, display: Display) -> None:
        super().__init__(view)
        self._view = view
        self._display = display
        self.rooms = Rooms(text, display)
        self.measured = Measured()
        self.index = HighlightIndex()
        self._done = bytearray(len(display.lines))
        self._next = 0
        self._is_all_known = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    def set_letters(self, labels: Labels, size: int, muted: str) -> None:
        """Dress all in letters of another size, or with captions of another colour."""
        self._labels = labels
        self._typesetter = Typesetter(self._view.document(), self._display.lines, size, muted)
        self._begin()

    def set_index(self, highlights: HighlightIndex) -> None:
        """Make room for these highlights and no others."""
        self.index = highlights
        self._begin()

    def change_highlights(self, statements: Iterable[str], highlights: list[Highlight]) -> None:
        """Make room for these highlights instead of those that the statements had."""
        gone = [old for statement in statements for old in self.index.of(statement)]
        self.index.replace(statements, highlights)
        for number in {self.rooms.place(one).block for one in (*gone, *highlights)}:
            if self._done[number]:
                self._make_room(number, self._view.document().findBlockByNumber(number))

    def dress_rest(self) -> None:
        """Dress what is not on show, too, bit by bit from now on: all highlights are known."""
        self._is_all_known = True
        self._timer.start(0)

    def end(self) -> None:
        """Dress no more: another text is shown."""
        self._timer.stop()
        self.deleteLater()

    def measure(self, block: QTextBlock) -> QRectF:
        """Dress a block and return its place and size once it is."""
        number = block.blockNumber()
        if not self._done[number]:
            self._dress(number, block)
        return self._view.blockBoundingRect(block)

    def _begin(self) -> None:
        self.measured.forget_all()
        self._done = bytearray(len(self._display.lines))
        self._next = 0
        if self._is_all_known:
            self._timer.start(0)

    def _go_on(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        block = self._view.document().findBlockByNumber(self._next)
        with self._typesetter.together():
            while block.isValid() and clock.elapsed() < _AT_ONCE_MS:
                if not self._done[self._next]:
                    self._dress(self._next, block)
                self._next += 1
                block = block.next()
        if not block.isValid():
            self._timer.stop()

    def _dress(self, number: int, block: QTextBlock) -> None:
        self._done[number] = True
        self._typesetter.set_line(number, block)
        self.measured.forget(number)
        self._make_room(number, block)

    def _make_room(self, number: int, block: QTextBlock) -> None:
        line = self._display.lines[number]
        here = self.index.touching(line.start, line.end)
        formats = self.rooms.make(number, here, self._labels.width)
        if formats is not None:
            self.measured.forget(number)
            block.layout().setFormats(formats)
            if block.layout().lineCount():
                self._view.document().markContentsDirty(block.position(), block.length())
