"""Another program writes for long: what is refused meanwhile is said, and nothing typed is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from factcheck.domain.queues import View
from factcheck.domain.workflow import State
from factcheck.store import journal, reads, reports
from factcheck.ui.dialogs.attach import AttachDialog
from factcheck.ui.dialogs.discard import DiscardDialog
from factcheck.ui.dialogs.reason import ReasonDialog
from factcheck.ui.window import Window
from tests.store.looking import raw
from tests.ui.driving import dialog, press, type_text
from tests.ui.triaging import WORDS, Queue, filled

HELD = (
    "Another program is writing to this desk just now. Try again in a moment; nothing was changed."
)


class Writer:
    """Another program that writes to the desk, as long as a test wants."""

    def __init__(self, queue: Queue) -> None:
        self._queue = queue
        self._desk = raw(queue.desk.path)
        self.events = queue.events()

    def begin(self) -> None:
        self._queue.window.work.queue.settle()
        self._queue.window.work.panel.settle()
        self._desk.execute("BEGIN IMMEDIATE")
        self.events = self._queue.events()

    def refused(self) -> bool:
        """Say whether the person was told, and nothing was changed."""
        return self._queue.told() == HELD and self._queue.events() == self.events

    def end(self) -> None:
        self._desk.execute("ROLLBACK")

    def close(self) -> None:
        self._desk.close()


@pytest.fixture
def writer(queue: Queue) -> Iterator[Writer]:
    queue.window.session.actor()
    # Nobody waits in a test for what does not come.
    queue.desk.db.execute("PRAGMA busy_timeout = 0")
    queue.window.work.queue.show_view(View())
    queue.waits_for(lambda: queue.window.work.queue.question.view == View())
    writer = Writer(queue)
    yield writer
    writer.close()


def outcomes(queue: Queue) -> list[str]:
    """Return the verdicts of all statements."""
    found = [reads.standing_verdict(queue.desk, row.id) for row in queue.statements()]
    return [verdict.outcome for verdict in found if verdict]


def test_a_verdict_waits_with_its_outcome_and_its_reason(queue: Queue, writer: Writer) -> None:
    section = queue.window.work.panel.verdict
    writer.begin()
    queue.press("5")
    type_text(queue.qtbot, "Nobody said so.")
    press(queue.qtbot, "Ctrl+Return")
    assert writer.refused()
    assert section.reasoning.hasFocus()
    assert section.reasoning.text() == "Nobody said so."
    assert section.prompt.text() == "Not given yet: Ctrl ↵ gives “False”."
    writer.end()
    press(queue.qtbot, "Ctrl+Return")
    assert outcomes(queue) == ["false", *["verified"] * 5]
    assert queue.list.table.hasFocus()
    assert section.drafts() == {}


def test_a_verdict_by_one_key_waits_too(queue: Queue, writer: Writer) -> None:
    queue.press("6")
    type_text(queue.qtbot, "Nobody can know.")
    press(queue.qtbot, "Ctrl+Return")
    writer.begin()
    queue.press("1")
    press(queue.qtbot, "Ctrl+Return")
    assert writer.refused()
    writer.end()
    press(queue.qtbot, "Ctrl+Return")
    assert outcomes(queue) == ["verified"] * 6


def test_nothing_is_submitted_in_place_of_what_was_refused(queue: Queue, writer: Writer) -> None:
    queue.press("6")
    type_text(queue.qtbot, "Nobody can know.")
    press(queue.qtbot, "Ctrl+Return")
    panel, asked = queue.window.work.panel, []
    panel.step_requested.connect(asked.append)
    panel.verdict.reasoning.setFocus()
    press(queue.qtbot, "Ctrl+A")
    type_text(queue.qtbot, "Nobody did.")
    writer.begin()
    panel.take_main_step()
    assert writer.refused()
    assert asked == []
    writer.end()
    panel.take_main_step()
    assert queue.states()[0] is State.AWAITING_REVIEW
    assert panel.verdict.reasoning.text() == "Nobody did."
    verdict = reads.standing_verdict(queue.desk, queue.statements()[0].id)
    assert verdict is not None
    assert verdict.reasoning == "Nobody did."


def test_a_note_stays_in_its_field(queue: Queue, writer: Writer) -> None:
    writing = queue.window.work.panel.notes.writing.field
    writer.begin()
    queue.press("T")
    type_text(queue.qtbot, "Ask the harbour master.")
    press(queue.qtbot, "Ctrl+Return")
    assert writer.refused()
    assert writing.text() == "Ask the harbour master."
    writer.end()
    press(queue.qtbot, "Ctrl+Return")
    assert queue.desk.db.execute("SELECT text FROM note").fetchall() == [
        ("Ask the harbour master.",)
    ]
    assert writing.text() == ""


def test_undoing_is_refused_and_done_later(queue: Queue, writer: Writer) -> None:
    queue.press("D")
    writer.begin()
    queue.press("Ctrl+Z")
    assert writer.refused()
    assert queue.states()[0] is State.DISMISSED
    writer.end()
    queue.press("Ctrl+Z")
    assert queue.states()[0] is State.AWAITING_REVIEW
    assert not queue.window.message.isVisible()


def test_what_is_asked_about_many_comes_back_with_its_answer(queue: Queue, writer: Writer) -> None:
    writer.begin()
    queue.press("X", "Shift+J", "R")
    asked = dialog(queue.qtbot, queue.window, ReasonDialog)
    type_text(queue.qtbot, "No source.")
    press(queue.qtbot, "Ctrl+Return", asked)
    assert dialog(queue.qtbot, queue.window, ReasonDialog) is asked
    assert writer.refused()
    assert (asked.reason(), queue.selected()) == ("No source.", ["one", "two"])
    writer.end()
    queue.answered(ReasonDialog)
    assert queue.states()[:3] == [*[State.SENT_BACK] * 2, State.AWAITING_REVIEW]


def test_of_a_verdict_that_leaves_the_queue_nothing_is_left_to_give(queue: Queue) -> None:
    work = queue.window.work
    queue.press("5")
    type_text(queue.qtbot, "Nobody said so.")
    press(queue.qtbot, "Ctrl+Return")
    queue.waits_for(lambda: queue.list.current().quote == "two")
    work.queue.settle()
    work.panel.settle()
    assert work.panel.verdict.drafts() == {}


def test_while_the_next_cant_be_read_no_key_judges_it_unseen(
    qtbot: QtBot, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Without a log, as on a disk that other machines share, who writes keeps readers out.
    monkeypatch.setattr(journal, "_on_local_disk", lambda _path: False)
    queue = Queue(qtbot, window)
    queue.open(filled(tmp_path / "news.factcheck", WORDS))
    queue.desk.db.execute("PRAGMA busy_timeout = 0")
    section, events, other = window.work.panel.verdict, queue.events(), raw(queue.desk.path)
    other.execute("BEGIN EXCLUSIVE")
    with qtbot.captureExceptions() as caught:
        queue.press("J")
        window.work.queue.settle()
    other.close()
    assert {str(error) for _, error, _ in caught} == {"database is locked"}
    queue.press("6")
    type_text(qtbot, "Nobody can know.")
    press(qtbot, "Ctrl+Return")
    assert (queue.events(), outcomes(queue)) == (events, ["verified"] * 6)
    assert section.reasoning.text() == "Nobody can know."
    press(qtbot, "Escape")
    queue.press("J", "K", "K")
    window.work.queue.settle()
    window.work.panel.settle()
    assert (queue.list.current().quote, section.reasoning.text()) == ("one", "Nobody can know.")


@pytest.mark.parametrize("kind", ["file", "picture"])
def test_what_was_typed_about_a_source_is_there_again(
    queue: Queue, writer: Writer, tmp_path: Path, kind: str
) -> None:
    attaching, statement = queue.window.work.attaching, queue.statements()[0].id
    minutes = tmp_path / "minutes.txt"
    minutes.write_text("Nobody saw the ledger.")
    writer.begin()
    queue.press("E")
    asked = dialog(queue.qtbot, queue.window, AttachDialog)
    if kind == "file":
        asked.set_path(minutes)
    else:
        asked.set_picture(QImage(20, 10, QImage.Format.Format_RGB32))
    for field in (asked.title, asked.excerpt, asked.locator, asked.author, asked.note):
        field.setFocus()
        type_text(queue.qtbot, "typed")
    asked.published.set_text("2024-11")
    asked.stance.setCurrentIndex(0)
    asked.confidential.setChecked(True)
    typed = asked.attachment()
    press(queue.qtbot, "Ctrl+Return", asked)
    queue.waits_for(writer.refused)
    writer.end()
    queue.window.activateWindow()
    queue.waits_for(queue.window.isActiveWindow)
    queue.press("E")
    again = dialog(queue.qtbot, queue.window, AttachDialog)
    assert again.attachment() == typed
    queue.answered(AttachDialog)
    queue.waits_for(lambda: len(reports.detail(queue.desk, statement).citations) == 1)
    (cited,) = reports.detail(queue.desk, statement).citations
    assert (cited.evidence.title, cited.citation.excerpt) == ("typed", "typed")
    attaching.ask()
    assert dialog(queue.qtbot, queue.window, AttachDialog).attachment().excerpt == ""


def test_who_no_longer_wants_what_was_typed_about_a_source_is_asked(
    queue: Queue, writer: Writer, tmp_path: Path
) -> None:
    minutes = tmp_path / "minutes.txt"
    minutes.write_text("Nobody saw the ledger.")
    writer.begin()
    queue.press("E")
    asked = dialog(queue.qtbot, queue.window, AttachDialog)
    asked.set_path(minutes)
    asked.excerpt.setFocus()
    type_text(queue.qtbot, "Nobody saw it.")
    press(queue.qtbot, "Ctrl+Return", asked)
    queue.waits_for(writer.refused)
    writer.end()
    queue.window.activateWindow()
    queue.waits_for(queue.window.isActiveWindow)
    queue.press("E")
    press(queue.qtbot, "Escape", dialog(queue.qtbot, queue.window, AttachDialog))
    dialog(queue.qtbot, queue.window, DiscardDialog)
