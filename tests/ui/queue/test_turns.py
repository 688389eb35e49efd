"""The work for one key is spread over turns of the event loop: no frame is late for it."""


def test_the_next_statement_is_painted_after_the_turn_in_which_it_is_filled(hand):
    panel, held = hand.work.panel, []
    hand.work.choice.statement_changed.connect(lambda: held.append(panel.updatesEnabled()))
    hand.press("J")
    assert held == [False]
    hand.qtbot.waitUntil(panel.updatesEnabled)


def test_the_list_is_painted_after_the_turn_in_which_something_was_done(hand):
    held = []
    hand.window.session.changed.connect(lambda _: held.append(hand.table.updatesEnabled()))
    hand.press("Ctrl+Z")
    assert held == [False]
    hand.qtbot.waitUntil(hand.table.updatesEnabled)


def test_the_queue_is_painted_after_the_turn_in_which_it_comes(hand):
    hand.press("Ctrl+1", hand.window)
    hand.work.show_queue()
    assert not hand.table.updatesEnabled()
    hand.qtbot.waitUntil(hand.table.updatesEnabled)
