"""Judge statements and review the judgement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.actions.steps import take
from factcheck.domain.ids import PersonId, ReviewId, ScaleId, StatementId, VerdictId
from factcheck.domain.model import Decision, Review, Verdict
from factcheck.domain.scales import CUT, find_step, require_reasoning
from factcheck.domain.workflow import Step
from factcheck.errors import FactcheckError
from factcheck.store import reads
from factcheck.store.scales import scales_for

if TYPE_CHECKING:
    from factcheck.domain.model import Scale
    from factcheck.domain.workflow import Taken
    from factcheck.store.desk import Desk
    from factcheck.store.transaction import Change, Changes

# Message and hint, where another verdict stands than the one that was looked at.
CHANGED_MEANWHILE = (
    "The verdict was changed while you looked at it.",
    "Look at it again, then decide.",
)
_DECISIONS = {Step.APPROVE: Decision.APPROVED, Step.SEND_BACK: Decision.SENT_BACK}


def judge(
    desk: Desk,
    *,
    actor: PersonId,
    statement: StatementId,
    outcome: str,
    reasoning: str = "",
    correction: str = "",
    scale: str = "",
    version: ScaleId | None = None,
) -> Changes:
    """Give a verdict; the one before it stays and is superseded.

    ``outcome`` is a step's code or word, on the scale called ``scale`` or the first that has
    it, beginning with the article's own; ``version`` is exactly the scale that was looked at.
    ``correction`` is what should stand in place of the statement's words. Raises
    FactcheckError for an unknown outcome, a missing reason, or a statement that is done.
    """
    on, step = find_step(_offered(desk, statement, version), outcome, scale)
    require_reasoning(step, reasoning)
    original = " … ".join(span.quote for span in reads.spans(desk, statement))
    with desk.change(f"verdict: {step.word}", actor) as change:
        before = reads.standing_verdict(desk, statement)
        verdict = Verdict(
            id=VerdictId(change.new_id()),
            statement_id=statement,
            scale_id=on.id,
            outcome=step.code,
            reasoning=reasoning.strip(),
            original=original,
            correction="" if correction.strip() == original else correction.strip(),
            known_at=None,
            checker_id=actor,
            supersedes=before.id if before else None,
            created_at=change.now,
        )
        way = Step.CUT if step.code == CUT else Step.JUDGE
        take(desk, change, way, statement=statement, actor=actor, checker_id=actor)
        change.insert(verdict)
    return change.done


def _offered(desk: Desk, statement: StatementId, version: ScaleId | None) -> tuple[Scale, ...]:
    if version is not None:
        return (reads.scale(desk, version),)
    return scales_for(desk, reads.statement(desk, statement).article_id)


def approve(
    desk: Desk,
    *,
    actor: PersonId,
    statement: StatementId,
    reason: str = "",
    seen: VerdictId | None = None,
) -> Changes:
    """Approve the verdict that stands, as a second person.

    ``seen`` is the verdict that the reviewer looked at; if another stands by now it is refused.
    A checker who approves the own verdict must give a reason, which is logged.
    """
    with desk.change(Step.APPROVE.value, actor, reason=reason.strip()) as change:
        _review(desk, change, Step.APPROVE, statement, actor=actor, reason=reason, seen=seen)
    return change.done


def send_back(
    desk: Desk,
    *,
    actor: PersonId,
    statement: StatementId,
    reason: str,
    seen: VerdictId | None = None,
) -> Changes:
    """Send the verdict that stands back to its checker, with a reason."""
    with desk.change(Step.SEND_BACK.value, actor, reason=reason.strip()) as change:
        _review(desk, change, Step.SEND_BACK, statement, actor=actor, reason=reason, seen=seen)
    return change.done


def _review(
    desk: Desk,
    change: Change,
    step: Step,
    statement: StatementId,
    *,
    actor: PersonId,
    reason: str,
    seen: VerdictId | None,
) -> None:
    taken = take(
        desk, change, step, statement=statement, actor=actor, reason=reason, reviewer_id=actor
    )
    verdict = _seen_verdict(desk, statement, seen)
    record_review(change, step, verdict, taken, actor=actor, reason=reason)


def record_review(
    change: Change, step: Step, verdict: VerdictId, taken: Taken, *, actor: PersonId, reason: str
) -> None:
    """Keep what was decided about a verdict, inside a change."""
    change.insert(
        Review(
            id=ReviewId(change.new_id()),
            verdict_id=verdict,
            reviewer_id=actor,
            decision=_DECISIONS[step],
            reason=reason.strip(),
            overrides_rule=taken.overrides_rule,
            created_at=change.now,
        )
    )


def _seen_verdict(desk: Desk, statement: StatementId, seen: VerdictId | None) -> VerdictId:
    standing = reads.standing_verdict(desk, statement)
    if standing is None or (seen is not None and standing.id != seen):
        raise FactcheckError(*CHANGED_MEANWHILE)
    return standing.id
