"""The article as it is read and marked: a reading column with highlights under the words.

A read-only QPlainTextEdit, because it stays fast at half a million words and brings caret,
selection by keyboard and accessibility along. Its text is never read back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from factcheck.ui import fonts
from factcheck.ui.article.directions import runs_backwards
from factcheck.ui.article.display import Display
from factcheck.ui.article.dressing import Dressing
from factcheck.ui.article.found import Found
from factcheck.ui.article.highlights import HighlightIndex, statement_meant
from factcheck.ui.article.holding import FirstLine
from factcheck.ui.article.layers import Layer, Shown
from factcheck.ui.article.painter import Labels
from factcheck.ui.article.pointing import Pointing
from factcheck.ui.article.reader import make_reader, set_side
from factcheck.ui.article.scene import Scene
from factcheck.ui.article.scrolling import blocks_on_show, scroll_to
from factcheck.ui.article.signs import Signs
from factcheck.ui.widgets import current_palette

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from factcheck.domain.finding import Search
    from factcheck.domain.model import Block
    from factcheck.ui.article.handles import Handle
    from factcheck.ui.article.highlights import Highlight

COLUMN = 37.5  # ems of the body's letters
_NARROWEST, _WIDEST = 22.5, 60.0
_WITHIN = 4.0  # pixels below the edge, where the first line on show surely is
_MARGIN = 28  # pixels around the words, where bullets and bars stand
_SMALLEST, _LARGEST = 10, 48
_TYPING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ArticleView(QPlainTextEdit):
    """Shows a text with highlights. All offsets taken and given are the article's code points.

    ``statement_clicked`` carries the statement under a click, or under the caret at Enter; once
    more on words of several statements takes the next of them. ``selection_changed`` carries
    start and end, equal where nothing is selected. ``marks_changed`` tells who shows the
    highlights elsewhere that they, or the chosen one, are others now. ``resized`` carries the old
    and the new start and end of a chosen highlight that was dragged by one of its ends.

    ``under`` are the layers between the highlights' tints and the words, ``over`` those above.
    """

    statement_clicked = Signal(str)
    selection_changed = Signal(int, int)
    marks_changed = Signal()
    resized = Signal(object, object)

    def __init__(self, number_of: Callable[[str], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number_of = number_of
        self._size = fonts.READING_SIZE
        self._column = COLUMN
        self._awaited: tuple[int, int] | None = None
        self._found = Found(self.selected_span)
        self.under: list[Layer] = [self._found, Signs()]
        self.over: list[Layer] = []
        self._chosen: str | None = None
        self._pointing = Pointing(self)
        self._held = FirstLine(self)
        self._dressing = Dressing(self, "", Display("", ()))
        self.setAccessibleName(self.tr("Article text"))
        make_reader(self, _MARGIN)
        self.set_article("", (), HighlightIndex())
        self.selectionChanged.connect(self._tell_selection)

    @property
    def text(self) -> str:
        """The article's text."""
        return self._text

    @property
    def index(self) -> HighlightIndex:
        """What is highlighted."""
        return self._dressing.index

    @property
    def chosen(self) -> str | None:
        """The framed statement."""
        return self._chosen

    def chosen_highlights(self) -> Sequence[Highlight]:
        """Return the framed statement's highlights, in reading order."""
        return self.index.of(self._chosen)

    def set_article(self, text: str, blocks: Sequence[Block], highlights: HighlightIndex) -> None:
        """Show another text, from its beginning, with nothing chosen or selected."""
        # Dressed is one text or the other: in between there is none.
        self.setPlainText("")
        self._text = text
        self._chosen = None
        self._display = Display(text, blocks)
        self._said: list[tuple[Highlight, int]] = []
        self._dressing.end()
        self._dressing = Dressing(self, text, self._display)
        self._typeset()
        set_side(self, right=runs_backwards(text))
        self.setPlainText(self._display.text)
        self.set_index(highlights)

    def set_index(self, highlights: HighlightIndex) -> None:
        """Show these highlights and no others; they are kept up to date here from now on."""
        self._labels.forget_numbers()
        self._dressing.set_index(highlights)
        self._show_change()

    def dress_rest(self) -> None:
        """Lay out what is not on show, too, in idle moments: all highlights are known."""
        self._dressing.dress_rest()

    def change_highlights(self, statements: Collection[str], highlights: list[Highlight]) -> None:
        """Show these highlights instead of those that the statements had.

        What is not named stays as it is, so the cost is that of the change, not of the article.
        """
        self._labels.forget_numbers()
        self._dressing.change_highlights(statements, highlights)
        self._show_change()

    def _show_change(self) -> None:
        """Lay out and paint only what differs."""
        self._dress_on_show()
        if self._scene().said() != self._said:
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
        self.put_selection(start, end)

    def put_selection(self, anchor: int, caret: int) -> None:
        """Select from one offset to another, where the caret then is; nothing is scrolled."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._display.to_unit(anchor))
        cursor.setPosition(self._display.to_unit(caret), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def show_found(self, search: Search) -> None:
        """Tint the places of a search instead of those of another."""
        self._found.search = search
        self.viewport().update()

    def place(self) -> tuple[int, int]:
        """Return the caret's offset and that of the first words on show."""
        return self.caret, self.offset_at(QPointF(0, _WITHIN))

    def go_to_place(self, caret: int, top: int) -> None:
        """Go back to what ``place`` returned."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._display.to_unit(caret))
        self.setTextCursor(cursor)
        cursor.setPosition(self._display.to_unit(top))
        scroll_to(self, cursor, self._dressing.measure, eye=0)
        self._dress_on_show()
        # Lines break anew until the window has its size.
        self._awaited = (caret, top)

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
            with self._held:
                self._size = size
                self._typeset()
                self._centre_column()
            self._dress_on_show()

    @property
    def column(self) -> float:
        """How wide the reading column is, in ems of the body's letters."""
        return self._column

    @column.setter
    def column(self, ems: float) -> None:
        self._column = max(_NARROWEST, min(_WIDEST, ems))
        self._centre_column()

    def _typeset(self) -> None:
        self._labels = Labels(self._size, self._number_of)
        self._muted = current_palette().muted
        self.setFont(fonts.reading(self._size))
        self._dressing.set_letters(self._labels, self._size, self._muted)

    def _centre_column(self) -> None:
        spare = self.width() - round(self._column * self._size) - 2 * _MARGIN
        side = max(0, spare // 2)
        if self.viewportMargins().left() != side:
            self.setViewportMargins(side, 0, side, 0)

    # What can be seen

    def shown(self) -> Shown:
        """Return what can be seen now."""
        blocks = list(blocks_on_show(self, self._display, self.blockBoundingRect))
        width = self.viewport().width()
        return Shown(self._display, self._dressing.measured, blocks, self._size, width)

    def _scene(self, shown: Shown | None = None) -> Scene:
        dressed = self._dressing
        return Scene(
            shown or self.shown(), dressed.index, dressed.rooms, self._labels, self._chosen
        )

    def _dress_on_show(self) -> None:
        for _ in blocks_on_show(self, self._display, self._dressing.measure):
            pass

    def _go_to(self, highlight: Highlight) -> None:
        """Put the caret on the first word; scroll only if the word can't be seen."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._display.to_unit(highlight.start))
        self._show(cursor)
        if self.selected_span() or not highlight.start <= self.caret <= highlight.end:
            self.setTextCursor(cursor)

    def _show(self, cursor: QTextCursor) -> None:
        if not self.viewport().rect().contains(self.cursorRect(cursor)):
            scroll_to(self, cursor, self._dressing.measure)

    # Events

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Dress what comes on show before it is painted."""
        super().scrollContentsBy(dx, dy)
        self._held.follow()
        self._dress_on_show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hold the first line, and dress what comes on show."""
        with self._held:
            super().resizeEvent(event)
            self._dressing.measured.forget_all()
        if self._awaited is not None:
            self.go_to_place(*self._awaited)
        self._dress_on_show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the highlights, then the words over them."""
        self._awaited = None
        shown, palette = self.shown(), current_palette()
        scene = self._scene(shown)
        self._said = scene.said()
        with QPainter(self.viewport()) as painter:
            painter.setClipRect(event.rect())
            scene.draw_tints(painter, palette)
            for layer in self.under:
                layer.draw(painter, shown, palette)
            scene.draw(painter, palette)
        super().paintEvent(event)
        if self.over:
            with QPainter(self.viewport()) as painter:
                painter.setClipRect(event.rect())
                for layer in self.over:
                    layer.draw(painter, shown, palette)

    def changeEvent(self, event: QEvent) -> None:
        """Take over the colours of a new appearance."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._muted != current_palette().muted:
            self._typeset()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click, a selection, or the drag of an end."""
        super().mousePressEvent(event)
        self._pointing.press(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End it."""
        super().mouseReleaseEvent(event)
        self._pointing.release(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select, or drag an end; show what a press would do."""
        if self._pointing.drags:
            self._pointing.drag(event)
            return
        super().mouseMoveEvent(event)
        if not event.buttons():
            self.viewport().setCursor(self._pointing.shape_at(event.position()))

    def highlights_at(self, at: QPointF) -> list[Highlight]:
        """Return the highlights at a point of the viewport, the narrowest first."""
        return self._scene().hit(at)

    def handle_at(self, at: QPointF) -> Handle | None:
        """Return the end of the framed statement that a press here takes."""
        return self._scene().handle_at(at)

    def offset_at(self, at: QPointF) -> int:
        """Return the offset of the article that is nearest to a point of the viewport."""
        return self._display.to_point(self.cursorForPosition(at.toPoint()).position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the caret and select; leave every single key to the window."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        if self._pointing.drags and event.key() == Qt.Key.Key_Escape:
            self._pointing.leave()
        typing = not event.modifiers() & ~_TYPING
        if event.key() in _ENTER and typing:
            event.setAccepted(self.choose_of(self.index.at(self.caret)))
        elif typing and event.text().isprintable() and event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

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
        (dragged := QMimeData()).setText(self.selected_text())
        return dragged

    def copy(self) -> None:
        """Copy the article's own characters.

        The clipboard makes its own object of them: it may outlive Python, ours would not.
        """
        if self.selected_span() is not None:
            QApplication.clipboard().setText(self.selected_text())

    def selected_text(self) -> str:
        """Return the selected words as the article has them."""
        start, end = self.selected_span() or (0, 0)
        return self._text[start:end]

    def choose_of(self, hits: Sequence[Highlight]) -> bool:
        """Tell which statement is meant: the narrowest, or the one after the chosen one."""
        meant = statement_meant(hits, self._chosen)
        if meant is not None:
            self.statement_clicked.emit(meant)
        return meant is not None

    def _tell_selection(self) -> None:
        self.selection_changed.emit(*(self.selected_span() or (self.caret, self.caret)))
