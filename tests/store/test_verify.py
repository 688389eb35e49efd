"""Whatever is changed behind the desk's back is found, and finding it never fails itself."""

import random

import pytest

from factcheck.errors import FactcheckError
from factcheck.store import gate, log
from factcheck.store.desk import Desk
from factcheck.store.records import RECORDS
from factcheck.store.transaction import columns_of
from factcheck.store.verify import findings
from tests.making import TEXT, Clock, maker, new_desk
from tests.store.looking import dump, log_of, raw, tamper
from tests.working import worked_on

EVENT = ["id", "copy_id", "action", "actor_id", "at", "reason", "undoes", "previous", "hash"]
CHANGE = ["event_id", "table_name", "row_id", "statement_id", "before", "after", "builds_on"]
FIRST, LAST = "(SELECT min(rowid) FROM {0})", "(SELECT max(rowid) FROM {0})"


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    path = tmp_path_factory.mktemp("sound") / "news.factcheck"
    desk = worked_on(new_desk(path), seed=11, actions=200)
    assert all(dump(desk, without=set()).values()), "the work must fill every table"
    desk.close()
    return desk.path.read_bytes()


@pytest.fixture
def path(tmp_path, sound):
    path = tmp_path / "news.factcheck"
    path.write_bytes(sound)
    return path


def found(path) -> list[str]:
    """Return the findings; the gate, which would stop some of this, is left out."""
    desk = Desk(path, gate.connect(path, mode="ro"), now=Clock(), new_id=maker(5), read_only="x")
    try:
        return list(findings(desk))
    finally:
        desk.close()


def changed(path, table, column, where) -> list[str]:
    other = {"before": "'{}'", "after": "'{}'", "steps": "'[]'"}.get(column)
    other = other or f"coalesce({column}, '') || 'x'"
    where = where.format(table)
    assert tamper(path, f"UPDATE {table} SET {column} = {other} WHERE rowid = {where}") == 1
    return found(path)


def test_a_sound_desk_has_no_findings(path):
    assert found(path) == []


@pytest.mark.parametrize("where", [FIRST, LAST], ids=["first", "last"])
@pytest.mark.parametrize("column", EVENT)
def test_a_changed_event(path, column, where):
    assert any(
        "The log is broken at event" in sentence
        for sentence in changed(path, "event", column, where)
    )


@pytest.mark.parametrize("where", [FIRST, LAST], ids=["first", "last"])
@pytest.mark.parametrize("column", CHANGE)
def test_a_changed_row_of_the_log(path, column, where):
    assert any(
        "The log is broken" in sentence for sentence in changed(path, "change", column, where)
    )


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE event SET undoable = 1 - undoable WHERE seq = 3",
        "UPDATE event SET at = 'the day before' WHERE seq = 3",
        "UPDATE event SET at = replace(at, 'Z', '+00:00') WHERE seq = 3",
        "UPDATE event SET seq = seq + 1000 WHERE seq = (SELECT max(seq) FROM event)",
        "UPDATE change SET pk = pk + 1000 WHERE pk = (SELECT max(pk) FROM change)",
        "UPDATE change SET after = replace(after, ': ', ':') WHERE pk = 3",
        "UPDATE change SET after = 'no JSON' WHERE pk = 3",
        "DELETE FROM change WHERE pk = 3",
        "DELETE FROM event WHERE seq = 3",
        "DELETE FROM event WHERE seq = 1",
        "INSERT INTO change SELECT pk + 1000, event_id, table_name, row_id, statement_id, before, "
        "after, builds_on FROM change WHERE pk = 3",
        "INSERT INTO event SELECT seq + 1000, id || 'x', copy_id, action, actor_id, at, reason, "
        "undoes, undoable, previous, hash || 'x' FROM event WHERE seq = 3",
    ],
)
def test_other_ways_to_change_the_log(path, sql):
    assert tamper(path, sql) == 1
    assert any("The log is broken at event" in sentence for sentence in found(path))


