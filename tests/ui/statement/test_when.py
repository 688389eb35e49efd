from datetime import UTC, datetime, timedelta, timezone

import pytest

from factcheck.ui.statement.when import day_words, full_day, is_late

NOW = datetime(2024, 11, 25, 23, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (NOW, "today"),
        (NOW + timedelta(minutes=40), "tomorrow"),
        (NOW - timedelta(days=1), "yesterday"),
        (NOW + timedelta(days=3), "28 Nov"),
        (NOW - timedelta(days=365), "26 Nov 2023"),
    ],
)
def test_a_day_is_named_as_seen_from_now(moment, words):
    assert day_words(moment, NOW) == words


def test_days_are_counted_in_the_time_zone_of_now():
    here = NOW.astimezone(timezone(timedelta(hours=1)))
    assert day_words(NOW, here) == "today"
    assert day_words(NOW.replace(hour=22), here) == "yesterday"
    assert full_day(NOW, here) == "26 Nov 2024"


def test_late_is_due_today_or_before():
    assert is_late(NOW, NOW)
    assert is_late(NOW - timedelta(days=2), NOW)
    assert not is_late(NOW + timedelta(hours=1), NOW)
