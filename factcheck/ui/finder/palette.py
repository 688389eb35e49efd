"""The list under the search field, and what becomes of the line that is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from factcheck.ui.finder.entries import OPENER, Entry, groups
from factcheck.ui.finder.lines import ENTRY, Lines
from factcheck.ui.key_labels import first_key
from factcheck.ui.widgets import label

if TYPE_CHECKING:
    from factcheck.ui.finder.entries import Group
    from factcheck.ui.finder.field import FinderField
    from factcheck.ui.workplace import Workplace

_WIDTH = 560
_HIGHEST = 460
_MARGIN = 8


class PaletteList(QFrame):
    """Groups of entries, one of which is chosen; the focus stays in the field."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "palette")
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("What was found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(Lines(self.list))
        self._nothing = label(self.tr("Nothing has these letters."), "muted")
        self._nothing.setMargin(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 5, 1, 5)
        column.addWidget(self.list)
        column.addWidget(self._nothing)
        self.hide()

    def show_groups(self, found: list[Group]) -> None:
        """Show these entries and choose the first."""
        self.list.clear()
        for group in found:
            self._add_heading(group.heading)
            for entry in group.entries:
                self._add_entry(entry)
        self.list.setVisible(bool(found))
        self._nothing.setVisible(not found)
        if found:
            self.list.setCurrentRow(1)
            self.list.scrollToTop()

    def wanted_height(self) -> int:
        """Return the height at which nothing has to be scrolled."""
        rows = sum(self.list.sizeHintForRow(row) for row in range(self.list.count()))
        return (rows or self._nothing.sizeHint().height()) + 12

    def chosen(self) -> Entry | None:
        """Return the entry that is chosen, None where nothing was found."""
        item = self.list.currentItem()
        return item.data(ENTRY) if item else None

    def move_by(self, step: int, *, page: bool) -> None:
        """Choose the next entry or the one before, or one a page away; the ends hold."""
        entries = [row for row in range(self.list.count()) if self.list.item(row).data(ENTRY)]
        if entries:
            far = self._rows_shown() if page else 1
            place = entries.index(self.list.currentRow()) + step * far
            self.list.setCurrentRow(entries[max(0, min(place, len(entries) - 1))])

    def _rows_shown(self) -> int:
        return max(1, self.list.viewport().height() // self.list.sizeHintForRow(1) - 1)

    def _add_heading(self, text: str) -> None:
        item = QListWidgetItem(text, self.list)
        item.setFlags(Qt.ItemFlag.NoItemFlags)

    def _add_entry(self, entry: Entry) -> None:
        item = QListWidgetItem(self.list)
        item.setData(ENTRY, entry)
        said = f"{entry.text}, {entry.aside}" if entry.aside else entry.text
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)


class Finder(QObject):
    """Joins the field in the title bar to the list below it."""

    def __init__(self, work: Workplace, field: FinderField) -> None:
        super().__init__(work)
        self._work = work
        self._field = field
        self._before: QWidget | None = None
        self.popup = PaletteList(work.window)
        self._opener = work.actions[OPENER]
        self._opener.changed.connect(self._show_key)
        self._show_key()
        QApplication.instance().focusChanged.connect(self._remember)  # type: ignore[union-attr]
        field.entered.connect(self._show)
        field.left.connect(self._hide)
        field.textEdited.connect(lambda _text: self._show())
        field.moved.connect(lambda step, page: self.popup.move_by(step, page=page))
        field.taken.connect(self.take)
        field.given_up.connect(self.close)
        self.popup.list.itemClicked.connect(lambda _item: self.take())
        work.window.installEventFilter(self)

    def open(self) -> None:
        """Go to the field and show what there is."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def close(self) -> None:
        """Forget what was typed and give the focus back."""
        self._hide()
        before = self._before
        if before is not None and before.isVisible():
            before.setFocus()
        else:
            self._field.clearFocus()

    def take(self) -> None:
        """Do what the chosen entry stands for, from where the focus was before."""
        entry = self.popup.chosen() if self.popup.isVisible() else None
        if entry is not None:
            self.close()
            entry.run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the list under its field when the window's size changes."""
        if event.type() == QEvent.Type.Resize and self.popup.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        self.popup.show_groups(groups(self._work, self._field.text()))
        self._place()
        self.popup.show()
        self.popup.raise_()

    def _hide(self) -> None:
        self.popup.hide()
        self._field.clear()

    def _place(self) -> None:
        """Put the list below the middle of the field, inside the window."""
        window, field = self._work.window, self._field
        below = field.mapTo(window, QPoint(field.width() // 2, field.height() + 4))
        width = min(_WIDTH, window.width() - 2 * _MARGIN)
        room = window.height() - below.y() - _MARGIN
        height = min(self.popup.wanted_height(), _HIGHEST, room)
        left = max(_MARGIN, min(below.x() - width // 2, window.width() - width - _MARGIN))
        self.popup.setGeometry(left, below.y(), width, height)

    def _remember(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is self._field and before is not None:
            self._before = before

    def _show_key(self) -> None:
        self._field.show_key(first_key(self._opener))
