"""Finds a source that is on the desk already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from factcheck.domain.ids import EvidenceId
from factcheck.ui.dialogs.search_line import SearchLine
from factcheck.ui.widgets import label, plain_tip

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.domain.model import Evidence

_ROOM = 150


class Library(QWidget):
    """A few words find sources by title, publisher or address; the arrow keys choose one."""

    chosen = Signal()

    def __init__(self, search: Callable[[str], list[Evidence]]) -> None:
        super().__init__()
        self._search = search
        self.found = QListWidget()
        self.words = SearchLine(self.found)
        self.words.setPlaceholderText(self.tr("Title, publisher or address"))
        self.words.setAccessibleName(self.tr("Find a source on the desk"))
        self.found.setAccessibleName(self.tr("Sources on the desk"))
        self.found.setFixedHeight(_ROOM)
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = label(self.tr("No source on the desk fits."), "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.words, self.found, self.nothing):
            column.addWidget(part)
        self.words.textChanged.connect(self.look)
        self.found.currentItemChanged.connect(lambda *_: self.chosen.emit())

    def look(self) -> None:
        """Show what fits the words."""
        self.found.clear()
        for evidence in self._search(self.words.text()):
            item = QListWidgetItem(_line(evidence))
            item.setToolTip(plain_tip(item.text()))
            item.setData(Qt.ItemDataRole.UserRole, evidence.id)
            self.found.addItem(item)
        self.nothing.setVisible(not self.found.count())
        self.found.setCurrentRow(0)

    def evidence(self) -> EvidenceId | None:
        """Return the source that is chosen."""
        item = self.found.currentItem()
        return EvidenceId(item.data(Qt.ItemDataRole.UserRole)) if item else None


def _line(evidence: Evidence) -> str:
    named = (evidence.title, evidence.publisher, evidence.url)
    return " · ".join(dict.fromkeys(" ".join(each.split()) for each in named if each))
