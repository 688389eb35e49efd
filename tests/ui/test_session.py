import shutil
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factcheck.actions import desks
from factcheck.actions.desks import create_desk, open_desk
from factcheck.actions.people import person_called
from factcheck.actions.statements import mark
from factcheck.actions.undoing import undo
from factcheck.errors import FactcheckError
from factcheck.store import derived, gate, journal, lists, reads
from factcheck.store import desk as desk_module
from factcheck.ui.jobs import Jobs
from factcheck.ui.session import Session
from factcheck.ui.settings import Settings
from tests.making import article
from tests.store.looking import raw
from tests.store.stored import DATA


@pytest.fixture
def desk_path(tmp_path: Path) -> Path:
    path = tmp_path / "news.factcheck"
    create_desk(path)
    desk = open_desk(path)
    article(desk)
    desk.close()
    return path


@pytest.fixture
def session(qtbot: QtBot, settings: Settings) -> Session:
    session = Session(settings, Jobs())
    yield session
    session.close()
    session.jobs.wait()


def refusals(session: Session) -> list[FactcheckError]:
    found: list[FactcheckError] = []
    session.refused.connect(found.append)
    return found


def test_a_verb_changes_the_desk_and_is_told(
    qtbot: QtBot, session: Session, desk_path: Path
) -> None:
    session.open(desk_path)
    where = reads.articles(session.open_desk())[0].article.id
    with qtbot.waitSignal(session.changed) as told:
        session.do(mark, article=where, start=0, end=7)
    assert ("statement", lists.ids_in_order(session.open_desk(), where)[0]) in told.args[0].touched
    session.do(undo)
    assert lists.ids_in_order(session.open_desk(), where) == []


def test_in_a_pause_the_log_is_brought_into_the_file(
    qtbot: QtBot, session: Session, desk_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "_on_local_disk", lambda _path: True)
    log = journal.log_of(desk_path)
    session.open(desk_path)
    where = reads.articles(session.open_desk())[0].article.id
    session.do(mark, article=where, start=0, end=7)
    assert log.stat().st_size > 0
    session._pausing.setInterval(0)
    qtbot.waitUntil(lambda: log.stat().st_size == 0)
    session.close()
    session.jobs.wait()
    assert not log.exists()


@pytest.mark.parametrize("long", [False, True])
def test_the_log_waits_for_a_pause_unless_it_is_long(
    session: Session, desk_path: Path, monkeypatch: pytest.MonkeyPatch, long: bool
) -> None:
    monkeypatch.setattr(journal, "_on_local_disk", lambda _path: True)
    monkeypatch.setattr(journal, "_LONG", 1 if long else 1 << 30)
    session.open(desk_path)
    where = reads.articles(session.open_desk())[0].article.id
    session.do(mark, article=where, start=0, end=7)
    began = session._pausing.timerId()
    session.do(mark, article=where, start=8, end=12)
    assert (session._pausing.timerId() == began) is long
    session.close()
    session.jobs.wait()


def test_a_desk_that_was_moved_is_told_before_anybody_works_on_it(
    qtbot: QtBot, session: Session, desk_path: Path
) -> None:
    session.open(desk_path)
    told = refusals(session)
    desk_path.rename(desk_path.with_name("elsewhere.factcheck"))
    session._looking.setInterval(0)
    qtbot.waitUntil(lambda: bool(told))
    assert "moved, replaced or deleted" in told[0].message
    assert not session._looking.isActive()


def test_what_is_refused_is_told_and_changes_nothing(session: Session, desk_path: Path) -> None:
    session.open(desk_path)
    told = refusals(session)
    where = reads.articles(session.open_desk())[0].article.id
    assert session.do(mark, article=where, start=5, end=5) is None
    assert len(told) == 1
    assert lists.ids_in_order(session.open_desk(), where) == []


def test_nobody_acts_without_a_name(session: Session, desk_path: Path) -> None:
    session.open(desk_path)
    session.person = ""
    told = refusals(session)
    where = reads.articles(session.open_desk())[0].article.id
    assert session.do(mark, article=where, start=0, end=7) is None
    assert "who acts" in told[0].message


def test_a_desk_that_cannot_be_opened_leaves_the_open_one(
    session: Session, desk_path: Path, tmp_path: Path
) -> None:
    session.open(desk_path)
    told = refusals(session)
    assert not session.open(tmp_path / "missing.factcheck")
    assert "There is no desk" in told[0].message
    assert session.open_desk().path == desk_path


def test_opening_the_open_desk_again_changes_nothing(session: Session, desk_path: Path) -> None:
    session.open(desk_path)
    assert session.open(desk_path)
    assert session.open_desk().read_only == ""


