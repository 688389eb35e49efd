"""A desk: one SQLite file, opened, changed through one door, and closed."""

from __future__ import annotations

import contextlib
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlite_utils.db import sqlite3

from factcheck.domain import model
from factcheck.domain.canonical import canonical
from factcheck.domain.ids import CopyId, DeskId, EventId, PersonId, ScaleId
from factcheck.domain.scales import STARTING_SCALES
from factcheck.errors import FactcheckError
from factcheck.store import derived, gate, journal, log
from factcheck.store.answers import Answers
from factcheck.store.asking import query
from factcheck.store.errors import MOVED, DeskError, known_errors
from factcheck.store.migrations import STEPS, migrate
from factcheck.store.place import new_draft, put_in_place
from factcheck.store.records import moment_text, read
from factcheck.store.transaction import Change
from factcheck.store.watching import Watch, unwatched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from sqlite_utils import Database

    Clock = Callable[[], datetime]
    NewId = Callable[[], str]

# FULL loses no acknowledged action in a power cut.
_SETTINGS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA synchronous = FULL",
    "PRAGMA cache_size = -64000",
)


_WRITING = "BEGIN IMMEDIATE"
_TRIES = 10
# A window says rather that another program is writing than to stand still for longer.
_PATIENCE_MS = 2_000
_TOTALS = 100
_MASKS = 6  # of a byte for each statement


@dataclass(slots=True)
class Unchanging:
    """What was read and proved and can never change: a few texts by hash, revisions by id.

    Reading and hashing a long text at each key would make every action as slow as the article
    is long.
    """

    texts: dict[str, str] = field(default_factory=dict)
    revisions: dict[str, model.Revision] = field(default_factory=dict)


