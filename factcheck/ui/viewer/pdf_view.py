"""The pages of a PDF, one at a time, on paper or as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from factcheck.domain.excerpts import excerpt_of, places_of
from factcheck.domain.finding import Search
from factcheck.ui.key_labels import keys_of
from factcheck.ui.later import later
from factcheck.ui.viewer.joined import Joined
from factcheck.ui.viewer.page_bar import PageBar
from factcheck.ui.viewer.page_canvas import PageCanvas
from factcheck.ui.viewer.pages import Pages, Texts
from factcheck.ui.viewer.text_view import TextView
from factcheck.ui.widgets import label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from factcheck.errors import FactcheckError
    from factcheck.ui.jobs import Jobs
    from factcheck.ui.viewer.pages import PdfFile
    from factcheck.ui.viewer.text_view import Place

# Pixels a point: the size in print, the smallest and the largest, and one step of the zoom.
_PRINT = 96 / 72
_SMALLEST, _LARGEST, _STEP = 0.25, 8.0, 1.2
_MARGIN = 12
_PAGING = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_CONTROL = Qt.KeyboardModifier.ControlModifier


class PdfView(QWidget):
    """Shows a PDF. Pages count from 0, places are code points of a page's text.

    ``selection_changed`` tells that other words are selected, or none.
    """

    selection_changed = Signal()

    def __init__(self, file: PdfFile, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.file = file
        self.index = 0
        self.pages = Pages(file, jobs, self)
        self.texts = Texts(file, jobs, self)
        self._zoom = _PRINT
        self._fits = True
        self._selection: Place = (0, 0)
        self._to_show: Place | None = None
        self._excerpt = ""
        self._cited: list[Place] = []
        self._search = Search("")
        self._joined: Joined | None = None
        self._larger = keys_of(self, "view.larger", "Ctrl++", "Ctrl+=")
        self._smaller = keys_of(self, "view.smaller", "Ctrl+-")
        self.bar = PageBar(smaller=self._smaller[0], larger=self._larger[0])
        self.canvas = PageCanvas()
        self.area = QScrollArea()
        self.words = TextView(self.tr("Text of the page"))
        self.remark = label("", "muted", wrap=True)
        self._lay_out()
        self._connect()

    # What is on show

    def open(self, index: int, excerpt: str = "") -> None:
        """Show a page, and where on it the excerpt stands."""
        self._excerpt = excerpt
        self._show_page(min(max(0, index), len(self.file.sizes) - 1))

    def show_excerpt(self, excerpt: str) -> None:
        """Tint these words of the page instead of others."""
        self._excerpt = excerpt
        self._cited = places_of(excerpt, self._text())
        self._tint()
        self.words.show_cited(self._cited)

    def page_labelled(self, label: str) -> int:
        """Return the page with this label, or else of this number; the first if there is none."""
        labels = [size.label.lower() for size in self.file.sizes]
        if label.lower() in labels:
            return labels.index(label.lower())
        number = int(label) if label.isdecimal() else 1
        return number - 1 if number <= len(labels) else 0

    def turn(self, by: int) -> None:
        """Go some pages on, or back."""
        self.go_to(self.index + by)

    def go_to(self, index: int) -> None:
        """Show another page from its top, with nothing selected."""
        if 0 <= index < len(self.file.sizes) and index != self.index:
            self._show_page(index)

    def zoom(self, step: int) -> None:
        """Show the page larger (1) or smaller (-1), or fit it into the width (0)."""
        self._fits = step == 0
        if step:
            self._zoom = min(max(self._zoom * _STEP**step, _SMALLEST), _LARGEST)
        self._draw()

    def show_as_text(self, *, as_text: bool) -> None:
        """Show the words of the page instead of the paper, or the paper again."""
        self._stack.setCurrentIndex(1 if as_text else 0)
        self.focus_page()
        if as_text and self._selection[0] < self._selection[1]:
            self.words.select(*self._selection)

    def focus_page(self) -> None:
        """Give the focus to the page, on paper or as text."""
        (self.words if self._stack.currentIndex() else self.area).setFocus()

    def leave(self) -> None:
        """Stop what is under way."""
        self.pages.leave()
        self.texts.leave()

    # What is selected

    def excerpt(self) -> str:
        """Return the selected words as one line."""
        return excerpt_of(self._text()[slice(*self._selection)])

    def clear_selection(self) -> None:
        """Select nothing."""
        self.words.clear_selection()
        self.canvas.select(0, 0)
        self._select(0, 0)

    @property
    def label(self) -> str:
        """What is printed on the page as its number."""
        return self.file.sizes[self.index].label

    # What is looked for, in the texts of all pages joined by page breaks

    @property
    def is_searchable(self) -> bool:
        """Say whether the texts of all pages are there."""
        return self._joined is not None

    def take_texts(self, texts: tuple[str, ...]) -> str:
        """Learn the texts of all pages; return the one text that is searched."""
        self._joined = Joined(texts)
        return self._joined.text

    def place(self) -> Place:
        """Return what is selected, or will be once its page is there, in the text searched."""
        start, end = self._to_show or self._selection
        first = self._first()
        return first + start, first + end

    def select(self, start: int, end: int) -> None:
        """Go to a place of the text that is searched, and select it."""
        if self._joined is None:
            return
        self.go_to(self._joined.page_at(start))
        first = self._first()
        self._to_show = (start - first, end - first)
        self._show_place()

    def show_found(self, search: Search) -> None:
        """Tint the places of a search."""
        self._search = search
        self._tint()

    # How it works

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let PgUp and PgDown turn the page at its ends, and the wheel with Ctrl zoom."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            by = _PAGING.get(Qt.Key(event.key()), 0)
            if by and not event.modifiers():
                self._page_key(by)
                return True
        if isinstance(event, QWheelEvent) and event.modifiers() & _CONTROL:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page into the width again."""
        super().resizeEvent(event)
        if self._fits:
            self._later.start()

    def _page_key(self, by: int) -> None:
        """Scroll by what can be seen; at the end of the page, turn it."""
        bar = self.area.verticalScrollBar()
        if bar.value() != (bar.maximum() if by > 0 else bar.minimum()):
            bar.setValue(bar.value() + by * bar.pageStep())
        elif 0 <= self.index + by < len(self.file.sizes):
            self.turn(by)
            bar.setValue(bar.minimum() if by > 0 else bar.maximum())

    def _typed(self, text: str) -> None:
        text = text.strip()
        labels = [size.label for size in self.file.sizes]
        if text.isdecimal() and 1 <= int(text) <= len(labels):
            self.go_to(int(text) - 1)
        elif text in labels:
            self.go_to(labels.index(text))
        self._tell_page()
        self.focus_page()

    def _show_page(self, index: int) -> None:
        self.index = index
        self._selection, self._to_show = (0, 0), None
        self.remark.hide()
        self.canvas.show_empty(self.file.sizes[index])
        self.words.show_text("")
        self.area.verticalScrollBar().setValue(0)
        self._tell_page()
        self._draw()
        self.selection_changed.emit()

    def _tell_page(self) -> None:
        self.bar.show_page(self.index + 1, len(self.file.sizes), self.label)
        name = self.tr("Page {0} {1}").format(self.index + 1, self.bar.said())
        self.area.setAccessibleName(name)

    def _draw(self) -> None:
        """Show the page in the zoom of the moment, and have it drawn for that."""
        size = self.file.sizes[self.index]
        if self._fits:
            room = self.area.viewport().width() - 2 * _MARGIN
            self._zoom = min(max(room / max(1.0, size.width), _SMALLEST), _LARGEST)
        self.canvas.set_zoom(self._zoom)
        self.bar.show_zoom(round(100 * self._zoom / _PRINT))
        self._drawn(self.index)
        self.pages.want(self.index, self._zoom * self.devicePixelRatioF())

    def _drawn(self, index: int) -> None:
        page = self.pages.page(index)
        if index != self.index or page is None:
            return
        first_time = self.canvas.words is None
        self.canvas.show_page(page)
        if first_time:
            self.words.show_text(page.words.text)
            self._say("" if page.words.text.strip() else self._without_words())
            self._show_excerpt()
            self._show_place()

    def _without_words(self) -> str:
        return self.tr("This page has no text to select or to search: it may be a scan.")

    def _failed(self, index: int, error: FactcheckError) -> None:
        if index == self.index:
            told = self.tr("This page can’t be shown. {0} Save a copy to see it.")
            self._say(told.format(error.message))

    def _say(self, text: str) -> None:
        self.remark.setText(text)
        self.remark.setVisible(bool(text))

    def _text(self) -> str:
        return self.canvas.words.text if self.canvas.words else ""

    def _first(self) -> int:
        """Return where the page begins in the text that is searched."""
        return self._joined.start(self.index) if self._joined else 0

    def _tint(self) -> None:
        first = self._first()
        found = [
            (start - first, end - first)
            for start, end in self._search.between(first, first + len(self._text()))
        ]
        self.canvas.show_tints(found, self._cited)
        self.words.show_found(self._search, first)

    def _show_excerpt(self) -> None:
        """Bring the excerpt on show where it was found on this page."""
        self.show_excerpt(self._excerpt)
        for place in self._cited[:1]:
            self._scroll_to(place)

    def _show_place(self) -> None:
        """Select the place that was gone to, once its page is there."""
        if self._to_show is None or self.canvas.words is None:
            return
        place, self._to_show = self._to_show, None
        self._select(*place)
        self.canvas.select(*place)
        self.words.select(*place)
        self._scroll_to(place)

    def _scroll_to(self, place: Place) -> None:
        box = self.canvas.box_of(*place)
        if not box.isNull():
            centre = box.center().toPoint()
            self.area.ensureVisible(centre.x(), centre.y(), 80, self.area.viewport().height() // 3)

    def _select(self, start: int, end: int) -> None:
        self._selection = (start, end)
        self.selection_changed.emit()

    def _select_all(self) -> None:
        self._select(0, len(self._text()))
        self.canvas.select(*self._selection)

    def _selected_as_text(self, start: int, end: int) -> None:
        if self._stack.currentIndex() == 1:
            self._select(start, end)
            self.canvas.select(start, end)

    def _lay_out(self) -> None:
        self.area.setWidget(self.canvas)
        self.area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setProperty("role", "pages")
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.area)
        self._stack.addWidget(self.words)
        self.remark.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.bar)
        column.addWidget(self._stack, 1)
        column.addWidget(self.remark)

    def _connect(self) -> None:
        self._later = later(self, self._draw)
        self.pages.drawn.connect(self._drawn)
        self.pages.failed.connect(self._failed)
        self.bar.typed.connect(self._typed)
        self.bar.turned.connect(self.turn)
        self.bar.zoomed.connect(self.zoom)
        self.bar.as_text.connect(lambda on: self.show_as_text(as_text=on))
        self.canvas.selected.connect(self._select)
        self.words.selected.connect(self._selected_as_text)
        for part in (self.area, self.area.viewport()):
            part.installEventFilter(self)
        for keys, deed in self._keys():
            for key in keys:
                shortcut = QShortcut(QKeySequence(key), self)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(deed)

    def _keys(self) -> tuple[tuple[Sequence[str | QKeySequence], Callable[[], object]], ...]:
        return (
            (("Ctrl+PgDown", "Alt+Right"), lambda: self.turn(1)),
            (("Ctrl+PgUp", "Alt+Left"), lambda: self.turn(-1)),
            (("Alt+Home",), lambda: self.go_to(0)),
            (("Alt+End",), lambda: self.go_to(len(self.file.sizes) - 1)),
            (self._larger, lambda: self.zoom(1)),
            (self._smaller, lambda: self.zoom(-1)),
            (("Ctrl+0",), lambda: self.zoom(0)),
            (("Ctrl+T",), self.bar.text.toggle),
            (("Ctrl+A",), self._select_all),
            (("Ctrl+C",), lambda: QGuiApplication.clipboard().setText(self.excerpt())),
        )
