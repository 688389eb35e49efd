"""Named questions to a desk. Each answers with records, none writes."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from factcheck.domain import model
from factcheck.domain.ids import (
    ArticleId,
)
from factcheck.domain.workflow import State
from factcheck.errors import FactcheckError
from factcheck.store import blobs
from factcheck.store.asking import query
from factcheck.store.records import read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.domain.ids import (
        CitationId,
        EvidenceId,
        PersonId,
        ScaleId,
        SpanId,
        StatementId,
        VerdictId,
    )
    from factcheck.store.desk import Desk

T = TypeVar("T")
_FEW = 4
# A verdict that no other supersedes. Desks joined later may hold two; the newest is shown.
HEAD = "NOT EXISTS (SELECT 1 FROM verdict newer WHERE newer.supersedes = verdict.id)"

STANDING = f"""LEFT JOIN verdict ON verdict.id = (SELECT verdict.id FROM verdict
    WHERE statement_id = statement.id AND {HEAD} ORDER BY verdict.id DESC LIMIT 1)"""

_NAMED = "lower(title || ' ' || publisher || ' ' || url)"


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article in a list: its revisions, its statements judged or done, and those in a state."""

    article: model.Article
    revisions: int
    judged: int
    states: dict[State, int]

    @property
    def statements(self) -> int:
        """How many statements the article has."""
        return sum(self.states.values())


def articles(desk: Desk, only: Sequence[ArticleId] | None = None) -> list[ArticleRow]:
    """Return all articles, oldest first, where their place is their number; or ``only`` some."""
    chosen = "" if only is None else "WHERE article.id IN (SELECT value FROM json_each(?))"
    values = [] if only is None else [json.dumps(list(only))]
    states: dict[str, dict[State, int]] = {}
    judged: Counter[str] = Counter()
    counted = f"""SELECT article.id, state, sum(article_cell.total),
        sum(iif(outcome = '' AND state NOT IN ('dismissed', 'cut'), 0, article_cell.total))
        FROM article JOIN article_cell ON article_cell.article = article.pk
        JOIN cell ON cell.pk = article_cell.cell {chosen} GROUP BY article.id, state"""
    for name, state, count, with_verdict in desk.db.execute(counted, values).fetchall():
        states.setdefault(name, {})[State(state)] = count
        judged[name] += with_verdict
    rows = query(
        desk.db,
        f"""SELECT article.*,
        (SELECT count(*) FROM revision WHERE article_id = article.id) AS revisions
        FROM article {chosen} ORDER BY article.id""",
        values,
    )
    return [
        ArticleRow(
            read(model.Article, row), row["revisions"], judged[row["id"]], states.get(row["id"], {})
        )
        for row in rows
    ]


def article_ids(desk: Desk) -> list[ArticleId]:
    """Return the ids of all articles, oldest first."""
    rows = desk.db.execute("SELECT id FROM article ORDER BY id").fetchall()
    return [ArticleId(row[0]) for row in rows]


def has_article(desk: Desk, article_id: ArticleId) -> bool:
    """Say whether the desk has an article."""
    found = desk.db.execute("SELECT 1 FROM article WHERE id = ?", [article_id]).fetchone()
    return found is not None


def article(desk: Desk, article_id: ArticleId) -> model.Article:
    """Return one article; raises FactcheckError if it is not there."""
    for row in query(desk.db, "SELECT * FROM article WHERE id = ?", [article_id]):
        return read(model.Article, row)
    raise _missing("article", article_id)


def revision(desk: Desk, article_id: ArticleId, number: int | None = None) -> model.Revision:
    """Return a revision by its number from 1, or the newest one."""
    found = desk.db.execute(
        "SELECT id FROM revision WHERE article_id = ? AND number = coalesce(?, number) "
        "ORDER BY number DESC LIMIT 1",
        [article_id, number],
    ).fetchone()
    if found is None:
        raise _missing("revision", article_id if number is None else str(number))
    known = desk.unchanging.revisions
    if found[0] not in known:
        row = next(iter(query(desk.db, "SELECT * FROM revision WHERE id = ?", [found[0]])))
        _keep_few(known, found[0], read(model.Revision, row))
    return known[found[0]]


def text(desk: Desk, of: model.Revision) -> str:
    """Return a revision's canonical text, proved against its hash."""
    known = desk.unchanging.texts
    if of.text_sha256 not in known:
        _keep_few(known, of.text_sha256, blobs.text_of(desk.db, of.text_sha256))
    return known[of.text_sha256]


