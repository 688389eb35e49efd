import os
import pickle
import select
import signal
import socket
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from factcheck.actions import worker
from factcheck.actions.worker import WorkerBug, run
from factcheck.domain.dates import AmbiguousDateError, PartialDate
from factcheck.errors import Cancelled, FactcheckError
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


@pytest.mark.parametrize("entry", ["factcheck.__main__", "factcheck.ui.app"])
def test_a_frozen_program_is_its_own_worker(tmp_path, monkeypatch, entry):
    root = Path(__file__).parents[2]
    program = tmp_path / "factcheck"
    program.write_text(
        f"#!{sys.executable}\n"
        "import sys\n"
        f"sys.path.insert(0, {str(root)!r})\n"
        f"from {entry} import main\n"
        "main()\n"
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    assert run(deeds.add, 2, 3) == 5
    monkeypatch.setattr(worker, "_MOST_CALLS", 1)  # so that none of these is kept
    assert run(deeds.add, 2, 3) == 5


def test_a_large_call_arrives_whole_however_slow_the_child_starts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(worker, "_LOOK", 0.001)
    assert run(len, b"x" * 1_000_000, seconds=20) == 1_000_000


def test_the_process_is_kept_for_the_next_call() -> None:
    assert run(deeds.number) == run(deeds.number)


def test_a_refusal_does_not_cost_the_process() -> None:
    before = run(deeds.number)
    with pytest.raises(FactcheckError):
        run(deeds.refuse)
    assert run(deeds.number) == before


@pytest.mark.parametrize("deed", [deeds.die, deeds.leave, deeds.stumble, deeds.spin])
def test_after_trouble_the_next_call_gets_a_new_process(deed) -> None:
    before = run(deeds.number)
    with pytest.raises((FactcheckError, WorkerBug)):
        run(deed, seconds=0.5)
    assert run(deeds.number) != before


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux only")
def test_a_process_whose_memory_was_spent_is_replaced() -> None:
    before = run(deeds.number, megabytes=100)
    with pytest.raises(FactcheckError, match="more memory"):
        run(deeds.hoard, 1000, megabytes=100)
    assert run(deeds.number, megabytes=100) != before


def test_no_process_is_kept_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "_MOST_CALLS", 2)
    assert len({run(deeds.number, megabytes=333) for _ in range(4)}) == 2


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells of the end of a stranger")
def test_a_process_that_died_idle_is_not_asked() -> None:
    idle = os.pidfd_open(run(deeds.number))
    signal.pidfd_send_signal(idle, signal.SIGKILL)
    assert select.select([idle], [], [], 20)[0]
    os.close(idle)
    assert run(deeds.add, 1, 1) == 2


def test_two_threads_get_two_processes(tmp_path: Path) -> None:
    folder = str(tmp_path)
    with ThreadPoolExecutor(2) as threads:
        one = threads.submit(run, deeds.meet, folder, "one", "two")
        two = threads.submit(run, deeds.meet, folder, "two", "one")
        assert one.result()
        assert two.result()


def test_there_is_no_network() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0)
        with pytest.raises(WorkerBug, match=r"may not do this: socket\."):
            run(deeds.dial, server.getsockname())
        with pytest.raises(WorkerBug, match=r"may not do this: socket\.getaddrinfo"):
            run(deeds.ask_for, "localhost")
        with pytest.raises(BlockingIOError):
            server.accept()


def test_no_program_is_started() -> None:
    with pytest.raises(WorkerBug, match=r"may not do this: subprocess\.Popen"):
        run(deeds.start_program)


def test_no_proxy_is_known_and_the_folder_is_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example")
    folder, known = run(deeds.surroundings, megabytes=444)
    assert known["TMPDIR"] == folder != str(Path.cwd())
    assert "proxy.example" not in str(known)


def test_files_that_were_left_are_removed_with_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "_MOST_CALLS", 2)
    left = Path(run(deeds.leave_a_file, megabytes=555))
    assert left.exists()
    run(deeds.number, megabytes=555)
    assert not left.parent.exists()


def test_an_answer_calls_nothing_here() -> None:
    with pytest.raises(pickle.UnpicklingError, match="may not answer with"):
        run(deeds.trick)


PROGRAM_THAT_ENDS_IN_A_CALL = """
import os, sys
from pathlib import Path
from threading import Thread
from factcheck.actions.worker import run
from tests.actions import deeds
folder = sys.argv[1]
print(run(deeds.number), run(deeds.surroundings)[0])
Thread(target=run, args=(deeds.meet, folder, "here", "never"), daemon=True).start()
while not Path(folder, "here").exists():
    pass
sys.stdout.flush()
os._exit(0)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells of the end of a stranger")
def test_neither_worker_nor_folder_outlive_their_program_not_even_in_a_call(tmp_path: Path) -> None:
    command = [sys.executable, "-c", PROGRAM_THAT_ENDS_IN_A_CALL, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    number, own_folder = done.stdout.split()
    with suppress(ProcessLookupError):  # it ended before we looked
        stranger = os.pidfd_open(int(number))
        assert select.select([stranger], [], [], 20)[0]
        os.close(stranger)
    assert not Path(own_folder).exists()
