"""What this program is, and under which licences it and its parts stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout

from factcheck.ui.widgets import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_WIDTH = 460


class AboutDialog(QDialog):
    """A title, a sentence and the licences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        from importlib.metadata import version

        super().__init__(parent)
        self.setWindowTitle(self.tr("About Factcheck"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(label(f"Factcheck {version('factcheck')}", "title"))
        for text in self._texts():
            column.addWidget(label(text, "muted", wrap=True))
        column.addStretch(1)
        column.addWidget(buttons)
        self.resize(_WIDTH, column.totalHeightForWidth(_WIDTH))

    def _texts(self) -> tuple[str, ...]:
        return (
            self.tr("Check an article statement by statement, and hand out an annotated report."),
            self.tr("Factcheck is under the Apache License, version 2.0."),
            self.tr("It is shown with Qt {0}, used under the LGPL, version 3.").format(qVersion()),
            self.tr("Its fonts are made from Inter and Noto, under the SIL Open Font License 1.1."),
        )
