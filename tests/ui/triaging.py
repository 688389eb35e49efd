"""Triage in the window: a desk of statements that wait for review, and the keys on its queue."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from factcheck.actions.desks import create_desk, open_desk
from factcheck.actions.people import person_called
from factcheck.actions.statements import mark, submit
from factcheck.actions.verdicts import judge
from factcheck.domain.ids import StatementId
from factcheck.domain.queues import View
from factcheck.domain.workflow import State
from factcheck.store import reads
from factcheck.store.desk import Desk
from factcheck.ui.window import Window
from tests.making import article
from tests.ui.driving import dialog, press

WORDS = "one two three four five six"
LONG = 20_000


def filled(path: Path, words: str, checker: str = "Jon Park") -> Path:
    """Make a desk on which each word is a statement that waits for review."""
    create_desk(path)
    desk = open_desk(path)
    who, where, at = person_called(desk, name=checker), article(desk, words), 0
    with desk.together():
        for word in words.split():
            done = mark(desk, actor=who, article=where, start=at, end=at + len(word))
            name = StatementId(done.new("statement"))
            judge(desk, actor=who, statement=name, outcome="verified")
            submit(desk, actor=who, statement=name)
            at += len(word) + 1
    desk.close()
    return path


class Queue:
    """The queue on the screen and the keys on it."""

    def __init__(self, qtbot: QtBot, window: Window) -> None:
        self.qtbot = qtbot
        self.window = window
        self.list = window.work.queue.list

    def open(self, path: Path, view: View | None = None) -> None:
        assert self.window.session.open(path)
        press(self.qtbot, "Ctrl+3", self.window)
        self.window.work.queue.show_view(view or View(state=State.AWAITING_REVIEW))
        self.waits_for(lambda: self.list.current() is not None)
        self.window.work.queue.settle()
        self.list.table.setFocus()

    def press(self, *keys: str) -> None:
        for key in keys:
            press(self.qtbot, key, self.list.table)

    def waits_for(self, holds: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(holds, timeout=LONG)

    def selected(self) -> list[str]:
        model = self.list.model
        rows = [model.row(place) for place in range(model.total)]
        return [row.quote for row in rows if row and model.selection.has(row)]

    def told(self) -> str:
        return self.window.message.text()

    def answered(self, kind: type, keys: str = "Ctrl+Return") -> None:
        """Answer the dialog on the screen, and come back."""
        asked = dialog(self.qtbot, self.window, kind)
        press(self.qtbot, keys, asked)
        self.waits_for(lambda: not asked.isVisible())
        self.window.activateWindow()
        self.waits_for(self.window.isActiveWindow)
        self.list.table.setFocus()

    @property
    def desk(self) -> Desk:
        return self.window.session.open_desk()

    def statements(self) -> list:
        sql = "SELECT id FROM statement ORDER BY pk"
        names = [StatementId(row[0]) for row in self.desk.db.execute(sql).fetchall()]
        return [reads.statement(self.desk, name) for name in names]

    def states(self) -> list[State]:
        return [row.state for row in self.statements()]

    def events(self) -> int:
        return self.desk.db.execute("SELECT count(*) FROM event").fetchone()[0]
