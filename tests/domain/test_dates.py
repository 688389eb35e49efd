from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.dates import AmbiguousDateError, PartialDate, long_date, parse_date
from factcheck.errors import FactcheckError

days = st.dates(date(1000, 1, 1)).map(lambda d: PartialDate(d.year, d.month, d.day))
months = st.builds(PartialDate, st.integers(1000, 9999), st.integers(1, 12))
years = st.builds(PartialDate, st.integers(1000, 9999))
partial_dates = days | months | years


@given(partial_dates)
def test_iso_comes_back(value):
    assert PartialDate.from_iso(str(value)) == value


@given(partial_dates)
def test_what_is_shown_can_be_typed(value):
    assert parse_date(long_date(value)) == value


@given(partial_dates)
def test_iso_can_be_typed(value):
    assert parse_date(str(value)) == value


@given(days)
def test_day_and_month_in_figures_are_never_guessed(value):
    text = f"{value.day}/{value.month}/{value.year}"
    if value.day == value.month or value.day > 12:
        assert parse_date(text) == value
        return
    with pytest.raises(AmbiguousDateError) as refusal:
        parse_date(text)
    assert refusal.value.readings == (value, PartialDate(value.year, value.day, value.month))


@pytest.mark.parametrize(
    "text",
    ["12/03/2021", "12.03.2021", "12-3-2021", "12/03/21", "12/03/2021 10:00", "Fri 12/03/2021"],
)
def test_both_readings_are_told(text):
    with pytest.raises(AmbiguousDateError) as refusal:
        parse_date(text)
    assert refusal.value.readings == (PartialDate(2021, 3, 12), PartialDate(2021, 12, 3))
    assert "12 March 2021 or 3 December 2021" in refusal.value.message


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2024", PartialDate(2024)),
        (" 2024 ", PartialDate(2024)),
        ("November 2024", PartialDate(2024, 11)),
        ("Nov 2024", PartialDate(2024, 11)),
        ("11/2024", PartialDate(2024, 11)),
        ("5 November 2024", PartialDate(2024, 11, 5)),
        ("November 5, 2024", PartialDate(2024, 11, 5)),
        ("2024-11-05T23:30:00Z", PartialDate(2024, 11, 5)),
        ("Tue, 05 Nov 2024 10:00:00 PDT", PartialDate(2024, 11, 5)),
        ("2021-03-12 10:00", PartialDate(2021, 3, 12)),
        ("31.12.2021", PartialDate(2021, 12, 31)),
        ("29 February 2024", PartialDate(2024, 2, 29)),
    ],
)
def test_the_precision_is_the_one_given(text, value):
    assert parse_date(text) == value


@pytest.mark.parametrize(
    "text",
    [
        *("40.5 million", "40.5", "5 November", "November", "5", "99", "12.5", "1,234"),
        *("", " ", "yesterday", "10:30", "2024-13", "30 February 2024", "the year 2024", "9" * 400),
    ],
)
def test_what_is_no_date_with_a_year_is_refused(text):
    with pytest.raises(FactcheckError, match="is not a date that can be read"):
        parse_date(text)


@pytest.mark.parametrize(
    "text", ["", "2024-", "2024-13", "2024-02-30", "2024-1-1-1", "x", "1-2-3-4"]
)
def test_from_iso_refuses_anything_else(text):
    with pytest.raises(ValueError, match=r"\S"):
        PartialDate.from_iso(text)


def test_dates_sort_as_their_iso_texts_where_precision_is_the_same():
    found = [PartialDate(2024, 11, 5), PartialDate(2024, 2, 9), PartialDate(2023, 12, 31)]
    assert [str(d) for d in sorted(found)] == sorted(str(d) for d in found)


def test_a_full_date_is_written_like_any_other():
    assert long_date(date(2024, 11, 5)) == long_date(PartialDate(2024, 11, 5)) == "5 November 2024"
