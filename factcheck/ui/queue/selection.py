"""Which statements of a list are selected: some, or all of its view but some."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from factcheck.domain.ids import StatementId, VerdictId

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from factcheck.domain.queues import View
    from factcheck.store.desk import Desk
    from factcheck.ui.queue.rows import QueueRow

    Seen = dict[StatementId, VerdictId | None]


class Rule(NamedTuple):
    """All of a view, seen at a moment and a place in the log: no list, it may be a million."""

    view: View
    now: datetime
    position: int


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is selected, as plain values for any thread.

    ``seen`` are statements with the verdict that their line showed; with a ``rule``, all that it
    tells without those in ``but``.
    """

    seen: Mapping[StatementId, VerdictId | None]
    rule: Rule | None = None
    but: frozenset[StatementId] = frozenset()

    def read(self, desk: Desk) -> Seen:
        """Return the statements, each with the verdict that was seen."""
        from factcheck.actions.bulk import seen_in

        if self.rule is None:
            return dict(self.seen)
        return seen_in(desk, *self.rule, but=self.but)


class Selection(QObject):
    """Statements that were picked from a list one by one, in ranges, or all at once.

    ``cleared``: nothing is to be selected, nor what was on its way into the selection.
    """

    changed = Signal()
    cleared = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seen: Seen = {}
        self._rule: Rule | None = None
        self._but: set[StatementId] = set()

    def is_on(self) -> bool:
        """Say whether anything is selected."""
        return self._rule is not None or bool(self._seen)

    def has(self, row: QueueRow) -> bool:
        """Say whether a statement is selected."""
        if self._rule is not None:
            return row.statement_id not in self._but
        return row.statement_id in self._seen

    def count(self, total: int) -> int:
        """Return how many are selected in a view with so many statements."""
        return len(self._seen) if self._rule is None else max(0, total - len(self._but))

    def chosen(self) -> Chosen:
        """Return what is selected."""
        return Chosen(dict(self._seen), self._rule, frozenset(self._but))

    def switch(self, row: QueueRow) -> None:
        """Select a statement, or no longer."""
        if self.has(row):
            self.leave_out([row])
        else:
            self.add({row.statement_id: row.verdict_id})

    def add(self, seen: Seen) -> None:
        """Select statements, each with the verdict that was seen on it."""
        if self._rule is None:
            self._seen |= seen
        else:
            self._but.difference_update(seen)
        self.changed.emit()

    def leave_out(self, rows: Iterable[QueueRow]) -> None:
        """Select statements no longer."""
        for row in rows:
            self._seen.pop(row.statement_id, None)
            if self._rule is not None:
                self._but.add(row.statement_id)
        self.changed.emit()

    def select_all(self, rule: Rule) -> None:
        """Select all of a view."""
        self.cleared.emit()
        self._forget()
        self._rule = rule
        self.changed.emit()

    def clear(self) -> None:
        """Select nothing."""
        self.cleared.emit()
        if self.is_on():
            self._forget()
            self.changed.emit()

    def _forget(self) -> None:
        self._seen, self._but, self._rule = {}, set(), None
