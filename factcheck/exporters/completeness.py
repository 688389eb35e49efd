"""A report that lost a statement or a note on the way is an error, not a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.exporters.blocks import Report


def must_hold(report: Report, *, statements: int, notes: int) -> None:
    """Raise FactcheckError unless a written file holds what the report holds."""
    wanted = (len(report.cards), report.notes)
    if (statements, notes) != wanted:
        raise FactcheckError(
            f"The report should hold {wanted[0]} statements and {wanted[1]} notes, but the file "
            f"holds {statements} and {notes}.",
            "Nothing was written. Please report this with the article's text.",
        )
