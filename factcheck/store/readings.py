"""The texts that were read from captures."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factcheck.domain.model import Capture, Reading
from factcheck.store.asking import query
from factcheck.store.records import read

if TYPE_CHECKING:
    from sqlite_utils import Database

    from factcheck.domain.ids import CaptureId
    from factcheck.store.desk import Desk


def reading_of(desk: Desk, capture: CaptureId) -> Reading | None:
    """Return what was read from a capture last; None for one that nobody tried to read."""
    return newest(desk.db, capture)


def newest(db: Database, capture: CaptureId) -> Reading | None:
    """Return the same, over any connection."""
    sql = "SELECT * FROM reading WHERE capture_id = ? ORDER BY pk DESC LIMIT 1"
    for row in query(db, sql, [capture]):
        return read(Reading, row)
    return None


def unread(desk: Desk, capture: CaptureId) -> str:
    """Say why no text could be read from a capture; "" where one was, or nobody tried."""
    sql = "SELECT length, remarks FROM reading WHERE capture_id = ? ORDER BY pk DESC LIMIT 1"
    found = desk.db.execute(sql, [capture]).fetchone()
    return " ".join(json.loads(found[1])) if found and found[0] == 0 else ""


def untried(desk: Desk) -> list[Capture]:
    """Return the captures that nobody tried to read, oldest first."""
    sql = """SELECT * FROM capture WHERE id NOT IN (SELECT capture_id FROM reading) ORDER BY id"""
    return [read(Capture, row) for row in query(desk.db, sql)]