def _keep_few(known: dict[str, T], name: str, value: T) -> None:
    """Keep a value and forget the oldest: a desk may hold thousands."""
    while len(known) >= _FEW:
        del known[next(iter(known))]
    known[name] = value


def statement(desk: Desk, statement_id: StatementId) -> model.Statement:
    """Return one statement; raises FactcheckError if it is not there."""
    for row in query(desk.db, "SELECT * FROM statement WHERE id = ?", [statement_id]):
        return read(model.Statement, row)
    raise _missing("statement", statement_id)


def standing_verdict(desk: Desk, statement_id: StatementId) -> model.Verdict | None:
    """Return the verdict that stands: the newest that no other supersedes."""
    rows = query(
        desk.db,
        f"SELECT * FROM verdict WHERE statement_id = ? AND {HEAD} ORDER BY id DESC LIMIT 1",
        [statement_id],
    )
    for row in rows:
        return read(model.Verdict, row)
    return None


def newest_review(desk: Desk, verdict_id: VerdictId) -> model.Review | None:
    """Return the newest decision on one verdict: by the order they came in, not by the clock."""
    rows = query(
        desk.db, "SELECT * FROM review WHERE verdict_id = ? ORDER BY pk DESC LIMIT 1", [verdict_id]
    )
    for row in rows:
        return read(model.Review, row)
    return None


def spans(desk: Desk, statement_id: StatementId) -> list[model.Span]:
    """Return a statement's spans in its newest revision, in reading order."""
    rows = query(
        desk.db,
        """SELECT span.* FROM span JOIN revision ON revision.id = span.revision_id
        WHERE statement_id = ? AND revision.number = (SELECT max(number) FROM revision newest
            WHERE newest.article_id = revision.article_id)
        ORDER BY start, "end" """,
        [statement_id],
    )
    return [read(model.Span, row) for row in rows]


def span(desk: Desk, span_id: SpanId) -> model.Span:
    """Return one span; raises FactcheckError if it is not there."""
    for row in query(desk.db, "SELECT * FROM span WHERE id = ?", [span_id]):
        return read(model.Span, row)
    raise _missing("span", span_id)


def evidence(desk: Desk, evidence_id: EvidenceId) -> model.Evidence:
    """Return one source; raises FactcheckError if it is not there."""
    for row in query(desk.db, "SELECT * FROM evidence WHERE id = ?", [evidence_id]):
        return read(model.Evidence, row)
    raise _missing("evidence", evidence_id)


def citation(desk: Desk, citation_id: CitationId) -> model.Citation:
    """Return one link from a statement to a source; raises FactcheckError if it is not there."""
    for row in query(desk.db, "SELECT * FROM citation WHERE id = ?", [citation_id]):
        return read(model.Citation, row)
    raise _missing("evidence", citation_id)


def evidence_like(desk: Desk, text: str, limit: int) -> list[model.Evidence]:
    """Return the newest sources with each of these words in title, publisher or address."""
    words = text.split()
    fits = " AND ".join([f"instr({_NAMED}, lower(?))"] * len(words))
    rows = query(
        desk.db,
        f"SELECT * FROM evidence WHERE {fits or 1} ORDER BY id DESC LIMIT ?",
        [*words, limit],
    )
    return [read(model.Evidence, row) for row in rows]


def people(desk: Desk) -> dict[PersonId, model.Person]:
    """Return everybody who has worked on the desk."""
    found = [read(model.Person, row) for row in query(desk.db, "SELECT * FROM person ORDER BY id")]
    return {person.id: person for person in found}


def person_named(desk: Desk, name: str) -> model.Person | None:
    """Return the person with exactly this name."""
    for row in query(desk.db, "SELECT * FROM person WHERE name = ?", [name]):
        return read(model.Person, row)
    return None


def scale(desk: Desk, scale_id: ScaleId) -> model.Scale:
    """Return one version of a scale; raises FactcheckError if it is not there."""
    for row in query(desk.db, "SELECT * FROM scale WHERE id = ?", [scale_id]):
        return read(model.Scale, row)
    raise _missing("scale", scale_id)


def scales(desk: Desk) -> tuple[model.Scale, ...]:
    """Return the newest version of each scale, in the order they were made."""
    rows = query(
        desk.db,
        "SELECT * FROM scale WHERE version = (SELECT max(version) FROM scale newest "
        "WHERE newest.name = scale.name) ORDER BY id",
    )
    return tuple(read(model.Scale, row) for row in rows)


def _missing(what: str, which: str) -> FactcheckError:
    return FactcheckError(
        f"There is no {what} {which} on this desk.", "It may have been undone: look again."
    )
