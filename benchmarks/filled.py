"""Desks of any size for benchmarks, filled through the one door but many rows at once."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import texts

from factcheck.actions.articles import add_article
from factcheck.actions.desks import create_desk, open_desk
from factcheck.actions.people import person_called
from factcheck.domain.anchors import describe
from factcheck.domain.ids import ArticleId, SpanId, StatementId
from factcheck.domain.model import Priority, Span, Statement, StatementKind
from factcheck.domain.workflow import State
from factcheck.store import reads

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.store.desk import Desk
    from factcheck.store.transaction import Change

PERSON = "Ada Reed"
_MARKED = 25  # code points


def make_desk(path: Path, words: int, marks: int = 0) -> None:
    """Make a desk with one article of so many words, and marks spread evenly over it."""
    create_desk(path)
    desk = open_desk(path)
    actor = person_called(desk, name=PERSON)
    added = add_article(desk, actor=actor, imported=texts.article(words))
    with desk.change("mark many", actor) as change:
        _mark_many(desk, change, ArticleId(added.new("article")), marks)
    desk.close()


def _mark_many(desk: Desk, change: Change, article: ArticleId, marks: int) -> None:
    revision = reads.revision(desk, article)
    text = reads.text(desk, revision)
    step = len(text) // max(1, marks)
    for start in range(0, step * marks, max(1, step)):
        statement = Statement(
            id=StatementId(change.new_id()),
            article_id=article,
            kind=StatementKind.OTHER,
            claimant="",
            as_of="",
            priority=Priority.NORMAL,
            state=State.TO_CHECK,
            checker_id=None,
            reviewer_id=None,
            due_at=None,
            created_at=change.now,
        )
        change.insert(statement)
        anchor = describe(text, start, start + _MARKED)
        span = SpanId(change.new_id())
        change.insert(Span(span, statement.id, revision.id, **asdict(anchor)))
