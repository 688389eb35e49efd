"""Statements as rows of a list, with their numbers in reading order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck.domain.ids import ArticleId, StatementId
from factcheck.domain.model import ScaleStep, Span
from factcheck.domain.workflow import State
from factcheck.store.asking import query
from factcheck.store.reads import STANDING, scale
from factcheck.store.records import moment_of, read

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from factcheck.domain.ids import RevisionId, ScaleId
    from factcheck.domain.model import Revision, Scale
    from factcheck.store.desk import Desk

_NEWEST = """newest AS (
    SELECT id AS revision_id, article_id FROM revision r
    WHERE number = (SELECT max(number) FROM revision WHERE article_id = r.article_id))"""

# Reading order: by the first word, the longer first where two begin together; what is no longer
# in the newest text comes last.
_NUMBERED = f"""{_NEWEST}, placed AS (
    SELECT statement_id, min(start) AS start, max("end") AS "end"
    FROM span JOIN newest USING (revision_id) GROUP BY statement_id), numbered AS (
    SELECT statement.id, row_number() OVER (PARTITION BY statement.article_id ORDER BY
        placed.start IS NULL, placed.start, placed."end" DESC, statement.id) AS number
    FROM statement LEFT JOIN placed ON placed.statement_id = statement.id"""

_ROWS = """
    SELECT statement.id, numbered.number, statement.article_id, article.title, statement.kind,
        statement.state, statement.due_at, verdict.scale_id, verdict.outcome, verdict.reasoning,
        verdict.correction, checker.name AS checker, reviewer.name AS reviewer,
        (SELECT count(*) FROM citation WHERE statement_id = statement.id) AS evidence
    FROM statement
    JOIN numbered ON numbered.id = statement.id
    JOIN article ON article.id = statement.article_id
    {standing}
    LEFT JOIN person checker ON checker.id = statement.checker_id
    LEFT JOIN person reviewer ON reviewer.id = statement.reviewer_id
    WHERE {where} ORDER BY statement.article_id, numbered.number"""


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One statement in a list. ``step`` is its verdict's step, None while nothing is judged."""

    id: StatementId
    number: int
    article_id: ArticleId
    article_title: str
    kind: str
    state: State
    due_at: datetime | None
    step: ScaleStep | None
    reasoning: str
    correction: str
    checker: str
    reviewer: str
    evidence: int
    spans: tuple[Span, ...]

    @property
    def quote(self) -> str:
        """All words of the statement; its spans are joined by an ellipsis."""
        return " … ".join(span.quote for span in self.spans)


def statement_rows(
    desk: Desk,
    *,
    article: ArticleId | None = None,
    state: State | None = None,
    outcome: str | None = None,
) -> list[StatementRow]:
    """Return the statements that fit, by article and in reading order."""
    chosen = [
        ("statement.article_id = ?", article),
        ("statement.state = ?", state),
        ("verdict.outcome = ?", outcome),
    ]
    where = " AND ".join(clause for clause, value in chosen if value) or "1"
    values = [str(value) for _, value in chosen if value]
    sql = f"WITH {numbered(article)} {_ROWS.format(standing=STANDING, where=where)}"
    found = list(query(desk.db, sql, [*([article] if article else []), *values]))
    by_statement = _spans(desk, article)
    steps = Steps(desk)
    return [_row(row, by_statement.get(row["id"], ()), steps) for row in found]


def numbered(article: ArticleId | None) -> str:
    """Return the SQL of a table ``numbered (id, number)``; with an article, one ``?`` for it."""
    return _NUMBERED + (" WHERE statement.article_id = ?)" if article else ")")


def number_of(desk: Desk, article: ArticleId, statement_id: StatementId) -> int | None:
    """Return a statement's number in its article, None if it is not in this one."""
    row = desk.db.execute(
        """SELECT (SELECT count(*) FROM line other WHERE other.article = line.article AND
            (other.start, other.before, other.id) <= (line.start, line.before, line.id))
        FROM line JOIN statement USING (pk) WHERE statement.id = ? AND article_id = ?""",
        [statement_id, article],
    ).fetchone()
    return int(row[0]) if row else None


def counted(desk: Desk, article: ArticleId) -> tuple[int, int]:
    """Return how many statements an article has, and how many of them are judged or done."""
    total, judged = desk.db.execute(
        """SELECT coalesce(sum(article_cell.total), 0), coalesce(sum(article_cell.total)
            FILTER (WHERE outcome <> '' OR state IN ('dismissed', 'cut')), 0)
        FROM article_cell JOIN cell ON cell.pk = article_cell.cell
        WHERE article = (SELECT pk FROM article WHERE id = ?)""",
        [article],
    ).fetchone()
    return int(total), int(judged)


def ids_in_order(desk: Desk, article: ArticleId) -> list[StatementId]:
    """Return an article's statements in reading order: number 1 comes first."""
    sql = f"WITH {numbered(article)} SELECT id FROM numbered ORDER BY number"
    return [StatementId(row[0]) for row in desk.db.execute(sql, [article]).fetchall()]


def titles_like(desk: Desk, text: str, limit: int) -> list[tuple[ArticleId, str]]:
    """Return the newest articles with ``text`` in their title, by id and title."""
    rows = desk.db.execute(
        """SELECT id, title FROM article WHERE instr(lower(title), lower(?))
        ORDER BY id DESC LIMIT ?""",
        [text.strip(), limit],
    ).fetchall()
    return [(ArticleId(name), title) for name, title in rows]


class MarkRow(NamedTuple):
    """One span as it is drawn: whose it is, where (code points), in which colour and symbol.

    A tuple, for an article may have many thousands.
    """

    statement_id: StatementId
    start: int
    end: int
    state: State
    step: ScaleStep | None


def marks(
    desk: Desk, revision: RevisionId, only: Collection[StatementId] | None = None
) -> list[MarkRow]:
    """Return the spans of a revision in reading order; ``only`` those of some statements."""
    # With a plus SQLite looks for the few by their statements, not through the whole revision.
    where = "span.revision_id = ?"
    if only is not None:
        where = f"+{where} AND span.statement_id IN ({', '.join('?' * len(only))})"
    return _marks(desk, where, [revision, *(only or ())])


@dataclass(frozen=True, slots=True)
class SomeMarks:
    """The spans of a stretch, each of a statement that begins there, and the statements' numbers.

    ``total`` and ``judged`` count all statements of the article, and those judged or done.
    """

    rows: list[MarkRow]
    numbers: dict[StatementId, int]
    total: int
    judged: int


def marks_between(desk: Desk, revision: Revision, start: int, end: int) -> SomeMarks:
    """Return the spans of a revision, the newest of its article, that begin in ``start:end``."""
    (article,) = desk.db.execute(
        "SELECT pk FROM article WHERE id = ?", [revision.article_id]
    ).fetchone()
    numbers = dict(
        desk.db.execute(
            """SELECT id, row_number() OVER (ORDER BY start, before, id)
                + (SELECT count(*) FROM line WHERE article = :article AND start < :start)
            FROM line WHERE article = :article AND start >= :start AND start < :end""",
            {"article": article, "start": start, "end": end},
        ).fetchall()
    )
    where = "span.revision_id = ? AND start >= ? AND start < ?"
    rows = _marks(desk, where, [revision.id, start, end])
    known = [row for row in rows if row.statement_id in numbers]
    return SomeMarks(known, numbers, *counted(desk, revision.article_id))


def has_more_marks(desk: Desk, revision: RevisionId, than: int) -> bool:
    """Say whether a revision has more spans than so many."""
    sql = "SELECT 1 FROM span WHERE revision_id = ? LIMIT 1 OFFSET ?"
    return desk.db.execute(sql, [revision, than]).fetchone() is not None


def _marks(desk: Desk, where: str, values: Sequence[object]) -> list[MarkRow]:
    sql = f"""SELECT statement.id, start, span."end", state, scale_id, outcome
        FROM span JOIN statement ON statement.id = span.statement_id
        {STANDING}
        WHERE {where} ORDER BY start, span."end" DESC"""
    steps = Steps(desk)
    states = {state.value: state for state in State}
    return [
        MarkRow(name, start, end, states[state], steps.find(scale_id, outcome))
        for name, start, end, state, scale_id, outcome in desk.db.execute(sql, values)
    ]


class Steps:
    """Looks up steps of scales, each scale read once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._scales: dict[ScaleId, Scale] = {}

    def find(self, scale_id: ScaleId | None, outcome: str) -> ScaleStep | None:
        """Return a step; None for no scale: nothing was judged."""
        if scale_id is None:
            return None
        if scale_id not in self._scales:
            self._scales[scale_id] = scale(self._desk, scale_id)
        return self._scales[scale_id].step(outcome)


def _spans(desk: Desk, article: ArticleId | None) -> dict[str, tuple[Span, ...]]:
    where, values = ("WHERE newest.article_id = ?", [article]) if article else ("", [])
    rows = query(
        desk.db,
        f"""WITH {_NEWEST} SELECT span.* FROM span JOIN newest USING (revision_id) {where}
        ORDER BY start, "end" """,
        values,
    )
    return _grouped(read(Span, row) for row in rows)


def _grouped(spans: Iterable[Span]) -> dict[str, tuple[Span, ...]]:
    groups: dict[str, list[Span]] = {}
    for span in spans:
        groups.setdefault(span.statement_id, []).append(span)
    return {name: tuple(group) for name, group in groups.items()}


def _row(row: dict[str, Any], spans: tuple[Span, ...], steps: Steps) -> StatementRow:
    return StatementRow(
        id=StatementId(row["id"]),
        number=row["number"],
        article_id=ArticleId(row["article_id"]),
        article_title=row["title"],
        kind=row["kind"],
        state=State(row["state"]),
        due_at=None if row["due_at"] is None else moment_of(row["due_at"]),
        step=steps.find(row["scale_id"], row["outcome"]),
        reasoning=row["reasoning"] or "",
        correction=row["correction"] or "",
        checker=row["checker"] or "",
        reviewer=row["reviewer"] or "",
        evidence=row["evidence"],
        spans=spans,
    )
