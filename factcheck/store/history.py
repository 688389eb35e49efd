"""What happened on a desk, or to one statement, out of the log."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.domain.model import Event
from factcheck.store import log
from factcheck.store.records import read
from factcheck.store.undo import what_it_did

if TYPE_CHECKING:
    from factcheck.domain.ids import StatementId
    from factcheck.store.desk import Desk


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """An event, who did it, what an undo or redo was about, and the rows it changed."""

    event: Event
    actor: str
    about: str
    changes: tuple[log.RowChange, ...]


def history(desk: Desk, statement_id: StatementId | None = None) -> list[HistoryEntry]:
    """Return all events, or those that touched one statement, oldest first."""
    where, values = "1", []
    if statement_id is not None:
        where = "event.id IN (SELECT event_id FROM change WHERE statement_id = ?)"
        values = [statement_id]
    rows = desk.db.query(
        f"SELECT event.*, person.name FROM event JOIN person ON person.id = event.actor_id "
        f"WHERE {where} ORDER BY seq",
        values,
    )
    return [_entry(desk, read(Event, row), row["name"]) for row in list(rows)]


def _entry(desk: Desk, event: Event, actor: str) -> HistoryEntry:
    about = what_it_did(desk.db, event) if event.undoes else ""
    return HistoryEntry(event, actor, about, tuple(log.changes_of(desk.db, event.id)))
