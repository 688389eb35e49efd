"""What the lists show: one line each, in words ready to be drawn."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.domain.ids import ArticleId, StatementId, VerdictId
from factcheck.domain.workflow import State


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One statement of a queue. ``verdict`` is symbol and word, "" while nothing is judged.

    ``group`` tells apart what the list is grouped by; ``heading`` names it on the first row of
    each group, and is "" on the others.
    """

    pk: int
    statement_id: StatementId
    article_id: ArticleId
    article_title: str
    number: int
    quote: str
    state: State
    verdict: str
    tone: str
    checker: str
    reviewer: str
    evidence_count: int
    due: str
    late: bool
    group: str = ""
    heading: str = ""
    verdict_id: VerdictId | None = None


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article. ``counts`` are its statements per state, ``judged`` those judged or done."""

    article_id: ArticleId
    title: str
    publication: str
    date: str
    judged: int
    total: int
    counts: tuple[tuple[State, int], ...]
