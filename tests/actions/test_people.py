import pytest

from factcheck.actions.people import person_called
from factcheck.errors import FactcheckError
from factcheck.store import log, reads
from factcheck.store.desk import Desk
from tests.making import Clock, maker


def test_a_newcomer_is_added_once_and_by_themself(desk):
    ada = person_called(desk, name="Ada Reed")
    before = log.head(desk.db)
    assert person_called(desk, name="  Ada \n Reed ") == ada
    assert log.head(desk.db) == before
    assert reads.people(desk)[ada].name == "Ada Reed"
    assert desk.db.execute(
        "SELECT actor_id, undoable FROM event ORDER BY seq DESC LIMIT 1"
    ).fetchone() == (ada, 0)


def test_names_are_told_apart_to_the_letter(desk):
    names = ("Ada Reed", "ada reed", "Ada Reéd", "Ada Ree\u0301d")
    assert len({person_called(desk, name=name) for name in names}) == 4


@pytest.mark.parametrize("name", ["", " ", "\n\t", "\u00a0"])
def test_nobody_is_nobody(desk, name):
    before = log.head(desk.db)
    with pytest.raises(FactcheckError, match="It is not said who acts"):
        person_called(desk, name=name)
    assert log.head(desk.db) == before


def test_a_name_that_another_program_adds_meanwhile_is_one_person(desk, monkeypatch):
    other = Desk.open(desk.path, now=Clock(), new_id=maker(8))
    look, others = reads.person_named, []

    def look_too_early(at, name):
        found = look(at, name)
        if not others:
            others.append("being added")
            others.append(person_called(other, name=name))
        return found

    monkeypatch.setattr(reads, "person_named", look_too_early)
    assert person_called(desk, name="Mia Torres") == others[1]
    other.close()
