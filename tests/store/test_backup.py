"""A backup is a whole, sound desk under its name, or nothing."""

import os
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import FactcheckError
from factcheck.store.backup import backup, to_fit, to_thin
from factcheck.store.desk import Desk
from factcheck.store.verify import findings
from tests.making import Clock, maker
from tests.store.looking import beside, dump, log_of
from tests.working import worked_on

NOW = datetime(2026, 11, 23, 15, 30, tzinfo=UTC)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def opened(path):
    return Desk.open(path, now=Clock(), new_id=maker(8))


def test_a_backup_is_the_same_desk(desk, tmp_path):
    worked_on(desk, 3, actions=40)
    target = tmp_path / "copies" / "Brücke #1.factcheck"
    target.parent.mkdir()
    backup(desk.path, target, maker(4))
    copy = opened(target)
    assert (dump(copy, without=set()), log_of(copy)) == (dump(desk, without=set()), log_of(desk))
    assert list(findings(copy)) == []
    copy.close()
    assert beside(target) == []


def test_a_backup_is_taken_while_others_work(desk, desk_again, tmp_path):
    target = tmp_path / "copy.factcheck"
    with desk.together():
        worked_on(desk, 3, actions=5)
        backup(desk.path, target, maker(4))
    copy = opened(target)
    assert dump(copy)["article"] == []
    copy.close()


def test_a_file_that_is_there_is_never_replaced(desk, tmp_path):
    target = tmp_path / "copy.factcheck"
    target.write_bytes(b"older")
    with pytest.raises(FactcheckError, match="There is already a file at"):
        backup(desk.path, target, maker(4))
    with pytest.raises(FactcheckError, match="There is already a file at"):
        backup(desk.path, desk.path, maker(4))
    assert target.read_bytes() == b"older"


@pytest.mark.parametrize("folder", ["missing", "file"])
def test_a_folder_that_can_not_take_it(desk, tmp_path, folder):
    (tmp_path / "file").write_bytes(b"x")
    with pytest.raises(FactcheckError, match=f"No file can be made in {tmp_path / folder}"):
        backup(desk.path, tmp_path / folder / "copy.factcheck", maker(4))


def test_a_failure_leaves_no_draft(desk, tmp_path, monkeypatch):
    def broken(_handle):
        raise OSError(5, "Input/output error")

    folder = tmp_path / "copies"
    folder.mkdir()
    monkeypatch.setattr(os, "fsync", broken)
    with pytest.raises(FactcheckError, match="Input/output error"):
        backup(desk.path, folder / "copy.factcheck", maker(4))
    assert list(folder.iterdir()) == []


def test_a_damaged_desk_gives_no_backup(desk, tmp_path):
    folder = tmp_path / "copies"
    folder.mkdir()
    content = bytearray(worked_on(desk, 3, actions=20).path.read_bytes())
    content[4096 * 6 : 4096 * 7] = b"\xff" * 4096
    damaged = tmp_path / "damaged.factcheck"
    damaged.write_bytes(content)
    with pytest.raises(FactcheckError, match="damaged"):
        backup(damaged, folder / "copy.factcheck", maker(4))
    assert list(folder.iterdir()) == []


moments = st.datetimes(datetime(2025, 1, 1), NOW.replace(tzinfo=None)).map(  # noqa: DTZ001
    lambda moment: moment.replace(tzinfo=UTC)
)


@given(st.lists(moments, unique=True))
def test_the_newest_and_all_of_the_last_day_stay(taken):
    gone = to_thin([(moment, moment) for moment in taken], NOW, day=DAY)
    kept = set(taken) - set(gone)
    assert len(set(gone)) == len(gone)
    assert {moment for moment in taken if NOW - moment < DAY} <= kept
    assert not taken or max(taken) in kept


@given(st.lists(moments, unique=True))
def test_thinning_twice_takes_nothing_more(taken):
    gone = to_thin([(moment, moment) for moment in taken], NOW, day=DAY)
    kept = [(moment, moment) for moment in taken if moment not in gone]
    assert to_thin(kept, NOW, day=DAY) == []


@given(st.lists(moments, unique=True))
def test_of_each_day_and_later_of_each_thirty_days_the_newest_stays(taken):
    gone = set(to_thin([(moment, moment) for moment in taken], NOW, day=DAY))
    older = [moment for moment in taken if NOW - moment >= DAY]
    for unit, those in (
        (DAY, [m for m in older if NOW - m < 30 * DAY]),
        (30 * DAY, [m for m in older if NOW - m >= 30 * DAY]),
    ):
        epoch = datetime(2000, 1, 1, tzinfo=UTC)
        newest = {(m - epoch) // unit: m for m in sorted(those)}
        assert {m for m in those if m not in gone} == set(newest.values())


def test_backups_by_the_hour_leave_one_of_each_day_however_often_they_are_thinned():
    kept = []
    for hour in range(24 * 100):
        now = NOW + hour * HOUR
        kept.append((now, now))
        gone = set(to_thin(kept, now, day=DAY))
        kept = [entry for entry in kept if entry[1] not in gone]
    ages = sorted((now - moment) // DAY for moment, _ in kept)
    assert ages.count(0) == 24
    assert all(ages.count(age) in {1, 2} for age in range(1, 29))
    assert len([age for age in ages if age >= 30]) in {3, 4}
    assert ages[-1] >= 60


@given(st.lists(moments, unique=True, min_size=1), st.integers(1, 9), st.integers(0, 60))
def test_backups_fit_into_their_room_and_the_days_stay_longest(taken, size, room):
    gone = set(to_fit([(moment, moment, size) for moment in taken], day=DAY, room=room))
    kept = set(taken) - gone
    assert max(taken) in kept
    assert len(kept) == min(len(taken), max(1, room // size))
    epoch = datetime(2000, 1, 1, tzinfo=UTC)
    day_of = {moment: (moment - epoch) // DAY for moment in taken}
    if len(kept) < len(set(day_of.values())):
        assert len({day_of[moment] for moment in kept}) == len(kept)
        assert min(day_of[moment] for moment in kept) >= max(
            {day_of[moment] for moment in gone} - {day_of[moment] for moment in kept}
        )
    else:
        assert {day_of[moment] for moment in kept} == set(day_of.values())
