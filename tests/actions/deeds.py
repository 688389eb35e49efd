"""Functions for a worker process to run."""

import os
import signal
import subprocess
import sys

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
    subprocess.run(["echo", "printed by a program"], check=True)
    return "the outcome"


def spin() -> None:
    while True:
        pass


def hoard(megabytes: int) -> int:
    return len(bytearray(megabytes << 20))


def unfit() -> object:
    return lambda: None
