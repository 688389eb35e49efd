"""The gate before a desk: what is no sound desk of ours is refused, and no byte of it changes."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING
from urllib.parse import quote

from sqlite_utils import Database
from sqlite_utils.db import sqlite3

from factcheck.errors import FactcheckError
from factcheck.store.errors import DeskError, known_errors
from factcheck.store.migrations import APPLICATION_ID, STEPS, expected_schema, schema_of

if TYPE_CHECKING:
    from pathlib import Path

BUSY_SECONDS = 10.0
_READ_THROUGH = 32_000_000  # bytes, read in about 0.2 s
_NOT_A_DESK = "Choose a .factcheck file that this program made."


def connect(path: Path, *, mode: str, timeout: float = BUSY_SECONDS) -> Database:
    """Connect to the file at ``path``, never making one; ``mode`` is "ro" or "rw".

    The path goes in as a quoted URI, so that #, ? and % in names open no other file.
    """
    uri = f"file:{quote(os.fsencode(path.absolute()))}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=timeout)
    return Database(connection, execute_plugins=False)


def inspect(path: Path) -> None:
    """Refuse what is plainly no desk. Opens the file for reading only.

    Raises FactcheckError with a message of its own for: missing, not a file, empty, not a desk,
    of a newer version.
    """
    _require_file(path)
    try:
        with known_errors():
            application_id, version = _header(path)
    except DeskError as error:
        if error.code in {"SQLITE_READONLY", "SQLITE_CANTOPEN"} and os.access(path, os.R_OK):
            # A crash left a journal that only a writer may roll back; opening it will do that.
            return
        raise
    if application_id != APPLICATION_ID:
        raise FactcheckError(f"“{path.name}” is not a desk.", _NOT_A_DESK)
    if version > len(STEPS):
        raise FactcheckError(
            f"“{path.name}” was made by a newer version of Factcheck.",
            "Update the program to open it.",
        )


def is_older(path: Path) -> bool:
    """Say whether it is a desk that must be brought up to date, as far as can be seen."""
    try:
        with known_errors():
            application_id, version = _header(path)
    except DeskError:
        return False
    return application_id == APPLICATION_ID and version < len(STEPS)


def _require_file(path: Path) -> None:
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise FactcheckError(
            f"There is no desk at {path}.", "See whether it was moved, or make one: factcheck new."
        ) from None
    except OSError as error:
        raise FactcheckError(
            f"“{path.name}” can’t be opened: {error.strerror}.", "See whether the path is right."
        ) from error
    if not stat.S_ISREG(found.st_mode):
        raise FactcheckError(f"“{path.name}” is not a file.", _NOT_A_DESK)
    if found.st_size == 0:
        raise FactcheckError(
            f"“{path.name}” is an empty file.", "Take it away, then make a desk: factcheck new."
        )


def _header(path: Path) -> tuple[int, int]:
    db = connect(path, mode="ro")
    try:
        return _pragma(db, "application_id"), _pragma(db, "user_version")
    finally:
        db.close()


def _pragma(db: Database, name: str) -> int:
    return int(db.execute(f"PRAGMA {name}").fetchone()[0])


def require_sound(db: Database) -> None:
    """Raise FactcheckError unless the opened file is whole and has our very schema.

    A large file is not read through: SQLite says itself if it was cut short, each backup reads
    all of it, and “factcheck verify” proves it.
    """
    with known_errors():
        version = _pragma(db, "user_version")
        schema = schema_of(db)
    if not 0 < version <= len(STEPS) or schema != expected_schema(version):
        raise FactcheckError(
            "This desk was changed by another program: its tables are not as they should be.",
            "Keep it as it is and go on with the newest backup.",
        )
    # Only now: the check asks functions that the tables name.
    with known_errors():
        size = _pragma(db, "page_count") * _pragma(db, "page_size")
        found = db.execute("PRAGMA quick_check(1)").fetchone()[0] if size <= _READ_THROUGH else "ok"
    if found != "ok":
        raise DeskError("SQLITE_CORRUPT")


def require_newest(db: Database, read_only: str) -> None:
    """Raise FactcheckError if an older desk would have to be written to be read."""
    if version_of(db) < len(STEPS):
        raise FactcheckError(
            f"This desk was made by an older version of Factcheck, and can’t be brought up to "
            f"date. {read_only}",
            "Copy the file to a folder of yours and open the copy.",
        )


def version_of(db: Database) -> int:
    """Return how many migration steps the file has had."""
    return _pragma(db, "user_version")


def why_read_only(path: Path) -> str:
    """Say why the file can't be written, "" if it can; its folder must take the journal."""
    if not os.access(path, os.W_OK):
        return "The file is read-only."
    if not os.access(path.parent, os.W_OK):
        return "The folder of the desk is read-only."
    return ""
