"""The bar under the panel: the steps that a statement can take from where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from factcheck.domain.workflow import RULES, State, Step
from factcheck.ui.key_labels import first_key, follow_key
from factcheck.ui.statement.flow import FlowLayout
from factcheck.ui.statement.words import step_word
from factcheck.ui.widgets import button, set_tip, without_mnemonic

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QActionEvent, QShowEvent

_ORDER = (Step.SEND_BACK, Step.SUBMIT, Step.APPROVE, Step.REOPEN, Step.DISMISS)
_MAIN = (Step.SUBMIT, Step.APPROVE)


class StepBar(QWidget):
    """A button for each step that the state knows; the main one shows its key."""

    requested = Signal(Step)
    history_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.buttons = {step: self._make(step) for step in _ORDER}
        self.history = button(self.tr("History"), flat=True)
        self.history.clicked.connect(self.history_requested)
        steps = FlowLayout(spacing=8)
        for each in self.buttons.values():
            steps.addWidget(each)
            # Only what a statement's state knows is shown; all at once would set the panel's width.
            each.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(8)
        row.addLayout(steps, 1)
        row.addWidget(self.history)

    def show_steps(self, state: State, refusals: Mapping[Step, str]) -> None:
        """Show the steps out of this state; what is refused stays, disabled, and says why."""
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


class _MainButton(QPushButton):
    """The page's main deed, with the key that does it behind its word."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self._word = word
        self.setAccessibleName(word)
        self.setAutoDefault(False)
        self.setProperty("primary", "true")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        follow_key(self, "statement.forward")

    def actionEvent(self, event: QActionEvent) -> None:
        super().actionEvent(event)
        key = first_key(event.action())
        self.setText(without_mnemonic(f"{self._word}  {key}".rstrip()))
