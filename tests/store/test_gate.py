"""What is no sound desk of ours is refused, each with its own sentence, and not a byte changes."""

import os
import random
import shutil
from pathlib import Path

import pytest

from factcheck.errors import FactcheckError
from factcheck.store.desk import Desk
from factcheck.store.migrations import APPLICATION_ID, STEPS
from tests.making import Clock, article, maker, new_desk, reopened
from tests.store.looking import beside, dump, raw
from tests.store.stored import DATA

NAMES = [
    "a#b",
    "what?",
    "50%41",
    "with space",
    "Brücke 🌉",
    "файл",
    "file:x",
    "a&mode=memory",
    "-x",
]


def opened(path: Path, **given: str) -> Desk:
    return Desk.open(path, now=Clock(), new_id=maker(9), **given)


def content_of(path: Path) -> bytes | None:
    return path.read_bytes() if os.path.isfile(path) else None  # noqa: PTH113 is_file may raise


def refusal(path: Path) -> FactcheckError:
    before = content_of(path)
    with pytest.raises(FactcheckError) as refused:
        opened(path)
    assert content_of(path) == before
    assert refused.value.hint
    return refused.value


@pytest.fixture
def desk_path(tmp_path):
    desk = new_desk(tmp_path / "news.factcheck")
    article(desk)
    desk.close()
    return desk.path


@pytest.fixture
def foreign(tmp_path):
    path = tmp_path / "foreign.factcheck"
    connection = raw(path)
    connection.execute("CREATE TABLE song (title TEXT)")
    connection.close()
    return path


def test_a_missing_file_stays_missing(tmp_path):
    path = tmp_path / "gone.factcheck"
    assert f"There is no desk at {path}" in refusal(path).message
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_place_of_a_folder(tmp_path):
    (tmp_path / "file").write_bytes(b"x")
    assert "There is no desk at" in refusal(tmp_path / "file" / "x.factcheck").message


def test_a_name_too_long_for_the_disk(tmp_path):
    assert "can’t be opened: File name too long" in refusal(tmp_path / ("n" * 300)).message


def test_a_folder(tmp_path):
    assert refusal(tmp_path).message == f"“{tmp_path.name}” is not a file."


def test_an_empty_file(tmp_path):
    path = tmp_path / "empty.factcheck"
    path.touch()
    assert refusal(path).message == "“empty.factcheck” is an empty file."


@pytest.mark.parametrize(
    "content", [b"x", b"Some notes.\n" * 500, b"SQLite format 3\0", b"\0" * 4096]
)
def test_a_file_that_is_no_database(tmp_path, content):
    path = tmp_path / "notes.factcheck"
    path.write_bytes(content)
    assert "not a desk" in refusal(path).message
    assert beside(path) == []


def test_a_foreign_database(foreign):
    assert refusal(foreign).message == "“foreign.factcheck” is not a desk."
    assert beside(foreign) == []


def test_a_foreign_database_with_work_waiting_in_its_wal(foreign, tmp_path):
    writer = raw(foreign)
    writer.execute("PRAGMA journal_mode = WAL")
    writer.execute("INSERT INTO song VALUES ('waiting')")
    elsewhere = tmp_path / "crashed"
    elsewhere.mkdir()
    for path in tmp_path.glob("foreign.factcheck*"):
        shutil.copy(path, elsewhere)
    writer.close()
    path = elsewhere / foreign.name
    (elsewhere / f"{foreign.name}-shm").unlink()
    waiting = (elsewhere / f"{foreign.name}-wal").read_bytes()
    assert refusal(path).message == "“foreign.factcheck” is not a desk."
    assert (elsewhere / f"{foreign.name}-wal").read_bytes() == waiting
    assert raw(path).execute("SELECT * FROM song").fetchall() == [("waiting",)]


def test_a_desk_of_a_newer_version(desk_path):
    raw(desk_path).execute("PRAGMA user_version = 99")
    found = refusal(desk_path)
    assert found.message == "“news.factcheck” was made by a newer version of Factcheck."
    assert found.hint == "Update the program to open it."


@pytest.mark.parametrize("version", [0, -1])
def test_a_desk_of_no_version(desk_path, version):
    raw(desk_path).execute(f"PRAGMA user_version = {version}")
    assert "changed by another program" in refusal(desk_path).message


@pytest.mark.parametrize("share", [0.9, 0.5, 0.1])
def test_a_truncated_desk(desk_path, share):
    os.truncate(desk_path, int(desk_path.stat().st_size * share))
    assert refusal(desk_path).message == "The desk file is damaged."
    assert beside(desk_path) == []


