"""A desk that stays open keeps a log beside it: nobody waits, nothing is lost, one file at rest."""

import shutil
from pathlib import Path

import pytest

from factcheck.store import journal
from factcheck.store.backup import backup
from factcheck.store.desk import Desk
from factcheck.store.errors import MOVED, DeskError
from factcheck.store.verify import findings
from tests.making import Clock, article, maker, new_desk
from tests.store.looking import beside, dump, log_of, raw

NFS = "36 35 98:0 / {} rw,noatime shared:1 - nfs4 server:/desks rw,vers=4.2"


@pytest.fixture(autouse=True)
def local(monkeypatch, tmp_path):
    """Let the disk be one that takes a log, wherever the tests run."""
    mounts = tmp_path.parent / "mounts"
    mounts.write_text("25 1 8:1 / / rw - ext4 /dev/sda1 rw\n", "utf-8")
    monkeypatch.setattr(journal, "_MOUNTS", mounts)
    monkeypatch.setattr("sys.platform", "linux")


def opened(path: Path, seed: int = 5, **manner) -> Desk:
    return Desk.open(path, now=Clock(), new_id=maker(seed), **manner)


@pytest.fixture
def lasting(tmp_path):
    new_desk(tmp_path / "news.factcheck").close()
    desk = opened(tmp_path / "news.factcheck", lasting=True)
    yield desk
    desk.db.close()


def mode(db) -> str:
    return db.execute("PRAGMA journal_mode").fetchone()[0]


def titles(desk: Desk) -> list[str]:
    return [row[1] for row in dump(desk)["article"]]


def crashed(desk: Desk, folder: Path) -> Path:
    """Return what is on the disk once the program is gone from one moment to the next."""
    folder.mkdir()
    for path in (desk.path, journal.log_of(desk.path)):
        shutil.copy(path, folder)
    return folder / desk.path.name


def test_who_reads_does_not_hold_up_who_writes_nor_the_other_way_round(lasting):
    reader, asked = raw(lasting.path), "SELECT count(*) FROM article"
    lasting.db.execute("PRAGMA busy_timeout = 0")
    reader.execute("BEGIN")
    assert reader.execute(asked).fetchone() == (0,)
    article(lasting, "One.")
    assert reader.execute(asked).fetchone() == (0,)
    reader.execute("COMMIT")
    with lasting.together():
        article(lasting, "Two.")
        assert reader.execute(asked).fetchone() == (1,)
    assert reader.execute(asked).fetchone() == (2,)
    reader.close()


def test_one_file_is_left(lasting):
    article(lasting)
    assert mode(lasting.db) == "wal"
    lasting.close()
    assert beside(lasting.path) == []
    assert mode(raw(lasting.path)) == "delete"


@pytest.mark.parametrize("last", ["lasting", "command"])
def test_a_command_goes_along_and_the_last_one_leaves_one_file(lasting, last):
    command = opened(lasting.path, 7)
    article(command, "One.")
    article(lasting, "Two.")
    assert mode(command.db) == mode(lasting.db) == "wal"
    first, second = (command, lasting) if last == "lasting" else (lasting, command)
    first.close()
    article(second, "Three.")
    second.close()
    assert beside(lasting.path) == []
    again = opened(lasting.path)
    assert len(titles(again)) == 3
    again.close()


def test_a_command_alone_keeps_no_log(lasting):
    lasting.close()
    command = opened(lasting.path)
    assert mode(command.db) == "truncate"
    command.close()


def test_who_only_reads_and_stays_longest_leaves_one_file_too(lasting):
    reading = opened(lasting.path, read_only="It is open elsewhere.")
    article(lasting)
    lasting.close()
    assert len(titles(reading)) == 1
    reading.close()
    assert beside(lasting.path) == []


def test_what_a_crash_left_in_the_log_is_there_again(lasting, tmp_path):
    article(lasting, "One.")
    with lasting.together():
        article(lasting, "Two.")
        path = crashed(lasting, tmp_path / "crashed")
    desk = opened(path)
    assert len(titles(desk)) == 1
    assert list(findings(desk)) == []
    desk.close()
    assert beside(path) == []


def test_what_a_crash_left_can_be_read_where_nothing_can_be_written(lasting, tmp_path):
    article(lasting)
    path = crashed(lasting, tmp_path / "crashed")
    desk = opened(path, read_only="The file is read-only.")
    assert len(titles(desk)) == 1
    desk.close()


