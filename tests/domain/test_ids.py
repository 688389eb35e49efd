import random
import uuid
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.ids import IdMaker, earliest_id

START = datetime(2026, 3, 2, 9, tzinfo=UTC)


def made(moments: list[datetime]) -> list[str]:
    ticks = iter(moments)
    maker = IdMaker(lambda: next(ticks), random.Random(5).getrandbits)
    return [maker() for _ in moments]


@given(st.lists(st.timedeltas(timedelta(days=-900), timedelta(days=900)), max_size=50))
def test_ids_sort_as_they_were_made_however_the_clock_goes(steps):
    ids = made([START + step for step in steps])
    assert ids == sorted(ids)
    assert len(set(ids)) == len(ids)


def test_ids_sort_while_the_clock_stands_still_even_past_the_counter():
    ids = made([START] * 9000)
    assert ids == sorted(ids)
    assert len(set(ids)) == 9000


@given(st.timedeltas(timedelta(days=-20_000), timedelta(days=60_000)))
def test_an_id_is_a_uuid_of_version_7_that_holds_its_moment(step):
    moment = START + step
    (text,) = made([moment])
    found = uuid.UUID(text)
    assert str(found) == text
    assert found.version == 7
    assert found.variant == uuid.RFC_4122
    assert found.int >> 80 == int(moment.timestamp() * 1000)


def test_two_makers_at_one_moment_make_different_ids():
    one = IdMaker(lambda: START, random.Random(1).getrandbits)
    two = IdMaker(lambda: START, random.Random(2).getrandbits)
    assert one() != two()


def test_a_moment_divides_the_ids_made_before_it_from_those_made_from_it_on():
    moments = [START + timedelta(milliseconds=n) for n in range(4)]
    before, last, first, after = made(moments)
    assert before < last < earliest_id(moments[2]) < first < after
