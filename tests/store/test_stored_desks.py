"""Desks of every released schema open as they were left."""

import json
import shutil
from pathlib import Path

import pytest

from factcheck.store.desk import Desk
from factcheck.store.gate import version_of
from factcheck.store.migrations import STEPS
from factcheck.store.undo import redo, undo
from factcheck.store.verify import findings
from tests.making import Clock, maker, person
from tests.store.looking import dump
from tests.store.stored import DATA, expectations

STORED = sorted(DATA.glob("desk-*.factcheck"))


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
