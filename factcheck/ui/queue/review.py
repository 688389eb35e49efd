"""The statements of a view: the queues at the left, the filters above, the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from factcheck.ui.queue.bar import FilterBar
from factcheck.ui.queue.bulk_bar import BulkBar
from factcheck.ui.queue.model import QueueModel
from factcheck.ui.queue.side import Side
from factcheck.ui.queue.table import StatementTable
from factcheck.ui.widgets import label

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from factcheck.ui.queue.rows import QueueRow


class ReviewList(QWidget):
    """Shows rows and counts as they are handed in.

    ``current_changed``: the current row, None where there is none or it was not read yet.
    ``opened``: the current row is to be shown in its article.
    """

    current_changed = Signal(object)
    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.side = Side()
        self.bar = FilterBar()
        self.bulk = BulkBar()
        self.model = QueueModel(self)
        self.table = StatementTable(self.model)
        self.nothing = label(self.tr("Nothing waits here."), "muted", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.nothing)
        self._told: QueueRow | None = None
        self._lay_out()
        self.bar.left.connect(self.table.setFocus)
        self.table.selectionModel().currentRowChanged.connect(self._tell_current)
        self.table.opened.connect(self._open)
        self.table.doubleClicked.connect(self._open)

    def show_rows(self, total: int, rows: Mapping[int, QueueRow]) -> None:
        """Show another view from its beginning."""
        if self.table.has_headings:
            # The heights of rows go with the rows.
            self.model.show(0, {})
            self.table.has_headings = False
        self.model.show(total, rows)
        self._settle(rows, 0)

    def await_rows(self) -> None:
        """Show no rows, and do not yet say that there are none."""
        self.show_rows(0, {})
        self._pages.setCurrentWidget(self.table)

    def renew_rows(self, total: int, rows: Mapping[int, QueueRow], place: int) -> None:
        """Show the same view as it is now; the row at ``place`` is current."""
        self.model.renew(total, rows)
        self._settle(rows, place)
        self.table.ask_for_rows()

    def put_rows(self, rows: Mapping[int, QueueRow]) -> None:
        """Show rows that were asked for."""
        self.model.put(rows)
        self.table.fit_heights(rows)
        self._tell_current()

    def take_away(self, statements: Collection[str]) -> None:
        """Take some statements out of the list; the current row then is the one behind."""
        gone = sorted(self.model.places(statements), reverse=True)
        for place in gone:
            self.model.take(place)
        # What stood below may now stand below another heading.
        self._settle([place for place in gone if place < self.model.total], self.place())

    def place(self) -> int:
        """Return the place of the current row, 0 without one."""
        return max(0, self.table.currentIndex().row())

    def current(self) -> QueueRow | None:
        """Return the current row; None without one, or where it was not read yet."""
        return self.model.row(self.table.currentIndex().row())

    def _settle(self, rows: Collection[int], place: int) -> None:
        total = self.model.total
        self._pages.setCurrentWidget(self.table if total else self.nothing)
        self.table.fit_heights(rows)
        self.table.go_to(min(place, total - 1))
        self._tell_current()

    def _tell_current(self, _index: QModelIndex | None = None) -> None:
        """Tell of the current row, once for each."""
        row = self.current()
        if row != self._told:
            self._told = row
            self.current_changed.emit(row)

    def _open(self) -> None:
        if self.current() is not None:
            self.opened.emit()

    def _lay_out(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.bulk)
        column.addWidget(self._pages, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addWidget(middle, 1)
