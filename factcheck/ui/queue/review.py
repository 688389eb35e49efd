"""The statements of the desk by queue, worked with the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from factcheck.domain.workflow import State
from factcheck.ui.queue.queues import QueueList
from factcheck.ui.queue.table import STATEMENT, WIDTHS, QueueDelegate, QueueModel
from factcheck.ui.widgets import SectionHeading, label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent

    from factcheck.ui.queue.rows import QueueRow

_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class ReviewList(QWidget):
    """Queues at the left, the statements of one at the right.

    ``queue_chosen`` asks for the rows of a state. ``current_changed`` and ``opened`` carry a
    statement id, the first "" where there is none.
    """

    queue_chosen = Signal(State)
    current_changed = Signal(str)
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.queues = QueueList()
        self.model = QueueModel(self)
        self.table = _Table(self.model)
        self.nothing = label(self.tr("Nothing waits here."), "muted", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.nothing)
        self._lay_out()
        self._pages.setCurrentWidget(self.nothing)
        self.queues.chosen.connect(self.queue_chosen)
        self.table.selectionModel().currentRowChanged.connect(self._tell_current)
        self.table.opened.connect(lambda: self._tell_opened(self.table.currentIndex()))
        self.table.doubleClicked.connect(self._tell_opened)

    def show_rows(self, rows: tuple[QueueRow, ...]) -> None:
        """Show these statements; the current one stays, else its place, current."""
        before, place = self.current(), max(0, self.table.currentIndex().row())
        self.model.set_rows(rows)
        self._pages.setCurrentWidget(self.table if rows else self.nothing)
        same = (at for at, row in enumerate(rows) if row.statement_id == before)
        self.table.go_to(next(same, min(place, len(rows) - 1)))
        if not rows:
            self.current_changed.emit("")

    def set_counts(self, counts: Mapping[State, int]) -> None:
        """Show how many statements each queue holds."""
        self.queues.set_counts(counts)

    def current(self) -> str:
        """Return the id of the current statement, or ""."""
        at = self.table.currentIndex().row()
        return self.model.rows[at].statement_id if 0 <= at < len(self.model.rows) else ""

    def _lay_out(self) -> None:
        left = QWidget()
        left.setFixedWidth(216)
        left.setProperty("role", "queues")
        column = QVBoxLayout(left)
        column.setContentsMargins(10, 14, 10, 10)
        column.setSpacing(6)
        heading = SectionHeading(self.tr("Queues"))
        heading.setContentsMargins(9, 0, 0, 0)
        column.addWidget(heading)
        column.addWidget(self.queues)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left)
        row.addWidget(self._pages, 1)

    def _tell_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self.current_changed.emit(self.model.rows[index.row()].statement_id)

    def _tell_opened(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.model.rows[index.row()].statement_id)


class _Table(QTableView):
    """The table with its key: Return opens. Those of the commands are the window's."""

    opened = Signal()

    def __init__(self, model: QueueModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(QueueDelegate(self))
        self.setAccessibleName(self.tr("Statements"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self._size_columns()

    def go_to(self, row: int) -> None:
        """Make a row current and show it; nothing is done for a row that isn't there."""
        index = self.model().index(row, STATEMENT)
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag
            chosen = flags.ClearAndSelect | flags.Rows
            self.selectionModel().setCurrentIndex(index, chosen)
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Return; the rest is the table's own."""
        if event.key() in _OPENING and not event.modifiers() & ~_KEYPAD:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Go nowhere: a letter is a command, also when it can't be done just now."""

    def _size_columns(self) -> None:
        header, rows = self.horizontalHeader(), self.verticalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(STATEMENT, QHeaderView.ResizeMode.Stretch)
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, width)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(round(self.fontMetrics().height() * 2.4) + 20)
