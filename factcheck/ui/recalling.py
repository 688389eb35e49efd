"""Reads, beside the window, what happened to the chosen statement, once all else is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from factcheck.ui.later import later
from factcheck.ui.statement.history import MOST
from factcheck.ui.statement.telling import shown_entry

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from factcheck.domain.history import PartChange
    from factcheck.domain.ids import StatementId
    from factcheck.store.desk import Desk
    from factcheck.store.history import HistoryEntry
    from factcheck.ui.choice import Choice
    from factcheck.ui.queue.reader import Reader
    from factcheck.ui.session import Session
    from factcheck.ui.statement.history import HistorySection
    from factcheck.ui.statement.telling import ShownEntry

    Read = tuple[HistoryEntry, tuple[PartChange, ...]]

# Some frames: a screen paints a frame or two later; held keys go on before this is over.
_AFTER_THE_PAINT_MS = 50
_KEY = "history"


class Recalling(QObject):
    """Keeps the panel's history true: reads that of the statement that is chosen in the end."""

    def __init__(
        self,
        session: Session,
        choice: Choice,
        section: HistorySection,
        reader: Reader,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(section)
        self._session = session
        self._choice = choice
        self._section = section
        self._reader = reader
        self._now = now
        self._soon = later(self, self._read, _AFTER_THE_PAINT_MS)
        choice.statement_changed.connect(self._turn)
        session.changed.connect(lambda _changes: self._soon.start())

    def _turn(self) -> None:
        self._section.forget()
        self._reader.forget(_KEY)
        self._soon.start()

    def _read(self) -> None:
        statement = self._choice.statement
        if self._session.desk is not None and statement is not None:
            self._reader.ask(_KEY, lambda desk: _read_of(desk, statement, newest=MOST), self._show)

    def _show(self, read: list[Read]) -> None:
        self._section.show_entries(_in_words(read, self._now()))


def entries_of(desk: Desk, statement: StatementId, now: datetime) -> tuple[ShownEntry, ...]:
    """Return what happened to a statement in words, newest first."""
    return _in_words(_read_of(desk, statement), now)


def _read_of(desk: Desk, statement: StatementId, **limit: int) -> list[Read]:
    from factcheck.actions.history import part_changes
    from factcheck.store.history import history

    entries = reversed(history(desk, statement, **limit))
    return [(each, part_changes(desk, each, statement)) for each in entries]


def _in_words(read: list[Read], now: datetime) -> tuple[ShownEntry, ...]:
    return tuple(shown_entry(entry, changes, now) for entry, changes in read)
