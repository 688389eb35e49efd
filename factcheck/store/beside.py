"""One more connection to a desk that is in use, for a thread beside the window's."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from factcheck.store import gate, journal
from factcheck.store.errors import known_errors

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlite_utils import Database

_SETTINGS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA synchronous = FULL",
    # In KiB: a piece must fit, or it is written in two goes with more syncs; and so must half of
    # the widest index of a million lines, or it is read anew each time that its middle is shown.
    "PRAGMA cache_size = -40000",
)


@contextmanager
def reading(path: Path) -> Iterator[Database]:
    """Connect for reading.

    The pages of the file are not looked over as they were when the desk was opened: on a big one
    that takes seconds, in which nobody could write. Raises FactcheckError where it is no desk of
    this version.
    """
    with known_errors(), _connected(path, mode="ro") as db:
        yield db


@contextmanager
def writing(path: Path) -> Iterator[Database]:
    """Connect for reading and writing; each statement is a transaction of its own."""
    with known_errors(), _connected(path, mode="rw") as db:
        journal.begin(db, path, lasting=False)
        try:
            yield db
        finally:
            journal.end(db)


@contextmanager
def _connected(path: Path, mode: str) -> Iterator[Database]:
    gate.inspect(path)
    db = gate.connect(path, mode=mode)
    try:
        for setting in _SETTINGS:
            db.execute(setting)
        gate.require_newest(db, "It is in use.")
        yield db
    finally:
        db.close()