def test_the_second_window_reads_only_and_says_why(
    session: Session, desk_path: Path, settings: Settings
) -> None:
    session.open(desk_path)
    second = Session(settings, Jobs())
    second.open(desk_path)
    assert f"process {QApplication.applicationPid()}" in second.open_desk().read_only
    told = refusals(second)
    where = reads.articles(second.open_desk())[0].article.id
    assert second.do(mark, article=where, start=0, end=7) is None
    assert "reading only" in told[0].message
    second.close()
    assert session.open_desk().read_only == ""
    session.close()
    assert second.open(desk_path)
    assert second.open_desk().read_only == ""
    second.close()


def test_one_file_is_left_after_closing(session: Session, desk_path: Path) -> None:
    session.open(desk_path)
    session.close()
    assert [path.name for path in desk_path.parent.glob("*factcheck*")] == [desk_path.name]


def test_what_another_program_writes_shows_up(
    qtbot: QtBot, session: Session, desk_path: Path
) -> None:
    session.open(desk_path)
    with qtbot.waitSignal(session.changed, timeout=10_000) as told:
        other = open_desk(desk_path)
        person_called(other, name="Somebody else")
        other.close()
    assert told.args == [None]


def test_closing_after_a_change_leaves_a_backup(
    qtbot: QtBot, session: Session, desk_path: Path, settings: Settings
) -> None:
    session.open(desk_path)
    session.do(mark, article=reads.articles(session.open_desk())[0].article.id, start=0, end=7)
    desk_id = session.open_desk().row().id
    session.close()
    session.jobs.wait()
    (copy,) = (settings.folder / "backups" / desk_id).iterdir()
    kept = open_desk(copy, read_only="It is a backup.")
    assert len(lists.statement_rows(kept)) == 1
    kept.close()


def test_looking_alone_leaves_no_backup(
    session: Session, desk_path: Path, settings: Settings
) -> None:
    session.open(desk_path)
    session.close()
    session.jobs.wait()
    assert not (settings.folder / "backups").exists()


def test_a_program_that_writes_for_long_does_not_hold_the_window_up(
    session: Session, desk_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk_module, "_PATIENCE_MS", 0)
    refused = refusals(session)
    session.open(desk_path)
    session.actor()
    where = reads.articles(session.open_desk())[0].article.id
    other = raw(desk_path)
    other.execute("BEGIN IMMEDIATE")
    assert session.do(mark, article=where, start=0, end=7) is None
    assert [str(error) for error in refused] == [
        "Another program is writing to this desk just now. "
        "Try again in a moment; nothing was changed."
    ]
    other.execute("ROLLBACK")
    other.close()
    assert session.do(mark, article=where, start=0, end=7) is not None


@pytest.fixture
def old_desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(desks, "_SOON_NEW", 0)
    return Path(shutil.copy(DATA / "desk-1.factcheck", tmp_path))


def test_a_large_old_desk_is_brought_up_to_date_beside_the_window(
    qtbot: QtBot, session: Session, old_desk: Path
) -> None:
    percents: list[int | None] = []
    session.jobs.progressed.connect(lambda job: percents.append(job.percent))
    with qtbot.waitSignal(session.opened):
        assert not session.open(old_desk)
        assert session.desk is None
    assert not gate.is_older(old_desk)
    assert session.open_desk().path == old_desk
    assert not session.open_desk().read_only
    assert percents[-1] == 100


def test_meanwhile_no_other_is_opened_or_made(
    qtbot: QtBot, session: Session, old_desk: Path, tmp_path: Path
) -> None:
    refused = refusals(session)
    with qtbot.waitSignal(session.opened):
        session.open(old_desk)
        assert not session.open(old_desk)
        assert not session.create(tmp_path / "new.factcheck", create_desk)
    why = "This can’t be done yet: bringing the desk “desk-1” up to date."
    assert [str(error)[: len(why)] for error in refused] == [why, why]
    assert not (tmp_path / "new.factcheck").exists()


def test_who_closes_stops_it_and_the_desk_stays_as_it_was(
    qtbot: QtBot, session: Session, old_desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = refusals(session)
    begun, closed = Event(), Event()
    rebuild = derived.rebuild

    def wait_until_closed(*parts: object) -> None:
        begun.set()
        closed.wait()
        rebuild(*parts)

    monkeypatch.setattr(derived, "rebuild", wait_until_closed)
    session.open(old_desk)
    begun.wait()
    session.close()
    with qtbot.waitSignal(session.refused):
        closed.set()
    assert str(refused[0]) == "It was stopped, and nothing was changed."
    assert session.desk is None
    assert gate.is_older(old_desk)
    monkeypatch.setattr(derived, "rebuild", rebuild)
    with qtbot.waitSignal(session.opened):
        session.open(old_desk)
