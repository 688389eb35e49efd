"""Big bytes lie in pieces that count for nothing before an action takes them in."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlite_utils.db import sqlite3

from factcheck.domain.canonical import sha256_of
from factcheck.errors import FactcheckError
from factcheck.store import beside, blobs, pieces
from factcheck.store.backup import backup
from factcheck.store.desk import Desk
from factcheck.store.verify import findings
from tests.making import START, Clock, maker, new_desk, person
from tests.store.looking import beside as names_beside
from tests.store.looking import tamper

PARTS = (b"first", b"second", b"third")
WHOLE = b"".join(PARTS)


def upload(desk: Desk, parts: tuple[bytes, ...] = PARTS) -> pieces.Kept:
    name = desk.new_id()
    for number, part in enumerate(parts):
        pieces.put(desk.db, name, number, part)
    whole = b"".join(parts)
    return pieces.Kept(sha256_of(whole), len(whole), name, len(parts))


def taken_in(desk: Desk) -> pieces.Kept:
    kept = upload(desk)
    with desk.change("keep", person(desk)) as change:
        change.keep_pieces(kept)
    return kept


def count(desk: Desk) -> int:
    return desk.db.execute("SELECT count(*) FROM piece").fetchone()[0]


def test_they_are_read_as_one_or_part_by_part(desk):
    kept = taken_in(desk)
    assert blobs.content_of(desk.db, kept.sha256) == WHOLE
    assert tuple(blobs.chunks_of(desk.db, kept.sha256)) == PARTS
    assert list(findings(desk)) == []


def test_before_an_action_takes_them_in_they_are_no_bytes_of_the_desk(desk):
    kept = upload(desk)
    assert not pieces.has(desk.db, kept.sha256)
    with pytest.raises(blobs.DamagedBytesError):
        blobs.content_of(desk.db, kept.sha256)
    assert list(findings(desk)) == []


def test_what_an_action_that_fails_took_in_does_not_count(desk):
    kept = upload(desk)

    def fail():
        with desk.change("keep", person(desk)) as change:
            change.keep_pieces(kept)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert not pieces.has(desk.db, kept.sha256)


def test_pieces_that_are_gone_are_not_taken_in(desk):
    kept = upload(desk)
    desk.db.execute("DELETE FROM piece WHERE number = 1")
    with (
        pytest.raises(FactcheckError, match="no longer in the desk"),
        desk.change("keep", person(desk)) as change,
    ):
        change.keep_pieces(kept)


def test_bytes_that_the_desk_has_need_no_pieces(desk):
    kept = taken_in(desk)
    again = pieces.Kept(kept.sha256, kept.size, "of another upload", 3)
    with desk.change("keep", person(desk)) as change:
        change.keep_pieces(again)
    assert count(desk) == 3


def test_what_counts_is_neither_changed_nor_discarded(desk):
    kept = taken_in(desk)
    for sql in ("UPDATE piece SET bytes = x'00'", "DELETE FROM piece", "UPDATE blob SET size = 1"):
        with pytest.raises(sqlite3.IntegrityError, match="kept as they are"):
            desk.db.execute(sql)
    pieces.discard(desk.db, kept.upload)
    assert blobs.content_of(desk.db, kept.sha256) == WHOLE


def test_what_does_not_count_is_discarded(desk):
    kept, other = upload(desk), upload(desk)
    pieces.discard(desk.db, kept.upload)
    assert desk.db.execute("SELECT DISTINCT upload FROM piece").fetchall() == [(other.upload,)]


def test_what_was_abandoned_is_discarded_and_nothing_else(desk):
    counts, old = taken_in(desk), upload(desk)
    clock = Clock(START + timedelta(days=2))
    young = pieces.Kept("", 1, maker(9, clock)(), 1)
    pieces.put(desk.db, young.upload, 0, b"x")
    pieces.discard_abandoned(desk.db, START + timedelta(days=1))
    left = desk.db.execute("SELECT DISTINCT upload FROM piece ORDER BY upload").fetchall()
    assert left == [(counts.upload,), (young.upload,)]
    assert (old.upload,) not in left


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE piece SET bytes = x'626164' WHERE number = 1",
        "DELETE FROM piece WHERE number = 2",
        "DELETE FROM piece WHERE number = 0",
        "INSERT INTO piece SELECT upload, 3, x'00' FROM piece WHERE number = 0",
    ],
)
def test_meddling_with_a_piece_is_found(desk, sql):
    kept = taken_in(desk)
    assert tamper(desk.path, sql) == 1
    assert list(findings(desk)) == [f"Bytes {kept.sha256[:12]}… are damaged."]
    with pytest.raises(blobs.DamagedBytesError):
        list(blobs.chunks_of(desk.db, kept.sha256))


def test_a_backup_has_them(desk, tmp_path):
    kept = taken_in(desk)
    copy = tmp_path / "copy.factcheck"
    backup(desk.path, copy, maker(5))
    again = Desk.open(copy, now=Clock(), new_id=maker(6), read_only="It is a copy.")
    assert blobs.content_of(again.db, kept.sha256) == WHOLE
    assert list(findings(again)) == []
    again.close()


def test_an_action_is_done_between_two_pieces(desk):
    with beside.writing(desk.path) as db:
        pieces.put(db, "upload", 0, b"x" * pieces.PIECE)
        person(desk, "Somebody new")
        pieces.put(db, "upload", 1, b"y" * pieces.PIECE)
        person(desk, "Somebody else")
    assert count(desk) == 2


def test_a_reader_part_way_through_holds_nobody_up(desk):
    kept = taken_in(desk)
    with beside.reading(desk.path) as db:
        chunks = blobs.chunks_of(db, kept.sha256)
        assert next(chunks) == PARTS[0]
        desk.db.execute("PRAGMA busy_timeout = 0")
        person(desk, "Somebody new")
        assert tuple(chunks) == PARTS[1:]


def test_one_file_is_left(tmp_path):
    path = tmp_path / "news.factcheck"
    new_desk(path).close()
    with beside.writing(path) as db:
        pieces.put(db, "upload", 0, b"x")
    assert names_beside(path) == []


@pytest.mark.parametrize("way", [beside.reading, beside.writing])
def test_what_is_no_desk_is_refused(tmp_path: Path, way) -> None:
    path = tmp_path / "none.factcheck"
    path.write_bytes(b"no desk at all " * 500)
    with pytest.raises(FactcheckError, match="not a desk"), way(path):
        pytest.fail("it was opened")


def test_an_older_desk_is_brought_up_to_date_by_opening_it_only(desk):
    desk.db.execute("PRAGMA user_version = 1")
    with pytest.raises(FactcheckError, match="older version"), beside.reading(desk.path):
        pytest.fail("it was opened")
