import pytest
from hypothesis import given

from factcheck.domain.offsets import OffsetMap
from tests.texts import texts


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(texts)
def test_units_are_those_of_utf_16(text):
    offsets = OffsetMap(text)
    expected = [units(text[:point]) for point in range(len(text) + 1)]
    assert [offsets.to_units(point) for point in range(len(text) + 1)] == expected


@given(texts)
def test_a_code_point_comes_back_from_its_unit(text):
    offsets = OffsetMap(text)
    points = range(len(text) + 1)
    assert [offsets.to_point(offsets.to_units(point)) for point in points] == list(points)


@given(texts)
def test_the_middle_of_a_pair_belongs_to_its_start(text):
    offsets = OffsetMap(text)
    pairs = [point for point, letter in enumerate(text) if letter > "\uffff"]
    assert [offsets.to_point(offsets.to_units(point) + 1) for point in pairs] == pairs


@given(texts)
def test_the_end_of_the_text_is_the_end_in_both_counts(text):
    assert OffsetMap(text).to_units(len(text)) == units(text)
    assert OffsetMap(text).to_point(units(text)) == len(text)


@pytest.mark.parametrize(
    ("point", "unit"), [(0, 0), (1, 1), (2, 3), (3, 4), (4, 6), (5, 7)], ids=str
)
def test_an_emoji_and_a_rare_character_take_two_units(point, unit):
    offsets = OffsetMap("a🌉b𠮷c")
    assert offsets.to_units(point) == unit
    assert offsets.to_point(unit) == point
