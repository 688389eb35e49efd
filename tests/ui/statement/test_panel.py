from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication

from factcheck.domain.workflow import State, Step
from factcheck.ui.statement.telling import ShownEntry
from tests.ui.statement.looking import heard, outcome


def test_without_a_statement_it_says_what_to_do(panel, show, make, qtbot):
    show(None)
    given = heard(panel.verdict_given)
    panel.press_outcome(1)
    panel.take_main_step()
    assert not panel.head.isVisible()
    assert given == []
    show(make.detail())
    assert panel.head.isVisible()


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


def test_a_part_that_grows_squeezes_no_other(panel, show, make, qtbot):
    class Sizes(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Resize:
                seen.append(event.size().height())
            return False

    show(make.detail())
    QApplication.sendPostedEvents()
    seen, sizes, lines = [], Sizes(panel), tuple("abc")
    panel.verdict.installEventFilter(sizes)
    entry = ShownEntry("Ada Reed", "today", "Tue 17 Dec 2024, 10:00", "judged", lines, lines)
    before = panel.history.height()
    panel.history.show_entries((entry,) * 5)
    qtbot.waitUntil(lambda: panel.history.height() > before + 200)
    assert seen == []


def test_what_needs_scrolling_is_as_wide_as_what_does_not(panel, show, make):
    show(make.detail())
    narrow = panel.head.width()
    show(make.detail(9, citations=tuple(make.cited(number) for number in range(9))))
    QApplication.sendPostedEvents()
    assert panel.head.width() == narrow
