"""The framed statement is resized by dragging its ends."""

import pytest
from PySide6.QtCore import QPoint, Qt

from factcheck.ui.article.highlights import Highlight, HighlightIndex
from tests.ui.article.conftest import TEXT

LEFT = Qt.MouseButton.LeftButton
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
WORDS = "40.5 million"
START, END = TEXT.index(WORDS), TEXT.index(WORDS) + len(WORDS)


@pytest.fixture
def framed(view, marked):
    """The view with a chosen statement, and where it told to be moved to."""
    told = []
    view.set_index(HighlightIndex([marked(WORDS), marked("third quarter", 2)]))
    view.select_statement("s1")
    view.resized.connect(lambda old, new: told.append((old, new)))
    return told


def drag(qtbot, view, start: QPoint, end: QPoint, keys=NONE) -> None:
    qtbot.mousePress(view.viewport(), LEFT, pos=start)
    qtbot.mouseMove(view.viewport(), end)
    qtbot.mouseRelease(view.viewport(), LEFT, keys, pos=end)


def offset(words: str) -> int:
    return TEXT.index(words)


@pytest.mark.parametrize(
    "case",
    [
        (END, "rowns in", NONE, "40.5 million crowns"),
        (END, "rowns in", ALT, "40.5 million c"),
        (END, "illion", NONE, WORDS),
        (END, " million", NONE, "40.5"),
        (START, "arned", NONE, "earned 40.5 million"),
        (START, "arned", ALT, "arned 40.5 million"),
        (START, "million", NONE, "million"),
        (END, "earned", NONE, WORDS),
        (START, "crowns", NONE, WORDS),
    ],
)
def test_an_end_is_dragged_to_whole_words_or_exactly(qtbot, view, at, framed, case):
    end, to, keys, words = case
    drag(qtbot, view, at(end), at(offset(to)), keys)
    new = (offset(words), offset(words) + len(words))
    assert framed == ([] if words == WORDS else [((START, END), new)])
    assert view.selected_span() is None


def test_while_dragging_the_new_words_are_seen(qtbot, view, at, framed):
    qtbot.mousePress(view.viewport(), LEFT, pos=at(END))
    qtbot.mouseMove(view.viewport(), at(offset("rowns in")))
    assert view.selected_span() == (START, offset(" in the third"))
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.selected_span() is None
    qtbot.mouseRelease(view.viewport(), LEFT, pos=at(offset("rowns in")))
    assert framed == []


def test_the_cursor_tells_where_an_end_can_be_taken(qtbot, view, at, framed):
    shapes = []
    for point in (START, START + 4, END, offset("hird"), offset("harbour")):
        qtbot.mouseMove(view.viewport(), at(point))
        shapes.append(view.viewport().cursor().shape())
    shape = Qt.CursorShape
    assert shapes == [
        *(shape.SizeHorCursor, shape.PointingHandCursor, shape.SizeHorCursor),
        *(shape.PointingHandCursor, shape.IBeamCursor),
    ]


def test_a_click_on_an_end_is_a_click(qtbot, view, at, framed):
    with qtbot.waitSignal(view.statement_clicked) as clicked:
        qtbot.mouseClick(view.viewport(), LEFT, pos=at(START) + QPoint(1, 0))
    assert clicked.args == ["s1"]
    assert framed == []


def test_ends_on_different_lines_are_both_there(qtbot, view, at, framed):
    start, end = offset("face"), offset("earned")
    view.set_index(HighlightIndex([Highlight("s1", start, end, "red", "✗")]))
    drag(qtbot, view, at(end), at(END))
    drag(qtbot, view, at(start), at(offset("family")))
    assert framed == [((start, end), (start, END)), ((start, end), (offset("family"), end))]
