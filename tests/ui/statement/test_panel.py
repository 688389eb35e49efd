from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from factcheck.domain.model import Decision, Priority, Sourcing, Stance
from factcheck.domain.workflow import State, Step
from factcheck.ui.statement.panel import StatementPanel
from factcheck.ui.statement.verdict_button import Lit

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def panel(qtbot, make):
    made = StatementPanel(lambda: make.now)
    made.resize(420, 800)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def show(panel, make):
    def show(detail, **refusals):
        why = {Step[name.upper()]: text for name, text in refusals.items()}
        panel.show_statement(detail, total=12, scales=make.scales, refusals=why)
        panel.settle()

    return show


def outcome(panel, word):
    return next(each for each in panel.verdict.grid.buttons if each.step.word == word)


def lit(panel):
    return {each.step.word: each.lit for each in panel.verdict.grid.buttons if each.lit != Lit.NO}


def heard(signal):
    said = []
    signal.connect(lambda *values: said.append(values))
    return said


def test_without_a_statement_it_says_what_to_do(panel, show, make, qtbot):
    show(None)
    given = heard(panel.verdict_given)
    panel.press_outcome(1)
    panel.take_main_step()
    assert not panel.head.isVisible()
    assert given == []
    show(make.detail())
    assert panel.head.isVisible()


def test_the_head_shows_number_words_and_both_states(panel, show, make):
    show(make.detail(state=State.AWAITING_REVIEW, checker="AR", verdict=make.verdict()))
    assert panel.head.number.text() == "Statement 8 of 12"
    assert panel.head.standing.whole() == "Awaiting review · checked by AR"
    assert panel.head.quote.text() == f"“{make.words}”"
    assert panel.head.kind.words().startswith("Number")
    assert panel.head.chips() == ["said by: the ministry", "as of Q3 2024", "due today"]


def test_what_was_sent_back_says_why_and_by_whom(panel, show, make):
    sent = {"state": State.SENT_BACK, "verdict": make.verdict(), "reviewer": "MO"}
    show(make.detail(review=make.review(Decision.SENT_BACK, "Which year?"), **sent))
    assert "by MO" in panel.head.standing.whole()
    assert "Which year?" in panel.head.sent_back.why.text()
    show(make.detail(number=9))
    assert not panel.head.sent_back.isVisible()


def test_several_spans_and_markup_are_shown_as_they_are(panel, show, make):
    show(make.detail(quotes=("<b>rose</b> by 3 %", "R&D <img src='/x'>")))
    assert panel.head.quote.text() == "“<b>rose</b> by 3 % … R&D <img src='/x'>”"
    assert panel.head.quote.textFormat() is Qt.TextFormat.PlainText


def test_another_kind_is_chosen_from_the_menu(panel, show, make):
    show(make.detail())
    changed = heard(panel.kind_changed)
    actions = {action.text(): action for action in panel.head.kind.menu().actions()}
    actions["Quotation"].trigger()
    assert changed == [("quotation",)]


def test_a_chip_asks_for_its_detail_and_the_last_for_all(panel, show, make, qtbot):
    show(make.detail(priority=Priority.HIGH, checker="AR"))
    assert panel.head.chips()[-1] == "priority: High"
    asked = heard(panel.details_requested)
    qtbot.mouseClick(panel.head.chip("claimant"), Qt.MouseButton.LeftButton)
    qtbot.keyClick(panel.head.chip("checker"), Qt.Key.Key_Space)
    qtbot.mouseClick(panel.head.more, Qt.MouseButton.LeftButton)
    assert asked == [("claimant",), ("checker",), ("",)]


def test_tab_goes_through_the_chips_as_the_eye_does(panel, show, make, qtbot):
    show(make.detail(claimant=""))
    show(make.detail())
    panel.head.kind.setFocus()
    for name in ("claimant", "as_of", "due_at"):
        qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_Tab)
        assert panel.head.chip(name).hasFocus()
    qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_Tab)
    assert panel.head.more.hasFocus()


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


def test_what_is_refused_is_disabled_and_says_why(panel, show, make, qtbot):
    waiting = make.detail(state=State.AWAITING_REVIEW, verdict=make.verdict())
    show(waiting, approve="A second person should.", judge="Reopen <b>it</b>.", gather="No.")
    approve = panel.steps.buttons[Step.APPROVE]
    assert not approve.isEnabled()
    assert "A second person should." in approve.toolTip()
    assert "Reopen &lt;b&gt;it" in outcome(panel, "Fix").toolTip()
    assert panel.verdict.reasoning.isReadOnly()
    with (
        qtbot.assertNotEmitted(panel.attach_requested),
        qtbot.assertNotEmitted(panel.verdict_given),
    ):
        panel.evidence.attach.click()
        panel.press_outcome(1)
    with qtbot.assertNotEmitted(panel.step_requested):
        panel.take_main_step()
    show(waiting)
    assert approve.isEnabled()
    assert not panel.verdict.reasoning.isReadOnly()


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


