"""The table of a queue: any number of rows, of which those on show are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from factcheck.domain.queues import Order
from factcheck.ui.queue.drawing import RowDrawing, heading_height, row_height
from factcheck.ui.queue.model import CHECKER, DUE, EVIDENCE, ORDERS, STATEMENT, VERDICT
from factcheck.ui.widgets import current_palette, keep_room_for_scrolling

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from factcheck.ui.queue.model import QueueModel

WIDTHS = {VERDICT: 118, CHECKER: 104, EVIDENCE: 62, DUE: 100}
_LEAST_FOR_WORDS = 200
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class StatementTable(QTableView):
    """The table with its keys: Return opens. Those of the commands are the window's.

    ``wanted``: the first and the last row on show. ``sort_wanted``: the order of a heading that
    was clicked. ``has_headings``: whether some rows are higher than others.
    """

    opened = Signal()
    wanted = Signal(int, int)
    sort_wanted = Signal(Order)

    def __init__(self, model: QueueModel) -> None:
        super().__init__()
        self._queue = model
        self.has_headings = False
        self.setModel(model)
        self.setAccessibleName(self.tr("Statements"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        keep_room_for_scrolling(self)
        self.verticalHeader().hide()
        # So a scroll moves what is there, and only what comes into sight is painted.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._size_columns()

    def go_to(self, place: int) -> None:
        """Make a row current and show it; nothing is done for a row that isn't there."""
        index = self._queue.index(place, STATEMENT)
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag
            chosen = flags.ClearAndSelect | flags.Rows
            self.selectionModel().setCurrentIndex(index, chosen)
            self.scrollTo(index)

    def on_show(self) -> tuple[int, int]:
        """Return the first and the last row that can be seen; (0, -1) without any."""
        return self._rows_from(0, self.viewport().height() - 1)

    def ask_for_rows(self) -> None:
        """Ask for rows on show, or near them, that were not read yet."""
        first, last = self.on_show()
        if self._queue.missing(first, last):
            self.wanted.emit(first, last)

    def _rows_from(self, top: int, bottom: int) -> tuple[int, int]:
        first, last = self.rowAt(top), self.rowAt(bottom)
        return (0, -1) if first < 0 else (first, last if last >= 0 else self._queue.total - 1)

    def fit_heights(self, places: Iterable[int]) -> None:
        """Make room for the headings of groups; what is on show stays where it is."""
        low, band = row_height(self.fontMetrics()), heading_height(self.fontMetrics())
        header, tall = self.verticalHeader(), {}
        for place in places:
            row = self._queue.row(place)
            height = low + band if row is not None and row.heading else low
            if header.sectionSize(place) != height:
                tall[place] = height
        if tall:
            self._set_heights(tall)

    def _set_heights(self, heights: dict[int, int]) -> None:
        self.has_headings = True
        header, bar, top = self.verticalHeader(), self.verticalScrollBar(), self.rowAt(0)
        before = self.rowViewportPosition(top)
        # Else each row would be laid out by itself.
        header.setUpdatesEnabled(False)
        for place, height in heights.items():
            header.resizeSection(place, height)
        header.setUpdatesEnabled(True)
        self.updateGeometries()
        if top >= 0:
            bar.setValue(bar.value() + self.rowViewportPosition(top) - before)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the words: where there is little, columns go that the panel tells too."""
        super().resizeEvent(event)
        room = self.viewport().width() - sum(WIDTHS.values())
        for column in (EVIDENCE, CHECKER, DUE):
            hidden = room < _LEAST_FOR_WORDS
            self.setColumnHidden(column, hidden)
            room += WIDTHS[column] * hidden

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what was touched, and ask for the rows that were not there yet."""
        painter = QPainter(self.viewport())
        columns = range(self._queue.columnCount())
        places = [(self.columnViewportPosition(at), self.columnWidth(at)) for at in columns]
        drawing = RowDrawing(painter, places, self.fontMetrics())
        first, last = self._rows_from(event.rect().top(), event.rect().bottom())
        for place in range(first, last + 1):
            self._draw(drawing, place)
        self._fill_below(painter, last, event.rect())
        painter.end()
        self.ask_for_rows()

    def _fill_below(self, painter: QPainter, last: int, touched: QRect) -> None:
        """Fill what has no row; each row has its own ground, and a second one takes time."""
        below = self.rowViewportPosition(last) + self.rowHeight(last) if last >= 0 else 0
        ground = QRect(touched)
        ground.setTop(max(below, touched.top()))
        if ground.isValid():
            painter.fillRect(ground, QColor(current_palette().paper))

    def _draw(self, drawing: RowDrawing, place: int) -> None:
        top, height = self.rowViewportPosition(place), self.rowHeight(place)
        drawing.draw(
            QRectF(0, top, self.viewport().width(), height),
            row := self._queue.row(place),
            self._queue.checked(row) if row else None,
            chosen=self.selectionModel().isRowSelected(place),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Return, go to the ends with Home and End; the rest is the table's own."""
        plain = not event.modifiers() & ~_KEYPAD
        if event.key() in _OPENING and plain:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Home and plain:
            self.go_to(0)
        elif event.key() == Qt.Key.Key_End and plain:
            self.go_to(self._queue.total - 1)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Go nowhere: a letter is a command, also when it can't be done just now."""

    def _size_columns(self) -> None:
        header, rows = self.horizontalHeader(), self.verticalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSectionResizeMode(STATEMENT, QHeaderView.ResizeMode.Stretch)
        header.sectionClicked.connect(lambda section: self.sort_wanted.emit(ORDERS[section]))
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, width)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(row_height(self.fontMetrics()))
