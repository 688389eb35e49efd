"""The narrow rail at the left that leads from page to page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from factcheck.ui import fonts
from factcheck.ui.widgets import current_palette

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QPaintEvent

_WIDTH = 60
_BUTTON = 50
_SIGN_SIZE = 18
_WORD_SIZE = 10


class Rail(QWidget):
    """A button with a sign above a word for each page, and one for the desk's menu below.

    ``buttons`` holds those of the pages by their words.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(_WIDTH)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(6, 8, 6, 8)
        self._column.setSpacing(4)
        self._column.addStretch(1)
        self.buttons: dict[str, QToolButton] = {}

    def add_page(self, action: QAction, sign: str) -> QToolButton:
        """Add a button that does what the action does; it is lit while the action is checked."""
        made = RailButton(sign, action.iconText())
        made.setCheckable(True)
        made.setEnabled(action.isEnabled())
        made.clicked.connect(action.trigger)
        action.changed.connect(lambda: _follow(made, action))
        self._make_room(made)
        self._column.insertWidget(len(self.buttons), made, 0, Qt.AlignmentFlag.AlignHCenter)
        self.buttons[action.iconText()] = made
        return made

    def add_menu(self, text: str, sign: str) -> QToolButton:
        """Add the button below, whose menu the window sets."""
        made = RailButton(sign, text)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._make_room(made)
        self._column.addWidget(made, 0, Qt.AlignmentFlag.AlignHCenter)
        return made

    def _make_room(self, made: RailButton) -> None:
        """Grow with the longest word, which may be long in another language."""
        self.setFixedWidth(max(self.width(), made.width() + _WIDTH - _BUTTON))


class RailButton(QToolButton):
    """A sign with a word below it, on the accent's tint while it is checked."""

    def __init__(self, sign: str, text: str) -> None:
        super().__init__()
        self.setProperty("role", "rail")
        self.setAccessibleName(text)
        self._sign = sign
        self._text = text
        word = QFontMetrics(fonts.sans(_WORD_SIZE, QFont.Weight.DemiBold)).horizontalAdvance(text)
        self.setFixedSize(max(_BUTTON, word + 2), _BUTTON)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground as the theme says, then sign and word in their own sizes."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self._ink())
        area = QRectF(self.rect()).adjusted(0, 4, 0, -6)
        centre = Qt.AlignmentFlag.AlignHCenter
        painter.setFont(fonts.sans(_SIGN_SIZE))
        painter.drawText(area, int(centre | Qt.AlignmentFlag.AlignTop), self._sign)
        weight = QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal
        painter.setFont(fonts.sans(_WORD_SIZE, weight))
        painter.drawText(area, int(centre | Qt.AlignmentFlag.AlignBottom), self._text)

    def _ink(self) -> QColor:
        palette = current_palette()
        ink = QColor(palette.accent if self.isChecked() else palette.muted)
        ink.setAlphaF(1.0 if self.isEnabled() else 0.45)
        return ink


def _follow(made: QToolButton, action: QAction) -> None:
    # Loaded when the window is filled: the shell is painted without it.
    from factcheck.ui.key_labels import tip_with_key

    tip_with_key(made, action.iconText(), action.shortcut())
    made.setEnabled(action.isEnabled())
    made.setChecked(action.isChecked())
