"""Bring the bytes of a file into a desk, and out again, without ever holding a big one whole."""

from __future__ import annotations

import contextlib
import os
import stat
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from factcheck.actions import system
from factcheck.actions.evidence import attach
from factcheck.actions.files import require_other, require_outside, told_reading, write_chunks
from factcheck.actions.visits import record_visit
from factcheck.errors import Cancelled, FactcheckError
from factcheck.store import beside, blobs, pieces
from factcheck.store.pieces import PIECE, Kept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from factcheck.actions.evidence import Source
    from factcheck.actions.web import Visited
    from factcheck.domain.model import Capture
    from factcheck.store.desk import Desk
    from factcheck.store.transaction import Changes

    Progress = Callable[[int, int], object]

# Bytes that may be held whole, and written in the same moment as what is said of them.
SMALL = 1 << 20
# Pieces begun so long ago, and still counting for nothing, are of a program that was killed.
_ABANDONED = timedelta(days=1)


def keep_file(
    desk_path: Path,
    file: Path,
    *,
    progress: Progress = lambda _done, _size: None,
    cancelled: Callable[[], bool] = lambda: False,
    pause: Callable[[], object] = lambda: None,
) -> bytes | Kept:
    """Return the bytes of a small file; keep a big one in the desk, for ``attach`` to take in.

    Of a folder the archive of the page in it is kept. A file is read once: what is hashed is what
    is written. For any thread, over a connection of its own; ``progress`` gets the bytes done and
    their number, ``pause`` is called before each piece is written and may let others go first.
    Raises Cancelled, and FactcheckError where the file can't be had as it is, or the desk can't
    be written; then nothing of it stays.
    """
    with told_reading(file):
        if file.is_dir():
            require_outside(file, desk_path)
            return keep_content(desk_path, _archive_of(file), pause=pause)
        size = _size_of(file, desk_path)
        chunks = _watched(_chunks_of(file), size, progress, cancelled)
        if size <= SMALL:
            return b"".join(chunks)
        return _keep(desk_path, chunks, pause)


def keep_content(
    desk_path: Path, content: bytes, *, pause: Callable[[], object] = lambda: None
) -> bytes | Kept:
    """Keep bytes as ``keep_file`` does those of a file."""
    if len(content) <= SMALL:
        return content
    starts = range(0, len(content), PIECE)
    return _keep(desk_path, (content[start : start + PIECE] for start in starts), pause)


def _keep(desk_path: Path, chunks: Iterable[bytes], pause: Callable[[], object]) -> Kept:
    with beside.writing(desk_path) as db:
        pieces.discard_abandoned(db, system.now() - _ABANDONED)
        return pieces.keep(db, system.id_maker()(), chunks, pause)


@contextmanager
def unless_failed(desk_path: Path, content: bytes | Kept | None) -> Iterator[None]:
    """Discard what was kept if the work inside fails."""
    try:
        yield
    except BaseException:
        discard(desk_path, content)
        raise


def attach_kept(desk: Desk, *, source: Source, **parts: Any) -> Changes:  # noqa: ANN401 of attach
    """Attach as ``evidence.attach`` does; if that fails, nothing of the source's file stays."""
    with unless_failed(desk.path, source.content):
        return attach(desk, source=source, **parts)


def record_kept(desk: Desk, *, visited: Visited, **parts: Any) -> Changes:  # noqa: ANN401 likewise
    """Record a visit as ``visits.record_visit`` does; if that fails, nothing of its copy stays."""
    with unless_failed(desk.path, visited.content):
        return record_visit(desk, visited=visited, **parts)


def discard(desk_path: Path, content: bytes | Kept | None) -> None:
    """Take away what was kept and is not wanted after all; for any thread."""
    if isinstance(content, Kept):
        with contextlib.suppress(FactcheckError), beside.writing(desk_path) as db:
            pieces.discard(db, content.upload)


def save_copy(
    desk_path: Path,
    capture: Capture,
    target: Path,
    *,
    progress: Progress = lambda _done, _size: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> None:
    """Write a capture's bytes to a file, replacing one that is there; for any thread.

    The file gets its name when all is there and proved. Raises Cancelled, and FactcheckError
    where the bytes are damaged or the file can't be written.
    """
    require_other(target, desk_path)
    with beside.reading(desk_path) as db:
        chunks = blobs.chunks_of(db, capture.sha256)
        watched = _watched(chunks, capture.size, progress, cancelled)
        write_chunks(target, watched, replace=True)


def _archive_of(folder: Path) -> bytes:
    from factcheck.actions.folders import folder_archive

    return folder_archive(folder, agent=system.agent(), new_id=system.id_maker())


def _size_of(file: Path, desk_path: Path) -> int:
    """Return the size of a file that can be kept; raises FactcheckError and OSError."""
    found = file.stat()
    if not stat.S_ISREG(found.st_mode):
        raise FactcheckError(
            f"“{file.name}” is not a file that can be kept.", "Save what it gives as a file first."
        )
    require_other(file, desk_path)
    return found.st_size


def _chunks_of(file: Path) -> Iterator[bytes]:
    """Yield a file's bytes; FactcheckError if they changed before the end was reached."""
    with file.open("rb", buffering=0) as source:
        before, read = os.fstat(source.fileno()), 0
        while read <= before.st_size and (chunk := source.read(PIECE)):
            read += len(chunk)
            yield chunk
        after = os.fstat(source.fileno())
    if (read, after.st_size, after.st_mtime_ns) != (
        before.st_size,
        before.st_size,
        before.st_mtime_ns,
    ):
        raise FactcheckError(
            f"“{file.name}” was changed while it was read.",
            "Wait until it is finished, then attach it once more.",
        )


def _watched(
    chunks: Iterable[bytes], size: int, progress: Progress, cancelled: Callable[[], bool]
) -> Iterator[bytes]:
    """Yield chunks, tell how many bytes are done with, and stop when asked to."""
    done = 0
    for chunk in chunks:
        if cancelled():
            raise Cancelled
        yield chunk
        done += len(chunk)
        progress(done, size)
