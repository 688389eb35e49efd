"""The report's own words: dates, names, quotation marks, links."""

from __future__ import annotations

import re
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from factcheck.domain.canonical import canonical
from factcheck.domain.dates import PartialDate, long_date

_OPENING, _CLOSING = '“„«‹"‘「『', '”“»›"’」』'
# Without characters that could end a link early; 2,000 is what browsers follow.
_FOLLOWED = re.compile(r"https?://[^\s<>\"`\\{}|^\[\]]{1,2000}", re.IGNORECASE)


def clean(text: str) -> str:
    """Make a text fit for any file: no control characters, no lone surrogates, no outer space."""
    return canonical(text).text.strip()


def quoted(text: str) -> str:
    """Set quotation marks, unless the words bring their own."""
    words = clean(text)
    return words if not words or _in_quotation_marks(words) else f"“{words}”"


def _in_quotation_marks(words: str) -> bool:
    """Say whether one pair of marks holds all the words: “a” and “b” are two."""
    inner = words[1:-1]
    paired = words[0] in _OPENING and words[-1] in _CLOSING
    return paired and not any(mark in inner for mark in _CLOSING)


def joined(*parts: str) -> str:
    """Join what there is with middle dots."""
    return " · ".join(part for part in map(clean, parts) if part)


def names(people: list[str]) -> str:
    """List each name once, in alphabetical order."""
    return ", ".join(sorted({clean(person) for person in people} - {""}))


def dated(word: str, value: PartialDate | None) -> str:
    """Write "published 5 November 2024", or nothing without a date."""
    return f"{word} {long_date(value)}" if value else ""


def followed(url: str) -> str:
    """Return the URL if it may be made a link (http, https), else an empty text."""
    return url if _FOLLOWED.fullmatch(url) else ""


def language_code(language: str) -> str:
    """Return the primary subtag of a language tag (RFC 5646), or an empty text."""
    primary = re.match(r"[a-z]{2,3}(?![a-z])", language.strip().lower())
    return primary[0] if primary else ""


class Calendar:
    """Writes stored moments as dates and times of the desk's time zone (UTC if it is unknown)."""

    def __init__(self, zone: str) -> None:
        self.zone = zone
        try:
            self._zone: tzinfo = ZoneInfo(zone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            self.zone, self._zone = "UTC", UTC

    def day(self, moment: datetime) -> str:
        """Write "17 December 2024"."""
        return long_date(moment.astimezone(self._zone).date())

    def moment(self, moment: datetime) -> str:
        """Write "17 December 2024, 14:05"."""
        return f"{self.day(moment)}, {moment.astimezone(self._zone):%H:%M}"
