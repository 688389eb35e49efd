"""Mark statements, say what they are, and take them through the work."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from factcheck.actions.steps import step_alone, take
from factcheck.domain.anchors import Anchor, describe
from factcheck.domain.ids import ArticleId, PersonId, SpanId, StatementId
from factcheck.domain.kinds import likely_kind
from factcheck.domain.model import Priority, Revision, Span, Statement, StatementKind
from factcheck.domain.words import MOST_PLACES, occurrences
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
    revision, text = _newest(desk, article)
    return _mark(desk, actor, revision, [describe(text, start, end)], kind)


def mark_all(desk: Desk, *, actor: PersonId, article: ArticleId, start: int, end: int) -> Changes:
    """Make one statement of every place where the words ``text[start:end]`` stand.

    Whole words are found as such only. Raises FactcheckError where there are no words, or more
    than 1,000 places.
    """
    revision, text = _newest(desk, article)
    anchor = describe(text, start, end)
    places = occurrences(text, anchor.start, anchor.end)
    if len(places) > MOST_PLACES:
        raise FactcheckError(
            f"The words “{anchor.quote}” stand in more than {MOST_PLACES:,} places.",
            "Choose a longer stretch of words.",
        )
    return _mark(desk, actor, revision, [describe(text, *place) for place in places], None)


def add_span(
    desk: Desk, *, actor: PersonId, statement: StatementId, start: int, end: int
) -> Changes:
    """Add further words of the newest revision to a statement.

    What a reviewer has, or has approved, must then be looked at again. Raises FactcheckError
    where there are no words, they belong to it already, or the statement is done.
    """
    revision, text = _newest(desk, reads.statement(desk, statement).article_id)
    anchor = describe(text, start, end)
    _refuse_taken(anchor, reads.spans(desk, statement))
    with desk.change("add words", actor) as change:
        take(desk, change, Step.ADD_WORDS, statement=statement, actor=actor)
        change.insert(_span(change, statement, revision, anchor))
    return change.done


def move_span(desk: Desk, *, actor: PersonId, span: SpanId, start: int, end: int) -> Changes:
    """Let a span be ``text[start:end]`` from now on; all that hangs on its statement stays.

    What a reviewer has, or has approved, must then be looked at again. Raises FactcheckError
    where there are no words, another span of the statement has them, the text is an older one, or
    the statement is done.
    """
    row = reads.span(desk, span)
    revision, text = _newest(desk, reads.statement(desk, row.statement_id).article_id)
    if row.revision_id != revision.id:
        raise FactcheckError(
            "These words belong to an older text of the article.", "Look at the newest one."
        )
    anchor = describe(text, start, end)
    others = [other for other in reads.spans(desk, row.statement_id) if other.id != span]
    _refuse_taken(anchor, others)
    with desk.change("resize", actor) as change:
        if (anchor.start, anchor.end) != (row.start, row.end):
            take(desk, change, Step.ADD_WORDS, statement=row.statement_id, actor=actor)
            change.update(Span, span, **asdict(anchor))
    return change.done


def remove_span(desk: Desk, *, actor: PersonId, span: SpanId) -> Changes:
    """Take a stretch of words away from a statement that has others.

    What a reviewer has, or has approved, must then be looked at again. Raises FactcheckError
    where these are its only words, or the statement is done.
    """
    row = reads.span(desk, span)
    if len(reads.spans(desk, row.statement_id)) == 1:
        raise FactcheckError(
            "These are the statement’s only words.", "Dismiss the statement, or add others first."
        )
    with desk.change("remove words", actor) as change:
        take(desk, change, Step.ADD_WORDS, statement=row.statement_id, actor=actor)
        change.remove(Span, span)
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


def _newest(desk: Desk, article: ArticleId) -> tuple[Revision, str]:
    revision = reads.revision(desk, article)
    return revision, reads.text(desk, revision)


def _refuse_taken(anchor: Anchor, spans: list[Span]) -> None:
    if (anchor.start, anchor.end) in [(span.start, span.end) for span in spans]:
        raise FactcheckError("These words belong to the statement already.", "Choose other words.")


def _mark(
    desk: Desk,
    actor: PersonId,
    revision: Revision,
    anchors: list[Anchor],
    kind: StatementKind | None,
) -> Changes:
    with desk.change("mark", actor) as change:
        insert_statement(change, revision, anchors, kind)
    return change.done


def insert_statement(
    change: Change, revision: Revision, anchors: list[Anchor], kind: StatementKind | None = None
) -> StatementId:
    """Make a statement of some words, as a part of an action; without a kind one is proposed."""
    statement = Statement(
        id=StatementId(change.new_id()),
        article_id=revision.article_id,
        kind=kind or likely_kind(anchors[0].quote),
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
    for anchor in anchors:
        change.insert(_span(change, statement.id, revision, anchor))
    return statement.id


def _span(change: Change, statement: StatementId, revision: Revision, anchor: Anchor) -> Span:
    return Span(
        id=SpanId(change.new_id()),
        statement_id=statement,
        revision_id=revision.id,
        **asdict(anchor),
    )
