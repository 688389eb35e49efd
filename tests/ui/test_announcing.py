"""What a screen reader hears while the work goes on."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from pytestqt.qtbot import QtBot

from factcheck.ui import announcing
from factcheck.ui.announcing import Announcing, ScreenReader
from factcheck.ui.window import Window
from tests.ui.driving import press, type_text


class Voice(ScreenReader):
    def __init__(self) -> None:
        self.heard: list[str] = []
        self.at_once: list[str] = []
        self.somebody = True

    def listens(self) -> bool:
        return self.somebody

    def say(self, teller: QObject, words: str, *, urgent: bool) -> None:
        assert isinstance(teller, Window)
        (self.at_once if urgent else self.heard).append(words)


@pytest.fixture
def voice(sample: Window) -> Voice:
    made = Voice()
    Announcing(sample.work, made)
    return made


def test_the_chosen_statement(qtbot: QtBot, sample: Window, voice: Voice) -> None:
    total = sample.work.page.total
    press(qtbot, "J", sample.work.page.view)
    press(qtbot, "J", sample.work.page.view)
    press(qtbot, "N", sample.work.page.view)
    first, second, still_open = voice.heard
    assert first == f"Statement 1 of {total}, Verified, “For the first time since 1987”, Approved"
    assert second.startswith(f"Statement 2 of {total}, Fix, “a battery-powered ship")
    assert still_open.endswith(("To check", "Sent back", "In checking"))
    assert voice.at_once == []


def test_a_verdict_and_its_undoing(qtbot: QtBot, sample: Window, voice: Voice) -> None:
    mark(qtbot, sample)
    voice.heard.clear()
    press(qtbot, "1", sample.work.page.view)
    assert voice.heard == ["Saved: verdict “Verified”, In checking"]
    press(qtbot, "Ctrl+Z", sample.work.page.view)
    assert voice.heard[1].startswith("Saved: undone")
    assert voice.heard[1].endswith("To check")


def mark(qtbot: QtBot, sample: Window) -> None:
    view = sample.work.page.view
    start = sample.work.page.text.index("The crossing by day")
    view.select(start, start + 12)
    press(qtbot, "M", view)


def test_a_new_statement_is_saved_and_chosen(qtbot: QtBot, sample: Window, voice: Voice) -> None:
    mark(qtbot, sample)
    saved, chosen = voice.heard
    assert saved == "Saved: marked statement"
    assert "“The crossing”, To check" in chosen


def test_a_line_of_the_queue_is_said_by_the_table_alone(
    qtbot: QtBot, sample: Window, voice: Voice
) -> None:
    press(qtbot, "Ctrl+3", sample.work.page.view)
    qtbot.waitUntil(lambda: not sample.work.queue.reader.is_busy())
    voice.heard.clear()
    chosen = sample.work.choice.statement
    press(qtbot, "J")
    qtbot.waitUntil(lambda: sample.work.choice.statement != chosen)
    assert voice.heard == []


def test_places_that_were_found(qtbot: QtBot, sample: Window, voice: Voice) -> None:
    press(qtbot, "Ctrl+F", sample.work.page.view)
    voice.heard.clear()
    type_text(qtbot, "xy")
    assert voice.heard[-1] == "Not found"
    sample.work.page.finding.bar.field.setText("ferry")
    count = sample.work.page.text.casefold().count("ferry")
    assert voice.heard[-1] == f"1 of {count}"
    press(qtbot, "F3")
    assert voice.heard[-1] == f"2 of {count}"


def test_what_is_refused_is_said_at_once(sample: Window, voice: Voice) -> None:
    sample.session.refuse("That can’t be.", "Do this instead.")
    assert voice.at_once == ["That can’t be. Do this instead."]


def test_without_a_listener_nothing_is_said(qtbot: QtBot, sample: Window, voice: Voice) -> None:
    voice.somebody = False
    sample.work.go_to_open()
    press(qtbot, "1", sample.work.page.view)
    sample.session.refuse("That can’t be.")
    assert voice.heard + voice.at_once == []


@pytest.mark.parametrize("urgent", [True, False])
def test_the_system_is_told(
    sample: Window, monkeypatch: pytest.MonkeyPatch, *, urgent: bool
) -> None:
    told: list[QAccessibleAnnouncementEvent] = []

    class System(QAccessible):
        isActive = staticmethod(lambda: True)  # noqa: N815 — Qt’s name
        updateAccessibility = staticmethod(told.append)  # noqa: N815

    monkeypatch.setattr(announcing, "QAccessible", System)
    reader = ScreenReader()
    assert reader.listens()
    reader.say(sample, "Statement 1 of 3", urgent=urgent)
    (event,) = told
    manners = QAccessible.AnnouncementPoliteness
    assert event.type() is QAccessible.Event.Announcement
    assert (event.object(), event.message()) == (sample, "Statement 1 of 3")
    assert event.politeness() is (manners.Assertive if urgent else manners.Polite)


def test_what_is_read(qtbot: QtBot, sample: Window, voice: Voice) -> None:
    view = sample.work.page.view
    press(qtbot, "Ctrl+Home", view)
    press(qtbot, "Alt+1", view)
    press(qtbot, "Space", view)
    press(qtbot, "Shift+Space", view)
    press(qtbot, "Shift+Space", view)
    mode, sentence, title, end = voice.heard
    assert mode == "Sentence by sentence"
    assert sentence == "For the first time since 1987, a ferry will cross the sound after dark."
    assert title == "Night ferry brings the outer islands an hour closer"
    assert end == "That was the first."
