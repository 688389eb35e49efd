"""Read the text of what is kept as evidence, in a worker process: to be searched and quoted."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

from factcheck.actions.captures import insert_reading, media_type_of
from factcheck.actions.importing import parsed
from factcheck.domain.imported import CapturedText
from factcheck.errors import Cancelled, FactcheckError
from factcheck.importers.copied import read_copied, shortened
from factcheck.store import beside, blobs, readings
from factcheck.store.pieces import Kept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from factcheck.domain.ids import PersonId
    from factcheck.domain.imported import ImportedArticle
    from factcheck.store.desk import Desk

# Bytes of a file that is read for its text.
MOST_READ = 50_000_000
_WORDLESS = {"image", "audio", "video"}


def read_text(
    desk_path: Path,
    content: bytes | Kept,
    name: str,
    *,
    cancelled: Callable[[], bool] = lambda: False,
) -> CapturedText | None:
    """Return the text of what ``keeping.keep_file`` gave, read as the file's name says.

    None for pictures and recordings, which have none. Where it can't be read it is empty, and a
    remark says why. For any thread; raises Cancelled.
    """
    if media_type_of(name).partition("/")[0] in _WORDLESS:
        return None
    size = content.size if isinstance(content, Kept) else len(content)
    if size > MOST_READ:
        return without_text("The file is too large for that.")
    try:
        given = _bytes_of(desk_path, content)
        return captured_text(parsed(read_copied, given, name, cancelled=cancelled))
    except Cancelled:
        raise
    except FactcheckError as error:
        return without_text(error.message)


def read_copies(desk: Desk, *, actor: PersonId) -> Iterator[CapturedText]:
    """Read the copies that nobody tried to read, each as an action of its own; yield their texts.

    Those of desks that are older than this are such.
    """
    for copy in readings.untried(desk):
        # The desk has these bytes: they are found by their hash.
        kept = Kept(copy.sha256, copy.size, upload="", pieces=0)
        text = read_text(desk.path, kept, copy.name)
        if text is not None:
            with desk.change("read a copy", actor) as change:
                insert_reading(change, copy.id, text)
            yield text


def captured_text(article: ImportedArticle) -> CapturedText:
    """Return what was read as the text of a copy; of a very long one the beginning."""
    kept = shortened(article)
    return CapturedText(kept.text, kept.blocks, kept.remarks, _reader())


def without_text(why: str) -> CapturedText:
    """Return the empty text of a copy that can't be read."""
    return CapturedText("", (), (f"No text could be read: {why}",), _reader())


def _bytes_of(desk_path: Path, content: bytes | Kept) -> bytes:
    if isinstance(content, bytes):
        return content
    with beside.reading(desk_path) as db:
        return blobs.kept_content(db, content)


def _reader() -> str:
    return f"factcheck {version('factcheck')}"
