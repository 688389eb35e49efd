import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from factcheck.domain.workflow import State
from factcheck.ui.palette import LIGHT
from factcheck.ui.queue.review import ReviewList
from factcheck.ui.queue.table import DUE, STATEMENT, VERDICT

KEY = Qt.Key


@pytest.fixture
def review(qtbot, rows):
    made = ReviewList()
    made.resize(1000, 600)
    qtbot.addWidget(made)
    made.show()
    made.show_rows(rows.queues(1, 2, 3))
    return made


def heard(signal):
    said = []
    signal.connect(lambda *values: said.append(values[0]))
    return said


def cell(review, row, column, role=Qt.ItemDataRole.DisplayRole):
    return review.model.index(row, column).data(role)


def test_a_row_shows_its_words_verdict_and_due(review):
    assert cell(review, 1, STATEMENT) == "statement 2 of the water report"
    assert [cell(review, 1, column) for column in range(VERDICT, DUE + 1)] == [
        "✎ Fix",
        "AR",
        "2",
        "today",
    ]


def test_a_screen_reader_hears_where_a_statement_is_and_its_state(review):
    said = cell(review, 0, STATEMENT, Qt.ItemDataRole.AccessibleTextRole)
    assert "statement 1 of What is in the water" in said
    assert "Awaiting review" in said


def test_words_from_outside_are_no_markup_in_the_tooltip(review, rows):
    review.show_rows((rows.queue(quote="<img src='file:///x'>"),))
    assert "<img" not in cell(review, 0, STATEMENT, Qt.ItemDataRole.ToolTipRole)


def test_the_arrows_move(review, qtbot):
    assert review.current() == "statement-1"
    current = heard(review.current_changed)
    for key in (KEY.Key_Down, KEY.Key_Down, KEY.Key_Up, KEY.Key_Up):
        qtbot.keyClick(review.table, key)
    assert current == ["statement-2", "statement-3", "statement-2", "statement-1"]


def test_return_and_a_double_click_open_the_statement(review, qtbot):
    opened = heard(review.opened)
    qtbot.keyClick(review.table, KEY.Key_Down)
    qtbot.keyClick(review.table, KEY.Key_Return)
    middle = review.table.visualRect(review.model.index(2, STATEMENT)).center()
    viewport = review.table.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=middle)
    assert opened == ["statement-2", "statement-3"]


def test_a_letter_without_a_command_goes_nowhere(review, rows, qtbot):
    review.show_rows((rows.queue(1), rows.queue(2, quote="zebra crossings")))
    qtbot.keyClicks(review.table, "z")
    assert review.current() == "statement-1"


def test_an_empty_queue_says_so(review):
    current = heard(review.current_changed)
    review.show_rows(())
    assert review.nothing.isVisible()
    assert current == [""]


def test_new_rows_keep_the_current_statement(review, rows, qtbot):
    qtbot.keyClick(review.table, KEY.Key_Down)
    review.show_rows(rows.queues(5, 1, 2))
    assert review.current() == "statement-2"
    assert review.table.currentIndex().row() == 2


def test_when_the_current_statement_is_done_the_next_takes_its_place(review, rows, qtbot):
    qtbot.keyClick(review.table, KEY.Key_Down)
    review.show_rows(rows.queues(1, 3))
    assert review.current() == "statement-3"
    review.show_rows(rows.queues(1))
    assert review.current() == "statement-1"


def test_each_queue_shows_its_count_and_is_chosen_by_key(review, qtbot):
    review.set_counts({State.TO_CHECK: 31, State.APPROVED: 1215})
    texts = [review.queues.item(at).text() for at in range(review.queues.count())]
    said = [
        review.queues.item(at).data(Qt.ItemDataRole.AccessibleTextRole)
        for at in range(review.queues.count())
    ]
    assert texts[:4] == ["To check", "In checking", "Awaiting review", "Sent back"]
    assert "Approved: 1215" in said
    chosen = heard(review.queue_chosen)
    review.queues.choose(State.AWAITING_REVIEW)
    qtbot.keyClick(review.queues, KEY.Key_Down)
    assert chosen == [State.AWAITING_REVIEW, State.SENT_BACK]
    assert review.queues.queue() is State.SENT_BACK


def test_a_late_day_and_a_verdict_are_drawn_in_their_tones(review, rows):
    review.show_rows((rows.queue(), rows.queue(2, late=False, verdict="", due="26 Nov")))
    assert LIGHT.tone("red").ink in colours(review, 0, DUE)
    assert LIGHT.tone("red").ink not in colours(review, 1, DUE)
    assert LIGHT.tone("amber").tint in colours(review, 0, VERDICT)
    assert LIGHT.tone("amber").tint not in colours(review, 1, VERDICT)


def colours(review, row, column):
    image = QImage(130, 60, QImage.Format.Format_RGB32)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 130, 60)
    painter = QPainter(image)
    index = review.model.index(row, column)
    review.table.itemDelegate().paint(painter, option, index)
    painter.end()
    return {image.pixelColor(x, y).name() for x in range(130) for y in range(60)}
