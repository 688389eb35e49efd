"""What the program does about its own bugs: keep the details, tell the user one line."""

from __future__ import annotations

import traceback
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType


def log_path() -> Path:
    """Return the file that keeps the details of faults."""
    from platformdirs import user_log_path

    return user_log_path("factcheck", appauthor=False) / "faults.log"


def keep(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """Append an exception's details to the log and return them."""
    details = "".join(traceback.format_exception(kind, error, trace))
    path = log_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(f"{datetime.now(UTC).isoformat()}\n{details}\n")
    return details
