from dataclasses import replace

import pytest

from factcheck.domain.workflow import State
from factcheck.ui.queue.rows import ArticleRow, QueueRow
from tests.ui.queue.hand import Hand


class Rows:
    """Makes the rows of a list; every part has a default."""

    def queue(self, number=1, **changes):
        row = QueueRow(
            pk=number,
            statement_id=f"statement-{number}",
            article_id="article-1",
            article_title="What is in the water",
            number=number,
            quote=f"statement {number} of the water report",
            state=State.AWAITING_REVIEW,
            verdict="✎ Fix",
            tone="amber",
            checker="AR",
            reviewer="",
            evidence_count=2,
            due="today",
            late=True,
        )
        return replace(row, **changes)

    def queues(self, *numbers):
        return {place: self.queue(number) for place, number in enumerate(numbers)}

    def article(self, number=1, **changes):
        row = ArticleRow(
            article_id=f"article-{number}",
            title="What is in the water",
            publication="The Coast",
            date="5 November 2024",
            judged=9,
            total=12,
            counts=((State.APPROVED, 6), (State.AWAITING_REVIEW, 3), (State.TO_CHECK, 3)),
        )
        return replace(row, **changes)


@pytest.fixture(scope="session")
def rows():
    return Rows()


@pytest.fixture
def hand(qtbot, sample):
    hand = Hand(qtbot, sample)
    hand.open()
    return hand
