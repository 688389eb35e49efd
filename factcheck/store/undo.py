"""Undo and redo, out of the log: the rows of an event are put back as they were before it.

The order is linear. Counting from the end of the log, an undo leads back to the state before the
event it undid, so what is undone next is what would have been undone next then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlite_utils.db import sqlite3

from factcheck.domain.events import Event
from factcheck.errors import FactcheckError
from factcheck.store import log
from factcheck.store.asking import query
from factcheck.store.records import read
from factcheck.store.watching import Watch, unwatched

if TYPE_CHECKING:
    from sqlite_utils import Database

    from factcheck.domain.ids import EventId, PersonId
    from factcheck.store.desk import Desk
    from factcheck.store.transaction import Changes, Transaction

UNDO = "undo"
REDO = "redo"


def next_undo(db: Database) -> Event | None:
    """Return the event that undo would take back now."""
    event = _last(db)
    while event is not None:
        if event.action == UNDO and event.undoes:
            event = _before(db, _known(db, event.undoes))
        elif event.undoable:
            return event
        else:
            event = _before(db, event)
    return None


def next_redo(db: Database) -> Event | None:
    """Return the undo that redo would take back now; a new action leaves none."""
    event = _last(db)
    while event is not None and (event.action == REDO or not event.undoable):
        event = _before(db, _known(db, event.undoes) if event.undoes else event)
    return event if event is not None and event.action == UNDO else None


def size_of(db: Database, event: Event, most: int) -> int:
    """Return how many rows an event changed, counted up to ``most``."""
    sql = "SELECT count(*) FROM (SELECT 1 FROM change WHERE event_id = ? LIMIT ?)"
    return int(db.execute(sql, [event.id, most]).fetchone()[0])


def what_it_did(db: Database, event: Event) -> str:
    """Return the first action that a chain of undo and redo is about."""
    while event.undoes:
        event = _known(db, event.undoes)
    return event.action


def undo(desk: Desk, actor: PersonId, watch: Watch = unwatched) -> Changes:
    """Take the last action back. Raises FactcheckError where there is none, or it can't be."""
    with desk.together():
        event = next_undo(desk.db)
        if event is None:
            raise FactcheckError("There is nothing to undo.")
        return _take_back(desk, actor, event, UNDO, watch)


def redo(desk: Desk, actor: PersonId, watch: Watch = unwatched) -> Changes:
    """Do again what was undone last. Raises FactcheckError where there is nothing."""
    with desk.together():
        event = next_redo(desk.db)
        if event is None:
            raise FactcheckError("There is nothing to redo.")
        return _take_back(desk, actor, event, REDO, watch)


def _take_back(
    desk: Desk, actor: PersonId, event: Event, action: str, watch: Watch = unwatched
) -> Changes:
    rows = log.changes_of(desk.db, event.id)
    try:
        with desk.change(action, actor, undoes=event.id, watch=watch) as change:
            for done, row in enumerate(reversed(rows), start=1):
                _require_untouched(desk.db, change, row)
                change.put(row.table, row.row_id, row.before)
                watch(done, 2 * len(rows))
    except sqlite3.IntegrityError as error:
        raise FactcheckError(
            "Other work hangs on this, so it can’t be undone by itself.", "Undo that work first."
        ) from error
    return change.done


def _require_untouched(db: Database, change: Transaction, row: log.RowChange) -> None:
    """Refuse where somebody changed the row since, and say who."""
    if change.stands(row.table, row.row_id) == row.after:
        return
    last = log.last_event_on(db, row.table, row.row_id)
    who = db.execute(
        "SELECT person.name FROM event JOIN person ON person.id = event.actor_id "
        "WHERE event.id = ?",
        [last],
    ).fetchone()
    raise FactcheckError(
        f"This {row.table} was changed since by {who[0] if who else 'somebody'}.",
        "Undo that first, or change it by hand.",
    )


def _last(db: Database) -> Event | None:
    return _one(db, "SELECT * FROM event ORDER BY seq DESC LIMIT 1", [])


def _before(db: Database, event: Event) -> Event | None:
    return _one(db, "SELECT * FROM event WHERE seq < ? ORDER BY seq DESC LIMIT 1", [event.seq])


def _known(db: Database, event_id: EventId) -> Event:
    event = log.event(db, event_id)
    if event is None:
        raise LookupError(event_id)
    return event


def _one(db: Database, sql: str, values: list[object]) -> Event | None:
    for row in query(db, sql, values):
        return read(Event, row)
    return None
