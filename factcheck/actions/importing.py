"""Read a file from outside, in a worker process, as an article that a person may confirm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.actions.files import told_reading
from factcheck.actions.worker import run
from factcheck.domain.canonical import canonical
from factcheck.importers import registry

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from factcheck.domain.imported import ImportedArticle

SECONDS = 30.0
MEGABYTES = 1024


def read_article(path: Path, *, cancelled: Callable[[], bool] = lambda: False) -> ImportedArticle:
    """Read the article in a file. Raises FactcheckError where the file or its text can't be had."""
    content = file_content(path)
    return run(
        registry.read,
        content,
        name_of(path),
        seconds=SECONDS,
        megabytes=MEGABYTES,
        cancelled=cancelled,
    )


def name_of(path: Path) -> str:
    """Return a file's name as text: old names may hold bytes that are no UTF-8."""
    return canonical(path.name).text


def file_content(path: Path) -> bytes:
    """Return a file's bytes. Raises FactcheckError where it can't be read."""
    with told_reading(path):
        return path.read_bytes()


def read_pasted(text: str) -> ImportedArticle:
    """Read pasted text as an article. Raises FactcheckError where it holds no words."""
    return registry.read_pasted(text)
