"""Who checked does not approve, and nobody approves what they have not seen."""

import pytest

from factcheck.actions.desks import open_desk
from factcheck.actions.people import person_called
from factcheck.actions.statements import submit
from factcheck.actions.verdicts import judge
from factcheck.domain.queues import View
from factcheck.domain.workflow import State, Step
from factcheck.ui.dialogs.reason import ReasonDialog
from tests.ui.driving import click, dialog, press, type_text
from tests.ui.triaging import Queue


def test_own_verdicts_are_left_out_and_can_be_approved_with_a_reason(queue: Queue) -> None:
    queue.window.session.person = "Jon Park"
    queue.press("X", "Shift+J", "A")
    assert "Approved: 0. Left out: 2. You gave this verdict" in queue.told()
    asked = dialog(queue.qtbot, queue.window, ReasonDialog)
    assert not asked.ok.isEnabled()
    type_text(queue.qtbot, "Nobody else is here.")
    queue.answered(ReasonDialog)
    assert queue.states()[:3] == [*[State.APPROVED] * 2, State.AWAITING_REVIEW]
    found = queue.desk.db.execute("SELECT overrides_rule, reason FROM review").fetchall()
    assert found == [(1, "Nobody else is here.")] * 2


def test_the_own_verdict_on_show_is_not_approved_without_a_reason(queue: Queue) -> None:
    queue.window.session.person = "Jon Park"
    queue.window.work.judging.refresh()
    steps, why = queue.window.work.panel.steps, "You gave this verdict, so a second person should"
    approve = steps.buttons[Step.APPROVE]
    assert not approve.isEnabled()
    assert all(
        why in words
        for words in (approve.toolTip(), approve.accessibleDescription(), steps.why.text())
    )
    queue.press("A")
    assert why in queue.told()
    assert queue.states()[0] is State.AWAITING_REVIEW
    click(queue.qtbot, steps.override)
    dialog(queue.qtbot, queue.window, ReasonDialog)
    type_text(queue.qtbot, "Nobody else is here.")
    queue.answered(ReasonDialog)
    assert queue.states()[0] is State.APPROVED
    found = queue.desk.db.execute("SELECT overrides_rule, reason FROM review").fetchall()
    assert found == [(1, "Nobody else is here.")]


def test_a_second_person_sees_no_way_around_the_rule(queue: Queue) -> None:
    steps = queue.window.work.panel.steps
    queue.waits_for(steps.buttons[Step.APPROVE].isEnabled)
    assert not steps.override.isVisible()
    assert not steps.why.isVisible()


def test_what_comes_back_says_who_sent_it_and_why(queue: Queue) -> None:
    queue.press("R")
    dialog(queue.qtbot, queue.window, ReasonDialog)
    type_text(queue.qtbot, "No source.")
    queue.answered(ReasonDialog)
    queue.window.session.person = "Jon Park"
    queue.window.work.queue.show_view(View(state=State.SENT_BACK, checker="Jon Park"))
    box = queue.window.work.panel.head.sent_back
    queue.waits_for(box.isVisible)
    assert box.who.text().startswith("↩ Sent back by Ada Reed, today, ")
    assert box.why.text() == "No source."
    press(queue.qtbot, "1", queue.list.table)
    queue.waits_for(lambda: not box.isVisible())


def judged_elsewhere(queue: Queue, place: int) -> None:
    """Let another program give another verdict, which waits for review, too."""
    name = queue.statements()[place].id
    other = open_desk(queue.desk.path)
    who = person_called(other, name="Jon Park")
    judge(other, actor=who, statement=name, outcome="false", reasoning="No.")
    submit(other, actor=who, statement=name)
    other.close()


@pytest.mark.parametrize("selecting", ["X", "Ctrl+A"])
def test_a_verdict_that_changed_meanwhile_is_left_out(queue: Queue, selecting: str) -> None:
    queue.press(selecting)
    judged_elsewhere(queue, 0)
    queue.press("A")
    queue.waits_for(lambda: "The verdict was changed while you looked at it." in queue.told())
    assert queue.states()[0] is State.AWAITING_REVIEW
    assert set(queue.states()[1:]) == {
        State.APPROVED if selecting == "Ctrl+A" else State.AWAITING_REVIEW
    }


def test_the_one_on_show_is_refused_too_and_shown_again(queue: Queue) -> None:
    judged_elsewhere(queue, 0)
    queue.press("A")
    assert "The verdict was changed while you looked at it." in queue.told()
    assert queue.states()[0] is State.AWAITING_REVIEW
    shown = queue.window.work.judging
    queue.waits_for(lambda: shown.shown.verdict.reasoning == "No.")
    queue.press("A")
    assert queue.states()[0] is State.APPROVED
