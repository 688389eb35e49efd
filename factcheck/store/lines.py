"""Lines of lists, derived from statements: one a statement, kept true with each action.

What lists are filtered by is a line's cell, which counts the lines that share it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from factcheck.store.asking import query
from factcheck.store.cells import ENDED, FACETS, cell_of
from factcheck.store.reads import HEAD

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlite_utils import Database

# Sorts behind every moment, and behind every place of a text.
NEVER = "9999"
NOWHERE = 1 << 60
_SORTED_BY = (
    *("id", "article", "start", "before", "words", "due", "outcome", "checker", "priority"),
    *("sources", "deadline", "copied"),
)
# Code points by which statements are sorted: few, so that many pass through the page cache.
_WORDS = 48
_ENDED = tuple(state.value for state in ENDED)

# Sources count to two, primary ones to one: a filter asks for none, for one alone, and for
# secondary ones only.
_FRESH = f"""SELECT statement.pk AS pk, statement.id AS id, article.pk AS article,
    coalesce(place.start, {NOWHERE}) AS start, coalesce(place.before, 0) AS before,
    coalesce(substr((SELECT quote FROM span WHERE statement_id = statement.id
        ORDER BY revision_id DESC, start LIMIT 1), 1, {_WORDS}), '') AS words,
    coalesce(statement.due_at, '{NEVER}') AS due,
    coalesce(verdict.outcome, '') AS outcome, coalesce(checker.name, '') AS checker,
    CASE statement.priority WHEN 'high' THEN 0 WHEN 'normal' THEN 1 ELSE 2 END AS priority,
    statement.state AS state, statement.kind AS kind, cited.sources AS sources,
    min(cited.sources, 2) AS some_sources, min(cited.primaries, 1) AS primaries,
    iif(statement.state IN {_ENDED}, '{NEVER}', coalesce(statement.due_at, '{NEVER}')) AS deadline,
    iif(statement.state IN {_ENDED}, '{NEVER}', coalesce(cited.copied, '{NEVER}')) AS copied
FROM (SELECT value AS id, count(citation.pk) AS sources,
        count(citation.pk) FILTER (WHERE evidence.sourcing = 'primary') AS primaries,
        min((SELECT max(captured_at) FROM capture WHERE evidence_id = evidence.id)) AS copied
    FROM json_each(:ids) LEFT JOIN citation ON citation.statement_id = value
    LEFT JOIN evidence ON evidence.id = citation.evidence_id GROUP BY value) cited
CROSS JOIN statement ON statement.id = cited.id
JOIN article ON article.id = statement.article_id
LEFT JOIN (SELECT span.statement_id, min(span.start) AS start, -max(span."end") AS before
    FROM json_each(:ids) CROSS JOIN span ON span.statement_id = value
    JOIN revision ON revision.id = span.revision_id WHERE revision.number =
        (SELECT max(number) FROM revision newest WHERE newest.article_id = revision.article_id)
    GROUP BY span.statement_id) place ON place.statement_id = statement.id
LEFT JOIN person checker ON checker.id = statement.checker_id
LEFT JOIN verdict ON verdict.id = (SELECT verdict.id FROM verdict
    WHERE statement_id = statement.id AND {HEAD} ORDER BY verdict.id DESC LIMIT 1)"""

_PUT_LINE = f"""INSERT INTO line (pk, cell, {", ".join(_SORTED_BY)})
    VALUES ({", ".join("?" * (2 + len(_SORTED_BY)))}) ON CONFLICT (pk) DO UPDATE
    SET cell = excluded.cell, {", ".join(f"{name} = excluded.{name}" for name in _SORTED_BY)}"""


def refresh(db: Database, statements: Iterable[str]) -> None:
    """Make the lines of these statements anew, by their ids; a line goes with its statement."""
    cells: dict[tuple[Any, ...], int] = {}
    for row in list(query(db, _FRESH, {"ids": json.dumps(list(statements))})):
        facets = tuple(row[name] for name in FACETS)
        if facets not in cells:
            cells[facets] = cell_of(db, row)
        shown = [row[name] for name in _SORTED_BY]
        db.execute(_PUT_LINE, [row["pk"], cells[facets], *shown])


def citing(db: Database, evidence: Iterable[str]) -> set[str]:
    """Return the statements that cite some of these sources."""
    sql = """SELECT DISTINCT statement_id FROM json_each(?)
        CROSS JOIN citation ON citation.evidence_id = value"""
    return {row[0] for row in db.execute(sql, [json.dumps(list(evidence))]).fetchall()}
