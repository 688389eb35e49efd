"""Asks whether what was typed may be lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout

from factcheck.ui.widgets import button, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class DiscardDialog(QDialog):
    """Accepted where it may; Return and Escape, which come by habit, keep it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Discard what you typed?"))
        self.keep = button(self.tr("&Keep writing"), primary=True)
        self.discard = button(self.tr("&Discard"))
        buttons = QDialogButtonBox()
        buttons.addButton(self.keep, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(self.discard, QDialogButtonBox.ButtonRole.DestructiveRole)
        self.discard.clicked.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(16)
        column.addWidget(label(self.tr("What you typed here is not saved anywhere yet.")))
        column.addWidget(buttons)
        self.keep.setDefault(True)
        self.keep.setFocus()
