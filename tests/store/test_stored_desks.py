"""Desks of every released schema open as they were left."""

import json
import shutil
from pathlib import Path

import pytest

from factcheck.errors import Cancelled
from factcheck.store import derived, gate, journal
from factcheck.store.desk import Desk
from factcheck.store.gate import version_of
from factcheck.store.migrations import STEPS
from factcheck.store.undo import redo, undo
from factcheck.store.verify import findings
from tests.making import Clock, maker, person
from tests.store.looking import beside, dump, raw
from tests.store.stored import DATA, expectations

STORED = sorted(DATA.glob("desk-*.factcheck"))


OLDER = STORED[:-1]


@pytest.fixture(params=STORED, ids=lambda path: path.stem)
def stored(request, tmp_path):
    path = Path(shutil.copy(request.param, tmp_path))
    desk = Desk.open(path, now=Clock(), new_id=maker(500))
    yield desk
    desk.close()


def test_there_is_one_for_each_released_schema():
    assert [path.stem for path in STORED] == [f"desk-{n}" for n in range(1, len(STEPS) + 1)]


def test_it_is_brought_up_to_date_and_sound(stored):
    assert version_of(stored.db) == len(STEPS)
    assert list(findings(stored)) == []


def test_it_holds_what_it_held(stored):
    kept = DATA / stored.path.with_suffix(".json").name
    assert expectations(stored) == json.loads(kept.read_text(encoding="utf-8"))


def test_work_goes_on_where_it_was_left(stored):
    ada, before = person(stored), dump(stored)
    undo(stored, ada)
    assert dump(stored) != before
    redo(stored, ada)
    assert dump(stored) == before
    assert list(findings(stored)) == []


@pytest.mark.parametrize("older", OLDER, ids=lambda path: path.stem)
@pytest.mark.parametrize("lasting", [True, False])
def test_who_looks_on_can_stop_it_and_nothing_is_changed(older, lasting, tmp_path, monkeypatch):
    monkeypatch.setattr(derived, "_CHUNK", 1)
    monkeypatch.setattr(journal, "_on_local_disk", lambda _path: True)
    path = Path(shutil.copy(older, tmp_path))
    seen, before = [], held(path)

    def stop(done, whole):
        seen.append(done / whole)
        if done > whole / 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        Desk.open(path, now=Clock(), new_id=maker(500), lasting=lasting, watch=stop)
    assert 0 < seen[0] < 1
    assert seen == sorted(seen)
    assert beside(path) == []
    assert held(path) == before
    assert gate.is_older(path)
    Desk.open(path, now=Clock(), new_id=maker(500)).close()
    assert not gate.is_older(path)


def held(path) -> dict[str, list[tuple]]:
    """Return what the file declares, and every row of it."""
    connection = raw(path)
    declared = connection.execute("SELECT name, type, sql FROM sqlite_master").fetchall()
    tables = [name for name, kind, _ in declared if kind == "table"]
    found = {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in tables}
    connection.close()
    return {"": declared, **found}


def test_what_is_no_desk_is_no_older_desk(tmp_path):
    other = tmp_path / "other.factcheck"
    assert not gate.is_older(other)
    other.write_text("It is no desk." * 1000)
    assert not gate.is_older(other)
    other.unlink()
    raw(other).execute("CREATE TABLE news (x)").connection.close()
    assert not gate.is_older(other)
