"""The states of a statement, the steps between them, and who may take them: one table."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from factcheck.domain.ids import PersonId
from factcheck.errors import FactcheckError


class State(StrEnum):
    """Where a statement stands in the work."""

    TO_CHECK = "to check"
    IN_CHECKING = "in checking"
    AWAITING_REVIEW = "awaiting review"
    SENT_BACK = "sent back"
    APPROVED = "approved"
    CHANGED = "changed since checked"
    DISMISSED = "dismissed"
    CUT = "cut"


class Step(StrEnum):
    """What somebody does to move a statement on."""

    ADD_WORDS = "change the words of"
    GATHER = "attach evidence to"
    JUDGE = "judge"
    CUT = "cut"
    SUBMIT = "submit"
    APPROVE = "approve"
    SEND_BACK = "send back"
    DISMISS = "dismiss"
    REOPEN = "reopen"


@dataclass(frozen=True, slots=True)
class Rule:
    """From which states a step leads where, and what it asks for.

    ``second_person``: not the checker of the verdict at hand, unless a reason is given.
    ``to`` is None where the statement stays in its state.
    """

    come_from: frozenset[State]
    to: State | None
    needs_verdict: bool = False
    needs_reason: bool = False
    second_person: bool = False


_OPEN = frozenset({State.TO_CHECK, State.IN_CHECKING, State.SENT_BACK, State.CHANGED})
_ENDS = frozenset({State.APPROVED, State.DISMISSED, State.CUT})
_REVIEW = frozenset({State.AWAITING_REVIEW})

RULES: dict[Step, Rule] = {
    Step.ADD_WORDS: Rule(_OPEN | _REVIEW | {State.APPROVED}, None),
    Step.GATHER: Rule(frozenset(State), None),
    Step.JUDGE: Rule(_OPEN | _REVIEW, State.IN_CHECKING),
    Step.CUT: Rule(_OPEN | _REVIEW, State.CUT),
    Step.SUBMIT: Rule(_OPEN - {State.CHANGED}, State.AWAITING_REVIEW, needs_verdict=True),
    Step.APPROVE: Rule(_REVIEW, State.APPROVED, needs_verdict=True, second_person=True),
    Step.SEND_BACK: Rule(
        _REVIEW, State.SENT_BACK, needs_verdict=True, needs_reason=True, second_person=True
    ),
    Step.DISMISS: Rule(_OPEN | _REVIEW, State.DISMISSED),
    Step.REOPEN: Rule(_ENDS, State.IN_CHECKING),
}


@dataclass(frozen=True, slots=True)
class Situation:
    """What decides about a step: the state, whose verdict stands, and the desk's rule.

    ``judged_by`` is None while no verdict stands.
    """

    state: State
    judged_by: PersonId | None
    second_person_rule: bool = True


@dataclass(frozen=True, slots=True)
class Taken:
    """A step that may be taken: the state after it, and whether it breaks the rule."""

    state: State
    overrides_rule: bool


def take(step: Step, situation: Situation, *, actor: PersonId, reason: str = "") -> Taken:
    """Return what the step leads to, or raise FactcheckError that says what to do instead."""
    refusal = why_not(step, situation, actor=actor, reason=reason)
    if refusal is not None:
        raise refusal
    return Taken(_state_after(step, situation), breaks_rule(step, situation, actor))


def why_not(
    step: Step, situation: Situation, *, actor: PersonId, reason: str = ""
) -> FactcheckError | None:
    """Say why the step can't be taken, or None if it can."""
    rule = RULES[step]
    if situation.state not in rule.come_from:
        return FactcheckError(
            f"You can’t {step} a statement that is {situation.state}.", _way_out(rule, situation)
        )
    if rule.needs_verdict and situation.judged_by is None:
        return FactcheckError(
            f"You can’t {step} a statement without a verdict.", "Give a verdict first."
        )
    if breaks_rule(step, situation, actor) and not reason.strip():
        return FactcheckError(
            f"You gave this verdict, so a second person should {step} it.",
            "Hand it to a colleague, or give a reason, which goes into the history.",
        )
    if rule.needs_reason and not reason.strip():
        return FactcheckError(f"To {step} a statement needs a reason.", "Give the reason.")
    return None


def breaks_rule(step: Step, situation: Situation, actor: PersonId) -> bool:
    """Say whether somebody would review the own verdict where a second person should."""
    return (
        RULES[step].second_person and situation.second_person_rule and situation.judged_by == actor
    )


def _state_after(step: Step, situation: Situation) -> State:
    if step is Step.REOPEN and situation.judged_by is None:
        return State.TO_CHECK
    if step is Step.ADD_WORDS and situation.state in _REVIEW | {State.APPROVED}:
        return State.CHANGED
    if step is Step.GATHER and situation.state is State.TO_CHECK:
        return State.IN_CHECKING
    return RULES[step].to or situation.state


def _way_out(rule: Rule, situation: Situation) -> str:
    if situation.state in _ENDS:
        return "Reopen it first."
    if rule.come_from == _REVIEW:
        return "Submit it for review first."
    if rule.come_from == _ENDS:
        return "It is still open."
    if situation.state is State.CHANGED:
        return "The verdict was on other words: give one on these first."
    return "It is with the reviewer: wait, or change the verdict."
