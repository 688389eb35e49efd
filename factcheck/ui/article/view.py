"""The article as it is read and marked: a reading column with highlights under the words.

A read-only QPlainTextEdit, because it stays fast at half a million words and brings caret,
selection by keyboard and accessibility along. Its text is never read back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QTextBlock, QTextCursor
from PySide6.QtWidgets import QApplication, QFrame, QPlainTextEdit

from factcheck.domain.finding import Search
from factcheck.ui import fonts
from factcheck.ui.article.display import Display
from factcheck.ui.article.highlights import Highlight, HighlightIndex
from factcheck.ui.article.painter import Labels
from factcheck.ui.article.rooms import Rooms, spacing
from factcheck.ui.article.scene import OnShow, Scene
from factcheck.ui.article.typesetting import typeset
from factcheck.ui.widgets import current_palette

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from factcheck.domain.model import Block
    from factcheck.ui.article.handles import Handle

_COLUMN = 37.5  # ems of the body's letters
_MARGIN = 28  # pixels around the words, where bullets and bars stand
_SMALLEST, _LARGEST = 10, 48
_EYE = 0.3  # where chosen words come to stand, as a share of the height
_TYPING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ArticleView(QPlainTextEdit):
    """Shows a text with highlights. All offsets taken and given are the article's code points.

    ``statement_clicked`` carries the statement under a click, or under the caret at Enter; once
    more on words of several statements takes the next of them. ``selection_changed`` carries
    start and end, equal where nothing is selected. ``marks_changed`` tells who shows the
    highlights elsewhere that they, or the chosen one, are others now. ``resized`` carries the old
    and the new start and end of a chosen highlight that was dragged by one of its ends.
    """

    statement_clicked = Signal(str)
    selection_changed = Signal(int, int)
    marks_changed = Signal()
    resized = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = fonts.READING_SIZE
        self._chosen: str | None = None
        self._pressed_at = QPointF()
        self._dragged: Handle | None = None
        self._set_up()
        self.set_article("", (), ())
        self.selectionChanged.connect(self._tell_selection)

    def _set_up(self) -> None:
        self.setProperty("role", "article")
        self.setAccessibleName(self.tr("Article text"))
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursorWidth(2)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(_MARGIN)
        self.viewport().setMouseTracking(True)

    @property
    def length(self) -> int:
        """How many code points the text has."""
        return len(self._text)

    @property
    def index(self) -> HighlightIndex:
        """What is highlighted."""
        return self._index

    @property
    def chosen(self) -> str | None:
        """The framed statement."""
        return self._chosen

    def chosen_highlights(self) -> list[Highlight]:
        """Return the framed statement's highlights, in reading order."""
        return [one for one in self._index.highlights if one.statement_id == self._chosen]

    def set_article(
        self, text: str, blocks: Sequence[Block], highlights: Iterable[Highlight]
    ) -> None:
        """Show another text, from its beginning, with nothing chosen or selected."""
        self._text = text
        self._chosen = None
        self._display = Display(text, blocks)
        self._index = HighlightIndex()
        self._search = Search("")
        self._rooms = Rooms(text, self._display)
        self.setPlainText(self._display.text)
        self._typeset()
        self.set_highlights(highlights)

    def set_highlights(self, highlights: Iterable[Highlight]) -> None:
        """Show these highlights instead; only what differs is laid out and painted anew."""
        before = self._on_show()
        self._index = HighlightIndex(highlights)
        self._make_room()
        if self._on_show() != before:
            self.viewport().update()
        self.marks_changed.emit()

    def select_statement(self, statement_id: str | None) -> None:
        """Frame a statement and bring its first words on show; the page stays if they are."""
        self._chosen = statement_id
        self.viewport().update()
        self.marks_changed.emit()
        for highlight in self.chosen_highlights()[:1]:
            self._go_to(highlight)

    @property
    def caret(self) -> int:
        """The offset at which the caret is."""
        return self._display.to_point(self.textCursor().position())

    def selected_span(self) -> tuple[int, int] | None:
        """Return start and end of the selected words, None if there are none."""
        cursor = self.textCursor()
        start = self._display.to_point(cursor.selectionStart())
        end = self._display.to_point(cursor.selectionEnd())
        return (start, end) if start < end else None

    def select(self, start: int, end: int) -> None:
        """Select words and bring them on show, the caret behind them."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._display.to_unit(start))
        self._show(cursor)
        self._select(start, end)

    def _select(self, anchor: int, caret: int) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._display.to_unit(anchor))
        cursor.setPosition(self._display.to_unit(caret), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def show_found(self, search: Search) -> None:
        """Tint the places of a search instead of those of another."""
        self._search = search
        self.viewport().update()

    def place(self) -> tuple[int, int]:
        """Return the caret's offset and that of the first words on show."""
        return self.caret, self._display.to_point(self.cursorForPosition(QPoint(0, 0)).position())

    def go_to_place(self, caret: int, top: int) -> None:
        """Go back to what ``place`` returned."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._display.to_unit(caret))
        self.setTextCursor(cursor)
        at = self._display.to_unit(top)
        self._scroll_to(self.document().findBlock(at), at, eye=0)

    def clear_selection(self) -> None:
        """Select nothing; the caret stays."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    # The size of the letters

    def zoom(self) -> int:
        """Return by how many steps the letters are larger than usual."""
        return self._size - fonts.READING_SIZE

    def set_zoom(self, steps: int) -> None:
        """Make the letters larger than usual by so many steps, or smaller."""
        size = max(_SMALLEST, min(_LARGEST, fonts.READING_SIZE + steps))
        if size != self._size:
            self._size = size
            self._typeset()
            self._make_room()
            self._centre_column()

    def _typeset(self) -> None:
        self._labels = Labels(self._size)
        self._muted = current_palette().muted
        self.setFont(fonts.reading(self._size))
        typeset(self.document(), self._display.lines, self._size, self._muted)

    def _make_room(self) -> None:
        document = self.document()
        changed = self._rooms.update(self._index.highlights, self._labels.width)
        for number, rooms in changed.items():
            block = document.findBlockByNumber(number)
            block.layout().setFormats(spacing(rooms))
            if block.layout().lineCount():
                document.markContentsDirty(block.position(), block.length())

    def _centre_column(self) -> None:
        spare = self.width() - round(_COLUMN * self._size) - 2 * _MARGIN
        side = max(0, spare // 2)
        if self.viewportMargins().left() != side:
            self.setViewportMargins(side, 0, side, 0)

    # What can be seen

    def _blocks_on_show(self) -> Iterator[OnShow]:
        block = self.firstVisibleBlock()
        origin = self.blockBoundingGeometry(block).translated(self.contentOffset()).topLeft()
        while block.isValid() and origin.y() < self.viewport().height():
            yield OnShow(block, QPointF(origin))
            origin.setY(origin.y() + self.blockBoundingRect(block).height())
            block = block.next()

    def _on_show(self) -> list[Highlight]:
        lines = [self._display.lines[one.block.blockNumber()] for one in self._blocks_on_show()]
        return self._index.touching(lines[0].start, lines[-1].end) if lines else []

    def _scene(self) -> Scene:
        return Scene(self._display, self._index, self._rooms, self._labels, self._size)

    def _go_to(self, highlight: Highlight) -> None:
        """Put the caret on the first word; scroll only if the word can't be seen."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._display.to_unit(highlight.start))
        self._show(cursor)
        if self.selected_span() or not self._is_caret_in(highlight):
            self.setTextCursor(cursor)

    def _show(self, cursor: QTextCursor) -> None:
        if not self.viewport().rect().contains(self.cursorRect(cursor)):
            self._scroll_to(cursor.block(), cursor.position())

    def _is_caret_in(self, highlight: Highlight) -> bool:
        return highlight.start <= self.caret <= highlight.end

    def _scroll_to(self, block: QTextBlock, position: int, eye: float = _EYE) -> None:
        """Bring a position to the height where the eye rests. The scroll bar counts lines."""
        self.blockBoundingRect(block)
        line = block.layout().lineForTextPosition(position - block.position())
        above = eye * self.viewport().height() - line.y()
        top = block
        while above > 0 and top.previous().isValid():
            top = top.previous()
            above -= self.blockBoundingRect(top).height()
        inside = line.lineNumber() if top == block and above < 0 else 0
        self.verticalScrollBar().setValue(top.firstLineNumber() + inside)

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the highlights, then the words over them."""
        painter = QPainter(self.viewport())
        painter.setClipRect(event.rect())
        shown = list(self._blocks_on_show())
        self._scene().draw(painter, shown, self._chosen, self._search, current_palette())
        painter.end()
        super().paintEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take over the colours of a new appearance."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._muted != current_palette().muted:
            self._typeset()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click begins, to tell it from a drag, and which end it takes."""
        super().mousePressEvent(event)
        self._pressed_at = event.position()
        if event.button() is Qt.MouseButton.LeftButton:
            self._dragged = self._handle_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a click on highlighted words as one on their statement; end a drag."""
        super().mouseReleaseEvent(event)
        dragged, self._dragged = self._dragged, None
        moved = (event.position() - self._pressed_at).manhattanLength()
        is_click = moved < QApplication.startDragDistance() and self.selected_span() is None
        if dragged is not None and moved >= QApplication.startDragDistance():
            self._resize(dragged, event)
        elif event.button() is Qt.MouseButton.LeftButton and is_click:
            self._choose_of(self.highlights_at(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over words that can be clicked; show how far an end is dragged."""
        if self._dragged is not None:
            start, end = self._dragged_to(self._dragged, event)
            self._select(*((end, start) if self._dragged.at_start else (start, end)))
            return
        super().mouseMoveEvent(event)
        if not event.buttons():
            self.viewport().setCursor(self._shape_at(event.position()))

    def _shape_at(self, at: QPointF) -> Qt.CursorShape:
        if self._handle_at(at) is not None:
            return Qt.CursorShape.SizeHorCursor
        over = self.highlights_at(at)
        return Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor

    def highlights_at(self, at: QPointF) -> list[Highlight]:
        """Return the highlights at a point of the viewport, the narrowest first."""
        return self._scene().hit(list(self._blocks_on_show()), at)

    def _handle_at(self, at: QPointF) -> Handle | None:
        return self._scene().handle_at(list(self._blocks_on_show()), self._chosen, at)

    def _dragged_to(self, dragged: Handle, event: QMouseEvent) -> tuple[int, int]:
        at = self._display.to_point(self.cursorForPosition(event.position().toPoint()).position())
        exactly = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        return dragged.moved_to(self._text, at, exactly=exactly)

    def _resize(self, dragged: Handle, event: QMouseEvent) -> None:
        mark = dragged.highlight
        old, new = (mark.start, mark.end), self._dragged_to(dragged, event)
        self.clear_selection()
        if new != old:
            self.resized.emit(old, new)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the caret and select; leave every single key to the window."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        if self._dragged is not None and event.key() == Qt.Key.Key_Escape:
            self._dragged = None
            self.clear_selection()
        typing = not event.modifiers() & ~_TYPING
        if event.key() in _ENTER and typing:
            event.setAccepted(self._choose_of(self._index.at(self.caret)))
        elif typing and event.text().isprintable() and event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl change the size of the letters."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom() + (1 if event.angleDelta().y() > 0 else -1))
            event.accept()
        else:
            super().wheelEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep the column in the middle; scroll by the wheel beside it, too.

        The margins are set before Qt places the viewport, so the words are laid out once.
        """
        if event.type() == QEvent.Type.Resize:
            self._centre_column()
        if event.type() == QEvent.Type.Wheel:
            return QApplication.sendEvent(self.viewport(), event)
        return super().event(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Drag the article's own characters, not those of the display."""
        dragged = QMimeData()
        dragged.setText(self._selected_text())
        return dragged

    def copy(self) -> None:
        """Copy the article's own characters.

        The clipboard makes its own object of them: it may outlive Python, ours would not.
        """
        if self.selected_span() is not None:
            QApplication.clipboard().setText(self._selected_text())

    def _selected_text(self) -> str:
        start, end = self.selected_span() or (0, 0)
        return self._text[start:end]

    def _choose_of(self, hits: Sequence[Highlight]) -> bool:
        """Tell which statement is meant: the narrowest, or the one after the chosen one."""
        found = list(dict.fromkeys(highlight.statement_id for highlight in hits))
        if not found:
            return False
        after = found.index(self._chosen) + 1 if self._chosen in found else 0
        self.statement_clicked.emit(found[after % len(found)])
        return True

    def _tell_selection(self) -> None:
        self.selection_changed.emit(*(self.selected_span() or (self.caret, self.caret)))
