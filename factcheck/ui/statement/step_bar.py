"""The bar under the panel: the steps that a statement can take from where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from factcheck.domain.workflow import RULES, State, Step
from factcheck.ui.key_labels import first_key, follow_key
from factcheck.ui.statement.flow import FlowLayout
from factcheck.ui.statement.words import step_word
from factcheck.ui.widgets import Button, button, label, set_tip, without_mnemonic

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QActionEvent, QShowEvent

_ORDER = (Step.SEND_BACK, Step.SUBMIT, Step.APPROVE, Step.REOPEN, Step.DISMISS)
_MAIN = (Step.SUBMIT, Step.APPROVE)


class StepBar(QWidget):
    """A button for each step that the state knows; the main one shows its key.

    ``override_requested``: to approve all the same, where a second person should.
    """

    requested = Signal(Step)
    override_requested = Signal()
    history_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.buttons = {step: self._make(step) for step in _ORDER}
        self.history = button(self.tr("History"), flat=True)
        self.history.clicked.connect(self.history_requested)
        self.why = label("", "small", wrap=True)
        self.override = button(self.tr("Approve all the same…"), flat=True)
        self.override.setProperty("hangs", "true")
        self.override.clicked.connect(self.override_requested)
        steps = FlowLayout(spacing=8)
        for each in self.buttons.values():
            steps.addWidget(each)
            # Only what a statement's state knows is shown; all at once would set the panel's width.
            each.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(steps, 1)
        row.addWidget(self.history)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(6)
        column.addWidget(self.why)
        column.addWidget(self.override, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(row)

    def show_steps(self, state: State, refusals: Mapping[Step, str], *, own: bool = False) -> None:
        """Show the steps out of this state; what is refused stays, disabled, and says why.

        ``own``: approving is refused because a second person should; that can be overridden.
        """
        self.why.setText(refusals.get(Step.APPROVE, "") if own else "")
        self.why.setVisible(own)
        self.override.setVisible(own)
        for step, each in self.buttons.items():
            why = refusals.get(step, "")
            each.setVisible(state in RULES[step].come_from)
            each.setEnabled(not why)
            set_tip(each, why)
            each.setAccessibleDescription(why)

    def take_main(self) -> None:
        """Press the main button, if it is there and allowed."""
        for step in _MAIN:
            if not self.buttons[step].isHidden():
                self.buttons[step].click()
                # The click has shown other buttons; theirs is another press.
                return

    def _make(self, step: Step) -> QPushButton:
        made = _MainButton(step_word(step)) if step in _MAIN else button(step_word(step))
        made.clicked.connect(lambda: self.requested.emit(step))
        return made


class _MainButton(Button):
    """The page's main deed, with the key that does it behind its word."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self._word = word
        self.setAccessibleName(word)
        self.setProperty("primary", "true")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        follow_key(self, "statement.forward")

    def actionEvent(self, event: QActionEvent) -> None:
        super().actionEvent(event)
        key = first_key(event.action())
        self.setText(without_mnemonic(f"{self._word}  {key}".rstrip()))
