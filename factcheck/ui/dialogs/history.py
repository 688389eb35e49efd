"""Shows who did what, and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from factcheck.ui.widgets import breakable, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One event in words; ``detail`` is the reason given, or ""."""

    when: str
    who: str
    what: str
    detail: str


class HistoryDialog(QDialog):
    """All events in a list; the one chosen is told in full below it."""

    def __init__(
        self, title: str, lines: tuple[HistoryLine, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.list = self._make_list(lines)
        self.detail = label("", wrap=True)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lines = lines
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.list, 1)
        column.addWidget(self.detail)
        column.addWidget(buttons)
        self.list.currentItemChanged.connect(self._tell)
        self._tell(None)
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.resize(760, 480)

    def _make_list(self, lines: tuple[HistoryLine, ...]) -> QTreeWidget:
        made = QTreeWidget()
        made.setAccessibleName(self.tr("History"))
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setHeaderLabels([self.tr("When"), self.tr("Who"), self.tr("What"), self.tr("Reason")])
        for line in lines:
            cells = (line.when, line.who, line.what, line.detail)
            made.addTopLevelItem(QTreeWidgetItem([" ".join(cell.split()) for cell in cells]))
        for column in range(2):
            made.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        made.setColumnWidth(2, 260)
        return made

    def _tell(self, item: QTreeWidgetItem | None) -> None:
        if item is None:
            self.detail.setText(self.tr("Nothing has happened yet."))
            return
        line = self._lines[self.list.indexOfTopLevelItem(item)]
        told = f"{line.when} · {line.who} · {line.what}"
        self.detail.setText(breakable(f"{told}\n{line.detail}" if line.detail else told))
