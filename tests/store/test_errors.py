"""SQLite's known troubles are told in a user's words, and nothing was changed."""

import random

import pytest
from sqlite_utils.db import sqlite3

from factcheck.errors import FactcheckError
from factcheck.store import reads
from factcheck.store.errors import DeskError, known_errors, primary_code
from tests.making import article
from tests.store.looking import dump, log_of, raw, tamper


def test_another_writer_makes_it_busy(desk):
    before = dump(desk, without=set()), log_of(desk)
    other = raw(desk.path)
    other.execute("BEGIN IMMEDIATE")
    desk.db.execute("PRAGMA busy_timeout = 0")
    with pytest.raises(DeskError) as refusal:
        article(desk)
    assert refusal.value.code == "SQLITE_BUSY"
    assert refusal.value.message == "Another program is writing to this desk just now."
    assert refusal.value.hint == "Try again in a moment; nothing was changed."
    other.execute("ROLLBACK")
    assert (dump(desk, without=set()), log_of(desk)) == before
    article(desk)
    assert len(dump(desk)["article"]) == 1


def test_a_long_reader_makes_the_commit_busy_and_nothing_stays(desk):
    article(desk, "One.")
    before, reader = dump(desk), raw(desk.path)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM article").fetchall()
    desk.db.execute("PRAGMA busy_timeout = 0")
    with pytest.raises(DeskError) as refusal:
        article(desk, "Two.")
    assert refusal.value.code == "SQLITE_BUSY"
    assert not desk.db.conn.in_transaction
    reader.execute("ROLLBACK")
    assert dump(desk) == before


def test_a_full_disk(desk):
    article(desk)
    before = dump(desk)
    pages = desk.db.execute("PRAGMA page_count").fetchone()[0]
    desk.db.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DeskError) as refusal:
        article(desk, random.Random(1).randbytes(500_000).hex())
    assert refusal.value.code == "SQLITE_FULL"
    assert refusal.value.message == "The disk is full, so nothing was saved."
    assert dump(desk) == before


def test_more_than_an_entry_can_hold(desk):
    with pytest.raises(DeskError, match="too large for one entry"), known_errors():
        desk.db.execute("SELECT zeroblob(2000000000)")


@pytest.mark.parametrize("fate", ["moved", "deleted"])
def test_a_desk_that_is_gone_is_never_written_in_silence(desk, fate):
    if fate == "moved":
        desk.path.rename(desk.path.with_name("elsewhere.factcheck"))
    else:
        desk.path.unlink()
    with pytest.raises(DeskError, match="moved, replaced or deleted"):
        article(desk)


def test_text_that_is_no_utf_8_is_a_damaged_desk(desk):
    article(desk)
    assert tamper(desk.path, "UPDATE article SET title = CAST(x'41ff42' AS TEXT)") == 1
    with pytest.raises(DeskError, match=r"The desk file is damaged\."), known_errors():
        reads.articles(desk)


def test_unknown_errors_stay_what_they_are(desk):
    with pytest.raises(sqlite3.OperationalError, match="no such table"), known_errors():
        desk.db.execute("SELECT * FROM missing")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("SQLITE_BUSY_SNAPSHOT", "SQLITE_BUSY"),
        ("SQLITE_IOERR_FSYNC", "SQLITE_IOERR"),
        ("SQLITE_FULL", "SQLITE_FULL"),
        ("", ""),
    ],
)
def test_an_extended_error_is_known_by_its_family(name, code):
    error = sqlite3.OperationalError("x")
    error.sqlite_errorname = name
    assert primary_code(error) == code


def test_every_refusal_has_two_sentences():
    for code in ("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_FULL", "SQLITE_IOERR", "SQLITE_TOOBIG"):
        error = DeskError(code)
        assert isinstance(error, FactcheckError)
        assert error.message.endswith(".")
        assert error.hint.endswith(".")
