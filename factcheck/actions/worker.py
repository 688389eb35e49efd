"""Run a function in a process of its own, with limits on time and memory.

Files from outside are parsed here: one that hangs, crashes or eats the memory takes only this
process with it. The process is a fresh interpreter, not a fork or ``multiprocessing``'s spawn:
both would carry in the parent's window or import its main module again. It is kept for the next
call of its kind, which is the module of the function; after trouble the next call gets a new one.
"""

from __future__ import annotations

import atexit
import os
import pickle
import subprocess
import sys
import time
from contextlib import suppress
from io import BytesIO, FileIO
from pathlib import Path
from queue import Empty, SimpleQueue
from tempfile import TemporaryDirectory, TemporaryFile
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any, TypeVar, cast

from factcheck.actions.frozen import WORKER_FLAG
from factcheck.actions.serving import FOLDER_PREFIX, HINT, receive, send
from factcheck.errors import Cancelled, FactcheckError

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
_BOOT = (
    "import sys; megabytes, *sys.path = sys.argv[1:]; "
    "from factcheck.actions.serving import serve; serve(int(megabytes))"
)
# Seconds between two looks at the clock and at cancelled(); an answer is taken at once.
_LOOK = 0.05
# Libraries leak, so a process is not kept for ever.
_MOST_CALLS = 100
# Seconds that a process which broke off may take to write why; bytes of that.
_LAST_WORDS, _MOST_WORDS = 5, 1 << 16


class WorkerBug(RuntimeError):  # noqa: N818 it is one
    """A function failed in a way nobody foresaw; ``traceback`` is the child's own."""

    def __init__(self, traceback: str) -> None:
        super().__init__(traceback)
        self.traceback = traceback


def run(
    function: Callable[..., T],
    *args: object,
    seconds: float = 30,
    megabytes: int = 1024,
    cancelled: Callable[[], bool] = lambda: False,
) -> T:
    """Return what the module-level function returns in another process; any thread may ask.

    A FactcheckError raised there is raised here. Raises Cancelled, FactcheckError where the
    process crashed or passed a limit, WorkerBug for any other exception. ``megabytes`` are on
    top of the interpreter's own; macOS and Windows do not limit them.
    """
    request = pickle.dumps((seconds, function, args))
    command = _command(megabytes)
    kind = (function.__module__, *command)
    worker = _WORKERS.take(kind) or _Worker(command)
    try:
        state, outcome = _unpack(worker.ask(request, seconds, cancelled))
    except BaseException:
        worker.end()
        raise
    if state == "spent" or worker.calls == _MOST_CALLS:
        worker.end()
    else:
        _WORKERS.keep(kind, worker)
    if state != "result":
        raise _unpacked(*outcome)
    return cast("T", outcome)


class _Worker:
    """One process and what it owns: its pipes, a folder for its files, its last words."""

    def __init__(self, command: list[str]) -> None:
        self.calls = 0
        self._talk: Thread | None = None
        self._folder = TemporaryDirectory(prefix=FOLDER_PREFIX)
        self._complaints = TemporaryFile()  # noqa: SIM115 closed in end()
        self._process = subprocess.Popen(  # noqa: S603 this very program
            command,
            bufsize=0,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._complaints,
            cwd=self._folder.name,
            env=_environment(self._folder.name),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )

    def is_alive(self) -> bool:
        """Say whether it still waits for a call."""
        return self._process.poll() is None

    def ask(self, request: bytes, seconds: float, cancelled: Callable[[], bool]) -> bytearray:
        """Return the answer to a call. Raises as run() does."""
        self.calls += 1
        answers: SimpleQueue[bytearray | None] = SimpleQueue()
        # On a thread: neither a pipe that is full nor one that stays empty may hold up the clock.
        self._talk = Thread(target=self._exchange, args=(request, answers), daemon=True)
        self._talk.start()
        answer = _wait(answers, seconds, cancelled)
        if answer is None:
            raise self._broken_off()
        return answer

    def end(self) -> None:
        """Kill the process and remove what it left."""
        self._process.kill()
        self._process.wait()
        if self._talk is not None:
            self._talk.join()  # its pipes are broken now; they may be closed after it only
        for pipe in self._pipes():
            pipe.close()
        self._complaints.close()
        self._folder.cleanup()

    def _pipes(self) -> tuple[FileIO, FileIO]:
        return cast("FileIO", self._process.stdin), cast("FileIO", self._process.stdout)

    def _exchange(self, request: bytes, answers: SimpleQueue[bytearray | None]) -> None:
        answer = None
        to_it, from_it = self._pipes()
        with suppress(OSError, EOFError):
            send(to_it, request)
            answer = receive(from_it)
        answers.put(answer)

    def _broken_off(self) -> Exception:
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_LAST_WORDS)
        size = self._complaints.seek(0, os.SEEK_END)
        self._complaints.seek(max(0, size - _MOST_WORDS))
        words = self._complaints.read().decode(errors="replace")
        if self._process.returncode == 1 and "Traceback" in words:
            return WorkerBug(words)
        return FactcheckError("The work broke off before it was done.", HINT)


class _Workers:
    """The processes that wait for their next call, one of a kind."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._idle: dict[tuple[str, ...], _Worker] = {}

    def take(self, kind: tuple[str, ...]) -> _Worker | None:
        with self._lock:
            worker = self._idle.pop(kind, None)
        if worker is None or worker.is_alive():
            return worker
        worker.end()
        return None

    def keep(self, kind: tuple[str, ...], worker: _Worker) -> None:
        """Keep a worker for later, or end it where another one came first."""
        with self._lock:
            kept = self._idle.setdefault(kind, worker)
        if kept is not worker:
            worker.end()

    def end(self) -> None:
        with self._lock:
            idle, self._idle = list(self._idle.values()), {}
        for worker in idle:
            worker.end()


_WORKERS = _Workers()
atexit.register(_WORKERS.end)


class _PlainUnpickler(pickle.Unpickler):
    """Makes records of this program only: what a hostile file could write is not called."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 as in pickle
        ours = module.startswith("factcheck.") and "." not in name
        found = super().find_class(module, name) if ours or module == "datetime" else None
        if not isinstance(found, type):
            raise pickle.UnpicklingError(f"A worker may not answer with {module}.{name}")
        return found


def _command(megabytes: int) -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, WORKER_FLAG, str(megabytes)]
    # The worker lives in another folder, so no part of the path may be relative.
    paths = [str(Path(path).absolute()) for path in sys.path]
    return [sys.executable, "-c", _BOOT, str(megabytes), *paths]


def _environment(folder: str) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.lower().endswith("_proxy")}
    return kept | dict.fromkeys(("TMPDIR", "TEMP", "TMP"), folder)


def _wait(
    answers: SimpleQueue[bytearray | None], seconds: float, cancelled: Callable[[], bool]
) -> bytearray | None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if cancelled():
            raise Cancelled
        with suppress(Empty):
            return answers.get(timeout=_LOOK)
    raise FactcheckError(f"The work took more than {seconds:g} seconds and was stopped.", HINT)


def _unpack(answer: bytearray) -> tuple[str, Any]:
    state, outcome = _PlainUnpickler(BytesIO(answer)).load()
    return state, outcome


def _unpacked(kind: type[FactcheckError], message: str, state: dict[str, object]) -> FactcheckError:
    error = kind.__new__(kind, message)
    vars(error).update(state)
    return error
