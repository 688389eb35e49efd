"""Asks who is to time-stamp a copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from factcheck.ui.dialogs.attach import full_address
from factcheck.ui.dialogs.frame import Question, add_row, new_form
from factcheck.ui.widgets import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_WIDTH = 520


class AuthorityDialog(Question):
    """The address of a time-stamping authority; ``known`` is the one that was asked last."""

    def __init__(self, copy: str, known: str, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Time-stamp {0}").format(copy))
        self.ok.setText(self.tr("Time-stamp"))
        self.field = QLineEdit(known)
        self.field.setPlaceholderText("https://")
        self.field.textChanged.connect(self.check)
        self.field.selectAll()
        prompt = self.tr(
            "A time-stamping authority (RFC 3161) signs that this copy was there at this moment. "
            "Only the SHA-256 of the copy is sent to it."
        )
        self.body.addWidget(label(prompt, "muted", wrap=True))
        form = new_form()
        add_row(form, self.tr("&Address of the authority"), self.field)
        self.body.addLayout(form)
        self.field.setFocus()
        self.finish()
        self.fit(_WIDTH)

    def address(self) -> str:
        """Return the address that was typed, with its scheme."""
        return full_address(self.field.text())

    def problem(self) -> str:
        """Say that there is no address yet."""
        return "" if self.address() else self.tr("Give the web address of an authority.")
