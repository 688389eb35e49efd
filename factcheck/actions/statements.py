"""Mark statements, say what they are, and take them through the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.actions.steps import step_alone, take
from factcheck.domain.anchors import Anchor, describe
from factcheck.domain.ids import ArticleId, PersonId, SpanId, StatementId
from factcheck.domain.kinds import likely_kind
from factcheck.domain.model import Priority, Revision, Span, Statement, StatementKind
from factcheck.domain.workflow import State, Step
from factcheck.errors import FactcheckError
from factcheck.store import reads

if TYPE_CHECKING:
    from factcheck.store.desk import Desk
    from factcheck.store.transaction import Change, Changes


def mark(
    desk: Desk,
    *,
    actor: PersonId,
    article: ArticleId,
    start: int,
    end: int,
    kind: StatementKind | None = None,
) -> Changes:
    """Make a statement of ``text[start:end]`` (code points) of the newest revision.

    The words are widened to whole characters and cut free of outer white space. Without a
    ``kind`` one is proposed. Raises FactcheckError where there are no words.
    """
    revision, anchor = _anchor(desk, article, start, end)
    with desk.change("mark", actor) as change:
        statement = Statement(
            id=StatementId(change.new_id()),
            article_id=article,
            kind=kind or likely_kind(anchor.quote),
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
        change.insert(_span(change, statement.id, revision, anchor))
    return change.done


def add_span(
    desk: Desk, *, actor: PersonId, statement: StatementId, start: int, end: int
) -> Changes:
    """Add further words of the newest revision to a statement.

    What a reviewer has, or has approved, must then be looked at again. Raises FactcheckError
    where there are no words, they belong to it already, or the statement is done.
    """
    row = reads.statement(desk, statement)
    revision, anchor = _anchor(desk, row.article_id, start, end)
    taken = [(span.start, span.end) for span in reads.spans(desk, statement)]
    if (anchor.start, anchor.end) in taken:
        raise FactcheckError("These words belong to the statement already.", "Choose other words.")
    with desk.change("add words", actor) as change:
        take(desk, change, Step.ADD_WORDS, statement=statement, actor=actor)
        change.insert(_span(change, statement, revision, anchor))
    return change.done


def set_kind(
    desk: Desk, *, actor: PersonId, statement: StatementId, kind: StatementKind
) -> Changes:
    """Say what sort of claim a statement makes."""
    with desk.change("set kind", actor) as change:
        change.update(Statement, statement, kind=kind)
    return change.done


def submit(desk: Desk, *, actor: PersonId, statement: StatementId, reason: str = "") -> Changes:
    """Hand a judged statement to a second person."""
    return step_alone(desk, Step.SUBMIT, statement=statement, actor=actor, reason=reason)


def dismiss(desk: Desk, *, actor: PersonId, statement: StatementId, reason: str = "") -> Changes:
    """Say that this is no statement of fact."""
    return step_alone(desk, Step.DISMISS, statement=statement, actor=actor, reason=reason)


def reopen(desk: Desk, *, actor: PersonId, statement: StatementId, reason: str = "") -> Changes:
    """Take up again what was approved, dismissed or cut."""
    return step_alone(desk, Step.REOPEN, statement=statement, actor=actor, reason=reason)


def _anchor(desk: Desk, article: ArticleId, start: int, end: int) -> tuple[Revision, Anchor]:
    revision = reads.revision(desk, article)
    return revision, describe(reads.text(desk, revision), start, end)


def _span(change: Change, statement: StatementId, revision: Revision, anchor: Anchor) -> Span:
    return Span(
        id=SpanId(change.new_id()),
        statement_id=statement,
        revision_id=revision.id,
        start=anchor.start,
        end=anchor.end,
        quote=anchor.quote,
        prefix=anchor.prefix,
        suffix=anchor.suffix,
    )
