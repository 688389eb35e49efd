"""The real clock, ids and time zone, for the programs; tests hand in their own."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, tzinfo
from importlib.metadata import version
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from factcheck.domain.ids import IdMaker


def now() -> datetime:
    """Return this moment in UTC."""
    return datetime.now(UTC)


def now_in(zone: str) -> datetime:
    """Return this moment in the zone of this name; in UTC where this machine does not know it."""
    return now().astimezone(zone_called(zone))


def zone_called(name: str) -> tzinfo:
    """Return the time zone of this name; UTC where this machine does not know it."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return UTC


def id_maker() -> IdMaker:
    """Return a maker of ids from the clock and the system's randomness."""
    return IdMaker(now, secrets.randbits)


def time_zone() -> str:
    """Return this machine's time zone by its name, "UTC" where it has none."""
    from tzlocal import get_localzone_name

    return (get_localzone_name() or "UTC").removeprefix("Etc/")


def agent() -> str:
    """Return what this program calls itself, to servers and in archives."""
    return f"Factcheck/{version('factcheck')} (one page, because a person asked for it)"
