"""The queue in the window, worked by keys and clicks on the sample desk."""

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from shiboken6 import delete

from factcheck.actions.details import describe
from factcheck.actions.tags import add_tag
from factcheck.domain.queues import Backing, Due, Group, Order, View, address_of
from factcheck.domain.workflow import State
from factcheck.ui.palette import DARK, LIGHT
from factcheck.ui.queue.asking import AddressDialog, NameDialog, PickDialog
from factcheck.ui.queue.model import DUE, VERDICT
from factcheck.ui.queue_page import QueuePage
from tests.ui.driving import click, dialog, press, type_text

LEFT = Qt.MouseButton.LeftButton


class Hand:
    """Works the queue of a window; each deed waits until what it asks for is on show."""

    def __init__(self, qtbot, window):
        self.qtbot, self.window, self.work = qtbot, window, window.work
        self.page, self.list = window.work.queue, window.work.queue.list
        self.side, self.bar, self.table = self.list.side, self.list.bar, self.list.table

    def open(self):
        press(self.qtbot, "Ctrl+3", self.window)
        self.wait()

    def wait(self):
        """Wait until the list shows the view that was asked for, with all counts."""
        self.qtbot.waitUntil(lambda: not self.page.reader.is_busy())
        assert self.page.question.view == self.page.view
        self.page.settle()
        self.work.panel.settle()

    def back(self):
        """Come back from a dialog; without a window manager nobody else does it."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        self.wait()

    def press(self, keys, widget=None):
        press(self.qtbot, keys, widget)
        self.wait()

    def click_line(self, listed, key):
        item = listed.item(listed.keys().index(key))
        self.qtbot.mouseClick(listed.viewport(), LEFT, pos=listed.visualItemRect(item).center())
        self.wait()

    def counts(self, listed):
        return {
            listed.item(place).text(): listed.item(place).data(Qt.ItemDataRole.UserRole + 1)
            for place in range(listed.count())
        }

    def numbers(self):
        model = self.list.model
        return [model.row(place).number for place in range(model.total)]

    def number(self):
        row = self.list.current()
        return row.number if row else None

    def chips(self):
        return [chip.filter.words for chip in self.bar.chips]

    def choose(self, view):
        self.page.show_view(view)
        self.wait()


@pytest.fixture
def hand(qtbot, sample):
    hand = Hand(qtbot, sample)
    hand.open()
    return hand


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


def test_a_verdict_filters_and_no_longer(hand):
    hand.click_line(hand.side.verdicts, "fix")
    assert hand.list.model.total == 1
    assert hand.side.verdicts.lit() == "fix"
    assert hand.chips() == ["Awaiting review", "✎ Fix"]
    # The other verdicts can still be gone to.
    assert hand.counts(hand.side.verdicts)["✗ False"] == "1"
    hand.click_line(hand.side.verdicts, "fix")
    assert hand.list.model.total == 3


def test_all_pages_of_a_list_are_of_the_moment_at_which_it_was_read(hand):
    read = hand.page.question.now
    hand.press("J")
    hand.page._read_rows(0, 2)
    hand.wait()
    assert hand.page.question.now == read
    hand.choose(View(overdue=True))
    assert hand.page.question.now > read


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


def test_an_approved_statement_makes_room_for_the_next_at_once(hand):
    hand.work.session.person = "Jon Park"
    hand.work.judging.refresh()
    numbers = hand.numbers()
    press(hand.qtbot, "J", hand.table)
    assert hand.number() == numbers[1]
    press(hand.qtbot, "A", hand.table)
    # Nobody waited for the reader.
    assert hand.number() == numbers[2]
    hand.work.queue.settle()
    assert hand.work.choice.statement == hand.list.current().statement_id
    hand.wait()
    assert hand.numbers() == [numbers[0], numbers[2]]
    assert hand.counts(hand.side.queues)["Awaiting review"] == "2"
    assert hand.counts(hand.side.queues)["Approved"] == "8"
    hand.press("Ctrl+Z", hand.table)
    assert hand.numbers() == numbers
    assert hand.number() == numbers[2]


def test_the_last_one_leaves_the_one_before(hand):
    hand.work.session.person = "Jon Park"
    hand.work.judging.refresh()
    hand.press("End", hand.table)
    hand.press("A", hand.table)
    assert hand.list.place() == 1
    hand.press("A", hand.table)
    hand.press("A", hand.table)
    assert hand.list.nothing.isVisible()
    assert hand.work.choice.statement is None


def test_the_choice_follows_a_statement_that_moves(hand):
    hand.choose(View(order=Order.DUE))
    hand.press("Down", hand.table)
    moved, number = hand.list.current().statement_id, hand.number()
    due = hand.work.now()
    hand.work.session.do(describe, statement=moved, due_at=due)
    hand.wait()
    assert hand.number() == number
    assert hand.list.place() == 0
    assert hand.list.current().due == "today"


def test_others_work_is_followed(hand):
    from factcheck.actions.desks import open_desk
    from factcheck.actions.people import person_called
    from factcheck.actions.verdicts import approve
    from factcheck.store.reads import standing_verdict

    gone, stays = hand.list.model.row(0), hand.list.model.row(1)
    hand.press("Down", hand.table)
    other = open_desk(hand.work.session.desk.path)
    jon = person_called(other, name="Jon Park")
    seen = standing_verdict(other, gone.statement_id).id
    approve(other, actor=jon, statement=gone.statement_id, seen=seen)
    other.close()
    with hand.qtbot.waitSignal(hand.work.session.changed):
        pass
    hand.wait()
    assert hand.list.model.total == 2
    assert hand.list.current().statement_id == stays.statement_id


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


def test_a_click_on_a_heading_sorts_and_turns_round(hand):
    header = hand.table.horizontalHeader()

    def click_on(column):
        place = QPoint(header.sectionViewportPosition(column) + 10, 8)
        hand.qtbot.mouseClick(header.viewport(), LEFT, pos=place)
        hand.wait()

    click_on(VERDICT)
    assert (hand.page.view.order, hand.page.view.descending) == (Order.OUTCOME, False)
    forth = hand.numbers()
    click_on(VERDICT)
    assert hand.page.view.descending
    assert hand.numbers() == forth[::-1]
    assert hand.bar.sort.text() == "Sort: verdict ↓ ▾"
    click_on(DUE)
    assert (hand.page.view.order, hand.page.view.descending) == (Order.DUE, False)


def test_the_statements_of_each_article_are_sorted_and_stay_gathered(hand):
    hand.choose(View())
    hand.bar.group_by(Group.ARTICLE)
    hand.wait()
    assert (hand.page.view.group, hand.page.view.sorted_by()) == (Group.ARTICLE, Order.READING)
    hand.bar.sort_by(Order.DUE)
    hand.wait()
    assert (hand.page.view.group, hand.page.view.sorted_by()) == (Group.ARTICLE, Order.DUE)
    assert hand.list.model.row(0).heading
    hand.bar.sort_by(Order.PRIORITY)
    hand.wait()
    assert hand.page.view.group is Group.NONE


def test_groups_stand_under_headings_and_keys_pass_them(hand):
    hand.choose(View())
    (by_person,) = [a for a in hand.bar.group_menu.actions() if a.text() == "person"]
    by_person.trigger()
    hand.wait()
    assert hand.page.view.group is Group.CHECKER
    rows = [hand.list.model.row(place) for place in range(hand.list.model.total)]
    headed = [place for place, row in enumerate(rows) if row.heading]
    assert headed[0] == 0
    assert [rows[place].heading for place in headed] == list(
        dict.fromkeys(row.checker or "Nobody" for row in rows)
    )
    heights = {hand.table.rowHeight(place) for place in headed}
    assert len(heights) == 1
    assert hand.table.rowHeight(1) < heights.pop()
    hand.press("Home", hand.table)
    for place in range(1, len(rows)):
        press(hand.qtbot, "Down", hand.table)
        assert hand.list.place() == place


def test_a_view_is_saved_renamed_and_forgotten(hand):
    hand.choose(View(state=State.APPROVED, outcome="verified"))
    press(hand.qtbot, "Ctrl+Shift+S", hand.table)
    asked = dialog(hand.qtbot, hand.window, NameDialog)
    assert not asked.ok.isEnabled()
    type_text(hand.qtbot, "Done well")
    press(hand.qtbot, "Return")
    hand.back()
    assert hand.counts(hand.side.saved) == {"Done well": f"{hand.list.model.total}"}
    hand.click_line(hand.side.queues, State.TO_CHECK)
    saved = hand.side.saved
    hand.click_line(saved, saved.keys()[0])
    assert hand.page.view == View(state=State.APPROVED, outcome="verified")
    assert saved.lit()
    saved.setFocus()
    press(hand.qtbot, "F2")
    dialog(hand.qtbot, hand.window, NameDialog)
    type_text(hand.qtbot, "Fine")
    press(hand.qtbot, "Return")
    hand.back()
    assert [*hand.counts(saved)] == ["Fine"]
    saved.setFocus()
    hand.press("Delete")
    assert saved.isHidden()
    hand.press("Ctrl+Z", hand.table)
    assert [*hand.counts(saved)] == ["Fine"]


def test_an_address_is_copied_and_gone_to(hand):
    view = View(state=State.APPROVED, order=Order.WORDS, descending=True)
    hand.choose(view)
    press(hand.qtbot, "Ctrl+Shift+C", hand.table)
    address = QGuiApplication.clipboard().text()
    assert address == "state=approved&order=words&descending=1"
    hand.choose(View())
    press(hand.qtbot, "Ctrl+2", hand.window)
    press(hand.qtbot, "Ctrl+L", hand.window)
    asked = dialog(hand.qtbot, hand.window, AddressDialog)
    type_text(hand.qtbot, "state=lost")
    assert "state is one of" in asked.missing.text()
    assert not asked.ok.isEnabled()
    press(hand.qtbot, "Ctrl+A")
    type_text(hand.qtbot, address)
    press(hand.qtbot, "Return")
    hand.wait()
    assert hand.page.view == view
    assert hand.list.isVisible()


def test_a_desk_is_left_and_met_again_with_its_view(hand):
    path = hand.work.session.desk.path
    hand.choose(View(state=State.APPROVED, group=Group.DUE))
    hand.work.session.close()
    assert hand.work.session.open(path)
    hand.open()
    assert hand.page.view == View(state=State.APPROVED, group=Group.DUE)
    assert hand.list.model.total == 7


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


def test_a_window_that_is_gone_is_asked_for_no_statement(qtbot, window):
    page = QueuePage(window.session, window.work.choice, window.work.now)
    page.list.current_changed.emit(None)
    delete(page.list)
    later = QTimer()
    with qtbot.waitSignal(later.timeout):
        later.start(10)
