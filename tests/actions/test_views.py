import pytest

from factcheck.actions import undoing, views
from factcheck.domain.queues import View, address_of
from factcheck.domain.workflow import State
from factcheck.errors import FactcheckError
from factcheck.store.views import saved
from tests.making import person

MINE = View(checker="Ada Reed")
SENT_BACK = View(state=State.SENT_BACK)


def save(desk, name, view=MINE):
    views.save_view(desk, actor=person(desk), name=name, view=view)


def kept(desk):
    return [(one.name, one.address) for one in saved(desk)]


def test_a_view_is_kept_under_its_name(desk):
    save(desk, "  My   reviews ")
    assert kept(desk) == [("My reviews", address_of(MINE))]


def test_the_same_name_keeps_the_newer_view(desk):
    save(desk, "Mine")
    save(desk, "mine", SENT_BACK)
    assert kept(desk) == [("Mine", address_of(SENT_BACK))]


def test_a_view_is_renamed_and_that_is_undone(desk):
    save(desk, "Mine")
    (one,) = saved(desk)
    views.rename_view(desk, actor=person(desk), saved=one.id, name="My work")
    assert kept(desk) == [("My work", address_of(MINE))]
    undoing.undo(desk, actor=person(desk))
    assert kept(desk) == [("Mine", address_of(MINE))]


def test_a_view_may_change_the_case_of_its_name(desk):
    save(desk, "Mine")
    (one,) = saved(desk)
    views.rename_view(desk, actor=person(desk), saved=one.id, name="MINE")
    assert kept(desk) == [("MINE", address_of(MINE))]


@pytest.mark.parametrize(
    ("name", "why"), [(" ", "has no name"), ("late", "another view called “late”")]
)
def test_a_name_that_is_empty_or_taken_is_refused(desk, name, why):
    save(desk, "Mine")
    save(desk, "Late", SENT_BACK)
    one = saved(desk)[0]
    with pytest.raises(FactcheckError, match=why):
        views.rename_view(desk, actor=person(desk), saved=one.id, name=name)


def test_a_view_is_forgotten(desk):
    save(desk, "Mine")
    (one,) = saved(desk)
    views.forget_view(desk, actor=person(desk), saved=one.id)
    assert kept(desk) == []
