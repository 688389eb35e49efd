from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck.domain.anchors import CONTEXT, BrokenSpanError, describe, find_quote, prove, trim
from factcheck.domain.canonical import canonical
from factcheck.domain.graphemes import widen
from factcheck.domain.ids import RevisionId, SpanId, StatementId
from factcheck.domain.model import Span
from factcheck.errors import FactcheckError
from tests.texts import stretches, texts

canonical_texts = texts.map(lambda text: canonical(text).text)


def span(text: str, start: int, end: int) -> Span:
    found = describe(text, start, end)
    return Span(
        SpanId("s"),
        StatementId("t"),
        RevisionId("r"),
        found.start,
        found.end,
        found.quote,
        found.prefix,
        found.suffix,
    )


def described(case):
    text, start, end = case
    assume(text[start:end].strip())
    return text, describe(text, start, end)


@given(stretches(canonical_texts))
def test_the_quote_stands_at_its_place_with_its_surroundings(case):
    text, found = described(case)
    assert text[found.start : found.end] == found.quote
    assert text[: found.start].endswith(found.prefix)
    assert text[found.end :].startswith(found.suffix)
    assert len(found.prefix) == min(CONTEXT, found.start)
    assert len(found.suffix) == min(CONTEXT, len(text) - found.end)


@given(stretches(canonical_texts))
def test_every_chosen_word_is_in_the_quote(case):
    text, start, end = case
    _, found = described(case)
    inner = trim(text, start, end)
    assert found.start <= inner[0]
    assert found.end >= inner[1]


@given(stretches(canonical_texts))
def test_a_quote_is_made_of_whole_characters(case):
    text, found = described(case)
    assert widen(text, found.start, found.end) == (found.start, found.end)


@given(stretches(canonical_texts))
def test_describing_an_anchor_gives_it_back(case):
    text, found = described(case)
    assert describe(text, found.start, found.end) == found


@pytest.mark.parametrize(
    ("text", "chosen", "quote"),
    [
        ("  two words \n", (0, 13), "two words"),
        ("a\u00a0b", (0, 2), "a"),
        ("x \u0301 y", (1, 3), " \u0301"),
        ("the 🇪🇺 flag", (5, 6), "🇪🇺"),
    ],
)
def test_white_space_is_left_out_but_no_character_is_cut(text, chosen, quote):
    assert describe(text, *chosen).quote == quote


@pytest.mark.parametrize("place", [(-1, 2), (2, 2), (3, 2), (0, 6), (6, 7)])
def test_a_place_outside_the_text_is_refused(place):
    with pytest.raises(FactcheckError, match="There are no words from"):
        describe("words", *place)


def test_white_space_alone_is_refused():
    with pytest.raises(FactcheckError, match="no words in the selection"):
        describe("a \u00a0\n b", 1, 4)


@given(stretches(canonical_texts))
def test_a_described_span_is_proved_in_its_own_text(case):
    text, start, end = case
    assume(text[start:end].strip())
    whole = span(text, start, end)
    assert prove(whole, text) is None
    other = "y" if whole.quote[0] == "x" else "x"
    with pytest.raises(BrokenSpanError):
        prove(whole, text[: whole.start] + other * len(whole.quote))


@pytest.mark.parametrize(
    "change", [{"start": 5}, {"end": 7}, {"quote": "other"}, {"start": 8, "end": 8, "quote": ""}]
)
def test_a_changed_span_is_broken(change):
    whole = span("some words here", 5, 10)
    moved = replace(whole, **({"start": 4} if change == {"start": 5} else change))
    with pytest.raises(BrokenSpanError) as broken:
        prove(moved, "some words here")
    assert whole.id in broken.value.message


@given(stretches(canonical_texts))
def test_each_place_of_a_quote_is_found_and_none_else(case):
    text, start, end = case
    quote = text[start:end]
    places = [i for i in range(len(text)) if text.startswith(quote, i)]
    found = [find_quote(text, quote, nth) for nth in range(1, len(places) + 1)]
    assert found == [(place, place + len(quote)) for place in places]
    with pytest.raises(FactcheckError, match=f"there is no place {len(places) + 1}"):
        find_quote(text, quote, len(places) + 1)


def test_overlapping_places_are_counted():
    assert [find_quote("ababa", "aba", nth) for nth in (1, 2)] == [(0, 3), (2, 5)]


def test_look_alike_words_are_never_chosen_silently():
    with pytest.raises(FactcheckError) as refusal:
        find_quote("one bridge, two bridges", "bridge")
    assert refusal.value.message == "The words “bridge” stand in 2 places."
    assert refusal.value.hint == "Say which with --nth 1 to --nth 2."


@pytest.mark.parametrize("quote", ["", "ferry", "Bridge", "bridge\u0301"])
def test_words_that_are_not_there_are_refused(quote):
    with pytest.raises(FactcheckError, match="are not in the text"):
        find_quote("one bridge", quote)


@given(st.integers(-3, 0))
def test_places_are_counted_from_one(nth):
    with pytest.raises(FactcheckError, match=f"there is no place {nth}"):
        find_quote("one bridge", "bridge", nth)
