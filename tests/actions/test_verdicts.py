import pytest

from factcheck.actions.statements import add_span, submit
from factcheck.actions.verdicts import approve, judge, send_back
from factcheck.domain.model import Decision, Desk
from factcheck.domain.scales import TRUTH
from factcheck.domain.workflow import State
from factcheck.errors import FactcheckError
from factcheck.store import log, reads


def standing(desk, statement):
    return reads.standing_verdict(desk, statement)


def submitted(desk, actor, statement, outcome="verified", reasoning=""):
    judge(desk, actor=actor, statement=statement, outcome=outcome, reasoning=reasoning)
    submit(desk, actor=actor, statement=statement)
    return standing(desk, statement)


def last_reason(desk):
    return desk.db.execute("SELECT reason FROM event ORDER BY seq DESC LIMIT 1").fetchone()[0]


def test_a_verdict_says_what_was_judged_by_whom_and_why(desk, ada, statement):
    add_span(desk, actor=ada, statement=statement, start=21, end=24)
    done = judge(
        desk,
        actor=ada,
        statement=statement,
        outcome="Fix",
        reasoning=" It was three years. ",
        correction=" three ",
    )
    verdict = standing(desk, statement)
    assert done.action == "verdict: Fix"
    assert (verdict.outcome, verdict.reasoning) == ("fix", "It was three years.")
    assert (verdict.original, verdict.correction) == ("Harbour bridge … two", "three")
    assert (verdict.checker_id, verdict.supersedes, verdict.known_at) == (ada, None, None)
    row = reads.statement(desk, statement)
    assert (row.state, row.checker_id) == (State.IN_CHECKING, ada)


def test_a_correction_to_the_same_words_is_none(desk, ada, statement):
    judge(
        desk,
        actor=ada,
        statement=statement,
        outcome="context",
        reasoning="It needs more.",
        correction="Harbour bridge ",
    )
    assert standing(desk, statement).correction == ""


def test_a_newer_verdict_supersedes_and_keeps_the_one_before(desk, ada, jon, statement):
    judge(desk, actor=ada, statement=statement, outcome="verified")
    first = standing(desk, statement)
    judge(desk, actor=jon, statement=statement, outcome="false", reasoning="It is not.")
    second = standing(desk, statement)
    assert (second.outcome, second.supersedes) == ("false", first.id)
    assert reads.statement(desk, statement).checker_id == jon
    assert desk.db.execute("SELECT outcome FROM verdict ORDER BY id").fetchall() == [
        ("verified",),
        ("false",),
    ]


def test_a_scale_can_be_named(desk, ada, statement):
    judge(desk, actor=ada, statement=statement, outcome="false", reasoning="No.", scale=TRUTH)
    assert reads.scale(desk, standing(desk, statement).scale_id).name == TRUTH


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"outcome": "wrong"}, "There is no outcome “wrong”"),
        ({"outcome": "verified", "scale": TRUTH}, "There is no outcome “verified”"),
        ({"outcome": "fix"}, "“Fix” needs a reason"),
        ({"outcome": "opinion", "reasoning": " \n"}, "“Opinion” needs a reason"),
        ({"outcome": "verified", "scale": "None"}, "There is no scale “None”"),
    ],
)
def test_a_verdict_that_can_not_stand_is_refused(desk, ada, statement, given, message):
    before = log.head(desk.db)
    with pytest.raises(FactcheckError, match=message):
        judge(desk, actor=ada, statement=statement, **given)
    assert log.head(desk.db) == before


def test_cut_is_a_verdict_and_an_end(desk, ada, statement):
    judge(desk, actor=ada, statement=statement, outcome="cut", reasoning="The editor left it out.")
    assert standing(desk, statement).outcome == "cut"
    assert reads.statement(desk, statement).state is State.CUT


def test_a_verdict_under_review_can_be_changed_and_is_then_not_under_review(desk, ada, statement):
    submitted(desk, ada, statement)
    judge(desk, actor=ada, statement=statement, outcome="false", reasoning="A new source.")
    assert reads.statement(desk, statement).state is State.IN_CHECKING


