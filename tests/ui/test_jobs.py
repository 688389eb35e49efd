import sys
import threading

import pytest
from pytestqt.qtbot import QtBot

from factcheck.errors import FactcheckError
from factcheck.ui.jobs import Job, Jobs


@pytest.fixture
def jobs(qtbot: QtBot) -> Jobs:
    return Jobs()


def test_work_is_done_elsewhere_and_answered_here(qtbot: QtBot, jobs: Jobs) -> None:
    answers: list[tuple[int, int]] = []
    here = threading.get_ident()

    def done(there: int) -> None:
        answers.append((there, threading.get_ident()))

    with qtbot.waitSignal(jobs.ended):
        jobs.run(
            lambda _job: threading.get_ident(), title="Thinking", done=done, failed=pytest.fail
        )
    qtbot.waitUntil(lambda: bool(answers))
    ((there, answered),) = answers
    assert there != here
    assert answered == here


def test_what_the_user_can_mend_goes_to_failed(qtbot: QtBot, jobs: Jobs) -> None:
    failed: list[FactcheckError] = []

    def refuse(_job: Job) -> None:
        raise FactcheckError("It is raining.", "Take an umbrella.")

    jobs.run(refuse, title="Going out", done=pytest.fail, failed=failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert (failed[0].message, failed[0].hint) == ("It is raining.", "Take an umbrella.")


def test_a_bug_goes_to_the_hook_on_this_thread(
    qtbot: QtBot, jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[type[BaseException], int]] = []
    monkeypatch.setattr(
        sys, "excepthook", lambda kind, _error, _trace: seen.append((kind, threading.get_ident()))
    )
    jobs.run(lambda _job: 1 // 0, title="Dividing", done=pytest.fail, failed=pytest.fail)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(ZeroDivisionError, threading.get_ident())]


def test_a_job_sees_that_it_is_to_stop(qtbot: QtBot, jobs: Jobs) -> None:
    told: list[bool] = []
    asked = threading.Event()

    def work(job: Job) -> bool:
        asked.wait(10)
        return job.cancelled()

    job = jobs.run(work, title="Waiting", done=told.append, failed=pytest.fail)
    assert not job.cancelled()
    job.cancel()
    asked.set()
    qtbot.waitUntil(lambda: bool(told))
    assert told == [True]


def test_each_percent_is_told_once(qtbot: QtBot, jobs: Jobs) -> None:
    told: list[int | None] = []
    jobs.progressed.connect(lambda job: told.append(job.percent))
    ended: list[object] = []

    def work(job: Job) -> None:
        for done in range(1001):
            job.progress(done, 1000)

    jobs.run(work, title="Counting", done=ended.append, failed=pytest.fail)
    qtbot.waitUntil(lambda: bool(ended))
    # By the time that this thread looks, the work may have gone on.
    assert len(told) == 101
    assert told == sorted(told)
    assert told[-1] == 100
