"""Give a finished file its name: only when it is on the disk, and never over another file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from pathlib import Path


def put_in_place(draft: Path, path: Path) -> None:
    """Sync the draft and name it ``path``. Raises FactcheckError if a file is there already."""
    with draft.open("rb") as file:
        os.fsync(file.fileno())
    try:
        os.link(draft, path)
    except FileExistsError as error:
        raise FactcheckError(
            f"There is already a file at {path}.", "Choose another name."
        ) from error
    except OSError:
        # Some file systems know no second name for a file; a rename is the next best.
        draft.rename(path)
    else:
        draft.unlink()
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name itself last; Windows has no such call and needs none."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