@pytest.mark.parametrize(
    "change",
    [
        "CREATE TABLE extra (x)",
        "CREATE VIEW extra AS SELECT * FROM person",
        "CREATE INDEX extra ON person (created_at)",
        "ALTER TABLE statement ADD COLUMN extra TEXT",
        "DROP TRIGGER event_no_update",
        "DROP INDEX span_statement",
        "CREATE TRIGGER extra AFTER INSERT ON verdict BEGIN DELETE FROM review; END",
        "CREATE TRIGGER extra AFTER INSERT ON _sqlite_migrations BEGIN DELETE FROM review; END",
        "CREATE TRIGGER event_no_sleep BEFORE INSERT ON event BEGIN SELECT 1; END",
    ],
)
def test_a_desk_whose_tables_were_changed(desk_path, change):
    raw(desk_path).execute(change)
    assert "its tables are not as they should be" in refusal(desk_path).message


@pytest.mark.parametrize("table", ["event", "revision"])
def test_a_desk_that_lacks_a_table(desk_path, table):
    raw(desk_path).execute(f"DROP TABLE {table}")
    assert "its tables are not as they should be" in refusal(desk_path).message


def test_a_desk_with_a_torn_page(desk_path):
    content = bytearray(desk_path.read_bytes())
    page = 4096 * 5
    content[page : page + 4096] = random.Random(3).randbytes(4096)
    desk_path.write_bytes(content)
    assert refusal(desk_path).message == "The desk file is damaged."


@pytest.mark.parametrize(
    ("locked", "reason"),
    [("file", "The file is read-only."), ("folder", "The folder of the desk is read-only.")],
)
def test_a_desk_that_can_not_be_written_opens_for_reading(desk_path, monkeypatch, locked, reason):
    shut = desk_path if locked == "file" else desk_path.parent
    monkeypatch.setattr(os, "access", lambda path, mode: path != shut or mode != os.W_OK)
    before = desk_path.read_bytes()
    desk = opened(desk_path)
    with pytest.raises(FactcheckError, match=f"open for reading only. {reason}"):
        article(desk)
    with pytest.raises(FactcheckError, match="open for reading only"), desk.together():
        raise AssertionError
    assert len(dump(desk)["article"]) == 1
    desk.close()
    assert desk_path.read_bytes() == before


def test_a_desk_opened_for_reading_says_why(desk_path):
    desk = opened(desk_path, read_only="Jon Park has it open.")
    with pytest.raises(FactcheckError, match=r"Jon Park has it open\."):
        article(desk)
    desk.close()


def test_an_older_desk_that_can_not_be_written_says_what_to_do(tmp_path):
    path = Path(shutil.copy(DATA / "desk-1.factcheck", tmp_path))
    with pytest.raises(FactcheckError, match="older version of Factcheck") as told:
        opened(path, read_only="The file is read-only.")
    assert told.value.message.endswith("The file is read-only.")
    assert told.value.hint == "Copy the file to a folder of yours and open the copy."
    assert path.read_bytes() == (DATA / "desk-1.factcheck").read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_a_name_never_leads_to_another_file(tmp_path, name):
    path = tmp_path / f"{name}.factcheck"
    desk = new_desk(path)
    article(desk)
    again = reopened(desk)
    assert [row[2] for row in dump(again)["desk"]] == [name]
    assert len(dump(again)["article"]) == 1
    again.close()
    assert beside(path) == []


def test_a_name_that_is_no_utf_8(tmp_path):
    desk = new_desk(tmp_path / os.fsdecode(b"gru\xdf.factcheck"))
    article(desk)
    again = reopened(desk)
    assert again.row().name == "gru\ufffd"
    assert len(dump(again)["article"]) == 1
    again.close()


def test_a_relative_path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    desk = new_desk(Path("news.factcheck"))
    desk.close()
    assert (tmp_path / "news.factcheck").is_file()


def test_a_journal_of_a_crashed_writer_is_rolled_back(desk_path, tmp_path):
    writer = raw(desk_path)
    writer.execute("PRAGMA cache_size = 2")
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("UPDATE article SET title = 'half done'")
    writer.execute("INSERT INTO blob VALUES (?, 999999, zeroblob(999999), NULL)", ["0" * 64])
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    for path in (desk_path, desk_path.with_name(f"{desk_path.name}-journal")):
        shutil.copy(path, crashed)
    writer.execute("ROLLBACK")
    desk = opened(crashed / desk_path.name)
    assert [row[1] for row in dump(desk)["article"]] == ["Harbour bridge opens two years late"]
    desk.close()
    assert beside(desk.path) == []


def test_a_desk_is_told_by_its_number_and_version(desk_path):
    connection = raw(desk_path)
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert connection.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
