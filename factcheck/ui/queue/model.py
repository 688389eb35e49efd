"""The statements of a view as a table model: a count, and the rows near those on show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from factcheck.domain.queues import Order
from factcheck.ui.queue.reading import PAGE
from factcheck.ui.queue.selection import Selection
from factcheck.ui.statement.words import state_look
from factcheck.ui.widgets import plain_tip

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from PySide6.QtCore import QObject

    from factcheck.ui.queue.rows import QueueRow

STATEMENT, VERDICT, CHECKER, EVIDENCE, DUE = range(5)
ORDERS = {
    STATEMENT: Order.WORDS,
    VERDICT: Order.OUTCOME,
    CHECKER: Order.CHECKER,
    EVIDENCE: Order.EVIDENCE,
    DUE: Order.DUE,
}
ROW = int(Qt.ItemDataRole.UserRole)
_KEPT = 40 * PAGE
_AHEAD = 64  # rows beyond those on show that are fetched too
_SHOWN = 300
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

Index = QModelIndex | QPersistentModelIndex
_CELLS: dict[int, Callable[[QueueRow], str]] = {
    STATEMENT: lambda row: row.quote,
    VERDICT: lambda row: row.verdict,
    CHECKER: lambda row: row.checker,
    EVIDENCE: lambda row: str(row.evidence_count),
    DUE: lambda row: row.due,
}


class QueueModel(QAbstractTableModel):
    """As many rows as the view has; those that were not read yet are empty."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.total = 0
        self.selection = Selection(self)
        self._rows: dict[int, QueueRow] = {}
        self._sorted: tuple[Order, bool] = (Order.DUE, False)

    def row(self, place: int) -> QueueRow | None:
        """Return the row at a place, None where it was not read yet."""
        return self._rows.get(place)

    def places(self, statements: Collection[str]) -> list[int]:
        """Return where some statements are, among the rows that were read."""
        return [at for at, row in self._rows.items() if row.statement_id in statements]

    def missing(self, first: int, last: int) -> set[int]:
        """Return the pages that have rows to be read from ``first`` to ``last``, or near them."""
        start, end = max(0, first - _AHEAD), min(self.total - 1, last + _AHEAD)
        return {at // PAGE for at in range(start, end + 1) if at not in self._rows}

    def show(self, total: int, rows: Mapping[int, QueueRow]) -> None:
        """Show another view."""
        self.beginResetModel()
        self.total, self._rows = total, dict(rows)
        self.endResetModel()

    def renew(self, total: int, rows: Mapping[int, QueueRow]) -> None:
        """Show the same view as it is now; where it is longer or shorter is not told."""
        nowhere, before = QModelIndex(), self._rows
        self._rows = {}
        if total > self.total:
            self.beginInsertRows(nowhere, self.total, total - 1)
            self.total = total
            self.endInsertRows()
        elif total < self.total:
            self.beginRemoveRows(nowhere, total, self.total - 1)
            self.total = total
            self.endRemoveRows()
        self._rows = dict(rows)
        # All of it is painted else, which takes longest, although most often nothing is new.
        other = [at for at, row in rows.items() if row != before.get(at)]
        if other:
            self._tell(min(other), max(other))

    def put(self, rows: Mapping[int, QueueRow]) -> None:
        """Take in rows that were missing; those farthest from them are forgotten."""
        self._rows |= rows
        if len(self._rows) > _KEPT and rows:
            middle = (min(rows) + max(rows)) // 2
            near = sorted(self._rows, key=lambda at: abs(at - middle))[: _KEPT // 2]
            self._rows = {at: self._rows[at] for at in near}
        if rows:
            self._tell(min(rows), max(rows))

    def take(self, place: int) -> None:
        """Take a row away; the one behind it moves up to its place."""
        from dataclasses import replace

        gone, behind = self._rows.get(place), self._rows.get(place + 1)
        self.beginRemoveRows(QModelIndex(), place, place)
        self.total -= 1
        self._rows = {at - (at > place): row for at, row in self._rows.items() if at != place}
        if gone and behind and gone.heading and gone.group == behind.group:
            self._rows[place] = replace(behind, heading=gone.heading)
        self.endRemoveRows()

    def set_sorted(self, order: Order, *, descending: bool) -> None:
        """Say in the headings by what the rows are sorted."""
        if (order, descending) != self._sorted:
            self._sorted = (order, descending)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(_CELLS) - 1)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many statements there are; they have none below them."""
        return 0 if parent is not None and parent.isValid() else self.total

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(_CELLS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's words, its row, or what a screen reader should say."""
        row = self._rows.get(index.row())
        if row is None or role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return _CELLS[index.column()](row)
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == STATEMENT:
            return self.checked(row)
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == STATEMENT:
            return plain_tip(row.quote[:_SHOWN])
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == STATEMENT:
            said = (row.quote[:_SHOWN], self._place(row), state_look(row.state).word)
            return ", ".join(filter(None, (row.heading, *said)))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the name of a column, with an arrow where the rows are sorted by it."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT
        sort = self._sorted[0] is ORDERS[section]
        arrow, way = ("▼", self.tr("down")) if self._sorted[1] else ("▲", self.tr("up"))
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{self._names()[section]} {arrow}" if sort else self._names()[section]
        if role == Qt.ItemDataRole.AccessibleTextRole and sort:
            return self.tr("{0}, sorted {1}").format(self._names()[section], way)
        return None

    def checked(self, row: QueueRow) -> Qt.CheckState | None:
        """Return whether a row is selected, None while nothing is."""
        if not self.selection.is_on():
            return None
        return Qt.CheckState.Checked if self.selection.has(row) else Qt.CheckState.Unchecked

    def _names(self) -> tuple[str, ...]:
        return (
            self.tr("Statement"),
            self.tr("Verdict"),
            self.tr("Checker"),
            self.tr("Evid."),
            self.tr("Due"),
        )

    def _place(self, row: QueueRow) -> str:
        return self.tr("statement {} of {}").format(row.number, row.article_title)

    def _tell(self, first: int, last: int) -> None:
        if first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(_CELLS) - 1))
