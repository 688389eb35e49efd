"""The panel's history: the last of what was done to the chosen statement, read after the paint."""

import pytest
from PySide6.QtCore import QEvent, QObject
from pytestqt.qtbot import QtBot

from factcheck.store import history as store_history
from factcheck.ui import recalling
from factcheck.ui.dialogs.history import HistoryDialog
from factcheck.ui.window import Window
from tests.ui.driving import click, dialog, press


def shown(window: Window) -> list[str]:
    """What the section says, each event with its changes."""
    lines = window.work.panel.history.lines
    return [line.what.text() for line in lines if line.isVisible()]


@pytest.fixture
def fifth(qtbot: QtBot, sample: Window) -> Window:
    """The sample desk at its fifth statement, about which there is much to tell."""
    for _ in range(5):
        sample.work.go(1)
    qtbot.waitUntil(lambda: len(shown(sample)) == 5)
    return sample


def test_the_last_five_are_told_newest_first(fifth: Window) -> None:
    newest, verdict, *_, oldest = shown(fifth)
    assert newest == "state: In checking → Awaiting review"
    assert verdict.startswith("verdict: none → Fix\nreasoning added: “The final account")
    assert len(verdict.splitlines()) == 3
    assert oldest.startswith("words added: “The county paid")
    first = fifth.work.panel.history.lines[0]
    assert first.who.whole() == "Ada Reed submitted the statement"
    assert first.when.text().startswith("today, ")
    assert str(fifth.work.now().year) in first.toolTip()


def test_it_follows_what_is_done_and_undone(qtbot: QtBot, fifth: Window) -> None:
    press(qtbot, "D", fifth.work.page.view)
    qtbot.waitUntil(lambda: shown(fifth)[0] == "state: Awaiting review → Dismissed")
    press(qtbot, "Ctrl+Z", fifth.work.page.view)
    qtbot.waitUntil(lambda: shown(fifth)[0] == "state: Dismissed → Awaiting review")
    assert fifth.work.panel.history.lines[0].who.whole() == "Ada Reed took back: dismissal"


def test_another_statement_s_is_never_shown_and_only_the_last_chosen_is_read(
    qtbot: QtBot, fifth: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    read = store_history.history

    def counted(desk, statement, newest):
        asked.append((statement, newest))
        return read(desk, statement, newest)

    monkeypatch.setattr(store_history, "history", counted)
    for _ in range(4):
        fifth.work.go(1)
        assert shown(fifth) == []
    qtbot.waitUntil(lambda: shown(fifth) != [])
    assert asked == [(fifth.work.choice.statement, recalling.MOST)]


def test_it_is_read_after_the_statement_is_painted(qtbot: QtBot, fifth: Window) -> None:
    order: list[str] = []
    section = fifth.work.panel.history
    tell, section.show_entries = section.show_entries, lambda told: order.append("history")

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Paint:
                order.append("painted")
            return False

    watch = Watch()
    fifth.work.panel.head.installEventFilter(watch)
    fifth.work.choice.statement_changed.disconnect(fifth.work.recalling._turn)
    fifth.work.choice.statement_changed.connect(fifth.work.recalling._soon.start)
    fifth.work.go(1)
    qtbot.waitUntil(lambda: "history" in order)
    fifth.work.panel.head.removeEventFilter(watch)
    section.show_entries = tell
    assert order[0] == "painted"


def test_all_of_it_is_asked_for_there_or_by_its_key(qtbot: QtBot, fifth: Window) -> None:
    press(qtbot, "D", fifth.work.page.view)
    click(qtbot, fifth.work.panel.history.all)
    asked = dialog(qtbot, fifth, HistoryDialog)
    assert asked.list.topLevelItemCount() == 6
    assert "reasoning added: “The final account says $40,586,000. The article cut" in "".join(
        entry for each in asked._entries for entry in each.changes
    )
    asked.reject()
    fifth.activateWindow()
    qtbot.waitUntil(fifth.isActiveWindow)
    press(qtbot, "H", fifth.work.page.view)
    dialog(qtbot, fifth, HistoryDialog).reject()