def test_two_events_in_each_other_s_place(path):
    tamper(path, "UPDATE event SET seq = -1 WHERE seq = 3")
    tamper(path, "UPDATE event SET seq = 3 WHERE seq = 4")
    tamper(path, "UPDATE event SET seq = 4 WHERE seq = -1")
    assert any("The log is broken at event" in sentence for sentence in found(path))


@pytest.mark.parametrize(
    ("table", "column"), [(table, column) for table in RECORDS for column in columns_of(table)]
)
def test_a_changed_row(path, table, column):
    integer = columns_of_kind(path, table)[column] == "INTEGER"
    other = f"coalesce({column}, 0) + 1" if integer else f"coalesce(\"{column}\", '') || 'x'"
    column = f'"{column}"'
    other = '"end" + 1' if column == '"end"' else other
    where = LAST.format(table)
    assert tamper(path, f"UPDATE {table} SET {column} = {other} WHERE rowid = {where}") == 1
    assert any(f"The {table} " in sentence for sentence in found(path))


def columns_of_kind(path, table):
    desk = Desk.open(path, now=Clock(), new_id=maker(5))
    kinds = {row[1]: row[2] for row in desk.db.execute(f"PRAGMA table_info({table})").fetchall()}
    desk.close()
    return kinds


@pytest.mark.parametrize("table", RECORDS)
def test_a_row_taken_away(path, table):
    assert tamper(path, f"DELETE FROM {table} WHERE rowid = {LAST.format(table)}") == 1
    assert any(f"The {table} " in sentence for sentence in found(path))


@pytest.mark.parametrize(("table", "column"), [("event", "reason"), ("person", "name")])
def test_a_text_that_is_bytes_now(path, table, column):
    connection = raw(path)
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("UPDATE sqlite_master SET sql = replace(sql, ') STRICT', ')')")
    connection.close()
    tamper(path, f"UPDATE {table} SET {column} = CAST({column} AS BLOB)")
    assert found(path) != []


def test_a_row_slipped_in(path):
    tamper(path, "INSERT INTO person (id, name, created_at) VALUES ('x', 'Nobody', '2026')")
    assert found(path) == ["The person x is not in the log."]


def test_a_moved_span(path):
    tamper(path, 'UPDATE span SET start = start + 1, "end" = "end" + 1')
    assert any("are not where the desk says they are" in sentence for sentence in found(path))


def test_a_moved_tick(path):
    tamper(path, 'UPDATE tick SET start = start + 1, "end" = "end" + 1')
    assert any("are not where the desk says they are" in sentence for sentence in found(path))


@pytest.mark.parametrize("bit", range(8))
def test_one_flipped_bit_of_the_article(path, bit):
    content = bytearray(path.read_bytes())
    content[content.index(TEXT.encode()) + 20] ^= 1 << bit
    path.write_bytes(content)
    assert any(sentence.startswith("Bytes ") for sentence in found(path))


def test_a_text_that_is_none(path):
    tamper(path, "UPDATE revision SET text_sha256 = (SELECT sha256 FROM capture)")
    assert any("The revision " in sentence for sentence in found(path))


def test_a_span_of_no_revision(path):
    tamper(path, "UPDATE span SET revision_id = 'none'")
    assert any("of span refers to a row that is not there" in sentence for sentence in found(path))


def content_of(path):
    desk = Desk.open(path, now=Clock(), new_id=maker(5))
    try:
        blobs = desk.db.execute("SELECT sha256, bytes FROM blob ORDER BY sha256").fetchall()
        return dump(desk, without=set()), log_of(desk), blobs, log.head(desk.db)
    finally:
        desk.close()


def test_no_flipped_bit_anywhere_changes_what_is_read_unfound(path, sound):
    chance = random.Random(11)
    content = content_of(path)
    used = [place for place, byte in enumerate(sound) if byte]
    unfound = 0
    for _ in range(150):
        damaged = bytearray(sound)
        damaged[chance.choice(used)] ^= 1 << chance.randrange(8)
        path.write_bytes(damaged)
        try:
            Desk.open(path, now=Clock(), new_id=maker(5)).close()
            troubles = found(path)
        except FactcheckError:
            continue
        if not troubles:
            unfound += 1
            assert content_of(path) == content
    assert unfound < 75
