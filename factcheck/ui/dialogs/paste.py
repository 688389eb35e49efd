"""Takes an article as plain text."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from factcheck.ui.dialogs.frame import Question
from factcheck.ui.statement.fields import raw_text
from factcheck.ui.widgets import label


class PasteDialog(Question):
    """A large field that starts with the text on the clipboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Paste an article"))
        self.ok.setText(self.tr("Continue"))
        self.field = QPlainTextEdit()
        self.field.setTabChangesFocus(True)
        self.field.setAccessibleName(self.tr("Text of the article"))
        self.field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.field.setPlainText(QGuiApplication.clipboard().text())
        self.field.textChanged.connect(self.check)
        prompt = self.tr("The text as it will be checked, an empty line between paragraphs.")
        self.body.addWidget(label(prompt, "muted", wrap=True))
        self.body.addWidget(self.field, 1)
        self.field.setFocus()
        self.finish()
        self.resize(720, 560)

    def text(self) -> str:
        """Return the text as it stands in the field, line ends as ``\\n``."""
        return raw_text(self.field)

    def problem(self) -> str:
        """Say that there is no text."""
        return "" if self.text().strip() else self.tr("Paste or type the text first.")
