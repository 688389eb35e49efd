from PySide6.QtCore import Qt

from factcheck.domain.workflow import State
from factcheck.ui.statement.verdict_button import Lit
from tests.ui.statement.looking import CONTROL, heard, lit, outcome


def test_verified_is_given_at_once(panel, show, make, qtbot):
    show(make.detail())
    given = heard(panel.verdict_given)
    panel.press_outcome(1)
    assert given == [("scale-1", "verified", "", "")]


def test_a_verdict_is_given_by_a_click_with_what_is_typed(panel, show, make, qtbot):
    show(make.detail())
    given = heard(panel.verdict_given)
    qtbot.keyClicks(panel.verdict.reasoning, " The yearbook says 14.2. ")
    panel.verdict.correction.selectAll()
    qtbot.keyClicks(panel.verdict.correction, "14.2 million")
    qtbot.mouseClick(outcome(panel, "Fix"), Qt.MouseButton.LeftButton)
    assert given == [("scale-1", "fix", "The yearbook says 14.2.", "14.2 million")]


def test_an_outcome_without_its_reason_waits_in_the_reasoning(panel, show, make, qtbot):
    show(make.detail())
    given = heard(panel.verdict_given)
    panel.press_outcome(2)
    assert given == []
    assert lit(panel) == {"Fix": Lit.PENDING}
    assert panel.verdict.reasoning.hasFocus()
    assert "“Fix” needs a reason" in panel.verdict.prompt.text()
    qtbot.keyClicks(panel.verdict.reasoning, "Digits swapped 2.")
    qtbot.keyClick(panel.verdict.reasoning, Qt.Key.Key_Return, CONTROL)
    assert given == [("scale-1", "fix", "Digits swapped 2.", "")]


def test_ctrl_return_without_the_reason_still_asks_for_it(panel, show, make, qtbot):
    show(make.detail())
    given = heard(panel.verdict_given)
    panel.press_outcome(2)
    qtbot.keyClick(panel.verdict.reasoning, Qt.Key.Key_Return, CONTROL)
    assert given == []
    assert lit(panel) == {"Fix": Lit.PENDING}


def test_leaving_the_reasoning_gives_what_waits(panel, show, make, qtbot):
    show(make.detail())
    given = heard(panel.verdict_given)
    panel.press_outcome(5)
    qtbot.keyClicks(panel.verdict.reasoning, "Nobody said so.")
    panel.evidence.attach.setFocus()
    assert given == [("scale-1", "false", "Nobody said so.", "")]


def test_going_on_to_the_suggested_words_gives_nothing_yet(panel, show, make, qtbot):
    show(make.detail())
    given = heard(panel.verdict_given)
    panel.press_outcome(2)
    qtbot.keyClicks(panel.verdict.reasoning, "Swapped.")
    qtbot.keyClick(panel.verdict.reasoning, Qt.Key.Key_Tab)
    assert panel.verdict.correction.hasFocus()
    assert given == []
    qtbot.keyClick(panel.verdict.correction, Qt.Key.Key_Return, CONTROL)
    assert given == [("scale-1", "fix", "Swapped.", "")]


def test_pressing_another_outcome_gives_only_that(panel, show, make, qtbot):
    show(make.detail())
    given = heard(panel.verdict_given)
    panel.press_outcome(2)
    qtbot.keyClicks(panel.verdict.reasoning, "Nobody said so.")
    qtbot.mouseClick(outcome(panel, "False"), Qt.MouseButton.LeftButton)
    assert given == [("scale-1", "false", "Nobody said so.", "")]


def test_the_given_outcome_is_lit_and_new_reasoning_gives_it_again(panel, show, make, qtbot):
    show(make.detail(verdict=make.verdict(), state=State.IN_CHECKING))
    given = heard(panel.verdict_given)
    assert lit(panel) == {"Fix": Lit.GIVEN}
    assert "given" in outcome(panel, "Fix").accessibleName()
    panel.verdict.reasoning.selectAll()
    qtbot.keyClicks(panel.verdict.reasoning, "See page 12.")
    assert "Not given yet" in panel.verdict.prompt.text()
    qtbot.keyClick(panel.verdict.reasoning, Qt.Key.Key_Return, CONTROL)
    correction = "14.2 million cubic metres of water"
    assert given == [("scale-1", "fix", "See page 12.", correction)]


