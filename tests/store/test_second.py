"""A desk is read beside its window, and stands back when asked to."""

from threading import Event, Thread

import pytest

from factcheck.actions.people import person_called
from factcheck.errors import FactcheckError
from factcheck.store import reads
from factcheck.store.second import BrokenOffError, SecondDesk
from tests.making import Clock, maker

FOREVER = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT sum(x) FROM n"


@pytest.fixture
def second(desk):
    second = SecondDesk(desk.path, Clock(), maker(9))
    yield second
    second.close()


def names(desk):
    return {person.name for person in reads.people(desk).values()}


def test_it_sees_what_was_written_since(desk, second):
    assert "Mia Torres" not in second.ask(names)
    person_called(desk, name="Mia Torres")
    assert "Mia Torres" in second.ask(names)


def test_it_writes_nothing(second):
    with pytest.raises(FactcheckError, match="reading only"):
        second.ask(lambda desk: person_called(desk, name="Jon Park"))


def test_a_question_is_broken_off_and_lets_a_writer_through(desk, second):
    begun = Event()

    def question(read):
        begun.set()
        return read.db.execute(FOREVER).fetchone()

    def interrupt():
        begun.wait()
        while not done.is_set():
            second.interrupt()

    done = Event()
    other = Thread(target=interrupt)
    other.start()
    with pytest.raises(BrokenOffError):
        second.ask(question)
    done.set()
    other.join()
    person_called(desk, name="Sam Osei")
    assert "Sam Osei" in second.ask(names)


def test_a_question_that_reads_two_answers_at_once_leaves_no_transaction_open(desk, second):
    def question(read):
        first, other = (read.db.execute(FOREVER.replace("sum(x)", "x")) for _ in range(2))
        assert next(first) == next(other) == (1,)
        second.interrupt()
        return list(other)

    for _ in range(2):
        with pytest.raises(BrokenOffError):
            second.ask(question)
    person_called(desk, name="Sam Osei")
    assert "Sam Osei" in second.ask(names)


def test_an_interruption_at_the_very_end_leaves_no_transaction_open(second):
    ended = Event()

    def interrupt():
        while not ended.is_set():
            second.interrupt()

    def broken(read):
        read.db.execute("SELECT count(*) FROM person").fetchone()
        raise BrokenOffError

    other = Thread(target=interrupt)
    other.start()
    for _ in range(300):
        with pytest.raises(BrokenOffError):
            second.ask(broken)
    ended.set()
    other.join()
    assert second.ask(names)


def test_what_is_no_desk_is_refused(tmp_path):
    with pytest.raises(FactcheckError, match="no desk"):
        SecondDesk(tmp_path / "none.factcheck", Clock(), maker(9))
