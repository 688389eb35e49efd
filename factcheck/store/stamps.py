"""The time stamps of copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.domain.model import Capture
from factcheck.domain.stamps import Stamp
from factcheck.errors import FactcheckError
from factcheck.store.asking import query
from factcheck.store.records import read

if TYPE_CHECKING:
    from factcheck.domain.ids import EvidenceId
    from factcheck.store.desk import Desk


def stamps(desk: Desk, evidence: EvidenceId) -> list[Stamp]:
    """Return the time stamps of all copies of a source, oldest first."""
    sql = (
        "SELECT stamp.* FROM stamp JOIN capture ON capture.id = capture_id "
        "WHERE evidence_id = ? ORDER BY stamp.id"
    )
    return [read(Stamp, row) for row in query(desk.db, sql, [evidence])]


def stamped_copies(desk: Desk) -> list[tuple[Stamp, Capture]]:
    """Return every time stamp of the desk with its copy."""
    rows = query(desk.db, "SELECT * FROM stamp ORDER BY id")
    stamps = [read(Stamp, row) for row in rows]
    return [(stamp, copy_called(desk, stamp.capture_id)) for stamp in stamps]


def copy_called(desk: Desk, name: str) -> Capture:
    """Return the copy with this id, or the first with this SHA-256. Raises FactcheckError."""
    sql = "SELECT * FROM capture WHERE id = ? OR sha256 = ? ORDER BY id LIMIT 1"
    for row in query(desk.db, sql, [name, name]):
        return read(Capture, row)
    raise FactcheckError(
        f"The desk has no copy “{name}”.", "List the copies of a source with: factcheck captures."
    )
