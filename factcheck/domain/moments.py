"""Moments as a newsroom writes them: "tomorrow", "Fri 17:00", "26 Nov", "26 Nov 2026 9:00".

dateutil fills what is missing from a default; parsing twice with two defaults that differ in
every part, both in leap years, shows which parts were given.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from factcheck.domain.dates import long_date
from factcheck.errors import FactcheckError

DEFAULT_HOUR = 17
_DEFAULTS = (datetime(2000, 1, 1, 0, 0), datetime(2004, 2, 3, 1, 1))  # noqa: DTZ001 only parts are compared
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*", re.IGNORECASE)
_NEAR = re.compile(r"\b(today|tomorrow)\b", re.IGNORECASE)
# dateutil would swap month and day here, too.
_YEAR_FIRST = re.compile(r"\b\d{4}[./-]")
# A day such as 29 February comes again within so many years.
_YEARS_AHEAD = 9


@dataclass(frozen=True, slots=True)
class _Given:
    """The parts that the text names; None for the others. ``weekday``: Monday is 0."""

    year: int | None
    month: int | None
    day: int | None
    weekday: int | None
    hour: int | None
    minute: int | None


def parse_due(text: str, now: datetime) -> datetime:
    """Read when something is due, seen from ``now``, which is aware and in the desk's zone.

    Without a time it is 17:00; without a year, or with a weekday or a time alone, it is the
    next such moment. Raises FactcheckError where the text can't be read or can be two days.
    """
    written = _NEAR.sub(lambda found: _near_day(found[0], now).isoformat(), text)
    try:
        given = _read(written, text)
        moment = _moment(given, now)
    except (ValueError, OverflowError, TypeError):
        raise _not_read(text) from None
    if given.weekday not in {None, moment.weekday()}:
        raise FactcheckError(
            f"{long_date(moment.date())} is a {_WEEKDAYS[moment.weekday()]}.",
            "Correct the day or the weekday, or leave the weekday out.",
        )
    return moment


def long_moment(moment: datetime) -> str:
    """Write a moment in full: "Friday 27 November 2026, 17:00"."""
    return f"{_WEEKDAYS[moment.weekday()]} {long_date(moment.date())}, {moment:%H:%M}"


def _near_day(word: str, now: datetime) -> date:
    return now.date() + timedelta(days=word.lower() == "tomorrow")


def _read(written: str, text: str) -> _Given:
    month_first = _parts(written, day_first=False)
    if _YEAR_FIRST.search(written) or _parts(written, day_first=True) == month_first:
        return month_first
    raise FactcheckError(
        f"“{text}” can be two days.", "Write the month as a word, or the date as 2026-11-26."
    )


def _parts(text: str, *, day_first: bool) -> _Given:
    from dateutil import parser

    one, two = (
        parser.parse(text, default=default, dayfirst=day_first, tzinfos=_zone_named)
        for default in _DEFAULTS
    )
    if one.tzinfo is not None:
        raise FactcheckError(
            f"“{text}” names a time zone.", "Leave it out: times are those of the desk."
        )
    weekday = _WEEKDAY.search(text)
    return _Given(
        year=one.year if one.year == two.year else None,
        month=one.month if one.month == two.month else None,
        # A weekday alone moves the day of each default to another one.
        day=one.day if one.day == two.day else None,
        weekday=_number_of(weekday[1]) if weekday else None,
        hour=one.hour if one.hour == two.hour else None,
        minute=one.minute if one.minute == two.minute else None,
    )


def _zone_named(name: str | None, offset: int | None) -> tzinfo | None:
    return None if name is None and offset is None else UTC


def _number_of(weekday: str) -> int:
    return [name[:3].lower() for name in _WEEKDAYS].index(weekday.lower())


def _moment(given: _Given, now: datetime) -> datetime:
    """Return the moment that is meant; ValueError where a day is named in part only."""
    hour = DEFAULT_HOUR if given.hour is None else given.hour
    at = time(hour, given.minute or 0)
    if given.month is not None and given.day is not None:
        return _at(_day(given.year, given.month, given.day, now.date()), at, now)
    named = (given.year, given.month, given.day)
    if named != (None, None, None) or (given.weekday is None and given.hour is None):
        raise ValueError(named)
    return _next(given.weekday, at, now)


def _day(year: int | None, month: int, day: int, today: date) -> date:
    """Return this day, without a year the next one from today on."""
    if year is not None:
        return date(year, month, day)
    for each in range(today.year, today.year + _YEARS_AHEAD):
        try:
            found = date(each, month, day)
        except ValueError:
            continue
        if found >= today:
            return found
    raise ValueError(month, day)


def _next(weekday: int | None, at: time, now: datetime) -> datetime:
    """Return the next moment after now at this time, on this day of the week if one is named."""
    days = (now.date() + timedelta(days=ahead) for ahead in range(_YEARS_AHEAD))
    return next(
        moment
        for moment in (_at(day, at, now) for day in days)
        if moment > now and weekday in {None, moment.weekday()}
    )


def _at(day: date, at: time, now: datetime) -> datetime:
    """Return the moment in the zone of now; an hour that the clock skips becomes a real one."""
    return datetime.combine(day, at, now.tzinfo).astimezone(UTC).astimezone(now.tzinfo)


def _not_read(text: str) -> FactcheckError:
    return FactcheckError(
        f"“{text}” is not a day or time that can be read.",
        "Write it like tomorrow, Fri 17:00, 26 Nov or 26 Nov 2026 9:00.",
    )
