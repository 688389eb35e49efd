"""A page that was saved as a folder: its files as one archive, as if they had been fetched."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MOST_FILES = 5_000
MOST_BYTES = 100 << 20
_PAGES = {".html", ".htm", ".xhtml"}


def folder_archive(folder: Path, *, agent: str, new_id: Callable[[], str]) -> bytes:
    """Return the files of a folder as a web archive, its outermost page first.

    What a link leads to is left out. Raises FactcheckError where no page is in it, or too much;
    OSError where a file can't be read.
    """
    from factcheck.fetching.warc import Saved, warc_of_files

    paths = sorted(_files(folder), key=lambda path: _order(path, folder))
    if not paths or paths[0].suffix.lower() not in _PAGES:
        raise FactcheckError(
            f"“{folder.name}” is a folder without a page.",
            "Attach its files, or pack it into one file.",
        )
    if len(paths) > MOST_FILES or sum(path.stat().st_size for path in paths) > MOST_BYTES:
        raise FactcheckError(
            f"“{folder.name}” holds more than {MOST_FILES:,} files or {MOST_BYTES >> 20} MB.",
            "Attach the file of the page alone.",
        )
    at = datetime.fromtimestamp(paths[0].stat().st_mtime, UTC)
    saved = (Saved(path.relative_to(folder).as_posix(), path.read_bytes()) for path in paths)
    return warc_of_files(saved, at=at, agent=agent, new_id=new_id)


def _files(folder: Path) -> Iterator[Path]:
    for place, _folders, names in os.walk(folder):
        paths = (Path(place, name) for name in names)
        yield from (path for path in paths if path.is_file() and not path.is_symlink())


def _order(path: Path, folder: Path) -> tuple[bool, int, str]:
    """Sort pages before all else, the outermost first: the files of a page lie in a folder."""
    return path.suffix.lower() not in _PAGES, len(path.relative_to(folder).parts), str(path)
