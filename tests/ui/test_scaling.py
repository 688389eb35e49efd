"""Scales in the window: defined, chosen, explained where a verdict is given, undone."""

from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from factcheck.actions.scales import choose_scale, define_scale
from factcheck.domain.ids import StatementId
from factcheck.domain.model import Scale, ScaleStep
from factcheck.domain.scales import NEWSROOM, TRUTH, scale_called
from factcheck.store import reads
from factcheck.ui.dialogs.scale_editor import ScaleEditor
from factcheck.ui.dialogs.scales import ScalesDialog
from factcheck.ui.window import Window
from tests.ui.driving import click, dialog, press, type_text

STEPS = (
    ScaleStep("", "Holds", "The sources bear it out.", "green", "+", 1),
    ScaleStep("", "Falls", "The sources say otherwise.", "red", "-", 0),
)


def asked(qtbot: QtBot, window: Window) -> ScalesDialog:
    window.work.actions["desk.scales"].trigger()
    return dialog(qtbot, window, ScalesDialog)


def table(shown: ScalesDialog) -> list[list[str]]:
    items = [shown.list.topLevelItem(place) for place in range(shown.list.topLevelItemCount())]
    return [[item.text(column) for column in range(4)] for item in items if item]


def house(window: Window) -> Scale:
    window.session.do(define_scale, name="House", steps=STEPS)
    found = scale_called(reads.scales(window.session.open_desk()), "House")
    assert found is not None
    return found


def words(window: Window) -> list[str]:
    return [each.step.word for each in window.work.panel.verdict.grid.buttons]


def hover(widget: QWidget, kind: QEvent.Type) -> None:
    if kind is QEvent.Type.Enter:
        QApplication.sendEvent(widget, QEnterEvent(QPointF(), QPointF(), QPointF()))
    else:
        QApplication.sendEvent(widget, QEvent(kind))


def test_a_scale_is_defined_and_used_by_keys_alone(qtbot: QtBot, sample: Window) -> None:
    sample.work.go_to_open()
    shown = asked(qtbot, sample)
    assert table(shown)[0] == [NEWSROOM, "1", "7", "● in use"]
    assert shown.list.hasFocus()
    press(qtbot, "Alt+N", shown)
    dialog(qtbot, sample, ScaleEditor)
    type_text(qtbot, "House")
    for symbol, word, meaning in (("+", "Holds", "Borne out."), ("-", "Falls", "Not so.")):
        for text in ("", symbol, word, meaning, ""):
            press(qtbot, "Tab")
            type_text(qtbot, text)
    press(qtbot, "Ctrl+Return")
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    assert table(shown)[2] == ["House", "1", "2", ""]
    press(qtbot, "Alt+U", shown)
    qtbot.waitUntil(lambda: table(shown)[2][3] == "● in use")
    assert not shown.use.isEnabled()
    press(qtbot, "Escape", shown)
    sample.work.choice.show_statement(None)
    sample.work.go_to_open()
    unjudged = sample.work.panel.verdict
    assert unjudged.scale_choice.menu_of_scales.actions()[0].text() == "House"


def test_an_edit_makes_the_next_version_and_verdicts_keep_theirs(
    qtbot: QtBot, sample: Window
) -> None:
    scale = house(sample)
    sample.session.do(choose_scale, article=sample.work.choice.article, scale=scale.id)
    judge_open(qtbot, sample)
    given = sample.work.choice.statement
    shown = asked(qtbot, sample)
    click(qtbot, shown.edit)
    editor = dialog(qtbot, sample, ScaleEditor)
    press(qtbot, "Ctrl+A", editor.rows[0].word)
    qtbot.keyClicks(editor.rows[0].word, "Stands")
    click(qtbot, editor.ok)
    assert table(shown)[2] == ["House", "2", "2", "● in use"]
    shown.reject()
    sample.activateWindow()
    qtbot.waitUntil(sample.isActiveWindow)
    assert words(sample) == ["Holds", "Falls"]
    assert sample.work.panel.verdict.scale_choice.text() == "House, version 1 ▾"
    verdict = reads.standing_verdict(sample.session.open_desk(), given)
    assert verdict is not None
    assert verdict.scale_id == scale.id
    unjudged(sample)
    assert words(sample) == ["Stands", "Falls"]
    press(qtbot, "Ctrl+Z", sample.work.page.view)
    assert words(sample) == ["Holds", "Falls"]


def test_a_verdict_is_given_on_the_version_that_is_on_show(qtbot: QtBot, sample: Window) -> None:
    scale = house(sample)
    sample.session.do(choose_scale, article=sample.work.choice.article, scale=scale.id)
    judge_open(qtbot, sample)
    sample.session.do(define_scale, name="House", steps=STEPS[::-1])
    press(qtbot, "2", sample.work.page.view)
    type_text(qtbot, "The third source differs.")
    press(qtbot, "Ctrl+Return")
    verdict = reads.standing_verdict(sample.session.open_desk(), sample.work.choice.statement)
    assert verdict is not None
    assert (verdict.scale_id, verdict.outcome) == (scale.id, "falls")


