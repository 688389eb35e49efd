"""What is asked of many statements at once, in a few questions instead of thousands."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from factcheck.domain.ids import PersonId, StatementId, TagId, VerdictId
from factcheck.domain.model import Statement
from factcheck.store.asking import query
from factcheck.store.reads import STANDING
from factcheck.store.records import read

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.store.desk import Desk


class Found(NamedTuple):
    """A statement, the verdict that stands on it, and whose that is; None where there is none."""

    statement: Statement
    verdict: VerdictId | None
    judged_by: PersonId | None


_FOUND = f"""SELECT statement.*, verdict.id AS verdict_id, verdict.checker_id AS judged_by
    FROM json_each(?) CROSS JOIN statement ON statement.id = value {STANDING}"""
_SEEN = f"""SELECT statement.id, verdict.id FROM json_each(?)
    CROSS JOIN statement ON statement.pk = value {STANDING} ORDER BY json_each.key"""
_TAGGED = """SELECT statement_id, tag.id FROM json_each(?)
    CROSS JOIN tag ON tag.statement_id = value AND word = ?"""
_MADE_SINCE = """SELECT DISTINCT row_id FROM event JOIN change ON change.event_id = event.id
    WHERE event.seq > ? AND table_name = 'verdict'"""


def found(desk: Desk, names: Iterable[StatementId]) -> dict[StatementId, Found]:
    """Return these statements; those that are gone are left out."""
    rows = query(desk.db, _FOUND, [json.dumps(list(names))])
    return {
        StatementId(row["id"]): Found(read(Statement, row), row["verdict_id"], row["judged_by"])
        for row in rows
    }


def tagged(desk: Desk, names: Iterable[StatementId], word: str) -> dict[StatementId, TagId]:
    """Return which of these statements have a tag, with its row."""
    rows = desk.db.execute(_TAGGED, [json.dumps(list(names)), word]).fetchall()
    return {StatementId(name): TagId(tag) for name, tag in rows}


def standing(desk: Desk, keys: Iterable[int]) -> dict[StatementId, VerdictId | None]:
    """Return the statements with these local keys, in this order, each with its verdict."""
    rows = desk.db.execute(_SEEN, [json.dumps(list(keys))]).fetchall()
    return {StatementId(name): verdict for name, verdict in rows}


def log_position(desk: Desk) -> int:
    """Return the place of the newest event in the log."""
    return int(desk.db.execute("SELECT coalesce(max(seq), 0) FROM event").fetchone()[0])


def verdicts_since(desk: Desk, position: int) -> set[VerdictId]:
    """Return the verdicts that came, or came back, after this place in the log."""
    return {VerdictId(row[0]) for row in desk.db.execute(_MADE_SINCE, [position]).fetchall()}
