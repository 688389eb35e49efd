import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.model import Block, BlockKind
from factcheck.domain.words import (
    block_at,
    is_whole,
    next_word,
    occurrences,
    previous_word,
    sentence_at,
    sentences,
    snap,
    word_at,
)

PIECES = [
    *("word ", "O’Neil", " ", "\n", "$40.5", "19%", ". ", ", ", "—", "… ", "”", "“", "Dr. ", "A. "),
    *("e\u0301", "😀", "👩‍👩‍👧‍👦", "中文", "。", "ไทย", "שלום ", "مرحبا", "-", "x" * 1200, "!? "),
]
texts = st.lists(st.sampled_from(PIECES), max_size=20).map("".join)
places = st.integers(min_value=0, max_value=3000)


def words(text: str) -> list[str]:
    """All words, found by going from each to the next."""
    found, at = [], 0
    while (end := next_word(text, at, ends=True)) > at:
        found.append(text[slice(*word_at(text, end - 1))])
        at = end
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost $40.5 million, 19% more.", "It|cost|$40.5|million|19%|more"),
        ("“Nobody was hurt,” said O’Neil-Reed.", "Nobody|was|hurt|said|O’Neil-Reed"),
        ("From 2019—2020 (3,290 cars) at −5°", "From|2019|2020|3,290|cars|at|−5°"),
        ("The U.S. paid US$3 to AT&T", "The|U.S|paid|US$3|to|AT&T"),
        ("café 東京は 40", "café|東|京|は|40"),
        ("", ""),
        ("— … 😀", ""),
    ],
)
def test_words(text, expected):
    assert "|".join(words(text)) == expected


@pytest.mark.parametrize("at", range(5, 11))
def test_the_word_at_a_caret_is_the_one_it_is_in_or_beside(at):
    assert word_at("cost $40.5, then", at) == (5, 10)


@pytest.mark.parametrize(("text", "at"), [("", 0), ("a  , b", 3), ("😀", 0)])
def test_beside_no_word_there_is_none(text, at):
    assert word_at(text, at) is None


@given(texts, places, places)
def test_snapping_only_widens_and_only_once(text, one, other):
    start, end = sorted(min(at, len(text)) for at in (one, other))
    wide = snap(text, start, end)
    assert wide[0] <= start <= end <= wide[1]
    if len(text) < 1000:
        assert is_whole(text, *wide)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ost $40.5 mil", "cost $40.5 million"),
        ("$40.5",) * 2,
        (" mil", " million"),
        ("京は", "京は"),
    ],
)
def test_a_selection_within_words_becomes_one_of_words(words, expected):
    text = "It cost $40.5 million 東京は"
    start = text.index(words)
    assert text[slice(*snap(text, start, start + len(words)))] == expected


@given(texts, places, st.booleans())
def test_going_by_words_goes_on_and_back_to_the_same_places(text, at, ends):
    at = min(at, len(text))
    after, before = next_word(text, at, ends=ends), previous_word(text, at, ends=ends)
    assert before <= at <= after
    if after > at and len(text) < 1000:
        back = previous_word(text, after, ends=ends)
        assert back <= at or back == after
        assert next_word(text, min(back, at), ends=ends) == after


def test_going_back_finds_a_word_however_far_away_it_is():
    text = "one two" + " -" * 5000 + " three"
    assert previous_word(text, text.index("three"), ends=True) == 7
    assert previous_word(text, text.index("three"), ends=False) == 4
    assert previous_word(text, 0, ends=False) == 0
    assert next_word(text, len(text), ends=True) == len(text)


def test_a_word_of_a_megabyte_takes_no_longer_than_one_of_a_thousand():
    text = "x" * 1_000_000
    start, end = word_at(text, 500_000)
    assert end - start == 2000


def test_whole_words_are_found_as_such_alone():
    text = "40 of 1940, 40.5 and 40% or 40, twice 40."
    assert [start for start, _ in occurrences(text, 0, 2)] == [0, 28, 38]
    assert [start for start, _ in occurrences(text, 8, 10)] == [0, 8, 12, 21, 28, 38]
    assert occurrences("aaa", 0, 2) == [(0, 2)]
    assert len(occurrences("a " * 5000, 0, 1)) == 1001


@pytest.mark.parametrize(
    "expected",
    [
        "It cost $40.5 million. |The mayor said so.",
        "“Nobody was hurt.” |He left. |“Why?” she asked.",
        "Dr. Reed and J. R. Park met Sen. Lund in the U.S. Senate. |Then they left.",
        "It opens at 5 p.m. |The bridge (no. 4, see p. 7) is new! |Really?! |Yes…",
        "It grew by 4.5 per cent vs. 3 in Fig. 2. |3 of 4 agree.",
        "She said no. |So did I. |That was all.",
        "so it goes. no capital, no end",
        "これは本です。|彼は言った。",
        "They live in the U.S. |He left the U.S. Army for Acme Inc. |The firm is big.",
        "“We won. |They lost. |It is over,” said Mr. Lund. |And so on.",
        "She “had no idea. |It was late. |We left,” he said (it rained. |It poured.) |Then no.",
        "😀 First. |Second 😀 one. |Third.",
        "मैं आया। |वह गया।",
        "كيف حالك؟ |أنا بخير.",
        "One",
    ],
)
def test_sentences(expected):
    text = expected.replace("|", "")
    cut = sentences(text, 0, len(text))
    assert "|".join(text[start:end] for start, end in cut) == expected


@given(texts, places, places)
def test_sentences_cover_their_block_in_order(text, one, other):
    start, end = sorted(min(at, len(text)) for at in (one, other))
    cut = sentences(text, start, end)
    assert "".join(text[a:b] for a, b in cut) == text[start:end]
    assert all(a < b for a, b in cut)
    assert all(b == c for (_, b), (c, _) in itertools.pairwise(cut))


@given(texts, places)
def test_the_sentence_at_a_caret_is_one_of_them(text, at):
    at = min(at, len(text))
    found = sentence_at(text, at, 0, len(text))
    assert found[0] <= at <= found[1]
    assert found in (sentences(text, 0, len(text)) or [(0, 0)])


def test_the_block_at_a_caret():
    text = "Head\n\nFirst line\nsecond\n\nloose words"
    blocks = [Block(BlockKind.HEADING, 0, 4, 1), Block(BlockKind.PARAGRAPH, 6, 23)]
    assert [block_at(text, blocks, at) for at in (0, 4, 6, 17, 23)] == [
        *[(0, 4)] * 2,
        *[(6, 23)] * 3,
    ]
    assert text[slice(*block_at(text, blocks, 30))] == "loose words"
    assert block_at(text, blocks, 5) == (5, 5)


@pytest.mark.parametrize("piece", ["“", "“a” ", "(“.", "a. ", ".", "U.S. ", '"a ', "word "])
def test_a_block_without_end_is_cut_piece_by_piece(piece):
    """With time that grew by the square this would take minutes."""
    text = piece * (200_000 // len(piece))
    cut = sentences(text, 0, len(text))
    assert (cut[0][0], cut[-1][1]) == (0, len(text))
    assert len(cut) == 1 or piece in {"a. ", "(“.", "U.S. "}
