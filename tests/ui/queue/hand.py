"""Work the queue of a window as a person does, with keys and clicks."""

from PySide6.QtCore import Qt

from tests.ui.driving import press

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
