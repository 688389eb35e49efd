"""The queue sorted and grouped, by keys and clicks on the sample desk."""

from PySide6.QtCore import QPoint, Qt

from factcheck.domain.queues import Group, Order, View
from factcheck.ui.queue.model import DUE, VERDICT
from tests.ui.driving import press


def test_a_click_on_a_heading_sorts_and_turns_round(hand):
    header = hand.table.horizontalHeader()

    def click_on(column):
        place = QPoint(header.sectionViewportPosition(column) + 10, 8)
        hand.qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
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
