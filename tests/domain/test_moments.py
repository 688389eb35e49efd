from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.moments import long_moment, parse_due
from factcheck.errors import FactcheckError

OSLO = ZoneInfo("Europe/Oslo")
# A Monday, ten in the morning.
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=OSLO)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("today", "Monday 23 November 2026, 17:00"),
        ("tomorrow", "Tuesday 24 November 2026, 17:00"),
        ("Tomorrow 9:00", "Tuesday 24 November 2026, 09:00"),
        ("Fri 17:00", "Friday 27 November 2026, 17:00"),
        ("friday", "Friday 27 November 2026, 17:00"),
        ("Mon", "Monday 23 November 2026, 17:00"),
        ("Mon 9:00", "Monday 30 November 2026, 09:00"),
        ("17:30", "Monday 23 November 2026, 17:30"),
        ("9:00", "Tuesday 24 November 2026, 09:00"),
        ("5pm", "Monday 23 November 2026, 17:00"),
        ("26 Nov", "Thursday 26 November 2026, 17:00"),
        ("Thu 26 Nov", "Thursday 26 November 2026, 17:00"),
        ("1 March", "Monday 1 March 2027, 17:00"),
        ("29 Feb", "Tuesday 29 February 2028, 17:00"),
        ("26 Nov 2026 9:00", "Thursday 26 November 2026, 09:00"),
        ("2026-12-03", "Thursday 3 December 2026, 17:00"),
        ("2026-12-03 00:00", "Thursday 3 December 2026, 00:00"),
        ("5 Nov 2024", "Tuesday 5 November 2024, 17:00"),
    ],
)
def test_what_people_write(text, meant):
    moment = parse_due(text, NOW)
    assert long_moment(moment) == meant
    assert moment.tzinfo is OSLO


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is not a day"),
        ("soon", "is not a day"),
        ("26", "is not a day"),
        ("Nov", "is not a day"),
        ("2026", "is not a day"),
        ("30 Feb", "is not a day"),
        ("26 Nov 25:00", "is not a day"),
        ("9" * 40, "is not a day"),
        ("03/12/2026", "can be two days"),
        ("Mon 27 Nov 2026", "27 November 2026 is a Friday"),
        ("26 Nov 17:00 EST", "names a time zone"),
        ("26 Nov 17:00+02:00", "names a time zone"),
    ],
)
def test_what_is_not_clear_is_refused_in_whole_sentences(text, said):
    with pytest.raises(FactcheckError, match=said) as refused:
        parse_due(text, NOW)
    assert refused.value.hint.endswith(".")


def test_an_hour_that_the_clock_skips_is_read_back_as_a_real_one():
    moment = parse_due("28 March 2027 2:30", NOW)
    assert long_moment(moment) == "Sunday 28 March 2027, 03:30"


@given(st.integers(-30_000_000, 60_000_000))
def test_what_is_read_back_in_full_is_read_again_as_the_same(minutes):
    moment = datetime(2000, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    assert parse_due(long_moment(moment), NOW.astimezone(UTC)) == moment


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text):
    try:
        moment = parse_due(text, NOW)
    except FactcheckError:
        return
    assert moment.utcoffset() is not None


@given(st.sampled_from(["Mon", "tue", "Wed", "THU", "fri", "Saturday", "Sunday"]))
def test_a_weekday_is_within_the_next_seven_days(day):
    assert timedelta(0) < parse_due(day, NOW) - NOW <= timedelta(days=7, hours=7)