def test_a_second_person_approves_one_exact_verdict(desk, ada, jon, statement):
    verdict = submitted(desk, ada, statement)
    approve(desk, actor=jon, statement=statement, seen=verdict.id)
    review = reads.newest_review(desk, verdict.id)
    assert (review.decision, review.reviewer_id) == (Decision.APPROVED, jon)
    assert (review.overrides_rule, review.reason) == (False, "")
    row = reads.statement(desk, statement)
    assert (row.state, row.reviewer_id, row.checker_id) == (State.APPROVED, jon, ada)


@pytest.mark.parametrize("verb", [approve, send_back])
def test_a_verdict_that_the_reviewer_did_not_see_is_not_decided_on(desk, ada, jon, statement, verb):
    seen = submitted(desk, ada, statement)
    submitted(desk, ada, statement, "false", "A new source.")
    before = log.head(desk.db)
    with pytest.raises(FactcheckError, match="changed while you looked at it"):
        verb(desk, actor=jon, statement=statement, reason="Fine.", seen=seen.id)
    assert log.head(desk.db) == before
    assert reads.statement(desk, statement).state is State.AWAITING_REVIEW


def test_the_checker_does_not_approve_the_own_verdict(desk, ada, statement):
    submitted(desk, ada, statement)
    before = log.head(desk.db)
    with pytest.raises(FactcheckError) as refusal:
        approve(desk, actor=ada, statement=statement, reason="  ")
    assert refusal.value.message == "You gave this verdict, so a second person should approve it."
    assert log.head(desk.db) == before


@pytest.mark.parametrize("verb", [approve, send_back])
def test_breaking_the_rule_takes_a_reason_and_is_logged_twice(desk, ada, statement, verb):
    verdict = submitted(desk, ada, statement)
    verb(desk, actor=ada, statement=statement, reason=" Nobody else is here. ")
    review = reads.newest_review(desk, verdict.id)
    assert (review.overrides_rule, review.reason) == (True, "Nobody else is here.")
    assert last_reason(desk) == "Nobody else is here."


def test_the_rule_is_about_who_judged_not_about_who_submitted(desk, ada, jon, statement):
    judge(desk, actor=ada, statement=statement, outcome="verified")
    submit(desk, actor=jon, statement=statement)
    approve(desk, actor=jon, statement=statement)
    with pytest.raises(FactcheckError, match="that is approved"):
        approve(desk, actor=ada, statement=statement, reason="Again.")


def test_a_desk_without_the_rule_asks_for_no_reason(desk, ada, statement):
    with desk.change("set rule", ada) as change:
        change.update(Desk, desk.row().id, second_person_rule=False)
    verdict = submitted(desk, ada, statement)
    approve(desk, actor=ada, statement=statement)
    assert reads.newest_review(desk, verdict.id).overrides_rule is False


def test_sent_back_work_needs_a_reason_and_returns_to_its_checker(desk, ada, jon, statement):
    verdict = submitted(desk, ada, statement)
    with pytest.raises(FactcheckError, match="needs a reason"):
        send_back(desk, actor=jon, statement=statement, reason=" ")
    send_back(desk, actor=jon, statement=statement, reason="Show the register.")
    row = reads.statement(desk, statement)
    assert (row.state, row.checker_id, row.reviewer_id) == (State.SENT_BACK, ada, jon)
    assert reads.newest_review(desk, verdict.id).decision is Decision.SENT_BACK
    assert last_reason(desk) == "Show the register."


@pytest.mark.parametrize("verb", [approve, send_back])
def test_what_was_not_submitted_is_not_reviewed(desk, ada, jon, statement, verb):
    judge(desk, actor=ada, statement=statement, outcome="verified")
    with pytest.raises(FactcheckError, match="Submit it for review first"):
        verb(desk, actor=jon, statement=statement, reason="Fine.")
