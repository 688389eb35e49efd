import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.canonical import canonical
from factcheck.domain.graphemes import widen
from tests.texts import stretches, texts

canonical_texts = texts.map(lambda text: canonical(text).text)


def boundaries(text: str) -> set[int]:
    """Every place between two clusters, found from the very beginning of the text."""
    return {0, *(cluster.end() for cluster in regex.finditer(r"\X", text))}


@given(stretches(canonical_texts))
def test_no_cluster_is_cut(case):
    text, start, end = case
    assert set(widen(text, start, end)) <= boundaries(text)


@given(stretches(canonical_texts))
def test_it_is_the_smallest_stretch_of_whole_clusters_around(case):
    text, start, end = case
    places = boundaries(text)
    expected = (max(p for p in places if p <= start), min(p for p in places if p >= end))
    assert widen(text, start, end) == expected


@given(stretches(canonical_texts))
def test_widening_again_changes_nothing(case):
    text, start, end = case
    wide = widen(text, start, end)
    assert widen(text, *wide) == wide


@given(st.lists(st.sampled_from("🇺🇦🇪a"), min_size=1).map("".join), st.data())
def test_flags_are_paired_from_where_their_row_begins(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    assert set(widen(text, start, start + 1)) <= boundaries(text)


@pytest.mark.parametrize(
    ("text", "inside", "whole"),
    [
        ("a👩\u200d🚒b", (2, 3), "👩\u200d🚒"),
        ("e\u0301t", (1, 2), "e\u0301"),
        ("🇪🇺🇺🇦", (2, 3), "🇺🇦"),
        ("x👍🏽", (2, 3), "👍🏽"),
        ("plain", (1, 3), "la"),
        ("水\n火", (0, 1), "水"),
    ],
)
def test_part_of_a_character_is_the_whole_of_it(text, inside, whole):
    start, end = widen(text, *inside)
    assert text[start:end] == whole
