"""What narrows the queue down: verdicts, the menu, chips, words; on the sample desk."""

import pytest

from factcheck.actions.tags import add_tag
from factcheck.domain.queues import Backing, Due, Order, View, address_of
from factcheck.domain.workflow import State
from factcheck.ui.queue.asking import PickDialog
from tests.ui.driving import click, dialog, press, type_text


def test_a_verdict_filters_and_no_longer(hand):
    hand.click_line(hand.side.verdicts, "fix")
    assert hand.list.model.total == 1
    assert hand.side.verdicts.lit() == "fix"
    assert hand.chips() == ["Awaiting review", "✎ Fix"]
    # The other verdicts can still be gone to.
    assert hand.counts(hand.side.verdicts)["✗ False"] == "1"
    hand.click_line(hand.side.verdicts, "fix")
    assert hand.list.model.total == 3


def test_a_chip_takes_its_filter_away(hand):
    hand.choose(View(state=State.AWAITING_REVIEW, outcome="fix"))
    click(hand.qtbot, hand.bar.chips[0])
    hand.wait()
    assert hand.page.view == View(outcome="fix")
    hand.bar.chips[0].setFocus()
    hand.press("Space")
    assert hand.page.view == View()


def test_mine_and_not_mine_exclude_each_other(hand):
    click(hand.qtbot, hand.side.not_mine)
    hand.wait()
    assert hand.page.view.not_checker == "Ada Reed"
    assert hand.chips() == ["Awaiting review", "not checked by me"]
    click(hand.qtbot, hand.side.mine)
    hand.wait()
    assert (hand.page.view.checker, hand.page.view.not_checker) == ("Ada Reed", "")
    assert not hand.side.not_mine.isChecked()
    hand.click_line(hand.side.queues, State.APPROVED)
    assert hand.page.view == View(state=State.APPROVED, checker="Ada Reed")


def test_a_filter_is_added_by_keyboard(hand):
    press(hand.qtbot, "Ctrl+Shift+F", hand.table)
    menu = hand.bar.menu
    hand.qtbot.waitUntil(menu.isVisible)
    press(hand.qtbot, "E", menu)
    hand.qtbot.waitUntil(lambda: menu.activeAction() is not None)
    backing = menu.activeAction().menu()
    hand.qtbot.waitUntil(backing.isVisible)
    press(hand.qtbot, "Down", backing)
    hand.press("Return", backing)
    assert hand.page.view == View(state=State.AWAITING_REVIEW, backing=Backing.SINGLE)
    assert hand.chips() == ["Awaiting review", "single source"]


@pytest.mark.parametrize(
    ("words", "view"),
    [
        ("High", "priority=high"),
        ("Overdue", "overdue=1"),
        ("due today", "due=today"),
        ("Number", "kind=number"),
        ("only secondary sources", "backing=secondary"),
        ("Ada Reed", "checker=Ada+Reed"),
        ("✎ Fix", "outcome=fix"),
    ],
)
def test_the_menu_has_what_can_be_filtered_by(hand, words, view):
    hand.choose(View())
    menus = [action.menu() for action in hand.bar.menu.actions() if action.menu()]
    (found,) = [one for menu in menus for one in menu.actions() if one.text() == words]
    found.trigger()
    hand.wait()
    assert address_of(hand.page.view) == view


def test_an_article_is_picked_by_a_few_letters(hand):
    hand.bar.menu.article_wanted.emit()
    asked = dialog(hand.qtbot, hand.window, PickDialog)
    type_text(hand.qtbot, "zzz")
    hand.qtbot.waitUntil(lambda: not asked.ok.isEnabled())
    press(hand.qtbot, "Ctrl+A")
    type_text(hand.qtbot, "night fer")
    hand.qtbot.waitUntil(asked.ok.isEnabled)
    press(hand.qtbot, "Return")
    hand.wait()
    assert hand.page.view.article == hand.list.current().article_id
    assert hand.chips()[1].startswith("in: Night ferry")


def test_a_tag_is_picked(hand):
    tagged = hand.list.model.row(1)
    hand.work.session.do(add_tag, statement=tagged.statement_id, word="money")
    hand.wait()
    hand.bar.menu.tag_wanted.emit()
    dialog(hand.qtbot, hand.window, PickDialog)
    type_text(hand.qtbot, "mon")
    press(hand.qtbot, "Return")
    hand.wait()
    assert hand.numbers() == [tagged.number]
    assert hand.chips() == ["Awaiting review", "#money"]


def test_words_are_given_with_return_and_taken_back_with_escape(hand):
    press(hand.qtbot, "/", hand.table)
    assert hand.bar.text.hasFocus()
    type_text(hand.qtbot, "profit")
    hand.press("Return")
    assert hand.page.view.text == "profit"
    assert hand.table.hasFocus()
    press(hand.qtbot, "/", hand.table)
    hand.press("Escape")
    assert hand.page.view.text == ""


def test_all_filters_are_taken_away_at_once(hand):
    hand.choose(View(state=State.APPROVED, outcome="fix", due=Due.WEEK, order=Order.WORDS))
    hand.work.actions["queue.clear"].trigger()
    hand.wait()
    assert hand.page.view == View(state=State.APPROVED, order=Order.WORDS)


def test_words_that_cant_be_read_are_refused_and_the_list_stays(hand):
    press(hand.qtbot, "/", hand.table)
    type_text(hand.qtbot, "due:never")
    press(hand.qtbot, "Return")
    hand.qtbot.waitUntil(hand.window.message.isVisible)
    assert hand.list.model.total == 3
    # An action on what is still on show is no trouble.
    hand.work.session.do(add_tag, statement=hand.list.current().statement_id, word="x")
    press(hand.qtbot, "/", hand.table)
    hand.press("Escape")
    assert hand.list.model.total == 3
