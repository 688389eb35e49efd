"""What happened on a desk, or to one statement, out of the log."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from factcheck.domain.events import Event
from factcheck.store import log
from factcheck.store.asking import query
from factcheck.store.records import read, table_of
from factcheck.store.undo import what_it_did

if TYPE_CHECKING:
    from factcheck.domain.ids import StatementId
    from factcheck.store.desk import Desk

R = TypeVar("R")
# SQLite takes a negative limit for none.
_ALL = -1


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """An event, who did it, what an undo or redo was about, and the rows it changed.

    In the history of one statement those of other statements are left out.
    """

    event: Event
    actor: str
    about: str
    changes: tuple[log.RowChange, ...]


def history(
    desk: Desk, statement_id: StatementId | None = None, newest: int = _ALL
) -> list[HistoryEntry]:
    """Return the events, or those that touched one statement, oldest first.

    ``newest`` leaves all out but so many of the last ones.
    """
    where, values = "1", []
    if statement_id is not None:
        where = "event.id IN (SELECT event_id FROM change WHERE statement_id = ?)"
        values = [statement_id]
    rows = query(
        desk.db,
        f"SELECT event.*, person.name FROM event JOIN person ON person.id = event.actor_id "
        f"WHERE {where} ORDER BY seq DESC LIMIT ?",
        [*values, newest],
    )
    return [
        _entry(desk, read(Event, row), row["name"], statement_id) for row in reversed(list(rows))
    ]


def as_logged(desk: Desk, record: type[R], row_id: str) -> R:
    """Return a record as the log had it last, also one that is gone; else LookupError."""
    row = log.last_image(desk.db, table_of(record), row_id)
    if row is None:
        raise LookupError(row_id)
    return read(record, row)


def _entry(desk: Desk, event: Event, actor: str, statement_id: StatementId | None) -> HistoryEntry:
    changes = log.changes_of(desk.db, event.id, statement_id)
    about = what_it_did(desk.db, event) if event.undoes else ""
    return HistoryEntry(event, actor, about, tuple(changes))
