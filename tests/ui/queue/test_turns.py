"""The work for one key is spread over turns of the event loop: no frame is late for it."""

from PySide6.QtCore import QEvent, QObject


class Paints(QObject):
    """Says whether a widget was painted since ``begin``."""

    def __init__(self, widget):
        super().__init__(widget)
        self.begin()
        widget.installEventFilter(self)

    def begin(self):
        self.seen = False

    def eventFilter(self, watched, event):
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False


def test_the_next_statement_is_painted_after_the_turn_in_which_it_is_filled(hand):
    panel, held = hand.work.panel, []
    hand.work.choice.statement_changed.connect(lambda: held.append(panel.updatesEnabled()))
    paints = Paints(panel)
    hand.press("J")
    assert held == [False]
    hand.qtbot.waitUntil(lambda: paints.seen)
    assert panel.updatesEnabled()


def test_the_list_is_painted_after_the_turn_in_which_something_was_done(hand):
    held = []
    hand.window.session.changed.connect(lambda _: held.append(hand.list.table.updatesEnabled()))
    paints = Paints(hand.list.table.viewport())
    hand.press("Ctrl+Z")
    assert held == [False]
    hand.qtbot.waitUntil(lambda: paints.seen)
    assert hand.list.table.updatesEnabled()


def test_the_queue_is_painted_after_the_turn_in_which_it_comes(hand):
    hand.press("Ctrl+1", hand.window)
    hand.work.show_queue()
    assert not hand.list.table.updatesEnabled()
    paints = Paints(hand.list.table.viewport())
    hand.qtbot.waitUntil(lambda: paints.seen)
    assert hand.list.table.updatesEnabled()
