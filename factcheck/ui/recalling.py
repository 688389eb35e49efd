"""Reads what happened to the chosen statement, once all else of it is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from factcheck.ui.later import later
from factcheck.ui.statement.history import MOST
from factcheck.ui.statement.telling import shown_entry

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from factcheck.domain.ids import StatementId
    from factcheck.store.desk import Desk
    from factcheck.ui.choice import Choice
    from factcheck.ui.session import Session
    from factcheck.ui.statement.history import HistorySection
    from factcheck.ui.statement.telling import ShownEntry

# Some frames: a screen paints a frame or two later; held keys go on before this is over.
_AFTER_THE_PAINT_MS = 50


class Recalling(QObject):
    """Keeps the panel's history true: reads that of the statement that is chosen in the end."""

    def __init__(
        self,
        session: Session,
        choice: Choice,
        section: HistorySection,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(section)
        self._session = session
        self._choice = choice
        self._section = section
        self._now = now
        self._soon = later(self, self._read, _AFTER_THE_PAINT_MS)
        choice.statement_changed.connect(self._turn)
        session.changed.connect(lambda _changes: self._soon.start())

    def _turn(self) -> None:
        self._section.forget()
        self._soon.start()

    def _read(self) -> None:
        desk, statement = self._session.desk, self._choice.statement
        if desk is not None and statement is not None:
            self._section.show_entries(entries_of(desk, statement, self._now(), newest=MOST))


def entries_of(
    desk: Desk, statement: StatementId, now: datetime, **limit: int
) -> tuple[ShownEntry, ...]:
    """Return what happened to a statement in words, newest first; ``newest`` limits it."""
    from factcheck.actions.history import part_changes
    from factcheck.store.history import history

    entries = reversed(history(desk, statement, **limit))
    return tuple(shown_entry(each, part_changes(desk, each, statement), now) for each in entries)
