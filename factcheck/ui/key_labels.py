"""The keys that are shown beside what they do; they follow what the person sets.

The action of a command is a child of the window and named by the command's id. A widget finds it
there as soon as it is shown, and Qt then tells the widget's ``actionEvent`` of each change.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from factcheck.ui.widgets import Button, set_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QActionEvent, QShowEvent

_NATIVE = QKeySequence.SequenceFormat.NativeText
_GIVING = "statement.forward"
_USUALLY = ("Ctrl+Return", "Ctrl+Enter")
_TYPES_NOTHING = re.compile(r"(Ctrl|Alt|Meta)\+|F\d+$")


def first_key(action: QAction) -> str:
    """Return the first key of an action as it is read, such as "Ctrl ↵"; "" for none."""
    return as_read(action.shortcut())


def as_read(key: QKeySequence) -> str:
    """Return a key as it is read, such as "Ctrl ↵"; "" for none."""
    enter = QKeySequence(Qt.Key.Key_Return).toString(_NATIVE)
    words = key.toString(_NATIVE).replace(enter, "↵")
    # The plus sign at the end is the key itself.
    return words[:-1].replace("+", " ") + words[-1:]


def tip_with_key(widget: QWidget, words: str, key: QKeySequence) -> None:
    """Let a widget's tooltip be these words and the key that does the same, if there is one."""
    read = as_read(key)
    set_tip(widget, f"{words} ({read})" if read else words)


def keys_of(widget: QWidget, command: str, *usual: str) -> list[QKeySequence]:
    """Return a command's keys, found in the widget's window or in the one below its dialog.

    Where it has none, or there is no such window, these are the ``usual`` ones.
    """
    above: QWidget | None = widget
    while above is not None:
        action = _command(above.window(), command)
        if action is not None and action.shortcuts():
            return action.shortcuts()
        above = above.window().parentWidget()
    return [QKeySequence(key) for key in usual]


def giving_keys(widget: QWidget) -> list[QKeySequence]:
    """Return the keys by which what is typed is given: those that submit, if they don't type."""
    keys = keys_of(widget, _GIVING, *_USUALLY)
    giving = [key for key in keys if _TYPES_NOTHING.search(key.toString())]
    return giving or [QKeySequence(key) for key in _USUALLY]


def giving_key(widget: QWidget) -> str:
    """Return the first of these keys as it is read."""
    return as_read(giving_keys(widget)[0])


def follow_key(widget: QWidget, command: str) -> None:
    """Let the widget's ``actionEvent`` hear of a command of its window, from its first show on."""
    if not widget.actions():
        action = _command(widget.window(), command)
        if action is not None:
            widget.addAction(action)


def follow_giving_key(widget: QWidget) -> None:
    """Let the widget's ``actionEvent`` hear of the key by which what is typed is given."""
    follow_key(widget, _GIVING)


def _command(window: QWidget, command: str) -> QAction | None:
    children = Qt.FindChildOption.FindDirectChildrenOnly
    found: QAction | None = window.findChild(QAction, command, children)
    return found


class KeyLabel(QLabel):
    """A command's key, alone or as "{0}" in words about it; hidden where the command has none.

    ``advice``: the words say what to do, so they are hidden where that can't be done now.
    """

    def __init__(
        self,
        command: str,
        words: str = "{0}",
        role: str = "key",
        *,
        wrap: bool = False,
        advice: bool = False,
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setWordWrap(wrap)
        self._command = command
        self._words = words
        self._advice = advice

    def showEvent(self, event: QShowEvent) -> None:
        """Look for the command in the window."""
        super().showEvent(event)
        follow_key(self, self._command)

    def actionEvent(self, event: QActionEvent) -> None:
        """Show the key that the command has now."""
        super().actionEvent(event)
        key = first_key(event.action())
        self.setText(self._words.format(key))
        self.setVisible(bool(key) and (event.action().isEnabled() or not self._advice))


class CommandButton(Button):
    """Quiet words that do what a command does; disabled where the command is.

    A click leaves the focus where it is, so that keys go on working there.
    """

    def __init__(self, command: str, words: str) -> None:
        super().__init__(words)
        self.setFlat(True)
        self.setProperty("role", "quiet")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._command = command
        self.clicked.connect(self._do)

    def showEvent(self, event: QShowEvent) -> None:
        """Look for the command in the window."""
        super().showEvent(event)
        follow_key(self, self._command)

    def _do(self) -> None:
        self.actions()[0].trigger()

    def actionEvent(self, event: QActionEvent) -> None:
        """Be enabled where the command is."""
        super().actionEvent(event)
        self.setEnabled(event.action().isEnabled())


def with_key(widget: QWidget, command: str) -> QWidget:
    """Put a command's key behind the widget that does it."""
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(5)
    row.addWidget(widget)
    row.addWidget(KeyLabel(command))
    return pair
