"""Much at once: asked about, done beside the window, stopped."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from factcheck.actions.desks import open_desk
from factcheck.domain.workflow import State
from factcheck.ui.dialogs.many import SureDialog
from factcheck.ui.window import Window
from tests.ui.driving import press
from tests.ui.triaging import Queue, filled

CROWD = 120


def test_very_many_are_asked_about_first(queue: Queue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.ui.triage._MANY", 5)
    queue.press("Ctrl+A", "A")
    queue.answered(SureDialog, "Escape")
    assert queue.states() == [State.AWAITING_REVIEW] * 6
    queue.press("A")
    queue.answered(SureDialog)
    queue.waits_for(lambda: queue.states() == [State.APPROVED] * 6)


@pytest.fixture
def crowd(qtbot: QtBot, window: Window, tmp_path: Path) -> Iterator[Queue]:
    queue = Queue(qtbot, window)
    queue.open(filled(tmp_path / "crowd.factcheck", "word " * CROWD))
    yield queue
    window.session.jobs.wait()


def test_a_crowd_is_done_beside_the_window_and_undone_so(crowd: Queue) -> None:
    started = []
    crowd.window.session.jobs.started.connect(lambda job: started.append(job.title))
    crowd.press("Ctrl+A", "A")
    # Meanwhile nothing else is done.
    crowd.window.work.undo()
    assert crowd.told() == (
        "This can’t be done yet: approving: 120 statements. "
        "Wait for its end, or stop it in the line at the bottom."
    )
    crowd.waits_for(lambda: crowd.told() == "Approved: 120.")
    assert set(crowd.states()) == {State.APPROVED}
    crowd.waits_for(lambda: crowd.list.model.total == 0)
    press(crowd.qtbot, "Ctrl+Z", crowd.window)
    crowd.waits_for(lambda: crowd.list.model.total == CROWD)
    assert set(crowd.states()) == {State.AWAITING_REVIEW}
    assert [title for title in started if title] == ["Approving: 120 statements", "Undoing"]


def test_stopping_leaves_all_as_it_was(crowd: Queue) -> None:
    before = crowd.events()
    crowd.window.session.jobs.started.connect(lambda job: job.cancel())
    crowd.press("Ctrl+A", "A")
    crowd.waits_for(lambda: crowd.told() == "It was stopped, and nothing was changed.")
    assert (crowd.events(), set(crowd.states())) == (before, {State.AWAITING_REVIEW})
    assert crowd.list.bulk.told.text() == "120 selected"


def test_closing_the_desk_stops_it(crowd: Queue) -> None:
    path, before = crowd.desk.path, crowd.events()
    crowd.press("Ctrl+A", "A")
    crowd.window.session.close()
    crowd.window.session.jobs.wait()
    desk = open_desk(path)
    count = desk.db.execute("SELECT count(*) FROM event").fetchone()[0]
    states = desk.db.execute("SELECT DISTINCT state FROM statement").fetchall()
    assert (count, states) in [(before, [("awaiting review",)]), (before + 1, [("approved",)])]
    desk.close()
