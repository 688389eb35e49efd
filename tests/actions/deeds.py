"""Functions for a worker process to run."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from tempfile import NamedTemporaryFile

from factcheck.domain.dates import AmbiguousDateError, PartialDate
from factcheck.errors import FactcheckError


def add(one: int, two: int) -> int:
    return one + two


def big(size: int) -> bytes:
    return b"x" * size


def loaded_modules() -> set[str]:
    return set(sys.modules)


def refuse() -> None:
    raise FactcheckError("It is closed.", "Open it.")


def doubt() -> None:
    day, month = PartialDate(2021, 3, 12), PartialDate(2021, 12, 3)
    raise AmbiguousDateError("12/03/2021", (day, month))


def stumble() -> None:
    raise ZeroDivisionError("one over nothing")


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def leave() -> None:
    sys.exit(3)


def chatter() -> str:
    print("printed by Python")  # noqa: T201
    os.write(1, b"printed by a library\n")
    return "the outcome"


def spin() -> None:
    while True:
        pass


def hoard(megabytes: int) -> int:
    return len(bytearray(megabytes << 20))


def unfit() -> object:
    return lambda: None


def number() -> int:
    return os.getpid()


def dial(address: tuple[str, int]) -> None:
    socket.create_connection(address, timeout=1)


def ask_for(name: str) -> None:
    socket.getaddrinfo(name, 80)


def start_program() -> None:
    subprocess.run(["echo"], check=True)


def leave_a_file() -> str:
    with NamedTemporaryFile(delete=False) as kept:
        return kept.name


def surroundings() -> tuple[str, dict[str, str]]:
    return os.getcwd(), dict(os.environ)  # noqa: PTH109


class Trick:
    """Unpickled, it would start a program in the process that reads the answer."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("exit 3",)


def trick() -> Trick:
    return Trick()


def meet(folder: str, name: str, other: str) -> bool:
    """Return once another call has begun, which needs a second worker."""
    Path(folder, name).touch()
    while not Path(folder, other).exists():
        pass
    return True
