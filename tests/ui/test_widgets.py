import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from factcheck.errors import FactcheckError
from factcheck.ui import theme
from factcheck.ui.palette import DARK, LIGHT
from factcheck.ui.widgets import ElidedLabel, MessageBar, ToneLabel, breakable, label, plain_tip


def test_a_long_run_may_wrap_and_says_the_same():
    address = "https://example.org/" + "x" * 200
    shown = breakable(address)
    assert shown.replace("\u200b", "") == address
    assert max(len(part) for part in shown.split("\u200b")) <= 30


def test_ordinary_words_are_left_alone():
    text = "The river fell by 12.4 metres, Donaudampfschifffahrt and all."
    assert breakable(text) == text


def test_a_text_without_end_is_cut():
    assert breakable("word " * 500) == ("word " * 120).strip() + "…"


def test_labels_and_tips_find_no_markup(qtbot):
    shown = label("<b>bold</b>", wrap=True)
    qtbot.addWidget(shown)
    assert shown.textFormat() is Qt.TextFormat.PlainText
    assert "<img" not in plain_tip("<img src='file:///x'>")
    assert plain_tip("") == ""


def test_an_elided_line_tells_the_rest_in_its_tip(qtbot):
    line = ElidedLabel("a sentence that is far too long for it")
    qtbot.addWidget(line)
    line.resize(60, 20)
    line.show()
    assert line.text().endswith("…")
    assert "far too long" in line.toolTip()
    assert line.accessibleName() == line.whole() == "a sentence that is far too long for it"
    line.resize(900, 20)
    assert line.text() == line.whole()
    assert line.toolTip() == ""


@pytest.fixture
def page(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def bar(page):
    return MessageBar(page)


def test_an_error_is_shown_with_its_hint_until_it_is_closed(bar, qtbot):
    bar.show_error(FactcheckError("The desk is locked.", "Close it elsewhere."))
    assert bar.isVisible()
    assert bar.text() == "The desk is locked. Close it elsewhere."
    action, close = bar.findChildren(QPushButton)
    assert not action.isVisible()
    with qtbot.waitSignal(bar.closed):
        qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def test_a_message_can_ask_for_a_deed(bar, qtbot):
    done = []
    bar.show_message("Something is broken.", offer=("Copy details", lambda: done.append(1)))
    action, _ = bar.findChildren(QPushButton)
    assert action.text() == "Copy details"
    qtbot.mouseClick(action, Qt.MouseButton.LeftButton)
    assert done == [1]
    bar.show_message("All is well.")
    assert not action.isVisible()


def test_a_warning_is_told_from_news_by_a_sign(bar):
    sign = next(each for each in bar.findChildren(ToneLabel) if each.text() == "!")
    bar.show_message("It was written.")
    assert not sign.isVisible()
    bar.show_error(FactcheckError("The desk is locked.", "Close it elsewhere."))
    assert sign.isVisible()


def test_a_line_in_a_tone_follows_the_appearance_inside_a_window(qtbot, qapp):
    around = QWidget()
    qtbot.addWidget(around)
    line = ToneLabel("green", around)
    around.show()
    try:
        for palette in (DARK, LIGHT):
            theme.apply(qapp, palette)
            assert palette.tone("green").ink in line.styleSheet()
    finally:
        theme.apply(qapp, LIGHT)
