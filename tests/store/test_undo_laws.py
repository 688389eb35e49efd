"""Undo puts every table back, redo brings it again, in any history and however often reopened."""

import shutil
import tempfile
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.actions.people import person_called
from factcheck.errors import FactcheckError
from factcheck.store.desk import Desk
from factcheck.store.undo import next_redo, next_undo, redo, undo
from factcheck.store.verify import findings
from tests.making import Clock, article, maker, new_desk, person, reopened
from tests.store.looking import dump
from tests.working import NAMES, Editor

deeds = st.lists(
    st.sampled_from(["act"] * 6 + ["undo"] * 4 + ["redo"] * 3 + ["newcomer", "reopen"]),
    min_size=5,
    max_size=60,
)


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    desk = new_desk(tmp_path_factory.mktemp("template") / "news.factcheck")
    for name in NAMES:
        person(desk, name)
    desk.close()
    return desk.path


class History:
    """A desk beside the simplest model of undo: the states before, and the states undone."""

    def __init__(self, desk, seed):
        self.desk, self.editor = desk, Editor(desk, Random(seed))
        self.past, self.future = [], []
        self.newcomers = self.openings = 0

    def act(self):
        before = dump(self.desk)
        if self.editor.act():
            self.past.append(before)
            self.future.clear()
        else:
            assert dump(self.desk) == before

    def undo(self):
        self.go(undo, self.past, self.future)

    def redo(self):
        self.go(redo, self.future, self.past)

    def go(self, way, here, there):
        before = dump(self.desk)
        if not here:
            with pytest.raises(FactcheckError, match="There is nothing to"):
                way(self.desk, self.editor.anybody())
            assert dump(self.desk) == before
            return
        way(self.desk, self.editor.anybody())
        there.append(before)
        assert dump(self.desk) == here.pop()

    def newcomer(self):
        self.newcomers += 1
        person_called(self.desk, name=f"Newcomer {self.newcomers}")

    def reopen(self):
        before = dump(self.desk)
        self.openings += 1
        self.desk = self.editor.desk = reopened(self.desk, seed=20_000 + self.openings)
        assert dump(self.desk) == before

    def check_next(self):
        assert (next_undo(self.desk.db) is not None) == bool(self.past)
        assert (next_redo(self.desk.db) is not None) == bool(self.future)


@settings(max_examples=40)
@given(deeds=deeds, seed=st.integers(0, 10_000))
def test_undo_and_redo_are_those_of_the_model(template, deeds, seed):
    with tempfile.TemporaryDirectory() as folder:
        clock = Clock()
        desk = Desk.open(Path(shutil.copy(template, folder)), now=clock, new_id=maker(seed, clock))
        history = History(desk, seed)
        start = dump(desk)
        article(desk, actor=history.editor.anybody())
        history.past.append(start)
        for deed in deeds:
            getattr(history, deed)()
            history.check_next()
        while history.past:
            history.undo()
        assert dump(history.desk) == start
        while history.future:
            history.redo()
        assert list(findings(history.desk)) == []
        history.desk.close()
