"""Read a file from outside, in a worker process, as an article that a person may confirm."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from factcheck.actions.files import require_other, told_reading
from factcheck.actions.worker import WorkerBug, run
from factcheck.domain.canonical import canonical
from factcheck.domain.imported import Wording
from factcheck.errors import FactcheckError
from factcheck.importers import registry
from factcheck.importers.reading_as import read_as

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from factcheck.domain.imported import ImportedArticle

T = TypeVar("T")
SECONDS = 30.0
MEGABYTES = 1024


def read_article(
    path: Path,
    *,
    desk_path: Path | None = None,
    encoding: str = "",
    cancelled: Callable[[], bool] = lambda: False,
) -> ImportedArticle:
    """Read the article in a file; ``encoding`` is that of its letters, where a person says it.

    ``desk_path`` is the desk that is open in this process. Raises FactcheckError where the file or
    its text can't be had.
    """
    if desk_path is not None:
        require_other(path, desk_path)
    return read_content(file_content(path), name_of(path), encoding=encoding, cancelled=cancelled)


def read_content(
    content: bytes,
    name: str,
    *,
    encoding: str = "",
    cancelled: Callable[[], bool] = lambda: False,
) -> ImportedArticle:
    """Read the article in a file's bytes, as ``read_article`` does."""
    if encoding:
        return parsed(read_as, content, name, encoding, cancelled=cancelled)
    return parsed(registry.read, content, name, cancelled=cancelled)


def read_again(
    imported: ImportedArticle, encoding: str, *, cancelled: Callable[[], bool] = lambda: False
) -> ImportedArticle:
    """Read what was read before in another encoding. Raises FactcheckError where it is not."""
    return read_content(
        imported.source, imported.source_name, encoding=encoding, cancelled=cancelled
    )


def parsed(
    reader: Callable[..., T],
    content: bytes,
    name: str,
    *more: str,
    cancelled: Callable[[], bool] = lambda: False,
) -> T:
    """Return what a reader makes of a file from outside, in a worker with the limits for such.

    Raises Cancelled, and FactcheckError where it can't be read.
    """
    try:
        return run(
            reader, content, name, *more, seconds=SECONDS, megabytes=MEGABYTES, cancelled=cancelled
        )
    except WorkerBug as bug:
        # A parser stumbled over what its makers did not foresee: it is the file that is odd.
        raise FactcheckError(
            f"Something in “{name}” is not as it should be.",
            "Open it in the program that wrote it and save it anew, or paste the text.",
        ) from bug


def as_chosen(imported: ImportedArticle, *, wording: Wording, notes: bool) -> ImportedArticle:
    """Return what was read as the person wants it; ``original`` is kept where both are wanted.

    ``notes``: with the writer's annotations. They hang on one text only: that with the changes,
    if both are wanted.
    """
    if wording is Wording.ORIGINAL and imported.original:
        imported = imported.original
    elif wording is Wording.BOTH and imported.original:
        return replace(_with_notes(imported, notes=notes), original=imported.original)
    return replace(_with_notes(imported, notes=notes), original=None)


def _with_notes(imported: ImportedArticle, *, notes: bool) -> ImportedArticle:
    if notes or not imported.annotations:
        return imported
    count = len(imported.annotations)
    what = "1 note or link was" if count == 1 else f"{count} notes and links were"
    said = f"The writer’s {what} not taken over as evidence."
    return replace(imported, annotations=(), remarks=(*imported.remarks, said))


def suffixes() -> tuple[str, ...]:
    """Return the usual endings of files that can be read, with their dots."""
    return (*registry.READERS, ".warc.gz")


def name_of(path: Path) -> str:
    """Return a file's name as text: old names may hold bytes that are no UTF-8.

    A folder is called as the archive that is made of it.
    """
    name = canonical(path.name).text
    return f"{name}.warc.gz" if path.is_dir() else name


def file_content(path: Path) -> bytes:
    """Return a file's bytes. Raises FactcheckError where it can't be read."""
    with told_reading(path):
        return path.read_bytes()


def read_pasted(text: str) -> ImportedArticle:
    """Read pasted text as an article. Raises FactcheckError where it holds no words."""
    return registry.read_pasted(text)
