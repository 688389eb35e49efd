"""The append-only log: events, the rows each one changed, and the chain of hashes over them."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from factcheck.domain.events import Event
from factcheck.domain.ids import EventId
from factcheck.store.asking import query
from factcheck.store.records import Cell, Row, moment_of, read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from sqlite_utils import Database

    from factcheck.domain.ids import StatementId

GENESIS = ""
# A damaged file may give bytes where text was: as JSON they equal nothing that is kept.
_json = partial(json.dumps, ensure_ascii=False, default=repr)
# Short enough to be read back as a row's last change without touching the event table.
_LAST_CHANGE = "SELECT event_id FROM change WHERE table_name = ? AND row_id = ? ORDER BY pk DESC"


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after an event; None where it did not exist.

    ``builds_on`` is the event that last touched the row.
    """

    table: str
    row_id: str
    before: Row | None
    after: Row | None
    builds_on: EventId | None


@dataclass(frozen=True, slots=True)
class Draft:
    """An event before it has its place in the chain."""

    id: EventId
    copy_id: str
    action: str
    actor_id: str
    at: str
    reason: str
    undoes: EventId | None
    undoable: bool


def last_event_on(db: Database, table: str, row_id: str) -> EventId | None:
    """Return the event that last touched a row, None if the log never saw it."""
    found = db.execute(f"{_LAST_CHANGE} LIMIT 1", [table, row_id]).fetchone()
    return None if found is None else EventId(found[0])


def last_image(db: Database, table: str, row_id: str) -> Row | None:
    """Return a row as it was when the log last had it, None if it never did."""
    found = db.execute(
        "SELECT coalesce(after, before) FROM change WHERE table_name = ? AND row_id = ? "
        "ORDER BY pk DESC LIMIT 1",
        [table, row_id],
    ).fetchone()
    return None if found is None else json.loads(found[0])


def append(db: Database, draft: Draft, changes: list[RowChange]) -> None:
    """Write an event and its row changes at the end of the chain."""
    kept = [_kept(db, change) for change in changes]
    previous = head(db)
    event: dict[str, object] = {
        "id": draft.id,
        "copy_id": draft.copy_id,
        "action": draft.action,
        "actor_id": draft.actor_id,
        "at": draft.at,
        "reason": draft.reason,
        "undoes": draft.undoes,
        "undoable": int(draft.undoable),
        "previous": previous,
    }
    event["hash"] = event_hash(event, kept)
    marks = ", ".join("?" * len(event))
    db.execute(f"INSERT INTO event ({', '.join(event)}) VALUES ({marks})", list(event.values()))
    db.conn.executemany(
        f"INSERT INTO change (event_id, {_KEPT}) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(draft.id, *row) for row in kept],
    )


def _statement_of(db: Database, change: RowChange) -> Cell:
    """Return the statement that a row belongs to: so its history is found by an index."""
    row = change.after or change.before or {}
    if change.table == "statement":
        return change.row_id
    if change.table == "review":
        # A verdict made and reviewed in one event is taken back with its review.
        found = db.execute(
            "SELECT statement_id FROM change WHERE table_name = 'verdict' AND row_id = ? "
            "UNION ALL SELECT statement_id FROM verdict WHERE id = ?",
            [row["verdict_id"], row["verdict_id"]],
        )
        return str(found.fetchone()[0])
    return row.get("statement_id")


Kept = tuple[str, str, Cell, str | None, str | None, str | None]
_KEPT = "table_name, row_id, statement_id, before, after, builds_on"


def _kept(db: Database, change: RowChange) -> Kept:
    return (
        change.table,
        change.row_id,
        _statement_of(db, change),
        as_json(change.before),
        as_json(change.after),
        change.builds_on,
    )


def as_json(row: Row | None) -> str | None:
    """Write a row as the log keeps it."""
    return None if row is None else _json(row, sort_keys=True)


def event_hash(event: dict[str, object], changes: list[Kept]) -> str:
    """Return the SHA-256 over an event, the hash before it, and its row changes in order.

    It is that of one JSON list, [[name, value], …, [change, …]], written piece by piece: the
    text of ten thousand changes at once would stop all other threads meanwhile.
    """
    parts = sorted((key, value) for key, value in event.items() if key != "hash")
    digest = hashlib.sha256(f"[{','.join(map(_compact, parts))},[".encode())
    for place, change in enumerate(changes):
        digest.update(f"{',' if place else ''}{_compact(change)}".encode())
    digest.update(b"]]")
    return digest.hexdigest()


def _compact(value: object) -> str:
    return _json(value, separators=(",", ":"))


def head(db: Database) -> str:
    """Return the hash of the last event, GENESIS if there is none."""
    found = db.execute("SELECT hash FROM event ORDER BY seq DESC LIMIT 1").fetchone()
    return GENESIS if found is None else str(found[0])


def last_moment(db: Database) -> datetime:
    """Return when the last event was; it may be before others, should the clock have gone back."""
    found = db.execute("SELECT at FROM event ORDER BY seq DESC LIMIT 1").fetchone()
    return moment_of(found[0])


def event(db: Database, event_id: EventId) -> Event | None:
    """Return one event."""
    for row in query(db, "SELECT * FROM event WHERE id = ?", [event_id]):
        return read(Event, row)
    return None


def changes_of(
    db: Database, event_id: EventId, statement_id: StatementId | None = None
) -> list[RowChange]:
    """Return an event's row changes in the order they were made.

    With a statement, those of other statements are left out: there may be thousands.
    """
    sql = """SELECT * FROM change WHERE event_id = ?
        AND coalesce(statement_id = coalesce(?, statement_id), true) ORDER BY pk"""
    rows = query(db, sql, [event_id, statement_id])
    return [
        RowChange(
            row["table_name"],
            row["row_id"],
            None if row["before"] is None else json.loads(row["before"]),
            None if row["after"] is None else json.loads(row["after"]),
            row["builds_on"],
        )
        for row in rows
    ]


def broken_links(db: Database) -> Iterator[str]:
    """Yield each event whose hash or place does not cover it and what came before.

    Columns are taken as they stand: nothing is read that might not be readable any more.
    """
    previous, changes = GENESIS, 0
    for place, row in enumerate(query(db, "SELECT * FROM event ORDER BY seq"), start=1):
        seq, found = row.pop("seq"), row.pop("hash")
        sql = f"SELECT pk, {_KEPT} FROM change WHERE event_id = ? ORDER BY pk"
        kept = db.execute(sql, [row["id"]]).fetchall()
        in_place = seq == place and all(pk == changes + n for n, (pk, *_) in enumerate(kept, 1))
        true = row["previous"] == previous and event_hash(row, [k[1:] for k in kept]) == found
        if not (in_place and true):
            yield str(row["id"])
        previous, changes = found, changes + len(kept)
