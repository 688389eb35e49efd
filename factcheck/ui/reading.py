"""Read only some of the article: a sentence at a time, or the facts of a kind."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent

from factcheck.domain.model import StatementKind
from factcheck.domain.reading import FactPlaces, Sentences
from factcheck.ui.article.dimming import Dimming
from factcheck.ui.article.reading_bar import ReadingBar
from factcheck.ui.article.scrolling import scroll_to

if TYPE_CHECKING:
    from factcheck.domain.reading import Place, Places
    from factcheck.ui.article_page import ArticlePage


class Mode(Enum):
    """What is read."""

    SENTENCES = auto()
    BACKWARDS = auto()
    NUMBERS = auto()
    NAMES = auto()
    QUOTATIONS = auto()


_BY_SENTENCE = frozenset({Mode.SENTENCES, Mode.BACKWARDS})
_KINDS = {
    Mode.NUMBERS: frozenset({StatementKind.NUMBER, StatementKind.DATE}),
    Mode.NAMES: frozenset({StatementKind.NAME}),
    Mode.QUOTATIONS: frozenset({StatementKind.QUOTATION}),
}
_MOST_SAID = 500
_STEPS = {Qt.KeyboardModifier.NoModifier: 1, Qt.KeyboardModifier.ShiftModifier: -1}


class Reading(QObject):
    """Dims all of the text but what is read, and goes from place to place in it.

    While it does, Space in the text goes on, with Shift back, and Escape ends it. ``told`` carries
    what a screen reader should say: the mode, the words gone to, or why none were.
    """

    told = Signal(str)

    def __init__(self, page: ArticlePage) -> None:
        super().__init__(page)
        self._page = page
        self._view = page.view
        self.mode: Mode | None = None
        self._places: Places = Sentences("", ())
        self._dimming = Dimming(self._lit, self._view.cursorRect)
        self.bar = ReadingBar()
        self.bar.moved.connect(self.go)
        self.bar.closed.connect(self.leave)

    def begin(self, mode: Mode) -> None:
        """Read only what the mode names; in this mode already, read everything again."""
        if mode is self.mode:
            self.leave()
            return
        self.forget()
        self.mode = mode
        self._watch()
        self._come_on_show()
        text, blocks = self._page.text, self._page.blocks
        if mode in _BY_SENTENCE:
            sentences = self._places = Sentences(text, blocks)
            if mode is Mode.BACKWARDS:
                self._show(sentences.last())
        else:
            self._places = FactPlaces(text, blocks, _KINDS[mode])
        self._dim()
        self._view.setFocus()

    def leave(self) -> None:
        """Read everything again; caret and selection stay."""
        self.forget()
        self._view.setFocus()

    def forget(self) -> None:
        """Read everything, before another article is shown."""
        if self.mode is None:
            return
        self.mode = None
        self._view.removeEventFilter(self)
        self._view.cursorPositionChanged.disconnect(self._dim)
        self._view.over.remove(self._dimming)
        self._view.setAccessibleDescription("")
        self._dim()
        self.bar.hide()
        self._page.coverage.show()

    def go(self, by: int) -> None:
        """Go to the next place (1) or to the one before (-1)."""
        caret = self._view.caret
        place = self._places.after(caret) if by > 0 else self._places.before(caret)
        remark = self._remark(place, by)
        self.bar.say(remark)
        self._show(place)
        self.told.emit(remark or self._page.text[slice(*(place or (0, 0)))][:_MOST_SAID])
        self._view.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Space and Escape of the text."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            by = _STEPS.get(event.modifiers(), 0)
            if event.key() == Qt.Key.Key_Space and by:
                self.go(-by if self.mode is Mode.BACKWARDS else by)
                return True
            # While the mouse drags something, Escape is about that.
            if event.key() == Qt.Key.Key_Escape and not QGuiApplication.mouseButtons():
                self.leave()
                return True
        return super().eventFilter(watched, event)

    def _watch(self) -> None:
        names = {
            Mode.SENTENCES: self.tr("Sentence by sentence"),
            Mode.BACKWARDS: self.tr("Sentence by sentence, from the end"),
            Mode.NUMBERS: self.tr("Only numbers and dates"),
            Mode.NAMES: self.tr("Only names"),
            Mode.QUOTATIONS: self.tr("Only quotations"),
        }
        for mode, name in names.items():
            if mode is self.mode:
                self.bar.show_mode(name, backwards=mode is Mode.BACKWARDS)
                self._view.setAccessibleDescription(name)
                self.told.emit(name)
        self.bar.setFixedHeight(self._page.coverage.height())
        self._page.coverage.hide()
        self.bar.show()
        self._view.over.append(self._dimming)
        self._view.cursorPositionChanged.connect(self._dim)
        self._view.installEventFilter(self)

    def _come_on_show(self) -> None:
        """Begin with what is on show, where the caret is not."""
        view = self._view
        if not view.viewport().rect().intersects(view.cursorRect()):
            _, top = view.place()
            view.put_selection(top, top)

    def _dim(self) -> None:
        self._view.viewport().update()

    def _lit(self, start: int, end: int) -> list[Place]:
        return self._places.lit(self._view.caret, start, end)

    def _show(self, place: Place | None) -> None:
        """Go to a place; a sentence comes to the height of the eye, a fact is selected."""
        if place is None:
            return
        if self.mode in _BY_SENTENCE:
            self._view.put_selection(place[0], place[0])
            scroll_to(self._view, self._view.textCursor(), self._view.blockBoundingRect)
        else:
            self._view.select(*place)

    def _remark(self, place: Place | None, by: int) -> str:
        if place is None:
            return self.tr("That was the last.") if by > 0 else self.tr("That was the first.")
        return "" if place[0] < place[1] else self.tr("None up to here; it can go on.")
