"""The bar above the text while only some of it is read: what that is, and how to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from factcheck.ui.widgets import ElidedLabel, button, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton


class ReadingBar(QWidget):
    """Names what is read. ``moved`` carries 1 for the next place, -1 back."""

    moved = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "coverage-bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._name = ElidedLabel(role="strong")
        self._said = ElidedLabel(role="muted")
        self._on, self._back = label(role="key"), label(role="key")
        self.on = _link(self.tr("Next"))
        self.back = _link(self.tr("Back"))
        self.end = _link(self.tr("Done"))
        self.on.clicked.connect(lambda: self.moved.emit(1))
        self.back.clicked.connect(lambda: self.moved.emit(-1))
        self.end.clicked.connect(self.closed)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 0, 12, 0)
        row.setSpacing(4)
        row.addWidget(self._name)
        row.addSpacing(4)
        row.addWidget(self._said)
        row.addStretch(1)
        escape = label(_written(Qt.Key.Key_Escape), role="key")
        for link, key in ((self.on, self._on), (self.back, self._back), (self.end, escape)):
            row.addWidget(link, 0, Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(key, 0, Qt.AlignmentFlag.AlignVCenter)
            row.addSpacing(4)

    def show_mode(self, name: str, *, backwards: bool) -> None:
        """Show what is read, and which key goes on."""
        self._name.set_whole(name)
        self.setAccessibleName(name)
        keys = _written(Qt.Key.Key_Space), _written(Qt.Key.Key_Space, shift=True)
        back, on = keys if backwards else reversed(keys)
        self._back.setText(back)
        self._on.setText(on)
        self.say("")

    def said(self) -> str:
        """Return what the bar says about the way that was gone."""
        return self._said.whole()

    def say(self, text: str) -> None:
        """Say why the way did not go on."""
        self._said.set_whole(text)
        self.setAccessibleDescription(text)


def _link(text: str) -> QPushButton:
    made = button(text, flat=True)
    # The keys are those of the text, where the focus stays.
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made


def _written(key: Qt.Key, *, shift: bool = False) -> str:
    held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    native = QKeySequence(held | key).toString(QKeySequence.SequenceFormat.NativeText)
    return native.replace("+", " ")
