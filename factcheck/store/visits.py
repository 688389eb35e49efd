"""When a source was looked for on the web, what came of it, and whether the desk may look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.domain.model import Capture
from factcheck.domain.visits import Visit, WebBan
from factcheck.store.asking import query
from factcheck.store.records import read

if TYPE_CHECKING:
    from factcheck.domain.ids import EvidenceId
    from factcheck.store.desk import Desk


def visits(desk: Desk, evidence: EvidenceId) -> list[Visit]:
    """Return all visits to a source, oldest first."""
    rows = query(desk.db, "SELECT * FROM visit WHERE evidence_id = ? ORDER BY id", [evidence])
    return [read(Visit, row) for row in rows]


def captures(desk: Desk, evidence: EvidenceId) -> list[Capture]:
    """Return all copies of a source, oldest first."""
    rows = query(desk.db, "SELECT * FROM capture WHERE evidence_id = ? ORDER BY id", [evidence])
    return [read(Capture, row) for row in rows]


def excerpts(desk: Desk, evidence: EvidenceId) -> list[str]:
    """Return the excerpts for which a source is cited, each once."""
    sql = "SELECT DISTINCT excerpt FROM citation WHERE evidence_id = ? AND excerpt <> '' ORDER BY 1"
    return [row[0] for row in desk.db.execute(sql, [evidence]).fetchall()]


def web_ban(desk: Desk) -> WebBan | None:
    """Return what forbids the desk to go to the web; None where it may."""
    for row in query(desk.db, "SELECT * FROM web_ban ORDER BY id LIMIT 1", []):
        return read(WebBan, row)
    return None
