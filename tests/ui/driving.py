"""Drive the window as a person does: by keys and clicks, and by looking at what is on show."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from factcheck.ui.window import Window

D = TypeVar("D", bound=QDialog)


def settled(qtbot: QtBot, window: Window) -> None:
    """Show the window and wait until all of it is built."""
    with qtbot.waitSignal(window.settled):
        window.show()
    qtbot.waitExposed(window)
    window.activateWindow()


def dialog(qtbot: QtBot, window: Window, kind: type[D]) -> D:
    """Wait for a dialog of this kind to open, and return it."""
    found: list[D] = []

    def opened() -> None:
        found[:] = [each for each in window.findChildren(kind) if each.isVisible()]
        assert found, f"no {kind.__name__} on the screen"

    qtbot.waitUntil(lambda: _holds(opened))
    # Without a window manager nobody else does it.
    found[0].activateWindow()
    qtbot.waitUntil(found[0].isActiveWindow)
    return found[0]


def press(qtbot: QtBot, keys: str, widget: QWidget | None = None) -> None:
    """Press keys such as "Ctrl+E" or "M" where the focus is."""
    from PySide6.QtGui import QKeySequence

    for combination in QKeySequence(keys):
        target = widget or QApplication.focusWidget()
        assert target is not None, "nothing has the focus"
        qtbot.keyClick(target, combination.key(), combination.keyboardModifiers())


def type_text(qtbot: QtBot, text: str) -> None:
    """Type where the focus is."""
    target = QApplication.focusWidget()
    assert target is not None, "nothing has the focus"
    qtbot.keyClicks(target, text)


def click(qtbot: QtBot, widget: QWidget) -> None:
    """Click in the middle of a widget, as soon as it has its place; it can be used then."""

    def can_be_seen() -> None:
        seen = widget.isVisible() and not widget.size().isEmpty()
        assert seen, f"{widget.accessibleName() or widget} can’t be seen"

    qtbot.waitUntil(can_be_seen)
    assert widget.isEnabled(), f"{widget.accessibleName() or widget} is disabled"
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def _holds(check: Callable[[], None]) -> bool:
    try:
        check()
    except AssertionError:
        return False
    return True
