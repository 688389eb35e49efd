"""The line above the table: what the view asks for as chips, text, groups, order."""

from __future__ import annotations

from dataclasses import fields, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QWidget

from factcheck.domain.queues import Group, Order, View
from factcheck.ui.queue.filter_menu import FilterMenu
from factcheck.ui.queue.wording import (
    Filter,
    Names,
    filters,
    group_words,
    order_words,
    sort_words,
)
from factcheck.ui.statement.chip import Chip
from factcheck.ui.statement.flow import FlowLayout, row_policy
from factcheck.ui.widgets import button

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QPushButton

# By these the statements of each article can be sorted, and stay gathered.
_WITHIN_ARTICLES = (Order.READING, Order.DUE)
_USUAL = {field.name: getattr(View(), field.name) for field in fields(View)}


class FilterBar(QFrame):
    """Shows a view; ``wanted`` carries the View that was asked for.

    ``left``: the person is done with typing and goes back to the list.
    """

    wanted = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._view = View()
        self.setProperty("role", "filter-bar")
        self.chips: list[FilterChip] = []
        self.menu = FilterMenu(self)
        self.menu.wanted.connect(self.wanted)
        self.add = button(self.tr("+ Filter"), flat=True)
        self.add.setMenu(self.menu)
        self.text = _TextField()
        self.text.given.connect(self._take_text)
        self.text.left.connect(self.left)
        self.group, self.group_menu = self._with_menu(self.tr("Groups"))
        self.sort, self.sort_menu = self._with_menu(self.tr("Order"))
        self._fill_menus()
        self._lay_out()

    def show_view(self, view: View, names: Names) -> None:
        """Show what a view asks for."""
        self._view = view
        self.menu.view = view
        self._show_chips(list(filters(view, names)))
        self.text.show_text(view.text)
        self.group.setText(self.tr("Group: {} ▾").format(group_words(view.group)))
        self.sort.setText(self.tr("Sort: {} ▾").format(sort_words(view)))
        for action in self.group_menu.actions():
            action.setChecked(action.data() == view.group)
        for action in self.sort_menu.actions():
            action.setChecked(action.data() == view.sorted_by())

    def _show_chips(self, wanted: list[Filter]) -> None:
        if [chip.filter for chip in self.chips] == wanted:
            return
        had_focus = any(chip.hasFocus() for chip in self.chips)
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._flow.removeWidget(self.add)
        self.chips = [self._chip(one) for one in wanted]
        self._flow.addWidget(self.add)
        for before, after in pairwise((_stop_before(self.add), *self.chips)):
            QWidget.setTabOrder(before, after)
        if had_focus:
            self.add.setFocus()
        self._flow.invalidate()
        self._flowing.updateGeometry()

    def _chip(self, one: Filter) -> FilterChip:
        chip = FilterChip(one)
        chip.clicked.connect(lambda: self._remove(one))
        self._flow.addWidget(chip)
        chip.show()
        return chip

    def _remove(self, one: Filter) -> None:
        usual = {name: _USUAL[name] for name in one.fields}
        self.wanted.emit(replace(self._view, **usual))

    def _take_text(self, text: str) -> None:
        if text != self._view.text:
            self.wanted.emit(replace(self._view, text=text))

    def _with_menu(self, name: str) -> tuple[QPushButton, QMenu]:
        made, menu = button("", flat=True), QMenu(self)
        made.setAccessibleDescription(name)
        made.setMenu(menu)
        return made, menu

    def _fill_menus(self) -> None:
        for group in Group:
            self._add(self.group_menu, group_words(group), group)
        for order in Order:
            self._add(self.sort_menu, order_words(order), order)
        self.group_menu.triggered.connect(lambda action: self.group_by(Group(action.data())))
        self.sort_menu.triggered.connect(lambda action: self.sort_by(Order(action.data())))

    def _add(self, menu: QMenu, words: str, data: str) -> None:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setData(data)

    def group_by(self, group: Group) -> None:
        """Gather the statements under headings; groups bring an order of their own."""
        order = Order.READING if group is Group.ARTICLE else self._view.order
        self.wanted.emit(replace(self._view, group=group, order=order, descending=False))

    def sort_by(self, order: Order) -> None:
        """Sort by this; where that is so already, the other way round."""
        view = self._view
        if order is view.sorted_by():
            self.wanted.emit(replace(view, descending=not view.descending))
        else:
            within = view.group is Group.ARTICLE and order in _WITHIN_ARTICLES
            group = view.group if within else Group.NONE
            self.wanted.emit(replace(view, order=order, descending=False, group=group))

    def _lay_out(self) -> None:
        self._flowing = QWidget()
        self._flowing.setSizePolicy(row_policy())
        self._flow = FlowLayout(self._flowing)
        self._flow.addWidget(self.add)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 7, 8, 7)
        row.setSpacing(6)
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self._flowing, 1, middle)
        row.addWidget(self.text, 0, middle)
        row.addWidget(self.group, 0, middle)
        row.addWidget(self.sort, 0, middle)


def _stop_before(widget: QWidget) -> QWidget:
    """Return where Tab stops before a widget; itself where it stops nowhere else."""
    before = widget.previousInFocusChain()
    while before is not None and before.focusPolicy() is Qt.FocusPolicy.NoFocus:
        before = before.previousInFocusChain()
    return before or widget


class FilterChip(Chip):
    """One thing that is asked for; a press takes it away."""

    def __init__(self, one: Filter) -> None:
        super().__init__(f"{one.words}  ✕", tone="blue")
        self.filter = one
        self.setAccessibleName(self.tr("Remove the filter: {}").format(one.words))


class _TextField(QLineEdit):
    """Words to look for; they are given with Return, or when the field is cleared."""

    given = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(self.tr("Filter by words"))
        self.setAccessibleName(self.tr("Filter by words"))
        self.setFixedWidth(150)
        self.textChanged.connect(self._give_nothing)

    def show_text(self, text: str) -> None:
        """Show the words that are looked for, unless others are being typed."""
        if not self.hasFocus() or not text:
            with QSignalBlocker(self):
                self.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the words with Return, take them back with Escape."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.given.emit(" ".join(self.text().split()))
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _give_nothing(self, text: str) -> None:
        if not text:
            self.given.emit("")
