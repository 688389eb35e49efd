"""Dates of which only the year, or the year and month, may be known.

dateutil fills what is missing from a default date; parsing twice with two defaults that differ
in every part shows which parts were given.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from factcheck.errors import FactcheckError

_DEFAULTS = (datetime(2000, 1, 1), datetime(2001, 2, 2))  # noqa: DTZ001 only parts are compared
# dateutil would swap month and day here, too, although nobody writes 2021-12-03 for 12 March.
_YEAR_FIRST = re.compile(r"\b\d{4}[./-]")
_FIRST_YEAR = 1000
_YEAR = re.compile(r"\d{4}")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date known to the year, the month or the day."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        """Return ISO 8601: "2024", "2024-11" or "2024-11-05"."""
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    @classmethod
    def from_iso(cls, text: str) -> PartialDate:
        """Read what ``str`` wrote; ValueError for anything else."""
        parts = [int(part) for part in text.split("-")]
        date(*[*parts, 1, 1][:3])
        value = cls(*parts[:3])
        if str(value) != text:
            raise ValueError(text)
        return value


class AmbiguousDateError(FactcheckError):
    """12/03/2021 is two dates; ``readings`` holds both, day first and month first."""

    def __init__(self, text: str, readings: tuple[PartialDate, PartialDate]) -> None:
        shown = " or ".join(long_date(reading) for reading in readings)
        super().__init__(
            f"“{text}” can be {shown}.", "Write the month as a word, or the date as 2021-03-12."
        )
        self.readings = readings


def parse_date(text: str) -> PartialDate:
    """Read a date as a person writes it, to the precision that was given.

    Raises AmbiguousDateError where day and month could be swapped, FactcheckError where there
    is no date, no year, or a day without a month.
    """
    month_first = _read(text, day_first=False)
    if _YEAR_FIRST.search(text):
        return month_first
    day_first = _read(text, day_first=True)
    if day_first != month_first:
        raise AmbiguousDateError(text, (day_first, month_first))
    return month_first


def _read(text: str, *, day_first: bool) -> PartialDate:
    from dateutil import parser

    try:
        one, two = (
            parser.parse(text, default=default, dayfirst=day_first, ignoretz=True)
            for default in _DEFAULTS
        )
    except (ValueError, OverflowError, TypeError):
        raise _not_a_date(text) from None
    # "1,234" is not the year 234.
    if (
        one.year < _FIRST_YEAR
        or one.year != two.year
        or (one.month != two.month and one.day == two.day)
    ):
        raise _not_a_date(text)
    month = one.month if one.month == two.month else None
    day = one.day if one.day == two.day else None
    # "2024" alone is read as a year only when it has four digits: "12" is a day, not a year.
    if month is None and not _YEAR.fullmatch(text.strip()):
        raise _not_a_date(text)
    return PartialDate(one.year, month, day)


def _not_a_date(text: str) -> FactcheckError:
    return FactcheckError(
        f"“{text}” is not a date that can be read.",
        "Write it like 5 November 2024, November 2024 or 2024.",
    )


def long_date(value: PartialDate | date) -> str:
    """Write a date as "5 November 2024", "November 2024" or "2024"."""
    if value.month is None:
        return str(value.year)
    month = f"{_MONTHS[value.month - 1]} {value.year}"
    return month if value.day is None else f"{value.day} {month}"
