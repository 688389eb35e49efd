"""The table of steps against the rules as product.md tells them, written out independently."""

from itertools import product

import pytest

from factcheck.domain.ids import PersonId
from factcheck.domain.workflow import Situation, State, Step, take, why_not
from factcheck.errors import FactcheckError

ADA, JON = PersonId("ada"), PersonId("jon")
OPEN = {"to check", "in checking", "sent back", "changed since checked"}
SUBMITTED = OPEN - {"changed since checked"}
ENDS = {"approved", "dismissed", "cut"}
REFUSED, UNJUDGED, OWN, MUTE = "can’t", "without a verdict", "second person", "needs a reason"


def checking(step, state, judged_by):
    """Return the state after a checker's step, or a word of the refusal."""
    ways = {
        Step.GATHER: {"to check": "in checking"}.get(state, state),
        Step.ADD_WORDS: {
            "approved": "changed since checked",
            "awaiting review": "changed since checked",
            "dismissed": REFUSED,
            "cut": REFUSED,
        }.get(state, state),
        Step.JUDGE: REFUSED if state in ENDS else "in checking",
        Step.CUT: REFUSED if state in ENDS else "cut",
        Step.DISMISS: REFUSED if state in ENDS else "dismissed",
        Step.REOPEN: ("in checking" if judged_by else "to check") if state in ENDS else REFUSED,
        Step.SUBMIT: REFUSED
        if state not in SUBMITTED
        else "awaiting review"
        if judged_by
        else UNJUDGED,
    }
    return ways[step]


def reviewing(step, state, judged_by, *, own, given):
    """Return the state after a reviewer's step, or a word of the refusal."""
    if state != "awaiting review":
        return REFUSED
    if not judged_by:
        return UNJUDGED
    if own and not given:
        return OWN
    if step is Step.APPROVE:
        return "approved"
    return "sent back" if given else MUTE


def expected(step, situation, reason):
    state, judged_by = situation.state.value, situation.judged_by
    if step not in {Step.APPROVE, Step.SEND_BACK}:
        return checking(step, state, judged_by)
    own = situation.second_person_rule and judged_by == ADA
    return reviewing(step, state, judged_by, own=own, given=bool(reason.strip()))


SITUATIONS = [Situation(*parts) for parts in product(State, (None, ADA, JON), (True, False))]


@pytest.mark.parametrize("reason", ["", "  ", "Urgent."])
@pytest.mark.parametrize("step", Step, ids=lambda step: step.name)
def test_each_step_from_each_situation(step, reason):
    for situation in SITUATIONS:
        outcome = expected(step, situation, reason)
        refusal = why_not(step, situation, actor=ADA, reason=reason)
        if outcome in set(State):
            assert refusal is None, situation
            assert take(step, situation, actor=ADA, reason=reason).state == outcome, situation
            continue
        assert outcome in refusal.message, situation
        assert refusal.hint, situation
        with pytest.raises(FactcheckError, match=refusal.message):
            take(step, situation, actor=ADA, reason=reason)


@pytest.mark.parametrize("step", [Step.APPROVE, Step.SEND_BACK])
@pytest.mark.parametrize(
    ("judged_by", "rule", "overrides"),
    [(ADA, True, True), (ADA, False, False), (JON, True, False), (JON, False, False)],
)
def test_only_the_own_verdict_under_the_rule_overrides_it(step, judged_by, rule, overrides):
    situation = Situation(State.AWAITING_REVIEW, judged_by, rule)
    assert take(step, situation, actor=ADA, reason="Urgent.").overrides_rule is overrides


def test_no_other_step_overrides_anything():
    situations = [Situation(state, ADA) for state in State]
    others = [step for step in Step if step not in {Step.APPROVE, Step.SEND_BACK}]
    taken = [
        take(step, situation, actor=ADA).overrides_rule
        for step, situation in product(others, situations)
        if why_not(step, situation, actor=ADA) is None
    ]
    assert taken
    assert not any(taken)


@pytest.mark.parametrize(
    ("step", "state", "hint"),
    [
        (Step.JUDGE, State.APPROVED, "Reopen it first."),
        (Step.APPROVE, State.IN_CHECKING, "Submit it for review first."),
        (Step.REOPEN, State.SENT_BACK, "It is still open."),
        (
            Step.SUBMIT,
            State.AWAITING_REVIEW,
            "It is with the reviewer: wait, or change the verdict.",
        ),
    ],
)
def test_a_refusal_shows_the_way_out(step, state, hint):
    assert why_not(step, Situation(state, ADA), actor=JON).hint == hint


@pytest.mark.parametrize("state", State)
def test_every_state_can_be_left(state):
    situation = Situation(state, ADA)
    open_steps = [s for s in Step if why_not(s, situation, actor=JON, reason="x") is None]
    ends = {take(step, situation, actor=JON, reason="x").state for step in open_steps}
    assert ends - {state}
