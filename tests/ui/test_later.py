"""What is put off comes once, and in a turn of the event loop of its own."""

from PySide6.QtWidgets import QApplication, QWidget

from factcheck.ui.later import later, painted_apart


class Painted(QWidget):
    def __init__(self):
        super().__init__()
        self.count = 0

    def paintEvent(self, event):
        self.count += 1


def test_a_deed_that_is_put_off_is_done_once(qtbot):
    parent, done = QWidget(), []
    qtbot.addWidget(parent)
    timer = later(parent, lambda: done.append("done"))
    timer.start()
    timer.start()
    assert not done
    qtbot.waitUntil(lambda: not timer.isActive())
    assert done == ["done"]


def test_a_widget_is_painted_after_the_turn_in_which_it_is_filled(qtbot):
    widget = Painted()
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitUntil(lambda: widget.count == 1)
    hold = painted_apart(widget)
    hold()
    widget.update()
    QApplication.sendPostedEvents()
    assert widget.count == 1
    qtbot.waitUntil(lambda: widget.count == 2)
    widget.update()
    QApplication.sendPostedEvents()
    assert widget.count == 3
