"""SQLite's known troubles in a user's words. What is not listed here is a bug and goes through."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlite_utils.db import sqlite3

from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from collections.abc import Iterator

MOVED = "MOVED"
_KNOWN = {
    MOVED: (
        "The desk’s file was moved, replaced or deleted while it was open, so this was not saved.",
        "Put the file back where it was, or close the desk and open it where it is now.",
    ),
    "SQLITE_BUSY": (
        "Another program is writing to this desk just now.",
        "Try again in a moment; nothing was changed.",
    ),
    "SQLITE_LOCKED": (
        "Another part of the program is using this desk just now.",
        "Try again in a moment; nothing was changed.",
    ),
    "SQLITE_FULL": (
        "The disk is full, so nothing was saved.",
        "Make room on the disk, then do it again.",
    ),
    "SQLITE_READONLY": (
        "The desk can’t be written to.",
        "Ask for the right to write to the file and its folder, or work on a copy.",
    ),
    "SQLITE_CORRUPT": (
        "The desk file is damaged.",
        "Keep it as it is and go on with the newest backup.",
    ),
    "SQLITE_NOTADB": (
        "This file is not a desk, or it is damaged at its beginning.",
        "Choose a .factcheck file, or go back to a backup.",
    ),
    "SQLITE_CANTOPEN": (
        "The desk can’t be opened.",
        "See whether it was moved, and whether you may read its folder.",
    ),
    "SQLITE_TOOBIG": (
        "This is too large for one entry of a desk.",
        "Bring in a smaller file, or a part of it.",
    ),
    "SQLITE_IOERR": (
        "The disk or the network folder does not answer as it should.",
        "See whether the desk’s folder is still there, then do it again.",
    ),
}


class DeskError(FactcheckError):
    """The file can't be used; ``code`` is SQLite's primary error name, or MOVED."""

    def __init__(self, code: str) -> None:
        super().__init__(*_KNOWN[code])
        self.code = code


@contextmanager
def known_errors() -> Iterator[None]:
    """Turn SQLite's known errors into DeskError."""
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as error:
        known = as_known(error)
        if known is None:
            raise
        raise known from error


def as_known(error: BaseException) -> DeskError | None:
    """Return the known trouble that an exception is, None for a bug."""
    if isinstance(error, UnicodeDecodeError):
        # SQLite's message quotes damaged text, so that Python can't read even the message.
        return DeskError("SQLITE_CORRUPT")
    code = primary_code(error) if isinstance(error, sqlite3.Error) else ""
    return DeskError(code) if code in _KNOWN else None


def primary_code(error: Exception) -> str:
    """Return "SQLITE_BUSY" for SQLITE_BUSY_SNAPSHOT and its like; "" where SQLite gave none.

    Text that is no UTF-8 is found by Python alone, and is a damaged file like any other.
    """
    if str(error).startswith("Could not decode to UTF-8"):
        return "SQLITE_CORRUPT"
    name = str(getattr(error, "sqlite_errorname", ""))
    return "_".join(name.split("_")[:2])
