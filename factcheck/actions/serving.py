"""The worker's side: calls come in on standard input, one after the other, and are answered.

A frame is eight bytes of length, the highest first, and a pickle. The process has no desk, may
reach no network and start no program, and ends when its standard input does.
"""

from __future__ import annotations

import math
import os
import pickle
import struct
import sys
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from io import FileIO

FOLDER_PREFIX = "factcheck-worker-"
HINT = "The file may be damaged or very large. Try a smaller one or another format."
_HEAD = struct.Struct(">Q")
_LARGEST_FRAME = 4 << 30
# Address space, in megabytes, of the interpreter and of the stacks of a thread on each core.
_OWN_NEED = 512
_LARGEST_FILE = 1 << 30
_FORBIDDEN = ("socket.", "subprocess.Popen", "os.system", "os.exec", "os.fork", "os.posix_spawn")


def serve(megabytes: int) -> None:
    """Answer calls, each a pickle of (seconds, function, arguments), until there are no more."""
    calls: SimpleQueue[bytearray] = SimpleQueue()
    # Unbuffered: a thread that waits in a buffered stream would abort the interpreter's end.
    given, told = open(os.dup(0), "rb", 0), open(os.dup(1), "wb", 0)  # noqa: PTH123, SIM115
    os.dup2(2, 1)  # what a library prints must not end up in an answer
    _limit_memory(megabytes)
    sys.addaudithook(_forbid)
    Thread(target=_take_calls, args=(given, calls), daemon=True).start()
    while True:
        send(told, _outcome(calls.get()))


def send(stream: FileIO, content: bytes) -> None:
    """Write a frame. Raises OSError where nobody reads it any more."""
    for part in (_HEAD.pack(len(content)), content):
        rest = memoryview(part)
        while rest:
            rest = rest[stream.write(rest) :]


def receive(stream: FileIO) -> bytearray:
    """Read a frame. Raises EOFError where none comes any more, or one of an absurd length."""
    (size,) = _HEAD.unpack(_exactly(stream, _HEAD.size))
    if size > _LARGEST_FRAME:
        raise EOFError
    return _exactly(stream, size)


def too_much_memory() -> FactcheckError:
    """Return what is told where the memory did not suffice."""
    return FactcheckError("The work needed more memory than it may have.", HINT)


def _exactly(stream: FileIO, size: int) -> bytearray:
    content = bytearray(size)
    rest = memoryview(content)
    while rest:
        count = stream.readinto(rest)
        if not count:
            raise EOFError
        rest = rest[count:]
    return content


def _take_calls(given: FileIO, calls: SimpleQueue[bytearray]) -> None:
    """Read ahead on a thread of its own: so the program's end is seen in the midst of a call."""
    with suppress(EOFError, OSError):
        while True:
            calls.put(receive(given))
    _remove_own_folder()
    os._exit(0)


def _remove_own_folder() -> None:
    """Remove what a program that was killed can't remove any more."""
    import shutil

    folder = Path.cwd()
    if folder.name.startswith(FOLDER_PREFIX):
        os.chdir(folder.parent)
        shutil.rmtree(folder, ignore_errors=True)


def _outcome(call: bytearray) -> bytes:
    try:
        seconds, function, args = pickle.loads(call)  # noqa: S301 the program wrote it
        _limit_time(seconds)
        return pickle.dumps(("result", function(*args)))
    except FactcheckError as error:
        return pickle.dumps(("error", _packed(error)))
    except MemoryError:
        return pickle.dumps(("spent", _packed(too_much_memory())))


def _packed(error: FactcheckError) -> tuple[type[FactcheckError], str, dict[str, object]]:
    """Take an error apart: subclasses can't be pickled whole, their signatures differ."""
    return type(error), error.message, vars(error)


def _forbid(event: str, _: object) -> None:
    if event.startswith(_FORBIDDEN):
        raise PermissionError(f"A worker may not do this: {event}")


def _limit_memory(megabytes: int) -> None:
    """Limit memory and files written; macOS ignores or refuses the first, Windows has neither."""
    if sys.platform == "win32":
        return
    import resource

    limits = {
        resource.RLIMIT_AS: (_OWN_NEED + megabytes) << 20,
        resource.RLIMIT_FSIZE: _LARGEST_FILE,
        resource.RLIMIT_CORE: 0,
    }
    for what, most in limits.items():
        with suppress(OSError, ValueError):
            resource.setrlimit(what, (most, most))


def _limit_time(seconds: float) -> None:
    """Let the system end a call that goes on when nobody is left to stop it."""
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    most = used.ru_utime + used.ru_stime + (seconds + 1) * (os.cpu_count() or 1)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(most), hard))
