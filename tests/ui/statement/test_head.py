from PySide6.QtCore import Qt

from factcheck.domain.model import Decision, Priority
from factcheck.domain.workflow import State
from tests.ui.statement.looking import heard


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
