"""Run a function in a process of its own, with limits on time and memory.

Files from outside are parsed here: one that hangs, crashes or eats the memory takes only this
process with it. The child is a fresh interpreter, not a fork or ``multiprocessing``'s spawn:
both would carry in the parent's window or import its main module again.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import subprocess
import sys
import time
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Any, TypeVar

from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
WORKER_FLAG = "--factcheck-worker"
_BOOT = (
    "import sys; megabytes, *sys.path = sys.argv[1:]; "
    "from factcheck.actions.worker import serve; serve(int(megabytes))"
)
# Seconds between two looks at the clock and at cancelled(); an answer is taken at once.
_LOOK = 0.05
# Address space, in megabytes, of the interpreter and of the stacks of a thread on each core.
_OWN_NEED = 512
_HINT = "The file may be damaged or very large. Try a smaller one or another format."


class WorkerBug(RuntimeError):  # noqa: N818 it is one
    """A function failed in a way nobody foresaw; ``traceback`` is the child's own."""

    def __init__(self, traceback: str) -> None:
        super().__init__(traceback)
        self.traceback = traceback


class Cancelled(FactcheckError):  # noqa: N818 nothing is wrong
    """The person stopped the work."""

    def __init__(self) -> None:
        super().__init__("The work was cancelled.")


def run(
    function: Callable[..., T],
    *args: object,
    seconds: float = 30,
    megabytes: int = 1024,
    cancelled: Callable[[], bool] = lambda: False,
) -> T:
    """Return what the module-level function returns in another process.

    A FactcheckError raised there is raised here. Raises Cancelled, FactcheckError where the
    process crashed or passed a limit, WorkerBug for any other exception. ``megabytes`` are on
    top of the interpreter's own; macOS and Windows do not limit them.
    """
    request = pickle.dumps((function, args))
    with TemporaryFile() as given:
        # A file, not a pipe: communicate() with a time limit forgets what it has not yet written
        # of a large input when it is called again.
        given.write(request)
        given.seek(0)
        with _start(given, megabytes) as process:
            try:
                answer, complaints = _wait(process, seconds, cancelled)
            finally:
                process.kill()
    outcome: T = _unpack(process.returncode, answer, complaints.decode(errors="replace"))
    return outcome


def serve(megabytes: int) -> None:
    """Be the child: read one pickled call from standard input, write its outcome."""
    request = sys.stdin.buffer.read()
    outcome = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not end up in the outcome
    _limit_memory(megabytes)
    try:
        function, args = pickle.loads(request)  # noqa: S301 the parent wrote it
        answer = pickle.dumps(("result", function(*args)))
    except FactcheckError as error:
        answer = pickle.dumps(("error", _packed(error)))
    except MemoryError:
        answer = pickle.dumps(("error", _packed(_too_much_memory())))
    with outcome:
        outcome.write(answer)


def _start(given: IO[bytes], megabytes: int) -> subprocess.Popen[bytes]:
    if getattr(sys, "frozen", False):
        command = [sys.executable, WORKER_FLAG, str(megabytes)]
    else:
        command = [sys.executable, "-c", _BOOT, str(megabytes), *sys.path]
    return subprocess.Popen(  # noqa: S603 this very program
        command,
        stdin=given,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _wait(
    process: subprocess.Popen[bytes], seconds: float, cancelled: Callable[[], bool]
) -> tuple[bytes, bytes]:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if cancelled():
            raise Cancelled
        with contextlib.suppress(subprocess.TimeoutExpired):
            return process.communicate(timeout=_LOOK)
    raise FactcheckError(f"The work took more than {seconds:g} seconds and was stopped.", _HINT)


def _unpack(code: int, answer: bytes, complaints: str) -> Any:  # noqa: ANN401 as the function
    if code == 1 and "Traceback" in complaints:
        raise WorkerBug(complaints)
    if code != 0 or not answer:
        raise FactcheckError("The work broke off before it was done.", _HINT)
    kind, outcome = pickle.loads(answer)  # noqa: S301 our own process wrote it
    if kind == "error":
        raise _unpacked(*outcome)
    return outcome


def _packed(error: FactcheckError) -> tuple[type[FactcheckError], str, dict[str, object]]:
    """Take an error apart: subclasses can't be pickled whole, their signatures differ."""
    return type(error), error.message, vars(error)


def _unpacked(kind: type[FactcheckError], message: str, state: dict[str, object]) -> FactcheckError:
    error = kind.__new__(kind, message)
    vars(error).update(state)
    return error


def _too_much_memory() -> FactcheckError:
    return FactcheckError("The work needed more memory than it may have.", _HINT)


def _limit_memory(megabytes: int) -> None:
    if sys.platform != "linux":
        return
    import resource

    limit = (_OWN_NEED + megabytes) << 20
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
