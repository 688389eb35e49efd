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


def test_the_statement_comes_after_the_turn_in_which_its_panel_does(hand):
    panel = hand.work.panel
    hand.press("Ctrl+1", hand.window)
    hand.work.show_queue()
    assert panel.isVisible()
    assert not panel.head.isVisible()
    assert not panel.updatesEnabled()
    hand.qtbot.waitUntil(panel.updatesEnabled)
    assert panel.head.isVisible()


def test_what_comes_later_is_painted_in_a_turn_of_its_own(hand):
    panel, held = hand.work.panel, []
    panel.history.shown.connect(lambda: held.append(panel.updatesEnabled()))
    hand.press("J")
    hand.qtbot.waitUntil(panel.history.lines[0].isVisible)
    assert held[-1] is False
    hand.qtbot.waitUntil(panel.updatesEnabled)
