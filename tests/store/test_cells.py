"""The number of a cell says what is in it, whatever came before it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from factcheck.actions.statements import mark
from factcheck.domain.model import StatementKind
from factcheck.domain.queues import Order, View
from factcheck.domain.workflow import State
from factcheck.store.cells import ENDED, OF_PAIRS, PAIR, UNDER_WAY, are, cell_of, is_some
from factcheck.store.keys import mask
from factcheck.store.migrations import migrations
from factcheck.store.queue import Listing, lines
from tests.making import START, article, new_desk, person

NAMES = st.sampled_from(["", "Ada Reed", "Jon Park", "verified", "fix"])
BITS = {
    "state": st.sampled_from(State),
    "kind": st.sampled_from(StatementKind),
    "priority": st.integers(0, 2),
    "some_sources": st.integers(0, 2),
    "primaries": st.integers(0, 1),
}
some_facets = st.fixed_dictionaries({**BITS, "checker": NAMES, "outcome": NAMES})


@pytest.fixture(scope="module")
def db():
    db = Database(memory=True, execute_plugins=False)
    migrations.apply(db)
    yield db
    db.close()


def holds(db, number, test) -> bool:
    condition, values = test
    asked = f"SELECT {condition} FROM (SELECT {number} AS cell)"
    return bool(db.execute(asked, values).fetchone()[0])


@given(facets=st.lists(some_facets, min_size=1, max_size=20))
def test_each_facet_is_seen_of_the_number(db, facets):
    numbers = [cell_of(db, each) for each in facets]
    assert [cell_of(db, each) for each in facets] == numbers
    for number, known in zip(numbers, facets, strict=True):
        for name, value in ((name, other[name]) for other in facets for name in BITS):
            assert holds(db, number, are(**{name: value})) == (known[name] == value)
            both = are(**{"state": known["state"], name: value})
            assert holds(db, number, both) == (known | {name: value} == known)
        assert holds(db, number, is_some("some_sources")) == (known["some_sources"] > 0)
        assert holds(db, number, UNDER_WAY) == (known["state"] not in ENDED)
    different = {frozenset(each.items()) for each in facets}
    assert len(set(numbers)) == len(different)


@given(facets=st.lists(some_facets, min_size=1, max_size=20), checker=NAMES)
def test_pairs_are_numbered_from_one_on(db, facets, checker):
    numbers = [cell_of(db, each) for each in facets]
    sql = f"SELECT {PAIR} FROM cell WHERE checker = ?"
    fitting = mask([[row[0] for row in db.execute(sql, [checker]).fetchall()]])
    for number, known in zip(numbers, facets, strict=True):
        assert holds(db, number, (OF_PAIRS, (fitting,))) == (known["checker"] == checker)
    pairs = db.execute(f"SELECT DISTINCT {PAIR} FROM cell ORDER BY 1").fetchall()
    assert pairs == [(number,) for number in range(1, len(pairs) + 1)]


def test_what_begins_alike_comes_by_age(tmp_path):
    desk = new_desk(tmp_path / "news.factcheck")
    begin = "The harbour board estimated last week in Tidewater"
    sentences = [f"{begin} 9", f"{begin} 1", f"{begin[:40]} zero", "Áb", "a b", "Az"]
    written, at = article(desk, ". ".join(sentences)), 0
    for sentence in sentences:
        mark(desk, actor=person(desk), article=written, start=at, end=at + len(sentence))
        at += len(sentence) + 2
    listing = Listing(desk, View(order=Order.WORDS), START)
    found = [line.quote for line in lines(desk, listing.page(0, listing.total))]
    assert len(begin) > 48
    assert found == ["a b", "Az", f"{begin} 9", f"{begin} 1", f"{begin[:40]} zero", "Áb"]
    desk.close()
