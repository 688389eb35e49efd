"""What stands around the text: the bar above it and the strip beside it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from factcheck.ui.article.coverage import CoverageBar
from factcheck.ui.article.highlights import Highlight, HighlightIndex
from factcheck.ui.article.overview import Overview
from factcheck.ui.palette import LIGHT

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def overview(qtbot, view):
    text = "word " * 4000
    marks = [
        Highlight("top", 0, 4, "green", "✓"),
        Highlight("middle", 10_000, 10_004, "red", "✗"),
        Highlight("beside", 10_005, 10_009, "amber", "✎"),
        Highlight("end", 19_990, 19_994, "blue", "○"),
    ]
    overview = Overview(view)
    qtbot.addWidget(overview)
    overview.resize(overview.width(), 500)
    overview.show()
    view.set_article(text, (), HighlightIndex(marks))
    return overview


def colours(widget) -> list[str]:
    """The colours met from top to bottom along the middle."""
    image = widget.grab().toImage()
    column = [image.pixelColor(image.width() // 2, y).name() for y in range(image.height())]
    return [after for before, after in zip(["", *column], column, strict=False) if before != after]


def test_marks_stand_where_their_words_are(overview):
    seen = [
        name for name in colours(overview) if name in {tone.ink for tone in LIGHT.tones.values()}
    ]
    assert seen == [LIGHT.tone(name).ink for name in ("green", "red", "blue")]


@pytest.mark.parametrize(("y", "statement"), [(16, "top"), (252, "middle"), (483, "end")])
def test_a_click_takes_the_nearest_mark(qtbot, overview, y, statement):
    with qtbot.waitSignal(overview.statement_clicked) as clicked:
        qtbot.mouseClick(overview, LEFT, pos=QPoint(8, y))
    assert clicked.args == [statement]


def test_a_click_far_from_every_mark_takes_none(qtbot, overview):
    with qtbot.assertNotEmitted(overview.statement_clicked):
        qtbot.mouseClick(overview, LEFT, pos=QPoint(8, 120))


def test_the_chosen_statement_is_seen_although_another_is_in_its_place(overview, view):
    view.select_statement("beside")
    seen = colours(overview)
    assert LIGHT.tone("amber").ink in seen
    assert LIGHT.accent in seen


def test_an_empty_article_has_no_marks(overview, view, qtbot):
    view.set_article("", (), HighlightIndex())
    assert LIGHT.tone("green").ink not in colours(overview)
    with qtbot.assertNotEmitted(overview.statement_clicked):
        qtbot.mouseClick(overview, LEFT, pos=QPoint(8, 16))


@pytest.fixture
def coverage(qtbot, view):
    bar = CoverageBar()
    qtbot.addWidget(bar)
    bar.resize(900, 36)
    bar.show()
    return bar


def words(bar: CoverageBar) -> list[str]:
    return [label.text() for label in bar.findChildren(QLabel)]


def test_the_counts_are_said(coverage):
    coverage.show_counts(1200, 9, [("green", 9)])
    assert words(coverage)[:4] == ["1,200", "statements", "9", "of 1,200 judged"]
    assert coverage.accessibleDescription() == "9 of 1200 statements judged"
    coverage.show_counts(1, 0, [])
    assert words(coverage)[:2] == ["1", "statement"]


def test_the_bar_is_shared_out_among_the_tones(coverage):
    coverage.show_counts(4, 3, [("green", 2), ("red", 1)])
    image = coverage.grab().toImage()
    row = [image.pixelColor(x, image.height() // 2).name() for x in range(image.width())]
    green, red, rest = (
        row.count(name) for name in (LIGHT.tone("green").ink, LIGHT.tone("red").ink, LIGHT.groove)
    )
    assert red > 0
    assert abs(green - 2 * red) <= 2
    assert abs(rest - red) <= 2
