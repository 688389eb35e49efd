"""The narrow rail at the left that leads from page to page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

_WIDTH = 60
_BUTTON = 48


class Rail(QWidget):
    """A button with a sign above a word for each page, and one for the desk's menu below.

    ``buttons`` holds those of the pages by their words.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "rail")
        self.setFixedWidth(_WIDTH)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(6, 8, 6, 8)
        self._column.setSpacing(4)
        self._column.addStretch(1)
        self.buttons: dict[str, QToolButton] = {}

    def add_page(self, action: QAction, sign: str) -> QToolButton:
        """Add a button that does what the action does; it is lit while the action is checked."""
        made = self._button(sign, action.iconText())
        made.setCheckable(True)
        made.setEnabled(action.isEnabled())
        made.clicked.connect(action.trigger)
        action.changed.connect(lambda: _follow(made, action))
        self._column.insertWidget(len(self.buttons), made, 0, Qt.AlignmentFlag.AlignHCenter)
        self.buttons[action.iconText()] = made
        return made

    def add_menu(self, text: str, sign: str) -> QToolButton:
        """Add the button below, whose menu the window sets."""
        made = self._button(sign, text)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._column.addWidget(made, 0, Qt.AlignmentFlag.AlignHCenter)
        return made

    def _button(self, sign: str, text: str) -> QToolButton:
        made = QToolButton()
        made.setProperty("role", "rail")
        made.setText(f"{sign}\n{text}")
        made.setAccessibleName(text)
        made.setMinimumSize(_BUTTON, _BUTTON)
        return made


def _follow(made: QToolButton, action: QAction) -> None:
    made.setEnabled(action.isEnabled())
    made.setChecked(action.isChecked())
