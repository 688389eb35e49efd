import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.finding import Search, fold

texts = st.text(alphabet="aAbÀé\u0301İß “’—\n한中😀", max_size=40)


def found(text: str, words: str) -> list[str]:
    search = Search(text)
    search.look_for(words)
    return [text[start:end] for start, end in search.between(0, len(text))]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Café, CAFÉ and cafe", "cafe", ["Café", "CAFÉ", "cafe"]),
        ("“It’s” — or", '"it\'s" - OR', ["“It’s” — or"]),
        ("two\nyears, two\u00a0years", "two years", ["two\nyears", "two\u00a0years"]),
        ("İstanbul 😀 ISTANBUL", "stan", ["stan", "STAN"]),
        ("한국 하나", "하", ["하"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("words", "", []),
        ("", "words", []),
    ],
)
def test_what_is_found(text, words, expected):
    assert found(text, words) == expected


@given(texts)
def test_folding_moves_nothing(text):
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@given(texts, texts.filter(bool))
def test_going_on_comes_by_every_place_in_order_and_round(text, words):
    search = Search(text)
    search.look_for(words)
    at, seen = 0, []
    for _ in range(search.count):
        place = search.first_from(at)
        seen.append(place)
        assert search.number(place[0]) == len(seen)
        at = place[1]
    assert seen == search.between(0, len(text))
    assert all(fold(text[start:end]) == fold(words) for start, end in seen)
    assert search.first_from(at) == (seen[0] if seen else None)


@given(texts, st.sampled_from("ab é"))
def test_going_back_comes_by_every_place_the_other_way(text, words):
    search = Search(text)
    search.look_for(words)
    at, seen = len(text), []
    for _ in range(search.count):
        seen.insert(0, search.last_before(at))
        at = seen[0][0]
    assert seen == search.between(0, len(text))
    assert search.last_before(at) == (seen[-1] if seen else None)


def test_places_that_reach_into_a_stretch_are_between_its_ends():
    search = Search("one two one two")
    search.look_for("one two")
    assert search.between(6, 9) == [(0, 7), (8, 15)]
    assert search.between(7, 8) == []