def test_what_is_chosen_for_the_article_takes_the_place_of_what_was_used_last(
    qtbot: QtBot, sample: Window
) -> None:
    unjudged(sample)
    choice = sample.work.panel.verdict.scale_choice
    actions = {action.text(): action for action in choice.menu_of_scales.actions()}
    actions[TRUTH].trigger()
    assert words(sample)[0] == "True"
    sample.session.do(choose_scale, article=sample.work.choice.article, scale=house(sample).id)
    assert words(sample) == ["Holds", "Falls"]
    press(qtbot, "Ctrl+Z", sample.work.page.view)
    assert words(sample)[0] == "Verified"


def test_the_field_of_the_reason_says_where_none_is_needed(sample: Window) -> None:
    unjudged(sample)
    reasoning = sample.work.panel.verdict.reasoning
    assert "Only “Verified” needs none." in reasoning.placeholderText()
    sample.session.do(choose_scale, article=sample.work.choice.article, scale=house(sample).id)
    assert reasoning.placeholderText().startswith("Reasoning, required")


def test_typing_is_kept_when_the_scale_under_it_changes(qtbot: QtBot, sample: Window) -> None:
    unjudged(sample)
    qtbot.keyClicks(sample.work.panel.verdict.reasoning, "The ledger says so.")
    sample.session.do(choose_scale, article=sample.work.choice.article, scale=house(sample).id)
    assert words(sample) == ["Holds", "Falls"]
    assert sample.work.panel.verdict.reasoning.text() == "The ledger says so."


def test_the_meaning_is_told_of_what_is_pointed_at_or_given(qtbot: QtBot, sample: Window) -> None:
    unjudged(sample)
    section = sample.work.panel.verdict
    assert section.meaning.text() == "Point at an outcome to read what it means."
    height = section.meaning.height()
    buttons = section.grid.buttons
    hover(buttons[2], QEvent.Type.Enter)
    assert section.meaning.text() == "Context: True, but misleading without more."
    hover(buttons[2], QEvent.Type.Leave)
    press(qtbot, "F6", sample.work.page.view)
    assert section.meaning.text() == "Verified: True as written; the evidence shows it."
    press(qtbot, "Tab")
    assert section.meaning.text().startswith("Fix: Wrong in part")
    press(qtbot, "1", sample.work.page.view)
    sample.work.page.view.setFocus()
    assert section.meaning.text().startswith("Verified: True as written")
    assert section.meaning.height() == height


def test_the_panel_leads_to_the_scales(qtbot: QtBot, sample: Window) -> None:
    unjudged(sample)
    menu = sample.work.panel.verdict.scale_choice.menu_of_scales
    assert "Half true" in menu.actions()[1].toolTip()
    menu.actions()[-1].trigger()
    dialog(qtbot, sample, ScalesDialog).reject()


def test_without_an_article_no_scale_is_chosen_for_it(qtbot: QtBot, sample: Window) -> None:
    sample.work.choice.show_article(None)
    shown = asked(qtbot, sample)
    assert not shown.use.isEnabled()
    assert shown.use.accessibleDescription() == "Open an article first."
    assert shown.new.isEnabled()
    shown.reject()


def test_what_is_read_only_says_why(qtbot: QtBot, sample: Window) -> None:
    sample.session.open_desk().read_only = "It is open in another window."
    shown = asked(qtbot, sample)
    assert shown.refusal.text() == "It is open in another window."
    for each in (shown.new, shown.edit, shown.use):
        assert not each.isEnabled()
    shown.list.setFocus()
    press(qtbot, "Down", shown.list)
    assert shown.refusal.text() == "It is open in another window."
    assert not shown.use.isEnabled()
    shown.reject()


def test_a_refusal_is_told_in_the_dialog(qtbot: QtBot, sample: Window) -> None:
    shown = asked(qtbot, sample)
    sample.session.refuse("The disk is full.", "Free some space first.")
    assert shown.refusal.text() == "The disk is full. Free some space first."
    shown.reject()


def unjudged(window: Window) -> None:
    """Go to a statement that has no verdict."""
    desk = window.session.open_desk()
    names = [StatementId(row[0]) for row in desk.db.execute("SELECT id FROM statement").fetchall()]
    free = [n for n in names if reads.standing_verdict(desk, n) is None]
    window.work.choice.show_statement(None)
    window.work.choice.show_statement(free[0])


def judge_open(qtbot: QtBot, window: Window) -> None:
    unjudged(window)
    press(qtbot, "1", window.work.page.view)
    type_text(qtbot, "Two sources say so.")
    press(qtbot, "Ctrl+Return")
    assert [each.lit.name for each in window.work.panel.verdict.grid.buttons] == ["GIVEN", "NO"]
    window.work.page.view.setFocus()
