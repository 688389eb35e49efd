"""A desk that is in use, open once more for questions on another thread."""

from __future__ import annotations

from contextlib import ExitStack, suppress
from traceback import clear_frames
from typing import TYPE_CHECKING, TypeVar

from sqlite_utils.db import sqlite3

from factcheck.store import beside
from factcheck.store.desk import Desk
from factcheck.store.errors import primary_code

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

T = TypeVar("T")


class BrokenOffError(Exception):
    """A question was broken off by ``SecondDesk.interrupt``."""


class SecondDesk:
    """Answers questions on the one thread that makes it; ``interrupt`` may come from any.

    Raises FactcheckError where it is no desk of this version.
    """

    def __init__(self, path: Path, now: Callable[[], datetime], new_id: Callable[[], str]) -> None:
        self._open = ExitStack()
        db = self._open.enter_context(beside.reading(path))
        self._desk = Desk(path, db, now=now, new_id=new_id, read_only="It is read beside.")

    def ask(self, question: Callable[[Desk], T]) -> T:
        """Answer a question from one state of the desk.

        Raises BrokenOffError where it was interrupted, FactcheckError for a known trouble.
        """
        try:
            with self._desk.steady():
                return question(self._desk)
        except sqlite3.OperationalError as error:
            if primary_code(error) == "SQLITE_INTERRUPT":
                self._end(error)
                raise BrokenOffError from error
            raise

    def _end(self, error: sqlite3.OperationalError) -> None:
        """End the transaction in which a question was broken off: it would keep all from writing.

        While another answer is half read, SQLite breaks that off too; the error holds such.
        """
        clear_frames(error.__traceback__)
        while self._desk.db.conn.in_transaction:
            with suppress(sqlite3.OperationalError):
                self._desk.db.execute("ROLLBACK")

    def interrupt(self) -> None:
        """Break off the question that is being answered, if any."""
        self._desk.db.conn.interrupt()

    def close(self) -> None:
        """Close the connection."""
        self._open.close()
