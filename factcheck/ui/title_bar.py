"""The line at the top: what is on show, the search, the deeds that bring work in and out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from factcheck.ui.finder.field import FinderField
from factcheck.ui.widgets import ElidedLabel, button, label


class TitleBar(QWidget):
    """Title and a muted remark beside it; search, import and export at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "title-bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = ElidedLabel("", "bar-title")
        self._remark = label("", "muted")
        self.finder = FinderField()
        self.import_button = button(self.tr("Import…"))
        self.export_button = button(self.tr("Export report"), primary=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(10)
        row.addWidget(self._title)
        row.addWidget(self._remark)
        row.addStretch(1)
        row.addWidget(self.finder)
        row.addWidget(self.import_button)
        row.addWidget(self.export_button)
        self.setFixedHeight(max(44, self.sizeHint().height() + 8))

    def show_title(self, title: str, remark: str) -> None:
        """Say what is on show."""
        self._title.set_whole(title)
        self._remark.setText(remark)
