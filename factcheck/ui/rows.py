"""What the store answers, put into the words that the views show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from factcheck.domain.dates import long_date
from factcheck.domain.workflow import State
from factcheck.ui.article.highlights import Highlight
from factcheck.ui.queue.rows import ArticleRow, QueueRow
from factcheck.ui.statement.when import day_words, is_late

if TYPE_CHECKING:
    from datetime import datetime

    from factcheck.domain.model import Article, Revision, ScaleStep
    from factcheck.store import reads
    from factcheck.store.lists import MarkRow, StatementRow

OPEN_TONE = "blue"
OPEN_SYMBOL = "○"
_DONE_WITHOUT_VERDICT = frozenset({State.DISMISSED, State.CUT})


def highlight(mark: MarkRow) -> Highlight:
    """Return a span as it is drawn; what nobody judged is blue with an open circle."""
    tone, symbol = _look(mark.step, mark.state)
    return Highlight(mark.statement_id, mark.start, mark.end, tone, symbol)


def _look(step: ScaleStep | None, state: State) -> tuple[str, str]:
    if step is not None:
        return step.tone, step.symbol
    return ("grey", "–") if state is State.DISMISSED else (OPEN_TONE, OPEN_SYMBOL)


def done_tone(mark: MarkRow) -> str:
    """Return the tone of what is judged or done, "" of what is not."""
    done = mark.step or mark.state in _DONE_WITHOUT_VERDICT
    return _look(mark.step, mark.state)[0] if done else ""


def queue_row(row: StatementRow, now: datetime) -> QueueRow:
    """Return a line of the review list."""
    return QueueRow(
        statement_id=row.id,
        article_title=row.article_title,
        number=row.number,
        quote=" ".join(row.quote.split()),
        state=row.state,
        verdict=f"{row.step.symbol} {row.step.word}" if row.step else "",
        tone=row.step.tone if row.step else "",
        checker=row.checker,
        reviewer=row.reviewer,
        evidence_count=row.evidence,
        due=day_words(row.due_at, now) if row.due_at else "",
        late=row.due_at is not None and is_late(row.due_at, now),
    )


def article_row(row: reads.ArticleRow) -> ArticleRow:
    """Return a line of the list of articles."""
    article = row.article
    return ArticleRow(
        article_id=article.id,
        title=article.title,
        publication=article.publication or article.byline,
        date=long_date(article.published) if article.published else "",
        judged=row.judged,
        total=row.statements,
        counts=tuple(row.states.items()),
    )


def article_remark(article: Article, revision: Revision) -> str:
    """Return what stands beside the article's title: where from, when, which revision."""
    number = QCoreApplication.translate("Article", "Revision {0}").format(revision.number)
    published = long_date(article.published) if article.published else ""
    return " · ".join(filter(None, (number, article.publication, published)))
