"""The list under the search field: groups of lines, one of which is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from factcheck.ui.finder.lines import ENTRY, Lines
from factcheck.ui.widgets import label

if TYPE_CHECKING:
    from factcheck.ui.finder.entries import Entry, Group


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
        self.remark = label("", "muted", wrap=True)
        self.remark.setMargin(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 5, 1, 5)
        column.addWidget(self.list)
        column.addWidget(self.remark)
        self.hide()

    def show_groups(self, found: list[Group], remark: str) -> None:
        """Show these entries and choose the first; below them stands a remark, if any."""
        self.list.clear()
        for group in found:
            self._add_heading(group.heading)
            for entry in group.entries:
                self._add_entry(entry)
        self.list.setVisible(bool(found))
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))
        if found:
            self.list.setCurrentRow(1)
            self.list.scrollToTop()

    def wanted_height(self) -> int:
        """Return the height at which nothing has to be scrolled."""
        rows = sum(self.list.sizeHintForRow(row) for row in range(self.list.count()))
        remark = self.remark.text() and self.remark.heightForWidth(self.width() - 2)
        return rows + (remark or 0) + 12

    def choose(self, entry: Entry) -> None:
        """Choose the line that reads like this one, if there is one."""
        for row in range(self.list.count()):
            other = self.list.item(row).data(ENTRY)
            if other and (other.text, other.aside) == (entry.text, entry.aside):
                self.list.setCurrentRow(row)
                return

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
        below = entry.below.text if entry.below else ""
        said = ", ".join(filter(None, (entry.text, entry.aside, below)))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
