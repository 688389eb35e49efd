"""Our window on a desk, and the bare widget beside which it is measured."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import filled
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from factcheck.ui.app import make_window
from factcheck.ui.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.ui.window import Window

SIZE = (1440, 900)


def application() -> QApplication:
    """Return the one application."""
    return QApplication.instance() or QApplication(["benchmark"])  # type: ignore[return-value]


def settle(rounds: int = 3) -> None:
    """Do all that waits: layouts, paints, timers that are due."""
    for _ in range(rounds):
        application().processEvents()


def idle(milliseconds: int) -> None:
    """Let the window and its threads do what they left for later.

    QTest.qWait would keep the interpreter to itself: no other thread comes to work in it.
    """
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def our_window(path: Path) -> Window:
    """Return the window on a desk that has one article, which is on show."""
    settings = Settings(path.with_suffix(".ini"))
    settings.person = filled.PERSON
    window = make_window(application(), settings, path)  # type: ignore[arg-type]
    window.resize(*SIZE)
    window.show()
    while not hasattr(window, "work") or window.work.choice.article is None:
        settle(1)
    window.session.jobs.wait()
    settle()
    return window


def close(window: Window) -> None:
    """Close it and wait for its backup."""
    window.close()
    window.session.jobs.wait()


def bare_widget(text: str = "") -> QPlainTextEdit:
    """Return a plain text widget as Qt makes it."""
    view = QPlainTextEdit(text)
    view.setReadOnly(True)
    view.resize(900, 800)
    view.show()
    settle()
    return view
