"""Asks why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.ui.dialogs.frame import Question
from factcheck.ui.widgets import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class ReasonDialog(Question):
    """A prompt and room for a few lines; ``required``: not to be answered with nothing."""

    def __init__(
        self,
        *,
        title: str,
        prompt: str,
        ok_text: str,
        required: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, ok_text, parent)
        self._required = required
        self.field = self.text_field(self.tr("Reason"), least=4, most=8)
        self.body.addWidget(label(prompt, wrap=True))
        self.body.addWidget(self.field)
        self.body.addStretch(1)
        self.field.setFocus()
        self.finish()
        self.fit(480)

    def reason(self) -> str:
        """Return the reason as typed, without outer white space."""
        return self.field.text().strip()

    def problem(self) -> str:
        """Say that the reason is missing."""
        return self.tr("Give a reason.") if self._required and not self.reason() else ""
