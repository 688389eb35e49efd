"""Asks for the web address of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from factcheck.ui.dialogs.attach import full_address
from factcheck.ui.dialogs.frame import Question
from factcheck.ui.widgets import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_WIDTH = 520


class AddressDialog(Question):
    """One field, which starts with an address that is on the clipboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Import from the web"))
        self.ok.setText(self.tr("Fetch"))
        self.field = QLineEdit(full_address(QGuiApplication.clipboard().text()))
        self.field.setPlaceholderText("https://")
        self.field.setAccessibleName(self.tr("Web address of the article"))
        self.field.textChanged.connect(self.check)
        self.field.selectAll()
        prompt = self.tr("The page is fetched once, now; you see the article before it is added.")
        self.body.addWidget(label(prompt, "muted", wrap=True))
        self.body.addWidget(self.field)
        self.field.setFocus()
        self.finish()
        self.fit(_WIDTH)

    def address(self) -> str:
        """Return the address that was typed, with its scheme."""
        return full_address(self.field.text())

    def problem(self) -> str:
        """Say that there is no address yet."""
        return (
            "" if self.address() else self.tr("Give a web address, like https://example.org/page.")
        )
