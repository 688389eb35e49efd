"""Give a finished file its name: only when it is on the disk, and never over another file."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@contextmanager
def new_draft(path: Path, new_id: Callable[[], str]) -> Iterator[Path]:
    """Make an empty file beside ``path`` and take it away in the end, if it is still there.

    Raises FactcheckError if ``path`` is there already, or its folder can't be written.
    """
    draft = path.with_name(f".{path.name}.{new_id()}")
    try:
        taken = path.exists()
        draft.touch(exist_ok=False)
    except OSError as error:
        raise FactcheckError(
            f"No file can be made in {path.parent}: {error.strerror}.", "Choose another folder."
        ) from error
    try:
        if taken:
            raise FactcheckError(f"There is already a file at {path}.", "Choose another name.")
        yield draft
    finally:
        draft.unlink(missing_ok=True)


def put_in_place(draft: Path, path: Path) -> None:
    """Sync the draft and name it ``path``.

    Raises FactcheckError if a file is there already, or it can't be written.
    """
    try:
        with draft.open("rb") as file:
            os.fsync(file.fileno())
        _name(draft, path)
        sync_folder(path.parent)
    except FileExistsError as error:
        raise FactcheckError(
            f"There is already a file at {path}.", "Choose another name."
        ) from error
    except OSError as error:
        raise FactcheckError(
            f"{path} can’t be written: {error.strerror}.", "Choose another folder."
        ) from error


def _name(draft: Path, path: Path) -> None:
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:
        # Some file systems know no second name for a file: take the name, then move over it.
        path.touch(exist_ok=False)
        draft.replace(path)
    else:
        draft.unlink()


def sync_folder(folder: Path) -> None:
    """Make the new name itself last; Windows has no such call and needs none."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
