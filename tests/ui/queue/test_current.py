"""Which line of the queue is the current one after something was done, here or elsewhere."""

from factcheck.actions.tags import add_tag
from factcheck.domain.queues import View
from tests.ui.driving import press


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


def test_who_goes_on_before_the_list_was_read_anew_stays_there(hand):
    hand.choose(View())
    numbers = hand.numbers()
    press(hand.qtbot, "J", hand.table)
    hand.work.queue.settle()
    press(hand.qtbot, "Shift+P", hand.table)
    hand.qtbot.waitUntil(hand.list.bulk.menu.isVisible)
    press(hand.qtbot, "Return", hand.list.bulk.menu)
    press(hand.qtbot, "J", hand.table)
    press(hand.qtbot, "J", hand.table)
    assert hand.number() == numbers[3]
    hand.wait()
    assert hand.number() == numbers[3]
    hand.work.session.do(add_tag, statement=hand.list.model.row(0).statement_id, word="x")
    press(hand.qtbot, "End", hand.table)
    hand.wait()
    assert hand.number() == numbers[-1]