def test_ctrl_return_with_nothing_new_gives_nothing(panel, show, make, qtbot):
    show(make.detail(verdict=make.verdict(), state=State.IN_CHECKING))
    given = heard(panel.verdict_given)
    steps = heard(panel.step_requested)
    qtbot.keyClick(panel.verdict.reasoning, Qt.Key.Key_Return, CONTROL)
    assert (given, steps) == ([], [])


def test_a_refresh_of_the_same_statement_keeps_text_and_caret(panel, show, make, qtbot):
    show(make.detail(verdict=make.verdict()))
    panel.verdict.reasoning.selectAll()
    qtbot.keyClicks(panel.verdict.reasoning, "half typed")
    qtbot.keyClick(panel.verdict.reasoning, Qt.Key.Key_Left)
    show(make.detail(verdict=make.verdict(), citations=(make.cited(),)))
    qtbot.keyClicks(panel.verdict.reasoning, "X")
    assert panel.verdict.reasoning.text() == "half typeXd"


def test_a_verdict_from_elsewhere_replaces_what_was_not_touched(panel, show, make, qtbot):
    show(make.detail(verdict=make.verdict()))
    qtbot.keyClicks(panel.verdict.correction, "my ")
    show(make.detail(verdict=make.verdict("false", identifier="verdict-2", reasoning="New.")))
    assert panel.verdict.reasoning.text() == "New."
    assert panel.verdict.correction.text().startswith("my ")
    assert lit(panel) == {"False": Lit.GIVEN}


def test_what_was_typed_waits_while_another_statement_is_shown(panel, show, make, qtbot):
    show(make.detail(8))
    panel.press_outcome(2)
    qtbot.keyClicks(panel.verdict.reasoning, "for eight")
    with qtbot.assertNotEmitted(panel.verdict_given):
        show(make.detail(9))
        assert panel.verdict.reasoning.text() == ""
        assert lit(panel) == {}
        show(make.detail(8))
    assert panel.verdict.reasoning.text() == "for eight"
    assert lit(panel) == {"Fix": Lit.PENDING}


def test_no_break_spaces_of_the_article_survive_the_field(panel, show, make, qtbot):
    show(make.detail(quotes=("up 19\u00a0%",)))
    given = heard(panel.verdict_given)
    panel.press_outcome(1)
    qtbot.keyClicks(panel.verdict.correction, "was ")
    qtbot.mouseClick(outcome(panel, "Verified"), Qt.MouseButton.LeftButton)
    assert [correction for *_, correction in given] == ["", "was up 19\u00a0%"]


def test_the_correction_is_shown_as_old_and_new(panel, show, make, qtbot):
    show(make.detail(quotes=("fell by 12 metres",)))
    assert not panel.verdict.diff.isVisible()
    panel.verdict.correction.selectAll()
    qtbot.keyClicks(panel.verdict.correction, "fell by 21 metres")
    assert panel.verdict.diff.isVisible()
    formats = pieces(panel.verdict.diff)
    assert [text for text, form in formats if form.fontStrikeOut()] == ["12"]
    assert [text for text, form in formats if form.fontUnderline()] == ["21"]
    assert "[out: 12]" in panel.verdict.diff.accessibleDescription()


def pieces(field):
    fragments = [each.fragment() for each in field.document().firstBlock()]
    return [(fragment.text(), fragment.charFormat()) for fragment in fragments]


def test_another_scale_is_chosen_and_kept_for_the_next_statement(panel, show, make, qtbot):
    show(make.detail())
    actions = panel.verdict.scale_choice.menu_of_scales.actions()
    next(action for action in actions if action.text() == "Truth scale").trigger()
    given = heard(panel.verdict_given)
    qtbot.keyClicks(panel.verdict.reasoning, "Right.")
    panel.press_outcome(2)
    assert given == [("scale-2", "mostly-true", "Right.", "")]
    show(make.detail(9))
    assert outcome(panel, "Half true").isVisible()
    show(make.detail(10, verdict=make.verdict()))
    assert lit(panel) == {"Fix": Lit.GIVEN}


def test_every_outcome_says_what_it_means(panel, show, make):
    show(make.detail())
    fix = outcome(panel, "Fix")
    assert fix.step.meaning in fix.toolTip()
    assert fix.step.meaning in fix.accessibleDescription()


def test_no_word_of_a_scale_is_cut(panel, show, make, qtbot):
    show(make.detail(verdict=make.verdict("half-true", make.truth), scale=make.truth))
    for button in panel.verdict.grid.buttons:
        qtbot.waitUntil(lambda each=button: each.width() >= each.sizeHint().width())
