import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.coverage import Counts, SentenceCoverage, sentences_of
from factcheck.domain.model import Block, BlockKind

SENTENCES = [(0, 10), (11, 20), (25, 30), (30, 31), (40, 60)]
places = st.tuples(st.integers(0, 65), st.integers(1, 30)).map(lambda p: (p[0], p[0] + p[1]))


@pytest.fixture
def coverage():
    return SentenceCoverage(SENTENCES)


def test_at_first_all_is_open(coverage):
    assert coverage.counts == Counts(5, 0, 0)
    assert list(coverage.open()) == SENTENCES


def test_a_statement_covers_each_sentence_that_it_touches(coverage):
    coverage.mark(9, 12)
    coverage.mark(20, 25)
    assert coverage.counts == Counts(5, 2, 0)
    assert next(coverage.open()) == (25, 30)
    coverage.mark(9, 12, -1)
    assert coverage.counts.covered == 0


def test_a_tick_covers_the_sentences_that_lie_in_it(coverage):
    coverage.tick(0, 20)
    coverage.tick(26, 30)
    coverage.tick(41, 60)
    assert coverage.counts == Counts(5, 0, 2)
    assert coverage.ticked(0, 100) == SENTENCES[:2]


def test_what_is_marked_and_ticked_is_marked(coverage):
    coverage.tick(0, 10)
    coverage.mark(3, 5)
    assert coverage.counts == Counts(5, 1, 0)
    assert coverage.ticked(0, 10) == []
    coverage.mark(3, 5, -1)
    assert coverage.counts == Counts(5, 0, 1)


def test_the_next_open_sentence_goes_round_and_is_the_one_one_is_in(coverage):
    assert coverage.next_open(3) == (0, 10)
    assert coverage.next_open(10) == (11, 20)
    coverage.mark(11, 12)
    assert coverage.next_open(10) == (25, 30)
    assert coverage.next_open(60) == (0, 10)
    coverage.tick(0, 100)
    assert coverage.next_open(0) is None


@given(st.lists(st.tuples(st.booleans(), places)), st.integers(0, 65))
def test_counts_are_those_of_counting_anew_in_any_order(deeds, after):
    coverage = SentenceCoverage(SENTENCES)
    for is_mark, place in deeds:
        (coverage.mark if is_mark else coverage.tick)(*place)
    gone = deeds[::2]
    for is_mark, place in gone:
        (coverage.mark if is_mark else coverage.tick)(*place, -1)
    left = deeds[1::2]
    marks = [place for is_mark, place in left if is_mark]
    ticks = [place for is_mark, place in left if not is_mark]
    marked = {s for s in SENTENCES for m in marks if s[0] < m[1] and s[1] > m[0]}
    ticked = {s for s in SENTENCES for t in ticks if t[0] <= s[0] and s[1] <= t[1]} - marked
    still = [s for s in SENTENCES if s not in marked | ticked]
    assert coverage.counts == Counts(5, len(marked), len(ticked))
    assert list(coverage.open()) == still
    ahead = [s for s in still if s[1] > after]
    assert coverage.next_open(after) == next(iter(ahead + still), None)


def test_sentences_are_their_words_and_have_some():
    text = "One here.  Two there. * * *"
    found = sentences_of(text, Block(BlockKind.PARAGRAPH, 0, len(text)))
    assert [text[start:end] for start, end in found][:2] == ["One here.", "Two there."]
    assert list(sentences_of("— …", Block(BlockKind.HEADING, 0, 3, 1))) == []
