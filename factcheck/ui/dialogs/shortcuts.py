"""All commands with their keys, each of which can be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from factcheck.errors import FactcheckError
from factcheck.ui.dialogs.many import SureDialog
from factcheck.ui.widgets import ToneLabel, button, label

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from factcheck.ui.shortcuts import Shortcuts

_NAME = int(Qt.ItemDataRole.UserRole)


class ShortcutsDialog(QDialog):
    """A list to look things up in; below it the chosen command's key, to be pressed anew.

    ``words`` are the commands' names by id. Every change holds at once.
    """

    def __init__(
        self, shortcuts: Shortcuts, words: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self._shortcuts = shortcuts
        self.filter = QLineEdit()
        self._items = [_item(name, words[name]) for name in shortcuts.current()]
        self.list = self._make_list()
        self.key = QKeySequenceEdit()
        self.clear = button(self.tr("&Clear"))
        self.reset = button(self.tr("&Reset"))
        self.reset_all = button(self.tr("Reset &all"))
        self.refusal = ToneLabel("amber")
        self._lay_out()
        self._connect()
        self._show_keys()
        self.list.setCurrentItem(self._items[0])
        self.filter.setFocus()
        self.resize(620, 600)

    def _make_list(self) -> QTreeWidget:
        made = QTreeWidget()
        made.setAccessibleName(self.tr("Commands"))
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setHeaderLabels([self.tr("Command"), self.tr("Key")])
        made.addTopLevelItems(self._items)
        made.header().setStretchLastSection(False)
        made.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        made.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        return made

    def _lay_out(self) -> None:
        self.filter.setPlaceholderText(self.tr("Filter by command or key"))
        self.filter.setAccessibleName(self.tr("Filter by command or key"))
        self.key.setMaximumSequenceLength(1)
        self.key.setAccessibleName(self.tr("Key of the chosen command"))
        for field in self.key.findChildren(QLineEdit):
            field.setAccessibleName(self.key.accessibleName())
        title = label(self.tr("&Key"))
        title.setBuddy(self.key)
        row = QHBoxLayout()
        row.addWidget(title)
        row.addWidget(self.key, 1)
        for each in (self.clear, self.reset, self.reset_all):
            row.addWidget(each)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.filter)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        column.addWidget(self.refusal)
        column.addWidget(buttons)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._narrow)
        self.list.currentItemChanged.connect(lambda *_items: self._show_chosen())
        self.key.keySequenceChanged.connect(self._choose)
        self.clear.clicked.connect(lambda: self._do(self._shortcuts.clear))
        self.reset.clicked.connect(lambda: self._do(self._shortcuts.reset))
        self.reset_all.clicked.connect(self._ask_for_all)

    def _narrow(self, text: str) -> None:
        """Show only what has all words of the filter in its name or its key."""
        asked = text.casefold().split()
        for item in self._items:
            said = f"{item.text(0)} {item.text(1)}".casefold()
            item.setHidden(not all(word in said for word in asked))
        shown = [item for item in self._items if not item.isHidden()]
        if shown and self.list.currentItem() not in shown:
            self.list.setCurrentItem(shown[0])

    def _choose(self, key: QKeySequence) -> None:
        if key.isEmpty():
            return
        self._do(lambda name: self._shortcuts.choose(name, key.toString()))

    def _ask_for_all(self) -> None:
        """Take all choices back after a question: nothing else would bring them again."""
        told = self.tr("Every key that you chose becomes the usual one again.")
        sure = SureDialog(told, self.reset_all.text().replace("&", ""), self)
        sure.accepted.connect(lambda: self._do(lambda _name: self._shortcuts.reset_all()))
        sure.finished.connect(sure.deleteLater)
        sure.open()

    def _do(self, deed: Callable[[str], None]) -> None:
        """Change the chosen command's key, or say why that can't be."""
        item = self.list.currentItem()
        if item is None:
            return
        try:
            deed(item.data(0, _NAME))
        except FactcheckError as error:
            self._show_keys()
            self.refusal.say(str(error))
        else:
            self._show_keys()

    def _show_keys(self) -> None:
        native = QKeySequence.SequenceFormat.NativeText
        for item, keys in zip(self._items, self._shortcuts.current().values(), strict=True):
            item.setText(1, "   ".join(QKeySequence(key).toString(native) for key in keys))
        self._show_chosen()

    def _show_chosen(self) -> None:
        item = self.list.currentItem()
        self.refusal.say("")
        if item is None:
            return
        name = item.data(0, _NAME)
        keys = self._shortcuts.current()[name]
        self.key.blockSignals(True)  # noqa: FBT003 — Qt takes it by place only
        self.key.setKeySequence(QKeySequence(keys[0] if keys else ""))
        self.key.blockSignals(False)  # noqa: FBT003
        self.clear.setEnabled(bool(keys))
        self.reset.setEnabled(self._shortcuts.is_changed(name))
        self.reset_all.setEnabled(self._shortcuts.are_changed())


def _item(name: str, words: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem([words, ""])
    item.setData(0, _NAME, name)
    return item