def test_escape_goes_back_to_the_article(panel, show, make, qtbot):
    show(make.detail())
    with qtbot.waitSignal(panel.left):
        qtbot.keyClick(panel.verdict.reasoning, Qt.Key.Key_Escape)
    with qtbot.waitSignal(panel.left):
        qtbot.keyClick(panel, Qt.Key.Key_Escape)


def test_the_links_ask_for_their_dialogs(panel, show, make, qtbot):
    show(make.detail())
    with qtbot.waitSignal(panel.attach_requested):
        qtbot.mouseClick(panel.evidence.attach, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(panel.history_requested):
        qtbot.mouseClick(panel.steps.history, Qt.MouseButton.LeftButton)


def test_evidence_is_counted_and_each_card_opens(panel, show, make, qtbot):
    show(make.detail(citations=(make.cited(1), make.cited(2, Stance.SUPPORTS))))
    opened = heard(panel.citation_clicked)
    first, second = panel.evidence.cards
    assert panel.evidence.heading.text() == "Evidence · 2"
    assert not panel.evidence.nothing.isVisible()
    assert first.accessibleName() == "Refutes: Water yearbook 2024"
    assert "PDF, p. 12 · captured 17 Dec 2024 · sha256 9f2c…e1" in first.accessibleDescription()
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    qtbot.keyClick(second, Qt.Key.Key_Return)
    assert opened == [("citation-1",), ("citation-2",)]


@pytest.mark.parametrize(
    ("media_type", "word"),
    [
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word"),
        ("image/png", "png"),
        ("text/csv", "csv"),
        ("application/x-thing-of-a-long-name", "document"),
    ],
)
def test_a_card_says_in_a_word_what_was_kept(panel, show, make, media_type, word):
    cited = make.cited()
    copy = replace(cited.captures[0], media_type=media_type)
    show(make.detail(citations=(replace(cited, captures=(copy,)),)))
    (card,) = panel.evidence.cards
    assert f" · {word}, p. 12 · captured" in card.accessibleDescription()


def test_a_card_says_quietly_that_nothing_could_be_read(panel, show, make):
    show(make.detail(citations=(replace(make.cited(), unread="No text could be read: So."),)))
    (card,) = panel.evidence.cards
    assert card.accessibleDescription().endswith("e1 · No text could be read: So.")


def words_on(card):
    return [each.text() for each in card.findChildren(QLabel) if each.text() and each.isVisible()]


def test_nothing_of_another_source_stays_on_a_card(panel, show, make):
    told = make.cited(1, confidential=True, title="Call with the ministry")
    told = replace(
        told, unread="No text.", lost=True, citation=replace(told.citation, note="Rang.")
    )
    plain = make.cited(2, Stance.SUPPORTS, captured=False, sourcing=Sourcing.UNKNOWN)
    plain = replace(plain, citation=replace(plain.citation, excerpt=""))
    show(make.detail(citations=(told,)))
    (card,) = panel.evidence.cards
    assert {"confidential", "primary", "No text.", "Note: Rang."} <= set(words_on(card))
    show(make.detail(9, citations=(plain,)))
    assert panel.evidence.cards == [card]
    QApplication.processEvents()
    assert words_on(card) == ["✓ Supports", "Water yearbook 2024", "document, p. 12"]
    assert card.accessibleDescription() == "document, p. 12"
    assert card.toolTip() == ""


def test_an_open_menu_is_about_the_source_that_it_was_opened_on(panel, show, make, qtbot):
    show(make.detail(citations=(make.cited(1),)))
    (card,) = panel.evidence.cards
    removed = heard(panel.evidence.remove_requested)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(card, event)
    menu = card.findChild(QMenu)
    qtbot.waitUntil(menu.isVisible)
    show(make.detail(9, citations=(make.cited(2),)))
    qtbot.keyClick(menu, Qt.Key.Key_R)
    assert removed == [("citation-1",)]


def test_what_needs_scrolling_is_as_wide_as_what_does_not(panel, show, make):
    show(make.detail())
    narrow = panel.head.width()
    show(make.detail(9, citations=tuple(make.cited(number) for number in range(9))))
    QApplication.sendPostedEvents()
    assert panel.head.width() == narrow


def test_the_cards_follow_the_statement(panel, show, make):
    show(make.detail(citations=(make.cited(),)))
    show(make.detail(9))
    assert panel.evidence.cards == []
    assert panel.evidence.nothing.isVisible()
