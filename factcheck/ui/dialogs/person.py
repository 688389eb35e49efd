"""Asks who is working."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from factcheck.ui.dialogs.frame import Question, add_row, new_form
from factcheck.ui.widgets import label


class PersonDialog(Question):
    """The name under which verdicts and reviews are recorded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Who are you?"))
        self.ok.setText(self.tr("Continue"))
        self.field = QLineEdit()
        self.field.textChanged.connect(self.check)
        why = self.tr("Your name stands beside what you check and review, also in reports.")
        self.body.addWidget(label(why, "muted", wrap=True))
        form = new_form()
        add_row(form, self.tr("&Name"), self.field)
        self.body.addLayout(form)
        self.finish()
        self.fit(420)

    def name(self) -> str:
        """Return the name, single spaces between its parts."""
        return " ".join(self.field.text().split())

    def problem(self) -> str:
        """Say that the name is missing."""
        return "" if self.name() else self.tr("Write your name.")
