"""Take a step of the workflow inside a change: the table decides, this writes the new state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.domain import workflow
from factcheck.domain.model import Statement
from factcheck.store import reads

if TYPE_CHECKING:
    from factcheck.domain.ids import PersonId, StatementId
    from factcheck.domain.model import Verdict
    from factcheck.domain.workflow import Situation, Step, Taken
    from factcheck.store.desk import Desk
    from factcheck.store.transaction import Changes, Transaction


def situation(desk: Desk, statement: Statement, verdict: Verdict | None) -> Situation:
    """Return what decides about the steps of a statement."""
    return workflow.Situation(
        state=statement.state,
        judged_by=verdict.checker_id if verdict else None,
        second_person_rule=desk.row().second_person_rule,
    )


def take(
    desk: Desk,
    change: Transaction,
    step: Step,
    *,
    statement: StatementId,
    actor: PersonId,
    reason: str = "",
    **values: object,
) -> Taken:
    """Take a step and set further ``values`` of the statement's row with it.

    Raises FactcheckError where the workflow refuses; the change then leaves nothing behind.
    """
    row = reads.statement(desk, statement)
    verdict = reads.standing_verdict(desk, statement)
    taken = workflow.take(step, situation(desk, row, verdict), actor=actor, reason=reason)
    change.update(Statement, statement, state=taken.state, **values)
    return taken


def step_alone(
    desk: Desk, step: Step, *, statement: StatementId, actor: PersonId, reason: str = ""
) -> Changes:
    """Take a step that is a whole action by itself, and log its reason."""
    with desk.change(step.value, actor, reason=reason.strip()) as change:
        take(desk, change, step, statement=statement, actor=actor, reason=reason)
    return change.done


@dataclass(frozen=True, slots=True)
class Way:
    """Whether a step is open: ``refusal`` says why not, ``asks`` why a reason is wanted first.

    ``overrides``: the reason is wanted because a second person should do it.
    """

    refusal: str
    asks: str
    overrides: bool = False


def ways(desk: Desk, *, statement: StatementId, actor: PersonId) -> dict[Step, Way]:
    """Return for every step of a statement whether this person can take it now."""
    row = reads.statement(desk, statement)
    now = situation(desk, row, reads.standing_verdict(desk, statement))
    return {step: _way(step, now, actor) for step in workflow.Step}


def _way(step: Step, now: Situation, actor: PersonId) -> Way:
    without = workflow.why_not(step, now, actor=actor)
    with_reason = workflow.why_not(step, now, actor=actor, reason="given")
    if with_reason is not None:
        return Way(str(with_reason), "")
    overrides = workflow.breaks_rule(step, now, actor)
    return Way("", str(without) if without else "", overrides)
