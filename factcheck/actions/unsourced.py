"""Ask the writer for the sources of statements that have none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.actions.files import write_beside
from factcheck.actions.reports import read_data, require_target
from factcheck.actions.worker import run
from factcheck.errors import FactcheckError
from factcheck.exporters.unsourced import unsourced, write_draft, write_list
from factcheck.store.reports import report_data

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from factcheck.domain.ids import ArticleId
    from factcheck.domain.report_data import ReportData
    from factcheck.store.desk import Desk

SECONDS = 120.0
MEGABYTES = 2048
FORMATS = (".docx", ".txt")


def unsourced_numbers(desk: Desk, article: ArticleId) -> tuple[int, ...]:
    """Return the numbers of the statements that nothing is cited for."""
    return tuple(each.number for each in unsourced(report_data(desk, article)))


def unsourced_list(desk: Desk, article: ArticleId) -> str:
    """Return the statements that nothing is cited for as a text to be sent."""
    return write_list(report_data(desk, article)).decode()


def ask_writer(
    desk: Desk, *, article: ArticleId, path: Path, author: str, at: datetime, replace: bool = False
) -> int:
    """Write the questions to a file, as ``write_questions`` does."""
    data = report_data(desk, article)
    return write_questions(data, path, author=author, at=at, replace=replace)


def ask_writer_from(
    desk_path: Path,
    *,
    article: ArticleId,
    path: Path,
    author: str,
    at: datetime,
    cancelled: Callable[[], bool],
) -> int:
    """Write the questions over a reading connection of its own, for a thread beside the window's.

    Replaces a file that is there: the person was asked when choosing it.
    """
    data = read_data(desk_path, article)
    return write_questions(data, path, author=author, at=at, replace=True, cancelled=cancelled)


def write_questions(
    data: ReportData,
    path: Path,
    *,
    author: str,
    at: datetime,
    replace: bool,
    cancelled: Callable[[], bool] = lambda: False,
) -> int:
    """Write the draft with a question on each statement (.docx), or a list (.txt); count them.

    Raises FactcheckError where every statement has a source, for another ending, and where the
    file can't be written; then nothing is written.
    """
    require_target(path, FORMATS, replace=replace)
    count = len(unsourced(data))
    if not count:
        raise FactcheckError(
            "No statement of this article lacks a source.", "There is nothing to ask for."
        )
    if path.suffix.lower() == ".txt":
        content = write_list(data)
    else:
        content = run(
            write_draft,
            data,
            author,
            at,
            seconds=SECONDS,
            megabytes=MEGABYTES,
            cancelled=cancelled,
        )
    write_beside(path, content, replace=replace)
    return count
