"""The page of the review queue: fed from the store, its choices told to the rest of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from factcheck.domain.ids import StatementId
from factcheck.domain.workflow import State
from factcheck.ui.queue.review import ReviewList
from factcheck.ui.rows import queue_row

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from factcheck.ui.choice import Choice
    from factcheck.ui.session import Session


class QueuePage(QObject):
    """Keeps a ReviewList up to date while it is on show.

    ``opened`` asks to show the chosen statement in its article.
    """

    opened = Signal()

    def __init__(self, session: Session, choice: Choice, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.list = ReviewList()
        self._session = session
        self._choice = choice
        self._now = now
        self._state = State.AWAITING_REVIEW
        self.list.queues.choose(self._state)
        self.list.queue_chosen.connect(self._show_queue)
        self.list.current_changed.connect(self._choose)
        self.list.opened.connect(lambda _statement: self.opened.emit())
        session.changed.connect(self._follow)

    def show(self) -> None:
        """Read the queue anew and give it the focus."""
        self.list.queues.choose(self._state)
        self._read()
        self.list.table.setFocus()

    def go(self, by: int) -> None:
        """Move to the next line (1) or the one before (-1)."""
        self.list.table.go_to(self.list.table.currentIndex().row() + by)

    def _show_queue(self, state: State) -> None:
        self._state = state
        self._read()

    def _follow(self, _changes: object) -> None:
        if self.list.isVisible():
            self._read()

    def _read(self) -> None:
        from factcheck.store import lists

        desk = self._session.desk
        if desk is None:
            return
        now = self._now()
        rows = lists.statement_rows(desk, state=self._state)
        self.list.set_counts(lists.state_counts(desk))
        self.list.show_rows(tuple(queue_row(row, now) for row in rows))

    def _choose(self, statement: str) -> None:
        """Show the statement of the current line, in its article."""
        from factcheck.store import reads

        if not self.list.isVisible():
            return
        if not statement:
            self._choice.show_statement(None)
            return
        row = reads.statement(self._session.open_desk(), StatementId(statement))
        self._choice.show_article(row.article_id)
        self._choice.show_statement(row.id)
