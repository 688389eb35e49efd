"""With the mouse alone: the hints above the article, and its menu."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu

from factcheck.ui.key_labels import CommandButton
from tests.ui.driving import click, press


@pytest.fixture
def page(sample):
    page = sample.work.page
    page.view.setFocus()
    return page


def at(page, words: str) -> QPoint:
    """Return the middle of words in the viewport."""
    start = page.text.index(words)
    page.view.select(start, start + len(words))
    part = page.view.shown().parts(start, start + len(words))[0]
    page.view.clear_selection()
    return QPoint(round((part.left + part.right) / 2), round(part.baseline - part.em / 3))


def menu_at(qtbot, page, point: QPoint) -> QMenu:
    qtbot.mouseClick(page.view.viewport(), Qt.MouseButton.RightButton, pos=point)
    page.view.customContextMenuRequested.emit(point)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(qtbot, menu: QMenu, words: str) -> None:
    (action,) = [each for each in menu.actions() if each.text().replace("&", "") == words]
    assert action.isEnabled()
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def hint(page, words: str) -> CommandButton:
    (found,) = [b for b in page.coverage.findChildren(CommandButton) if b.text() == words]
    return found


def test_selected_words_are_marked_by_the_hint_above(qtbot, sample, page):
    total = page.total
    start = page.text.index("fog-bound mornings")
    page.view.put_selection(start, start + len("fog-bound mornings"))
    click(qtbot, hint(page, "Mark selection"))
    assert page.total == total + 1
    assert sample.work.panel.head.quote.text() == "“fog-bound mornings”"
    assert page.view.hasFocus()


def test_a_hint_is_disabled_where_its_command_is(sample, page):
    assert hint(page, "Mark selection").isEnabled()
    sample.work.show_queue()
    assert not hint(page, "Mark selection").isEnabled()


def test_the_word_under_the_pointer_is_marked_by_the_menu(qtbot, sample, page):
    total = page.total
    menu = menu_at(qtbot, page, at(page, "battery-powered"))
    choose(qtbot, menu, "Mark selection or word")
    assert page.total == total + 1
    assert sample.work.panel.head.quote.text() == "“battery-powered”"


def test_the_statement_under_the_pointer_is_what_the_menu_is_about(qtbot, sample, page):
    work = sample.work
    mark = page.view.index.highlights[3]
    work.choice.show_statement(None)
    menu = menu_at(qtbot, page, at(page, page.text[mark.start : mark.end]))
    assert work.choice.statement == mark.statement_id
    menu.close()


def test_selected_words_stay_selected_and_can_be_copied(qtbot, page):
    start = page.text.index("battery-powered")
    point = at(page, "Solveig")
    page.view.put_selection(start, start + 7)
    menu = menu_at(qtbot, page, point)
    choose(qtbot, menu, "Copy")
    assert QApplication.clipboard().text() == "battery"
    assert page.view.selected_span() == (start, start + 7)


def test_return_presses_the_button_that_has_the_focus(qtbot, sample):
    attach = sample.work.panel.evidence.attach
    sample.work.page.go(1)
    attach.setFocus()
    press(qtbot, "Return")
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    QApplication.activeModalWidget().reject()


def test_who_has_given_a_reason_goes_on_with_the_keys_of_the_window(qtbot, sample, page):
    verdict = sample.work.panel.verdict
    start = page.text.index("fog-bound mornings")
    page.view.select(start, start + len("fog-bound mornings"))
    press(qtbot, "M")
    press(qtbot, "5")
    assert verdict.reasoning.hasFocus()
    qtbot.keyClicks(verdict.reasoning, "The log says otherwise.")
    press(qtbot, "Ctrl+Return")
    assert page.view.hasFocus()
