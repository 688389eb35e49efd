"""The sentences of an import report: what came in, then a point for each thing to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from factcheck.ui.widgets import label

if TYPE_CHECKING:
    from collections.abc import Sequence


class ReportLines(QWidget):
    """Shows the report of one revision; can be filled again."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)

    def show_report(self, report: Sequence[str]) -> None:
        """Show these sentences, the first as the one about the whole file."""
        for shown in self.findChildren(QLabel):
            self._grid.removeWidget(shown)
            shown.deleteLater()
        came_in, *points = report or ("",)
        self._grid.addWidget(label(came_in, "muted", wrap=True), 0, 0, 1, 2)
        for row, point in enumerate(points or [self.tr("Nothing was left out or looked odd.")], 1):
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(label("•" if points else "✓", "muted"), row, 0, top)
            self._grid.addWidget(label(point, wrap=True), row, 1)
