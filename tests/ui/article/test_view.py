import itertools

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from factcheck.domain.model import Block, BlockKind
from factcheck.domain.scales import NEWSROOM_STEPS
from factcheck.ui import fonts, theme
from factcheck.ui.article.highlights import Highlight, HighlightIndex
from factcheck.ui.palette import DARK, LIGHT
from tests.ui.article.conftest import TEXT

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def span_of(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def select_by_mouse(qtbot, view, start: QPoint, end: QPoint) -> None:
    qtbot.mousePress(view.viewport(), LEFT, pos=start)
    qtbot.mouseMove(view.viewport(), end)
    qtbot.mouseRelease(view.viewport(), LEFT, pos=end)


def many_paragraphs(count: int) -> str:
    return "\n\n".join(f"Paragraph {number} says something. " * 8 for number in range(count))


def long_marks(text: str, step: int) -> list[Highlight]:
    starts = range(0, len(text) - 40, step)
    return [Highlight(f"s{n}", s, s + 30, "red", "✗") for n, s in enumerate(starts, 1)]


@pytest.mark.parametrize("words", ["family", "face come", "40.5 million crowns", "claimed here."])
def test_words_selected_by_mouse_are_the_articles_code_points(qtbot, view, at, words):
    start, end = span_of(words)
    select_by_mouse(qtbot, view, at(start), at(end))
    assert view.selected_span() == (start, end)


def test_a_selection_over_paragraphs_reaches_from_the_one_to_the_other(qtbot, view, at):
    start, end = TEXT.index("face"), TEXT.index("harbour")
    with qtbot.waitSignal(
        view.selection_changed, check_params_cb=lambda a, b: (a, b) == (start, end)
    ):
        select_by_mouse(qtbot, view, at(start), at(end))


def test_words_selected_by_keyboard_are_the_articles_code_points(qtbot, view):
    seen = []
    view.selection_changed.connect(lambda start, end: seen.append((start, end)))
    for _ in range(TEXT[: TEXT.index("face")].count(" ")):
        qtbot.keyClick(view, Qt.Key.Key_Right, CTRL)
    for _ in "face":
        qtbot.keyClick(view, Qt.Key.Key_Right, SHIFT)
    start, end = span_of("face")
    assert view.selected_span() == (start, end)
    assert seen == [(start, start + length) for length in range(1, 5)]
    view.clear_selection()
    assert view.selected_span() is None
    assert seen[-1] == (end, end)


def test_the_caret_can_be_seen_where_nothing_is_selected(qtbot, view):
    place = view.cursorRect()
    with_caret = view.viewport().grab(place).toImage()
    qtbot.keyClick(view, Qt.Key.Key_End)
    without = view.viewport().grab(place).toImage()
    assert with_caret != without
    assert view.cursorRect() != place


def test_what_is_copied_are_the_articles_own_characters(qtbot, view):
    text = "price:\u00a0" + "9" * 5000 + "\n\nend"
    view.set_article(text, (), HighlightIndex())
    view.selectAll()
    qtbot.keyClick(view, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == text
    assert view.createMimeDataFromSelection().text() == text
    view.clear_selection()
    qtbot.keyClick(view, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == text


def test_a_click_on_a_highlight_tells_its_statement(qtbot, view, at, marked):
    view.set_index(HighlightIndex([marked("40.5 million crowns", 3)]))
    with qtbot.waitSignal(view.statement_clicked) as clicked:
        qtbot.mouseClick(view.viewport(), LEFT, pos=at(TEXT.index("million")))
    assert clicked.args == ["s3"]


def test_a_click_beside_a_highlight_tells_nothing(qtbot, view, at, marked):
    view.set_index(HighlightIndex([marked("40.5 million crowns")]))
    with qtbot.assertNotEmitted(view.statement_clicked):
        qtbot.mouseClick(view.viewport(), LEFT, pos=at(TEXT.index("harbour")))
        qtbot.mouseClick(view.viewport(), LEFT, pos=at(TEXT.index("40.5")) + QPoint(0, 40))


def test_a_drag_over_a_highlight_is_no_click(qtbot, view, at, marked):
    view.set_index(HighlightIndex([marked("40.5 million crowns")]))
    with qtbot.assertNotEmitted(view.statement_clicked):
        start, end = span_of("million")
        select_by_mouse(qtbot, view, at(start), at(end))


def test_further_clicks_go_through_the_statements_that_overlap(qtbot, view, at, marked):
    marks = [
        marked("earned 40.5 million crowns in the third quarter", 1),
        marked("million", 2),
        marked("40.5 million crowns", 3),
    ]
    view.set_index(HighlightIndex(marks))
    seen = []
    view.statement_clicked.connect(seen.append)
    view.statement_clicked.connect(view.select_statement)
    for _ in range(4):
        qtbot.mouseClick(view.viewport(), LEFT, pos=at(TEXT.index("million") + 2))
    assert seen == ["s2", "s3", "s1", "s2"]


def test_enter_is_a_click_at_the_caret(qtbot, view, marked):
    view.set_index(HighlightIndex([marked("family")]))
    for _ in range(2):
        qtbot.keyClick(view, Qt.Key.Key_Right, CTRL)
    with qtbot.waitSignal(view.statement_clicked) as clicked:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert clicked.args == ["s1"]


@pytest.mark.parametrize("key", ["M", "N", "J", "K", "1", "6", "?", "E"])
def test_single_keys_reach_the_window(qtbot, view, key):
    with qtbot.waitActive(view):
        view.activateWindow()
    view.setFocus()
    shortcut = QShortcut(QKeySequence(key), view)
    with qtbot.waitSignal(shortcut.activated):
        qtbot.keyClicks(view, key.lower())


def test_a_single_key_that_nobody_takes_changes_nothing(qtbot, view):
    qtbot.keyClicks(view, "mnjk123")
    assert view.document().toPlainText().startswith("A ")
    assert view.selected_span() is None


def test_there_is_no_menu_and_nothing_can_be_dropped(view):
    assert view.contextMenuPolicy() is Qt.ContextMenuPolicy.NoContextMenu
    assert view.isReadOnly()
    assert not view.acceptDrops()


def pixels(view, words: str) -> set[str]:
    """The colours around a word."""
    start = TEXT.index(words)
    cursor = view.textCursor()
    cursor.setPosition(len(TEXT[:start].encode("utf-16-le")) // 2)
    place = view.cursorRect(cursor).adjusted(-4, -4, 30, 8)
    image = view.viewport().grab(place).toImage()
    points = itertools.product(range(image.width()), range(image.height()))
    return {image.pixelColor(x, y).name() for x, y in points}


def test_a_highlight_is_tinted_and_underlined_and_the_chosen_one_framed(view, marked):
    mark = marked("million crowns", 2, "amber", "✎")
    assert LIGHT.tone("amber").tint not in pixels(view, "million")
    view.set_index(HighlightIndex([mark]))
    seen = pixels(view, "million")
    assert {LIGHT.tone("amber").tint, LIGHT.tone("amber").ink} <= seen
    assert LIGHT.accent not in seen
    view.select_statement("s2")
    assert LIGHT.accent in pixels(view, "million")
    view.select_statement(None)
    view.set_index(HighlightIndex([]))
    assert LIGHT.tone("amber").tint not in pixels(view, "million")


def test_overlapping_lines_are_both_seen(view, marked):
    wide = marked("earned 40.5 million crowns", 1, "violet")
    view.set_index(HighlightIndex([wide, marked("million", 2, "red")]))
    assert {LIGHT.tone("violet").ink, LIGHT.tone("red").ink} <= pixels(view, "million")


def test_the_number_gets_room_and_gives_it_back(view, at, marked):
    after = TEXT.index(" crowns")
    before = at(after).x()
    view.set_index(HighlightIndex([marked("million", 7)]))
    with_one = at(after).x()
    view.set_index(HighlightIndex([marked("million", 7), marked("40.5 million", 12)]))
    with_two = at(after).x()
    assert before < with_one < with_two
    view.set_index(HighlightIndex([]))
    assert at(after).x() == before


@pytest.mark.parametrize("step", NEWSROOM_STEPS, ids=lambda step: step.word)
def test_a_verdict_does_not_move_the_words(view, at, marked, step):
    after = TEXT.index(" crowns")
    view.set_index(HighlightIndex([marked("million", 7, "blue", "○")]))
    before = at(after)
    view.set_index(HighlightIndex([marked("million", 7, step.tone, step.symbol)]))
    assert at(after) == before


def test_joined_letters_stay_joined(view):
    text = "نص عربي طويل"
    view.set_article(text, (), HighlightIndex())
    line = view.document().firstBlock().layout().lineAt
    before = line(0).naturalTextWidth()
    view.set_index(HighlightIndex([Highlight("s", 3, 6, "red", "✗")]))
    assert line(0).naturalTextWidth() == before
    assert not view.grab().isNull()


def test_the_number_of_words_from_right_to_left_stands_in_the_gap_behind_them(view):
    text = "نص عربي طويل"
    view.set_article(text, (), HighlightIndex())
    layout = view.document().firstBlock().layout()

    def edges(start, end):
        line = layout.lineAt(0)
        return [line.cursorToX(at)[0] for at in range(start, end + 1)]

    right = layout.lineAt(0).x() + layout.lineAt(0).width()
    before = edges(0, 7)
    assert abs(before[0] - right) < 2, "the line begins at the right"
    rest = edges(8, 12)[0]
    view.set_index(HighlightIndex([Highlight("s", 3, 7, "red", "✗")]))
    assert edges(0, 7) == before
    assert edges(8, 12)[0] < rest - 5
    assert not view.grab().isNull()


def test_choosing_a_statement_scrolls_only_if_it_cannot_be_seen(view):
    text = many_paragraphs(400)
    marks = long_marks(text, 3_000)
    view.set_article(text, (), HighlightIndex(marks))
    view.select_statement(marks[0].statement_id)
    assert view.verticalScrollBar().value() == 0
    view.select_statement(marks[-20].statement_id)
    place = view.cursorRect()
    assert view.viewport().rect().contains(place)
    assert 0.15 < place.top() / view.viewport().height() < 0.6
    there = view.verticalScrollBar().value()
    view.select_statement(marks[-20].statement_id)
    assert view.verticalScrollBar().value() == there
    assert view.chosen == marks[-20].statement_id


def test_marks_above_do_not_move_the_page(view):
    text = many_paragraphs(200)
    view.set_article(text, (), HighlightIndex())
    view.select_statement(None)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    first = view.firstVisibleBlock().blockNumber()
    view.set_index(HighlightIndex(long_marks(text[: len(text) // 4], 40)))
    assert view.firstVisibleBlock().blockNumber() == first


def test_a_statement_that_is_not_there_frames_nothing(view, marked):
    view.set_index(HighlightIndex([marked("million")]))
    view.select_statement("unknown")
    assert not view.chosen_highlights()
    assert view.verticalScrollBar().value() == 0


def test_zoom_keeps_the_offsets(qtbot, view, at, marked):
    view.set_index(HighlightIndex([marked("million")]))
    width = view.cursorRect().height()
    view.set_zoom(2)
    view.set_zoom(1)
    assert view.zoom() == 1
    view.set_zoom(8)
    assert view.cursorRect().height() > width
    start, end = span_of("crowns")
    select_by_mouse(qtbot, view, at(start), at(end))
    assert view.selected_span() == (start, end)
    view.set_zoom(1000)
    assert view.zoom() < 40


def wheel(target: QWidget) -> None:
    place = QPointF(3, 200)
    event = QWheelEvent(
        place,
        QPointF(target.mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        NONE,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(target, event)


def test_the_wheel_scrolls_beside_the_column_too(view):
    view.set_article(many_paragraphs(50), (), HighlightIndex())
    wheel(view)
    assert view.verticalScrollBar().value() > 0


@pytest.mark.parametrize("width", [400, 800, 1400])
def test_the_column_is_centred_and_no_line_leaves_it(view, width):
    view.set_article(many_paragraphs(3), (), HighlightIndex())
    view.resize(width, 600)
    margins = view.viewportMargins()
    assert margins.left() == margins.right()
    assert view.viewport().width() <= 740
    line = view.document().firstBlock().layout().lineAt(0)
    assert line.naturalTextWidth() <= view.viewport().width()


def test_headings_and_captions_have_their_own_letters(view):
    text = "Title\nBelow\nWords\nCutli\nThe end"
    kinds = [BlockKind.HEADING, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.CAPTION]
    starts = [0, 6, 12, 18]
    blocks = [
        Block(kind, start, start + 5, level)
        for kind, start, level in zip(kinds, starts, [1, 2, 0, 0], strict=True)
    ]
    view.set_article(text, blocks, HighlightIndex())
    heights = []
    block = view.document().begin()
    while block.isValid():
        if block.length() > 1:
            heights.append(view.blockBoundingRect(block).height())
        block = block.next()
    title, below, body, caption, _ = heights
    assert title > body > below > caption


def test_another_appearance_colours_everything_anew(qapp, view, marked):
    mark = marked("million", 1, "red")
    view.set_index(HighlightIndex([mark]))
    theme.apply(qapp, DARK)
    seen = pixels(view, "million")
    theme.apply(qapp, LIGHT)
    assert {DARK.tone("red").tint, DARK.tone("red").ink} <= seen
    assert LIGHT.tone("red").tint not in seen


def test_a_word_of_a_megabyte_is_laid_out_in_pieces(view):
    view.set_article(
        "x" * 1_000_000, (), HighlightIndex([Highlight("s", 999_000, 999_990, "red", "✗")])
    )
    view.select_statement("s")
    assert view.viewport().rect().contains(view.cursorRect())
    assert view.font().pixelSize() == fonts.READING_SIZE


def test_lines_out_of_sight_wait_until_all_highlights_are_known(qtbot, view):
    """Who reads the highlights meanwhile would be slowed down, for nothing."""
    view.set_article(many_paragraphs(200), (), HighlightIndex())
    document = view.document()
    last_space = document.findBlockByNumber(document.blockCount() - 2)
    assert last_space.text() == ""
    as_it_was = document.documentLayout().blockBoundingRect(last_space).height()
    for _ in range(20):
        QApplication.processEvents()
    assert document.documentLayout().blockBoundingRect(last_space).height() == as_it_was
    view.dress_rest()
    qtbot.waitUntil(
        lambda: document.documentLayout().blockBoundingRect(last_space).height() < as_it_was
    )
