"""Moments in the words of a newsroom, seen from a moment that is handed in.

``now`` is aware; its time zone is the one that days are counted in.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from datetime import date, datetime

# The name by which lupdate finds the texts.
translate = QCoreApplication.translate


def day_words(moment: datetime, now: datetime) -> str:
    """Say on which day something is: "today", "tomorrow", "26 Nov" or "26 Nov 2023"."""
    day, today = moment.astimezone(now.tzinfo).date(), now.date()
    near = {
        today - timedelta(days=1): translate("when", "yesterday"),
        today: translate("when", "today"),
        today + timedelta(days=1): translate("when", "tomorrow"),
    }
    return near.get(day) or (_short(day) if day.year == today.year else full_day(moment, now))


def full_day(moment: datetime, now: datetime) -> str:
    """Write the day with its year: "17 Dec 2024"."""
    day = moment.astimezone(now.tzinfo).date()
    return f"{_short(day)} {day.year}"


def near_moment(moment: datetime, now: datetime) -> str:
    """Say when something was, in short: "yesterday, 14:05"."""
    return f"{day_words(moment, now)}, {moment.astimezone(now.tzinfo):%H:%M}"


def full_moment(moment: datetime, now: datetime) -> str:
    """Write a moment with its weekday and year: "Fri 27 Nov 2026, 17:00"."""
    at = moment.astimezone(now.tzinfo)
    weekday = translate("when", "Mon Tue Wed Thu Fri Sat Sun").split()[at.weekday()]
    return f"{weekday} {full_day(moment, now)}, {at:%H:%M}"


def is_late(due: datetime, now: datetime) -> bool:
    """Say whether something is due today or was due before."""
    return due.astimezone(now.tzinfo).date() <= now.date()


def _short(day: date) -> str:
    months = translate("when", "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec").split()
    return f"{day.day} {months[day.month - 1]}"
