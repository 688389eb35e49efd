"""How long from the key to the painted window, for a mark and for a verdict, commit included?

The floor is what can't be saved: one synced commit and one repaint of the same text in a bare
widget. At 1,000 and at 100,000 words.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import tempfile
import time
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from harness import paired
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from factcheck.actions.articles import add_article
from factcheck.actions.desks import create_desk, open_desk
from factcheck.actions.people import person_called
from factcheck.importers.registry import read_pasted
from factcheck.store import log
from factcheck.ui.app import make_window
from factcheck.ui.settings import Settings

if TYPE_CHECKING:
    from factcheck.ui.window import Window

PARAGRAPH = "The bridge cost 40 million, 19 per cent more than planned, the council said. " * 5


def text_of(words: int) -> str:
    paragraphs = max(1, words // len(PARAGRAPH.split()))
    return "A bridge is late\n\n" + "\n\n".join(PARAGRAPH.strip() for _ in range(paragraphs))


def our_window(app: QApplication, folder: Path, words: int) -> Window:
    path = folder / f"{words}.factcheck"
    create_desk(path)
    desk = open_desk(path)
    add_article(desk, actor=person_called(desk, name="Ada"), imported=read_pasted(text_of(words)))
    desk.close()
    settings = Settings(folder / "window.ini")
    settings.person = "Ada"
    window = make_window(app, settings, path)
    window.show()
    while not hasattr(window, "work") or window.work.choice.article is None:
        app.processEvents()
    return window


def painted(app: QApplication) -> None:
    app.processEvents()


class Floor:
    """A synced commit and a repaint of the same text in a bare widget."""

    def __init__(self, app: QApplication, folder: Path, words: int) -> None:
        self.app = app
        self.db = sqlite3.connect(folder / f"floor{words}.db", isolation_level=None)
        self.db.execute("PRAGMA journal_mode = TRUNCATE")
        self.db.execute("PRAGMA synchronous = FULL")
        self.db.execute("CREATE TABLE mark (start INTEGER, words TEXT)")
        self.view = QPlainTextEdit(text_of(words))
        self.view.resize(900, 800)
        self.view.show()
        app.processEvents()

    def __call__(self) -> float:
        """Time one of both."""
        began = time.perf_counter()
        self.db.execute("INSERT INTO mark VALUES (1, 'words')")
        self.view.viewport().update()
        painted(self.app)
        return time.perf_counter() - began


class Ours:
    """The window on an article, driven by keys."""

    def __init__(self, app: QApplication, folder: Path, words: int) -> None:
        self.app = app
        self.window = our_window(app, folder, words)
        self.starts = count(40, 25)

    def mark(self) -> float:
        """Select some words, then time the key that marks them."""
        view = self.window.work.page.view
        cursor = QTextCursor(view.document())
        start = next(self.starts)
        cursor.setPosition(start)
        cursor.setPosition(start + 15, QTextCursor.MoveMode.KeepAnchor)
        view.setTextCursor(cursor)
        return self._press(Qt.Key.Key_M)

    def judge(self) -> float:
        """Go to the statement before, then time the key of its verdict."""
        self.window.work.go(-1)
        return self._press(Qt.Key.Key_1)

    def close(self) -> None:
        """Close the window and wait for its backup."""
        self.window.close()
        self.window.session.jobs.wait()

    def _press(self, key: Qt.Key) -> float:
        view, desk = self.window.work.page.view, self.window.session.open_desk()
        self.window.activateWindow()
        view.setFocus()
        painted(self.app)
        before = log.head(desk.db)
        began = time.perf_counter()
        QTest.keyClick(view, key)
        painted(self.app)
        taken = time.perf_counter() - began
        assert log.head(desk.db) != before, "the key did nothing"
        return taken


def main() -> None:
    app = QApplication(sys.argv)
    with tempfile.TemporaryDirectory() as name:
        for words in (1_000, 100_000):
            folder = Path(name) / str(words)
            folder.mkdir()
            ours, floor = Ours(app, folder, words), Floor(app, folder, words)
            paired(f"mark to painted, {words:,} words", floor, ours.mark, limit=None, runs=31)
            paired(f"verdict to painted, {words:,} words", floor, ours.judge, limit=None, runs=21)
            ours.close()


if __name__ == "__main__":
    main()
