import stat
import sys
from pathlib import Path

import pytest

from factcheck.actions import worker
from factcheck.actions.worker import Cancelled, WorkerBug, run
from factcheck.domain.dates import AmbiguousDateError, PartialDate
from factcheck.errors import FactcheckError
from tests.actions import deeds


def test_gives_back_the_result():
    assert run(deeds.add, 2, 3) == 5


def test_more_than_a_pipe_holds_goes_both_ways():
    assert run(len, deeds.big(3_000_000)) == 3_000_000
    assert len(run(deeds.big, 3_000_000)) == 3_000_000


def test_the_child_carries_neither_window_nor_main_module():
    modules = run(deeds.loaded_modules)
    assert not {name for name in modules if name.startswith(("PySide6", "pytest"))}


def test_an_error_for_the_person_arrives_whole():
    with pytest.raises(FactcheckError) as caught:
        run(deeds.refuse)
    assert type(caught.value) is FactcheckError
    assert (caught.value.message, caught.value.hint) == ("It is closed.", "Open it.")
    assert str(caught.value) == "It is closed. Open it."


def test_a_subclass_with_another_signature_arrives_as_itself():
    with pytest.raises(AmbiguousDateError, match="can be 12 March 2021 or") as caught:
        run(deeds.doubt)
    assert caught.value.readings == (PartialDate(2021, 3, 12), PartialDate(2021, 12, 3))


def test_any_other_exception_is_a_bug_with_its_traceback():
    with pytest.raises(WorkerBug) as caught:
        run(deeds.stumble)
    assert "in stumble" in caught.value.traceback
    assert "ZeroDivisionError: one over nothing" in caught.value.traceback


def test_a_result_that_cannot_travel_is_a_bug():
    with pytest.raises(WorkerBug, match="pickle"):
        run(deeds.unfit)


@pytest.mark.parametrize("deed", [deeds.die, deeds.leave])
def test_a_crash_is_told_plainly(deed):
    with pytest.raises(FactcheckError, match="broke off before it was done") as caught:
        run(deed)
    assert caught.value.hint


def test_what_is_printed_stays_out_of_the_result():
    assert run(deeds.chatter) == "the outcome"


def test_time_is_limited():
    with pytest.raises(FactcheckError, match="more than 1 seconds"):
        run(deeds.spin, seconds=1)


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux only")
def test_memory_is_limited():
    with pytest.raises(FactcheckError, match="more memory"):
        run(deeds.hoard, 1000, megabytes=100)
    assert run(deeds.hoard, 100, megabytes=200) == 100 << 20


def test_the_person_can_cancel():
    looks = iter([False, False, True])
    with pytest.raises(Cancelled):
        run(deeds.spin, cancelled=lambda: next(looks))


def test_a_frozen_program_starts_itself(tmp_path, monkeypatch):
    root = Path(__file__).parents[2]
    program = tmp_path / "factcheck"
    program.write_text(
        f"#!{sys.executable}\n"
        "import sys\n"
        f"sys.path.insert(0, {str(root)!r})\n"
        "from factcheck.actions.worker import WORKER_FLAG, serve\n"
        "assert sys.argv[1] == WORKER_FLAG\n"
        "serve(int(sys.argv[2]))\n"
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    assert run(deeds.add, 2, 3) == 5


def test_a_large_call_arrives_whole_however_slow_the_child_starts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(worker, "_LOOK", 0.001)
    assert run(len, b"x" * 1_000_000, seconds=20) == 1_000_000
