"""Questions beside the window: the newest answer counts, a writer goes first, trouble is told."""

import sys
import threading

import pytest

from factcheck.actions.tags import add_tag
from factcheck.errors import FactcheckError
from factcheck.store import reads
from factcheck.store.lists import ids_in_order
from factcheck.ui.queue.reader import Reader

FOREVER = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT sum(x) FROM n"


@pytest.fixture
def reader(sample):
    reader = Reader(sample.session)
    yield reader
    reader.close()


def articles(desk):
    return len(reads.article_ids(desk))


def test_an_answer_comes_on_the_windows_thread(qtbot, reader):
    answers = []
    reader.ask(
        "articles", lambda desk: (articles(desk), threading.current_thread().name), answers.append
    )
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [(1, "reader")]


def test_only_the_newest_of_a_kind_is_answered(qtbot, reader):
    answers, free = [], threading.Event()

    def slow(desk):
        free.wait()
        return "old"

    reader.ask("rows", slow, answers.append)
    reader.ask("rows", lambda desk: "between", answers.append)
    reader.ask("rows", lambda desk: "new", answers.append)
    reader.ask("counts", lambda desk: "counts", answers.append)
    free.set()
    qtbot.waitUntil(lambda: "counts" in answers)
    assert answers == ["new", "counts"]


def test_what_is_forgotten_is_not_answered(qtbot, reader):
    answers = []
    reader.ask("rows", lambda desk: "rows", answers.append)
    reader.forget("rows")
    reader.ask("counts", lambda desk: "counts", answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == ["counts"]


def test_a_question_stands_back_for_a_writer_and_is_asked_again(qtbot, sample, reader):
    answers, begun, times = [], threading.Event(), []

    def question(desk):
        times.append(1)
        begun.set()
        if len(times) == 1:
            desk.db.execute(FOREVER).fetchone()
        return len(desk.db.execute("SELECT * FROM tag").fetchall())

    reader.ask("rows", question, answers.append)
    begun.wait()
    session = sample.session
    statement = ids_in_order(session.desk, sample.work.choice.article)[0]
    # The read goes on for ever, so this returns only because it was broken off.
    while not answers and len(times) == 1:
        assert session.do(add_tag, statement=statement, word=f"bridge {len(times)}")
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [1]
    assert len(times) == 2


def test_trouble_is_told_and_the_reader_goes_on(qtbot, sample, reader):
    def fail(desk):
        raise FactcheckError("The water is cold.", "Wait.")

    answers = []
    with qtbot.waitSignal(sample.session.refused) as told:
        reader.ask("rows", fail, answers.append)
    assert str(told.args[0]) == "The water is cold. Wait."
    reader.ask("rows", articles, answers.append)
    qtbot.waitUntil(lambda: answers == [1])


def test_a_fault_reaches_the_hook(qtbot, reader, monkeypatch):
    faults = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: faults.append(kind))
    reader.ask("rows", lambda desk: 1 // 0, faults.append)
    qtbot.waitUntil(lambda: bool(faults))
    assert faults == [ZeroDivisionError]


def test_closing_the_desk_ends_the_thread(qtbot, sample, reader):
    before = threading.active_count()
    reader.ask("rows", articles, lambda answer: None)
    assert threading.active_count() == before + 1
    sample.session.close()
    assert threading.active_count() <= before
