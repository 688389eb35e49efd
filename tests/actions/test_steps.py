from factcheck.actions.statements import submit
from factcheck.actions.steps import ways
from factcheck.actions.verdicts import judge
from factcheck.domain.workflow import Step


def open_steps(desk, statement, actor):
    return {
        step
        for step, way in ways(desk, statement=statement, actor=actor).items()
        if not way.refusal
    }


def test_every_step_is_told_open_or_refused(desk, ada, statement):
    assert set(ways(desk, statement=statement, actor=ada)) == set(Step)
    assert open_steps(desk, statement, ada) == {
        *(Step.ADD_WORDS, Step.GATHER, Step.JUDGE, Step.CUT, Step.DISMISS)
    }


def test_a_step_that_needs_a_reason_is_open_and_asks_for_it(desk, ada, jon, statement):
    judge(desk, actor=ada, statement=statement, outcome="verified")
    submit(desk, actor=ada, statement=statement)
    own = ways(desk, statement=statement, actor=ada)
    other = ways(desk, statement=statement, actor=jon)
    assert {Step.APPROVE, Step.SEND_BACK} <= open_steps(desk, statement, ada)
    assert "second person" in own[Step.APPROVE].asks
    assert other[Step.APPROVE].asks == ""
    assert "needs a reason" in other[Step.SEND_BACK].asks
    assert "with the reviewer" in own[Step.SUBMIT].refusal
