"""Sentences and facts are gone through from place to place, there and back, at any length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.facts import facts
from factcheck.domain.model import Block, BlockKind, StatementKind
from factcheck.domain.reading import FactPlaces, Place, Places, Sentences

NUMBERS = frozenset({StatementKind.NUMBER, StatementKind.DATE})
QUOTATIONS = frozenset({StatementKind.QUOTATION})
TEXT = (
    "A heading\n\n"
    "The ferry cost 40 million. It was late! Was it “paid in time” at all?\n\n\n"
    "The clerk had no idea.\n"
    "In 1990 there were 12 ships.\n\n"
)
BIG = 1_000_000


def forth(places: Places, caret: int = 0) -> list[Place]:
    found = []
    while (place := places.after(caret)) is not None:
        found.append(place)
        caret = place[1] if place[1] > caret else caret + 1
        assert len(found) < 10_000
    return found


def words(text: str, places: list[Place]) -> list[str]:
    return [text[start:end] for start, end in places]


def test_sentences_follow_each_other_over_blank_lines() -> None:
    sentences, caret, read = Sentences(TEXT, ()), 0, [TEXT[:9]]
    while (place := sentences.after(caret)) is not None:
        read.append(TEXT[slice(*place)])
        caret = place[0]
    assert read == [
        "A heading",
        "The ferry cost 40 million.",
        "It was late!",
        "Was it “paid in time” at all?",
        "The clerk had no idea.",
        "In 1990 there were 12 ships.",
    ]
    back = [TEXT[slice(*sentences.lit(caret, 0, len(TEXT))[0])]]
    while (place := sentences.before(caret)) is not None:
        back.append(TEXT[slice(*place)])
        caret = place[0]
    assert back == read[::-1]


def test_the_last_sentence_has_no_blank_space_behind_it() -> None:
    last = Sentences(TEXT, ()).last()
    assert last is not None
    assert TEXT[slice(*last)] == "In 1990 there were 12 ships."
    assert Sentences(" \n ", ()).last() is None


def test_the_sentence_at_the_caret_is_lit_and_of_blank_space_the_one_behind() -> None:
    sentences = Sentences(TEXT, ())
    for caret, lit in ((30, "The ferry"), (9, "A heading"), (10, "The ferry"), (0, "A heading")):
        (place,) = sentences.lit(caret, 0, len(TEXT))
        assert TEXT[slice(*place)].startswith(lit)
    assert sentences.lit(0, 20, len(TEXT)) == []


@given(st.text("Ab. \n“”1", max_size=80), st.integers(0, 80))
def test_sentences_are_gone_through_there_and_back(text: str, caret: int) -> None:
    sentences, caret = Sentences(text, ()), min(caret, len(text))
    place = sentences.after(caret)
    if place is not None:
        start, end = place
        assert caret < start < end
        assert text[start:end] == text[start:end].strip()
        assert sentences.lit(start, 0, len(text)) == [place]
        before = sentences.before(start)
        if before is not None:
            assert before == sentences.lit(before[0], 0, len(text))[0]
            assert sentences.after(before[0]) == place


def test_facts_of_a_kind_are_gone_through_and_no_others() -> None:
    numbers = FactPlaces(TEXT, (), NUMBERS)
    read = forth(numbers)
    assert words(TEXT, read) == ["40 million", "1990", "12"]
    assert numbers.lit(0, 0, len(TEXT)) == read
    assert numbers.lit(0, read[1][0] + 1, read[1][1]) == [read[1]]
    assert numbers.before(len(TEXT)) == read[2]
    assert numbers.before(read[2][1]) == read[1]
    assert numbers.before(read[0][1]) is None
    assert words(TEXT, forth(FactPlaces(TEXT, (), QUOTATIONS))) == ["“paid in time”"]


def test_a_quoted_block_is_one_quotation() -> None:
    start = TEXT.index("The clerk")
    block = Block(BlockKind.QUOTE, start, start + 22)
    places = FactPlaces(TEXT, (block,), QUOTATIONS)
    assert words(TEXT, forth(places)) == ["“paid in time”", "The clerk had no idea."]


def test_of_a_quoted_block_with_quotation_marks_the_words_in_them_are_read() -> None:
    text = "“It was cheap,” the clerk told us."
    places = FactPlaces(text, (Block(BlockKind.QUOTE, 0, len(text)),), QUOTATIONS)
    assert words(text, forth(places)) == ["“It was cheap,”"]


def test_of_a_long_line_the_facts_are_those_of_the_line() -> None:
    text = "The council paid 17 million and waited for the yard’s answer. " * 300
    numbers = FactPlaces(text, (), NUMBERS)
    whole = [fact[1:] for fact in facts(text, 0, len(text)) if fact.kind in NUMBERS]
    assert forth(numbers) == whole
    assert numbers.lit(0, 0, len(text)) == whole


@pytest.mark.parametrize(
    "unit", ["x", "word ", ".", "a. ", "\n", "a\n\n", " ", "“", "1", "A", "!”", "。"]
)
def test_nobody_looks_through_all_of_a_long_text(unit: str) -> None:
    text = (unit * BIG)[:BIG]
    for places in (Sentences(text, ()), FactPlaces(text, (), QUOTATIONS)):
        for place in (places.after(BIG // 2), places.before(BIG // 2)):
            assert place is None or abs(place[0] - BIG // 2) < 100_000
        lit = places.lit(BIG // 2, BIG // 2 - 2_000, BIG // 2 + 2_000)
        assert all(end - start <= 100_000 for start, end in lit)


def test_a_look_that_ends_somewhere_goes_on_from_there() -> None:
    text = "word " * 50_000 + "“so it was said”"
    places = FactPlaces(text, (), QUOTATIONS)
    first = places.after(0)
    assert first is not None
    assert 0 < first[0] == first[1] < len(text)
    assert forth(places)[-1] == (250_000, len(text))
