"""A big file comes in beside the window, can be stopped, and leaves nothing where unwanted."""

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from factcheck.actions import importing, keeping
from factcheck.actions.captures import what_was_read
from factcheck.actions.demo import make_sample_desk
from factcheck.actions.desks import open_desk
from factcheck.actions.undoing import undo
from factcheck.domain.report_data import ReportCitation
from factcheck.errors import Cancelled
from factcheck.store import reports
from factcheck.store.pieces import PIECE
from factcheck.ui import attaching
from factcheck.ui.dialogs.attach import AttachDialog
from factcheck.ui.dialogs.frame import Question
from factcheck.ui.leave import Leave
from factcheck.ui.viewer.window import ViewerWindow
from factcheck.ui.widgets import ElidedLabel
from factcheck.ui.window import Window
from tests.ui.driving import click, dialog, press
from tests.ui.hands import Keyboard
from tests.ui.test_names import nameless
from tests.wordfiles import paragraph, run, word_file

SIZE = 5 * PIECE + 3


@pytest.fixture
def chosen(sample: Window) -> Window:
    sample.work.go_to_open()
    return sample


@pytest.fixture
def film(tmp_path: Path) -> Path:
    path = tmp_path / "film.mp4"
    path.touch()
    os.truncate(path, SIZE)
    return path


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Let the second piece of a file wait until this is called."""
    go_on, seen, put = threading.Event(), [], keeping.pieces.put

    def wait_then_put(*given: object) -> None:
        seen.append(given)
        assert len(seen) != 2 or go_on.wait(30)
        put(*given)

    monkeypatch.setattr(keeping.pieces, "put", wait_then_put)
    return go_on.set


def captures(window: Window) -> list[ReportCitation]:
    detail = reports.detail(window.session.open_desk(), window.work.choice.statement)
    return [copy for cited in detail.citations for copy in cited.captures]


def text_of(window: Window) -> str:
    desk = window.session.open_desk()
    return what_was_read(desk.path, captures(window)[-1].id).text


def left(path: Path) -> int:
    desk = open_desk(path, read_only="It is looked at.")
    try:
        return desk.db.execute("SELECT count(*) FROM piece").fetchone()[0]
    finally:
        desk.close()


def attach(qtbot: QtBot, window: Window, path: Path) -> None:
    window.work.attaching.take_files([path])
    asked = dialog(qtbot, window, AttachDialog)
    click(qtbot, asked.ok)
    qtbot.waitUntil(lambda: not asked.isVisible())
    window.activateWindow()


def test_it_is_kept_with_progress_while_work_goes_on(
    qtbot: QtBot, chosen: Window, film: Path, held: Callable[[], None]
) -> None:
    status, before = chosen.status, len(captures(chosen))
    attach(qtbot, chosen, film)
    qtbot.waitUntil(lambda: status._job_bar.value() == 19)
    assert status._job_title.whole() == "Keeping film.mp4…"
    assert status._job_bar.maximum() == 100
    assert status._job_stop.isVisible()
    assert nameless(status) == []
    chosen.work.session.do(undo)
    held()
    qtbot.waitUntil(lambda: len(captures(chosen)) == before + 1)
    assert captures(chosen)[-1].size == SIZE
    assert not status._job_bar.isVisible()


def test_its_text_is_read_and_found(qtbot: QtBot, chosen: Window, tmp_path: Path) -> None:
    minutes = tmp_path / "minutes.docx"
    minutes.write_bytes(word_file(paragraph(run("Nobody saw the ledger."))))
    before, titles = len(captures(chosen)), []
    # Work without a title is nothing that a person waits for.
    chosen.session.jobs.started.connect(lambda job: job.title and titles.append(job.title))
    attach(qtbot, chosen, minutes)
    qtbot.waitUntil(lambda: len(captures(chosen)) == before + 1)
    titles = list(filter(None, titles))  # what goes on in silence has none
    assert titles[:2] == ["Keeping minutes.docx", "Reading minutes.docx"]
    assert text_of(chosen) == "Nobody saw the ledger."
    assert "No text" not in chosen.work.panel.evidence.cards[-1].accessibleDescription()


def test_a_file_that_can_t_be_read_is_attached_and_its_card_says_so(
    qtbot: QtBot, chosen: Window, tmp_path: Path
) -> None:
    (tmp_path / "run.exe").write_bytes(b"MZ\0")
    before = len(captures(chosen))
    attach(qtbot, chosen, tmp_path / "run.exe")
    qtbot.waitUntil(lambda: len(captures(chosen)) == before + 1)
    card = chosen.work.panel.evidence.cards[-1]
    said = "No text could be read: This file is not text."
    assert said in [each.whole() for each in card.findChildren(ElidedLabel)]
    assert said in card.accessibleDescription()
    assert not chosen.message.isVisible()


def test_reading_is_stopped_by_a_click(
    qtbot: QtBot, chosen: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    big = tmp_path / "log.txt"
    big.write_text("Nobody saw the ledger.\n" * 100_000)
    before = len(captures(chosen))

    def hang(*_: object, cancelled: Callable[[], bool], **__: object) -> None:
        while not cancelled():
            threading.Event().wait(0.01)
        raise Cancelled

    monkeypatch.setattr(importing, "run", hang)
    attach(qtbot, chosen, big)
    qtbot.waitUntil(lambda: chosen.status._job_title.whole() == "Reading log.txt…")
    click(qtbot, chosen.status._job_stop)
    qtbot.waitUntil(lambda: "cancelled" in chosen.message.text())
    qtbot.waitUntil(lambda: not chosen.status._jobs)
    assert len(captures(chosen)) == before
    assert left(chosen.session.open_desk().path) == 0


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "book.txt"
    path.write_text("Nobody saw the ledger, the council said.\n" * 20_000)
    return path


def test_a_long_text_is_taken_in_beside_the_window(
    qtbot: QtBot, chosen: Window, book: Path
) -> None:
    before, titles = len(captures(chosen)), []
    # Work without a title is nothing that a person waits for.
    chosen.session.jobs.started.connect(lambda job: job.title and titles.append(job.title))
    attach(qtbot, chosen, book)
    qtbot.waitUntil(lambda: len(captures(chosen)) == before + 1)
    qtbot.waitUntil(lambda: not chosen.status._jobs)
    said = chosen.work.panel.evidence.cards[-1].accessibleName()
    assert said.endswith("book.txt")
    titles = list(filter(None, titles))  # what goes on in silence has none
    assert titles[:3] == ["Keeping book.txt", "Reading book.txt", "Attaching book.txt"]
    assert text_of(chosen) == book.read_text()
    chosen.session.do(undo)
    assert len(captures(chosen)) == before


def test_a_long_text_that_is_refused_leaves_nothing(
    qtbot: QtBot, chosen: Window, book: Path
) -> None:
    attach(qtbot, chosen, book)
    chosen.session.person = ""
    qtbot.waitUntil(lambda: "who acts" in chosen.message.text())
    qtbot.waitUntil(lambda: not chosen.status._jobs)
    assert left(chosen.session.open_desk().path) == 0


def test_it_is_stopped_by_a_click(
    qtbot: QtBot, chosen: Window, film: Path, held: Callable[[], None]
) -> None:
    before = len(captures(chosen))
    attach(qtbot, chosen, film)
    qtbot.waitUntil(lambda: chosen.status._job_bar.value() == 19)
    click(qtbot, chosen.status._job_stop)
    held()
    qtbot.waitUntil(lambda: "cancelled" in chosen.message.text())
    assert len(captures(chosen)) == before
    assert left(chosen.session.open_desk().path) == 0


@pytest.mark.parametrize("end", ["close the desk", "close the window"])
def test_closing_stops_it(
    qtbot: QtBot, chosen: Window, film: Path, held: Callable[[], None], end: str
) -> None:
    path = chosen.session.open_desk().path
    attach(qtbot, chosen, film)
    qtbot.waitUntil(lambda: chosen.status._job_bar.value() == 19)
    if end == "close the desk":
        chosen.session.close()
    else:
        chosen.close()
    held()
    qtbot.waitUntil(lambda: not chosen.status._jobs)
    assert left(path) == 0
    assert not chosen.message.isVisible()


def test_another_desk_never_gets_the_file(
    qtbot: QtBot, chosen: Window, film: Path, held: Callable[[], None], tmp_path: Path
) -> None:
    path, other = chosen.session.open_desk().path, tmp_path / "other.factcheck"
    attach(qtbot, chosen, film)
    qtbot.waitUntil(lambda: chosen.status._job_bar.value() == 19)
    # The last piece is written before the job can see that it is to stop.
    for job in chosen.status._jobs:
        job.cancel = lambda: None
    assert chosen.session.create(other, make_sample_desk)
    held()
    qtbot.waitUntil(lambda: not chosen.status._jobs)
    assert left(path) == left(other) == 0


def test_a_file_that_is_refused_leaves_nothing(
    qtbot: QtBot, chosen: Window, film: Path, held: Callable[[], None]
) -> None:
    attach(qtbot, chosen, film)
    qtbot.waitUntil(lambda: chosen.status._job_bar.value() == 19)
    chosen.session.person = ""
    held()
    qtbot.waitUntil(lambda: "who acts" in chosen.message.text())
    qtbot.waitUntil(lambda: not chosen.status._jobs)
    assert left(chosen.session.open_desk().path) == 0


def test_a_very_big_one_is_asked_about_first(
    qtbot: QtBot, chosen: Window, film: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attaching, "BIG", SIZE - 1)
    before = len(captures(chosen))
    attach(qtbot, chosen, film)
    click(qtbot, dialog(qtbot, chosen, Question).ok)
    qtbot.waitUntil(lambda: len(captures(chosen)) == before + 1)


def test_a_big_copy_is_saved(qtbot: QtBot, chosen: Window, film: Path, tmp_path: Path) -> None:
    before = len(captures(chosen))
    attach(qtbot, chosen, film)
    qtbot.waitUntil(lambda: len(captures(chosen)) == before + 1)
    card = chosen.work.panel.evidence.cards[-1]
    card.setFocus()
    press(qtbot, "Return", card)
    viewer = dialog(qtbot, chosen, ViewerWindow)
    qtbot.waitUntil(lambda: "being read" not in viewer.remark.text())
    click(qtbot, viewer.save)
    dialog(qtbot, chosen, QFileDialog)
    viewer.close()
    target = tmp_path / "copy.mp4"
    Keyboard(qtbot, chosen).name_file(target)
    qtbot.waitUntil(target.exists)
    assert target.stat().st_size == SIZE


def test_pieces_are_no_news_for_the_views(qtbot: QtBot, chosen: Window, film: Path) -> None:
    told: list[object] = []
    chosen.session.changed.connect(told.append)
    path = chosen.session.open_desk().path
    keeping.keep_file(path, film)
    chosen.session._look_for_others()
    assert told == []


def test_leave_is_given_once_the_window_is_done(qtbot: QtBot) -> None:
    parent, order = QObject(), []
    leave, begun = Leave(parent), threading.Event()

    def ask() -> None:
        begun.set()
        leave.ask()
        order.append("leave")

    def work() -> None:
        other.start()
        assert begun.wait(30)
        order.append("window")

    other = threading.Thread(target=ask)
    QTimer.singleShot(0, work)
    qtbot.waitUntil(lambda: "leave" in order)
    other.join()
    assert order == ["window", "leave"]


def test_a_window_that_never_comes_to_it_holds_nobody_up(qtbot: QtBot) -> None:
    parent = QObject()
    leave = Leave(parent)
    other = threading.Thread(target=leave.ask)
    other.start()
    other.join(30)
    assert not other.is_alive()
