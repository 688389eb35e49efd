"""Inside one change of a desk: insert, update or remove single rows, each kept before and after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.domain.ids import EventId
from factcheck.errors import FactcheckError
from factcheck.store import log, pieces
from factcheck.store.derived import Touched
from factcheck.store.records import Row, cell, columns_of, table_of, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Changes:
    """What one event touched: rows by table and id, in order. ``inserted`` are those made by it.

    ``statements`` are those that the rows belong to. ``event_id`` is None where nothing had to be
    changed, so nothing was logged.
    """

    event_id: EventId | None
    action: str
    touched: tuple[tuple[str, str], ...]
    inserted: tuple[tuple[str, str], ...]
    statements: frozenset[str]

    def new(self, table: str) -> str:
        """Return the id of the first row that was inserted into the table; KeyError if none."""
        for name, row_id in self.inserted:
            if name == table:
                return row_id
        raise KeyError(table)


class Transaction:
    """The rows of one event. Made by ``Desk.change`` alone, which also commits it.

    ``now`` is the one moment at which all of it happens; ``new_id`` makes ids for new rows.
    """

    def __init__(self, db: Database, now: datetime, new_id: Callable[[], str]) -> None:
        self._db = db
        self.now = now
        self.new_id = new_id
        self.event_id = EventId(new_id())
        self.recorded: list[log.RowChange] = []

    def insert(self, record: object) -> None:
        """Add a record as a new row."""
        row = write(record)
        self.put(table_of(type(record)), str(row["id"]), row)

    def update(self, record: type, row_id: str, **values: object) -> None:
        """Set some fields of a row. Values that stand there already are no change.

        Raises FactcheckError where the row is gone.
        """
        table = table_of(record)
        before = row_of(self._db, table, row_id)
        if before is None:
            raise FactcheckError(
                f"This {table} is no longer there.", "Somebody removed or undid it: look again."
            )
        self.put(table, row_id, before | {name: cell(value) for name, value in values.items()})

    def remove(self, record: type, row_id: str) -> None:
        """Take a row away."""
        self.put(table_of(record), row_id, None)

    def put(self, table: str, row_id: str, after: Row | None) -> None:
        """Make a row be ``after`` (None: not there), and record what it was."""
        before = row_of(self._db, table, row_id)
        if before == after:
            return
        builds_on = log.last_event_on(self._db, table, row_id)
        _write_row(self._db, table, row_id, before, after)
        self.recorded.append(log.RowChange(table, row_id, before, after, builds_on))

    def stands(self, table: str, row_id: str) -> Row | None:
        """Return a row as it stands now."""
        return row_of(self._db, table, row_id)

    def keep(self, sha256: str, content: bytes) -> None:
        """Keep bytes under their hash. Bytes are never taken away, so this is no row change."""
        self._db.execute(
            "INSERT INTO blob (sha256, size, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [sha256, len(content), content],
        )

    def keep_pieces(self, kept: pieces.Kept) -> None:
        """Take in what was kept in pieces beforehand; FactcheckError if it is gone."""
        pieces.take_in(self._db, kept)

    def followed(self) -> Touched:
        """Return the rows that something is derived from, by table."""
        rows = [(c.table, c.row_id, c.after or c.before or {}) for c in self.recorded]
        return Touched(
            statements={*filter(None, map(_statement_of, self.recorded))},
            evidence={name for table, name, _ in rows if table == "evidence"}
            | {str(row["evidence_id"]) for table, _, row in rows if table == "capture"}
            | {self._read_of(row) for table, _, row in rows if table == "reading"} - {""},
            articles={name for table, name, _ in rows if table == "article"}
            | {str(row["article_id"]) for table, _, row in rows if table == "revision"},
        )

    def _read_of(self, reading: Row) -> str:
        """Return the source that was read; "" where its capture went too, which tells it."""
        capture = row_of(self._db, "capture", str(reading["capture_id"]))
        return str(capture["evidence_id"]) if capture else ""

    def changes(self, action: str) -> Changes:
        """Say what was touched so far."""
        return Changes(
            event_id=self.event_id if self.recorded else None,
            action=action,
            touched=tuple((c.table, c.row_id) for c in self.recorded),
            inserted=tuple((c.table, c.row_id) for c in self.recorded if c.before is None),
            statements=frozenset(filter(None, map(_statement_of, self.recorded))),
        )


class Change(Transaction):
    """A transaction that, once left, says what it touched."""

    done: Changes


def _statement_of(change: log.RowChange) -> str:
    """Return the statement that a row names; a review's comes with its statement's own row."""
    if change.table == "statement":
        return change.row_id
    return str((change.after or change.before or {}).get("statement_id") or "")


def row_of(db: Database, table: str, row_id: str) -> Row | None:
    """Return a row as it stands in the file, without its local key."""
    columns = columns_of(table)
    shown = ", ".join(f'"{name}"' for name in columns)
    found = db.execute(f"SELECT {shown} FROM {table} WHERE id = ?", [row_id]).fetchone()
    return None if found is None else dict(zip(columns, found, strict=True))


def _write_row(
    db: Database, table: str, row_id: str, before: Row | None, after: Row | None
) -> None:
    if after is None:
        db.execute(f"DELETE FROM {table} WHERE id = ?", [row_id])
    elif before is None:
        names = ", ".join(f'"{name}"' for name in after)
        marks = ", ".join("?" * len(after))
        db.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", list(after.values()))
    else:
        changed = {name: value for name, value in after.items() if before[name] != value}
        sets = ", ".join(f'"{name}" = ?' for name in changed)
        db.execute(f"UPDATE {table} SET {sets} WHERE id = ?", [*changed.values(), row_id])
