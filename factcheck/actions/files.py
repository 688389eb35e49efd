"""Read a file, and write one whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError
from factcheck.store.place import sync_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


_BESIDE_DESKS = ("-journal", "-wal", "-shm")


@contextmanager
def told_reading(path: Path) -> Iterator[None]:
    """Turn what goes wrong while a file is read into FactcheckError."""
    try:
        yield
    except OSError as error:
        raise FactcheckError(
            f"“{path.name}” can’t be read: {error.strerror}.", "See whether the path is right."
        ) from error


def readable_size(path: Path) -> int:
    """Return the bytes of a file without opening it. FactcheckError where it can't be read."""
    with told_reading(path):
        size = path.stat().st_size
        if not os.access(path, os.R_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return size


def require_other(file: Path, desk_path: Path) -> None:
    """Refuse the files of a desk that is open.

    Whoever closes one of them, however it was opened, drops the locks that SQLite has on it in
    this process (https://www.sqlite.org/howtocorrupt.html, 2.2). Raises FactcheckError.
    """
    for ending in ("", *_BESIDE_DESKS):
        with contextlib.suppress(OSError):
            if file.samefile(desk_path.with_name(desk_path.name + ending)):
                raise FactcheckError(f"“{file.name}” is this desk itself.", "Choose another file.")


def require_outside(folder: Path, desk_path: Path) -> None:
    """Refuse a folder in which the open desk lies, as ``require_other`` does a file."""
    if desk_path.resolve().is_relative_to(folder.resolve()):
        raise FactcheckError(
            f"This desk itself lies in “{folder.name}”.",
            "Choose a folder that holds the page alone.",
        )


def write_beside(path: Path, content: bytes, *, replace: bool) -> None:
    """Write ``content`` as ``write_chunks`` does."""
    write_chunks(path, (content,), replace=replace)


def write_chunks(path: Path, chunks: Iterable[bytes], *, replace: bool) -> None:
    """Write bytes to a temporary file in the same folder, then give it its name.

    It is on the disk when this returns. A replaced file hands on its permissions. Raises
    FactcheckError if the file exists and may not be replaced, or can't be written; then
    nothing is left behind and an older file is untouched.
    """
    temporary = path.with_name(f".factcheck-{secrets.token_hex(8)}.tmp")
    with _told_plainly(path):
        try:
            _write_through(temporary, chunks)
            if replace:
                _take_over(path, temporary)
            else:
                _claim(path, temporary)
        finally:
            temporary.unlink(missing_ok=True)
        sync_folder(path.parent)


def _write_through(path: Path, chunks: Iterable[bytes]) -> None:
    with path.open("xb") as file:
        file.writelines(chunks)
        file.flush()
        os.fsync(file.fileno())


def _take_over(path: Path, temporary: Path) -> None:
    if path.is_file():
        shutil.copymode(path, temporary)
    temporary.replace(path)


def _claim(path: Path, temporary: Path) -> None:
    """Take the name with an empty file, which fails if anybody has it, then move over that."""
    path.open("xb").close()
    try:
        temporary.replace(path)
    except OSError:
        path.unlink()
        raise


@contextmanager
def _told_plainly(path: Path) -> Iterator[None]:
    try:
        yield
    except FileExistsError:
        raise FactcheckError(
            f"“{path}” exists already.", "Use --force to replace it, or choose another name."
        ) from None
    except OSError as error:
        raise _refusal(path, error) from error


def _refusal(path: Path, error: OSError) -> FactcheckError:
    if error.errno in {errno.ENOENT, errno.ENOTDIR}:
        return FactcheckError(f"There is no folder “{path.parent}”.", "Make it first.")
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return FactcheckError(
            f"You may not write to “{path.parent}”.", "Choose a folder of your own."
        )
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return FactcheckError(f"There is no room left for “{path}”.", "Free some space first.")
    if error.errno == errno.EISDIR:
        return FactcheckError(f"“{path}” is a folder.", "Choose the name of a file.")
    return FactcheckError(f"“{path}” can’t be written: {error.strerror}.", "Choose another place.")
