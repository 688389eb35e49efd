"""Shows who did what, and when, and what that changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QPlainTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from factcheck.ui.statement.telling import ShownEntry


class HistoryDialog(QDialog):
    """All events in a list, newest first; the one chosen is told in full below it."""

    def __init__(
        self, title: str, entries: tuple[ShownEntry, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.list = self._make_list(entries)
        self.detail = QPlainTextEdit()
        self.detail.setReadOnly(True)
        self.detail.setAccessibleName(self.tr("What was changed"))
        self._entries = entries
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.list, 2)
        column.addWidget(self.detail, 1)
        column.addWidget(buttons)
        self.list.currentItemChanged.connect(self._tell)
        self._tell(None)
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.resize(820, 560)

    def _make_list(self, entries: tuple[ShownEntry, ...]) -> QTreeWidget:
        made = QTreeWidget()
        made.setAccessibleName(self.tr("History"))
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setHeaderLabels([self.tr("When"), self.tr("Who"), self.tr("What"), self.tr("Changed")])
        for entry in entries:
            cells = (entry.full, entry.who, entry.action, " · ".join(entry.changes))
            made.addTopLevelItem(QTreeWidgetItem([" ".join(cell.split()) for cell in cells]))
        for column in range(3):
            made.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        return made

    def _tell(self, item: QTreeWidgetItem | None) -> None:
        if item is None:
            self.detail.setPlainText(self.tr("Nothing has happened yet."))
            return
        entry = self._entries[self.list.indexOfTopLevelItem(item)]
        told = " · ".join((entry.full, entry.who, entry.action))
        self.detail.setPlainText("\n".join((told, *entry.changes)))
