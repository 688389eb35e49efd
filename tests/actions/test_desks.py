from collections import namedtuple
from datetime import UTC, datetime, timedelta, timezone

import pytest

from factcheck.actions import desks
from factcheck.errors import FactcheckError
from factcheck.store.verify import findings

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "news.factcheck"
    desks.create_desk(path)
    return path


def opened(path):
    desk = desks.open_desk(path)
    name, sound = desk.row().name, list(findings(desk)) == desks.verify(desk) == []
    desk.close()
    return name, sound


def test_a_desk_is_made_sound_and_in_a_real_time_zone(path):
    assert opened(path) == ("news", True)


def test_a_desk_is_never_made_over_a_file(path):
    before = path.read_bytes()
    with pytest.raises(FactcheckError, match="There is already a file at"):
        desks.create_desk(path)
    assert path.read_bytes() == before


def test_a_backup_by_itself_is_named_by_its_moment_in_utc(path, tmp_path):
    abroad = NOON.astimezone(timezone(timedelta(hours=5)))
    made = desks.back_up_by_itself(path, "desk-id", tmp_path / "kept", abroad)
    assert made == tmp_path / "kept" / "desk-id" / "20261123T120000Z.factcheck"
    assert opened(made) == ("news", True)


def test_older_backups_are_thinned_and_other_files_left_alone(path, tmp_path):
    own = tmp_path / "kept" / "desk-id"
    own.mkdir(parents=True)
    for hour in range(60):
        (own / f"{NOON - timedelta(hours=hour + 1):%Y%m%dT%H%M%SZ}.factcheck").touch()
    (own / "20200101T000000Z.factcheck.txt").touch()
    (own / "notes.factcheck").touch()
    desks.back_up_by_itself(path, "desk-id", tmp_path / "kept", NOON)
    names = sorted(file.name for file in own.iterdir())
    assert names[0] == "20200101T000000Z.factcheck.txt"
    assert names[-1] == "notes.factcheck"
    assert [name[:11] for name in names[1:-1]] == [
        *("20261121T23", "20261122T12"),
        *(f"{NOON - timedelta(hours=hour):%Y%m%dT%H}" for hour in range(23, -1, -1)),
    ]


def test_of_a_large_desk_there_are_few_backups(path, tmp_path, monkeypatch):
    monkeypatch.setattr(desks, "_ROOM", 1)
    for hour in range(0, 24 * 15, 5):
        desks.back_up_by_itself(path, "desk-id", tmp_path / "kept", NOON + timedelta(hours=hour))
    names = sorted(file.name for file in (tmp_path / "kept" / "desk-id").iterdir())
    assert [name[6:8] for name in names] == [f"{day:02}" for day in (29, 30, *range(1, 9))]


def test_a_backup_by_itself_never_fills_the_disk(path, tmp_path, monkeypatch):
    free = namedtuple("usage", "free")(path.stat().st_size)
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: free)
    with pytest.raises(FactcheckError, match="too little room for a backup"):
        desks.back_up_by_itself(path, "desk-id", tmp_path / "kept", NOON)
    assert list((tmp_path / "kept" / "desk-id").iterdir()) == []


def test_a_folder_that_can_not_be_made_is_told(path, tmp_path):
    (tmp_path / "kept").touch()
    with pytest.raises(FactcheckError, match="The folder for backups"):
        desks.back_up_by_itself(path, "desk-id", tmp_path / "kept", NOON)
