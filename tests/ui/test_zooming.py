"""Letters and column of the article: remembered, and the first line stays where it is."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from factcheck.ui.article.highlights import HighlightIndex
from tests.ui.driving import press

PARAGRAPHS = [f"Paragraph {n} " + "tells what the council did. " * (3 + n % 7) for n in range(300)]
TEXT = "\n\n".join(PARAGRAPHS)
MIDDLE = TEXT.index("Paragraph 150 ")


@pytest.fixture
def view(sample):
    """A long text, scrolled to its middle."""
    sample.resize(1200, 800)
    view = sample.work.page.view
    view.set_article(TEXT, (), HighlightIndex())
    view.go_to_place(MIDDLE, MIDDLE)
    view.viewport().repaint()
    view.setFocus()
    return view


def first_paragraph(view) -> int:
    return int(TEXT.rindex("Paragraph", 0, view.place()[1] + 10))


def turn(view, target, up: bool) -> None:
    event = QWheelEvent(
        QPointF(3, 200),
        QPointF(target.mapToGlobal(QPoint(3, 200))),
        QPoint(),
        QPoint(0, 120 if up else -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(target, event)


def test_the_wheel_with_ctrl_makes_letters_larger_and_smaller(sample, view):
    turn(view, view.viewport(), up=True)
    assert view.zoom() == sample.session.settings.zoom == 1
    turn(view, view, up=False)  # beside the column
    turn(view, view.viewport(), up=False)
    assert view.zoom() == sample.session.settings.zoom == -1


def test_the_first_words_stay_while_letters_grow_and_shrink(view):
    for up in (True, True, True, False, False, False, False):
        turn(view, view.viewport(), up=up)
        assert first_paragraph(view) == MIDDLE


@pytest.mark.parametrize("keys", ["Ctrl++", "Ctrl+-", "Ctrl+]", "Ctrl+["])
def test_the_first_words_stay_at_each_key(qtbot, view, keys):
    for _ in range(3):
        press(qtbot, keys)
        assert first_paragraph(view) == MIDDLE


def test_the_first_words_stay_while_the_window_is_resized(sample, view):
    for width in (1100, 1000, 900, 860, 1000, 1300):
        sample.resize(width, 800)
        QApplication.processEvents()
        assert first_paragraph(view) == MIDDLE


def test_what_was_scrolled_to_is_held_from_then_on(sample, view):
    view.verticalScrollBar().setValue(0)
    sample.resize(900, 700)
    QApplication.processEvents()
    assert view.verticalScrollBar().value() == 0
