from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.likeness import (
    Differences,
    Number,
    differences,
    numbers,
    share,
    significant_words,
    written_numbers,
)

WORDS = ("bridge", "council", "rents", "never", "not", "40.5 million", "12", "19 per cent", "the")
quotes = st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join) | st.text(max_size=60)


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("40.5 million", "40500000"),
        ("3.5bn", "3500000000"),
        ("40,586,000", "40586000"),
        ("1.234.567", "1234567"),
        ("1.234,5", "1234.5"),
        ("1,5", "1.5"),
        ("1.234", "1.234"),
        ("12,34,567", "1234567"),
        ("1\u202f250", "1250"),
        ("−5 degrees", "-5"),
        ("forty-two", "42"),
        ("two million", "2000000"),
        ("a hundred", "100"),
        ("one hundred thousand", "100000"),
        ("５００人", "500"),
        ("the 1980s", "1980"),
    ],
)
def test_a_number_is_what_it_counts(quote, expected):
    assert [number.value for number in numbers(quote)] == [Decimal(expected)]


@pytest.mark.parametrize(
    ("quote", "unit"),
    [
        ("19%", "%"),
        ("19 per cent", "%"),
        ("nineteen percent", "%"),
        ("$19", "$"),
        ("19 dollars", "$"),
        ("€19", "€"),
        ("19 cars", ""),
    ],
)
def test_a_number_knows_its_unit(quote, unit):
    assert numbers(quote) == [Number(Decimal(19), unit)]


@given(st.integers(0, 10**12))
def test_grouped_digits_are_the_number(value):
    assert [number.value for number in numbers(f"about {value:,} cars")] == [value]


@given(st.integers(0, 10**6), st.integers(0, 99))
def test_decimals_are_the_number(whole, hundredths):
    (found,) = numbers(f"{whole:,}.{hundredths:02}")
    assert found.value == whole + Decimal(hundredths) / 100


def test_words_are_no_numbers():
    assert numbers("a bridge, the mill and someone’s money") == []


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("It did not rise", ["not"]),
        ("It didn't rise", ["didn't"]),
        ("They cannot, and never will", ["cannot", "never"]),
        ("She denies it", ["denies"]),
        ("No. 10 is a house", []),
        ("no 7", []),
        ("No house was built", ["No"]),
        ("It was noted in a notebook", []),
    ],
)
def test_negations_are_found(quote, expected):
    assert differences(quote, "").negations_here == tuple(expected)


def test_what_differs_is_said_as_it_is_written():
    found = differences(
        "The bridge cost $40.5 million", "The old bridge didn’t cost $40 million, 19 per cent more"
    )
    assert found == Differences(
        numbers_here=("$40.5 million",),
        numbers_there=("$40 million", "19 per cent"),
        negations_there=("didn’t",),
        words_there=("old",),
    )
    assert found.grave()


def test_the_same_in_another_spelling_is_no_difference():
    found = differences("40.5 million dollars, it isn’t", "Is not: $40,500,000")
    assert found == Differences()
    assert not found.grave()


def test_two_negations_are_not_one():
    assert differences("not denied", "not").negations_here == ("denied",)
    assert differences("not, not", "not").negations_here == ("not",)


def test_the_same_number_in_another_currency_differs():
    assert differences("€40 million", "$40 million").grave()


def test_significant_words_have_neither_accents_nor_numbers_nor_small_words():
    assert significant_words("The Café’s 40 million, café, and not the O’Neil") == [
        "cafe",
        "o’neil",
    ]


def test_scripts_without_spaces_are_compared_by_pairs():
    assert significant_words("东京的人口") == ["东 京", "京 的", "的 人", "人 口"]
    assert share("东京的人口", "东京人口") > 0.3
    assert significant_words("서울시") == ["서울시"]


def test_digits_are_given_as_written():
    assert written_numbers("$40.5 million, 12 and 12") == ["40.5", "12"]


@given(quotes, quotes)
def test_differences_turn_round_with_the_quotes(here, there):
    one, other = differences(here, there), differences(there, here)
    assert (one.numbers_here, one.negations_here, one.words_here) == (
        other.numbers_there,
        other.negations_there,
        other.words_there,
    )
    assert 0 <= share(here, there) == share(there, here) <= 1


@given(quotes)
def test_nothing_differs_from_itself(quote):
    assert differences(quote, quote) == Differences()
    telling = significant_words(quote) or numbers(quote)
    assert share(quote, quote) == (1 if telling else 0)


@given(quotes)
def test_a_not_is_always_seen(quote):
    assert differences(f"{quote} not", quote).negations_here == ("not",)
