"""A text of a source, to be read, searched and selected from."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from factcheck.domain.finding import Search
from factcheck.domain.model import BlockKind
from factcheck.ui.article.display import Display
from factcheck.ui.widgets import current_palette

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from factcheck.domain.model import Block

Place = tuple[int, int]
# More headings than these would take long to set, and no honest text has them.
_MOST_HEADINGS = 5_000


class TextView(QPlainTextEdit):
    """Shows a text; places in it are code points of ``shown``, never read from the widget.

    ``selected`` carries start and end of what the person selected, equal for nothing.
    """

    selected = Signal(int, int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.shown = ""
        self._display = Display("", ())
        self._search = Search("")
        self._from = 0
        self._cited: list[Place] = []
        self.selectionChanged.connect(lambda: self.selected.emit(*self.place()))
        self.verticalScrollBar().valueChanged.connect(self._tint)

    def show_text(
        self, text: str, display: Display | None = None, blocks: Sequence[Block] = ()
    ) -> None:
        """Show another text from its beginning, laid out beforehand if it is long."""
        self.shown = text
        self._display = display or Display(text, ())
        self.setPlainText(self._display.text)
        self._set_headings(blocks)
        self._tint()

    def place(self) -> Place:
        """Return start and end of what is selected, or twice where the caret is."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        return self._display.to_point(start), self._display.to_point(end)

    def select(self, start: int, end: int) -> None:
        """Select words and bring them on show."""
        if self.place() != (start, end):
            self.setTextCursor(self._cursor(start, end))
        self.centerCursor()

    def clear_selection(self) -> None:
        """Select nothing; the caret stays."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def show_found(self, search: Search, from_: int = 0) -> None:
        """Tint the places of a search of a text in which ours begins at an offset."""
        self._search, self._from = search, from_
        self._tint()

    def show_cited(self, places: list[Place]) -> None:
        """Tint the words of an excerpt and bring them on show."""
        self._cited = places
        self._tint()
        for start, _end in places[:1]:
            self.setTextCursor(self._cursor(start, start))
            self.centerCursor()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tint what comes on show."""
        super().resizeEvent(event)
        self._tint()

    def _set_headings(self, blocks: Sequence[Block]) -> None:
        bold = QTextCharFormat()
        bold.setFontWeight(QFont.Weight.DemiBold)
        headings = (block for block in blocks if block.kind is BlockKind.HEADING)
        for block in islice(headings, _MOST_HEADINGS):
            self._cursor(block.start, block.end).setCharFormat(bold)

    def _tint(self) -> None:
        """Tint what is on show; all of a long text would take long."""
        palette = current_palette()
        start, end = self._on_show()
        found = [
            (first - self._from, last - self._from)
            for first, last in self._search.between(start + self._from, end + self._from)
        ]
        cited = [place for place in self._cited if place[0] < end and place[1] > start]
        tints = [self._tinted(place, palette.tone("amber").tint) for place in cited]
        self.setExtraSelections(tints + [self._tinted(place, palette.found) for place in found])

    def _on_show(self) -> Place:
        corner = self.viewport().rect().bottomRight()
        first = self.cursorForPosition(QPoint(0, 0)).position()
        last = self.cursorForPosition(corner).position()
        return self._display.to_point(first), self._display.to_point(last)

    def _tinted(self, place: Place, colour: str) -> QTextEdit.ExtraSelection:
        tinted = QTextEdit.ExtraSelection()
        tinted.cursor = self._cursor(*place)
        tinted.format.setBackground(QColor(colour))
        return tinted

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._display.to_unit(start))
        cursor.setPosition(self._display.to_unit(end), QTextCursor.MoveMode.KeepAnchor)
        return cursor
