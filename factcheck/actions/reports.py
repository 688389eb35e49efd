"""Export an article's report to a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.actions.desks import open_desk
from factcheck.actions.files import write_beside
from factcheck.actions.worker import run
from factcheck.domain.report_data import Profile, ReportData
from factcheck.errors import FactcheckError
from factcheck.exporters import markdown, report
from factcheck.store.reports import report_data

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from factcheck.domain.ids import ArticleId
    from factcheck.store.desk import Desk

SECONDS = 300.0
MEGABYTES = 4096
FORMATS = (".pdf", ".md")


def export_report(
    desk: Desk,
    *,
    article: ArticleId,
    path: Path,
    profile: Profile = Profile.INTERNAL,
    replace: bool = False,
) -> tuple[str, ...]:
    """Write the report in the format of the path's ending; return remarks for the person.

    Raises FactcheckError for another ending, an existing file without ``replace``, or a file
    that can't be written; then nothing is written.
    """
    require_target(path, replace=replace)
    return write_report(report_data(desk, article), path, profile=profile, replace=replace)


def export_from(
    desk_path: Path,
    *,
    article: ArticleId,
    path: Path,
    profile: Profile,
    cancelled: Callable[[], bool],
) -> tuple[str, ...]:
    """Export over a reading connection of its own, for a thread beside the window's.

    Replaces a file that is there: the person was asked when choosing it.
    """
    data = read_data(desk_path, article)
    require_target(path, replace=True)
    return write_report(data, path, profile=profile, replace=True, cancelled=cancelled)


def read_data(desk_path: Path, article: ArticleId) -> ReportData:
    """Read the data of a report over a connection of its own, on whatever thread this is."""
    desk = open_desk(desk_path, read_only="It is open for a report.")
    try:
        return report_data(desk, article)
    finally:
        desk.close()


def write_report(
    data: ReportData,
    path: Path,
    *,
    profile: Profile,
    replace: bool,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[str, ...]:
    """Set and write a report from data read before: needs no desk, so any thread may do it."""
    remarks: tuple[str, ...] = ()
    if path.suffix.lower() == ".md":
        content = markdown.write(report.build(data, profile))
    else:
        content, remarks = run(
            _pdf, data, profile, seconds=SECONDS, megabytes=MEGABYTES, cancelled=cancelled
        )
    write_beside(path, content, replace=replace)
    return remarks


def require_target(path: Path, formats: Sequence[str] = FORMATS, *, replace: bool) -> None:
    """Raise FactcheckError early where the report could not be written in the end."""
    if path.suffix.lower() not in formats:
        raise FactcheckError(
            f"“{path.name}” names no format for a report.",
            f"End the name in {' or '.join(formats)}.",
        )
    if path.exists() and not replace:
        raise FactcheckError(f"There is already a file at {path}.", "Use --force to replace it.")


def _pdf(data: ReportData, profile: Profile) -> tuple[bytes, tuple[str, ...]]:
    """Run in the worker: typst is loaded there alone."""
    from factcheck.exporters import pdf

    return pdf.write(report.build(data, profile))