class Desk:
    """An open desk. One thread uses it; another thread opens its own, read-only.

    ``read_only`` says in a sentence why nothing can be written, "" if all can.
    """

    def __init__(
        self, path: Path, db: Database, *, now: Clock, new_id: NewId, read_only: str = ""
    ) -> None:
        self.path = path
        self.db = db
        self.read_only = read_only
        self.changed = False
        self.unchanging = Unchanging()
        self.totals = Answers(self._state, _TOTALS)
        self.masks = Answers(self._state, _MASKS)
        self._joined = False
        self._place = journal.Place(path)
        self._now = now
        self.new_id = new_id

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        now: Clock,
        new_id: NewId,
        read_only: str = "",
        lasting: bool = False,
        watch: Watch = unwatched,
    ) -> Desk:
        """Open the desk at ``path`` through the gate.

        ``read_only`` is the reason to open it for reading alone; ``lasting``: it stays open, and
        others read it meanwhile. An older desk is brought up to date, at which ``watch`` looks
        on. Raises FactcheckError, with a message of its own for each trouble, and then has
        changed nothing.
        """
        gate.inspect(path)
        read_only = read_only or gate.why_read_only(path)
        with known_errors():
            db = gate.connect(path, mode="ro" if read_only else "rw")
        try:
            _prepare(db, path, read_only, watch, lasting=lasting)
        except BaseException:
            db.close()
            raise
        return cls(path, db, now=now, new_id=new_id, read_only=read_only)

    @classmethod
    def create(cls, path: Path, *, now: Clock, new_id: NewId, time_zone: str = "UTC") -> None:
        """Make an empty desk with the starting scales. Raises FactcheckError if a file is there."""
        with new_draft(path, new_id) as draft:
            with known_errors():
                db = gate.connect(draft, mode="rw")
                name = canonical(path.stem).text
                _fill(cls(draft, db, now=now, new_id=new_id), name, time_zone)
            put_in_place(draft, path)

    def close(self) -> None:
        """Close the file; nothing but the one file stays behind."""
        if self.read_only:
            self.db.close()
            journal.tidy(self.path)
        else:
            journal.end(self.db)
            self.db.close()

    def require_in_place(self) -> None:
        """Raise FactcheckError if the file was moved, replaced or deleted since it was opened.

        All that was done is brought into it first, wherever it is now.
        """
        if not self._place.is_kept():
            journal.empty(self.db)
            raise DeskError(MOVED)

    def data_version(self) -> int:
        """Return a number that changes when another connection has written to the desk."""
        return int(self.db.execute("PRAGMA data_version").fetchone()[0])

    def _state(self) -> tuple[int, int]:
        """Return numbers of which one changes when this connection, or another, has written."""
        return self.data_version(), self.db.conn.total_changes

    def size(self) -> int:
        """Return how many bytes the file has."""
        pages = self.db.execute("PRAGMA page_count").fetchone()[0]
        return int(pages * self.db.execute("PRAGMA page_size").fetchone()[0])

    def log_head(self) -> str:
        """Return the hash of the newest event: it changes with each action, and nothing else."""
        return log.head(self.db)

    def row(self) -> model.Desk:
        """Return the desk's own row: name, time zone, rules."""
        return read(model.Desk, next(iter(query(self.db, "SELECT * FROM desk"))))

    @contextmanager
    def change(
        self,
        action: str,
        actor: PersonId,
        *,
        reason: str = "",
        undoes: EventId | None = None,
        undoable: bool = True,
        watch: Watch = unwatched,
    ) -> Iterator[Change]:
        """Open the one transaction in which rows change; leaving it writes the event.

        An exception leaves nothing behind; ``watch`` may raise one. Raises FactcheckError where
        the desk is read-only, busy, full or gone.
        """
        self._require_writable()
        with known_errors(), self._transaction(_WRITING):
            change = Change(self.db, self._now(), self.new_id)
            yield change
            change.done = change.changes(action)
            if change.recorded:
                derived.follow(self.db, change.followed(), watch)
                self._log(change, action, actor, reason, undoes, undoable=undoable)
        self.changed = self.changed or bool(change.recorded)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Let the changes made inside stand or fall as one; each keeps an event of its own.

        What goes wrong inside must go through. Raises FactcheckError as ``change`` does.
        """
        self._require_writable()
        with self._joining(_WRITING):
            yield

    @contextmanager
    def steady(self) -> Iterator[None]:
        """Answer all questions asked inside from one state, whatever others write meanwhile."""
        with self._joining("BEGIN"):
            yield

    @contextmanager
    def _joining(self, begin: str) -> Iterator[None]:
        """Open the transaction that those opened inside are part of."""
        joined = self._joined
        with known_errors(), self._transaction(begin):
            self._joined = True
            try:
                yield
            finally:
                self._joined = joined

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        if self._joined:
            yield
            return
        place = self._place if begin == _WRITING else None
        try:
            if place:
                place.require()
            self.db.execute(begin)
            yield
            if place:
                place.require()
            self.db.execute("COMMIT")
        except BaseException:
            self._roll_back()
            raise

    def _roll_back(self) -> None:
        """Leave the transaction; an interruption from another thread may meet this statement."""
        for _ in range(_TRIES):
            if self.db.conn.in_transaction:
                with contextlib.suppress(sqlite3.Error):
                    self.db.execute("ROLLBACK")

    def _require_writable(self) -> None:
        if self.read_only:
            raise FactcheckError(
                f"This desk is open for reading only. {self.read_only}",
                "Close it elsewhere, or work on a copy.",
            )

    def _log(
        self,
        change: Change,
        action: str,
        actor: PersonId,
        reason: str,
        undoes: EventId | None,
        *,
        undoable: bool,
    ) -> None:
        draft = log.Draft(
            id=change.event_id,
            copy_id=self.db.execute("SELECT copy_id FROM desk").fetchone()[0],
            action=action,
            actor_id=actor,
            at=moment_text(change.now),
            reason=reason,
            undoes=undoes,
            undoable=undoable,
        )
        log.append(self.db, draft, change.recorded)


def _prepare(db: Database, path: Path, read_only: str, watch: Watch, *, lasting: bool) -> None:
    """Set the connection up, look the file over, and bring an older desk up to date."""
    with known_errors():
        for setting in _SETTINGS:
            db.execute(setting)
        gate.require_sound(db)
        if read_only:
            gate.require_newest(db, read_only)
            return
        journal.begin(db, path, lasting=lasting)
        if gate.version_of(db) < len(STEPS):
            _bring_up_to_date(db, watch)
        if lasting:
            db.execute(f"PRAGMA busy_timeout = {_PATIENCE_MS}")


def _bring_up_to_date(db: Database, watch: Watch) -> None:
    try:
        _migrate(db, watch)
    except BaseException:
        journal.end(db)
        raise


def _migrate(db: Database, watch: Watch = unwatched) -> None:
    # A step may rebuild a table that others refer to; inside a transaction it is too late to say.
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute("BEGIN IMMEDIATE")
    try:
        migrate(db)
        derived.rebuild(db, watch)
        db.execute("COMMIT")
    except BaseException:
        db.execute("ROLLBACK")
        raise
    finally:
        db.execute("PRAGMA foreign_keys = ON")


def _fill(desk: Desk, name: str, time_zone: str) -> None:
    """Give a new file its schema, its own row, the starting scales and the first person."""
    try:
        for setting in _SETTINGS:
            desk.db.execute(setting)
        _migrate(desk.db)
        founder = PersonId(desk.new_id())
        with desk.change("create desk", founder, undoable=False) as change:
            for record in _first_rows(change, name, time_zone, founder):
                change.insert(record)
    finally:
        desk.close()


def _first_rows(
    change: Change, name: str, time_zone: str, founder: PersonId
) -> Iterator[model.Desk | model.Person | model.Scale]:
    now = change.now
    yield model.Person(founder, "Factcheck", now)
    desk_id, copy_id = DeskId(change.new_id()), CopyId(change.new_id())
    yield model.Desk(desk_id, copy_id, name, time_zone, second_person_rule=True, created_at=now)
    for scale_name, steps in STARTING_SCALES:
        yield model.Scale(ScaleId(change.new_id()), scale_name, 1, steps, now)
