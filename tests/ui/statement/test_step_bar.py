import pytest
from PySide6.QtCore import Qt

from factcheck.domain.workflow import State, Step
from factcheck.ui.statement.verdict_button import Lit
from tests.ui.statement.looking import heard, lit, outcome


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (State.TO_CHECK, {Step.SUBMIT, Step.DISMISS}),
        (State.AWAITING_REVIEW, {Step.SEND_BACK, Step.APPROVE, Step.DISMISS}),
        (State.APPROVED, {Step.REOPEN}),
    ],
)
def test_the_bar_shows_the_steps_of_the_state(panel, show, make, state, words):
    show(make.detail(state=state))
    assert {step for step, each in panel.steps.buttons.items() if each.isVisible()} == words


def test_the_main_step_is_taken(panel, show, make, qtbot):
    show(make.detail(state=State.AWAITING_REVIEW, verdict=make.verdict()))
    steps = heard(panel.step_requested)
    panel.take_main_step()
    assert steps == [(Step.APPROVE,)]


def test_submitting_first_gives_what_is_typed(panel, show, make, qtbot):
    show(make.detail(state=State.IN_CHECKING, verdict=make.verdict()))
    order = []
    panel.verdict_given.connect(lambda *values: order.append(values[2]))
    panel.step_requested.connect(order.append)
    panel.verdict.reasoning.selectAll()
    qtbot.keyClicks(panel.verdict.reasoning, "Later thought.")
    qtbot.mouseClick(panel.steps.buttons[Step.SUBMIT], Qt.MouseButton.LeftButton)
    assert order == ["Later thought.", Step.SUBMIT]


def test_a_verdict_and_its_reason_are_given_and_submitted_by_the_mouse(panel, show, make, qtbot):
    show(make.detail(), submit="Give a verdict first.")
    submit = panel.steps.buttons[Step.SUBMIT]
    verdict = make.verdict(reasoning="No.", correction="")
    judged = make.detail(state=State.IN_CHECKING, verdict=verdict)
    panel.verdict_given.connect(lambda *_: show(judged))
    given, asked = heard(panel.verdict_given), heard(panel.step_requested)
    qtbot.waitUntil(lambda: outcome(panel, "Fix").height() > 0)
    qtbot.mouseClick(outcome(panel, "Fix"), Qt.MouseButton.LeftButton)
    assert lit(panel) == {"Fix": Lit.PENDING}
    assert not submit.isEnabled()
    qtbot.keyClicks(panel.verdict.reasoning, "No.")
    assert submit.isEnabled()
    qtbot.mouseClick(submit, Qt.MouseButton.LeftButton)
    assert [values[1] for values in given] == ["fix"]
    assert asked == [(Step.SUBMIT,)]


def test_after_a_step_by_the_mouse_no_key_takes_another(panel, show, make, qtbot):
    show(make.detail(state=State.IN_CHECKING, verdict=make.verdict()))
    awaiting = make.detail(state=State.AWAITING_REVIEW, verdict=make.verdict())
    panel.step_requested.connect(lambda _step: show(awaiting))
    left = heard(panel.left)
    submit = panel.steps.buttons[Step.SUBMIT]
    qtbot.waitUntil(lambda: submit.height() > 0)
    qtbot.mouseClick(submit, Qt.MouseButton.LeftButton)
    assert left == [()]


def test_nothing_is_submitted_while_a_reason_is_missing(panel, show, make, qtbot):
    show(make.detail(state=State.IN_CHECKING, verdict=make.verdict()))
    panel.verdict.reasoning.selectAll()
    qtbot.keyClick(panel.verdict.reasoning, Qt.Key.Key_Delete)
    with qtbot.assertNotEmitted(panel.step_requested):
        panel.steps.buttons[Step.SUBMIT].click()
    assert "needs a reason" in panel.verdict.prompt.text()
