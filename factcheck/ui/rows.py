"""What the store answers, put into the words that the views show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from factcheck.domain.dates import long_date
from factcheck.domain.workflow import State
from factcheck.ui.article.highlights import Highlight
from factcheck.ui.queue.rows import ArticleRow

if TYPE_CHECKING:
    from factcheck.domain.model import Article, Revision, ScaleStep
    from factcheck.store import reads
    from factcheck.store.lists import MarkRow

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