def test_in_a_pause_the_file_alone_is_whole(lasting, tmp_path):
    article(lasting)
    journal.tidy(lasting.path)
    assert journal.log_of(lasting.path).stat().st_size == 0
    copy = opened(Path(shutil.copy(lasting.path, tmp_path / "copy.factcheck")))
    assert (dump(copy), log_of(copy)) == (dump(lasting), log_of(lasting))
    copy.close()
    article(lasting, "Two.")
    assert len(titles(lasting)) == 2


def test_who_writes_does_not_bring_the_log_into_the_file(lasting):
    before = lasting.path.stat().st_size
    article(lasting, "Many words. " * 500_000)
    assert lasting.path.stat().st_size == before
    journal.tidy(lasting.path)
    assert lasting.path.stat().st_size > 6_000_000


def test_a_log_is_long_until_it_is_emptied(lasting, monkeypatch):
    assert not journal.is_long(lasting.path)
    monkeypatch.setattr(journal, "_LONG", 100_000)
    article(lasting, "Many words. " * 10_000)
    assert journal.is_long(lasting.path)
    journal.tidy(lasting.path)
    assert not journal.is_long(lasting.path)


def test_a_file_copied_without_its_log_is_an_older_desk_and_sound(lasting, tmp_path):
    article(lasting, "One.")
    journal.tidy(lasting.path)
    article(lasting, "Two.")
    copy = opened(Path(shutil.copy(lasting.path, tmp_path / "copy.factcheck")))
    assert len(titles(copy)) == 1
    assert list(findings(copy)) == []
    copy.close()


def test_a_backup_has_what_is_only_in_the_log(lasting, tmp_path):
    article(lasting)
    target = tmp_path / "copies" / "backup.factcheck"
    target.parent.mkdir()
    backup(lasting.path, target, maker(4))
    assert mode(raw(target)) == "delete"
    copy = opened(target)
    assert (dump(copy), log_of(copy)) == (dump(lasting), log_of(lasting))
    copy.close()
    assert beside(target) == []


def test_a_log_that_somebody_still_reads_keeps_nobody_waiting(lasting):
    reader = raw(lasting.path)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM article").fetchone()
    article(lasting)
    journal.tidy(lasting.path)
    article(lasting)
    reader.close()
    assert len(titles(lasting)) == 2


@pytest.mark.parametrize("fate", ["moved", "deleted", "replaced", "log deleted"])
def test_a_desk_that_is_no_longer_in_its_place_is_never_written_in_silence(lasting, fate):
    article(lasting, "One.")
    elsewhere = lasting.path.with_name("elsewhere.factcheck")
    if fate == "deleted":
        lasting.path.unlink()
    elif fate == "log deleted":
        journal.log_of(lasting.path).unlink()
    else:
        lasting.path.rename(elsewhere)
    if fate == "replaced":
        lasting.path.write_bytes(b"another file")
    with pytest.raises(DeskError, match="moved, replaced or deleted") as refusal:
        article(lasting, "Two.")
    assert refusal.value.code == MOVED
    with pytest.raises(DeskError, match="moved, replaced or deleted"):
        lasting.require_in_place()
    lasting.close()
    if fate == "replaced":
        assert lasting.path.read_bytes() == b"another file"
    kept = {"moved": elsewhere, "replaced": elsewhere, "log deleted": lasting.path}.get(fate)
    if kept is not None:
        found = opened(kept)
        assert len(titles(found)) == 1
        assert list(findings(found)) == []
        found.close()


@pytest.mark.parametrize("name", ["news", "the news room"])
def test_no_log_is_kept_on_a_disk_that_others_share(tmp_path, name):
    folder = tmp_path / name
    folder.mkdir()
    written = str(folder).replace(" ", "\\040")
    journal._MOUNTS.write_text(NFS.format(written) + "\n25 1 8:1 / / rw - ext4 /dev/sda1 rw\n")
    new_desk(folder / "news.factcheck").close()
    desk = opened(folder / "news.factcheck", lasting=True)
    assert mode(desk.db) == "truncate"
    desk.close()


def test_nor_where_it_is_not_known_who_shares_it(tmp_path, monkeypatch):
    new_desk(tmp_path / "news.factcheck").close()
    monkeypatch.setattr("sys.platform", "sunos5")
    desk = opened(tmp_path / "news.factcheck", lasting=True)
    assert mode(desk.db) == "truncate"
    desk.close()
