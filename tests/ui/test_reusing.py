"""The reasoning of a verdict is not given along with another one unasked."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from factcheck.store import reads
from factcheck.ui.statement.verdict import VerdictSection
from factcheck.ui.statement.verdict_button import Lit
from factcheck.ui.window import Window
from tests.ui.driving import click, press, type_text

REASON = "The register says 220."


@pytest.fixture
def judged(qtbot: QtBot, sample: Window) -> Window:
    """The sample desk at an open statement with “Fix” for a reason."""
    sample.work.go_to_open()
    press(qtbot, "2", sample.work.page.view)
    press(qtbot, "Ctrl+A")
    type_text(qtbot, REASON)
    press(qtbot, "Ctrl+Return")
    press(qtbot, "Escape")
    assert standing(sample) == ("fix", REASON)
    return sample


def section(window: Window) -> VerdictSection:
    return window.work.panel.verdict


def standing(window: Window) -> tuple[str, str]:
    found = reads.standing_verdict(window.session.open_desk(), window.work.choice.statement)
    return (found.outcome, found.reasoning)


def waiting(window: Window) -> list[str]:
    return [each.step.code for each in section(window).grid.buttons if each.lit is Lit.PENDING]


def asks(window: Window) -> None:
    assert standing(window) == ("fix", REASON)
    field = section(window).reasoning
    assert field.hasFocus()
    assert field.textCursor().selectedText() == REASON
    assert section(window).prompt.text() == (
        "This is the reasoning for “Fix”: change it, or Ctrl ↵ keeps it."
    )


@pytest.mark.parametrize(("key", "code"), [("5", "false"), ("1", "verified"), ("7", "cut")])
def test_another_outcome_waits_and_ctrl_return_keeps_the_reasoning(
    qtbot: QtBot, judged: Window, key: str, code: str
) -> None:
    press(qtbot, key, judged.work.page.view)
    asks(judged)
    assert waiting(judged) == [code]
    press(qtbot, "Ctrl+Return")
    assert standing(judged) == (code, REASON)


def test_what_is_typed_then_replaces_the_reasoning(qtbot: QtBot, judged: Window) -> None:
    press(qtbot, "5", judged.work.page.view)
    type_text(qtbot, "Not at all, says the register of 2026")
    press(qtbot, "Ctrl+Return")
    assert standing(judged) == ("false", "Not at all, says the register of 2026")


def test_the_same_key_again_keeps_it(qtbot: QtBot, judged: Window) -> None:
    press(qtbot, "5", judged.work.page.view)
    asks(judged)
    press(qtbot, "5")
    assert standing(judged) == ("false", REASON)
    assert section(judged).reasoning.text() == REASON


def test_another_digit_is_the_beginning_of_a_new_reasoning(qtbot: QtBot, judged: Window) -> None:
    press(qtbot, "5", judged.work.page.view)
    type_text(qtbot, "3 of 5 differ")
    assert section(judged).reasoning.text() == "3 of 5 differ"
    assert standing(judged) == ("fix", REASON)


def test_the_same_button_again_keeps_it(qtbot: QtBot, judged: Window) -> None:
    button = section(judged).grid.buttons[4]
    click(qtbot, button)
    asks(judged)
    click(qtbot, button)
    assert standing(judged) == ("false", REASON)


def test_going_elsewhere_gives_nothing_and_it_still_waits(qtbot: QtBot, judged: Window) -> None:
    press(qtbot, "5", judged.work.page.view)
    judged.work.page.view.setFocus(Qt.FocusReason.MouseFocusReason)
    assert standing(judged) == ("fix", REASON)
    press(qtbot, "J")
    press(qtbot, "K")
    assert waiting(judged) == ["false"]
    assert standing(judged) == ("fix", REASON)


def test_the_outcome_that_stands_takes_it_back(qtbot: QtBot, judged: Window) -> None:
    press(qtbot, "5", judged.work.page.view)
    with qtbot.assertNotEmitted(judged.session.changed):
        click(qtbot, section(judged).grid.buttons[1])
    assert (waiting(judged), section(judged).prompt.text()) == ([], "")
    assert not section(judged).unsent()


def test_a_changed_reasoning_is_given_at_once(qtbot: QtBot, judged: Window) -> None:
    section(judged).reasoning.selectAll()
    qtbot.keyClicks(section(judged).reasoning, "It is not so.")
    click(qtbot, section(judged).grid.buttons[4])
    assert standing(judged) == ("false", "It is not so.")


def test_a_verdict_without_reasoning_gives_way_at_once(qtbot: QtBot, sample: Window) -> None:
    sample.work.go_to_open()
    section(sample).reasoning.selectAll()
    press(qtbot, "Backspace", section(sample).reasoning)
    press(qtbot, "1", sample.work.page.view)
    assert standing(sample) == ("verified", "")
    press(qtbot, "2", sample.work.page.view)
    assert "“Fix” needs a reason" in section(sample).prompt.text()
    type_text(qtbot, "5 of 6")
    press(qtbot, "Ctrl+Return")
    assert standing(sample) == ("fix", "5 of 6")
