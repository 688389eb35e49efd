"""The page of the queue on the sample desk: its queues and counts, and what stands beside."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel
from shiboken6 import delete

from factcheck.domain.queues import View
from factcheck.domain.workflow import State
from factcheck.ui.palette import DARK, LIGHT
from factcheck.ui.queue_page import QueuePage
from tests.ui.driving import press
from tests.ui.queue.hand import Hand


def test_it_opens_on_what_awaits_review_with_all_counts(hand):
    assert hand.side.queues.lit() == State.AWAITING_REVIEW
    assert hand.list.model.total == 3
    assert hand.counts(hand.side.queues) == {
        "To check": "2",
        "In checking": "1",
        "Awaiting review": "3",
        "Sent back": "1",
        "Changed since checked": "0",
        "Overdue": "0",
        "Stale evidence": "0",
        "Approved": "7",
        "Dismissed": "1",
        "All statements": "15",
    }
    assert hand.counts(hand.side.verdicts) == {"✎ Fix": "1", "! Context": "1", "✗ False": "1"}
    assert hand.chips() == ["Awaiting review"]
    assert hand.page.remark == "3 of 15 statements"


def test_a_queue_is_chosen_by_click_and_by_key(hand):
    hand.click_line(hand.side.queues, State.APPROVED)
    assert (hand.list.model.total, hand.side.queues.lit()) == (7, State.APPROVED)
    hand.side.queues.setFocus()
    hand.press("Down, Down, Return")
    assert hand.page.view == View()
    assert hand.list.model.total == 15
    assert hand.chips() == []


def test_all_pages_of_a_list_are_of_the_moment_at_which_it_was_read(hand):
    read = hand.page.question.now
    hand.press("J")
    hand.page._read_rows(0, 2)
    hand.wait()
    assert hand.page.question.now == read
    hand.choose(View(overdue=True))
    assert hand.page.question.now > read


def test_the_title_says_how_many_of_how_many(hand):
    hand.click_line(hand.side.queues, State.APPROVED)
    labels = [label.text() for label in hand.window.title_bar.findChildren(QLabel)]
    assert labels[:2] == ["Review queue", "7 of 15 statements"]


def test_the_statement_is_shown_in_its_sentence_on_this_page_alone(hand):
    head = hand.work.panel.head
    assert head.sentence.isVisible()
    assert not head.quote.isVisible()
    words = hand.list.current().quote
    assert words in head.sentence.accessibleName()
    assert len(head.sentence.accessibleName()) > len(words)
    press(hand.qtbot, "Return", hand.table)
    assert hand.work.page.isVisible()
    assert head.quote.isVisible()
    assert not head.sentence.isVisible()


def test_the_sentence_follows_the_appearance(hand):
    def colours():
        image = hand.work.panel.head.sentence.grab().toImage()
        at = [(x, y) for x in range(image.width()) for y in range(image.height())]
        return {image.pixelColor(*place).name() for place in at}

    step = hand.work.judging.shown.step
    for palette in (LIGHT, DARK):
        assert palette.tone(step.tone).tint in colours()
        hand.work.switch_appearance()


def test_of_an_article_that_nobody_sees_no_marks_are_read(qtbot, sample):
    sample.work.choice.show_article(None)
    asked = []
    sample.session.open_desk().db.conn.set_trace_callback(asked.append)
    hand = Hand(qtbot, sample)
    hand.open()
    hand.press("J")
    row, head = hand.list.current(), hand.work.panel.head
    assert head.number.text() == f"Statement {row.number} of 15"
    marks = "FROM span JOIN statement"
    assert not any(marks in sql for sql in asked)
    press(qtbot, "Return", hand.table)
    assert any(marks in sql for sql in asked)
    assert hand.work.page.number_of(row.statement_id) == row.number


def test_a_window_that_is_gone_is_asked_for_no_statement(qtbot, window):
    page = QueuePage(window.session, window.work.choice, window.work.now)
    page.list.current_changed.emit(None)
    delete(page.list)
    later = QTimer()
    with qtbot.waitSignal(later.timeout):
        later.start(10)
